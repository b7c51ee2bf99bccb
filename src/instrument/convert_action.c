/* SPDX-License-Identifier: MIT */
/*
 * The action library: raw entries to actions, with triggers and ids resolved.
 */
#include "internal.h"

static const struct trigger *convert_triggers(const struct place *at, enum clause clause,
	const char *field, char *const *raw, unsigned count)
{
	struct trigger *triggers = pool_alloc(at->loading->pool, count * sizeof(*triggers));
	enum rule rule = RULE_TRIGGER;
	struct str reason;
	str_init(&reason);
	for (unsigned i = 0; i < count; i++)
		if (!trigger_parse(raw[i], clause, &triggers[i], &rule, &reason)) {
			fault_element(at, rule, field, i, "%s", reason.text);
			triggers[i].kind = TRIGGER_KIND_COUNT;
			str_clear(&reason);
		}
	str_release(&reason);
	return triggers;
}

static int convert_number(
	const struct place *at, const char *field, const char *raw, int least, int most)
{
	check_text(at, field, raw);
	return str_blank(raw) ? least : field_number(at, field, raw, least, most, least);
}

static enum role convert_role(const struct place *at, const char *field, const char *raw)
{
	check_text(at, field, raw);
	return (enum role)field_word(at, field, str_blank(raw) ? NULL : raw, &vocabulary_role);
}

static void convert_texts(
	const struct place *at, const struct raw_action *raw, struct action *action)
{
	action->title = field_text(at, raw->title);
	action->what = field_text(at, raw->what);
	action->done_when = field_text(at, raw->done_when);
	action->resources = field_text(at, raw->resources);
	action->source = field_text(at, raw->source);
	check_text(at, "title", action->title);
	check_text(at, "what", action->what);
	check_text(at, "done_when", action->done_when);
	check_text(at, "resources", action->resources);
	if (!action->source)
		action->source = "";
}

static void convert_action(const struct place *at, const struct raw_action *raw,
	const struct instrument *instrument, struct action *action)
{
	convert_texts(at, raw, action);
	action->step = convert_number(at, "step", raw->step, 1, 7);
	action->tracks =
		field_bits(at, "tracks", raw->tracks, raw->tracks_count, &vocabulary_track);
	action->when = convert_triggers(at, CLAUSE_WHEN, "when", raw->when, raw->when_count);
	action->when_count = raw->when_count;
	action->unless =
		convert_triggers(at, CLAUSE_UNLESS, "unless", raw->unless, raw->unless_count);
	action->unless_count = raw->unless_count;
	action->owner = convert_role(at, "owner", raw->owner);
	action->partner_owner = convert_role(at, "partner_owner", raw->partner_owner);
	action->effort_days = convert_number(at, "effort_days", raw->effort_days, 0, 1000);
	action->weeks = convert_number(at, "weeks", raw->weeks, 1, 104);
	action->earliest_week = field_number(at, "earliest_week", raw->earliest_week, 0, 104, 0);
	action->quick_win = field_flag(at, "quick_win", raw->quick_win);
	action->social = field_flag(at, "social", raw->social);
	action->required = field_indices(
		at, "requires", raw->requires, raw->requires_count, instrument, instrument_action);
	action->required_count = raw->requires_count;
	action->retest = field_indices(
		at, "retest", raw->retest, raw->retest_count, instrument, instrument_item);
	action->retest_count = raw->retest_count;
	action->instead_of = field_indices(at, "instead_of", raw->instead_of, raw->instead_of_count,
		instrument, instrument_action);
	action->instead_of_count = raw->instead_of_count;
	action->kpi = instrument_kpi(instrument, raw->kpi);
	if (raw->kpi && action->kpi < 0)
		fault_of(at, RULE_REFERENCE, "kpi", "\"%s\" is not the id of any KPI in this bank",
			raw->kpi);
}

void convert_actions(struct loading *loading, struct instrument *instrument)
{
	size_t count = loading->all.actions_count;
	struct action *actions = pool_alloc(loading->pool, count * sizeof(*actions));
	instrument->actions = actions;
	instrument->action_count = count;
	/* All ids first: an action may require one that comes after it. */
	for (size_t i = 0; i < count; i++) {
		struct place at = { loading, MEMBER_ACTIONS, i };
		actions[i].id = field_id(&at, loading->all.actions[i].id);
	}
	check_ids(loading, MEMBER_ACTIONS, actions, count, sizeof(*actions));
	for (size_t i = 0; i < count && !loading_ended(loading); i++)
		convert_action(&(struct place){ loading, MEMBER_ACTIONS, i },
			&loading->all.actions[i], instrument, &actions[i]);
}
