/* SPDX-License-Identifier: MIT */
/*
 * Words looked for in everything of all alliances that people have written: who they are, what they
 * said, what is planned, what was noted. For whoever keeps the portfolio: answers of a respondent
 * who speaks in confidence are not looked at.
 */
#ifndef REKINDLE_SEARCH_H
#define REKINDLE_SEARCH_H

#include <rekindle/sitting.h>

enum search_kind { SEARCH_PERSON, SEARCH_ACTION, SEARCH_ANSWER, SEARCH_NOTE, SEARCH_KIND_COUNT };
extern const struct vocabulary vocabulary_search; /* "person", "action", "answer", "note" */

struct search_hit {
	enum search_kind kind;
	int rank; /* higher: found better */
	struct uuid alliance_id, assessment;
	const char *alliance, *round; /* names; of what is not of one round the newest one's */
	int date;                     /* of that round */
	struct uuid id;               /* of the person, action, respondent of the answer, note */
	const char *who;              /* of a person or an answer: the name; or NULL */
	const char *item;             /* of an answer: id; or NULL */
	const char *topic;            /* of a person "sponsor of Helix", of an action its title, of
					 an answer its question in short, of the minutes of a
					 meeting whose it was; or NULL */
	const char *member;           /* in which the words stand: "name", "title", "quote" */
	const char *text;             /* all of that member */
	size_t at;                    /* byte of it near which they are, as well as can be told */
	int number;                   /* of an action; 0 */
};

struct search {
	struct search_hit *hits; /* the best first, of equal ones those of newer rounds */
	size_t count;
	struct pool pool;
};

/*
 * All places that have each of the words, whatever their case; a word may stand within a longer
 * one, which ranks lower. Release in any case. ERR_USAGE: there is no word.
 */
enum err search_all(struct store *, const char *const *words, size_t count, struct search *,
	struct errmsg *why);
void search_release(struct search *);

/* Words in one text. */

struct search_words {
	const char **word; /* folded */
	size_t count;
	const char *phrase; /* all of them with blanks between */
	struct str folded;  /* scratch: the text */
};
/* Blank words are none. */
void search_words_init(
	struct search_words *, struct pool *, const char *const *words, size_t count);
void search_words_release(struct search_words *);
/* How well the text has all of them; 0: it lacks one. */
int search_rank(struct search_words *, const char *text);
/* Byte of text at which the first word that is found begins. */
size_t search_at(struct search_words *, const char *text);

#endif
