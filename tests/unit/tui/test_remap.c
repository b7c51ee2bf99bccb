/* SPDX-License-Identifier: MIT */
/*
 * Keys and looks as a person has settled them.
 */
#include "drive.h"
#include <ctype.h>
#include <rekindle/settings.h>
#include "../../../src/tui/looks.h"
#include "../../../src/tui/together.h"

Suite *remap_suite(void);

static void settle(const char *action, const char *keys)
{
	const char *at;
	ck_assert_int_eq(tui_key(action, keys, &at), TUI_TAKEN);
}

static const char *shown_of(enum act action)
{
	return action_table[action].shown;
}

/* No key is in two places that are offered together but those that are so by default. */
START_TEST(test_remap_without_settings_nothing_clashes)
{
	struct tui_clash clash;
	int lists = 0;
	for (const struct together *list = together; list->screen; list++)
		lists++;
	ck_assert_int_ge(lists, 50);
	ck_assert(!tui_keys_clash(&clash));
	for (int i = 1; i < tui_action_count(); i++)
		if (!tui_action_fixed(i))
			settle(tui_action_name(i), tui_action_keys(i));
	ck_assert(!tui_keys_clash(&clash));
	for (int i = 1; i < tui_action_count(); i++)
		ck_assert_msg(!strcmp(shown_of((enum act)i), action_defaults[i].shown),
			"%s is shown as %s", action_table[i].name, shown_of((enum act)i));
}
END_TEST

START_TEST(test_remap_every_action_can_be_found_on_some_screen)
{
	bool found[ACTION_COUNT] = { false };
	for (const struct together *list = together; list->screen; list++)
		for (const enum act *action = list->actions; *action; action++)
			found[*action] = true;
	for (int i = 1; i < ACTION_COUNT; i++)
		ck_assert_msg(found[i], "%s is in no list", action_table[i].name);
}
END_TEST

START_TEST(test_remap_a_key_works_and_the_one_before_does_not)
{
	settle("sort", "b C-o");
	ck_assert(action_has_key(ACTION_SORT, &(struct key){ .code = 'b' }));
	ck_assert(action_has_key(ACTION_SORT, &(struct key){ .code = CONTROL('o') }));
	ck_assert(!action_has_key(ACTION_SORT, &(struct key){ .code = 's' }));
	settle("Next_Question", "Tab");
	ck_assert(action_has_key(ACTION_NEXT_QUESTION, &(struct key){ .code = TUI_TAB }));
	settle("sort", "\xC3\xA4");
	ck_assert(action_has_key(ACTION_SORT, &(struct key){ .code = 0xE4 }));
	tui_settle_nothing();
	ck_assert(action_has_key(ACTION_SORT, &(struct key){ .code = 's' }));
}
END_TEST

/* Of rows that stand for those behind them, each part follows its own action. */
START_TEST(test_remap_the_footer_shows_what_holds)
{
	settle("declined", "z");
	ck_assert_str_eq(shown_of(ACTION_DONT_KNOW), "d x z k");
	ck_assert_str_eq(shown_of(ACTION_DECLINED), "z");
	settle("dont-know", "C-d");
	ck_assert_str_eq(shown_of(ACTION_DONT_KNOW), "^D x z k");
	settle("next-choice", "BackTab");
	ck_assert_str_eq(shown_of(ACTION_PREVIOUS_CHOICE), "Up Shift-Tab");
	tui_settle_nothing();
	ck_assert_str_eq(shown_of(ACTION_DONT_KNOW), "d x r k");
}
END_TEST

START_TEST(test_remap_a_key_of_another_action_of_the_screen_clashes)
{
	struct tui_clash clash;
	settle("sort", "a");
	ck_assert(tui_keys_clash(&clash));
	ck_assert_int_eq(clash.changed, ACTION_SORT);
	ck_assert_int_eq(clash.other, ACTION_ADD);
	ck_assert_str_eq(clash.key, "a");
	ck_assert_str_eq(clash.screen, "portfolio");
	settle("add", "s");
	settle("add-alliance", "s");
	ck_assert(!tui_keys_clash(&clash));
	settle("redraw", "Tab");
	ck_assert(tui_keys_clash(&clash));
	ck_assert_int_eq(clash.changed, ACTION_REDRAW);
	tui_settle_nothing();
	settle("half-down", "a");
	ck_assert(tui_keys_clash(&clash));
	ck_assert_int_eq(clash.changed, ACTION_HALF_DOWN);
	tui_settle_nothing();
}
END_TEST

START_TEST(test_remap_the_screens_go_by_it)
{
	drive_begin(false);
	settle("add-alliance", "b");
	app_push(&app, &screen_portfolio, NULL);
	expect("b add an alliance");
	expect_not("a add an alliance");
	expect("> b   add your first alliance");
	press('a');
	ck_assert_ptr_eq(app.top->ops, &screen_portfolio);
	press('b');
	ck_assert_ptr_eq(app.top->ops, &screen_new_alliance);
	drive_end();
	tui_settle_nothing();
}
END_TEST

/* What sentences call a key is what the table of actions calls it. */
START_TEST(test_remap_sentences_name_the_usual_keys)
{
	const char *action, *usual;
	char key[ACTION_KEY_TEXT];
	int count = 0;
	for (; (usual = words_usual_key(count, &action)); count++) {
		int found = tui_action_find(action);
		ck_assert_msg(found > 0, "%s is no action", action);
		ck_assert_msg(!strcmp(action_first_key((enum act)found, key), usual), "%s: %s, %s",
			action, usual, key);
	}
	ck_assert_int_gt(count, 20);
}
END_TEST

/* What the screens say, as it is written: with <undo> where the key may be another. */
static const struct {
	const char *name, *text;
} said[] = {
#define NB " "
#define SENTENCE(name, text) { #name, text },
#include "../../../src/words/screens/audit.def"
#include "../../../src/words/screens/conflict.def"
#include "../../../src/words/screens/diagnosis.def"
#include "../../../src/words/screens/home.def"
#include "../../../src/words/screens/interview.def"
#include "../../../src/words/screens/meeting.def"
#include "../../../src/words/screens/next_round.def"
#include "../../../src/words/screens/plan_screens.def"
#include "../../../src/words/screens/portfolio.def"
#include "../../../src/words/screens/report_screen.def"
#include "../../../src/words/screens/screens.def"
#include "../../../src/words/screens/trend.def"
#undef SENTENCE
#undef NB
};

/* The keys that nobody can make others: those of a line that is asked, of a text, of a count before
 * a key, and what stops the program. */
static bool is_fixed(const char *sentence)
{
	static const char *const fixed[] = { "PLAN_FILTERED", "DRAFT_BACK", "MOTION_COUNT",
		"EDITOR_LEFT_NOTHING", "FORM_LIST_NARROWED", "INTERRUPT", "INTERRUPT_UNSAVED" };
	for (size_t i = 0; i < sizeof(fixed) / sizeof(*fixed); i++)
		if (!strcmp(sentence, fixed[i]))
			return true;
	return false;
}

static bool names_word(const char *text, const char *word)
{
	for (const char *at = text; (at = strstr(at, word)); at++)
		if ((at == text || !isalpha((unsigned char)at[-1])) &&
			!isalpha((unsigned char)at[strlen(word)]))
			return true;
	return false;
}

/* "u takes it back": a sign alone before a verb. y answers what is asked. */
static bool names_sign(const char *text)
{
	for (const char *at = text; *at; at++) {
		bool alone = (at == text || strchr(" (\"", at[-1])) && at[1] == ' ';
		size_t verb = strspn(alone ? at + 2 : "", "abcdefghijklmnopqrstuvwxyz");
		if (alone && !strchr("aAIy-0123456789", *at) && verb > 1 && at[1 + verb] == 's')
			return true;
	}
	return false;
}

/* A key is not written into a sentence where it could be another. */
START_TEST(test_remap_sentences_name_no_key_by_hand)
{
	static const char *const keys[] = { "Enter", "Esc", "Space", "Tab", "PgDn", "PgUp", "Ctrl",
		"Backspace" };
	int fixed = 0;
	for (size_t i = 0; i < sizeof(said) / sizeof(*said); i++) {
		bool named = false;
		for (size_t k = 0; k < sizeof(keys) / sizeof(*keys); k++)
			named |= names_word(said[i].text, keys[k]);
		ck_assert_msg(
			named == is_fixed(said[i].name), "%s: %s", said[i].name, said[i].text);
		fixed += named;
		ck_assert_msg(!names_sign(said[i].text) ||
				!strcmp(said[i].name, "AUDIT_UNANSWERED") ||
				!strcmp(said[i].name, "LINE_ASK_DISPUTE"),
			"%s: %s", said[i].name, said[i].text);
	}
	ck_assert_int_eq(fixed, 7);
	ck_assert(names_sign("Done. u takes it back.") && !names_sign("y does it"));
}
END_TEST

/* Each of its keys is an answer by itself. */
START_TEST(test_remap_letters_of_a_checklist_stay)
{
	const char *at;
	ck_assert_int_eq(tui_key("answer-check", "j l m h", &at), TUI_FIXED);
	ck_assert_str_eq(shown_of(ACTION_ANSWER_CHECK), "y p n ?");
}
END_TEST

START_TEST(test_remap_forms_name_the_keys_that_hold)
{
	drive_begin(false);
	drive_example();
	settle("enter-field", "C-n");
	settle("back", "B");
	app_push(&app, &screen_home, NULL);
	app_push(&app, &screen_opening, &(int){ 12 });
	for (int i = 0; i < 3; i++)
		press(TUI_TAB);
	expect("^N begins.");
	press(TUI_TAB);
	expect("B goes back. ^N begins.");
	drive_end();
	tui_settle_nothing();
}
END_TEST

START_TEST(test_remap_sentences_name_the_keys_that_hold)
{
	drive_begin(false);
	drive_example();
	settle("undo", "C-o");
	settle("warnings", "C-w");
	app_push(&app, &screen_home, NULL);
	app_push(&app, &screen_plan, NULL);
	expect("2 warnings, ^W reads");
	press(' ');
	expect("Now started. ^O takes it back.");
	press('u');
	expect_not("Undone");
	press(CONTROL('o'));
	expect("Undone: ");
	tui_settle_nothing();
	press(' ');
	expect("Now started. u takes it back.");
	drive_end();
}
END_TEST

START_TEST(test_looks_are_those_that_are_settled)
{
	const char *at;
	char text[TUI_LOOK_TEXT];
	ck_assert_int_eq(tui_color("weak", "magenta bold underline", &at), TUI_TAKEN);
	ck_assert_int_eq(look_of(STYLE_WARN)->colour, COLOR_MAGENTA);
	ck_assert(look_of(STYLE_WARN)->attributes == (A_BOLD | A_UNDERLINE));
	ck_assert_int_ne(look_pair(STYLE_WARN), 0);
	ck_assert_str_eq(tui_role_look(TUI_WEAK, text), "magenta bold underline");
	ck_assert_int_eq(tui_color("weak", "default", &at), TUI_TAKEN);
	ck_assert_int_eq(look_pair(STYLE_WARN), 0);
	ck_assert_str_eq(tui_role_look(TUI_WEAK, text), "default");
	ck_assert_int_eq(tui_color("weak", "bold", &at), TUI_TAKEN);
	ck_assert_str_eq(tui_role_look(TUI_WEAK, text), "default bold");
	tui_settle_nothing();
	ck_assert_str_eq(tui_role_look(TUI_WEAK, text), "yellow");
}
END_TEST

static short weak_on(enum background background, const char *colorfgbg)
{
	const struct settings before = *settings();
	struct settings now = before;
	now.background = background;
	settings_use(&now);
	setenv("COLORFGBG", colorfgbg, 1);
	short colour = look_of(STYLE_WARN)->colour;
	unsetenv("COLORFGBG");
	settings_use(&before);
	return colour;
}

START_TEST(test_looks_on_a_light_background_can_be_read)
{
	ck_assert_int_eq(weak_on(BACKGROUND_AUTO, "15;0"), COLOR_YELLOW);
	ck_assert_int_eq(weak_on(BACKGROUND_AUTO, "0;default;15"), COLOR_MAGENTA);
	ck_assert_int_eq(weak_on(BACKGROUND_AUTO, "0;7"), COLOR_MAGENTA);
	ck_assert_int_eq(weak_on(BACKGROUND_AUTO, ""), COLOR_YELLOW);
	ck_assert_int_eq(weak_on(BACKGROUND_DARK, "0;15"), COLOR_YELLOW);
	ck_assert_int_eq(weak_on(BACKGROUND_LIGHT, "15;0"), COLOR_MAGENTA);
}
END_TEST

Suite *remap_suite(void)
{
	Suite *suite = suite_create("remap");
	TCase *tests = tcase_create("remap");

	tcase_add_test(tests, test_remap_without_settings_nothing_clashes);
	tcase_add_test(tests, test_remap_every_action_can_be_found_on_some_screen);
	tcase_add_test(tests, test_remap_a_key_works_and_the_one_before_does_not);
	tcase_add_test(tests, test_remap_the_footer_shows_what_holds);
	tcase_add_test(tests, test_remap_a_key_of_another_action_of_the_screen_clashes);
	tcase_add_test(tests, test_remap_the_screens_go_by_it);
	tcase_add_test(tests, test_remap_sentences_name_the_usual_keys);
	tcase_add_test(tests, test_remap_sentences_name_no_key_by_hand);
	tcase_add_test(tests, test_remap_letters_of_a_checklist_stay);
	tcase_add_test(tests, test_remap_forms_name_the_keys_that_hold);
	tcase_add_test(tests, test_remap_sentences_name_the_keys_that_hold);
	tcase_add_test(tests, test_looks_are_those_that_are_settled);
	tcase_add_test(tests, test_looks_on_a_light_background_can_be_read);
	suite_add_tcase(suite, tests);
	return suite;
}
