/* SPDX-License-Identifier: MIT */
/*
 * What people call the things that the vocabularies have codes for: inside a sentence, at the
 * beginning of one, and as a verdict.
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

NAMES(cause, CAUSE_COUNT, "strategy", "type", "partner", "management")
NAMES(role, ROLE_COUNT, "sponsor", "manager", "operations", "commercial", "specialist")
NAMES(stance, STANCE_COUNT, "engaged", "reluctant", "unresponsive")
NAMES(size, SIZE_COUNT, "small", "medium", "large", "global")
NAMES(problem, PROBLEM_COUNT, "bottleneck", "redundancy", "confusion")
NAMES(happening, HAPPENING_COUNT, "change of sponsor", "loss of a key person",
	"change of ownership", "insolvency", "change of budget", "change in the market",
	"change of regulation", "exclusivity at issue", "leak of know-how", "alliance with a rival",
	"work at a distance", "other event")
NAMES(happening_first, HAPPENING_COUNT, "Change of sponsor", "Loss of a key person",
	"Change of ownership", "Insolvency", "Change of budget", "Change in the market",
	"Change of regulation", "Exclusivity at issue", "Leak of know-how", "Alliance with a rival",
	"Work at a distance", "Other event")
NAMES(result, RESULT_COUNT, "met", "partly", "missed", "too early")
NAMES(check, CHECK_VALUE_COUNT, "yes", "partly", "no", "unknown")
NAMES(check_row, CHECK_ROWS, "longlist", "shortlist", "criteria", "reputation", "capability",
	"culture", "strategy", "operations", "managers", "mandate", "steering", "working group",
	"decision rights", "escalation", "disputes", "reporting", "protocol", "platform")
NAMES(route_value, ROUTE_VALUES, "own resources", "tradability", "closeness", "integration")
NAMES(track, TRACK_COUNT, "exit", "escalate", "hear first", "redecide", "restructure", "recommit",
	"relaunch", "sustain")
NAMES(band, BAND_STRENGTH + 1, "critical", "weak", "adequate", "strength")
NAMES(situation, SITUATION_HEALTHY + 1, "underperforming", "look outside",
	"results outrun relationship", "healthy")
NAMES(category, CATEGORY_COUNT, "financial", "operational", "relationship", "strategic")
NAMES(status, STATUS_COUNT, "open", "started", "blocked", "done", "dropped")
NAMES(reading, READING_QUARTERLY + 1, "monthly", "quarterly")
NAMES(scale, SCALE_COUNT, "reason to partner", "objectives", "still relevant", "sponsorship",
	"form fits ambition", "weight of structure", "fair split of value", "terms", "selection",
	"skills delivered", "ways of working", "mutual commitment", "governance", "coordination",
	"communication", "capability", "trust", "information flow", "perceived results")
NAMES(round, ROUND_COUNT, "baseline", "follow-up", "pulse")
NAMES(round_first, ROUND_COUNT, "Baseline", "Follow-up", "Pulse")
NAMES(attribution, ATTRIBUTION_COUNT, "named", "role", "confidential")
NAMES(pitfall, PITFALL_COUNT, "blame game", "cultural differences", "no sponsorship",
	"unadapted agreement")
NAMES(special, SPECIAL_COUNT, "unwilling partner", "rigid contract", "power imbalance",
	"thin relationships", "impatience", "coopetition")
NAMES(killer, KILLER_COUNT, "objectives", "communication and trust", "governance",
	"shifting priorities")
NAMES(knockout, KNOCKOUT_COUNT, "no sponsor", "no reason to partner left", "reluctant",
	"unresponsive", "breach claimed", "litigation")
NAMES(primary, PRIMARY_UNDECIDED + 1, "strategy", "type", "partner", "management", "none", "--",
	"--")
NAMES(cause_first, CAUSE_COUNT, "Strategy", "Type", "Partner", "Management")
NAMES(cause_loud, CAUSE_COUNT, "STRATEGY", "TYPE", "PARTNER", "MANAGEMENT")
NAMES(cause_plain_first, CAUSE_COUNT, "The strategy behind the alliance",
	"The form of the alliance", "The match of the partners", "The way the alliance is managed")
NAMES(direction, DIRECTION_COUNT, "higher", "lower")
NAMES(track_first, TRACK_COUNT, "Exit", "Escalate", "Hear first", "Redecide", "Restructure",
	"Recommit", "Relaunch", "Sustain")
NAMES(track_loud, TRACK_COUNT, "EXIT", "ESCALATE", "HEAR FIRST", "REDECIDE", "RESTRUCTURE",
	"RECOMMIT", "RELAUNCH", "SUSTAIN")
