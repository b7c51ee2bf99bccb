/* SPDX-License-Identifier: MIT */
/*
 * What the lists and screens call the things that the vocabularies have codes for: inside a
 * sentence, at the beginning of one, and as a verdict.
 */
#include <rekindle/words.h>

#include <assert.h>

/* A table of names and the function that reads it. */
#define NAMES(thing, count, ...)                                                                   \
	static const char *const thing##_names[count] = { __VA_ARGS__ };                           \
	const char *words_##thing(int i)                                                           \
	{                                                                                          \
		assert(i >= 0 && i < (int)(count));                                                \
		return thing##_names[i];                                                           \
	}

NAMES(round, ROUND_COUNT, "baseline", "follow-up", "pulse")
NAMES(round_first, ROUND_COUNT, "Baseline", "Follow-up", "Pulse")
NAMES(attribution, ATTRIBUTION_COUNT, "named", "role", "confidential")
NAMES(pitfall, PITFALL_COUNT, "blame game", "cultural differences", "no sponsorship",
	"unadapted agreement")
NAMES(special, SPECIAL_COUNT, "unwilling partner", "rigid contract", "power imbalance",
	"thin relationships", "impatience")
NAMES(knockout, KNOCKOUT_COUNT, "no sponsor", "no reason to partner left", "reluctant",
	"does not respond", "contract breached", "litigation")
NAMES(primary, PRIMARY_INSUFFICIENT + 1, "strategy", "type", "partner", "management", "none", "--")
NAMES(cause_first, CAUSE_COUNT, "Strategy", "Type", "Partner", "Management")
NAMES(cause_loud, CAUSE_COUNT, "STRATEGY", "TYPE", "PARTNER", "MANAGEMENT")
NAMES(cause_plain_first, CAUSE_COUNT, "The strategy behind the alliance",
	"The form of the alliance", "The match of the partners", "The way the alliance is managed")
NAMES(direction, DIRECTION_COUNT, "higher", "lower")
NAMES(track_first, TRACK_COUNT, "Exit", "Escalate", "Hear first", "Redecide", "Restructure",
	"Recommit", "Relaunch", "Sustain")
NAMES(track_loud, TRACK_COUNT, "EXIT", "ESCALATE", "HEAR FIRST", "REDECIDE", "RESTRUCTURE",
	"RECOMMIT", "RELAUNCH", "SUSTAIN")
