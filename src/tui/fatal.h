/* SPDX-License-Identifier: MIT */
/*
 * Signals that end the program by a fault of its own: the terminal is put back first, by calls that
 * a signal handler may make, and the signal then takes its course.
 */
#ifndef TUI_FATAL_H
#define TUI_FATAL_H

/* Before curses takes the terminal: remember how it is. */
void fatal_arm(void);
/* Once it has: which bytes bring it back, now that terminfo is there to ask. */
void fatal_learn(void);
void fatal_disarm(void);

#endif
