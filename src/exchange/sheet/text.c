/* SPDX-License-Identifier: MIT */
/*
 * A sheet as text: for a mail, or to be printed and filled in by hand.
 */
#include "internal.h"

#include <string.h>
#include <rekindle/flow.h>
#include <rekindle/utf8.h>
#include <rekindle/words.h>

#define WIDTH 72
#define INDENT 4

/* A sheet that is being written. */
struct writing {
	const struct sheet_form *form;
	struct pool pool;
	struct str *out;
};

/* Its lines behind so many blanks. */
static void add_wrapped(struct writing *w, const char *text, int indent)
{
	for (size_t n, shown; (n = utf8_line(UTF8_FILE, text, WIDTH - indent, &shown)); text += n) {
		str_pad(w->out, ' ', shown ? indent : 0);
		str_addn(w->out, text, shown);
		str_addc(w->out, '\n');
	}
}

static void add_sentence(struct writing *w, const char *text)
{
	add_wrapped(w, text, 0);
	str_addc(w->out, '\n');
}

static const char *mirrored(struct writing *w, const char *text)
{
	const struct record *record = w->form->record;
	return words_mirror(&w->pool, record, text, record->people[w->form->person].party);
}

static void add_anchor(struct writing *w, int rating, const char *text)
{
	if (!str_blank(text))
		add_wrapped(w,
			words(&w->pool, W_SHEET_ANCHOR, hole_count("rating", rating),
				hole_text("anchor", mirrored(w, text))),
			INDENT);
}

static void add_choices(struct writing *w, const struct item *item)
{
	for (size_t i = 0; i < item->choice_count; i++)
		add_wrapped(w,
			words(&w->pool, W_SHEET_CHOICE, hole_count("n", (int)i + 1),
				hole_text("choice", mirrored(w, item->choices[i].text))),
			INDENT);
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
	str_addf(w->out, "Q%d [%s]\n", number, item->id);
	add_wrapped(w, mirrored(w, item->text), 0);
	if (!str_blank(item->hint))
		add_wrapped(w, mirrored(w, item->hint), 0);
	add_anchor(w, 1, item->low);
	add_anchor(w, 3, item->mid);
	add_anchor(w, 5, item->high);
	add_choices(w, item);
	add_wrapped(w, words_plain(how[item->kind]), INDENT);
	str_addf(w->out, "Answer Q%d: \nComment Q%d: \n\n", number, number);
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
	str_addf(w->out, "Sheet: %s\nQuestions: %s %s\nConsent: \nAttribution: \n\n",
		sheet_token_grouped(&token, grouped), bank->id, bank->version);
}

void sheet_text(const struct sheet_form *form, struct str *out)
{
	struct writing w = { .form = form, .out = out };
	str_add(out, "Rekindle answer sheet, 1\n\n");
	add_opening(&w);
	add_head(&w);
	add_questions(&w);
	str_add(out, "End of sheet\n");
	pool_release(&w.pool);
}
