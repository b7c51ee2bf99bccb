/* SPDX-License-Identifier: MIT */
/*
 * What the files of the plan command share.
 */
#ifndef REKINDLE_PLAN_COMMAND_H
#define REKINDLE_PLAN_COMMAND_H

#include "commands.h"

/* cli->format of plan */
enum plan_format { PLAN_TEXT, PLAN_CSV, PLAN_ICS, PLAN_XLSX, PLAN_JSON, PLAN_PDF };

/* plan_shift.c: what --shift would change, in any case; done is it with --save. */
enum err plan_write_shift(const struct cli *, struct loaded *, struct str *, struct errmsg *why);

#endif
