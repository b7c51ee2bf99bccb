/* SPDX-License-Identifier: MIT */
/*
 * A sheet as text, for a mail or a file, and as a page for paper: the same lines.
 */
#include "internal.h"
#include "html.h"

#include <string.h>
#include <rekindle/flow.h>
#include <rekindle/utf8.h>
#include <rekindle/words.h>

#define WIDTH 72
#define INDENT 4
#define ROWS_WORDS 4 /* of paper, behind a question that is answered in words */
#define ROWS_COMMENT 2

/* A sheet that is being written. */
struct writing {
	const struct sheet_form *form;
	const struct medium *medium;
	struct pool pool;
	struct str *out;
};

/* What it is written on. */
struct medium {
	void (*prose)(struct writing *, const char *text, bool indented);
	void (*key)(struct writing *, const char *line);            /* that --read knows */
	void (*room)(struct writing *, const char *line, int rows); /* behind which is written */
	void (*gap)(struct writing *);
};

static void text_prose(struct writing *w, const char *text, bool indented)
{
	int indent = indented ? INDENT : 0;

	for (size_t n, shown; (n = utf8_line(UTF8_FILE, text, WIDTH - indent, &shown)); text += n) {
		str_pad(w->out, ' ', shown ? indent : 0);
		str_addn(w->out, text, shown);
		str_addc(w->out, '\n');
	}
}

static void text_key(struct writing *w, const char *line)
{
	str_addf(w->out, "%s\n", line);
}

static void text_room(struct writing *w, const char *line, int rows)
{
	(void)rows;
	str_addf(w->out, "%s \n", line);
}

static void text_gap(struct writing *w)
{
	str_addc(w->out, '\n');
}

static const struct medium medium_text = { text_prose, text_key, text_room, text_gap };

static void page_line(struct writing *w, const char *class, int rows, const char *text)
{
	str_addf(w->out, "<p class=\"%s\" style=\"min-height:%dmm\">", class, 9 * rows);
	html_escape(&w->pool, w->out, text);
	str_add(w->out, "</p>\n");
}

static void page_prose(struct writing *w, const char *text, bool indented)
{
	page_line(w, indented ? "in" : "prose", 0, text);
}

static void page_key(struct writing *w, const char *line)
{
	page_line(w, "key", 0, line);
}

static void page_room(struct writing *w, const char *line, int rows)
{
	page_line(w, "room", rows, line);
}

static void page_gap(struct writing *w)
{
	str_add(w->out, "<div class=\"gap\"></div>\n");
}

static const struct medium medium_page = { page_prose, page_key, page_room, page_gap };

static void add_prose(struct writing *w, const char *text)
{
	w->medium->prose(w, text, false);
}

static void add_under(struct writing *w, const char *text)
{
	w->medium->prose(w, text, true);
}

static void add_sentence(struct writing *w, const char *text)
{
	add_prose(w, text);
	w->medium->gap(w);
}

static const char *mirrored(struct writing *w, const char *text)
{
	const struct record *record = w->form->record;
	return words_mirror(&w->pool, record, text, record->people[w->form->person].party);
}

static void add_anchor(struct writing *w, int rating, const char *text)
{
	if (!str_blank(text))
		add_under(w,
			words(&w->pool, W_SHEET_ANCHOR, hole_count("rating", rating),
				hole_text("anchor", mirrored(w, text))));
}

static void add_choices(struct writing *w, const struct item *item)
{
	for (size_t i = 0; i < item->choice_count; i++)
		add_under(w,
			words(&w->pool, W_SHEET_CHOICE, hole_count("n", (int)i + 1),
				hole_text("choice", mirrored(w, item->choices[i].text))));
}

/* How an answer of the kind is written. */
static const enum sentence how[ITEM_KIND_COUNT] = {
	[ITEM_RATED] = W_SHEET_HOW_RATED,
	[ITEM_CHOICE] = W_SHEET_HOW_CHOICE,
	[ITEM_MULTI] = W_SHEET_HOW_MULTI,
	[ITEM_NUMBER] = W_SHEET_HOW_NUMBER,
	[ITEM_DATE] = W_SHEET_HOW_DATE,
	[ITEM_TEXT] = W_SHEET_HOW_TEXT,
	[ITEM_SPLIT] = W_SHEET_HOW_SPLIT,
	[ITEM_CHECK] = W_SHEET_HOW_CHECK,
};

static void add_question(struct writing *w, const struct item *item, int number)
{
	w->medium->key(w, pool_printf(&w->pool, "Q%d [%s]", number, item->id));
	add_prose(w, mirrored(w, item->text));
	if (!str_blank(item->hint))
		add_prose(w, mirrored(w, item->hint));
	add_anchor(w, 1, item->low);
	add_anchor(w, 3, item->mid);
	add_anchor(w, 5, item->high);
	add_choices(w, item);
	add_under(w, words_plain(how[item->kind]));
	w->medium->room(w, pool_printf(&w->pool, "Answer Q%d:", number),
		item->kind == ITEM_TEXT ? ROWS_WORDS : 1);
	w->medium->room(w, pool_printf(&w->pool, "Comment Q%d:", number), ROWS_COMMENT);
	w->medium->gap(w);
}

static void add_questions(struct writing *w)
{
	const struct record *record = w->form->record;
	enum role role = (enum role)record->people[w->form->person].role;
	bool pulse = w->form->pulse || record->assessment.kind == ROUND_PULSE;
	int number = 0;
	for (size_t i = 0; i < record->instrument->item_count; i++)
		if (flow_asks(&record->instrument->items[i], role, pulse))
			add_question(w, &record->instrument->items[i], ++number);
}

static void add_opening(struct writing *w)
{
	const struct sheet_form *form = w->form;
	const struct record *record = form->record;
	const struct person *person = &record->people[form->person];
	add_sentence(
		w, words(&w->pool, W_SHEET_TITLE, hole_text("alliance", record->alliance.name)));
	if (!str_blank(person->name))
		add_sentence(w, words(&w->pool, W_SHEET_FOR, hole_text("person", person->name)));
	if (!str_blank(record->instrument->opening)) {
		add_sentence(w, mirrored(w, record->instrument->opening));
		add_sentence(w, words_plain(W_FORM_THIS_COMPUTER));
	}
	add_sentence(w,
		form->closes == DATE_NONE ? words_plain(W_SHEET_BACK)
					  : words(&w->pool, W_SHEET_BACK_BY,
						    hole_day("day", form->closes, DAY_LONG)));
	add_sentence(w, words_plain(W_SHEET_HOW));
	add_sentence(w, words_plain(W_SHEET_HOW_CONSENT));
}

static void add_head(struct writing *w)
{
	const struct instrument *bank = w->form->record->instrument;
	char grouped[SHEET_TOKEN_GROUPED];
	struct uuid token;
	sheet_token_read(w->form->token, &token);
	w->medium->key(w, pool_printf(&w->pool, "Sheet: %s", sheet_token_grouped(&token, grouped)));
	w->medium->key(w, pool_printf(&w->pool, "Questions: %s %s", bank->id, bank->version));
	w->medium->room(w, "Consent:", 1);
	w->medium->room(w, "Attribution:", 1);
	w->medium->gap(w);
}

static void write_on(const struct medium *medium, const struct sheet_form *form, struct str *out)
{
	struct writing w = { .form = form, .medium = medium, .out = out };
	medium->key(&w, "Rekindle answer sheet, 1");
	medium->gap(&w);
	add_opening(&w);
	add_head(&w);
	add_questions(&w);
	medium->key(&w, "End of sheet");
	pool_release(&w.pool);
}

void sheet_text(const struct sheet_form *form, struct str *out)
{
	write_on(&medium_text, form, out);
}

void sheet_page(const struct sheet_form *form, struct str *out)
{
	html_head(form, out);
	write_on(&medium_page, form, out);
	str_add(out, "</body>\n</html>\n");
}
