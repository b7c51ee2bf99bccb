/* SPDX-License-Identifier: MIT */
/*
 * diagnose --format json (rekindle(1)): numbers unrounded, null for what does not exist.
 */
#include <assert.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <rekindle/report.h>
#include <rekindle/str.h>
#include <rekindle/utf8.h>
#include <rekindle/words.h>

static json_t *number(double value)
{
	return isnan(value) ? json_null() : json_real(value);
}

static json_t *text(const char *value)
{
	return value && *value ? json_string(value) : json_null();
}

/* What is said, with plain blanks. */
static json_t *sentence(const char *said)
{
	struct str plain;
	if (!said)
		return json_null();
	str_init(&plain);
	str_add(&plain, said);
	utf8_loosen(&plain, 0);
	json_t *value = text(plain.text);
	str_release(&plain);
	return value;
}

static json_t *word(const struct vocabulary *words, int which)
{
	return which < 0 || which >= words->count ? json_null() : json_string(words->word[which]);
}

static json_t *identity(const struct object *object)
{
	char buffer[UUID_TEXT];
	return uuid_none(&object->id) ? json_null() : json_string(uuid_text(&object->id, buffer));
}

static json_t *party_id(const struct record *rec, int party)
{
	return party < 0 ? json_null() : identity(&rec->parties[party].object);
}

static void set(json_t *object, const char *name, json_t *value)
{
	int failed = json_object_set_new(object, name, value);
	assert(!failed);
	(void)failed;
}

static void add(json_t *array, json_t *value)
{
	int failed = json_array_append_new(array, value);
	assert(!failed);
	(void)failed;
}

static json_t *parties_in(const struct record *rec, const bool in[PARTIES_MAX])
{
	json_t *list = json_array();
	for (size_t p = 0; p < rec->party_count; p++)
		if (in[p])
			add(list, party_id(rec, (int)p));
	return list;
}

static json_t *words_in(const struct vocabulary *words, const bool *in)
{
	json_t *list = json_array();
	for (int i = 0; i < words->count; i++)
		if (in[i])
			add(list, json_string(words->word[i]));
	return list;
}

static json_t *causes_in(const bool in[CAUSE_COUNT])
{
	json_t *list = json_array();
	for (int c = 0; c < CAUSE_COUNT; c++)
		if (in[c])
			add(list, json_string(cause_info[c].id));
	return list;
}

static json_t *texts(const char *const *lines)
{
	json_t *list = json_array();
	for (; *lines; lines++)
		add(list, json_string(*lines));
	return list;
}

/* Entries separated by '\n'. */
static json_t *lines_of(const char *lines)
{
	json_t *list = json_array();
	while (lines && *lines) {
		size_t n = strcspn(lines, "\n");
		add(list, json_stringn(lines, n));
		lines += n + (lines[n] == '\n');
	}
	return list;
}

static json_t *assessment(const struct record *rec)
{
	char day[DATE_TEXT];
	json_t *object = json_object(), *instrument = json_object();
	set(object, "id", identity(&rec->assessment.object));
	set(object, "title", text(rec->assessment.title));
	set(object, "date", text(date_iso(rec->assessment.date, day)));
	set(instrument, "id", text(rec->instrument->id));
	set(instrument, "version", text(rec->instrument->version));
	set(object, "instrument", instrument);
	return object;
}

static json_t *parties(const struct record *rec, const struct scores *scores)
{
	json_t *list = json_array();
	for (size_t p = 0; p < rec->party_count; p++) {
		json_t *object = json_object();
		set(object, "id", party_id(rec, (int)p));
		set(object, "label", text(rec->parties[p].label));
		set(object, "respondents", json_integer(scores->respondents[p]));
		set(object, "with_data", json_integer(scores->with_data[p]));
		add(list, object);
	}
	return list;
}

static json_t *scale_by_party(const struct record *rec, const struct scale_score *scale)
{
	json_t *list = json_array();
	for (size_t p = 0; p < rec->party_count; p++) {
		json_t *object = json_object();
		set(object, "party", party_id(rec, (int)p));
		set(object, "value", number(scale->value[p]));
		set(object, "n", json_integer(scale->n[p]));
		set(object, "dont_know", number(scale->dont_know[p]));
		add(list, object);
	}
	return list;
}

static json_t *gap(const struct record *rec, const struct gap *found)
{
	if (isnan(found->value))
		return json_null();
	json_t *object = json_object();
	set(object, "value", number(found->value));
	set(object, "level", json_string(gap_word(found->level)));
	set(object, "higher", party_id(rec, found->higher));
	set(object, "p", number(found->p));
	set(object, "confirmed", json_boolean(found->confirmed));
	return object;
}

static json_t *aspect(const struct record *rec, const struct scores *scores, int which)
{
	const struct scale_score *scale = &scores->scale[which];
	json_t *object = json_object();
	set(object, "id", json_string(scale_info[which].id));
	set(object, "score", number(scale->score));
	set(object, "perception", number(scale->perception));
	set(object, "evidence", number(scale->evidence));
	set(object, "weight", number(scale->weight));
	set(object, "band", text(band_word(band_of(&scores->lines, scale->score))));
	set(object, "by_party", scale_by_party(rec, scale));
	set(object, "gap", gap(rec, &scale->gap));
	set(object, "dont_know", number(scale->dont_know_share));
	set(object, "visibility_gap", parties_in(rec, scale->visibility_gap));
	set(object, "shared_pain", json_boolean(scale->shared_pain));
	set(object, "divided", parties_in(rec, scale->divided));
	return object;
}

static json_t *cause_by_party(const struct record *rec, const struct cause_score *cause)
{
	json_t *list = json_array();
	for (size_t p = 0; p < rec->party_count; p++) {
		json_t *object = json_object();
		set(object, "party", party_id(rec, (int)p));
		set(object, "value", number(cause->value[p]));
		add(list, object);
	}
	return list;
}

static json_t *causes(const struct record *rec, const struct scores *scores)
{
	json_t *list = json_array();
	for (int c = 0; c < CAUSE_COUNT; c++) {
		const struct cause_score *cause = &scores->cause[c];
		json_t *object = json_object(), *aspects = json_array();
		set(object, "id", json_string(cause_info[c].id));
		set(object, "score", number(cause->score));
		set(object, "band", text(band_word(cause->band)));
		set(object, "failing",
			isnan(cause->score) ? json_null() : json_boolean(cause->failing));
		set(object, "by_party", cause_by_party(rec, cause));
		set(object, "widest_gap",
			cause->widest == SCALE_NONE
				? json_null()
				: number(scores->scale[cause->widest].gap.value));
		for (int i = 0; i < ASPECTS_PER_CAUSE; i++)
			add(aspects, aspect(rec, scores, c * ASPECTS_PER_CAUSE + i));
		set(object, "aspects", aspects);
		add(list, object);
	}
	return list;
}

static json_t *symptoms(const struct record *rec, const struct scores *scores)
{
	json_t *list = json_array();
	for (int s = SCALE_TRUST; s <= SCALE_INFORMATION; s++) {
		json_t *object = json_object();
		set(object, "id", json_string(scale_info[s].word));
		set(object, "perception", number(scores->scale[s].perception));
		set(object, "by_party", scale_by_party(rec, &scores->scale[s]));
		add(list, object);
	}
	return list;
}

static json_t *results(const struct record *rec, const struct scores *scores)
{
	json_t *object = json_object();
	set(object, "perception", number(scores->scale[SCALE_RESULTS].perception));
	set(object, "by_party", scale_by_party(rec, &scores->scale[SCALE_RESULTS]));
	return object;
}

static json_t *performance(const struct performance *found)
{
	json_t *object = json_object(), *categories = json_array();
	set(object, "score", number(found->score));
	set(object, "low", isnan(found->score) ? json_null() : json_boolean(found->low));
	set(object, "objectives", number(found->objectives));
	set(object, "kpis", number(found->kpis));
	for (int c = 0; c < CATEGORY_COUNT; c++) {
		json_t *category = json_object();
		set(category, "id", word(&vocabulary_category, c));
		set(category, "score", number(found->category[c]));
		add(categories, category);
	}
	set(object, "categories", categories);
	return object;
}

/* A pulse has none at all. */
static json_t *killers(const struct diagnosis *d)
{
	const struct scores *scores = &d->scores;
	json_t *list = json_array();
	for (int k = 0; k < KILLER_COUNT && d->primary.cause != PRIMARY_UNDECIDED; k++) {
		json_t *object = json_object();
		set(object, "id", word(&vocabulary_killer, k));
		set(object, "score", number(scores->killer[k]));
		set(object, "present",
			scores->killer_known[k] ? json_boolean(scores->killer_present[k])
						: json_null());
		add(list, object);
	}
	return list;
}

static json_t *contributing(const struct primary *found)
{
	json_t *list = json_array();
	for (int c = 0; c < CAUSE_COUNT; c++) {
		if (!found->contributing[c])
			continue;
		json_t *object = json_object();
		set(object, "cause", json_string(cause_info[c].id));
		set(object, "consequence", json_boolean(found->consequence[c]));
		add(list, object);
	}
	return list;
}

static json_t *flip(const struct record *rec, const struct flip *found)
{
	json_t *object = json_object();
	bool check = found->kind == FLIP_CHECKLIST;
	set(object, "kind", word(&vocabulary_flip, found->kind));
	set(object, "respondent",
		found->respondent < 0 ? json_null()
				      : identity(&rec->respondents[found->respondent].object));
	set(object, "item",
		found->kind == FLIP_ANSWER
			? json_string(rec->instrument->items[found->item].id)
			: word(check ? &vocabulary_check_row : &vocabulary_route_value,
				  found->item));
	set(object, "from",
		check ? word(&vocabulary_check, found->from) : json_integer(found->from));
	set(object, "to", check ? word(&vocabulary_check, found->to) : json_integer(found->to));
	set(object, "primary", json_string(primary_word(found->primary)));
	return object;
}

static json_t *primary(const struct record *rec, const struct primary *found)
{
	json_t *object = json_object(), *stability = json_object(), *flips = json_array();
	set(object, "cause", text(primary_word(found->cause)));
	set(object, "tie", json_boolean(found->tie));
	set(object, "margin", number(found->margin));
	set(object, "leading", causes_in(found->leading));
	set(object, "contributing", contributing(found));
	set(stability, "agree", json_integer(found->agree));
	set(stability, "agree_set", json_integer(found->agree_set));
	set(stability, "of", json_integer(found->of));
	set(object, "stability", stability);
	for (int i = 0; i < found->flip_count && i < FLIPS_SHOWN; i++)
		add(flips, flip(rec, &found->flip[i]));
	set(object, "flip", flips);
	set(object, "flip_count", json_integer(found->flip_count));
	return object;
}

static json_t *confidence(const struct record *rec, const struct diagnosis *d)
{
	json_t *object = json_object();
	struct pool pool = { 0 };
	struct confidence_words said = words_confidence(&pool, rec, d);
	const char *worth = words_worth(&pool, rec, d);
	set(object, "grade", json_string(grade_word(d->confidence.grade)));
	set(object, "reasons", texts(said.reasons));
	set(object, "raise", texts(said.raise));
	set(object, "simulated", worth ? json_string(worth) : json_null());
	pool_release(&pool);
	return object;
}

static double fit_better(const struct type_fit *found, int type)
{
	for (size_t i = 0; i < found->better_count; i++)
		if (found->better[i].type == type)
			return found->better[i].fit;
	return NAN;
}

/* better[] in catalogue order, as every list here; best first is for readers. */
static json_t *type(const struct record *rec, const struct type_fit *found)
{
	json_t *object = json_object(), *better = json_array();
	set(object, "declared", text(record_profile(rec)->type));
	set(object, "ambitions", lines_of(record_profile(rec)->ambitions));
	set(object, "fit", number(found->fit));
	for (size_t t = 0; t < rec->instrument->type_count; t++) {
		double fit = fit_better(found, (int)t);
		if (isnan(fit))
			continue;
		json_t *other = json_object();
		set(other, "type", text(rec->instrument->types[t].id));
		set(other, "fit", number(fit));
		add(better, other);
	}
	set(object, "better", better);
	return object;
}

static json_t *route(const struct route_score *found)
{
	json_t *object = json_object(), *values = json_object();
	set(object, "result", word(&vocabulary_route_result, found->result));
	set(object, "undecided", words_in(&vocabulary_route_value, found->undecided));
	for (int v = 0; v < ROUTE_VALUES; v++)
		set(values, vocabulary_route_value.word[v], number(found->value[v]));
	set(object, "values", values);
	set(object, "clearance", number(found->clearance));
	return object;
}

static json_t *split(const struct record *rec, const struct split_score *found)
{
	json_t *object = json_object(), *list = json_array(), *patterns = json_array();
	for (size_t p = 0; p < rec->party_count; p++) {
		json_t *row = json_object();
		set(row, "party", party_id(rec, (int)p));
		for (int c = 0; c < CAUSE_COUNT; c++)
			set(row, cause_info[c].id, number(found->mean[p][c]));
		add(list, row);
	}
	set(object, "by_party", list);
	if (found->parties_differ)
		add(patterns, json_string("parties_differ"));
	if (found->all_blame_partner)
		add(patterns, json_string("all_blame_partner"));
	set(object, "patterns", patterns);
	return object;
}

static json_t *knockouts(const struct record *rec, const struct diagnosis *d)
{
	json_t *list = json_array();
	for (size_t i = 0; i < d->knockout_count; i++) {
		json_t *object = json_object();
		set(object, "id", word(&vocabulary_knockout, (int)d->knockouts[i].id));
		set(object, "party", party_id(rec, d->knockouts[i].party));
		add(list, object);
	}
	return list;
}

static json_t *decision(const struct diagnosis *d)
{
	json_t *object = json_object();
	set(object, "track", word(&vocabulary_track, (int)d->track));
	set(object, "provisional", json_boolean(d->provisional));
	return object;
}

static json_t *evidence(const struct texts *found)
{
	json_t *list = json_array();
	for (size_t i = 0; i < found->count; i++)
		add(list, sentence(found->text[i]));
	return list;
}

static json_t *findings(const struct record *rec, const struct diagnosis *d)
{
	json_t *list = json_array();
	struct pool pool = { 0 };
	for (size_t i = 0; i < d->finding_count; i++) {
		json_t *object = json_object();
		struct why why;
		struct why_words said;
		why_finding(&why, &pool, rec, d, &d->findings[i]);
		words_why(&said, &pool, rec, d, &why);
		set(object, "id", json_string(d->findings[i].id));
		set(object, "severity", json_integer(d->findings[i].severity));
		set(object, "text", sentence(said.rule.text[0]));
		set(object, "for", evidence(&said.pro));
		set(object, "against", evidence(&said.against));
		set(object, "would_change", sentence(said.would_change));
		add(list, object);
	}
	pool_release(&pool);
	return list;
}

void report_diagnosis_json(struct str *out, const struct record *rec, const struct diagnosis *d)
{
	const struct scores *scores = &d->scores;
	json_t *root = json_object();
	set(root, "assessment", assessment(rec));
	set(root, "parties", parties(rec, scores));
	set(root, "one_sided", json_boolean(scores->one_sided));
	set(root, "health", number(scores->health));
	set(root, "causes", causes(rec, scores));
	set(root, "symptoms", symptoms(rec, scores));
	set(root, "results", results(rec, scores));
	set(root, "performance", performance(&scores->performance));
	set(root, "killers", killers(d));
	set(root, "primary", primary(rec, &d->primary));
	set(root, "situation", word(&vocabulary_situation, (int)d->situation));
	set(root, "confidence", confidence(rec, d));
	set(root, "type", type(rec, &scores->type));
	set(root, "route", route(&scores->route));
	set(root, "split", split(rec, &scores->split));
	set(root, "knockouts", knockouts(rec, d));
	set(root, "pitfalls", words_in(&vocabulary_pitfall, d->pitfall));
	set(root, "special", words_in(&vocabulary_special, d->special));
	set(root, "decision", decision(d));
	set(root, "findings", findings(rec, d));
	char *json = json_dumps(root, JSON_INDENT(2) | JSON_REAL_PRECISION(17));
	utf8_json_clean(out, json);
	str_addc(out, '\n');
	free(json);
	json_decref(root);
}
