/* SPDX-License-Identifier: MIT */
/*
 * A field of an object of the audit as a field of a form: what it shows, what it takes.
 */
#ifndef TUI_AUDIT_SLOT_H
#define TUI_AUDIT_SLOT_H

#include "audit.h"
#include "../widgets/fields.h"

union audit_object {
	struct object object;
	struct objective objective;
	struct kpi kpi;
	struct process process;
	struct route route;
	struct risk risk;
	struct incident incident;
	struct contribution contribution;
	struct milestone milestone;
};

struct audit_slot {
	const struct audit_label *label; /* NULL: a heading or an actual */
	const struct field *field;
	const int *meaning; /* of each choice; the pairs of the route test: see audit_slot.c */
	bool reading;       /* an actual of a KPI: */
	int actual;         /* its index, -1 a new one */
	bool changed, taken;
};

/* Add the field to the form, filled from the object. Words and meanings live in pool. */
void audit_slot_add(struct form *, struct audit_slot *, struct pool *, const struct record *,
	const struct audit_label *, const union audit_object *);
/* What the form's field says into the object; NULL, or what is wrong with it. Texts live in the
 * record. */
const char *audit_slot_take(struct record *, const struct audit_slot *, const struct form_field *,
	union audit_object *);
enum route_value audit_slot_value(const struct audit_slot *);
/* The company of who answered the route test, -1 not chosen yet. */
int audit_slot_party(const struct audit_slot *, const struct form_field *);

struct audit_form {
	struct form form;
	struct audit_slot slots[FORM_FIELDS];
	struct pool pool;
	enum kind kind;
	int index;         /* -1: a new one */
	int64_t key;       /* of the object: indices move when the record is loaded anew */
	int template;      /* entry of the catalogue, -1 none */
	struct page about; /* below the form: the question in focus */
	int about_row;
};

/* audit_reading.c: the actuals of a KPI as fields of its form */
void audit_readings_add(struct audit_form *, const struct record *);
void audit_reading_save(struct audit_form *, struct app *, int field);

#endif
