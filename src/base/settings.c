/* SPDX-License-Identifier: MIT */
/*
 * The settings in force.
 */
#include <rekindle/settings.h>

static struct settings present;

const struct settings *settings(void)
{
	return &present;
}

void settings_use(const struct settings *wanted)
{
	present = *wanted;
}
