/* SPDX-License-Identifier: MIT */
/*
 * The portfolio: one row an alliance, its newest round. Of many rows only a window is read: those
 * that are shown.
 */
#ifndef TUI_PORTFOLIO_H
#define TUI_PORTFOLIO_H

#include <rekindle/portfolio.h>
#include <rekindle/search.h>
#include <rekindle/summary.h>

#include "../app.h"
#include "../widgets/list.h"

struct portfolio_row {
	struct store_round *round; /* the newest full one of the alliance, without any the newest */
	const struct store_round *pulse;  /* the newest pulse after it, NULL none */
	bool compared;                    /* with that, as far as can be */
	double before, after;             /* health over the questions of both, NAN not known */
	struct store_round *last;         /* the last of all in the list */
	int rounds;                       /* of the alliance, which end with that one */
	int next;                         /* day of the next interview or action, DATE_NONE */
	const char *spark, *change;       /* health by round, "+0.45"; "" of fewer than two */
	const char *state, *when, *about; /* in words: "plan day 64", "12 Oct", two sentences */
};

/* Has something changed that was not seen at its home yet? */
static inline bool portfolio_has_news(const struct portfolio_row *row)
{
	return row->round->looked && row->round->change > row->round->looked;
}

/* Something to come for the alliance in focus. */
struct portfolio_ahead {
	int day;
	const char *when, *text; /* "Monday 19", "! 12 Oct" */
};

struct portfolio {
	struct app *app;
	struct store_list list;     /* the rounds of the window */
	struct portfolio_row *rows; /* of the window: from row first on, so many */
	int first, loaded;
	int count;             /* of those that the filter shows */
	char filter[64];       /* the words that those shown have; "" all are */
	char filter_label[80]; /* in the footer */
	struct pool words_pool;
	struct search_words words;  /* of the filter */
	struct store_view view;     /* these, and in which order */
	struct store_totals totals; /* of all alliances, as of today */
	struct pool names_pool;
	const char **names; /* those searched last, from row names_first on */
	size_t name_count;
	int names_first;
	bool ascii;
	/* cells of the longest name, and of what was seen of the rest: columns do not become
	 * narrower again */
	int name_cells, state_cells, primary_cells, next_cells;
	struct { /* what the pulse of an alliance has moved, looked at last */
		int64_t alliance, change;
		double before, after;
	} moved;
	int slice_ms;      /* that summaries may take at once */
	bool unsettled;    /* the order was that of healths that were computed since */
	struct list focus; /* row; when there is none: what to begin with */
	int today;
	struct pool ahead_pool;
	struct portfolio_ahead *ahead; /* by day */
	size_t ahead_count;
	const char *about;          /* of it, and how it stands among the others */
	int64_t ahead_of;           /* the alliance, 0 none was looked at */
	int detail_row, detail_col; /* where the lines about the focus stand, 0 nowhere */
	char file[512];             /* where the data is */
	struct store *own;          /* the user's, while the example is open */
	int64_t deleting;           /* alliance asked about */
	bool undoable;              /* an alliance that u brings back lies in the bin */
	size_t binned;              /* alliances there, where there is none else */
	const char *begin;          /* how to begin then; NULL: as at the first start */
	int64_t opened;             /* number of the last change when the database was opened */
	struct pool mine_pool;
	int64_t *mine; /* alliances deleted here since; what others delete is not ours to undo */
	size_t mine_count;
};

/* portfolio_rows.c */
/* The row at a place if it is in the window, else NULL; that in focus, read where it is not, NULL
 * when there is none or it cannot be read. */
struct portfolio_row *portfolio_row(const struct portfolio *, int at);
struct portfolio_row *portfolio_focus(struct portfolio *);
/* Read these rows, unless they are all there; forget what is there. */
void portfolio_read(struct portfolio *, int first, int count);
void portfolio_forget(struct portfolio *);
/* The rows that its list has, the rounds of an alliance together and the newest last. */
void portfolio_add_rows(struct portfolio *);
/* The folded name at a place, NULL when it cannot be read. */
const char *portfolio_name(struct portfolio *, int at);
/* portfolio_delete.c */
/* Ask whether the alliance in focus shall be deleted; do it. True: one is gone. */
void portfolio_ask_delete(struct screen *);
bool portfolio_delete(struct screen *);
/* Bring back the alliance deleted last; its key, 0 none. */
int64_t portfolio_undelete(struct screen *);
/* Is there one? */
bool portfolio_can_undelete(struct portfolio *, struct store *);
/* portfolio_words.c */
/* Put the row into words; again when its round has a new summary. */
void portfolio_say(struct portfolio *, struct portfolio_row *);
/* The last day on which the row says the same. */
int portfolio_said_till(const struct portfolio *, const struct portfolio_row *);
/* portfolio_trend.c */
#define PORTFOLIO_SPARK 5 /* the last so many rounds */
/* Health by round and the change between the last two full ones; again when one has a new summary.
 */
void portfolio_trend(struct portfolio *, struct portfolio_row *);
/* How the health of the row in focus stands among all, from PORTFOLIO_RANKED that have one; NULL:
 * nothing is said. In ahead_pool. */
#define PORTFOLIO_RANKED 10
const char *portfolio_rank(struct portfolio *, const struct portfolio_row *);
/* portfolio_stale.c */
/* Compute what is stale for a while at the most, or until a key waits: of the rows in sight first,
 * then of all others. False: nothing is left to be done, or it cannot be now. */
bool portfolio_summarise(struct portfolio *);
/* portfolio_filter.c */
/* The rows are those that have the filter's words. False: none has, and all are. */
bool portfolio_filter(struct portfolio *);
/* portfolio_ahead.c */
/* Read what is to come for the row in focus, unless that was done. */
void portfolio_look_ahead(struct portfolio *);
/* portfolio_draw.c */
void portfolio_layout(struct screen *, int rows, int cols);
void portfolio_draw(const struct screen *, const struct canvas *);

#endif
