/* SPDX-License-Identifier: MIT */
/*
 * show: one assessment: people, what was answered, what is missing for a safe diagnosis, flags.
 */
#include <jansson.h>
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

static void heading(struct str *out, const struct record *record, bool ascii)
{
	char id[UUID_TEXT], day[DATE_TEXT], sealed[DATE_TEXT];

	line(out, ascii, "%s", record->alliance.name);
	line(out, ascii, "%s, %s%s%s%s",
		record->assessment.title ? record->assessment.title
					 : vocabulary_round.word[record->assessment.kind],
		vocabulary_round.word[record->assessment.kind],
		record->assessment.date == DATE_NONE ? "" : ", ",
		date_iso(record->assessment.date, day),
		record->assessment.sealed == DATE_NONE ? "" : ", sealed");
	if (record->assessment.sealed != DATE_NONE)
		line(out, ascii, "sealed      %s", date_iso(record->assessment.sealed, sealed));
	line(out, ascii, "id          %s", uuid_text(&record->assessment.object.id, id));
	line(out, ascii, "instrument  %s %s", record->instrument->id, record->instrument->version);
}

static void plan_line(
	struct str *out, const struct loaded *loaded, const struct show *show, bool ascii)
{
	const struct show_plan *plan = &show->plan;
	char id[UUID_TEXT], day[DATE_TEXT];

	if (!plan->stored)
		line(out, ascii, "plan        none is stored: rekindle plan %.8s --save",
			uuid_text(&loaded->record.assessment.object.id, id));
	else if (plan->day < 1)
		line(out, ascii, "plan        stored, starts %s, %d of %d done, %d late",
			date_iso(plan->start, day), plan->count.done, plan->count.active,
			plan->count.late);
	else
		line(out, ascii, "plan        stored, day %d, %d of %d done, %d late", plan->day,
			plan->count.done, plan->count.active, plan->count.late);
}

static void person_row(
	struct str *out, const struct record *record, const struct show_person *p, bool ascii)
{
	char id[UUID_TEXT];
	const char *name = p->name ? p->name : "(no name)";

	if (p->respondent < 0) {
		line(out, ascii, "  %-11s planned   %-30s %s", vocabulary_role.word[p->role],
			p->planned ? p->planned : "", name);
		return;
	}
	line(out, ascii, "  %-11s %-8s %3d of %-3d %-12s %.8s  %s", vocabulary_role.word[p->role],
		p->heard ? "heard" : "begun", p->settled, p->questions,
		vocabulary_attribution.word[record->respondents[p->respondent].attribution],
		uuid_text(&record->respondents[p->respondent].object.id, id), name);
}

static void people(
	struct str *out, const struct record *record, const struct show *show, bool ascii)
{
	for (size_t i = 0; i < record->party_count; i++) {
		line(out, ascii, "%s", "");
		line(out, ascii, "%s%s", record->parties[i].name,
			record->parties[i].ours == TRI_YES ? " (your side)" : "");
		for (size_t j = 0; j < show->person_count; j++)
			if (show->people[j].party == (int)i)
				person_row(out, record, &show->people[j], ascii);
	}
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
		coverage_row(out, record, show->coverage[cause], cause_info[cause].id, ascii);
}

static void missing(
	struct str *out, const struct record *record, const struct diagnosis *diagnosis, bool ascii)
{
	const struct confidence *confidence = &diagnosis->confidence;
	struct pool pool = { 0 };
	struct confidence_words said = words_confidence(&pool, record, diagnosis);

	line(out, ascii, "%s", "");
	line(out, ascii, "For a safe diagnosis (grade now: %s)", grade_word(confidence->grade));
	for (int i = 0; said.reasons[i]; i++)
		point(out, ascii, said.reasons[i]);
	if (said.raise[0])
		line(out, ascii, "What would raise it");
	for (int i = 0; said.raise[i]; i++)
		point(out, ascii, said.raise[i]);
	pool_release(&pool);
}

static void flags(struct str *out, const struct record *record, const struct show *show, bool ascii)
{
	line(out, ascii, "%s", "");
	line(out, ascii, "Flags %zu     Notes to file %d", show->flag_count, show->notes);
	for (size_t i = 0; i < show->flag_count; i++) {
		const struct answer *answer = &record->answers[show->flags[i]];
		const struct item *item = &record->instrument->items[answer->item];
		struct pool pool = { 0 };
		point(out, ascii,
			pool_printf(&pool, "%s: %s", item->shorthand ? item->shorthand : item->id,
				show_flag_name(record, answer, &pool)));
		pool_release(&pool);
	}
}

static void show_text(
	struct str *out, const struct loaded *loaded, const struct show *show, bool ascii)
{
	heading(out, &loaded->record, ascii);
	plan_line(out, loaded, show, ascii);
	people(out, &loaded->record, show, ascii);
	coverage(out, &loaded->record, show, ascii);
	missing(out, &loaded->record, &loaded->diagnosis, ascii);
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
	.options = OPTION_BIT(OPTION_FORMAT),
	.json = true,
	.fewest = 1,
	.most = 1,
	.lacking = LACKING_ID(show),
	.run = run,
};
