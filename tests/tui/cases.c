/* SPDX-License-Identifier: MIT */
/*
 * Golden journeys: cases/NAME.keys says what to wait for and to type, NAME.screen what is seen.
 * GOLDEN=write rewrites the screens; the diff is then read by a person. CASE=WORD: only those with
 * it in their names.
 *
 * Lines of a .keys file:
 *   size 24x80 | locale C | today DAY | start ARGS   how to start
 *   wide                                  the same once more at 40x120, whose screens are
 *                                         NAME-wide.screen
 *   alliance ROUNDS | example | rounds    before it: tests/data/nord.py with these rounds, or the
 *                                         example, later rounds of it
 *   wait TEXT | send KEYS | resize 12x40
 *   screen                                compare (or write) the whole screen here
 *   ends                                  it has ended, with 0
 *   run ARGS | refused STATUS ARGS        a command; typed TEXT before it: what it can read as
 * typed apart                                 from here on NAME.commands does the same in a copy of
 * the database, by commands; what is then exported of both has to be the same but for ids and times
 */
#include "stage.h"

#include <ctype.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CASES "tests/tui/cases"
#define CASES_MAX 160
#define APART "apart.db"
#define WIDE "-wide"

struct journey {
	char keys[64];   /* NAME of NAME.keys and NAME.commands */
	char screen[72]; /* of NAME.screen */
	bool wide;       /* at 40x120, whatever size its lines begin with */
};

static struct journey cases[CASES_MAX];
static int case_count;
static char root[512]; /* where the tests were started */

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

static int by_screen(const void *a, const void *b)
{
	const struct journey *first = a, *second = b;
	return strcmp(first->screen, second->screen);
}

static void add_case(const char *name, bool wide)
{
	const char *wanted = getenv("CASE");
	if (case_count == CASES_MAX)
		abort();
	struct journey *journey = &cases[case_count];
	snprintf(journey->keys, sizeof(journey->keys), "%s", name);
	snprintf(journey->screen, sizeof(journey->screen), "%s%s", name, wide ? WIDE : "");
	journey->wide = wide;
	case_count += !wanted || strstr(journey->screen, wanted);
}

/* NAME.keys, and NAME-wide where one of its lines is `wide`. */
static void add_cases(const char *file)
{
	char path[300], name[64];
	snprintf(path, sizeof(path), CASES "/%s", file);
	snprintf(name, sizeof(name), "%.*s", (int)(strlen(file) - strlen(".keys")), file);
	char *script = read_file(path);
	add_case(name, false);
	if (script && strstr(script, "\nwide\n"))
		add_case(name, true);
	free(script);
}

static void find_cases(void)
{
	DIR *folder = opendir(CASES);
	for (struct dirent *entry; folder && (entry = readdir(folder));) {
		const char *dot = strrchr(entry->d_name, '.');
		if (dot && !strcmp(dot, ".keys"))
			add_cases(entry->d_name);
	}
	if (folder)
		closedir(folder);
	qsort(cases, (size_t)case_count, sizeof(*cases), by_screen);
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

struct run {
	struct stage stage;
	int rows, cols;
	char locale[32], today[16];
	bool wide;
	char awaited[96]; /* by the line before, or nothing */
	bool apart;       /* the same is done by commands, in a copy of the database */
	char *seen;       /* all screens of the case so far */
	size_t seen_size;
	FILE *out;
};

static void take_size(struct run *run, char *rest)
{
	if (!run->wide)
		sscanf(rest, "%dx%d", &run->rows, &run->cols);
}

/* Told by its case, before the first line. */
static void take_wide(struct run *run, char *rest)
{
	(void)run, (void)rest;
}

static void take_locale(struct run *run, char *rest)
{
	snprintf(run->locale, sizeof(run->locale), "%s", rest);
}

static void take_today(struct run *run, char *rest)
{
	snprintf(run->today, sizeof(run->today), "%s", rest);
	run->stage.today = run->today;
}

static void start(struct run *run, char *rest)
{
	const char *args[12];
	int n = 0;
	for (char *word = strtok(rest, " "); word && n < 11; word = strtok(NULL, " "))
		args[n++] = word;
	args[n] = NULL;
	stage_run(&run->stage, run->rows, run->cols, *run->locale ? run->locale : NULL, args);
}

/* A command, which has to end with that status. */
static void command(struct run *run, int status, const char *line)
{
	char said[1 << 14];
	int ended = stage_command(&run->stage, said, sizeof(said), "%s 2>&1", line);
	ck_assert_msg(
		ended == status, "%.300s: exit %d, not %d: %.2500s", line, ended, status, said);
}

static void take_run(struct run *run, char *rest)
{
	command(run, 0, rest);
}

static void take_refused(struct run *run, char *rest)
{
	char *end;
	int status = (int)strtol(rest, &end, 10);
	command(run, status, end);
}

/* To HOME/typed, which a command then reads; every \n is a line's end. */
static void take_typed(struct run *run, char *rest)
{
	char path[96];
	snprintf(path, sizeof(path), "%s/typed", run->stage.home);
	FILE *out = fopen(path, "w");
	ck_assert_ptr_nonnull(out);
	for (const char *at = rest; *at; at++)
		if (strncmp(at, "\\n", 2) == 0)
			fputc('\n', out), at++;
		else
			fputc(*at, out);
	fclose(out);
}

/* tests/data/nord.py with these rounds. */
static void take_alliance(struct run *run, char *rest)
{
	char line[700];
	snprintf(line, sizeof(line),
		"instrument show --json >bank.json && "
		"python3 %s/tests/data/nord.py bank.json %s >nord.json",
		root, rest);
	command(run, 0, line);
	command(run, 0, "import nord.json");
}

static void take_example(struct run *run, char *rest)
{
	char line[600];
	(void)rest;
	snprintf(line, sizeof(line), "import %s/tests/data/one-round.json", root);
	command(run, 0, line);
}

/* Two pulses and a follow-up of the example: tests/data/rounds.py. */
static void take_rounds(struct run *run, char *rest)
{
	char line[700];
	(void)rest;
	command(run, 0, "instrument show 2 --json >bank.json");
	snprintf(line, sizeof(line),
		"export \"Phoenix Labs and GenTech Solutions\" 2>/dev/null | "
		"python3 %s/tests/data/rounds.py bank.json >rounds.json",
		root);
	command(run, 0, line);
	command(run, 0, "import --theirs rounds.json");
}

static void take_apart(struct run *run, char *rest)
{
	(void)rest;
	command(run, 0, "list >/dev/null && cp test.db " APART);
	run->apart = true;
}

static void take_wait(struct run *run, char *rest)
{
	stage_wait(&run->stage, rest);
	snprintf(run->awaited, sizeof(run->awaited), "%s", rest);
}

static void take_send(struct run *run, char *rest)
{
	ck_assert(term_keys(run->stage.term, rest));
	*run->awaited = '\0';
}

static void take_resize(struct run *run, char *rest)
{
	int rows, cols;
	sscanf(rest, "%dx%d", &rows, &cols);
	stage_idle(&run->stage);
	term_resize(run->stage.term, rows, cols);
	*run->awaited = '\0';
}

static void take_screen(struct run *run, char *rest)
{
	(void)rest;
	stage_idle(&run->stage);
	/* what was seen and has gone stood on the screen before, and is no sign of this one */
	ck_assert_msg(strstr(term_text(run->stage.term), run->awaited) != NULL,
		"awaited, and not on the screen: %s", run->awaited);
	char *text = picture(&run->stage);
	fputs(text, run->out);
	free(text);
}

static void take_ends(struct run *run, char *rest)
{
	(void)rest;
	stage_exit(&run->stage, 0);
}

static const struct {
	const char *word;
	void (*take)(struct run *, char *rest);
} lines[] = {
	{ "size", take_size },
	{ "wide", take_wide },
	{ "locale", take_locale },
	{ "today", take_today },
	{ "alliance", take_alliance },
	{ "example", take_example },
	{ "rounds", take_rounds },
	{ "run", take_run },
	{ "refused", take_refused },
	{ "typed", take_typed },
	{ "apart", take_apart },
	{ "start", start },
	{ "wait", take_wait },
	{ "send", take_send },
	{ "resize", take_resize },
	{ "screen", take_screen },
	{ "ends", take_ends },
};

static void take_line(struct run *run, char *line)
{
	char *rest = strchr(line, ' ');
	rest = rest ? (*rest = '\0', rest + 1) : line + strlen(line);
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++)
		if (!strcmp(line, lines[i].word)) {
			lines[i].take(run, rest);
			return;
		}
	ck_abort_msg("unknown line in a case: %s", line);
}

static void take_script(struct run *run, const char *name, const char *kind)
{
	char path[700], *save;
	snprintf(path, sizeof(path), "%s/" CASES "/%s.%s", root, name, kind);
	char *script = read_file(path);
	ck_assert_msg(script != NULL, "no %s", path);
	for (char *line = strtok_r(script, "\n", &save); line; line = strtok_r(NULL, "\n", &save))
		if (*line != '#')
			take_line(run, line);
	free(script);
}

/* The screens and the commands leave the same behind. */
static void assert_same_apart(struct run *run, const char *name)
{
	struct run apart = { .stage = run->stage };
	char line[700];
	apart.stage.term = NULL;
	apart.stage.today = NULL;
	snprintf(apart.stage.database, sizeof(apart.stage.database), "%s/" APART, run->stage.home);
	take_script(&apart, name, "commands");
	command(&apart, 0, "export 'Nord and Sued' -o commands.json");
	snprintf(line, sizeof(line),
		"export 'Nord and Sued' 2>/dev/null >screens.json && "
		"python3 %s/tests/tui/same.py screens.json commands.json",
		root);
	command(run, 0, line);
}

static void assert_golden(const struct run *run, const char *name)
{
	char path[700];
	snprintf(path, sizeof(path), "%s/" CASES "/%s.screen", root, name);
	const char *golden = getenv("GOLDEN");
	if (golden && !strcmp(golden, "write")) {
		FILE *out = fopen(path, "w");
		ck_assert_ptr_nonnull(out);
		fputs(run->seen, out);
		fclose(out);
		return;
	}
	char *wanted = read_file(path);
	ck_assert_msg(wanted != NULL, "no %s: make golden writes it", path);
	if (strcmp(wanted, run->seen))
		fprintf(stderr, "=== %s: wanted\n%s=== seen\n%s", name, wanted, run->seen);
	ck_assert_msg(!strcmp(wanted, run->seen), "%s: the screen differs", name);
	free(wanted);
}

START_TEST(test_case_screens_are_golden)
{
	const struct journey *journey = &cases[_i];
	struct run run = { .wide = journey->wide,
		.rows = journey->wide ? 40 : 24,
		.cols = journey->wide ? 120 : 80 };
	stage_begin(&run.stage);
	run.out = open_memstream(&run.seen, &run.seen_size);
	take_script(&run, journey->keys, "keys");
	fclose(run.out);
	assert_golden(&run, journey->screen);
	if (run.apart && !run.wide)
		assert_same_apart(&run, journey->keys);
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
	tcase_add_loop_test(tcase, test_case_screens_are_golden, 0, case_count);
	suite_add_tcase(suite, tcase);
	return suite;
}
