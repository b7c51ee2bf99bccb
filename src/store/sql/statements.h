/* SPDX-License-Identifier: MIT */
/*
 * Every SQL text of the program, by name. Bound by index, prepared on first use (query.c).
 */
#ifndef REKINDLE_STORE_STATEMENTS_H
#define REKINDLE_STORE_STATEMENTS_H

#include <stdbool.h>

#include <rekindle/schema.h>
#include <rekindle/str.h>

/*
 * Those of the table statement_text[]; then six of each kind, found as STATEMENT_LIST + kind and
 * so on, and one of each reference, statement_refer(): these follow from kind_info[] (kinds.c).
 */
enum statement {
	CHANGE_LAST,
	CHANGE_UP_TO, /* the last entry up to a number */
	CHANGE_ADD,
	CHANGE_HEAD,  /* target, back, session of a group */
	CHANGE_GROUP, /* entries from one on */
	CHANGE_OF_OBJECT,
	OBJECT_PAST, /* entries of an object, newest first: time of its group, what was before */
	CHANGE_OF_KINDS,  /* of an alliance; kinds as bits of their codes */
	CHANGE_OF_ROUND,  /* the first about one, of a group */
	CHANGE_THAT_MADE, /* the newest entry that an object of a kind came to be by */
	HEAD_GET,
	HEAD_OF_SCOPE,
	HEAD_PUT,
	DELETED_ADD,
	DELETED_REMOVE,
	DELETED_GET,
	DELETED_INTO,
	DELETED_ACTION, /* the latest of one of the library */
	DELETED_LIST,
	SESSION_ADD,
	STAMPED_ADD, /* groups whose times came from a file */
	STAMPED_GET,
	HEARD_ADD, /* what the book said before such a group; the first word of a group counts */
	HEARD_LIST,

	CHANGE_START, /* of the group of an entry: number, scope */
	BIN_PUT,
	BIN_LIST,  /* the newest first */
	BIN_AGAIN, /* gone once more, on this day */
	BIN_ALONG,
	BIN_DROP,
	BIN_DROP_OLDER, /* of the object, than an entry */
	BIN_DROP_OBJECT,
	BIN_MERGED_PUT,
	BIN_MERGED_BACK, /* it was undeleted, and the other still holds what was said */
	BIN_MERGED,      /* people who are part of one: key, old */
	BIN_PERSON,      /* old, merged */
	BIN_DUE,         /* deleted on that day or before: first, kind, key, old */
	HOLD_WITHIN,     /* respondents held in an object of a kind */
	CHANGE_ALL,      /* entries that are not erased */
	CHANGE_ERASE,
	CHANGE_END, /* a group that changes nothing */
	HEADS_OF,   /* an alliance */
	HEADS_DROP,
	FORGOTTEN_ADD,
	FORGOTTEN_FIND,
	NUMBER_GIVE, /* to an action that has none, of the alliance with that key */
	NUMBER_MOVE, /* to another id of the same action */
	NUMBER_REST, /* to all that have none */
	NUMBER_OF,
	NUMBER_LIST,  /* key and number of each action of an alliance, by key */
	NUMBER_ERASE, /* of an alliance, by its id */
	BURIED_PUT,
	BURIED_KNOWN,   /* how many versions say as much: later in both parts, or the same */
	BURIED_LIST,    /* what is known of an object, in the order in which it was heard */
	BURIED_OF_KIND, /* of all of a kind of an alliance, in that order */
	TOLD_PUT,
	TOLD_KNOWN,
	TOLD_LIST,    /* of an alliance, in the order in which it was heard */
	BURIED_CLAIM, /* those of the present transaction become those of its group */
	BURIED_TURN,  /* those of a group that is undone, or done again, by another */
	BURIED_ERASE, /* of an alliance */
	BURIED_DUE,   /* how many were buried on that day or before */
	BURIED_DROP,
	UNCLEAN_ADD,
	UNCLEAN_FIND,
	UNCLEAN_DROP,
	ANSWERS_ERASE, /* of a respondent */
	CHANGE_REWRITE,
	RELEASE_BLANK,    /* in joint editions: a respondent who is gone */
	RELEASES_OF_GONE, /* of a round, if that is gone */
	RELEASE_RATINGS_ERASE,
	SUMMARY_ERASE, /* of an alliance */
	DELETED_ERASE,
	HEARD_ERASE,

	LOOKED_GET,
	LOOKED_PUT,     /* never back to an earlier change */
	LOOKED_ENTRIES, /* of a group: kind, key, item, old but of that kind */

	INSTRUMENT_FIND,
	INSTRUMENT_OF, /* of an assessment */
	INSTRUMENT_ADD,
	INSTRUMENT_FILL, /* content of one stored without */
	ITEM_LIST,
	ITEM_NAME,
	ITEM_BANK,  /* with the id of the item */
	ROUND_BANK, /* of an assessment, by its id */
	ITEM_ADD,

	PORTFOLIO,
	/* the rounds of a window of alliances, in the order of the portfolio, and so on with that
	 * order; words, number, where it begins */
	WINDOW_BY_NEXT,
	WINDOW_BY_NAME,
	WINDOW_BY_HEALTH,
	PLACE_BY_NEXT, /* how many come before an alliance, -1: it is not among them */
	PLACE_BY_NAME,
	PLACE_BY_HEALTH,
	NAMES_BY_NEXT,
	NAMES_BY_NAME,
	NAMES_BY_HEALTH,
	WINDOW_COUNT,  /* how many alliances have the words */
	WINDOW_OF,     /* the rounds of one alliance */
	WINDOW_UNSAID, /* of those whose words are not those of a day */
	WINDOW_STALE,  /* of those that wait for a diagnosis */
	LISTED_GET,
	LISTED_NAME,
	LISTED_PUT,
	LISTED_DROP,
	LISTED_SAID,
	LISTED_MISSING, /* alliances that are not in it */
	TALLY_ADD,
	TALLY_CLEAR,
	TALLY_ALL,   /* as of a day: late, due, alliances, cells, rounds, with health, stale */
	HEALTH_RANK, /* in lower 64ths, in the same but lower, the same */
	FOLLOWED_GET,
	FOLLOWED_PUT,
	FOLLOW_TOUCHED,  /* alliances that are there and have changed since an entry */
	ALLIANCE_OF,     /* an assessment */
	SEALED_OF_ROUND, /* a row when it is sealed */
	SEALED_OF_RESPONDENT,
	SEALED_OF_KPI, /* that a round keeps */
	ROUND_COUNTS,
	ROUND_NEXT_PLANNED,
	ROUND_PLAN,  /* actions of an alliance's plan by day */
	SUMMARY_PUT, /* of one that was counted */
	SUMMARY_COUNTED,
	ROUNDS, /* of an alliance, by date */
	ROUND_IDS,
	OUTLINE_RESPONDENTS, /* of a round */
	OUTLINE_ANSWERS,     /* from a respondent on; 0 for a state that is null */
	ROUND_NEWEST, /* that the plan goes on with, of the alliance of a round; kind of a pulse */
	FIND_BY_ID,   /* assessments in a range of ids */
	FIND_NAMED,   /* alliances with id and name */
	FIND_NAMES,
	FIND_SHEET,  /* the rounds of the sheets with a token */
	FIND_NEWEST, /* the newest round of an alliance of the wanted sort, else another */
	SEAL_LATER,

	FORMER_ALLIANCES, /* whose rounds had a plan each */
	FORMER_ROUNDS,    /* of one of them, by date */
	FORMER_OF,        /* the round that an object is from */
	FORMER_CLEAR,

	SITTING_PUT,
	SITTING_GET,
	SITTING_TYPED, /* what was being typed is stored as an answer */
	DRAFT_PUT,
	DRAFT_LIST, /* of a place, oldest first */
	DRAFT_DROP,
	DRAFT_CLEAR, /* all of a place */
	DRAFT_ERASE, /* all of an alliance */
	DRAFT_CLASH, /* fields in which a text was begun of both */
	DRAFT_MOVE,  /* all of one object to another */
	HOLD_GET,
	HOLD_LIST,
	HOLD_PUT,
	HOLD_DELETE,

	STATEMENT_FIXED,

	STATEMENT_LIST = STATEMENT_FIXED,            /* rows of an alliance or assessment */
	STATEMENT_GET = STATEMENT_LIST + KIND_COUNT, /* by key */
	STATEMENT_PUT = STATEMENT_GET + KIND_COUNT,  /* insert or update a whole row */
	STATEMENT_DELETE = STATEMENT_PUT + KIND_COUNT,
	STATEMENT_FIND = STATEMENT_DELETE + KIND_COUNT, /* key by id; kinds with one */
	STATEMENT_TWIN = STATEMENT_FIND + KIND_COUNT,   /* another about the same */
	STATEMENT_REFER = STATEMENT_TWIN + KIND_COUNT   /* rows that refer to an object */
};

extern const char *const statement_text[STATEMENT_FIXED];
/* A script: of what the portfolio is found by this connection gets a copy of its own, which stands
 * before that of the file from then on. */
extern const char listed_aside[];

/* The rows whose FIELD_REF number `field` of their kind is ?1. */
enum statement statement_refer(enum kind, size_t field);
size_t statement_count(void); /* of all */
/* Can two rows of one parent go by the same derived UUID? Not answers, of which the key says it. */
bool kind_has_twins(enum kind);
/* Kinds without an id are not looked for by one, those with one have no twins. */
bool statement_has_text(enum statement);
/* Add the text of one from STATEMENT_LIST on. */
void kind_sql(struct str *, enum statement);

#endif
