/* SPDX-License-Identifier: MIT */
/*
 * Identity of what travels between databases: RFC 4122 UUIDs, random (version 4), or derived
 * from a name (version 8, our own hash) for files whose objects carry other identifiers.
 */
#ifndef REKINDLE_UUID_H
#define REKINDLE_UUID_H

#include <stdbool.h>

struct uuid {
	unsigned char byte[16]; /* all zero: none */
};
#define UUID_TEXT 37

struct uuid uuid_new(void);
/* The same name in the same space gives the same UUID, always and everywhere. */
struct uuid uuid_derive(const struct uuid *space, const char *name);
bool uuid_parse(const char *text, struct uuid *); /* any case; false leaves it zero */
const char *uuid_text(const struct uuid *, char buffer[UUID_TEXT]);
bool uuid_same(const struct uuid *, const struct uuid *);
bool uuid_none(const struct uuid *);

#endif
