/* SPDX-License-Identifier: MIT */
/*
 * What has happened to the alliance since its start or the last round, an event a line.
 */
#include "compose.h"

/* Kinds that accuse somebody. For both companies they have other names, without a side; inside a
 * sentence and at its beginning. */
static const enum sentence neutral[HAPPENING_COUNT][2] = {
	[HAPPENING_EXCLUSIVITY] = { W_NEUTRAL_EXCLUSIVITY, W_NEUTRAL_EXCLUSIVITY_FIRST },
	[HAPPENING_LEAK] = { W_NEUTRAL_LEAK, W_NEUTRAL_LEAK_FIRST },
	[HAPPENING_RIVAL_ALLIANCE] = { W_NEUTRAL_RIVAL, W_NEUTRAL_RIVAL_FIRST },
};

static bool accuses(const struct compose *c, int kind)
{
	return c->joint && kind >= 0 && neutral[kind][0];
}

const char *happening_name(const struct compose *c, int kind)
{
	return accuses(c, kind) ? words_plain(neutral[kind][0]) : words_happening(kind);
}

static const char *name_first(const struct compose *c, int kind)
{
	if (accuses(c, kind))
		return words_plain(neutral[kind][1]);
	return words_happening_first(kind < 0 ? HAPPENING_OTHER : kind);
}

/* "Change of ownership at GenTech, 20 February 2026" */
static const char *event_head(struct compose *c, const struct event *event)
{
	const char *name = name_first(c, event->kind);
	const char *day = event->date == DATE_NONE ? NULL : day_long(c, event->date);

	if (event->party >= 0 && !accuses(c, event->kind))
		name = words(c->pool, W_AUDIT_AT, hole_text("what", name),
			hole_text("party", party_label(c, event->party)));
	return day ? words(c->pool, W_HAPPENED_ON, hole_text("event", name), hole_text("day", day))
		   : name;
}

const char *event_text(struct compose *c, const struct event *event)
{
	struct hole head = hole_text("event", event_head(c, event));
	struct texts said = { 0 };

	/* kind, side and day are facts; the rest is how whoever recorded it sees it */
	if (c->joint)
		return words(c->pool, W_HAPPENED, head);
	texts_add(c->pool, &said,
		str_blank(event->what) ? words(c->pool, W_HAPPENED, head)
				       : words(c->pool, W_HAPPENED_WHAT, head,
						 hole_text("what", without_stop(c, event->what))));
	if (!str_blank(event->effect))
		texts_add(c->pool, &said,
			words(c->pool, W_HAPPENED_EFFECT,
				hole_text("effect", without_stop(c, event->effect))));
	return words_sentences(c->pool, &said);
}

void compose_events(struct compose *c, size_t most)
{
	size_t count = c->rec->event_count;

	if (!count || !most)
		return;
	doc_head(c->doc, NULL,
		words_plain(
			c->in && c->in->before ? W_HAPPENED_SINCE_ROUND : W_HAPPENED_SINCE_START),
		NULL);
	for (size_t i = 0; i < count && i < most; i++)
		doc_bullet(c->doc, 2, "%s", event_text(c, &c->rec->events[i]));
	if (count > most)
		doc_bullet(c->doc, 2, "%s",
			words(c->pool, W_HAPPENED_MORE, hole_count("n", (int)(count - most))));
}
