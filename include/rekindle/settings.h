/* SPDX-License-Identifier: MIT */
/*
 * What a person has settled in a configuration file and rooms below the command line go by. It is
 * read once, at the start, by src/cli/config; until then everything is as where there is no file.
 * Keys and colours of the screens are not here: tui.h takes them over.
 */
#ifndef REKINDLE_SETTINGS_H
#define REKINDLE_SETTINGS_H

#include <stdbool.h>

/* How numbers like 3/4/27 are read that may be several days. */
enum date_order {
	DATE_ORDER_NONE, /* not at all: both days are said */
	DATE_ORDER_DMY,
	DATE_ORDER_MDY,
	DATE_ORDER_YMD,
	DATE_ORDER_COUNT
};

/* What the terminal writes on: the colours are chosen for it. */
enum background {
	BACKGROUND_AUTO, /* as COLORFGBG says, else dark */
	BACKGROUND_DARK,
	BACKGROUND_LIGHT,
	BACKGROUND_COUNT
};

/* What CSV is written for. */
enum csv_for {
	CSV_FOR_ANY,         /* RFC 4180: commas, and no mark that it is UTF-8 */
	CSV_FOR_EXCEL,       /* such a mark, semicolons, a comma in numbers */
	CSV_FOR_LIBREOFFICE, /* such a mark */
	CSV_FOR_COUNT
};

struct settings {
	enum date_order date_order;
	bool mouse; /* do the screens take the mouse? */
	enum background background;
	int reminders;     /* days before, in a calendar; 0: none */
	bool auto_advance; /* does a rating of an interview go on to the next question? */
	enum csv_for csv;
};

/* Those in force; lives as long as the program. */
const struct settings *settings(void);
/* From now on these, which are copied. */
void settings_use(const struct settings *);

#endif
