/* SPDX-License-Identifier: MIT */
/*
 * Pitfalls and special situations that the data show, each with how to avoid or handle it and the
 * actions that do.
 */
#include <string.h>
#include "compose.h"

#define LABEL_CELLS 21
#define ACTIONS_CELLS 64          /* of the actions beside an advice that has to be short */

struct advice {
	const char *id;           /* of its finding */
	const char *label;
	const char *text;
};

static const struct advice advices[] = {
	{ "pitfall.blame_game", "Blame game",
		"Begin with the pains that every side names and with the process map, not with who"
		" is at fault; ask of each point what both will do next." },
	{ "pitfall.cultural_differences", "Cultural differences",
		"Have each side say what words such as urgent, done and agreed mean in its house,"
		" and write down the rule that holds between you." },
	{ "pitfall.no_sponsorship", "Lack of sponsorship",
		"Ask each sponsor for what only a sponsor can give: time in the diary, people"
		" released, a decision in public. Without that do not start step 5." },
	{ "pitfall.unadapted_agreement", "Unadapted agreement",
		"Collect what no longer fits, amend once, and keep to the old text until the new"
		" one is signed." },
	{ "special.unwilling_partner", "Unwilling partner",
		"Show the sponsors the figures and what each side would lose, ask for a dated"
		" answer, and prepare an orderly end in case there is none." },
	{ "special.rigid_contract", "Rigid contract",
		"Bring the lawyers of all sides in early with one list of what has to become"
		" possible; look for side letters where the text itself cannot change." },
	{ "special.power_imbalance", "Power imbalance",
		"Name the difference in size openly; protect the smaller side by equal votes, a"
		" fair split and clear rights; say what only the smaller one can do." },
	{ "special.thin_relationships", "Thin relationships",
		"Kept promises come first and visits second; give people of both sides a task that"
		" they can only finish together." },
	{ "special.impatience", "Impatience",
		"Agree what every side expects to see after three, six and twelve months, and judge"
		" by that, not sooner." },
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

/* The finding's text without its own heading. */
static const char *case_text(struct compose *c, const struct advice *advice)
{
	const struct finding *finding = find_finding(c, advice->id);
	const char *colon;

	if (!finding)
		return "";
	colon = strchr(finding->text, ':');
	return say(c, "%s ", capital(c, colon && colon[1] == ' ' ? colon + 2 : finding->text));
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
			doc_item(c->doc, 0, LABEL_CELLS, advice->label, "%s%s%s",
				case_text(c, advice), advice->text, actions_text(c, advice->id));
		else
			list_add(c, &missing, small(c, advice->label));
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
