/* SPDX-License-Identifier: MIT */
/*
 * What show tells, gathered once for text and JSON.
 */
#ifndef REKINDLE_SHOW_H
#define REKINDLE_SHOW_H

#include "../cli.h"

struct show_person {
	int party, role;
	const char *name, *planned; /* NULL: nameless; no date */
	int respondent;             /* index, -1: planned only */
	bool heard;                 /* has data */
	int questions, settled;
};

struct show_share {
	int asked, answered;
};

struct show_plan {
	bool stored;
	int start, day; /* its first day; 1 on it, below that still to start */
	int next;       /* when the next open action is due, DATE_NONE: none is open */
	struct plan_count count;
};

struct show {
	struct pool pool;
	struct show_person *people; /* respondents first, then those only planned */
	size_t person_count;
	struct show_share coverage[CAUSE_COUNT][PARTIES_MAX];
	int *flags; /* indices of answers */
	size_t flag_count;
	int notes; /* still to file */
	struct show_plan plan;
};

/* Everything lives in show->pool: release that. */
void show_gather(struct show *, const struct record *);
/* Who the flagged answer is of; a confidential respondent is not named. */
const char *show_flag_name(const struct record *, const struct answer *, struct pool *);
struct json_t *show_json(const struct loaded *, const struct show *);

#endif
