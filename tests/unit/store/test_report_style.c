/* SPDX-License-Identifier: MIT */
/*
 * The style of the HTML report: what a chart says by a fill can be told from what it lies on.
 */
#include <check.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <rekindle/embedded.h>

Suite *report_style_suite(void);

#define CONTRAST_LEAST 3.0 /* of a graphical object, WCAG 2.1, 1.4.11 */

/* A property of the first rule of that selector, in out. */
static void property(const char *selector, const char *name, char out[64])
{
	const char *css = embedded_find("data/report.css")->text;
	char rule[64], sought[64];

	snprintf(rule, sizeof(rule), "\n%s {\n", selector);
	snprintf(sought, sizeof(sought), "\t%s: ", name);
	const char *begin = strstr(css, rule);
	ck_assert_msg(begin != NULL, "no rule %s", selector);
	const char *end = strchr(begin, '}'), *at = strstr(begin, sought);
	ck_assert_msg(at != NULL && at < end, "%s has no %s", selector, name);
	at += strlen(sought);
	snprintf(out, 64, "%.*s", (int)strcspn(at, ";"), at);
}

static void resolve(char value[64])
{
	char name[64];

	if (strncmp(value, "var(", 4))
		return;
	snprintf(name, sizeof(name), "%.*s", (int)strcspn(value + 4, ")"), value + 4);
	property(":root", name, value);
}

static double channel(const char *digits, int count)
{
	char part[3] = { digits[0], digits[count - 1], '\0' };
	double value = (double)strtol(part, NULL, 16) / 255;

	return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

/* Relative luminance of "#abc" or "#aabbcc". */
static double luminance(const char *colour)
{
	int count = strlen(colour) == 4 ? 1 : 2;

	ck_assert_msg(*colour == '#' && strlen(colour) == (size_t)(1 + 3 * count), "%s", colour);
	return 0.2126 * channel(colour + 1, count) + 0.7152 * channel(colour + 1 + count, count) +
		0.0722 * channel(colour + 1 + 2 * count, count);
}

static double contrast(const char *a, const char *b)
{
	double one = luminance(a), other = luminance(b);

	return (fmax(one, other) + 0.05) / (fmin(one, other) + 0.05);
}

static const struct {
	const char *selector, *name, *on, *on_name;
} pairs[] = {
	{ "svg .critical", "fill", "svg .track", "fill" },
	{ "svg .weak", "fill", "svg .track", "fill" },
	{ "svg .adequate", "fill", "svg .track", "fill" },
	{ "svg .strength", "fill", "svg .track", "fill" },
	{ "svg .done", "fill", ":root", "--paper" },
	{ "svg .started", "fill", ":root", "--paper" },
	{ "svg .open", "stroke", ":root", "--paper" },
	{ "svg .late", "stroke", ":root", "--paper" },
	{ "svg .trend", "stroke", ":root", "--paper" },
};

START_TEST(test_report_style_fills_stand_out_from_their_ground)
{
	char fill[64], ground[64];

	property(pairs[_i].selector, pairs[_i].name, fill);
	property(pairs[_i].on, pairs[_i].on_name, ground);
	resolve(fill);
	resolve(ground);
	ck_assert_msg(contrast(fill, ground) >= CONTRAST_LEAST, "%s: %s on %s is %.2f",
		pairs[_i].selector, fill, ground, contrast(fill, ground));
}
END_TEST

/* Darker says worse, also where nobody reads the letter. */
START_TEST(test_report_style_worse_bands_are_darker)
{
	static const char *const bands[] = { "svg .critical", "svg .weak", "svg .adequate" };
	char fill[64];
	double before = 0;

	for (size_t i = 0; i < sizeof(bands) / sizeof(*bands); i++) {
		property(bands[i], "fill", fill);
		resolve(fill);
		ck_assert_double_gt(luminance(fill), before);
		before = luminance(fill);
	}
}
END_TEST

Suite *report_style_suite(void)
{
	Suite *suite = suite_create("report-style");
	TCase *tcase = tcase_create("style");

	tcase_add_loop_test(tcase, test_report_style_fills_stand_out_from_their_ground, 0,
		(int)(sizeof(pairs) / sizeof(*pairs)));
	tcase_add_test(tcase, test_report_style_worse_bands_are_darker);
	suite_add_tcase(suite, tcase);
	return suite;
}
