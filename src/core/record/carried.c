/* SPDX-License-Identifier: MIT */
/*
 * What a next round starts with, and what of it is still to be confirmed.
 */
#include <rekindle/carried.h>

#include <string.h>

static const bool carried[KIND_COUNT] = {
	[KIND_PROFILE] = true,
	[KIND_PARTY_PROFILE] = true,
	[KIND_OBJECTIVE] = true,
	[KIND_PROCESS] = true,
	[KIND_CHECKLIST] = true,
	[KIND_RISK] = true,
	[KIND_INCIDENT] = true,
	[KIND_CONTRIBUTION] = true,
	[KIND_MILESTONE] = true,
};

bool kind_is_carried(enum kind kind)
{
	return carried[kind];
}

/* What was put right is over. */
static bool is_over(enum kind kind, const void *object)
{
	return kind == KIND_INCIDENT && ((const struct incident *)object)->repaired == TRI_YES;
}

/* What stays moves to the front of the list. */
static void carry_kind(struct record *record, enum kind kind, bool pulse)
{
	const struct kind_info *info = &kind_info[kind];
	size_t *count = (size_t *)(void *)((char *)record + info->count), kept = 0;
	for (size_t i = 0; i < *count; i++) {
		struct object *from = record_at(record, kind, i);
		if (pulse || !carried[kind] || is_over(kind, from))
			continue;
		struct object *to = record_at(record, kind, kept++);
		memmove(to, from, info->size);
		*to = (struct object){ .extra = to->extra };
	}
	*count = kept;
}

void record_begin_next(struct record *record, enum round_kind round)
{
	int agreed = record->assessment.objectives_agreed;
	object_init(KIND_ASSESSMENT, &record->assessment);
	for (int kind = KIND_ASSESSMENT + 1; kind < KIND_COUNT; kind++)
		carry_kind(record, (enum kind)kind, round == ROUND_PULSE);
	if (round != ROUND_PULSE) {
		record->assessment.objectives_agreed = agreed;
		record_begin_profile(record);
	}
	record->assessment.kind = (int)round;
	record_settle(record);
}

bool record_unconfirmed(const struct record *record, enum kind kind, const void *object)
{
	int64_t changed = object_time(kind, object), begun = record->assessment.begun;
	return carried[kind] && changed && changed <= begun;
}

int record_unconfirmed_count(const struct record *record, enum kind kind)
{
	int n = 0;
	for (size_t i = 0; carried[kind] && i < record_count(record, kind); i++)
		n += record_unconfirmed(record, kind, record_at(record, kind, i));
	return n;
}

int record_unconfirmed_all(const struct record *record)
{
	int n = 0;
	for (int kind = 0; kind < KIND_COUNT; kind++)
		n += record_unconfirmed_count(record, (enum kind)kind);
	return n;
}
