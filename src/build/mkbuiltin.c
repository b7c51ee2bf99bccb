/* SPDX-License-Identifier: MIT */
/*
 * Build tool: reads the banks in some folders, one version of it each, with the loader of the
 * program and writes them on stdout as constant C tables, so that the program itself has nothing to
 * parse at start.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <rekindle/instrument.h>

#define LITERAL_MAX 4000 /* compilers need take no string literal longer than 4095 */

/* Octal always has three digits, so that no digit after it joins in; "\?" makes no trigraph. */
static void print_text(const char *text)
{
	if (!text) {
		fputs("NULL", stdout);
		return;
	}
	if (strlen(text) > LITERAL_MAX) {
		fputs("(const char[]){ ", stdout);
		for (; *text; text++)
			printf("%d,", *text);
		fputs("0 }", stdout);
		return;
	}
	putchar('"');
	for (; *text; text++)
		if (*text == '"' || *text == '\\' || *text == '?')
			printf("\\%c", *text);
		else if (*text >= ' ' && *text <= '~')
			putchar(*text);
		else
			printf("\\%03o", (unsigned char)*text);
	putchar('"');
}

static void print_member(const char *name, const char *text)
{
	if (!text)
		return;
	printf("\t\t.%s = ", name);
	print_text(text);
	puts(",");
}

static void print_texts(const char *name, const char *const *texts, size_t count)
{
	if (!count)
		return;
	printf("\t\t.%ss = (const char *const[]){\n", name);
	for (size_t i = 0; i < count; i++) {
		fputs("\t\t\t", stdout);
		print_text(texts[i]);
		puts(",");
	}
	printf("\t\t}, .%s_count = %zu,\n", name, count);
}

static void print_indices(const char *name, const int *indices, size_t count)
{
	if (!count)
		return;
	printf("\t\t.%s = (const int[]){ ", name);
	for (size_t i = 0; i < count; i++)
		printf("%d, ", indices[i]);
	printf("}, .%s_count = %zu,\n", name, count);
}

static void print_choices(const struct item *item)
{
	if (!item->choice_count)
		return;
	puts("\t\t.choices = (const struct choice[]){");
	for (size_t i = 0; i < item->choice_count; i++) {
		fputs("\t\t\t{ ", stdout);
		print_text(item->choices[i].id);
		fputs(", ", stdout);
		print_text(item->choices[i].text);
		puts(" },");
	}
	printf("\t\t}, .choice_count = %zu,\n", item->choice_count);
}

static void print_item(const struct item *item)
{
	puts("\t{");
	print_member("id", item->id);
	printf("\t\t.kind = %d, .section = %d, .scale = %d, .reversed = %d, .core = %d,\n"
	       "\t\t.health_check = %d, .roles = %u,\n",
		item->kind, item->section, item->scale, item->reversed, item->core,
		item->health_check, item->roles);
	print_member("topic", item->topic);
	print_member("shorthand", item->shorthand);
	print_member("text", item->text);
	print_member("low", item->low);
	print_member("mid", item->mid);
	print_member("high", item->high);
	print_member("hint", item->hint);
	print_member("field", item->field);
	print_texts("probe", item->probes, item->probe_count);
	print_choices(item);
	puts("\t},");
}

static void print_items(const struct instrument *instrument, int bank)
{
	printf("static const struct item items_%d[] = {\n", bank);
	for (size_t i = 0; i < instrument->item_count; i++)
		print_item(&instrument->items[i]);
	printf("};\n\nstatic const int items_by_id_%d[] = {\n", bank);
	for (size_t i = 0; i < instrument->item_count; i++)
		printf("\t%d,\n", instrument->items_by_id[i]);
	puts("};\n");
}

static void print_catalogue(
	const char *name, int bank, const struct catalogue_entry *entries, size_t count)
{
	if (!count)
		return;
	printf("static const struct catalogue_entry %s_%d[] = {\n", name, bank);
	for (size_t i = 0; i < count; i++) {
		puts("\t{");
		print_member("id", entries[i].id);
		print_member("name", entries[i].name);
		print_member("text", entries[i].text);
		puts("\t},");
	}
	puts("};\n");
}

static void print_fits(const struct instrument *instrument, int bank)
{
	if (!instrument->fit_count)
		return;
	printf("static const struct fit fits_%d[] = {\n", bank);
	for (size_t i = 0; i < instrument->fit_count; i++) {
		const struct fit *fit = &instrument->fits[i];
		printf("\t{ %d, %d, %d, ", fit->ambition, fit->type, fit->fit);
		print_text(fit->reason);
		puts(" },");
	}
	puts("};\n");
}

static void print_kpis(const struct instrument *instrument, int bank)
{
	if (!instrument->kpi_count)
		return;
	printf("static const struct kpi_template kpis_%d[] = {\n", bank);
	for (size_t i = 0; i < instrument->kpi_count; i++) {
		const struct kpi_template *kpi = &instrument->kpis[i];
		puts("\t{");
		print_member("id", kpi->id);
		print_member("name", kpi->name);
		print_member("unit", kpi->unit);
		print_member("text", kpi->text);
		printf("\t\t.category = %d, .direction = %d, .feeds = %d, .moved_by = %u,\n\t},\n",
			kpi->category, kpi->direction, kpi->feeds, kpi->moved_by);
	}
	puts("};\n");
}

static void print_triggers(const char *name, const struct trigger *triggers, size_t count)
{
	if (!count)
		return;
	printf("\t\t.%s = (const struct trigger[]){\n", name);
	for (size_t i = 0; i < count; i++)
		printf("\t\t\t{ %d, %d, %.17g },\n", triggers[i].kind, triggers[i].subject,
			triggers[i].threshold);
	printf("\t\t}, .%s_count = %zu,\n", name, count);
}

static void print_action(const struct action *action)
{
	puts("\t{");
	print_member("id", action->id);
	printf("\t\t.step = %d, .tracks = %u, .owner = %d, .partner_owner = %d, .effort_days = "
	       "%d,\n"
	       "\t\t.weeks = %d, .earliest_week = %d, .quick_win = %d, .social = %d, .kpi = %d,\n",
		action->step, action->tracks, action->owner, action->partner_owner,
		action->effort_days, action->weeks, action->earliest_week, action->quick_win,
		action->social, action->kpi);
	print_triggers("when", action->when, action->when_count);
	print_triggers("unless", action->unless, action->unless_count);
	print_member("title", action->title);
	print_member("what", action->what);
	print_member("done_when", action->done_when);
	print_member("resources", action->resources);
	print_member("source", action->source);
	print_indices("required", action->required, action->required_count);
	print_indices("retest", action->retest, action->retest_count);
	print_indices("instead_of", action->instead_of, action->instead_of_count);
	puts("\t},");
}

static void print_actions(const struct instrument *instrument, int bank)
{
	if (!instrument->action_count)
		return;
	printf("static const struct action actions_%d[] = {\n", bank);
	for (size_t i = 0; i < instrument->action_count; i++)
		print_action(&instrument->actions[i]);
	puts("};\n");
}

static void print_route(const struct instrument *instrument)
{
	puts("\t.route = {");
	for (int i = 0; i < ROUTE_VALUES; i++) {
		const struct route_question *question = &instrument->route[i];
		puts("\t{");
		print_member("topic", question->topic);
		print_member("text", question->text);
		print_member("low", question->low);
		print_member("mid", question->mid);
		print_member("high", question->high);
		print_texts("probe", question->probes, question->probe_count);
		puts("\t},");
	}
	puts("\t},");
}

static void print_list(const char *list, const char *one, int bank, size_t count)
{
	if (count)
		printf("\t.%s = %s_%d, .%s_count = %zu,\n", list, list, bank, one, count);
}

static void print_tables(const struct instrument *instrument, int bank)
{
	print_items(instrument, bank);
	print_catalogue("ambitions", bank, instrument->ambitions, instrument->ambition_count);
	print_catalogue("types", bank, instrument->types, instrument->type_count);
	print_fits(instrument, bank);
	print_kpis(instrument, bank);
	print_actions(instrument, bank);
}

static void print_instrument(const struct instrument *instrument, int bank)
{
	puts("\t{");
	print_member("id", instrument->id);
	print_member("version", instrument->version);
	print_member("title", instrument->title);
	print_member("opening", instrument->opening);
	printf("\t.culture = %d,\n", instrument->culture);
	print_list("items", "item", bank, instrument->item_count);
	printf("\t.items_by_id = items_by_id_%d,\n", bank);
	print_route(instrument);
	print_list("ambitions", "ambition", bank, instrument->ambition_count);
	print_list("types", "type", bank, instrument->type_count);
	print_list("fits", "fit", bank, instrument->fit_count);
	print_list("kpis", "kpi", bank, instrument->kpi_count);
	print_list("actions", "action", bank, instrument->action_count);
	printf("\t.split = %d,\n\t.check = { ", instrument->split);
	for (int row = 0; row < CHECK_ROWS; row++)
		printf("%d, ", instrument->check[row]);
	puts("},\n\t},");
}

static void print_banks(const struct instrument *const *banks, int count)
{
	puts("/* generated by src/build/mkbuiltin.c */\n#include <rekindle/instrument.h>\n");
	for (int i = 0; i < count; i++)
		print_tables(banks[i], i);
	puts("static const struct instrument released[] = {");
	for (int i = 0; i < count; i++)
		print_instrument(banks[i], i);
	printf("};\n\nconst struct instrument *instrument_released(size_t *count)\n{\n"
	       "\t*count = %d;\n\treturn released;\n}\n",
		count);
}

/* Versions of what is built in are whole numbers: 10 comes after 9. */
static int by_version(const void *a, const void *b)
{
	const struct instrument *const *x = a, *const *y = b;
	long left = strtol((*x)->version, NULL, 10), right = strtol((*y)->version, NULL, 10);
	return (left > right) - (left < right);
}

static enum err load(char **folders, int count, struct pool *pool, const struct instrument **banks)
{
	struct errmsg why;
	for (int i = 0; i < count; i++) {
		enum err err = instrument_load(folders[i], pool, &banks[i], &why);
		if (err) {
			fprintf(stderr, "mkbuiltin: %s\n", why.text);
			return err;
		}
	}
	qsort(banks, (size_t)count, sizeof(*banks), by_version);
	for (int i = 1; i < count; i++)
		if (!by_version(&banks[i - 1], &banks[i])) {
			fprintf(stderr, "mkbuiltin: two folders hold version %s\n",
				banks[i]->version);
			return ERR_INVALID;
		}
	return ERR_NONE;
}

int main(int argc, char **argv)
{
	struct pool pool = { NULL };
	int count = argc - 1;
	if (count < 1) {
		fputs("usage: mkbuiltin FOLDER...\n", stderr);
		return ERR_USAGE;
	}
	const struct instrument **banks = pool_alloc(&pool, (size_t)count * sizeof(*banks));
	enum err err = load(argv + 1, count, &pool, banks);
	if (!err) {
		print_banks(banks, count);
		if (ferror(stdout) || fflush(stdout)) {
			perror("mkbuiltin");
			err = ERR_FAILED;
		}
	}
	pool_release(&pool);
	return (int)err;
}
