/* SPDX-License-Identifier: MIT */
/*
 * list --deleted: what lies in the bin, since when and until when.
 */
#include <jansson.h>
#include <rekindle/bin.h>
#include "../table.h"
#include "list.h"

static json_t *binned_json(const struct store_binned *one)
{
	json_t *object = json_object();

	json_object_set_new(object, "id", json_uuid(&one->id));
	json_object_set_new(object, "kind", json_string(kind_info[one->kind].name));
	json_object_set_new(object, "name", json_text(one->name));
	json_object_set_new(object, "alliance", json_text(one->alliance_name));
	json_object_set_new(object, "deleted", json_day(one->day));
	json_object_set_new(object, "erased", json_day(one->day + BIN_DAYS));
	return object;
}

static void add_row(struct cli_table *table, const struct store_binned *one)
{
	char id[UUID_TEXT], day[DATE_TEXT];

	cli_table_cell(table, pool_strndup(&table->pool, uuid_text(&one->id, id), 8));
	cli_table_cell(table, kind_info[one->kind].name);
	cli_table_cell(table, one->name);
	cli_table_cell(table, one->kind == KIND_ALLIANCE ? "" : one->alliance_name);
	cli_table_cell(table, date_iso(one->day, day));
	cli_table_cell(table, date_iso(one->day + BIN_DAYS, day));
}

static void add_table(
	struct str *out, const struct cli *cli, const struct store_binned *list, size_t count)
{
	static const struct cli_column columns[] = { { "ID", 0 }, { "What", 0 }, { "Name", 10 },
		{ "Alliance", 10 }, { "Deleted", 0 }, { "Erased", 0 } };
	struct cli_table table;

	cli_table_init(&table, columns, sizeof(columns) / sizeof(*columns));
	for (size_t i = 0; i < count; i++)
		add_row(&table, &list[i]);
	cli_table_add(out, &table, list_room(cli), cli->ascii);
	cli_table_release(&table);
}

static enum err print_text(
	const struct cli *cli, const struct store_binned *list, size_t count, struct errmsg *why)
{
	struct str out;

	if (!count) {
		cli_message(words_plain(W_BIN_EMPTY));
		return ERR_NONE;
	}
	str_init(&out);
	add_table(&out, cli, list, count);
	enum err err = output_text(cli, &out, why);
	str_release(&out);
	return err;
}

static enum err print_json(
	const struct cli *cli, const struct store_binned *list, size_t count, struct errmsg *why)
{
	json_t *array = json_array();

	for (size_t i = 0; i < count; i++)
		json_array_append_new(array, binned_json(&list[i]));
	return output_json(cli, array, why);
}

enum err list_deleted(const struct cli *cli, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct store *store;
	struct store_binned *list;
	size_t count;
	enum err err = cli_store(cli, STORE_EXISTING, &store, why);

	if (err == ERR_NONE)
		err = store_bin(store, &pool, &list, &count, why);
	store_close(store);
	if (err == ERR_NONE)
		err = cli->format == FORMAT_JSON ? print_json(cli, list, count, why)
						 : print_text(cli, list, count, why);
	pool_release(&pool);
	return err;
}
