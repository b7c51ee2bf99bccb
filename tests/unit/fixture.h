/* SPDX-License-Identifier: MIT */
/*
 * The alliance of tests/data/one-round.json: ten people, one full round, nothing planned yet.
 */
#ifndef REKINDLE_TESTS_FIXTURE_H
#define REKINDLE_TESTS_FIXTURE_H

#include <check.h>
#include <rekindle/exchange.h>
#include <rekindle/file.h>
#include <rekindle/str.h>

#define ONE_ROUND "tests/data/one-round.json"

/* Read; release with exchange_release(). The text, which it points into, stays. */
static inline void fixture_one_round(struct exchange *out)
{
	static struct str text;
	struct errmsg why = { "" };

	if (!text.text) {
		str_init(&text);
		ck_assert_msg(!file_read(ONE_ROUND, 1 << 20, &text, &why), "%s", why.text);
	}
	ck_assert_msg(!exchange_read(text.text, text.len, ONE_ROUND, out, &why), "%s", why.text);
}

#endif
