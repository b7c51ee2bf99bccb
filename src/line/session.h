/* SPDX-License-Identifier: MIT */
/*
 * What the parts of line mode share: the session, reading a line, writing text, reading answers.
 */
#ifndef REKINDLE_LINE_SESSION_H
#define REKINDLE_LINE_SESSION_H

#include <rekindle/flow.h>
#include <rekindle/line.h>
#include <rekindle/str.h>

#define LINE_WIDTH 79

enum input { INPUT_LINE, INPUT_END, INPUT_INTERRUPTED };

struct session {
	struct store *store;
	const struct line_input *input;
	int64_t assessment, key; /* key of the respondent */
	struct record record;
	int respondent;
	struct flow flow;
	bool at_end;         /* past the last question */
	struct str line;     /* what was typed, without its end */
	struct str draft;    /* open text so far */
	int64_t draft_saved; /* clock_monotonic_ms() */
	int seconds_before;  /* used in earlier sittings */
	int64_t started;     /* clock_monotonic_ms() */
	bool finished;
	bool short_said; /* that core questions come first */
	bool shown;      /* the question stands above; only the prompt is due */
	bool in_card;    /* ended on the opening card, which keeps its own place */
	bool leave;
	enum line_end end;
	enum err err;
	struct errmsg *why;
};

/* read.c. A line into `line`: valid UTF-8, no '\r' at its end, no NUL. */
enum input line_read(const struct line_input *, struct str *line);
bool line_pending(const struct line_input *); /* is there more to read at once? */

/* write.c. Text is made harmless, wrapped at LINE_WIDTH, with a newline at the end. */
void line_say(const struct line_input *, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
/* The same without the newline, for a prompt; flushed. */
void line_prompt(const struct line_input *, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/* session.c */
const struct item *session_item(const struct session *);
const struct answer *session_answer(const struct session *);
/* The stored answer of the open question, made when there is none yet. */
struct answer *session_edit(struct session *);
/* Store what session_edit() gave; false when it failed (err is set). */
bool session_put(struct session *, struct answer *);
bool session_keep(struct session *); /* the place, the draft and the seconds */
int session_seconds(const struct session *);
bool session_load(struct session *); /* read the record (again); false: failed or gone */
void session_go(struct session *, size_t question); /* 0-based; count: the end */
void session_leave(struct session *, enum line_end);
bool session_failed(struct session *, enum err);

/* card.c: consent, attribution, minutes; field: where an earlier sitting left it */
bool card_needed(const struct session *);
void card_ask(struct session *, int field);

/* ask.c */
void ask_show(struct session *); /* the question with its prompt */
void ask_end(struct session *);  /* what is left, and whether to finish */
void ask_review(const struct session *);
void ask_counts(const struct session *);

/* take.c: what was typed at the prompt of a question or at the end */
void take_answer(struct session *);
void take_end(struct session *);
/* Store open text that was begun as the answer; false when that failed. */
bool take_draft(struct session *);

/* command.c: lines that begin with a colon */
bool command_is(const char *text); /* a known command, at least by its name */
void command_run(struct session *, const char *text);

/* parse.c: pure. What a line means as an answer to an item. */
enum parsed { PARSED_KEEP, PARSED_ANSWER, PARSED_TEXT, PARSED_WRONG };
struct parsed_answer {
	enum parsed kind;
	enum answer_state state;
	struct value value;
	const char *reason; /* of not applicable, or NULL */
	char hint[200];     /* what was wrong and what to type; or a warning; or "" */
};
/* Texts in pool. */
void parse_answer(const struct item *, const char *line, struct pool *, struct parsed_answer *);

#endif
