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
#include <rekindle/store.h>
#include <rekindle/texts.h>
#include <rekindle/words.h>

#define DAY 20650 /* of a first round: 16 July 2026; a second comes in November */
#define LATER 110
#define STAMPED INT64_C(1790000000000)

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

/* Names: a hundred companies, whose pairs are ten thousand alliances. */
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

static void company(char *name, size_t size, int alliance, int side)
{
	int which = side ? alliance / 100 + alliance + 37 : alliance;
	snprintf(name, size, "%s %s", SOME(stem, which % 100 / 4), SOME(field, which));
}

static void alliance_name(char *name, size_t size, int alliance)
{
	char a[60], b[60], turn[20] = "";
	company(a, sizeof(a), alliance, 0);
	company(b, sizeof(b), alliance, 1);
	if (alliance >= 10000)
		snprintf(turn, sizeof(turn), " %d", alliance / 10000 + 1);
	snprintf(name, size, "%s and %s%s", a, b, turn);
}

static void person_name(char *name, size_t size, int64_t number)
{
	snprintf(name, size, "%s %s", SOME(given, number), SOME(family, number / 3));
}

/* What the program stores */

/* The first half of a UUID's text tells it from others, as it does of those that people see. */
static void begin_id(struct uuid *id, int alliance)
{
	uint32_t beginning = (uint32_t)(alliance + 1);
	for (int i = 4; i < 16; i++)
		beginning = beginning * 31 + id->byte[i];
	beginning *= UINT32_C(2654435761);
	for (int i = 0; i < 4; i++)
		id->byte[i] = (unsigned char)(beginning >> (24 - 8 * i));
}

/* Always the same one. */
static struct uuid id_of(int alliance, int round, enum kind kind, size_t index)
{
	struct uuid id = { { [4] = (unsigned char)(alliance + 1), [6] = 0x40, [8] = 0x80 } };
	id.byte[5] = (unsigned char)(kind_is_shared(kind) ? 0 : round);
	id.byte[9] = (unsigned char)kind;
	for (int i = 0; i < 4; i++)
		id.byte[15 - i] = (unsigned char)(index >> 8 * i);
	begin_id(&id, alliance);
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

const char *bench_round(int alliance, char text[UUID_TEXT])
{
	struct uuid id = id_of(alliance, 0, KIND_ASSESSMENT, 0);
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

void bench_record(struct record *record, const struct store_shape *shape, int alliance, int round)
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
	for (int i = 0; i < shape->heard; i++)
		rate(record, shape, alliance, i);
	give_ids(record, alliance, round);
	record_settle(record);
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
		bench_record(&record, shape, alliance, round);
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
	struct record record;
	struct diagnosis diagnosis;
	must(store_load(store, round->assessment, &record, &why));
	diagnosis_compute(&diagnosis, &record);
	must(store_put_summary(store, round->assessment, round->change, diagnosis.scores.health,
		primary_word(diagnosis.primary.cause), grade_word(diagnosis.confidence.grade),
		&why));
	diagnosis_release(&diagnosis);
	record_release(&record);
}

/* As the portfolio does, once it is shown. */
static void summarise_all(struct store *store)
{
	struct store_list list;
	must(store_list(store, &list, &why));
	for (size_t i = 0; i < list.count; i++)
		summarise(store, &list.rounds[i]);
	store_list_release(&list);
}

static void make_templates(const struct store_shape *shape, const char *path, int count)
{
	struct store *store;
	must(store_open(path, STORE_CREATE, &store, &why));
	store_keep_no_copies(store);
	must(store_begin_all(store, &why));
	for (int i = 0; i < count; i++)
		add_rounds(store, shape, i);
	must(store_commit_all(store, &why));
	if (shape->lived)
		summarise_all(store);
	store_close(store);
}

/* The copies of it */

struct copying {
	sqlite3 *db;
	int templates, copies;
	int64_t stride; /* between the keys of a row and of its next copy */
};

static void run(sqlite3 *db, const char *sql)
{
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		stop(sqlite3_errmsg(db));
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql, const char *argument)
{
	sqlite3_stmt *rows;
	if (sqlite3_prepare_v2(db, sql, -1, &rows, NULL) != SQLITE_OK)
		stop(sqlite3_errmsg(db));
	if (argument)
		sqlite3_bind_text(rows, 1, argument, -1, SQLITE_TRANSIENT);
	return rows;
}

static int64_t whole(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *row = prepare(db, sql, NULL);
	int64_t value = sqlite3_step(row) == SQLITE_ROW ? sqlite3_column_int64(row, 0) : 0;
	sqlite3_finalize(row);
	return value;
}

/* copy_id(id, copy) */
static void copy_id(sqlite3_context *context, int count, sqlite3_value **value)
{
	const struct copying *copying = sqlite3_user_data(context);
	struct uuid id;
	if (sqlite3_value_bytes(value[0]) != (int)sizeof(id)) {
		sqlite3_result_value(context, value[0]);
		return;
	}
	memcpy(&id, sqlite3_value_blob(value[0]), sizeof(id));
	if (!uuid_none(&id))
		begin_id(&id,
			sqlite3_value_int(value[count - 1]) * copying->templates + id.byte[4] - 1);
	sqlite3_result_blob(context, &id, sizeof(id), SQLITE_TRANSIENT);
}

/* name_of(table, key of the copy) */
static void name_of(sqlite3_context *context, int count, sqlite3_value **value)
{
	const struct copying *copying = sqlite3_user_data(context);
	const char *table = (const char *)sqlite3_value_text(value[0]);
	int64_t key = sqlite3_value_int64(value[count - 1]), copy = key / copying->stride;
	int first = (int)(key % copying->stride) - 1;
	char name[140];
	if (*table == 'a')
		alliance_name(name, sizeof(name), (int)copy * copying->templates + first);
	else if (!strcmp(table, "party"))
		company(name, sizeof(name), (int)copy * copying->templates + first / 2, first % 2);
	else
		person_name(name, sizeof(name), key);
	sqlite3_result_text(context, name, -1, SQLITE_TRANSIENT);
}

/* Rows that belong to an alliance, without a reference that says so. */
static bool is_known(const char *table)
{
	static const char *const known[] = { "alliance", "head", "action_number" };
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (!strcmp(table, known[i]))
			return true;
	return false;
}

/* Does the column refer to a row that is copied? Questions are not. */
static bool refers(sqlite3 *db, const char *table, const char *column)
{
	sqlite3_stmt *rows = prepare(db,
		"SELECT count(*) FROM pragma_foreign_key_list(?1) WHERE \"table\" NOT IN "
		"('instrument', 'item') AND (\"from\" = ?2 OR ?2 = '')",
		table);
	sqlite3_bind_text(rows, 2, column, -1, SQLITE_TRANSIENT);
	bool found = sqlite3_step(rows) == SQLITE_ROW && sqlite3_column_int(rows, 0) > 0;
	sqlite3_finalize(rows);
	return found || !strcmp(column, "key") ||
		(!strcmp(table, "head") && strcmp(column, "change") != 0);
}

static void add_column(
	struct str *values, sqlite3 *db, const char *table, const char *column, const char *type)
{
	if (!strcmp(column, "name") &&
		is_known(table) + !strcmp(table, "party") + !strcmp(table, "person"))
		str_addf(values, "name_of('%s', key + n * stride)", table);
	else if (!strcmp(column, "changed"))
		str_addf(values, "iif(changed, stamped, changed)");
	else if (!strcmp(type, "BLOB"))
		str_addf(values, "copy_id(%s, n)", column);
	else if (refers(db, table, column))
		str_addf(values, "iif(%s, %s + n * stride, %s)", column, column, column);
	else
		str_add(values, column);
}

/* The rows of a table go aside, and come back as often as there are copies, in the order of their
 * keys. */
static void copy_table(const struct copying *copying, const char *table)
{
	struct str sql, values;
	sqlite3_stmt *columns =
		prepare(copying->db, "SELECT name, type FROM pragma_table_info(?1)", table);
	str_init(&sql);
	str_init(&values);
	while (sqlite3_step(columns) == SQLITE_ROW) {
		str_add(&values, values.len ? ", " : "");
		add_column(&values, copying->db, table,
			(const char *)sqlite3_column_text(columns, 0),
			(const char *)sqlite3_column_text(columns, 1));
	}
	sqlite3_finalize(columns);
	str_addf(&sql,
		"CREATE TEMP TABLE aside AS SELECT * FROM main.\"%s\"; DELETE FROM main.\"%s\"; "
		"INSERT INTO main.\"%s\" SELECT %s FROM settings, copy CROSS JOIN aside ORDER BY "
		"n, aside.rowid; DROP TABLE aside",
		table, table, table, values.text);
	run(copying->db, sql.text);
	str_release(&values);
	str_release(&sql);
}

/* They are known before the first is copied: nothing may read the schema meanwhile. */
static void copy_tables(const struct copying *copying)
{
	struct pool pool = { 0 };
	struct texts names = { 0 };
	sqlite3_stmt *tables = prepare(copying->db,
		"SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE "
		"'sqlite%' ORDER BY rowid",
		NULL);
	while (sqlite3_step(tables) == SQLITE_ROW)
		texts_add(&pool, &names,
			pool_strdup(&pool, (const char *)sqlite3_column_text(tables, 0)));
	sqlite3_finalize(tables);
	for (size_t i = 0; i < names.count; i++)
		if (is_known(names.text[i]) || refers(copying->db, names.text[i], ""))
			copy_table(copying, names.text[i]);
	pool_release(&pool);
}

static void prepare_copying(struct copying *copying, const char *path)
{
	char sql[300];
	if (sqlite3_open(path, &copying->db) != SQLITE_OK)
		stop(sqlite3_errmsg(copying->db));
	run(copying->db,
		"PRAGMA foreign_keys = OFF; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; "
		"PRAGMA cache_size = -100000; PRAGMA temp_store = MEMORY");
	copying->stride = whole(copying->db, "SELECT max(seq) + 1 FROM sqlite_sequence");
	sqlite3_create_function(
		copying->db, "copy_id", 2, SQLITE_UTF8, copying, copy_id, NULL, NULL);
	sqlite3_create_function(
		copying->db, "name_of", 2, SQLITE_UTF8, copying, name_of, NULL, NULL);
	snprintf(sql, sizeof(sql),
		"CREATE TEMP TABLE settings AS SELECT %lld AS stride, %lld AS stamped; CREATE TEMP "
		"TABLE copy AS WITH RECURSIVE copy (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM "
		"copy WHERE n + 1 < %d) SELECT n FROM copy",
		(long long)copying->stride, (long long)STAMPED, copying->copies);
	run(copying->db, sql);
}

static void make_copies(const char *path, int templates, int copies)
{
	struct copying copying = { .templates = templates, .copies = copies };
	prepare_copying(&copying, path);
	run(copying.db, "BEGIN");
	copy_tables(&copying);
	run(copying.db, "COMMIT");
	if (sqlite3_close(copying.db) != SQLITE_OK)
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
	int templates = shape->alliances < BENCH_TEMPLATES ? shape->alliances : BENCH_TEMPLATES;
	if (shape->alliances % templates)
		stop("alliances come in tens");
	fprintf(stderr, "bench: making %s\n", path);
	unlink(path);
	make_templates(shape, path, templates);
	make_copies(path, templates, shape->alliances / templates);
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
