/* SPDX-License-Identifier: MIT */
/*
 * Where the database lies unless told otherwise.
 */
#include <rekindle/store.h>

#include <stdio.h>
#include <stdlib.h>

const char *store_default_path(char *buffer, size_t size)
{
	static const char end[] = "rekindle/rekindle.db";
	const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
	int n = 0;
	/* The base directory specification: a relative XDG_DATA_HOME is not one. Nor is a relative
	 * home: a database would lie in whatever folder the program was started in. */
	if (data && *data == '/')
		n = snprintf(buffer, size, "%s/%s", data, end);
	else if (home && *home == '/')
		n = snprintf(buffer, size, "%s/.local/share/%s", home, end);
	return n > 0 && (size_t)n < size ? buffer : NULL;
}
