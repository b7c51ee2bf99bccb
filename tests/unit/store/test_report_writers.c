/* SPDX-License-Identifier: MIT */
/*
 * The writers of a document: no text is markup in any of them, structure is what the format asks
 * for, and charts print their numbers.
 */
#include "../../../src/report/write/write.h"
#include "html_check.h"

#include <check.h>
#include <ctype.h>
#include <jansson.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <rekindle/date.h>

Suite *report_writers_suite(void);

/* Escape sequences, C1 and bidi controls, HTML, Markdown and line ends, then a mark to find. */
#define HOSTILE                                                                                    \
	"\033[31m</td></p></svg></style><script>alert(1)</script><img src=x onerror=y> & &lt; "    \
	"\"q\""                                                                                    \
	" 'a' *b* _c_ `d` [e](javascript:f) ![i](j) # g |h| ~~k~~ \\ \xE2\x80\xAE\xC2\x9B\r\n"     \
	"- second\n\n1. third\n# fourth\t-->]]> http://y.example www.z.example $x$ x@y.example "   \
	"mark"

struct written {
	struct doc doc;
	struct str text;
};

typedef void writer(struct str *, const struct doc *, bool, struct report_marks *);
static writer *const writers[] = { doc_write_text, doc_write_markdown, doc_write_html,
	doc_write_json };

static void begin(struct written *w)
{
	memset(w, 0, sizeof(*w));
	str_init(&w->text);
}

static const char *write_as(struct written *w, writer *how, bool ascii)
{
	str_clear(&w->text);
	how(&w->text, &w->doc, ascii, NULL);
	return w->text.text;
}

static void end(struct written *w)
{
	doc_release(&w->doc);
	str_release(&w->text);
}

static int day(const char *iso)
{
	int found;

	ck_assert(date_parse(iso, &found));
	return found;
}

static int occurrences(const char *text, const char *what)
{
	int n = 0;

	for (const char *at = text; (at = strstr(at, what)) != NULL; at += strlen(what))
		n++;
	return n;
}

#define assert_has(text, what)                                                                     \
	ck_assert_msg(strstr(text, what) != NULL, "lacks %s in\n%s", what, text)
#define assert_lacks(text, what)                                                                   \
	ck_assert_msg(strstr(text, what) == NULL, "has %s in\n%s", what, text)

/* Documents. */

static const struct column action_columns[] = {
	{ .width = 3, .align = ALIGN_RIGHT },
	{ .gap = 2, .width = 40 },
	{ .gap = 1, .width = 12 },
};

/* A step of the plan with so many actions, the second of which tells its reason. */
static void add_step(struct doc *doc, int step, const char *name, int actions, const char *title,
	const char *detail)
{
	char lead[32];

	snprintf(lead, sizeof(lead), "Step %d", step);
	struct table *table = doc_captioned(
		doc, (struct caption){ .lead = lead, .text = name }, 0, action_columns, 3);
	struct row *row = doc_head_row(doc, table);

	table->subject = 1;
	table->heads_above = step > 1;
	doc_cell(doc, row, "No");
	doc_cell(doc, row, "Action");
	doc_cell(doc, row, "Phoenix");
	for (int i = 0; i < actions; i++) {
		row = doc_row(doc, table);
		doc_cell(doc, row, "%d", i + 1);
		doc_cell(doc, row, "%s", title);
		doc_cell(doc, row, "D. Anand");
		doc_detail(doc, table, "Done when", "%s", detail);
		if (i == 1)
			doc_detail(doc, table, "Because", "governance 2.19");
	}
}

static void add_actions(struct doc *doc, const char *title, const char *detail)
{
	add_step(doc, 1, "Audit", 2, title, detail);
	add_step(doc, 2, "Gaps", 1, title, detail);
}

static void add_heat(struct doc *doc, const char *label, const char *caption)
{
	static const struct column columns[] = {
		{ .width = 20 },
		{ .gap = 1, .width = 7, .shade = 2 },
		{ .width = 3, .align = ALIGN_RIGHT },
	};
	struct table *table = caption
		? doc_captioned(doc, (struct caption){ .text = caption }, 0, columns, 3)
		: doc_table(doc, 0, columns, 3);
	struct row *row = doc_head_row(doc, table);

	doc_skip(row, 1);
	doc_span(doc, row, 2, "%s", label);
	row = doc_head_row(doc, table);
	doc_skip(row, 1);
	doc_cell(doc, row, "mean");
	doc_cell(doc, row, "n");
	doc_group(doc, table, 1, "Strategy", NULL);
	row = doc_row(doc, table);
	doc_cell(doc, row, "%s", label);
	doc_shaded(doc, row, BAND_CRITICAL, "2.81");
	doc_cell(doc, row, "5");
}

static void add_key(struct doc *doc, const char *text)
{
	static const struct column columns[] = { { .width = 23, .shade = 2 },
		{ .gap = 2, .width = 30 } };
	struct row *row = doc_row(doc, doc_key(doc, 2, columns, 2));

	doc_shaded(doc, row, BAND_WEAK, "weak, %s", text);
	doc_cell(doc, row, "* %s", text);
}

static void add_charts(struct doc *doc, const char *text)
{
	struct block *block = doc_bars(doc, 2, SCORE_FAILING);

	doc_bar(doc, block, (struct bar){ text, 3.68, BAND_ADEQUATE, "adequate", text, false });
	doc_bar(doc, block, (struct bar){ "Type", NAN, BAND_NONE, "", "one side only", false });
	block = doc_strips(doc, 2, "PG", 2, SCORE_FAILING);
	doc_strip(doc, block, (struct strip){ text, { 2.34, 3.41 }, "1.07", "5+5", "0.008" });
	doc_strip(doc, block, (struct strip){ "Terms", { NAN, 3.12 }, "-", "0+5", "-" });
	block = doc_gantt(doc, 2, day("2026-09-28"), day("2027-02-07"), day("2027-01-20"));
	doc_gantt_gate(doc, block, text, day("2026-11-04"));
	doc_gantt_gate(doc, block, "G2", day("2027-01-27"));
	doc_gantt_row(doc, block,
		(struct gantt_row){ text, day("2026-10-05"), day("2026-10-17"), GANTT_DONE, text });
	doc_gantt_row(doc, block,
		(struct gantt_row){ "Early data, fortnightly", day("2026-11-16"), day("2027-01-01"),
			GANTT_STARTED, "19 d late" });
	doc_gantt_row(doc, block,
		(struct gantt_row){ "Review of value sharing", day("2027-01-25"), day("2027-02-05"),
			GANTT_OPEN, "open" });
	doc_gantt_row(doc, block,
		(struct gantt_row){ "No date yet", DATE_NONE, DATE_NONE, GANTT_OPEN, NULL });
	block = doc_trend(doc, 2, (struct trend_scale){ 1, 5, SCORE_FAILING, 2 });
	doc_trend_round(doc, block, text);
	doc_trend_round(doc, block, "Apr 2027");
	doc_trend_round(doc, block, "Oct 2027");
	doc_trend_row(doc, block, text, (const double[]){ 2.51, 3.33, 4.98 });
	doc_trend_row(doc, block, "Partner", (const double[]){ 1, NAN, 3.24 });
}

/* Every block there is, with that text wherever one can stand. */
static void add_everything(struct doc *doc, const char *text)
{
	doc->kind = "assessment";
	doc->edition = "internal";
	doc_title(doc, text, text, text, text);
	doc_page(doc, "summary", "Summary");
	doc_text(doc, 0, "%s.", text);
	doc_chapter(doc, "heard", 1, text, text);
	doc_head(doc, text, text, text);
	doc_text(doc, 0, "%s", text);
	doc_line(doc, 2, text, text);
	doc_space(doc);
	doc_run_in(doc, text, "%s.", text);
	doc_bullet(doc, 0, "%s", text);
	doc_entry(doc, 2, "%s", text);
	doc_numbered(doc, 2, 6, 1, "%s", text);
	doc_space(doc);
	for (int style = TERM_COLUMN; style <= TERM_RUN; style++)
		doc_term(doc, 0, 20, (enum term_style)style, text, "%s", text);
	doc_chapter(doc, "heard", 0, NULL, text);
	add_heat(doc, text, text);
	doc_group(doc, doc_table(doc, 0, action_columns, 3), 3, text, text);
	add_key(doc, text);
	add_actions(doc, text, text);
	doc_chapter(doc, NULL, 2, NULL, "Charts");
	add_charts(doc, text);
}

/* No text steers. */

static bool is_control(const char *at)
{
	unsigned char c = (unsigned char)*at;

	return (c < 0x20 && c != '\n') || c == 0x7F || !strncmp(at, "\xE2\x80\xAE", 3) ||
		(c == 0xC2 && (unsigned char)at[1] < 0xA0);
}

START_TEST(test_writers_let_no_control_through)
{
	struct written w;

	begin(&w);
	add_everything(&w.doc, HOSTILE);
	for (int ascii = 0; ascii < 2; ascii++)
		for (const char *at = write_as(&w, writers[_i], ascii); *at; at++) {
			ck_assert_msg(!is_control(at) || *at == '\t', "control %02x", *at & 0xFF);
			ck_assert(!ascii || !(*at & 0x80));
		}
	end(&w);
}
END_TEST

START_TEST(test_writers_write_an_empty_document)
{
	struct written w;

	begin(&w);
	ck_assert_int_eq((int)strlen(write_as(&w, writers[_i], false)) > 0, _i >= 2);
	end(&w);
}
END_TEST

/* HTML. */

START_TEST(test_writers_html_has_no_markup_of_a_text)
{
	struct written w;

	begin(&w);
	add_everything(&w.doc, HOSTILE);
	for (int ascii = 0; ascii < 2; ascii++) {
		const char *html = write_as(&w, doc_write_html, ascii);

		check_html(html);
		assert_lacks(html, "<script");
		assert_lacks(html, "<img");
		ck_assert_int_eq(occurrences(html, "</style>"), 1);
		ck_assert_int_ge(occurrences(html, "&lt;script&gt;"), 40);
	}
	end(&w);
}
END_TEST

START_TEST(test_writers_html_loads_and_runs_nothing)
{
	struct written w;
	const char *html;

	begin(&w);
	add_everything(&w.doc, "text");
	html = write_as(&w, doc_write_html, false);
	assert_has(html, "<meta charset=\"utf-8\">");
	assert_has(html,
		"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action "
		"'none'");
	assert_has(html, "@media print");
	assert_has(html, "@page{size:A4");
	assert_has(html, "@top-right{");
	assert_lacks(html, "url(");
	assert_lacks(html, "@import");
	assert_lacks(html, "http:");
	end(&w);
}
END_TEST

START_TEST(test_writers_html_tables_have_captions_and_scopes)
{
	struct written w;
	const char *html;

	begin(&w);
	doc_chapter(&w.doc, NULL, 3, NULL, "Heat");
	add_heat(&w.doc, "Phoenix", NULL);
	add_actions(&w.doc, "Appoint a lead", "a letter names it.");
	html = write_as(&w, doc_write_html, false);
	check_html(html);
	ck_assert_int_eq(occurrences(html, "<table"), 3);
	ck_assert_int_eq(occurrences(html, "<caption"), 3);
	assert_has(html, "<caption class=\"hidden\">HEAT</caption>");
	assert_has(html, "<caption>Step 1: Audit</caption>");
	assert_has(html, "<caption>Step 2: Gaps</caption>");
	ck_assert_int_eq(occurrences(html, "<th "), occurrences(html, "<th scope="));
	assert_has(html, "<th scope=\"colgroup\" colspan=\"2\" class=\"wide\">Phoenix</th>");
	assert_has(html, "<th scope=\"rowgroup\">STRATEGY</th>");
	assert_has(html, "<th scope=\"row\">Appoint a lead</th>");
	assert_has(html, "<td class=\"critical\">2.81<abbr title=\"critical\">C</abbr></td>");
	/* the heads stand over both tables of actions, in text over the first alone */
	ck_assert_int_eq(occurrences(html, "<th scope=\"col\">Action</th>"), 2);
	ck_assert_int_eq(occurrences(html, "<tbody class=\"action\">"), 3);
	assert_has(html, "<dt>Done when</dt><dd>a letter names it.</dd>");
	end(&w);
}
END_TEST

START_TEST(test_writers_html_has_contents_that_lead_to_sections)
{
	struct written w;
	const char *html;

	begin(&w);
	doc_page(&w.doc, "summary", "Summary");
	doc_text(&w.doc, 0, "First.");
	doc_chapter(&w.doc, "heard", 1, NULL, "Who was heard");
	doc_chapter(&w.doc, "heard", 0, NULL, "Twice in one");
	doc_chapter(&w.doc, "\" onload=", 0, "Appendix", "Answers");
	html = write_as(&w, doc_write_html, false);
	check_html(html);
	assert_has(html, "<a href=\"#summary\">Summary</a>");
	assert_has(html, "<a href=\"#heard\">WHO WAS HEARD</a>");
	assert_has(html, "<a href=\"#section-3\">TWICE IN ONE</a>");
	assert_has(html, "<a href=\"#section-4\">APPENDIX: ANSWERS</a>");
	ck_assert_int_eq(occurrences(html, "<section id=\"heard\""), 1);
	end(&w);
}
END_TEST

/* The svg elements of a page, one after the other. */
static const char *next_chart(const char **at, char *chart, size_t size)
{
	const char *start = strstr(*at, "<svg"), *stop = start ? strstr(start, "</svg>") : NULL;

	ck_assert_ptr_nonnull(stop);
	ck_assert_uint_lt((size_t)(stop - start), size);
	*at = stop;
	snprintf(chart, size, "%.*s", (int)(stop - start), start);
	return chart;
}

START_TEST(test_writers_html_charts_print_their_numbers)
{
	static const char *const numbers[4][8] = {
		{ ">3.68<", ">none<", ">3.50<", ">adequate<" },
		{ ">P&nbsp;2.34 G&nbsp;3.41<", ">P&nbsp;none G&nbsp;3.12<", ">1.07<", ">5+5<",
			">0.008<", ">3.50<" },
		{ ">17 Oct<", ">1 Jan<", ">19 d late<", ">no date<", ">G2<", ">today<",
			">Jan&nbsp;2027<", "class=\"late\"" },
		{ ">2.51<", ">3.33<", ">4.98<", ">3.24<", ">none<", ">Apr 2027<",
			">dashed: 3.50<" },
	};
	static char chart[100000];
	struct written w;
	const char *at;

	begin(&w);
	doc_chapter(&w.doc, NULL, 1, NULL, "Charts");
	add_charts(&w.doc, "Commitment");
	at = write_as(&w, doc_write_html, false);
	for (int c = 0; c < 4; c++) {
		next_chart(&at, chart, sizeof(chart));
		assert_has(chart, "<title>CHARTS</title>");
		assert_has(chart, "<desc id=");
		assert_has(chart, "Commitment");
		for (int n = 0; n < 8 && numbers[c][n]; n++)
			assert_has(chart, numbers[c][n]);
	}
	ck_assert_ptr_null(strstr(at, "<svg"));
	end(&w);
}
END_TEST

/* Markdown. */

static bool is_escaped(const char *text, const char *at)
{
	int n = 0;

	while (at > text && at[-1] == '\\') {
		at--;
		n++;
	}
	return n % 2;
}

static int bare(const char *from, const char *to, char sign)
{
	int n = 0;

	for (const char *at = from; at < to; at++)
		n += *at == sign && !is_escaped(from, at);
	return n;
}

static bool begins_number(const char *text)
{
	size_t n = strspn(text, "0123456789");

	return n && strchr(".)", text[n]);
}

/* Of one line: signs that mean something are ours. */
static void check_markdown_line(const char *line, const char *stop, int pipes)
{
	static const char never[] = "_`[]<>&~$@";
	const char *body = line + strspn(line, "#");

	for (size_t i = 0; i < sizeof(never) - 1; i++)
		ck_assert_msg(!bare(line, stop, never[i]), "%c in %.*s", never[i],
			(int)(stop - line), line);
	ck_assert_int_eq(bare(body, stop, '#'), 0);
	ck_assert_int_eq(bare(line, stop, '|'), *line == '|' ? pipes : 0);
	ck_assert_int_le(bare(line, stop, '*'), 4);
	ck_assert_msg(!strchr("+=", *line) && !begins_number(line), "block: %.20s", line);
	ck_assert(*line != '-' || line[1] == ' ');
	if (!strncmp(line, "- ", 2))
		ck_assert_msg(!strchr("-+", line[2]) && !begins_number(line + 2), "%.20s", line);
}

START_TEST(test_writers_markdown_has_no_markup_of_a_text)
{
	struct written w;
	int pipes = 0;

	begin(&w);
	add_everything(&w.doc, HOSTILE);
	add_everything(&w.doc, "1. one");
	add_everything(&w.doc, "- dash");
	add_everything(&w.doc, "=== ");
	for (const char *line = write_as(&w, doc_write_markdown, false); *line; line++) {
		const char *stop = strchr(line, '\n');

		if (*line == '|' && !pipes)
			pipes = bare(line, stop, '|');
		else if (*line != '|')
			pipes = 0;
		check_markdown_line(line, stop, pipes);
		line = stop;
	}
	assert_has(w.text.text, "\\<script\\>alert(1)\\</script\\>");
	assert_has(w.text.text, "http\\://y.example www\\.z.example \\$x\\$ x\\@y.example mark");
	assert_has(w.text.text, "\n1\\. one.\n");
	end(&w);
}
END_TEST

START_TEST(test_writers_markdown_is_as_agreed)
{
	static const char expected[] = "## 1. PLAN\n\n"
				       "#### Step 1: Audit\n\n"
				       "| No | Action | Phoenix | Done when | Because |\n"
				       "| ---: | ---------------------------------------- | ---"
				       "--------- | ---------------------------------------- | "
				       "---------------------------------------- |\n"
				       "| 1 | Lead | D. Anand | named. |  |\n"
				       "| 2 | Lead | D. Anand | named. | governance 2.19 |\n\n"
				       "#### Step 2: Gaps\n\n"
				       "| No | Action | Phoenix | Done when |\n"
				       "| ---: | ---------------------------------------- | ---"
				       "--------- | ---------------------------------------- |\n"
				       "| 1 | Lead | D. Anand | named. |\n\n"
				       "#### Heat\n\n"
				       "|  | Phoenix mean | Phoenix n |\n"
				       "| -------------------- | ------- | ---: |\n"
				       "| STRATEGY |  |  |\n"
				       "| Phoenix | 2.81 C | 5 |\n\n"
				       "- W weak, below\n"
				       "- \\* below\n\n"
				       "### CONFIDENCE\n\n"
				       "B of A, B, C.\n\n"
				       "- one\n"
				       "- two\n\n"
				       "- 1 three\n\n"
				       "- **Gate 1:** four\n";
	struct written w;

	begin(&w);
	doc_chapter(&w.doc, NULL, 1, NULL, "Plan");
	add_actions(&w.doc, "Lead", "named.");
	add_heat(&w.doc, "Phoenix", "Heat");
	add_key(&w.doc, "below");
	doc_run_in(&w.doc, "Confidence", "B of A, B, C.");
	doc_bullet(&w.doc, 0, "one");
	doc_bullet(&w.doc, 0, "two");
	doc_numbered(&w.doc, 0, 3, 1, "three");
	doc_term(&w.doc, 0, 8, TERM_COLUMN, "Gate 1", "four");
	ck_assert_str_eq(write_as(&w, doc_write_markdown, false), expected);
	end(&w);
}
END_TEST

START_TEST(test_writers_markdown_charts_are_tables_of_numbers)
{
	struct written w;
	const char *text;

	begin(&w);
	add_charts(&w.doc, "Commitment");
	text = write_as(&w, doc_write_markdown, false);
	assert_has(text, "| Commitment | 3.68 | adequate | Commitment |");
	assert_has(text, "| Type | none |  | one side only |");
	assert_has(text, "| Aspect | P | G | gap | n | p |");
	assert_has(text, "| Commitment | 2.34 | 3.41 | 1.07 | 5+5 | 0.008 |");
	assert_has(text, "| Early data, fortnightly | 2026-11-16 | 2027-01-01 | 19 d late |");
	assert_has(text, "- G2: 2027-01-27\n- Today: 2027-01-20\n");
	assert_has(text, "| Partner | 1.00 | none | 3.24 |");
	end(&w);
}
END_TEST

/* JSON. */

static json_t *parse(struct written *w, bool ascii)
{
	json_error_t error;
	json_t *root = json_loads(write_as(w, doc_write_json, ascii), 0, &error);

	ck_assert_msg(root != NULL, "line %d: %s", error.line, error.text);
	return root;
}

/* No text has controls or no-break blanks, wherever it stands. */
static void check_json(const json_t *value)
{
	const char *key;
	json_t *member;
	size_t i;

	if (json_is_object(value))
		json_object_foreach((json_t *)value, key, member) check_json(member);
	json_array_foreach(value, i, member) check_json(member);
	if (!json_is_string(value))
		return;
	for (const char *at = json_string_value(value); *at; at++)
		ck_assert(!is_control(at) && *at != '\n');
	ck_assert_ptr_null(strstr(json_string_value(value), NB));
	ck_assert_ptr_null(strstr(json_string_value(value), "  "));
}

START_TEST(test_writers_json_parses_whatever_a_text_holds)
{
	struct written w;
	json_t *plain, *ascii;

	begin(&w);
	add_everything(&w.doc, HOSTILE);
	doc_text(&w.doc, 0, "18" NB "months, \xC3\xA9.");
	plain = parse(&w, false);
	check_json(plain);
	assert_has(w.text.text, "18 months, \xC3\xA9.");
	ascii = parse(&w, true);
	ck_assert(json_equal(plain, ascii));
	json_decref(plain);
	json_decref(ascii);
	end(&w);
}
END_TEST

static const json_t *block_of(const json_t *root, size_t section, const char *kind)
{
	const json_t *sections = json_object_get(json_object_get(root, "report"), "sections");
	const json_t *blocks = json_object_get(json_array_get(sections, section), "blocks");
	json_t *block;
	size_t i;

	json_array_foreach(
		blocks, i, block) if (!strcmp(json_string_value(json_object_get(block, "kind")),
					      kind)) return block;
	ck_abort_msg("section %zu has no %s", section, kind);
	return NULL;
}

/* As jansson would write the value, without blanks. */
static void assert_member(const json_t *object, const char *name, const char *expected)
{
	char *text = json_dumps(json_object_get(object, name),
		JSON_ENCODE_ANY | JSON_COMPACT | JSON_REAL_PRECISION(6));

	ck_assert_ptr_nonnull(text);
	ck_assert_str_eq(text, expected);
	free(text);
}

START_TEST(test_writers_json_is_the_document_as_data)
{
	struct written w;
	json_t *root, *report;

	begin(&w);
	add_everything(&w.doc, "Lead");
	root = parse(&w, false);
	report = json_object_get(root, "report");
	assert_member(report, "kind", "\"assessment\"");
	assert_member(report, "edition", "\"internal\"");
	assert_member(json_array_get(json_object_get(report, "sections"), 0), "title", "null");
	assert_member(json_array_get(json_object_get(report, "sections"), 1), "id", "\"heard\"");
	assert_member(json_array_get(json_object_get(report, "sections"), 1), "number", "1");
	assert_member(json_array_get(json_object_get(report, "sections"), 2), "number", "null");
	assert_member(json_array_get(json_object_get(report, "sections"), 3), "id", "null");
	assert_member(block_of(root, 1, "terms"), "items",
		"[{\"label\":\"Lead\",\"text\":\"Lead\"},{\"label\":\"Lead\",\"text\":\"Lead\"},"
		"{\"label\":\"Lead\",\"text\":\"Lead\"}]");
	assert_member(block_of(root, 2, "table"), "columns", "[null,\"Lead mean\",\"Lead n\"]");
	assert_member(block_of(root, 2, "table"), "rows",
		"[[\"STRATEGY\",null,null],[\"Lead\",\"2.81\",\"5\"]]");
	assert_member(block_of(root, 3, "bars"), "bars",
		"[{\"label\":\"Lead\",\"value\":3.68,\"band\":\"adequate\",\"note\":\"Lead\"},"
		"{\"label\":\"Type\",\"value\":null,\"band\":\"\",\"note\":\"one side only\"}]");
	assert_member(block_of(root, 3, "strips"), "letters", "[\"P\",\"G\"]");
	assert_member(json_array_get(json_object_get(block_of(root, 3, "strips"), "strips"), 1),
		"values", "[null,3.12]");
	assert_member(json_array_get(json_object_get(block_of(root, 3, "gantt"), "rows"), 1),
		"late", "true");
	assert_member(block_of(root, 3, "gantt"), "today", "\"2027-01-20\"");
	assert_member(block_of(root, 3, "trend"), "rounds", "[\"Lead\",\"Apr 2027\",\"Oct 2027\"]");
	assert_member(json_array_get(json_object_get(block_of(root, 3, "trend"), "rows"), 1),
		"values", "[1.0,null,3.24]");
	json_decref(root);
	end(&w);
}
END_TEST

/* Gantt and trend as text. */

static void assert_lines_fit(const char *text)
{
	for (const char *line = text; *line;) {
		size_t n = strcspn(line, "\n");
		int cells = 0;

		for (size_t i = 0; i < n; i++)
			cells += (line[i] & 0xC0) != 0x80;
		ck_assert_msg(cells <= 80, "%.*s", (int)n, line);
		ck_assert(!n || line[n - 1] != ' ');
		line += n + 1;
	}
}

static void add_gantt(struct doc *doc)
{
	struct block *block =
		doc_gantt(doc, 0, day("2026-09-28"), day("2027-02-07"), day("2027-01-20"));

	doc_gantt_gate(doc, block, "G1", day("2026-11-04"));
	doc_gantt_gate(doc, block, "G2", day("2027-01-27"));
	doc_gantt_row(doc, block,
		(struct gantt_row){ "Findings to both sides", day("2026-10-12"), day("2026-10-24"),
			GANTT_DONE, "done" });
	doc_gantt_row(doc, block,
		(struct gantt_row){ "Early data, fortnightly", day("2026-11-23"), day("2027-01-01"),
			GANTT_STARTED, "19 d late" });
	doc_gantt_row(doc, block,
		(struct gantt_row){ "Review of value sharing", day("2027-01-25"), day("2027-02-05"),
			GANTT_OPEN, "open" });
}

START_TEST(test_writers_text_gantt_is_as_agreed)
{
	struct written w;

	begin(&w);
	add_gantt(&w.doc);
	ck_assert_str_eq(write_as(&w, doc_write_text, false),
		"                      Oct 2026 Nov      Dec      Jan 2027 Feb\n"
		"                                G1                    v G2\n"
		"Findings to both sid~     ████  │                     ╎ │    24 Oct  done\n"
		"Early data, fortnigh~           │     ▒▒▒▒▒▒▒▒▒▒▒▒!!!!╎ │     1 Jan  19 d late\n"
		"Review of value shar~           │                     ╎ ░░░░  5 Feb  open\n"
		"G1 4 Nov   G2 27 Jan   today 20 Jan\n"
		"█ done   ▒ started   ░ open   ! late   │ gate   ╎ v today\n");
	ck_assert_str_eq(write_as(&w, doc_write_text, true),
		"                      Oct 2026 Nov      Dec      Jan 2027 Feb\n"
		"                                G1                    v G2\n"
		"Findings to both sid~     ####  |                     : |    24 Oct  done\n"
		"Early data, fortnigh~           |     ============!!!!: |     1 Jan  19 d late\n"
		"Review of value shar~           |                     : ----  5 Feb  open\n"
		"G1 4 Nov   G2 27 Jan   today 20 Jan\n"
		"# done   = started   - open   ! late   | gate   : v today\n");
	end(&w);
}
END_TEST

START_TEST(test_writers_text_gantt_of_years_keeps_to_the_page)
{
	struct written w;
	struct block *block;

	begin(&w);
	block = doc_gantt(&w.doc, 4, day("2026-09-28"), day("2029-02-07"), DATE_NONE);
	for (int i = 0; i < 9; i++)
		doc_gantt_gate(
			&w.doc, block, "A gate with a long name", day("2026-11-04") + 90 * i);
	doc_gantt_row(&w.doc, block,
		(struct gantt_row){ "Before and after all that is shown", day("2025-01-01"),
			day("2030-01-01"), GANTT_OPEN, "open, and a long word" });
	assert_lines_fit(write_as(&w, doc_write_text, false));
	assert_has(w.text.text, "1 Jan  open, and~");
	write_as(&w, doc_write_html, false);
	check_html(w.text.text);
	end(&w);
}
END_TEST

START_TEST(test_writers_text_trend_is_as_agreed)
{
	struct written w;
	struct block *block;

	begin(&w);
	block = doc_trend(&w.doc, 2, (struct trend_scale){ 1, 5, SCORE_FAILING, 2 });
	doc_trend_round(&w.doc, block, "Oct 2026");
	doc_trend_round(&w.doc, block, "Apr 2027");
	doc_trend_round(&w.doc, block, "Oct 2027");
	doc_trend_row(&w.doc, block, "Strategy", (const double[]){ 3.68, 3.70, 5 });
	doc_trend_row(&w.doc, block, "Management", (const double[]){ 1, NAN, 3.33 });
	ck_assert_str_eq(write_as(&w, doc_write_text, false),
		"                             Oct 2026  Apr 2027  Oct 2027\n"
		"  Strategy              ▆▆█      3.68      3.70      5.00\n"
		"  Management            ▁ ▅      1.00      none      3.33\n"
		"  The line is 3.50.\n");
	ck_assert_str_eq(write_as(&w, doc_write_text, true),
		"                             Oct 2026  Apr 2027  Oct 2027\n"
		"  Strategy              **@      3.68      3.70      5.00\n"
		"  Management            . +      1.00      none      3.33\n"
		"  The line is 3.50.\n");
	end(&w);
}
END_TEST

START_TEST(test_writers_text_trend_of_many_rounds_prints_all)
{
	struct written w;
	struct block *block;
	double values[30];
	char name[32];

	begin(&w);
	block = doc_trend(&w.doc, 4, (struct trend_scale){ 0, 100, NAN, 0 });
	for (int i = 0; i < 30; i++) {
		snprintf(name, sizeof(name), "round %d", i);
		doc_trend_round(&w.doc, block, name);
		values[i] = 60 + i;
	}
	doc_trend_row(&w.doc, block, "Performance of this alliance", values);
	assert_lines_fit(write_as(&w, doc_write_text, false));
	for (int i = 60; i < 90; i++) {
		snprintf(name, sizeof(name), " %d", i);
		assert_has(w.text.text, name);
	}
	write_as(&w, doc_write_html, false);
	check_html(w.text.text);
	assert_lacks(w.text.text, "dashed");
	end(&w);
}
END_TEST

Suite *report_writers_suite(void)
{
	Suite *suite = suite_create("report-writers");
	TCase *tcase = tcase_create("writers");

	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, test_writers_let_no_control_through, 0, (int)COUNT(writers));
	tcase_add_loop_test(tcase, test_writers_write_an_empty_document, 0, (int)COUNT(writers));
	tcase_add_test(tcase, test_writers_html_has_no_markup_of_a_text);
	tcase_add_test(tcase, test_writers_html_loads_and_runs_nothing);
	tcase_add_test(tcase, test_writers_html_tables_have_captions_and_scopes);
	tcase_add_test(tcase, test_writers_html_has_contents_that_lead_to_sections);
	tcase_add_test(tcase, test_writers_html_charts_print_their_numbers);
	tcase_add_test(tcase, test_writers_markdown_has_no_markup_of_a_text);
	tcase_add_test(tcase, test_writers_markdown_is_as_agreed);
	tcase_add_test(tcase, test_writers_markdown_charts_are_tables_of_numbers);
	tcase_add_test(tcase, test_writers_json_parses_whatever_a_text_holds);
	tcase_add_test(tcase, test_writers_json_is_the_document_as_data);
	tcase_add_test(tcase, test_writers_text_gantt_is_as_agreed);
	tcase_add_test(tcase, test_writers_text_gantt_of_years_keeps_to_the_page);
	tcase_add_test(tcase, test_writers_text_trend_is_as_agreed);
	tcase_add_test(tcase, test_writers_text_trend_of_many_rounds_prints_all);
	suite_add_tcase(suite, tcase);
	return suite;
}
