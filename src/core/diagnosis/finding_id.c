/* SPDX-License-Identifier: MIT */
/*
 * Ids of findings (rekindle-method(7), section 6a): a head for the kind, the word of the subject,
 * then a party or a number.
 */
#include <stdlib.h>
#include <string.h>
#include <rekindle/str.h>
#include "findings.h"

static const char *const blame_words[] = { "parties_differ", "all_blame_partner" };
static const struct vocabulary vocabulary_blame = { "blame", BLAME_ALL_PARTNER + 1, blame_words };
static const char *const performance_words[] = { "low" };
static const struct vocabulary vocabulary_performance = { "performance", 1, performance_words };

static const struct {
	const char *head;
	const struct vocabulary *subject; /* NULL: none */
	bool numbered;                    /* ends in a number; else a party may stand there */
} kinds[FINDING_KINDS] = {
	[FINDING_KNOCKOUT] = { "knockout", &vocabulary_knockout, false },
	[FINDING_EXIT] = { "decision", &vocabulary_track, false },
	[FINDING_CAUSE] = { "cause", &vocabulary_cause, false },
	[FINDING_ASPECT] = { "aspect", &vocabulary_scale, false },
	[FINDING_GAP] = { "gap", &vocabulary_scale, false },
	[FINDING_KILLER] = { "killer", &vocabulary_killer, false },
	[FINDING_PAIN] = { "pain", &vocabulary_scale, false },
	[FINDING_BLAME] = { "blame", &vocabulary_blame, false },
	[FINDING_PITFALL] = { "pitfall", &vocabulary_pitfall, false },
	[FINDING_SPECIAL] = { "special", &vocabulary_special, false },
	[FINDING_PERFORMANCE] = { "performance", &vocabulary_performance, false },
	[FINDING_CHECKLIST] = { "checklist", &vocabulary_check_row, false },
	[FINDING_EVENT] = { "event", &vocabulary_happening, true },
	[FINDING_PROCESS] = { "process", &vocabulary_problem, true },
	[FINDING_INCIDENT] = { "incident", NULL, true },
	[FINDING_DIVIDED] = { "divided", &vocabulary_scale, false },
	[FINDING_VISIBILITY] = { "visibility", &vocabulary_scale, false },
};

const char *finding_id(struct pool *pool, const struct record *rec, const struct finding_ref *ref)
{
	struct str id;

	str_init(&id);
	str_add(&id, kinds[ref->kind].head);
	if (kinds[ref->kind].subject)
		str_addf(&id, ".%s", kinds[ref->kind].subject->word[ref->subject]);
	if (ref->party >= 0)
		str_addf(&id, ".%s", rec->parties[ref->party].label);
	if (ref->number)
		str_addf(&id, ".%d", ref->number);
	const char *text = pool_strndup(pool, id.text, id.len);
	str_release(&id);
	return text;
}

/* What follows the word and its dot: "" at the end of the id, NULL where another word stands. */
static const char *after_word(const char *id, const char *word)
{
	size_t n = strlen(word);

	if (strncmp(id, word, n))
		return NULL;
	return !id[n] ? id + n : id[n] == '.' && id[n + 1] ? id + n + 1 : NULL;
}

static const char *parse_head(const char *id, struct finding_ref *ref)
{
	for (int kind = 0; kind < FINDING_KINDS; kind++) {
		const char *rest = after_word(id, kinds[kind].head);

		ref->kind = (enum finding_kind)kind;
		if (rest)
			return rest;
	}
	return NULL;
}

static const char *parse_subject(const char *id, struct finding_ref *ref)
{
	const struct vocabulary *words = kinds[ref->kind].subject;

	for (int i = 0; words && i < words->count; i++) {
		const char *rest = after_word(id, words->word[i]);

		ref->subject = i;
		if (rest)
			return rest;
	}
	return words ? NULL : id;
}

static bool parse_number(const char *id, struct finding_ref *ref)
{
	char *end;
	long number = strtol(id, &end, 10);

	ref->number = (int)number;
	return *id >= '1' && *id <= '9' && !*end && number < INT_MAX;
}

static bool parse_party(const struct record *rec, const char *id, struct finding_ref *ref)
{
	for (size_t p = 0; p < rec->party_count; p++)
		if (str_same(rec->parties[p].label, id)) {
			ref->party = (int)p;
			return true;
		}
	return false;
}

bool finding_parse(const struct record *rec, const char *id, struct finding_ref *ref)
{
	*ref = (struct finding_ref){ .party = -1 };
	id = parse_head(id, ref);
	id = id ? parse_subject(id, ref) : NULL;
	if (!id || !*id)
		return id != NULL;
	return kinds[ref->kind].numbered ? parse_number(id, ref) : parse_party(rec, id, ref);
}

/* Which of the events of the same kind it is, from 1. */
static int number_of_event(const struct record *rec, int event)
{
	int number = 1;

	for (int i = 0; i < event; i++)
		number += rec->events[i].kind == rec->events[event].kind;
	return number;
}

/* Which of the rows with the same problem it is, from 1. */
static int number_of_row(const struct record *rec, int row)
{
	int number = 1;

	for (int i = 0; i < row; i++)
		number += rec->processes[i].problem == rec->processes[row].problem;
	return number;
}

struct finding_ref finding_ref(const struct record *rec, const struct finding *finding)
{
	struct finding_ref ref = { finding->kind, finding->subject, finding->party, 0 };

	if (finding->kind == FINDING_EVENT) {
		ref.number = number_of_event(rec, finding->subject);
		ref.subject = rec->events[finding->subject].kind;
	} else if (finding->kind == FINDING_PROCESS) {
		ref.number = number_of_row(rec, finding->subject);
		ref.subject = rec->processes[finding->subject].problem;
	} else if (finding->kind == FINDING_INCIDENT) {
		ref.number = finding->subject + 1;
		ref.subject = 0;
	}
	if (kinds[finding->kind].numbered || finding->kind == FINDING_EXIT)
		ref.party = -1; /* it stands in the record */
	return ref;
}

bool finding_ref_covers(const struct finding_ref *a, const struct finding_ref *b)
{
	return a->kind == b->kind && a->subject == b->subject &&
		(a->party < 0 || a->party == b->party) && (!a->number || a->number == b->number);
}

void finding_add(struct maker *m, int severity, int scale)
{
	struct finding *finding = POOL_APPEND(&m->d->pool, m->d->findings, m->d->finding_count);

	*finding = (struct finding){
		.kind = m->kind,
		.subject = m->subject,
		.party = m->party,
		.severity = severity,
		.cause = scale == SCALE_NONE ? -1 : scale / ASPECTS_PER_CAUSE,
		.scale = scale,
	};
	const struct finding_ref ref = finding_ref(m->rec, finding);
	finding->id = finding_id(&m->d->pool, m->rec, &ref);
}
