/* SPDX-License-Identifier: MIT */
#include "runs.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "times.h"

struct work {
	void (*function)(const void *context);
	const void *context;
};

static double milliseconds(struct timeval time)
{
	return (double)time.tv_sec * 1e3 + (double)time.tv_usec / 1e3;
}

static struct run_cost run_work(const struct work *work, const char *name)
{
	struct rusage used;
	int status = 0;
	fflush(NULL);
	double from = now(CLOCK_MONOTONIC);
	pid_t child = fork();
	if (child == 0) {
		work->function(work->context);
		_exit(EXIT_SUCCESS);
	}
	if (child < 0 || wait4(child, &status, 0, &used) != child || status) {
		fprintf(stderr, "bench: %s failed\n", name);
		exit(BENCH_BROKEN);
	}
	return (struct run_cost){ now(CLOCK_MONOTONIC) - from,
		milliseconds(used.ru_utime) + milliseconds(used.ru_stime), (double)used.ru_maxrss };
}

static void execute(const void *context)
{
	char *const *arguments = (char *const *)(size_t)context;
	int nowhere = open("/dev/null", O_RDWR);
	if (nowhere >= 0 && dup2(nowhere, STDIN_FILENO) >= 0 && dup2(nowhere, STDOUT_FILENO) >= 0)
		execv(*arguments, arguments);
	_exit(127);
}

struct run_cost run_program(const char *const arguments[])
{
	return run_work(&(struct work){ execute, arguments }, *arguments);
}

struct run_cost run_function(void (*function)(const void *context), const void *context)
{
	return run_work(&(struct work){ function, context }, "what is not run by a program");
}
