/* SPDX-License-Identifier: MIT */
/*
 * How several things are said one after the other.
 */
#include <rekindle/words.h>

const char *words_list(struct pool *pool, const struct texts *texts)
{
	return texts_join(pool, texts, ", ", " and ");
}

const char *words_clauses(struct pool *pool, const struct texts *texts)
{
	return texts_join(pool, texts, "; ", "; ");
}

const char *words_sentences(struct pool *pool, const struct texts *texts)
{
	return texts_join(pool, texts, " ", " ");
}

const char *words_names(struct pool *pool, const struct texts *texts)
{
	return texts_join(pool, texts, ", ", ", ");
}

const char *words_sides(struct pool *pool, const struct texts *texts)
{
	return texts_join(pool, texts, " & ", " & ");
}

const char *words_reasons(struct pool *pool, const char *const *reasons)
{
	struct texts texts = { 0 };

	for (; *reasons; reasons++)
		texts_add(pool, &texts, *reasons);
	return words_clauses(pool, &texts);
}
