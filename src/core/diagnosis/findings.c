/* SPDX-License-Identifier: MIT */
/*
 * Findings (rekindle-method(7), section 6a): everything that the diagnosis states, with its
 * severity and its rule in words.
 */
#include <stdarg.h>
#include <stdlib.h>
#include "findings.h"

void finding_add(struct maker *m, int severity, int scale, const char *id, const char *fmt, ...)
{
	struct str text;
	va_list args;
	str_init(&text);
	va_start(args, fmt);
	str_addv(&text, fmt, args);
	va_end(args);
	struct finding *finding = POOL_APPEND(&m->d->pool, m->d->findings, m->d->finding_count);
	*finding = (struct finding){
		.id = id,
		.kind = m->kind,
		.subject = m->subject,
		.party = m->party,
		.severity = severity,
		.text = pool_strdup(&m->d->pool, text.text),
		.cause = scale == SCALE_NONE ? -1 : scale / ASPECTS_PER_CAUSE,
		.scale = scale,
	};
	str_release(&text);
}

const char *finding_label(const struct maker *m, int party)
{
	return m->rec->parties[party].label;
}

const char *finding_n(struct maker *m, const int n[PARTIES_MAX])
{
	struct str out;
	str_init(&out);
	str_add(&out, "n ");
	for (size_t p = 0; p < m->rec->party_count; p++)
		str_addf(&out, p ? "+%d" : "%d", n[p]);
	const char *text = pool_strdup(&m->d->pool, out.text);
	str_release(&out);
	return text;
}

const char *finding_scale_n(struct maker *m, int scale)
{
	return finding_n(m, m->d->scores.scale[scale].n);
}

const char *finding_values(struct maker *m, int scale)
{
	struct str out;
	size_t count = m->rec->party_count;
	str_init(&out);
	for (size_t p = 0; p < count; p++) {
		double value = m->d->scores.scale[scale].value[p];
		str_add(&out, p == 0 ? "" : p == count - 1 ? " and " : ", ");
		if (isnan(value))
			str_addf(&out, "%s none", finding_label(m, (int)p));
		else
			str_addf(&out, "%s %.2f", finding_label(m, (int)p), value);
	}
	const char *text = pool_strdup(&m->d->pool, out.text);
	str_release(&out);
	return text;
}

const char *finding_score(struct maker *m, int scale)
{
	double score = m->d->scores.scale[scale].score;
	return isnan(score) ? "no score" : FINDING_TEXT("%.2f", score);
}

/* Severity, then upstream (what belongs to no cause comes last), then the order of making. */
static int compare(const void *left, const void *right)
{
	const struct finding *a = *(const struct finding *const *)left;
	const struct finding *b = *(const struct finding *const *)right;
	int cause_a = a->cause < 0 ? CAUSE_COUNT : a->cause;
	int cause_b = b->cause < 0 ? CAUSE_COUNT : b->cause;
	if (a->severity != b->severity)
		return b->severity - a->severity;
	if (cause_a != cause_b)
		return cause_a - cause_b;
	if (a->scale != b->scale)
		return a->scale - b->scale;
	return a < b ? -1 : a > b;
}

static void put_in_order(struct diagnosis *d)
{
	const struct finding **order = mem_alloc(d->finding_count * sizeof(*order));
	struct finding *sorted = pool_alloc(&d->pool, d->finding_count * sizeof(*sorted));
	for (size_t i = 0; i < d->finding_count; i++)
		order[i] = &d->findings[i];
	qsort(order, d->finding_count, sizeof(*order), compare);
	for (size_t i = 0; i < d->finding_count; i++)
		sorted[i] = *order[i];
	free(order);
	d->findings = sorted;
}

void findings_compute(struct diagnosis *d, const struct record *rec)
{
	static void (*const makers[FINDING_KINDS])(struct maker *) = {
		[FINDING_KNOCKOUT] = find_knockouts,
		[FINDING_EXIT] = find_exit,
		[FINDING_CAUSE] = find_causes,
		[FINDING_ASPECT] = find_aspects,
		[FINDING_GAP] = find_gaps,
		[FINDING_KILLER] = find_killers,
		[FINDING_PAIN] = find_pain,
		[FINDING_BLAME] = find_blame,
		[FINDING_PITFALL] = find_pitfalls,
		[FINDING_SPECIAL] = find_specials,
		[FINDING_PERFORMANCE] = find_performance,
		[FINDING_CHECKLIST] = find_checks,
		[FINDING_PROCESS] = find_processes,
		[FINDING_INCIDENT] = find_incidents,
		[FINDING_DIVIDED] = find_divided,
		[FINDING_VISIBILITY] = find_invisible,
	};
	for (int kind = 0; kind < FINDING_KINDS; kind++) {
		struct maker maker = { d, rec, (enum finding_kind)kind, 0, -1 };
		makers[kind](&maker);
	}
	if (d->finding_count)
		put_in_order(d);
}
