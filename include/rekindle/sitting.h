/* SPDX-License-Identifier: MIT */
/*
 * One interview of one respondent, for the screens and for line mode alike: where it stands, what
 * is answered, what waits to be stored. It knows people by their keys, so that the record may be
 * loaded anew beneath it; what it shows of the record is then brought up to date by
 * sitting_refresh().
 *
 * Every change is in the record at once and durable as soon as the database takes it. One that the
 * database refuses waits as it was made, and all that wait are tried again in their order.
 */
#ifndef REKINDLE_SITTING_H
#define REKINDLE_SITTING_H

#include <rekindle/flow.h>
#include <rekindle/store.h>
#include <rekindle/str.h>
#include <rekindle/unsaved.h>

/* What is being written; the numbers stand in the database (struct store_sitting, field). */
enum sitting_field {
	SITTING_NOTHING = -1,
	SITTING_ANSWER,
	SITTING_COMMENT,
	SITTING_QUOTE,
	SITTING_EVIDENCE,
	SITTING_REASON,
	SITTING_FIELDS,
	/* no text but a row of line mode's opening card, where the interview was left */
	SITTING_ATTRIBUTION = SITTING_FIELDS,
	SITTING_MINUTES
};

struct sitting {
	struct store *store;
	struct record *record; /* borrowed; holds the assessment */
	int64_t respondent;    /* key; 0: newcomer */
	struct flow flow;      /* of the record as of the last refresh */
	bool at_end;           /* past the last question: line mode asks there whether to finish */
	bool finished;
	bool found;               /* there was an earlier sitting */
	bool closed;              /* read only: sealed, held elsewhere, or not held yet: */
	bool unheld;              /* that passes, and is tried again: sitting_hold_again() */
	bool taken;               /* another program has taken it over: sitting_look() */
	bool given_up;            /* the respondent is gone: nothing more is written */
	enum sitting_field field; /* of the draft, or the row of the card; SITTING_NOTHING */
	struct str draft;
	size_t cursor;
	int seconds_before; /* of earlier sittings */
	int64_t since;      /* monotonic ms when the clock last started */
	bool paused;
	struct unsaved *queue; /* of its changes; its own, or the face's: sitting_share() */
	struct unsaved own;
	const struct sitting_newcomer *newcomer; /* borrowed; NULL: stored already */
	bool place_waits;                        /* the place and the draft too */
	int64_t retry_at;                        /* of the place, monotonic ms */
	struct errmsg why;                       /* of what was refused last */
};

/*
 * Open at the place where the last sitting ended, and hold the respondent. ERR_LOCKED: sealed or
 * held by another program; any other error of the store: it cannot be held. With an error the
 * sitting is open to be read, closed is set, every change is refused and why says why. The
 * respondent must be in the record. Close it in any case.
 */
enum err sitting_open(
	struct sitting *, struct store *, struct record *, int64_t respondent, struct errmsg *why);
/* Try again to hold one that is unheld, when its time has come. True: there is an end of that; it
 * is open at the draft that there is, or where it was read, or it stays closed, and why says why.
 * To be called again and again. */
bool sitting_hold_again(struct sitting *);
/* Its changes wait in that queue from now on, together with all others; before the first one. The
 * queue outlives the sitting, and is of the same store and record. */
void sitting_share(struct sitting *, struct unsaved *);
/* Tries once more what waits, keeps the place, lets the respondent go. Returns how many changes
 * were not stored; they are gone, unless they wait in a queue that is shared: then 0. */
int sitting_close(struct sitting *);
/* The record was loaded anew: the same respondent and question in it. False: the respondent is not
 * there any more, and the sitting can only be closed (or refreshed again). */
bool sitting_refresh(struct sitting *);

/* Has another program taken the interview over? Then every change is refused, and why says who it
 * is, until it is chosen whose it is: ours, and it is held here again; or theirs, and it is closed.
 * Cheap; to be asked again and again. */
bool sitting_look(struct sitting *);
enum err sitting_take_back(struct sitting *, enum store_choice);

/* Reading. Only where the flow has questions and at_end is not set: */
const struct item *sitting_item(const struct sitting *);
int sitting_item_index(const struct sitting *);
const struct answer *sitting_answer(const struct sitting *); /* NULL: blank, never touched */

const struct respondent *sitting_respondent(const struct sitting *);
const struct answer *sitting_answer_of(const struct sitting *, size_t question);
/* Is this choice chosen, alone or among others? NULL is no answer. */
bool sitting_chose(const struct answer *, const char *id);
/* Do two answers say the same? The day of the change does not count; NULL is none. */
bool sitting_same_answer(const struct answer *, const struct answer *);
/* Points of a split not given yet, negative when too many are. */
int sitting_points_left(const struct sitting *);
/* Notes of the assessment that are not filed. */
int sitting_notes(const struct sitting *);

/* The clock: seconds used in all sittings. */
int sitting_seconds(const struct sitting *);
void sitting_pause(struct sitting *);
void sitting_go_on(struct sitting *);

/* Another question (0-based; count and more: the end). The place is kept. */
enum kept sitting_go(struct sitting *, size_t question);
/* Keep the place, the seconds and the draft. */
enum kept sitting_keep(struct sitting *);
/* Text being typed, not yet part of the answer; text NULL or "": none. Kept at once. */
enum kept sitting_draft(struct sitting *, enum sitting_field, const char *text, size_t cursor);

/* Where a text is being written: ids, not keys, for it is found again by another program. */
struct sitting_spot {
	struct uuid assessment, respondent;
	const char *item; /* id */
	enum sitting_field field;
};
/* Text that was being written there, elsewhere than on a screen, when the program ended: the draft
 * of that field, at which the interview goes on; what the field says already is none. ERR_USAGE:
 * there is no such place any more; any other error: it cannot be kept now. */
enum err sitting_recover(
	struct store *, const struct sitting_spot *, const char *text, struct errmsg *why);

/*
 * Answering the open question. Comment, quote, evidence and flag stay; a value, a text or a reason
 * that does not belong to the new state goes.
 */
enum kept sitting_rate(struct sitting *, int rating);
/* Any state; value NULL for all but answered, reason only of not applicable, may be NULL. */
enum kept sitting_give(
	struct sitting *, enum answer_state, const struct value *, const char *reason);
/* Choice row of a choice, multi (toggles) or check; points of a row of a split, 0 to 100. */
enum kept sitting_pick(struct sitting *, int row);
enum kept sitting_points(struct sitting *, int row, int points);
/*
 * Text of a field, blank to empty it. As the answer to a number or a date it is read as one:
 * KEPT_NOT without a word of the store when it is none, and nothing is changed; blank keeps what
 * is there. A draft of this field is done with unless the text is refused.
 */
enum kept sitting_write(struct sitting *, enum sitting_field, const char *text);
/* What a field says now, a value as it would be typed; NULL for nothing. In the record's pool. */
const char *sitting_written(const struct sitting *, enum sitting_field);
/* Follow up, or no longer. */
enum kept sitting_flag(struct sitting *);
/* A quick note of the assessment, to be filed later; blank text is none. */
enum kept sitting_note(struct sitting *, const char *text);

/* What was agreed on at the beginning. Consent sets the day of the interview where none is. */
enum kept sitting_consent(struct sitting *, bool given);
enum kept sitting_attribution(struct sitting *, enum attribution);
enum kept sitting_minutes(struct sitting *, int minutes);

/*
 * The interview is over. Where the minutes agreed on are used up, what is blank and not core counts
 * as not asked, all as one step of undo; *unasked is how many. All or nothing: KEPT_WAITING when
 * the database refuses, or when something else waits; nothing is finished then.
 */
enum kept sitting_finish(struct sitting *, int *unasked);

/* How many changes wait to be stored, the place and the draft being one. */
int sitting_unsaved(const struct sitting *);
/* Try those again when their time has come; true: it was tried. To be called again and again. */
bool sitting_retry(struct sitting *);
/* Try them now: before leaving, before undo. Never KEPT_NOT. */
enum kept sitting_settle(struct sitting *);

/* Was another program first with something that waits? store_conflicts() has both values. */
bool sitting_disputed(const struct sitting *);
/* What is disputed as the person chooses; then the record has to be loaded anew, and the sitting
 * refreshed. What waits behind it is tried. */
enum kept sitting_choose(struct sitting *, enum store_choice);

/*
 * What the person said in the rounds before this one, the last time they were asked; for the
 * review, never for who is being asked. Release when done.
 */
struct sitting_earlier {
	struct pool pool;
	const char **said; /* by question: "3", "don't know", "26 words"; NULL: not answered */
};
void sitting_earlier(const struct sitting *, struct sitting_earlier *);
void sitting_earlier_release(struct sitting_earlier *);

/* Beginning: who is interviewed. */

#define SITTING_MINUTES_MOST 600 /* that can be agreed on */
/* Minutes that are proposed as long as none are agreed on: fewer in a pulse. */
int sitting_minutes_usual(const struct record *);

/* Index of the respondent with that key, of the person's respondent; -1 none. */
int sitting_find(const struct record *, int64_t respondent);
int sitting_of_person(const struct record *, int person);

/* Somebody to interview: party its key, name NULL for one known by role. */
struct sitting_newcomer {
	int64_t party;
	int role, attribution;
	const char *name;
};
/* Key of the respondent of this round of that name, on that side and in that role; 0: nobody. */
int64_t sitting_known(const struct record *, const struct sitting_newcomer *);
/* What the store says against hearing them in this round, ERR_LOCKED when it is sealed. Nothing is
 * changed but the record, which is to be released. */
enum err sitting_may_begin(
	struct store *, struct record *, const struct sitting_newcomer *, struct errmsg *why);

/* What is agreed on at the beginning. */
struct sitting_terms {
	enum tri consent;
	enum attribution attribution;
	int minutes; /* INT_NONE */
	int date;    /* DATE_NONE */
};
/*
 * With their answer to whether they agree somebody is a respondent of the round (a new one, or the
 * one there is), and a person where the alliance does not know them yet: nobody is left by opening
 * an interview and leaving it, however that ends. sitting_agree: a person (index), sitting_enrol:
 * somebody new. In a transaction that is open; with an error the record has to be loaded anew.
 */
enum err sitting_agree(struct store *, struct record *, int person, const struct sitting_terms *,
	int64_t *respondent, struct errmsg *why);
enum err sitting_enrol(struct store *, struct record *, const struct sitting_newcomer *,
	const struct sitting_terms *, int64_t *respondent, struct errmsg *why);

/* A sitting of somebody new. It is of the record alone, which gets them; nothing is held and no
 * place kept before sitting_meet(). ERR_FAILED: their side is gone, and nothing is open. */
enum err sitting_open_new(struct sitting *, struct store *, struct record *,
	const struct sitting_newcomer *, struct errmsg *why);
bool sitting_is_new(const struct sitting *);
/* Whether they agree: enrolled, and held. Then the record has to be loaded anew and the sitting
 * refreshed; with an error it can only be closed. */
enum err sitting_meet(struct sitting *, bool consent, struct errmsg *why);

#endif
