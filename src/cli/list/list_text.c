/* SPDX-License-Identifier: MIT */
/*
 * The list of assessments as a table, and its ids alone.
 */
#include <math.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include "../table.h"
#include "list.h"

#define NAME_LEAST 9
#define ROUND_LEAST 9
#define TERMINAL_USUAL 80
#define SPARK_CELLS 5 /* the last so many rounds */

static const char *next_text(struct pool *pool, const struct store_round *round)
{
	int day = store_round_next(round), today = clock_today();

	if (day == DATE_NONE)
		return "--";
	if (day == today)
		return words_plain(W_WHEN_TODAY);
	return words(pool, day < today ? W_WHEN_LATE : W_WHEN_DAY, hole_day("day", day, DAY_SHORT));
}

/* "" where nothing was computed yet. */
static const char *primary_text(const struct store_round *round)
{
	int primary = primary_from_word(round->primary);

	return primary < 0 ? "" : words_primary(primary);
}

/* Health of the rounds of its alliance up to this one, which come before it in the list; "" of
 * fewer than two. */
static const char *spark_text(
	struct pool *pool, const struct store_list *list, size_t at, bool ascii)
{
	double value[SPARK_CELLS];
	size_t first = at, n = 0;
	int known = 0;

	while (first && at - first + 1 < SPARK_CELLS &&
		list->rounds[first - 1].alliance == list->rounds[at].alliance)
		first--;
	for (; first <= at; first++) {
		value[n++] = list->rounds[first].health;
		known += !isnan(list->rounds[first].health);
	}
	return known < 2 ? "" : words_spark(pool, value, n, SCORE_LOWEST, SCORE_HIGHEST, ascii);
}

static bool has_trend(const struct store_list *list)
{
	for (size_t i = 1; i < list->count; i++)
		if (list->rounds[i].alliance == list->rounds[i - 1].alliance)
			return true;
	return false;
}

static const char *health_text(struct pool *pool, double health)
{
	return isnan(health)
		? "    --"
		: pool_printf(pool, "%4.2f %c", health, band_letter(band_of(&lines_usual, health)));
}

static const char *date_text(struct pool *pool, const struct store_round *round)
{
	char day[DATE_TEXT];

	date_iso(round->date, day);
	return round->sealed == DATE_NONE ? pool_strdup(pool, day) : pool_printf(pool, "%ss", day);
}

static void add_row(struct cli_table *table, const struct cli *cli, const struct store_list *list,
	size_t at, bool trend)
{
	const struct store_round *round = &list->rounds[at];
	char id[UUID_TEXT];
	struct pool *pool = &table->pool;

	uuid_text(&round->assessment_id, id);
	cli_table_cell(table, has_option(cli, OPTION_WIDE) ? id : pool_strndup(pool, id, 8));
	cli_table_cell(table, round->alliance_name);
	cli_table_cell(table, round->title ? round->title : words_round((int)round->kind));
	cli_table_cell(table, date_text(pool, round));
	cli_table_cell(table, pool_printf(pool, "%2d/%d", round->heard, round->planned));
	cli_table_cell(table, health_text(pool, round->health));
	cli_table_cell(table, primary_text(round));
	if (trend)
		cli_table_cell(table, spark_text(pool, list, at, cli->ascii));
	cli_table_cell(table, next_text(pool, round));
}

int list_room(const struct cli *cli)
{
	struct winsize size;

	if (has_option(cli, OPTION_WIDE) || !isatty(STDOUT_FILENO))
		return 0;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) || !size.ws_col)
		return TERMINAL_USUAL;
	return size.ws_col;
}

static void add_table(struct str *out, const struct cli *cli, const struct listing *own)
{
	static const struct cli_column with_trend[] = { { "ID", 0 }, { "Alliance", NAME_LEAST },
		{ "Round", ROUND_LEAST }, { "Date", 0 }, { "Heard", 0 }, { "Health", 0 },
		{ "Primary", 0 }, { "Trend", 0 }, { "Next", 0 } };
	static const struct cli_column plain[] = { { "ID", 0 }, { "Alliance", NAME_LEAST },
		{ "Round", ROUND_LEAST }, { "Date", 0 }, { "Heard", 0 }, { "Health", 0 },
		{ "Primary", 0 }, { "Next", 0 } };
	bool trend = has_trend(&own->list);
	struct cli_table table;

	if (trend)
		cli_table_init(&table, with_trend, sizeof(with_trend) / sizeof(*with_trend));
	else
		cli_table_init(&table, plain, sizeof(plain) / sizeof(*plain));
	for (size_t i = 0; i < own->count; i++)
		add_row(&table, cli, &own->list, own->row[i], trend);
	cli_table_add(out, &table, list_room(cli), cli->ascii);
	cli_table_release(&table);
}

static void add_ids(struct str *out, const struct listing *own)
{
	char id[UUID_TEXT];

	for (size_t i = 0; i < own->count; i++)
		str_addf(out, "%s\n", uuid_text(&own->list.rounds[own->row[i]].assessment_id, id));
}

static void tell_none(size_t binned)
{
	struct pool pool = { 0 };

	cli_message(binned ? words(&pool, W_BIN_HAS_ALL, hole_count("n", (int)binned))
			   : words_plain(W_NO_ALLIANCE_YET));
	pool_release(&pool);
}

enum err list_text(const struct cli *cli, const struct listing *own, struct errmsg *why)
{
	struct str out;
	enum err err = ERR_NONE;

	if (!own->list.count)
		tell_none(own->binned);
	else if (!own->count)
		cli_message(words_plain(W_LIST_NONE_LEFT));
	str_init(&out);
	if (own->count && has_option(cli, OPTION_IDS))
		add_ids(&out, own);
	else if (own->count)
		add_table(&out, cli, own);
	if (own->count)
		err = output_text(cli, &out, why);
	str_release(&out);
	return err;
}
