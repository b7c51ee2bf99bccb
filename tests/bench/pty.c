/* SPDX-License-Identifier: MIT */
#include "pty.h"

#include <fcntl.h>
#include <inttypes.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "times.h"

enum { FIRST_BYTE_MS = 1000, START_MS = 20000, END_MS = 5000, SHOWN = 1 << 16 };

/* The beginning of what came, to look for words in. */
static char shown[SHOWN];
static size_t shown_count;

static void stop(const char *what, const char *which)
{
	fprintf(stderr, "bench: a program on a terminal %s%s\n", what, which);
	exit(BENCH_BROKEN);
}

static void remember(struct pty *pty, const char *bytes, size_t count)
{
	size_t room = SHOWN - 1 - shown_count, more = count < room ? count : room;
	memcpy(shown + shown_count, bytes, more);
	shown_count += more;
	shown[shown_count] = '\0';
	pty->own_arrows |= memmem(bytes, count, "\033[?1h", 5) != NULL;
}

/* Reads until it is quiet; since is what the paint began with. */
static struct pty_paint read_paint(struct pty *pty, double since, int first_ms, int quiet_ms)
{
	struct pollfd wait = { .fd = pty->terminal, .events = POLLIN };
	struct pty_paint paint = { 0 };
	char bytes[1 << 16];
	while (poll(&wait, 1, paint.bytes ? quiet_ms : first_ms) > 0) {
		ssize_t count = read(pty->terminal, bytes, sizeof(bytes));
		if (count <= 0) {
			pty->ended = true;
			break;
		}
		paint.took = now(CLOCK_MONOTONIC) - since;
		paint.bytes += (size_t)count;
		remember(pty, bytes, (size_t)count);
	}
	return paint;
}

/* In the child: says when it is about to run the program. */
static void run(const char *const arguments[], int tell)
{
	setenv("TERM", "xterm-256color", 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	setenv("TZ", "UTC", 1);
	unsetenv("LINES");
	unsetenv("COLUMNS");
	double time = now(CLOCK_MONOTONIC);
	if (write(tell, &time, sizeof(time)) == (ssize_t)sizeof(time))
		execvp(*arguments, (char *const *)(size_t)arguments);
	_exit(127);
}

/* The paint is not over before the words are there. */
static struct pty_paint read_start(struct pty *pty, double since, const char *words)
{
	struct pty_paint paint = { 0 };
	while (!pty->ended && !strstr(shown, words)) {
		struct pty_paint more = read_paint(pty, since, START_MS, PTY_QUIET_MS);
		if (!more.bytes)
			stop("does not show ", words);
		paint.took = more.took;
		paint.bytes += more.bytes;
	}
	if (pty->ended)
		stop("ended before it shows ", words);
	return paint;
}

struct pty_paint pty_start(struct pty *pty, const char *const arguments[], const char *words)
{
	const struct winsize size = { .ws_row = 24, .ws_col = 80 };
	double since;
	int tell[2];
	*pty = (struct pty){ 0 };
	shown_count = 0;
	*shown = '\0';
	fflush(NULL);
	if (pipe2(tell, O_CLOEXEC) ||
		(pty->program = forkpty(&pty->terminal, NULL, NULL, &size)) < 0)
		stop("is not begun: ", *arguments);
	if (!pty->program)
		run(arguments, tell[1]);
	if (read(tell[0], &since, sizeof(since)) != (ssize_t)sizeof(since))
		stop("is not begun: ", *arguments);
	close(tell[0]);
	close(tell[1]);
	return read_start(pty, since, words);
}

static const char *bytes_of(const struct pty *pty, const char *key)
{
	static const struct {
		const char *name, *usual, *own;
	} keys[] = { { "{UP}", "\033[A", "\033OA" }, { "{DOWN}", "\033[B", "\033OB" },
		{ "{PAGE_DOWN}", "\033[6~", "\033[6~" }, { "{ENTER}", "\r", "\r" } };
	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++)
		if (!strcmp(key, keys[i].name))
			return pty->own_arrows ? keys[i].own : keys[i].usual;
	return key;
}

struct pty_paint pty_key(struct pty *pty, const char *key)
{
	const char *bytes = bytes_of(pty, key);
	double since = now(CLOCK_MONOTONIC);
	if (write(pty->terminal, bytes, strlen(bytes)) < 0)
		pty->ended = true;
	struct pty_paint paint = read_paint(pty, since, FIRST_BYTE_MS, PTY_QUIET_MS);
	if (pty->ended)
		stop("ended at the key ", key);
	return paint;
}

size_t pty_listen(struct pty *pty, int milliseconds)
{
	double until = now(CLOCK_MONOTONIC) + milliseconds, left;
	size_t bytes = 0;
	while (!pty->ended && (left = until - now(CLOCK_MONOTONIC)) > 0)
		bytes += read_paint(pty, 0, (int)left + 1, 0).bytes;
	return bytes;
}

double pty_processor(const struct pty *pty)
{
	clockid_t clock;
	return clock_getcpuclockid(pty->program, &clock) ? 0 : now(clock);
}

/* The sum of the lines of a file of /proc that begin with a name. */
static double sum_of(const struct pty *pty, const char *file, const char *name)
{
	char path[64], line[256];
	double sum = 0;
	snprintf(path, sizeof(path), "/proc/%jd/%s", (intmax_t)pty->program, file);
	FILE *lines = fopen(path, "r");
	if (!lines)
		stop("has no ", path);
	while (fgets(line, sizeof(line), lines))
		if (!strncmp(line, name, strlen(name)))
			sum += atof(strchr(line, ':') + 1);
	fclose(lines);
	return sum;
}

long pty_wakes(const struct pty *pty)
{
	return (long)sum_of(pty, "status", "voluntary_ctxt_switches");
}

double pty_private(const struct pty *pty)
{
	return sum_of(pty, "smaps_rollup", "Private_");
}

void pty_end(struct pty *pty, const char *keys)
{
	for (; *keys && !pty->ended; keys++)
		if (write(pty->terminal, keys, 1) == 1)
			read_paint(pty, 0, FIRST_BYTE_MS, PTY_QUIET_MS);
	double until = now(CLOCK_MONOTONIC) + END_MS;
	while (!pty->ended && now(CLOCK_MONOTONIC) < until)
		read_paint(pty, 0, PTY_QUIET_MS, 0);
	if (!pty->ended)
		kill(pty->program, SIGKILL);
	waitpid(pty->program, NULL, 0);
	close(pty->terminal);
}
