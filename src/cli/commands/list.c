/* SPDX-License-Identifier: MIT */
/*
 * list: every assessment, with the summary of its diagnosis brought up to date.
 */
#include <math.h>
#include <unistd.h>
#include <jansson.h>
#include <rekindle/bin.h>
#include <rekindle/care.h>
#include "commands.h"

static enum err refresh(
	struct store *store, struct store_list *list, struct store_round *round, struct errmsg *why)
{
	struct record record;
	struct diagnosis diagnosis;
	enum err err = store_load(store, round->assessment, &record, why);

	if (err != ERR_NONE)
		return err;
	diagnosis_compute(&diagnosis, &record);
	round->health = diagnosis.scores.health;
	round->primary = pool_strdup(&list->pool, primary_word(diagnosis.primary.cause));
	round->grade = pool_strdup(&list->pool, grade_word(diagnosis.confidence.grade));
	round->summary_change = round->change;
	/* Where it cannot be kept, on a full disk, it is computed again the next time. */
	if (!store_read_only(store))
		store_put_summary(store, round->assessment, round->change, round->health,
			round->primary, round->grade, NULL);
	diagnosis_release(&diagnosis);
	record_release(&record);
	return err;
}

static enum err read_list(
	const struct cli *cli, struct store_list *list, size_t *binned, struct errmsg *why)
{
	struct store *store;
	enum err err = cli_store(cli, STORE_EXISTING, &store, why);

	if (err == ERR_NONE)
		err = store_list(store, list, why);
	if (err == ERR_NONE && !list->count)
		err = store_bin_alliances(store, binned, why);
	for (size_t i = 0; err == ERR_NONE && i < list->count; i++)
		if (list->rounds[i].assessment &&
			list->rounds[i].summary_change != list->rounds[i].change)
			err = refresh(store, list, &list->rounds[i], why);
	store_close(store);
	return err;
}

/* Each member on its own: name and value stand together. */
static json_t *round_json(const struct store_round *round)
{
	json_t *object = json_object();

	json_object_set_new(object, "id", json_uuid(&round->assessment_id));
	json_object_set_new(object, "alliance", json_string(round->alliance_name));
	json_object_set_new(object, "alliance_id", json_uuid(&round->alliance_id));
	json_object_set_new(object, "title", json_text(round->title));
	json_object_set_new(object, "kind", json_string(vocabulary_round.word[round->kind]));
	json_object_set_new(object, "date", json_day(round->date));
	json_object_set_new(object, "sealed", json_day(round->sealed));
	json_object_set_new(object, "parties", json_integer(round->parties));
	json_object_set_new(object, "heard", json_integer(round->heard));
	json_object_set_new(object, "planned", json_integer(round->planned));
	json_object_set_new(object, "health", json_number(round->health));
	json_object_set_new(object, "primary", json_text(round->primary));
	json_object_set_new(object, "grade", json_text(round->grade));
	json_object_set_new(object, "next_planned", json_text(round->next_planned));
	json_object_set_new(object, "next_due", json_day(store_plan_next(&round->plan)));
	json_object_set_new(
		object, "late", json_integer(store_plan_late(&round->plan, clock_today())));
	return object;
}

static enum err print_json(const struct cli *cli, const struct store_list *list, struct errmsg *why)
{
	json_t *array = json_array();

	for (size_t i = 0; i < list->count; i++)
		if (list->rounds[i].assessment)
			json_array_append_new(array, round_json(&list->rounds[i]));
	return output_json(cli, array, why);
}

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

#define SPARK_CELLS 5 /* the last so many rounds */
#define NAME_CELLS 15
#define NAME_TREND 9 /* where there is a trend as well */

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

static void add_row(
	struct str *out, const struct store_list *list, size_t at, bool trend, bool ascii)
{
	const struct store_round *round = &list->rounds[at];

	char id[UUID_TEXT], day[DATE_TEXT];
	struct pool pool = { 0 };

	str_addf(out, "%.8s ", uuid_text(&round->assessment_id, id));
	cli_cell(out, round->alliance_name, trend ? NAME_TREND : NAME_CELLS, ascii);
	cli_cell(out, round->title ? round->title : words_round((int)round->kind), 9, ascii);
	str_addf(out, "%10s%c %2d/%-2d ", date_iso(round->date, day),
		round->sealed == DATE_NONE ? ' ' : 's', round->heard, round->planned);
	if (isnan(round->health))
		str_add(out, "    --");
	else
		str_addf(out, "%4.2f %c", round->health,
			band_letter(band_of(&lines_usual, round->health)));
	str_addf(out, " %-10s ", primary_text(round));
	if (trend)
		cli_cell(out, spark_text(&pool, list, at, ascii), SPARK_CELLS, ascii);
	str_addf(out, "%s\n", next_text(&pool, round));
	pool_release(&pool);
}

static void tell_none(size_t binned)
{
	struct pool pool = { 0 };

	cli_message(binned ? words(&pool, W_BIN_HAS_ALL, hole_count("n", (int)binned))
			   : words_plain(W_NO_ALLIANCE_YET));
	pool_release(&pool);
}

static enum err print_text(
	const struct cli *cli, const struct store_list *list, size_t binned, struct errmsg *why)
{
	struct str out;
	bool trend = has_trend(list);
	enum err err = ERR_NONE;

	str_init(&out);
	if (list->count)
		str_add(&out,
			trend ? "ID       Alliance  Round     Date        Heard Health Primary    "
				"Trend Next\n"
			      : "ID       Alliance        Round     Date        Heard Health "
				"Primary    Next\n");
	else
		tell_none(binned);
	for (size_t i = 0; i < list->count; i++)
		if (list->rounds[i].assessment)
			add_row(&out, list, i, trend, cli->ascii);
	if (list->count)
		err = output_text(cli, &out, why);
	str_release(&out);
	return err;
}

static enum err run(struct cli *cli, struct errmsg *why)
{
	struct store_list list = { 0 };
	char buffer[4096], copy[4096];
	size_t binned = 0;
	const char *path = cli_database(cli, buffer, sizeof(buffer));
	enum err err = ERR_NONE;

	/* the usual place is empty at first; a file that was named, or has copies, has to be there
	 */
	bool named = has_option(cli, OPTION_DB) || path != buffer;
	bool there = named || !path || access(path, F_OK) == 0 ||
		store_newest_backup(path, copy, sizeof(copy));
	if (there && has_option(cli, OPTION_DELETED))
		return list_deleted(cli, why);
	if (there)
		err = read_list(cli, &list, &binned, why);
	if (err == ERR_NONE)
		err = cli->format == FORMAT_JSON ? print_json(cli, &list, why)
						 : print_text(cli, &list, binned, why);
	store_list_release(&list);
	return err;
}

const struct command command_list = {
	.name = "list",
	.synopsis = "[--deleted] [--format text|json]",
	.help = "all assessments, with what the diagnosis says of each; or the bin",
	.more = "An s behind the date: sealed. Heard: people with answers, and people in all. "
		"Health from 1.00 to 5.00 with its band: S strength, A adequate, W weak, C "
		"critical. Trend: health by round, up to this one. Next: the next interview or "
		"action of the stored plan, ! when that day "
		"is over. With --deleted: what was deleted, when, and when it is erased.",
	.options = OPTION_BIT(OPTION_DELETED) | OPTION_BIT(OPTION_FORMAT),
	.json = true,
	.run = run,
};
