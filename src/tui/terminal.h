/* SPDX-License-Identifier: MIT */
/*
 * Lending the terminal to another program (an editor, a pager) and taking it back; painting before
 * one that takes its time.
 */
#ifndef TUI_TERMINAL_H
#define TUI_TERMINAL_H

#include "app.h"

void terminal_leave(void);
void terminal_return(struct app *);
/* Paint what is said now, before something that takes its time. Without a terminal nothing. */
void terminal_show(struct app *);

/*
 * Let the user edit text in $VISUAL, $EDITOR or vi: a file of mode 0600, lines of heading first,
 * each behind "# " and dropped again. False and a warning when there is no editor, it failed or
 * left nothing of a text: text is as it was. What ends the program ends the editor too, and what it
 * has written till then is taken. mark: what the text is for (edited.h), or NULL.
 */
bool terminal_edit(struct app *, const char *heading, const char *mark, struct str *text);
/* Show text in $PAGER, or TUI_PAGER. */
void terminal_page(struct app *, const char *text);

#endif
