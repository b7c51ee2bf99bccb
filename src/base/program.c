/* SPDX-License-Identifier: MIT */
/*
 * Programs of others: found on PATH, started without a shell, fed through pipes.
 */
#include <rekindle/program.h>

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <rekindle/date.h>
#include <rekindle/pool.h>

#define LOOK_MS 100 /* between two looks at the clock and at the signals that wait */

extern char **environ;

bool program_find(const char *name, struct str *file)
{
	const char *path = getenv("PATH");
	char *copy = mem_strdup(path ? path : ""), *rest = copy;
	bool found = false;

	for (char *folder; !found && (folder = strsep(&rest, ":")) != NULL;) {
		str_set(file, "");
		str_addf(file, "%s/%s", *folder ? folder : ".", name);
		found = access(file->text, X_OK) == 0;
	}
	free(copy);
	return found;
}

/* Standard input, output and error of a program: our end, then its own. */
enum { OURS, ITS };
struct pipes {
	int end[3][2];
};

static void close_end(struct pipes *pipes, int stream, int whose)
{
	if (pipes->end[stream][whose] >= 0)
		close(pipes->end[stream][whose]);
	pipes->end[stream][whose] = -1;
}

static void close_all(struct pipes *pipes)
{
	for (int stream = 0; stream < 3; stream++)
		for (int whose = OURS; whose <= ITS; whose++)
			close_end(pipes, stream, whose);
}

static bool open_all(struct pipes *pipes)
{
	bool opened = true;

	memset(pipes, -1, sizeof(*pipes));
	for (int stream = 0; opened && stream < 3; stream++) {
		int end[2];
		opened = pipe2(end, O_CLOEXEC) == 0;
		if (!opened)
			break;
		pipes->end[stream][OURS] = end[stream == STDIN_FILENO ? 1 : 0];
		pipes->end[stream][ITS] = end[stream == STDIN_FILENO ? 0 : 1];
		fcntl(pipes->end[stream][OURS], F_SETFL, O_NONBLOCK);
	}
	return opened;
}

/* What is different where it has no time and no terminal of its own. */
static void set_apart(posix_spawnattr_t *attributes, short *flags)
{
	sigset_t none;

	sigemptyset(&none);
	posix_spawnattr_setsigmask(attributes, &none);
	posix_spawnattr_setpgroup(attributes, 0);
	*flags |= POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK;
}

static int spawn(const struct program *program, bool apart,
	const posix_spawn_file_actions_t *streams, pid_t *child)
{
	short flags = POSIX_SPAWN_SETSIGDEF;
	posix_spawnattr_t attributes;
	sigset_t defaults;

	posix_spawnattr_init(&attributes);
	sigemptyset(&defaults);
	sigaddset(&defaults, SIGPIPE);
	posix_spawnattr_setsigdefault(&attributes, &defaults);
	if (apart)
		set_apart(&attributes, &flags);
	posix_spawnattr_setflags(&attributes, flags);
	int error = posix_spawn(child, program->file, streams, &attributes,
		(char *const *)(uintptr_t)program->arguments,
		(char *const *)(uintptr_t)program->environment);
	posix_spawnattr_destroy(&attributes);
	return error;
}

static int start(const struct program *program, bool apart, struct pipes *pipes, pid_t *child)
{
	posix_spawn_file_actions_t streams;

	posix_spawn_file_actions_init(&streams);
	for (int stream = 0; stream < 3; stream++)
		posix_spawn_file_actions_adddup2(&streams, pipes->end[stream][ITS], stream);
	int error = spawn(program, apart, &streams, child);
	posix_spawn_file_actions_destroy(&streams);
	for (int stream = 0; stream < 3; stream++)
		close_end(pipes, stream, ITS);
	return error;
}

/* As much as it takes now. A program that stops reading is judged by its exit. */
static void feed(struct pipes *pipes, const struct str *input, size_t *fed)
{
	ssize_t n = write(pipes->end[STDIN_FILENO][OURS], input->text + *fed, input->len - *fed);

	if (n > 0)
		*fed += (size_t)n;
	if (*fed == input->len || (n < 0 && errno != EAGAIN && errno != EINTR))
		close_end(pipes, STDIN_FILENO, OURS);
}

static void drain(struct pipes *pipes, int stream, struct str *into)
{
	char buffer[65536];
	ssize_t n = read(pipes->end[stream][OURS], buffer, sizeof(buffer));

	if (n > 0)
		str_addn(into, buffer, (size_t)n);
	else if (n == 0 || (errno != EAGAIN && errno != EINTR))
		close_end(pipes, stream, OURS);
}

struct talk {
	struct pipes pipes;
	const struct str *input;
	struct str *output, *said;
	size_t fed;
};

/* Whatever moves within so many milliseconds, -1: however long it takes. */
static void exchange(struct talk *talk, int ms)
{
	struct pollfd waiting[3];

	for (int stream = 0; stream < 3; stream++)
		waiting[stream] = (struct pollfd){ .fd = talk->pipes.end[stream][OURS],
			.events = stream == STDIN_FILENO ? POLLOUT : POLLIN };
	if (poll(waiting, 3, ms) < 0)
		return;
	if (waiting[STDIN_FILENO].revents)
		feed(&talk->pipes, talk->input, &talk->fed);
	if (waiting[STDOUT_FILENO].revents)
		drain(&talk->pipes, STDOUT_FILENO, talk->output);
	if (waiting[STDERR_FILENO].revents)
		drain(&talk->pipes, STDERR_FILENO, talk->said);
}

/* Until it says no more: what it leaves running may hold its standard error for good. */
static int converse(struct talk *talk, pid_t child)
{
	int status = 0;

	while (talk->pipes.end[STDOUT_FILENO][OURS] >= 0)
		exchange(talk, -1);
	close_end(&talk->pipes, STDIN_FILENO, OURS);
	while (waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
	drain(&talk->pipes, STDERR_FILENO, talk->said);
	return status;
}

int program_filter(const char *file, const char *const *arguments, const struct str *input,
	struct str *output, struct str *said)
{
	const struct program program = { file, arguments, (const char *const *)environ, 0 };
	struct talk talk = { .input = input, .output = output, .said = said };
	pid_t child;
	int status = 0;
	void (*broken)(int) = signal(SIGPIPE, SIG_IGN);
	bool started = open_all(&talk.pipes) && start(&program, false, &talk.pipes, &child) == 0;

	if (started)
		status = converse(&talk, child);
	close_all(&talk.pipes);
	signal(SIGPIPE, broken);
	return started && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* Within a time */

static const int endings[] = { SIGINT, SIGTERM, SIGHUP };
#define ENDINGS (sizeof(endings) / sizeof(*endings))

void program_hold(sigset_t *before)
{
	sigset_t ending;

	sigemptyset(&ending);
	for (size_t i = 0; i < ENDINGS; i++)
		sigaddset(&ending, endings[i]);
	sigprocmask(SIG_BLOCK, &ending, before);
}

void program_release(const sigset_t *before)
{
	sigprocmask(SIG_SETMASK, before, NULL);
}

static bool is_ending(void)
{
	sigset_t pending;
	bool ending = false;

	sigpending(&pending);
	for (size_t i = 0; i < ENDINGS; i++)
		ending |= sigismember(&pending, endings[i]) == 1;
	return ending;
}

static bool has_exited(pid_t child)
{
	siginfo_t ended = { .si_pid = 0 };

	return waitid(P_PID, (id_t)child, &ended, WEXITED | WNOHANG | WNOWAIT) == 0 &&
		ended.si_pid == child;
}

/* What it has written by its end. */
static void drain_all(struct talk *talk)
{
	size_t before;

	do {
		before = talk->output->len + talk->said->len;
		exchange(talk, 0);
	} while (talk->output->len + talk->said->len > before);
}

/* What is still to be said, and has nobody to say it any more, ends with the group. */
static enum program_end end_group(struct talk *talk, pid_t child, enum program_end so_far)
{
	int status = 0;

	kill(-child, SIGKILL);
	while (waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
	drain_all(talk);
	if (so_far != PROGRAM_DONE)
		return so_far;
	return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? PROGRAM_DONE : PROGRAM_FAILED;
}

static enum program_end watch(struct talk *talk, pid_t child, int seconds)
{
	int64_t last = clock_monotonic_ms() + (int64_t)seconds * 1000;

	while (!has_exited(child)) {
		if (is_ending())
			return end_group(talk, child, PROGRAM_STOPPED);
		if (clock_monotonic_ms() > last)
			return end_group(talk, child, PROGRAM_LATE);
		exchange(talk, LOOK_MS);
	}
	return end_group(talk, child, PROGRAM_DONE);
}

enum program_end program_run(const struct program *program, const struct str *input,
	struct str *output, struct str *said)
{
	struct talk talk = { .input = input, .output = output, .said = said };
	enum program_end end = PROGRAM_UNKNOWN;
	sigset_t before;
	pid_t child;
	void (*broken)(int) = signal(SIGPIPE, SIG_IGN);

	program_hold(&before);
	if (open_all(&talk.pipes) && start(program, true, &talk.pipes, &child) == 0)
		end = watch(&talk, child, program->seconds);
	close_all(&talk.pipes);
	signal(SIGPIPE, broken);
	program_release(&before);
	return end;
}

void program_said(struct str *line, const struct str *said)
{
	char *copy = mem_strdup(said->len ? said->text : ""), *rest = copy;
	size_t before = line->len;

	for (char *part; (part = strsep(&rest, "\r\n"));)
		if (!str_blank(part))
			str_addf(line, "%s%s", line->len > before ? "; " : "", part);
	if (line->len == before)
		str_add(line, "nothing");
	free(copy);
}
