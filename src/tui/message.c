/* SPDX-License-Identifier: MIT */
/*
 * The message row: what happened, what is wrong, a question.
 */
#include "app.h"

#include <stdarg.h>
#include <stdio.h>

static void vsay(struct app *app, bool warning, const char *fmt, va_list args)
{
	vsnprintf(app->message, sizeof(app->message), fmt, args);
	app->warning = warning;
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

void app_confirm(struct app *app, const char *fmt, ...)
{
	va_list args;
	va_start(args, fmt);
	vsay(app, false, fmt, args);
	va_end(args);
	app->confirming = true;
}

void app_ask(struct app *app, const char *label, const char *initial)
{
	app->message[0] = '\0';
	snprintf(app->ask_label, sizeof(app->ask_label), "%s", label);
	edit_set(&app->ask, initial);
	app->asking = true;
}
