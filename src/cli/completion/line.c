/* SPDX-License-Identifier: MIT */
/*
 * A command line as bash gives it to a completion, and words as they are typed into it. Nothing of
 * it is carried out.
 */
#include <ctype.h>
#include <string.h>
#include "completion.h"

struct typing {
	const char *breaks;
	struct str word; /* so far, without its quotation */
	bool begun;
	char quote;
	size_t shift;
};

static void end_word(struct shell_line *line, struct typing *reading)
{
	char **word = POOL_APPEND(&line->pool, line->words, line->count);

	*word = pool_strndup(&line->pool, reading->word.text, reading->word.len);
	line->shift = reading->shift;
	str_clear(&reading->word);
	reading->begun = false;
	reading->shift = 0;
}

/* What the shell replaces begins behind a quotation mark. */
static void turn_quote(struct typing *reading, char quote)
{
	reading->quote = quote;
	reading->begun = true;
	reading->shift = reading->word.len;
}

/* One byte, or two of which the first is a backslash; how many. */
static size_t escaped(struct typing *reading, const char *at)
{
	bool keeps = reading->quote == '"' && !strchr("\"$`\\", at[1]);

	reading->begun = true;
	if (!at[1])
		return 1;
	if (keeps)
		str_addc(&reading->word, *at);
	str_addc(&reading->word, at[1]);
	return 2;
}

static void plain(struct shell_line *line, struct typing *reading, char c)
{
	if (!reading->quote && strchr(" \t\n", c)) {
		if (reading->begun)
			end_word(line, reading);
		return;
	}
	str_addc(&reading->word, c);
	reading->begun = true;
	if (!reading->quote && strchr(reading->breaks, c))
		reading->shift = reading->word.len;
}

static size_t step(struct shell_line *line, struct typing *reading, const char *at)
{
	if (*at == '\\' && reading->quote != '\'')
		return escaped(reading, at);
	if (reading->quote && *at == reading->quote)
		turn_quote(reading, '\0');
	else if (!reading->quote && (*at == '\'' || *at == '"'))
		turn_quote(reading, *at);
	else
		plain(line, reading, *at);
	return 1;
}

void shell_line_read(struct shell_line *line, const char *text, const char *breaks)
{
	struct typing reading = { .breaks = breaks };

	*line = (struct shell_line){ 0 };
	str_init(&reading.word);
	while (*text)
		text += step(line, &reading, text);
	end_word(line, &reading);
	line->quote = reading.quote;
	str_release(&reading.word);
}

void shell_line_release(struct shell_line *line)
{
	pool_release(&line->pool);
	*line = (struct shell_line){ 0 };
}

/* Every sign that could mean something to a shell, behind a backslash. */
static void quote_bare(struct str *out, const char *text)
{
	for (; *text; text++) {
		if ((unsigned char)*text < 0x80 && !isalnum((unsigned char)*text) &&
			!strchr("_-./+,", *text))
			str_addc(out, '\\');
		str_addc(out, *text);
	}
}

void shell_quote(struct str *out, char quote, const char *text)
{
	if (!quote) {
		quote_bare(out, text);
		return;
	}
	for (; *text; text++) {
		/* history works within double quotes, too: out, and in again */
		if (*text == quote && quote == '\'')
			str_add(out, "'\\''");
		else if (*text == '!' && quote == '"')
			str_add(out, "\"\\!\"");
		else if (quote == '"' && strchr("\"$`\\", *text))
			str_addf(out, "\\%c", *text);
		else
			str_addc(out, *text);
	}
	/* what ends so already is not closed by the shell */
	if (out->len && out->text[out->len - 1] == quote)
		str_addc(out, quote);
}
