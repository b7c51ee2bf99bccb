/* SPDX-License-Identifier: MIT */
/*
 * What the files of the command sheet share.
 */
#ifndef REKINDLE_CLI_SHEET_H
#define REKINDLE_CLI_SHEET_H

#include <rekindle/sheet.h>
#include "../commands/commands.h"

/* sheet_list.c: who was sent one, what is back, what is missing. */
enum err sheet_list(struct cli *, struct loaded *, struct errmsg *why);

/* sheet_write.c: one sheet, or one for each who was not heard; revoking one. */
enum err sheet_write(struct cli *, struct loaded *, struct errmsg *why);
enum err sheet_revoke(struct cli *, struct loaded *, struct errmsg *why);
/* --format of this command. */
extern const struct vocabulary vocabulary_sheet_format;

/* sheet_read.c: sheet --read */
enum err sheet_read(struct cli *, struct errmsg *why);

/* sheet_files.c: the files that an operand means, "-" itself, in pool: of a folder of mails
 * (maildir), or of any other folder, all that lie in it. *folder: it is one. */
enum err sheet_files(
	struct pool *, const char *path, struct texts *files, bool *folder, struct errmsg *why);

/* sheet_tell.c: what was understood of one reply, as lines and as JSON. */
struct sheet_told {
	const struct sheet_reply *reply;
	const struct exchange *document;
};
void sheet_tell(const struct cli *, struct str *out, const struct sheet_told *);
struct json_t *sheet_tell_json(struct pool *, const struct sheet_told *);

#endif
