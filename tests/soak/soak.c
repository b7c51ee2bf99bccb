/* SPDX-License-Identifier: MIT */
/*
 * Sessions of random keys and random sizes on the real program, under the sanitizers: it lives, the
 * picture is whole, a repaint changes nothing, it ends by q with 0, and the database is sound. Each
 * session begins with a fresh database, the worked example or an empty one, and with a seed of its
 * own, so that it can be repeated alone. usage: soak KEYS RESIZES SEED; REKINDLE names the program.
 */
#include "soak.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define SESSION 500 /* keys */
#define LAST 120    /* keys that are told where it fails */

static struct stage stage;
static struct dice dice;
static char root[512], *last[LAST];
static int rows, cols, pressed, sizes_every;
static unsigned seed;

static void remember(const char *key)
{
	char **slot = &last[pressed++ % LAST];
	free(*slot);
	*slot = strdup(key);
}

static void tell_keys(void)
{
	for (int i = pressed > LAST ? pressed - LAST : 0; i < pressed; i++)
		fprintf(stderr, "%s ", last[i % LAST]);
	fputc('\n', stderr);
}

static void tell_logs(void)
{
	char command[256];
	snprintf(command, sizeof(command), "cat '%s'/sanitizer.* >&2 2>/dev/null", stage.home);
	if (system(command))
		fputs("no word of a sanitizer\n", stderr);
}

static void give_up(const char *what)
{
	fprintf(stderr,
		"soak: %s\nat %d x %d, after %d keys; again: make soak KEYS=%d RESIZES=%d "
		"SEED=%u\n",
		what, rows, cols, pressed, SESSION, sizes_every ? SESSION / sizes_every : 0, seed);
	tell_keys();
	if (stage.term)
		fprintf(stderr, "%s", term_text(stage.term));
	tell_logs();
	ck_abort_msg("%s; its folder stays: %s", what, stage.home);
}

static void command(const char *what)
{
	char out[8192];
	int status = stage_command(&stage, out, sizeof(out), "%s 2>&1", what);
	if (status) {
		fputs(out, stderr);
		give_up(what);
	}
}

#define ESCAPE 35 /* ms: longer than Esc waits for a sequence to go on */

/* Sends it and waits for the program to wait; false once it has ended. */
static bool send(const char *keys)
{
	int status;
	if (!term_keys(stage.term, keys))
		give_up("it reads no keys");
	if (!strcmp(keys, "{ESC}"))
		term_wait_quiet(stage.term, ESCAPE, DEADLINE);
	if (!term_wait_idle(stage.term, DEADLINE))
		give_up("it does not come to rest");
	/* who has given the terminal back ends, or comes back from the editor */
	for (int waited = 0; !term_wait_exit(stage.term, 0, &status); waited++) {
		if (term_altscreen(stage.term))
			return true;
		if (waited > DEADLINE / 10)
			give_up("it has left the screen, and does not end");
		term_wait_quiet(stage.term, 10, DEADLINE);
	}
	if (!WIFEXITED(status) || WEXITSTATUS(status))
		give_up("it has died");
	return false;
}

/* A size may be known, and painted, a little later than it is set: it has to become right. */
static void look(void)
{
	const char *wrong;
	for (int waited = 0; (wrong = look_wrong(stage.term, rows, cols)); waited += 50) {
		if (waited > DEADLINE / 4)
			give_up(wrong);
		usleep(50 * 1000);
		term_wait_quiet(stage.term, 1, DEADLINE);
	}
}

/* What was painted bit by bit is what is painted at once. */
static bool repaint(void)
{
	if (!strncmp(term_row(stage.term, 0) + 2, "Portfolio", 9))
		return true; /* its trends come a second after the rows */
	char *before = look_kept(stage.term, rows);
	if (!send("{C-l}"))
		return false;
	char *after = look_kept(stage.term, rows);
	if (strcmp(before, after)) {
		fprintf(stderr, "before:\n%safter:\n%s", before, after);
		give_up("a repaint changes the picture");
	}
	free(before);
	free(after);
	return true;
}

static bool resize(void)
{
	rows = 5 + (int)dice_roll(&dice, 66);
	cols = 20 + (int)dice_roll(&dice, 231);
	if (!dice_roll(&dice, 3)) {
		rows = 24;
		cols = 80;
	}
	term_resize(stage.term, rows, cols);
	char size[32];
	snprintf(size, sizeof(size), "(%dx%d)", rows, cols);
	remember(size);
	pressed--;
	/* the signal may come a little later than the size */
	term_wait_quiet(stage.term, 20, DEADLINE);
	return send("");
}

static bool press(void)
{
	const char *key = keys_next(&dice, look_mode(stage.term, rows, cols) != LOOK_NAV);
	remember(key);
	return send(key);
}

static void start(void)
{
	static char logs[160];
	rows = 24;
	cols = 80;
	snprintf(logs, sizeof(logs), "ASAN_OPTIONS=detect_leaks=0:log_path=%s/sanitizer",
		stage.home);
	stage.env = logs;
	stage_run(&stage, rows, cols, NULL, NULL);
	if (!term_wait_text(stage.term, "Portfolio", DEADLINE) || !send(""))
		give_up("it does not begin");
}

/* q, or Esc from where letters are text; what is asked on the way is answered with y. */
static const char *way_out(void)
{
	if (term_find(stage.term, "other key", NULL, NULL))
		return "y";
	return look_mode(stage.term, rows, cols) == LOOK_NAV ? "q" : "{ESC}";
}

static void end(void)
{
	term_resize(stage.term, rows = 24, cols = 80);
	for (int i = 0; i < 40; i++)
		if (!send(i ? way_out() : ""))
			return;
	give_up("q does not lead out");
}

static void walk(int keys)
{
	start();
	for (int i = 0; i < keys; i++) {
		bool lives = press();
		if (lives && sizes_every && !dice_roll(&dice, (unsigned)sizes_every))
			lives = resize();
		if (lives && i % 10 == 0)
			look();
		if (lives && i % 50 == 0)
			lives = repaint();
		if (!lives)
			start();
	}
	end();
}

static int keys_wanted, sizes_wanted;
static unsigned first;

START_TEST(test_soak_of_random_keys)
{
	char import[640];
	int left = keys_wanted - _i * SESSION;
	sizes_every = sizes_wanted ? (keys_wanted + sizes_wanted - 1) / sizes_wanted : 0;
	stage_begin(&stage);
	dice_begin(&dice, seed = first + (unsigned)_i);
	snprintf(import, sizeof(import), "import '%s/%s'", root,
		seed % 5 < 3 ? "data/example/phoenix-gentech.json" : "tests/data/one-round.json");
	if (seed % 5 != 4)
		command(import);
	walk(left < SESSION ? left : SESSION);
	if (!access(stage.database, F_OK)) {
		command("doctor");
		command("list --json");
	}
	stage_end(&stage);
}
END_TEST

static Suite *soak_suite(void)
{
	Suite *suite = suite_create("soak");
	TCase *tcase = tcase_create("soak");
	tcase_set_timeout(tcase, 600);
	tcase_add_loop_test(
		tcase, test_soak_of_random_keys, 0, (keys_wanted + SESSION - 1) / SESSION);
	suite_add_tcase(suite, tcase);
	return suite;
}

int main(int argc, char **argv)
{
	keys_wanted = argc > 1 ? atoi(argv[1]) : SESSION;
	sizes_wanted = argc > 2 ? atoi(argv[2]) : 0;
	first = argc > 3 ? (unsigned)atoi(argv[3]) : 1;
	program = getenv("REKINDLE");
	if (!program || *program != '/' || !getcwd(root, sizeof(root))) {
		fputs("soak: set REKINDLE to the absolute path of the program\n", stderr);
		return EXIT_FAILURE;
	}
	SRunner *runner = srunner_create(soak_suite());
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	printf("soak: %d keys and %d sizes, seed %u: %d sessions failed\n", keys_wanted,
		sizes_wanted, first, failed);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
