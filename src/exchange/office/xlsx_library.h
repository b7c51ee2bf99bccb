/* SPDX-License-Identifier: MIT */
/*
 * libxlsxwriter, loaded when the first workbook is asked for, so that nothing else waits for it and
 * the program runs without it. Its types and constants are those of its header.
 */
#ifndef REKINDLE_EXCHANGE_XLSX_LIBRARY_H
#define REKINDLE_EXCHANGE_XLSX_LIBRARY_H

#include <rekindle/err.h>
#include <xlsxwriter.h>

/* What is called of it. */
#define XLSX_CALLS(CALL)                                                                           \
	CALL(workbook_new)                                                                         \
	CALL(workbook_close)                                                                       \
	CALL(workbook_add_worksheet)                                                               \
	CALL(workbook_add_format)                                                                  \
	CALL(workbook_set_properties)                                                              \
	CALL(worksheet_write_string)                                                               \
	CALL(worksheet_write_number)                                                               \
	CALL(worksheet_set_column)                                                                 \
	CALL(worksheet_set_row)                                                                    \
	CALL(worksheet_freeze_panes)                                                               \
	CALL(worksheet_autofilter)                                                                 \
	CALL(worksheet_repeat_rows)                                                                \
	CALL(worksheet_set_landscape)                                                              \
	CALL(worksheet_set_paper)                                                                  \
	CALL(worksheet_fit_to_pages)                                                               \
	CALL(worksheet_set_header)                                                                 \
	CALL(worksheet_set_footer)                                                                 \
	CALL(worksheet_conditional_format_range)                                                   \
	CALL(format_set_bold)                                                                      \
	CALL(format_set_italic)                                                                    \
	CALL(format_set_text_wrap)                                                                 \
	CALL(format_set_align)                                                                     \
	CALL(format_set_num_format)                                                                \
	CALL(format_set_font_color)                                                                \
	CALL(format_set_bg_color)                                                                  \
	CALL(format_set_indent)                                                                    \
	CALL(format_set_rotation)                                                                  \
	CALL(lxw_strerror)

struct xlsx_calls {
#define CALL(name) __typeof__(&(name)) name;
	XLSX_CALLS(CALL)
#undef CALL
};

/* All of them; NULL and why (ERR_FAILED), with what to install, where the library cannot be had. */
const struct xlsx_calls *xlsx_library(struct errmsg *why);

#endif
