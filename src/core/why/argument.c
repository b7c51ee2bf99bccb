/* SPDX-License-Identifier: MIT */
/*
 * Arguments: pieces of evidence, by what they are about.
 */
#include "why.h"

struct argument argument(enum argument_kind kind)
{
	return (struct argument){
		.kind = kind, .party = -1, .subject = -1, .respondent = -1, .item = -1, .type = -1
	};
}

struct argument argument_of(enum argument_kind kind, int subject)
{
	struct argument says = argument(kind);
	says.subject = subject;
	return says;
}

struct argument argument_of_party(enum argument_kind kind, int party, int subject)
{
	struct argument says = argument_of(kind, subject);
	says.party = party;
	return says;
}

struct argument argument_of_item(enum argument_kind kind, int item)
{
	struct argument says = argument(kind);
	says.item = item;
	return says;
}

void why_add(struct why *why, const struct asked *q, bool against, struct argument says)
{
	struct arguments *side = against ? &why->against : &why->pro;
	*POOL_APPEND(q->pool, side->list, side->count) = says;
}

void why_pro(struct why *why, const struct asked *q, struct argument says)
{
	why_add(why, q, false, says);
}

void why_against(struct why *why, const struct asked *q, struct argument says)
{
	why_add(why, q, true, says);
}
