/* SPDX-License-Identifier: MIT */
/*
 * A workbook in memory, through libxlsxwriter.
 */
#include "xlsx.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <rekindle/file.h>
#include <rekindle/utf8.h>

#define WIDTH_MOST 36 /* of a column, in cells */
#define TITLE_MOST 16 /* of that for its title, which is wrapped */
#define FILTER_WIDTH 3
#define DAY_WIDTH 10
#define NUMBER_WIDTH 6
#define ID_WIDTH 9
#define PAGE_MOST 400    /* cells that a page can be as wide as and still be read */
#define HEIGHT_MOST 409. /* of a row */
#define WRAP_PERCENT 112 /* of a text's cells are taken, for lines end between words */
#define SIGNS_MOST 32767 /* of a cell, in UTF-16 */
#define CUT "\n[cut: a cell of a spreadsheet holds no more]"
#define HEADING_MOST 150 /* bytes, of the 255 signs that a page's head has */
#define A4 9
#define DAY_1970 25569     /* of the days that spreadsheets count */
#define FIRST_DAY (-25508) /* 1 March 1900; before it they count a day that never was */
#define BYTES_MOST ((size_t)512 << 20)

enum tone {
	TONE_HEAD = 0xD9E1EA,
	TONE_GOOD = 0xC6E5C8,
	TONE_WEAK = 0xFFE9A8,
	TONE_BAD = 0xF6C1BC,
	TONE_BUSY = 0xA9C3DF
};

static void fault(struct xlsx *x, lxw_error error)
{
	if (!x->fault)
		x->fault = error;
}

/* Beginning and end */

static const struct {
	const char *number; /* its format */
	int fill, color;    /* 0: none */
	bool bold, italic, wrap, indent, center, upright;
} looks[XLSX_LOOKS] = {
	[XLSX_TEXT] = { .number = "@", .wrap = true, .indent = true },
	[XLSX_WORD] = { .number = "@", .indent = true },
	[XLSX_NUMBER] = { .number = "General" },
	[XLSX_DAY] = { .number = "yyyy-mm-dd" },
	[XLSX_HEAD] = { .number = "@",
		.fill = TONE_HEAD,
		.bold = true,
		.wrap = true,
		.indent = true },
	[XLSX_DAY_HEAD] = { .number = "yyyy-mm-dd",
		.fill = TONE_HEAD,
		.bold = true,
		.upright = true },
	[XLSX_QUIET] = { .color = 0x6B7280, .italic = true, .center = true },
	[XLSX_GOOD] = { .fill = TONE_GOOD, .center = true },
	[XLSX_WEAK] = { .fill = TONE_WEAK, .center = true },
	[XLSX_BAD] = { .fill = TONE_BAD, .bold = true, .center = true },
	[XLSX_BUSY] = { .fill = TONE_BUSY, .center = true },
};

static void set_place(const struct xlsx_calls *call, lxw_format *format, enum xlsx_look look)
{
	if (looks[look].number)
		call->format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
	if (looks[look].center)
		call->format_set_align(format, LXW_ALIGN_CENTER);
	if (looks[look].indent)
		call->format_set_indent(format, 1);
	if (looks[look].upright)
		call->format_set_rotation(format, 90);
	if (looks[look].wrap)
		call->format_set_text_wrap(format);
}

static void set_ink(const struct xlsx_calls *call, lxw_format *format, enum xlsx_look look)
{
	if (looks[look].fill)
		call->format_set_bg_color(format, (lxw_color_t)looks[look].fill);
	if (looks[look].color)
		call->format_set_font_color(format, (lxw_color_t)looks[look].color);
	if (looks[look].bold)
		call->format_set_bold(format);
	if (looks[look].italic)
		call->format_set_italic(format);
}

/* As cells have it, or as a condition lays it over them. */
static void add_look(struct xlsx *x, enum xlsx_look look)
{
	lxw_format **formats[] = { &x->look[look], &x->over[look] };

	for (size_t i = 0; i < 2; i++) {
		lxw_format *format = x->call->workbook_add_format(x->book);

		*formats[i] = format;
		if (!format)
			continue;
		if (looks[look].number)
			x->call->format_set_num_format(format, looks[look].number);
		set_place(x->call, format, look);
		set_ink(x->call, format, look);
	}
}

/* The library makes a file of a name: this one is of memory. */
static lxw_workbook *open_book(struct xlsx *x)
{
	char path[64];

	x->file = memfd_create("rekindle", MFD_CLOEXEC);
	if (x->file < 0)
		return NULL;
	snprintf(path, sizeof(path), "/proc/self/fd/%d", x->file);
	return x->call->workbook_new(path);
}

static void set_properties(struct xlsx *x, const char *about, int day)
{
	char *title = mem_strdup(about);
	lxw_doc_properties properties = { .title = title, .created = (time_t)day * 86400 };

	fault(x, x->call->workbook_set_properties(x->book, &properties));
	free(title);
}

enum err xlsx_begin(struct xlsx *x, const char *about, int day, struct errmsg *why)
{
	*x = (struct xlsx){ .call = xlsx_library(why), .file = -1, .heading = about };
	if (!x->call)
		return ERR_FAILED;
	x->book = open_book(x);
	if (!x->book) {
		if (x->file >= 0)
			close(x->file);
		return errmsg_set(why, ERR_FAILED, "there is no memory for an xlsx file");
	}
	str_init(&x->text);
	set_properties(x, about, day);
	for (int look = 0; look < XLSX_LOOKS; look++)
		add_look(x, (enum xlsx_look)look);
	return ERR_NONE;
}

enum err xlsx_end(struct xlsx *x, struct str *out, struct errmsg *why)
{
	enum err err = ERR_NONE;

	fault(x, x->call->workbook_close(x->book));
	if (x->fault)
		err = errmsg_set(why, ERR_FAILED, "the xlsx file cannot be made: %s",
			x->call->lxw_strerror(x->fault));
	if (err == ERR_NONE && lseek(x->file, 0, SEEK_SET) == 0)
		err = file_read_open(x->file, "the xlsx file", BYTES_MOST, out, why);
	close(x->file);
	str_release(&x->text);
	return err;
}

/* Cells */

/* A text that reads as _x0041_ would be taken for the sign of that number. */
static void keep_literal(struct str *text)
{
	for (size_t i = 0; i + 7 <= text->len; i++) {
		const char *at = text->text + i;
		bool escape = at[0] == '_' && at[1] == 'x' && at[6] == '_';

		for (int digit = 2; digit < 6; digit++)
			escape = escape && isxdigit((unsigned char)at[digit]);
		if (escape)
			str_insert(text, i, "_x005F", 6);
		i += escape ? 6 : 0;
	}
}

/* What a cell has no room for is left out, and said. */
static void cut(struct str *text)
{
	size_t signs = sizeof(CUT), n = 0, step;

	for (; n < text->len && signs <= SIGNS_MOST; n += step) {
		step = utf8_grapheme(text->text + n);
		for (size_t i = 0; i < step; i++) {
			unsigned char byte = (unsigned char)text->text[n + i];
			signs += (byte & 0xC0) != 0x80;
			signs += byte >= 0xF0;
		}
		if (signs > SIGNS_MOST)
			break;
	}
	if (n < text->len) {
		str_delete(text, n, text->len - n);
		str_add(text, CUT);
	}
}

void xlsx_text(struct xlsx *x, lxw_worksheet *sheet, size_t row, size_t column, const char *text,
	enum xlsx_look look)
{
	str_clear(&x->text);
	utf8_clean(&x->text, text, true, false);
	keep_literal(&x->text);
	cut(&x->text);
	fault(x,
		x->call->worksheet_write_string(
			sheet, (lxw_row_t)row, (lxw_col_t)column, x->text.text, x->look[look]));
}

static void put_number(struct xlsx *x, lxw_worksheet *sheet, size_t row, size_t column,
	double number, enum xlsx_look look)
{
	fault(x,
		x->call->worksheet_write_number(
			sheet, (lxw_row_t)row, (lxw_col_t)column, number, x->look[look]));
}

void xlsx_day(struct xlsx *x, lxw_worksheet *sheet, size_t row, size_t column, int day,
	enum xlsx_look look)
{
	char iso[DATE_TEXT];

	if (day < FIRST_DAY)
		xlsx_text(x, sheet, row, column, date_iso(day, iso), XLSX_WORD);
	else
		put_number(x, sheet, row, column, day + DAY_1970, look);
}

void xlsx_cell(
	struct xlsx *x, lxw_worksheet *sheet, size_t row, size_t column, const struct cell *cell)
{
	switch (cell->kind) {
	case CELL_NONE:
		break;
	case CELL_TEXT:
		xlsx_text(x, sheet, row, column, cell->text, XLSX_TEXT);
		break;
	case CELL_WORD:
		xlsx_text(x, sheet, row, column, cell->text, XLSX_WORD);
		break;
	case CELL_NUMBER:
		put_number(x, sheet, row, column, cell->number, XLSX_NUMBER);
		break;
	case CELL_DAY:
		xlsx_day(x, sheet, row, column, cell->day, XLSX_DAY);
		break;
	}
}

const char *xlsx_column(size_t column, char buffer[XLSX_COLUMN_NAME])
{
	size_t at = XLSX_COLUMN_NAME - 1;

	buffer[at] = '\0';
	for (column++; column && at; column = (column - 1) / 26)
		buffer[--at] = (char)('A' + (column - 1) % 26);
	return buffer + at;
}

const char *xlsx_formula_day(struct pool *pool, int day)
{
	int year, month, mday;

	date_split(day, &year, &month, &mday);
	return pool_printf(pool, "DATE(%d,%d,%d)", year, month, mday);
}

void xlsx_when(struct xlsx *x, lxw_worksheet *sheet, struct xlsx_range range, const char *formula,
	enum xlsx_look look)
{
	char *text = mem_strdup(formula);
	lxw_conditional_format when = {
		.type = LXW_CONDITIONAL_TYPE_FORMULA, .value_string = text, .format = x->look[look]
	};

	fault(x,
		x->call->worksheet_conditional_format_range(sheet, (lxw_row_t)range.row,
			(lxw_col_t)range.column, (lxw_row_t)range.last_row,
			(lxw_col_t)range.last_column, &when));
	free(text);
}

/* Sheets */

/* In a heading & begins an instruction. */
static void add_heading(struct xlsx *x, lxw_worksheet *sheet, const char *name)
{
	str_set(&x->text, "&L");
	for (const char *at = x->heading; *at && x->text.len < HEADING_MOST;) {
		size_t n = utf8_grapheme(at);

		str_add(&x->text, *at == '&' ? "&" : "");
		str_addn(&x->text, at, n);
		at += n;
	}
	str_addf(&x->text, "&R%s", name);
	fault(x, x->call->worksheet_set_header(sheet, x->text.text));
	fault(x, x->call->worksheet_set_footer(sheet, "&R&P / &N"));
}

lxw_worksheet *xlsx_sheet(struct xlsx *x, const char *name)
{
	lxw_worksheet *sheet = x->call->workbook_add_worksheet(x->book, name);

	x->call->worksheet_set_landscape(sheet);
	x->call->worksheet_set_paper(sheet, A4);
	add_heading(x, sheet, name);
	return sheet;
}

void xlsx_freeze(struct xlsx *x, lxw_worksheet *sheet, int rows, int columns)
{
	x->call->worksheet_freeze_panes(sheet, (lxw_row_t)rows, (lxw_col_t)columns);
	fault(x, x->call->worksheet_repeat_rows(sheet, 0, (lxw_row_t)rows - 1));
}

void xlsx_filter(struct xlsx *x, lxw_worksheet *sheet, size_t last_row, size_t columns)
{
	fault(x,
		x->call->worksheet_autofilter(
			sheet, 0, 0, (lxw_row_t)last_row, (lxw_col_t)(columns - 1)));
}

void xlsx_width(struct xlsx *x, lxw_worksheet *sheet, size_t first, size_t last, double width)
{
	fault(x,
		x->call->worksheet_set_column(
			sheet, (lxw_col_t)first, (lxw_col_t)last, width, NULL));
}

void xlsx_page_wide(struct xlsx *x, lxw_worksheet *sheet)
{
	x->call->worksheet_fit_to_pages(sheet, 1, 0);
}

/* How wide the columns of a sheet are. */
struct widths {
	int *of; /* in cells */
	int all;
};

static int lines_width(const char *text)
{
	int width = 0;

	for (const char *at = text; *at; at += *at == '\n') {
		size_t n = strcspn(at, "\n");
		int line = utf8_cells_n(UTF8_FILE, at, n);

		width = line > width ? line : width;
		at += n;
	}
	return width;
}

static bool has_text(const struct cell *cell)
{
	return cell->kind == CELL_TEXT || cell->kind == CELL_WORD;
}

static int cell_width(const struct cell *cell)
{
	int width = has_text(cell) ? lines_width(cell->text) : 0;

	if (has_text(cell)) /* a UUID is known by its beginning */
		return cell->kind == CELL_WORD && width == UUID_TEXT - 1 ? ID_WIDTH : width;
	return cell->kind == CELL_NONE ? 0 : cell->kind == CELL_DAY ? DAY_WIDTH : NUMBER_WIDTH;
}

static int width_of(const struct grid *grid, size_t column)
{
	int width = lines_width(grid->titles[column]) + FILTER_WIDTH;

	width = width > TITLE_MOST ? TITLE_MOST : width;
	for (size_t row = 0; row < grid->row_count; row++) {
		int own = cell_width(grid_cell(grid, row, column));
		width = own > width ? own : width;
	}
	return width > WIDTH_MOST ? WIDTH_MOST : width;
}

static struct widths set_widths(struct xlsx *x, lxw_worksheet *sheet, const struct grid *grid)
{
	struct widths widths = { .of = mem_alloc(grid->column_count * sizeof(int)) };

	for (size_t i = 0; i < grid->column_count; i++) {
		widths.of[i] = width_of(grid, i);
		widths.all += widths.of[i];
		xlsx_width(x, sheet, i, i, widths.of[i] + 1);
	}
	return widths;
}

/* Lines of a text that is wrapped in so many cells; a word more or less fits at the end of each. */
static int lines_of(const char *text, int width)
{
	int lines = 0;

	for (const char *at = text; *at; at += *at == '\n') {
		size_t n = strcspn(at, "\n");
		int cells = utf8_cells_n(UTF8_FILE, at, n);

		lines += 1 + (cells > width ? cells * WRAP_PERCENT / 100 / width : 0);
		at += n;
	}
	return lines;
}

void xlsx_height(struct xlsx *x, lxw_worksheet *sheet, size_t row, double height)
{
	fault(x,
		x->call->worksheet_set_row(
			sheet, (lxw_row_t)row, height > HEIGHT_MOST ? HEIGHT_MOST : height, NULL));
}

/* Not every program looks for itself how high a row has to be. */
static void set_height(struct xlsx *x, lxw_worksheet *sheet, size_t row, int lines)
{
	if (lines > 1)
		xlsx_height(x, sheet, row, lines * LXW_DEF_ROW_HEIGHT);
}

static void put_titles(
	struct xlsx *x, lxw_worksheet *sheet, const struct grid *grid, const struct widths *widths)
{
	int most = 1;

	for (size_t i = 0; i < grid->column_count; i++) {
		int lines = lines_of(grid->titles[i], widths->of[i]);

		most = lines > most ? lines : most;
		xlsx_text(x, sheet, 0, i, grid->titles[i], XLSX_HEAD);
	}
	set_height(x, sheet, 0, most);
}

static void put_row(struct xlsx *x, lxw_worksheet *sheet, const struct grid *grid, size_t row,
	const struct widths *widths)
{
	int most = 1;

	for (size_t i = 0; i < grid->column_count; i++) {
		const struct cell *cell = grid_cell(grid, row, i);
		int lines = cell->kind == CELL_TEXT ? lines_of(cell->text, widths->of[i]) : 1;

		most = lines > most ? lines : most;
		xlsx_cell(x, sheet, row + 1, i, cell);
	}
	set_height(x, sheet, row + 1, most);
}

lxw_worksheet *xlsx_grid(
	struct xlsx *x, const char *name, const struct grid *grid, int frozen_columns)
{
	lxw_worksheet *sheet = xlsx_sheet(x, name);
	struct widths widths = set_widths(x, sheet, grid);

	put_titles(x, sheet, grid, &widths);
	for (size_t row = 0; row < grid->row_count; row++)
		put_row(x, sheet, grid, row, &widths);
	xlsx_filter(x, sheet, grid->row_count, grid->column_count);
	xlsx_freeze(x, sheet, 1, frozen_columns);
	if (widths.all <= PAGE_MOST)
		xlsx_page_wide(x, sheet);
	free(widths.of);
	return sheet;
}
