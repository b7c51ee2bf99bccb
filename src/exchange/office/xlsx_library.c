/* SPDX-License-Identifier: MIT */
/*
 * Finding the library that writes workbooks, and what it writes to in between: memory, and no file.
 */
/* Declared by some versions with a folder that is const, by others not: ours is declared below. */
#define lxw_tmpfile lxw_tmpfile_of_library
#include "xlsx_library.h"
#undef lxw_tmpfile

#include <dlfcn.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* The one whose header this was built with. */
#define LIBRARY "libxlsxwriter.so." LXW_SOVERSION
#define PACKAGE "libxlsxwriter" LXW_SOVERSION

static const struct {
	const char *name;
	size_t at; /* in struct xlsx_calls */
} calls[] = {
#define CALL(name) { #name, offsetof(struct xlsx_calls, name) },
	XLSX_CALLS(CALL)
#undef CALL
};
#define CALLS (sizeof(calls) / sizeof(*calls))

/*
 * In the place of the library's own, which makes files that are unlinked at once and does not look
 * whether the disk was full: the parts of a workbook stay in memory. The library finds this one
 * first where the program exports it (Makefile).
 */
FILE *lxw_tmpfile(const char *folder);

FILE *lxw_tmpfile(const char *folder)
{
	int file = memfd_create("rekindle", MFD_CLOEXEC);
	FILE *stream = file < 0 ? NULL : fdopen(file, "w+b");

	(void)folder;
	if (file >= 0 && !stream)
		close(file);
	return stream;
}

static bool find_calls(void *library, struct xlsx_calls *found)
{
	for (size_t i = 0; i < CALLS; i++) {
		void *call = dlsym(library, calls[i].name);

		if (!call)
			return false;
		memcpy((char *)found + calls[i].at, &call, sizeof(call));
	}
	return true;
}

const struct xlsx_calls *xlsx_library(struct errmsg *why)
{
	static struct xlsx_calls found;
	static bool loaded;

	if (!loaded) {
		void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);

		if (!library || !find_calls(library, &found)) {
			errmsg_set(why, ERR_FAILED,
				"xlsx files are written by %s, which is not installed; install it "
				"(on Debian: apt-get install %s)",
				LIBRARY, PACKAGE);
			return NULL;
		}
		loaded = true;
	}
	return &found;
}
