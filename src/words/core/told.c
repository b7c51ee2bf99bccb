/* SPDX-License-Identifier: MIT */
/*
 * What a finding says to whoever learns that there is one: the least of it, in a few words.
 */
#include <rekindle/words.h>

static const char *party_of(const struct record *rec, const struct finding_ref *ref)
{
	return ref->party < 0 ? words_plain(W_EDITION_SIDE) : rec->parties[ref->party].label;
}

static const char *knockout(
	struct pool *pool, const struct record *rec, const struct finding_ref *ref)
{
	struct hole what = hole_text("what", words_knockout(ref->subject));

	return ref->party < 0 ? words(pool, W_TOLD_KNOCKOUT, what)
			      : words(pool, W_TOLD_KNOCKOUT_OF, what,
					hole_text("party", rec->parties[ref->party].label));
}

const char *words_told(struct pool *pool, const struct record *rec, const char *finding)
{
	struct finding_ref ref;

	if (!finding_parse(rec, finding, &ref))
		return NULL;
	switch (ref.kind) {
	case FINDING_KNOCKOUT:
		return knockout(pool, rec, &ref);
	case FINDING_EXIT:
		return words(pool, W_TOLD_DECISION, hole_text("track", words_track(ref.subject)));
	case FINDING_CAUSE:
		return words(pool, W_TOLD_LOW, hole_text("what", words_cause(ref.subject)));
	case FINDING_ASPECT:
		return words(pool, W_TOLD_LOW, hole_text("what", words_scale(ref.subject)));
	case FINDING_GAP:
		return words(pool, W_TOLD_GAP, hole_text("what", words_scale(ref.subject)));
	case FINDING_KILLER:
		return words(pool, W_TOLD_KILLER, hole_text("what", words_killer(ref.subject)));
	case FINDING_PAIN:
		return words(pool, W_TOLD_PAIN, hole_text("what", words_scale(ref.subject)));
	case FINDING_BLAME:
		return words_plain(W_TOLD_BLAME);
	case FINDING_PITFALL:
		return words(pool, W_TOLD_PITFALL, hole_text("what", words_pitfall(ref.subject)));
	case FINDING_SPECIAL:
		return words(pool, W_TOLD_SPECIAL, hole_text("what", words_special(ref.subject)));
	case FINDING_DIVIDED:
		return words(pool, W_TOLD_DIVIDED, hole_text("party", party_of(rec, &ref)),
			hole_text("what", words_scale(ref.subject)));
	case FINDING_VISIBILITY:
		return words(pool, W_TOLD_VISIBILITY, hole_text("party", party_of(rec, &ref)),
			hole_text("what", words_scale(ref.subject)));
	case FINDING_PERFORMANCE:
	case FINDING_CHECKLIST:
	case FINDING_EVENT:
	case FINDING_PROCESS:
	case FINDING_INCIDENT:
	case FINDING_KINDS:
		break;
	}
	return NULL;
}
