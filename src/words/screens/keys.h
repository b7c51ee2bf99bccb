/* SPDX-License-Identifier: MIT */
/*
 * A sentence with the keys that it names in the place of their actions: "<undo> takes it back."
 */
#ifndef WORDS_KEYS_H
#define WORDS_KEYS_H

#include <rekindle/words.h>

/* pattern as it stands where it names none; else valid until a key is settled. */
const char *words_with_keys(enum sentence, const char *pattern);

#endif
