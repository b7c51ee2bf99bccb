/* SPDX-License-Identifier: MIT */
/*
 * Sheets: what is written, and what is understood of what comes back in whatever state.
 */
#include <rekindle/sheet.h>

#include "exchange_help.h"

Suite *sheet_suite(void);

static struct errmsg why;
static struct exchange file;

#define TOKEN "0a1b-2c3d-4e5f-6071-8293-a4b5-c6d7-e8f9"

static const char document[] =
	"{'instrument': {'id': 'core', 'version': '2'}, 'alliance': {'name': 'P', 'parties': "
	"[{'name': 'Alder'}, {'name': 'Brine'}], 'people': [{'id': 'a', 'party': 'Alder', 'role': "
	"'manager', 'name': 'Ana Ruiz'}]}, 'assessments': [{'id': '1', 'sheets': [{'person': 'a', "
	"'token': '0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9', 'written': '2026-11-16'}]}]}";

static void setup(void)
{
	char *text = json_of(document);
	ck_assert_msg(!exchange_read(text, strlen(text), "round", &file, &why), "%s", why.text);
	free(text);
}

static void teardown(void)
{
	exchange_release(&file);
}

#define BEGIN "Rekindle answer sheet, 1\nSheet: " TOKEN "\nQuestions: core 2\nConsent: yes\n"
#define FIRST "Answer Q1 [strategy.rationale.4]"
#define IDEA "Answer Q2 [open.ideas.one]"

/* What a text means as the answers to two questions; NULL: it says nothing of one. */
static const struct {
	const char *text, *rating, *words;
} texts[] = {
	{ BEGIN FIRST ": 4\nEnd of sheet\n", "4", NULL },
	{ BEGIN "Q7 [strategy.rationale.4]\nAnswer Q9: none\nAnswer Q7: 4\nEnd of sheet", NULL,
		NULL },
	{ "> " BEGIN "Q7 [strategy.rationale.4]\nHow?\nAnswer Q7: 4\nComment Q7:\nEnd of sheet",
		"4", NULL },
	{ BEGIN "\nThank you for this.\n\n" FIRST ": 4\nEnd of sheet", "4", NULL },
	{ BEGIN "Answer Q1\n[strategy.rationale.4]\n: 4\nEnd of sheet", "4", NULL },
	{ BEGIN IDEA ": one\ntwo\n\nthree\nEnd of sheet", NULL, "one two three" },
	{ BEGIN IDEA ": one\\\ntwo\\\n\\\nthree\\\\\nEnd of sheet", NULL, "one\ntwo\n\nthree\\" },
	{ BEGIN IDEA ": one\\\n\\End of sheet\\\n\\Answer Q1: 3\nEnd of sheet", NULL,
		"one\nEnd of sheet\nAnswer Q1: 3" },
	{ BEGIN IDEA ": Questions:\nQuestions: none\nEnd of sheet", NULL,
		"Questions: Questions: none" },
	{ BEGIN IDEA ":\xC2\xA0 one \t two\xC2\xA0\nEnd of sheet", NULL, "one two" },
	{ BEGIN IDEA ": > kept\nEnd of sheet", NULL, "> kept" },
	{ BEGIN FIRST ": don\xE2\x80\x99t know\nEnd of sheet", "?", NULL },
	{ BEGIN FIRST ": DECLINE\n" IDEA ":\nEnd of sheet", "x", NULL },
	/* marks of lists and of bold print */
	{ BEGIN "- " FIRST ": 4\nEnd of sheet", "4", NULL },
	{ BEGIN "2. *" FIRST ":* 4\n\xE2\x80\xA2 " IDEA ": - one\n- two\n*End of sheet*", "4",
		"- one - two" },
	{ BEGIN "> **" FIRST "**: 4\n> __" IDEA ": one__\n> End of sheet", "4", "one" },
	{ BEGIN "- Comment Q2 [open.ideas.one]:\n" FIRST ": **4**\nEnd of sheet", "4", NULL },
	{ BEGIN IDEA " ~4ec2: one\\\n- Answer Q1: 3\\\nQ8: 5\\\nend\nEnd of sheet", NULL,
		"one\n- Answer Q1: 3\nQ8: 5\nend" },
	{ "- Sheet: enclosed\n" BEGIN FIRST ": 4\nEnd of sheet", "4", NULL },
	/* the check says which of several readings is meant */
	{ BEGIN IDEA " ~29b1: 123456789\nEnd of sheet", NULL, "123456789" },
	{ BEGIN FIRST ": 4\nEnd of sheet\n> " BEGIN "> " FIRST ":\n> End of sheet", "4", NULL },
	{ BEGIN FIRST ": 4\nEnd of sheet\n" BEGIN FIRST ": 4\nEnd of sheet", "4", NULL },
};

static const struct answer *answer_to(const struct record *record, const char *item)
{
	int at = instrument_item(record->instrument, item);
	for (size_t i = 0; i < record->answer_count; i++)
		if (record->answers[i].item == at)
			return &record->answers[i];
	return NULL;
}

static const char *rating_said(const struct answer *answer)
{
	static char text[2];
	if (!answer)
		return NULL;
	if (answer->state != STATE_ANSWERED)
		return answer->state == STATE_DONT_KNOW ? "?" : "x";
	text[0] = (char)('0' + (int)answer->value.number);
	return text;
}

START_TEST(test_sheet_text_is_understood)
{
	struct sheet_replies replies;
	struct exchange out;
	const char *text = texts[_i].text;
	enum err err = sheet_unpack(text, strlen(text), "text", &replies, &why);
	ck_assert_msg(!err, "%s", why.text);
	ck_assert_uint_eq(replies.count, 1);
	err = sheet_document(replies.list, file.rounds, 20773, &out, &why);
	if (!texts[_i].rating && !texts[_i].words) {
		ck_assert_int_eq(err, ERR_INVALID);
		ck_assert_int_eq(strncmp(why.text, "text:", 5), 0);
	} else {
		ck_assert_msg(!err, "%s", why.text);
		const struct record *record = out.rounds;
		const struct answer *idea = answer_to(record, "open.ideas.one");
		ck_assert_pstr_eq(
			rating_said(answer_to(record, "strategy.rationale.4")), texts[_i].rating);
		ck_assert_pstr_eq(idea ? idea->text : NULL, texts[_i].words);
		exchange_release(&out);
	}
	sheet_replies_release(&replies);
}
END_TEST

/* What is refused by its line alone, before anybody looks at whose it is. */
static const struct {
	const char *text, *said;
} damaged[] = {
	{ BEGIN FIRST ": 4\n", "text:2: the sheet that begins here is cut off" },
	{ BEGIN FIRST " ~0000: 4\nEnd of sheet", "text:5: the check does not fit" },
	{ "Rekindle answer sheet, 1\nSheet: 12\nEnd of sheet", "text:2: behind `Sheet:`" },
	{ "\n" BEGIN "Consent: so so\nEnd of sheet", "text:6: behind `Consent:`" },
	{ BEGIN FIRST ": 4\nAnswer Q7 2\nEnd of sheet", "text:6: this is not written" },
	{ BEGIN "Q7: 5\nEnd of sheet", "text:5: this is not written" },
	{ BEGIN IDEA ": one\n- Answer 7 = 2\nEnd of sheet", "text:6: this is not written" },
	{ BEGIN "\nAnswer Q7\nComment Q7:\nEnd of sheet", "text:6: this is not written" },
	{ "{\"format\": \"rekindle-answers\",\n \"version\": 2}", "text:2:13: version: must be 1" },
};

START_TEST(test_sheet_damage_is_refused_with_its_line)
{
	struct sheet_replies replies;
	const char *text = damaged[_i].text, *said = damaged[_i].said;
	ck_assert_int_eq(sheet_unpack(text, strlen(text), "text", &replies, &why), ERR_INVALID);
	ck_assert_msg(!strncmp(why.text, said, strlen(said)), "%s", why.text);
	sheet_replies_release(&replies);
}
END_TEST

START_TEST(test_sheet_without_a_sheet_is_no_error)
{
	static const char *const plain[] = { "", "Hello\n", "Rekindle answer sheet, 1\nthank you",
		"From: a@b\n\nRekindle answer sheet, 1", "{\"a\": 1}", "\xFF\xFE" };
	struct sheet_replies replies;
	for (size_t i = 0; i < sizeof(plain) / sizeof(*plain); i++) {
		ck_assert_int_eq(
			sheet_unpack(plain[i], strlen(plain[i]), "text", &replies, &why), ERR_NONE);
		ck_assert_uint_eq(replies.count, 0);
		sheet_replies_release(&replies);
	}
}
END_TEST

/* What is written, filled and read back asks what is asked. */
START_TEST(test_sheet_as_written_is_read_back)
{
	struct sheet_form form = {
		.record = file.rounds, .token = "0a1b2c3d4e5f60718293a4b5c6d7e8f9", .closes = 20800
	};
	struct sheet_replies replies;
	struct str text;
	str_init(&text);
	sheet_text(&form, &text);
	ck_assert_ptr_nonnull(strstr(text.text, "by 13 December 2026"));
	ck_assert_int_eq(sheet_unpack(text.text, text.len, "text", &replies, &why), ERR_NONE);
	ck_assert_uint_eq(replies.count, 1);
	struct exchange out;
	ck_assert_int_eq(sheet_document(replies.list, file.rounds, 20773, &out, &why), ERR_INVALID);
	ck_assert_msg(strstr(why.text, "nothing is filled in") != NULL, "%s", why.text);
	sheet_replies_release(&replies);
	str_release(&text);
}
END_TEST

START_TEST(test_sheet_state_follows_from_what_was_done)
{
	struct record *rec = file.rounds;
	int at;
	ck_assert_int_eq(sheet_state(rec, 0, 20000, &at), SHEET_SENT);
	ck_assert_int_eq(at, 0);
	rec->sheets[0].closes = 20000;
	ck_assert_int_eq(sheet_state(rec, 0, 20000, NULL), SHEET_SENT);
	ck_assert_int_eq(sheet_state(rec, 0, 20001, NULL), SHEET_MISSING);
	rec->sheets[0].revoked = 20001;
	ck_assert_int_eq(sheet_state(rec, 0, 20001, NULL), SHEET_REVOKED);
	ck_assert_int_eq(sheet_of_person(rec, 0), -1);
	rec->sheets[0].read = 20001;
	ck_assert_int_eq(sheet_state(rec, 0, 20001, NULL), SHEET_BACK);
}
END_TEST

Suite *sheet_suite(void)
{
	Suite *suite = suite_create("sheet");
	TCase *tests = tcase_create("sheet");
	tcase_add_checked_fixture(tests, setup, teardown);
	tcase_add_loop_test(
		tests, test_sheet_text_is_understood, 0, sizeof(texts) / sizeof(*texts));
	tcase_add_loop_test(tests, test_sheet_damage_is_refused_with_its_line, 0,
		sizeof(damaged) / sizeof(*damaged));
	tcase_add_test(tests, test_sheet_without_a_sheet_is_no_error);
	tcase_add_test(tests, test_sheet_as_written_is_read_back);
	tcase_add_test(tests, test_sheet_state_follows_from_what_was_done);
	suite_add_tcase(suite, tests);
	return suite;
}
