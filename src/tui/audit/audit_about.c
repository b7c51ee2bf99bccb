/* SPDX-License-Identifier: MIT */
/*
 * The row in focus in full: every field that holds something, or the question it answers.
 */
#include "audit.h"
#include "../widgets/bind.h"

#include <string.h>

#define LABEL 16
#define BESIDE_FROM 44 /* columns from which labels stand beside their text */

static void add_field(struct page *page, int width, const char *label, const char *text)
{
	if (width < BESIDE_FROM) {
		page_add(page, STYLE_BOLD, 0, width, label);
		page_add(page, STYLE_PLAIN, 2, width - 2, text);
		return;
	}
	page_lead(page, page_add(page, STYLE_PLAIN, LABEL, width - LABEL, text), 0, STYLE_BOLD,
		label);
}

static const char *actual_text(struct pool *pool, const struct actual *actual)
{
	return words(pool, W_ACTUAL, hole_text("value", value_number(pool, actual->value)),
		hole_text("day", audit_day(pool, actual->date)));
}

static const char *readings(struct page *page, const struct record *record, int kpi)
{
	struct pool *pool = &page->pool;
	struct texts all = { 0 };
	for (size_t i = 0; i < record->actual_count; i++)
		if (record->actuals[i].kpi == kpi)
			texts_add(pool, &all, actual_text(pool, &record->actuals[i]));
	return all.count ? words_names(pool, &all) : words_plain(W_ACTUALS_NONE);
}

static void about_object(
	struct page *page, const struct record *record, const struct audit_row *row, int width)
{
	const void *object = record_at(record, row->kind, (size_t)row->index);
	for (size_t i = 0; i < audit_label_count; i++) {
		const struct audit_label *label = &audit_labels[i];
		if (label->kind != row->kind)
			continue;
		const char *text = audit_text(
			&page->pool, record, bind_named(row->kind, label->field), object);
		if (text)
			add_field(page, width, label->label, text);
	}
	if (row->kind == KIND_KPI)
		add_field(page, width, "Actuals", readings(page, record, row->index));
}

static void about_check(struct page *page, const struct record *record, int row, int width)
{
	int at = record->instrument->check[row];
	if (at < 0)
		return;
	const struct item *item = &record->instrument->items[at];
	page_add(page, STYLE_BOLD, 0, width, item->text);
	if (item->hint)
		page_add(page, STYLE_PLAIN, 0, width, item->hint);
}

void audit_question(struct page *page, const struct record *record, enum route_value value,
	int party, int width)
{
	const struct route_question *question = &record->instrument->route[value];
	const struct {
		const char *digit, *text;
	} anchors[] = { { "1", question->low }, { "3", question->mid }, { "5", question->high } };
	int side = party < 0 ? record_ours(record) : party;
	page_add(page, STYLE_BOLD, 0, width,
		words_mirror(&page->pool, record, question->text, side));
	for (size_t i = 0; i < 3; i++) {
		if (str_blank(anchors[i].text))
			continue;
		const char *text = words_mirror(&page->pool, record, anchors[i].text, side);
		page_lead(page, page_add(page, STYLE_PLAIN, 3, width - 3, text), 0, STYLE_BOLD,
			anchors[i].digit);
	}
}

static void about_agreed(struct page *page, int width)
{
	page_add(page, STYLE_BOLD, 0, width, words_plain(W_AGREED_QUESTION));
	page_add(page, STYLE_PLAIN, 0, width, words_plain(W_AGREED_COUNTS));
}

/* The question in focus, then what the short titles of the four columns stand for. */
static void about_route(struct audit *audit, const struct record *record, int index, int width)
{
	audit_question(&audit->about, record, (enum route_value)audit->value,
		record->routes[index].party, width);
	page_add(&audit->about, STYLE_PLAIN, 0, width, "");
	page_add(&audit->about, STYLE_PLAIN, 0, width, words_plain(W_ROUTE_COLUMNS));
}

void audit_about(struct audit *audit, const struct app *app, int width)
{
	const struct audit_row *row = audit_focused(audit);
	const struct record *record = &app->record;
	int top = audit->about.wanted;
	page_clear(&audit->about);
	audit->about.wanted = audit->reading ? top : 0;
	if (row->index < 0)
		return;
	if (row->kind == KIND_CHECKLIST)
		about_check(&audit->about, record, row->index, width);
	else if (row->kind == KIND_ROUTE)
		about_route(audit, record, row->index, width);
	else if (row->kind == KIND_ASSESSMENT)
		about_agreed(&audit->about, width);
	else
		about_object(&audit->about, record, row, width);
}
