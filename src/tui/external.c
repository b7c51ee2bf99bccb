/* SPDX-License-Identifier: MIT */
/*
 * An editor or a pager of the user's, in our terminal.
 */
#include "terminal.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <rekindle/scratch.h>
#include <rekindle/utf8.h>

static const char *editor(void)
{
	static const char *const variables[] = { "VISUAL", "EDITOR" };
	for (size_t i = 0; i < 2; i++) {
		const char *named = getenv(variables[i]);
		if (named && *named)
			return named;
	}
	return "vi";
}

/* Through the shell, for the variable may hold options; the file name is passed, never pasted in.
 */
static int run(const char *command, const char *path)
{
	void (*quit)(int) = signal(SIGQUIT, SIG_IGN); /* Ctrl-\ there is not for us */
	pid_t child = fork();
	if (child == 0) {
		sigset_t none;
		sigemptyset(&none);
		sigprocmask(SIG_SETMASK, &none, NULL);
		signal(SIGINT, SIG_DFL);
		signal(SIGQUIT, SIG_DFL);
		struct str line;
		str_init(&line);
		str_addf(&line, "%s \"$1\"", command);
		execl("/bin/sh", "sh", "-c", line.text, "sh", path, (char *)NULL);
		_exit(127);
	}
	int status = -1;
	while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
	signal(SIGQUIT, quit);
	return child > 0 && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void add_heading(struct str *out, const char *heading)
{
	while (*heading) {
		size_t n = strcspn(heading, "\n");
		str_addf(out, "# %.*s\n", (int)n, heading);
		heading += n + (heading[n] == '\n');
	}
}

static bool read_back(const char *path, struct str *text)
{
	struct str raw;
	FILE *in = fopen(path, "r");
	if (!in)
		return false;
	str_init(&raw);
	char *line = NULL;
	size_t room = 0;
	bool heading = true;
	for (ssize_t n; (n = getline(&line, &room, in)) > 0;) {
		heading = heading && line[0] == '#';
		if (!heading)
			str_addn(&raw, line, (size_t)n);
	}
	free(line);
	fclose(in);
	while (raw.len && raw.text[raw.len - 1] == '\n')
		str_delete(&raw, raw.len - 1, 1);
	str_clear(text);
	utf8_repair(text, raw.text, raw.len);
	str_release(&raw);
	return true;
}

static bool with_file(const char *command, const char *content, size_t n, struct str *back)
{
	struct str path;
	str_init(&path);
	bool ok = scratch_write(content, n, &path, NULL) == ERR_NONE;
	terminal_leave();
	ok = ok && run(command, path.text) == 0;
	if (ok && back)
		ok = read_back(path.text, back);
	if (path.len)
		scratch_remove(path.text);
	str_release(&path);
	return ok;
}

/* An empty file takes nothing away: as with a commit, it is more often a slip than a wish. */
static bool came_back(struct app *app, const struct str *text, const struct str *back)
{
	if (!str_blank(back->text) || str_blank(text->text))
		return true;
	app_warn(app, "%s", words_plain(W_EDITOR_LEFT_NOTHING));
	return false;
}

bool terminal_edit(struct app *app, const char *heading, struct str *text)
{
	struct str content, back;
	str_init(&content);
	str_init(&back);
	add_heading(&content, heading);
	str_addn(&content, text->text, text->len);
	bool ok = with_file(editor(), content.text, content.len, &back);
	terminal_return(app);
	if (!ok)
		app_warn(app, "%s",
			words(&app->said, W_EDITOR_FAILED, hole_text("editor", editor())));
	ok = ok && came_back(app, text, &back);
	if (ok)
		str_set(text, back.text);
	str_release(&content);
	str_release(&back);
	return ok;
}

void terminal_page(struct app *app, const char *text)
{
	const char *pager = getenv("PAGER");
	bool ok = with_file(!str_blank(pager) ? pager : TUI_PAGER, text, strlen(text), NULL);
	terminal_return(app);
	if (!ok)
		app_warn(app, "%s", words_plain(W_PAGER_FAILED));
}
