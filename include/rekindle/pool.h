/* SPDX-License-Identifier: MIT */
/*
 * A pool owns many small pieces that live and die together (all texts of one record).
 * Allocation never fails: without memory the program says so and aborts.
 */
#ifndef REKINDLE_POOL_H
#define REKINDLE_POOL_H

#include <stddef.h>

struct pool {
	struct pool_block *blocks;
};

/* A zeroed struct pool is a valid empty one. */
void pool_release(struct pool *);

/* Zeroed bytes, aligned for any type; never NULL, n may be 0. */
void *pool_alloc(struct pool *, size_t n);

/* A copy of text; NULL gives NULL. */
char *pool_strdup(struct pool *, const char *text);
/* Of at most n bytes of it, fewer where it ends before. */
char *pool_strndup(struct pool *, const char *text, size_t n);
char *pool_printf(struct pool *, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/*
 * Room for one more zeroed element at the end of an array kept in the pool. The array has
 * *n elements and grows at every power of two, so no capacity is stored: start from
 * NULL and 0, and change n through this function only. Returns the new element; *array may move.
 */
void *pool_append_(struct pool *, void *array, size_t *n, size_t size);
#define POOL_APPEND(pool, array, n)                                                                \
	((__typeof__(*(array)) *)pool_append_((pool), &(array), &(n), sizeof(*(array))))

/* The same three for the heap: abort without memory; the caller frees. */
void *mem_alloc(size_t n); /* zeroed */
void *mem_resize(void *, size_t n);
char *mem_strdup(const char *);

#endif
