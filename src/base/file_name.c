/* SPDX-License-Identifier: MIT */
/*
 * What the end of a file's name promises of its content.
 */
#include <rekindle/file.h>

#include <string.h>
#include <strings.h>

/* Of each format the end that it is given first. What has none of ours is written nowhere here. */
static const struct {
	const char *end, *format;
} ends[] = {
	{ ".txt", "text" },
	{ ".text", "text" },
	{ ".md", "markdown" },
	{ ".markdown", "markdown" },
	{ ".html", "html" },
	{ ".htm", "html" },
	{ ".json", "json" },
	{ ".csv", "csv" },
	{ ".ics", "ics" },
	{ ".yaml", "yaml" },
	{ ".yml", "yaml" },
	{ ".xlsx", "xlsx" },
	{ ".xls", "" },
	{ ".ods", "" },
	{ ".docx", "docx" },
	{ ".doc", "" },
	{ ".odt", "" },
	{ ".rtf", "" },
	{ ".pdf", "pdf" },
	{ ".pptx", "pptx" },
	{ ".xml", "" },
};
#define ENDS (sizeof(ends) / sizeof(*ends))

bool file_name_fits(const char *path, const char *format)
{
	const char *slash = strrchr(path, '/'), *dot = strrchr(slash ? slash : path, '.');

	for (size_t i = 0; dot && i < ENDS; i++)
		if (strcasecmp(ends[i].end, dot) == 0)
			return strcmp(ends[i].format, format) == 0;
	return true;
}

const char *file_name_end(const char *format)
{
	size_t i = 0;

	while (i < ENDS && strcmp(ends[i].format, format) != 0)
		i++;
	return i < ENDS ? ends[i].end : "";
}
