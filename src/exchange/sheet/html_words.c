/* SPDX-License-Identifier: MIT */
/*
 * The sentences of the form: the page fills their holes by the rules of words.h.
 */
#include "html.h"

#include <rekindle/words.h>

static const struct {
	const char *name;
	enum sentence sentence;
} said[] = {
	{ "ask_attribution", W_LINE_ATTRIBUTION },
	{ "wrong_minutes", W_OPENING_MINUTES },
	{ "sheet", W_FORM_SHEET },
	{ "beginning", W_FORM_BEGINNING },
	{ "this_computer", W_FORM_THIS_COMPUTER },
	{ "alone", W_FORM_ALONE },
	{ "ask_consent", W_FORM_ASK_CONSENT },
	{ "consent_yes", W_FORM_CONSENT_YES },
	{ "consent_no", W_FORM_CONSENT_NO },
	{ "named", W_FORM_NAMED },
	{ "role", W_FORM_ROLE },
	{ "confidential", W_FORM_CONFIDENTIAL },
	{ "ask_minutes", W_FORM_ASK_MINUTES },
	{ "minutes_hint", W_FORM_MINUTES_HINT },
	{ "begin", W_FORM_BEGIN },
	{ "print", W_FORM_PRINT },
	{ "wrong_consent", W_FORM_WRONG_CONSENT },
	{ "wrong_attribution", W_FORM_WRONG_ATTRIBUTION },
	{ "progress", W_FORM_PROGRESS },
	{ "overview", W_FORM_OVERVIEW },
	{ "progress_bar", W_FORM_PROGRESS_BAR },
	{ "question_of", W_FORM_QUESTION_OF },
	{ "main", W_FORM_MAIN },
	{ "between", W_FORM_BETWEEN },
	{ "your_answer", W_FORM_YOUR_ANSWER },
	{ "or", W_FORM_OR },
	{ "state_dont_know", W_FORM_STATE_DONT_KNOW },
	{ "state_not_applicable", W_FORM_STATE_NOT_APPLICABLE },
	{ "state_declined", W_FORM_STATE_DECLINED },
	{ "state_holds", W_FORM_STATE_HOLDS },
	{ "points_how", W_FORM_POINTS_HOW },
	{ "points_given", W_FORM_POINTS_GIVEN },
	{ "no_number", W_FORM_NO_NUMBER },
	{ "no_date", W_FORM_NO_DATE },
	{ "no_points", W_FORM_NO_POINTS },
	{ "clear", W_FORM_CLEAR },
	{ "cleared", W_FORM_CLEARED },
	{ "comment", W_FORM_COMMENT },
	{ "comment_add", W_FORM_COMMENT_ADD },
	{ "back", W_FORM_BACK },
	{ "next", W_FORM_NEXT },
	{ "to_end", W_FORM_TO_END },
	{ "main_first", W_FORM_MAIN_FIRST },
	{ "draft_lost", W_FORM_DRAFT_LOST },
	{ "end", W_FORM_END },
	{ "settled", W_FORM_SETTLED },
	{ "left", W_FORM_LEFT },
	{ "open_list", W_FORM_OPEN_LIST },
	{ "all_list", W_FORM_ALL_LIST },
	{ "entry", W_FORM_ENTRY },
	{ "uneven", W_FORM_UNEVEN },
	{ "entry_uneven", W_FORM_ENTRY_UNEVEN },
	{ "settled_one", W_FORM_SETTLED_ONE },
	{ "terms", W_FORM_TERMS },
	{ "send", W_FORM_SEND },
	{ "send_how", W_FORM_SEND_HOW },
	{ "save", W_FORM_SAVE },
	{ "saved", W_FORM_SAVED },
	{ "mail", W_FORM_MAIL },
	{ "copy", W_FORM_COPY },
	{ "copied", W_FORM_COPIED },
	{ "copy_failed", W_FORM_COPY_FAILED },
	{ "sent", W_FORM_SENT },
	{ "sent_how", W_FORM_SENT_HOW },
	{ "delete", W_FORM_DELETE },
	{ "delete_sure", W_FORM_DELETE_SURE },
	{ "delete_yes", W_FORM_DELETE_YES },
	{ "delete_no", W_FORM_DELETE_NO },
	{ "deleted", W_FORM_DELETED },
	{ "thanks", W_FORM_THANKS },
	{ "refused", W_FORM_REFUSED },
	{ "refused_how", W_FORM_REFUSED_HOW },
	{ "refused_back", W_FORM_REFUSED_BACK },
};

json_t *html_words(void)
{
	json_t *json = json_object();

	for (size_t i = 0; i < sizeof(said) / sizeof(*said); i++)
		json_object_set_new(
			json, said[i].name, json_string(words_pattern(said[i].sentence)));
	return json;
}
