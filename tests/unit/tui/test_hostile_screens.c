/* SPDX-License-Identifier: MIT */
/*
 * Every screen with a hostile text in every field, drawn at 80 x 24 and at the smallest size:
 * nothing but what can be seen gets onto it, and the walk through it ends.
 */
#include "../core/hostile.h"
#include "../core/texts.h"
#include "drive.h"

#include <fcntl.h>
#include <jansson.h>
#include <unistd.h>

#include "../../../src/cli/cli.h"
#include "../../../src/tui/audit/audit.h"
#include "../../../src/tui/plan/plan_view.h"

Suite *hostile_screens_suite(void);

static const char *everywhere(struct pool *pool, const struct text_place *place, void *data)
{
	(void)pool;
	return place->kind == KIND_ANSWER && place->object % 16 ? NULL : data;
}

/* The alliance of one round with that text in every place, in the store and open. */
static void begin(const char *text)
{
	struct exchange exchange;
	struct record *rec = texts_example(&exchange);
	struct errmsg why = { "" };

	drive_begin(false);
	texts_complete(rec);
	texts_replace(rec, everywhere, (void *)(uintptr_t)text);
	rec->assessment.sealed = DATE_NONE;
	ck_assert_msg(!store_add_record(app.options.store, rec, &why), "%s", why.text);
	int64_t key = rec->assessment.object.key;
	exchange_release(&exchange);
	ck_assert(app_open(&app, key));
}

static const char *attack;
static int turn;

/* No control on a row, and none wider than the screen; by turns large and small. */
static void look(const char *where)
{
	static const int sizes[][2] = { { 24, 80 }, { 12, 40 } };
	const int *size = sizes[turn++ % 2];
	const char *screen = screen_at(size[0], size[1]);
	char what[160];

	snprintf(what, sizeof(what), "%s on %s at %d x %d", attack, where, size[1], size[0]);
	check_harmless(what, screen, strlen(screen), "");
	for (size_t n; *screen; screen += n + 1) {
		n = strcspn(screen, "\n");
		if (utf8_cells_n(UTF8_SCREEN, screen, n) > size[1])
			ck_abort_msg("%s: a row too wide: %.*s", what, (int)n, screen);
	}
}

/* Keys that move and open; into forms and pages and out again. */
static void walk(const char *where)
{
	static const int keys[] = { TUI_DOWN, TUI_DOWN, TUI_PAGE_DOWN, TUI_END, TUI_UP, TUI_HOME,
		TUI_TAB, TUI_DOWN, TUI_TAB, 'w', TUI_PAGE_DOWN, TUI_ESCAPE, TUI_ENTER, TUI_DOWN,
		TUI_PAGE_DOWN, TUI_ESCAPE };

	look(where);
	look(where);
	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
		if (keys[i] == 'w')
			type("w");
		else
			press(keys[i]);
		look(where);
	}
}

static void visit(const char *where, const struct screen_ops *ops, const void *arg)
{
	app_place(&app, ops, arg);
	walk(where);
}

static void visit_forms(void)
{
	for (int kind = 0; kind < KIND_COUNT; kind++)
		if (kind == KIND_OBJECTIVE || kind == KIND_KPI || kind == KIND_PROCESS ||
			kind == KIND_RISK || kind == KIND_EVENT || kind == KIND_INCIDENT ||
			kind == KIND_CONTRIBUTION || kind == KIND_MILESTONE)
			visit(kind_info[kind].name, &screen_audit_form,
				&(struct audit_form_arg){ (enum kind)kind, 0, -1 });
	for (int sheet = 0; sheet <= SHEET_AMENDMENT; sheet++)
		visit("sheet", &screen_plan_form,
			&(struct plan_form_arg){ (enum plan_sheet)sheet, sheet == SHEET_GATE });
}

START_TEST(test_hostile_screens)
{
	int person = 1;

	attack = hostile[_i].name;
	turn = 0;
	begin(hostile[_i].text);
	app_push(&app, &screen_portfolio, NULL);
	walk("portfolio");
	ck_assert(app_reload(&app));
	app_place(&app, &screen_home, NULL);
	walk("home");
	visit("person", &screen_person, NULL);
	visit("profile", &screen_profile, NULL);
	visit("opening", &screen_opening, &person);
	visit("interview", &screen_interview, &app.record.respondents[0].object.key);
	type("v");
	walk("review");
	visit("diagnosis", &screen_diagnosis, NULL);
	visit("findings", &screen_findings, NULL);
	visit("situation", &screen_situation, NULL);
	visit("plan", &screen_plan, NULL);
	visit("report", &screen_report, NULL);
	visit("quotes", &screen_quotes, NULL);
	visit("preview", &screen_preview, NULL);
	visit("audit", &screen_audit, NULL);
	for (int part = 0; part < 10; part++) {
		press(TUI_TAB);
		look("part of the audit");
	}
	visit("workshop", &screen_workshop, NULL);
	visit("amendments", &screen_amendments, NULL);
	visit_forms();
	visit("help", &screen_help, NULL);
	drive_end();
}
END_TEST

/* Commands that print what is stored. */

static char folder[64], database[96], printed[96];

static void set_up_folder(void)
{
	strcpy(folder, "/tmp/rekindle-test-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(folder));
	snprintf(database, sizeof(database), "%s/rekindle.db", folder);
	snprintf(printed, sizeof(printed), "%s/out", folder);
}

static void tear_down_folder(void)
{
	char command[96];

	snprintf(command, sizeof(command), "rm -r '%s'", folder);
	ck_assert_int_eq(system(command), 0);
}

/* What the command prints on standard output; free it. */
static char *run_command(const char *name, char *id, int format, bool ascii)
{
	struct cli cli = { .given = OPTION_BIT(OPTION_DB) | OPTION_BIT(OPTION_NO_INPUT),
		.operands = &id,
		.operand_count = id != NULL,
		.command = command_find(name),
		.format = format,
		.ascii = ascii,
		.instrument = instrument_builtin() };
	struct errmsg why = { "" };
	struct str out;
	char bytes[4096];

	cli.value[OPTION_DB] = database;
	fflush(stdout);
	int old = dup(STDOUT_FILENO), file = open(printed, O_RDWR | O_CREAT | O_TRUNC, 0600);
	ck_assert(old >= 0 && file >= 0 && dup2(file, STDOUT_FILENO) >= 0);
	enum err err = cli.command->run(&cli, &why);
	fflush(stdout);
	dup2(old, STDOUT_FILENO);
	close(old);
	ck_assert_msg(err == ERR_NONE, "%s: %s", name, why.text);
	str_init(&out);
	lseek(file, 0, SEEK_SET);
	for (ssize_t n; (n = read(file, bytes, sizeof(bytes))) > 0;)
		str_addn(&out, bytes, (size_t)n);
	close(file);
	pool_release(&cli.pool);
	return str_detach(&out);
}

START_TEST(test_hostile_commands)
{
	static const struct {
		const char *name;
		bool id;
		int cells;
	} printers[] = { { "list", false, INT_MAX }, /* whole names in a file */
		{ "show", true, 80 }, { "diagnose", true, 80 }, { "plan", true, 80 },
		{ "report", true, 80 } };
	struct exchange exchange;
	struct record *rec = texts_example(&exchange);
	struct errmsg why = { "" };
	struct store *store;
	char id[UUID_TEXT];

	texts_complete(rec);
	texts_replace(rec, everywhere, (void *)(uintptr_t)hostile[_i].text);
	uuid_text(&rec->assessment.object.id, id);
	ck_assert_msg(!store_open(database, STORE_CREATE, &store, &why), "%s", why.text);
	ck_assert_msg(!store_add_record(store, rec, &why), "%s", why.text);
	store_close(store);
	exchange_release(&exchange);
	for (size_t i = 0; i < sizeof(printers) / sizeof(*printers); i++)
		for (int ascii = 0; ascii < 2; ascii++) {
			char what[96],
				*out = run_command(
					printers[i].name, printers[i].id ? id : NULL, 0, ascii);

			snprintf(
				what, sizeof(what), "%s by %s", hostile[_i].name, printers[i].name);
			check_harmless(what, out, strlen(out), "");
			check_page(what, out, printers[i].cells, ascii);
			free(out);
		}
	for (size_t i = 0; i < 2; i++) {
		char *out = run_command(
			printers[i].name, printers[i].id ? id : NULL, FORMAT_JSON, false);
		json_t *json = json_loads(out, JSON_REJECT_DUPLICATES, NULL);

		check_harmless(printers[i].name, out, strlen(out), "");
		ck_assert_ptr_nonnull(json);
		json_decref(json);
		free(out);
	}
}
END_TEST

Suite *hostile_screens_suite(void)
{
	Suite *suite = suite_create("hostile_screens");
	TCase *cases = tcase_create("screens"), *printing = tcase_create("commands");

	tcase_set_timeout(cases, 60);
	tcase_add_loop_test(cases, test_hostile_screens, 0, HOSTILE_COUNT);
	suite_add_tcase(suite, cases);
	tcase_add_checked_fixture(printing, set_up_folder, tear_down_folder);
	tcase_add_loop_test(printing, test_hostile_commands, 0, HOSTILE_COUNT);
	suite_add_tcase(suite, printing);
	return suite;
}
