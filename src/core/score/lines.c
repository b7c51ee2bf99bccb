/* SPDX-License-Identifier: MIT */
/*
 * The lines at which bands begin (rekindle-method(7), section 3.7), and what the bands are called.
 */
#include "basis.h"

const struct lines lines_usual = {
	.critical = SCORE_CRITICAL,
	.failing = SCORE_FAILING,
	.strength = SCORE_STRENGTH,
};

const struct lines *lines_for(const struct record *rec)
{
	(void)rec; /* every bank has the same */
	return &lines_usual;
}

static const struct {
	const char *word;
	char letter;
} bands[] = {
	[BAND_CRITICAL] = { "critical", 'C' },
	[BAND_WEAK] = { "weak", 'W' },
	[BAND_ADEQUATE] = { "adequate", 'A' },
	[BAND_STRENGTH] = { "strength", 'S' },
};

enum band band_of(const struct lines *lines, double score)
{
	const double from[] = {
		[BAND_CRITICAL] = -INFINITY,
		[BAND_WEAK] = lines->critical,
		[BAND_ADEQUATE] = lines->failing,
		[BAND_STRENGTH] = lines->strength,
	};
	int band = BAND_STRENGTH;
	while (band > BAND_NONE && !at_least(score, from[band]))
		band--;
	return (enum band)band;
}

const char *band_word(enum band band)
{
	return band == BAND_NONE ? "" : bands[band].word;
}

char band_letter(enum band band)
{
	return band == BAND_NONE ? ' ' : bands[band].letter;
}
