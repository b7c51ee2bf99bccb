/* SPDX-License-Identifier: MIT */
/*
 * Lines that begin with a colon: moving, noting, undo, help.
 */
#include <stdlib.h>
#include <string.h>
#include "session.h"

const struct line_word line_answers[] = {
	{ "1 2 3 4 5", NULL, "rate; the words of 1, 3 and 5 are read out" },
	{ "dk", NULL, "don't know" },
	{ "na", "REASON", "not applicable, and why" },
	{ "declined", NULL, "the person does not want to say" },
	{ "skip", NULL, "blank for now; the review lists it" },
	{ "Enter", NULL, "keep what is there and go on" },
	{ "2 or a word", NULL, "one choice, by its number or its words" },
	{ "1,3", NULL, "several choices" },
	{ "yes partly no", NULL, "a check" },
	{ "40 30 20 10", NULL, "points, in the order of the list" },
	{ "2026-10-15", NULL, "a date" },
	{ "words", NULL,
		"open answer: as many lines as you like, ended by a line with a single ." },
	{ NULL, NULL, NULL },
};

const struct line_word line_commands[] = {
	{ ":back", NULL, "the question before" },
	{ ":next", NULL, "the next question, this one left as it is" },
	{ ":jump", "N", "go to question N" },
	{ ":review", NULL, "list all questions with their answers and what is open" },
	{ ":comment", "TEXT", "note a comment with this question" },
	{ ":quote", "TEXT", "note the person's own words with this question" },
	{ ":evidence", "TEXT", "note what shows it with this question" },
	{ ":flag", NULL, "follow up this question, or no longer" },
	{ ":note", "TEXT", "a quick note of the interview, filed later" },
	{ ":undo", NULL, "take the last change back, also one of an earlier day" },
	{ ":redo", NULL, "make it again" },
	{ ":help", NULL, "this list" },
	{ ":quit", NULL, "leave; everything is saved; :q does the same" },
	{ NULL, NULL, NULL },
};

static void run_back(struct session *session, const char *rest)
{
	const struct sitting *sitting = &session->sitting;

	(void)rest;
	if (sitting->at_end && sitting->flow.count)
		save_go(session, sitting->flow.at);
	else if (!sitting->at_end && sitting->flow.at > 0)
		save_go(session, sitting->flow.at - 1);
	else
		line_say(session->input, words_plain(W_LINE_NONE_BEFORE));
}

static void run_next(struct session *session, const char *rest)
{
	(void)rest;
	if (session->sitting.at_end)
		line_say(session->input, words_plain(W_LINE_NONE_AFTER));
	else
		save_go(session, session->sitting.flow.at + 1);
}

static void run_jump(struct session *session, const char *rest)
{
	char *end;
	long number = strtol(rest, &end, 10);

	if (*rest == '\0' || *end || number < 1 || (size_t)number > session->sitting.flow.count)
		line_refuse(session->input,
			words(session->said, W_LINE_TYPE_JUMP,
				hole_count("most", (int)session->sitting.flow.count)));
	else
		save_go(session, (size_t)number - 1);
}

static void run_review(struct session *session, const char *rest)
{
	(void)rest;
	ask_review(session);
}

static bool has_question(const struct session *session)
{
	if (session->sitting.at_end)
		line_refuse(session->input, words_plain(W_LINE_NO_QUESTION));
	return !session->sitting.at_end;
}

static bool has_words(const struct session *session, const char *text, const char *command)
{
	if (*text == '\0')
		line_refuse(session->input,
			words(session->said, W_LINE_NO_WORDS, hole_text("command", command)));
	return *text != '\0';
}

static void annotate(
	struct session *session, const char *text, const char *command, enum sitting_field field)
{
	static const enum sentence saved[SITTING_FIELDS] = {
		[SITTING_COMMENT] = W_LINE_COMMENT_SAVED,
		[SITTING_QUOTE] = W_LINE_QUOTE_SAVED,
		[SITTING_EVIDENCE] = W_LINE_EVIDENCE_SAVED,
	};

	if (has_question(session) && has_words(session, text, command) &&
		whose_ours(session, text) &&
		session_kept(session, sitting_write(&session->sitting, field, text)))
		line_say(session->input,
			words(session->said, saved[field],
				hole_count("n", (int)session->sitting.flow.at + 1)));
}

static void run_comment(struct session *session, const char *rest)
{
	annotate(session, rest, ":comment", SITTING_COMMENT);
}

static void run_quote(struct session *session, const char *rest)
{
	annotate(session, rest, ":quote", SITTING_QUOTE);
}

static void run_evidence(struct session *session, const char *rest)
{
	annotate(session, rest, ":evidence", SITTING_EVIDENCE);
}

static void run_note(struct session *session, const char *rest)
{
	if (has_words(session, rest, ":note") && whose_ours(session, rest) &&
		session_kept(session, sitting_note(&session->sitting, rest)))
		line_say(session->input, words_plain(W_LINE_NOTE_SAVED));
}

static void run_flag(struct session *session, const char *rest)
{
	struct sitting *sitting = &session->sitting;

	(void)rest;
	if (has_question(session) && whose_ours(session, NULL) &&
		session_kept(session, sitting_flag(sitting)))
		line_say(session->input,
			words(session->said,
				sitting_answer(sitting)->flag == TRI_YES ? W_LINE_FLAG_ON
									 : W_LINE_FLAG_OFF,
				hole_count("n", (int)sitting->flow.at + 1)));
}

enum history { UNDO, REDO };

/* A step of undo is told best by the question that it changed. */
static void go_to_changed(struct session *session, const struct record *before, int respondent)
{
	const struct flow *flow = &session->sitting.flow;

	session->shown = false;
	for (size_t i = 0; i < flow->count; i++) {
		if (sitting_same_answer(record_answer(before, respondent, flow->items[i]),
			    sitting_answer_of(&session->sitting, i)))
			continue;
		save_go(session, i);
		return;
	}
}

/* A step back beyond the beginning of this interview would take the respondent away. */
static void stay(struct session *session, struct pool *pool)
{
	const char *what;

	if (session->err == ERR_NONE &&
		!session_failed(session,
			store_redo(session->sitting.store, session->assessment, pool, &what,
				session->why)) &&
		session_load(session))
		line_say(session->input, words_plain(W_LINE_UNDONE_ALL));
	else
		session->leave = true;
}

/* What undo or redo changed is read again, and shown. */
static void show_changed(
	struct session *session, enum history step, const char *what, struct pool *pool)
{
	static const enum sentence done[] = { [UNDO] = W_LINE_UNDONE, [REDO] = W_LINE_REDONE };
	struct record before = session->record;
	int respondent = session->sitting.flow.respondent;

	session->record = (struct record){ 0 };
	if (session_load(session)) {
		line_say(session->input, words(session->said, done[step], hole_text("what", what)));
		go_to_changed(session, &before, respondent);
		if (card_needed(session))
			card_ask(session, SITTING_NOTHING);
	} else {
		stay(session, pool);
	}
	record_release(&before);
}

static enum err take_step(
	struct session *session, enum history step, struct pool *pool, const char **what)
{
	static enum err (*const steps[])(
		struct store *, int64_t, struct pool *, const char **, struct errmsg *) = {
		[UNDO] = store_undo,
		[REDO] = store_redo,
	};
	static const enum sentence failed[] = {
		[UNDO] = W_LINE_NOT_UNDONE,
		[REDO] = W_LINE_NOT_REDONE,
	};
	struct errmsg why = { "" };
	enum err err = steps[step](session->sitting.store, session->assessment, pool, what, &why);

	if (err != ERR_NONE)
		line_refuse(session->input,
			words(session->said, failed[step], hole_text("why", why.text)));
	return err;
}

/* Undo takes back what is stored: what still waits comes first. */
static void run_history(struct session *session, enum history step)
{
	static const enum sentence none[] = {
		[UNDO] = W_LINE_NONE_UNDONE,
		[REDO] = W_LINE_NONE_REDONE,
	};
	struct pool pool = { 0 };
	const char *what = NULL;

	if (session->draft.len)
		save_draft(session);
	if (!whose_ours(session, NULL) || !session_kept(session, sitting_settle(&session->sitting)))
		return;
	if (take_step(session, step, &pool, &what) == ERR_NONE) {
		if (what)
			show_changed(session, step, what, &pool);
		else
			line_say(session->input, words_plain(none[step]));
	}
	pool_release(&pool);
}

static void run_undo(struct session *session, const char *rest)
{
	(void)rest;
	run_history(session, UNDO);
}

static void run_redo(struct session *session, const char *rest)
{
	(void)rest;
	run_history(session, REDO);
}

static void list(const struct session *session, const struct line_word *word)
{
	for (; word->name; word++) {
		struct hole name = hole_text("name", word->name);
		struct hole help = hole_text("help", word->help);
		line_say(session->input,
			word->argument ? words(session->said, W_LINE_WORD_ARGUMENT, name,
						 hole_text("argument", word->argument), help)
				       : words(session->said, W_LINE_WORD, name, help));
	}
}

/* To ask further, for whoever asks. */
static void list_probes(const struct session *session)
{
	const struct sitting *sitting = &session->sitting;

	if (sitting->at_end || sitting_item(sitting)->probe_count == 0)
		return;
	const struct item *item = sitting_item(sitting);
	line_say(session->input, words_plain(W_LINE_HELP_PROBES));
	for (size_t i = 0; i < item->probe_count; i++)
		line_say(session->input,
			words_mirror(session->said, &session->record, item->probes[i],
				sitting_respondent(sitting)->party));
}

static void run_help(struct session *session, const char *rest)
{
	(void)rest;
	line_say(session->input, words_plain(W_LINE_HELP_ANSWERS));
	list(session, line_answers);
	line_say(session->input, words_plain(W_LINE_HELP_COMMANDS));
	list(session, line_commands);
	list_probes(session);
}

static void run_quit(struct session *session, const char *rest)
{
	(void)rest;
	session_leave(session, LINE_LEFT);
}

/* In the order of line_commands. */
static void (*const functions[])(struct session *, const char *) = {
	run_back,
	run_next,
	run_jump,
	run_review,
	run_comment,
	run_quote,
	run_evidence,
	run_flag,
	run_note,
	run_undo,
	run_redo,
	run_help,
	run_quit,
};
#define COMMANDS (sizeof(functions) / sizeof(*functions))
_Static_assert(sizeof(line_commands) / sizeof(*line_commands) == COMMANDS + 1,
	"every command has its function");

static int find(const char *text, const char **rest)
{
	size_t n = strcspn(text, " \t");

	if (line_quits(text)) {
		*rest = "";
		return (int)COMMANDS - 1;
	}
	for (size_t i = 0; i < COMMANDS; i++) {
		if (strlen(line_commands[i].name) != n || strncmp(line_commands[i].name, text, n))
			continue;
		*rest = text + n + strspn(text + n, " \t");
		/* ":next week they said" in the middle of a text is no command */
		return **rest == '\0' || line_commands[i].argument ? (int)i : -1;
	}
	return -1;
}

bool command_is(const char *text)
{
	const char *rest;

	return find(text, &rest) >= 0;
}

void command_run(struct session *session, const char *text)
{
	struct pool pool = { 0 };
	char *copy = pool_strdup(&pool, text);
	const char *rest = "";

	for (size_t n = strlen(copy); n && strchr(" \t", copy[n - 1]); n--)
		copy[n - 1] = '\0';
	int i = find(copy, &rest);
	if (i >= 0)
		functions[i](session, rest);
	else
		line_refuse(session->input,
			words(session->said, W_LINE_NO_COMMAND, hole_text("typed", copy)));
	pool_release(&pool);
}
