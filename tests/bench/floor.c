/* SPDX-License-Identifier: MIT */
/*
 * The least that a program of this kind does: it opens the database, runs one SELECT and paints one
 * screen with a bar that the arrows move. What is measured of rekindle is measured against it.
 */
#include <locale.h>
#include <ncurses.h>
#include <sqlite3.h>

static int count_tables(const char *database)
{
	sqlite3 *db;
	sqlite3_stmt *row = NULL;
	int n = -1;
	if (sqlite3_open_v2(database, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
		sqlite3_prepare_v2(db, "SELECT count(*) FROM sqlite_schema", -1, &row, NULL) ==
			SQLITE_OK &&
		sqlite3_step(row) == SQLITE_ROW)
		n = sqlite3_column_int(row, 0);
	sqlite3_finalize(row);
	return n; /* it stays open, as it would */
}

static void paint(int bar, int tables)
{
	for (int i = 0; i < LINES - 2; i++) {
		attrset(i == bar ? COLOR_PAIR(1) : 0);
		mvprintw(i, 0, "%3d  I feel that this row of the list is painted (%d)          ", i,
			tables);
	}
	attrset(A_REVERSE);
	mvprintw(LINES - 1, 0, " q quit   arrows move ");
	refresh();
}

int main(int argc, char **argv)
{
	int bar = 0, key = 0, tables = argc > 1 ? count_tables(argv[1]) : -1;
	if (tables < 0)
		return 1;
	setlocale(LC_ALL, "");
	initscr();
	cbreak();
	noecho();
	keypad(stdscr, TRUE);
	curs_set(0);
	start_color();
	init_pair(1, COLOR_WHITE, COLOR_BLUE);
	while (key != 'q') {
		paint(bar, tables);
		key = getch();
		bar += key == KEY_DOWN && bar < LINES - 3;
		bar -= key == KEY_UP && bar > 0;
	}
	endwin();
	return 0;
}
