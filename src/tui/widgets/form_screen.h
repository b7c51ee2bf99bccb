/* SPDX-License-Identifier: MIT */
/*
 * A screen that is a form. Its state begins with a struct form; its table of functions says what
 * the fields are and how they are kept, everything else is here: keys, focus, complaints, undo of
 * a field, what is asked before text is lost, another try after the disk refused.
 *
 * A form makes something new when its last field is done (form->makes), or it is of something that
 * is there: then leaving a field keeps it. A value that cannot be kept keeps the focus on its field
 * and says why; the arrows pass over a needed field that nobody has touched yet.
 */
#ifndef TUI_FORM_SCREEN_H
#define TUI_FORM_SCREEN_H

#include "../app.h"
#include "form.h"

enum form_kept {
	FORM_KEPT,
	FORM_FOLLOWED, /* and other fields follow from it: the form is filled anew */
	FORM_WAITS, /* for another field that contradicts it: it stays changed, the focus is free */
	FORM_FAILED, /* refused, the message row says why: it stays changed until it is left again
		      */
};

enum form_made {
	FORM_MADE,      /* and the form may be left */
	FORM_GONE,      /* made, or at an end otherwise: the screen has been left already */
	FORM_NOT_MADE,  /* the message row says why; the record may have been loaded anew */
	FORM_NOT_STORED /* the same, by the disk: it is tried again until a key is typed */
};

struct form_ops {
	/*
	 * Words of the form, then its fields as the record now has them, with row, member and of.
	 * Again after the record was loaded anew: what was typed and not kept stays. False, before
	 * anything is added: what the form shows is gone.
	 */
	bool (*fill)(struct form *, struct app *);
	/* Why field i cannot be kept as it stands; NULL: it can. Changes nothing but pools. */
	const char *(*check)(struct form *, struct app *, int i);
	/* Field i, which check let through, durable. NULL in a form that only makes. */
	enum form_kept (*keep)(struct form *, struct app *, int i);
	/* All fields, which check let through. NULL in a form that never makes. */
	enum form_made (*make)(struct form *, struct app *);
	/* Text below the fields for the one in focus; or NULL. */
	void (*below)(const struct form *, const struct app *, struct page *, int width);
};

/* Mark a field and say what is wrong with it. */
void form_complain(struct app *, struct form_field *, const char *sentence);

/* Take everything back that was not kept, and throw its drafts away. */
void form_give_up(struct form *, struct app *);
/* Where its drafts are kept: what is written there, and of what object; of something new, of what
 * it will belong to, NULL: of nothing yet. Before form_screen_enter(). */
void form_place(struct form *, const char *screen, const struct record *, const struct object *of);
/* In a screen's enter(), after its own state is set. */
void form_screen_enter(struct screen *, const struct form_ops *);
enum nav form_screen_act(struct screen *, enum act, const struct key *);
const enum act *form_screen_offers(const struct screen *);
const char *form_screen_label(const struct screen *, enum act);
bool form_screen_text(const struct screen *);
/* Title, companies, who. */
void form_screen_header(const struct screen *, struct header *);
void form_screen_layout(struct screen *, int rows, int cols);
void form_screen_draw(const struct screen *, const struct canvas *);
void form_screen_leave(struct screen *);

/* What every form screen has in its const table; name, state_size and enter are its own. */
#define FORM_SCREEN                                                                                \
	.act = form_screen_act, .offers = form_screen_offers, .label = form_screen_label,          \
	.text = form_screen_text, .header = form_screen_header, .layout = form_screen_layout,      \
	.draw = form_screen_draw, .leave = form_screen_leave

#endif
