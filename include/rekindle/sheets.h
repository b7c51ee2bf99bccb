/* SPDX-License-Identifier: MIT */
/*
 * Who of a round was sent a sheet to fill without an interviewer, and what has become of it.
 */
#ifndef REKINDLE_SHEETS_H
#define REKINDLE_SHEETS_H

#include <rekindle/record.h>

/* Index of the sheet of a person that is not revoked, the newest of several; -1: none. */
int sheet_of_person(const struct record *, int person);
/* Index of the sheet with that token, -1: none. */
int sheet_of_token(const struct record *, const struct uuid *token);

/* How a person of the round stands with it on a day. */
enum sheet_state {
	SHEET_NOT_SENT,
	SHEET_SENT,
	SHEET_MISSING, /* the closing date has passed */
	SHEET_BACK,
	SHEET_HEARD,   /* answered otherwise: in an interview */
	SHEET_REVOKED, /* and no other was sent */
	SHEET_STATES
};
extern const struct vocabulary vocabulary_sheet_state;
/* *sheet (NULL is fine): index of the sheet that says so, -1 none. */
enum sheet_state sheet_state(const struct record *, int person, int today, int *sheet);

#endif
