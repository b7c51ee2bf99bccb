/* SPDX-License-Identifier: MIT */
/*
 * The figures of a release as a whole: form, view, findings, track.
 */
#include "figures.h"

/* Of those that rest on ratings. */
bool figures_of_party(enum finding_kind kind)
{
	return kind == FINDING_KNOCKOUT || kind == FINDING_DIVIDED || kind == FINDING_VISIBILITY;
}

void figures_finding(
	struct printed *p, int *severity, enum finding_kind kind, int subject, int party)
{
	struct finding_ref ref = { kind, subject, -1, 0 };

	printed_count(p, severity, "finding", finding_id(&p->pool, p->rec, &ref), party);
}

static void write_findings(struct printed *p, const struct edition_view *view)
{
	for (size_t i = 0; i < view->shown.finding_count; i++) {
		const struct finding *finding = &view->shown.findings[i];
		int severity = finding->severity;

		if (!edition_is_fact(p->rec, finding))
			figures_finding(p, &severity, finding->kind, finding->subject,
				figures_of_party(finding->kind) ? finding->party : -1);
	}
}

enum track figures_forced(const struct record *rec)
{
	enum track track = TRACK_COUNT;

	for (size_t p = 0; p < rec->party_count; p++) {
		int stance = record_party_profile(rec, p)->stance;

		if (record_party_silent(rec, p))
			return TRACK_EXIT;
		if (stance == STANCE_RELUCTANT || stance == STANCE_UNRESPONSIVE)
			track = TRACK_ESCALATE;
	}
	return track;
}

static const char *track_word(int track)
{
	return vocabulary_track.word[track];
}

void figures_track(struct printed *p, struct diagnosis *shown)
{
	int track = (int)shown->track;

	if (p->reads || figures_forced(p->rec) == TRACK_COUNT)
		printed_word(p, &track, "track", track_word, TRACK_COUNT);
	shown->track = (enum track)track;
}

void figures_form(struct printed *p, int *form)
{
	printed_count(p, form, "form", NULL, -1);
}

bool release_is_whole(const struct record *rec, const char *figures)
{
	struct printed p;
	int form = 0;

	printed_read(&p, rec, figures);
	figures_form(&p, &form);
	printed_release(&p);
	return form >= FIGURES_FORM;
}

const char *release_figures(
	struct pool *pool, const struct record *rec, const struct edition_view *view)
{
	struct edition_view copy = *view;
	struct printed p;
	int form = FIGURES_FORM;

	printed_write(&p, rec);
	figures_form(&p, &form);
	printed_view(&p, &copy);
	figures_track(&p, &copy.shown);
	write_findings(&p, view);
	str_addc(&p.out, '}');
	const char *figures = pool_strndup(pool, p.out.text, p.out.len);
	printed_release(&p);
	return figures;
}
