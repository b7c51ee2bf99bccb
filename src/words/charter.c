/* SPDX-License-Identifier: MIT */
/*
 * The charter of an alliance: its parts, and what is proposed while the companies have not agreed
 * (rekindle-method(7), section 7).
 */
#include <rekindle/words.h>

#include <rekindle/str.h>

const struct charter_info charter_info[CHARTER_PARTS] = {
	[CHARTER_STEERING] = { "Steering committee", "How often it meets, and what for.",
		"every three months; decides what the working group cannot, and on the gates" },
	[CHARTER_STEERING_MEMBERS] = { "  members", "Names, from every company.", NULL },
	[CHARTER_WORKING] = { "Working group", "How often it meets, and what for.",
		"every two weeks; runs the plan, clears what is blocked" },
	[CHARTER_WORKING_MEMBERS] = { "  members", "Names, from every company.", NULL },
	[CHARTER_TEAMS] = { "Project teams", "When a team is formed, and when it ends.",
		"as needed, each with an end date and an owner on every side" },
	[CHARTER_TEAMS_MEMBERS] = { "  members", "Names, or who names them.",
		"named by the working group" },
	[CHARTER_CHANNELS] = { "Channels", "Which way for what: mail, calls, the shared place.",
		"the shared place for plan and papers; calls for what is urgent; mail for the "
		"record" },
	[CHARTER_RESPONSE] = { "Response times", "How soon an answer comes, by channel.",
		"urgent within a working day, everything else within three" },
	[CHARTER_LEVEL_1] = { "Escalation 1", "Who is asked first when two people disagree.",
		"the two leads together" },
	[CHARTER_LEVEL_2] = { "Escalation 2", "Who is asked when level 1 has not settled it.",
		"the heads of the units concerned" },
	[CHARTER_LEVEL_3] = { "Escalation 3", "Who decides in the end.", "the executive sponsors" },
	[CHARTER_DECISIONS] = { "Decision rights", "Who decides what alone, and what together.",
		"each side decides how it does its own work; scope, dates, money and partners'"
		" people together, by the working group up to the agreed limit" },
	[CHARTER_DISPUTES] = { "Disputes", "The way from a dispute to its end.",
		"in writing to both leads, then by the levels above; work goes on meanwhile" },
	[CHARTER_REPORTS] = { "Reports", "Which reports, how often, from whom to whom.",
		"one page on progress, trouble and money every month, the same for all companies" },
	[CHARTER_NOTES] = { "Notes", "Anything else that was agreed.", NULL },
};

static void add_names(
	struct texts *names, const struct record *rec, struct pool *pool, unsigned roles)
{
	for (size_t party = 0; party < rec->party_count; party++)
		for (int role = 0; role < ROLE_COUNT; role++) {
			int person = roles >> role & 1u
				? plan_find_owner(rec, (int)party, (enum role)role)
				: -1;
			if (person < 0 || str_blank(rec->people[person].name))
				continue;
			texts_add(pool, names,
				words(pool, W_CHARTER_MEMBER,
					hole_text("name", rec->people[person].name),
					hole_text("party", rec->parties[party].label)));
		}
}

static const char *proposed_members(const struct record *rec, struct pool *pool, unsigned roles)
{
	struct texts names = { 0 };

	add_names(&names, rec, pool, roles);
	return names.count ? texts_join(pool, &names, ", ", ", ")
			   : words_plain(W_CHARTER_NO_MEMBERS);
}

const char *charter_text(const struct record *rec, struct pool *pool, enum charter_part part)
{
	const char *agreed = rec->alliance.charter.text[part];

	if (!str_blank(agreed))
		return agreed;
	if (part == CHARTER_STEERING_MEMBERS)
		return proposed_members(rec, pool, 1u << ROLE_SPONSOR | 1u << ROLE_MANAGER);
	if (part == CHARTER_WORKING_MEMBERS)
		return proposed_members(rec, pool, 1u << ROLE_MANAGER | 1u << ROLE_OPERATIONS);
	return charter_info[part].proposal ? charter_info[part].proposal : "";
}

void words_charter(const struct record *rec, struct pool *pool, struct charter *standing)
{
	*standing = rec->alliance.charter;
	for (int part = 0; part < CHARTER_PARTS; part++) {
		const char *text = charter_text(rec, pool, (enum charter_part)part);
		standing->text[part] = str_blank(text) ? NULL : text;
	}
	for (int level = 0; level < CHARTER_LEVELS; level++)
		if (standing->hours[level] == INT_NONE)
			standing->hours[level] = charter_hours[level];
}
