/* SPDX-License-Identifier: MIT */
/*
 * A checklist: its rows are always the same, and each has a value.
 */
#include <string.h>
#include <jansson.h>
#include "audit.h"

/* The word of a row within its list: "mandate" of "governance.mandate"; NULL: of the other list. */
static const char *row_word(const struct audit_list *list, int row)
{
	const char *word = vocabulary_check_row.word[row];
	size_t n = strlen(list->name);

	return strncmp(word, list->name, n) == 0 && word[n] == '.' ? word + n + 1 : NULL;
}

bool audit_checks_has(const struct audit_list *list, int row)
{
	return row_word(list, row) != NULL;
}

static const char *row_words(const struct audit *audit)
{
	struct texts rows = { 0 };

	for (int row = 0; row < CHECK_ROWS; row++)
		if (row_word(audit->list, row))
			texts_add(&audit->cli->pool, &rows, row_word(audit->list, row));
	return words_list(&audit->cli->pool, &rows);
}

static enum err find_row(
	const struct audit *audit, const char *typed, size_t n, int *found, struct errmsg *why)
{
	for (*found = 0; *found < CHECK_ROWS; (*found)++) {
		const char *word = row_word(audit->list, *found);
		if (word && strlen(word) == n && strncmp(word, typed, n) == 0)
			return ERR_NONE;
	}
	return errmsg_set(why, ERR_USAGE, "%s has no row %.*s; it has %s", audit->list->name,
		(int)(n < 60 ? n : 60), typed, row_words(audit));
}

static struct checklist *entry_of(struct record *record, int row)
{
	for (size_t i = 0; i < record->checklist_count; i++)
		if (record->checklists[i].row == row)
			return &record->checklists[i];
	return NULL;
}

enum err audit_checks_print(const struct audit *audit, struct errmsg *why)
{
	const struct record *record = &audit->loaded->record;
	json_t *json = json_object();
	struct str out;
	enum err err;

	str_init(&out);
	for (int row = 0; row < CHECK_ROWS; row++) {
		const char *word = row_word(audit->list, row);
		if (!word)
			continue;
		const char *value =
			vocabulary_check.word[record_check(record, (enum check_row)row)];
		str_addf(&out, "%s=%s\n", word, value);
		json_object_set_new(json, word, json_string(value));
	}
	if (audit->cli->format == FORMAT_JSON)
		err = output_json(audit->cli, json_incref(json), why);
	else
		err = output_text(audit->cli, &out, why);
	json_decref(json);
	str_release(&out);
	return err;
}

/* "mandate=yes" */
static enum err read_check(
	const struct audit *audit, const char *typed, struct checklist *read, struct errmsg *why)
{
	const char *sign = strchr(typed, '=');
	char list[100];

	if (!sign)
		return errmsg_set(why, ERR_USAGE, "%.60s is no ROW=VALUE; the rows of %s are %s",
			typed, audit->list->name, row_words(audit));
	enum err err = find_row(audit, typed, (size_t)(sign - typed), &read->row, why);
	read->value = vocabulary_find(&vocabulary_check, sign + 1);
	if (err == ERR_NONE && read->value < 0)
		return errmsg_set(why, ERR_USAGE, "%.80s: it is one of %s", typed,
			vocabulary_list(&vocabulary_check, list, sizeof(list)));
	return err;
}

static enum err put(const struct audit *audit, const struct checklist *read, struct errmsg *why)
{
	struct record *record = &audit->loaded->record;
	struct checklist *entry = entry_of(record, read->row);

	if (!entry) {
		entry = record_add(record, KIND_CHECKLIST);
		entry->row = read->row;
	}
	entry->value = read->value;
	return work_put(audit->loaded, KIND_CHECKLIST, entry, why);
}

/* All that is given is read before any of it is stored. */
enum err audit_checks_set(const struct audit *audit, struct errmsg *why)
{
	int count = audit->cli->operand_count - 3;
	char **typed = audit->cli->operands + 3;
	struct checklist *read = pool_alloc(&audit->cli->pool, (size_t)count * sizeof(*read));
	enum err err = ERR_NONE;

	for (int i = 0; err == ERR_NONE && i < count; i++)
		err = read_check(audit, typed[i], &read[i], why);
	if (err == ERR_NONE)
		err = work_begin(audit->loaded, NULL, why);
	if (err != ERR_NONE)
		return err;
	for (int i = 0; err == ERR_NONE && i < count; i++)
		err = put(audit, &read[i], why);
	err = work_end(audit->loaded, err, why);
	return err || audit->cli->format != FORMAT_JSON ? err : audit_checks_print(audit, why);
}

static enum err drop_row(const struct audit *audit, int row, struct errmsg *why)
{
	struct loaded *loaded = audit->loaded;
	const struct checklist *entry = entry_of(&loaded->record, row);

	return entry ? store_delete(loaded->store, &loaded->record, KIND_CHECKLIST, entry, why)
		     : ERR_NONE;
}

enum err audit_checks_drop(const struct audit *audit, struct errmsg *why)
{
	int count = audit->cli->operand_count - 3;
	char **typed = audit->cli->operands + 3;
	int *rows = pool_alloc(&audit->cli->pool, (size_t)count * sizeof(*rows));
	enum err err = ERR_NONE;

	for (int i = 0; err == ERR_NONE && i < count; i++)
		err = find_row(audit, typed[i], strlen(typed[i]), &rows[i], why);
	if (err == ERR_NONE)
		err = work_begin(audit->loaded, NULL, why);
	if (err != ERR_NONE)
		return err;
	for (int i = 0; err == ERR_NONE && i < count; i++)
		err = drop_row(audit, rows[i], why);
	return work_end(audit->loaded, err, why);
}
