/* SPDX-License-Identifier: MIT */
/*
 * Pools: chains of blocks that are freed together.
 */
#include <rekindle/pool.h>

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifndef POOL_BLOCK
#define POOL_BLOCK 16384
#endif
#define POOL_FIRST (POOL_BLOCK < 1024 ? POOL_BLOCK : 1024) /* many hold a sentence and are gone */
#define POOL_ALIGN _Alignof(max_align_t)

struct pool_block {
	struct pool_block *next;
	size_t used, room;
	max_align_t bytes[];
};

static _Noreturn void out_of_memory(void)
{
	fputs("rekindle: out of memory; every saved answer is safe\n", stderr);
	abort();
}

void *mem_alloc(size_t n)
{
	void *p = calloc(1, n ? n : 1);
	if (!p)
		out_of_memory();
	return p;
}

void *mem_resize(void *p, size_t n)
{
	p = realloc(p, n ? n : 1);
	if (!p)
		out_of_memory();
	return p;
}

char *mem_strdup(const char *text)
{
	return strcpy(mem_alloc(strlen(text) + 1), text);
}

void pool_release(struct pool *pool)
{
	for (struct pool_block *b = pool->blocks, *next; b; b = next) {
		next = b->next;
		free(b);
	}
	pool->blocks = NULL;
}

void *pool_alloc(struct pool *pool, size_t n)
{
	size_t need = (n + POOL_ALIGN - 1) / POOL_ALIGN * POOL_ALIGN;
	if (!need)
		need = POOL_ALIGN;
	struct pool_block *b = pool->blocks;
	if (!b || b->room - b->used < need) {
		size_t usual = b ? POOL_BLOCK : POOL_FIRST;
		size_t room = need > usual ? need : usual;
		b = mem_alloc(sizeof(*b) + room);
		b->room = room;
		/* A block of its own for a large piece must not hide the one in use. */
		if (need > POOL_BLOCK / 2 && pool->blocks) {
			b->next = pool->blocks->next;
			pool->blocks->next = b;
		} else {
			b->next = pool->blocks;
			pool->blocks = b;
		}
	}
	void *p = (char *)b->bytes + b->used;
	b->used += need;
	return p;
}

char *pool_strndup(struct pool *pool, const char *text, size_t n)
{
	size_t bytes = strnlen(text, n);
	return memcpy(pool_alloc(pool, bytes + 1), text, bytes);
}

char *pool_strdup(struct pool *pool, const char *text)
{
	return text ? pool_strndup(pool, text, strlen(text)) : NULL;
}

char *pool_printf(struct pool *pool, const char *fmt, ...)
{
	va_list args, again;
	va_start(args, fmt);
	va_copy(again, args);
	int n = vsnprintf(NULL, 0, fmt, args);
	va_end(args);
	char *text = pool_alloc(pool, (size_t)n + 1);
	vsnprintf(text, (size_t)n + 1, fmt, again);
	va_end(again);
	return text;
}

void *pool_append_(struct pool *pool, void *array, size_t *n, size_t size)
{
	char *at;
	memcpy(&at, array, sizeof(at));
	if ((*n & (*n - 1)) == 0) { /* 0 or a power of two: full */
		char *larger = pool_alloc(pool, (*n ? 2 * *n : 1) * size);
		if (*n)
			memcpy(larger, at, *n * size);
		at = larger;
		memcpy(array, &at, sizeof(at));
	}
	return at + (*n)++ * size;
}
