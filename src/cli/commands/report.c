/* SPDX-License-Identifier: MIT */
/*
 * report: one of the kinds of report in one of its formats, on standard output or in a file.
 */
#include <string.h>
#include <rekindle/convert.h>
#include <rekindle/history.h>
#include <rekindle/report.h>
#include "commands.h"

/* --section heard,plan as a set of bits. */
static enum err parse_sections(struct cli *cli, unsigned *sections, struct errmsg *why)
{
	char list[300];

	*sections = REPORT_ALL;
	if (!has_option(cli, OPTION_SECTION))
		return ERR_NONE;
	*sections = 0;
	char *rest = pool_strdup(&cli->pool, cli->value[OPTION_SECTION]);
	for (char *word; (word = strsep(&rest, ",")) != NULL;) {
		int i = vocabulary_find(&vocabulary_report_section, word);
		if (i < 0)
			return errmsg_set(why, ERR_USAGE,
				"--section: the report has no part \"%s\"; "
				"it has %s",
				word,
				vocabulary_list(&vocabulary_report_section, list, sizeof(list)));
		*sections |= 1u << i;
	}
	return ERR_NONE;
}

/* A joint edition is remembered before anybody can read it. */
static enum err keep_edition(struct loaded *loaded, struct errmsg *why)
{
	if (loaded->edition != EDITION_JOINT)
		return ERR_NONE;
	return history_give(loaded->store, &loaded->record, &loaded->earlier, why);
}

/* --kind; only the assessment report has sections, and progress is of a plan that stands. */
static enum err parse_kind(struct cli *cli, int *kind, struct errmsg *why)
{
	enum err err = option_word(cli, OPTION_KIND, &vocabulary_report_kind, kind, why);

	if (err == ERR_NONE && has_option(cli, OPTION_KIND) &&
		report_kind_as((enum report_kind) * kind, (enum report_format)cli->format) !=
			(enum report_kind) * kind)
		return errmsg_set(why, ERR_USAGE,
			"pptx is for slides, not for a %s report; leave out --kind, or give "
			"--kind slides",
			vocabulary_report_kind.word[*kind]);
	*kind = (int)report_kind_as((enum report_kind) * kind, (enum report_format)cli->format);
	if (err == ERR_NONE && *kind != REPORT_ASSESSMENT && has_option(cli, OPTION_SECTION))
		return errmsg_set(why, ERR_USAGE,
			"--section: a %s report has no parts to choose; leave it out",
			vocabulary_report_kind.word[*kind]);
	if (err == ERR_NONE && *kind != REPORT_ASSESSMENT && has_option(cli, OPTION_EDITION))
		return errmsg_set(why, ERR_USAGE,
			"--edition: a %s report goes to the other company and is always joint; "
			"leave it out",
			vocabulary_report_kind.word[*kind]);
	if (err == ERR_NONE && *kind == REPORT_PROGRESS && has_option(cli, OPTION_START))
		return errmsg_set(why, ERR_USAGE,
			"--start: a progress report reads the stored plan; leave it out");
	return err;
}

/* What is decided by a diagnosis is not reported of a round that decides nothing. */
static enum err check_pulse(const struct loaded *loaded, int start, struct errmsg *why)
{
	struct pool pool = { 0 };
	enum err err = ERR_NONE;

	if (loaded->record.assessment.kind != ROUND_PULSE)
		return ERR_NONE;
	if (!report_is_of(&loaded->record, (enum report_kind)loaded->kind))
		err = errmsg_set(why, ERR_USAGE, "%s",
			words(&pool, W_PULSE_NO_REPORT,
				hole_text("kind", vocabulary_report_kind.word[loaded->kind])));
	else if (start != DATE_NONE)
		err = errmsg_set(why, ERR_USAGE, "%s", words_plain(W_PULSE_NO_PLAN));
	pool_release(&pool);
	return err;
}

static enum err run(struct cli *cli, struct errmsg *why)
{
	struct loaded loaded = { 0 };
	struct str out;
	char database[4096];
	int start, kind = REPORT_ASSESSMENT;
	unsigned sections;
	int edition = EDITION_INTERNAL;
	const char *path = cli_database(cli, database, sizeof(database));
	enum err err = option_start(cli, &start, why);

	if (err == ERR_NONE)
		err = output_check(cli, path, why);
	if (err == ERR_NONE)
		err = output_converts(cli, (enum report_format)cli->format, why);
	if (err == ERR_NONE)
		err = parse_sections(cli, &sections, why);
	if (err == ERR_NONE)
		err = option_word(cli, OPTION_EDITION, &vocabulary_edition, &edition, why);
	if (err == ERR_NONE)
		err = parse_kind(cli, &kind, why);
	if (err != ERR_NONE)
		return err;
	str_init(&out);
	err = loaded_open(cli, &loaded, why);
	if (err == ERR_NONE) {
		loaded.kind = kind;
		loaded.edition = report_edition((enum report_kind)kind, (enum edition)edition);
		err = check_pulse(&loaded, start, why);
	}
	bool plans = loaded.record.assessment.kind != ROUND_PULSE || plan_is_stored(&loaded.record);
	if (err == ERR_NONE && plans)
		loaded_plan(&loaded, start);
	else if (err == ERR_NONE)
		loaded_diagnose(&loaded);
	if (err == ERR_NONE)
		err = loaded_rounds(&loaded, why);
	if (err == ERR_NONE)
		err = keep_edition(&loaded, why);
	if (err == ERR_NONE)
		loaded_report(&loaded, sections, (enum report_format)cli->format, cli->ascii, &out);
	loaded_release(&loaded);
	if (err == ERR_NONE)
		err = convert(&out, (enum report_format)cli->format, why);
	if (err == ERR_NONE)
		err = output_result(cli, &out, path, why);
	str_release(&out);
	return err;
}

const struct command command_report = {
	.name = "report",
	.synopsis =
		"ID [--kind KIND] [--edition internal|joint] "
		"[--format text|markdown|html|json|pdf|docx|pptx] [-o FILE] [--section NAME,...] "
		"[--start DATE]",
	.help = "a report: the assessment, progress for the committee, or a sponsor's brief",
	.more = "Of the assessment report the internal edition shows everything but who gave a "
		"confidential answer and their words. The joint one is for both companies: it "
		"shows no value of too few people of a side or of people who rate too much alike, "
		"nor what it could be worked out from, and says what it leaves out. Where fewer "
		"than 3 respondents of a side were added, changed or removed since the last one, "
		"it has the figures of that one, as of its day. "
		"--kind progress is two pages for the steering committee: "
		"what is done, late, changed and to be decided. --kind brief is one page for the "
		"sponsor of a side that has not yet confirmed. --kind slides is five slides for "
		"the steering committee, of which --format pptx makes a file. These three are "
		"always joint. FORMAT is "
		"text, markdown, html, json, pdf, docx or pptx. HTML is one "
		"file with its charts, for a browser or for print. pdf is made by an installed "
		"weasyprint or Chromium, docx and pptx by pandoc; these want -o FILE on a "
		"terminal. A file "
		"that exists is "
		"overwritten only with --force.",
	.options = OPTION_BIT(OPTION_ROUND) | OPTION_BIT(OPTION_FORMAT) |
		OPTION_BIT(OPTION_OUTPUT) | OPTION_BIT(OPTION_SECTION) | OPTION_BIT(OPTION_START) |
		OPTION_BIT(OPTION_EDITION) | OPTION_BIT(OPTION_KIND),
	.json = true,
	.formats = &vocabulary_report_format,
	.fewest = 1,
	.most = 1,
	.lacking = LACKING_ID(report),
	.takes_id = true,
	.look = LOOK_WHOLE,
	.run = run,
};
