/* SPDX-License-Identifier: MIT */
/*
 * Reports as files of office programs: report_write() writes what an installed converter reads,
 * weasyprint or a Chromium for PDF, pandoc for DOCX and PPTX; which of them is there is found out
 * each time.
 */
#ifndef REKINDLE_CONVERT_H
#define REKINDLE_CONVERT_H

#include <stdbool.h>
#include <rekindle/err.h>
#include <rekindle/report.h>
#include <rekindle/str.h>

/* Is it for a converter, and no text? */
bool convert_is_for(enum report_format);
/* Is there a converter for it? ERR_FAILED: none, and which package has one. Any other format needs
 * none. For before anything is read or remembered. */
enum err convert_ready(enum report_format, struct errmsg *why);
/*
 * Replace what report_write() has written by what a converter makes of it; another format stays as
 * it is. The converter reads it from a pipe, or from a file in a folder that nobody else can look
 * into, gets little of our environment, is ended after a minute, and writes to us alone.
 * ERR_FAILED: it did not; text is then of no use. A signal that ends us comes once all is put in
 * order.
 */
enum err convert(struct str *text, enum report_format, struct errmsg *why);

#endif
