/* SPDX-License-Identifier: MIT */
/*
 * A map from its text: what rekindle-survey(5) says that it has.
 */
#include "internal.h"

#include <stdlib.h>
#include <string.h>
#include <rekindle/embedded.h>
#include <rekindle/texts.h>

static void take_separator(struct mapper *m, const yaml_node_t *node, void *into)
{
	const char *text = map_text(m, node);
	if (!text)
		return;
	if (!strcmp(text, "tab"))
		text = "\t";
	if (strlen(text) != 1 || strchr("\"\n\r", *text))
		map_fault(m, node, "must be one character, or tab");
	*(char *)into = *text;
}

static void take_decimal(struct mapper *m, const yaml_node_t *node, void *into)
{
	const char *text = map_text(m, node);
	if (text && strcmp(text, ".") != 0 && strcmp(text, ",") != 0)
		map_fault(m, node, "must be \".\" or \",\"");
	else if (text)
		*(char *)into = *text;
}

#define NAME_ROWS 9

static void take_name_row(struct mapper *m, const yaml_node_t *node, void *into)
{
	int row = 0;
	take_whole(m, node, &row);
	if (!m->err && (row < 1 || row > NAME_ROWS))
		map_fault(m, node, "must be the number of a heading row, from 1 to %d", NAME_ROWS);
	*(unsigned *)into |= 1u << row;
}

static void take_name_rows(struct mapper *m, const yaml_node_t *node, void *into)
{
	*(unsigned *)into = 0;
	map_entries(m, node, take_name_row, into);
}

static void take_group(struct mapper *m, const yaml_node_t *node, void *into)
{
	const char *text = map_text(m, node);
	*(const char **)into = text;
}

static void take_file(struct mapper *m, const yaml_node_t *node, void *into)
{
	static const struct member members[] = {
		{ "encoding", take_text, offsetof(struct survey_map, encoding) },
		{ "separator", take_separator, offsetof(struct survey_map, separator) },
		{ "decimal", take_decimal, offsetof(struct survey_map, decimal) },
		{ "header_rows", take_whole, offsetof(struct survey_map, header_rows) },
		{ "name_rows", take_name_rows, offsetof(struct survey_map, name_rows) },
		{ "group", take_group, offsetof(struct survey_map, group) },
		{ "skip_rows", take_whole, offsetof(struct survey_map, skip_rows) },
		{ "tag_row", take_flag, offsetof(struct survey_map, tag_row) },
		{ "short_rows", take_flag, offsetof(struct survey_map, short_rows) },
	};
	struct survey_map *map = into;
	map_members(m, node, MEMBERS(members), map, "`file`");
	if (m->err)
		return;
	if (map->header_rows < 1 || map->header_rows > NAME_ROWS)
		map_fault(m, node, "`header_rows` must be from 1 to %d", NAME_ROWS);
	else if (!map->name_rows || map->name_rows >> (map->header_rows + 1))
		map_fault(m, node, "`name_rows` must be among the %d of `header_rows`",
			map->header_rows);
}

static void take_rule(struct mapper *m, const yaml_node_t *node, void *into)
{
	static const struct member members[] = {
		COLUMN_MEMBERS(survey_rule, column),
		{ "only", take_list, offsetof(struct survey_rule, only) },
		{ "except", take_list, offsetof(struct survey_rule, except) },
	};
	struct survey_map *map = into;
	struct survey_rule *rule = POOL_APPEND(m->pool, map->rules, map->rule_count);
	rule->line = map_line(node);
	map_members(m, node, MEMBERS(members), rule, "a rule of `rows`");
	column_named(m, node, &rule->column);
	if (!m->err && (!rule->column.line || !(rule->only.count + rule->except.count)))
		map_fault(m, node, "needs a column, and `only` or `except` with words of it");
}

static void take_rules(struct mapper *m, const yaml_node_t *node, void *into)
{
	map_entries(m, node, take_rule, into);
}

static void take_key(struct mapper *m, const yaml_node_t *node, void *into)
{
	struct survey_map *map = into;
	take_column(m, node, POOL_APPEND(m->pool, map->keys, map->key_count));
}

static void take_keys(struct mapper *m, const yaml_node_t *node, void *into)
{
	map_entries(m, node, take_key, into);
}

/* A text is the heading of its column. */
static void take_given(struct mapper *m, const yaml_node_t *node, void *into)
{
	static const struct member members[] = {
		COLUMN_MEMBERS(survey_given, column),
		{ "fixed", take_text, offsetof(struct survey_given, fixed) },
		{ "values", take_values, offsetof(struct survey_given, values) },
	};
	struct survey_given *given = into;
	given->line = map_line(node);
	if (node->type == YAML_SCALAR_NODE)
		take_text(m, node, &given->column.text);
	else
		map_members(m, node, MEMBERS(members), given, "this");
	column_named(m, node, &given->column);
	if (!m->err && (given->column.line > 0) == (given->fixed != NULL))
		map_fault(m, node, "needs a column, or `fixed` with what is so of all");
}

/* A word of a closed set, given for all or as what words mean. */
static void check_words(struct mapper *m, const yaml_node_t *node, struct survey_given *given,
	const struct vocabulary *set)
{
	char list[256];
	const char *wrong = NULL;
	if (given->fixed && vocabulary_find(set, given->fixed) < 0)
		wrong = given->fixed;
	for (size_t i = 0; i < given->values.count; i++)
		if (vocabulary_find(set, given->values.list[i].means) < 0)
			wrong = given->values.list[i].means;
	if (wrong)
		map_fault(m, node, "\"%.40s\" is no %s; write %s", wrong, set->name,
			vocabulary_list(set, list, sizeof(list)));
}

static void take_role(struct mapper *m, const yaml_node_t *node, void *into)
{
	take_given(m, node, into);
	check_words(m, node, into, &vocabulary_role);
}

static void take_attribution(struct mapper *m, const yaml_node_t *node, void *into)
{
	take_given(m, node, into);
	check_words(m, node, into, &vocabulary_attribution);
}

static void take_consent(struct mapper *m, const yaml_node_t *node, void *into)
{
	static const char *const word[] = { "no", "yes" };
	static const struct vocabulary consent = { "consent", 2, word };
	take_given(m, node, into);
	check_words(m, node, into, &consent);
}

static void take_date(struct mapper *m, const yaml_node_t *node, void *into)
{
	static const struct member members[] = {
		COLUMN_MEMBERS(survey_date, column),
		FORM_MEMBERS(survey_date, form),
	};
	struct survey_date *date = into;
	map_members(m, node, MEMBERS(members), date, "`date`");
	column_named(m, node, &date->column);
	if (!m->err && (!date->column.line || !date->form.order))
		map_fault(m, node, "needs a column, and `form`: which of 10/2/2026 is the month?");
}

static void take_person(struct mapper *m, const yaml_node_t *node, void *into)
{
	static const struct member members[] = {
		{ "key", take_keys, 0 },
		{ "party", take_given, offsetof(struct survey_map, party) },
		{ "role", take_role, offsetof(struct survey_map, role) },
		{ "name", take_given, offsetof(struct survey_map, person) },
		{ "attribution", take_attribution, offsetof(struct survey_map, attribution) },
		{ "consent", take_consent, offsetof(struct survey_map, consent) },
		{ "date", take_date, offsetof(struct survey_map, date) },
	};
	struct survey_map *map = into;
	map_members(m, node, MEMBERS(members), map, "`person`");
	if (!m->err && (!map->party.line || !map->role.line))
		map_fault(m, node, "needs `party` and `role`: without them no answer counts");
	if (!m->err && map->person.fixed)
		map_fault(
			m, node, "`name` is not the same for all; name a column, or leave it out");
}

static void take_scale(struct mapper *m, const char *name, const yaml_node_t *node, void *into)
{
	struct survey_map *map = into;
	struct survey_scale *scale = POOL_APPEND(m->pool, map->scales, map->scale_count);
	scale->name = name;
	take_values(m, node, &scale->values);
}

static void take_scales(struct mapper *m, const yaml_node_t *node, void *into)
{
	map_pairs(m, node, take_scale, into);
}

static void take_nothing(struct mapper *m, const yaml_node_t *node, void *into)
{
	const char *text = map_text(m, node);
	*(bool *)into = text && !strcmp(text, "not_asked");
	if (text && !*(bool *)into && strcmp(text, "blank") != 0)
		map_fault(m, node, "must be blank or not_asked");
}

static const struct member members[] = {
	{ "survey", take_text, offsetof(struct survey_map, survey) },
	{ "round", take_text, offsetof(struct survey_map, round) },
	{ "file", take_file, 0 },
	{ "rows", take_rules, 0 },
	{ "nothing", take_nothing, offsetof(struct survey_map, nothing_not_asked) },
	{ "person", take_person, 0 },
	{ "scales", take_scales, 0 },
	{ "answers", take_answers, 0 },
};

static void read_root(struct mapper *m, const char *text, size_t n)
{
	if (!map_parse(m, text, n))
		return;
	yaml_node_t *root = yaml_document_get_root_node(&m->document);
	if (!root)
		map_fault(m, NULL, "is empty; rekindle import --csv FILE writes a first map");
	else
		map_members(m, root, MEMBERS(members), m->map, "a map");
	if (!m->err && !m->map->party.line)
		map_fault(m, root, "`person` is missing; add it with party and role");
	if (!m->err && !m->map->answer_count)
		map_fault(m, root, "`answers` is missing; add a list of items and their columns");
	if (!m->err)
		map_add_scales(m);
	yaml_document_delete(&m->document);
}

enum err survey_map_read(const char *text, size_t n, const char *name, struct survey_map **result,
	struct errmsg *why)
{
	struct survey_map *map = mem_alloc(sizeof(*map));
	map->separator = ',';
	map->decimal = '.';
	map->header_rows = 1;
	map->name_rows = 1u << 1;
	map->group = " / ";
	map->survey = "survey";
	map->name = pool_strdup(&map->pool, name);
	struct mapper m = { .map = map, .pool = &map->pool, .name = map->name, .why = why };
	read_root(&m, text, n);
	*result = map;
	if (m.err) {
		survey_map_free(map);
		*result = NULL;
	}
	return m.err;
}

void survey_map_free(struct survey_map *map)
{
	if (map)
		pool_release(&map->pool);
	free(map);
}

const char *survey_map_round(const struct survey_map *map)
{
	return map->round;
}

#define SHIPPED "data/maps/"

/* Bytes of the name of a shipped map, 0: it is none. */
static size_t shipped_name(const char *path)
{
	bool is = !strncmp(path, SHIPPED, strlen(SHIPPED));
	return is ? strcspn(path + strlen(SHIPPED), ".") : 0;
}

const char *survey_map_shipped(const char *name, size_t *n)
{
	for (const struct embedded *file = embedded_files; file->path; file++) {
		size_t length = shipped_name(file->path);
		if (!length || length != strlen(name) ||
			strncmp(file->path + strlen(SHIPPED), name, length) != 0)
			continue;
		*n = file->size;
		return file->text;
	}
	return NULL;
}

void survey_map_names(struct pool *pool, struct texts *names)
{
	for (const struct embedded *file = embedded_files; file->path; file++) {
		size_t length = shipped_name(file->path);
		if (length)
			texts_add(pool, names,
				pool_strndup(pool, file->path + strlen(SHIPPED), length));
	}
}
