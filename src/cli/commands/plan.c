/* SPDX-License-Identifier: MIT */
/*
 * plan: the stored plan or a draft of one, for reading, for a spreadsheet or for a calendar; with
 * --save the draft is stored; with --redraw, what drawing up the stored one again would change.
 */
#include <rekindle/convert.h>
#include <rekindle/edition_plan.h>
#include <rekindle/exchange.h>
#include <rekindle/history.h>
#include <rekindle/report.h>
#include "plan.h"

static const char *const format_words[] = { "text", "csv", "ics", "xlsx", "json", "pdf" };
static const struct vocabulary plan_formats = { "format", 6, format_words };

struct writing {
	const struct cli *cli;
	const struct loaded *loaded;
	struct edition_history shown;
	enum edition edition;
};

static void write_text(struct str *out, const struct writing *writing)
{
	report_plan_text(out, &writing->loaded->record, &writing->loaded->diagnosis,
		&writing->shown, clock_today(), writing->cli->ascii);
}

static void write_csv(struct str *out, const struct writing *writing)
{
	exchange_plan_csv(
		out, &writing->loaded->record, &writing->shown.printed->shown, writing->edition);
}

static void write_ics(struct str *out, const struct writing *writing)
{
	exchange_plan_ics(out, writing->loaded->store, &writing->loaded->record,
		&writing->shown.printed->shown, writing->edition, clock_stamp_ms());
}

/* What a converter makes the file of. */
static void write_pdf(struct str *out, const struct writing *writing)
{
	report_plan(out, &writing->loaded->record, &writing->loaded->diagnosis, &writing->shown,
		clock_today(), REPORT_PDF, writing->cli->ascii);
}

/* The internal one is the exchange object. */
static void write_json(struct str *out, const struct writing *writing)
{
	if (writing->edition == EDITION_JOINT)
		exchange_plan_joint_json(out, &writing->loaded->record, writing->shown.printed);
	else
		exchange_plan_json(out, &writing->loaded->record, &writing->loaded->plan);
}

static void (*const write_as[])(struct str *, const struct writing *) = {
	[PLAN_TEXT] = write_text,
	[PLAN_CSV] = write_csv,
	[PLAN_ICS] = write_ics,
	[PLAN_JSON] = write_json,
	[PLAN_PDF] = write_pdf,
};

static enum report_format report_format(const struct cli *cli)
{
	return cli->format == PLAN_PDF ? REPORT_PDF : REPORT_TEXT;
}

/* The others cannot fail: they are made of memory alone. */
static enum err write_format(struct str *out, const struct writing *writing, struct errmsg *why)
{
	if (writing->cli->format == PLAN_XLSX)
		return exchange_plan_xlsx(out, &writing->loaded->record,
			&writing->shown.printed->shown, writing->edition, clock_today(), why);
	write_as[writing->cli->format](out, writing);
	return ERR_NONE;
}

/* For both companies unless asked otherwise; JSON is what the program itself exchanges. What has
 * called for an action tells of ratings: it is remembered before anybody can read it. */
static enum err write_edition(
	const struct cli *cli, struct loaded *loaded, struct str *out, struct errmsg *why)
{
	struct writing writing = { .cli = cli, .loaded = loaded };
	int edition = cli->format == PLAN_JSON ? EDITION_INTERNAL : EDITION_JOINT;
	enum err err = option_word(cli, OPTION_EDITION, &vocabulary_edition, &edition, why);

	if (err == ERR_NONE)
		err = loaded_rounds(loaded, why);
	if (err == ERR_NONE && edition == EDITION_JOINT)
		err = history_give(loaded->store, &loaded->record, &loaded->earlier, why);
	if (err != ERR_NONE)
		return err;
	writing.edition = (enum edition)edition;
	edition_history_compute(&writing.shown, &loaded->record, &loaded->diagnosis, &loaded->plan,
		writing.edition, loaded->earlier.all, loaded->earlier.own);
	err = write_format(out, &writing, why);
	edition_history_release(&writing.shown);
	return err;
}

static void tell(const struct record *record, int added)
{
	struct pool pool = { 0 };
	struct hole alliance = hole_text("alliance", record->alliance.name);

	cli_message(added < 0 ? words(&pool, W_PLAN_IS_STORED, alliance)
			      : words(&pool, W_PLAN_STORED, alliance, hole_count("added", added)));
	pool_release(&pool);
}

/* The draft among the objects of the record, then in the store; read from there afterwards. A plan
 * that is stored stays. */
static enum err save(struct loaded *loaded, int start, struct errmsg *why)
{
	if (plan_is_stored(&loaded->record) && start != DATE_NONE)
		return errmsg_set(why, ERR_USAGE,
			"a plan of %s is stored: --start is for its first draft; --redraw shows "
			"what drawing it up again would change",
			loaded->record.alliance.name);
	if (plan_is_stored(&loaded->record)) {
		tell(&loaded->record, -1);
		return ERR_NONE;
	}
	loaded_draft(loaded, start);
	int added = (int)plan_keep(&loaded->record, &loaded->plan, words_proposals);
	plan_release(&loaded->plan);
	loaded->planned = false;
	enum err err =
		store_put_plan(loaded->store, &loaded->record, words_plain(W_UNDO_PLAN_DRAWN), why);
	if (err == ERR_NONE)
		tell(&loaded->record, added);
	return err;
}

/* Redrawing */

static void add_kind(struct str *out, struct pool *pool, const struct record *rec,
	const struct plan_redraw *redraw, enum redraw_kind kind)
{
	if (!redraw->of[kind])
		return;
	str_addf(out, "\n%s\n", words_redraw_kind(pool, redraw, kind));
	for (size_t i = 0; kind != REDRAW_KEPT && i < redraw->count; i++)
		if (redraw->items[i].kind == kind)
			str_addf(out, "  %s\n",
				words_redraw_item(pool, rec, redraw, &redraw->items[i]));
}

static void redraw_text(struct str *out, const struct record *rec, const struct plan_redraw *redraw)
{
	struct pool pool = { 0 };
	struct texts head = words_redraw(&pool, rec, redraw);

	for (size_t i = 0; i < head.count; i++)
		str_addf(out, "%s\n", head.text[i]);
	for (int kind = 0; kind < REDRAW_KINDS; kind++)
		add_kind(out, &pool, rec, redraw, (enum redraw_kind)kind);
	pool_release(&pool);
}

static enum err check_redraw(const struct cli *cli, const struct record *rec, struct errmsg *why)
{
	if (has_option(cli, OPTION_START))
		return errmsg_set(
			why, ERR_USAGE, "a redraw begins today: leave out --start, or --redraw");
	if (has_option(cli, OPTION_EDITION))
		return errmsg_set(why, ERR_USAGE,
			"what a redraw would change is for you alone: leave out --edition, or "
			"--redraw");
	if (cli->format != PLAN_TEXT && cli->format != PLAN_JSON)
		return errmsg_set(why, ERR_USAGE,
			"what a redraw would change is text or json, not %s",
			format_words[cli->format]);
	if (!plan_may_redraw(rec))
		return errmsg_set(why, ERR_USAGE,
			"a pulse never redraws the plan; name a full round of %s",
			rec->alliance.name);
	if (!plan_is_stored(rec))
		return errmsg_set(why, ERR_USAGE,
			"no plan of %s is stored yet, so there is nothing to redraw; plan --save "
			"stores a draft",
			rec->alliance.name);
	return ERR_NONE;
}

static enum err save_redraw(
	struct loaded *loaded, const struct plan_redraw *redraw, struct errmsg *why)
{
	struct pool pool = { 0 };
	const char *said =
		words(&pool, W_PLAN_REDRAWN, hole_text("alliance", loaded->record.alliance.name),
			hole_count("added", (int)redraw->of[REDRAW_ADDED]),
			hole_count("moved", (int)redraw->of[REDRAW_MOVED]),
			hole_count("stale", (int)redraw->of[REDRAW_STALE]));

	plan_redraw_keep(&loaded->record, redraw);
	enum err err = store_put_plan(
		loaded->store, &loaded->record, words_plain(W_UNDO_PLAN_REDRAWN), why);
	if (err == ERR_NONE)
		cli_message(said);
	pool_release(&pool);
	return err;
}

/* What it would change is written in any case; done is it with --save. */
static enum err write_redraw(
	const struct cli *cli, struct loaded *loaded, struct str *out, struct errmsg *why)
{
	struct plan_redraw redraw;
	enum err err = check_redraw(cli, &loaded->record, why);

	if (err != ERR_NONE)
		return err;
	loaded_diagnose(loaded);
	if (plan_waits_for_hearing(&loaded->record, &loaded->diagnosis))
		return errmsg_set(why, ERR_USAGE, "%s", words_hear_before_redraw(&loaded->record));
	plan_redraw(&redraw, &loaded->record, &loaded->diagnosis, clock_today(), false);
	edition_plan_number(&redraw.draft, &loaded->record, &loaded->diagnosis);
	if (cli->format == PLAN_JSON)
		exchange_redraw_json(out, &loaded->record, &redraw);
	else
		redraw_text(out, &loaded->record, &redraw);
	if (has_option(cli, OPTION_SAVE) && redraw.changes)
		err = save_redraw(loaded, &redraw, why);
	plan_redraw_release(&redraw);
	return err;
}

static enum err write_plan(const struct cli *cli, struct loaded *loaded, int start, struct str *out,
	struct errmsg *why)
{
	enum err err = loaded_open(cli, loaded, why);

	if (err == ERR_NONE && has_option(cli, OPTION_SHIFT))
		return plan_write_shift(cli, loaded, out, why);
	if (err == ERR_NONE && has_option(cli, OPTION_REDRAW))
		return write_redraw(cli, loaded, out, why);
	if (err == ERR_NONE && loaded->record.assessment.kind == ROUND_PULSE &&
		(has_option(cli, OPTION_SAVE) || start != DATE_NONE ||
			!plan_is_stored(&loaded->record)))
		return errmsg_set(why, ERR_USAGE, "%s", words_plain(W_PULSE_NO_PLAN));
	if (err == ERR_NONE && has_option(cli, OPTION_SAVE)) {
		err = save(loaded, start, why);
		start = DATE_NONE;
	}
	if (err != ERR_NONE)
		return err;
	loaded_plan(loaded, start);
	return write_edition(cli, loaded, out, why);
}

static enum err run(struct cli *cli, struct errmsg *why)
{
	struct loaded loaded = { 0 };
	struct str out;
	char database[4096];
	int start;
	const char *path = cli_database(cli, database, sizeof(database));
	enum err err = option_start(cli, &start, why);

	if (err == ERR_NONE)
		err = option_csv_for(cli, why);
	if (err == ERR_NONE)
		err = output_check(cli, path, why);
	if (err == ERR_NONE)
		err = output_converts(cli, report_format(cli), why);
	if (err != ERR_NONE)
		return err;
	str_init(&out);
	err = write_plan(cli, &loaded, start, &out, why);
	loaded_release(&loaded);
	if (err == ERR_NONE)
		err = convert(&out, report_format(cli), why);
	if (err == ERR_NONE)
		err = output_result(cli, &out, path, why);
	str_release(&out);
	return err;
}

const struct command command_plan = {
	.name = "plan",
	.synopsis =
		"ID [--save] [--redraw] [--shift WHAT] [--start DATE] [--edition internal|joint] "
		"[--format text|csv|ics|xlsx|json|pdf] [--csv-for PROGRAM] [-o FILE]",
	.help = "the revival plan by phase, with owners on every side and dates",
	.more = "The stored plan; where none is stored or --start is given, a draft, which begins "
		"on that day, else on the day stored with the assessment, else on the next Monday. "
		"--save stores the draft. --redraw lists what drawing up the stored plan again "
		"today would change, with --save it does it: what was set by hand, begun or done "
		"stays, what is new is added, what nothing calls for any more is marked. --shift "
		"lists what would move, with --save it does it: WHAT is start and a day, open or "
		"late and a number of weeks, or late and a day; what is dated by hand stays. csv "
		"is for spreadsheets, xlsx a workbook with KPIs and weeks, ics for calendars, pdf, "
		"which an installed weasyprint or Chromium makes, for print. The edition is "
		"joint, for both companies, "
		"unless --edition internal is given: the actions that may be shown to the other "
		"side, those that are adopted and your own. json is internal unless --edition "
		"joint is given.",
	.options = OPTION_BIT(OPTION_ROUND) | OPTION_BIT(OPTION_SAVE) | OPTION_BIT(OPTION_REDRAW) |
		OPTION_BIT(OPTION_SHIFT) | OPTION_BIT(OPTION_EDITION) | OPTION_BIT(OPTION_START) |
		OPTION_BIT(OPTION_FORMAT) | OPTION_BIT(OPTION_CSV_FOR) | OPTION_BIT(OPTION_OUTPUT),
	.json = true,
	.stores = true,
	.formats = &plan_formats,
	.fewest = 1,
	.most = 1,
	.lacking = LACKING_ID(plan),
	.takes_id = true,
	.look = LOOK_WHOLE,
	.run = run,
};
