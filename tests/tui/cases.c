/* SPDX-License-Identifier: MIT */
/*
 * Golden journeys: cases/NAME.keys says what to wait for and to type, NAME.screen what is seen.
 * GOLDEN=write rewrites the screens; the diff is then read by a person.
 *
 * Lines of a .keys file:
 *   size 24x80 | locale C | start ARGS   how to start
 *   example | rounds                      before it: the example is imported, later rounds of it
 *   wait TEXT | send KEYS | resize 12x40
 *   screen                                compare (or write) the whole screen here
 */
#include "stage.h"

#include <ctype.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CASES "tests/tui/cases"
#define CASES_MAX 64

static char names[CASES_MAX][64];
static int name_count;
static char root[512]; /* where the tests were started */

static int by_name(const void *a, const void *b)
{
	return strcmp(a, b);
}

static void find_cases(void)
{
	DIR *folder = opendir(CASES);
	for (struct dirent *entry; folder && (entry = readdir(folder));) {
		char *dot = strrchr(entry->d_name, '.');
		if (!dot || strcmp(dot, ".keys") || name_count == CASES_MAX)
			continue;
		snprintf(
			names[name_count++], 64, "%.*s", (int)(dot - entry->d_name), entry->d_name);
	}
	if (folder)
		closedir(folder);
	qsort(names, (size_t)name_count, sizeof(*names), by_name);
}

/* What depends on the wall clock is masked: 14:31 becomes --:--, a folder's name becomes its kind.
 */
static void mask(char *text, const struct stage *stage)
{
	for (char *p = text; *p; p++)
		if (isdigit((unsigned char)p[0]) && isdigit((unsigned char)p[1]) && p[2] == ':' &&
			isdigit((unsigned char)p[3]) && isdigit((unsigned char)p[4]))
			memcpy(p, "--:--", 5);
	const char *tail = strrchr(stage->home, '-') + 1;
	for (char *p; (p = strstr(text, tail));)
		memset(p, 'X', strlen(tail));
}

/* The screen as text, then where the focus and the cursor are. */
static char *picture(struct stage *stage)
{
	size_t size = strlen(term_text(stage->term)) + 256;
	char *text = malloc(size);
	snprintf(text, size, "%s", term_text(stage->term));
	mask(text, stage);
	const char *attributes = term_attrs(stage->term);
	int row = 0, col, at = -1;
	bool visible;
	for (const char *line = attributes; *line; row++) {
		size_t n = strcspn(line, "\n");
		if (at < 0 && memchr(line, 'r', n))
			at = row;
		line += n + (line[n] == '\n');
	}
	size_t used = strlen(text);
	int focus = at;
	term_cursor(stage->term, &row, &col, &visible);
	if (visible)
		snprintf(text + used, size - used, "-- focus row %d, cursor %d,%d\n", focus + 1,
			row + 1, col + 1);
	else
		snprintf(text + used, size - used, "-- focus row %d, no cursor\n", focus + 1);
	return text;
}

static char *read_file(const char *path)
{
	FILE *in = fopen(path, "r");
	if (!in)
		return NULL;
	char *text = calloc(1, 1 << 20);
	text[fread(text, 1, (1 << 20) - 1, in)] = '\0';
	fclose(in);
	return text;
}

struct run {
	struct stage stage;
	int rows, cols;
	char locale[32];
	char *seen; /* all screens of the case so far */
	size_t seen_size;
	FILE *out;
};

static void start(struct run *run, char *rest)
{
	const char *args[12];
	int n = 0;
	for (char *word = strtok(rest, " "); word && n < 11; word = strtok(NULL, " "))
		args[n++] = word;
	args[n] = NULL;
	stage_run(&run->stage, run->rows, run->cols, *run->locale ? run->locale : NULL, args);
}

static void import_example(struct run *run)
{
	char said[1024];
	ck_assert_int_eq(stage_command(&run->stage, said, sizeof(said),
				 "import %s/tests/data/one-round.json 2>&1", root),
		0);
}

/* Two pulses and a follow-up of the example: tests/data/rounds.py. */
static void import_rounds(struct run *run)
{
	char said[1024];
	const char *home = run->stage.home;
	ck_assert_int_eq(stage_command(&run->stage, said, sizeof(said),
				 "instrument show --json >%s/bank.json", home),
		0);
	ck_assert_int_eq(stage_command(&run->stage, said, sizeof(said),
				 "export \"Phoenix Labs and GenTech Solutions\" 2>/dev/null | "
				 "python3 %s/tests/data/rounds.py %s/bank.json >%s/rounds.json",
				 root, home, home),
		0);
	ck_assert_int_eq(stage_command(&run->stage, said, sizeof(said),
				 "import --theirs %s/rounds.json 2>&1", home),
		0);
}

static void take_screen(struct run *run)
{
	stage_idle(&run->stage);
	char *text = picture(&run->stage);
	fputs(text, run->out);
	free(text);
}

static void take_line(struct run *run, char *line)
{
	char *rest = strchr(line, ' ');
	rest = rest ? (*rest = '\0', rest + 1) : line + strlen(line);
	if (!strcmp(line, "size"))
		sscanf(rest, "%dx%d", &run->rows, &run->cols);
	else if (!strcmp(line, "locale"))
		snprintf(run->locale, sizeof(run->locale), "%s", rest);
	else if (!strcmp(line, "example"))
		import_example(run);
	else if (!strcmp(line, "rounds"))
		import_rounds(run);
	else if (!strcmp(line, "start"))
		start(run, rest);
	else if (!strcmp(line, "wait"))
		stage_wait(&run->stage, rest);
	else if (!strcmp(line, "send"))
		ck_assert(term_keys(run->stage.term, rest));
	else if (!strcmp(line, "resize")) {
		int rows, cols;
		sscanf(rest, "%dx%d", &rows, &cols);
		stage_idle(&run->stage);
		term_resize(run->stage.term, rows, cols);
	} else if (!strcmp(line, "screen"))
		take_screen(run);
	else
		ck_abort_msg("unknown line in a case: %s", line);
}

START_TEST(test_case_screens_are_golden)
{
	char path[700];
	const char *name = names[_i];
	struct run run = { .rows = 24, .cols = 80 };
	stage_begin(&run.stage);
	run.out = open_memstream(&run.seen, &run.seen_size);
	snprintf(path, sizeof(path), "%s/" CASES "/%s.keys", root, name);
	char *script = read_file(path), *save;
	ck_assert_ptr_nonnull(script);
	for (char *line = strtok_r(script, "\n", &save); line; line = strtok_r(NULL, "\n", &save))
		if (*line != '#')
			take_line(&run, line);
	fclose(run.out);
	snprintf(path, sizeof(path), "%s/" CASES "/%s.screen", root, name);
	const char *golden = getenv("GOLDEN");
	if (golden && !strcmp(golden, "write")) {
		FILE *out = fopen(path, "w");
		ck_assert_ptr_nonnull(out);
		fputs(run.seen, out);
		fclose(out);
	} else {
		char *wanted = read_file(path);
		ck_assert_msg(wanted != NULL, "no %s: make golden writes it", path);
		if (strcmp(wanted, run.seen))
			fprintf(stderr, "=== %s: wanted\n%s=== seen\n%s", name, wanted, run.seen);
		ck_assert_msg(!strcmp(wanted, run.seen), "%s: the screen differs", name);
		free(wanted);
	}
	free(script);
	free(run.seen);
	stage_end(&run.stage);
}
END_TEST

Suite *cases_suite(void)
{
	Suite *suite = suite_create("golden journeys");
	TCase *tcase = tcase_create("cases");
	if (!getcwd(root, sizeof(root)))
		abort();
	find_cases();
	tcase_set_timeout(tcase, 120);
	tcase_add_loop_test(tcase, test_case_screens_are_golden, 0, name_count);
	suite_add_tcase(suite, tcase);
	return suite;
}
