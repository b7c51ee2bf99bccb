/* SPDX-License-Identifier: MIT */
/*
 * What has changed in an alliance since its home was looked at last, read from the change log: by
 * another program, a command or an import; not what this program has done since it opened the
 * database. Of this database alone: it does not travel, and is no change of the record.
 */
#ifndef REKINDLE_LOOKED_H
#define REKINDLE_LOOKED_H

#include <rekindle/store.h>

struct store_looked {
	int64_t change; /* number of the last change that was seen; 0: it was never looked at */
	int day;        /* on which it was, DATE_NONE never */
};
enum err store_looked(struct store *, int64_t alliance, struct store_looked *, struct errmsg *why);
/* Remember that up to a change all was seen on that day; what this program has changed behind it is
 * seen, too. Best effort: nothing where the file is read-only or no longer in its place. */
void store_look(struct store *, int64_t alliance, struct store_looked now);

/* An action or a gate that was touched: whether it differs now the record tells. */
struct looked_object {
	enum kind kind; /* KIND_PLAN_ACTION, KIND_GATE */
	int64_t key;
	int before; /* enum status, enum outcome; -1: it was not there, had none */
};
struct looked_answers { /* who has other answers than then */
	int64_t respondent;
	const char *who; /* name, else "the sponsor" */
	int count;       /* answers that were given or changed */
};
struct looked_news {
	struct pool pool;
	struct looked_answers *answers; /* most first */
	size_t answer_count;
	struct looked_object *objects; /* each once */
	size_t object_count;
	int64_t *rounds; /* that were begun */
	size_t round_count;
	int imports;
};
/* Release when done, also when it fails. Of many thousands of changes the newest are read. */
enum err store_looked_news(
	struct store *, int64_t alliance, int64_t change, struct looked_news *, struct errmsg *why);
void looked_news_release(struct looked_news *);

#endif
