/* SPDX-License-Identifier: MIT */
/*
 * The keys that sentences name: those that hold, by the name of their action.
 */
#include "keys.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <rekindle/str.h>

#define KEY_BYTES 24

static const struct {
	const char *name, *usual;
} keys[] = {
#define KEY(name, usual) { name, usual },
#include "keys.def"
#undef KEY
};
#define KEYS ((int)(sizeof(keys) / sizeof(*keys)))

static char settled[KEYS][KEY_BYTES]; /* "": as usual */
static char *keyed[SENTENCE_COUNT];   /* sentences with the keys that hold; NULL: not said yet */

static int find(const char *name, size_t n)
{
	for (int i = 0; i < KEYS; i++)
		if (strlen(keys[i].name) == n && !memcmp(keys[i].name, name, n))
			return i;
	return -1;
}

/* Bytes of "<undo>" at the start of text, 0 where there is none; whose key it is. */
static size_t mark_at(const char *text, int *key)
{
	size_t n = 1 + strspn(text + 1, "abcdefghijklmnopqrstuvwxyz-");
	*key = text[n] == '>' ? find(text + 1, n - 1) : -1;
	return *key < 0 ? 0 : n + 1;
}

static char *fill_keys(const char *pattern)
{
	struct str out;
	str_init(&out);
	while (*pattern) {
		int key = -1;
		size_t n = *pattern == '<' ? mark_at(pattern, &key) : 0;
		if (n)
			str_add(&out, *settled[key] ? settled[key] : keys[key].usual);
		else
			str_addc(&out, *pattern);
		pattern += n ? n : 1;
	}
	return out.text;
}

const char *words_with_keys(enum sentence sentence, const char *pattern)
{
	if (!keyed[sentence] && strchr(pattern, '<'))
		keyed[sentence] = fill_keys(pattern);
	return keyed[sentence] ? keyed[sentence] : pattern;
}

static void forget_sentences(void)
{
	for (int i = 0; i < SENTENCE_COUNT; i++) {
		free(keyed[i]);
		keyed[i] = NULL;
	}
}

void words_settle_key(const char *action, const char *shown)
{
	int key = find(action, strlen(action));
	if (key < 0)
		return;
	snprintf(settled[key], KEY_BYTES, "%s", shown);
	forget_sentences();
}

const char *words_usual_key(int i, const char **action)
{
	*action = i < KEYS ? keys[i].name : NULL;
	return i < KEYS ? keys[i].usual : NULL;
}
