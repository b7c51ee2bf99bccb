/* SPDX-License-Identifier: MIT */
/*
 * Look-up among the files that the program carries.
 */
#include <rekindle/embedded.h>

#include <string.h>

const struct embedded *embedded_find(const char *prefix)
{
	for (const struct embedded *file = embedded_files; file->path; file++)
		if (!strncmp(file->path, prefix, strlen(prefix)))
			return file;
	return NULL;
}
