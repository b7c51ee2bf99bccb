/* SPDX-License-Identifier: MIT */
/*
 * The way back: the newest safety copy that is whole, and the command for it.
 */
#include "care_private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <rekindle/date.h>

const char *store_newest_backup(const char *path, char *buffer, size_t size)
{
	struct pool pool = { 0 };
	struct shelf_copy *copies;
	const char *found = NULL;
	size_t count = shelf_list(path, &pool, &copies);
	for (size_t i = 0; !found && i < count; i++)
		if (strlen(copies[i].path) < size &&
			!judge_file(copies[i].path, copies[i].path, false, NULL))
			found = strcpy(buffer, copies[i].path);
	pool_release(&pool);
	return found;
}

void care_word(struct str *out, const char *word)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
				    "0123456789/._-+,:@%";
	if (*word && word[strspn(word, plain)] == '\0') {
		str_add(out, word);
		return;
	}
	str_addc(out, '\'');
	for (; *word; word++)
		if (*word == '\'')
			str_add(out, "'\\''");
		else
			str_addc(out, *word);
	str_addc(out, '\'');
}

static bool is_usual(const char *database)
{
	char buffer[4096];
	const char *named = getenv("REKINDLE_DB");
	const char *usual = named && *named ? named : store_default_path(buffer, sizeof(buffer));
	return usual && !strcmp(usual, database);
}

void care_command(struct str *out, const char *database, const char *file)
{
	str_add(out, "rekindle ");
	if (!is_usual(database)) {
		str_add(out, "--db ");
		care_word(out, database);
		str_addc(out, ' ');
	}
	str_add(out, "restore ");
	care_word(out, file);
}

void care_way_back(const char *database, struct errmsg *why)
{
	char buffer[4096];
	const char *best = store_newest_backup(database, buffer, sizeof(buffer));
	struct errmsg said = *why;
	struct str command;
	str_init(&command);
	if (best) {
		care_command(&command, database, best);
		errmsg_set(why, ERR_NONE, "%s; its newest good copy comes back with: %s", said.text,
			command.text);
	} else {
		errmsg_set(why, ERR_NONE,
			"%s; there is no good safety copy of it: restore a backup of your own "
			"with rekindle restore FILE",
			said.text);
	}
	str_release(&command);
}

/* Its pages are another question: what cannot even be opened shows at its beginning or end, or in
 * what lies beside it. */
void care_way_back_if_damaged(const char *database, struct errmsg *why)
{
	struct engine_face face;
	char buffer[4096];
	if (!why || !engine_face(database, &face))
		return;
	bool ours = face.database && face.ours;
	bool waits = face.waits_log || face.waits_journal;
	if ((!ours || waits || face.size < face.whole) &&
		store_newest_backup(database, buffer, sizeof(buffer)))
		care_way_back(database, why);
}

/* A start afresh beside copies is asked for, not stumbled into. */
enum err care_miss(const char *database, bool create, struct errmsg *why)
{
	struct engine_face face;
	struct str command;
	char buffer[4096];
	struct stat at;
	bool there = stat(database, &at) == 0;
	if (there &&
		(!S_ISREG(at.st_mode) || !engine_face(database, &face) || face.size ||
			face.waits_journal))
		return ERR_NONE;
	const char *best = store_newest_backup(database, buffer, sizeof(buffer));
	if (!best)
		return there && !create
			? errmsg_set(why, ERR_INVALID, "%s is empty; rekindle new begins in it",
				  database)
			: ERR_NONE;
	str_init(&command);
	care_command(&command, database, best);
	enum err err = errmsg_set(why, there ? ERR_INVALID : ERR_FAILED,
		"%s %s, but there are safety copies of it: %s brings the newest back; to begin "
		"afresh, move backups away",
		database, there ? "is empty" : "is not there", command.text);
	str_release(&command);
	return err;
}
