/* SPDX-License-Identifier: MIT */
/*
 * Findings from facts and patterns: knock-outs, exit, blame, pitfalls, special situations,
 * performance, checklists, process map, incidents.
 */
#include <string.h>
#include "findings.h"

void find_knockouts(struct maker *m)
{
	static const int about[KNOCKOUT_COUNT] = {
		[KNOCKOUT_NO_SPONSOR] = ASPECT_SPONSORSHIP,
		[KNOCKOUT_RATIONALE_GONE] = ASPECT_RATIONALE,
		[KNOCKOUT_RELUCTANT] = ASPECT_COMMITMENT,
		[KNOCKOUT_UNRESPONSIVE] = ASPECT_COMMITMENT,
		[KNOCKOUT_BREACH] = ASPECT_TERMS,
		[KNOCKOUT_LITIGATION] = ASPECT_TERMS,
	};
	static const char *const says[KNOCKOUT_COUNT] = {
		[KNOCKOUT_NO_SPONSOR] = "has no executive sponsor for the alliance",
		[KNOCKOUT_RELUCTANT] = "is reluctant to take part in a revival",
		[KNOCKOUT_UNRESPONSIVE] = "does not respond to the proposal of a revival",
	};
	const struct scale_score *rationale = &m->d->scores.scale[ASPECT_RATIONALE];
	for (size_t i = 0; i < m->d->knockout_count; i++) {
		const struct knockout_found *found = &m->d->knockouts[i];
		const char *word = vocabulary_knockout.word[found->id];
		int scale = about[found->id], p = found->party;
		m->subject = (int)found->id;
		m->party = p;
		const char *id = p < 0 ? FINDING_TEXT("knockout.%s", word)
				       : FINDING_TEXT("knockout.%s.%s", word, finding_label(m, p));
		if (p < 0)
			finding_add(m, SEVERITY_KNOCKOUT, scale, id,
				found->id == KNOCKOUT_BREACH ? "The contract is breached."
							     : "The parties are in litigation.");
		else if (found->id == KNOCKOUT_RATIONALE_GONE)
			finding_add(m, SEVERITY_KNOCKOUT, scale, id,
				"%s rates its reason to partner %.2f (n %d), below %.2f.",
				finding_label(m, p), rationale->value[p], rationale->n[p],
				SCORE_GONE);
		else
			finding_add(m, SEVERITY_KNOCKOUT, scale, id, "%s %s.", finding_label(m, p),
				says[found->id]);
	}
}

void find_exit(struct maker *m)
{
	if (m->d->track != TRACK_EXIT)
		return;
	for (size_t p = 0; p < m->rec->party_count; p++)
		if (m->rec->parties[p].stance == STANCE_UNRESPONSIVE &&
			m->rec->parties[p].escalated == TRI_YES) {
			finding_add(m, SEVERITY_KNOCKOUT, SCALE_NONE, "decision.exit",
				"%s has not responded, after escalation to its sponsor as well.",
				finding_label(m, (int)p));
			return;
		}
	finding_add(m, SEVERITY_KNOCKOUT, SCALE_NONE, "decision.exit",
		"Another route is open (clearance %.2f, from %.2f), and every party rates its "
		"reason "
		"to partner below %.2f: %s (%s).",
		m->d->scores.route.clearance, ROUTE_CLEAR, SCORE_CRITICAL,
		finding_values(m, ASPECT_RATIONALE), finding_scale_n(m, ASPECT_RATIONALE));
}

/* "Phoenix partner 41, GenTech management 48": the first of each party's tops. */
static const char *tops_text(struct maker *m)
{
	const struct split_score *split = &m->d->scores.split;
	struct str out;
	str_init(&out);
	for (size_t p = 0; p < m->rec->party_count; p++) {
		int top = 0;
		if (!split->n[p])
			continue;
		for (int c = 1; c < CAUSE_COUNT; c++)
			if (above(split->mean[p][c], split->mean[p][top]))
				top = c;
		str_addf(&out, "%s%s %s %.0f", out.len ? ", " : "", finding_label(m, (int)p),
			cause_info[top].id, split->mean[p][top]);
	}
	const char *text = pool_strdup(&m->d->pool, out.text);
	str_release(&out);
	return text;
}

void find_blame(struct maker *m)
{
	const struct split_score *split = &m->d->scores.split;
	m->subject = BLAME_PARTIES_DIFFER;
	if (split->parties_differ)
		finding_add(m, SEVERITY_WEAK, SCALE_NONE, "blame.parties_differ",
			"The sides give different causes the most of 100 points: %s (%s).",
			tops_text(m), finding_n(m, split->n));
	m->subject = BLAME_ALL_PARTNER;
	if (split->all_blame_partner)
		finding_add(m, SEVERITY_WEAK, SCALE_NONE, "blame.all_blame_partner",
			"Every side gives the partner the most of 100 points: %s (%s).",
			tops_text(m), finding_n(m, split->n));
}

void find_pitfalls(struct maker *m)
{
	const bool *found = m->d->pitfall;
	const struct split_score *split = &m->d->scores.split;
	const struct gap *gap = &m->d->scores.scale[ASPECT_COMMITMENT].gap;
	m->subject = PITFALL_BLAME_GAME;
	if (found[PITFALL_BLAME_GAME])
		finding_add(m, SEVERITY_WEAK, SCALE_NONE, "pitfall.blame_game",
			"Blame game: where each side puts most of the 100 points: %s (%s).",
			tops_text(m), finding_n(m, split->n));
	m->subject = PITFALL_CULTURAL_DIFFERENCES;
	if (found[PITFALL_CULTURAL_DIFFERENCES])
		finding_add(m, SEVERITY_WEAK, ASPECT_COMMITMENT, "pitfall.cultural_differences",
			"Cultural differences: mutual commitment %s (%s)%s; the lines are %.2f and "
			"a "
			"gap of %.2f.",
			finding_score(m, ASPECT_COMMITMENT), finding_scale_n(m, ASPECT_COMMITMENT),
			isnan(gap->value) ? "" : FINDING_TEXT(", gap %.2f", gap->value),
			SCORE_FAILING, GAP_DISCUSS);
	m->subject = PITFALL_NO_SPONSORSHIP;
	if (found[PITFALL_NO_SPONSORSHIP])
		finding_add(m, SEVERITY_WEAK, ASPECT_SPONSORSHIP, "pitfall.no_sponsorship",
			"Lack of sponsorship: %s (%s), below %.2f.",
			finding_score(m, ASPECT_SPONSORSHIP),
			finding_scale_n(m, ASPECT_SPONSORSHIP), SCORE_FAILING);
	m->subject = PITFALL_UNADAPTED_AGREEMENT;
	if (found[PITFALL_UNADAPTED_AGREEMENT])
		finding_add(m, SEVERITY_WEAK, ASPECT_TERMS, "pitfall.unadapted_agreement",
			"Agreement not adapted: terms score %s (%s), below %.2f.",
			finding_score(m, ASPECT_TERMS), finding_scale_n(m, ASPECT_TERMS),
			SCORE_FAILING);
}

static const char *gap_text(struct maker *m, int scale)
{
	double gap = m->d->scores.scale[scale].gap.value;
	return isnan(gap) ? "no gap known" : FINDING_TEXT("%.2f", gap);
}

static const char *sizes_text(struct maker *m)
{
	struct str out;
	str_init(&out);
	for (size_t p = 0; p < m->rec->party_count; p++) {
		int size = m->rec->parties[p].size_class;
		str_addf(&out, "%s%s %s", p ? ", " : "", finding_label(m, (int)p),
			size < 0 ? "unknown" : vocabulary_size_class.word[size]);
	}
	const char *text = pool_strdup(&m->d->pool, out.text);
	str_release(&out);
	return text;
}

void find_specials(struct maker *m)
{
	const bool *found = m->d->special;
	m->subject = SPECIAL_UNWILLING_PARTNER;
	if (found[SPECIAL_UNWILLING_PARTNER])
		finding_add(m, SEVERITY_WEAK, ASPECT_COMMITMENT, "special.unwilling_partner",
			"Unwilling partner: at least one party is reluctant or does not respond.");
	m->subject = SPECIAL_RIGID_CONTRACT;
	if (found[SPECIAL_RIGID_CONTRACT])
		finding_add(m, SEVERITY_WEAK, ASPECT_TERMS, "special.rigid_contract",
			"Rigid contract: %sterms score %s (%s), the line is %.2f.",
			m->rec->alliance.amendable == TRI_NO ? "it cannot be amended; " : "",
			finding_score(m, ASPECT_TERMS), finding_scale_n(m, ASPECT_TERMS),
			SCORE_CRITICAL);
	m->subject = SPECIAL_POWER_IMBALANCE;
	if (found[SPECIAL_POWER_IMBALANCE])
		finding_add(m, SEVERITY_WEAK, ASPECT_VALUE, "special.power_imbalance",
			"Imbalance of power: sizes %s; gap on the split of value %s (%s), the line "
			"is "
			"%.2f.",
			sizes_text(m), gap_text(m, ASPECT_VALUE), finding_scale_n(m, ASPECT_VALUE),
			GAP_DISCUSS);
	m->subject = SPECIAL_THIN_RELATIONSHIPS;
	if (found[SPECIAL_THIN_RELATIONSHIPS])
		finding_add(m, SEVERITY_WEAK, ASPECT_COMMUNICATION, "special.thin_relationships",
			"Thin relationships: trust %s (%s), communication %s (%s), the line is "
			"%.2f.",
			finding_score(m, SCALE_TRUST), finding_scale_n(m, SCALE_TRUST),
			finding_score(m, ASPECT_COMMUNICATION),
			finding_scale_n(m, ASPECT_COMMUNICATION), SCORE_CRITICAL);
	m->subject = SPECIAL_IMPATIENCE;
	if (found[SPECIAL_IMPATIENCE])
		finding_add(m, SEVERITY_WEAK, SCALE_NONE, "special.impatience",
			"Impatience: perceived results %s (%s), below %.2f, within the first %d "
			"months.",
			finding_score(m, SCALE_RESULTS), finding_scale_n(m, SCALE_RESULTS),
			SCORE_CRITICAL, IMPATIENCE_MONTHS);
}

void find_performance(struct maker *m)
{
	const struct performance *performance = &m->d->scores.performance;
	if (performance->low)
		finding_add(m, SEVERITY_WEAK, SCALE_NONE, "performance.low",
			"Performance is %.0f of 100, low: below %.0f (objectives with a result: "
			"%d, "
			"KPIs: %d).",
			performance->score, PERFORMANCE_LOW, performance->objectives_counted,
			performance->kpis_counted);
}

void find_checks(struct maker *m)
{
	const struct instrument *instrument = m->rec->instrument;
	for (int row = 0; row < CHECK_ROWS; row++) {
		enum check value = record_check(m->rec, row);
		const char *word = vocabulary_check_row.word[row];
		int item = instrument->check[row];
		if (value != CHECK_NO && value != CHECK_PARTLY)
			continue;
		m->subject = row;
		finding_add(m, value == CHECK_NO ? SEVERITY_WEAK : SEVERITY_MINOR,
			(int)list_info[list_of(row)].aspect, FINDING_TEXT("checklist.%s", word),
			"Checklist, %s: %s.",
			item >= 0 && instrument->items[item].shorthand
				? instrument->items[item].shorthand
				: word,
			vocabulary_check.word[value]);
	}
}

void find_processes(struct maker *m)
{
	int count[PROBLEM_COUNT] = { 0 };
	for (size_t i = 0; i < m->rec->process_count; i++) {
		const struct process *process = &m->rec->processes[i];
		if (process->problem < 0)
			continue;
		const char *word = vocabulary_problem.word[process->problem];
		m->subject = (int)i;
		m->party = process->party;
		finding_add(m, SEVERITY_MINOR, ASPECT_COORDINATION,
			FINDING_TEXT("process.%s.%d", word, ++count[process->problem]),
			"Process step \"%s\"%s%s: %s.", process->step ? process->step : "",
			process->party < 0 ? "" : " of ",
			process->party < 0 ? "" : finding_label(m, process->party), word);
	}
}

/* Without the stop at its end: the sentence around it has its own. */
static const char *what_happened(struct maker *m, const struct incident *incident)
{
	char *text = pool_strdup(&m->d->pool, incident->what ? incident->what : "no description");
	size_t n = strlen(text);
	if (n && text[n - 1] == '.')
		text[n - 1] = '\0';
	return text;
}

void find_incidents(struct maker *m)
{
	char day[DATE_TEXT];
	for (size_t i = 0; i < m->rec->incident_count; i++) {
		const struct incident *incident = &m->rec->incidents[i];
		if (incident->repaired == TRI_YES)
			continue;
		m->subject = (int)i;
		m->party = incident->party;
		finding_add(m, SEVERITY_MINOR, ASPECT_CAPABILITY,
			FINDING_TEXT("incident.%zu", i + 1),
			"Incident %zu%s%s is not repaired: %s.", i + 1,
			incident->date == DATE_NONE ? "" : " of ", date_iso(incident->date, day),
			what_happened(m, incident));
	}
}
