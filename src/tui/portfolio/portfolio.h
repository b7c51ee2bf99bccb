/* SPDX-License-Identifier: MIT */
/*
 * The portfolio: one row an alliance, its newest round.
 */
#ifndef TUI_PORTFOLIO_H
#define TUI_PORTFOLIO_H

#include "../app.h"
#include "../widgets/list.h"

enum portfolio_sort { SORT_NEXT, SORT_NAME, SORT_HEALTH, SORT_COUNT };

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
	struct store_list list;
	struct portfolio_row *rows; /* in the order shown */
	int count;
	bool ascii;
	bool trends;    /* some have several rounds: there is a column for them */
	int name_cells; /* of the longest name */
	int state_cells, primary_cells, next_cells; /* the same, of what a row says */
	int late, due;                              /* before today, today: of all alliances */
	enum portfolio_sort sort;
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
/* portfolio_trend.c */
#define PORTFOLIO_SPARK 5 /* the last so many rounds */
/* Health by round and the change between the last two full ones; again when one has a new summary.
 */
void portfolio_trend(struct portfolio *, struct portfolio_row *);
/* Is its summary, without a primary cause where there was none yet, to be computed anew? */
bool portfolio_is_stale(const struct store_round *);
/* The visible round whose summary is to be computed next, and its row; NULL: none is stale. */
struct store_round *portfolio_stale(struct portfolio *, struct portfolio_row **);
/* How the health of the row in focus stands among all, from PORTFOLIO_RANKED that have one; NULL:
 * nothing is said. In ahead_pool. */
#define PORTFOLIO_RANKED 10
const char *portfolio_rank(struct portfolio *);
/* portfolio_ahead.c */
/* Read what is to come for the row in focus. */
void portfolio_look_ahead(struct portfolio *, struct store *);
/* portfolio_draw.c */
void portfolio_layout(struct screen *, int rows, int cols);
void portfolio_draw(const struct screen *, const struct canvas *);

#endif
