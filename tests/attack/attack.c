/* SPDX-License-Identifier: MIT */
/*
 * An attack on the editions (rekindle-method(7), section 9). Random alliances are put into the
 * program, whatever it hands out for both companies is read, over several releases, and each
 * respondent in turn works out of it what the others rated. It fails where a rating of somebody
 * else is left with a span of less than two steps, or where something is printed that the method
 * forbids.
 *
 * usage: attack [-v] [-s] [FIRST [SEEDS]]    -v: the figures behind a leak, -s: every paper
 *        attack -p FOLDER    of the leaks that stand there each has to be found, and in full
 *                            copies all that a file for the other company must not hold
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <rekindle/date.h>
#include "planted.h"
#include "program.h"
#include "solve.h"

#define SEEDS_OF_ALL 100 /* among so many is every kind of paper */
#define STEPS_MOST 3     /* releases of one alliance */

struct paper {
	const char *command, *options, *in;
	bool json;
	int often; /* of 100 alliances it is handed out so often at least */
};
static const struct paper papers[] = {
	{ "report", "\n--edition\njoint\n--format\njson", "report", true, 1 },
	{ "report", "\n--kind\nbrief\n--format\njson", "brief", true, 1 },
	{ "report", "\n--kind\nprogress\n--format\njson", "progress", true, 1 },
	{ "report", "\n--edition\njoint\n--format\ntext", "report in text", false, 1 },
	{ "report", "\n--kind\nbrief\n--format\ntext", "brief in text", false, 1 },
	{ "report", "\n--kind\nslides\n--format\njson", "slides", true, 1 },
	{ "report", "\n--kind\nslides\n--format\ntext", "slides in text", false, 1 },
	{ "plan", "\n--edition\njoint\n--format\ncsv", "plan in csv", false, 1 },
	{ "plan", "\n--edition\njoint\n--format\nics", "plan in ics", false, 1 },
	{ "plan", "\n--edition\njoint\n--format\ntext", "plan in text", false, 1 },
	{ "plan", "\n--edition\njoint\n--format\njson", "plan in json", false, 1 },
	{ "export", "\n--share", "share file", false, 10 },
};
#define PAPERS (int)(sizeof(papers) / sizeof(*papers))
#define ALWAYS 3 /* the first are read of every release, one of the others in turn */

struct run {
	struct alliance_attacked *alliance;
	struct reading *reading;
	struct str out, file;
	int day, first_day;
	bool verbose, shows; /* figures behind a leak; papers */
	int printed, refused, of_paper[PAPERS], of_kind[FIGURE_KINDS];
};

static bool import(struct run *run, const char *how)
{
	struct str words;
	const char *path = inside_file("alliance.json");
	FILE *file = fopen(path, "w");

	if (!file || fwrite(run->file.text, 1, run->file.len, file) != run->file.len)
		abort();
	fclose(file);
	str_init(&words);
	str_addf(&words, "import\n%s%s", path, how);
	int code = inside_run(&run->out, words.text);
	str_release(&words);
	if (code != 0)
		fprintf(stderr, "attack: seed %llu is not imported: %s",
			(unsigned long long)run->alliance->seed, inside_said());
	return code == 0;
}

/* Runs a command on a round; the exit code tells whether it hands anything out. */
static bool hand_out(struct run *run, int round, const char *command, const char *options)
{
	char id[40];
	struct str words;

	round_id(run->alliance, round, id);
	str_init(&words);
	str_addf(&words, "%s\n%s%s", command, id, options);
	int code = inside_run(&run->out, words.text);
	str_release(&words);
	run->printed += code == 0;
	run->refused += code != 0;
	if (code != 0 && run->verbose)
		fprintf(stderr, "%s: %s", command, inside_said());
	if (code == 0 && run->shows)
		printf("%s\n", run->out.text);
	return code == 0;
}

/* Lines of a calendar are folded. */
static void unfold(struct str *text)
{
	char *to = text->text;

	for (const char *from = text->text; *from; from++)
		if (!strncmp(from, "\r\n ", 3))
			from += 2;
		else
			*to++ = *from;
	*to = '\0';
	text->len = (size_t)(to - text->text);
}

/* A file of a plan says no day: it is of the same ratings as the report beside it, which sheet is
 * of. */
static int read_paper(struct run *run, int round, const struct paper *paper, int now, int sheet)
{
	if (!hand_out(run, round, paper->command, paper->options))
		return sheet;
	unfold(&run->out);
	if (strcmp(paper->command, "report") == 0)
		sheet = reading_as_of(run->reading, now, day_said(run->out.text));
	run->of_paper[paper - papers]++;
	if (paper->json)
		read_report(run->reading, sheet, run->out.text, paper->in);
	else
		read_text(run->reading, sheet, run->out.text, paper->in);
	if (strcmp(paper->command, "export") == 0)
		read_shared(run->reading, run->out.text, paper->in);
	return sheet;
}

static void read_rounds(struct run *run, int step, const int *now)
{
	char from[40], to[40];
	struct str words;

	if (hand_out(run, 0, "trend", "\n--edition\njoint\n--format\njson"))
		read_trend(run->reading, now, run->out.text);
	if (run->alliance->rounds < 2 || step % 2)
		return;
	str_init(&words);
	round_id(run->alliance, 0, from);
	round_id(run->alliance, 1, to);
	str_addf(&words, "compare\n%s\n%s\n--edition\njoint\n--format\njson", from, to);
	if (inside_run(&run->out, words.text) == 0)
		read_compare(run->reading, now, run->out.text);
	str_release(&words);
}

static void read_step(struct run *run, int step)
{
	int now[ROUNDS_MOST];

	for (int round = 0; round < run->alliance->rounds; round++) {
		int state = reading_state(run->reading, round);
		reading_give(run->reading, state, run->day);
		int sheet = now[round] = reading_sheet(run->reading, state);
		for (int i = 0; i < PAPERS; i++)
			if (i < ALWAYS ||
				(int)(run->alliance->seed + (unsigned)step) % (PAPERS - ALWAYS) ==
					i - ALWAYS)
				sheet = read_paper(run, round, &papers[i], now[round], sheet);
	}
	read_rounds(run, step, now);
}

/* The next release: a week later, some have come, gone or rated anew. */
static bool move(struct run *run)
{
	static struct hearing before[ROUNDS_MOST][PEOPLE_MOST];
	struct alliance_attacked *a = run->alliance;
	struct timespec t;

	for (int round = 0; round < a->rounds; round++)
		memcpy(before[round], a->round[round].people, sizeof(before[round]));
	alliance_move(a, a->rounds - 1);
	run->day += 7;
	inside_day(run->day);
	clock_gettime(CLOCK_REALTIME, &t);
	alliance_write(a, before, (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000, &run->file);
	return import(run, "\n--theirs");
}

static bool read_all(struct run *run)
{
	int steps = happens(run->alliance, 60) ? 1 : 2 + pick(run->alliance, STEPS_MOST - 1);

	inside_fresh();
	inside_day(run->day);
	alliance_write(run->alliance, NULL, 0, &run->file);
	if (!import(run, ""))
		return false;
	for (int step = 0; step < steps; step++) {
		if (step && !move(run))
			return false;
		read_step(run, step);
	}
	return true;
}

/* Telling */

static void tell_figures(const struct reading *r, int scale, int state)
{
	int cause = scale % SCALE_COUNT / ASPECTS_PER_CAUSE;

	for (int i = 0; i < r->figures; i++) {
		const struct figure *f = &r->figure[i];
		bool own = f->of == scale && f->kind != FIGURE_CAUSE &&
			f->kind != FIGURE_CAUSE_VALUE && f->kind != FIGURE_KILLER;
		bool above = f->kind == FIGURE_HEALTH || f->kind == FIGURE_KILLER ||
			((f->kind == FIGURE_CAUSE || f->kind == FIGURE_CAUSE_VALUE) &&
				f->of == cause);
		if ((own || above) && r->sheet[f->sheet].round == r->state[state].round)
			printf("    state %d %s%s%s of %d: %.3f to %.3f (%s)\n",
				r->sheet[f->sheet].state, figure_word[f->kind],
				f->side >= 0 &&
						(f->kind == FIGURE_VALUE ||
							f->kind == FIGURE_CAUSE_VALUE)
					? " "
					: "",
				f->kind == FIGURE_VALUE || f->kind == FIGURE_CAUSE_VALUE
					? r->alliance->label[f->side]
					: "",
				f->of, f->lo, f->hi, f->in);
	}
}

/* What everybody of the side said on the scale in each release: the truth. */
static void tell_people(const struct reading *r, const struct finding_attack *f)
{
	const struct alliance_attacked *a = r->alliance;
	int sum;

	for (int t = 0; t < r->states; t++) {
		const struct state *state = &r->state[t];
		if (state->round != r->state[f->state].round)
			continue;
		printf("    state %d:", t);
		for (int who = 0; who < a->people; who++) {
			int n = tally_of(a, &a->round[state->round], &state->people[who], who,
				f->scale % SCALE_COUNT, f->scale >= SCALE_COUNT, &sum);
			if (a->person[who].side == a->person[f->victim].side && n)
				printf(" %d%s%d/%d", who,
					t &&
							memcmp(&state->people[who],
								&r->state[t - 1].people[who],
								sizeof(struct hearing))
						? "*"
						: ":",
					sum, n);
		}
		putchar('\n');
	}
}

static void tell_leak(const struct run *run, const struct verdict_attack *v)
{
	const struct alliance_attacked *a = run->alliance;
	const struct finding_attack *f = &v->first;
	const struct attacked_person *victim = &a->person[f->victim];

	printf("seed %llu: %d ratings are narrowed; person %d of %s knows that person %d (%s of "
	       "%s) "
	       "rated each item of %s%s from %d to %d (release %d of round %d)\n",
		(unsigned long long)a->seed, v->leaks, f->reader,
		a->label[a->person[f->reader].side], f->victim, vocabulary_role.word[victim->role],
		a->label[victim->side], scale_info[f->scale % SCALE_COUNT].id,
		f->scale >= SCALE_COUNT ? " in the health check" : "", f->lo, f->hi, f->state,
		run->reading->state[f->state].round);
	if (run->verbose)
		tell_people(run->reading, f);
	if (run->verbose)
		tell_figures(run->reading, f->scale, f->state);
}

struct totals {
	int seeds, leaking, breaking, wrong, lost;
	int figures, bounded, printed, refused;
};

static void attack(struct run *run, uint64_t seed, struct totals *totals)
{
	struct verdict_attack verdict;

	alliance_make(run->alliance, seed);
	reading_begin(run->reading, run->alliance);
	run->day = run->first_day;
	bool read = read_all(run);
	solve(run->reading, &verdict);
	totals->seeds++;
	totals->lost += !read;
	totals->figures += run->reading->figures;
	for (int i = 0; i < run->reading->figures; i++)
		run->of_kind[run->reading->figure[i].kind] += run->reading->figure[i].decimals >= 0;
	totals->bounded += verdict.bounded;
	totals->wrong += verdict.wrong;
	totals->leaking += verdict.leaks > 0;
	totals->breaking += run->reading->breaks > 0 || verdict.actions > 0 || verdict.signs > 0;
	if (verdict.wrong)
		printf("seed %llu: the attack is wrong: %s\n", (unsigned long long)seed,
			verdict.wrong_at);
	if (verdict.leaks)
		tell_leak(run, &verdict);
	if (verdict.actions)
		printf("seed %llu: action: %d actions are listed that nothing printed calls for, "
		       "the first %s\n",
			(unsigned long long)seed, verdict.actions, verdict.action);
	if (verdict.signs)
		printf("seed %llu: rests: %d signs of what is withheld, the first %s\n",
			(unsigned long long)seed, verdict.signs, verdict.sign);
	if (run->reading->breaks)
		printf("seed %llu: %s", (unsigned long long)seed, run->reading->broken.text);
	reading_end(run->reading);
}

static int tell_totals(const struct totals *t)
{
	printf("%d alliances, %d figures read, %d groups bounded; %d papers printed, %d refused: "
	       "%d leak, "
	       "%d break a rule, in %d the attack is wrong, %d lost\n",
		t->seeds, t->figures, t->bounded, t->printed, t->refused, t->leaking, t->breaking,
		t->wrong, t->lost);
	return t->leaking || t->breaking || t->wrong || t->lost ? 1 : 0;
}

int main(int argc, char **argv)
{
	struct run run = { .first_day = date_make(2026, 11, 16) };
	struct totals totals = { 0 };
	int at = 1, code = 2;

	for (; at < argc && argv[at][0] == '-'; at++) {
		run.verbose = run.verbose || !strcmp(argv[at], "-v");
		run.shows = run.shows || !strcmp(argv[at], "-s");
	}
	uint64_t first = at < argc ? strtoull(argv[at], NULL, 10) : 1;
	uint64_t seeds = at + 1 < argc ? strtoull(argv[at + 1], NULL, 10) : 1;
	run.alliance = calloc(1, sizeof(*run.alliance));
	run.reading = calloc(1, sizeof(*run.reading));
	if (!run.alliance || !run.reading)
		return 2;
	str_init(&run.out);
	str_init(&run.file);
	inside_begin();
	inside_day(run.first_day);
	if (argc == 3 && !strcmp(argv[1], "-p")) {
		code = planted_all(argv[2], run.alliance, run.reading);
		code |= sound_all(run.alliance, run.reading);
		code |= shared_all(run.alliance, run.reading);
		seeds = 0;
	}
	for (uint64_t seed = first; seed < first + seeds; seed++) {
		attack(&run, seed, &totals);
		fflush(stdout);
	}
	for (int i = 0; i < PAPERS && seeds >= SEEDS_OF_ALL; i++)
		if ((uint64_t)run.of_paper[i] * 100 < (uint64_t)papers[i].often * seeds) {
			printf("paper: %s: %d handed out, too few\n", papers[i].in,
				run.of_paper[i]);
			totals.lost++;
		}
	for (int i = 0; i < FIGURE_KINDS && seeds >= SEEDS_OF_ALL; i++)
		if (!run.of_kind[i] && i != FIGURE_CAUSE_VALUE) { /* no paper has those */
			printf("paper: no %s was read\n", figure_word[i]);
			totals.lost++;
		}
	totals.printed = run.printed;
	totals.refused = run.refused;
	if (seeds)
		code = tell_totals(&totals);
	inside_end();
	str_release(&run.out);
	str_release(&run.file);
	free(run.alliance);
	free(run.reading);
	return code;
}
