/* SPDX-License-Identifier: MIT */
/*
 * plan --shift: what another start of the stored plan, or moving what is open or late, would
 * change; with --save it is done.
 */
#include <rekindle/exchange.h>
#include "plan.h"

static enum err check(const struct cli *cli, const struct record *rec, struct errmsg *why)
{
	if (has_option(cli, OPTION_REDRAW))
		return errmsg_set(why, ERR_USAGE,
			"--shift and --redraw are two changes: leave out one of them");
	if (has_option(cli, OPTION_START))
		return errmsg_set(why, ERR_USAGE,
			"--start is for a draft: leave it out, and give --shift \"start DATE\"");
	if (has_option(cli, OPTION_EDITION))
		return errmsg_set(why, ERR_USAGE,
			"what a shift would change is for you alone: leave out --edition, or "
			"--shift");
	if (cli->format != PLAN_TEXT && cli->format != PLAN_JSON)
		return errmsg_set(why, ERR_USAGE,
			"what a shift would change is text or json, not %s",
			cli->value[OPTION_FORMAT]);
	if (!plan_is_stored(rec))
		return errmsg_set(why, ERR_USAGE,
			"no plan of %s is stored yet, so there is nothing to shift; plan --save "
			"stores a draft",
			rec->alliance.name);
	return ERR_NONE;
}

static enum err read_asked(const struct cli *cli, struct plan_asked *asked, struct errmsg *why)
{
	const char *typed = cli->value[OPTION_SHIFT];

	if (plan_shift_read(typed, clock_today(), asked))
		return ERR_NONE;
	return errmsg_set(why, ERR_USAGE,
		"--shift %.60s: give start and a day, as in \"start 2026-12-07\"; open or late and "
		"weeks, as in \"open 4\"; or late and a day, as in \"late monday\"",
		typed);
}

static void shift_text(struct str *out, const struct record *rec, const struct plan_shift *shift)
{
	struct pool pool = { 0 };

	if (shift->start != DATE_NONE)
		str_addf(out, "%s\n",
			words(&pool, W_SHIFT_START, hole_day("day", shift->start, DAY_LONG)));
	str_addf(out, "%s\n", words(&pool, W_SHIFT_HEAD, hole_count("n", (int)shift->count)));
	for (size_t i = 0; i < shift->count; i++)
		str_addf(out, "%s  %s\n", i ? "" : "\n",
			words_shift_item(&pool, rec, &shift->moves[i]));
	pool_release(&pool);
}

static enum err save(struct loaded *loaded, const struct plan_shift *shift, struct errmsg *why)
{
	struct pool pool = { 0 };

	plan_shift_keep(&loaded->record, shift);
	enum err err = store_put_plan(
		loaded->store, &loaded->record, words_plain(W_UNDO_PLAN_SHIFTED), why);
	if (err == ERR_NONE)
		cli_message(words(&pool, W_PLAN_SAID_SHIFTED,
			hole_text("alliance", loaded->record.alliance.name),
			hole_count("n", (int)shift->count)));
	pool_release(&pool);
	return err;
}

enum err plan_write_shift(
	const struct cli *cli, struct loaded *loaded, struct str *out, struct errmsg *why)
{
	struct plan_asked asked;
	struct plan_shift shift;
	enum err err = check(cli, &loaded->record, why);

	if (err == ERR_NONE)
		err = read_asked(cli, &asked, why);
	if (err != ERR_NONE)
		return err;
	loaded_plan(loaded, DATE_NONE);
	plan_shift(&shift, &loaded->record, &loaded->plan, &asked, clock_today());
	if (cli->format == PLAN_JSON)
		exchange_shift_json(out, &loaded->record, &loaded->plan, &shift);
	else
		shift_text(out, &loaded->record, &shift);
	if (has_option(cli, OPTION_SAVE) && plan_shift_changes(&shift, &loaded->plan))
		err = save(loaded, &shift, why);
	plan_shift_release(&shift);
	return err;
}
