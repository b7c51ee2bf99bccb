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
	const char *id; /* of its finding */
	const char *label;
	const char *text;
	int about[2];        /* scales that it rests on, SCALE_NONE none */
	const char *neutral; /* label in the joint edition, NULL the same */
	const char *absent;  /* in the joint list of what was not found, NULL the same */
};

static const struct advice advices[] = {
	{ "pitfall.blame_game", "Blame game",
		"Begin with the pains that every side names and with the process map, not with who"
		" is at fault; ask of each point what both will do next.",
		{ SCALE_NONE, SCALE_NONE }, "Weights differ", NULL },
	{ "pitfall.cultural_differences", "Cultural differences",
		"Have each side say what words such as urgent, done and agreed mean in its house,"
		" and write down the rule that holds between you.",
		{ ASPECT_COMMITMENT, SCALE_NONE }, NULL, NULL },
	{ "pitfall.no_sponsorship", "Lack of sponsorship",
		"Ask each sponsor for what only a sponsor can give: time in the diary, people"
		" released, a decision in public. Without that do not start step 5.",
		{ ASPECT_SPONSORSHIP, SCALE_NONE }, NULL, NULL },
	{ "pitfall.unadapted_agreement", "Unadapted agreement",
		"Collect what no longer fits, amend once, and keep to the old text until the new"
		" one is signed.",
		{ ASPECT_TERMS, SCALE_NONE }, NULL, NULL },
	{ "special.unwilling_partner", "Unwilling partner",
		"Show the sponsors the figures and what each side would lose, ask for a dated"
		" answer, and prepare an orderly end in case there is none.",
		{ SCALE_NONE, SCALE_NONE }, "Not yet confirmed",
		"a company that has not confirmed" },
	{ "special.rigid_contract", "Rigid contract",
		"Bring the lawyers of all sides in early with one list of what has to become"
		" possible; look for side letters where the text itself cannot change.",
		{ ASPECT_TERMS, SCALE_NONE }, NULL, NULL },
	{ "special.power_imbalance", "Power imbalance",
		"Name the difference in size openly; protect the smaller side by equal votes, a"
		" fair split and clear rights; say what only the smaller one can do.",
		{ ASPECT_VALUE, SCALE_NONE }, "Difference in size", NULL },
	{ "special.thin_relationships", "Thin relationships",
		"Kept promises come first and visits second; give people of both sides a task that"
		" they can only finish together.",
		{ SCALE_TRUST, ASPECT_COMMUNICATION }, NULL, NULL },
	{ "special.impatience", "Impatience",
		"Agree what every side expects to see after three, six and twelve months, and judge"
		" by that, not sooner.",
		{ SCALE_RESULTS, SCALE_NONE }, NULL, NULL },
};
#define ADVICES (sizeof(advices) / sizeof(*advices))

static const struct finding *find_finding(const struct compose *c, const char *id)
{
	for (size_t i = 0; i < c->diagnosis->finding_count; i++)
		if (!strcmp(c->diagnosis->findings[i].id, id))
			return &c->diagnosis->findings[i];
	return NULL;
}

static bool present(const struct compose *c, const char *id)
{
	const char *name = strchr(id, '.') + 1;

	if (!strncmp(id, "pitfall.", 8))
		return c->diagnosis->pitfall[vocabulary_find(&vocabulary_pitfall, name)];
	return c->diagnosis->special[vocabulary_find(&vocabulary_special, name)];
}

static bool hidden(const struct compose *c, const char *id)
{
	const char *name = strchr(id, '.') + 1;

	if (!c->view)
		return false;
	if (!strncmp(id, "pitfall.", 8))
		return c->view->pitfall[vocabulary_find(&vocabulary_pitfall, name)];
	return c->view->special[vocabulary_find(&vocabulary_special, name)];
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
	const struct finding *finding = find_finding(c, advice->id);

	return finding ? say(c, "%s ", words_case(c->pool, c->rec, c->diagnosis, finding)) : "";
}

/* The active actions by number; without any, what the plan keeps for later. */
static const char *actions_text(struct compose *c, const char *finding)
{
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

	doc_section(c->doc, c->number[REPORT_PITFALLS], "PITFALLS AND SPECIAL SITUATIONS");
	for (size_t i = 0; i < ADVICES; i++) {
		const struct advice *advice = &advices[i];

		if (present(c, advice->id))
			doc_item(c->doc, 0, LABEL_CELLS, label_of(c, advice), "%s%s%s",
				case_text(c, advice), advice->text, actions_text(c, advice->id));
		else if (!hidden(c, advice->id))
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
	*out = (struct advised){ advices[i].id, advices[i].label, advices[i].text,
		c->plan ? shortened(c, actions_text(c, advices[i].id), ACTIONS_CELLS) : "",
		present(c, advices[i].id) };
	return true;
}
