/* SPDX-License-Identifier: MIT */
/*
 * libFuzzer: any bytes as a map and, behind the first NUL, the table of a survey tool. Refused or
 * read, nothing else; and any table as one of which a first map is written.
 */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <rekindle/survey.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char document[] = "{\"instrument\":{\"id\":\"core\",\"version\":\"2\"},\"alliance\":{"
			       "\"name\":\"P\",\"parties\":["
			       "{\"name\":\"Alder Works\"},{\"name\":\"Brine "
			       "Systems\"}]},\"assessments\":[{\"id\":\"1\"}]}";

static const struct record *round_of(void)
{
	static struct exchange file;
	struct errmsg why;
	if (!file.count && exchange_read(document, strlen(document), "round", &file, &why))
		abort();
	return file.rounds;
}

static void read_table(struct survey_map *map, const char *text, size_t n)
{
	struct exchange file;
	struct survey_report counts;
	struct errmsg why = { "" };
	enum err err = survey_read(text, n, "table", map, round_of(), NULL, &file, &counts, &why);
	assert(err == ERR_NONE || err == ERR_INVALID);
	assert(!err || (why.text[0] && !strchr(why.text, '\n') && !file.count));
	for (size_t i = 0; i < counts.column_count; i++)
		assert(counts.columns[i].taken + counts.columns[i].left +
				counts.columns[i].refused ==
			counts.counted);
	exchange_release(&file);
	survey_report_release(&counts);
}

static void draft(const char *text, size_t n)
{
	struct survey_map *map;
	struct str out;
	struct errmsg why = { "" };
	str_init(&out);
	if (!survey_draft(text, n, "table", &out, &why)) {
		/* it is refused for what stands for a word, never for how it is written */
		enum err err = survey_map_read(out.text, out.len, "draft", &map, &why);
		assert(!err || strstr(why.text, "MEANS") || strstr(why.text, "`answers`"));
		survey_map_free(map);
	}
	str_release(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = (const char *)data, *end = memchr(text, 0, size);
	size_t n = end ? (size_t)(end - text) : size;
	struct survey_map *map;
	struct errmsg why = { "" };
	enum err err = survey_map_read(text, n, "map", &map, &why);
	assert(err == ERR_NONE || (err == ERR_INVALID && !strncmp(why.text, "map:", 4) && !map));
	if (end && !err)
		read_table(map, end + 1, size - n - 1);
	draft(end ? end + 1 : text, end ? size - n - 1 : size);
	survey_map_free(map);
	return 0;
}
