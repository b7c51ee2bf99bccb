/* SPDX-License-Identifier: MIT */
/*
 * Writing a result to a file from a screen.
 */
#include "save_as.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include <rekindle/date.h>
#include <rekindle/file.h>
#include <rekindle/utf8.h>

/* "Phoenix-GenTech-2026-10-15.txt": letters and digits of the labels, the round's day. */
static void suggest_name(
	const struct app *app, const char *middle, const char *suffix, struct str *out)
{
	char day[DATE_TEXT], alliance[96];
	int date = app->record.assessment.date;
	bool gap = false;
	app_alliance_text(app, alliance, sizeof(alliance));
	for (const char *at = alliance; *at; at++) {
		bool kept = isalnum((unsigned char)*at) || (*at & 0x80);
		if (kept && gap && out->len)
			str_addc(out, '-');
		if (kept)
			str_addc(out, *at);
		gap = !kept;
	}
	str_addf(out, "%s%s%s%s", out->len ? "-" : "rekindle-",
		date_iso(date == DATE_NONE ? app->today : date, day), middle, suffix);
}

void save_as_ask(struct app *app, const char *middle, const char *suffix)
{
	struct str name;
	str_init(&name);
	suggest_name(app, middle, suffix, &name);
	app_ask(app, words_plain(W_ASK_FILE), name.text);
	str_release(&name);
}

/* The question with as much of the path's end as one row holds. */
static void ask_overwrite(struct app *app, const char *path)
{
	struct pool *pool = &app->said;
	const char *question = words(pool, W_FILE_EXISTS, hole_text("path", path)), *shown = path;
	while (utf8_cells(UTF8_SCREEN, question) > app->cols - 4 && *shown) {
		shown += utf8_grapheme(shown);
		question = words(
			pool, W_FILE_EXISTS, hole_text("path", pool_printf(pool, "~%s", shown)));
	}
	app_confirm(app, "%s", question);
}

/* What a shell would make of it: a leading "~/" is the user's folder. */
static char *file_path(const char *typed)
{
	const char *home = getenv("HOME");
	struct str path;
	str_init(&path);
	if (!strncmp(typed, "~/", 2) && home)
		str_addf(&path, "%s/%s", home, typed + 2);
	else
		str_add(&path, typed);
	while (path.len && path.text[path.len - 1] == ' ')
		str_delete(&path, path.len - 1, 1);
	return str_detach(&path);
}

bool save_as_take(struct save_as *own, struct app *app, const char *typed)
{
	if (str_blank(typed)) {
		app_say(app, "%s", words_plain(W_FILE_NOTHING));
		return false;
	}
	free(own->path);
	own->path = file_path(typed);
	if (app->options.store && store_owns(store_path(app->options.store), own->path))
		app_ask_again(app, typed,
			words(&app->said, W_FILE_IS_DATABASE, hole_text("path", own->path)));
	else if (file_exists(own->path))
		ask_overwrite(app, own->path);
	else
		return true;
	return false;
}

bool save_as_write(
	const struct save_as *own, struct app *app, const struct str *text, bool force, int lines)
{
	struct errmsg why;
	if (file_write_safely(own->path, text->text, text->len, force, &why)) {
		app_ask_again(app, own->path,
			words(&app->said, W_FILE_REFUSED, hole_text("why", why.text)));
		return false;
	}
	struct hole path = hole_text("path", own->path);
	app_say(app, "%s",
		lines ? words(&app->said, W_FILE_WRITTEN_LINES, path, hole_count("lines", lines))
		      : words(&app->said, W_FILE_WRITTEN, path));
	return true;
}

void save_as_release(struct save_as *own)
{
	free(own->path);
	own->path = NULL;
}
