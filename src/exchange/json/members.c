/* SPDX-License-Identifier: MIT */
/*
 * Members of JSON objects by dotted name: which ones a kind knows, and the keeping of the others.
 */
#include "internal.h"

#include <assert.h>
#include <string.h>

/* Members that are neither a field nor a list of objects. Of the plan what follows from the rest is
 * not read: the next reader finds it anew. */
static const char *const document_members[] = { "format", "version", "instruments", "instrument",
	"alliance", "assessments", "deleted", NULL };
static const char *const assessment_members[] = { "instrument.id", "instrument.version",
	"checklists.changed", "plan", NULL };
static const char *const plan_members[] = { "charter", "kpis", "events", "warnings", NULL };
static const char *const action_members[] = { "phase", "gated", NULL };
static const char *const gate_members[] = { "title", "date", "question", "passed_when", "otherwise",
	NULL };
static const char *const *const other[KIND_COUNT] = {
	[KIND_ASSESSMENT] = assessment_members,
	[KIND_PLAN] = plan_members,
	[KIND_PLAN_ACTION] = action_members,
	[KIND_GATE] = gate_members,
};

enum known { KNOWN_NO, KNOWN_INSIDE, KNOWN_YES };

/* Is path this name, or an object on the way to it? */
static enum known compare(const char *name, const char *path)
{
	size_t n = strlen(path);
	if (strncmp(name, path, n))
		return KNOWN_NO;
	return name[n] == '\0' ? KNOWN_YES : name[n] == '.' ? KNOWN_INSIDE : KNOWN_NO;
}

static enum known known_list(const char *const *names, const char *path)
{
	enum known known = KNOWN_NO;
	for (; names && *names && !known; names++)
		known = compare(*names, path);
	return known;
}

/* A list of objects within; that of the checklists is an object of rows. */
static enum known known_objects(enum kind within, const char *path)
{
	enum known known = KNOWN_NO;
	for (int kind = 0; kind < KIND_COUNT && !known; kind++)
		if (kind_info[kind].count && kind != KIND_CHECKLIST &&
			kind_within((enum kind)kind) == within)
			known = compare(kind_info[kind].list, path);
	return known;
}

/* Before a round had a profile of its own, the alliance and its parties had it. */
static enum known known_former(enum kind kind, const char *path)
{
	enum kind former = kind == KIND_ALLIANCE ? KIND_PROFILE
		: kind == KIND_PARTY             ? KIND_PARTY_PROFILE
						 : KIND_NONE;
	enum known known = KNOWN_NO;
	for (size_t i = kind == KIND_PARTY; former != KIND_NONE && !known; i++) {
		if (i == kind_info[former].field_count)
			break;
		known = compare(kind_info[former].fields[i].name, path);
	}
	return known;
}

static enum known known_check_row(const char *path)
{
	static const char checklists[] = "checklists";
	size_t n = sizeof(checklists) - 1;
	enum known known = KNOWN_NO;
	if (strncmp(path, checklists, n))
		return KNOWN_NO;
	if (path[n] != '.')
		return path[n] ? KNOWN_NO : KNOWN_INSIDE;
	for (int i = 0; i < CHECK_ROWS && !known; i++)
		known = compare(vocabulary_check_row.word[i], path + n + 1);
	return known;
}

/* kind KIND_NONE: the document */
static enum known member_known(enum kind kind, const char *path)
{
	if (kind == KIND_NONE)
		return known_list(document_members, path);
	const struct kind_info *info = &kind_info[kind];
	enum known known = info->has_id ? compare("id", path) : KNOWN_NO;
	for (size_t i = 0; i < info->field_count && !known; i++)
		if (!kind_is_part(kind) || i)
			known = compare(info->fields[i].name, path);
	if (!known)
		known = known_objects(kind, path);
	if (!known)
		known = known_list(other[kind], path);
	if (!known)
		known = known_former(kind, path);
	if (!known && kind == KIND_ASSESSMENT)
		known = known_check_row(path);
	return known;
}

static json_t *unknown_within(enum kind kind, json_t *object, const char *prefix)
{
	json_t *out = NULL, *value;
	const char *name;
	struct str path;
	str_init(&path);
	json_object_foreach(object, name, value)
	{
		str_clear(&path);
		str_add(&path, prefix);
		str_add(&path, name);
		/* a dot in a member's own name leads nowhere */
		enum known known = strchr(name, '.') ? KNOWN_NO : member_known(kind, path.text);
		json_t *keep = NULL;
		if (known == KNOWN_NO) {
			keep = json_incref(value);
		} else if (known == KNOWN_INSIDE && json_is_object(value)) {
			str_addc(&path, '.');
			keep = unknown_within(kind, value, path.text);
		}
		if (!keep)
			continue;
		if (!out)
			out = json_object();
		json_object_set_new(out, name, keep);
	}
	str_release(&path);
	return out;
}

json_t *members_unknown(enum kind kind, json_t *object)
{
	return unknown_within(kind, object, "");
}

json_t *members_unknown_top(json_t *root)
{
	return unknown_within(KIND_NONE, root, "");
}

void members_merge(json_t *object, json_t *extra)
{
	const char *name;
	json_t *value;
	json_object_foreach(extra, name, value)
	{
		json_t *here = json_object_get(object, name);
		if (!here)
			json_object_set(object, name, value);
		else if (json_is_object(here) && json_is_object(value))
			members_merge(here, value);
	}
}

json_t *json_member(json_t *object, const char *name)
{
	json_t *value = json_object_get(object, name);
	return json_is_null(value) ? NULL : value;
}

/* Also null. */
static json_t *member_find(json_t *object, const char *name)
{
	const char *dot;
	for (; object && (dot = strchr(name, '.')); name = dot + 1) {
		char step[64];
		size_t n = (size_t)(dot - name);
		memcpy(step, name, n);
		step[n] = '\0';
		object = json_member(object, step);
	}
	return json_object_get(object, name);
}

json_t *member_get(json_t *object, const char *name)
{
	json_t *value = member_find(object, name);
	return json_is_null(value) ? NULL : value;
}

bool member_is_null(json_t *object, const char *name)
{
	return json_is_null(member_find(object, name));
}

void member_set(json_t *object, const char *name, json_t *value)
{
	const char *dot;
	for (; (dot = strchr(name, '.')); name = dot + 1) {
		char step[64];
		size_t n = (size_t)(dot - name);
		memcpy(step, name, n);
		step[n] = '\0';
		json_t *inside = json_object_get(object, step);
		if (!inside) {
			inside = json_object();
			json_object_set_new(object, step, inside);
		}
		object = inside;
	}
	json_object_set_new(object, name, value);
}

enum err member_enter(struct reader *r, const struct place *up, const char *name, json_t **value,
	struct place steps[MEMBER_DEPTH], const struct place **at)
{
	for (size_t depth = 0;; depth++) {
		const char *dot = strchr(name, '.');
		assert(depth < MEMBER_DEPTH);
		steps[depth] = (struct place){ depth ? &steps[depth - 1] : up, name, 0 };
		if (dot)
			steps[depth].member =
				pool_strndup(&r->record->pool, name, (size_t)(dot - name));
		*at = &steps[depth];
		*value = json_member(*value, steps[depth].member);
		if (!dot || !*value)
			return ERR_NONE;
		if (!json_is_object(*value))
			return refuse_type(r, *at, *value, "an object");
		name = dot + 1;
	}
}
