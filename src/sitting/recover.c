/* SPDX-License-Identifier: MIT */
/*
 * Words that an editor still had in hand when the program ended.
 */
#include <rekindle/sitting.h>

#include <string.h>

static enum err gone(struct errmsg *why)
{
	return errmsg_set(why, ERR_USAGE, "what this was written for is not there any more");
}

static enum err keep(struct sitting *sitting, const struct sitting_spot *spot, const char *text,
	struct errmsg *why)
{
	int question =
		flow_find(&sitting->flow, instrument_item(sitting->record->instrument, spot->item));

	if (question < 0)
		return gone(why);
	sitting->at_end = false;
	sitting->flow.at = (size_t)question;
	if (str_same(sitting_written(sitting, spot->field), text))
		return ERR_NONE;
	if (sitting_draft(sitting, spot->field, text, strlen(text)) == KEPT)
		return ERR_NONE;
	*why = sitting->why;
	return ERR_FAILED;
}

static enum err open_and_keep(struct store *store, struct record *record, int64_t respondent,
	const struct sitting_spot *spot, const char *text, struct errmsg *why)
{
	struct sitting sitting;

	if (sitting_find(record, respondent) < 0)
		return gone(why);
	enum err err = sitting_open(&sitting, store, record, respondent, why);
	if (!err)
		err = keep(&sitting, spot, text, why);
	sitting_close(&sitting);
	return err;
}

enum err sitting_recover(
	struct store *store, const struct sitting_spot *spot, const char *text, struct errmsg *why)
{
	struct record record;
	int64_t assessment = store_key(store, KIND_ASSESSMENT, &spot->assessment);
	int64_t respondent = store_key(store, KIND_RESPONDENT, &spot->respondent);

	if (!assessment || !respondent)
		return gone(why);
	enum err err = store_load(store, assessment, &record, why);
	if (err)
		return err;
	err = open_and_keep(store, &record, respondent, spot, text, why);
	record_release(&record);
	return err;
}
