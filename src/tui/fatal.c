/* SPDX-License-Identifier: MIT */
/*
 * Faults of our own, in a terminal that has to be usable afterwards.
 */
#include "fatal.h"

#include <curses.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

static const int faults[] = { SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL };
#define FAULTS (sizeof(faults) / sizeof(*faults))
#define STACK 16384

/* All of it is filled before anything can happen: the handler only hands it out. */
static struct {
	struct sigaction before[FAULTS];
	struct termios mode;
	bool moded;
	char bytes[256];
	size_t count;
	char stack[STACK]; /* the usual one may be what is full */
} saved;

static void say(const char *bytes, size_t n)
{
	while (n) {
		ssize_t done = write(STDOUT_FILENO, bytes, n);
		if (done <= 0)
			return;
		bytes += done;
		n -= (size_t)done;
	}
}

/* The signal comes again once the handler has returned, and finds nobody. */
static void on_fault(int number)
{
	static const char sorry[] = "rekindle: ended by a fault of its own; what was said to be "
				    "saved is saved\r\n";

	say(saved.bytes, saved.count);
	if (saved.moded)
		tcsetattr(STDIN_FILENO, TCSANOW, &saved.mode);
	(void)!write(STDERR_FILENO, sorry, sizeof(sorry) - 1);
	raise(number);
}

void fatal_arm(void)
{
	const stack_t stack = { .ss_sp = saved.stack, .ss_size = STACK };
	struct sigaction action = { .sa_handler = on_fault,
		.sa_flags = (int)(SA_RESETHAND | SA_ONSTACK) };

	saved.count = 0;
	saved.moded = tcgetattr(STDIN_FILENO, &saved.mode) == 0;
	sigaltstack(&stack, NULL);
	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < FAULTS; i++)
		sigaction(faults[i], &action, &saved.before[i]);
}

static int keep(int byte)
{
	if (saved.count < sizeof(saved.bytes))
		saved.bytes[saved.count++] = (char)byte;
	return byte;
}

static void keep_text(const char *text)
{
	if (text)
		tputs(text, 1, keep);
}

void fatal_learn(void)
{
	keep_text("\033[?1006l\033[?1000l"); /* reports of the mouse, asked for or not */
	keep_text("\033[?2004l");            /* brackets around what is pasted */
	keep_text(exit_attribute_mode);
	keep_text(keypad_local);
	keep_text(cursor_normal);
	keep_text(exit_ca_mode);
}

void fatal_disarm(void)
{
	for (size_t i = 0; i < FAULTS; i++)
		sigaction(faults[i], &saved.before[i], NULL);
}
