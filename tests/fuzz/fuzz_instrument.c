/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as an instrument: read or refused, and what is read can be written and read again.
 */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <rekindle/instrument.h>
#include <rekindle/pool.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct pool pool = { 0 };
	const struct instrument *read, *again;
	struct errmsg why;
	char *text = mem_alloc(size + 1);
	memcpy(text, data, size);
	if (!instrument_parse(text, "fuzz", &pool, &read, &why)) {
		enum err err = instrument_parse(read->source, "again", &pool, &again, &why);
		assert(err == ERR_NONE);
		(void)err;
	}
	free(text);
	pool_release(&pool);
	return 0;
}
