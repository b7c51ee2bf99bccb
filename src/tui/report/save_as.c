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

/* Why a file of that format cannot have the name; NULL: it can. */
static const char *misnamed(struct pool *pool, const char *path, const char *format)
{
	static const char *const of_plans[] = { "text", "csv", "ics", "xlsx", "json" };
	if (format && !file_name_fits(path, format))
		return words(pool, W_FILE_OTHER_FORMAT, hole_text("format", format),
			hole_text("end", file_name_end(format)));
	bool fits = format != NULL;
	for (size_t i = 0; i < sizeof(of_plans) / sizeof(*of_plans); i++)
		fits |= file_name_fits(path, of_plans[i]);
	return fits ? NULL : words_plain(W_FILE_NO_FORMAT);
}

bool save_as_take(struct save_as *own, struct app *app, const char *typed, const char *format)
{
	if (str_blank(typed)) {
		app_say(app, "%s", words_plain(W_FILE_NOTHING));
		return false;
	}
	free(own->path);
	own->path = file_path(typed);
	const char *wrong = misnamed(&app->said, own->path, format);
	if (wrong)
		app_ask_again(app, typed, wrong);
	else if (app->options.store && store_owns(store_path(app->options.store), own->path))
		app_ask_again(app, typed,
			words(&app->said, W_FILE_IS_DATABASE, hole_text("path", own->path)));
	else if (file_exists(own->path))
		ask_overwrite(app, own->path);
	else
		return true;
	return false;
}

static const char *written(struct app *app, const char *name, int lines, const char *folder)
{
	struct hole path = hole_text("path", name);
	struct hole in = hole_text("folder", folder);
	return lines ? words(&app->said, W_FILE_WRITTEN_LINES, path, hole_count("lines", lines), in)
		     : words(&app->said, W_FILE_WRITTEN, path, in);
}

/* What was written, and as much of the end of its folder as one row holds. */
static void say_written(struct app *app, const char *path, int lines)
{
	char *whole = realpath(path, NULL), *slash = whole ? strrchr(whole, '/') : NULL;
	const char *name = slash ? slash + 1 : path, *shown = "/";
	if (slash && slash > whole) {
		*slash = '\0';
		shown = whole;
	}
	const char *said = written(app, name, lines, shown);
	while (utf8_cells(UTF8_SCREEN, said) > app->cols - 4 && *shown) {
		shown += utf8_grapheme(shown);
		said = written(app, name, lines, pool_printf(&app->said, "~%s", shown));
	}
	app_say(app, "%s", said);
	free(whole);
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
	say_written(app, own->path, lines);
	return true;
}

void save_as_release(struct save_as *own)
{
	free(own->path);
	own->path = NULL;
}
