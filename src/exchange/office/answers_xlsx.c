/* SPDX-License-Identifier: MIT */
/*
 * The answers of a round as a workbook: one sheet, in which what was not answered is grey.
 */
#include "xlsx.h"

#include <string.h>
#include <rekindle/words.h>

/* Columns that stay in sight: who. */
#define WHO_COLUMNS 4

/* Of every cell behind those who answered: it holds a state, and no value. */
static void mark_states(struct xlsx *x, lxw_worksheet *sheet, const struct grid *grid)
{
	struct str formula;
	char name[XLSX_COLUMN_NAME];
	const char *column = xlsx_column(WHO_COLUMNS, name);
	const struct xlsx_range range = { 1, WHO_COLUMNS, grid->row_count, grid->column_count - 1 };

	if (!grid->row_count || grid->column_count <= WHO_COLUMNS)
		return;
	str_init(&formula);
	str_add(&formula, "=OR(");
	for (int state = 0; state < STATE_COUNT; state++)
		if (state != STATE_ANSWERED)
			str_addf(&formula, "%s%s2=\"%s\"", state == 1 ? "" : ",", column,
				vocabulary_state.word[state]);
	str_addc(&formula, ')');
	xlsx_when(x, sheet, range, formula.text, XLSX_QUIET);
	str_release(&formula);
}

enum err answers_xlsx(struct str *out, const struct grid *grid, const struct record *rec, int today,
	struct errmsg *why)
{
	struct pool pool = { 0 };
	struct xlsx x;
	const char *about =
		words(&pool, W_ANSWERS_TITLE, hole_text("alliance", rec->alliance.name));
	enum err err = xlsx_begin(&x, about, today, why);

	if (err == ERR_NONE) {
		mark_states(&x, xlsx_grid(&x, "Answers", grid, WHO_COLUMNS), grid);
		err = xlsx_end(&x, out, why);
	}
	pool_release(&pool);
	return err;
}
