/* SPDX-License-Identifier: MIT */
/*
 * The schema steps among the files that the program carries, by their numbers.
 */
#include "store_private.h"

#include <stdlib.h>
#include <string.h>

int migrate_step(const struct embedded *file)
{
	static const char start[] = "data/schema/m";
	if (strncmp(file->path, start, sizeof(start) - 1))
		return 0;
	return atoi(file->path + sizeof(start) - 1);
}

int migrate_newest(const struct embedded *steps)
{
	int newest = 0;
	for (; steps->path; steps++)
		if (migrate_step(steps) > newest)
			newest = migrate_step(steps);
	return newest;
}
