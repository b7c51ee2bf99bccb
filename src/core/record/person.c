/* SPDX-License-Identifier: MIT */
/*
 * Two records of one person made one.
 */
#include <rekindle/person.h>

#include <string.h>

#include <rekindle/schema.h>
#include <rekindle/str.h>

static bool said_something(const struct answer *answer)
{
	return answer->state != STATE_BLANK;
}

static bool same_answer(const struct answer *a, const struct answer *b)
{
	return a->state == b->state && value_same(&a->value, &b->value) &&
		str_same(a->text, b->text) && str_same(a->reason, b->reason);
}

/* Both, one below the other, unless one of them says nothing or the same. */
static const char *both(struct pool *pool, const char *first, const char *second)
{
	if (str_blank(second) || str_same(first, second))
		return first;
	return str_blank(first) ? second : pool_printf(pool, "%s\n%s", first, second);
}

/* What was answered itself: state, value, text and reason. */
static void take_answer(struct answer *to, const struct answer *from)
{
	to->state = from->state;
	to->value = from->value;
	to->text = from->text;
	to->reason = from->reason;
}

static void join_beside(struct pool *pool, struct answer *into, const struct answer *from)
{
	into->comment = both(pool, into->comment, from->comment);
	into->quote = both(pool, into->quote, from->quote);
	into->evidence = both(pool, into->evidence, from->evidence);
	if (into->quotable != from->quotable && into->quotable != TRI_NO)
		into->quotable = from->quotable == TRI_NO ? TRI_NO : TRI_UNKNOWN;
	if (!into->object.extra)
		into->object.extra = from->object.extra;
	if (into->flag == TRI_UNKNOWN || from->flag == TRI_YES)
		into->flag = from->flag;
}

/* True when they differ: *other is what does not stay. */
static bool join_answer(
	struct pool *pool, struct answer *into, const struct answer *from, struct answer *other)
{
	struct answer before = *into;
	bool clash = said_something(into) && said_something(from) && !same_answer(into, from);
	bool later = from->object.changed > into->object.changed;
	if (said_something(from) && (!said_something(into) || (clash && later)))
		take_answer(into, from);
	*other = clash && later ? before : *from;
	join_beside(pool, into, from);
	return clash;
}

static void join_answers(struct record *record, int into, int from, struct pool *pool,
	struct person_clash **clashes, size_t *count)
{
	for (size_t i = 0; i < record->answer_count; i++) {
		struct answer *answer = &record->answers[i], other;
		if (answer->respondent != from)
			continue;
		const struct answer *there = record_answer(record, into, answer->item);
		if (!there) {
			answer->respondent = into;
			answer->object.changed = 0; /* there it is new */
			continue;
		}
		size_t at = (size_t)(there - record->answers);
		if (!join_answer(&record->pool, &record->answers[at], answer, &other))
			continue;
		struct answer *kept = pool_alloc(pool, sizeof(*kept));
		*kept = other;
		*POOL_APPEND(pool, *clashes, *count) =
			(struct person_clash){ .answer = (int)at, .other = kept };
	}
}

static void join_terms(struct respondent *into, const struct respondent *from)
{
	if (from->attribution > into->attribution)
		into->attribution = from->attribution;
	if (into->consent == TRI_UNKNOWN)
		into->consent = from->consent;
	if (into->date == DATE_NONE)
		into->date = from->date;
	if (into->minutes == INT_NONE)
		into->minutes = from->minutes;
}

static struct route *route_of(struct record *record, int respondent, int party)
{
	for (size_t i = 0; i < record->route_count; i++)
		if (record->routes[i].respondent == respondent && record->routes[i].party == party)
			return &record->routes[i];
	return NULL;
}

/* Of two of one party what was said last stays. */
static void join_routes(struct record *record, int into, int from)
{
	for (size_t i = 0; i < record->route_count; i++) {
		struct route *route = &record->routes[i];
		if (route->respondent != from)
			continue;
		struct route *there = route_of(record, into, route->party);
		if (!there)
			route->respondent = into;
		else if (route->object.changed > there->object.changed)
			memcpy(there->value, route->value, sizeof(there->value));
	}
}

void respondent_join(struct record *record, int into, int from, struct pool *pool,
	struct person_clash **clashes, size_t *count)
{
	*clashes = NULL;
	*count = 0;
	join_terms(&record->respondents[into], &record->respondents[from]);
	join_answers(record, into, from, pool, clashes, count);
	join_routes(record, into, from);
	record_settle(record);
}

static bool owns(const struct record *record, enum kind owners, int of, int person)
{
	for (size_t i = 0; i < record_count(record, owners); i++) {
		const struct owner *owner = record_at(record, owners, i);
		if (owner->of == of && owner->person == person)
			return true;
	}
	return false;
}

void person_give(struct record *record, enum kind owners, int into, int from)
{
	for (size_t i = 0; i < record_count(record, owners); i++) {
		struct owner *owner = record_at(record, owners, i);
		if (owner->person == from && !owns(record, owners, owner->of, into))
			owner->person = into;
	}
}

void person_fill(struct person *into, const struct person *from)
{
	if (str_blank(into->name))
		into->name = from->name;
	if (str_blank(into->planned))
		into->planned = from->planned;
	if (into->interviewee != TRI_NO || from->interviewee == TRI_NO)
		return;
	into->interviewee = TRI_YES;
	into->role = from->role;
}

struct person *person_owner(struct record *record, int party, int role, const char *name)
{
	struct person *person = record_add(record, KIND_PERSON);
	person->party = party;
	person->role = role < 0 ? ROLE_MANAGER : role;
	person->name = pool_strdup(&record->pool, name);
	person->interviewee = TRI_NO;
	return person;
}

const struct owner **person_owners(const struct record *record, enum kind of, struct pool *pool)
{
	bool actions = of == KIND_ACTION_OWNER;
	const struct owner *owners = actions ? record->action_owners : record->objective_owners;
	size_t count = actions ? record->action_owner_count : record->objective_owner_count;
	size_t owned = actions ? record->action_count : record->joint_objective_count;
	const struct owner **by_side =
		pool_alloc(pool, (owned * record->party_count + 1) * sizeof(struct owner *));
	for (size_t i = 0; i < count; i++) {
		size_t side = (size_t)record->people[owners[i].person].party;
		by_side[(size_t)owners[i].of * record->party_count + side] = &owners[i];
	}
	return by_side;
}
