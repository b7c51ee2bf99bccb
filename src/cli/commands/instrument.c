/* SPDX-License-Identifier: MIT */
/*
 * instrument show, instrument check: the question bank, and what is wrong with one.
 */
#include <string.h>
#include <jansson.h>
#include <rekindle/report.h>
#include <rekindle/utf8.h>
#include "commands.h"

/* Of the built-in bank, the newest of which is shown unless another is named. */
static enum err take_version(struct cli *cli, const char *version, struct errmsg *why)
{
	struct str versions;
	const char *id = instrument_builtin()->id;
	const struct instrument *known = instrument_known(id, version);

	if (known && has_option(cli, OPTION_INSTRUMENT))
		return errmsg_set(why, ERR_USAGE,
			"instrument show %s is of the built-in bank; leave out %s or --instrument",
			version, version);
	if (known) {
		cli->instrument = known;
		return ERR_NONE;
	}
	str_init(&versions);
	instrument_versions(&versions);
	errmsg_set(why, ERR_USAGE,
		"%s is no version of the built-in bank, which has %s; a bank of your own is "
		"named with --instrument %s",
		version, versions.text, version);
	str_release(&versions);
	return ERR_USAGE;
}

static enum err show(struct cli *cli, struct errmsg *why)
{
	struct str out;

	if (cli->operand_count > 1) {
		enum err named = take_version(cli, cli->operands[1], why);
		if (named != ERR_NONE)
			return named;
	}
	if (has_option(cli, OPTION_INSTRUMENT)) {
		enum err read = instrument_load(
			cli->value[OPTION_INSTRUMENT], &cli->pool, &cli->instrument, why);
		if (read != ERR_NONE)
			return read;
	}
	str_init(&out);
	if (cli->format == FORMAT_JSON)
		report_instrument_json(&out, cli->instrument);
	else
		report_instrument_text(&out, cli->instrument, cli->ascii);
	enum err err = output_text(cli, &out, why);
	str_release(&out);
	return err;
}

static enum err print_text(struct cli *cli, const struct bank_faults *faults, struct errmsg *why)
{
	struct str out;

	str_init(&out);
	for (size_t i = 0; i < faults->count; i++) {
		const struct bank_fault *fault = &faults->list[i];
		str_add(&out, cli_harmless(&cli->pool, fault->file, cli->ascii));
		if (fault->line)
			str_addf(&out, ":%zu", fault->line);
		str_add(&out, ": ");
		utf8_clean(&out, fault->text, false, cli->ascii);
		str_addf(&out, " [%s]\n", fault->rule);
	}
	str_addf(&out, "%s\n",
		faults->count
			? words(&cli->pool, W_BANK_FAULTS, hole_count("faults", (int)faults->count))
			: words_plain(W_BANK_SOUND));
	enum err err = output_text(cli, &out, why);
	str_release(&out);
	return err;
}

static json_t *fault_json(const struct bank_fault *fault)
{
	json_t *object = json_object();
	struct str file;

	str_init(&file);
	utf8_repair(&file, fault->file, strlen(fault->file));
	json_object_set_new(object, "file", json_string(file.text));
	json_object_set_new(
		object, "line", fault->line ? json_integer((json_int_t)fault->line) : json_null());
	json_object_set_new(object, "rule", json_string(fault->rule));
	json_object_set_new(object, "id", json_text(fault->id));
	json_object_set_new(object, "text", json_string(fault->text));
	str_release(&file);
	return object;
}

static enum err print_json(
	const struct cli *cli, const struct bank_faults *faults, struct errmsg *why)
{
	json_t *array = json_array();

	for (size_t i = 0; i < faults->count; i++)
		json_array_append_new(array, fault_json(&faults->list[i]));
	return output_json(cli, array, why);
}

static enum err lint_builtin(struct cli *cli, struct bank_faults *faults, struct errmsg *why)
{
	struct str text;

	str_init(&text);
	instrument_write(&text, instrument_builtin());
	enum err err =
		instrument_lint_text(text.text, instrument_builtin()->id, &cli->pool, faults, why);
	str_release(&text);
	return err;
}

static enum err check(struct cli *cli, struct errmsg *why)
{
	struct bank_faults faults;
	const char *path = cli->value[OPTION_INSTRUMENT];
	enum err err;

	if (cli->operand_count > 1 && path)
		return errmsg_set(why, ERR_USAGE,
			"instrument check reads one question bank; leave "
			"out %s or --instrument",
			cli->operands[1]);
	if (cli->operand_count > 1)
		path = cli->operands[1];
	err = path ? instrument_lint(path, &cli->pool, &faults, why)
		   : lint_builtin(cli, &faults, why);
	if (err == ERR_NONE)
		err = cli->format == FORMAT_JSON ? print_json(cli, &faults, why)
						 : print_text(cli, &faults, why);
	/* The faults are the message. */
	if (err == ERR_NONE && faults.count)
		err = ERR_INVALID;
	return err;
}

static const struct {
	const char *name;
	enum err (*run)(struct cli *, struct errmsg *);
} verbs[] = {
	{ "show", show },
	{ "check", check },
};

static enum err run(struct cli *cli, struct errmsg *why)
{
	for (size_t i = 0; i < sizeof(verbs) / sizeof(*verbs); i++)
		if (strcmp(cli->operands[0], verbs[i].name) == 0)
			return verbs[i].run(cli, why);
	return errmsg_set(why, ERR_USAGE,
		"instrument %s: there is only instrument show and "
		"instrument check",
		cli->operands[0]);
}

const struct command command_instrument = {
	.name = "instrument",
	.synopsis = "show [VERSION] | check [FILE] [--format text|json]",
	.help = "the question bank, or what is wrong with one of your own",
	.more = "show prints the built-in bank, an earlier VERSION of it or, with --instrument "
		"FILE, "
		"yours. check names "
		"every fault of FILE, a YAML file or a folder of them, with its line, and what to "
		"do; exit status 3 when there is one. rekindle-instrument(5) has the members and "
		"the rules.",
	.options = OPTION_BIT(OPTION_FORMAT),
	.json = true,
	.reads_bank = true,
	.fewest = 1,
	.most = 2,
	.lacking = "instrument needs a verb: rekindle instrument show, or check",
	.run = run,
};
