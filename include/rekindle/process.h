/* SPDX-License-Identifier: MIT */
/*
 * What the system may keep of this process.
 */
#ifndef REKINDLE_PROCESS_H
#define REKINDLE_PROCESS_H

/* No core file with the words of an interview in it, of this process or of those it starts, and no
 * other process that reads its memory. For good; where the system does not know how, as it was. */
void process_keep_private(void);

#endif
