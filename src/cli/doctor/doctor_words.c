/* SPDX-License-Identifier: MIT */
/*
 * States and remarks of a database as words, and what to do about each: one table.
 */
#include <rekindle/str.h>
#include "doctor.h"

/* The holes that a sentence has. */
enum {
	OF_DATABASE = 1 << 0,
	OF_VERSIONS = 1 << 1,
	OF_COMMAND = 1 << 2, /* that brings back the newest good copy, or the rescued state */
	OF_RESCUE = 1 << 3,
};

struct said {
	enum sentence sentence;
	unsigned holes;
};
#define NEVER                                                                                      \
	{                                                                                          \
		SENTENCE_COUNT, 0                                                                  \
	}
#define BRING_BACK                                                                                 \
	{                                                                                          \
		W_TO_DO_BRING_BACK, OF_COMMAND                                                     \
	}
#define BRING_BACK_OWN                                                                             \
	{                                                                                          \
		W_TO_DO_BRING_BACK_OWN, 0                                                          \
	}

static const struct {
	const char *word;
	enum err verdict;
	struct said state, step, step_with_copy; /* the last NEVER: a copy makes no difference */
} states[CARE_STATE_COUNT] = {
	[CARE_WHOLE] = { "whole", ERR_NONE, { W_DOCTOR_WHOLE, 0 }, { W_TO_DO_NOTHING, 0 }, NEVER },
	[CARE_OLDER] = { "older", ERR_NONE, { W_DOCTOR_OLDER, 0 }, { W_TO_DO_OPEN_OLDER, 0 },
		NEVER },
	[CARE_MISSING] = { "missing", ERR_FAILED, { W_DOCTOR_MISSING, 0 }, { W_TO_DO_BEGIN, 0 },
		BRING_BACK },
	[CARE_NO_FILE] = { "no_file", ERR_FAILED, { W_DOCTOR_NO_FILE, 0 }, { W_TO_DO_NAME_FILE, 0 },
		NEVER },
	[CARE_UNREADABLE] = { "unreadable", ERR_FAILED, { W_DOCTOR_UNREADABLE, 0 },
		{ W_TO_DO_READABLE, OF_DATABASE }, NEVER },
	[CARE_EMPTY] = { "empty", ERR_INVALID, { W_DOCTOR_EMPTY, 0 }, { W_TO_DO_BEGIN, 0 },
		BRING_BACK },
	[CARE_NO_DATABASE] = { "no_database", ERR_INVALID, { W_DOCTOR_NO_DATABASE, 0 },
		{ W_TO_DO_OTHER_NAME, 0 }, BRING_BACK },
	[CARE_FOREIGN] = { "foreign", ERR_INVALID, { W_DOCTOR_FOREIGN, 0 },
		{ W_TO_DO_OTHER_NAME, 0 }, BRING_BACK },
	[CARE_NEWER] = { "newer", ERR_FAILED, { W_DOCTOR_NEWER, OF_VERSIONS }, { W_TO_DO_NEWER, 0 },
		NEVER },
	[CARE_TRUNCATED] = { "truncated", ERR_INVALID, { W_DOCTOR_TRUNCATED, 0 }, BRING_BACK_OWN,
		BRING_BACK },
	[CARE_LOCKED] = { "locked", ERR_LOCKED, { W_DOCTOR_LOCKED, 0 }, { W_TO_DO_WAIT, 0 },
		NEVER },
	[CARE_CUT_OFF] = { "cut_off", ERR_INVALID, { W_DOCTOR_CUT_OFF, OF_DATABASE },
		{ W_TO_DO_TAKE_BACK, 0 }, NEVER },
	[CARE_LEFT_OVER] = { "left_over", ERR_INVALID, { W_DOCTOR_LEFT_OVER, OF_DATABASE },
		{ W_TO_DO_MOVE, OF_DATABASE }, NEVER },
	[CARE_DAMAGED] = { "damaged", ERR_INVALID, { W_DOCTOR_DAMAGED, 0 }, BRING_BACK_OWN,
		BRING_BACK },
	[CARE_RESHAPED] = { "reshaped", ERR_INVALID, { W_DOCTOR_RESHAPED, 0 }, BRING_BACK_OWN,
		BRING_BACK },
	[CARE_STRANGE] = { "strange", ERR_INVALID, { W_DOCTOR_STRANGE, 0 }, BRING_BACK_OWN,
		BRING_BACK },
};

static const struct {
	const char *word;
	struct said said;
} remarks[CARE_REMARK_COUNT] = {
	[CARE_UNFINISHED] = { "unfinished", { W_REMARK_UNFINISHED, OF_DATABASE } },
	[CARE_READ_ONLY] = { "read_only", { W_REMARK_READ_ONLY, 0 } },
	[CARE_OPEN_TO_ALL] = { "open_to_all", { W_REMARK_OPEN_TO_ALL, OF_DATABASE } },
	[CARE_RESCUED] = { "rescued", { W_REMARK_RESCUED, OF_RESCUE | OF_COMMAND } },
	[CARE_DEAD_HOLD] = { "dead_hold", { W_REMARK_DEAD_HOLD, 0 } },
	[CARE_BAD_COPIES] = { "bad_copies", { W_REMARK_BAD_COPIES, 0 } },
	[CARE_NO_COPY] = { "no_copy", { W_REMARK_NO_COPY, 0 } },
};

static const char *const kinds[] = {
	[CARE_COMPANION] = "companion",
	[CARE_COPY] = "copy",
	[CARE_UPGRADE] = "upgrade",
	[CARE_REPLACED] = "replaced",
	[CARE_RESCUE] = "rescue",
};

const char *doctor_state_word(enum care_state state)
{
	return states[state].word;
}

const char *doctor_remark_word(enum care_remark remark)
{
	return remarks[remark].word;
}

const char *doctor_kind_word(enum care_kind kind)
{
	return kinds[kind];
}

enum err doctor_verdict(const struct care *care)
{
	enum err verdict = states[care->state].verdict;
	return !verdict && care->remarks & 1u << CARE_BAD_COPIES ? ERR_INVALID : verdict;
}

static const char *say(struct care *care, const struct said *said, const char *file)
{
	struct hole hole[7] = { { 0 } };
	struct str command, database;
	size_t n = 0;

	str_init(&command);
	str_init(&database);
	care_word(&database, care->database);
	if (said->holes & OF_DATABASE)
		hole[n++] = hole_text("database", database.text);
	if (said->holes & OF_RESCUE)
		hole[n++] = hole_text("rescue", file);
	if (said->holes & OF_VERSIONS) {
		hole[n++] = hole_count("version", care->version);
		hole[n++] = hole_count("newest", care->newest);
	}
	if (said->holes & OF_COMMAND) {
		care_command(&command, care->database, file);
		hole[n++] = hole_text("command", command.text);
	}
	const char *words = words_fill(&care->pool, said->sentence, hole);
	str_release(&command);
	str_release(&database);
	return words;
}

const char *doctor_state(struct care *care)
{
	return say(care, &states[care->state].state, NULL);
}

const char *doctor_step(struct care *care)
{
	static const struct said rescue = { W_TO_DO_BRING_RESCUE, OF_COMMAND };
	const struct said *with_copy = &states[care->state].step_with_copy;
	if (care->way_back && with_copy->sentence != SENTENCE_COUNT)
		return say(
			care, care->way_back == care->rescue ? &rescue : with_copy, care->way_back);
	return say(care, &states[care->state].step, NULL);
}

const char *doctor_remark(struct care *care, enum care_remark remark)
{
	return say(care, &remarks[remark].said, care->rescue);
}
