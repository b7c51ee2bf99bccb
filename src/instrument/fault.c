/* SPDX-License-Identifier: MIT */
/*
 * Faults in a bank: where they are (file, line, entry, field) and what to do about them.
 */
#include "internal.h"

#include <stdarg.h>
#include <string.h>

const char *const member_word[MEMBER_COUNT] = {
	[MEMBER_ITEMS] = "items",
	[MEMBER_ROUTE] = "route",
	[MEMBER_AMBITIONS] = "ambitions",
	[MEMBER_TYPES] = "types",
	[MEMBER_FIT] = "fit",
	[MEMBER_KPIS] = "kpis",
	[MEMBER_ACTIONS] = "actions",
};

static const char *const member_one[MEMBER_COUNT] = {
	[MEMBER_ITEMS] = "item",
	[MEMBER_ROUTE] = "route question",
	[MEMBER_AMBITIONS] = "ambition",
	[MEMBER_TYPES] = "type",
	[MEMBER_FIT] = "fit entry",
	[MEMBER_KPIS] = "KPI",
	[MEMBER_ACTIONS] = "action",
};

yaml_node_t *tree_get(
	yaml_document_t *document, const yaml_node_t *map, const char *key, yaml_node_t **key_node)
{
	if (!map || map->type != YAML_MAPPING_NODE)
		return NULL;
	for (yaml_node_pair_t *pair = map->data.mapping.pairs.start;
		pair < map->data.mapping.pairs.top; pair++) {
		yaml_node_t *name = yaml_document_get_node(document, pair->key);
		if (name->type != YAML_SCALAR_NODE || strcmp((char *)name->data.scalar.value, key))
			continue;
		if (key_node)
			*key_node = name;
		return yaml_document_get_node(document, pair->value);
	}
	return NULL;
}

yaml_node_t *tree_at(yaml_document_t *document, const yaml_node_t *list, size_t index)
{
	if (!list || list->type != YAML_SEQUENCE_NODE)
		return NULL;
	yaml_node_item_t *item = list->data.sequence.items.start;
	if (index >= (size_t)(list->data.sequence.items.top - item))
		return NULL;
	return yaml_document_get_node(document, item[index]);
}

/* The file that holds the entry, and the entry's place in that file's own list. */
static struct file *place_file(const struct place *at, size_t *index)
{
	struct loading *loading = at->loading;
	*index = at->index;
	if (at->member == MEMBER_NONE)
		return &loading->files[at->index];
	size_t i = loading->file_count;
	while (i > 1 && loading->files[i - 1].first[at->member] > at->index)
		i--;
	*index -= loading->files[i - 1].first[at->member];
	return &loading->files[i - 1];
}

static yaml_node_t *place_entry(const struct place *at, yaml_document_t **document)
{
	size_t index;
	struct file *file = place_file(at, &index);
	*document = &file->document;
	if (!file->has_document)
		return NULL;
	yaml_node_t *root = yaml_document_get_root_node(&file->document);
	if (at->member == MEMBER_NONE)
		return root;
	return tree_at(*document, tree_get(*document, root, member_word[at->member], NULL), index);
}

bool place_has(const struct place *at, const char *field)
{
	yaml_document_t *document;
	yaml_node_t *entry = place_entry(at, &document);
	return tree_get(document, entry, field, NULL) != NULL;
}

void fault_label(struct str *s, enum member member, size_t index, yaml_document_t *document,
	const yaml_node_t *entry)
{
	yaml_node_t *id = tree_get(document, entry, "id", NULL);
	str_addf(s, "%s ", member_one[member]);
	if (id && id->type == YAML_SCALAR_NODE && id->data.scalar.length)
		str_addf(s, "%s: ", (char *)id->data.scalar.value);
	else
		str_addf(s, "number %zu: ", index + 1);
}

void fault(const struct place *at, const char *field, const char *fmt, ...)
{
	if (at->loading->err)
		return;
	struct str text;
	str_init(&text);
	size_t index;
	const struct file *file = place_file(at, &index);
	yaml_document_t *document;
	yaml_node_t *entry = place_entry(at, &document);
	if (at->member != MEMBER_NONE)
		fault_label(&text, at->member, index, document, entry);
	if (field)
		str_addf(&text, "%s: ", field);
	va_list args;
	va_start(args, fmt);
	str_addv(&text, fmt, args);
	va_end(args);
	yaml_node_t *key = NULL;
	if (field)
		tree_get(document, entry, field, &key);
	const yaml_node_t *node = key ? key : entry;
	fault_line(at->loading, file->name, node ? node->start_mark.line + 1 : 0, "%s", text.text);
	str_release(&text);
}

void fault_bank(struct loading *loading, const char *fmt, ...)
{
	struct str text;
	str_init(&text);
	va_list args;
	va_start(args, fmt);
	str_addv(&text, fmt, args);
	va_end(args);
	fault_line(loading, loading->name, 0, "%s", text.text);
	str_release(&text);
}

void fault_line(struct loading *loading, const char *name, size_t line, const char *fmt, ...)
{
	if (loading->err)
		return;
	struct str text;
	str_init(&text);
	va_list args;
	va_start(args, fmt);
	str_addv(&text, fmt, args);
	va_end(args);
	loading->err =
		line ? errmsg_set(loading->why, ERR_INVALID, "%s:%zu: %s", name, line, text.text)
		     : errmsg_set(loading->why, ERR_INVALID, "%s: %s", name, text.text);
	str_release(&text);
}
