/* SPDX-License-Identifier: MIT */
/*
 * One row for each command, in commands/NAME.c; of those about several rounds in rounds/NAME.c, of
 * those that write the record in record/NAME.c, of an action in action/.
 */
#ifndef REKINDLE_COMMANDS_H
#define REKINDLE_COMMANDS_H

#include "../cli.h"

extern const struct command command_demo, command_new, command_list, command_show, command_open,
	command_interview, command_diagnose, command_compare, command_trend, command_plan,
	command_action, command_gate, command_meeting, command_note, command_audit, command_report,
	command_preview, command_quotes, command_sheet, command_export, command_import,
	command_people, command_seal, command_round, command_check, command_delete,
	command_undelete, command_forget, command_backup, command_restore, command_doctor,
	command_config, command_completion, command_instrument, command_answer, command_answers,
	command_search, command_help;

#define LACKING_ID(name) #name " needs an ID; rekindle list shows them"

#endif
