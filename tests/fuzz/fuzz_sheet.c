/* SPDX-License-Identifier: MIT */
/*
 * libFuzzer: any bytes as what came back of a sheet: refused in one line, or read; and what is read
 * against a round that knows the token.
 */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <rekindle/sheet.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char document[] =
	"{\"instrument\":{\"id\":\"core\",\"version\":\"2\"},\"alliance\":{\"name\":\"P\","
	"\"parties\":["
	"{\"name\":\"Alder\"},{\"name\":\"Brine\"}],\"people\":[{\"id\":\"a\",\"party\":\"Alder\","
	"\"role\":\"manager\",\"name\":\"Ana\"}]},\"assessments\":[{\"id\":\"1\",\"sheets\":[{"
	"\"person\":\"a\",\"token\":\"0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9\"}]}]}";

static struct record *round_of(void)
{
	static struct exchange file;
	struct errmsg why;
	if (!file.count && exchange_read(document, strlen(document), "round", &file, &why))
		abort();
	return file.rounds;
}

static void check_said(enum err err, const struct errmsg *why)
{
	assert(err == ERR_NONE || err == ERR_INVALID);
	assert(!err || (why->text[0] && !strchr(why->text, '\n')));
}

static void take(struct sheet_reply *reply)
{
	struct record *round = round_of();
	struct exchange out;
	struct errmsg why = { "" };
	round->sheets[0].token = reply->token;
	enum err err = sheet_document(reply, round, 20773, &out, &why);
	check_said(err, &why);
	for (size_t i = 0; !err && i < out.rounds->answer_count; i++) {
		const struct answer *answer = &out.rounds->answers[i];
		assert(answer->value.type != VALUE_NUMBER ||
			out.rounds->instrument->items[answer->item].kind != ITEM_RATED ||
			(answer->value.number >= 1 && answer->value.number <= 5));
	}
	if (!err)
		exchange_release(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct sheet_replies replies;
	struct errmsg why = { "" };
	enum err err = sheet_unpack((const char *)data, size, "file", &replies, &why);
	check_said(err, &why);
	for (size_t i = 0; !err && i < replies.count; i++)
		take(&replies.list[i]);
	sheet_replies_release(&replies);
	return 0;
}
