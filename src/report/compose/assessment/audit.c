/* SPDX-License-Identifier: MIT */
/*
 * The records of the audit and the profile, in full.
 */
#include <string.h>
#include <rekindle/minutes.h>
#include "facts.h"

static const char *quoted(struct compose *c, const char *text)
{
	return str_blank(text) ? "-" : quote(c, text);
}

static const char *or_dash(const char *text)
{
	return str_blank(text) ? "-" : text;
}

static const char *at_party(struct compose *c, const char *what, int party)
{
	return party < 0 ? what
			 : words(c->pool, W_AUDIT_AT, hole_text("what", what),
				   hole_text("party", party_label(c, party)));
}

static const char *tri_text(int tri)
{
	return tri == TRI_YES ? "yes" : tri == TRI_NO ? "no" : "not known";
}

/* Entries of a list text on one line. */
static const char *one_line(struct compose *c, const char *lines)
{
	char *copy = pool_strdup(c->pool, lines ? lines : "");
	struct texts list = { 0 };
	char *rest = copy;

	for (char *at = strtok_r(copy, "\n", &rest); at; at = strtok_r(NULL, "\n", &rest))
		texts_add(c->pool, &list, at);
	return words_names(c->pool, &list);
}

/* By its name in the catalogue; one that is not there as it was recorded. */
static const char *type_name(const struct compose *c)
{
	const char *id = record_profile(c->rec)->type;
	int type = id ? instrument_type(c->rec->instrument, id) : -1;

	return type < 0 ? id : c->rec->instrument->types[type].name;
}

static const char *ambition_names(struct compose *c)
{
	const char *ids = record_profile(c->rec)->ambitions;
	char *copy = pool_strdup(c->pool, ids ? ids : "");
	struct texts list = { 0 };
	char *rest = copy;

	for (char *id = strtok_r(copy, "\n", &rest); id; id = strtok_r(NULL, "\n", &rest)) {
		int at = instrument_ambition(c->rec->instrument, id);

		texts_add(c->pool, &list, at < 0 ? id : c->rec->instrument->ambitions[at].name);
	}
	return words_list(c->pool, &list);
}

static void audit_contract(struct compose *c)
{
	const struct profile *profile = record_profile(c->rec);
	struct texts facts = { 0 }, said = { 0 };

	add_fact(c, &facts, FACT_AMENDABLE, tri_text(profile->amendable));
	add_fact(c, &facts, FACT_BREACH, tri_text(profile->breach));
	add_fact(c, &facts, FACT_LITIGATION, tri_text(profile->litigation));
	add_fact_day(c, &facts, FACT_ENDS, profile->contract_ends);
	if (profile->notice_days != INT_NONE)
		texts_add(c->pool, &facts,
			words(c->pool, W_AUDIT_NOTICE, hole_count("n", profile->notice_days)));
	texts_add(c->pool, &said,
		words(c->pool, W_AUDIT_CONTRACT, hole_text("facts", words_names(c->pool, &facts))));
	add_quoted(c, &said, QUOTED_EXIT, profile->exit_terms);
	doc_entry(c->doc, 2, "%s", words_sentences(c->pool, &said));
}

static void audit_party(struct compose *c, int at)
{
	const struct party *party = &c->rec->parties[at];
	const struct party_profile *known = record_party_profile(c->rec, at);
	struct texts facts = { 0 };

	add_fact(c, &facts, FACT_SIZE,
		known->size_class < 0 ? "not known" : words_size(known->size_class));
	add_fact(c, &facts, FACT_SPONSOR, tri_text(known->has_sponsor));
	add_fact(c, &facts, FACT_STANCE, words_stance((int)known->stance));
	if (known->escalated == TRI_YES)
		texts_add(c->pool, &facts, words_plain(W_AUDIT_ESCALATED));
	doc_entry(c->doc, 2, "%s",
		words(c->pool, W_AUDIT_PARTY, hole_text("name", or_dash(party->name)),
			hole_text("label", party_label(c, at)),
			hole_text("facts", words_names(c->pool, &facts))));
}

/* Nothing where nothing is known. */
static void audit_competing(struct compose *c)
{
	const struct profile *profile = record_profile(c->rec);
	struct texts facts = { 0 }, said = { 0 };

	if (profile->competitors != TRI_UNKNOWN) {
		add_fact(c, &facts, FACT_COMPETITORS, tri_text(profile->competitors));
		add_facts(c, &said, &facts);
	}
	add_quoted(c, &said, QUOTED_COMPETING, profile->competitors_where);
	if (said.count)
		doc_entry(c->doc, 2, "%s", words_sentences(c->pool, &said));
}

static void audit_profile(struct compose *c)
{
	const struct alliance *alliance = &c->rec->alliance;
	struct texts facts = { 0 };

	doc_head(c->doc, NULL, "Profile", NULL);
	texts_add(c->pool, &facts, or_dash(alliance->name));
	add_fact_day(c, &facts, FACT_STARTED, alliance->started);
	add_fact(c, &facts, FACT_TYPE, type_name(c));
	add_fact(c, &facts, FACT_AMBITIONS, ambition_names(c));
	doc_entry(c->doc, 2, "%s",
		words(c->pool, W_SAID_WHOLE, hole_text("text", words_names(c->pool, &facts))));
	audit_contract(c);
	audit_competing(c);
	for (int p = 0; p < c->parties; p++)
		audit_party(c, p);
}

static const char *objective_text(struct compose *c, const struct objective *objective)
{
	struct texts facts = { 0 }, said = { 0 };

	texts_add(c->pool, &facts, quoted(c, objective->text));
	add_fact(c, &facts, FACT_MEASURE, objective->measure);
	add_fact(c, &facts, FACT_FROM, objective->baseline);
	add_fact(c, &facts, FACT_TARGET, objective->target);
	add_fact_day(c, &facts, FACT_DUE, objective->due);
	add_fact(c, &facts, FACT_RESULT,
		objective->result < 0 ? "none" : words_result(objective->result));
	add_facts(c, &said, &facts);
	add_quoted(c, &said, QUOTED_WHY, objective->why);
	return words_sentences(c->pool, &said);
}

static void audit_objectives(struct compose *c)
{
	if (c->rec->objective_count)
		doc_head(c->doc, NULL, "Objectives", NULL);
	for (size_t i = 0; i < c->rec->objective_count; i++)
		doc_numbered(c->doc, 2, 6, i + 1, "%s", objective_text(c, &c->rec->objectives[i]));
}

static const char *readings_text(struct compose *c, int kpi)
{
	struct texts list = { 0 };

	for (size_t i = 0; i < c->kpis.actual_count; i++)
		if (c->kpis.actuals[i].kpi == kpi)
			texts_add(c->pool, &list,
				words(c->pool, W_AUDIT_READING,
					hole_day("day", c->kpis.actuals[i].date, DAY_ISO),
					hole_text("value", quantity(c, c->kpis.actuals[i].value))));
	return list.count ? words_names(c->pool, &list) : "none";
}

static const char *kpi_text(struct compose *c, int at)
{
	const struct kpi *kpi = &c->kpis.kpis[at];
	struct texts facts = { 0 };

	texts_add(c->pool, &facts, or_dash(kpi->name));
	add_fact(c, &facts, FACT_UNIT, kpi_unit(kpi));
	if (kpi->category >= 0)
		texts_add(c->pool, &facts, words_category(kpi->category));
	texts_add(c->pool, &facts,
		words_plain(kpi->direction == DIRECTION_LOWER ? W_AUDIT_LOWER : W_AUDIT_HIGHER));
	add_fact_day(c, &facts, FACT_SINCE, kpi->start);
	add_fact_number(c, &facts, FACT_FROM, kpi->baseline);
	add_fact_number(c, &facts, FACT_TARGET, kpi->target);
	add_fact_day(c, &facts, FACT_DUE, kpi->due);
	add_fact(c, &facts, FACT_AGREED_BY, one_line(c, kpi->agreed_by));
	return words(c->pool, W_AUDIT_KPI, hole_text("facts", words_names(c->pool, &facts)),
		hole_text("readings", readings_text(c, at)));
}

static void audit_kpis(struct compose *c)
{
	if (c->kpis.kpi_count)
		doc_head(c->doc, NULL, "KPIs", NULL);
	for (size_t i = 0; i < c->kpis.kpi_count; i++)
		doc_numbered(c->doc, 2, 6, i + 1, "%s", kpi_text(c, (int)i));
}

static const char *milestone_text(struct compose *c, const struct milestone *milestone)
{
	struct texts facts = { 0 }, said = { 0 };

	texts_add(c->pool, &facts, quoted(c, milestone->text));
	add_fact_day(c, &facts, FACT_DUE, milestone->due);
	if (milestone->reached == DATE_NONE)
		texts_add(c->pool, &facts, words_plain(W_AUDIT_NOT_REACHED));
	add_fact_day(c, &facts, FACT_REACHED, milestone->reached);
	add_facts(c, &said, &facts);
	add_quoted(c, &said, QUOTED_NOTE, milestone->note);
	return words_sentences(c->pool, &said);
}

static void audit_milestones(struct compose *c)
{
	if (c->rec->milestone_count)
		doc_head(c->doc, NULL, "Milestones of the original plan", NULL);
	for (size_t i = 0; i < c->rec->milestone_count; i++)
		doc_numbered(c->doc, 2, 6, i + 1, "%s", milestone_text(c, &c->rec->milestones[i]));
}

static const char *process_text(struct compose *c, const struct process *process)
{
	struct texts said = { 0 };

	texts_add(c->pool, &said,
		words(c->pool, W_AUDIT_PROCESS,
			hole_text("step", at_party(c, quoted(c, process->step), process->party)),
			hole_text("problem",
				process->problem < 0 ? "no problem"
						     : words_problem(process->problem))));
	add_quoted(c, &said, QUOTED_NOTE, process->note);
	return words_sentences(c->pool, &said);
}

static void audit_process(struct compose *c)
{
	if (c->rec->process_count)
		doc_head(c->doc, NULL, "Process map", NULL);
	for (size_t i = 0; i < c->rec->process_count; i++)
		doc_numbered(c->doc, 2, 6, i + 1, "%s", process_text(c, &c->rec->processes[i]));
}

static void audit_events(struct compose *c)
{
	if (c->rec->event_count)
		doc_head(c->doc, NULL, "Events", NULL);
	for (size_t i = 0; i < c->rec->event_count; i++)
		doc_numbered(c->doc, 2, 6, i + 1, "%s", event_text(c, &c->rec->events[i]));
}

static const char *incident_text(struct compose *c, const struct incident *incident)
{
	struct texts facts = { 0 }, said = { 0 };

	texts_add(c->pool, &facts, at_party(c, day_long(c, incident->date), incident->party));
	add_fact(c, &facts, FACT_REPAIRED, tri_text(incident->repaired));
	add_facts(c, &said, &facts);
	texts_add(c->pool, &said, quoted(c, incident->what));
	add_quoted(c, &said, QUOTED_CONSEQUENCE, incident->consequence);
	return words_sentences(c->pool, &said);
}

static void audit_incidents(struct compose *c)
{
	if (c->rec->incident_count)
		doc_head(c->doc, NULL, "Incidents", NULL);
	for (size_t i = 0; i < c->rec->incident_count; i++)
		doc_numbered(c->doc, 2, 6, i + 1, "%s", incident_text(c, &c->rec->incidents[i]));
}

static void audit_checklists(struct compose *c)
{
	struct texts list = { 0 };

	for (int row = 0; row < CHECK_ROWS; row++) {
		enum check value = record_check(c->rec, (enum check_row)row);

		if (value != CHECK_UNKNOWN)
			texts_add(c->pool, &list,
				words(c->pool, W_AUDIT_ROW,
					hole_text("row", vocabulary_check_row.word[row]),
					hole_text("value", words_check((int)value))));
	}
	if (!list.count)
		return;
	doc_head(c->doc, NULL, "Checklists", NULL);
	doc_text(c->doc, 2, "%s",
		words(c->pool, W_SAID_WHOLE, hole_text("text", words_names(c->pool, &list))));
}

static const char *route_who(struct compose *c, const struct route *route)
{
	if (route->respondent >= 0)
		return is_confidential(c, route->respondent)
			? "In confidence"
			: respondent_full(c, route->respondent);
	return route->party < 0 ? "nobody named" : party_label(c, route->party);
}

static const char *route_text(struct compose *c, const struct route *route)
{
	struct texts list = { 0 };

	for (int i = 0; i < ROUTE_VALUES; i++)
		texts_add(c->pool, &list,
			words(c->pool, W_AUDIT_ROW, hole_text("row", words_route_value(i)),
				hole_text("value",
					route->value[i] == INT_NONE
						? "-"
						: say(c, "%d", route->value[i]))));
	return words(c->pool, W_AUDIT_ROUTE, hole_text("who", route_who(c, route)),
		hole_text("values", words_names(c->pool, &list)));
}

static void audit_routes(struct compose *c)
{
	if (c->rec->route_count)
		doc_head(c->doc, NULL, "Route test", NULL);
	for (size_t i = 0; i < c->rec->route_count; i++)
		doc_entry(c->doc, 2, "%s", route_text(c, &c->rec->routes[i]));
}

static const char *risk_text(struct compose *c, const struct risk *risk)
{
	struct texts facts = { 0 }, said = { 0 };

	texts_add(c->pool, &facts, at_party(c, quoted(c, risk->text), risk->party));
	add_fact(c, &facts, FACT_LIKELIHOOD, risk->likelihood);
	add_fact(c, &facts, FACT_EFFECT, risk->effect);
	add_fact(c, &facts, FACT_OWNER, risk->owner);
	add_facts(c, &said, &facts);
	add_quoted(c, &said, QUOTED_RESPONSE, risk->response);
	return words_sentences(c->pool, &said);
}

static void audit_risks(struct compose *c)
{
	if (c->rec->risk_count)
		doc_head(c->doc, NULL, "Risks and opportunities", NULL);
	for (size_t i = 0; i < c->rec->risk_count; i++)
		doc_numbered(c->doc, 2, 6, i + 1, "%s", risk_text(c, &c->rec->risks[i]));
}

static const char *contribution_text(struct compose *c, const struct contribution *contribution)
{
	struct texts said = { 0 };

	texts_add(c->pool, &said,
		words(c->pool, W_SAID_WHOLE,
			hole_text("text",
				contribution->party < 0 ? "All sides"
							: party_label(c, contribution->party))));
	add_quoted(c, &said, QUOTED_BRINGS, contribution->brings);
	add_quoted(c, &said, QUOTED_WOULD_LOSE, contribution->would_lose);
	return words_sentences(c->pool, &said);
}

static void audit_contributions(struct compose *c)
{
	if (c->rec->contribution_count)
		doc_head(c->doc, NULL, "What each side brings and would lose", NULL);
	for (size_t i = 0; i < c->rec->contribution_count; i++)
		doc_entry(c->doc, 2, "%s", contribution_text(c, &c->rec->contributions[i]));
}

/* Who may be named is told elsewhere. */
static const char *note_filed(struct compose *c, const struct note *note)
{
	return note_minute(c->pool, c->rec, note).filed == FILED_PERSON
		? words_plain(W_AUDIT_NOTE_PERSON)
		: words_note_filed(c->pool, c->rec, note);
}

/* Whose words a note holds is not known. */
static void audit_notes(struct compose *c)
{
	if (c->rec->note_count)
		doc_head(c->doc, NULL, "Notes", NULL);
	if (c->rec->note_count && c->confidential) {
		doc_text(c->doc, 2, "%s",
			words(c->pool, W_AUDIT_NOTES_KEPT,
				hole_count("n", (int)c->rec->note_count)));
		return;
	}
	for (size_t i = 0; i < c->rec->note_count; i++) {
		const char *filed = note_filed(c, &c->rec->notes[i]);
		struct hole note = hole_text("note", or_dash(c->rec->notes[i].text));

		doc_bullet(c->doc, 2, "%s",
			!filed ? words(c->pool, W_AUDIT_NOTE, note)
			       : words(c->pool, W_AUDIT_NOTE_FILED, note,
					 hole_text("filed", filed)));
	}
}

void compose_audit(struct compose *c)
{
	audit_profile(c);
	audit_objectives(c);
	audit_kpis(c);
	audit_milestones(c);
	audit_process(c);
	audit_events(c);
	audit_incidents(c);
	audit_checklists(c);
	audit_routes(c);
	audit_risks(c);
	audit_contributions(c);
	audit_notes(c);
}
