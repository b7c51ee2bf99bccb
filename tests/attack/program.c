/* SPDX-License-Identifier: MIT */
/*
 * The program's own main() under another name, with its streams in files of memory.
 */
#include <stdlib.h>
#include <string.h>
#include "program.h"

#include <sys/mman.h>

int rekindle_main(int argc, char **argv);
#define main rekindle_main
#include "../../src/cli/main.c"
#undef main

#define ARGUMENTS_MOST 24

static struct {
	struct str folder, name, said;
	int number;                 /* of the database */
	int output, errors;         /* files of memory behind the two streams */
	int own_output, own_errors; /* what they were before */
} program;

void inside_begin(void)
{
	const char *places[] = { "/dev/shm", getenv("TMPDIR"), "/tmp" };

	str_init(&program.folder);
	str_init(&program.name);
	str_init(&program.said);
	for (int i = 0; i < 3 && !program.folder.len; i++) {
		if (!places[i] || access(places[i], W_OK) != 0)
			continue;
		str_addf(&program.folder, "%s/rekindle-attack.XXXXXX", places[i]);
		if (!mkdtemp(program.folder.text))
			str_clear(&program.folder);
	}
	if (!program.folder.len)
		abort();
	program.output = memfd_create("output", MFD_CLOEXEC);
	program.errors = memfd_create("errors", MFD_CLOEXEC);
	program.own_output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 10);
	program.own_errors = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 10);
	setenv("HOME", program.folder.text, 1);
	setenv("XDG_DATA_HOME", program.folder.text, 1);
}

static void remove_all(void)
{
	struct str command;

	str_init(&command);
	str_addf(&command, "rm -rf '%s'/*", program.folder.text);
	if (system(command.text) != 0)
		fputs("attack: the folder of the databases cannot be emptied\n", stderr);
	str_release(&command);
}

void inside_end(void)
{
	remove_all();
	rmdir(program.folder.text);
	str_release(&program.folder);
	str_release(&program.name);
	str_release(&program.said);
}

const char *inside_file(const char *name)
{
	str_clear(&program.name);
	str_addf(&program.name, "%s/%s", program.folder.text, name);
	return program.name.text;
}

void inside_fresh(void)
{
	static const char *const endings[] = { "", "-wal", "-shm", "-journal", NULL };
	struct str name;

	str_init(&name);
	for (int i = 0; endings[i] && program.number; i++) {
		str_clear(&name);
		str_addf(&name, "%d.db%s", program.number, endings[i]);
		unlink(inside_file(name.text));
	}
	str_clear(&name);
	str_addf(&name, "%d.db", ++program.number);
	setenv("REKINDLE_DB", inside_file(name.text), 1);
	str_release(&name);
	if (program.number % 100 == 0)
		remove_all(); /* of what else it left */
}

void inside_day(int day)
{
	char text[DATE_TEXT];

	setenv("REKINDLE_TODAY", date_iso(day, text), 1);
}

static void empty(int file)
{
	if (ftruncate(file, 0) != 0 || lseek(file, 0, SEEK_SET) != 0)
		abort();
}

static void take(int file, struct str *text)
{
	char buffer[16384];
	ssize_t n;

	str_clear(text);
	lseek(file, 0, SEEK_SET);
	while ((n = read(file, buffer, sizeof(buffer))) > 0)
		str_addn(text, buffer, (size_t)n);
}

int inside_run(struct str *out, const char *words)
{
	char *copy = strdup(words), *rest = copy;
	char name[] = "rekindle", *argument[ARGUMENTS_MOST + 2] = { name };
	int count = 1;

	for (char *word; count <= ARGUMENTS_MOST && (word = strsep(&rest, "\n"));)
		argument[count++] = word;
	fflush(NULL);
	empty(program.output);
	empty(program.errors);
	dup2(program.output, STDOUT_FILENO);
	dup2(program.errors, STDERR_FILENO);
	int code = rekindle_main(count, argument);
	fflush(NULL);
	dup2(program.own_output, STDOUT_FILENO);
	dup2(program.own_errors, STDERR_FILENO);
	take(program.output, out);
	take(program.errors, &program.said);
	free(copy);
	return code;
}

const char *inside_said(void)
{
	return program.said.text ? program.said.text : "";
}
