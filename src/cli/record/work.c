/* SPDX-License-Identifier: MIT */
/*
 * A change from the command line: one transaction, one step of undo.
 */
#include "record_commands.h"

enum err work_open(const struct cli *cli, struct loaded *loaded, struct errmsg *why)
{
	enum err err = loaded_open(cli, loaded, why);

	if (err == ERR_NONE && !plan_is_stored(&loaded->record))
		return errmsg_set(why, ERR_USAGE,
			"no plan of %.60s is stored yet; rekindle plan %.60s --save stores the "
			"draft",
			loaded->record.alliance.name, cli->operands[0]);
	if (err == ERR_NONE)
		loaded_plan(loaded, DATE_NONE);
	return err;
}

enum err work_begin(struct loaded *loaded, const char *what, struct errmsg *why)
{
	return store_begin(loaded->store, loaded->assessment, what, why);
}

enum err work_end(struct loaded *loaded, enum err err, struct errmsg *why)
{
	if (err == ERR_NONE)
		err = store_commit(loaded->store, why);
	else
		store_rollback(loaded->store);
	return err ? err : loaded_again(loaded, why);
}

enum err work_put(struct loaded *loaded, enum kind kind, void *object, struct errmsg *why)
{
	return store_put(loaded->store, &loaded->record, kind, object, 0, why);
}

enum err work_past_day(const struct cli *cli, enum option option, int *day, struct errmsg *why)
{
	char iso[DATE_TEXT];
	int today = clock_today();

	*day = today;
	if (!has_option(cli, option))
		return ERR_NONE;
	enum err err = option_day(cli, option, DATE_BEHIND, day, why);
	if (err == ERR_NONE && *day > today)
		return errmsg_set(why, ERR_USAGE,
			"%s %s is ahead of today, %s; give today or a day before",
			option_info[option].name, cli->value[option], date_iso(today, iso));
	return err;
}
