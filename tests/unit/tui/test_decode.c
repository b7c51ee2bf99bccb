/* SPDX-License-Identifier: MIT */
/*
 * From bytes to keys: what is known, what is swallowed, what is text; whole, split and cut off.
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <rekindle/utf8.h>

#include "../../../src/tui/keys/decode.h"

Suite *decode_suite(void);

#define ESCAPE_MS 25
#define COUNT(table) (sizeof(table) / sizeof(*(table)))

struct bytes {
	const char *text;
	size_t size;
};
#define BYTES(literal)                                                                             \
	{                                                                                          \
		literal, sizeof(literal) - 1                                                       \
	}

/* What terminals send without anybody having typed it, and keys that the program does not know. */
static const struct bytes swallowed[] = {
	BYTES("\033[<0;10;5M"), /* SGR mouse: button, release, wheel */
	BYTES("\033[<0;10;5m"),
	BYTES("\033[<64;10;5M"),
	BYTES("\033[M !\""), /* X10 mouse; its bytes may be digits, controls, anything */
	BYTES("\033[M 15"),
	BYTES("\033[M\033[5"),
	BYTES("\033[M#\xFF\xC3"),
	BYTES("\033[32;10;5M"), /* urxvt mouse */
	BYTES("\033[I"),        /* focus in, out */
	BYTES("\033[O"),
	BYTES("\033[?62;1;4c"), /* DA1, DA2 */
	BYTES("\033[>41;354;0c"),
	BYTES("\033[0n"), /* DSR, CPR, DECRPM */
	BYTES("\033[12;5R"),
	BYTES("\033[?2026;2$y"),
	BYTES("\033]11;rgb:0000/1111/2222\033\\"), /* OSC replies */
	BYTES("\033]11;rgb:5555/1111/2222\a"),
	BYTES("\033]52;c;MTIzNDU=\033\\"),
	BYTES("\033]l\xE6\x9C\xAC 5\033\\"),    /* 0x9C within a character is no ST */
	BYTES("\033P1+r544e=787465726d\033\\"), /* DCS, APC, PM, SOS */
	BYTES("\033P>|XTerm(354)\033\\"),
	BYTES("\033_Gi=31;OK\033\\"),
	BYTES("\033^5 private\033\\"),
	BYTES("\033X5 string\033\\"),
	BYTES("\033[49u"), /* kitty: 1, Ctrl-5, release of an arrow */
	BYTES("\033[53;5u"),
	BYTES("\033[1;1:3A"),
	BYTES("\033[27;5;49~"), /* modifyOtherKeys */
	BYTES("\033[25~"),      /* F13, F5, Shift-F1, Insert */
	BYTES("\033[1;2P"),
	BYTES("\033[15~"),
	BYTES("\033OS"),
	BYTES("\033[[E"), /* F5 of the Linux console */
	BYTES("\033[2~"),
	BYTES("\033Oq"),   /* keypad digit in application mode */
	BYTES("\033[a"),   /* rxvt: Shift-Up */
	BYTES("\2335;5R"), /* C1 forms: CSI, OSC, SS3, DCS */
	BYTES("\xC2\x9B<0;10;5M"),
	BYTES("\xC2\x9D"
	      "52;c;MTIz\xC2\x9C"),
	BYTES("\235"
	      "11;5\234"),
	BYTES("\217q"),
	BYTES("\220"
	      "5\a"),
	BYTES("\033[1;2;3;4;5;6;7;8;9;1;2;3;4;5;6;7;8;9;1;2;3;4;5;6;7;8;9;1;2;3;4;5;6;7;8;9z"),
	BYTES("\033[123\030"), /* CAN ends one */
	BYTES("\033\033[<0;10;5M"),
};

static const struct {
	struct bytes bytes;
	int code;
} known[] = {
	{ BYTES("\033[A"), TUI_UP },
	{ BYTES("\033OA"), TUI_UP },
	{ BYTES("\033[1;2A"), TUI_UP },
	{ BYTES("\033\033[A"), TUI_UP },
	{ BYTES("\033[B"), TUI_DOWN },
	{ BYTES("\033OB"), TUI_DOWN },
	{ BYTES("\033[C"), TUI_RIGHT },
	{ BYTES("\033OC"), TUI_RIGHT },
	{ BYTES("\033[1;2C"), TUI_RIGHT },
	{ BYTES("\033[1;5C"), TUI_WORD_RIGHT },
	{ BYTES("\033[1;3D"), TUI_WORD_LEFT },
	{ BYTES("\033\033OD"), TUI_WORD_LEFT },
	{ BYTES("\033Od"), TUI_WORD_LEFT },
	{ BYTES("\033[D"), TUI_LEFT },
	{ BYTES("\033OD"), TUI_LEFT },
	{ BYTES("\233D"), TUI_LEFT },
	{ BYTES("\xC2\x9B"
		"D"),
		TUI_LEFT },
	{ BYTES("\217D"), TUI_LEFT },
	{ BYTES("\033[H"), TUI_HOME },
	{ BYTES("\033OH"), TUI_HOME },
	{ BYTES("\033[1~"), TUI_HOME },
	{ BYTES("\033[7~"), TUI_HOME },
	{ BYTES("\033[1;5H"), TUI_HOME },
	{ BYTES("\033[F"), TUI_END },
	{ BYTES("\033OF"), TUI_END },
	{ BYTES("\033[4~"), TUI_END },
	{ BYTES("\033[8~"), TUI_END },
	{ BYTES("\033[5~"), TUI_PAGE_UP },
	{ BYTES("\2335~"), TUI_PAGE_UP },
	{ BYTES("\033[6~"), TUI_PAGE_DOWN },
	{ BYTES("\033[6;5~"), TUI_PAGE_DOWN },
	{ BYTES("\033[3~"), TUI_DELETE },
	{ BYTES("\033[3;5~"), TUI_DELETE_WORD },
	{ BYTES("\033[Z"), TUI_BACK_TAB },
	{ BYTES("\033[1;2Z"), TUI_BACK_TAB },
	{ BYTES("\033OP"), TUI_F1 },
	{ BYTES("\033[11~"), TUI_F1 },
	{ BYTES("\033[[A"), TUI_F1 },
	{ BYTES("\033OM"), TUI_ENTER },
	{ BYTES("\r"), TUI_ENTER },
	{ BYTES("\n"), TUI_ENTER },
	{ BYTES("\t"), TUI_TAB },
	{ BYTES("\b"), TUI_BACKSPACE },
	{ BYTES("\x7F"), TUI_BACKSPACE },
	{ BYTES("\x18"), CONTROL('x') },
	{ BYTES("\033d"), KEY_ALT | 'd' },
	{ BYTES("\033r"), KEY_ALT | 'r' },
	{ BYTES("\0335"), KEY_ALT | '5' },
	{ BYTES("\033\x7F"), KEY_ALT | TUI_BACKSPACE },
	{ BYTES("\033\xC3\xB6"), KEY_ALT | 0xF6 },
	{ BYTES("5"), '5' },
	{ BYTES("\xC3\xB6"), 0xF6 },
	{ BYTES("\xE6\x97\xA5"), 0x65E5 },
	{ BYTES("\xF0\x9F\x98\x80"), 0x1F600 },
};

static struct decoder decoder;

static void setup(void)
{
	decode_init(&decoder, ESCAPE_MS);
}

static void teardown(void)
{
	decode_release(&decoder);
}

static void expect_code(const struct bytes *bytes, int code)
{
	struct key key;
	if (!decode_next(&decoder, &key))
		ck_abort_msg("no key after \"%s\", not %#x", bytes->text, (unsigned)code);
	ck_assert_msg(key.code == code, "%#x of \"%s\", not %#x", (unsigned)key.code, bytes->text,
		(unsigned)code);
}

static void expect_nothing(const struct bytes *bytes)
{
	struct key key;
	if (decode_next(&decoder, &key))
		ck_abort_msg("key %#x of \"%s\"", (unsigned)key.code, bytes->text);
}

START_TEST(test_decode_unknown_sequences_are_swallowed_split_at_every_byte)
{
	const struct bytes *bytes = &swallowed[_i];
	for (size_t cut = 0; cut <= bytes->size; cut++) {
		decode_feed(&decoder, bytes->text, cut);
		expect_nothing(bytes);
		decode_feed(&decoder, bytes->text + cut, bytes->size - cut);
		expect_nothing(bytes);
		decode_feed(&decoder, "z", 1);
		expect_code(bytes, 'z');
		expect_nothing(bytes);
	}
}
END_TEST

START_TEST(test_decode_known_keys_split_at_every_byte)
{
	const struct bytes *bytes = &known[_i].bytes;
	for (size_t cut = 0; cut < bytes->size; cut++) {
		decode_feed(&decoder, bytes->text, cut);
		expect_nothing(bytes);
		decode_feed(&decoder, bytes->text + cut, bytes->size - cut);
		expect_code(bytes, known[_i].code);
		expect_nothing(bytes);
	}
}
END_TEST

/* Keys that may be left of the first bytes of a sequence. */
static bool may_be_left(const struct bytes *bytes, size_t cut, int code)
{
	if (cut > 2 || *bytes->text != '\033')
		return false;
	return code == TUI_ESCAPE || (cut == 2 && code == (KEY_ALT | bytes->text[1]));
}

/* No more comes: no key is left of it but Esc or Alt with a key, and what is typed then is one. */
START_TEST(test_decode_cut_sequences_end_by_time)
{
	const struct bytes *bytes = &swallowed[_i];
	struct key key;
	for (size_t cut = 1; cut < bytes->size; cut++) {
		decode_feed(&decoder, bytes->text, cut);
		expect_nothing(bytes);
		while (decoder.state == DECODE_UTF8) /* half a C1 control */
			decode_feed(&decoder, bytes->text + cut++, 1), expect_nothing(bytes);
		ck_assert_int_gt(decode_patience(&decoder), 0);
		decode_give_up(&decoder);
		while (decode_next(&decoder, &key))
			ck_assert_msg(may_be_left(bytes, cut, key.code), "%#x of \"%.*s\"",
				(unsigned)key.code, (int)cut, bytes->text);
		ck_assert_int_eq(decode_patience(&decoder), -1);
		decode_feed(&decoder, "z", 1);
		expect_code(bytes, 'z');
	}
}
END_TEST

START_TEST(test_decode_endless_string_ends_by_length)
{
	char digits[4096];
	struct key key;
	size_t given = 0;
	memset(digits, '5', sizeof(digits));
	decode_feed(&decoder, "\033]", 2);
	while (!decode_next(&decoder, &key) && given < (4u << 20)) {
		decode_feed(&decoder, digits, sizeof(digits));
		given += sizeof(digits);
	}
	ck_assert_int_eq(key.code, '5');
	ck_assert_uint_gt(given, 1u << 20);
	ck_assert_uint_lt(given, 2u << 20);
}
END_TEST

START_TEST(test_decode_escape_is_a_key_after_its_time)
{
	const struct bytes one = BYTES("\033"), two = BYTES("\033\033"),
			   three = BYTES("\033\033\033");
	decode_feed(&decoder, one.text, one.size);
	expect_nothing(&one);
	ck_assert_int_eq(decode_patience(&decoder), ESCAPE_MS);
	decode_give_up(&decoder);
	expect_code(&one, TUI_ESCAPE);
	expect_nothing(&one);
	decode_feed(&decoder, two.text, two.size);
	expect_nothing(&two);
	decode_give_up(&decoder);
	expect_code(&two, TUI_ESCAPE);
	expect_code(&two, TUI_ESCAPE);
	expect_nothing(&two);
	decode_feed(&decoder, three.text, three.size);
	expect_code(&three, TUI_ESCAPE);
	expect_nothing(&three);
	decode_give_up(&decoder);
	expect_code(&three, TUI_ESCAPE);
	expect_code(&three, TUI_ESCAPE);
}
END_TEST

static void expect_paste(const char *bytes, size_t n, const char *text)
{
	struct key key;
	decode_feed(&decoder, bytes, n);
	ck_assert(decode_next(&decoder, &key));
	ck_assert_int_eq(key.code, TUI_PASTE);
	ck_assert_str_eq(key.text, text);
	ck_assert(!decode_next(&decoder, &key));
}

START_TEST(test_decode_paste_is_text_with_one_line_end)
{
	static const struct {
		struct bytes raw;
		const char *text;
		unsigned faults;
	} pastes[] = {
		{ BYTES("one\r\ntwo\rthree\nfour\r\n\r\nfive"), "one\ntwo\nthree\nfour\n\nfive",
			0 },
		{ BYTES("\r\r\n"), "\n\n", 0 },
		{ BYTES(""), "", 0 },
		{ BYTES("5\033[A5\033]0;5\aq"), "5\033[A5\033]0;5\aq", 0 },
		{ BYTES("\033[200~5\xC2\x9B"
			"201~5"),
			"\033[200~5\xC2\x9B"
			"201~5",
			0 },
		{ BYTES("abc \xff def"), "abc \xEF\xBF\xBD def", DECODE_BROKEN },
		{ BYTES("\xE6\x97 \0\xE6\x97\xA5"),
			"\xEF\xBF\xBD\xEF\xBF\xBD \xEF\xBF\xBD\xE6\x97\xA5", DECODE_BROKEN },
	};
	for (size_t i = 0; i < COUNT(pastes); i++) {
		struct str whole;
		str_init(&whole);
		str_add(&whole, "\033[200~");
		str_addn(&whole, pastes[i].raw.text, pastes[i].raw.size);
		str_add(&whole, "\033[201~");
		for (size_t cut = 0; cut < whole.len; cut++) {
			decode_feed(&decoder, whole.text, cut);
			expect_nothing(&pastes[i].raw);
			expect_paste(whole.text + cut, whole.len - cut, pastes[i].text);
			ck_assert_uint_eq(decode_faults(&decoder), pastes[i].faults);
		}
		str_release(&whole);
	}
}
END_TEST

/* Reads of any size: a character split over two of them lost what followed. */
START_TEST(test_decode_large_paste_arrives_whole)
{
	struct str text, whole;
	str_init(&text);
	str_init(&whole);
	while (text.len < 100000)
		str_addf(&text, "\xE6\x97\xA5\xE6\x9C\xAC%zu", text.len);
	str_addf(&whole, "\033[200~%s\033[201~", text.text);
	for (size_t step = 1; step < 5000; step = step * 3 + 1) {
		size_t at = 0;
		for (; at + step < whole.len; at += step) {
			decode_feed(&decoder, whole.text + at, step);
			expect_nothing(&(struct bytes)BYTES("large"));
		}
		expect_paste(whole.text + at, whole.len - at, text.text);
	}
	ck_assert_uint_eq(decode_faults(&decoder), 0);
	str_release(&text);
	str_release(&whole);
}
END_TEST

START_TEST(test_decode_paste_without_end_or_too_long_stays_text)
{
	struct key key;
	struct str flood;
	decode_feed(&decoder, "\033[200~5q", 8);
	ck_assert(!decode_next(&decoder, &key));
	ck_assert_int_gt(decode_patience(&decoder), 1000);
	decode_give_up(&decoder);
	expect_paste("", 0, "5q");
	str_init(&flood);
	while (flood.len < PASTE_MOST + 5)
		str_add(&flood, "\xE6\x97\xA5");
	decode_feed(&decoder, "\033[200~", 6);
	decode_feed(&decoder, flood.text, flood.len);
	decode_feed(&decoder, "\033[201~", 6);
	ck_assert(decode_next(&decoder, &key));
	ck_assert_int_eq(key.code, TUI_PASTE);
	ck_assert_uint_eq(strlen(key.text), PASTE_MOST / 3 * 3);
	ck_assert_uint_eq(decode_faults(&decoder), DECODE_CUT);
	ck_assert(!decode_next(&decoder, &key));
	str_release(&flood);
}
END_TEST

START_TEST(test_decode_escape_before_a_paste_is_a_key)
{
	static const struct bytes both = BYTES("\033\033[200~q");
	decode_feed(&decoder, both.text, both.size);
	expect_code(&both, TUI_ESCAPE);
	expect_nothing(&both);
	expect_paste("\033[201~", 6, "q");
}
END_TEST

START_TEST(test_decode_broken_bytes_are_replaced_one_by_one)
{
	static const struct {
		struct bytes bytes;
		int codes[6];
	} cases[] = {
		{ BYTES("a\xFF"
			"b"),
			{ 'a', 0xFFFD, 'b' } },
		{ BYTES("\xE6\x97z"), { 0xFFFD, 0xFFFD, 'z' } },
		{ BYTES("\xF0\x9F\x98z"), { 0xFFFD, 0xFFFD, 0xFFFD, 'z' } },
		{ BYTES("\xED\xA0\x80z"), { 0xFFFD, 0xFFFD, 0xFFFD, 'z' } },
		{ BYTES("\xF4\x90\x80\x80z"), { 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 'z' } },
		{ BYTES("\xC0\xAFz"), { 0xFFFD, 0xFFFD, 'z' } },
		{ BYTES("\xE6\033[A"), { 0xFFFD, TUI_UP } },
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		decode_feed(&decoder, cases[i].bytes.text, cases[i].bytes.size);
		for (const int *code = cases[i].codes; *code; code++)
			expect_code(&cases[i].bytes, *code);
		expect_nothing(&cases[i].bytes);
		ck_assert_uint_eq(decode_faults(&decoder), DECODE_BROKEN);
		ck_assert_uint_eq(decode_faults(&decoder), 0);
	}
}
END_TEST

START_TEST(test_decode_half_a_character_waits_as_long_as_it_takes)
{
	static const struct bytes half = BYTES("\xE6\x97");
	decode_feed(&decoder, half.text, half.size);
	expect_nothing(&half);
	ck_assert_int_eq(decode_patience(&decoder), -1);
	decode_give_up(&decoder);
	expect_nothing(&half);
	decode_feed(&decoder, "\xA5", 1);
	expect_code(&half, 0x65E5);
}
END_TEST

/* A control that is typed after a sequence was cut off is not lost with it. */
START_TEST(test_decode_control_ends_a_cut_sequence)
{
	static const struct bytes cut = BYTES("\033[12\r");
	decode_feed(&decoder, cut.text, cut.size);
	expect_code(&cut, TUI_ENTER);
	expect_nothing(&cut);
	decode_feed(&decoder, "\033[12\033[A", 8);
	expect_code(&cut, TUI_UP);
	decode_feed(&decoder, "\033]12\033[A", 8);
	expect_code(&cut, TUI_UP);
	expect_nothing(&cut);
}
END_TEST

#define RANDOM_ITEMS 200000

static unsigned random_below(unsigned *seed, unsigned below)
{
	*seed = *seed * 1103515245u + 12345u;
	return (*seed >> 8) % below;
}

/* Bytes of one random thing that a terminal sends; the key that must come of it, KEY_NONE. */
static int random_item(unsigned *seed, struct str *bytes)
{
	unsigned kind = random_below(seed, 8);
	if (kind == 0) {
		str_addc(bytes, (char)('0' + random_below(seed, 10)));
		return (unsigned char)bytes->text[0];
	}
	if (kind < 4) {
		size_t i = random_below(seed, COUNT(known));
		str_addn(bytes, known[i].bytes.text, known[i].bytes.size);
		return known[i].code;
	}
	if (kind == 4) {
		str_addf(bytes, "\033[200~%u\033[201~", random_below(seed, 1000));
		return TUI_PASTE;
	}
	if (kind == 5) { /* a report nobody thought of */
		str_addf(bytes, "\033[%c%u;%u%c", "<=>?"[random_below(seed, 4)],
			random_below(seed, 300), random_below(seed, 300),
			'@' + (int)random_below(seed, 62));
		return KEY_NONE;
	}
	size_t i = random_below(seed, COUNT(swallowed));
	str_addn(bytes, swallowed[i].text, swallowed[i].size);
	return KEY_NONE;
}

START_TEST(test_decode_no_digit_but_one_that_was_typed)
{
	struct str bytes;
	struct key key;
	const char *wanted = getenv("SWEEP_SEED");
	unsigned seed = wanted ? (unsigned)atoi(wanted) : 7;
	str_init(&bytes);
	for (int i = 0; i < RANDOM_ITEMS; i++) {
		str_clear(&bytes);
		int code = random_item(&seed, &bytes), came = 0, got = KEY_NONE;
		for (size_t at = 0, n; at < bytes.len; at += n) {
			n = 1 + random_below(&seed, (unsigned)(bytes.len - at));
			decode_feed(&decoder, bytes.text + at, n);
			for (; decode_next(&decoder, &key); came++)
				got = key.code;
		}
		if (came != (code != KEY_NONE) || got != code)
			ck_abort_msg("item %d \"%s\": %d keys, the last %#x, not %#x", i,
				bytes.text, came, (unsigned)got, (unsigned)code);
	}
	if (wanted)
		printf("sweep: %d keys and sequences, seed %s: no digit but those typed\n",
			RANDOM_ITEMS, wanted);
	str_release(&bytes);
}
END_TEST

/* The same bytes as keys, for whom it was asked for. */
START_TEST(test_decode_mouse_that_was_asked_for)
{
	static const struct {
		struct bytes bytes;
		int code;
	} reports[] = {
		{ BYTES("\033[<0;10;5M"), TUI_CLICK },
		{ BYTES("\033[<16;10;5M"), TUI_CLICK }, /* with Ctrl */
		{ BYTES("\033[<64;10;5M"), TUI_WHEEL_UP },
		{ BYTES("\033[<65;10;5M"), TUI_WHEEL_DOWN },
		{ BYTES("\033[<0;10;5m"), 0 },  /* let go */
		{ BYTES("\033[<2;10;5M"), 0 },  /* another button */
		{ BYTES("\033[<32;10;5M"), 0 }, /* moved */
		{ BYTES("\033[<0;10;0M"), 0 },
		{ BYTES("\033[<0;10M"), 0 },
		{ BYTES("\033[<0;10;5;7M"), 0 },
	};
	decoder.mouse = true;
	for (size_t i = 0; i < sizeof(reports) / sizeof(*reports); i++) {
		struct key key = { 0 };
		decode_feed(&decoder, reports[i].bytes.text, reports[i].bytes.size);
		ck_assert_msg(decode_next(&decoder, &key) == (reports[i].code != 0) &&
				key.code == reports[i].code,
			"%zu: %#x", i, (unsigned)key.code);
		if (reports[i].code == TUI_CLICK)
			ck_assert_int_eq(key.row, 4);
	}
}
END_TEST

Suite *decode_suite(void)
{
	Suite *suite = suite_create("decode");
	TCase *tcase = tcase_create("decode");
	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_set_timeout(tcase, 120);
	tcase_add_loop_test(tcase, test_decode_unknown_sequences_are_swallowed_split_at_every_byte,
		0, COUNT(swallowed));
	tcase_add_loop_test(tcase, test_decode_known_keys_split_at_every_byte, 0, COUNT(known));
	tcase_add_loop_test(tcase, test_decode_cut_sequences_end_by_time, 0, COUNT(swallowed));
	tcase_add_test(tcase, test_decode_endless_string_ends_by_length);
	tcase_add_test(tcase, test_decode_escape_is_a_key_after_its_time);
	tcase_add_test(tcase, test_decode_paste_is_text_with_one_line_end);
	tcase_add_test(tcase, test_decode_large_paste_arrives_whole);
	tcase_add_test(tcase, test_decode_paste_without_end_or_too_long_stays_text);
	tcase_add_test(tcase, test_decode_escape_before_a_paste_is_a_key);
	tcase_add_test(tcase, test_decode_broken_bytes_are_replaced_one_by_one);
	tcase_add_test(tcase, test_decode_half_a_character_waits_as_long_as_it_takes);
	tcase_add_test(tcase, test_decode_control_ends_a_cut_sequence);
	tcase_add_test(tcase, test_decode_no_digit_but_one_that_was_typed);
	tcase_add_test(tcase, test_decode_mouse_that_was_asked_for);
	suite_add_tcase(suite, tcase);
	return suite;
}
