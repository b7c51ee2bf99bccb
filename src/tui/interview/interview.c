/* SPDX-License-Identifier: MIT */
/*
 * The guided session: one question a screen, two modes, back never blocked.
 */
#include "interview.h"

#include <stdlib.h>
#include <string.h>

#include <rekindle/date.h>
#include <rekindle/utf8.h>
#include "../terminal.h"

#define DRAFT_MS 1500 /* a draft is kept this long after its first key at the latest */

int interview_item_index(const struct interview *in)
{
	return in->flow.items[in->flow.at];
}

const struct item *interview_item(const struct interview *in)
{
	return &in->app->record.instrument->items[interview_item_index(in)];
}

const struct answer *interview_answer(const struct interview *in)
{
	return record_answer(&in->app->record, in->respondent, interview_item_index(in));
}

int interview_seconds(const struct interview *in)
{
	int64_t running = in->paused ? 0 : clock_monotonic_ms() - in->since;
	return in->seconds_before + (int)(running / 1000);
}

const char *interview_short(const struct interview *in, size_t question)
{
	const struct item *item = &in->app->record.instrument->items[in->flow.items[question]];
	return item->shorthand ? item->shorthand : item->text;
}

/* Where the focus stands when a question is opened: on what was chosen. */
static int chosen_row(const struct interview *in)
{
	const struct item *item = interview_item(in);
	const struct answer *answer = interview_answer(in);
	if (!answer || answer->value.type != VALUE_TEXT)
		return 0;
	if (item->kind == ITEM_CHECK)
		return vocabulary_find(&vocabulary_check, answer->value.text);
	for (size_t i = 0; i < item->choice_count; i++)
		if (str_same(item->choices[i].id, answer->value.text))
			return (int)i;
	return 0;
}

/* A question comes up: an open one starts in TEXT, for somebody is talking. */
static void open_question(struct interview *in)
{
	enum item_kind kind = interview_item(in)->kind;
	const struct answer *answer = interview_answer(in);
	in->row = chosen_row(in);
	in->probe = 0;
	in->digits = false;
	in->page.wanted = 0;
	bool open = !answer || answer->state == STATE_BLANK || answer->state == STATE_ANSWERED;
	if (!in->read_only && open &&
		(kind == ITEM_TEXT || kind == ITEM_NUMBER || kind == ITEM_DATE))
		interview_write(in, WRITING_ANSWER);
}

void interview_go(struct interview *in, size_t question)
{
	if (!interview_stop_writing(in))
		return;
	flow_jump(&in->flow, question + 1);
	open_question(in);
	interview_keep_place(in);
}

static void next(struct interview *in)
{
	if (!interview_stop_writing(in))
		return;
	int seconds = interview_seconds(in);
	int advised = flow_advise(&in->flow, seconds);
	bool last = in->flow.at + 1 == in->flow.count;
	if (advised < 0 || (last && advised <= (int)in->flow.at)) {
		struct review_arg arg = { .interview = in };
		app_push(in->app, &screen_review, &arg);
		return;
	}
	bool jumped = advised != (int)in->flow.at + 1;
	interview_go(in, (size_t)advised);
	if (jumped)
		app_say(in->app,
			"Little time left: core questions first. b goes back, g shows all.");
}

static void back(struct interview *in)
{
	if (in->flow.at == 0)
		app_say(in->app, "This is the first question.");
	else
		interview_go(in, in->flow.at - 1);
}

static void search(struct interview *in, const char *word)
{
	if (str_blank(word))
		return;
	for (size_t step = 1; step <= in->flow.count; step++) {
		size_t i = (in->flow.at + step) % in->flow.count;
		const struct item *item = &in->app->record.instrument->items[in->flow.items[i]];
		const struct answer *answer =
			record_answer(&in->app->record, in->respondent, in->flow.items[i]);
		if (strcasestr(item->text, word) ||
			(answer && answer->text && strcasestr(answer->text, word))) {
			interview_go(in, i);
			return;
		}
	}
	app_say(in->app, "No question or answer has \"%s\".", word);
}

static int rows_to_choose(const struct item *item)
{
	switch (item->kind) {
	case ITEM_CHOICE:
	case ITEM_MULTI:
		return (int)item->choice_count;
	case ITEM_CHECK:
		return 3;
	case ITEM_SPLIT:
		return CAUSE_COUNT;
	case ITEM_RATED:
	case ITEM_NUMBER:
	case ITEM_DATE:
	case ITEM_TEXT:
	case ITEM_KIND_COUNT:
		break;
	}
	return 0;
}

static void move_row(struct interview *in, int by)
{
	int rows = rows_to_choose(interview_item(in));
	in->digits = false;
	if (!rows)
		page_act(&in->page, by < 0 ? ACTION_UP : ACTION_DOWN);
	else if (in->row + by >= 0 && in->row + by < rows)
		in->row += by;
}

static int points(const struct interview *in)
{
	const struct answer *answer = interview_answer(in);
	return answer && answer->value.type == VALUE_SPLIT ? (int)answer->value.split[in->row] : 0;
}

static void digit(struct interview *in, int code)
{
	int value = code - '0';
	if (in->digits && points(in) * 10 + value <= 100)
		value += points(in) * 10;
	in->digits = interview_points(in, in->row, value);
}

/* Ctrl-X Ctrl-E, as in a shell. */
static void external_editor(struct interview *in)
{
	const struct record *record = &in->app->record;
	struct pool pool = { 0 };
	struct str text;
	str_init(&text);
	str_add(&text, in->box.text.text);
	const char *question = record_mirror(
		record, &pool, interview_item(in)->text, record->respondents[in->respondent].party);
	if (terminal_edit(in->app, question, &text)) {
		edit_set(&in->box, NULL);
		edit_insert(&in->box, text.text);
		in->box.changed = true;
		in->draft_dirty = true;
		in->draft_since = clock_monotonic_ms();
		interview_keep_draft(in);
	}
	str_release(&text);
	pool_release(&pool);
}

static void time_mark(struct interview *in)
{
	char at[6], mark[16];
	snprintf(mark, sizeof(mark), "[%s] ", clock_hm(clock_ms(), at));
	edit_insert(&in->box, mark);
}

static void typed(struct interview *in)
{
	if (!in->box.changed || in->draft_dirty)
		return;
	in->draft_dirty = true;
	in->draft_since = clock_monotonic_ms();
}

/* Enter in a box of one line: kept, and said so unless there was something to warn of. */
static void end_line(struct interview *in)
{
	bool changed = in->box.changed;
	if (interview_stop_writing(in) && changed && !*in->app->message)
		app_say(in->app, "Kept. u takes it back.");
}

static void box_key(struct interview *in, const struct key *key)
{
	bool editor = in->editor_pending && key->code == CONTROL('e');
	in->editor_pending = false;
	if (editor)
		external_editor(in);
	else if (key->code == TUI_ENTER && in->box.one_line)
		end_line(in);
	else if (key->code == TUI_PASTE)
		edit_insert(&in->box, key->text),
			app_say(in->app, "Pasted as text, not as commands.");
	else
		edit_key(&in->box, key);
	typed(in);
}

static void cycle_field(struct interview *in, int by)
{
	static const enum writing order[] = { WRITING_ANSWER, WRITING_QUOTE, WRITING_COMMENT,
		WRITING_EVIDENCE };
	int at = 0, n = sizeof(order) / sizeof(*order);
	enum writing now = in->writing;
	while (at < n - 1 && order[at] != now)
		at++;
	if (!interview_stop_writing(in))
		return;
	at = (at + by + n) % n;
	if (order[at] == WRITING_ANSWER && interview_item(in)->kind != ITEM_TEXT)
		at = (at + by + n) % n;
	interview_write(in, order[at]);
}

static void pause(struct interview *in)
{
	in->seconds_before = interview_seconds(in);
	in->paused = true;
	interview_keep_place(in);
	app_say(in->app, "Paused; the clock stands still. Any key goes on.");
}

static void go_on(struct interview *in)
{
	in->paused = false;
	in->since = clock_monotonic_ms();
}

/* ACTION_TICK: drafts, failed writes, the minutes in the corner. */
static void tick(struct interview *in)
{
	int64_t now = clock_monotonic_ms();
	if (in->draft_dirty && now - in->draft_since >= DRAFT_MS) {
		interview_keep_draft(in);
		in->app->ticked = true;
	}
	if (in->retry_at && now >= in->retry_at) {
		struct answer *answer = record_put_answer(
			&in->app->record, in->respondent, interview_item_index(in));
		in->retry_at = app_put(in->app, KIND_ANSWER, answer, 0) ? 0 : now + DRAFT_MS;
		in->app->ticked = true;
	}
	int minute = interview_seconds(in) / 60;
	if (minute != in->minute_shown) {
		in->minute_shown = minute;
		in->app->ticked = true;
	}
}

/* Back on top, or after undo: the review may have finished the interview. */
static enum nav resumed(struct interview *in)
{
	if (in->finished || in->respondent >= (int)in->app->record.respondent_count)
		return NAV_UP;
	if (in->flow.count)
		in->row = chosen_row(in);
	return NAV_STAY;
}

static void start_writing(struct interview *in, enum act action)
{
	static const struct {
		int action;
		enum writing writing;
	} fields[] = {
		{ ACTION_COMMENT, WRITING_COMMENT },
		{ ACTION_QUOTE, WRITING_QUOTE },
		{ ACTION_EVIDENCE, WRITING_EVIDENCE },
		{ ACTION_WRITE, WRITING_ANSWER },
	};
	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++)
		if (fields[i].action == (int)action)
			interview_write(in, fields[i].writing);
}

static enum nav act_answer(struct interview *in, enum act action, const struct key *key)
{
	switch ((int)action) {
	case ACTION_RATE:
		interview_rate(in, key->code - '0');
		break;
	case ACTION_DONT_KNOW:
		interview_state(in, STATE_DONT_KNOW);
		break;
	case ACTION_DECLINED:
		interview_state(in, STATE_DECLINED);
		break;
	case ACTION_NOT_APPLICABLE:
		if (interview_state(in, STATE_NOT_APPLICABLE))
			interview_write(in, WRITING_REASON);
		break;
	case ACTION_SKIP:
		if (interview_skip(in))
			next(in);
		break;
	case ACTION_PICK:
		interview_pick(in, in->row);
		break;
	case ACTION_DIGIT:
		digit(in, key->code);
		break;
	case ACTION_MORE:
		in->digits = false;
		interview_points(in, in->row, points(in) + 5);
		break;
	case ACTION_LESS:
		in->digits = false;
		interview_points(in, in->row, points(in) - 5);
		break;
	case ACTION_FLAG:
		interview_flag(in);
		break;
	case ACTION_PROBE:
		in->probe++;
		break;
	default:
		return NAV_DEFAULT;
	}
	return NAV_STAY;
}

static enum nav act_move(struct interview *in, enum act action)
{
	struct review_arg arg = { .interview = in, .jump = action == ACTION_JUMP };
	switch ((int)action) {
	case ACTION_NEXT:
	case ACTION_NEXT_QUESTION:
		next(in);
		break;
	case ACTION_BACK:
	case ACTION_BACK_QUESTION:
		back(in);
		break;
	case ACTION_PREVIOUS_CHOICE:
		move_row(in, -1);
		break;
	case ACTION_NEXT_CHOICE:
		move_row(in, 1);
		break;
	case ACTION_PAGE_DOWN:
	case ACTION_PAGE_UP:
		page_act(&in->page, action);
		break;
	case ACTION_JUMP:
	case ACTION_REVIEW:
		app_push(in->app, &screen_review, &arg);
		break;
	default:
		return NAV_DEFAULT;
	}
	return NAV_STAY;
}

static enum nav act_text(struct interview *in, enum act action, const struct key *key)
{
	switch ((int)action) {
	case ACTION_LEAVE_TEXT:
		if (interview_stop_writing(in))
			app_say(in->app, "The text is kept. i writes on, u takes it back.");
		break;
	case ACTION_NEXT_FIELD:
		cycle_field(in, 1);
		break;
	case ACTION_PREVIOUS_FIELD:
		cycle_field(in, -1);
		break;
	case ACTION_TIME_MARK:
		time_mark(in);
		typed(in);
		break;
	case ACTION_EDITOR:
		in->editor_pending = true;
		break;
	case ACTION_KILL:
	case ACTION_YANK:
	case ACTION_KEY:
		if (in->writing == WRITING_NOTHING)
			return NAV_DEFAULT;
		box_key(in, key);
		break;
	default:
		return NAV_DEFAULT;
	}
	return NAV_STAY;
}

static enum nav act_session(struct interview *in, enum act action, const struct key *key)
{
	switch ((int)action) {
	case ACTION_TICK:
		tick(in);
		break;
	case ACTION_SAVE:
		interview_keep_draft(in);
		break;
	case ACTION_PAUSE:
		pause(in);
		break;
	case ACTION_NOTE:
	case ACTION_SEARCH:
		in->asking_note = action == ACTION_NOTE;
		app_ask(in->app, in->asking_note ? "Note:" : "Find:", NULL);
		break;
	case ACTION_ASKED:
		in->asking_note ? interview_note(in, key->text) : search(in, key->text);
		break;
	default:
		return NAV_DEFAULT;
	}
	return NAV_STAY;
}

static enum nav act(struct screen *screen, enum act action, const struct key *key)
{
	struct interview *in = screen->state;
	if (in->paused && action != ACTION_TICK && action != ACTION_SAVE)
		go_on(in);
	if (action == ACTION_RESUMED)
		return resumed(in);
	if (!in->flow.count)
		return action == ACTION_UP_LEVEL ? NAV_UP : NAV_STAY;
	start_writing(in, action);
	static enum nav (*const parts[])(struct interview *, enum act,
		const struct key *) = { act_session, act_text, act_answer };
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		if (parts[i](in, action, key) == NAV_STAY)
			return NAV_STAY;
	return act_move(in, action);
}

#define NONE ACTION_NONE
static const enum act offers_rated[] = { ACTION_RATE, ACTION_DONT_KNOW, ACTION_COMMENT,
	ACTION_QUOTE, ACTION_EVIDENCE, ACTION_FLAG, NONE, ACTION_NEXT, ACTION_BACK, ACTION_PROBE,
	ACTION_REVIEW, ACTION_PAUSE, ACTION_HELP, ACTION_UP_LEVEL, NONE, ACTION_NOT_APPLICABLE,
	ACTION_DECLINED, ACTION_SKIP, ACTION_JUMP, ACTION_SEARCH, ACTION_NOTE, ACTION_UNDO,
	ACTION_REDO, ACTION_PREVIOUS_CHOICE, ACTION_NEXT_CHOICE, ACTION_PAGE_DOWN, ACTION_PAGE_UP,
	ACTION_PALETTE, NONE };
static const enum act offers_choice[] = { ACTION_PREVIOUS_CHOICE, ACTION_PICK, ACTION_DONT_KNOW,
	ACTION_COMMENT, ACTION_QUOTE, ACTION_FLAG, NONE, ACTION_NEXT, ACTION_BACK, ACTION_JUMP,
	ACTION_REVIEW, ACTION_PAUSE, ACTION_HELP, ACTION_UP_LEVEL, NONE, ACTION_NEXT_CHOICE,
	ACTION_NOT_APPLICABLE, ACTION_DECLINED, ACTION_SKIP, ACTION_EVIDENCE, ACTION_PROBE,
	ACTION_SEARCH, ACTION_NOTE, ACTION_UNDO, ACTION_REDO, ACTION_PAGE_DOWN, ACTION_PAGE_UP,
	ACTION_PALETTE, NONE };
static const enum act offers_split[] = { ACTION_PREVIOUS_CHOICE, ACTION_DIGIT, ACTION_MORE,
	ACTION_DONT_KNOW, NONE, ACTION_NEXT, ACTION_BACK, ACTION_COMMENT, ACTION_JUMP,
	ACTION_REVIEW, ACTION_HELP, ACTION_UP_LEVEL, NONE, ACTION_NEXT_CHOICE, ACTION_LESS,
	ACTION_NOT_APPLICABLE, ACTION_DECLINED, ACTION_SKIP, ACTION_QUOTE, ACTION_EVIDENCE,
	ACTION_FLAG, ACTION_PROBE, ACTION_SEARCH, ACTION_NOTE, ACTION_PAUSE, ACTION_UNDO,
	ACTION_REDO, ACTION_PAGE_DOWN, ACTION_PAGE_UP, ACTION_PALETTE, NONE };
static const enum act offers_open[] = { ACTION_WRITE, ACTION_DONT_KNOW, ACTION_COMMENT,
	ACTION_QUOTE, ACTION_FLAG, NONE, ACTION_NEXT, ACTION_BACK, ACTION_PROBE, ACTION_REVIEW,
	ACTION_PAUSE, ACTION_HELP, ACTION_UP_LEVEL, NONE, ACTION_NOT_APPLICABLE, ACTION_DECLINED,
	ACTION_SKIP, ACTION_EVIDENCE, ACTION_JUMP, ACTION_SEARCH, ACTION_NOTE, ACTION_UNDO,
	ACTION_REDO, ACTION_PAGE_DOWN, ACTION_PAGE_UP, ACTION_PALETTE, NONE };
static const enum act offers_text[] = { ACTION_LEAVE_TEXT, ACTION_NEXT_FIELD, ACTION_NEXT_QUESTION,
	ACTION_BACK_QUESTION, NONE, ACTION_EDITOR, ACTION_TIME_MARK, ACTION_KILL, ACTION_YANK,
	ACTION_HELP_TEXT, NONE, ACTION_PREVIOUS_FIELD, NONE };
static const enum act offers_empty[] = { NONE, ACTION_UP_LEVEL, NONE, NONE };

static const enum act *offers(const struct screen *screen)
{
	const struct interview *in = screen->state;
	static const enum act *const by_kind[ITEM_KIND_COUNT] = {
		[ITEM_RATED] = offers_rated,
		[ITEM_CHOICE] = offers_choice,
		[ITEM_MULTI] = offers_choice,
		[ITEM_CHECK] = offers_choice,
		[ITEM_SPLIT] = offers_split,
		[ITEM_TEXT] = offers_open,
		[ITEM_NUMBER] = offers_open,
		[ITEM_DATE] = offers_open,
	};
	if (!in->flow.count)
		return offers_empty;
	return in->writing != WRITING_NOTHING ? offers_text : by_kind[interview_item(in)->kind];
}

static const char *label(const struct screen *screen, enum act action)
{
	const struct interview *in = screen->state;
	const struct item *item = in->flow.count ? interview_item(in) : NULL;
	if (action == ACTION_PROBE && item && !item->probe_count)
		return "";
	return NULL;
}

static bool text(const struct screen *screen)
{
	const struct interview *in = screen->state;
	return in->writing != WRITING_NOTHING;
}

static void header(const struct screen *screen, struct header *header)
{
	const struct interview *in = screen->state;
	const struct record *record = &in->app->record;
	struct pool pool = { 0 };
	header->title = "Interview";
	app_alliance_text(in->app, header->alliance, sizeof(header->alliance));
	snprintf(header->who, sizeof(header->who), "%s, %s",
		record_respondent_name(record, &pool, in->respondent),
		record->parties[record->respondents[in->respondent].party].label);
	snprintf(header->progress, sizeof(header->progress), "%zu/%zu", in->flow.at + 1,
		in->flow.count);
	pool_release(&pool);
}

/* Back to where the last sitting ended: the question, and the text that was being typed. */
static void restore(struct interview *in)
{
	struct app *app = in->app;
	struct pool pool = { 0 };
	struct sitting sitting;
	struct errmsg why;
	bool found = false;
	int64_t key = app->record.respondents[in->respondent].object.key;
	if (store_get_sitting(app->options.store, &app->record, key, &pool, &sitting, &found, &why))
		app_warn(app, "%s", why.text);
	if (found) {
		int question = flow_find(&in->flow, sitting.item);
		in->seconds_before = sitting.seconds;
		if (question >= 0 && in->flow.count)
			flow_jump(&in->flow, (size_t)question + 1);
	}
	if (in->flow.count)
		open_question(in);
	if (found && sitting.draft && in->flow.count && !in->read_only) {
		interview_write(in, (enum writing)sitting.field);
		edit_set(&in->box, sitting.draft);
		in->box.cursor = (size_t)sitting.cursor <= in->box.text.len ? (size_t)sitting.cursor
									    : in->box.text.len;
		in->box.changed = true;
		app_say(app, "Here you stopped; the text you were typing is back.");
	} else if (found && !*app->message) {
		app_say(app, "Here you stopped: question %zu of %zu.", in->flow.at + 1,
			in->flow.count);
	}
	pool_release(&pool);
}

static void enter(struct screen *screen, const void *arg)
{
	struct interview *in = screen->state;
	const int64_t *key = arg;
	struct errmsg why;
	in->app = screen->app;
	in->writing = WRITING_NOTHING;
	edit_init(&in->box, false);
	for (size_t i = 0; i < in->app->record.respondent_count; i++)
		if (in->app->record.respondents[i].object.key == *key)
			in->respondent = (int)i;
	if (store_hold(in->app->options.store, *key, &why)) {
		in->read_only = true;
		app_warn(in->app, "%s", why.text);
	}
	flow_init(&in->flow, &in->app->record, in->respondent);
	go_on(in);
	restore(in);
	interview_keep_place(in);
}

static void leave(struct screen *screen)
{
	struct interview *in = screen->state;
	if (in->flow.count && !interview_stop_writing(in))
		interview_keep_draft(in);
	else if (in->flow.count && !in->finished)
		interview_keep_place(in);
	store_unhold(in->app->options.store);
	flow_release(&in->flow);
	edit_release(&in->box);
	page_release(&in->page);
}

const struct screen_ops screen_interview = {
	.name = "interview",
	.state_size = sizeof(struct interview),
	.enter = enter,
	.act = act,
	.offers = offers,
	.label = label,
	.text = text,
	.header = header,
	.layout = interview_layout,
	.draw = interview_draw,
	.leave = leave,
};
