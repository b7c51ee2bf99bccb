/* SPDX-License-Identifier: MIT */
/*
 * Facts of a record in a row, and the sentences that somebody wrote about it.
 */
#include "facts.h"

void add_fact(struct compose *c, struct texts *list, enum fact fact, const char *what)
{
	static const enum sentence facts[FACT_COUNT] = {
		[FACT_STARTED] = W_FACT_STARTED,
		[FACT_TYPE] = W_FACT_TYPE,
		[FACT_AMBITIONS] = W_FACT_AMBITIONS,
		[FACT_AMENDABLE] = W_FACT_AMENDABLE,
		[FACT_BREACH] = W_FACT_BREACH,
		[FACT_LITIGATION] = W_FACT_LITIGATION,
		[FACT_COMPETITORS] = W_FACT_COMPETITORS,
		[FACT_ENDS] = W_FACT_ENDS,
		[FACT_SIZE] = W_FACT_SIZE,
		[FACT_SPONSOR] = W_FACT_SPONSOR,
		[FACT_STANCE] = W_FACT_STANCE,
		[FACT_MEASURE] = W_FACT_MEASURE,
		[FACT_FROM] = W_FACT_FROM,
		[FACT_TARGET] = W_FACT_TARGET,
		[FACT_DUE] = W_FACT_DUE,
		[FACT_RESULT] = W_FACT_RESULT,
		[FACT_UNIT] = W_FACT_UNIT,
		[FACT_SINCE] = W_FACT_SINCE,
		[FACT_AGREED_BY] = W_FACT_AGREED_BY,
		[FACT_REACHED] = W_FACT_REACHED,
		[FACT_REPAIRED] = W_FACT_REPAIRED,
		[FACT_LIKELIHOOD] = W_FACT_LIKELIHOOD,
		[FACT_EFFECT] = W_FACT_EFFECT,
		[FACT_OWNER] = W_FACT_OWNER,
	};

	if (!str_blank(what))
		texts_add(c->pool, list,
			words(c->pool, facts[fact], hole_text("what", without_stop(c, what))));
}

void add_fact_day(struct compose *c, struct texts *list, enum fact fact, int day)
{
	if (day != DATE_NONE)
		add_fact(c, list, fact, day_long(c, day));
}

void add_fact_number(struct compose *c, struct texts *list, enum fact fact, double value)
{
	if (!isnan(value))
		add_fact(c, list, fact, quantity(c, value));
}

void add_quoted(struct compose *c, struct texts *said, enum quoted quoted, const char *text)
{
	static const enum sentence sentences[QUOTED_COUNT] = {
		[QUOTED_EXIT] = W_QUOTED_EXIT,
		[QUOTED_COMPETING] = W_QUOTED_COMPETING,
		[QUOTED_WHY] = W_QUOTED_WHY,
		[QUOTED_NOTE] = W_QUOTED_NOTE,
		[QUOTED_CONSEQUENCE] = W_QUOTED_CONSEQUENCE,
		[QUOTED_RESPONSE] = W_QUOTED_RESPONSE,
		[QUOTED_BRINGS] = W_QUOTED_BRINGS,
		[QUOTED_WOULD_LOSE] = W_QUOTED_WOULD_LOSE,
	};

	if (!str_blank(text))
		texts_add(
			c->pool, said, words(c->pool, sentences[quoted], hole_text("text", text)));
}

void add_facts(struct compose *c, struct texts *said, const struct texts *facts)
{
	texts_add(c->pool, said,
		words(c->pool, W_SAID_WHOLE, hole_text("text", words_names(c->pool, facts))));
}
