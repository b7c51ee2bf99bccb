/* SPDX-License-Identifier: MIT */
/*
 * Which parts of the report are shown and written: a list over the report's preview.
 */
#ifndef TUI_SECTIONS_H
#define TUI_SECTIONS_H

#include "../app.h"

/* arg: unsigned **, the bits of enum report_section that the screen below keeps. */
extern const struct screen_ops screen_sections;

#endif
