/* SPDX-License-Identifier: MIT */
/*
 * Rounds and the changes between them, computed.
 */
#include <rekindle/release.h>
#include <rekindle/rounds.h>

void round_compute(struct round_read *round, enum edition edition)
{
	diagnosis_compute(&round->diagnosis, &round->record);
	release_view(&round->view, &round->record, &round->diagnosis, edition);
}

void round_release(struct round_read *round)
{
	edition_release(&round->view);
	diagnosis_release(&round->diagnosis);
	record_release(&round->record);
}

void round_compare(struct round_change *change, const struct round_read *before,
	const struct round_read *after)
{
	*change = (struct round_change){ .before = before, .after = after };
	trend_compute(&change->trend, &before->record, &after->record);
	edition_trend(&change->shown, &change->trend, &before->view, &after->view);
}

void round_change_release(struct round_change *change)
{
	trend_release(&change->trend);
}
