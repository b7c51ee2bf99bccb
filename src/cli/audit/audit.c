/* SPDX-License-Identifier: MIT */
/*
 * audit: what the audit and the profile record, list by list: read, added to, corrected.
 */
#include <stdlib.h>
#include <string.h>
#include <rekindle/plan.h>
#include <rekindle/utf8.h>
#include "audit.h"

#define OPERANDS_MOST 64 /* a list has fewer fields */

static const char *said(const struct audit *audit, enum sentence sentence, const void *object)
{
	return words_fill(&audit->cli->pool, sentence,
		(const struct hole[]){
			hole_text("what", audit_called(audit, object)), { .name = NULL } });
}

/* Every FIELD=VALUE from one operand on. */
static enum err take_all(const struct audit *audit, void *object, int from, struct errmsg *why)
{
	enum err err = ERR_NONE;

	for (int i = from; err == ERR_NONE && i < audit->cli->operand_count; i++)
		err = audit_take(audit, object, audit->cli->operands[i], why);
	return err;
}

static enum err put(const struct audit *audit, enum sentence what, void *object, struct errmsg *why)
{
	enum err err = work_begin(audit->loaded, said(audit, what, object), why);

	if (err != ERR_NONE)
		return err;
	err = work_put(audit->loaded, audit->list->kind, object, why);
	if (err == ERR_NONE)
		err = audit_put_owners(audit, object, why);
	return work_end(audit->loaded, err, why);
}

static enum err add(const struct audit *audit, struct errmsg *why)
{
	struct record *record = &audit->loaded->record;
	enum kind kind = audit->list->kind;
	void *object = pool_alloc(&audit->cli->pool, kind_info[kind].size);

	object_init(kind, object);
	enum err err = take_all(audit, object, 3, why);
	if (err == ERR_NONE)
		err = audit_check(audit, object, record_count(record, kind), why);
	if (err != ERR_NONE)
		return err;
	if (kind_info[kind].has_id)
		((struct object *)object)->id = uuid_new();
	struct uuid id = object_id(record, kind, object);
	void *place = record_add(record, kind);
	memcpy(place, object, kind_info[kind].size);
	err = put(audit, W_UNDO_ADDED, place, why);
	if (err == ERR_NONE)
		audit_tell_owners(audit);
	return err ? err : output_id(audit->cli, &id, why);
}

/* Its index among those of the record, and from where on its values are given. */
static enum err find(const struct audit *audit, size_t *index, int *from, struct errmsg *why)
{
	*index = 0;
	*from = 3;
	if (audit->list->way == AUDIT_ONE)
		return ERR_NONE;
	*from = 4;
	return audit_find(audit, audit->cli->operands[3], index, why);
}

/* What follows from what was set: a charter that is signed keeps what stands in it. */
static void follow(const struct audit *audit, void *object)
{
	struct record *record = &audit->loaded->record;
	struct charter standing;

	if (object != &record->alliance)
		return;
	words_charter(record, &record->pool, &standing);
	plan_sign_charter(&record->alliance.charter, &standing);
}

static void tell(const struct audit *audit)
{
	int agreed = audit->loaded->record.alliance.charter.agreed;

	audit_tell_owners(audit);
	if (audit->list->kind == KIND_ALLIANCE && audit->list->within && agreed != DATE_NONE &&
		agreed > clock_today())
		cli_message(words(&audit->cli->pool, W_SHEET_SIGNED_AHEAD,
			hole_day("day", agreed, DAY_LONG)));
}

static enum err set(const struct audit *audit, struct errmsg *why)
{
	enum kind kind = audit->list->kind;
	void *changed = pool_alloc(&audit->cli->pool, kind_info[kind].size);
	size_t index;
	int from;
	enum err err = find(audit, &index, &from, why);

	if (err != ERR_NONE)
		return err;
	void *object = audit_object(audit, index);
	memcpy(changed, object, kind_info[kind].size);
	err = take_all(audit, changed, from, why);
	if (err == ERR_NONE)
		err = audit_check(audit, changed, index, why);
	if (err != ERR_NONE)
		return err;
	memcpy(object, changed, kind_info[kind].size);
	follow(audit, object);
	err = put(audit, W_UNDO_CHANGED, object, why);
	if (err == ERR_NONE)
		tell(audit);
	return err || audit->cli->format != FORMAT_JSON ? err : audit_print_one(audit, index, why);
}

static enum err drop(const struct audit *audit, struct errmsg *why)
{
	struct loaded *loaded = audit->loaded;
	size_t index;
	enum err err = audit_find(audit, audit->cli->operands[3], &index, why);

	if (err != ERR_NONE)
		return err;
	const void *object = record_at(&loaded->record, audit->list->kind, index);
	const char *what = said(audit, W_UNDO_DELETED, object);
	err = work_begin(loaded, what, why);
	if (err != ERR_NONE)
		return err;
	err = store_delete(loaded->store, &loaded->record, audit->list->kind, object, why);
	err = work_end(loaded, err, why);
	if (err == ERR_NONE)
		cli_message(what);
	return err;
}

static enum err put_order(const struct audit *audit, const char *what, struct errmsg *why)
{
	struct record *record = &audit->loaded->record;
	enum err err = work_begin(audit->loaded, what, why);

	if (err != ERR_NONE)
		return err;
	for (size_t i = 0; err == ERR_NONE && i < record->process_count; i++)
		err = work_put(audit->loaded, KIND_PROCESS, &record->processes[i], why);
	return work_end(audit->loaded, err, why);
}

static enum err move(const struct audit *audit, struct errmsg *why)
{
	struct record *record = &audit->loaded->record;
	const char *typed = audit->cli->operands[4];
	char *end;
	long to = strtol(typed, &end, 10);
	size_t from;
	enum err err = audit_find(audit, audit->cli->operands[3], &from, why);

	if (err == ERR_NONE && (*end || to < 1 || to > (long)record->process_count))
		err = errmsg_set(why, ERR_USAGE,
			"move %.40s: give the place where the step is to stand, from 1 to %zu",
			utf8_valid(typed, strlen(typed)) ? typed : "", record->process_count);
	if (err != ERR_NONE)
		return err;
	const char *what = said(audit, W_UNDO_MOVED, &record->processes[from]);
	record_move_step(record, from, (size_t)to - 1);
	err = put_order(audit, what, why);
	if (err == ERR_NONE)
		cli_message(what);
	return err;
}

#define WAY(way) (1u << (way))

/* fewest: operands behind the verb. */
static const struct verb {
	const char *name;
	unsigned ways; /* of lists that have it */
	int fewest[AUDIT_WAYS], most[AUDIT_WAYS];
	enum err (*run)(const struct audit *, struct errmsg *);
	const char *list; /* that alone has it; NULL: all of these ways */
} verbs[] = {
	{ "add", WAY(AUDIT_MANY), { [AUDIT_MANY] = 1 }, { [AUDIT_MANY] = OPERANDS_MOST }, add,
		NULL },
	{ "set", WAY(AUDIT_MANY) | WAY(AUDIT_ONE) | WAY(AUDIT_EACH),
		{ [AUDIT_MANY] = 2, [AUDIT_ONE] = 1, [AUDIT_EACH] = 2 },
		{ OPERANDS_MOST, OPERANDS_MOST, OPERANDS_MOST, OPERANDS_MOST }, set, NULL },
	{ "set", WAY(AUDIT_CHECKS), { [AUDIT_CHECKS] = 1 }, { [AUDIT_CHECKS] = OPERANDS_MOST },
		audit_checks_set, NULL },
	{ "drop", WAY(AUDIT_MANY), { [AUDIT_MANY] = 1 }, { [AUDIT_MANY] = 1 }, drop, NULL },
	{ "drop", WAY(AUDIT_CHECKS), { [AUDIT_CHECKS] = 1 }, { [AUDIT_CHECKS] = OPERANDS_MOST },
		audit_checks_drop, NULL },
	{ "read", WAY(AUDIT_MANY), { [AUDIT_MANY] = 1 }, { [AUDIT_MANY] = OPERANDS_MOST },
		audit_read_calendar, "days_off" },
	{ "move", WAY(AUDIT_MANY), { [AUDIT_MANY] = 2 }, { [AUDIT_MANY] = 2 }, move, "process" },
};
#define VERBS (sizeof(verbs) / sizeof(*verbs))

/* How each way is written behind ID and the list. */
static const char *const synopses[AUDIT_WAYS] = {
	[AUDIT_MANY] = "[add FIELD=VALUE... | set ID FIELD=VALUE... | drop ID]",
	[AUDIT_ONE] = "[set FIELD=VALUE...]",
	[AUDIT_EACH] = "[set COMPANY FIELD=VALUE...]",
	[AUDIT_CHECKS] = "[set ROW=VALUE... | drop ROW...]",
};

static const struct verb *verb_of(const struct cli *cli, const struct audit_list *list)
{
	int behind = cli->operand_count - 3;

	for (size_t i = 0; i < VERBS; i++)
		if (strcmp(verbs[i].name, cli->operands[2]) == 0 &&
			verbs[i].ways & WAY(list->way) &&
			(!verbs[i].list || strcmp(verbs[i].list, list->name) == 0) &&
			behind >= verbs[i].fewest[list->way] && behind <= verbs[i].most[list->way])
			return &verbs[i];
	return NULL;
}

static const struct verb confirm_verb = { .name = "confirm", .run = audit_confirm };

static bool confirms(const struct cli *cli)
{
	return cli->operand_count == 3 && strcmp(cli->operands[2], confirm_verb.name) == 0;
}

static enum err check(struct cli *cli, const struct audit_list **list, const struct verb **verb,
	struct errmsg *why)
{
	const char *name = cli->operands[1];

	*list = audit_list_find(name);
	if (confirms(cli) && (*list || strcmp(name, AUDIT_ALL) == 0)) {
		*verb = &confirm_verb;
		return ERR_NONE;
	}
	*verb = *list && cli->operand_count > 2 ? verb_of(cli, *list) : NULL;
	if (!*list)
		return errmsg_set(why, ERR_USAGE, "audit has no list %.60s; there is %s",
			utf8_valid(name, strlen(name)) ? name : "of that name",
			audit_list_names(&cli->pool));
	if (cli->operand_count > 2 && !*verb)
		return errmsg_set(why, ERR_USAGE,
			"audit ID %s is not written like that; synopsis: rekindle audit ID %s %s",
			(*list)->name, (*list)->name, synopses[(*list)->way]);
	return ERR_NONE;
}

/* A pulse asks, and records nothing. */
static enum err check_round(const struct audit *audit, struct errmsg *why)
{
	if (audit->loaded->record.assessment.kind != ROUND_PULSE ||
		(audit->list && kind_is_shared(audit->list->kind)))
		return ERR_NONE;
	return errmsg_set(why, ERR_USAGE,
		"a pulse holds none of %s; give the alliance's name or the id of a full round",
		audit->list ? audit->list->name : "the lists");
}

static enum err run(struct cli *cli, struct errmsg *why)
{
	struct loaded loaded = { 0 };
	const struct audit_list *list;
	const struct verb *verb;
	enum err err = check(cli, &list, &verb, why);

	if (err != ERR_NONE)
		return err;
	struct audit_owners owners = { .count = 0 };
	const struct audit audit = { cli, &loaded, list, &owners };
	cli->only_reads = !verb;
	err = loaded_open(cli, &loaded, why);
	if (err == ERR_NONE && verb)
		err = check_round(&audit, why);
	if (err == ERR_NONE && verb)
		err = verb->run(&audit, why);
	else if (err == ERR_NONE)
		err = (list->way == AUDIT_CHECKS ? audit_checks_print : audit_print)(&audit, why);
	loaded_release(&loaded);
	return err;
}

const struct command command_audit = {
	.name = "audit",
	.synopsis = "ID LIST [add FIELD=VALUE... | set [ID] FIELD=VALUE... | drop ID | confirm]",
	.help = "what the audit and the profile record, list by list; adds to it, corrects it",
	.more = "LIST is alliance, companies, profile, parties (what is known of each company), "
		"assessment, objectives, kpis, actuals (their readings), milestones, process, "
		"selection, governance (checklists), route, risks, events, incidents, "
		"contributions, days_off (holidays and closures; read FILE [party=COMPANY] takes "
		"those of a calendar file), plan (the turn of the year), charter (what stands, "
		"proposals too), workshop, success (for each company), joint (objectives; "
		"owner=COMPANY=PERSON says who is responsible) or amendments (points for the "
		"lawyers). Without a verb it is "
		"shown, each object with the beginning of its id. confirm says that what the list "
		"has from the round before holds in this one; all for LIST means every one. "
		"process move ID PLACE puts a step of the joint work where that one stands. Fields "
		"are those of rekindle-exchange(5); FIELD= empties one, FIELD=- reads "
		"it from standard input. Each command is one step of undo on the screens.",
	.options = OPTION_BIT(OPTION_ROUND) | OPTION_BIT(OPTION_FORMAT),
	.wanted = WANT_OPEN_FULL,
	.json = true,
	.fewest = 2,
	.most = OPERANDS_MOST,
	.lacking = "audit needs an ID and a list, as in audit ID incidents; rekindle help audit "
		   "names the lists",
	.takes_id = true,
	.stores = true,
	.run = run,
};
