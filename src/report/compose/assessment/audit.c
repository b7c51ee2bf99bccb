/* SPDX-License-Identifier: MIT */
/*
 * The records of the audit and the profile, in full.
 */
#include <string.h>
#include "../compose.h"

/* ", WORD TEXT" when there is a text. */
static const char *part(struct compose *c, const char *word, const char *text)
{
	return str_blank(text) ? "" : say(c, ", %s %s", word, without_stop(c, text));
}

/* What somebody wrote is a sentence of its own, in quotation marks and with its own full stop. */
static const char *then_quoted(struct compose *c, const char *word, const char *text)
{
	return str_blank(text) ? "" : say(c, " %s: \"%s\"", word, text);
}

static const char *quoted(struct compose *c, const char *text)
{
	return str_blank(text) ? "-" : quote(c, text);
}

static const char *part_day(struct compose *c, const char *word, int day)
{
	return day == DATE_NONE ? "" : say(c, ", %s %s", word, day_long(c, day));
}

static const char *part_number(struct compose *c, const char *word, double value)
{
	return isnan(value) ? "" : say(c, ", %s %s", word, quantity(c, value));
}

static const char *or_dash(const char *text)
{
	return str_blank(text) ? "-" : text;
}

static const char *at_party(struct compose *c, int party)
{
	return party < 0 ? "" : say(c, " at %s", party_label(c, party));
}

static const char *tri_text(int tri)
{
	return tri == TRI_YES ? "yes" : tri == TRI_NO ? "no" : "not known";
}

/* Entries of a list text on one line. */
static const char *one_line(struct compose *c, const char *lines)
{
	char *copy = pool_strdup(c->pool, lines ? lines : "");
	struct list list = { 0 };
	char *rest = copy;

	for (char *at = strtok_r(copy, "\n", &rest); at; at = strtok_r(NULL, "\n", &rest))
		list_add(c, &list, at);
	return list_join(c, &list, ", ");
}

/* By its name in the catalogue; one that is not there as it was recorded. */
static const char *type_name(const struct compose *c)
{
	const char *id = c->rec->alliance.type;
	int type = id ? instrument_type(c->rec->instrument, id) : -1;

	return type < 0 ? id : c->rec->instrument->types[type].name;
}

static const char *ambition_names(struct compose *c)
{
	char *copy =
		pool_strdup(c->pool, c->rec->alliance.ambitions ? c->rec->alliance.ambitions : "");
	struct list list = { 0 };
	char *rest = copy;

	for (char *id = strtok_r(copy, "\n", &rest); id; id = strtok_r(NULL, "\n", &rest)) {
		int at = instrument_ambition(c->rec->instrument, id);

		list_add(c, &list, at < 0 ? id : small(c, c->rec->instrument->ambitions[at].name));
	}
	return list_and(c, &list);
}

static void audit_profile(struct compose *c)
{
	const struct alliance *alliance = &c->rec->alliance;

	doc_head(c->doc, NULL, "Profile", NULL);
	doc_entry(c->doc, 2, "%s%s%s%s.", or_dash(alliance->name),
		part_day(c, "started", alliance->started), part(c, "type", type_name(c)),
		part(c, "ambitions", ambition_names(c)));
	doc_entry(c->doc, 2, "Contract: can be amended %s, breach %s, litigation %s%s%s.%s",
		tri_text(alliance->amendable), tri_text(alliance->breach),
		tri_text(alliance->litigation), part_day(c, "ends", alliance->contract_ends),
		alliance->notice_days == INT_NONE
			? ""
			: say(c, ", notice %d" NB "days", alliance->notice_days),
		then_quoted(c, "Exit terms", alliance->exit_terms));
	for (int p = 0; p < c->parties; p++) {
		const struct party *party = &c->rec->parties[p];

		doc_entry(c->doc, 2, "%s (%s): size %s, has a sponsor %s, stance %s%s.",
			or_dash(party->name), party_label(c, p),
			party->size_class < 0 ? "not known"
					      : vocabulary_size_class.word[party->size_class],
			tri_text(party->has_sponsor), vocabulary_stance.word[party->stance],
			party->escalated == TRI_YES ? ", escalated" : "");
	}
}

static void audit_objectives(struct compose *c)
{
	if (c->rec->objective_count)
		doc_head(c->doc, NULL, "Objectives", NULL);
	for (size_t i = 0; i < c->rec->objective_count; i++) {
		const struct objective *objective = &c->rec->objectives[i];

		doc_numbered(c->doc, 2, 6, i + 1, "%s%s%s%s%s, result %s.%s",
			quoted(c, objective->text), part(c, "measure", objective->measure),
			part(c, "from", objective->baseline), part(c, "target", objective->target),
			part_day(c, "due", objective->due),
			objective->result < 0 ? "none" : words_result(objective->result),
			then_quoted(c, "Why", objective->why));
	}
}

static const char *readings_text(struct compose *c, int kpi)
{
	struct list list = { 0 };
	char day[DATE_TEXT];

	for (size_t i = 0; i < c->rec->actual_count; i++)
		if (c->rec->actuals[i].kpi == kpi)
			list_add(c, &list,
				say(c, "%s" NB "%s", date_iso(c->rec->actuals[i].date, day),
					quantity(c, c->rec->actuals[i].value)));
	return list.count ? list_join(c, &list, ", ") : "none";
}

static void audit_kpis(struct compose *c)
{
	if (c->rec->kpi_count)
		doc_head(c->doc, NULL, "KPIs", NULL);
	for (size_t i = 0; i < c->rec->kpi_count; i++) {
		const struct kpi *kpi = &c->rec->kpis[i];

		doc_numbered(c->doc, 2, 6, i + 1, "%s%s%s, %s is better%s%s%s%s%s; readings: %s.",
			or_dash(kpi->name),
			str_same(kpi->unit, "number") ? "" : part(c, "in", kpi->unit),
			kpi->category < 0 ? ""
					  : say(c, ", %s", vocabulary_category.word[kpi->category]),
			kpi->direction == DIRECTION_LOWER ? "lower" : "higher",
			part_day(c, "since", kpi->start), part_number(c, "from", kpi->baseline),
			part_number(c, "target", kpi->target), part_day(c, "due", kpi->due),
			part(c, "agreed by", one_line(c, kpi->agreed_by)),
			readings_text(c, (int)i));
	}
}

static void audit_milestones(struct compose *c)
{
	if (c->rec->milestone_count)
		doc_head(c->doc, NULL, "Milestones of the original plan", NULL);
	for (size_t i = 0; i < c->rec->milestone_count; i++) {
		const struct milestone *milestone = &c->rec->milestones[i];

		doc_numbered(c->doc, 2, 6, i + 1, "%s%s%s.%s", quoted(c, milestone->text),
			part_day(c, "due", milestone->due),
			milestone->reached == DATE_NONE
				? ", not reached"
				: part_day(c, "reached", milestone->reached),
			then_quoted(c, "Note", milestone->note));
	}
}

static void audit_process(struct compose *c)
{
	if (c->rec->process_count)
		doc_head(c->doc, NULL, "Process map", NULL);
	for (size_t i = 0; i < c->rec->process_count; i++) {
		const struct process *process = &c->rec->processes[i];

		doc_numbered(c->doc, 2, 6, i + 1, "%s%s: %s.%s", quoted(c, process->step),
			at_party(c, process->party),
			process->problem < 0 ? "no problem"
					     : vocabulary_problem.word[process->problem],
			then_quoted(c, "Note", process->note));
	}
}

static void audit_incidents(struct compose *c)
{
	if (c->rec->incident_count)
		doc_head(c->doc, NULL, "Incidents", NULL);
	for (size_t i = 0; i < c->rec->incident_count; i++) {
		const struct incident *incident = &c->rec->incidents[i];

		doc_numbered(c->doc, 2, 6, i + 1, "%s%s, repaired: %s. %s%s",
			day_long(c, incident->date), at_party(c, incident->party),
			tri_text(incident->repaired), quoted(c, incident->what),
			then_quoted(c, "Consequence", incident->consequence));
	}
}

static void audit_checklists(struct compose *c)
{
	struct list list = { 0 };

	for (int row = 0; row < CHECK_ROWS; row++)
		if (record_check(c->rec, (enum check_row)row) != CHECK_UNKNOWN)
			list_add(c, &list,
				say(c, "%s" NB "%s", vocabulary_check_row.word[row],
					vocabulary_check
						.word[record_check(c->rec, (enum check_row)row)]));
	if (!list.count)
		return;
	doc_head(c->doc, NULL, "Checklists", NULL);
	doc_text(c->doc, 2, "%s.", list_join(c, &list, ", "));
}

static const char *route_who(struct compose *c, const struct route *route)
{
	if (route->respondent >= 0)
		return is_confidential(c, route->respondent)
			? "In confidence"
			: respondent_full(c, route->respondent);
	return route->party < 0 ? "nobody named" : party_label(c, route->party);
}

static void audit_routes(struct compose *c)
{
	if (c->rec->route_count)
		doc_head(c->doc, NULL, "Route test", NULL);
	for (size_t i = 0; i < c->rec->route_count; i++) {
		const struct route *route = &c->rec->routes[i];
		struct list list = { 0 };

		for (int value = 0; value < ROUTE_VALUES; value++)
			list_add(c, &list,
				say(c, "%s" NB "%s", words_route_value(value),
					route->value[value] == INT_NONE
						? "-"
						: say(c, "%d", route->value[value])));
		doc_entry(c->doc, 2, "%s: %s.", route_who(c, route), list_join(c, &list, ", "));
	}
}

static void audit_risks(struct compose *c)
{
	if (c->rec->risk_count)
		doc_head(c->doc, NULL, "Risks and opportunities", NULL);
	for (size_t i = 0; i < c->rec->risk_count; i++) {
		const struct risk *risk = &c->rec->risks[i];

		doc_numbered(c->doc, 2, 6, i + 1, "%s%s%s%s%s.%s", quoted(c, risk->text),
			at_party(c, risk->party), part(c, "likelihood", risk->likelihood),
			part(c, "effect", risk->effect), part(c, "owner", risk->owner),
			then_quoted(c, "Response", risk->response));
	}
}

static void audit_contributions(struct compose *c)
{
	if (c->rec->contribution_count)
		doc_head(c->doc, NULL, "What each side brings and would lose", NULL);
	for (size_t i = 0; i < c->rec->contribution_count; i++) {
		const struct contribution *contribution = &c->rec->contributions[i];

		doc_entry(c->doc, 2, "%s.%s%s",
			contribution->party < 0 ? "All sides" : party_label(c, contribution->party),
			then_quoted(c, "Brings", contribution->brings),
			then_quoted(c, "Would lose", contribution->would_lose));
	}
}

static void audit_notes(struct compose *c)
{
	if (c->rec->note_count)
		doc_head(c->doc, NULL, "Notes", NULL);
	for (size_t i = 0; i < c->rec->note_count; i++)
		doc_bullet(c->doc, 2, "%s%s", or_dash(c->rec->notes[i].text),
			str_blank(c->rec->notes[i].filed)
				? " (not filed)"
				: say(c, " (filed: %s)", c->rec->notes[i].filed));
}

void compose_audit(struct compose *c)
{
	audit_profile(c);
	audit_objectives(c);
	audit_kpis(c);
	audit_milestones(c);
	audit_process(c);
	audit_incidents(c);
	audit_checklists(c);
	audit_routes(c);
	audit_risks(c);
	audit_contributions(c);
	audit_notes(c);
}
