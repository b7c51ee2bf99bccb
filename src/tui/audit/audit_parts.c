/* SPDX-License-Identifier: MIT */
/*
 * The line of the audit's parts: the open one is always on it.
 */
#include "audit.h"

#include <rekindle/utf8.h>

#define WORD 64 /* bytes of a part with its number */

static int cells(const char *text)
{
	return utf8_cells(UTF8_SCREEN, text);
}

/* A number where something waits: entries, sides that are missing, what is known of the checklists.
 */
static void part_word(const struct record *record, int part, char *out, size_t n)
{
	bool heard[PARTIES_MAX] = { false };
	size_t sides = 0,
	       count = part == AUDIT_ROUTE ? record->route_count : record->contribution_count;
	static const char *const names[AUDIT_PARTS] = { "Goals", "Process", "Checks", "Route",
		"Risks", "Events", "Incidents", "Stakes" };
	size_t counts[AUDIT_PARTS] = { [AUDIT_PROCESS] = record->process_count,
		[AUDIT_RISKS] = record->risk_count,
		[AUDIT_EVENTS] = record->event_count,
		[AUDIT_INCIDENTS] = record->incident_count };
	for (size_t i = 0; i < count; i++) {
		int party = part == AUDIT_ROUTE ? record->routes[i].party
						: record->contributions[i].party;
		if (party >= 0 && party < PARTIES_MAX)
			heard[party] = true;
	}
	for (int i = 0; i < PARTIES_MAX; i++)
		sides += heard[i];
	snprintf(out, n, "%s", names[part]);
	if (part == AUDIT_CHECKLISTS)
		snprintf(out, n, "%s %d/%d", names[part], audit_known_checks(record), CHECK_ROWS);
	else if ((part == AUDIT_ROUTE || part == AUDIT_STAKES) && sides < record->party_count)
		snprintf(out, n, "%s %zu/%zu", names[part], sides, record->party_count);
	else if (counts[part])
		snprintf(out, n, "%s %zu", names[part], counts[part]);
}

/* Cells of the parts from `first` up to and with `last`. */
static int parts_width(char words[][WORD], int first, int last, int gap)
{
	int width = 0;
	for (int i = first; i <= last; i++)
		width += cells(words[i]) + (i > first ? gap : 0);
	return width;
}

/* The widest with which all parts are seen; where none is, a narrow one. */
static int widest_gap(char words[][WORD], int room)
{
	for (int gap = 3; gap; gap--)
		if (parts_width(words, 0, AUDIT_PARTS - 1, gap) <= room)
			return gap;
	return 2;
}

void audit_draw_parts(
	const struct audit *audit, const struct record *record, const struct canvas *canvas)
{
	char words[AUDIT_PARTS][WORD];
	int room = canvas->cols - 4, first = 0, col = 2;
	for (int i = 0; i < AUDIT_PARTS; i++)
		part_word(record, i, words[i], sizeof(words[i]));
	int gap = widest_gap(words, room);
	while (first < (int)audit->part &&
		parts_width(words, first, (int)audit->part + ((int)audit->part < AUDIT_PARTS - 1),
			gap) > room)
		first++;
	for (int i = first; i < AUDIT_PARTS && col < canvas->cols - 4; i++)
		col += canvas_text(canvas, BODY_TOP, col, canvas->cols - 2 - col,
			       i == (int)audit->part ? STYLE_PART : STYLE_PLAIN, words[i]) +
			gap;
}
