/* SPDX-License-Identifier: MIT */
/*
 * The worked example that the program carries, brought into a database of its own.
 */
#include <rekindle/exchange.h>

#include <rekindle/embedded.h>

#define DAY_MS INT64_C(86400000)

static int64_t last_change(const struct record *round)
{
	int64_t last = 0;

	for (int kind = 0; kind < KIND_COUNT; kind++)
		for (size_t i = 0; i < record_count(round, (enum kind)kind); i++) {
			int64_t at =
				object_time((enum kind)kind, record_at(round, (enum kind)kind, i));
			if (at > last)
				last = at;
		}
	return last;
}

/* The day on which it was last changed, in UTC wherever it is opened: its story ends there. */
static int last_day(const struct exchange *exchange)
{
	int64_t last = 0;

	for (size_t i = 0; i < exchange->count; i++) {
		int64_t at = last_change(&exchange->rounds[i]);
		if (at > last)
			last = at;
	}
	return last ? (int)(last / DAY_MS) : DATE_NONE;
}

enum err exchange_example(struct store *store, int64_t *assessment, int *day, struct errmsg *why)
{
	const struct embedded *file = embedded_find("data/example/");
	struct exchange_report report = { 0 };
	struct exchange exchange;

	*assessment = 0;
	*day = DATE_NONE;
	if (!file)
		return errmsg_set(why, ERR_FAILED, "this program was built without its example");
	enum err err = exchange_read(file->text, file->size, file->path, &exchange, why);
	if (err != ERR_NONE)
		return err;
	err = exchange_import(store, &exchange, IMPORT_PLAINLY, &report, why);
	if (err == ERR_NONE) {
		*assessment = report.assessment;
		*day = last_day(&exchange);
	}
	exchange_report_release(&report);
	exchange_release(&exchange);
	return err;
}
