/* SPDX-License-Identifier: MIT */
/*
 * Which converters there are, how each is run, and what becomes of what it makes.
 */
#include <rekindle/convert.h>

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <rekindle/file.h>
#include <rekindle/pool.h>
#include <rekindle/program.h>
#include <rekindle/scratch.h>

#define SECONDS 60
#define BYTES_MOST ((size_t)256 << 20)
#define SAID_MOST 200 /* bytes of what it said last */
#define PAGE "page.html"
#define MADE "made"

/* In an argument: the folder of this run. */
#define FOLDER '@'

struct converter {
	enum report_format format;
	const char *name;
	const char *const *arguments; /* behind its name, to NULL */
	bool by_file; /* reads PAGE and writes MADE in the folder, else through pipes; its home is
			 the folder, too */
};

static const char *const weasyprint[] = { "--quiet", "--encoding", "utf-8", "-", "-", NULL };
/* No profile of the user's, no network, no line at the edge of the paper. */
static const char *const chromium[] = { "--headless", "--disable-gpu", "--disable-dev-shm-usage",
	"--no-first-run", "--disable-extensions", "--disable-background-networking",
	"--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND",
	"--no-pdf-header-footer", "--print-to-pdf-no-header", "--user-data-dir=@/profile",
	"--print-to-pdf=@/" MADE, "file://@/" PAGE, NULL };
static const char *const docx[] = { "--from=html", "--to=docx", "--output=-", NULL };

static const char *const pptx[] = { "--from=commonmark+raw_attribute", "--to=pptx",
	"--slide-level=1", "--output=-", NULL };

/* The first that is there is taken. */
static const struct converter converters[] = {
	{ REPORT_PDF, "weasyprint", weasyprint, false },
	{ REPORT_PDF, "chromium", chromium, true },
	{ REPORT_PDF, "chromium-browser", chromium, true },
	{ REPORT_PDF, "google-chrome", chromium, true },
	{ REPORT_DOCX, "pandoc", docx, false },
	{ REPORT_PPTX, "pandoc", pptx, false },
};
#define CONVERTERS (sizeof(converters) / sizeof(*converters))

/* Of a file of the format: how it begins, and who makes it. */
static const struct {
	const char *name, *begins, *programs, *package;
} made_as[REPORT_FORMATS] = {
	[REPORT_PDF] = { "PDF", "%PDF-", "weasyprint or chromium", "weasyprint" },
	[REPORT_DOCX] = { "DOCX", "PK", "pandoc", "pandoc" },
	[REPORT_PPTX] = { "PPTX", "PK", "pandoc", "pandoc" },
};

bool convert_is_for(enum report_format format)
{
	return made_as[format].name != NULL;
}

static const struct converter *find(enum report_format format, struct str *file)
{
	for (size_t i = 0; i < CONVERTERS; i++)
		if (converters[i].format == format && program_find(converters[i].name, file))
			return &converters[i];
	return NULL;
}

static enum err missing(enum report_format format, struct errmsg *why)
{
	return errmsg_set(why, ERR_FAILED,
		"%s is made by %s, which is not installed; install it (on Debian: apt-get install "
		"%s); nothing was written",
		made_as[format].name, made_as[format].programs, made_as[format].package);
}

enum err convert_ready(enum report_format format, struct errmsg *why)
{
	struct str file;

	str_init(&file);
	bool ready = !convert_is_for(format) || find(format, &file);
	str_release(&file);
	return ready ? ERR_NONE : missing(format, why);
}

/* One conversion. */
struct run {
	const struct converter *converter;
	enum report_format format;
	struct pool pool;
	struct str folder, made, said;
};

static const char *in_folder(struct run *run, const char *text)
{
	const char *sign = strchr(text, FOLDER);

	if (!sign)
		return text;
	return pool_printf(
		&run->pool, "%.*s%s%s", (int)(sign - text), text, run->folder.text, sign + 1);
}

static const char **arguments_of(struct run *run)
{
	const char **arguments = NULL;
	size_t count = 0;

	*POOL_APPEND(&run->pool, arguments, count) = run->converter->name;
	/* as root a browser refuses its sandbox; the page is ours, and has neither script nor link
	 */
	if (run->converter->by_file && getuid() == 0)
		*POOL_APPEND(&run->pool, arguments, count) = "--no-sandbox";
	for (const char *const *at = run->converter->arguments; *at; at++)
		*POOL_APPEND(&run->pool, arguments, count) = in_folder(run, *at);
	*POOL_APPEND(&run->pool, arguments, count) = NULL;
	return arguments;
}

static const char *variable(struct run *run, const char *name, const char *value)
{
	return pool_printf(&run->pool, "%s=%s", name, value ? value : "");
}

static const char **environment_of(struct run *run)
{
	const char **environment = NULL, *home = getenv("HOME");
	size_t count = 0;

	*POOL_APPEND(&run->pool, environment, count) = variable(run, "PATH", getenv("PATH"));
	*POOL_APPEND(&run->pool, environment, count) =
		variable(run, "HOME", run->converter->by_file ? run->folder.text : home);
	*POOL_APPEND(&run->pool, environment, count) = variable(run, "TMPDIR", run->folder.text);
	*POOL_APPEND(&run->pool, environment, count) = "LC_ALL=C.UTF-8";
	*POOL_APPEND(&run->pool, environment, count) = NULL;
	return environment;
}

/* The last line that it said, which names the fault behind a list of where it was. */
static const char *last_said(struct run *run)
{
	char *copy = pool_strdup(&run->pool, run->said.len ? run->said.text : ""), *rest = copy;
	const char *last = "nothing";

	for (char *line; (line = strsep(&rest, "\r\n"));)
		if (!str_blank(line))
			last = line;
	return last;
}

static enum err not_made(struct run *run, struct errmsg *why)
{
	return errmsg_set(why, ERR_FAILED,
		"%s did not make the %s, and nothing was written; it says: %.*s",
		run->converter->name, made_as[run->format].name, SAID_MOST, last_said(run));
}

static enum err late(struct run *run, struct errmsg *why)
{
	return errmsg_set(why, ERR_FAILED,
		"%s was not done with the %s after %d seconds, and was ended; nothing was written",
		run->converter->name, made_as[run->format].name, SECONDS);
}

static enum err stopped(struct run *run, struct errmsg *why)
{
	return errmsg_set(
		why, ERR_FAILED, "%s was interrupted; nothing was written", run->converter->name);
}

static enum err judge(struct run *run, enum program_end end, struct errmsg *why)
{
	const char *begins = made_as[run->format].begins;

	if (end == PROGRAM_LATE)
		return late(run, why);
	if (end == PROGRAM_STOPPED)
		return stopped(run, why);
	if (end != PROGRAM_DONE || run->made.len < strlen(begins) ||
		memcmp(run->made.text, begins, strlen(begins)) != 0)
		return not_made(run, why);
	return ERR_NONE;
}

static enum program_end start(struct run *run, const char *file, const struct str *input)
{
	const struct program program = { file, arguments_of(run), environment_of(run), SECONDS };

	return program_run(&program, input, &run->made, &run->said);
}

static enum err through_pipes(
	struct run *run, const char *file, const struct str *text, struct errmsg *why)
{
	return judge(run, start(run, file, text), why);
}

static enum err through_files(
	struct run *run, const char *file, const struct str *text, struct errmsg *why)
{
	const char *page = pool_printf(&run->pool, "%s/" PAGE, run->folder.text);
	const char *made = pool_printf(&run->pool, "%s/" MADE, run->folder.text);
	struct str none;
	enum err err = file_write_safely(page, text->text, text->len, false, why);

	if (err != ERR_NONE)
		return err;
	str_init(&none);
	enum program_end end = start(run, file, &none);
	str_release(&none);
	str_clear(&run->made);
	if (end == PROGRAM_DONE && file_read(made, BYTES_MOST, &run->made, NULL))
		str_clear(&run->made);
	return judge(run, end, why);
}

static enum err run_in_folder(
	struct run *run, const char *file, struct str *text, struct errmsg *why)
{
	enum err err = scratch_make(&run->folder, why);

	if (err != ERR_NONE)
		return err;
	err = (run->converter->by_file ? through_files : through_pipes)(run, file, text, why);
	scratch_remove(pool_printf(&run->pool, "%s/" PAGE, run->folder.text));
	return err;
}

static enum err run_converter(struct run *run, struct str *text, struct errmsg *why)
{
	struct str file;

	str_init(&file);
	run->converter = find(run->format, &file);
	enum err err = run->converter ? run_in_folder(run, file.text, text, why)
				      : missing(run->format, why);
	if (err == ERR_NONE) {
		str_clear(text);
		str_addn(text, run->made.text, run->made.len);
	}
	str_release(&file);
	return err;
}

enum err convert(struct str *text, enum report_format format, struct errmsg *why)
{
	struct run run = { .format = format };
	sigset_t before;

	if (!convert_is_for(format))
		return ERR_NONE;
	str_init(&run.folder);
	str_init(&run.made);
	str_init(&run.said);
	program_hold(&before);
	scratch_sweep(); /* of those that were killed */
	enum err err = run_converter(&run, text, why);
	program_release(&before);
	str_release(&run.said);
	str_release(&run.made);
	str_release(&run.folder);
	pool_release(&run.pool);
	return err;
}
