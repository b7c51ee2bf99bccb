/* SPDX-License-Identifier: MIT */
/*
 * Phrases that recur in the words about a diagnosis.
 */
#include "telling.h"

#include <math.h>
#include <string.h>
#include <rekindle/str.h>

const char *tell_label(const struct telling *t, int party)
{
	return t->rec->parties[party].label;
}

const char *tell_n(const struct telling *t, const int n[PARTIES_MAX])
{
	struct texts list = { 0 };

	for (size_t p = 0; p < t->rec->party_count; p++)
		texts_add(t->pool, &list, pool_printf(t->pool, "%d", n[p]));
	return texts_join(t->pool, &list, "+", "+");
}

const char *tell_scale_n(const struct telling *t, int scale)
{
	return tell_n(t, t->d->scores.scale[scale].n);
}

const char *tell_score(const struct telling *t, double score)
{
	return isnan(score) ? words_plain(W_SAYS_NO_SCORE) : pool_printf(t->pool, "%.2f", score);
}

static const char *value_of(const struct telling *t, int party, double value)
{
	struct hole who = hole_text("party", tell_label(t, party));

	return isnan(value) ? words(t->pool, W_SAYS_NO_VALUE, who)
			    : words(t->pool, W_SAYS_VALUE, who, hole_number("value", value, 2));
}

struct texts tell_values(const struct telling *t, const double value[PARTIES_MAX], bool none)
{
	struct texts list = { 0 };

	for (size_t p = 0; p < t->rec->party_count; p++)
		if (none || !isnan(value[p]))
			texts_add(t->pool, &list, value_of(t, (int)p, value[p]));
	return list;
}

const char *tell_item_values(const struct telling *t, int item)
{
	double value[PARTIES_MAX];

	for (size_t p = 0; p < t->rec->party_count; p++)
		value[p] = item_mean(t->rec, item, (int)p);
	const struct texts list = tell_values(t, value, false);
	return texts_join(t->pool, &list, ", ", ", ");
}

const char *tell_item(const struct telling *t, int item)
{
	const struct item *of = &t->rec->instrument->items[item];

	return str_blank(of->shorthand) ? of->topic : of->shorthand;
}

const char *tell_unstopped(const struct telling *t, const char *text)
{
	size_t n = strlen(text);

	return pool_strndup(t->pool, text, n && text[n - 1] == '.' ? n - 1 : n);
}

const char *tell_speaker(const struct telling *t, int respondent)
{
	const struct respondent *who = &t->rec->respondents[respondent];
	struct hole party = hole_text("party", tell_label(t, who->party));
	const char *name = who->name;

	if (str_blank(name) && who->person >= 0)
		name = t->rec->people[who->person].name;
	if (who->attribution == ATTRIBUTION_NAMED && !str_blank(name))
		return words(t->pool, W_SPEAKER_NAMED, hole_text("name", name), party);
	return words(t->pool, W_SPEAKER_ROLE, party, hole_text("role", words_role(who->role)));
}

/* The cause that a party gives the most points: the first of those that share them. */
static int top_of(const double points[CAUSE_COUNT])
{
	int top = 0;

	for (int c = 1; c < CAUSE_COUNT; c++)
		top = above(points[c], points[top]) ? c : top;
	return top;
}

const char *tell_tops(const struct telling *t)
{
	const struct split_score *split = &t->d->scores.split;
	struct texts list = { 0 };

	for (size_t p = 0; p < t->rec->party_count; p++) {
		int top = top_of(split->mean[p]);
		if (split->n[p])
			texts_add(t->pool, &list,
				words(t->pool, W_SAYS_TOP,
					hole_text("party", tell_label(t, (int)p)),
					hole_text("cause", words_cause(top)),
					hole_number("points", split->mean[p][top], 0)));
	}
	return texts_join(t->pool, &list, ", ", ", ");
}

const char *tell_event(const struct telling *t, const struct event *event)
{
	const char *kind = words_happening_first(event->kind);

	return event->party < 0 ? kind
				: words(t->pool, W_EVENT_OF, hole_text("event", kind),
					  hole_text("party", tell_label(t, event->party)));
}

const char *tell_sizes(const struct telling *t)
{
	struct texts list = { 0 };

	for (size_t p = 0; p < t->rec->party_count; p++) {
		struct hole who = hole_text("party", tell_label(t, (int)p));
		int size = record_party_profile(t->rec, p)->size_class;
		texts_add(t->pool, &list,
			size < 0 ? words(t->pool, W_SAYS_NO_SIZE, who)
				 : words(t->pool, W_SAYS_SIZE, who,
					   hole_text("size", words_size(size))));
	}
	return texts_join(t->pool, &list, ", ", ", ");
}
