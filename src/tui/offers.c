/* SPDX-License-Identifier: MIT */
/*
 * What can be done now: what the screen on top offers, and behind it what every list has.
 */
#include "app.h"

#include <string.h>

/* Where the rows are gone over, the keys that every list has work though nobody names them. */
static const enum act of_lists[] = { ACTION_PAGE_DOWN, ACTION_PAGE_UP, ACTION_FIRST, ACTION_LAST,
	ACTION_HALF_DOWN, ACTION_HALF_UP };
static const enum act of_search[] = { ACTION_SEARCH, ACTION_SEARCH_NEXT, ACTION_SEARCH_BEFORE };

static bool writes(const struct screen *screen)
{
	return screen->ops->text && screen->ops->text(screen);
}

bool offers_act(const struct screen *screen, enum act action)
{
	const enum act *offer = screen->ops->offers(screen);
	for (int groups = 0; groups < OFFER_GROUPS; offer++) {
		if (*offer == ACTION_NONE)
			groups++;
		else if (*offer == action)
			return true;
	}
	return false;
}

bool offers_rows(const struct screen *screen)
{
	return !writes(screen) && offers_act(screen, ACTION_DOWN);
}

static bool taken(const struct offers *offers, const struct key *key)
{
	for (size_t i = 0; i < offers->count; i++)
		if (action_has_key(offers->act[i], key))
			return true;
	return false;
}

static bool any_key_free(const struct offers *offers, enum act action)
{
	struct key key = { .code = KEY_NONE };
	for (int i = 0; (key.code = action_key(action, i)) != KEY_NONE; i++)
		if (!taken(offers, &key))
			return true;
	return false;
}

static void add(struct offers *offers, enum act action)
{
	if (offers->count < OFFERS_MOST)
		offers->act[offers->count++] = action;
}

static void add_common(struct offers *offers, const enum act *common, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (any_key_free(offers, common[i]))
			add(offers, common[i]);
}

void offers_of(const struct screen *screen, struct offers *offers)
{
	const enum act *offer = screen->ops->offers(screen);
	offers->count = 0;
	for (int groups = 0; groups < OFFER_GROUPS; offer++) {
		if (*offer == ACTION_NONE)
			groups++;
		else
			add(offers, *offer);
	}
	if (offers_rows(screen))
		add_common(offers, of_lists, sizeof(of_lists) / sizeof(*of_lists));
	if (!writes(screen) && seek_can(screen))
		add_common(offers, of_search, sizeof(of_search) / sizeof(*of_search));
}

static unsigned mode_of(const struct screen *screen)
{
	return writes(screen) ? MODE_TEXT : MODE_NAV;
}

enum act offers_key(const struct screen *screen, const struct key *key, bool can)
{
	struct offers offers;
	offers_of(screen, &offers);
	for (size_t i = 0; i < offers.count; i++)
		if ((action_table[offers.act[i]].mode & mode_of(screen)) &&
			action_has_key(offers.act[i], key) && app_can(screen, offers.act[i]) == can)
			return offers.act[i];
	return ACTION_NONE;
}
