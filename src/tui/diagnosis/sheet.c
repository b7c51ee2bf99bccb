/* SPDX-License-Identifier: MIT */
/*
 * What the sheet of the diagnosis holds: its entries, which of them are unfolded, and where they
 * stand.
 */
#include "diagnosis.h"

int sheet_entries(const struct sheet *sheet, int entries[ENTRIES_MAX])
{
	int n = 0;
	for (int c = 0; c < CAUSE_COUNT; c++) {
		entries[n++] = c;
		for (int a = 0; sheet->open[c] && a < ASPECTS_PER_CAUSE; a++)
			entries[n++] = CAUSE_COUNT + c * ASPECTS_PER_CAUSE + a;
	}
	return n;
}

bool sheet_unfolded(const struct sheet *sheet)
{
	bool any = false;
	for (int c = 0; c < CAUSE_COUNT; c++)
		any = any || sheet->open[c];
	return any;
}

int sheet_place(const struct sheet *sheet, int entry, int *count)
{
	int first = -1;
	*count = 0;
	for (size_t i = 0; i < sheet->count; i++)
		if (sheet->lines[i].entry == entry) {
			first = first < 0 ? (int)i : first;
			(*count)++;
		}
	return first;
}
