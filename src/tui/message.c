/* SPDX-License-Identifier: MIT */
/*
 * The message row: what happened, and what is asked there.
 */
#include "app.h"

#include <stdarg.h>

#include <rekindle/utf8.h>

static void vsay(struct app *app, bool warning, const char *fmt, va_list args)
{
	if (warning || !app->told) {
		vsnprintf(app->message, sizeof(app->message), fmt, args);
		app->warning = warning;
	}
}

void app_say(struct app *app, const char *fmt, ...)
{
	va_list args;
	va_start(args, fmt);
	vsay(app, false, fmt, args);
	va_end(args);
}

void app_warn(struct app *app, const char *fmt, ...)
{
	va_list args;
	va_start(args, fmt);
	vsay(app, true, fmt, args);
	va_end(args);
}

void app_say_example(struct app *app)
{
	app_say(app, "%s",
		words(&app->said, W_EXAMPLE_STANDS, hole_day("day", app->today, DAY_LONG)));
}

void app_confirm(struct app *app, const char *fmt, ...)
{
	va_list args;
	app->told = false;
	va_start(args, fmt);
	vsay(app, false, fmt, args);
	va_end(args);
	app->confirming = true;
}

const char *app_cut(struct pool *pool, const char *text, int cells)
{
	struct str out;
	str_init(&out);
	utf8_cut(&out, UTF8_SCREEN, text, cells);
	const char *cut = pool_strdup(pool, out.text);
	str_release(&out);
	return cut;
}
