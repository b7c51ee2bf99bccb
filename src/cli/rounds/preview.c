/* SPDX-License-Identifier: MIT */
/*
 * preview: what the other side would see of a joint edition now, why not more, whom to hear.
 */
#include <jansson.h>
#include <rekindle/preview.h>
#include <rekindle/utf8.h>
#include "../commands/commands.h"

struct previewing {
	struct cli *cli;
	struct loaded loaded;
	struct edition_history history; /* the joint edition of the round and its plan */
	struct edition_preview preview;
};

#define DAY_MS 86400000
#define WIDTH 79
#define LABEL_CELLS 28

/* Wrapped, its first line behind so many blanks, the others hang further. */
static void add_text(struct str *out, int indent, int hang, const char *text, bool ascii)
{
	struct str clean;
	int at = indent;

	str_init(&clean);
	utf8_clean(&clean, text, false, ascii);
	for (const char *rest = clean.text; *rest; at = indent + hang) {
		size_t shown, n = utf8_line(UTF8_FILE, rest, WIDTH - indent - hang, &shown);

		str_addf(out, "%*s%.*s\n", at, "", (int)shown, rest);
		rest += n;
	}
	str_release(&clean);
}

static void add_line(struct str *out, const struct preview_line *line, bool ascii)
{
	switch (line->kind) {
	case PREVIEW_LINE_HEADING:
		str_addc(out, '\n');
		add_text(out, 0, 0, line->text, ascii);
		break;
	case PREVIEW_LINE_TEXT:
		add_text(out, 2, 0, line->text, ascii);
		break;
	case PREVIEW_LINE_UNDER:
		add_text(out, 4, 2, line->text, ascii);
		break;
	case PREVIEW_LINE_COUNT:
		str_add(out, "  ");
		cli_cell(out, line->label, LABEL_CELLS, ascii);
		str_addf(out, "%s\n", line->text);
		break;
	}
}

static enum err print(struct previewing *own, struct errmsg *why)
{
	bool ascii = own->cli->ascii;
	struct preview_words said;
	struct str out;
	enum err err;

	str_init(&out);
	words_preview(&said, &own->cli->pool, &own->loaded.record, &own->preview);
	add_text(&out, 0, 0, words_plain(W_PREVIEW_TITLE), ascii);
	str_addc(&out, '\n');
	for (size_t i = 0; i < said.count; i++)
		add_line(&out, &said.line[i], ascii);
	err = output_text(own->cli, &out, why);
	str_release(&out);
	return err;
}

/* What the thing is called in files; null where the group is one thing. */
static json_t *subject_json(const struct previewing *own, const struct preview_item *item)
{
	switch (item->group) {
	case PREVIEW_ASPECTS:
	case PREVIEW_SYMPTOMS:
	case PREVIEW_VALUES:
	case PREVIEW_GAPS:
	case PREVIEW_CHANGES:
		return json_string(scale_info[item->subject].id);
	case PREVIEW_CAUSES:
		return json_string(vocabulary_cause.word[item->subject]);
	case PREVIEW_KILLERS:
		return json_string(vocabulary_killer.word[item->subject]);
	case PREVIEW_ROUTE:
		return json_string(vocabulary_route_value.word[item->subject]);
	case PREVIEW_PATTERNS:
		return json_string(item->subject < PITFALL_COUNT
				? vocabulary_pitfall.word[item->subject]
				: vocabulary_special.word[item->subject - PITFALL_COUNT]);
	case PREVIEW_FINDINGS:
		return json_string(own->history.view.whole.findings[item->subject].id);
	case PREVIEW_ACTIONS:
		return json_string(own->preview.plan->whole->actions[item->subject].id);
	case PREVIEW_HEALTH:
	case PREVIEW_POINTS:
	case PREVIEW_QUOTES:
	case PREVIEW_GROUPS:
		break;
	}
	return json_null();
}

static json_t *party_json(const struct previewing *own, int party)
{
	return party < 0 ? json_null() : json_uuid(&own->loaded.record.parties[party].object.id);
}

static json_t *groups_json(const struct edition_preview *preview)
{
	json_t *array = json_array();

	for (int g = 0; g < PREVIEW_GROUPS; g++)
		json_array_append_new(array,
			json_pack("{s:s, s:i, s:i}", "group", vocabulary_preview_group.word[g],
				"shown", preview->of[g].shown, "of", preview->of[g].all));
	return array;
}

static json_t *withheld_json(const struct previewing *own)
{
	json_t *array = json_array();

	for (size_t i = 0; i < own->preview.withheld_count; i++) {
		const struct preview_item *item = &own->preview.withheld[i];

		json_array_append_new(array,
			json_pack("{s:s, s:o, s:o, s:s}", "group",
				vocabulary_preview_group.word[item->group], "subject",
				subject_json(own, item), "party", party_json(own, item->party),
				"why", vocabulary_preview_why.word[item->why]));
	}
	return array;
}

/* Actions that are left out, with the ids of what adopting each would tell. */
static json_t *actions_json(struct previewing *own)
{
	json_t *array = json_array();

	for (size_t i = 0; own->preview.plan && i < own->preview.plan->whole->action_count; i++) {
		const struct planned_action *planned = &own->preview.plan->whole->actions[i];
		const char **findings;
		json_t *tells = json_array();
		size_t count =
			edition_plan_untold(own->preview.plan, i, &own->cli->pool, &findings);

		for (size_t f = 0; f < count; f++)
			json_array_append_new(tells, json_string(findings[f]));
		if (own->preview.plan->shows[i])
			json_decref(tells);
		else
			json_array_append_new(array,
				json_pack("{s:s, s:i, s:s, s:o}", "id", planned->id, "number",
					planned->number, "title", planned->title, "tells", tells));
	}
	return array;
}

static json_t *roles_json(unsigned roles)
{
	json_t *array = json_array();

	for (int role = 0; role < ROLE_COUNT; role++)
		if (roles >> role & 1u)
			json_array_append_new(array, json_string(vocabulary_role.word[role]));
	return array;
}

static json_t *hear_json(const struct previewing *own)
{
	json_t *array = json_array();

	for (size_t i = 0; i < own->preview.hear_count; i++) {
		const struct preview_hear *hear = &own->preview.hear[i];
		json_t *person = hear->person < 0
			? json_null()
			: json_uuid(&own->loaded.record.people[hear->person].object.id);

		json_array_append_new(array,
			json_pack("{s:o, s:s, s:o, s:o, s:i}", "party",
				party_json(own, hear->party), "role",
				vocabulary_role.word[hear->role], "roles", roles_json(hear->roles),
				"person", person, "aspects", hear->aspects));
	}
	return array;
}

/* The day whose figures are printed again; null: they are of today. */
static json_t *as_of_json(const struct previewing *own)
{
	int64_t at = own->history.view.as_of;

	return at ? json_day((int)(at / DAY_MS)) : json_null();
}

static enum err print_json(struct previewing *own, struct errmsg *why)
{
	return output_json(own->cli,
		json_pack("{s:o, s:o, s:o, s:o, s:o, s:o}", "assessment",
			json_uuid(&own->loaded.record.assessment.object.id), "as_of",
			as_of_json(own), "groups", groups_json(&own->preview), "withheld",
			withheld_json(own), "hear", hear_json(own), "actions", actions_json(own)),
		why);
}

static enum err tell(struct previewing *own, struct errmsg *why)
{
	struct loaded *loaded = &own->loaded;
	const struct record *record = &loaded->record;
	enum err err;

	edition_history_compute(&own->history, record, &loaded->diagnosis, &loaded->plan,
		EDITION_JOINT, loaded->earlier.all, loaded->earlier.own);
	own->preview.plan = loaded->later ? NULL : &own->history.plan;
	preview_compute(&own->preview, record, &loaded->diagnosis, &own->history.view,
		own->preview.plan, trend_before(loaded->earlier.all, loaded->earlier.own));
	if (record->assessment.sealed == DATE_NONE)
		preview_look_ahead(&own->preview, record);
	err = own->cli->format == FORMAT_JSON ? print_json(own, why) : print(own, why);
	preview_release(&own->preview);
	edition_history_release(&own->history);
	return err;
}

static enum err run(struct cli *cli, struct errmsg *why)
{
	struct previewing own = { .cli = cli };
	enum err err = loaded_open(cli, &own.loaded, why);

	if (err == ERR_NONE)
		err = loaded_rounds(&own.loaded, why);
	if (err == ERR_NONE) {
		loaded_plan(&own.loaded, DATE_NONE);
		err = tell(&own, why);
	}
	loaded_release(&own.loaded);
	return err;
}

const struct command command_preview = {
	.name = "preview",
	.synopsis = "ID [--format text|json]",
	.help = "what a joint edition would show and withhold now, and whom to hear to show more",
	.more = "Nothing is handed out or kept by it. It is for the team that runs the review: it "
		"tells what is withheld. Whom to hear is an estimate, as if they answered as the "
		"others of their company do.",
	.options = OPTION_BIT(OPTION_ROUND) | OPTION_BIT(OPTION_FORMAT),
	.json = true,
	.fewest = 1,
	.most = 1,
	.lacking = LACKING_ID(preview),
	.takes_id = true,
	.run = run,
};
