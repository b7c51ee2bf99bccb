/* SPDX-License-Identifier: MIT */
/*
 * CSV for spreadsheets: the writer, and the plan as a table. Spreadsheets run what looks like a
 * formula, whoever has written it: texts of users are guarded.
 */
#include "json/internal.h"

#include <inttypes.h>
#include <string.h>
#include <rekindle/utf8.h>

/* Blanks and marks without a width, which stand before a formula without hiding it. */
static const char *const blanks[] = { " ", "\n", "\u00A0", "\u3000", "\u2009", "\u202F", "\u200B",
	"\u200C", "\u200D", "\uFEFF" };
/* What a formula begins with; a tab or a return is one for some spreadsheets. */
static const char *const formula[] = { "=", "+", "-", "@", "\t", "\r", "\uFF1D", "\uFF0B", "\uFF0D",
	"\uFF20" };

#define COUNT(list) (sizeof(list) / sizeof(*(list)))

/* Bytes of the entry of the list that text begins with, 0 none. */
static size_t begins(const char *text, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strncmp(text, list[i], strlen(list[i])) == 0)
			return strlen(list[i]);
	return 0;
}

static bool is_formula(const char *text)
{
	for (size_t n; (n = begins(text, blanks, COUNT(blanks))) > 0;)
		text += n;
	return begins(text, formula, COUNT(formula)) > 0;
}

/* Whose lists are parted by semicolons has commas in its numbers. */
static const struct {
	const char *mark; /* that it is UTF-8 */
	char separator, decimal;
} manners[CSV_FOR_COUNT] = {
	[CSV_FOR_ANY] = { "", ',', '.' },
	[CSV_FOR_EXCEL] = { "\uFEFF", ';', ',' },
	[CSV_FOR_LIBREOFFICE] = { "\uFEFF", ',', '.' },
};

void csv_begin(struct csv *csv, struct str *out)
{
	*csv = (struct csv){ .out = out, .program = settings()->csv };
	str_add(out, manners[csv->program].mark);
}

static void next_cell(struct csv *csv)
{
	if (csv->begun)
		str_addc(csv->out, manners[csv->program].separator);
	csv->begun = true;
}

/* Semicolons and tabs part cells where a comma is for decimals. */
static bool wants_quotes(const char *text)
{
	size_t n = strlen(text);

	return strpbrk(text, ",;\t\"\n") != NULL || (n && (text[0] == ' ' || text[n - 1] == ' '));
}

static void add_quoted(struct str *out, const char *text)
{
	str_addc(out, '"');
	for (size_t n; *text; text += n) {
		n = strcspn(text, "\"");
		n += text[n] == '"';
		str_addn(out, text, n);
		if (text[n - 1] == '"')
			str_addc(out, '"');
	}
	str_addc(out, '"');
}

void csv_text(struct csv *csv, const char *text)
{
	struct str cell;

	next_cell(csv);
	if (!text)
		return;
	str_init(&cell);
	utf8_clean(&cell, text, true, false);
	if (is_formula(text) || is_formula(cell.text))
		str_insert(&cell, 0, "'", 1);
	if (wants_quotes(cell.text))
		add_quoted(csv->out, cell.text);
	else
		str_add(csv->out, cell.text);
	str_release(&cell);
}

void csv_plain(struct csv *csv, const char *word)
{
	next_cell(csv);
	str_add(csv->out, word);
}

void csv_whole(struct csv *csv, int64_t number)
{
	next_cell(csv);
	str_addf(csv->out, "%" PRId64, number);
}

void csv_number(struct csv *csv, double number)
{
	struct pool pool = { 0 };
	char *text = pool_strdup(&pool, value_number(&pool, number)), *point = strchr(text, '.');

	if (point)
		*point = manners[csv->program].decimal;
	csv_plain(csv, text);
	pool_release(&pool);
}

void csv_day(struct csv *csv, int day)
{
	char text[DATE_TEXT];

	csv_plain(csv, date_iso(day, text));
}

void csv_end_row(struct csv *csv)
{
	str_add(csv->out, "\r\n");
	csv->begun = false;
}

/* The plan */

const char *plan_owner_text(
	const struct record *rec, const struct planned_action *planned, size_t party)
{
	int person = planned->owner[party];

	if (person < 0)
		return NULL;
	return str_blank(rec->people[person].name) ? vocabulary_role.word[rec->people[person].role]
						   : rec->people[person].name;
}

static void write_titles(struct csv *csv, const struct record *rec)
{
	static const char *const before[] = { "id", "phase", "step", "title" };
	static const char *const after[] = { "start", "due", "status", "active", "quick_win",
		"done_when", "resources", "objective", "reason", "note", "findings", "edition" };
	struct str title;

	str_init(&title);
	for (size_t i = 0; i < COUNT(before); i++)
		csv_plain(csv, before[i]);
	for (size_t p = 0; p < rec->party_count; p++) {
		str_set(&title, "owner_");
		str_add(&title, rec->parties[p].label);
		csv_text(csv, title.text);
	}
	for (size_t i = 0; i < COUNT(after); i++)
		csv_plain(csv, after[i]);
	csv_end_row(csv);
	str_release(&title);
}

bool plan_finding_accuses(const struct record *rec, const char *id)
{
	struct finding_ref ref;

	if (!finding_parse(rec, id, &ref))
		return true;
	return ref.kind == FINDING_KNOCKOUT || ref.kind == FINDING_BLAME ||
		(ref.kind == FINDING_EXIT &&
			(ref.subject == TRACK_ESCALATE || ref.subject == TRACK_EXIT)) ||
		(ref.kind == FINDING_PITFALL && ref.subject == PITFALL_BLAME_GAME) ||
		(ref.kind == FINDING_SPECIAL && ref.subject == SPECIAL_UNWILLING_PARTNER);
}

static void write_findings(struct csv *csv, const struct record *rec,
	const struct planned_action *planned, enum edition edition)
{
	struct str list;

	str_init(&list);
	for (size_t i = 0; i < planned->finding_count; i++)
		if (edition == EDITION_INTERNAL || !plan_finding_accuses(rec, planned->findings[i]))
			str_addf(&list, "%s%s", list.len ? " " : "", planned->findings[i]);
	csv_text(csv, list.text);
	str_release(&list);
}

/* Notes are for one side's eyes. */
static void write_action(struct csv *csv, const struct record *rec,
	const struct planned_action *planned, enum edition edition)
{
	csv_text(csv, planned->id);
	csv_whole(csv, step_phase(planned->step));
	csv_whole(csv, planned->step);
	csv_text(csv, planned->title);
	for (size_t p = 0; p < rec->party_count; p++)
		csv_text(csv, plan_owner_text(rec, planned, p));
	csv_day(csv, planned->start);
	csv_day(csv, planned->due);
	csv_plain(csv, vocabulary_status.word[planned->status]);
	csv_plain(csv, planned->active ? "yes" : "no");
	csv_plain(csv, planned->quick_win ? "yes" : "no");
	csv_text(csv, planned->done_when);
	csv_text(csv, planned->resources);
	csv_text(csv,
		planned->objective < 0 ? NULL : rec->joint_objectives[planned->objective].text);
	csv_text(csv, planned->reason);
	csv_text(csv, edition == EDITION_JOINT ? NULL : planned->note);
	write_findings(csv, rec, planned, edition);
	csv_plain(csv, vocabulary_edition.word[edition]);
	csv_end_row(csv);
}

void exchange_plan_csv(
	struct str *out, const struct record *rec, const struct plan *plan, enum edition edition)
{
	struct csv csv;

	csv_begin(&csv, out);
	write_titles(&csv, rec);
	for (size_t i = 0; i < plan->action_count; i++)
		write_action(&csv, rec, &plan->actions[i], edition);
}
