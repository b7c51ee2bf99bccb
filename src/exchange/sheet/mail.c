/* SPDX-License-Identifier: MIT */
/*
 * A file as messages, each as the texts that may hold a sheet: parts of a mail at any depth, its
 * attachments, or the file itself.
 */
#include "header.h"

#include <string.h>
#include <strings.h>

#define DEPTH_MOST 20

/* A message on its way into its parts. */
struct opening {
	struct pool *pool;
	struct sheet_letter *letter;
	const char *name;
	int numbered; /* of its parts so far */
};

/* A stretch of the file. */
struct stretch {
	const char *text;
	size_t n;
	int line; /* of the file on which it begins */
};

static int count_lines(const char *text, size_t n)
{
	int lines = 0;
	for (size_t i = 0; i < n; i++)
		lines += text[i] == '\n';
	return lines;
}

static struct stretch behind(const struct stretch *all, size_t skip)
{
	return (struct stretch){ all->text + skip, all->n - skip,
		all->line + count_lines(all->text, skip) };
}

/* Lines end in LF, as in every text; there is no NUL. */
static char *even(struct pool *pool, const char *text, size_t n, size_t *length)
{
	char *out = pool_alloc(pool, n + 1), *to = out;
	for (size_t i = 0; i < n; i++) {
		if (text[i] == '\r' && i + 1 < n && text[i + 1] == '\n')
			continue;
		*to++ = text[i] == '\r' ? '\n' : text[i] ? text[i] : ' ';
	}
	*length = (size_t)(to - out);
	return out;
}

static struct sheet_part *add_part(struct opening *o, const char *text, size_t n)
{
	struct sheet_letter *letter = o->letter;
	struct sheet_part *part = POOL_APPEND(o->pool, letter->parts, letter->part_count);
	*part = (struct sheet_part){ .name = o->name, .first = 1 };
	part->text = even(o->pool, text, n, &part->n);
	return part;
}

/* The bytes of a part as they were sent; true: its lines are those of the file, by origin. */
static bool decode_body(struct opening *o, const struct stretch *body, const char *encoding,
	struct str *bytes, struct origin *origin)
{
	if (header_is(encoding, "base64")) {
		decode_base64(body->text, body->n, bytes);
		return false;
	}
	if (header_is(encoding, "quoted-printable"))
		decode_quoted(body->text, body->n, body->line, o->pool, bytes, origin);
	else
		str_addn(bytes, body->text, body->n);
	return true;
}

static void add_html(struct opening *o, const struct str *text)
{
	struct str plain;
	str_init(&plain);
	decode_html(text->text, &plain);
	struct sheet_part *part = add_part(o, plain.text, plain.len);
	part->name = pool_printf(o->pool, "%s (HTML)", o->name);
	part->html = true;
	str_release(&plain);
}

/* A text, or a file that may be one. */
static void take_text(
	struct opening *o, const struct stretch *body, const char *type, const char *encoding)
{
	struct str bytes, text;
	struct origin origin = { 0 };
	str_init(&bytes);
	str_init(&text);
	bool there = decode_body(o, body, encoding, &bytes, &origin);
	decode_charset(bytes.text, bytes.len, header_parameter(o->pool, type, "charset"), &text);
	const char *format = header_parameter(o->pool, type, "format");
	const char *glue = header_parameter(o->pool, type, "delsp");
	o->numbered++;
	if (header_is(type, "text/html")) {
		add_html(o, &text);
	} else {
		struct sheet_part *part = add_part(o, text.text, text.len);
		part->origin = origin;
		part->first = there ? body->line : 1;
		if (!there)
			part->name = pool_printf(o->pool, "%s (part %d)", o->name, o->numbered);
		part->glues =
			format && !strcasecmp(format, "flowed") && glue && !strcasecmp(glue, "yes");
	}
	str_release(&text);
	str_release(&bytes);
}

static void take_entity(struct opening *o, const struct stretch *entity, int depth);

/* Does the line begin or end a part? 0 neither, 1 it begins one, 2 it is the end of all. */
static int is_boundary(const char *line, size_t n, const char *boundary)
{
	size_t length = strlen(boundary);
	if (n < length + 2 || strncmp(line, "--", 2) || strncmp(line + 2, boundary, length))
		return 0;
	return n >= length + 4 && !strncmp(line + 2 + length, "--", 2) ? 2 : 1;
}

static void take_parts(
	struct opening *o, const struct stretch *body, const char *boundary, int depth)
{
	struct stretch part = { 0 };
	int line = body->line;
	for (size_t at = 0, step; at < body->n; at += step) {
		step = header_line(body->text + at, body->n - at);
		int mark = is_boundary(body->text + at, step, boundary);
		line++;
		if (!mark)
			part.n += step;
		if (part.text && (mark || at + step >= body->n))
			take_entity(o, &part, depth + 1);
		if (mark == 2)
			return;
		if (mark)
			part = (struct stretch){ body->text + at + step, 0, line };
	}
}

/* The empty line between header and body. */
static struct stretch body_of(const struct stretch *entity, size_t head)
{
	bool empty = head < entity->n && entity->text[head] == '\n';
	return behind(entity, head + empty);
}

static void take_entity(struct opening *o, const struct stretch *entity, int depth)
{
	size_t head = header_bytes(entity->text, entity->n);
	struct stretch body = body_of(entity, head);
	const char *type = header_get(o->pool, entity->text, head, "Content-Type");
	const char *encoding = header_get(o->pool, entity->text, head, "Content-Transfer-Encoding");
	const char *boundary = header_parameter(o->pool, type, "boundary");
	const char *date = header_get(o->pool, entity->text, head, "Date");
	if (depth > DEPTH_MOST)
		return;
	if (date && !o->letter->sent)
		o->letter->sent = moment_mail(date);
	if (header_is(type, "multipart/") && boundary && *boundary)
		take_parts(o, &body, boundary, depth);
	else if (header_is(type, "message/rfc822") && !header_is(encoding, "base64"))
		take_entity(o, &body, depth + 1);
	else if (!type || header_is(type, "text/") || header_is(type, "application/"))
		take_text(o, &body, type, encoding);
}

/* Does the text begin with the header of a mail? */
static bool is_mail(const char *text, size_t n)
{
	static const char *const names[] = { "From", "Received", "Return-Path", "MIME-Version",
		"Content-Type", "Delivered-To", "Message-ID" };
	struct pool pool = { 0 };
	size_t head = header_bytes(text, n);
	bool any = false;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names) && !any; i++)
		any = header_get(&pool, text, head, names[i]);
	pool_release(&pool);
	return any;
}

static struct sheet_letter *add_letter(
	struct sheet_letters *letters, struct pool *pool, const char *name, struct opening *o)
{
	struct sheet_letter *letter = POOL_APPEND(pool, letters->list, letters->count);
	*o = (struct opening){ .pool = pool, .letter = letter, .name = name };
	return letter;
}

static bool begins_message(const char *text, size_t at, size_t n)
{
	bool behind_empty = at == 0 || (text[at - 1] == '\n' && (at == 1 || text[at - 2] == '\n'));
	return behind_empty && n - at > 5 && !strncmp(text + at, "From ", 5) &&
		is_mail(text + at + header_line(text + at, n - at),
			n - at - header_line(text + at, n - at));
}

static void open_mails(const struct stretch *all, const char *name, struct pool *pool,
	struct sheet_letters *letters)
{
	struct opening o;
	struct stretch mail = *all;
	int line = 1;
	for (size_t at = 0; at < all->n;) {
		at += header_line(all->text + at, all->n - at);
		line++;
		if (at < all->n && !begins_message(all->text, at, all->n))
			continue;
		mail.n = (size_t)(all->text + at - mail.text);
		add_letter(letters, pool, name, &o);
		take_entity(&o, &mail, 0);
		mail = (struct stretch){ all->text + at, 0, line };
	}
}

void mail_open(const char *bytes, size_t n, const char *name, struct pool *pool,
	struct sheet_letters *letters)
{
	struct opening o;
	struct str text;
	struct stretch all = { .line = 1 };
	*letters = (struct sheet_letters){ 0 };
	all.text = even(pool, bytes, n, &all.n);
	if (is_mail(all.text, all.n)) {
		open_mails(&all, name, pool, letters);
		return;
	}
	str_init(&text);
	decode_charset(bytes, n, NULL, &text);
	add_letter(letters, pool, name, &o);
	if (is_mail(text.text, text.len)) { /* saved in UTF-16 */
		all.text = even(pool, text.text, text.len, &all.n);
		take_entity(&o, &all, 0);
	} else {
		add_part(&o, text.text, text.len);
	}
	str_release(&text);
}
