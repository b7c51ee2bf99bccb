/* SPDX-License-Identifier: MIT */
/*
 * What a joint edition prints of the ratings, as numbers by name.
 */
#include <rekindle/release.h>

#include <math.h>
#include <rekindle/str.h>

struct figures {
	struct str text;
	const struct record *rec;
};

/* what: "value"; id NULL: of everything; party: index, -1 of all. NAN says nothing. */
static void add(struct figures *f, const char *what, const char *id, int party, double x)
{
	char buffer[UUID_TEXT];

	if (isnan(x))
		return;
	long tenths = lround(x * 10);
	str_addf(&f->text, "%s\"%s%s%s", f->text.len > 1 ? "," : "", what, id ? "." : "",
		id ? id : "");
	if (party >= 0)
		str_addf(&f->text, ".%s", uuid_text(&f->rec->parties[party].object.id, buffer));
	str_addf(&f->text, tenths % 10 ? "\":%ld.%ld" : "\":%ld", tenths / 10, tenths % 10);
}

static void add_causes(struct figures *f, const struct scores *shown)
{
	for (int c = 0; c < CAUSE_COUNT; c++) {
		add(f, "cause", cause_info[c].id, -1, shown->cause[c].score);
		for (size_t p = 0; p < f->rec->party_count; p++)
			add(f, "cause", cause_info[c].id, (int)p, shown->cause[c].value[p]);
	}
}

static void add_scale(struct figures *f, const struct scale_score *shown, int s)
{
	add(f, "perception", scale_info[s].id, -1, shown->perception);
	if (s < ASPECT_COUNT)
		add(f, "score", scale_info[s].id, -1, shown->score);
	for (size_t p = 0; p < f->rec->party_count; p++) {
		add(f, "value", scale_info[s].id, (int)p, shown->value[p]);
		add(f, "n", scale_info[s].id, (int)p, shown->n[p] ? shown->n[p] : NAN);
	}
}

const char *release_figures(
	struct pool *pool, const struct record *rec, const struct edition_view *view)
{
	struct figures f = { .rec = rec };
	const struct scores *shown = &view->shown.scores;

	str_init(&f.text);
	str_addc(&f.text, '{');
	add(&f, "health", NULL, -1, shown->health);
	add_causes(&f, shown);
	for (int s = 0; s < SCALE_COUNT; s++)
		add_scale(&f, &shown->scale[s], s);
	str_addc(&f.text, '}');
	const char *figures = pool_strdup(pool, f.text.text);
	str_release(&f.text);
	return figures;
}
