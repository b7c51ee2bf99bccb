/* SPDX-License-Identifier: MIT */
/*
 * What people rated, part by part: whose ratings of it have changed since a release.
 */
#ifndef REKINDLE_CORE_PARTS_H
#define REKINDLE_CORE_PARTS_H

#include <rekindle/release.h>

/* Behind enum scale. */
enum { PART_POINTS = SCALE_COUNT, PART_ROUTE, PART_COUNT };

/*
 * Beside a release of known: does every part that rec's people rated leave what each of them said
 * open? Of each party, nobody, or EDITION_CHANGED_MIN people, have to have changed it; and of a
 * scale whose value both print, what follows of these people's ratings from the two values has to
 * leave each rating two steps, whatever one of them knows. view: of rec, edition_compute().
 */
bool parts_open(const struct record *known, int release, const struct record *rec,
	const struct edition_view *view);

#endif
