/* SPDX-License-Identifier: MIT */
/*
 * The built-in instruments: the tables that mkbuiltin made of their folders, the newest last.
 */
#include <rekindle/instrument.h>
#include <rekindle/texts.h>

#include <string.h>

const struct instrument *instrument_builtin(void)
{
	size_t count;
	const struct instrument *released = instrument_released(&count);
	return &released[count - 1];
}

const struct instrument *instrument_known(const char *id, const char *version)
{
	size_t count;
	const struct instrument *released = instrument_released(&count);
	for (size_t i = 0; id && version && i < count; i++)
		if (!strcmp(released[i].id, id) && !strcmp(released[i].version, version))
			return &released[i];
	return NULL;
}

const struct instrument *instrument_having(const struct instrument *first,
	int (*find)(const struct instrument *, const char *id), const char *id, int *at)
{
	size_t count;
	const struct instrument *released = instrument_released(&count);
	*at = find(first, id);
	if (*at >= 0)
		return first;
	while (count-- > 0)
		if ((*at = find(&released[count], id)) >= 0)
			return &released[count];
	return NULL;
}

void instrument_versions(struct str *to)
{
	struct pool pool = { 0 };
	struct texts list = { 0 };
	size_t count;
	const struct instrument *released = instrument_released(&count);
	for (size_t i = 0; i < count; i++)
		texts_add(&pool, &list, released[i].version);
	str_add(to, texts_join(&pool, &list, ", ", " and "));
	pool_release(&pool);
}
