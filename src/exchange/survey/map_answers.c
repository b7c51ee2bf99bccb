/* SPDX-License-Identifier: MIT */
/*
 * What a map says of answers: scales that several have, one entry an item.
 */
#include "internal.h"

#include <string.h>

static void take_part(struct mapper *m, const char *name, const yaml_node_t *node, void *into)
{
	static const struct member members[] = {
		COLUMN_MEMBERS(survey_part, column),
		{ "is", take_list, offsetof(struct survey_part, is) },
		{ "is_not", take_list, offsetof(struct survey_part, is_not) },
	};
	struct survey_answer *answer = into;
	struct survey_part *part = POOL_APPEND(m->pool, answer->parts, answer->part_count);
	part->name = name;
	if (node->type == YAML_SCALAR_NODE)
		take_text(m, node, &part->column.text);
	else
		map_members(m, node, MEMBERS(members), part, "a part");
	column_named(m, node, &part->column);
	if (!m->err && !part->column.line)
		map_fault(m, node, "%s: names no column; give column, position or import_id", name);
}

/* Into the object itself: parts are a list of it. */
static void take_parts(struct mapper *m, const yaml_node_t *node, void *into)
{
	map_pairs(m, node, take_part, into);
}

/* Between joined choices; a blank is one too. */
static void take_joint(struct mapper *m, const yaml_node_t *node, void *into)
{
	const char *text = map_text(m, node);
	if (text && !*text)
		map_fault(m, node, "must not be empty");
	*(const char **)into = text;
}

static const struct survey_scale *scale_of(const struct survey_map *map, const char *name)
{
	for (size_t i = 0; i < map->scale_count; i++)
		if (!strcmp(map->scales[i].name, name))
			return &map->scales[i];
	return NULL;
}

static void check_answer(struct mapper *m, const yaml_node_t *node, struct survey_answer *answer)
{
	if (m->err)
		return;
	if (!answer->item)
		map_fault(m, node, "`item` is missing; add the id of a question");
	else if (answer->column.line && answer->part_count)
		map_fault(m, node, "has a column and parts; leave one of them out");
	else if (!answer->column.line && !answer->part_count && !answer->comment.line)
		map_fault(m, node,
			"names no column; give column, position, import_id, parts or comment");
}

static void take_answer(struct mapper *m, const yaml_node_t *node, void *into)
{
	static const struct member members[] = {
		{ "item", take_text, offsetof(struct survey_answer, item) },
		COLUMN_MEMBERS(survey_answer, column),
		{ "scale", take_text, offsetof(struct survey_answer, scale) },
		{ "values", take_values, offsetof(struct survey_answer, values) },
		{ "reversed", take_flag, offsetof(struct survey_answer, reversed) },
		{ "separator", take_joint, offsetof(struct survey_answer, separator) },
		{ "parts", take_parts, 0 },
		{ "comment", take_column, offsetof(struct survey_answer, comment) },
		FORM_MEMBERS(survey_answer, form),
	};
	struct survey_map *map = into;
	struct survey_answer *answer = POOL_APPEND(m->pool, map->answers, map->answer_count);
	answer->line = map_line(node);
	map_members(m, node, MEMBERS(members), answer, "an answer");
	column_named(m, node, &answer->column);
	check_answer(m, node, answer);
}

void take_answers(struct mapper *m, const yaml_node_t *node, void *into)
{
	map_entries(m, node, take_answer, into);
}

/* What stands at the item itself goes before its scale. */
static void add_scale(struct mapper *m, struct survey_answer *answer)
{
	const struct survey_scale *scale = answer->scale ? scale_of(m->map, answer->scale) : NULL;
	if (answer->scale && !scale)
		m->err = errmsg_set(m->why, ERR_INVALID,
			"%s:%d: there is no scale `%.40s`; write it into `scales`", m->name,
			answer->line, answer->scale);
	for (size_t i = 0; scale && i < scale->values.count; i++)
		if (!words_find(&answer->values, scale->values.list[i].spelled))
			*POOL_APPEND(m->pool, answer->values.list, answer->values.count) =
				scale->values.list[i];
}

void map_add_scales(struct mapper *m)
{
	for (size_t i = 0; i < m->map->answer_count && !m->err; i++)
		add_scale(m, &m->map->answers[i]);
}
