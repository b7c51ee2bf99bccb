/* SPDX-License-Identifier: MIT */
/*
 * The rounds of the alliance behind a report, and whether they make it revived.
 */
#include <rekindle/release.h>
#include "past.h"

static void add_round(struct past *past, const struct record *record,
	const struct diagnosis *diagnosis, const struct edition_view *view)
{
	size_t records = past->count;

	*POOL_APPEND(&past->pool, past->records, records) = record;
	*POOL_APPEND(&past->pool, past->rounds, past->count) =
		(struct past_round){ .record = record, .diagnosis = diagnosis, .view = view };
}

/* What is computed already comes with the report. */
static void add_known(struct past *past, const struct compose *c, const struct record *record)
{
	const struct report_input *in = c->in;

	if (record == in->record) {
		past->now = (int)past->count;
		add_round(past, record, in->diagnosis, c->view);
	} else if (record == in->before) {
		add_round(past, record, in->before_diagnosis, c->before);
	} else {
		add_round(past, record, NULL, NULL);
	}
}

void past_prove(struct past *past, const struct compose *c)
{
	if (c->plan && c->plan->stored && !c->later)
		proof_compute(&past->proof, c->plan, c->rec, past->records, past->count);
}

void past_open(struct past *past, const struct compose *c)
{
	const struct report_input *in = c->in;

	*past = (struct past){ .edition = c->view->edition };
	for (size_t i = 0; i < in->count; i++)
		add_known(past, c, in->all[i]);
	if (!in->count && in->before)
		add_known(past, c, in->before);
	if (!in->count)
		add_known(past, c, in->record);
}

/* Of rounds that come after nothing is told. */
void past_plan(struct past *past, const struct plan *plan, struct edition_plan *told)
{
	size_t count = (size_t)past->now + 1,
	       first = past->edition == EDITION_JOINT ? 0 : count - 1;
	struct edition_round *rounds = pool_alloc(&past->pool, count * sizeof(*rounds));

	for (size_t i = first; i < count; i++) {
		const struct past_round *round = past_round(past, (int)i);

		rounds[i] = (struct edition_round){ round->record, round->diagnosis, round->view };
	}
	edition_plan_compute(told, plan, rounds + first, count - first);
}

void past_close(struct past *past)
{
	for (size_t i = 0; i < past->count; i++)
		if (past->rounds[i].own) {
			edition_release((struct edition_view *)past->rounds[i].view);
			diagnosis_release(past->rounds[i].own);
		}
	proof_release(&past->proof);
	pool_release(&past->pool);
}

const struct past_round *past_round(struct past *past, int at)
{
	struct past_round *round = &past->rounds[at];
	struct diagnosis *diagnosis;
	struct edition_view *view;

	if (round->diagnosis)
		return round;
	diagnosis = pool_alloc(&past->pool, sizeof(*diagnosis));
	view = pool_alloc(&past->pool, sizeof(*view));
	diagnosis_compute(diagnosis, round->record);
	release_view(view, round->record, diagnosis, past->edition);
	round->diagnosis = &view->whole;
	round->view = view;
	round->own = diagnosis;
	return round;
}

static bool has_day(const struct past_round *round)
{
	return round->record->assessment.date != DATE_NONE;
}

bool past_revived(struct past *past, struct proof_pair *pair)
{
	const struct past_round *before, *now;

	if (!proof_full_rounds(past->records, past->count, past->now, pair))
		return false;
	before = past_round(past, pair->before);
	now = past_round(past, pair->now);
	return has_day(before) && has_day(now) && !before->view->primary && !now->view->primary &&
		plan_revived(before->diagnosis, now->diagnosis);
}

const char *past_revived_text(struct compose *c)
{
	const struct past_round *before, *now;
	struct proof_pair pair;

	if (c->later || !c->past || !past_revived(c->past, &pair))
		return NULL;
	before = past_round(c->past, pair.before);
	now = past_round(c->past, pair.now);
	return words(c->pool, W_REVIVED,
		hole_day("first", before->record->assessment.date, DAY_UNBROKEN),
		hole_day("second", now->record->assessment.date, DAY_UNBROKEN),
		hole_number("performance", now->diagnosis->scores.performance.score, 0));
}
