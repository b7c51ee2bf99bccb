/* SPDX-License-Identifier: MIT */
/*
 * The objects as data: one row a field.
 */
#include <rekindle/schema.h>

#include <math.h>
#include <string.h>

#define FIELD(owner, member, ...)                                                                  \
	{                                                                                          \
		.name = #member, .column = #member, .offset = offsetof(struct owner, member),      \
		__VA_ARGS__                                                                        \
	}
#define NESTED(owner, member, json, sql, ...)                                                      \
	{                                                                                          \
		.name = json, .column = sql, .offset = offsetof(struct owner, member), __VA_ARGS__ \
	}
#define TEXT .type = FIELD_TEXT
#define TRI .type = FIELD_TRI
#define DATE .type = FIELD_DATE
#define PAST .type = FIELD_DATE, .past = true
#define REAL .type = FIELD_REAL
#define WHOLE .type = FIELD_WHOLE
#define QUANTITY .type = FIELD_QUANTITY
#define WORD(set, none) .type = FIELD_WORD, .words = &vocabulary_##set, .absent = none
#define REF(target) .type = FIELD_REF, .ref = target
#define FIGURES .type = FIELD_FIGURES
#define UUID .type = FIELD_UUID
#define REQUIRED .required = true
#define NEVER_NULL .never_null = true

#define CHANGED(owner) NESTED(owner, object.changed, "changed", "changed", .type = FIELD_INSTANT)

#define CHARTER(part, json, sql)                                                                   \
	NESTED(alliance, charter.text[part], "charter." json, "charter" sql, TEXT)
#define CHARTER_HOURS(level, json, sql)                                                            \
	NESTED(alliance, charter.hours[level], "charter." json, "charter" sql, WHOLE)
static const struct field alliance_fields[] = {
	FIELD(alliance, name, TEXT, REQUIRED),
	FIELD(alliance, started, PAST),
	CHARTER(CHARTER_NOTES, "notes", ""),
	CHARTER(CHARTER_STEERING, "steering.rhythm", "_steering"),
	CHARTER(CHARTER_STEERING_MEMBERS, "steering.members", "_steering_members"),
	CHARTER(CHARTER_WORKING, "working_group.rhythm", "_working_group"),
	CHARTER(CHARTER_WORKING_MEMBERS, "working_group.members", "_working_group_members"),
	CHARTER(CHARTER_TEAMS, "project_teams.rhythm", "_project_teams"),
	CHARTER(CHARTER_TEAMS_MEMBERS, "project_teams.members", "_project_teams_members"),
	CHARTER(CHARTER_CHANNELS, "channels", "_channels"),
	CHARTER(CHARTER_RESPONSE, "response_times", "_response_times"),
	CHARTER(CHARTER_LEVEL_1, "escalation.level_1", "_level_1"),
	CHARTER_HOURS(0, "escalation.hours_1", "_hours_1"),
	CHARTER(CHARTER_LEVEL_2, "escalation.level_2", "_level_2"),
	CHARTER_HOURS(1, "escalation.hours_2", "_hours_2"),
	CHARTER(CHARTER_LEVEL_3, "escalation.level_3", "_level_3"),
	CHARTER_HOURS(2, "escalation.hours_3", "_hours_3"),
	CHARTER(CHARTER_DECISIONS, "decision_rights", "_decision_rights"),
	CHARTER(CHARTER_DISPUTES, "disputes", "_disputes"),
	CHARTER(CHARTER_REPORTS, "reports", "_reports"),
	NESTED(alliance, charter.agreed, "charter.agreed", "charter_agreed", PAST),
	CHANGED(alliance),
};
static const struct field party_fields[] = {
	FIELD(party, name, TEXT, REQUIRED),
	FIELD(party, label, TEXT),
	FIELD(party, ours, TRI),
	CHANGED(party),
};
static const struct field person_fields[] = {
	FIELD(person, party, REF(KIND_PARTY), REQUIRED),
	FIELD(person, role, WORD(role, -1), REQUIRED),
	FIELD(person, name, TEXT),
	FIELD(person, planned, .type = FIELD_MOMENT),
	CHANGED(person),
	FIELD(person, interviewee, TRI),
};
static const struct field assessment_fields[] = {
	FIELD(assessment, kind, WORD(round, ROUND_BASELINE)),
	FIELD(assessment, title, TEXT),
	FIELD(assessment, date, PAST),
	FIELD(assessment, sealed, PAST),
	FIELD(assessment, objectives_agreed, TRI),
	CHANGED(assessment),
	FIELD(assessment, begun, .type = FIELD_INSTANT),
};
static const struct field profile_fields[] = {
	FIELD(profile, type, TEXT),
	FIELD(profile, ambitions, .type = FIELD_LIST),
	NESTED(profile, contract_ends, "contract.ends", "contract_ends", DATE),
	NESTED(profile, notice_days, "contract.notice_days", "notice_days", WHOLE),
	NESTED(profile, amendable, "contract.amendable", "amendable", TRI),
	NESTED(profile, exit_terms, "contract.exit_terms", "exit_terms", TEXT),
	NESTED(profile, breach, "contract.breach", "breach", TRI),
	NESTED(profile, litigation, "contract.litigation", "litigation", TRI),
	FIELD(profile, competitors, TRI),
	FIELD(profile, competitors_where, TEXT),
	CHANGED(profile),
};
static const struct field party_profile_fields[] = {
	FIELD(party_profile, party, REF(KIND_PARTY), REQUIRED),
	FIELD(party_profile, size_class, WORD(size_class, -1)),
	FIELD(party_profile, has_sponsor, TRI),
	FIELD(party_profile, stance, WORD(stance, STANCE_ENGAGED)),
	FIELD(party_profile, escalated, TRI),
	CHANGED(party_profile),
};
static const struct field respondent_fields[] = {
	FIELD(respondent, person, REF(KIND_PERSON)),
	FIELD(respondent, party, REF(KIND_PARTY), REQUIRED),
	FIELD(respondent, role, WORD(role, -1), REQUIRED),
	FIELD(respondent, name, TEXT),
	FIELD(respondent, attribution, WORD(attribution, ATTRIBUTION_NAMED)),
	FIELD(respondent, date, PAST),
	FIELD(respondent, consent, TRI),
	FIELD(respondent, minutes, WHOLE),
	CHANGED(respondent),
};
/* The log of changes is read by place: what is new comes at the end. */
static const struct field answer_fields[] = {
	FIELD(answer, respondent, REF(KIND_RESPONDENT), REQUIRED),
	FIELD(answer, item, .type = FIELD_ITEM, REQUIRED),
	FIELD(answer, state, WORD(state, STATE_BLANK)),
	FIELD(answer, value, .type = FIELD_VALUE),
	CHANGED(answer),
	FIELD(answer, flag, TRI),
	FIELD(answer, text, TEXT),
	FIELD(answer, reason, TEXT),
	FIELD(answer, comment, TEXT),
	FIELD(answer, quote, TEXT),
	FIELD(answer, evidence, TEXT),
	FIELD(answer, quotable, TRI),
};
#define ROUTE_FIELD(index, word) NESTED(route, value[index], word, word, .type = FIELD_RATING)
static const struct field route_fields[] = {
	FIELD(route, party, REF(KIND_PARTY), REQUIRED),
	FIELD(route, respondent, REF(KIND_RESPONDENT)),
	ROUTE_FIELD(ROUTE_OWN, "own_resources"),
	ROUTE_FIELD(ROUTE_TRADABILITY, "tradability"),
	ROUTE_FIELD(ROUTE_CLOSENESS, "closeness"),
	ROUTE_FIELD(ROUTE_INTEGRATION, "integration"),
	CHANGED(route),
};
static const struct field objective_fields[] = {
	FIELD(objective, text, TEXT, NEVER_NULL),
	FIELD(objective, measure, TEXT),
	FIELD(objective, baseline, QUANTITY),
	FIELD(objective, target, QUANTITY),
	FIELD(objective, due, DATE),
	FIELD(objective, result, WORD(result, -1)),
	FIELD(objective, why, TEXT),
	CHANGED(objective),
};
#define KPI_FIELDS                                                                                 \
	FIELD(kpi, category, WORD(category, -1), REQUIRED), FIELD(kpi, name, TEXT, NEVER_NULL),    \
		FIELD(kpi, unit, TEXT), FIELD(kpi, direction, WORD(direction, DIRECTION_HIGHER)),  \
		FIELD(kpi, start, DATE), FIELD(kpi, baseline, REAL), FIELD(kpi, target, REAL),     \
		FIELD(kpi, due, DATE), FIELD(kpi, agreed_by, .type = FIELD_LIST), CHANGED(kpi)
static const struct field kpi_fields[] = { KPI_FIELDS };
/* It is known by the KPI of which it is a copy. */
static const struct field sealed_kpi_fields[] = {
	NESTED(kpi, object.id, "id", "kpi", UUID),
	KPI_FIELDS,
};
static const struct field actual_fields[] = {
	FIELD(actual, kpi, REF(KIND_KPI), REQUIRED),
	FIELD(actual, date, PAST, REQUIRED),
	FIELD(actual, value, REAL, REQUIRED),
	CHANGED(actual),
};
static const struct field sealed_actual_fields[] = {
	FIELD(actual, kpi, REF(KIND_SEALED_KPI), REQUIRED),
	FIELD(actual, date, PAST, REQUIRED),
	FIELD(actual, value, REAL, REQUIRED),
	CHANGED(actual),
};
static const struct field meeting_fields[] = {
	FIELD(meeting, at, .type = FIELD_INSTANT),
	FIELD(meeting, body, TEXT),
	FIELD(meeting, decisions, .type = FIELD_LIST),
	FIELD(meeting, notes, .type = FIELD_LIST),
	CHANGED(meeting),
	FIELD(meeting, decisions_filed, .type = FIELD_LIST),
	FIELD(meeting, notes_filed, .type = FIELD_LIST),
};
static const struct field escalation_fields[] = {
	FIELD(escalation, opened, PAST),
	FIELD(escalation, closed, PAST),
	FIELD(escalation, level, WHOLE),
	FIELD(escalation, what, TEXT, NEVER_NULL),
	CHANGED(escalation),
};
static const struct field day_off_fields[] = {
	FIELD(day_off, party, REF(KIND_PARTY), REQUIRED),
	NESTED(day_off, from, "from", "first_day", DATE, REQUIRED),
	NESTED(day_off, to, "to", "last_day", DATE),
	FIELD(day_off, yearly, TRI),
	CHANGED(day_off),
};
static const struct field joint_release_fields[] = {
	FIELD(release, round, UUID, REQUIRED),
	FIELD(release, at, .type = FIELD_INSTANT),
	FIELD(release, facts, TEXT),
	FIELD(release, printed, FIGURES),
	CHANGED(release),
};
static const struct field release_rating_fields[] = {
	NESTED(release_rating, release, "release", "joint_release", REF(KIND_RELEASE), REQUIRED),
	FIELD(release_rating, number, WHOLE, REQUIRED),
	FIELD(release_rating, respondent, UUID),
	FIELD(release_rating, party, UUID),
	FIELD(release_rating, digest, TEXT),
	CHANGED(release_rating),
};
static const struct field process_fields[] = {
	FIELD(process, step, TEXT, NEVER_NULL),
	FIELD(process, party, REF(KIND_PARTY)),
	FIELD(process, problem, WORD(problem, -1)),
	FIELD(process, note, TEXT),
	CHANGED(process),
	FIELD(process, place, WHOLE),
};
static const struct field checklist_fields[] = {
	FIELD(checklist, row, WORD(check_row, -1), REQUIRED),
	FIELD(checklist, value, WORD(check, CHECK_UNKNOWN), REQUIRED),
	CHANGED(checklist),
};
static const struct field risk_fields[] = {
	FIELD(risk, text, TEXT, NEVER_NULL),
	NESTED(risk, party, "side", "party", REF(KIND_PARTY)),
	FIELD(risk, likelihood, QUANTITY),
	FIELD(risk, effect, QUANTITY),
	FIELD(risk, response, TEXT),
	FIELD(risk, owner, TEXT),
	CHANGED(risk),
};
static const struct field event_fields[] = {
	FIELD(event, date, PAST),
	FIELD(event, kind, WORD(happening, -1)),
	FIELD(event, party, REF(KIND_PARTY)),
	FIELD(event, what, TEXT, NEVER_NULL),
	FIELD(event, effect, TEXT),
	CHANGED(event),
};
static const struct field incident_fields[] = {
	FIELD(incident, date, PAST),
	FIELD(incident, party, REF(KIND_PARTY)),
	FIELD(incident, what, TEXT, NEVER_NULL),
	FIELD(incident, consequence, TEXT),
	FIELD(incident, repaired, TRI),
	CHANGED(incident),
};
static const struct field contribution_fields[] = {
	FIELD(contribution, party, REF(KIND_PARTY), REQUIRED),
	FIELD(contribution, brings, TEXT),
	FIELD(contribution, would_lose, TEXT),
	CHANGED(contribution),
};
static const struct field note_fields[] = {
	FIELD(note, at, .type = FIELD_INSTANT),
	FIELD(note, text, TEXT, NEVER_NULL),
	FIELD(note, filed, TEXT),
	CHANGED(note),
};
static const struct field milestone_fields[] = {
	FIELD(milestone, text, TEXT, NEVER_NULL),
	FIELD(milestone, due, DATE),
	FIELD(milestone, reached, PAST),
	FIELD(milestone, note, TEXT),
	CHANGED(milestone),
};

static const struct field sheet_fields[] = {
	FIELD(answer_sheet, person, REF(KIND_PERSON), REQUIRED),
	FIELD(answer_sheet, token, UUID, REQUIRED),
	FIELD(answer_sheet, written, PAST),
	FIELD(answer_sheet, closes, DATE),
	FIELD(answer_sheet, read, PAST),
	FIELD(answer_sheet, revoked, PAST),
	CHANGED(answer_sheet),
};

static const struct field plan_fields[] = {
	NESTED(plan_frame, round, "assessment", "round", UUID),
	FIELD(plan_frame, start, DATE),
	FIELD(plan_frame, track, WORD(track, -1)),
	NESTED(plan_frame, horizon, "horizon_months", "horizon", WHOLE),
	NESTED(plan_frame, workshop, "workshop.date", "workshop", PAST),
	NESTED(plan_frame, relevant, "workshop.relevant", "relevant", TEXT),
	NESTED(plan_frame, opportunities, "workshop.opportunities", "opportunities", TEXT),
	NESTED(plan_frame, challenges, "workshop.challenges", "challenges", TEXT),
	CHANGED(plan_frame),
	FIELD(plan_frame, redrawn, DATE),
	FIELD(plan_frame, gates_from, WHOLE),
	FIELD(plan_frame, gates_day, DATE),
	FIELD(plan_frame, works_year_end, TRI),
};
static const struct field joint_objective_fields[] = {
	FIELD(joint_objective, text, TEXT, NEVER_NULL),
	FIELD(joint_objective, measure, TEXT),
	FIELD(joint_objective, baseline, QUANTITY),
	FIELD(joint_objective, target, QUANTITY),
	FIELD(joint_objective, due, DATE),
	FIELD(joint_objective, note, TEXT),
	CHANGED(joint_objective),
};
static const struct field plan_action_fields[] = {
	FIELD(plan_action, library, TEXT),
	FIELD(plan_action, step, WHOLE),
	FIELD(plan_action, title, TEXT),
	FIELD(plan_action, what, TEXT),
	FIELD(plan_action, done_when, TEXT),
	FIELD(plan_action, resources, TEXT),
	FIELD(plan_action, effort_days, WHOLE),
	FIELD(plan_action, kpi, TEXT),
	FIELD(plan_action, retest, .type = FIELD_LIST),
	NESTED(plan_action, required, "requires", "required", .type = FIELD_LIST),
	FIELD(plan_action, quick_win, TRI),
	FIELD(plan_action, start, DATE),
	FIELD(plan_action, due, DATE),
	FIELD(plan_action, dated, TRI),
	FIELD(plan_action, active, TRI),
	FIELD(plan_action, moved, TRI),
	FIELD(plan_action, status, WORD(status, STATUS_OPEN)),
	FIELD(plan_action, reason, TEXT),
	FIELD(plan_action, closed, PAST),
	FIELD(plan_action, note, TEXT),
	FIELD(plan_action, objective, REF(KIND_JOINT_OBJECTIVE)),
	FIELD(plan_action, findings, .type = FIELD_LIST),
	FIELD(plan_action, stale, TRI),
	FIELD(plan_action, adopted, TRI),
	CHANGED(plan_action),
	FIELD(plan_action, drawn, .type = FIELD_INSTANT),
	FIELD(plan_action, round, UUID),
	FIELD(plan_action, every, .type = FIELD_EVERY),
	FIELD(plan_action, added, DATE),
};
static const struct field action_owner_fields[] = {
	NESTED(owner, of, "action", "action", REF(KIND_PLAN_ACTION), REQUIRED),
	FIELD(owner, person, REF(KIND_PERSON), REQUIRED),
	CHANGED(owner),
};
static const struct field objective_owner_fields[] = {
	NESTED(owner, of, "objective", "objective", REF(KIND_JOINT_OBJECTIVE), REQUIRED),
	FIELD(owner, person, REF(KIND_PERSON), REQUIRED),
	CHANGED(owner),
};
static const struct field success_fields[] = {
	FIELD(success, party, REF(KIND_PARTY), REQUIRED),
	FIELD(success, text, TEXT, NEVER_NULL),
	CHANGED(success),
};
static const struct field gate_decision_fields[] = {
	FIELD(gate_decision, number, WHOLE, REQUIRED),
	FIELD(gate_decision, outcome, WORD(outcome, -1)),
	NESTED(gate_decision, date, "decided", "date", PAST),
	FIELD(gate_decision, note, TEXT),
	CHANGED(gate_decision),
	FIELD(gate_decision, round, UUID),
	FIELD(gate_decision, kind, WORD(gate, -1)),
	FIELD(gate_decision, day, DATE),
};

static const struct field amendment_fields[] = {
	FIELD(amendment, text, TEXT, NEVER_NULL),
	FIELD(amendment, because, TEXT),
	FIELD(amendment, settled, TRI),
	CHANGED(amendment),
};

#define NAMED_KIND(number, said, row, owner, many, json, list_, count_, parent_, id_)              \
	{                                                                                          \
		.name = said, .plural = many, .list = json, .table = #row,                         \
		.size = sizeof(struct owner), .array = offsetof(struct record, list_),             \
		.count = count_, .parent = parent_, .code = number, .has_id = id_,                 \
		.fields = row##_fields,                                                            \
		.field_count = sizeof(row##_fields) / sizeof(*row##_fields)                        \
	}
#define KIND(number, owner, many, list_, count_, parent_, id_)                                     \
	NAMED_KIND(number, #owner, owner, owner, many, many, list_, count_, parent_, id_)
#define LIST_KIND(number, owner, many, list_, count_, parent_, id_)                                \
	KIND(number, owner, many, list_, offsetof(struct record, count_), parent_, id_)
#define PLAN_KIND(number, said, row, owner, many, json, list_, count_, parent_, id_)               \
	NAMED_KIND(number, said, row, owner, many, json, list_, offsetof(struct record, count_),   \
		parent_, id_)

/* 1 takes no room in the log, so answers have it. */
const struct kind_info kind_info[KIND_COUNT] = {
	[KIND_ALLIANCE] = KIND(2, alliance, "alliances", alliance, 0, KIND_NONE, true),
	[KIND_PARTY] = LIST_KIND(3, party, "parties", parties, party_count, KIND_ALLIANCE, true),
	[KIND_PERSON] = LIST_KIND(4, person, "people", people, person_count, KIND_ALLIANCE, true),
	[KIND_ASSESSMENT] = KIND(5, assessment, "assessments", assessment, 0, KIND_ALLIANCE, true),
	[KIND_RESPONDENT] = LIST_KIND(
		6, respondent, "respondents", respondents, respondent_count, KIND_ASSESSMENT, true),
	[KIND_ANSWER] =
		LIST_KIND(1, answer, "answers", answers, answer_count, KIND_RESPONDENT, false),
	[KIND_ROUTE] = LIST_KIND(7, route, "route", routes, route_count, KIND_ASSESSMENT, false),
	[KIND_OBJECTIVE] = LIST_KIND(
		8, objective, "objectives", objectives, objective_count, KIND_ASSESSMENT, true),
	[KIND_KPI] = LIST_KIND(9, kpi, "kpis", kpis, kpi_count, KIND_ALLIANCE, true),
	[KIND_ACTUAL] = LIST_KIND(10, actual, "actuals", actuals, actual_count, KIND_KPI, false),
	[KIND_PROCESS] =
		LIST_KIND(11, process, "process", processes, process_count, KIND_ASSESSMENT, true),
	[KIND_CHECKLIST] = LIST_KIND(
		12, checklist, "checklists", checklists, checklist_count, KIND_ASSESSMENT, false),
	[KIND_RISK] = LIST_KIND(13, risk, "risks", risks, risk_count, KIND_ASSESSMENT, true),
	[KIND_INCIDENT] = LIST_KIND(
		14, incident, "incidents", incidents, incident_count, KIND_ASSESSMENT, true),
	[KIND_CONTRIBUTION] = LIST_KIND(15, contribution, "contributions", contributions,
		contribution_count, KIND_ASSESSMENT, false),
	[KIND_NOTE] = LIST_KIND(16, note, "notes", notes, note_count, KIND_ASSESSMENT, true),
	[KIND_MILESTONE] = LIST_KIND(
		17, milestone, "milestones", milestones, milestone_count, KIND_ASSESSMENT, true),
	[KIND_SHEET] = PLAN_KIND(36, "sheet", sheet, answer_sheet, "sheets", "sheets", sheets,
		sheet_count, KIND_ASSESSMENT, true),
	[KIND_JOINT_OBJECTIVE] =
		PLAN_KIND(18, "joint objective", joint_objective, joint_objective, "objectives",
			"objectives", joint_objectives, joint_objective_count, KIND_ALLIANCE, true),
	[KIND_PLAN_ACTION] = PLAN_KIND(19, "action", plan_action, plan_action, "actions", "actions",
		actions, action_count, KIND_ALLIANCE, true),
	[KIND_ACTION_OWNER] = PLAN_KIND(20, "owner", action_owner, owner, "owners", "owners",
		action_owners, action_owner_count, KIND_PLAN_ACTION, false),
	[KIND_OBJECTIVE_OWNER] = PLAN_KIND(21, "owner", objective_owner, owner, "owners", "owners",
		objective_owners, objective_owner_count, KIND_JOINT_OBJECTIVE, false),
	[KIND_SUCCESS] = PLAN_KIND(22, "success", success, success, "success", "workshop.success",
		successes, success_count, KIND_ALLIANCE, false),
	[KIND_GATE] = PLAN_KIND(23, "gate", gate_decision, gate_decision, "gates", "gates",
		gate_decisions, gate_decision_count, KIND_ALLIANCE, false),
	[KIND_AMENDMENT] = PLAN_KIND(24, "amendment", amendment, amendment, "amendments",
		"amendments", amendments, amendment_count, KIND_ALLIANCE, true),
	[KIND_MEETING] =
		LIST_KIND(30, meeting, "meetings", meetings, meeting_count, KIND_ALLIANCE, true),
	[KIND_ESCALATION] = LIST_KIND(
		31, escalation, "escalations", escalations, escalation_count, KIND_ALLIANCE, true),
	[KIND_DAY_OFF] = PLAN_KIND(32, "day off", day_off, day_off, "days off", "days_off",
		days_off, day_off_count, KIND_ALLIANCE, false),
	[KIND_RELEASE] = PLAN_KIND(34, "joint edition", joint_release, release, "joint editions",
		"releases", releases, release_count, KIND_ALLIANCE, true),
	[KIND_RELEASE_RATING] = PLAN_KIND(35, "digest", release_rating, release_rating, "digests",
		"ratings", release_ratings, release_rating_count, KIND_RELEASE, false),
	[KIND_EVENT] = LIST_KIND(33, event, "events", events, event_count, KIND_ASSESSMENT, true),
	[KIND_PLAN] = PLAN_KIND(25, "plan", plan, plan_frame, "plans", "plan", plans, plan_count,
		KIND_ALLIANCE, false),
	[KIND_SEALED_KPI] = PLAN_KIND(28, "kpi", sealed_kpi, kpi, "kpis", "kpis", sealed_kpis,
		sealed_kpi_count, KIND_ASSESSMENT, false),
	[KIND_SEALED_ACTUAL] = PLAN_KIND(29, "actual", sealed_actual, actual, "actuals", "actuals",
		sealed_actuals, sealed_actual_count, KIND_SEALED_KPI, false),
	[KIND_PROFILE] =
		LIST_KIND(26, profile, "profile", profiles, profile_count, KIND_ASSESSMENT, false),
	[KIND_PARTY_PROFILE] = PLAN_KIND(27, "profile of a party", party_profile, party_profile,
		"profiles of parties", "parties", party_profiles, party_profile_count,
		KIND_ASSESSMENT, false),
};

bool kind_is_part(enum kind kind)
{
	enum kind parent = kind_info[kind].parent;
	return kind != KIND_ANSWER && parent != KIND_NONE && parent != KIND_ALLIANCE &&
		parent != KIND_ASSESSMENT;
}

bool kind_is_shared(enum kind kind)
{
	return kind < KIND_ASSESSMENT;
}

bool kind_is_kept(enum kind kind)
{
	return kind == KIND_SEALED_KPI || kind == KIND_SEALED_ACTUAL;
}

bool kind_is_single(enum kind kind)
{
	return kind == KIND_PLAN || kind == KIND_PROFILE;
}

enum kind kind_within(enum kind kind)
{
	if (kind == KIND_ANSWER)
		return KIND_ASSESSMENT;
	if (kind == KIND_PARTY_PROFILE)
		return KIND_PROFILE;
	if (kind > KIND_PLAN && kind < KIND_ASSESSMENT && !kind_is_part(kind))
		return KIND_PLAN;
	return kind_info[kind].parent;
}

bool kind_is_referred(enum kind kind)
{
	for (int from = 0; from < KIND_COUNT; from++)
		for (size_t i = kind_is_part((enum kind)from); i < kind_info[from].field_count; i++)
			if (kind_info[from].fields[i].type == FIELD_REF &&
				kind_info[from].fields[i].ref == kind)
				return true;
	return false;
}

bool kind_is_container(enum kind kind)
{
	bool is = kind == KIND_ASSESSMENT;
	for (int from = 0; from < KIND_COUNT; from++)
		for (size_t i = 0; i < kind_info[from].field_count; i++)
			is |= kind_info[from].fields[i].type == FIELD_REF &&
				kind_info[from].fields[i].required &&
				kind_info[from].fields[i].ref == kind;
	return is && kind_info[kind].has_id;
}

bool action_field_is_drawn(size_t field, bool dated, bool moved)
{
	size_t offset = plan_action_fields[field].offset;
	if (offset == offsetof(struct plan_action, start) ||
		offset == offsetof(struct plan_action, due))
		return !dated;
	if (offset == offsetof(struct plan_action, active))
		return !moved;
	return offset == offsetof(struct plan_action, findings) ||
		offset == offsetof(struct plan_action, added) ||
		offset == offsetof(struct plan_action, stale);
}

bool field_is_text(enum field_type type)
{
	return type == FIELD_TEXT || type == FIELD_LIST || type == FIELD_QUANTITY ||
		type == FIELD_MOMENT || type == FIELD_EVERY || type == FIELD_FIGURES;
}

int object_reference(const struct field *field, const void *object)
{
	return *(const int *)(const void *)((const char *)object + field->offset);
}

int *object_reference_in(const struct field *field, void *object)
{
	return (int *)(void *)((char *)object + field->offset);
}

void object_own(struct pool *pool, enum kind kind, void *object)
{
	struct object *head = object;
	head->extra = pool_strdup(pool, head->extra);
	for (size_t i = 0; i < kind_info[kind].field_count; i++) {
		const struct field *field = &kind_info[kind].fields[i];
		void *member = (char *)object + field->offset;
		if (field_is_text(field->type))
			*(const char **)member = pool_strdup(pool, *(const char **)member);
		else if (field->type == FIELD_VALUE)
			((struct value *)member)->text =
				pool_strdup(pool, ((struct value *)member)->text);
	}
}

void object_copy(struct pool *pool, enum kind kind, void *to, const void *from)
{
	memcpy(to, from, kind_info[kind].size);
	object_own(pool, kind, to);
}

/* Everything that is not zero when absent. */
static void member_init(const struct field *field, char *object)
{
	void *member = object + field->offset;
	switch (field->type) {
	case FIELD_WHOLE:
	case FIELD_RATING:
	case FIELD_DATE:
		*(int *)member = INT_NONE;
		break;
	case FIELD_TRI:
		*(int *)member = TRI_UNKNOWN;
		break;
	case FIELD_WORD:
		*(int *)member = field->absent;
		break;
	case FIELD_REF:
	case FIELD_ITEM:
		*(int *)member = -1;
		break;
	case FIELD_REAL:
		*(double *)member = NAN;
		break;
	case FIELD_TEXT:
		*(const char **)member = field->never_null ? "" : NULL;
		break;
	case FIELD_LIST:
	case FIELD_QUANTITY:
	case FIELD_MOMENT:
	case FIELD_EVERY:
	case FIELD_FIGURES:
	case FIELD_INSTANT:
	case FIELD_VALUE:
	case FIELD_UUID:
		break;
	}
}

void object_init(enum kind kind, void *object)
{
	const struct kind_info *info = &kind_info[kind];
	memset(object, 0, info->size);
	for (size_t i = 0; i < info->field_count; i++)
		member_init(&info->fields[i], object);
}

size_t record_count(const struct record *record, enum kind kind)
{
	const struct kind_info *info = &kind_info[kind];
	return info->count ? *(const size_t *)((const char *)record + info->count) : 1;
}

void *record_at(const struct record *record, enum kind kind, size_t index)
{
	const struct kind_info *info = &kind_info[kind];
	char *place = (char *)(uintptr_t)record + info->array;
	if (index >= record_count(record, kind))
		return NULL;
	if (!info->count)
		return place;
	char *array;
	memcpy(&array, place, sizeof(array));
	return array + index * info->size;
}

int record_find(const struct record *record, enum kind kind, const struct uuid *id)
{
	for (size_t i = 0; i < record_count(record, kind); i++) {
		const struct object *object = record_at(record, kind, i);
		if (uuid_same(&object->id, id))
			return (int)i;
	}
	return -1;
}

void *record_add(struct record *record, enum kind kind)
{
	const struct kind_info *info = &kind_info[kind];
	size_t *count = (size_t *)((char *)record + info->count);
	void *object = pool_append_(&record->pool, (char *)record + info->array, count, info->size);
	object_init(kind, object);
	return object;
}
