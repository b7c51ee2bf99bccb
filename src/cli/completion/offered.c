/* SPDX-License-Identifier: MIT */
/*
 * The words that are offered.
 */
#include "completion.h"

void complete_add(struct completing *completing, const char *word, const char *help)
{
	texts_add(&completing->pool, &completing->words, word);
	texts_add(&completing->pool, &completing->helps, help);
}

void complete_release(struct completing *completing)
{
	pool_release(&completing->cli.pool);
	pool_release(&completing->pool);
}
