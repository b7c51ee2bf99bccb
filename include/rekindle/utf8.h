/* SPDX-License-Identifier: MIT */
/*
 * Text as a reader sees it: graphemes and cells. The one place that decides widths.
 * Every text given here is valid UTF-8; utf8_valid() is asked at the doors (import, paste, argv).
 */
#ifndef REKINDLE_UTF8_H
#define REKINDLE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <rekindle/pool.h>
#include <rekindle/str.h>

/* Which ruler: files follow libunistring, the screen follows wcwidth(3), as ncurses does. */
enum utf8_ruler { UTF8_FILE, UTF8_SCREEN };

bool utf8_valid(const char *text, size_t n);

/* Bytes of the character that starts at text, and its code point; 0 and 0 at the end. */
size_t utf8_character(const char *text, unsigned *code);
/* Bytes of the grapheme that starts at text; 0 at the end. */
size_t utf8_grapheme(const char *text);
/* Bytes of the grapheme that ends before at; 0 at the start. */
size_t utf8_grapheme_before(const char *text, size_t at);

/* Cells of the first n bytes, of the whole text, of one grapheme of n bytes. */
int utf8_cells_n(enum utf8_ruler, const char *text, size_t n);
int utf8_cells(enum utf8_ruler, const char *text);

/* Append text cut to at most cells cells, ending in '~' when something was cut;
 * utf8_pad appends blanks after it up to exactly cells cells. */
void utf8_cut(struct str *, enum utf8_ruler, const char *text, int cells);
void utf8_pad(struct str *, enum utf8_ruler, const char *text, int cells);

/*
 * Bytes of the first line of text wrapped at cells: breaks after a newline, else at the last
 * break opportunity (Unicode line breaking) that fits, else inside the word. Blanks at the
 * break belong to the line's bytes but not to *shown (bytes to show; may be NULL).
 * 0 only at the end of text. cells >= 1.
 */
size_t utf8_line(enum utf8_ruler, const char *text, int cells, size_t *shown);

/* Append text with nothing left that could steer a terminal: C0, DEL and C1 become U+FFFD ('?' when
 * ascii), what utf8_hidden() is left out. Newline and tab are kept when `lines`,
 * else they become a blank. With ascii every character outside ASCII becomes '?', but a blank at
 * which no line may end (U+00A0) a blank. */
void utf8_clean(struct str *, const char *text, bool lines, bool ascii);
/* Append text as it is kept of what is typed and pasted: only what steers, and is no invisible
 * character of the writing, becomes U+FFFD. */
void utf8_tame(struct str *, const char *text, bool lines);
/* From there on blanks at which no line may end become blanks: once the lines are made. */
void utf8_loosen(struct str *, size_t from);

/* Is this code point one without a shape: soft hyphen, a place to break a word, a mark of
 * direction? It is kept and takes no cell. Joiners, which shape their neighbours, are not of them.
 */
bool utf8_hidden(unsigned code);
/* Does this code point steer a terminal, as utf8_clean() has it? Newline and tab do. */
bool utf8_steers(unsigned code);
/* Append a code point as JSON has it within a text: \u202e, \udb40\udc01. */
void utf8_json_escape(struct str *, unsigned code);
/* Append a JSON document in which whatever could steer a terminal is escaped like that: the same
 * data, harmless to look at. Newlines between its tokens stay. */
void utf8_json_clean(struct str *, const char *json);

/* Append text in capitals, whatever its letters are: "Genève" is "GENÈVE". */
void utf8_capitals(struct str *, const char *text);

/* The text as it is stored: in NFC, lines ended by LF, without a byte order mark at its start. The
 * same pointer when it is that already, else in pool; NULL is NULL. */
const char *utf8_settle(struct pool *, const char *text);

/* Append the text as names are compared: in NFC, without case. */
void utf8_fold(struct str *, const char *text);
/* Are two names the same in that? One that is blank, or NULL, is no other's. */
bool utf8_same_name(const char *, const char *);

/* Append any bytes as valid UTF-8: broken sequences become U+FFFD. */
void utf8_repair(struct str *, const char *bytes, size_t n);

#endif
