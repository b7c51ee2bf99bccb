/* SPDX-License-Identifier: MIT */
#include "stores.h"
#include "rows.h"
#include "runs.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <rekindle/diagnosis.h>
#include <rekindle/file.h>
#include <rekindle/plan.h>
#include <rekindle/portfolio.h>
#include <rekindle/store.h>
#include <rekindle/words.h>

#define DAY 20650 /* of a first round: 16 July 2026; a second comes in November */
#define LATER 110

const struct store_shape bench_hundred = { "hundred", 100, 12, 6, 50, true };

static struct errmsg why;

static void stop(const char *what)
{
	fprintf(stderr, "bench: the store to measure with: %s\n", what);
	exit(BENCH_BROKEN);
}

static void must(enum err err)
{
	if (err)
		stop(why.text);
}

/* Names: a hundred companies, of whose pairs most are alliances. */
enum { COMPANIES = 100, PAIRS = COMPANIES * (COMPANIES - 1) };
static const char *const stem[] = { "Halden", "Norvik", "Castell", "Brightwater", "Orsini",
	"Kestrel", "Meridian", "Talbot", "Fenwick", "Aurum", "Lindqvist", "Sabine", "Corvus",
	"Helvetia", "Tamarind", "Ostrava", "Quill", "Redstone", "Valdez", "Yarrow", "Zephyr",
	"Basalt", "Delmore", "Everett", "Galen" };
static const char *const field[] = { "Foods", "Systems", "Pharma", "Logistics" };
static const char *const given[] = { "Anna", "Bruno", "Chiara", "David", "Elif", "Farid", "Grace",
	"Henrik", "Ines", "Jonas", "Keiko", "Laura", "Mateo", "Nadia", "Oskar", "Priya" };
static const char *const family[] = { "Almeida", "Brandt", "Costa", "Dupont", "Eriksen", "Fischer",
	"Garcia", "Hoffmann", "Ivanova", "Janssen", "Keller", "Larsen", "Moreau" };
#define SOME(list, number) list[(size_t)(number) % (sizeof(list) / sizeof(*list))]

/* The two of an alliance are never the same. */
static void company(char *name, size_t size, int alliance, int side)
{
	int which = alliance + side * (1 + alliance / COMPANIES % (COMPANIES - 1));
	snprintf(name, size, "%s %s", SOME(stem, which % COMPANIES / 4), SOME(field, which));
}

static void alliance_name(char *name, size_t size, int alliance)
{
	char a[60], b[60], turn[20] = "";
	company(a, sizeof(a), alliance, 0);
	company(b, sizeof(b), alliance, 1);
	if (alliance >= PAIRS)
		snprintf(turn, sizeof(turn), " %d", alliance / PAIRS + 1);
	snprintf(name, size, "%s and %s%s", a, b, turn);
}

static void person_name(char *name, size_t size, int64_t number)
{
	snprintf(name, size, "%s %s", SOME(given, number), SOME(family, number / 3));
}

/* What the program stores */

/* Always the same one; its beginning, by which people know it, tells it from others. */
static struct uuid id_of(int alliance, int round, enum kind kind, size_t index)
{
	struct uuid id = { { [6] = 0x40, [8] = 0x80 } };
	uint32_t beginning = 1;
	id.byte[4] = (unsigned char)(alliance >> 8);
	id.byte[5] = (unsigned char)alliance;
	id.byte[9] = (unsigned char)(alliance >> 16);
	id.byte[7] = (unsigned char)kind;
	id.byte[10] = (unsigned char)(kind_is_shared(kind) ? 0 : round);
	for (int i = 0; i < 4; i++)
		id.byte[15 - i] = (unsigned char)(index >> 8 * i);
	for (int i = 4; i < 16; i++)
		beginning = (beginning ^ id.byte[i]) * UINT32_C(16777619);
	for (int i = 0; i < 4; i++)
		id.byte[i] = (unsigned char)(beginning >> (24 - 8 * i));
	return id;
}

static void give_ids(struct record *record, int alliance, int round)
{
	for (enum kind kind = 0; kind < KIND_COUNT; kind++)
		for (size_t i = 0; kind_info[kind].has_id && i < record_count(record, kind); i++) {
			struct object *object = record_at(record, kind, i);
			object->id = id_of(alliance, round, kind, i);
		}
}

const char *bench_round(char text[UUID_TEXT])
{
	struct uuid id = id_of(0, 0, KIND_ASSESSMENT, 0);
	return uuid_text(&id, text);
}

const char *bench_person(int person, char name[BENCH_NAME])
{
	person_name(name, BENCH_NAME, person + 1);
	return name;
}

static void add_people(struct record *record, const struct store_shape *shape, int round)
{
	char name[60];
	for (int i = 0; i < shape->people; i++) {
		struct person *person = record_add(record, KIND_PERSON);
		person_name(name, sizeof(name), i + 1);
		person->party = i % 2;
		person->role = i / 2 % ROLE_COUNT;
		person->name = pool_strdup(&record->pool, name);
		if (i >= shape->heard)
			person->planned = i % 3 ? "2026-11-23T10:00" : "2026-11-12T14:00";
	}
	for (int i = 0; i < shape->heard; i++) {
		struct respondent *respondent = record_add(record, KIND_RESPONDENT);
		respondent->person = i;
		respondent->party = i % 2;
		respondent->role = i / 2 % ROLE_COUNT;
		respondent->date = DAY + LATER * round + i;
		respondent->consent = TRI_YES;
	}
}

/* One cause is rated lower than the rest, another one in each alliance; views differ a little. */
static int rating_of(const struct item *item, int alliance, int respondent, size_t index)
{
	int cause = item->scale / 4, weak = cause == alliance % (CAUSE_COUNT + 1);
	int rating =
		4 - 2 * weak + (int)((size_t)respondent * 7 + index * 3 + (size_t)alliance) % 3 - 1;
	rating = rating < 1 ? 1 : rating > 5 ? 5 : rating;
	return item->reversed ? 6 - rating : rating;
}

/* Each person leaves other questions out. */
static void rate(
	struct record *record, const struct store_shape *shape, int alliance, int respondent)
{
	int left = shape->answers;
	size_t count = record->instrument->item_count;
	for (size_t n = 0; n < count && left; n++) {
		size_t index = (n + (size_t)respondent * 5) % count;
		const struct item *item = &record->instrument->items[index];
		if (item->kind != ITEM_RATED)
			continue;
		struct answer *answer = record_put_answer(record, respondent, (int)index);
		answer->state = STATE_ANSWERED;
		answer->value = (struct value){ .type = VALUE_NUMBER,
			.number = rating_of(item, alliance, respondent, index) };
		left--;
	}
}

static void make_record(
	struct record *record, const struct store_shape *shape, int alliance, int round, bool rated)
{
	char name[140];
	record_init(record, instrument_builtin());
	alliance_name(name, sizeof(name), alliance);
	record->alliance.name = pool_strdup(&record->pool, name);
	record->assessment.kind = round ? ROUND_FOLLOW_UP : ROUND_BASELINE;
	record->assessment.date = DAY + LATER * round;
	for (int side = 0; side < 2; side++) {
		struct party *party = record_add(record, KIND_PARTY);
		company(name, sizeof(name), alliance, side);
		party->name = pool_strdup(&record->pool, name);
	}
	add_people(record, shape, round);
	record_settle(record);
	for (int i = 0; rated && i < shape->heard; i++)
		rate(record, shape, alliance, i);
	give_ids(record, alliance, round);
	record_settle(record);
}

void bench_record(struct record *record, const struct store_shape *shape)
{
	make_record(record, shape, 0, 0, true);
}

static void draw_plan(
	struct store *store, struct record *record, const struct diagnosis *d, int alliance)
{
	struct plan plan;
	plan_compute(&plan, record, d, record->assessment.date + 14);
	plan_keep(record, &plan, words_proposals);
	plan_release(&plan);
	for (size_t i = 0; i < record->action_count; i++)
		record->actions[i].object.id = id_of(alliance, 0, KIND_PLAN_ACTION, i);
	must(store_put_plan(store, record, "the plan", &why));
}

static void add_rounds(struct store *store, const struct store_shape *shape, int alliance)
{
	for (int round = 0; round <= (shape->lived && alliance % 4 == 1); round++) {
		struct record record;
		struct diagnosis diagnosis;
		make_record(&record, shape, alliance, round,
			shape->lived || alliance < BENCH_TEMPLATES);
		must(store_add_record(store, &record, &why));
		diagnosis_compute(&diagnosis, &record);
		if (shape->lived && !round && alliance % 3 == 0)
			draw_plan(store, &record, &diagnosis, alliance);
		diagnosis_release(&diagnosis);
		record_release(&record);
	}
}

static void summarise(struct store *store, const struct store_round *round)
{
	struct summary summary;
	must(store_summarise(store, round->assessment, &summary, &why));
	must(store_put_summary(store, round->assessment, round->change, summary.health,
		primary_word(summary.primary), grade_word(summary.grade), &why));
}

/* As an import does: the portfolio finds all counted and diagnosed. */
static void summarise_all(struct store *store)
{
	struct store_totals totals;
	struct store_list list;
	must(store_totals(store, DAY + LATER, &totals, &why));
	must(store_list(store, &list, &why));
	must(store_begin(store, 0, NULL, &why));
	for (size_t i = 0; i < list.count; i++)
		summarise(store, &list.rounds[i]);
	must(store_commit(store, &why));
	store_list_release(&list);
}

static void make_rounds(const struct store_shape *shape, const char *path)
{
	struct store *store;
	must(store_open(path, STORE_CREATE, &store, &why));
	store_keep_no_copies(store);
	must(store_begin_all(store, &why));
	for (int i = 0; i < shape->alliances; i++)
		add_rounds(store, shape, i);
	must(store_commit_all(store, &why));
	if (shape->lived)
		summarise_all(store);
	store_close(store);
}

/* Very many answers, straight into the table */

static void run(sqlite3 *db, const char *sql)
{
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		stop(sqlite3_errmsg(db));
}

/* Every column as it is, but whose answer it is. */
static void add_columns(struct str *sql, sqlite3 *db)
{
	sqlite3_stmt *column;
	if (sqlite3_prepare_v2(db, "SELECT name FROM pragma_table_info('answer')", -1, &column,
		    NULL) != SQLITE_OK)
		stop(sqlite3_errmsg(db));
	for (const char *comma = ""; sqlite3_step(column) == SQLITE_ROW; comma = ", ") {
		const char *name = (const char *)sqlite3_column_text(column, 0);
		str_addf(sql, "%s%s.%s", comma, strcmp(name, "respondent") ? "said" : "respondent",
			strcmp(name, "respondent") ? name : "key");
	}
	sqlite3_finalize(column);
}

/* Keys are given in turn, so that the people of all alliances are numbered one after the other. */
static void copy_answers(const struct store_shape *shape, const char *path)
{
	struct str sql;
	sqlite3 *db;
	int heard = BENCH_TEMPLATES * shape->heard;
	if (sqlite3_open(path, &db) != SQLITE_OK)
		stop(sqlite3_errmsg(db));
	run(db,
		"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -100000; "
		"CREATE TEMP TABLE said AS SELECT * FROM answer; "
		"CREATE INDEX temp.said_by ON said (respondent, item); BEGIN");
	str_init(&sql);
	str_add(&sql, "INSERT INTO answer SELECT ");
	add_columns(&sql, db);
	str_addf(&sql,
		" FROM respondent CROSS JOIN said ON said.respondent = (key - 1) %% %d + 1 "
		"WHERE key > %d ORDER BY key, said.item; COMMIT",
		heard, heard);
	run(db, sql.text);
	str_release(&sql);
	if (sqlite3_close(db) != SQLITE_OK)
		stop("it is not closed");
}

/* Which it is */

const char *bench_folder(void)
{
	const char *folder = getenv("BENCH_FOLDER");
	if (!folder)
		stop("BENCH_FOLDER names no folder; `make bench` sets it");
	return folder;
}

void bench_leave_copy(const char *name)
{
	char path[4200];
	snprintf(path, sizeof(path), "%s/backups", bench_folder());
	mkdir(path, 0700);
	snprintf(path, sizeof(path), "%s/backups/%s-%s.db", bench_folder(), name, BENCH_TODAY);
	FILE *copy = fopen(path, "w");
	if (!copy || fclose(copy) == EOF)
		stop("the folder cannot be written");
}

int bench_number(const char *variable, int usual)
{
	const char *text = getenv(variable);
	int number = text ? atoi(text) : usual;
	if (number < 1)
		stop("a number in the environment is none");
	return number;
}

static void stamp_of(struct str *stamp, const struct store_shape *shape)
{
	const char *made_of = getenv("BENCH_STAMP");
	str_addf(stamp, "%s %d %d %d %d %d\n", made_of ? made_of : "", shape->alliances,
		shape->people, shape->heard, shape->answers, shape->lived);
}

static bool is_current(const char *path, const char *stamp_path, const struct str *stamp)
{
	struct str there;
	str_init(&there);
	bool current = getenv("BENCH_STAMP") && !access(path, F_OK) &&
		!file_read(stamp_path, 1000, &there, &why) && !strcmp(there.text, stamp->text);
	str_release(&there);
	return current;
}

struct making {
	const struct store_shape *shape;
	const char *path;
};

/* In a process of its own, so that what it takes is not of what is measured after it. */
static void make_store(const void *context)
{
	const struct store_shape *shape = ((const struct making *)context)->shape;
	const char *path = ((const struct making *)context)->path;
	fprintf(stderr, "bench: making %s\n", path);
	unlink(path);
	make_rounds(shape, path);
	if (!shape->lived && shape->alliances > BENCH_TEMPLATES)
		copy_answers(shape, path);
}

const char *bench_store(const struct store_shape *shape, char *path, size_t size)
{
	struct str stamp;
	char stamp_path[4200];
	str_init(&stamp);
	stamp_of(&stamp, shape);
	mkdir(bench_folder(), 0700);
	snprintf(path, size, "%s/%s.db", bench_folder(), shape->name);
	snprintf(stamp_path, sizeof(stamp_path), "%s.stamp", path);
	if (!is_current(path, stamp_path, &stamp)) {
		run_function(make_store, &(const struct making){ shape, path });
		must(file_write_safely(stamp_path, stamp.text, stamp.len, true, &why));
	}
	str_release(&stamp);
	return path;
}
