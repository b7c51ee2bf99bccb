/* SPDX-License-Identifier: MIT */
/*
 * A sheet that came back as a document that is merged like any other: the round and the person as
 * the database knows them, one respondent, the answers, the day on which it was read.
 */
#include "internal.h"

#include <stdlib.h>
#include <string.h>
#include <rekindle/words.h>

#include "../json/internal.h"

static enum err fault(const struct sheet_taking *t, int line, const char *what)
{
	return errmsg_set(t->why, ERR_INVALID, "%s:%d: %s", t->block->name, line, what);
}

/* A text */

static const char *no_item(struct pool *pool, const struct sheet_entry *entry)
{
	return entry->item ? words(pool, W_SHEET_NO_ITEM, hole_text("item", entry->item))
			   : words(pool, W_SHEET_NO_NUMBER, hole_count("number", entry->number));
}

static enum err take_entry(struct sheet_taking *t, const struct sheet_entry *entry)
{
	struct pool *pool = &t->record->pool;
	struct answer answer;
	const char *wrong = NULL;
	int item = entry->item ? taking_item(t->record, entry->item) : -1;
	if (!*entry->value)
		return ERR_NONE;
	if (item < 0)
		return fault(t, entry->line, no_item(pool, entry));
	object_init(KIND_ANSWER, &answer);
	if (entry->comment)
		answer.comment = pool_strdup(pool, entry->value);
	else if (!value_said(pool, &t->record->instrument->items[item],
			 pool_strdup(pool, entry->value), &answer, &wrong))
		return fault(t, entry->line, wrong);
	return taking_add(t, entry->line, item, &answer, entry->comment);
}

static enum err check_bank(const struct sheet_taking *t)
{
	const struct instrument *asked = t->record->instrument;
	const char *said = t->block->bank;
	struct pool pool = { 0 };
	bool same = !said || str_same(said, pool_printf(&pool, "%s %s", asked->id, asked->version));
	enum err err = same ? ERR_NONE
			    : fault(t, t->block->bank_line,
				      words(&pool, W_SHEET_OTHER_BANK, hole_text("bank", said),
					      hole_text("asked", asked->id),
					      hole_text("version", asked->version)));
	pool_release(&pool);
	return err;
}

static bool answers_anything(const struct sheet_block *block)
{
	for (size_t i = 0; i < block->entry_count; i++)
		if (*block->entries[i].value)
			return true;
	return false;
}

static void take_head(struct sheet_taking *t)
{
	const struct sheet_block *block = t->block;
	int64_t finished = block->finished ? moment_iso(block->finished) : block->sent;
	if (block->consent != TRI_UNKNOWN)
		t->consent = block->consent;
	if (block->attribution >= 0)
		t->attribution = block->attribution;
	if (finished > t->finished)
		t->finished = finished;
}

static enum err take_text(struct sheet_taking *t)
{
	const struct sheet_block *block = t->block;
	enum err err = check_bank(t);
	if (!err && block->finished && !moment_iso(block->finished))
		err = fault(t, block->line, words_plain(W_SHEET_NO_INSTANT));
	if (err)
		return err;
	take_head(t);
	if (block->consent == TRI_UNKNOWN && answers_anything(block))
		return fault(t, block->line, words_plain(W_SHEET_NO_CONSENT));
	for (size_t i = 0; i < block->entry_count && !err && t->consent != TRI_NO; i++)
		err = take_entry(t, &block->entries[i]);
	return err;
}

/* The document */

static void begin_document(struct sheet_taking *t, struct exchange *out, const char *name)
{
	out->rounds = pool_alloc(&out->pool, sizeof(*out->rounds));
	out->count = 1;
	out->keeps = pool_alloc(&out->pool, sizeof(*out->keeps));
	out->name = pool_strdup(&out->pool, name);
	out->text = "";
	out->undo = words_plain(W_UNDO_SHEETS_READ);
	struct record *record = t->record = out->rounds;
	record_init(record, t->round->instrument);
	object_copy(&record->pool, KIND_ALLIANCE, &record->alliance, &t->round->alliance);
	record->alliance.object = (struct object){ .id = t->round->alliance.object.id };
	for (size_t i = 0; i < t->round->party_count; i++) {
		struct party *party = record_add(record, KIND_PARTY);
		object_copy(&record->pool, KIND_PARTY, party, &t->round->parties[i]);
		party->object = (struct object){ .id = t->round->parties[i].object.id };
	}
	object_copy(&record->pool, KIND_ASSESSMENT, &record->assessment, &t->round->assessment);
	record->assessment.object = (struct object){ .id = t->round->assessment.object.id };
}

static const struct respondent *stored_respondent(const struct record *round, int person)
{
	for (size_t i = 0; i < round->respondent_count; i++)
		if (round->respondents[i].person == person)
			return &round->respondents[i];
	return NULL;
}

/* By a UUID that follows from round and person: two copies of a database make one of them. */
static struct uuid respondent_id(const struct record *round, const struct person *person)
{
	char text[UUID_TEXT], name[UUID_TEXT + 8];
	snprintf(name, sizeof(name), "sheet %s", uuid_text(&person->object.id, text));
	return uuid_derive(&round->assessment.object.id, name);
}

static struct respondent *add_respondent(struct sheet_taking *t, int at)
{
	const struct person *stored = &t->round->people[at];
	const struct respondent *there = stored_respondent(t->round, at);
	struct person *person = record_add(t->record, KIND_PERSON);
	struct respondent *who = record_add(t->record, KIND_RESPONDENT);
	object_copy(&t->record->pool, KIND_PERSON, person, stored);
	person->object = (struct object){ .id = stored->object.id };
	who->object.id = there ? there->object.id : respondent_id(t->round, stored);
	who->person = 0;
	who->party = person->party;
	who->role = person->role;
	who->name = person->name;
	return who;
}

static void give_respondent(struct respondent *who, size_t offset)
{
	field_give(KIND_RESPONDENT, who, offset, true);
}

/* Whom the round did not know. */
static void begin_respondent(const struct sheet_taking *t, struct respondent *who, int today)
{
	int day = t->finished ? clock_day(t->finished) : today;
	who->date = day < today ? day : today;
	give_respondent(who, offsetof(struct respondent, date));
	give_respondent(who, offsetof(struct respondent, person));
	give_respondent(who, offsetof(struct respondent, party));
	give_respondent(who, offsetof(struct respondent, role));
	if (who->name)
		give_respondent(who, offsetof(struct respondent, name));
}

/* An attribution that is left empty is confidential. */
static void end_respondent(const struct sheet_taking *t, struct respondent *who)
{
	who->object.changed = t->finished;
	who->consent = t->consent;
	who->attribution = t->attribution < 0 ? (int)ATTRIBUTION_CONFIDENTIAL : t->attribution;
	give_respondent(who, offsetof(struct respondent, consent));
	give_respondent(who, offsetof(struct respondent, attribution));
}

/* Once a day: what is read again changes nothing. */
static void add_sheet(struct sheet_taking *t, const struct answer_sheet *stored, int today)
{
	int64_t now = clock_ms();
	if (stored->read == today)
		return;
	struct answer_sheet *sheet = record_add(t->record, KIND_SHEET);
	object_copy(&t->record->pool, KIND_SHEET, sheet, stored);
	sheet->object = (struct object){ .id = stored->object.id,
		.changed = now > stored->object.changed ? now : stored->object.changed + 1 };
	sheet->person = 0;
	sheet->read = today;
	field_give(KIND_SHEET, sheet, offsetof(struct answer_sheet, person), true);
	field_give(KIND_SHEET, sheet, offsetof(struct answer_sheet, token), true);
	field_give(KIND_SHEET, sheet, offsetof(struct answer_sheet, read), true);
}

/* What does not say when it was said is of when the sheet was finished. */
static void date_answers(struct sheet_taking *t)
{
	for (size_t i = 0; i < t->record->answer_count; i++)
		if (!t->record->answers[i].object.changed)
			t->record->answers[i].object.changed = t->finished;
}

static enum err take_blocks(struct sheet_taking *t, const struct sheet_reply *reply)
{
	enum err err = ERR_NONE;
	for (size_t i = 0; i < reply->block_count && !err; i++) {
		t->block = reply->blocks[i];
		err = t->block->json ? answers_take(t) : take_text(t);
		if (!t->finished)
			t->finished = t->block->sent;
	}
	if (!t->finished)
		t->finished = reply->filed;
	return err;
}

static enum err check_sheet(
	const struct sheet_reply *reply, const struct record *round, int at, struct errmsg *why)
{
	struct pool pool = { 0 };
	char day[DATE_TEXT];
	enum err err = ERR_NONE;
	if (round->sheets[at].revoked != DATE_NONE)
		err = errmsg_set(why, ERR_INVALID, "%s:%d: %s", reply->name, reply->line,
			words(&pool, W_SHEET_REVOKED,
				hole_text("day", date_iso(round->sheets[at].revoked, day))));
	else if (round->assessment.sealed != DATE_NONE)
		err = errmsg_set(why, ERR_LOCKED, "%s:%d: %s", reply->name, reply->line,
			words(&pool, W_SHEET_SEALED,
				hole_text("day", date_iso(round->assessment.sealed, day))));
	pool_release(&pool);
	return err;
}

static enum err no_consent(const struct sheet_taking *t, const struct sheet_reply *reply)
{
	return t->consent != TRI_UNKNOWN ? ERR_NONE
					 : errmsg_set(t->why, ERR_INVALID, "%s:%d: %s", reply->name,
						   reply->line, words_plain(W_SHEET_NOTHING));
}

static void end_document(struct sheet_taking *t, struct respondent *who, size_t at,
	struct sheet_reply *reply, int today)
{
	const struct answer_sheet *sheet = &t->round->sheets[at];
	const struct respondent *stored = stored_respondent(t->round, sheet->person);
	bool taken = true;
	reply->finished = t->finished;
	reply->note = NULL;
	end_respondent(t, who);
	date_answers(t);
	if (stored)
		taken = standing_settle(t, who, stored, reply);
	else
		begin_respondent(t, who, today);
	if (taken)
		add_sheet(t, sheet, today);
	record_settle(t->record);
}

enum err sheet_document(struct sheet_reply *reply, const struct record *round, int today,
	struct exchange *out, struct errmsg *why)
{
	int at = sheet_of_token(round, &reply->token);
	*out = (struct exchange){ 0 };
	enum err err = check_sheet(reply, round, at, why);
	if (err)
		return err;
	size_t items = round->instrument->item_count + 1;
	struct sheet_taking t = { .round = round,
		.why = why,
		.consent = TRI_UNKNOWN,
		.attribution = -1,
		.line = mem_alloc(items * sizeof(int)),
		.comment_line = mem_alloc(items * sizeof(int)) };
	begin_document(&t, out, reply->name);
	struct respondent *who = add_respondent(&t, round->sheets[at].person);
	err = take_blocks(&t, reply);
	if (!err)
		err = no_consent(&t, reply);
	if (!err)
		end_document(&t, who, (size_t)at, reply, today);
	free(t.line);
	free(t.comment_line);
	if (err)
		exchange_release(out);
	return err;
}
