/* SPDX-License-Identifier: MIT */
/*
 * What a grade was worth where the true cause is known: on simulated alliances (rekindle-method(7),
 * section 5.7).
 */
#include <string.h>
#include <rekindle/diagnosis.h>

#define RARE CALIBRATED_RARE

/* By people of each party, fewest first. */
static const struct calibrated counted[] = {
#define CALIBRATED(...) { __VA_ARGS__ },
#include "calibrated.def"
#undef CALIBRATED
};

static int fewest_heard(const struct record *rec, const struct scores *scores)
{
	int least = INT_MAX;
	for (size_t p = 0; p < rec->party_count; p++)
		if (scores->with_data[p] && scores->with_data[p] < least)
			least = scores->with_data[p];
	return least;
}

const struct calibrated *diagnosis_calibrated(const struct record *rec, const struct diagnosis *d)
{
	const struct calibrated *found = NULL;
	int people = fewest_heard(rec, &d->scores);
	if (strcmp(rec->instrument->id, instrument_builtin()->id))
		return NULL;
	for (size_t i = 0; i < sizeof(counted) / sizeof(*counted); i++)
		if (counted[i].people <= people && counted[i].grade == d->confidence.grade)
			found = &counted[i];
	return found;
}
