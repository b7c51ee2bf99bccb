/* SPDX-License-Identifier: MIT */
/*
 * A field of an object of the audit as a field of a form: what it shows, what it takes.
 */
#ifndef TUI_AUDIT_SLOT_H
#define TUI_AUDIT_SLOT_H

#include "audit.h"
#include "../widgets/form_screen.h"

union audit_object {
	struct object object;
	struct objective objective;
	struct kpi kpi;
	struct process process;
	struct route route;
	struct risk risk;
	struct event event;
	struct incident incident;
	struct contribution contribution;
	struct milestone milestone;
};

/* A field's row is its struct audit_label; NULL: an actual of the KPI, key: its own, 0 a new one.
 */
struct audit_form {
	struct form form;
	enum kind kind;
	int index;    /* -1: a new one */
	int64_t key;  /* of the object: indices move when the record is loaded anew */
	int template; /* entry of the catalogue, -1 none */
};

/* Add the member to the form, as it is in the object. */
void audit_slot_add(struct form *, const struct record *, const struct audit_label *,
	const union audit_object *);
/* Why the field cannot be kept as it stands; NULL: it can. */
const char *audit_slot_complaint(struct record *, const struct form_field *);
/* What it says, into the object. Texts live in the record. */
void audit_slot_take(struct record *, const struct form_field *, union audit_object *);
enum route_value audit_slot_value(const struct field *);
/* The company of who answered the route test, -1 not chosen yet. */
int audit_slot_party(const struct form_field *);

/* audit_reading.c: the actuals of a KPI as fields of its form */
void audit_readings_add(struct audit_form *, const struct record *);
const char *audit_reading_complaint(
	const struct audit_form *, struct app *, const struct form_field *);
/* Durable; false: the message row says why not. */
bool audit_reading_keep(struct audit_form *, struct app *, struct form_field *);

#endif
