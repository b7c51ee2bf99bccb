/* SPDX-License-Identifier: MIT */
/*
 * The rules that a bank may hold (rekindle-method(7), section 7, trigger grammar).
 */
#include "internal.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static const struct trigger_form {
	const char *word;
	enum clause clause;                /* the only one that it stands in */
	const struct vocabulary *subjects; /* NULL: the word stands alone */
	int subject_count;                 /* the first so many of them; 0 all */
	const char *operator;              /* NULL: no number */
	double least, most;
} forms[TRIGGER_KIND_COUNT] = {
	[TRIGGER_ASPECT] = { "aspect", CLAUSE_WHEN, &vocabulary_scale, ASPECT_COUNT, "<", 1.0,
		5.0 },
	[TRIGGER_GAP] = { "gap", CLAUSE_WHEN, &vocabulary_scale, ASPECT_COUNT, ">=", 0.0, 4.0 },
	[TRIGGER_KILLER] = { .word = "killer", .subjects = &vocabulary_killer },
	[TRIGGER_KNOCKOUT] = { .word = "knockout", .subjects = &vocabulary_knockout },
	[TRIGGER_PITFALL] = { .word = "pitfall", .subjects = &vocabulary_pitfall },
	[TRIGGER_SPECIAL] = { .word = "special", .subjects = &vocabulary_special },
	[TRIGGER_PROCESS] = { .word = "process", .subjects = &vocabulary_problem },
	[TRIGGER_CHECKLIST] = { .word = "checklist", .subjects = &vocabulary_check_row },
	[TRIGGER_INCIDENT] = { .word = "incident" },
	[TRIGGER_EVENT] = { .word = "event", .subjects = &vocabulary_happening },
	[TRIGGER_TRACK] = { .word = "track", .subjects = &vocabulary_track },
	[TRIGGER_SOUND] = { "aspect", CLAUSE_UNLESS, &vocabulary_scale, ASPECT_COUNT, ">=", 1.0,
		5.0 },
};

static bool stands_in(const struct trigger_form *form, enum clause clause)
{
	return form->clause == CLAUSE_EITHER || form->clause == clause;
}

/* Digits, with at most three after a point. Not strtod(): that follows the locale. */
static bool parse_number(const char *text, double *value)
{
	long thousandths = 0;
	int whole = 0, places = 0;
	for (; isdigit((unsigned char)*text) && whole < 3; whole++)
		thousandths = 10 * thousandths + (*text++ - '0');
	if (whole && *text == '.')
		for (text++; isdigit((unsigned char)*text) && places < 3; places++)
			thousandths = 10 * thousandths + (*text++ - '0');
	if (!whole || *text || (text[-1] == '.'))
		return false;
	while (places++ < 3)
		thousandths *= 10;
	*value = (double)thousandths / 1000.0;
	return true;
}

static bool parse_threshold(const struct trigger_form *form, const char *operator,
	const char * number, struct trigger *trigger, enum rule *rule, struct str *reason)
{
	if (strcmp(operator, form->operator)) {
		str_addf(reason, "after \"%s\" comes %s and a number", form->word, form->operator);
		return false;
	}
	bool read = parse_number(number, &trigger->threshold);
	bool under = trigger->threshold<form->least, over = trigger->threshold> form->most;
	if (read && !under && !over)
		return true;
	/* Beyond what a score or a gap can be, on the side where it is never reached. */
	if (read && (*form->operator== '<' ? under : over))
		*rule = RULE_UNREACHABLE;
	str_addf(reason, "\"%s\" must be a number from %d to %d such as 3.5", number,
		(int)form->least, (int)form->most);
	return false;
}

static bool parse_subject(const struct trigger_form *form, const char *subject,
	struct trigger *trigger, enum rule *rule, struct str *reason)
{
	trigger->subject = vocabulary_find(form->subjects, subject);
	if (trigger->subject >= 0 &&
		(!form->subject_count || trigger->subject < form->subject_count))
		return true;
	*rule = RULE_REFERENCE;
	char known[512];
	struct vocabulary subjects = *form->subjects;
	if (form->subject_count)
		subjects.count = form->subject_count;
	str_addf(reason, "\"%s\" is not known after \"%s\"; use %s", subject, form->word,
		vocabulary_list(&subjects, known, sizeof(known)));
	return false;
}

/* What a clause may begin with: the word of each kind that stands in it. */
static void list_words(struct str *to, enum clause clause)
{
	const char *between = "";
	for (int kind = 0; kind < TRIGGER_KIND_COUNT; kind++)
		if (stands_in(&forms[kind], clause)) {
			str_addf(to, "%s %s", between, forms[kind].word);
			between = ",";
		}
}

bool trigger_parse(const char *text, enum clause clause, struct trigger *trigger, enum rule *rule,
	struct str *reason)
{
	*rule = RULE_TRIGGER;
	char word[16] = "", subject[64] = "", operator[4] = "", number[16] = "", more[2] = "";
	int count = sscanf(text, "%15s %63s %3s %15s %1s", word, subject, operator, number, more);
	int kind = 0;
	while (kind < TRIGGER_KIND_COUNT &&
		(strcmp(forms[kind].word, word) || !stands_in(&forms[kind], clause)))
		kind++;
	if (kind == TRIGGER_KIND_COUNT) {
		str_addf(reason, "\"%s\" is not a %s; it begins with one of", text,
			clause == CLAUSE_UNLESS ? "condition" : "trigger");
		list_words(reason, clause);
		return false;
	}
	const struct trigger_form *form = &forms[kind];
	*trigger = (struct trigger){ .kind = (enum trigger_kind)kind };
	int needed = !form->subjects ? 1 : !form->operator? 2 : 4;
	if (count != needed) {
		str_addf(reason, "\"%s\" must be written as: %s%s%s%s%s", text, form->word,
			form->subjects ? " ID" : "", form->operator ? " " : "",
			form->operator ? form->operator : "", form->operator ? " NUMBER" : "");
		return false;
	}
	if (form->subjects && !parse_subject(form, subject, trigger, rule, reason))
		return false;
	return !form->operator|| parse_threshold(form, operator, number, trigger, rule, reason);
}

int trigger_subjects(enum trigger_kind kind)
{
	const struct trigger_form *form = &forms[kind];
	if (!form->subjects)
		return 1;
	return form->subject_count ? form->subject_count : form->subjects->count;
}

void trigger_subject(struct str *to, enum trigger_kind kind, int subject)
{
	const struct trigger_form *form = &forms[kind];
	str_add(to, form->word);
	if (form->subjects)
		str_addf(to, " %s", form->subjects->word[subject]);
}

const char *trigger_text(const struct trigger *trigger, char buffer[TRIGGER_TEXT])
{
	const struct trigger_form *form = &forms[trigger->kind];
	if (!form->subjects) {
		snprintf(buffer, TRIGGER_TEXT, "%s", form->word);
		return buffer;
	}
	int n = snprintf(
		buffer, TRIGGER_TEXT, "%s %s", form->word, form->subjects->word[trigger->subject]);
	if (form->operator) {
		/* The point of a number is never the locale's. */
		int thousandths = (int)lround(trigger->threshold * 1000.0);
		int used = snprintf(buffer + n, (size_t)(TRIGGER_TEXT - n), " %s %d.%03d",
			form->operator, thousandths / 1000, thousandths % 1000);
		for (n += used; buffer[n - 1] == '0' && buffer[n - 2] != '.'; n--)
			buffer[n - 1] = '\0';
	}
	return buffer;
}
