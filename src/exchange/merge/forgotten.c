/* SPDX-License-Identifier: MIT */
/*
 * Those who are forgotten here, in the joint editions of a file that does not know it.
 */
#include "../json/merge.h"

#include <rekindle/bin.h>

/* Later by as much as where it was forgotten: all copies come to the same. */
static void blank(struct release_rating *rating)
{
	rating->respondent = (struct uuid){ { 0 } };
	rating->digest = NULL;
	rating->object.changed += rating->object.changed > 0;
}

void blank_forgotten(const struct merge *m, struct record *file)
{
	for (size_t i = 0; i < file->release_rating_count; i++) {
		struct release_rating *rating = &file->release_ratings[i];
		if (!uuid_none(&rating->respondent) &&
			store_is_forgotten(m->store, &rating->respondent))
			blank(rating);
	}
}
