/* SPDX-License-Identifier: MIT */
/*
 * What the other side would see now, in words: what is shown, what is withheld and why, whom to
 * hear.
 */
#include <rekindle/words.h>

#include <string.h>

struct saying {
	struct preview_words *out;
	struct pool *pool;
	const struct record *rec;
	const struct edition_preview *preview;
};

static void add(
	const struct saying *s, enum preview_line_kind kind, const char *label, const char *text)
{
	*POOL_APPEND(s->pool, s->out->line, s->out->count) =
		(struct preview_line){ .kind = kind, .label = label, .text = text };
}

static const char *group_name(const struct saying *s, enum preview_group group, int party)
{
	static const enum sentence names[PREVIEW_GROUPS] = {
		[PREVIEW_ASPECTS] = W_PREVIEW_ASPECTS,
		[PREVIEW_SYMPTOMS] = W_PREVIEW_SYMPTOMS,
		[PREVIEW_CAUSES] = W_PREVIEW_CAUSES,
		[PREVIEW_HEALTH] = W_PREVIEW_HEALTH,
		[PREVIEW_GAPS] = W_PREVIEW_GAPS,
		[PREVIEW_KILLERS] = W_PREVIEW_KILLERS,
		[PREVIEW_POINTS] = W_PREVIEW_POINTS,
		[PREVIEW_ROUTE] = W_PREVIEW_ROUTE,
		[PREVIEW_PATTERNS] = W_PREVIEW_PATTERNS,
		[PREVIEW_FINDINGS] = W_PREVIEW_FINDINGS,
		[PREVIEW_ACTIONS] = W_PREVIEW_ACTIONS,
		[PREVIEW_QUOTES] = W_PREVIEW_QUOTES,
		[PREVIEW_CHANGES] = W_PREVIEW_CHANGES,
	};

	if (group == PREVIEW_VALUES)
		return words(s->pool, W_PREVIEW_VALUES,
			hole_text("party", s->rec->parties[party].label));
	return words_plain(names[group]);
}

/* Shown together or not at all. */
static bool is_whole(enum preview_group group)
{
	return group == PREVIEW_HEALTH || group == PREVIEW_ROUTE;
}

static void add_count(
	const struct saying *s, enum preview_group group, int party, struct preview_count count)
{
	const char *text;

	if (!count.all)
		return;
	if (is_whole(group))
		text = words_plain(count.shown ? W_PREVIEW_IS_SHOWN : W_PREVIEW_IS_WITHHELD);
	else
		text = words(s->pool, W_PREVIEW_OF, hole_count("shown", count.shown),
			hole_count("all", count.all));
	add(s, PREVIEW_LINE_COUNT, group_name(s, group, party), text);
}

static void add_counts(const struct saying *s)
{
	add(s, PREVIEW_LINE_HEADING, NULL, words_plain(W_PREVIEW_SHOWN));
	for (int g = 0; g < PREVIEW_GROUPS; g++) {
		if (g != PREVIEW_VALUES) {
			add_count(s, (enum preview_group)g, -1, s->preview->of[g]);
			continue;
		}
		for (int p = 0; p < (int)s->rec->party_count; p++)
			add_count(s, PREVIEW_VALUES, p, s->preview->value[p]);
	}
}

/* Names of single things. */

static const char *pattern_name(int pattern)
{
	return pattern < PITFALL_COUNT ? words_pitfall(pattern)
				       : words_special(pattern - PITFALL_COUNT);
}

/* NULL where the group is named, not its things. */
static const char *item_name(const struct saying *s, const struct preview_item *item)
{
	switch (item->group) {
	case PREVIEW_ASPECTS:
	case PREVIEW_SYMPTOMS:
	case PREVIEW_VALUES:
	case PREVIEW_GAPS:
	case PREVIEW_CHANGES:
		return words_scale(item->subject);
	case PREVIEW_CAUSES:
		return words_cause(item->subject);
	case PREVIEW_KILLERS:
		return words_killer(item->subject);
	case PREVIEW_POINTS:
		return s->rec->parties[item->party].label;
	case PREVIEW_PATTERNS:
		return pattern_name(item->subject);
	case PREVIEW_HEALTH:
	case PREVIEW_ROUTE:
	case PREVIEW_FINDINGS:
	case PREVIEW_ACTIONS:
	case PREVIEW_QUOTES:
	case PREVIEW_GROUPS:
		break;
	}
	return NULL;
}

/* Those of a group, of a party where the group has parties, and of a reason. */
struct chosen {
	enum preview_group group;
	enum preview_why why;
	int party; /* of values; else -1 */
};

static bool is_chosen(const struct chosen *chosen, const struct preview_item *item)
{
	return item->group == chosen->group && item->why == chosen->why &&
		(chosen->party < 0 || item->party == chosen->party);
}

static const char *findings_on(const struct saying *s, enum finding_kind kind, int n)
{
	static const enum sentence said[FINDING_KINDS] = {
		[FINDING_KNOCKOUT] = W_PREVIEW_ON_KNOCKOUT,
		[FINDING_CAUSE] = W_PREVIEW_ON_CAUSE,
		[FINDING_ASPECT] = W_PREVIEW_ON_ASPECT,
		[FINDING_GAP] = W_PREVIEW_ON_GAP,
		[FINDING_KILLER] = W_PREVIEW_ON_KILLER,
		[FINDING_PAIN] = W_PREVIEW_ON_PAIN,
		[FINDING_BLAME] = W_PREVIEW_ON_BLAME,
		[FINDING_PITFALL] = W_PREVIEW_ON_PITFALL,
		[FINDING_SPECIAL] = W_PREVIEW_ON_SPECIAL,
		[FINDING_DIVIDED] = W_PREVIEW_ON_DIVIDED,
		[FINDING_VISIBILITY] = W_PREVIEW_ON_VISIBILITY,
		[FINDING_PERFORMANCE] = W_PREVIEW_ON_FACT,
		[FINDING_CHECKLIST] = W_PREVIEW_ON_FACT,
		[FINDING_EVENT] = W_PREVIEW_ON_FACT,
		[FINDING_PROCESS] = W_PREVIEW_ON_FACT,
		[FINDING_INCIDENT] = W_PREVIEW_ON_FACT,
	};

	if (kind == FINDING_EXIT)
		return words_plain(W_PREVIEW_ON_EXIT);
	return words(s->pool, said[kind], hole_count("n", n));
}

/* Many of them say once more what is listed above: they are counted by what they are about. */
static struct texts name_findings(const struct saying *s, const struct chosen *chosen)
{
	struct texts list = { 0 };
	int n[FINDING_KINDS] = { 0 };

	for (size_t i = 0; i < s->preview->withheld_count; i++) {
		const struct preview_item *item = &s->preview->withheld[i];

		if (is_chosen(chosen, item))
			n[s->preview->view->whole.findings[item->subject].kind]++;
	}
	for (int kind = 0; kind < FINDING_KINDS; kind++)
		if (n[kind])
			texts_add(s->pool, &list, findings_on(s, (enum finding_kind)kind, n[kind]));
	return list;
}

static struct texts name_items(const struct saying *s, const struct chosen *chosen)
{
	struct texts list = { 0 };

	if (chosen->group == PREVIEW_FINDINGS)
		return name_findings(s, chosen);
	for (size_t i = 0; i < s->preview->withheld_count; i++) {
		const struct preview_item *item = &s->preview->withheld[i];
		const char *name = is_chosen(chosen, item) ? item_name(s, item) : NULL;

		if (name)
			texts_add(s->pool, &list, name);
	}
	return list;
}

static int count_chosen(const struct saying *s, const struct chosen *chosen)
{
	int n = 0;

	for (size_t i = 0; i < s->preview->withheld_count; i++)
		n += is_chosen(chosen, &s->preview->withheld[i]);
	return n;
}

static int count_all(const struct saying *s, const struct chosen *chosen)
{
	return chosen->party < 0 ? s->preview->of[chosen->group].all
				 : s->preview->value[chosen->party].all;
}

/* What stands behind the group's name; NULL: the name is all. What is in a long list, all of it, is
 * no list. */
static const char *items_text(const struct saying *s, const struct chosen *chosen, int count)
{
	struct texts list = name_items(s, chosen);

	if (chosen->group == PREVIEW_ACTIONS)
		return words(s->pool, W_PREVIEW_COUNTED, hole_count("n", count));
	if (chosen->group == PREVIEW_QUOTES)
		return pool_printf(s->pool, "%d", count);
	if (count > ASPECTS_PER_CAUSE && count == count_all(s, chosen) &&
		chosen->group != PREVIEW_FINDINGS)
		return words_plain(W_PREVIEW_ALL);
	return list.count ? words_list(s->pool, &list) : NULL;
}

/* A line of the withheld ones, if there are any. */
static void add_group(const struct saying *s, struct chosen chosen)
{
	int count = count_chosen(s, &chosen);
	const char *name = group_name(s, chosen.group, chosen.party), *items;

	if (!count)
		return;
	items = items_text(s, &chosen, count);
	add(s, PREVIEW_LINE_UNDER, NULL,
		items ? words(s->pool, W_PREVIEW_LISTED, hole_text("group", name),
				hole_text("items", items))
		      : name);
}

static const char *facts_alone(const struct saying *s)
{
	struct texts list = { 0 };

	for (int p = 0; p < (int)s->rec->party_count; p++)
		if (s->preview->view->few[p])
			texts_add(s->pool, &list, s->rec->parties[p].label);
	return words(s->pool, W_PREVIEW_WHY_FACTS, hole_count("n", (int)list.count),
		hole_count("least", EDITION_VALUE_MIN), hole_list("parties", &list));
}

static const char *why_words(const struct saying *s, enum preview_why why)
{
	static const enum sentence said[PREVIEW_WHYS] = {
		[PREVIEW_FEW] = W_PREVIEW_WHY_FEW,
		[PREVIEW_SECOND] = W_PREVIEW_WHY_SECOND,
		[PREVIEW_CONFIDED] = W_PREVIEW_WHY_CONFIDED,
		[PREVIEW_RESTS] = W_PREVIEW_WHY_RESTS,
		[PREVIEW_RELEASE] = W_PREVIEW_WHY_RELEASE,
		[PREVIEW_WAITS] = W_PREVIEW_WHY_WAITS,
		[PREVIEW_KEPT] = W_PREVIEW_WHY_KEPT,
	};

	if (why == PREVIEW_FACTS)
		return facts_alone(s);
	if (why == PREVIEW_CROWD)
		return words(s->pool, W_PREVIEW_WHY_CROWD,
			hole_count("least", EDITION_DISTRIBUTION_MIN));
	return words_plain(said[why]);
}

static void add_why(const struct saying *s, enum preview_why why)
{
	size_t at = s->out->count;

	add(s, PREVIEW_LINE_TEXT, NULL, why_words(s, why));
	for (int g = 0; g < PREVIEW_GROUPS; g++) {
		if (g != PREVIEW_VALUES) {
			add_group(s, (struct chosen){ (enum preview_group)g, why, -1 });
			continue;
		}
		for (int p = 0; p < (int)s->rec->party_count; p++)
			add_group(s, (struct chosen){ PREVIEW_VALUES, why, p });
	}
	if (s->out->count == at + 1)
		s->out->count = at;
}

static void add_withheld(const struct saying *s)
{
	add(s, PREVIEW_LINE_HEADING, NULL, words_plain(W_PREVIEW_WITHHELD));
	for (int why = 0; why < PREVIEW_WHYS; why++)
		add_why(s, (enum preview_why)why);
	if (!s->preview->withheld_count)
		add(s, PREVIEW_LINE_TEXT, NULL, words_plain(W_PREVIEW_NONE_WITHHELD));
}

/* Whom to hear. */

static const char *roles_text(const struct saying *s, unsigned roles)
{
	struct texts list = { 0 };

	for (int role = 0; role < ROLE_COUNT; role++)
		if (roles >> role & 1u)
			texts_add(s->pool, &list, words_role(role));
	return texts_join(s->pool, &list, ", ", " or ");
}

static bool is_named(const struct saying *s, const struct preview_hear *hear)
{
	return hear->person >= 0 && s->rec->people[hear->person].name;
}

/* People of the party and the same roles, without those who have a name, from one on; 0: counted
 * with one before. */
static int count_alike(const struct saying *s, size_t from, size_t end, size_t at)
{
	const struct preview_hear *one = &s->preview->hear[at];
	int n = 0;

	for (size_t i = from; i < end; i++) {
		const struct preview_hear *other = &s->preview->hear[i];

		if (is_named(s, other) || other->party != one->party || other->roles != one->roles)
			continue;
		if (i < at)
			return 0;
		n++;
	}
	return n;
}

static const char *person_text(const struct saying *s, size_t from, size_t end, size_t at)
{
	const struct preview_hear *hear = &s->preview->hear[at];

	if (is_named(s, hear))
		return words(s->pool, W_PREVIEW_NAMED,
			hole_text("name", s->rec->people[hear->person].name),
			hole_text("role", words_role((int)hear->role)));
	int n = count_alike(s, from, end, at);
	if (!n)
		return NULL;
	if (hear->roles == (1u << ROLE_COUNT) - 1)
		return words(s->pool, W_PREVIEW_ANY_ROLE, hole_word("n", n));
	return words(s->pool, W_PREVIEW_IN_ROLE, hole_word("n", n),
		hole_text("roles", roles_text(s, hear->roles)));
}

static const char *party_text(const struct saying *s, size_t from, size_t end, int party)
{
	struct texts list = { 0 };

	for (size_t i = from; i < end; i++) {
		const char *text =
			s->preview->hear[i].party == party ? person_text(s, from, end, i) : NULL;
		if (text)
			texts_add(s->pool, &list, text);
	}
	if (!list.count)
		return NULL;
	return words(s->pool, W_PREVIEW_OF_PARTY, hole_text("party", s->rec->parties[party].label),
		hole_list("people", &list));
}

static void add_stage(const struct saying *s, size_t from, size_t end)
{
	struct texts list = { 0 };

	for (int p = 0; p < (int)s->rec->party_count; p++) {
		const char *text = party_text(s, from, end, p);

		if (text)
			texts_add(s->pool, &list, text);
	}
	add(s, PREVIEW_LINE_TEXT, NULL,
		words(s->pool, W_PREVIEW_STAGE, hole_text("people", words_clauses(s->pool, &list)),
			hole_count("shown", s->preview->hear[end - 1].aspects),
			hole_count("all", s->preview->asked)));
}

/* Those who together show more than those before stand on one line. */
static void add_stages(const struct saying *s)
{
	int shown = s->preview->of[PREVIEW_ASPECTS].shown;
	size_t from = 0;

	for (size_t i = 0; i < s->preview->hear_count; i++) {
		if (s->preview->hear[i].aspects <= shown && i + 1 < s->preview->hear_count)
			continue;
		add_stage(s, from, i + 1);
		from = i + 1;
		shown = s->preview->hear[i].aspects;
	}
	add(s, PREVIEW_LINE_TEXT, NULL,
		words(s->pool, W_PREVIEW_ESTIMATE, hole_count("least", EDITION_VALUE_MIN)));
	if (s->preview->released)
		add(s, PREVIEW_LINE_TEXT, NULL,
			words_left_out(s->pool, s->rec, s->preview->view, LEFT_OUT_CHANGES));
}

static void add_whom(const struct saying *s)
{
	add(s, PREVIEW_LINE_HEADING, NULL, words_plain(W_PREVIEW_WHOM));
	if (s->preview->of[PREVIEW_ASPECTS].shown == s->preview->asked)
		add(s, PREVIEW_LINE_TEXT, NULL, words_plain(W_PREVIEW_ALL_SHOWN));
	else if (s->rec->assessment.sealed != DATE_NONE)
		add(s, PREVIEW_LINE_TEXT, NULL, words_plain(W_PREVIEW_SEALED));
	else if (!s->preview->hear_count)
		add(s, PREVIEW_LINE_TEXT, NULL, words_plain(W_PREVIEW_NO_HELP));
	else
		add_stages(s);
}

/* Actions that are left out. */

static const char *action_text(const struct saying *s, int action)
{
	const char *title = s->preview->plan->whole->actions[action].title;
	const char *told = words_adopting_reasons(s->pool, s->preview->plan, (size_t)action);

	return told ? words(s->pool, W_PREVIEW_ACTION, hole_text("title", title),
			      hole_text("told", told))
		    : pool_strdup(s->pool, title);
}

static void add_actions(const struct saying *s)
{
	const struct preview_count *actions = &s->preview->of[PREVIEW_ACTIONS];

	if (actions->shown == actions->all)
		return;
	add(s, PREVIEW_LINE_HEADING, NULL, words_plain(W_PREVIEW_ADOPTING));
	add(s, PREVIEW_LINE_TEXT, NULL, words_plain(W_PREVIEW_ADOPTED));
	for (size_t i = 0; i < s->preview->withheld_count; i++) {
		const struct preview_item *item = &s->preview->withheld[i];

		if (item->group == PREVIEW_ACTIONS)
			add(s, PREVIEW_LINE_UNDER, NULL, action_text(s, item->subject));
	}
}

const char *words_preview_line(struct pool *pool, struct preview_count aspects)
{
	return aspects.all ? words(pool, W_PREVIEW_LINE, hole_count("shown", aspects.shown),
				     hole_count("all", aspects.all))
			   : NULL;
}

/* From when the figures are, where they are not of today. */
static void add_top(const struct saying *s, const char *line)
{
	const char *as_of = words_as_of(s->pool, s->preview->view);

	add(s, PREVIEW_LINE_TEXT, NULL, line ? line : words_plain(W_PREVIEW_NOTHING));
	if (as_of)
		add(s, PREVIEW_LINE_TEXT, NULL, as_of);
	add(s, PREVIEW_LINE_TEXT, NULL, words_plain(W_PREVIEW_INSIDE));
}

void words_preview(struct preview_words *out, struct pool *pool, const struct record *rec,
	const struct edition_preview *preview)
{
	const struct saying s = { out, pool, rec, preview };
	const char *line = words_preview_line(pool, preview->of[PREVIEW_ASPECTS]);

	*out = (struct preview_words){ .count = 0 };
	add_top(&s, line);
	if (line) {
		add_counts(&s);
		add_withheld(&s);
	}
	add_whom(&s);
	add_actions(&s);
}
