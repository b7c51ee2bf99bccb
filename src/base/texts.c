/* SPDX-License-Identifier: MIT */
/*
 * Lists of texts in a pool.
 */
#include <rekindle/texts.h>

#include <rekindle/str.h>

void texts_add_item(struct pool *pool, struct texts *texts, const char *text, int item)
{
	size_t count = texts->count;

	*POOL_APPEND(pool, texts->item, count) = item;
	*POOL_APPEND(pool, texts->text, texts->count) = text;
}

void texts_add(struct pool *pool, struct texts *texts, const char *text)
{
	texts_add_item(pool, texts, text, -1);
}

const char *texts_join(
	struct pool *pool, const struct texts *texts, const char *between, const char *last)
{
	struct str out;

	str_init(&out);
	for (size_t i = 0; i < texts->count; i++) {
		str_add(&out, !i ? "" : i + 1 < texts->count ? between : last);
		str_add(&out, texts->text[i]);
	}
	const char *joined = pool_strndup(pool, out.text, out.len);
	str_release(&out);
	return joined;
}
