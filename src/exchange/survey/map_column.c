/* SPDX-License-Identifier: MIT */
/*
 * Parts of a map: which column, how days are written.
 */
#include "internal.h"

#include <string.h>

void column_named(struct mapper *m, const yaml_node_t *node, struct survey_column *column)
{
	int ways = (column->text != NULL) + (column->position > 0) + (column->import_id != NULL);
	if (ways > 1)
		map_fault(m, node,
			"names a column in several ways; leave one of column, position and "
			"import_id");
	if (column->nth && !column->text)
		map_fault(m, node, "`nth` counts columns of one heading; give it as `column`");
	column->line = ways ? map_line(node) : 0;
}

void take_column(struct mapper *m, const yaml_node_t *node, void *into)
{
	static const struct member members[] = {
		{ "column", take_text, offsetof(struct survey_column, text) },
		{ "position", take_whole, offsetof(struct survey_column, position) },
		{ "nth", take_whole, offsetof(struct survey_column, nth) },
		{ "import_id", take_text, offsetof(struct survey_column, import_id) },
	};
	struct survey_column *column = into;
	if (node->type == YAML_SCALAR_NODE)
		take_text(m, node, &column->text);
	else
		map_members(m, node, MEMBERS(members), column, "a column");
	column_named(m, node, column);
	if (!m->err && !column->line)
		map_fault(m, node, "names no column; give column, position or import_id");
}

void take_order(struct mapper *m, const yaml_node_t *node, void *into)
{
	static const char *const word[] = {
		[ORDER_YEAR] = "year-month-day",
		[ORDER_DAY] = "day/month/year",
		[ORDER_MONTH] = "month/day/year",
	};
	const char *text = map_text(m, node);
	for (int i = ORDER_YEAR; text && i <= ORDER_MONTH; i++)
		if (!strcmp(text, word[i]))
			*(enum survey_order *)into = (enum survey_order)i;
	if (text && *(enum survey_order *)into == ORDER_NONE)
		map_fault(m, node, "must be %s, %s or %s, not \"%.40s\"", word[ORDER_YEAR],
			word[ORDER_DAY], word[ORDER_MONTH], text);
}

void take_zone(struct mapper *m, const yaml_node_t *node, void *into)
{
	take_text(m, node, into);
	const char *zone = *(const char **)into;
	if (!m->err && zone && !survey_zone_known(zone))
		map_fault(m, node,
			"no time zone is called \"%.40s\" here; write one like Europe/Berlin, UTC "
			"or +02:00",
			zone);
}
