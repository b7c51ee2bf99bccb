/* SPDX-License-Identifier: MIT */
/*
 * A score on the screen.
 */
#include "score.h"

#include <math.h>

enum style score_style(enum band band)
{
	static const enum style styles[] = { [BAND_CRITICAL] = STYLE_CRITICAL,
		[BAND_WEAK] = STYLE_WARN,
		[BAND_ADEQUATE] = STYLE_PLAIN,
		[BAND_STRENGTH] = STYLE_GOOD };
	return band == BAND_NONE ? STYLE_DIM : styles[band];
}

void score_draw(
	const struct canvas *canvas, const struct lines *lines, int row, int col, double score)
{
	enum band band = band_of(lines, score);
	if (isnan(score))
		canvas_text(canvas, row, col + 2, 2, STYLE_DIM, "--");
	else {
		enum style style = score_style(band);
		canvas_textf(canvas, row, col, SCORE_CELLS - 1,
			style == STYLE_CRITICAL ? style : STYLE_PLAIN, "%.2f ", score);
		canvas_textf(canvas, row, col + SCORE_CELLS - 1, 1, style, "%c", band_letter(band));
	}
}
