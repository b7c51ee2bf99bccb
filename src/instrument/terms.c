/* SPDX-License-Identifier: MIT */
/*
 * The words of the field, one table a set.
 */
#include <rekindle/terms.h>

#include <stdio.h>
#include <string.h>

const struct scale_info scale_info[SCALE_COUNT] = {
	[ASPECT_RATIONALE] = { "strategy.rationale", "rationale", "Reason to partner",
		"partnering is the way to the ambition for each party" },
	[ASPECT_OBJECTIVES] = { "strategy.objectives", "objectives", "Objectives",
		"objectives are few, specific, reachable and mean the same to both sides" },
	[ASPECT_RELEVANCE] = { "strategy.relevance", "relevance", "Still relevant",
		"the case still holds after changes in market and priorities" },
	[ASPECT_SPONSORSHIP] = { "strategy.sponsorship", "sponsorship", "Sponsorship",
		"executives on both sides back it with time, priority and resources" },
	[ASPECT_FIT] = { "type.fit", "fit", "Form fits ambition",
		"the form of the alliance suits the ambition" },
	[ASPECT_WEIGHT] = { "type.weight", "weight", "Weight of structure",
		"the formal structure is neither too heavy nor too light" },
	[ASPECT_VALUE] = { "type.value", "value", "Fair split of value",
		"value, cost, risk and intellectual property are split fairly" },
	[ASPECT_TERMS] = { "type.terms", "terms", "Terms",
		"scope, exclusivity, change and exit terms fit today and can be amended" },
	[ASPECT_SELECTION] = { "partner.selection", "selection", "Selection",
		"the partner is a deliberate choice" },
	[ASPECT_COMPLEMENT] = { "partner.complement", "complement", "Skills delivered",
		"the capabilities are what was needed and are delivered" },
	[ASPECT_COMPATIBLE] = { "partner.compatible", "compatible", "Ways of working",
		"strategies, organisations and operations work together" },
	[ASPECT_COMMITMENT] = { "partner.commitment", "commitment", "Mutual commitment",
		"the other side means it" },
	[ASPECT_GOVERNANCE] = { "management.governance", "governance", "Governance",
		"roles, decision rights, escalation and disputes are clear and used" },
	[ASPECT_COORDINATION] = { "management.coordination", "coordination", "Coordination",
		"joint plan, milestones, resources and metrics keep the work moving" },
	[ASPECT_COMMUNICATION] = { "management.communication", "communication", "Communication",
		"exchange is open, timely and sufficient" },
	[ASPECT_CAPABILITY] = { "management.capability", "capability", "Capability",
		"skilled, empowered people run it, learn and keep commitments" },
	[SCALE_TRUST] = { "symptom.trust", "trust", "Trust",
		"people of both sides trust each other" },
	[SCALE_INFORMATION] = { "symptom.information", "information", "Information flow",
		"information reaches who needs it in time" },
	[SCALE_RESULTS] = { "results.perceived", "results", "Perceived results",
		"the alliance gives what was agreed" },
};

const struct cause_info cause_info[CAUSE_COUNT] = {
	[CAUSE_STRATEGY] = { "strategy", "Strategy", "the strategy behind the alliance" },
	[CAUSE_TYPE] = { "type", "Type", "the form of the alliance" },
	[CAUSE_PARTNER] = { "partner", "Partner", "the match of the partners" },
	[CAUSE_MANAGEMENT] = { "management", "Management", "the way the alliance is managed" },
};

#define VOCABULARY(id, text, ...)                                                                  \
	static const char *const words_##id[] = { __VA_ARGS__ };                                   \
	const struct vocabulary vocabulary_##id = { text,                                          \
		sizeof(words_##id) / sizeof(*words_##id), words_##id }

VOCABULARY(role, "role", "sponsor", "manager", "operations", "commercial", "specialist");
VOCABULARY(cause, "cause", "strategy", "type", "partner", "management");
VOCABULARY(scale, "aspect", "strategy.rationale", "strategy.objectives", "strategy.relevance",
	"strategy.sponsorship", "type.fit", "type.weight", "type.value", "type.terms",
	"partner.selection", "partner.complement", "partner.compatible", "partner.commitment",
	"management.governance", "management.coordination", "management.communication",
	"management.capability", "symptom.trust", "symptom.information", "results.perceived");
VOCABULARY(item_kind, "kind of item", "rated", "choice", "multi", "number", "date", "text", "split",
	"check");
VOCABULARY(section, "section", "profile", "audit", "interview");
VOCABULARY(state, "answer state", "answered", "dont_know", "not_applicable", "declined",
	"not_asked", "blank");
VOCABULARY(attribution, "attribution", "named", "role", "confidential");
VOCABULARY(stance, "stance", "engaged", "reluctant", "unresponsive");
VOCABULARY(size_class, "size class", "small", "medium", "large", "global");
VOCABULARY(round, "kind of assessment", "baseline", "follow-up", "pulse");
VOCABULARY(result, "result", "met", "partly", "missed", "too_early");
VOCABULARY(direction, "direction", "higher", "lower");
VOCABULARY(category, "KPI category", "financial", "operational", "relationship", "strategic");
VOCABULARY(problem, "process problem", "bottleneck", "redundancy", "confusion");
VOCABULARY(happening, "kind of event", "sponsor_change", "key_person", "ownership", "insolvency",
	"budget", "market", "regulation", "exclusivity", "leak", "rival_alliance", "distance",
	"other");
VOCABULARY(status, "status", "open", "started", "blocked", "done", "dropped");
VOCABULARY(outcome, "outcome", "passed", "failed");
VOCABULARY(gate, "kind of gate", "hear", "sponsors", "answer", "strategy", "done");
VOCABULARY(check, "checklist value", "yes", "partly", "no", "unknown");
VOCABULARY(check_row, "checklist row", "selection.longlist", "selection.shortlist",
	"selection.criteria", "selection.reputation", "selection.capability", "selection.culture",
	"selection.strategy", "selection.operations", "governance.managers", "governance.mandate",
	"governance.steering", "governance.working_group", "governance.decision_rights",
	"governance.escalation", "governance.disputes", "governance.reporting",
	"governance.protocol", "governance.platform");
VOCABULARY(route_value, "route value", "own_resources", "tradability", "closeness", "integration");
VOCABULARY(track, "track", "exit", "escalate", "hear_first", "redecide", "restructure", "recommit",
	"relaunch", "sustain");
VOCABULARY(killer, "silent killer", "objectives", "communication_trust", "governance",
	"shifting_priorities");
VOCABULARY(knockout, "knock-out", "no_sponsor", "rationale_gone", "reluctant", "unresponsive",
	"breach", "litigation");
VOCABULARY(pitfall, "pitfall", "blame_game", "cultural_differences", "no_sponsorship",
	"unadapted_agreement");
VOCABULARY(special, "special situation", "unwilling_partner", "rigid_contract", "power_imbalance",
	"thin_relationships", "impatience", "coopetition");

int vocabulary_find(const struct vocabulary *vocabulary, const char *word)
{
	for (int i = 0; word && i < vocabulary->count; i++)
		if (!strcmp(vocabulary->word[i], word))
			return i;
	return -1;
}

const char *vocabulary_list(const struct vocabulary *vocabulary, char *buffer, int size)
{
	int used = 0;
	buffer[0] = '\0';
	for (int i = 0; i < vocabulary->count && used < size; i++) {
		const char *before = !i ? "" : i + 1 < vocabulary->count ? ", " : " or ";
		used += snprintf(
			buffer + used, (size_t)(size - used), "%s%s", before, vocabulary->word[i]);
	}
	return buffer;
}
