/* SPDX-License-Identifier: MIT */
/*
 * A path in the form in which SQLite takes it for nothing else.
 */
#include "sqlite.h"

#include <ctype.h>
#include <string.h>

void sqlite_uri(struct str *uri, const char *path)
{
	str_add(uri, *path == '/' ? "file://" : "file:");
	for (const unsigned char *p = (const unsigned char *)path; *p; p++)
		if (isalnum(*p) || strchr("/._-", *p))
			str_addc(uri, (char)*p);
		else
			str_addf(uri, "%%%02X", *p);
}
