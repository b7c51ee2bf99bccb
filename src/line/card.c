/* SPDX-License-Identifier: MIT */
/*
 * The opening card: what the interview is for, consent, how reports may treat the person, minutes.
 * Each answer is stored at once, and the place on the card is kept like that of a question.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <rekindle/schema.h>
#include "session.h"

bool card_needed(const struct session *session)
{
	return sitting_respondent(&session->sitting)->consent != TRI_YES;
}

static void consent_prompt(struct session *session)
{
	line_prompt(session->input, words_plain(W_LINE_ASK_CONSENT));
}

/* Without them in the store nothing that they say can be kept. */
static bool meet(struct session *session, bool consent)
{
	return !session_failed(session, sitting_meet(&session->sitting, consent, session->why)) &&
		session_load(session);
}

static bool consent_take(struct session *session, const char *typed)
{
	bool yes = strcasecmp(typed, "y") == 0 || strcasecmp(typed, "yes") == 0;
	bool no = strcasecmp(typed, "n") == 0 || strcasecmp(typed, "no") == 0;

	if (!yes && !no) {
		line_refuse(session->input, words_plain(W_LINE_TYPE_CONSENT));
		return false;
	}
	bool kept = sitting_is_new(&session->sitting)
		? meet(session, yes)
		: session_kept(session, sitting_consent(&session->sitting, yes));
	if (no)
		session_leave(session, LINE_NO_CONSENT);
	else if (kept)
		line_say(session->input, words_plain(W_LINE_CONSENT));
	return true;
}

static void attribution_prompt(struct session *session)
{
	int now = sitting_respondent(&session->sitting)->attribution;

	line_say(session->input, words_plain(W_LINE_ATTRIBUTION));
	line_say(session->input, words_plain(W_LINE_ATTRIBUTION_NAMED));
	line_say(session->input, words_plain(W_LINE_ATTRIBUTION_ROLE));
	line_say(session->input, words_plain(W_LINE_ATTRIBUTION_CONFIDENTIAL));
	line_prompt(session->input,
		words(session->said, W_LINE_ASK_ATTRIBUTION,
			hole_text("choice", words_attribution(now))));
}

static bool attribution_take(struct session *session, const char *typed)
{
	int choice = vocabulary_find(&vocabulary_attribution, typed);

	if (typed[0] >= '1' && typed[0] <= '3' && typed[1] == '\0')
		choice = typed[0] - '1';
	if (*typed == '\0')
		choice = sitting_respondent(&session->sitting)->attribution;
	if (choice < 0) {
		line_refuse(session->input, words_plain(W_LINE_TYPE_ATTRIBUTION));
		return false;
	}
	if (session_kept(session, sitting_attribution(&session->sitting, (enum attribution)choice)))
		line_say(session->input,
			words(session->said, W_LINE_ATTRIBUTED,
				hole_text("choice", words_attribution(choice))));
	return true;
}

/* Those agreed on, else the usual ones. */
static int minutes_known(const struct session *session)
{
	int minutes = sitting_respondent(&session->sitting)->minutes;

	return minutes != INT_NONE ? minutes : sitting_minutes_usual(session->sitting.record);
}

static void minutes_prompt(struct session *session)
{
	line_prompt(session->input,
		words(session->said, W_LINE_ASK_MINUTES,
			hole_count("needed", flow_minutes_needed(&session->sitting.flow)),
			hole_count("known", minutes_known(session))));
}

static bool minutes_take(struct session *session, const char *typed)
{
	char *end;
	long minutes = *typed ? strtol(typed, &end, 10) : minutes_known(session);

	if (*typed && (*end || minutes < 1 || minutes > SITTING_MINUTES_MOST)) {
		line_refuse(session->input,
			words(session->said, W_LINE_TYPE_MINUTES,
				hole_count("most", SITTING_MINUTES_MOST)));
		return false;
	}
	if (session_kept(session, sitting_minutes(&session->sitting, (int)minutes)))
		line_say(session->input,
			words(session->said, W_LINE_MINUTES, hole_count("n", (int)minutes)));
	return true;
}

static const struct {
	enum sitting_field field; /* where a sitting keeps the place; the first has none */
	void (*prompt)(struct session *);
	bool (*take)(struct session *, const char *typed);
} rows[] = {
	{ SITTING_NOTHING, consent_prompt, consent_take },
	{ SITTING_ATTRIBUTION, attribution_prompt, attribution_take },
	{ SITTING_MINUTES, minutes_prompt, minutes_take },
};
#define ROWS (sizeof(rows) / sizeof(*rows))

/* The few commands that mean something before the first question; the row to go on with. */
static size_t card_command(struct session *session, size_t row)
{
	const char *typed = session->line.text;

	if (line_quits(typed))
		session_leave(session, LINE_LEFT);
	else if (strcmp(typed, ":back") == 0)
		return row > 0 ? row - 1 : 0;
	else if (strcmp(typed, ":help") == 0)
		line_say(session->input, words_plain(W_LINE_CARD_HELP));
	else
		line_refuse(session->input, words_plain(W_LINE_CARD_COMMANDS));
	return row;
}

static void trim(struct str *line)
{
	size_t blank = strspn(line->text, " \t");

	str_delete(line, 0, blank);
	while (line->len && strchr(" \t", line->text[line->len - 1]))
		str_delete(line, line->len - 1, 1);
}

static size_t card_step(struct session *session, size_t row)
{
	pool_release(session->said);
	rows[row].prompt(session);
	enum input got = line_read(session->input, &session->line);
	if (got != INPUT_LINE) {
		session_leave(session, got == INPUT_END ? LINE_LEFT : LINE_INTERRUPTED);
		return row;
	}
	trim(&session->line);
	if (session->line.text[0] == ':')
		return card_command(session, row);
	if (!whose_ours(session, session->line.text))
		return row;
	return row + rows[row].take(session, session->line.text);
}

static const char *opening_of(struct session *session)
{
	const struct record *record = &session->record;
	if (record->assessment.kind == ROUND_PULSE)
		return words_plain(W_OPENING_PULSE);
	return words_mirror(session->said, record, record->instrument->opening,
		sitting_respondent(&session->sitting)->party);
}

void card_ask(struct session *session, enum sitting_field field)
{
	size_t row = 0;

	for (size_t i = 1; i < ROWS && !card_needed(session); i++)
		if (rows[i].field == field)
			row = i;
	if (row == 0 && session->record.instrument->opening) {
		line_say(session->input, "");
		line_say(session->input, opening_of(session));
	}
	while (row < ROWS && !session->leave) {
		row = card_step(session, row);
		sitting_draft(
			&session->sitting, row < ROWS ? rows[row].field : SITTING_NOTHING, NULL, 0);
	}
}
