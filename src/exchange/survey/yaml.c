/* SPDX-License-Identifier: MIT */
/*
 * Walking a map: mappings whose members are known, those whose keys are words of a survey tool
 * (which no schema of libcyaml can have), lists; every fault with its line.
 */
#include "internal.h"

#include <stdlib.h>
#include <string.h>
#include <rekindle/utf8.h>

static yaml_node_t *node_of(struct mapper *m, int index)
{
	return yaml_document_get_node(&m->document, index);
}

int map_line(const yaml_node_t *node)
{
	return (int)node->start_mark.line + 1;
}

void map_fault(struct mapper *m, const yaml_node_t *node, const char *fmt, ...)
{
	struct str what;
	va_list args;
	if (m->err)
		return;
	str_init(&what);
	va_start(args, fmt);
	str_addv(&what, fmt, args);
	va_end(args);
	m->err = errmsg_set(
		m->why, ERR_INVALID, "%s:%d: %s", m->name, node ? map_line(node) : 1, what.text);
	str_release(&what);
}

const char *map_text(struct mapper *m, const yaml_node_t *node)
{
	if (node->type != YAML_SCALAR_NODE) {
		map_fault(m, node, "must be a text, not a list or mapping");
		return NULL;
	}
	const char *text = (const char *)node->data.scalar.value;
	if (strlen(text) == node->data.scalar.length)
		return utf8_settle(m->pool, pool_strdup(m->pool, text));
	map_fault(m, node, "the text holds a NUL character; take it out");
	return NULL;
}

void take_text(struct mapper *m, const yaml_node_t *node, void *into)
{
	const char *text = map_text(m, node);
	if (text && str_blank(text))
		map_fault(m, node, "must not be empty");
	*(const char **)into = text;
}

void take_whole(struct mapper *m, const yaml_node_t *node, void *into)
{
	const char *text = map_text(m, node);
	size_t digits = text ? strspn(text, "0123456789") : 0;
	if (text && (!digits || digits > 4 || text[digits]))
		map_fault(m, node, "must be a whole number up to 9999, not \"%.40s\"", text);
	else if (text)
		*(int *)into = atoi(text);
}

void take_flag(struct mapper *m, const yaml_node_t *node, void *into)
{
	const char *text = map_text(m, node);
	bool yes = text && (!strcmp(text, "yes") || !strcmp(text, "true"));
	if (text && !yes && strcmp(text, "no") != 0 && strcmp(text, "false") != 0)
		map_fault(m, node, "must be yes or no, not \"%.40s\"", text);
	*(bool *)into = yes;
}

static const struct member *member_of(const struct member *list, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (!strcmp(list[i].name, name))
			return &list[i];
	return NULL;
}

static void unknown_member(struct mapper *m, const yaml_node_t *key, const char *name,
	const struct member *list, size_t count, const char *what)
{
	struct str names;
	str_init(&names);
	for (size_t i = 0; i < count; i++)
		str_addf(&names, "%s%s", i ? ", " : "", list[i].name);
	map_fault(m, key, "`%.40s` is no member of %s; there are %s", name, what, names.text);
	str_release(&names);
}

static bool is_mapping(struct mapper *m, const yaml_node_t *node)
{
	if (node->type == YAML_MAPPING_NODE)
		return true;
	map_fault(m, node, "must be a mapping, `name: value`");
	return false;
}

static bool given_before(
	struct mapper *m, const yaml_node_t *map, const yaml_node_pair_t *end, const char *key)
{
	for (yaml_node_pair_t *pair = map->data.mapping.pairs.start; pair < end; pair++)
		if (!strcmp((char *)node_of(m, pair->key)->data.scalar.value, key))
			return true;
	return false;
}

/* The key of a pair, which none before it has. */
static const char *key_of(
	struct mapper *m, const yaml_node_t *map, const yaml_node_pair_t *pair, yaml_node_t **key)
{
	*key = node_of(m, pair->key);
	const char *text = map_text(m, *key);
	if (!text || !given_before(m, map, pair, text))
		return text;
	map_fault(m, *key, "`%.40s` is given twice; take one out", text);
	return NULL;
}

void map_members(struct mapper *m, const yaml_node_t *node, const struct member *list, size_t count,
	void *object, const char *what)
{
	if (!is_mapping(m, node))
		return;
	for (yaml_node_pair_t *pair = node->data.mapping.pairs.start;
		!m->err && pair < node->data.mapping.pairs.top; pair++) {
		yaml_node_t *key;
		const char *name = key_of(m, node, pair, &key);
		const struct member *member = name ? member_of(list, count, name) : NULL;
		if (member)
			member->take(m, node_of(m, pair->value), (char *)object + member->offset);
		else if (name)
			unknown_member(m, key, name, list, count, what);
	}
}

void map_pairs(struct mapper *m, const yaml_node_t *node,
	void (*take)(struct mapper *, const char *key, const yaml_node_t *, void *into), void *into)
{
	if (!is_mapping(m, node))
		return;
	for (yaml_node_pair_t *pair = node->data.mapping.pairs.start;
		!m->err && pair < node->data.mapping.pairs.top; pair++) {
		yaml_node_t *key;
		const char *name = key_of(m, node, pair, &key);
		if (name)
			take(m, name, node_of(m, pair->value), into);
	}
}

/* `name:` with nothing behind it. */
static bool is_nothing(const yaml_node_t *node)
{
	return node->type == YAML_SCALAR_NODE && !node->data.scalar.length &&
		node->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
}

void map_entries(struct mapper *m, const yaml_node_t *node,
	void (*take)(struct mapper *, const yaml_node_t *, void *into), void *into)
{
	if (node->type != YAML_SEQUENCE_NODE) {
		if (!is_nothing(node))
			take(m, node, into);
		return;
	}
	for (yaml_node_item_t *item = node->data.sequence.items.start;
		!m->err && item < node->data.sequence.items.top; item++)
		take(m, node_of(m, *item), into);
}

static struct survey_word *add_word(struct mapper *m, const char *word, struct survey_words *words)
{
	struct survey_word *added = POOL_APPEND(m->pool, words->list, words->count);
	added->word = survey_fold(m->pool, word);
	added->spelled = word;
	return added;
}

static void take_entry(struct mapper *m, const yaml_node_t *node, void *into)
{
	const char *text = map_text(m, node);
	if (text)
		add_word(m, text, into);
}

void take_list(struct mapper *m, const yaml_node_t *node, void *into)
{
	map_entries(m, node, take_entry, into);
}

static void take_value(struct mapper *m, const char *key, const yaml_node_t *node, void *into)
{
	struct survey_words *words = into;
	const char *means = map_text(m, node);
	if (means && words_find(words, key))
		map_fault(
			m, node, "`%.40s` is given twice; case and blanks make no difference", key);
	else if (means && str_blank(key) && strcmp(means, "blank") != 0)
		map_fault(m, node, "an empty cell is blank, and means nothing else");
	else if (means)
		add_word(m, key, words)->means = means;
}

void take_values(struct mapper *m, const yaml_node_t *node, void *into)
{
	map_pairs(m, node, take_value, into);
}

bool map_parse(struct mapper *m, const char *text, size_t n)
{
	yaml_parser_t parser;
	if (!yaml_parser_initialize(&parser)) {
		m->err = errmsg_set(m->why, ERR_FAILED, "%s: no memory to read it", m->name);
		return false;
	}
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&parser, (const unsigned char *)text, n);
	bool parsed = yaml_parser_load(&parser, &m->document);
	if (!parsed)
		m->err = errmsg_set(m->why, ERR_INVALID,
			"%s:%zu: not readable as YAML: %s; check quotes and indents here and just "
			"above",
			m->name, parser.problem_mark.line + 1, parser.problem);
	yaml_parser_delete(&parser);
	return parsed;
}
