/* SPDX-License-Identifier: MIT */
/*
 * Minutes as one list: the lines of a meeting and where each of them went.
 */
#include <rekindle/minutes.h>

#include <stdint.h>
#include <string.h>
#include <strings.h>

#include <rekindle/date.h>
#include <rekindle/str.h>

#define DAY_MS INT64_C(86400000)
#define HOUR_MS INT64_C(3600000)
#define DAYTIME_HOURS 10 /* UTC: the same day from Honolulu to Auckland */

static const char *const body_words[BODY_COUNT] = {
	[BODY_STEERING] = "steering committee",
	[BODY_WORKING] = "working group",
};
const struct vocabulary vocabulary_body = { "body", BODY_COUNT, body_words };
static const char *const short_words[BODY_COUNT] = {
	[BODY_STEERING] = "steering",
	[BODY_WORKING] = "working",
};
const struct vocabulary vocabulary_body_short = { "body", BODY_COUNT, short_words };
static const char *const filed_words[FILED_KINDS] = {
	[FILED_NOWHERE] = "-",
	[FILED_ACTION] = "action",
	[FILED_OBJECTIVE] = "objective",
	[FILED_RISK] = "risk",
	[FILED_PERSON] = "person",
};
const struct vocabulary vocabulary_filed = { "place", FILED_KINDS, filed_words };

#define TAKES_NO_LINE SIZE_MAX

/* The kind that the id behind the word is of, and the member of that which takes the line. */
static const struct place {
	enum kind kind;
	size_t note;
} places[FILED_KINDS] = {
	[FILED_ACTION] = { KIND_PLAN_ACTION, offsetof(struct plan_action, note) },
	[FILED_OBJECTIVE] = { KIND_JOINT_OBJECTIVE, offsetof(struct joint_objective, note) },
	[FILED_RISK] = { KIND_RISK, offsetof(struct risk, response) },
	[FILED_PERSON] = { KIND_PERSON, TAKES_NO_LINE },
};

/* The two members that hold a list. */
static const size_t texts_of[MINUTES_LISTS] = {
	[MINUTES_DECISIONS] = offsetof(struct meeting, decisions),
	[MINUTES_NOTES] = offsetof(struct meeting, notes),
};
static const size_t filed_of[MINUTES_LISTS] = {
	[MINUTES_DECISIONS] = offsetof(struct meeting, decisions_filed),
	[MINUTES_NOTES] = offsetof(struct meeting, notes_filed),
};

static const char **member(const void *object, size_t offset)
{
	return (const char **)(void *)((char *)(uintptr_t)object + offset);
}

int meeting_body(const struct meeting *meeting)
{
	int body = meeting->body ? BODY_COUNT - 1 : -1;
	while (body >= 0 && strcasecmp(meeting->body, body_words[body]) != 0)
		body--;
	return body;
}

int meeting_day(const struct meeting *meeting)
{
	return meeting->at ? clock_day(meeting->at) : DATE_NONE;
}

int64_t meeting_at(int day)
{
	return day * DAY_MS + DAYTIME_HOURS * HOUR_MS;
}

int meeting_before(const struct record *record, enum body body, int day)
{
	int found = -1;
	for (size_t i = 0; i < record->meeting_count; i++) {
		const struct meeting *one = &record->meetings[i];
		if (meeting_body(one) == (int)body && one->at && meeting_day(one) < day &&
			(found < 0 || one->at > record->meetings[found].at))
			found = (int)i;
	}
	return found;
}

int meeting_on(const struct record *record, enum body body, int day)
{
	for (size_t i = 0; i < record->meeting_count; i++)
		if (meeting_body(&record->meetings[i]) == (int)body &&
			meeting_day(&record->meetings[i]) == day)
			return (int)i;
	return -1;
}

/* An action of the library by that of the library, everything else by its own. */
static const char *id_of(struct pool *pool, const struct record *record, enum filed filed, int at)
{
	char id[UUID_TEXT];
	const struct object *object = record_at(record, places[filed].kind, (size_t)at);
	if (filed == FILED_ACTION && record->actions[at].library)
		return record->actions[at].library;
	return pool_strdup(pool, uuid_text(&object->id, id));
}

static int index_of(const struct record *record, enum filed filed, const char *id)
{
	struct uuid uuid;
	if (uuid_parse(id, &uuid))
		return record_find(record, places[filed].kind, &uuid);
	for (size_t i = 0; filed == FILED_ACTION && i < record->action_count; i++)
		if (str_same(record->actions[i].library, id))
			return (int)i;
	return -1;
}

struct minute minute_of(
	struct pool *pool, const struct record *record, const char *text, enum filed filed, int at)
{
	if (filed == FILED_NOWHERE)
		return (struct minute){ .text = text, .index = -1 };
	return (struct minute){ text, filed, id_of(pool, record, filed, at), at };
}

/* "action ID": what is not written like that is filed to nothing. */
static void read_place(const struct record *record, const char *entry, struct minute *minute)
{
	minute->index = -1;
	for (int filed = FILED_NOWHERE + 1; entry && filed < FILED_KINDS; filed++) {
		size_t n = strlen(filed_words[filed]);
		if (strncmp(entry, filed_words[filed], n) != 0 || entry[n] != ' ')
			continue;
		minute->filed = (enum filed)filed;
		minute->id = entry + n + 1;
		minute->index = index_of(record, minute->filed, minute->id);
	}
}

struct minute *minutes_read(struct pool *pool, const struct record *record,
	const struct meeting *meeting, enum minute_list list, size_t *count)
{
	char *texts = pool_strdup(pool, *member(meeting, texts_of[list]));
	char *filed = pool_strdup(pool, *member(meeting, filed_of[list]));
	struct minute *minutes = NULL;
	*count = 0;
	for (const char *text; (text = strsep(&texts, "\n")) != NULL;) {
		struct minute minute = { .text = text };
		read_place(record, strsep(&filed, "\n"), &minute);
		if (*text)
			*POOL_APPEND(pool, minutes, *count) = minute;
	}
	return minutes;
}

/* A list has a line an entry. */
static void add_line(struct str *lines, const char *text)
{
	size_t n = strlen(text), from = strspn(text, " \t\r\n");
	while (n > from && strchr(" \t\r\n", text[n - 1]))
		n--;
	if (lines->len)
		str_addc(lines, '\n');
	for (size_t i = from; i < n; i++)
		str_addc(lines, text[i] == '\n' ? ' ' : text[i]);
}

static const char *kept(struct record *record, const struct str *lines)
{
	return lines->len ? pool_strdup(&record->pool, lines->text) : NULL;
}

void minutes_write(struct record *record, struct meeting *meeting, enum minute_list list,
	const struct minute *minutes, size_t count)
{
	struct str texts, filed;
	size_t placed = 0; /* bytes up to the last that is filed to something */
	str_init(&texts);
	str_init(&filed);
	for (size_t i = 0; i < count; i++) {
		const struct minute *one = &minutes[i];
		if (str_blank(one->text))
			continue;
		add_line(&texts, one->text);
		str_addf(&filed, "%s%s", filed.len ? "\n" : "", filed_words[one->filed]);
		if (one->filed == FILED_NOWHERE)
			continue;
		str_addf(&filed, " %s", one->id);
		placed = filed.len;
	}
	str_delete(&filed, placed, filed.len - placed);
	*member(meeting, texts_of[list]) = kept(record, &texts);
	*member(meeting, filed_of[list]) = kept(record, &filed);
	str_release(&texts);
	str_release(&filed);
}

bool note_is_filed(const struct note *note)
{
	return !str_blank(note->filed);
}

struct minute note_minute(struct pool *pool, const struct record *record, const struct note *note)
{
	struct minute minute = { .text = note->text, .index = -1 };
	struct uuid uuid;
	if (!note_is_filed(note))
		return minute;
	read_place(record, pool_strdup(pool, note->filed), &minute);
	if (minute.index >= 0 || (minute.id && uuid_parse(minute.id, &uuid)))
		return minute;
	return (struct minute){ .text = note->text, .index = -1 };
}

const char *note_place(struct pool *pool, const struct minute *minute)
{
	return minute->filed == FILED_NOWHERE
		? NULL
		: pool_printf(pool, "%s %s", filed_words[minute->filed], minute->id);
}

static bool has_line(const char *text, const char *line)
{
	size_t n = strlen(line);
	for (const char *at = text; at && *at; at += strcspn(at, "\n"), at += *at == '\n')
		if (strcspn(at, "\n") == n && !strncmp(at, line, n))
			return true;
	return false;
}

void *minute_file(
	struct record *record, const struct minute *minute, const char *line, enum kind *kind)
{
	if (minute->filed == FILED_NOWHERE || minute->index < 0)
		return NULL;
	const struct place *place = &places[minute->filed];
	if (place->note == TAKES_NO_LINE)
		return NULL;
	void *object = record_at(record, place->kind, (size_t)minute->index);
	const char **note = member(object, place->note);
	if (has_line(*note, line))
		return NULL;
	*note = str_blank(*note) ? pool_strdup(&record->pool, line)
				 : pool_printf(&record->pool, "%s\n%s", *note, line);
	*kind = place->kind;
	return object;
}
