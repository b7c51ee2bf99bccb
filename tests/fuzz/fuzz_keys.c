/* SPDX-License-Identifier: MIT */
/*
 * libFuzzer: any bytes from a terminal. The same keys however they are split; every text valid; a
 * digit only from that digit where it stands for itself.
 */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include <rekindle/utf8.h>

#include "../../src/tui/keys/decode.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void keep(struct str *seen, const struct key *key)
{
	size_t n = strlen(key->text);
	assert(utf8_valid(key->text, n));
	assert(key->code != KEY_NONE);
	str_addf(seen, "%x ", (unsigned)key->code);
	str_addn(seen, key->text, n + 1);
}

static void drain(struct decoder *decoder, struct str *seen)
{
	struct key key;
	while (decode_next(decoder, &key))
		keep(seen, &key);
}

static void all_at_once(const uint8_t *data, size_t size, struct str *seen)
{
	struct decoder decoder;
	decode_init(&decoder, 25);
	decode_feed(&decoder, (const char *)data, size);
	drain(&decoder, seen);
	decode_give_up(&decoder);
	drain(&decoder, seen);
	decode_release(&decoder);
}

static void check_digits(struct decoder *decoder, uint8_t byte, bool free, struct str *seen)
{
	struct key key;
	while (decode_next(decoder, &key)) {
		if (key.code >= '0' && key.code <= '9')
			assert(free && key.code == byte);
		keep(seen, &key);
	}
}

static void byte_by_byte(const uint8_t *data, size_t size, struct str *seen)
{
	struct decoder decoder;
	decode_init(&decoder, 25);
	for (size_t i = 0; i < size; i++) {
		/* a broken character ends before a digit */
		bool free = decoder.state == DECODE_GROUND || decoder.state == DECODE_UTF8;
		decode_feed(&decoder, (const char *)data + i, 1);
		check_digits(&decoder, data[i], free, seen);
	}
	decode_give_up(&decoder);
	drain(&decoder, seen);
	decode_release(&decoder);
}

/* In pieces whose sizes the data themselves give. */
static void in_pieces(const uint8_t *data, size_t size, struct str *seen)
{
	struct decoder decoder;
	decode_init(&decoder, 25);
	for (size_t i = 0, n; i < size; i += n) {
		n = 1 + data[size - 1 - i] % 7;
		n = n > size - i ? size - i : n;
		decode_feed(&decoder, (const char *)data + i, n);
		drain(&decoder, seen);
	}
	decode_give_up(&decoder);
	drain(&decoder, seen);
	decode_release(&decoder);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str once, bytes, pieces;
	str_init(&once);
	str_init(&bytes);
	str_init(&pieces);
	all_at_once(data, size, &once);
	byte_by_byte(data, size, &bytes);
	in_pieces(data, size, &pieces);
	assert(once.len == bytes.len && !memcmp(once.text, bytes.text, once.len));
	assert(once.len == pieces.len && !memcmp(once.text, pieces.text, once.len));
	str_release(&once);
	str_release(&bytes);
	str_release(&pieces);
	return 0;
}
