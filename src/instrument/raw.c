/* SPDX-License-Identifier: MIT */
/*
 * The schema of a bank for libcyaml, and its faults in our words.
 */
#include "internal.h"

#include <cyaml/cyaml.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* clang-format off */
/* Everything may be absent: the validator knows the entry's id and says what is missing. */
#define TEXT(structure, key, member)                                                               \
	CYAML_FIELD_STRING_PTR(key, CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, struct structure,    \
		member, 0, CYAML_UNLIMITED)
#define LIST(structure, member, entry)                                                             \
	CYAML_FIELD_SEQUENCE(#member, CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, struct structure,  \
		member, &entry, 0, CYAML_UNLIMITED)
#define ENTRY(structure, fields)                                                                   \
	{                                                                                          \
		CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct structure, fields)                  \
	}

static const cyaml_schema_value_t word_schema = { CYAML_VALUE_STRING(
	CYAML_FLAG_POINTER, char *, 0, CYAML_UNLIMITED) };

static const cyaml_schema_field_t choice_fields[] = {
	TEXT(raw_choice, "id", id),
	TEXT(raw_choice, "text", text),
	CYAML_FIELD_END
};
static const cyaml_schema_value_t choice_schema = ENTRY(raw_choice, choice_fields);

static const cyaml_schema_field_t item_fields[] = {
	TEXT(raw_item, "id", id),
	TEXT(raw_item, "kind", kind),
	TEXT(raw_item, "section", section),
	TEXT(raw_item, "aspect", aspect),
	TEXT(raw_item, "topic", topic),
	TEXT(raw_item, "short", shorthand),
	TEXT(raw_item, "text", text),
	TEXT(raw_item, "low", low),
	TEXT(raw_item, "mid", mid),
	TEXT(raw_item, "high", high),
	TEXT(raw_item, "hint", hint),
	TEXT(raw_item, "field", field),
	TEXT(raw_item, "reversed", reversed),
	TEXT(raw_item, "core", core),
	TEXT(raw_item, "health_check", health_check),
	LIST(raw_item, roles, word_schema),
	LIST(raw_item, probes, word_schema),
	LIST(raw_item, choices, choice_schema),
	CYAML_FIELD_END
};
static const cyaml_schema_value_t item_schema = ENTRY(raw_item, item_fields);

static const cyaml_schema_field_t route_fields[] = {
	TEXT(raw_route, "id", id),
	TEXT(raw_route, "topic", topic),
	TEXT(raw_route, "text", text),
	TEXT(raw_route, "low", low),
	TEXT(raw_route, "mid", mid),
	TEXT(raw_route, "high", high),
	LIST(raw_route, probes, word_schema),
	CYAML_FIELD_END
};
static const cyaml_schema_value_t route_schema = ENTRY(raw_route, route_fields);

static const cyaml_schema_field_t entry_fields[] = {
	TEXT(raw_entry, "id", id),
	TEXT(raw_entry, "name", name),
	TEXT(raw_entry, "text", text),
	CYAML_FIELD_END
};
static const cyaml_schema_value_t entry_schema = ENTRY(raw_entry, entry_fields);

static const cyaml_schema_field_t fit_fields[] = {
	TEXT(raw_fit, "ambition", ambition),
	TEXT(raw_fit, "type", type),
	TEXT(raw_fit, "fit", fit),
	TEXT(raw_fit, "reason", reason),
	CYAML_FIELD_END
};
static const cyaml_schema_value_t fit_schema = ENTRY(raw_fit, fit_fields);

static const cyaml_schema_field_t kpi_fields[] = {
	TEXT(raw_kpi, "id", id),
	TEXT(raw_kpi, "category", category),
	TEXT(raw_kpi, "name", name),
	TEXT(raw_kpi, "unit", unit),
	TEXT(raw_kpi, "direction", direction),
	TEXT(raw_kpi, "text", text),
	TEXT(raw_kpi, "feeds", feeds),
	LIST(raw_kpi, moved_by, word_schema),
	CYAML_FIELD_END
};
static const cyaml_schema_value_t kpi_schema = ENTRY(raw_kpi, kpi_fields);

static const cyaml_schema_field_t action_fields[] = {
	TEXT(raw_action, "id", id),
	TEXT(raw_action, "step", step),
	TEXT(raw_action, "title", title),
	TEXT(raw_action, "what", what),
	TEXT(raw_action, "done_when", done_when),
	TEXT(raw_action, "owner", owner),
	TEXT(raw_action, "partner_owner", partner_owner),
	TEXT(raw_action, "resources", resources),
	TEXT(raw_action, "effort_days", effort_days),
	TEXT(raw_action, "weeks", weeks),
	TEXT(raw_action, "earliest_week", earliest_week),
	TEXT(raw_action, "quick_win", quick_win),
	TEXT(raw_action, "social", social),
	TEXT(raw_action, "kpi", kpi),
	TEXT(raw_action, "source", source),
	LIST(raw_action, tracks, word_schema),
	LIST(raw_action, when, word_schema),
	LIST(raw_action, unless, word_schema),
	LIST(raw_action, requires, word_schema),
	LIST(raw_action, retest, word_schema),
	LIST(raw_action, instead_of, word_schema),
	CYAML_FIELD_END
};
static const cyaml_schema_value_t action_schema = ENTRY(raw_action, action_fields);

static const cyaml_schema_field_t bank_fields[] = {
	TEXT(raw_bank, "id", id),
	TEXT(raw_bank, "version", version),
	TEXT(raw_bank, "title", title),
	TEXT(raw_bank, "opening", opening),
	TEXT(raw_bank, "culture", culture),
	LIST(raw_bank, items, item_schema),
	LIST(raw_bank, route, route_schema),
	LIST(raw_bank, ambitions, entry_schema),
	LIST(raw_bank, types, entry_schema),
	LIST(raw_bank, fit, fit_schema),
	LIST(raw_bank, kpis, kpi_schema),
	LIST(raw_bank, actions, action_schema),
	CYAML_FIELD_END
};
static const cyaml_schema_value_t bank_schema = { CYAML_VALUE_MAPPING(
	CYAML_FLAG_POINTER, struct raw_bank, bank_fields) };

/* Where the lists are in struct raw_bank, to join those of several files. */
static const struct {
	size_t entries, count, size;
} list_info[MEMBER_COUNT] = {
#define JOINED(index, member)                                                                      \
	[index] = { offsetof(struct raw_bank, member), offsetof(struct raw_bank, member##_count),  \
		sizeof(*((struct raw_bank *)0)->member) }
	JOINED(MEMBER_ITEMS, items),
	JOINED(MEMBER_ROUTE, route),
	JOINED(MEMBER_AMBITIONS, ambitions),
	JOINED(MEMBER_TYPES, types),
	JOINED(MEMBER_FIT, fit),
	JOINED(MEMBER_KPIS, kpis),
	JOINED(MEMBER_ACTIONS, actions),
#undef JOINED
};
/* clang-format on */

/* What libcyaml says about a fault: one sentence, then the way to it from the inside out. */
struct report {
	struct str problem;
	struct step {
		char key[64]; /* "" for an entry of a list */
		size_t index;
	} steps[8];
	int count;
};

static void listen(cyaml_log_t level, void *context, const char *fmt, va_list args)
{
	(void)level;
	struct report *report = context;
	struct str line;
	str_init(&line);
	str_addv(&line, fmt, args);
	struct step step = { .key = "" };
	bool found = sscanf(line.text, " in mapping field '%63[^']'", step.key) == 1;
	if (!found && sscanf(line.text, " in sequence entry '%zu'", &step.index) == 1) {
		step.index -= step.index > 0; /* counted from 1 */
		found = true;
	}
	if (found && report->count < (int)(sizeof(report->steps) / sizeof(*report->steps)))
		report->steps[report->count++] = step;
	else if (!found && !report->problem.len && strncmp(line.text, "Load: Backtrace", 15))
		str_add(&report->problem, line.text);
	str_release(&line);
}

static const char *shape(const char *word)
{
	static const char *const words[][2] = {
		{ "STRING", "one text or word" },
		{ "SEQUENCE", "a list" },
		{ "MAPPING", "a mapping of members" },
	};
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (!strcmp(words[i][0], word))
			return words[i][1];
	return word;
}

/* Our sentence for libcyaml's; *key becomes the unknown member, if it is that. */
static void translate(struct str *to, struct report *report, cyaml_err_t err, char key[64])
{
	char want[32];
	key[0] = '\0';
	if (sscanf(report->problem.text, "Load: Unexpected key: %63[^\n]", key) == 1)
		str_addf(to,
			"%s: is not a member that a bank has here; rekindle-instrument(5) lists "
			"them",
			key);
	else if (sscanf(report->problem.text, "Load: Expecting %31[A-Z]", want) == 1)
		str_addf(to, "%s is needed here", shape(want));
	else if (err == CYAML_ERR_ALIAS)
		str_add(to, "an alias (*name) is not allowed; write the value out");
	else
		str_addf(to, "cannot be read: %s", cyaml_strerror(err));
}

/* Follow libcyaml's way as far as it exists; *line is that of the last step that does. */
static yaml_node_t *follow(struct file *file, const struct report *report, int from, size_t *line)
{
	yaml_node_t *node = yaml_document_get_root_node(&file->document);
	*line = node ? node->start_mark.line + 1 : 0;
	for (int i = report->count - 1; node && i >= from; i--) {
		const struct step *step = &report->steps[i];
		yaml_node_t *key = NULL;
		node = step->key[0] ? tree_get(&file->document, node, step->key, &key)
				    : tree_at(&file->document, node, step->index);
		if (key || node)
			*line = (key ? key : node)->start_mark.line + 1;
	}
	return node;
}

static void add_label(struct str *to, struct file *file, const struct report *report)
{
	size_t line;
	int entry = report->count - 2;
	for (enum member member = 0; entry >= 0 && member < MEMBER_COUNT; member++)
		if (!strcmp(member_word[member], report->steps[entry + 1].key))
			fault_label(to, member, report->steps[entry].index, &file->document,
				follow(file, report, entry, &line));
}

static void raw_fault(
	struct loading *loading, struct file *file, struct report *report, cyaml_err_t err)
{
	struct str text;
	char unknown[64];
	str_init(&text);
	add_label(&text, file, report);
	if (report->count && report->steps[0].key[0])
		str_addf(&text, "%s: ", report->steps[0].key);
	translate(&text, report, err, unknown);
	size_t line;
	yaml_node_t *key = NULL, *node = follow(file, report, 0, &line);
	tree_get(&file->document, node, unknown, &key);
	fault_line(loading, file->name, key ? key->start_mark.line + 1 : line, "%s", text.text);
	str_release(&text);
}

static const cyaml_config_t quiet = { .mem_fn = cyaml_mem, .flags = CYAML_CFG_NO_ALIAS };

bool raw_load(struct loading *loading, struct file *file)
{
	struct report report = { .count = 0 };
	str_init(&report.problem);
	cyaml_config_t config = quiet;
	config.log_level = CYAML_LOG_ERROR;
	config.log_fn = listen;
	config.log_ctx = &report;
	cyaml_err_t err = cyaml_load_data((const uint8_t *)file->text, file->size, &config,
		&bank_schema, (cyaml_data_t **)&file->raw, NULL);
	if (err)
		raw_fault(loading, file, &report, err);
	str_release(&report.problem);
	return !err;
}

void raw_free(struct raw_bank *raw)
{
	cyaml_free(&quiet, &bank_schema, raw, 0);
}

static void join_list(struct loading *loading, enum member member)
{
	size_t size = list_info[member].size, total = 0;
	for (size_t i = 0; i < loading->file_count; i++) {
		struct file *file = &loading->files[i];
		file->first[member] = total;
		if (file->raw)
			total += *(unsigned *)((char *)file->raw + list_info[member].count);
	}
	if (total > LIST_MAX) {
		fault_bank(loading, RULE_MEMBER, "%s: has %zu entries; a bank may have %d",
			member_word[member], total, LIST_MAX);
		return;
	}
	char *all = pool_alloc(loading->pool, total * size);
	*(unsigned *)((char *)&loading->all + list_info[member].count) = (unsigned)total;
	memcpy((char *)&loading->all + list_info[member].entries, &all, sizeof(all));
	for (size_t i = 0; i < loading->file_count; i++) {
		const struct raw_bank *raw = loading->files[i].raw;
		unsigned count = raw ? *(unsigned *)((char *)raw + list_info[member].count) : 0;
		const char *entries;
		if (!count)
			continue;
		memcpy(&entries, (char *)raw + list_info[member].entries, sizeof(entries));
		memcpy(all + loading->files[i].first[member] * size, entries, count * size);
	}
}

void raw_join(struct loading *loading)
{
	static const struct {
		const char *key;
		size_t offset;
	} once[] = {
		{ "id", offsetof(struct raw_bank, id) },
		{ "version", offsetof(struct raw_bank, version) },
		{ "title", offsetof(struct raw_bank, title) },
		{ "opening", offsetof(struct raw_bank, opening) },
		{ "culture", offsetof(struct raw_bank, culture) },
	};
	for (enum member member = 0; member < MEMBER_COUNT; member++)
		join_list(loading, member);
	for (size_t f = 0; f < loading->file_count; f++)
		for (size_t i = 0; loading->files[f].raw && i < sizeof(once) / sizeof(*once); i++) {
			char **from = (char **)((char *)loading->files[f].raw + once[i].offset);
			char **to = (char **)((char *)&loading->all + once[i].offset);
			if (*from && *to)
				fault_of(&(struct place){ loading, MEMBER_NONE, f }, RULE_DUPLICATE,
					once[i].key, "is given in a second file; take one out");
			if (*from)
				*to = *from;
		}
}
