/* SPDX-License-Identifier: MIT */
/*
 * The plan as a workbook, in the making: what its sheets share.
 */
#ifndef REKINDLE_EXCHANGE_PLAN_XLSX_H
#define REKINDLE_EXCHANGE_PLAN_XLSX_H

#include "xlsx.h"

#include <rekindle/edition.h>
#include <rekindle/plan.h>

struct plan_book {
	struct xlsx x;
	const struct record *rec;
	const struct plan *plan; /* what the edition shows */
	enum edition edition;
	int today;
	struct pool pool;
};

/* A sheet each. */
void plan_sheet_phase(struct plan_book *, int phase); /* 1 to PLAN_PHASES */
void plan_sheet_gates(struct plan_book *);
void plan_sheet_kpis(struct plan_book *);
void plan_sheet_readings(struct plan_book *);
void plan_sheet_gantt(struct plan_book *);

#endif
