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

/* Where a file comes in the order of reading; the bank as a whole comes last. */
static size_t file_rank(const struct loading *loading, const char *name)
{
	size_t rank = 0;
	while (rank < loading->file_count && strcmp(loading->files[rank].name, name))
		rank++;
	return rank;
}

static void note(struct loading *loading, struct bank_fault fault)
{
	struct errmsg clean;
	errmsg_set(&clean, ERR_INVALID, "%s", fault.text);
	fault.text = pool_strdup(loading->pool, clean.text);
	fault.file = pool_strdup(loading->pool, fault.file);
	fault.id = pool_strdup(loading->pool, fault.id);
	size_t order = loading->noted_count;
	*POOL_APPEND(loading->pool, loading->noted, loading->noted_count) =
		(struct noted){ fault, file_rank(loading, fault.file), order };
}

static void put(struct loading *loading, struct bank_fault fault)
{
	if (loading_ended(loading))
		return;
	loading->err = ERR_INVALID;
	if (loading->collects)
		note(loading, fault);
	else if (fault.line)
		errmsg_set(loading->why, ERR_INVALID, "%s:%zu: %s", fault.file, fault.line,
			fault.text);
	else
		errmsg_set(loading->why, ERR_INVALID, "%s: %s", fault.file, fault.text);
}

static const char *entry_id(yaml_document_t *document, const yaml_node_t *entry)
{
	const yaml_node_t *id = tree_get(document, entry, "id", NULL);
	return id && id->type == YAML_SCALAR_NODE && id->data.scalar.length
		? (const char *)id->data.scalar.value
		: NULL;
}

/* The element of the field's list, else the field's name, else the entry. */
static size_t fault_place(
	yaml_document_t *document, const yaml_node_t *entry, const char *field, size_t element)
{
	yaml_node_t *key = NULL;
	const yaml_node_t *list = field ? tree_get(document, entry, field, &key) : NULL;
	const yaml_node_t *node = tree_at(document, list, element);
	if (!node)
		node = key ? key : entry;
	return node ? node->start_mark.line + 1 : 0;
}

#define NO_ELEMENT ((size_t)-1)

static void fault_va(const struct place *at, enum rule rule, const char *field, size_t element,
	const char *fmt, va_list args)
{
	if (loading_ended(at->loading))
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
	str_addv(&text, fmt, args);
	put(at->loading,
		(struct bank_fault){
			.file = file->name,
			.line = fault_place(document, entry, field, element),
			.rule = rules[rule].id,
			.id = at->member == MEMBER_NONE ? NULL : entry_id(document, entry),
			.text = text.text,
		});
	str_release(&text);
}

void fault(const struct place *at, const char *field, const char *fmt, ...)
{
	va_list args;
	va_start(args, fmt);
	fault_va(at, RULE_MEMBER, field, NO_ELEMENT, fmt, args);
	va_end(args);
}

void fault_of(const struct place *at, enum rule rule, const char *field, const char *fmt, ...)
{
	va_list args;
	va_start(args, fmt);
	fault_va(at, rule, field, NO_ELEMENT, fmt, args);
	va_end(args);
}

void fault_element(const struct place *at, enum rule rule, const char *field, size_t element,
	const char *fmt, ...)
{
	va_list args;
	va_start(args, fmt);
	fault_va(at, rule, field, element, fmt, args);
	va_end(args);
}

void fault_list(struct loading *loading, enum rule rule, enum member member, const char *fmt, ...)
{
	const char *name = loading->name;
	yaml_node_t *key = NULL;
	for (size_t i = 0; !key && i < loading->file_count; i++) {
		struct file *file = &loading->files[i];
		if (!file->has_document)
			continue;
		tree_get(&file->document, yaml_document_get_root_node(&file->document),
			member_word[member], &key);
		name = key ? file->name : loading->name;
	}
	struct str text;
	str_init(&text);
	str_addf(&text, "%s: ", member_word[member]);
	va_list args;
	va_start(args, fmt);
	str_addv(&text, fmt, args);
	va_end(args);
	put(loading,
		(struct bank_fault){ name, key ? key->start_mark.line + 1 : 0, rules[rule].id, NULL,
			text.text });
	str_release(&text);
}

static void bank_va(struct loading *loading, enum rule rule, const char *name, size_t line,
	const char *fmt, va_list args)
{
	struct str text;
	str_init(&text);
	str_addv(&text, fmt, args);
	put(loading, (struct bank_fault){ name, line, rules[rule].id, NULL, text.text });
	str_release(&text);
}

void fault_bank(struct loading *loading, enum rule rule, const char *fmt, ...)
{
	va_list args;
	va_start(args, fmt);
	bank_va(loading, rule, loading->name, 0, fmt, args);
	va_end(args);
}

void fault_line(struct loading *loading, const char *name, size_t line, const char *fmt, ...)
{
	va_list args;
	va_start(args, fmt);
	bank_va(loading, RULE_YAML, name, line, fmt, args);
	va_end(args);
}
