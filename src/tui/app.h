/* SPDX-License-Identifier: MIT */
/*
 * The application under the screens: a stack of screens, the open record, the message row, and
 * the one loop from key to action to paint.
 *
 * A screen is a const table of functions plus private state. act() changes state and never draws;
 * layout() runs after every act and on resize: it scrolls and clamps; draw() reads state and never
 * changes it.
 */
#ifndef TUI_APP_H
#define TUI_APP_H

#include <rekindle/date.h>
#include <rekindle/diagnosis.h>
#include <rekindle/flow.h>
#include <rekindle/plan.h>
#include <rekindle/store.h>
#include <rekindle/texts.h>
#include <rekindle/tui.h>
#include <rekindle/unsaved.h>
#include <rekindle/words.h>
#include "actions.h"
#include "canvas.h"
#include "seek.h"
#include "widgets/edit.h"

struct app;
struct keys;
struct palette_entry;
struct screen;

#define DRAFT_MS 1500 /* a draft is kept this long after its first key at the latest */

enum nav {
	NAV_STAY,
	NAV_DEFAULT, /* not mine: the app does what the action does everywhere (undo, help, places,
			q) */
	NAV_UP,      /* pop me */
	NAV_QUIT,
};

/* The header's parts; empty texts are left out. who is cut first, then the alliance. */
#define ALLIANCE_CELLS 40 /* of its name in the header, at the most */
struct header {
	const char *title;
	char alliance[96];
	char who[128];
	char progress[64];
	const char *saved; /* instead of "saved 14:31"; NULL: as it is */
};

struct screen_ops {
	const char *name;  /* help title: "interview" */
	size_t state_size; /* private state, zeroed on push */
	void (*enter)(struct screen *, const void *arg);
	enum nav (*act)(struct screen *, enum act, const struct key *);
	/*
	 * What can be done now: actions of footer row 23, ACTION_NONE, of row 24, ACTION_NONE,
	 * those whose keys work without standing in the footer, ACTION_NONE. Most used first.
	 */
	const enum act *(*offers)(const struct screen *);
	/* Word in the footer for an action whose meaning depends on state; NULL: the table's. */
	const char *(*label)(const struct screen *, enum act);
	bool (*text)(const struct screen *); /* TEXT mode now? NULL: never */
	void (*header)(const struct screen *, struct header *);
	void (*layout)(struct screen *, int rows, int cols);
	void (*draw)(const struct screen *, const struct canvas *); /* body: rows 2 to rows - 4 */
	void (*leave)(struct screen *);
	/* Does the action change what was recorded of the round, as things stand? A sealed one does
	 * not offer it. NULL: none does. */
	bool (*records)(const struct screen *, enum act);
	/* May what it shows be read only here, though its round is open? Then neither is offered.
	 * NULL: it may be changed. */
	bool (*closed)(const struct screen *);
	/* The rows that / searches, as they are now; count 0: none. NULL: there is nothing to
	 * search.
	 */
	void (*rows)(struct screen *, struct rows *);
	/* Two lines in the help: what the letters beside its rows mean. NULL: those of answers. */
	const char *const *marks;
	bool goes_on; /* what it shows is the alliance's, whose plan a seal does not hold */
	bool overlay; /* the screen below is drawn first */
};

struct screen {
	const struct screen_ops *ops;
	struct app *app;
	struct screen *below;
	void *state;
};

#define ROWS_MIN 10
#define COLS_MIN 40
enum width { WIDTH_NARROW, WIDTH_STANDARD, WIDTH_WIDE }; /* 40–79, 80–99, 100 and more */
enum width width_of(int cols);
/* Body rows of a window: first BODY_TOP, count body_rows(rows). */
#define BODY_TOP 2
static inline int body_rows(int rows)
{
	return rows - 5;
}

/* What was changed here and by another program, while the person chooses. */
struct dispute {
	struct pool pool;
	struct texts what, there, ours; /* as many of each */
	bool open;                      /* to be asked about, as soon as the key is done with */
};

/* What was typed of a motion: "12" of 12G, the first g of gg. */
struct motion {
	int count; /* 0 none */
	bool g;
};

struct app {
	struct tui_options options;
	struct screen *top;
	int rows, cols;
	int today;
	struct record record; /* the open assessment */
	bool loaded;
	size_t rounds;           /* of its alliance */
	bool diagnosed, planned; /* caches below are of the present record */
	unsigned touched; /* goes up with every app_touched(): what rests on the record is old */
	struct diagnosis diagnosis;
	struct plan plan;
	char message[256];
	struct pool said; /* what is put together for messages; emptied at the next key */
	bool warning;
	int64_t saved_at;       /* UTC ms of the last durable change of this run, 0 none */
	bool unsaved;           /* the last write failed, or something still waits to be stored */
	struct unsaved waiting; /* changes of the open record that the disk refused */
	bool draft_waits;       /* so does what is being typed */
	bool told;              /* why something waits: nothing else is said until the next key */
	struct {                /* the draft that goes with the next change */
		bool set;
		struct store_place place;
		const char *field;
	} ending;
	int lost; /* changes that were not stored in the end */
	struct dispute dispute;
	bool elsewhere; /* the record is being loaded anew because another program has changed it */
	/* a question on the message row */
	bool confirming;
	bool leaving; /* asked whether to leave what is not stored */
	bool asking;
	char ask_label[64];
	struct edit ask;
	struct store_place ask_place; /* of its draft; screen NULL: it needs none */
	bool ask_drafted;             /* one is kept */
	int64_t ask_typed;            /* monotonic ms of the first key that no draft has, 0 none */
	struct {                      /* the word searched for, on every screen the same */
		bool on;              /* it is being typed, in ask */
		int from;             /* row in focus when that began */
		char word[128];       /* "" none yet */
	} seek;
	struct motion motion;
	bool ask_dated; /* a day is typed: it is said in full above the line */
	enum date_lean ask_lean;
	bool quit, interrupted;
	bool advances;    /* a rating of an interview goes on to the next question */
	bool looked;      /* the database has been looked at for damage */
	bool damaged;     /* and there was some */
	bool repaint;     /* clear everything first */
	enum act pending; /* chosen in the help: done once it is closed */
	struct key pending_key;
	const struct palette_entry *pending_place; /* the same */
	bool ticked; /* the last tick changed something to be painted */
	/* does a key wait? what takes long and is not urgent ends then; NULL: none ever does */
	bool (*key_waits)(const struct keys *);
	const struct keys *keys;
	struct str scratch;
};

/* Life. app_init takes over nothing; the store stays the caller's. */
void app_init(struct app *, const struct tui_options *);
void app_release(struct app *);

/* key.c. One key: resolves it against the offers of the top screen (or the open question) and acts.
 */
void app_key(struct app *, const struct key *);
#define ROUNDS_COMPARED 2 /* from so many on there is a trend */
/* May that action, which the screen offers, be done: is it not one that changes what can be read
 * only; are there rounds to compare? */
bool app_can(const struct screen *, enum act);
/* Can nothing be written to the database at all? */
bool app_read_only(const struct app *);
/* Is the open round sealed? */
bool app_sealed(const struct app *);

/* offers.c: what can be done now, most used first. */
#define OFFER_GROUPS 3
#define OFFERS_MOST 96
struct offers {
	enum act act[OFFERS_MOST];
	size_t count;
};
/* What the screen offers, then what every list has for keys that the screen leaves free. */
void offers_of(const struct screen *, struct offers *);
/* Does the screen itself offer it? */
bool offers_act(const struct screen *, enum act);
/* Are there rows that keys go over, and letters commands? */
bool offers_rows(const struct screen *);
/* The action of this key in this mode, of those that can be done now or of those that cannot. */
enum act offers_key(const struct screen *, const struct key *, bool can);

/* mouse.c: a click or the wheel, done by keys; false: another key. */
bool mouse_key(struct app *, const struct key *);

/* motion.c: a key that may go on a number or gg; true: it did, or it has ended that. */
bool motion_goes_on(struct app *, const struct key *);
/* The action as often as the number says, or half a page; false: it is one like any other. */
bool motion_act(struct app *, enum act);
/* A key that means nothing else. */
void motion_key(struct app *, const struct key *);

/* seek.c: / begins; after each key; Enter or Esc; the next place or the one before. */
bool seek_can(const struct screen *);
void seek_begin(struct app *);
void seek_typed(struct app *);
void seek_end(struct app *, bool found);
void seek_again(struct app *, int by);

/* An action directly, as the help and the palette do it. */
void app_do(struct app *, enum act, const struct key *);
/* The same: what the screen said, NAV_DEFAULT also when what every screen does was done. */
enum nav app_act(struct app *, enum act, const struct key *);
/* About ten times a second without keys: ACTION_TICK to the top screen, which sets app->ticked when
 * there is something new to paint. */
void app_tick(struct app *);
/* Show what another program has changed, and set app->ticked then: as often, but never while a key
 * waits, for that was meant for what is shown. */
void app_follow(struct app *);
/* ACTION_SAVE to every screen: text being typed becomes durable (signals, leaving). */
void app_save_drafts(struct app *);
void app_resize(struct app *, int rows, int cols);
/* The screen on top anew, after its state has changed. */
void app_layout(struct app *);
/* Paint everything into the window; *row, *col: where the terminal's cursor stands, on what is
 * written or on the focus. Is it to be seen? */
bool app_draw(const struct app *, WINDOW *, int *row, int *col);

/* Screens */
void app_push(struct app *, const struct screen_ops *, const void *arg);
/* Like push, but other places above the alliance's home are left first. */
void app_place(struct app *, const struct screen_ops *, const void *arg);
extern const struct screen_ops screen_portfolio, screen_new_alliance, screen_home, screen_person,
	screen_profile, screen_opening, screen_interview, screen_review, screen_diagnosis,
	screen_findings, screen_situation, screen_plan, screen_report, screen_audit, screen_help,
	screen_workshop, screen_amendments, screen_days_off, screen_choice, screen_next_round,
	screen_trend, screen_meeting, screen_quotes, screen_preview, screen_notes, screen_sheets;

/* Argument of screen_next_round: const enum round_kind *, not the baseline. */

/* Argument of screen_person; NULL: a new person, nothing known. */
struct person_arg {
	int person;      /* index, -1: a new one */
	int party, role; /* of a new one, -1 not known */
};

/* Start or go on with the interview of a person (index) of the open record; the opening card comes
 * first while no consent is recorded. */
void app_interview(struct app *, int person);

/* Message row. say: what happened; warn: the same with '!'. Gone at the next key. */
void app_say(struct app *, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* On which day the example stands that is open. */
void app_say_example(struct app *);
void app_warn(struct app *, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* Ask for a key: y gives the screen ACTION_CONFIRMED, any other key keeps everything. */
void app_confirm(struct app *, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* Ask for one line of text: Enter gives ACTION_ASKED with key.text, Esc nothing. */
void app_ask(struct app *, const char *label, const char *initial);
/* The same for what is worth keeping while it is typed, as a draft of that place; what was kept of
 * it before comes back. screen: as in struct store_place; lives on. */
void app_ask_kept(struct app *, const char *screen, const struct object *of, const char *label,
	const char *initial);
/* The line that is being asked is a day: what is understood is said in full while it is typed. */
void app_ask_day(struct app *, enum date_lean);
/* Within ACTION_ASKED: what was typed cannot be taken. It stays in the line, which is asked again,
 * and why is said above it. */
void app_ask_again(struct app *, const char *typed, const char *why);
/* A key for the line being asked, but Enter; the line is done with, and its draft with the next
 * change (app_ending); its draft by the clock, or now. */
void app_ask_key(struct app *, const struct key *);
void app_ask_end(struct app *);
void app_ask_tick(struct app *);
void app_ask_layout(struct app *); /* to the width of the window */
void app_ask_save(struct app *);
/* A name cut to so many cells, for a message that has to stay in one row; in pool. */
const char *app_cut(struct pool *, const char *text, int cells);

/* The open record */
bool app_open(
	struct app *, int64_t assessment); /* load and make it the open one; warns on failure */
bool app_reload(struct app *);             /* after undo, redo, deletion */
void app_touched(struct app *);            /* something that the diagnosis reads has changed */
const struct diagnosis *app_diagnosis(struct app *); /* computed when stale */
/* From plan_start, else next Monday; of a pulse none, all zeros, where none is stored. */
const struct plan *app_plan(struct app *);
int app_plan_start(const struct app *);

/* Writing through the store: durable when it returns true; else the header says NOT SAVED and the
 * message row why. The one place for the outcome of a write, also of one made elsewhere: */
bool app_wrote(struct app *, enum err, const struct errmsg *why);
bool app_put(struct app *, enum kind, void *object, int64_t parent);
bool app_begin(struct app *, const char *what);
bool app_commit(struct app *);
/* One object that is in the record already, or a new one at the end of its list: one step of undo,
 * called what (NULL: by its kind). What only waits (a full disk, another program that writes) is in
 * the record, and the header and the message row say so. False: refused for good, the record is as
 * stored and the message row says why. */
bool app_change(struct app *, const char *what, enum kind kind, void *object);
bool app_append(struct app *, const char *what, enum kind kind, const void *object);
/* The same of several: between unsaved_begin() and this, unsaved_add() and unsaved_delete(). */
bool app_kept(struct app *);
/* An object of the record goes, with what belongs to it: one step of undo, called what. It is out
 * of the record at once, as stored or waiting; false: refused, said why, and the record is as
 * stored. Pointers into it mean nothing any more. */
bool app_delete(struct app *, const char *what, enum kind, const void *object);
/* May it be deleted now? Not while a change of it waits: that is said. */
bool app_may_delete(struct app *, enum kind, const void *object);
/* After unsaved_delete(): app_kept(), and the record as it is stored then. */
bool app_deleted(struct app *);
/* After a refusal within app_begin: the record becomes again what is stored. Always false. */
bool app_take_back(struct app *);

/* waiting.c: what waits to be stored */
/* How many changes and drafts. */
int app_unsaved(const struct app *);
/* Store what waits, before anything that rests on what is stored. False: it cannot be, said why. */
bool app_settle(struct app *);
/* What became of a change: the header, and the message row when it is not durable. False: refused.
 */
bool app_outcome(struct app *, enum kept);
/* Another database from now on; nothing waits. */
void app_use(struct app *, struct store *);
/* The next change also ends the draft of a field of this place (NULL: all of it); afterwards
 * app_draft_ended() ends it alone, if no change has. */
void app_ending(struct app *, const struct store_place *, const char *field);
void app_draft_ended(struct app *);
/* Within app_begin, as app_commit does it: in the transaction that is open. */
enum err app_end_draft(struct app *, struct errmsg *why);
/* What became of an attempt to keep drafts: the header and, the first time, the message row. */
bool app_drafted(struct app *, enum err, const struct errmsg *why);
/* frame.c: rows that the message takes, with the line that is asked below it; those above its own
 * are the screen's. */
int app_message_rows(const struct app *);
/* Those of them that are the screen's: where the focus is not to be. */
int app_message_over(const struct app *);
/* "14:02", with its day unless it is today's; in pool. */
const char *app_when(struct pool *, int64_t at);

/*
 * Two programs on one database. A change of something that another has changed since it was shown
 * is not written: app_change() and app_delete() say so and both values are put before the person,
 * who chooses; the screen is told by ACTION_THEIRS or ACTION_OURS, and unless it does something of
 * its own (a form, which has the text) the change is settled as chosen. Nothing is, when the choice
 * is left. dispute_add: one more thing to choose about; what is shown is cut to what has room.
 */
void app_dispute(struct app *); /* from what the store has refused last, when that is why */
void dispute_add(struct app *, const char *what, const char *there, const char *ours);
void dispute_forget(struct app *);
/* The change as chosen. True: the record was loaded anew, the screen on top is to be told. */
bool app_choose(struct app *, enum store_choice);
/* Load the record anew when another program has changed anything, unless something is being asked.
 * True: the screen on top is to be told; those below are when they are on top again. */
bool app_look_elsewhere(struct app *);
/* Undo or redo the newest change of the open assessment, reload, say what it was; the screen on top
 * is to be told. True: that has taken the round away, and another of its alliance is open now. */
bool app_undo(struct app *, bool redo);

/* "baseline, 9 of 11 heard" of the open record; the name of its alliance, "Phoenix & GenTech" where
 * that only lists the companies. */
const char *app_round_text(const struct app *, char *buffer, size_t size);
const char *app_alliance_text(const struct app *, char *buffer, size_t size);
/* The header of a place of the open alliance: title, name, round and who was heard. */
void app_header(const struct app *, struct header *, const char *title);

#endif
