/* SPDX-License-Identifier: MIT */
/*
 * The plan by itself as text, in an edition.
 */
#ifndef REKINDLE_TEST_PLAN_TEXT_H
#define REKINDLE_TEST_PLAN_TEXT_H

#include <rekindle/edition_plan.h>
#include <rekindle/report.h>

static inline void plan_text(struct str *out, const struct record *rec,
	const struct diagnosis *diagnosis, const struct plan *plan, enum edition edition, int today,
	bool ascii)
{
	struct edition_history shown;

	edition_history_compute(&shown, rec, diagnosis, plan, edition, NULL, 0);
	report_plan_text(out, rec, diagnosis, &shown, today, ascii);
	edition_history_release(&shown);
}

#endif
