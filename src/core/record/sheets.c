/* SPDX-License-Identifier: MIT */
/*
 * Who of a round was sent a sheet, and what has become of it.
 */
#include <rekindle/sheets.h>

static const char *const states[SHEET_STATES] = { "not_sent", "sent", "missing", "back", "heard",
	"revoked" };
const struct vocabulary vocabulary_sheet_state = { "state of a sheet", SHEET_STATES, states };

int sheet_of_person(const struct record *record, int person)
{
	int found = -1;
	for (size_t i = 0; i < record->sheet_count; i++) {
		const struct answer_sheet *sheet = &record->sheets[i];
		if (sheet->person == person && sheet->revoked == DATE_NONE)
			found = (int)i;
	}
	return found;
}

int sheet_of_token(const struct record *record, const struct uuid *token)
{
	for (size_t i = 0; i < record->sheet_count; i++)
		if (uuid_same(&record->sheets[i].token, token))
			return (int)i;
	return -1;
}

static bool is_heard(const struct record *record, int person)
{
	for (size_t i = 0; i < record->respondent_count; i++)
		if (record->respondents[i].person == person && record_answers(record, (int)i))
			return true;
	return false;
}

/* The last one that was revoked, -1 none. */
static int revoked_of(const struct record *record, int person)
{
	int found = -1;
	for (size_t i = 0; i < record->sheet_count; i++)
		if (record->sheets[i].person == person)
			found = (int)i;
	return found;
}

enum sheet_state sheet_state(const struct record *record, int person, int today, int *sheet)
{
	int sent = sheet_of_person(record, person);
	int at = sent < 0 ? revoked_of(record, person) : sent;
	if (sheet)
		*sheet = at;
	if (at >= 0 && record->sheets[at].read != DATE_NONE)
		return SHEET_BACK;
	if (is_heard(record, person))
		return SHEET_HEARD;
	if (sent < 0)
		return at < 0 ? SHEET_NOT_SENT : SHEET_REVOKED;
	int closes = record->sheets[sent].closes;
	return closes != DATE_NONE && closes < today ? SHEET_MISSING : SHEET_SENT;
}
