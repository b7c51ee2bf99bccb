/* SPDX-License-Identifier: MIT */
/*
 * Loading a bank: texts, trees, raw entries, instrument, validator, in this order.
 */
#include "internal.h"

#include <string.h>

/* Each file by itself: a fault in one must not hide those of the next from the linter. */
static bool each_file(struct loading *loading, bool (*step)(struct loading *, struct file *))
{
	enum err first = loading->err;
	for (size_t i = 0; i < loading->file_count && !(first && !loading->collects); i++) {
		loading->err = ERR_NONE;
		step(loading, &loading->files[i]);
		if (!first || loading->err == ERR_FAILED)
			first = loading->err;
	}
	loading->err = first;
	return !first;
}

bool load_bank(struct loading *loading, struct instrument *instrument)
{
	/* What is no YAML of this shape gives nothing to convert. */
	if (loading->err || !each_file(loading, source_parse) || !each_file(loading, raw_load))
		return false;
	raw_join(loading);
	if (loading->err)
		return false;
	convert_bank(loading, instrument);
	if (!loading_ended(loading))
		check_bank(loading, instrument);
	return !loading_ended(loading);
}

static enum err load(struct loading *loading, const struct instrument **result)
{
	struct instrument *instrument = pool_alloc(loading->pool, sizeof(*instrument));
	if (load_bank(loading, instrument)) {
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
