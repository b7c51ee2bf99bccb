/* SPDX-License-Identifier: MIT */
/*
 * What an editor has written, and what it was for.
 */
#include <rekindle/edited.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <rekindle/file.h>
#include <rekindle/scratch.h>
#include <rekindle/utf8.h>

bool edited_read(const char *path, struct str *text)
{
	struct str raw;
	FILE *in = fopen(path, "r");
	if (!in)
		return false;
	str_init(&raw);
	char *line = NULL;
	size_t room = 0;
	bool heading = true;
	for (ssize_t n; (n = getline(&line, &room, in)) > 0;) {
		heading = heading && line[0] == '#';
		if (!heading)
			str_addn(&raw, line, (size_t)n);
	}
	free(line);
	fclose(in);
	while (raw.len && raw.text[raw.len - 1] == '\n')
		str_delete(&raw, raw.len - 1, 1);
	str_clear(text);
	utf8_repair(text, raw.text, raw.len);
	str_release(&raw);
	return true;
}

/* "/home/ana/rekindle.db\n16 bytes\n16 bytes\n0\nopen.ideas": the item last. NULL: nothing of this
 * database outlives the program. In pool. */
const char *edited_mark(
	struct pool *pool, const struct store *store, const struct sitting_spot *spot)
{
	char assessment[UUID_TEXT], respondent[UUID_TEXT];
	char *place = realpath(store_path(store), NULL);
	const char *mark = place
		? pool_printf(pool, "%s\n%s\n%s\n%d\n%s", place,
			  uuid_text(&spot->assessment, assessment),
			  uuid_text(&spot->respondent, respondent), (int)spot->field, spot->item)
		: NULL;
	free(place);
	return mark;
}

/* After a crash */

/* The next line of *rest, which is in pool; "" at the end. */
static char *next_line(char **rest)
{
	char *line = strsep(rest, "\n");
	static char none[1];
	return line ? line : none;
}

/* True: it is a mark of this database. */
static bool read_mark(const struct store *store, char *mark, struct sitting_spot *spot)
{
	char *place = realpath(store_path(store), NULL), *rest = mark;
	bool ours = place && !strcmp(next_line(&rest), place);
	free(place);
	if (!ours || !uuid_parse(next_line(&rest), &spot->assessment) ||
		!uuid_parse(next_line(&rest), &spot->respondent))
		return false;
	spot->field = (enum sitting_field)atoi(next_line(&rest));
	spot->item = next_line(&rest);
	return spot->field >= SITTING_ANSWER && spot->field < SITTING_FIELDS;
}

/* What belongs to a database that is gone belongs to nothing. */
static bool is_orphan(const char *mark)
{
	struct pool pool = { 0 };
	bool orphan = !file_exists(pool_strndup(&pool, mark, strcspn(mark, "\n")));
	pool_release(&pool);
	return orphan;
}

static bool take_left(const char *path, const char *mark, void *context)
{
	struct store *store = context;
	struct pool pool = { 0 };
	struct sitting_spot spot;
	struct str text;
	struct errmsg why;
	if (!read_mark(store, pool_strdup(&pool, mark), &spot)) {
		pool_release(&pool);
		return is_orphan(mark);
	}
	str_init(&text);
	enum err err = ERR_NONE;
	if (edited_read(path, &text) && !str_blank(text.text))
		err = sitting_recover(store, &spot, text.text, &why);
	str_release(&text);
	pool_release(&pool);
	return !err || err == ERR_USAGE;
}

void edited_recover(struct store *store)
{
	if (!store_read_only(store))
		scratch_left(take_left, store);
	scratch_sweep();
}
