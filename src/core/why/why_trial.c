/* SPDX-License-Identifier: MIT */
/*
 * Changes tried on a copy of the record: what they reach, and whether a finding goes.
 */
#include <string.h>
#include "../diagnosis/findings.h"
#include "why.h"

double why_line(const struct diagnosis *d, const struct finding *finding)
{
	return finding->severity == SEVERITY_CRITICAL ? d->scores.lines.critical
						      : d->scores.lines.failing;
}

static void branch(const struct asked *q, const struct changes *changes, struct record *copy)
{
	record_branch(copy, q->rec);
	for (size_t i = 0; i < changes->count; i++)
		record_apply_change(copy, &changes->list[i]);
}

bool changes_reach(const struct asked *q, const struct changes *changes, int scale, double level)
{
	struct record copy;
	struct scores scores;
	branch(q, changes, &copy);
	scores_compute(&scores, &copy);
	double score = scores.scale[scale].score;
	scores_release(&scores);
	record_branch_release(&copy);
	return isnan(score) || at_least(score, level);
}

/* Process steps are counted problem by problem, so the next one takes the number of one that goes.
 */
static int problems_of(const struct record *rec, int problem)
{
	int count = 0;
	for (size_t i = 0; i < rec->process_count; i++)
		count += rec->processes[i].problem == problem;
	return count;
}

static bool is_same(const struct asked *q, const struct record *copy, const struct finding *other)
{
	const struct finding *finding = q->finding;
	if (strcmp(other->id, finding->id) || other->severity != finding->severity)
		return false;
	return finding->kind != FINDING_PROCESS ||
		problems_of(q->rec, q->rec->processes[finding->subject].problem) ==
		problems_of(copy, q->rec->processes[finding->subject].problem);
}

bool changes_work(const struct asked *q, const struct changes *changes)
{
	struct record copy;
	struct diagnosis other;
	bool stays = false;
	if (!changes->count)
		return false;
	branch(q, changes, &copy);
	diagnosis_findings(&other, &copy);
	for (size_t i = 0; i < other.finding_count && !stays; i++)
		stays = is_same(q, &copy, &other.findings[i]);
	diagnosis_release(&other);
	record_branch_release(&copy);
	return !stays;
}
