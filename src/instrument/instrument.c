/* SPDX-License-Identifier: MIT */
/*
 * Looking things up in an instrument.
 */
#include <rekindle/instrument.h>

#include <string.h>

int instrument_item(const struct instrument *instrument, const char *id)
{
	size_t low = 0, high = instrument->item_count;
	while (id && low < high) {
		size_t middle = low + (high - low) / 2;
		int index = instrument->items_by_id[middle];
		int order = strcmp(instrument->items[index].id, id);
		if (!order)
			return index;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return -1;
}

static int catalogue_find(const struct catalogue_entry *entries, size_t count, const char *id)
{
	for (size_t i = 0; id && i < count; i++)
		if (!strcmp(entries[i].id, id))
			return (int)i;
	return -1;
}

int instrument_ambition(const struct instrument *instrument, const char *id)
{
	return catalogue_find(instrument->ambitions, instrument->ambition_count, id);
}

int instrument_type(const struct instrument *instrument, const char *id)
{
	return catalogue_find(instrument->types, instrument->type_count, id);
}

int instrument_kpi(const struct instrument *instrument, const char *id)
{
	for (size_t i = 0; id && i < instrument->kpi_count; i++)
		if (!strcmp(instrument->kpis[i].id, id))
			return (int)i;
	return -1;
}

int instrument_action(const struct instrument *instrument, const char *id)
{
	for (size_t i = 0; id && i < instrument->action_count; i++)
		if (!strcmp(instrument->actions[i].id, id))
			return (int)i;
	return -1;
}

int instrument_fit(const struct instrument *instrument, int ambition, int type, const char **reason)
{
	for (size_t i = 0; i < instrument->fit_count; i++) {
		const struct fit *fit = &instrument->fits[i];
		if (fit->ambition != ambition || fit->type != type)
			continue;
		if (reason)
			*reason = fit->reason;
		return fit->fit;
	}
	return -1;
}
