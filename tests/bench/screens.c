/* SPDX-License-Identifier: MIT */
/*
 * The screens against the least program of their kind (floor.c), and against dialog(1), on a
 * pseudo-terminal of 80x24 and turn by turn: from the start to the first paint, from a key to its
 * paint, bytes for a moved cursor and a rated answer, what is done when nothing is, memory; and the
 * portfolio of 10,000 assessments against that of 100. REKINDLE and FLOOR name the programs.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <rekindle/file.h>

#include "pty.h"
#include "rows.h"
#include "stores.h"

enum { STARTS = 41, SESSIONS = 3, KEYS = 40, SETTLE_MS = 1000, IDLE_MS = 5000 };

static char few[4200], many[4200], floors[4200], session[4200], round_id[UUID_TEXT],
	person[BENCH_NAME];

/* A program with its first paint, the keys that lead to what is measured and those that end it. */
struct scene {
	const char *name, *words, *quit;
	const char *const *arguments, *const *way; /* each to a NULL; way NULL: none */
	const char *down, *up;                     /* what is measured: so often this, then that */
	int span;
};

static const char *program(const char *variable)
{
	const char *path = getenv(variable);
	if (path)
		return path;
	fprintf(stderr, "bench-screens: %s names no program\n", variable);
	exit(BENCH_BROKEN);
}

/* What a session leaves is not there for the next one. */
static void renew_session(void)
{
	struct errmsg why = { "" };
	struct str bytes;
	str_init(&bytes);
	if (file_read(few, SIZE_MAX, &bytes, &why) ||
		file_write_safely(session, bytes.text, bytes.len, true, &why)) {
		fprintf(stderr, "bench-screens: %s\n", why.text);
		exit(BENCH_BROKEN);
	}
	str_release(&bytes);
}

static struct pty_paint begin(struct pty *pty, const struct scene *scene)
{
	struct pty_paint paint = pty_start(pty, scene->arguments, scene->words);
	for (size_t i = 0; scene->way && scene->way[i]; i++)
		pty_key(pty, scene->way[i]);
	return paint;
}

/* What is run */

static const char *const nowhere[] = { NULL };
static const char *ours_few[] = { NULL, "--db", few, NULL };
static const char *ours_many[] = { NULL, "--db", many, NULL };
static const char *ours_round[] = { NULL, "--db", session, "open", round_id, NULL };
static const char *ours_person[] = { NULL, "--db", session, "interview", round_id, "--respondent",
	person, NULL };
static const char *least[] = { NULL, floors, NULL };
static const char *dialog[] = { "dialog", "--menu", "Which alliance?", "22", "76", "15", "1",
	"Halden Foods and Aurum Systems", "2", "Norvik Pharma and Quill Logistics", "3",
	"Castell Foods and Sabine Systems", "4", "Orsini Systems and Yarrow Pharma", "5",
	"Kestrel Logistics and Basalt Foods", NULL };

static const char *const to_plan[] = { "P", NULL };
static const char *const to_rating[] = { "{PAGE_DOWN}", "{PAGE_DOWN}", NULL };
/* A question with a list to choose from. */
static const char *const to_choice[] = { "{PAGE_DOWN}", "{PAGE_DOWN}", "g", "4", "2", "{ENTER}",
	NULL };
enum { PORTFOLIO, LARGE, FLOOR, DIALOG, HOME, PLAN, INTERVIEW, RATING, SCENES };
static const struct scene scenes[SCENES] = {
	[PORTFOLIO] = { "portfolio", "Portfolio", "q", ours_few, nowhere, "{DOWN}", "{UP}", 20 },
	[LARGE] = { "portfolio of 10,000", "Portfolio", "q", ours_many, nowhere, "", "", 0 },
	[FLOOR] = { "floor", "arrows", "q", least, nowhere, "{DOWN}", "{UP}", 20 },
	[DIALOG] = { "dialog", "Halden", "\033", dialog, nowhere, "", "", 0 },
	[HOME] = { "home", "Home", "qq", ours_round, nowhere, "{DOWN}", "{UP}", 4 },
	[PLAN] = { "plan", "Home", "qqq", ours_round, to_plan, "{DOWN}", "{UP}", 10 },
	[INTERVIEW] = { "interview", "Interview", "qqq", ours_person, to_choice, "{DOWN}", "{UP}",
		2 },
	[RATING] = { "a rated answer", "Interview", "qqq", ours_person, to_rating, "2", "4", 1 },
};

/* Starts, turn by turn */

static double start_once(const struct scene *scene)
{
	struct pty pty;
	double took = begin(&pty, scene).took;
	pty_end(&pty, scene->quit);
	return took;
}

static bool measure_starts(bool has_dialog)
{
	static const struct bench_row rows[] = {
		{ "start", "start to first paint, 100 alliances", "floor", "ms", 1.2 },
		{ "start_dialog", "start to first paint, 100 alliances", "dialog --menu", "ms", 1 },
		{ "start_many", "first paint, 10,000 alliances", "100 alliances", "ms", 1.2 },
	};
	static struct samples starts[DIALOG + 1];
	int programs = has_dialog ? DIALOG + 1 : DIALOG, runs = bench_number("BENCH_RUNS", STARTS);
	for (int i = 0; i < programs; i++)
		start_once(&scenes[i]);
	for (int run = 0; run < runs; run++)
		for (int i = 0; i < programs; i++) {
			int which = (run + i) % programs;
			samples_add(&starts[which], start_once(&scenes[which]));
		}
	bool met = bench_row(&rows[0], &starts[PORTFOLIO], &starts[FLOOR]);
	met &= has_dialog ? bench_row(&rows[1], &starts[PORTFOLIO], &starts[DIALOG])
			  : bench_left_out(&rows[1], "dialog is not installed");
	return bench_row(&rows[2], &starts[LARGE], &starts[PORTFOLIO]) && met;
}

/* Keys */

struct keys {
	struct samples took;  /* of each key */
	struct samples bytes; /* of a key, the mean of a session */
	struct samples processor;
};

static void press(struct pty *pty, const struct scene *scene, struct keys *keys)
{
	double bytes = 0, processor = pty_processor(pty);
	int painted = 0;
	for (int i = 0; i < KEYS; i++) {
		bool down = i / scene->span % 2 == 0;
		struct pty_paint paint = pty_key(pty, down ? scene->down : scene->up);
		if (paint.bytes)
			samples_add(&keys->took, paint.took);
		bytes += (double)paint.bytes;
		painted += paint.bytes > 0;
	}
	if (painted < KEYS) {
		fprintf(stderr, "bench-screens: %s: %d of %d keys paint nothing\n", scene->name,
			KEYS - painted, KEYS);
		exit(BENCH_BROKEN);
	}
	samples_add(&keys->bytes, bytes / painted);
	samples_add(&keys->processor, (pty_processor(pty) - processor) / painted);
}

static void press_all(struct keys keys[SCENES])
{
	for (int turn = 0; turn < bench_number("BENCH_RUNS", SESSIONS); turn++)
		for (int i = 0; i < SCENES; i++) {
			struct pty pty;
			if (!scenes[i].span)
				continue;
			renew_session();
			begin(&pty, &scenes[i]);
			press(&pty, &scenes[i], &keys[i]);
			pty_end(&pty, scenes[i].quit);
		}
}

static bool measure_keys(void)
{
	static const struct bench_row rows[] = {
		{ "key_interview", "key to paint, interview", "floor", "ms", 1.2 },
		{ "key_portfolio", "key to paint, portfolio", "floor", "ms", 1.2 },
		{ "key_rated", "rated answer to paint, with its commit", "floor", "ms",
			BENCH_TOLD },
		{ "key_processor", "processor of a key, portfolio", "floor", "ms", BENCH_TOLD },
		{ "bytes_portfolio", "bytes of a key, portfolio", "", "bytes", 200 },
		{ "bytes_home", "bytes of a key, home", "", "bytes", 200 },
		{ "bytes_plan", "bytes of a key, plan", "", "bytes", 200 },
		{ "bytes_interview", "bytes of a key, interview", "", "bytes", 200 },
		{ "bytes_rated", "bytes of a rated answer", "", "bytes", 200 },
	};
	static const int timed[] = { INTERVIEW, PORTFOLIO, RATING };
	static const int counted[] = { PORTFOLIO, HOME, PLAN, INTERVIEW, RATING };
	static struct keys keys[SCENES];
	bool met = true;
	press_all(keys);
	for (size_t i = 0; i < 3; i++)
		met &= bench_row(&rows[i], &keys[timed[i]].took, &keys[FLOOR].took);
	met &= bench_row(&rows[3], &keys[PORTFOLIO].processor, &keys[FLOOR].processor);
	for (size_t i = 0; i < 5; i++)
		met &= bench_row(&rows[4 + i], &keys[counted[i]].bytes, NULL);
	return met;
}

/* Nothing at all */

static bool measure_idle(void)
{
	static const struct bench_row rows[] = {
		{ "idle_bytes", "bytes in five seconds of nothing", "", "bytes", 0 },
		{ "idle_processor", "processor in a second of nothing", "", "ms", 2 },
		{ "idle_wakes", "waits that end in a second of nothing", "", "", BENCH_TOLD },
	};
	const double seconds = IDLE_MS / 1e3;
	struct samples idle[3] = { { 0 } };
	struct pty pty;
	begin(&pty, &scenes[PORTFOLIO]);
	pty_listen(&pty, SETTLE_MS);
	double processor = pty_processor(&pty), wakes = (double)pty_wakes(&pty);
	samples_add(&idle[0], (double)pty_listen(&pty, IDLE_MS));
	samples_add(&idle[1], (pty_processor(&pty) - processor) / seconds);
	samples_add(&idle[2], ((double)pty_wakes(&pty) - wakes) / seconds);
	pty_end(&pty, "q");
	bool met = true;
	for (int i = 0; i < 3; i++) {
		met &= bench_row(&rows[i], &idle[i], NULL);
		samples_release(&idle[i]);
	}
	return met;
}

static void add_memory(struct samples *samples, const struct scene *scene)
{
	struct pty pty;
	begin(&pty, scene);
	samples_add(samples, pty_private(&pty));
	pty_end(&pty, scene->quit);
}

static bool measure_memory(void)
{
	static const struct bench_row row = { "memory", "private memory, 10,000 alliances", "floor",
		"KiB", 3 };
	struct samples ours = { 0 }, floor = { 0 };
	for (int i = 0; i < bench_number("BENCH_RUNS", SESSIONS); i++) {
		add_memory(&ours, &scenes[LARGE]);
		add_memory(&floor, &scenes[FLOOR]);
	}
	bool met = bench_row(&row, &ours, &floor);
	samples_release(&ours);
	samples_release(&floor);
	return met;
}

static bool is_installed(const char *name)
{
	char command[200];
	snprintf(command, sizeof(command), "command -v %s >/dev/null 2>&1", name);
	return system(command) == 0;
}

/* The floor has one of its own: it changes how the file is written. */
static void make_stores(void)
{
	struct store_shape shapes[] = { bench_hundred, bench_hundred, bench_hundred };
	shapes[1].name = "floor";
	shapes[2] = (struct store_shape){ "portfolio", 0, 4, 2, 60, true };
	shapes[2].alliances = bench_number("BENCH_PORTFOLIO", 10000);
	char *const paths[] = { few, floors, many };
	for (size_t i = 0; i < 3; i++) {
		bench_store(&shapes[i], paths[i], sizeof(few));
		bench_leave_copy(shapes[i].name);
	}
	snprintf(session, sizeof(session), "%s/session.db", bench_folder());
	bench_leave_copy("session");
	bench_round(round_id);
	bench_person(0, person);
}

int main(void)
{
	setenv("REKINDLE_TODAY", BENCH_TODAY, 1);
	ours_few[0] = ours_many[0] = ours_round[0] = ours_person[0] = program("REKINDLE");
	least[0] = program("FLOOR");
	make_stores();
	bool met = measure_starts(is_installed("dialog"));
	met &= measure_keys();
	met &= measure_idle();
	met &= measure_memory();
	return met ? EXIT_SUCCESS : EXIT_FAILURE;
}
