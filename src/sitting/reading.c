/* SPDX-License-Identifier: MIT */
/*
 * What an interview shows: the open question and its answer, the clock. Nothing here changes them.
 */
#include <string.h>
#include <rekindle/score.h>
#include <rekindle/sitting.h>

int sitting_item_index(const struct sitting *sitting)
{
	return sitting->flow.items[sitting->flow.at];
}

const struct item *sitting_item(const struct sitting *sitting)
{
	return &sitting->record->instrument->items[sitting_item_index(sitting)];
}

const struct answer *sitting_answer_of(const struct sitting *sitting, size_t question)
{
	const struct flow *flow = &sitting->flow;

	return record_answer(flow->record, flow->respondent, flow->items[question]);
}

const struct answer *sitting_answer(const struct sitting *sitting)
{
	return sitting_answer_of(sitting, sitting->flow.at);
}

const struct respondent *sitting_respondent(const struct sitting *sitting)
{
	return &sitting->record->respondents[sitting->flow.respondent];
}

int sitting_notes(const struct sitting *sitting)
{
	int n = 0;

	for (size_t i = 0; i < sitting->record->note_count; i++)
		n += sitting->record->notes[i].filed == NULL;
	return n;
}

int sitting_seconds(const struct sitting *sitting)
{
	int64_t running = sitting->paused ? 0 : clock_monotonic_ms() - sitting->since;

	return sitting->seconds_before + (int)(running / 1000);
}

void sitting_go_on(struct sitting *sitting)
{
	sitting->paused = false;
	sitting->since = clock_monotonic_ms();
}

bool sitting_chose(const struct answer *answer, const char *id)
{
	const char *list = answer && answer->value.type == VALUE_TEXT ? answer->value.text : NULL;
	size_t n = strlen(id);

	while (list && *list) {
		size_t m = strcspn(list, "\n");
		if (m == n && !strncmp(list, id, n))
			return true;
		list += m + (list[m] == '\n');
	}
	return false;
}

bool sitting_same_answer(const struct answer *a, const struct answer *b)
{
	if (!a || !b)
		return a == b;
	return a->state == b->state && value_same(&a->value, &b->value) &&
		str_same(a->text, b->text) && str_same(a->reason, b->reason) &&
		str_same(a->comment, b->comment) && str_same(a->quote, b->quote) &&
		str_same(a->evidence, b->evidence) && a->flag == b->flag &&
		a->quotable == b->quotable;
}

int sitting_points_left(const struct sitting *sitting)
{
	const struct answer *answer = sitting_answer(sitting);
	double given = 0;

	if (answer && answer->value.type == VALUE_SPLIT)
		for (int i = 0; i < CAUSE_COUNT; i++)
			given += answer->value.split[i];
	return 100 - (int)given;
}
