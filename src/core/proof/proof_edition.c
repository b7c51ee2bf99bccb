/* SPDX-License-Identifier: MIT */
/*
 * Which of the changes behind an action an edition may tell (rekindle-method(7), section 9.5).
 */
#include <rekindle/proof.h>
#include "../edition/edition.h"

bool proof_hidden(const struct proof_action *proof, const struct edition_view *before,
	const struct edition_view *after)
{
	if (after->edition != EDITION_JOINT)
		return false;
	if (before->as_of || after->as_of) /* who have changed since are among the pairs */
		return true;
	for (int s = 0; s < SCALE_COUNT; s++)
		if (proof->scale[s] &&
			(edition_hides_scale(before, s) || edition_hides_scale(after, s)))
			return true;
	return false;
}
