/* SPDX-License-Identifier: MIT */
/*
 * Pitfalls and special situations that the data show, each with how to avoid or handle it and the
 * actions that do.
 */
#include <string.h>
#include "../compose.h"

#define LABEL_CELLS 21
#define ACTIONS_CELLS 64 /* of the actions beside an advice that has to be short */

struct advice {
	enum finding_kind kind; /* a pitfall or a special situation */
	int subject;            /* which */
	const char *label;
	const char *text;
	int about[2];        /* scales that it rests on, SCALE_NONE none */
	const char *neutral; /* label in the joint edition, NULL the same */
	const char *absent;  /* in the joint list of what was not found, NULL the same */
};

static const struct advice advices[] = {
	{ FINDING_PITFALL, PITFALL_BLAME_GAME, "Blame game",
		"Begin with the pains that every side names and with the process map, not with who"
		" is at fault; ask of each point what both will do next.",
		{ SCALE_NONE, SCALE_NONE }, "Weights differ", NULL },
	{ FINDING_PITFALL, PITFALL_CULTURAL_DIFFERENCES, "Cultural differences",
		"Have each side say what words such as urgent, done and agreed mean in its house,"
		" and write down the rule that holds between you.",
		{ ASPECT_COMMITMENT, SCALE_NONE }, NULL, NULL },
	{ FINDING_PITFALL, PITFALL_NO_SPONSORSHIP, "Lack of sponsorship",
		"Ask each sponsor for what only a sponsor can give: time in the diary, people"
		" released, a decision in public. Without that do not start step 5.",
		{ ASPECT_SPONSORSHIP, SCALE_NONE }, NULL, NULL },
	{ FINDING_PITFALL, PITFALL_UNADAPTED_AGREEMENT, "Unadapted agreement",
		"Collect what no longer fits, amend once, and keep to the old text until the new"
		" one is signed.",
		{ ASPECT_TERMS, SCALE_NONE }, NULL, NULL },
	{ FINDING_SPECIAL, SPECIAL_UNWILLING_PARTNER, "Unwilling partner",
		"Show the sponsors the figures and what each side would lose, ask for a dated"
		" answer, and prepare an orderly end in case there is none.",
		{ SCALE_NONE, SCALE_NONE }, "Not yet confirmed",
		"a company that has not confirmed" },
	{ FINDING_SPECIAL, SPECIAL_RIGID_CONTRACT, "Rigid contract",
		"Bring the lawyers of all sides in early with one list of what has to become"
		" possible; look for side letters where the text itself cannot change.",
		{ ASPECT_TERMS, SCALE_NONE }, NULL, NULL },
	{ FINDING_SPECIAL, SPECIAL_POWER_IMBALANCE, "Power imbalance",
		"Name the difference in size openly; protect the smaller side by equal votes, a"
		" fair split and clear rights; say what only the smaller one can do.",
		{ ASPECT_VALUE, SCALE_NONE }, "Difference in size", NULL },
	{ FINDING_SPECIAL, SPECIAL_THIN_RELATIONSHIPS, "Thin relationships",
		"Kept promises come first and visits second; give people of both sides a task that"
		" they can only finish together.",
		{ SCALE_TRUST, ASPECT_COMMUNICATION }, NULL, NULL },
	{ FINDING_SPECIAL, SPECIAL_IMPATIENCE, "Impatience",
		"Agree what every side expects to see after three, six and twelve months, and judge"
		" by that, not sooner.",
		{ SCALE_RESULTS, SCALE_NONE }, NULL, NULL },
};
#define ADVICES (sizeof(advices) / sizeof(*advices))

static const struct finding *find_finding(const struct compose *c, const struct advice *advice)
{
	for (size_t i = 0; i < c->diagnosis->finding_count; i++)
		if (c->diagnosis->findings[i].kind == advice->kind &&
			c->diagnosis->findings[i].subject == advice->subject)
			return &c->diagnosis->findings[i];
	return NULL;
}

static bool present(const struct compose *c, const struct advice *advice)
{
	return advice->kind == FINDING_PITFALL ? c->diagnosis->pitfall[advice->subject]
					       : c->diagnosis->special[advice->subject];
}

static bool hidden(const struct compose *c, const struct advice *advice)
{
	if (!c->view)
		return false;
	return advice->kind == FINDING_PITFALL ? c->view->pitfall[advice->subject]
					       : c->view->special[advice->subject];
}

/* What is shown of the scores that it rests on. */
static const char *joint_text(struct compose *c, const struct advice *advice)
{
	struct list list = { 0 };

	for (int i = 0; i < 2; i++)
		if (advice->about[i] != SCALE_NONE && !withheld_scale(c, advice->about[i]) &&
			!isnan(c->scores->scale[advice->about[i]].score))
			list_add(c, &list, scored(c, advice->about[i]));
	return list.count ? say(c, "%s. ", capital(c, list_and(c, &list))) : "";
}

static const char *label_of(const struct compose *c, const struct advice *advice)
{
	return c->joint && advice->neutral ? advice->neutral : advice->label;
}

/* The finding's text without its own heading. */
static const char *case_text(struct compose *c, const struct advice *advice)
{
	if (c->joint)
		return joint_text(c, advice);
	const struct finding *finding = find_finding(c, advice);

	return finding ? say(c, "%s ", words_case(c->pool, c->rec, c->diagnosis, finding)) : "";
}

/* The active actions by number; without any, what the plan keeps for later. */
static const char *actions_text(struct compose *c, const struct advice *advice)
{
	const struct finding_ref ref = { advice->kind, advice->subject, -1, 0 };
	const char *finding = finding_id(c->pool, c->rec, &ref);
	struct list active = { 0 }, later = { 0 };

	for (size_t i = 0; i < c->plan->action_count; i++) {
		const struct planned_action *planned = &c->plan->actions[i];

		if (!plan_cites(planned, finding))
			continue;
		if (planned->active)
			list_add(c, &active, say(c, "%zu", i + 1));
		else
			list_add(c, &later, planned->title);
	}
	if (active.count)
		return say(c, " %s" NB "%s.", plural((int)active.count, "Action", "Actions"),
			list_and(c, &active));
	return later.count ? say(c, " Later: %s.", list_join(c, &later, "; ")) : "";
}

void compose_pitfalls(struct compose *c)
{
	struct list missing = { 0 };

	compose_chapter(c, REPORT_PITFALLS, NULL, "Pitfalls and special situations");
	for (size_t i = 0; i < ADVICES; i++) {
		const struct advice *advice = &advices[i];

		if (present(c, advice))
			doc_term(c->doc, 0, LABEL_CELLS, TERM_COLUMN, label_of(c, advice), "%s%s%s",
				case_text(c, advice), advice->text, actions_text(c, advice));
		else if (!hidden(c, advice))
			list_add(c, &missing,
				c->joint && advice->absent ? advice->absent
							   : small(c, label_of(c, advice)));
	}
	if (missing.count)
		doc_text(c->doc, 0, "Not found: %s.", list_join(c, &missing, ", "));
}

bool pitfall_advice(struct compose *c, size_t i, struct advised *out)
{
	if (i >= ADVICES)
		return false;
	const struct advice *advice = &advices[i];
	const char *label = advice->neutral ? advice->neutral : advice->label;
	*out = (struct advised){
		.label = label,
		.absent = small(c, label),
		.text = advice->text,
		.actions = c->plan ? shortened(c, actions_text(c, advice), ACTIONS_CELLS) : "",
		.present = present(c, advice),
		.hidden = hidden(c, advice),
	};
	return true;
}
