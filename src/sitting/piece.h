/* SPDX-License-Identifier: MIT */
/*
 * One object of a change that waits to be stored: its copy, and where it stands in the record.
 */
#ifndef SITTING_PIECE_H
#define SITTING_PIECE_H

#include <rekindle/schema.h>
#include <rekindle/texts.h>

/* An object as it was made. Its references are indices of the record as it is loaded now. */
struct piece {
	enum kind kind;
	int64_t parent;
	struct object *object; /* of its kind */
	struct object *tried;  /* the same as it was given to the store last */
	struct uuid id;        /* object_id() */
	struct uuid *refers;   /* by field: the id behind an index */
	int64_t *keys;         /* by field: the key behind it */
	bool stored;           /* before it was changed */
	bool deletes;          /* it is to be deleted, with what cannot be without it */
	bool disputed;         /* another program was first, store_conflicts() */
	bool gone;             /* it, or what it refers to, is not in the record any more: */
	bool erased;           /* and does not come back */
	enum kind lost_kind;
	int64_t lost_key;
	struct uuid lost_id;
};

/* A copy of piece->object, of the record or to be put there, takes its place; in pool. */
void piece_make(struct pool *, struct record *, struct piece *);
/* The object of the record that it is a copy of; NULL: there is none. An answer is put there. */
void *piece_find(struct record *, const struct piece *);
/* Into the record, or out of it; what was there and is not any more stays away. */
void piece_show(struct record *, struct piece *);
/* Every text of it, and what each is called. In pool. */
void piece_texts(const struct record *, const struct piece *, struct pool *, struct texts *what,
	struct texts *text);
/* Its references in a record that was loaded anew, or has lost something. */
void piece_refer(const struct record *, struct piece *);
/* Does it change the object with that id, or something that refers to it? */
bool piece_concerns(const struct piece *, const struct uuid *id);

#endif
