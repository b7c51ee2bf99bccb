/* SPDX-License-Identifier: MIT */
/*
 * libFuzzer: any bytes as an exchange document. Refused or read, nothing else.
 */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include <rekindle/exchange.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct exchange file;
	struct errmsg why = { "" };
	enum err err = exchange_read((const char *)data, size, "fuzz", &file, &why);
	assert(err == ERR_NONE || err == ERR_INVALID);
	if (err) {
		assert(!strncmp(why.text, "fuzz:", 5) && !strchr(why.text, '\n') && !file.count);
		return 0;
	}
	assert(file.count);
	exchange_release(&file);
	return 0;
}
