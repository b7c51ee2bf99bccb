/* SPDX-License-Identifier: MIT */
/*
 * Days off from a calendar file: of one company, or of each.
 */
#include <string.h>
#include <rekindle/exchange.h>
#include <rekindle/file.h>
#include "audit.h"

struct calendar_reading {
	const struct audit *audit;
	struct calendar_day *days;
	size_t count;
	int party; /* -1: each */
	int added, there, over;
};

static enum err take_party(struct calendar_reading *r, struct errmsg *why)
{
	const struct cli *cli = r->audit->cli;
	static const char sign[] = "party=";

	r->party = -1;
	if (cli->operand_count < 5)
		return ERR_NONE;
	if (strncmp(cli->operands[4], sign, strlen(sign)) != 0 || cli->operand_count > 5)
		return errmsg_set(why, ERR_USAGE,
			"audit ID days_off read is not written like that; synopsis: rekindle audit "
			"ID days_off read FILE [party=COMPANY]");
	return cli_party_typed(&r->audit->loaded->record, "party", cli->operands[4] + strlen(sign),
		&r->party, why);
}

static enum err read_file(struct calendar_reading *r, struct errmsg *why)
{
	const struct cli *cli = r->audit->cli;
	struct str text;

	str_init(&text);
	enum err err = file_read(cli->operands[3], CALENDAR_BYTES_MOST, &text, why);
	if (err == ERR_NONE)
		err = exchange_calendar_read(text.text, text.len, cli->operands[3],
			&r->audit->cli->pool, &r->days, &r->count, why);
	str_release(&text);
	return err;
}

static enum err add_day(
	struct calendar_reading *r, const struct calendar_day *day, int party, struct errmsg *why)
{
	struct loaded *loaded = r->audit->loaded;
	struct day_off off;

	object_init(KIND_DAY_OFF, &off);
	off.party = party;
	off.from = day->first;
	off.to = day->last > day->first ? day->last : DATE_NONE;
	off.yearly = day->yearly ? TRI_YES : TRI_UNKNOWN;
	if (object_twin(&loaded->record, KIND_DAY_OFF, &off, SIZE_MAX) >= 0) {
		r->there++;
		return ERR_NONE;
	}
	struct day_off *place = record_add(&loaded->record, KIND_DAY_OFF);
	*place = off;
	r->added++;
	return work_put(loaded, KIND_DAY_OFF, place, why);
}

/* What is over needs no place among the days ahead. */
static enum err add_days(struct calendar_reading *r, struct errmsg *why)
{
	enum err err = ERR_NONE;
	int today = clock_today(), parties = (int)r->audit->loaded->record.party_count;

	for (size_t i = 0; i < r->count && err == ERR_NONE; i++) {
		const struct calendar_day *day = &r->days[i];
		if (!day->yearly && day->last < today) {
			r->over++;
			continue;
		}
		for (int party = 0; party < parties && err == ERR_NONE; party++)
			if (r->party < 0 || r->party == party)
				err = add_day(r, day, party, why);
	}
	return err;
}

enum err audit_read_calendar(const struct audit *audit, struct errmsg *why)
{
	struct pool *pool = &audit->cli->pool;
	struct calendar_reading r = { .audit = audit };
	enum err err = take_party(&r, why);

	if (err == ERR_NONE)
		err = read_file(&r, why);
	if (err == ERR_NONE)
		err = work_begin(audit->loaded, words_plain(W_UNDO_CALENDAR), why);
	if (err != ERR_NONE)
		return err;
	err = work_end(audit->loaded, add_days(&r, why), why);
	if (err == ERR_NONE)
		cli_message(words(pool, W_CALENDAR_READ, hole_count("added", r.added),
			hole_count("there", r.there), hole_count("over", r.over)));
	return err;
}
