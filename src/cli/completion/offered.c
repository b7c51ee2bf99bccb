/* SPDX-License-Identifier: MIT */
/*
 * The words that are offered, each once.
 */
#include <string.h>
#include "completion.h"

void complete_add(struct completing *completing, const char *word, const char *help)
{
	for (size_t i = 0; i < completing->words.count; i++)
		if (strcmp(completing->words.text[i], word) == 0)
			return;
	texts_add(&completing->pool, &completing->words, word);
	texts_add(&completing->pool, &completing->helps, help);
}

void complete_release(struct completing *completing)
{
	pool_release(&completing->cli.pool);
	pool_release(&completing->pool);
}
