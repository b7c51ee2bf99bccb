/* SPDX-License-Identifier: MIT */
/*
 * Programs of others: found on PATH, started without a shell, fed through pipes.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include "cli.h"

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

static int start(const char *file, const char *const *arguments, struct pipes *pipes, pid_t *child)
{
	posix_spawn_file_actions_t streams;
	posix_spawnattr_t attributes;
	sigset_t defaults;

	posix_spawn_file_actions_init(&streams);
	posix_spawnattr_init(&attributes);
	for (int stream = 0; stream < 3; stream++)
		posix_spawn_file_actions_adddup2(&streams, pipes->end[stream][ITS], stream);
	sigemptyset(&defaults);
	sigaddset(&defaults, SIGPIPE);
	posix_spawnattr_setsigdefault(&attributes, &defaults);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
	int error = posix_spawn(
		child, file, &streams, &attributes, (char *const *)(uintptr_t)arguments, environ);
	posix_spawnattr_destroy(&attributes);
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

/* Until it says no more: what it leaves running may hold its standard error for good. */
static void converse(
	struct pipes *pipes, const struct str *input, struct str *output, struct str *said)
{
	size_t fed = 0;

	while (pipes->end[STDOUT_FILENO][OURS] >= 0) {
		struct pollfd waiting[3];
		for (int stream = 0; stream < 3; stream++)
			waiting[stream] = (struct pollfd){ .fd = pipes->end[stream][OURS],
				.events = stream == STDIN_FILENO ? POLLOUT : POLLIN };
		if (poll(waiting, 3, -1) < 0)
			continue;
		if (waiting[STDIN_FILENO].revents)
			feed(pipes, input, &fed);
		if (waiting[STDOUT_FILENO].revents)
			drain(pipes, STDOUT_FILENO, output);
		if (waiting[STDERR_FILENO].revents)
			drain(pipes, STDERR_FILENO, said);
	}
}

int program_filter(const char *file, const char *const *arguments, const struct str *input,
	struct str *output, struct str *said)
{
	struct pipes pipes;
	pid_t child;
	int status = 0;
	void (*broken)(int) = signal(SIGPIPE, SIG_IGN);
	bool started = open_all(&pipes) && start(file, arguments, &pipes, &child) == 0;

	if (started) {
		converse(&pipes, input, output, said);
		close_end(&pipes, STDIN_FILENO, OURS);
		while (waitpid(child, &status, 0) < 0 && errno == EINTR)
			;
		drain(&pipes, STDERR_FILENO, said);
	}
	close_all(&pipes);
	signal(SIGPIPE, broken);
	return started && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}
