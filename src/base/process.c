/* SPDX-License-Identifier: MIT */
/*
 * Nothing of what is in memory reaches the disk.
 */
#include <rekindle/process.h>

#include <sys/resource.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

void process_keep_private(void)
{
	const struct rlimit none = { 0, 0 };

	setrlimit(RLIMIT_CORE, &none);
/* The leak checker of the sanitizers reads the process's memory from outside. */
#if defined(PR_SET_DUMPABLE) && !defined(__SANITIZE_ADDRESS__)
	prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}
