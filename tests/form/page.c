/* SPDX-License-Identifier: MIT */
/*
 * The form of one person, on stdout: page FILE PERSON [pulse] [DAY by which it is to be back]. FILE
 * is exchange JSON, PERSON the place among its people, from 0.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <rekindle/exchange.h>
#include <rekindle/file.h>
#include <rekindle/pool.h>
#include <rekindle/sheet.h>

#define TOKEN "0123456789abcdef0123456789abcdef"
#define FILE_MOST (16 << 20)

static const struct choice choices[] = { { "plan", "The plan of {us}" }, { "money", "Money" },
	{ "people", "People, & <what> they \"do\"" } };

/* The bank with open questions turned into others; it lives as long as the program. */
static const struct instrument *with_kinds(const struct instrument *bank)
{
	static const enum item_kind kinds[] = { ITEM_MULTI, ITEM_NUMBER, ITEM_DATE };
	static struct instrument own;
	struct item *items = mem_alloc(bank->item_count * sizeof(*items));
	size_t turned = 0;

	memcpy(items, bank->items, bank->item_count * sizeof(*items));
	for (size_t i = 0; i < bank->item_count; i++) {
		items[i].health_check |= items[i].kind != ITEM_RATED;
		if (items[i].kind != ITEM_TEXT || items[i].section != SECTION_INTERVIEW ||
			turned >= 3)
			continue;
		items[i].kind = kinds[turned++];
		items[i].choices = choices;
		items[i].choice_count = items[i].kind == ITEM_MULTI ? 3 : 0;
		items[i].roles = ~0u;
		items[i].hint = "As you remember it";
	}
	own = *bank;
	own.items = items;
	return &own;
}

static void print_form(struct record *record, int argc, char **argv)
{
	struct sheet_form form = {
		.record = record, .person = atoi(argv[2]), .token = TOKEN, .closes = DATE_NONE
	};
	struct str out;

	for (int i = 3; i < argc; i++)
		if (!strcmp(argv[i], "kinds"))
			record->instrument = with_kinds(record->instrument);
		else if (!date_parse(argv[i], &form.closes))
			form.pulse = true;
	str_init(&out);
	sheet_html(&form, &out);
	fwrite(out.text, 1, out.len, stdout);
	str_release(&out);
}

int main(int argc, char **argv)
{
	struct exchange exchange;
	struct errmsg why = { "" };
	struct str text;

	str_init(&text);
	if (argc < 3 || file_read(argv[1], FILE_MOST, &text, &why) ||
		exchange_read(text.text, text.len, argv[1], &exchange, &why)) {
		fprintf(stderr, "page FILE PERSON [pulse] [kinds] [DAY]: %s\n", why.text);
		return EXIT_FAILURE;
	}
	print_form(&exchange.rounds[0], argc, argv);
	exchange_release(&exchange);
	str_release(&text);
	return EXIT_SUCCESS;
}
