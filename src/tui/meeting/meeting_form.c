/* SPDX-License-Identifier: MIT */
/*
 * One decision or note as a form: its words, and what it is filed to. Leaving a field saves it.
 */
#include "meeting_view.h"

#include "../widgets/bind.h"
#include "filed.h"
#include "../widgets/form_screen.h"

struct minute_form {
	struct form form;
	int64_t key; /* of the meeting */
	enum minute_list list;
	size_t at;
	struct str text; /* as it was shown, by which it is found again */
};

/* By their addresses the form knows its fields. */
static const struct row {
	const char *label, *hint;
} text_row = { "Words", "One line of the minutes." },
  filed_row = { "Filed to",
	  "An action, a joint objective, a risk. It is put behind the note of that." };

static struct minute *read_list(struct minute_form *own, const struct record *record, size_t *count)
{
	int meeting = bind_index(record, KIND_MEETING, own->key);
	*count = 0;
	return meeting < 0 ? NULL
			   : minutes_read(&own->form.pool, record, &record->meetings[meeting],
				     own->list, count);
}

/* Another program may have moved it, or taken it out. */
static struct minute *find_again(
	struct minute_form *own, const struct record *record, size_t *count)
{
	struct minute *minutes = read_list(own, record, count);
	if (own->at < *count && str_same(minutes[own->at].text, own->text.text))
		return minutes;
	for (size_t i = 0; i < *count; i++)
		if (str_same(minutes[i].text, own->text.text)) {
			own->at = i;
			return minutes;
		}
	return NULL;
}

static bool fill(struct form *form, struct app *app)
{
	struct minute_form *own = (struct minute_form *)form;
	size_t count;
	const struct minute *minutes = find_again(own, &app->record, &count);
	struct form_words places = { .pool = &form->pool };
	if (!minutes)
		return false;
	const struct minute *minute = &minutes[own->at];
	filed_places(&places, app, minute, words_plain(W_FILED_TO_NOTHING), false);
	form_text(form, text_row.label, text_row.hint, minute->text)->row = &text_row;
	form_choose(form, filed_row.label, filed_row.hint, &places, filed_meaning(minute))->row =
		&filed_row;
	return true;
}

static const char *check(struct form *form, struct app *app, int i)
{
	const struct form_field *field = &form->field[i];
	return field->row == &text_row && !form_value(&app->said, field)
		? words_plain(W_FIELD_WORDS)
		: NULL;
}

static bool put(struct minute_form *own, struct app *app, const struct minute *minutes,
	size_t count, const struct minute *file)
{
	int at = bind_index(&app->record, KIND_MEETING, own->key);
	const struct meeting *meeting = &app->record.meetings[at];
	return meeting_put(app,
		&(struct meeting_list){ .body = (enum body)meeting_body(meeting),
			.day = meeting_day(meeting),
			.list = own->list,
			.minutes = minutes,
			.count = count,
			.file = file });
}

static enum form_kept keep_text(struct minute_form *own, struct app *app, struct minute *minutes,
	size_t count, const char *text)
{
	minutes[own->at].text = text;
	if (!put(own, app, minutes, count, NULL))
		return FORM_FAILED;
	str_set(&own->text, text);
	return FORM_KEPT;
}

static enum form_kept keep_place(
	struct minute_form *own, struct app *app, struct minute *minutes, size_t count, int meaning)
{
	if (meaning < 0)
		return FORM_KEPT;
	minutes[own->at] = filed_of(&app->record, minutes[own->at].text, meaning);
	if (!put(own, app, minutes, count, &minutes[own->at]))
		return FORM_FAILED;
	const char *where = words_filed(&app->said, &app->record, &minutes[own->at]);
	if (where)
		app_say(app, "%s", words(&app->said, W_MINUTE_FILED, hole_text("where", where)));
	return FORM_KEPT;
}

static enum form_kept keep(struct form *form, struct app *app, int i)
{
	struct minute_form *own = (struct minute_form *)form;
	struct form_field *field = &form->field[i];
	size_t count;
	struct minute *minutes = find_again(own, &app->record, &count);
	if (!minutes)
		return FORM_FAILED;
	return field->row == &text_row
		? keep_text(own, app, minutes, count, form_value(&app->record.pool, field))
		: keep_place(own, app, minutes, count, form_meaning(field, -1));
}

static void enter(struct screen *screen, const void *given)
{
	static const struct form_ops ops = { .fill = fill, .check = check, .keep = keep };
	struct minute_form *own = screen->state;
	const struct minute_arg *arg = given;
	const struct record *record = &screen->app->record;
	const struct meeting *meeting = &record->meetings[arg->meeting];
	struct pool pool = { 0 };
	size_t count;
	own->key = meeting->object.key;
	own->list = arg->list;
	own->at = arg->at;
	str_init(&own->text);
	str_set(&own->text, minutes_read(&pool, record, meeting, arg->list, &count)[arg->at].text);
	own->form.title = arg->list == MINUTES_DECISIONS ? "Decision" : "Note";
	own->form.about = "Leaving a field saves it.";
	form_place(&own->form, pool_printf(&pool, "minute %d %d", (int)arg->list, (int)arg->at),
		record, &meeting->object);
	pool_release(&pool);
	form_screen_enter(screen, &ops);
}

static void leave(struct screen *screen)
{
	str_release(&((struct minute_form *)screen->state)->text);
	form_screen_leave(screen);
}

const struct screen_ops screen_minute = { .name = "minute",
	.goes_on = true,
	.state_size = sizeof(struct minute_form),
	.enter = enter,
	.act = form_screen_act,
	.offers = form_screen_offers,
	.label = form_screen_label,
	.text = form_screen_text,
	.header = form_screen_header,
	.layout = form_screen_layout,
	.draw = form_screen_draw,
	.leave = leave };
