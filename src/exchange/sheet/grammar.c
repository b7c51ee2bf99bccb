/* SPDX-License-Identifier: MIT */
/*
 * The sheets in a text, by the lines that rekindle-sheet(5) names. What a mail program has put
 * around and into them is passed over.
 */
#include "internal.h"

#include <string.h>
#include <rekindle/utf8.h>

#define JOINED_MOST 3 /* lines that a structure line may have been broken into */

/* A line of a value. */
struct piece {
	const char *text;
	bool glued;  /* to the one before, without a blank */
	bool behind; /* the colon: it is no line of its own */
};

/* A text on its way through its lines. */
struct text_reading {
	const struct sheet_part *part;
	struct pool *pool;
	const char **lines;
	size_t count, at;
	struct sheet_block *block; /* that is open, NULL */
	bool asking;               /* the questions of the block have begun */
	enum line_kind kind;       /* that the value being read is of; LINE_TEXT: none */
	struct sheet_line head;
	int head_line;
	struct piece *pieces;
	size_t piece_count;
	const char **items; /* by number, as the sheet says */
	size_t item_count;
	struct sheet_block ***blocks;
	size_t *block_count;
	struct errmsg *why;
	enum err err;
};

static int line_number(const struct text_reading *r, size_t at)
{
	const struct origin *origin = &r->part->origin;
	return at < origin->count ? origin->line[at] : r->part->first + (int)at;
}

static void fault(struct text_reading *r, int line, const char *what)
{
	if (!r->err)
		r->err = errmsg_set(r->why, ERR_INVALID, "%s:%d: %s", r->part->name, line, what);
}

/* Values */

/* How backslashes at the end of a line, and at its beginning, may have been meant. */
struct meaning {
	bool last_doubled; /* the last alone is doubled, not each of those at the end */
	bool every_line;   /* one at the beginning of each line goes, not of those meant alone */
	bool not_two;      /* unless another follows */
};
static const struct meaning meanings[] = { { false, false, false }, { false, true, false },
	{ false, false, true }, { true, false, false }, { true, true, false },
	{ true, false, true } };
#define MEANINGS (sizeof(meanings) / sizeof(*meanings))

static size_t backslashes(const char *text, size_t n)
{
	size_t run = 0;
	while (run < n && text[n - 1 - run] == '\\')
		run++;
	return run;
}

/* Add one line; true: a line break that is meant follows. */
static bool add_piece(
	struct str *out, const struct piece *piece, const struct meaning *meaning, bool begins)
{
	const char *text = piece->text;
	size_t n = strlen(text), run = backslashes(text, n);
	bool broken = meaning->last_doubled ? run == 1 : run % 2;
	size_t kept = meaning->last_doubled ? run - (run > 0) : run / 2;
	n = n - run + kept;
	if (*text == '\\' && run < strlen(text) && !piece->behind &&
		(begins || meaning->every_line) && !(meaning->not_two && text[1] == '\\'))
		text++, n--;
	if (n && !begins && !piece->glued)
		str_addc(out, ' ');
	str_addn(out, text, n);
	while (out->len && out->text[out->len - 1] == ' ')
		str_delete(out, out->len - 1, 1);
	if (broken)
		str_addc(out, '\n');
	return broken;
}

static const char *settled(struct pool *pool, struct str *out)
{
	while (out->len && strchr(" \n", out->text[out->len - 1]))
		str_delete(out, out->len - 1, 1);
	while (out->len && strchr(" \n", *out->text))
		str_delete(out, 0, 1);
	return utf8_settle(pool, pool_strdup(pool, out->text));
}

static const char *value_of(struct text_reading *r, const struct meaning *meaning)
{
	struct str out;
	bool begins = true;
	str_init(&out);
	for (size_t i = 0; i < r->piece_count; i++) {
		bool broken = add_piece(&out, &r->pieces[i], meaning, begins);
		begins = broken || !out.len;
	}
	const char *value = settled(r->pool, &out);
	str_release(&out);
	return value;
}

/* The curly apostrophe that a mail program has made of a straight one is none of the person's. */
static const char *straight(struct pool *pool, const char *text)
{
	struct str out;
	str_init(&out);
	for (; *text; text++)
		if (!strncmp(text, "\xE2\x80\x99", 3))
			str_addc(&out, '\''), text += 2;
		else
			str_addc(&out, *text);
	const char *plain = pool_strdup(pool, out.text);
	str_release(&out);
	return plain;
}

static bool fits(const char *value, const char *check)
{
	char found[5];
	sheet_check(value, found);
	return !strcmp(found, check);
}

/* The value by its check, NULL: there is none by which it fits. */
static const char *checked(struct text_reading *r)
{
	for (size_t i = 0; i < MEANINGS; i++) {
		const char *value = value_of(r, &meanings[i]);
		if (fits(value, r->head.check))
			return value;
		if (fits(straight(r->pool, value), r->head.check))
			return straight(r->pool, value);
	}
	return NULL;
}

static const char *plain_value(struct text_reading *r)
{
	return value_of(r, &meanings[0]);
}

/* Of a line at the beginning: what stands on it, or on the next that says anything. */
static const char *head_value(struct text_reading *r)
{
	size_t i = 0;
	while (i < r->piece_count && !*r->pieces[i].text)
		i++;
	return i < r->piece_count ? r->pieces[i].text : "";
}

static void take_token(struct text_reading *r)
{
	if (sheet_token_read(plain_value(r), &r->block->token))
		r->block->line = r->head_line;
	else
		fault(r, r->head_line,
			"behind `Sheet:` stands no token of 32 digits; ask for the sheet again");
}

/* Is it this word, "yes.", or the word and more behind a comma? */
static bool says(const char *text, const char *word)
{
	size_t n = strlen(word);
	if (strncmp(text, word, n) != 0)
		return false;
	return !text[n] || (text[n] == '.' && !text[n + 1]) || text[n] == ',';
}

static void take_consent(struct text_reading *r)
{
	static const struct {
		const char *word;
		int consent;
	} words[] = { { "yes", TRI_YES }, { "y", TRI_YES }, { "no", TRI_NO }, { "n", TRI_NO } };
	struct str said;
	str_init(&said);
	utf8_fold(&said, head_value(r));
	bool known = !said.len;
	r->block->consent = TRI_UNKNOWN;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (says(said.text, words[i].word)) {
			r->block->consent = words[i].consent;
			known = true;
		}
	str_release(&said);
	if (!known)
		fault(r, r->head_line, "behind `Consent:` stands neither yes nor no");
}

/* As the sheet words them, too. */
static int attribution_of(const char *text)
{
	static const char *const shown[] = { [ATTRIBUTION_NAMED] = "by name",
		[ATTRIBUTION_ROLE] = "by role only",
		[ATTRIBUTION_CONFIDENTIAL] = "confidentially" };
	for (int i = 0; i < (int)(sizeof(shown) / sizeof(*shown)); i++)
		if (!strcmp(text, shown[i]) || !strcmp(text, vocabulary_attribution.word[i]))
			return i;
	return !strcmp(text, "role only") || !strcmp(text, "by role") ? (int)ATTRIBUTION_ROLE : -1;
}

static void take_attribution(struct text_reading *r)
{
	struct str said;
	str_init(&said);
	utf8_fold(&said, head_value(r));
	if (said.len && said.text[said.len - 1] == '.')
		str_delete(&said, said.len - 1, 1);
	r->block->attribution = attribution_of(said.text);
	if (said.len && r->block->attribution < 0)
		fault(r, r->head_line,
			"behind `Attribution:` stands none of named, role, confidential");
	str_release(&said);
}

static const char *item_of(const struct text_reading *r)
{
	if (r->head.item)
		return r->head.item;
	size_t number = (size_t)r->head.number;
	return number < r->item_count ? r->items[number] : NULL;
}

static void take_entry(struct text_reading *r)
{
	const char *value = *r->head.check ? checked(r) : plain_value(r);
	if (!value) {
		fault(r, r->head_line,
			"the check does not fit what stands here: something on the way, or a hand, "
			"has changed it; ask for the answer file");
		return;
	}
	struct sheet_entry *entry = POOL_APPEND(r->pool, r->block->entries, r->block->entry_count);
	*entry = (struct sheet_entry){ .comment = r->kind == LINE_COMMENT,
		.number = r->head.number,
		.item = item_of(r),
		.value = value,
		.line = r->head_line };
}

/* What has been read since the last structure line is the value of that. */
static void end_value(struct text_reading *r)
{
	switch (r->kind) {
	case LINE_SHEET:
		take_token(r);
		break;
	case LINE_QUESTIONS:
		r->block->bank = head_value(r);
		r->block->bank_line = r->head_line;
		break;
	case LINE_CONSENT:
		take_consent(r);
		break;
	case LINE_ATTRIBUTION:
		take_attribution(r);
		break;
	case LINE_FINISHED:
		r->block->finished = head_value(r);
		break;
	case LINE_ANSWER:
	case LINE_COMMENT:
		take_entry(r);
		break;
	case LINE_TEXT:
	case LINE_BEGIN:
	case LINE_QUESTION:
	case LINE_END:
		break;
	}
	r->kind = LINE_TEXT;
	r->pieces = NULL;
	r->piece_count = 0;
}

/* Blocks */

static void begin_block(struct text_reading *r)
{
	struct sheet_block *block = pool_alloc(r->pool, sizeof(*block));
	*block = (struct sheet_block){ .name = r->part->name,
		.consent = TRI_UNKNOWN,
		.attribution = -1,
		.line = line_number(r, r->at) };
	r->block = block;
	r->asking = false;
	r->items = NULL;
	r->item_count = 0;
}

bool sheet_says_anything(const struct sheet_block *block)
{
	bool any = block->consent != TRI_UNKNOWN;
	for (size_t i = 0; i < block->entry_count; i++)
		any |= *block->entries[i].value != '\0';
	return any;
}

/* One that is cut off is refused, unless it is a quoted beginning that says nothing. */
static void end_block(struct text_reading *r, bool whole)
{
	struct sheet_block *block = r->block;
	end_value(r);
	r->block = NULL;
	if (!block || r->err || (uuid_none(&block->token) && !sheet_says_anything(block)))
		return;
	if (uuid_none(&block->token))
		fault(r, block->line, "the sheet that begins here has no line `Sheet:`");
	else if (!whole && sheet_says_anything(block))
		fault(r, block->line,
			"the sheet that begins here is cut off: there is no line `End of sheet`");
	else if (whole)
		*POOL_APPEND(r->pool, *r->blocks, *r->block_count) = block;
}

static void note_item(struct text_reading *r, const struct sheet_line *line)
{
	while (r->item_count <= (size_t)line->number)
		*POOL_APPEND(r->pool, r->items, r->item_count) = NULL;
	r->items[line->number] = line->item;
}

static void add_text(struct text_reading *r, const char *text, bool glued)
{
	*POOL_APPEND(r->pool, r->pieces, r->piece_count) = (struct piece){ text, glued, false };
}

/* A structure line; a value may follow. */
static void take_head(struct text_reading *r, const struct sheet_line *line)
{
	if (line->kind == LINE_BEGIN || (line->kind == LINE_SHEET && !r->block)) {
		end_block(r, false);
		begin_block(r);
	}
	if (!r->block)
		return;
	end_value(r);
	if (line->kind == LINE_END) {
		end_block(r, true);
		return;
	}
	r->asking |= line->kind >= LINE_QUESTION;
	if (line->kind == LINE_QUESTION)
		note_item(r, line);
	if (line->kind == LINE_QUESTION || line->kind == LINE_BEGIN)
		return;
	r->kind = line->kind;
	r->head = *line;
	r->head_line = line_number(r, r->at);
	add_text(r, line->rest, false);
	r->pieces->behind = true;
}

/* "Questions: none" further down is what somebody has written. */
static bool is_head(const struct sheet_line *line)
{
	return line->kind > LINE_BEGIN && line->kind < LINE_QUESTION;
}

/* Is a value being read whose check says what belongs to it? */
static bool is_checked(const struct text_reading *r)
{
	return r->kind != LINE_TEXT && *r->head.check;
}

/* "- Answer Q1: none" in words that have a check, "- Sheet: enclosed" in a letter. */
static bool is_own_list(const struct text_reading *r, const struct sheet_line *line)
{
	bool begins = line->kind == LINE_BEGIN;
	return line->marked && (r->block ? is_checked(r) && !*line->check : !begins);
}

/* It is none; but somebody may have meant an answer by it. */
static void pass_over(struct sheet_line *line)
{
	bool entry = line->kind == LINE_ANSWER || line->kind == LINE_COMMENT;
	*line = (struct sheet_line){ .kind = LINE_TEXT, .damaged = line->unfinished && entry };
}

/* A structure line that was broken is read with those behind it; how many lines it takes. */
static size_t read_joined(struct text_reading *r, struct sheet_line *line)
{
	const char *text = r->lines[r->at];
	size_t used = 1;
	sheet_line_read(r->pool, text, line);
	while (line->unfinished && used < JOINED_MOST && r->at + used < r->count) {
		const char *more = sheet_line_unquote(r->pool, r->lines[r->at + used], line->depth);
		text = pool_printf(r->pool, "%s %s", text, more);
		sheet_line_read(r->pool, text, line);
		used++;
	}
	if (line->unfinished || (r->block && r->asking && is_head(line)) || is_own_list(r, line))
		pass_over(line);
	return line->kind == LINE_TEXT ? 1 : used;
}

/* Does the blank at the end of the line before belong to the mail program? */
static bool is_glued(const struct text_reading *r)
{
	const char *before = r->at ? r->lines[r->at - 1] : "";
	size_t n = strlen(before);
	return r->part->glues && n && before[n - 1] == ' ' && (n < 2 || before[n - 2] != ' ');
}

static void take_text(struct text_reading *r, const struct sheet_line *line)
{
	if (line->damaged && r->block && !is_checked(r))
		fault(r, line_number(r, r->at),
			"this is not written as an answer, and may be meant as one: write it like "
			"`Answer Q1: 4`, or begin the line with another word");
	else if (r->kind != LINE_TEXT)
		add_text(r, sheet_line_unquote(r->pool, r->lines[r->at], r->head.depth),
			is_glued(r));
}

static void read_lines(struct text_reading *r)
{
	struct sheet_line line;
	for (size_t used; r->at < r->count && !r->err; r->at += used) {
		used = read_joined(r, &line);
		if (line.kind != LINE_TEXT)
			take_head(r, &line);
		else
			take_text(r, &line);
	}
	if (!r->err)
		end_block(r, false);
}

static void split(struct text_reading *r)
{
	const char *text = r->part->text;
	for (size_t at = 0, n; at < r->part->n; at += n + 1) {
		const char *end = memchr(text + at, '\n', r->part->n - at);
		n = end ? (size_t)(end - text) - at : r->part->n - at;
		*POOL_APPEND(r->pool, r->lines, r->count) = pool_strndup(r->pool, text + at, n);
	}
}

enum err grammar_read(const struct sheet_part *part, struct pool *pool,
	struct sheet_block ***blocks, size_t *count, struct errmsg *why)
{
	struct text_reading r = {
		.part = part, .pool = pool, .blocks = blocks, .block_count = count, .why = why
	};
	if (!strcasestr(part->text, "sheet"))
		return ERR_NONE;
	split(&r);
	read_lines(&r);
	return r.err;
}
