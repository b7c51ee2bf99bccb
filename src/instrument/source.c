/* SPDX-License-Identifier: MIT */
/*
 * The texts of a bank: which files, their bytes, and a tree of nodes with lines.
 */
#include "internal.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define FILE_MAX (4u << 20) /* bytes of one file; the built-in bank has a fortieth of it */
#define DEPTH_MAX 16        /* lists and mappings in each other */
#define KEYS_MAX 64         /* members of a mapping; no entry has half as many */

bool source_add(struct loading *loading, const char *name, const char *text, size_t size)
{
	if (size > FILE_MAX) {
		fault_line(loading, name, 0,
			"is larger than 4 MiB; divide it, or check that it is a "
			"question bank");
		return false;
	}
	size_t n = loading->file_count++;
	loading->files = mem_resize(loading->files, (n + 1) * sizeof(*loading->files));
	struct file *file = &loading->files[n];
	*file = (struct file){ .name = pool_strdup(loading->pool, name), .size = size };
	file->text = mem_alloc(size + 1);
	memcpy(file->text, text, size);
	return true;
}

static bool refused(struct loading *loading, const char *name)
{
	loading->err = errmsg_set(loading->why, ERR_FAILED,
		"%s: cannot be read: %s; check the path and its permissions", name,
		strerror(errno));
	return false;
}

static bool read_file(struct loading *loading, const char *name)
{
	FILE *in = fopen(name, "rb");
	if (!in)
		return refused(loading, name);
	struct str text;
	str_init(&text);
	char buffer[8192];
	for (size_t n; text.len <= FILE_MAX && (n = fread(buffer, 1, sizeof(buffer), in)) > 0;)
		str_addn(&text, buffer, n);
	bool ok = ferror(in) ? refused(loading, name)
			     : source_add(loading, name, text.text, text.len);
	fclose(in);
	str_release(&text);
	return ok;
}

static int is_bank(const struct dirent *entry)
{
	size_t n = strlen(entry->d_name);
	return entry->d_name[0] != '.' && n > 5 && !strcmp(entry->d_name + n - 5, ".yaml");
}

/* Not alphasort(): that follows the locale, and the instrument order must not. */
static int by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

static bool read_folder(struct loading *loading, const char *path)
{
	struct dirent **entries;
	int count = scandir(path, &entries, is_bank, by_name);
	if (count < 0)
		return refused(loading, path);
	bool ok = true;
	size_t n = strlen(path);
	for (int i = 0; i < count; i++) {
		char *name = pool_printf(loading->pool, "%s%s%s", path,
			n && path[n - 1] == '/' ? "" : "/", entries[i]->d_name);
		ok = ok && read_file(loading, name);
		free(entries[i]);
	}
	free(entries);
	if (!count)
		fault_bank(loading, RULE_YAML,
			"has no file that ends in .yaml; name a folder with a question "
			"bank");
	return ok && count;
}

bool source_path(struct loading *loading, const char *path)
{
	struct stat st;
	if (stat(path, &st))
		return refused(loading, path);
	return S_ISDIR(st.st_mode) ? read_folder(loading, path) : read_file(loading, path);
}

void source_release(struct loading *loading)
{
	for (size_t i = 0; i < loading->file_count; i++) {
		struct file *file = &loading->files[i];
		if (file->has_document)
			yaml_document_delete(&file->document);
		raw_free(file->raw);
		free(file->text);
	}
	free(loading->files);
}

/* Bytes that must not reach a terminal or end a text early; a tab or a newline may stay. */
static bool has_control(const yaml_node_t *node)
{
	const unsigned char *at = node->data.scalar.value;
	for (size_t i = 0; i < node->data.scalar.length; i++) {
		if ((at[i] < 0x20 && at[i] != '\n' && at[i] != '\t') || at[i] == 0x7F)
			return true;
		if (at[i] == 0xC2 && (at[i + 1] & 0xE0) == 0x80) /* U+0080 to U+009F */
			return true;
	}
	return false;
}

static bool check_keys(struct loading *loading, struct file *file, yaml_node_t *map)
{
	yaml_node_pair_t *pairs = map->data.mapping.pairs.start;
	size_t count = (size_t)(map->data.mapping.pairs.top - pairs);
	size_t line = map->start_mark.line + 1;
	if (count > KEYS_MAX)
		fault_line(
			loading, file->name, line, "more than %d members in one mapping", KEYS_MAX);
	for (size_t i = 0; i < count && !loading->err; i++) {
		yaml_node_t *key = yaml_document_get_node(&file->document, pairs[i].key),
			    *first = NULL;
		line = key->start_mark.line + 1;
		if (key->type != YAML_SCALAR_NODE) {
			fault_line(loading, file->name, line,
				"a list or mapping cannot be the name of a "
				"member");
			break;
		}
		const char *word = (char *)key->data.scalar.value;
		tree_get(&file->document, map, word, &first);
		if (first != key)
			fault_line(loading, file->name, line,
				"%s: is given twice in one entry; take "
				"one out",
				word);
	}
	return !loading->err;
}

static bool check_tree(struct loading *loading, struct file *file)
{
	yaml_document_t *document = &file->document;
	for (yaml_node_t *node = document->nodes.start; node < document->nodes.top; node++) {
		if (node->type == YAML_MAPPING_NODE && !check_keys(loading, file, node))
			return false;
		if (node->type == YAML_SCALAR_NODE && has_control(node)) {
			fault_line(loading, file->name, node->start_mark.line + 1,
				"the text has a control character; take it out");
			return false;
		}
	}
	return true;
}

/* How much deeper the event leads. */
static int descent(const yaml_event_t *event)
{
	if (event->type == YAML_SEQUENCE_START_EVENT || event->type == YAML_MAPPING_START_EVENT)
		return 1;
	if (event->type == YAML_SEQUENCE_END_EVENT || event->type == YAML_MAPPING_END_EVENT)
		return -1;
	return 0;
}

static void open_parser(yaml_parser_t *parser, const struct file *file)
{
	yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(parser, (const unsigned char *)file->text, file->size);
}

/* By events, before a tree is made: what libyaml does for a bracket grows with all that are open.
 * Text that is no YAML ends the walk; the tree will say so. */
static bool check_depth(struct loading *loading, const struct file *file)
{
	yaml_parser_t parser;
	yaml_event_t event;
	bool more = true;
	int depth = 0;
	if (!yaml_parser_initialize(&parser))
		return true;
	open_parser(&parser, file);
	while (more && yaml_parser_parse(&parser, &event)) {
		depth += descent(&event);
		more = event.type != YAML_STREAM_END_EVENT && depth <= DEPTH_MAX;
		if (depth > DEPTH_MAX)
			fault_line(loading, file->name, event.start_mark.line + 1,
				"column %zu: lists and mappings are nested more than %d deep; a "
				"question bank needs 5",
				event.start_mark.column + 1, DEPTH_MAX);
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
	return depth <= DEPTH_MAX;
}

static size_t problem_line(const yaml_parser_t *parser, const struct file *file)
{
	if (parser->error != YAML_READER_ERROR)
		return parser->problem_mark.line + 1;
	size_t line = 1;
	for (size_t i = 0; i < parser->problem_offset && i < file->size; i++)
		line += file->text[i] == '\n';
	return line;
}

bool source_parse(struct loading *loading, struct file *file)
{
	yaml_parser_t parser;
	if (!check_depth(loading, file))
		return false;
	if (!yaml_parser_initialize(&parser)) {
		loading->err = errmsg_set(
			loading->why, ERR_FAILED, "%s: no memory to read it", file->name);
		return false;
	}
	open_parser(&parser, file);
	file->has_document = yaml_parser_load(&parser, &file->document);
	if (!file->has_document) {
		fault_line(loading, file->name, problem_line(&parser, file),
			"not readable as YAML: "
			"%s; check quotes and indents here and just above",
			parser.problem);
	} else if (check_tree(loading, file) && yaml_document_get_root_node(&file->document)) {
		yaml_document_t next;
		if (!yaml_parser_load(&parser, &next)) {
			fault_line(loading, file->name, problem_line(&parser, file),
				"not readable as YAML: %s", parser.problem);
		} else {
			yaml_node_t *root = yaml_document_get_root_node(&next);
			if (root)
				fault_line(loading, file->name, next.start_mark.line + 1,
					"a second "
					"document begins here; put it into a file of its own");
			yaml_document_delete(&next);
		}
	}
	yaml_parser_delete(&parser);
	return !loading->err;
}
