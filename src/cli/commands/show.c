/* SPDX-License-Identifier: MIT */
/*
 * show: one assessment: people, what was answered, what is missing for a safe diagnosis, flags.
 */
#include <strings.h>
#include <jansson.h>
#include <rekindle/carried.h>
#include <rekindle/utf8.h>
#include "commands.h"
#include "show.h"

static void line(struct str *out, bool ascii, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

static void end_line(struct str *out)
{
	while (out->len && out->text[out->len - 1] == ' ')
		str_delete(out, out->len - 1, 1);
	str_addc(out, '\n');
}

/* One line, harmless for a terminal, cut at 79 columns. */
static void line(struct str *out, bool ascii, const char *fmt, ...)
{
	struct str raw, clean;
	va_list arguments;

	str_init(&raw);
	str_init(&clean);
	va_start(arguments, fmt);
	str_addv(&raw, fmt, arguments);
	va_end(arguments);
	utf8_clean(&clean, raw.text, false, ascii);
	utf8_cut(out, UTF8_FILE, clean.text, 79);
	end_line(out);
	str_release(&clean);
	str_release(&raw);
}

/* Wrapped at 79 columns behind "  - ". */
static void point(struct str *out, bool ascii, const char *text)
{
	struct str clean;
	const char *lead = "  - ";

	str_init(&clean);
	utf8_clean(&clean, text, false, ascii);
	for (const char *rest = clean.text; *rest;) {
		size_t shown, n = utf8_line(UTF8_FILE, rest, 75, &shown);
		str_add(out, lead);
		str_addn(out, rest, shown);
		end_line(out);
		rest += n;
		lead = "    ";
	}
	str_release(&clean);
}

/* A line of the heading: its label, then what it says. */
static void labelled(struct str *out, bool ascii, const char *label, const char *text)
{
	line(out, ascii, "%-11s %s", label, text);
}

/* "baseline, 2026-10-15, sealed" behind a title that says something else. */
static const char *round_text(struct pool *pool, const struct assessment *assessment)
{
	const char *kind = words_round((int)assessment->kind);
	bool titled = assessment->title && strcasecmp(assessment->title, kind) != 0;
	struct hole title = hole_text("title",
		titled ? words(pool, W_SHOW_ROUND, hole_text("title", assessment->title),
				 hole_text("kind", kind))
		       : kind);
	bool sealed = assessment->sealed != DATE_NONE;

	if (assessment->date == DATE_NONE)
		return sealed ? words(pool, W_SHOW_ROUND_SEALED, title) : title.text;
	return words(pool, sealed ? W_SHOW_ROUND_DATED_SEALED : W_SHOW_ROUND_DATED, title,
		hole_day("date", assessment->date, DAY_ISO));
}

static void heading(struct str *out, const struct record *record, bool ascii)
{
	char id[UUID_TEXT], sealed[DATE_TEXT];
	struct pool pool = { 0 };

	line(out, ascii, "%s", record->alliance.name);
	line(out, ascii, "%s", round_text(&pool, &record->assessment));
	if (record->assessment.sealed != DATE_NONE)
		labelled(out, ascii, "sealed", date_iso(record->assessment.sealed, sealed));
	labelled(out, ascii, "id", uuid_text(&record->assessment.object.id, id));
	labelled(out, ascii, "instrument",
		pool_printf(&pool, "%s %s", record->instrument->id, record->instrument->version));
	pool_release(&pool);
}

static const char *plan_text(
	struct pool *pool, const struct record *record, const struct show_plan *plan)
{
	char id[UUID_TEXT];

	uuid_text(&record->assessment.object.id, id);
	if (!plan->stored)
		return words(
			pool, W_SHOW_NO_PLAN, hole_text("assessment", pool_strndup(pool, id, 8)));
	struct hole done = hole_count("done", plan->count.done);
	struct hole all = hole_count("all", plan->count.active);
	struct hole late = hole_count("late", plan->count.late);
	if (plan->day < 1)
		return words(pool, W_SHOW_PLAN_AHEAD, hole_day("start", plan->start, DAY_ISO), done,
			all, late);
	return words(pool, W_SHOW_PLAN, hole_count("day", plan->day), done, all, late);
}

static void plan_line(
	struct str *out, const struct loaded *loaded, const struct show *show, bool ascii)
{
	struct pool pool = { 0 };

	labelled(out, ascii, "plan", plan_text(&pool, &loaded->record, &show->plan));
	pool_release(&pool);
}

static void person_row(
	struct str *out, const struct record *record, const struct show_person *p, bool ascii)
{
	char id[UUID_TEXT];
	const char *name = p->name ? p->name : words_plain(W_SHOW_NO_NAME);

	if (p->respondent < 0) {
		line(out, ascii, "  %-11s %-9s %-30s %s", words_role(p->role),
			words_plain(W_HEARING_PLANNED), p->planned ? p->planned : "", name);
		return;
	}
	const struct respondent *respondent = &record->respondents[p->respondent];
	line(out, ascii, "  %-11s %-8s %3d of %-3d %-12s %.8s  %s", words_role(p->role),
		words_plain(p->heard ? W_HEARING_HEARD : W_HEARING_BEGUN), p->settled, p->questions,
		words_attribution((int)respondent->attribution),
		uuid_text(&respondent->object.id, id), name);
}

static void people(
	struct str *out, const struct record *record, const struct show *show, bool ascii)
{
	struct pool pool = { 0 };

	for (size_t i = 0; i < record->party_count; i++) {
		const char *name = record->parties[i].name;
		line(out, ascii, "%s", "");
		line(out, ascii, "%s",
			record->parties[i].ours == TRI_YES
				? words(&pool, W_SHOW_OUR_SIDE, hole_text("party", name))
				: name);
		for (size_t j = 0; j < show->person_count; j++)
			if (show->people[j].party == (int)i)
				person_row(out, record, &show->people[j], ascii);
	}
	pool_release(&pool);
}

static void coverage_row(struct str *out, const struct record *record,
	const struct show_share *shares, const char *cause, bool ascii)
{
	struct str row;

	str_init(&row);
	str_addf(&row, "  %-11s", cause);
	for (size_t i = 0; i < record->party_count; i++) {
		char cell[16] = "--";
		if (shares[i].asked)
			snprintf(cell, sizeof(cell), "%d %%",
				100 * shares[i].answered / shares[i].asked);
		str_addf(&row, "%*s", i ? 11 : 10, cell);
	}
	line(out, ascii, "%s", row.text);
	str_release(&row);
}

static void coverage(
	struct str *out, const struct record *record, const struct show *show, bool ascii)
{
	struct str labels;

	line(out, ascii, "%s", "");
	str_init(&labels);
	str_pad(&labels, ' ', 2);
	str_add(&labels, "Answered   ");
	for (size_t i = 0; i < record->party_count; i++) {
		struct str label;
		str_init(&label);
		utf8_cut(&label, UTF8_FILE, record->parties[i].label, 10);
		str_pad(&labels, ' ', (i ? 11 : 10) - utf8_cells(UTF8_FILE, label.text));
		str_add(&labels, label.text);
		str_release(&label);
	}
	line(out, ascii, "%s", labels.text);
	str_release(&labels);
	for (int cause = 0; cause < CAUSE_COUNT; cause++)
		coverage_row(out, record, show->coverage[cause], words_cause(cause), ascii);
}

static void missing(
	struct str *out, const struct record *record, const struct diagnosis *diagnosis, bool ascii)
{
	enum grade grade = diagnosis->confidence.grade;
	struct pool pool = { 0 };
	struct confidence_words said = words_confidence(&pool, record, diagnosis);

	line(out, ascii, "%s", "");
	line(out, ascii, "%s",
		grade == GRADE_NONE
			? words_plain(W_SHOW_UNGRADED)
			: words(&pool, W_SHOW_SAFE, hole_text("grade", grade_word(grade))));
	for (int i = 0; said.reasons[i]; i++)
		point(out, ascii, said.reasons[i]);
	if (said.raise[0])
		line(out, ascii, "%s", words_plain(W_SHOW_RAISE));
	for (int i = 0; said.raise[i]; i++)
		point(out, ascii, said.raise[i]);
	pool_release(&pool);
}

static void pulse_line(struct str *out, bool ascii)
{
	line(out, ascii, "%s", "");
	point(out, ascii, words_plain(W_SHOW_PULSE));
}

/* What was carried over into an open round and nobody has looked at since. */
static void unconfirmed_line(struct str *out, const struct record *record, bool ascii)
{
	struct pool pool = { 0 };
	int n = record_unconfirmed_all(record);

	if (n && record->assessment.sealed == DATE_NONE)
		line(out, ascii, "%s", words(&pool, W_SHOW_UNCONFIRMED, hole_count("n", n)));
	pool_release(&pool);
}

static const char *flag_text(
	struct pool *pool, const struct record *record, const struct answer *answer)
{
	const struct item *item = &record->instrument->items[answer->item];

	return words(pool, W_SHOW_FLAG,
		hole_text("item", item->shorthand ? item->shorthand : item->id),
		hole_text("who", show_flag_name(record, answer, pool)));
}

static void flags(struct str *out, const struct record *record, const struct show *show, bool ascii)
{
	struct pool pool = { 0 };

	line(out, ascii, "%s", "");
	line(out, ascii, "%s     %s",
		words(&pool, W_COUNT_FLAGS, hole_count("flags", (int)show->flag_count)),
		words(&pool, W_COUNT_NOTES, hole_count("notes", show->notes)));
	for (size_t i = 0; i < show->flag_count; i++)
		point(out, ascii, flag_text(&pool, record, &record->answers[show->flags[i]]));
	pool_release(&pool);
}

static void show_text(
	struct str *out, const struct loaded *loaded, const struct show *show, bool ascii)
{
	heading(out, &loaded->record, ascii);
	plan_line(out, loaded, show, ascii);
	people(out, &loaded->record, show, ascii);
	coverage(out, &loaded->record, show, ascii);
	if (loaded->record.assessment.kind == ROUND_PULSE)
		pulse_line(out, ascii);
	else
		missing(out, &loaded->record, &loaded->diagnosis, ascii);
	unconfirmed_line(out, &loaded->record, ascii);
	flags(out, &loaded->record, show, ascii);
}

static enum err run(struct cli *cli, struct errmsg *why)
{
	struct loaded loaded;
	struct show show;
	struct str out;
	json_t *json = NULL;
	enum err err = loaded_open(cli, &loaded, why);

	str_init(&out);
	if (err == ERR_NONE) {
		loaded_diagnose(&loaded);
		show_gather(&show, &loaded.record);
		if (cli->format == FORMAT_JSON)
			json = show_json(&loaded, &show);
		else
			show_text(&out, &loaded, &show, cli->ascii);
		pool_release(&show.pool);
	}
	loaded_release(&loaded);
	if (err == ERR_NONE)
		err = cli->format == FORMAT_JSON ? output_json(cli, json, why)
						 : output_text(cli, &out, why);
	str_release(&out);
	return err;
}

const struct command command_show = {
	.name = "show",
	.synopsis = "ID [--format text|json]",
	.help = "one assessment: people, coverage, what is missing, flags",
	.options = OPTION_BIT(OPTION_ROUND) | OPTION_BIT(OPTION_FORMAT),
	.json = true,
	.fewest = 1,
	.most = 1,
	.lacking = LACKING_ID(show),
	.takes_id = true,
	.run = run,
};
