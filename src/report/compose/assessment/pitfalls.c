/* SPDX-License-Identifier: MIT */
/*
 * Pitfalls and special situations that the data show, each with how to avoid or handle it and the
 * actions that do.
 */
#include "gather.h"

#define LABEL_CELLS 21
#define ACTIONS_CELLS 64    /* of the actions beside an advice that has to be short */
#define CULTURE SCALE_COUNT /* the aspect that the bank names for it */

struct advice {
	enum finding_kind kind; /* a pitfall or a special situation */
	int subject;            /* which */
	enum sentence text;
	int about[2];       /* scales that it rests on, SCALE_NONE none; see scale_of() */
	const char *label;  /* over what is said of it */
	const char *absent; /* among those that were not found */
	/* in words that accuse nobody, and so inside a sentence; NULL the same */
	const char *neutral, *neutral_inside;
};

static const struct advice advices[] = {
	{ FINDING_PITFALL, PITFALL_BLAME_GAME, W_ADVICE_BLAME_GAME, { SCALE_NONE, SCALE_NONE },
		"Blame game", "blame game", "Weights differ", "weights differ" },
	{ FINDING_PITFALL, PITFALL_CULTURAL_DIFFERENCES, W_ADVICE_CULTURE, { CULTURE, SCALE_NONE },
		"Cultural differences", "cultural differences", NULL, NULL },
	{ FINDING_PITFALL, PITFALL_NO_SPONSORSHIP, W_ADVICE_SPONSORSHIP,
		{ ASPECT_SPONSORSHIP, SCALE_NONE }, "Lack of sponsorship", "lack of sponsorship",
		NULL, NULL },
	{ FINDING_PITFALL, PITFALL_UNADAPTED_AGREEMENT, W_ADVICE_UNADAPTED,
		{ ASPECT_TERMS, SCALE_NONE }, "Unadapted agreement", "unadapted agreement", NULL,
		NULL },
	{ FINDING_SPECIAL, SPECIAL_UNWILLING_PARTNER, W_ADVICE_UNWILLING,
		{ SCALE_NONE, SCALE_NONE }, "Unwilling partner", "unwilling partner",
		"Not yet confirmed", "not yet confirmed" },
	{ FINDING_SPECIAL, SPECIAL_RIGID_CONTRACT, W_ADVICE_RIGID, { ASPECT_TERMS, SCALE_NONE },
		"Rigid contract", "rigid contract", NULL, NULL },
	{ FINDING_SPECIAL, SPECIAL_POWER_IMBALANCE, W_ADVICE_POWER, { ASPECT_VALUE, SCALE_NONE },
		"Power imbalance", "power imbalance", "Difference in size", "difference in size" },
	{ FINDING_SPECIAL, SPECIAL_THIN_RELATIONSHIPS, W_ADVICE_THIN,
		{ SCALE_TRUST, ASPECT_COMMUNICATION }, "Thin relationships", "thin relationships",
		NULL, NULL },
	{ FINDING_SPECIAL, SPECIAL_IMPATIENCE, W_ADVICE_IMPATIENCE, { SCALE_RESULTS, SCALE_NONE },
		"Impatience", "impatience", NULL, NULL },
	{ FINDING_SPECIAL, SPECIAL_COOPETITION, W_ADVICE_COOPETITION, { SCALE_NONE, SCALE_NONE },
		"Coopetition", "coopetition", NULL, NULL },
};
#define ADVICES (sizeof(advices) / sizeof(*advices))

static int scale_of(const struct compose *c, const struct advice *advice, int i)
{
	return advice->about[i] == CULTURE ? (int)c->rec->instrument->culture : advice->about[i];
}

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

/* What nobody has recorded is neither found nor not found. */
static bool unrecorded(const struct compose *c, const struct advice *advice)
{
	return advice->kind == FINDING_SPECIAL && advice->subject == SPECIAL_COOPETITION &&
		record_profile(c->rec)->competitors == TRI_UNKNOWN;
}

static bool hidden(const struct compose *c, const struct advice *advice)
{
	if (unrecorded(c, advice))
		return true;
	if (!c->view)
		return false;
	return advice->kind == FINDING_PITFALL ? c->view->pitfall[advice->subject]
					       : c->view->special[advice->subject];
}

static int parties_with_points(const struct compose *c)
{
	int n = 0;

	for (int p = 0; p < c->parties; p++)
		n += c->scores->split.n[p] > 0;
	return n;
}

/* Could it not be looked for? Then that it was not found tells nothing. */
static bool unknown(const struct compose *c, const struct advice *advice)
{
	if (advice->kind == FINDING_PITFALL && advice->subject == PITFALL_BLAME_GAME)
		return parties_with_points(c) < 2;
	for (int i = 0; i < 2; i++) {
		int scale = scale_of(c, advice, i);
		if (scale != SCALE_NONE && isnan(c->scores->scale[scale].score))
			return true;
	}
	return false;
}

/* What is shown of the scores that it rests on; NULL: nothing. */
static const char *joint_text(struct compose *c, const struct advice *advice)
{
	struct texts list = { 0 };

	for (int i = 0; i < 2; i++) {
		int scale = scale_of(c, advice, i);
		if (scale != SCALE_NONE && !withheld_scale(c, scale) &&
			!isnan(c->scores->scale[scale].score))
			add_scored(c, &list, scale);
	}
	return list.count
		? words(c->pool, W_SAID_WHOLE, hole_text("text", words_list(c->pool, &list)))
		: NULL;
}

static const char *label_of(const struct compose *c, const struct advice *advice)
{
	return c->joint && advice->neutral ? advice->neutral : advice->label;
}

/* That nothing is unconfirmed cannot be said of a case, only of a company. */
static const char *absent_neutral(const struct advice *advice)
{
	if (!advice->neutral)
		return advice->absent;
	return advice->subject == SPECIAL_UNWILLING_PARTNER && advice->kind == FINDING_SPECIAL
		? words_plain(W_ADVICE_ALL_CONFIRMED)
		: advice->neutral_inside;
}

static const char *absent_of(const struct compose *c, const struct advice *advice)
{
	return c->joint ? absent_neutral(advice) : advice->absent;
}

/* The finding's text without its own heading; NULL: none. */
static const char *case_text(struct compose *c, const struct advice *advice)
{
	if (c->joint)
		return joint_text(c, advice);
	const struct finding *finding = find_finding(c, advice);

	return finding ? words_case(c->pool, c->rec, c->diagnosis, finding) : NULL;
}

/* The active actions by number; without any, what the plan keeps for later; NULL: nothing. */
static const char *actions_text(struct compose *c, const struct advice *advice)
{
	const struct finding_ref ref = { advice->kind, advice->subject, -1, 0 };
	const char *finding = finding_id(c->pool, c->rec, &ref);
	struct texts active = { 0 }, later = { 0 };

	for (size_t i = 0; i < c->plan->action_count; i++) {
		const struct planned_action *planned = &c->plan->actions[i];

		if (!plan_cites(planned, finding))
			continue;
		if (planned->active)
			texts_add(c->pool, &active, say(c, "%d", planned->number));
		else
			texts_add(c->pool, &later, planned->title);
	}
	if (active.count)
		return words(c->pool, W_ADVICE_ACTIONS, hole_count("n", (int)active.count),
			hole_list("actions", &active));
	return later.count ? words(c->pool, W_ADVICE_LATER,
				     hole_text("titles", words_clauses(c->pool, &later)))
			   : NULL;
}

static const char *advice_text(struct compose *c, size_t i)
{
	const char *of_case = case_text(c, &advices[i]), *actions = actions_text(c, &advices[i]);
	struct texts said = { 0 };

	if (of_case)
		texts_add(c->pool, &said, of_case);
	texts_add(c->pool, &said, words_plain(advices[i].text));
	if (actions)
		texts_add(c->pool, &said, actions);
	return words_sentences(c->pool, &said);
}

void compose_pitfalls(struct compose *c)
{
	struct texts missing = { 0 }, untold = { 0 };

	compose_chapter(c, REPORT_PITFALLS, NULL, "Pitfalls and special situations");
	for (size_t i = 0; i < ADVICES; i++) {
		const struct advice *advice = &advices[i];

		if (present(c, advice))
			doc_term(c->doc, 0, LABEL_CELLS, TERM_COLUMN, label_of(c, advice), "%s",
				advice_text(c, i));
		else if (!hidden(c, advice))
			texts_add(c->pool, unknown(c, advice) ? &untold : &missing,
				absent_of(c, advice));
	}
	if (untold.count)
		doc_text(c->doc, 0, "%s",
			words(c->pool, W_ADVICE_UNTOLD,
				hole_text("missing", words_names(c->pool, &untold))));
	if (missing.count)
		doc_text(c->doc, 0, "%s",
			words(c->pool, W_ADVICE_NOT_FOUND,
				hole_text("missing", words_names(c->pool, &missing))));
}

bool pitfall_advice(struct compose *c, size_t i, struct advised *out)
{
	if (i >= ADVICES)
		return false;
	const struct advice *advice = &advices[i];
	const char *actions = c->plan && !c->later ? actions_text(c, advice) : NULL;
	*out = (struct advised){
		.label = advice->neutral ? advice->neutral : advice->label,
		.absent = absent_neutral(advice),
		.text = words_plain(advices[i].text),
		.actions = actions ? shortened(c, say(c, " %s", actions), ACTIONS_CELLS) : "",
		.present = present(c, advice),
		.hidden = hidden(c, advice),
		.unknown = unknown(c, advice),
	};
	return true;
}
