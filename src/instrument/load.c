/* SPDX-License-Identifier: MIT */
/*
 * Loading a bank: texts, trees, raw entries, instrument, validator, in this order.
 */
#include "internal.h"

#include <string.h>

static enum err load(struct loading *loading, const struct instrument **result)
{
	for (size_t i = 0; i < loading->file_count && !loading->err; i++)
		source_parse(loading, &loading->files[i]);
	for (size_t i = 0; i < loading->file_count && !loading->err; i++)
		raw_load(loading, &loading->files[i]);
	struct instrument *instrument = pool_alloc(loading->pool, sizeof(*instrument));
	if (!loading->err)
		raw_join(loading);
	if (!loading->err)
		convert_bank(loading, instrument);
	if (!loading->err)
		check_bank(loading, instrument);
	if (!loading->err) {
		struct str text;
		str_init(&text);
		instrument_write(&text, instrument);
		instrument->source = pool_strndup(loading->pool, text.text, text.len);
		str_release(&text);
		*result = instrument;
	}
	source_release(loading);
	return loading->err;
}

enum err instrument_load(
	const char *path, struct pool *pool, const struct instrument **result, struct errmsg *why)
{
	struct loading loading = { .pool = pool, .why = why, .name = path };
	source_path(&loading, path);
	return load(&loading, result);
}

enum err instrument_parse(const char *yaml, const char *name, struct pool *pool,
	const struct instrument **result, struct errmsg *why)
{
	struct loading loading = { .pool = pool, .why = why, .name = name };
	source_add(&loading, name, yaml, strlen(yaml));
	return load(&loading, result);
}
