/* SPDX-License-Identifier: MIT */
/*
 * The texts of something that waits to be stored, in words that say what each of them is.
 */
#include <string.h>
#include <rekindle/words.h>

#include "piece.h"

/* "the comment of the answer to Rationale", "the name". */
static const char *called(const struct record *record, const struct piece *piece,
	const struct field *field, struct pool *pool)
{
	const char *member = words_member(pool, piece->kind, field);
	struct texts one = { 0 };

	if (piece->kind != KIND_ANSWER)
		return member;
	const struct answer *answer = (const struct answer *)(const void *)piece->object;
	const struct item *item = &record->instrument->items[answer->item];
	texts_add(pool, &one, member);
	return words(pool, W_MEMBERS_OF, hole_list("members", &one),
		hole_text("object",
			words(pool, W_CALLED_ANSWER,
				hole_text("item", item->shorthand ? item->shorthand : item->id))));
}

void piece_texts(const struct record *record, const struct piece *piece, struct pool *pool,
	struct texts *what, struct texts *text)
{
	const struct kind_info *info = &kind_info[piece->kind];

	for (size_t i = 0; i < info->field_count && !piece->deletes; i++) {
		const struct field *field = &info->fields[i];
		const char *said;
		if (!field_is_text(field->type))
			continue;
		memcpy(&said, (const char *)piece->object + field->offset, sizeof(said));
		if (str_blank(said))
			continue;
		texts_add(pool, what, called(record, piece, field, pool));
		texts_add(pool, text, said);
	}
}
