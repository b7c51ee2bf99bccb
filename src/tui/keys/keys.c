/* SPDX-License-Identifier: MIT */
/*
 * The key reader.
 */
#include "keys.h"

#include <poll.h>
#include <time.h>
#include <unistd.h>

#include <rekindle/date.h>

#define WAKE_MS 100

void keys_init(struct keys *keys, int escape_ms)
{
	*keys = (struct keys){ .heard = 0 };
	decode_init(&keys->decoder, escape_ms);
}

void keys_release(struct keys *keys)
{
	decode_release(&keys->decoder);
}

/* Byte by byte but in a paste: what is typed ahead of an editor or a pager is theirs. */
static bool hear(struct keys *keys)
{
	char bytes[4096];
	struct pollfd in = { .fd = STDIN_FILENO, .events = POLLIN };
	if (poll(&in, 1, 0) <= 0 || !(in.revents & POLLIN))
		return false;
	size_t most = decode_in_bulk(&keys->decoder) ? sizeof(bytes) : 1;
	ssize_t n = read(STDIN_FILENO, bytes, most);
	if (n <= 0)
		return false;
	decode_feed(&keys->decoder, bytes, (size_t)n);
	keys->heard = clock_monotonic_ms();
	return true;
}

/* Until the patience with what has begun ends, in ms; -1: nothing is timed. */
static int left(const struct keys *keys)
{
	int patience = decode_patience(&keys->decoder);
	int64_t gone = clock_monotonic_ms() - keys->heard;
	return patience < 0 ? -1 : gone >= patience ? 0 : patience - (int)gone;
}

bool keys_next(struct keys *keys, struct key *key)
{
	while (!decode_next(&keys->decoder, key)) {
		if (hear(keys))
			continue;
		if (left(keys) != 0)
			return false;
		decode_give_up(&keys->decoder);
	}
	return true;
}

const char *keys_complaint(struct keys *keys)
{
	unsigned faults = decode_faults(&keys->decoder);
	if (faults & DECODE_CUT)
		return "What was pasted is longer than 4 MiB: its end is missing.";
	if (faults & DECODE_BROKEN)
		return "Bytes that are no UTF-8 came in; each is a replacement sign now.";
	return NULL;
}

bool keys_ready(const struct keys *keys)
{
	struct pollfd in = { .fd = STDIN_FILENO, .events = POLLIN };
	return left(keys) >= 0 || poll(&in, 1, 0) > 0;
}

bool keys_wait(const struct keys *keys, const sigset_t *deliver)
{
	struct pollfd in = { .fd = STDIN_FILENO, .events = POLLIN };
	int ms = left(keys);
	if (ms < 0 || ms > WAKE_MS)
		ms = WAKE_MS;
	struct timespec wake = { .tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000L };
	return ppoll(&in, 1, &wake, deliver) <= 0 || !(in.revents & (POLLHUP | POLLERR | POLLNVAL));
}
