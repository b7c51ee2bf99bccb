/* SPDX-License-Identifier: MIT */
/*
 * All that came back in one file, token by token.
 */
#include "internal.h"

/* A message on its way into its sheets. */
struct unpacking {
	struct sheet_replies *replies;
	struct sheet_block **blocks;
	size_t block_count;
	struct errmsg *why;
};

static enum err read_part(struct unpacking *u, const struct sheet_part *part)
{
	struct sheet_block *block;
	struct pool *pool = &u->replies->pool;
	enum err err = answers_open(part, pool, &block, u->why);
	if (err || !block)
		return err ? err : grammar_read(part, pool, &u->blocks, &u->block_count, u->why);
	*POOL_APPEND(pool, u->blocks, u->block_count) = block;
	return ERR_NONE;
}

/* HTML is looked at where nothing else has a sheet. */
static enum err read_parts(struct unpacking *u, const struct sheet_letter *letter, bool html)
{
	enum err err = ERR_NONE;
	for (size_t i = 0; i < letter->part_count && !err; i++)
		if (letter->parts[i].html == html)
			err = read_part(u, &letter->parts[i]);
	return err;
}

static struct sheet_reply *reply_of(
	struct sheet_replies *replies, size_t first, const struct sheet_block *block)
{
	for (size_t i = first; i < replies->count; i++)
		if (uuid_same(&replies->list[i].token, &block->token))
			return &replies->list[i];
	struct sheet_reply *added = POOL_APPEND(&replies->pool, replies->list, replies->count);
	*added = (struct sheet_reply){
		.token = block->token, .name = block->name, .line = block->line
	};
	return added;
}

static enum err read_letter(struct unpacking *u, const struct sheet_letter *letter)
{
	size_t first = u->replies->count;
	u->blocks = NULL;
	u->block_count = 0;
	enum err err = read_parts(u, letter, false);
	if (!err && !u->block_count)
		err = read_parts(u, letter, true);
	for (size_t i = 0; i < u->block_count && !err; i++) {
		struct sheet_reply *reply = reply_of(u->replies, first, u->blocks[i]);
		u->blocks[i]->sent = letter->sent;
		*POOL_APPEND(&u->replies->pool, reply->blocks, reply->block_count) = u->blocks[i];
	}
	return err;
}

static bool is_empty(const struct sheet_reply *reply)
{
	for (size_t i = 0; i < reply->block_count; i++)
		if (reply->blocks[i]->json || sheet_says_anything(reply->blocks[i]))
			return false;
	return true;
}

enum err sheet_unpack(const char *text, size_t n, const char *name, struct sheet_replies *replies,
	struct errmsg *why)
{
	struct unpacking u = { .replies = replies, .why = why };
	struct sheet_letters letters;
	*replies = (struct sheet_replies){ 0 };
	mail_open(text, n, name, &replies->pool, &letters);
	enum err err = ERR_NONE;
	for (size_t i = 0; i < letters.count && !err; i++)
		err = read_letter(&u, &letters.list[i]);
	for (size_t i = 0; i < replies->count; i++)
		replies->list[i].empty = is_empty(&replies->list[i]);
	return err;
}

void sheet_replies_release(struct sheet_replies *replies)
{
	pool_release(&replies->pool);
	*replies = (struct sheet_replies){ 0 };
}
