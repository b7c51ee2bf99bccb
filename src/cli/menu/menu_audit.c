/* SPDX-License-Identifier: MIT */
/*
 * The lists of the audit and the profile: field by field, in the order of the list.
 */
#include <string.h>
#include "../audit/audit.h"
#include "menu.h"

static const struct audit_list *choose_list(struct menu *menu)
{
	for (size_t i = 0; i < audit_list_count; i++)
		menu_list(menu, (int)i + 1, audit_lists[i].name);
	int number = menu_number(menu, words_plain(W_MENU_ASK_LIST), (int)audit_list_count);
	return number > 0 ? &audit_lists[number - 1] : NULL;
}

/* The list stands behind the ID that the deed began with. */
static const struct audit_list *begin(struct menu *menu, const char *verb)
{
	const struct audit_list *list = choose_list(menu);

	if (!list)
		return NULL;
	menu_operand(menu, list->name);
	if (verb)
		menu_operand(menu, verb);
	return list;
}

bool menu_audit_show(struct menu *menu)
{
	return begin(menu, NULL) && menu_do(menu) == ERR_NONE;
}

static const char *question_of(
	struct menu *menu, const struct audit_list *list, const struct field *field)
{
	char choices[200];
	struct hole member = hole_text("member", words_member(&menu->said, list->kind, field));

	if (field->type == FIELD_TRI)
		return words(&menu->said, W_MENU_ASK_YES_NO, member);
	if (field->type != FIELD_WORD)
		return words(&menu->said, W_MENU_ASK_FIELD, member);
	return words(&menu->said, W_MENU_ASK_WORD, member,
		hole_text("words", vocabulary_list(field->words, choices, sizeof(choices))));
}

/* "FIELD=VALUE", for a single = "FIELD=", which empties it; Enter leaves it. */
static bool ask_value(struct menu *menu, const char *name, const char *question)
{
	if (menu_read(menu, question) != MENU_LINE)
		return false;
	const char *typed = menu->line.text;
	if (*typed && menu->operands < MENU_ARGS)
		menu_operand(menu,
			pool_printf(&menu->said, "%s=%s", name, strcmp(typed, "=") ? typed : ""));
	return true;
}

/* Until Enter. */
static bool ask_owners(struct menu *menu)
{
	do
		if (!ask_value(menu, AUDIT_OWNER, words_plain(W_MENU_ASK_OWNER)))
			return false;
	while (menu->line.len);
	return true;
}

static bool ask_fields(struct menu *menu, const struct audit_list *list)
{
	const struct kind_info *info = &kind_info[list->kind];

	for (size_t i = 0; i < info->field_count; i++)
		if (audit_offers(list, &info->fields[i]) &&
			!ask_value(menu, audit_field_name(list, &info->fields[i]),
				question_of(menu, list, &info->fields[i])))
			return false;
	return !audit_has_owners(list) || ask_owners(menu);
}

static bool ask_rows(struct menu *menu, const struct audit_list *list)
{
	size_t behind = strlen(list->name) + 1;

	for (int row = 0; row < vocabulary_check_row.count; row++) {
		const char *name = vocabulary_check_row.word[row] + behind;
		if (audit_checks_has(list, row) &&
			!ask_value(menu, name,
				words(&menu->said, W_MENU_ASK_CHECK, hole_text("row", name))))
			return false;
	}
	return true;
}

static bool ask_all(struct menu *menu, const struct audit_list *list)
{
	return list->way == AUDIT_CHECKS ? ask_rows(menu, list) : ask_fields(menu, list);
}

/* With nothing given nothing is done. */
static bool do_given(struct menu *menu, int before)
{
	if (menu->operands > before)
		return menu_do(menu) == ERR_NONE;
	line_say(menu->input, words_plain(W_MENU_NOTHING_GIVEN));
	return false;
}

bool menu_audit_add(struct menu *menu)
{
	const struct audit_list *list = begin(menu, "add");

	if (!list)
		return false;
	if (list->way != AUDIT_MANY) {
		line_refuse(menu->input, words_plain(W_MENU_NO_ADD));
		return false;
	}
	int before = menu->operands;
	return ask_all(menu, list) && do_given(menu, before);
}

/* Which of the list; shown first. */
static bool ask_which(struct menu *menu, const struct audit_list *list, enum sentence question)
{
	const char *show[] = { "audit", MENU_ID, list->name, NULL };
	const char *verb = menu->operand[3];

	menu_begin(menu, show);
	if (menu_do(menu) != ERR_NONE)
		return false;
	menu_begin(menu, show);
	menu_operand(menu, verb);
	return menu_asked(menu, &(struct menu_ask){ .question = question });
}

bool menu_audit_set(struct menu *menu)
{
	const struct audit_list *list = begin(menu, "set");

	if (!list)
		return false;
	bool which = list->way == AUDIT_MANY || list->way == AUDIT_EACH;
	if (which &&
		!ask_which(menu, list,
			list->way == AUDIT_EACH ? W_MENU_ASK_COMPANY : W_MENU_ASK_ENTRY))
		return false;
	int before = menu->operands;
	return ask_all(menu, list) && do_given(menu, before);
}

bool menu_audit_drop(struct menu *menu)
{
	const struct audit_list *list = begin(menu, "drop");

	if (!list)
		return false;
	if (list->way != AUDIT_MANY) {
		line_refuse(menu->input, words_plain(W_MENU_NO_DROP));
		return false;
	}
	return ask_which(menu, list, W_MENU_ASK_ENTRY) && menu_do(menu) == ERR_NONE;
}
