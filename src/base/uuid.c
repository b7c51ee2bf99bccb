/* SPDX-License-Identifier: MIT */
/*
 * UUIDs: sixteen random bytes, or sixteen bytes of a name.
 */
#include <rekindle/uuid.h>

#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

static void mark(struct uuid *id, unsigned version)
{
	id->byte[6] = (unsigned char)((id->byte[6] & 0x0F) | version << 4);
	id->byte[8] = (unsigned char)((id->byte[8] & 0x3F) | 0x80);
}

struct uuid uuid_new(void)
{
	struct uuid id;
	size_t got = 0;
	while (got < sizeof(id.byte)) {
		ssize_t n = getrandom(id.byte + got, sizeof(id.byte) - got, 0);
		if (n > 0)
			got += (size_t)n;
	}
	mark(&id, 4);
	return id;
}

/* FNV-1a with two offsets: identity, not security. */
static uint64_t hash(uint64_t h, const void *bytes, size_t n)
{
	const unsigned char *b = bytes;
	for (size_t i = 0; i < n; i++)
		h = (h ^ b[i]) * UINT64_C(0x100000001b3);
	return h;
}

struct uuid uuid_derive(const struct uuid *space, const char *name)
{
	static const uint64_t offset[2] = { UINT64_C(0xcbf29ce484222325),
		UINT64_C(0x9ae16a3b2f90404f) };
	struct uuid id;
	for (int i = 0; i < 2; i++) {
		uint64_t h =
			hash(hash(offset[i], space->byte, sizeof(space->byte)), name, strlen(name));
		h ^= h >> 32;
		h *= UINT64_C(0xd6e8feb86659fd93);
		h ^= h >> 32;
		memcpy(id.byte + 8 * i, &h, 8);
	}
	mark(&id, 8);
	return id;
}

bool uuid_parse(const char *text, struct uuid *id)
{
	*id = (struct uuid){ { 0 } };
	if (!text || strlen(text) != 36)
		return false;
	struct uuid read;
	for (int i = 0, n = 0; i < 36; i++) {
		if (i == 8 || i == 13 || i == 18 || i == 23) {
			if (text[i] != '-')
				return false;
			continue;
		}
		if (!isxdigit((unsigned char)text[i]))
			return false;
		int c = tolower((unsigned char)text[i]);
		unsigned digit = (unsigned)(c <= '9' ? c - '0' : c - 'a' + 10);
		if (n % 2)
			read.byte[n / 2] = (unsigned char)(read.byte[n / 2] | digit);
		else
			read.byte[n / 2] = (unsigned char)(digit << 4);
		n++;
	}
	*id = read;
	return true;
}

const char *uuid_text(const struct uuid *id, char buffer[UUID_TEXT])
{
	static const char digits[] = "0123456789abcdef";
	char *p = buffer;
	for (int i = 0; i < 16; i++) {
		if (i == 4 || i == 6 || i == 8 || i == 10)
			*p++ = '-';
		*p++ = digits[id->byte[i] >> 4];
		*p++ = digits[id->byte[i] & 15];
	}
	*p = '\0';
	return buffer;
}

bool uuid_same(const struct uuid *a, const struct uuid *b)
{
	return !memcmp(a->byte, b->byte, sizeof(a->byte));
}

bool uuid_none(const struct uuid *id)
{
	return uuid_same(id, &(struct uuid){ { 0 } });
}
