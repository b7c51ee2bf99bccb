/* SPDX-License-Identifier: MIT */
/*
 * forget: somebody of an alliance, or the whole alliance, for ever.
 */
#include <string.h>
#include <rekindle/bin.h>
#include <rekindle/edited.h>
#include <rekindle/utf8.h>
#include "commands.h"

/* An alliance, also one in the bin. */
static enum err find_alliance(
	struct cli *cli, struct store *store, struct store_found *found, struct errmsg *why)
{
	struct store_binned binned;
	enum err err = store_find_object(store, cli->operands[0], &cli->pool, found, why);

	if (err == ERR_USAGE &&
		!store_find_binned(store, cli->operands[0], &cli->pool, &binned, NULL)) {
		*found = (struct store_found){ binned.kind, binned.key, binned.alliance, binned.id,
			binned.name };
		err = ERR_NONE;
	}
	if (err == ERR_NONE && found->kind != KIND_ALLIANCE && cli->operand_count == 1)
		err = errmsg_set(why, ERR_USAGE, "%s",
			words(&cli->pool, W_FORGET_WHOLE, hole_text("alliance", found->name)));
	return err;
}

static enum err find(
	struct cli *cli, struct store *store, struct store_found *found, struct errmsg *why)
{
	enum err err = find_alliance(cli, store, found, why);

	if (err != ERR_NONE || cli->operand_count == 1)
		return err;
	const char *text = cli->operands[1];
	if (!utf8_valid(text, strlen(text)))
		return errmsg_set(why, ERR_USAGE, "%s", words_plain(W_PERSON_NO_TEXT));
	return store_find_person(store, found->alliance, text, &cli->pool, found, why);
}

static const char *what_text(struct cli *cli, const struct store_found *found)
{
	char id[UUID_TEXT];

	return *found->name
		? found->name
		: words(&cli->pool, W_NAMELESS, hole_text("what", kind_info[found->kind].name),
			  hole_text("id", uuid_text(&found->id, id)));
}

/* It cannot be taken back: without a terminal only --force says that it is meant. */
static enum err confirm(
	struct cli *cli, const struct store_found *found, bool *meant, struct errmsg *why)
{
	bool asked;
	struct hole what = hole_text("what", what_text(cli, found));

	*meant = has_option(cli, OPTION_FORCE);
	if (*meant)
		return ERR_NONE;
	*meant = terminal_confirms(cli, words(&cli->pool, W_FORGET_ASK, what), &asked);
	if (asked)
		return ERR_NONE;
	return errmsg_set(why, ERR_USAGE, "%s", words(&cli->pool, W_FORGET_NEEDS_FORCE, what));
}

static void add_lines(struct str *out, const char *head, const struct texts *lines)
{
	struct str clean;

	if (!lines->count)
		return;
	str_init(&clean);
	str_addf(out, "%s\n", head);
	for (size_t i = 0; i < lines->count; i++) {
		str_clear(&clean);
		utf8_clean(&clean, lines->text[i], false, false);
		str_addf(out, "  %s\n", clean.text);
	}
	str_release(&clean);
}

static void tell(struct cli *cli, const struct store_found *found, const struct texts *mentions,
	const struct texts *copies)
{
	struct str out;

	cli_message(words(&cli->pool, W_FORGOTTEN, hole_text("what", what_text(cli, found))));
	str_init(&out);
	add_lines(&out, words_plain(W_FORGET_MENTIONS), mentions);
	add_lines(&out, words_plain(W_FORGET_COPIES), copies);
	fputs(out.text, stdout);
	str_release(&out);
}

static enum err forget(struct cli *cli, struct store *store, struct errmsg *why)
{
	struct store_found found;
	struct texts mentions = { 0 }, copies = { 0 };
	bool meant = false;
	enum err err = store_clean(store, why);

	if (err == ERR_NONE)
		err = find(cli, store, &found, why);
	if (err == ERR_NONE)
		err = confirm(cli, &found, &meant, why);
	if (err != ERR_NONE)
		return err;
	if (!meant) {
		cli_message(words_plain(W_NOTHING_FORGOTTEN));
		return ERR_NONE;
	}
	err = store_forget(store, &found, &cli->pool, &mentions, &copies, why);
	if (err == ERR_NONE) {
		edited_recover(store); /* what was written of them in an editor lies elsewhere */
		tell(cli, &found, &mentions, &copies);
	}
	return err;
}

static enum err run(struct cli *cli, struct errmsg *why)
{
	struct store *store;
	enum err err = cli_store_id(cli, &store, why);

	if (err == ERR_NONE)
		err = forget(cli, store, why);
	store_close(store);
	return err;
}

const struct command command_forget = {
	.name = "forget",
	.synopsis = "ID [PERSON]",
	.help = "erase a person, or a whole alliance, for ever",
	.more = "PERSON: a name or an id, also of somebody in the bin, or of an alliance that "
		"lies there; one whose record was merged into another's goes with that one. "
		"Everything goes that the "
		"person said, sealed rounds included, and the history of the alliance, so that "
		"nothing before can be undone. No import brings it back. Tells where others "
		"mention the name, and which backups still hold it. Asks on a terminal; elsewhere "
		"it needs --force.",
	.stores = true,
	.fewest = 1,
	.most = 2,
	.lacking = LACKING_ID(forget),
	.run = run,
};
