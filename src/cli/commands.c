/* SPDX-License-Identifier: MIT */
/*
 * The commands in the order of the help. Each is a row in a file of its own.
 */
#include "commands/commands.h"

const struct command *const commands[] = {
	&command_demo,
	&command_new,
	&command_list,
	&command_show,
	&command_open,
	&command_interview,
	&command_check,
	&command_answer,
	&command_diagnose,
	&command_compare,
	&command_trend,
	&command_plan,
	&command_action,
	&command_gate,
	&command_meeting,
	&command_audit,
	&command_report,
	&command_preview,
	&command_quotes,
	&command_export,
	&command_import,
	&command_people,
	&command_round,
	&command_seal,
	&command_delete,
	&command_undelete,
	&command_forget,
	&command_backup,
	&command_restore,
	&command_doctor,
	&command_instrument,
	&command_help,
	NULL,
};
