/* SPDX-License-Identifier: MIT */
/*
 * What people call the members of objects: the names of schema.h, but for those that read as code.
 */
#include <rekindle/words.h>

#include <string.h>

#include <rekindle/schema.h>

struct called {
	enum kind kind;
	const char *member, *words;
};

static const struct called called[] = {
	{ KIND_PROFILE, "contract.ends", "end of the contract" },
	{ KIND_PROFILE, "contract.notice_days", "days of notice" },
	{ KIND_PROFILE, "contract.amendable", "word on amending the contract" },
	{ KIND_PROFILE, "contract.exit_terms", "exit terms" },
	{ KIND_PROFILE, "contract.breach", "breach of contract" },
	{ KIND_PROFILE, "contract.litigation", "litigation" },
	{ KIND_PROFILE, "competitors", "word on competing" },
	{ KIND_PROFILE, "competitors_where", "place of competition" },
	{ KIND_ALLIANCE, "charter.notes", "notes on the charter" },
	{ KIND_ALLIANCE, "charter.steering.rhythm", "steering rhythm" },
	{ KIND_ALLIANCE, "charter.steering.members", "steering members" },
	{ KIND_ALLIANCE, "charter.working_group.rhythm", "working group rhythm" },
	{ KIND_ALLIANCE, "charter.working_group.members", "working group members" },
	{ KIND_ALLIANCE, "charter.project_teams.rhythm", "project team rhythm" },
	{ KIND_ALLIANCE, "charter.project_teams.members", "project team members" },
	{ KIND_ALLIANCE, "charter.channels", "channels" },
	{ KIND_ALLIANCE, "charter.response_times", "response times" },
	{ KIND_ALLIANCE, "charter.escalation.level_1", "first level of escalation" },
	{ KIND_ALLIANCE, "charter.escalation.hours_1", "hours of the first level" },
	{ KIND_ALLIANCE, "charter.escalation.level_2", "second level of escalation" },
	{ KIND_ALLIANCE, "charter.escalation.hours_2", "hours of the second level" },
	{ KIND_ALLIANCE, "charter.escalation.level_3", "third level of escalation" },
	{ KIND_ALLIANCE, "charter.escalation.hours_3", "hours of the third level" },
	{ KIND_ALLIANCE, "charter.decision_rights", "decision rights" },
	{ KIND_ALLIANCE, "charter.disputes", "way to settle disputes" },
	{ KIND_ALLIANCE, "charter.reports", "reports" },
	{ KIND_ALLIANCE, "charter.agreed", "day of the charter" },
	{ KIND_PARTY, "label", "short name" },
	{ KIND_PARTY, "ours", "side" },
	{ KIND_PARTY_PROFILE, "size_class", "size" },
	{ KIND_PARTY_PROFILE, "has_sponsor", "sponsor" },
	{ KIND_PARTY_PROFILE, "escalated", "escalation" },
	{ KIND_PERSON, "party", "company" },
	{ KIND_PERSON, "planned", "planned day" },
	{ KIND_PERSON, "interviewee", "word on being interviewed" },
	{ KIND_RESPONDENT, "party", "company" },
	{ KIND_ASSESSMENT, "objectives_agreed", "word on agreed objectives" },
	{ KIND_ASSESSMENT, "begun", "beginning" },
	{ KIND_PLAN, "assessment", "round" },
	{ KIND_PLAN, "horizon_months", "horizon" },
	{ KIND_PLAN, "workshop.date", "day of the workshop" },
	{ KIND_PLAN, "workshop.relevant", "relevance" },
	{ KIND_PLAN, "workshop.opportunities", "opportunities" },
	{ KIND_PLAN, "workshop.challenges", "challenges" },
	{ KIND_PLAN, "redrawn", "day of the last redraw" },
	{ KIND_PLAN, "gates_from", "number of the first gate" },
	{ KIND_PLAN, "gates_day", "day its gates count from" },
	{ KIND_PLAN, "works_year_end", "word on the turn of the year" },
	{ KIND_ANSWER, "state", "answer" },
	{ KIND_ANSWER, "value", "answer" },
	{ KIND_ANSWER, "quotable", "word on whether it may be quoted" },
	{ KIND_MEETING, "at", "time" },
	{ KIND_MEETING, "decisions_filed", "places of the decisions" },
	{ KIND_MEETING, "notes_filed", "places of the notes" },
	{ KIND_DAY_OFF, "party", "company" },
	{ KIND_DAY_OFF, "from", "first day" },
	{ KIND_DAY_OFF, "to", "last day" },
	{ KIND_DAY_OFF, "yearly", "word on every year" },
	{ KIND_EVENT, "party", "company" },
	{ KIND_OBJECTIVE, "why", "reason" },
	{ KIND_KPI, "agreed_by", "agreement" },
	{ KIND_CONTRIBUTION, "would_lose", "loss" },
	{ KIND_CONTRIBUTION, "brings", "contribution" },
	{ KIND_RISK, "side", "company" },
	{ KIND_SHEET, "written", "day it was sent" },
	{ KIND_SHEET, "closes", "closing date" },
	{ KIND_SHEET, "read", "day it was read back" },
	{ KIND_SHEET, "revoked", "revocation" },
	{ KIND_PLAN_ACTION, "library", "kind of action" },
	{ KIND_PLAN_ACTION, "what", "description" },
	{ KIND_PLAN_ACTION, "done_when", "end" },
	{ KIND_PLAN_ACTION, "effort_days", "effort" },
	{ KIND_PLAN_ACTION, "kpi", "KPI" },
	{ KIND_PLAN_ACTION, "retest", "questions to ask again" },
	{ KIND_PLAN_ACTION, "requires", "conditions" },
	{ KIND_PLAN_ACTION, "dated", "word on its days" },
	{ KIND_PLAN_ACTION, "active", "place now or later" },
	{ KIND_PLAN_ACTION, "moved", "word on its place" },
	{ KIND_PLAN_ACTION, "closed", "day of its end" },
	{ KIND_PLAN_ACTION, "stale", "relevance" },
	{ KIND_PLAN_ACTION, "adopted", "adoption" },
	{ KIND_PLAN_ACTION, "every", "recurrence" },
	{ KIND_PLAN_ACTION, "added", "day it was added" },
	{ KIND_ACTION_OWNER, "action", "action" },
	{ KIND_GATE, "decided", "day" },
	{ KIND_GATE, "kind", "question" },
	{ KIND_GATE, "day", "day it is due" },
	{ KIND_AMENDMENT, "because", "reason" },
};

const char *words_member(struct pool *pool, enum kind kind, const struct field *field)
{
	for (size_t i = 0; i < sizeof(called) / sizeof(*called); i++)
		if (called[i].kind == kind && !strcmp(called[i].member, field->name))
			return called[i].words;
	char *name = pool_strdup(pool, field->name);
	for (char *p = name; *p; p++)
		if (*p == '_' || *p == '.')
			*p = ' ';
	return name;
}
