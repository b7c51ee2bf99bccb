/* SPDX-License-Identifier: MIT */
/*
 * A joint edition goes to the other company: two that differ in few people would tell what these
 * said.
 */
#ifndef TUI_JOINT_H
#define TUI_JOINT_H

#include <rekindle/store.h>
#include "../app.h"

/* A joint edition is remembered before anybody is given it, and one of the earlier rounds that it
 * tells of; keep: now. False: it may not be made, and the message row says why. */
bool joint_may_give(struct app *, const struct store_since *, bool keep);

#endif
