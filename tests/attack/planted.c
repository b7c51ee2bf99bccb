/* SPDX-License-Identifier: MIT */
/*
 * That the attack is not silent: of alliances that editions once told too much of, it is given what
 * those editions printed, taken from the internal edition, which prints everything.
 */
#include "planted.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "program.h"
#include "solve.h"

struct planted {
	const char *file, *then; /* the alliance, and how it is at the second release; NULL: none */
	bool (*prints)(const struct figure *);
	bool actions;       /* prints its plan as well */
	const char *breaks; /* the rule that has to be found broken; NULL: a rating is narrowed */
};

static bool one_cause(const struct figure *f)
{
	bool scale =
		f->kind == FIGURE_VALUE || f->kind == FIGURE_PERCEPTION || f->kind == FIGURE_SCORE;

	return (scale && f->of >= ASPECT_GOVERNANCE && f->of <= ASPECT_CAPABILITY) ||
		(f->kind == FIGURE_CAUSE && f->of == CAUSE_MANAGEMENT);
}

static bool own_values_and_means(const struct figure *f)
{
	return (f->kind == FIGURE_VALUE && f->side == 0) || f->kind == FIGURE_SCORE ||
		f->kind == FIGURE_PERCEPTION;
}

static bool causes(const struct figure *f)
{
	return f->kind == FIGURE_CAUSE;
}

static bool blend(const struct figure *f)
{
	return f->kind == FIGURE_EVIDENCE;
}

static bool values(const struct figure *f)
{
	return f->kind == FIGURE_VALUE;
}

static bool nothing(const struct figure *f)
{
	(void)f;
	return false;
}

static const struct planted planted[] = {
	{ "five-and-one", NULL, own_values_and_means, false, NULL },
	{ "five-and-one", NULL, one_cause, false, "facts only" },
	{ "one-and-one", NULL, causes, false, "facts only" },
	{ "three-and-one", NULL, nothing, true, "action" },
	{ "actions", NULL, nothing, true, "action" },
	{ "route", NULL, blend, false, "route" },
	{ "before", "after", values, false, NULL },
	{ "before", NULL, values, false, "decimals" },
};
#define PLANTED (sizeof(planted) / sizeof(*planted))

static void read_internal(struct reading *r, const struct planted *p, const char *path)
{
	struct str out, words;
	int state = reading_state(r, 0), sheet = reading_sheet(r, state);

	str_init(&out);
	str_init(&words);
	inside_fresh();
	str_addf(&words, "import\n%s", path);
	inside_run(&out, words.text);
	str_set(&words, "list\n--json");
	inside_run(&out, words.text);
	char *id = strstr(out.text, "\"id\": \"");
	str_set(&words, "report\n");
	str_addn(&words, id ? id + 7 : "", id ? 36 : 0);
	str_add(&words, "\n--format\njson");
	inside_run(&out, words.text);
	r->prints = p->prints;
	read_report(r, sheet, out.text, "planted");
	if (!p->actions) {
		memset(r->sheet[sheet].listed, 0, sizeof(r->sheet[sheet].listed));
		r->sheet[sheet].track = -1;
	}
	str_release(&out);
	str_release(&words);
}

static bool is_found(const struct reading *r, const struct planted *p)
{
	struct verdict_attack verdict;
	char rule[40];

	solve(r, &verdict);
	if (verdict.wrong)
		printf("planted: %s: the attack is wrong: %s\n", p->file, verdict.wrong_at);
	if (!p->breaks)
		return verdict.leaks > 0 && !verdict.wrong;
	if (!strcmp(p->breaks, "action"))
		return verdict.actions > 0;
	snprintf(rule, sizeof(rule), "%s: ", p->breaks);
	return strstr(r->broken.text, rule) != NULL;
}

static bool try_one(
	const struct planted *p, const char *folder, struct alliance_attacked *a, struct reading *r)
{
	static struct alliance_attacked later;
	char path[2][400];

	snprintf(path[0], sizeof(path[0]), "%s/%s.json", folder, p->file);
	snprintf(path[1], sizeof(path[1]), "%s/%s.json", folder, p->then ? p->then : p->file);
	if (!alliance_read(a, path[0]) || !alliance_read(&later, path[1]))
		return false;
	/* the people of the later one are those of the first and others */
	a->people = later.people;
	reading_begin(r, a);
	read_internal(r, p, path[0]);
	if (p->then) {
		memcpy(a->round[0].people, later.round[0].people, sizeof(a->round[0].people));
		memcpy(a->person, later.person, sizeof(a->person));
		read_internal(r, p, path[1]);
	}
	bool found = is_found(r, p);
	reading_end(r);
	return found;
}

int planted_all(const char *folder, struct alliance_attacked *a, struct reading *r)
{
	int missed = 0;

	for (size_t i = 0; i < PLANTED; i++) {
		if (try_one(&planted[i], folder, a, r))
			continue;
		printf("planted: %s, %s: the attack does not find it\n", planted[i].file,
			planted[i].breaks ? planted[i].breaks : "a rating is narrowed");
		missed++;
	}
	printf("%d of %d planted leaks found\n", (int)PLANTED - missed, (int)PLANTED);
	return missed ? 1 : 0;
}
