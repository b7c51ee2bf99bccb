/* SPDX-License-Identifier: MIT */
/*
 * The interview of somebody new: they are stored with their answer to whether they agree.
 */
#include <rekindle/words.h>
#include "change.h"
#include "enrol.h"

enum err sitting_open_new(struct sitting *sitting, struct store *store, struct record *record,
	const struct sitting_newcomer *newcomer, struct errmsg *why)
{
	int person = enrol_person(record, newcomer);

	if (person < 0)
		return errmsg_set(why, ERR_FAILED, "%s", words_plain(W_PARTY_GONE));
	struct respondent *respondent = enrol_respondent(record, person);
	respondent->attribution = newcomer->attribution;
	respondent->role = newcomer->role;
	record_settle(record);
	sitting_begin(sitting, store, record, 0);
	sitting->newcomer = newcomer;
	return ERR_NONE;
}

bool sitting_is_new(const struct sitting *sitting)
{
	return sitting->newcomer != NULL;
}

enum err sitting_meet(struct sitting *sitting, bool consent, struct errmsg *why)
{
	const struct sitting_terms terms = { .consent = consent ? TRI_YES : TRI_NO,
		.attribution = (enum attribution)sitting->newcomer->attribution,
		.minutes = INT_NONE,
		.date = consent ? clock_today() : DATE_NONE };
	int64_t key;
	enum err err = enrol_begin(sitting->store, sitting->record, why);

	if (err != ERR_NONE)
		return err;
	err = sitting_enrol(sitting->store, sitting->record, sitting->newcomer, &terms, &key, why);
	if (err == ERR_NONE)
		err = store_commit(sitting->store, why);
	else
		store_rollback(sitting->store);
	if (err == ERR_NONE)
		err = store_hold(sitting->store, key, why);
	if (err == ERR_NONE) {
		sitting->newcomer = NULL;
		sitting->respondent = key;
	}
	return err;
}
