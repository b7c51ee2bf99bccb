/* SPDX-License-Identifier: MIT */
/*
 * The forms of the plan: an action, a gate, a joint objective, the workshop, the charter, a point
 * of the agreement. A sheet is a table of rows; each row is a member of the sheet's object, or what
 * stands beside it (an owner of a side, what success is for a side).
 */
#ifndef TUI_SHEET_H
#define TUI_SHEET_H

#include "../widgets/form_screen.h"
#include "plan_view.h"

enum sheet_row_kind {
	ROW_FIELD,   /* the member of that name */
	ROW_OWNER,   /* one row a party */
	ROW_SUCCESS, /* one row a party */
};

struct sheet_row {
	enum plan_sheet sheet;
	enum sheet_row_kind kind;
	const char *field; /* name in schema.h */
	const char *label, *hint;
	bool box; /* text of many lines */
};
extern const struct sheet_row sheet_rows[];
extern const size_t sheet_row_count;

/* What a sheet is about; found anew after every reload. */
struct sheet {
	enum plan_sheet sheet;
	int index;   /* in the record; gate number */
	int64_t key; /* of the object, 0: one that is always there */
};

/* The action of a sheet as the plan has it; NULL for other sheets. */
const struct planned_action *sheet_planned(struct app *, const struct sheet *);
/* Two members that are chosen otherwise than by their type: the KPI, and now or later. */
bool sheet_is_kpi(const struct sheet_row *);
/* The meaning of the action's own KPI where the round's bank lists none such. */
int sheet_kpi_kept(const struct record *);
bool sheet_is_when(const struct sheet_row *);
/* Who is chosen as owner of that side, what is said of success for it; NULL nobody, nothing. */
enum kind sheet_owner_kind(const struct sheet *);
struct owner *sheet_owner(const struct record *, const struct sheet *, int party);
struct success *sheet_success(const struct record *, int party);

enum kind sheet_kind(enum plan_sheet);
/* The object, NULL where nothing is recorded yet (a gate). */
void *sheet_object(const struct sheet *, const struct record *);
/* Add the row to the form as it now is; party: of a row that each has. */
void sheet_add(
	struct form *, struct app *, const struct sheet *, const struct sheet_row *, int party);
/* Why the field cannot be kept as it stands; NULL: it can. */
const char *sheet_complaint(struct app *, const struct sheet *, const struct form_field *);
/* Make what the field says durable; false: the message row says why not. */
bool sheet_keep(struct app *, const struct sheet *, const struct form_field *);

#endif
