/* SPDX-License-Identifier: MIT */
/*
 * What the parts of line mode share: the session, reading a line, writing text, reading answers.
 */
#ifndef REKINDLE_LINE_SESSION_H
#define REKINDLE_LINE_SESSION_H

#include <rekindle/lines.h>
#include <rekindle/sitting.h>
#include <rekindle/typed.h>
#include <rekindle/words.h>

struct session {
	struct sitting sitting;
	const struct line_input *input;
	int64_t assessment;
	struct record record;
	struct pool *said;   /* sentences; emptied before each prompt */
	struct str line;     /* what was typed, without its end */
	struct str draft;    /* open text so far */
	int64_t draft_saved; /* clock_monotonic_ms() */
	bool short_said;     /* that core questions come first */
	bool shown;          /* the question stands above; only the prompt is due */
	bool leave;
	enum line_end end;
	enum err err;
	struct errmsg *why;
};

/* session.c */
/* Was it stored? If not, why it waits, or is refused, is said. */
bool session_kept(const struct session *, enum kept);
void session_keep_draft(struct session *);
bool session_load(struct session *); /* read the record again; false: failed or gone */
void session_leave(struct session *, enum line_end);
bool session_failed(struct session *, enum err);

/* card.c: consent, attribution, minutes; from the row where an earlier sitting left it */
bool card_needed(const struct session *);
void card_ask(struct session *, enum sitting_field);

/* ask.c */
void ask_show(struct session *); /* the question with its prompt */
void ask_end(struct session *);  /* what is left, and whether to finish */
void ask_review(const struct session *);
void ask_counts(const struct session *);

/* save.c */
void save_draft(struct session *);      /* open text that was begun becomes the answer */
void save_tell(const struct session *); /* that the open answer is saved, and what it says */
/* Another question, after the draft; 0-based, count: the end. */
void save_go(struct session *, size_t question);

/* whose.c: may what was typed be written? When another program has taken the interview over, who
 * goes on with it is asked first; false: it is left to that one, and what was typed shown. */
bool whose_ours(struct session *, const char *typed);

/* dispute.c: what another program has changed meanwhile, and what was typed about it */
void dispute_ask(struct session *);
void dispute_take(struct session *);
/* Which of the two a line means; false: neither. */
bool dispute_means(const char *line, enum store_choice *);

/* take.c: what was typed at the prompt of a question or at the end */
void take_answer(struct session *);
void take_end(struct session *);

/* command.c: lines that begin with a colon */
bool command_is(const char *text); /* a known command, at least by its name */
void command_run(struct session *, const char *text);

#endif
