/* SPDX-License-Identifier: MIT */
/*
 * Facts of a record in a row, and the sentences that somebody wrote about it.
 */
#ifndef REKINDLE_REPORT_FACTS_H
#define REKINDLE_REPORT_FACTS_H

#include "gather.h"

/* What is said of a record where it is known, one after another. */
enum fact {
	FACT_STARTED,
	FACT_TYPE,
	FACT_AMBITIONS,
	FACT_AMENDABLE,
	FACT_BREACH,
	FACT_LITIGATION,
	FACT_COMPETITORS,
	FACT_ENDS,
	FACT_SIZE,
	FACT_SPONSOR,
	FACT_STANCE,
	FACT_MEASURE,
	FACT_FROM,
	FACT_TARGET,
	FACT_DUE,
	FACT_RESULT,
	FACT_UNIT,
	FACT_SINCE,
	FACT_AGREED_BY,
	FACT_REACHED,
	FACT_REPAIRED,
	FACT_LIKELIHOOD,
	FACT_EFFECT,
	FACT_OWNER,
	FACT_COUNT
};

/* Nothing is added of what is not known: a blank text, DATE_NONE, NAN. */
void add_fact(struct compose *, struct texts *, enum fact, const char *what);
void add_fact_day(struct compose *, struct texts *, enum fact, int day);
void add_fact_number(struct compose *, struct texts *, enum fact, double value);
/* All of them as one sentence. */
void add_facts(struct compose *, struct texts *said, const struct texts *facts);

/* What somebody wrote is a sentence of its own, in quotation marks and with its own full stop. */
enum quoted {
	QUOTED_EXIT,
	QUOTED_COMPETING,
	QUOTED_WHY,
	QUOTED_NOTE,
	QUOTED_CONSEQUENCE,
	QUOTED_RESPONSE,
	QUOTED_BRINGS,
	QUOTED_WOULD_LOSE,
	QUOTED_COUNT
};
void add_quoted(struct compose *, struct texts *said, enum quoted, const char *text);

#endif
