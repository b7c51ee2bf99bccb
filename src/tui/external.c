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

#include <rekindle/edited.h>
#include <rekindle/scratch.h>

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
static void become(const char *command, const char *path)
{
	sigset_t none;
	struct str line;
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	signal(SIGINT, SIG_DFL);
	signal(SIGQUIT, SIG_DFL);
	str_init(&line);
	str_addf(&line, "%s \"$1\"", command);
	execl("/bin/sh", "sh", "-c", line.text, "sh", path, (char *)NULL);
	_exit(127);
}

/* What ends us ends the child: it is told so, and we are once it has ended. */
static int wait_for(pid_t child, const sigset_t *heard)
{
	int status = -1, ended = 0;
	while (waitpid(child, &status, WNOHANG) == 0) {
		int number = sigwaitinfo(heard, NULL);
		if (number == SIGHUP || number == SIGTERM) {
			ended = number;
			kill(child, SIGHUP);
		}
	}
	if (ended)
		raise(ended);
	return status;
}

/* Its exit status, -1: it did not end by itself. mark: what its file is for, or NULL. */
static int run(const char *command, const char *path, const char *mark)
{
	void (*quit)(int) = signal(SIGQUIT, SIG_IGN); /* Ctrl-\ there is not for us */
	sigset_t heard, before;
	sigemptyset(&heard);
	sigaddset(&heard, SIGCHLD);
	sigaddset(&heard, SIGHUP);
	sigaddset(&heard, SIGTERM);
	sigprocmask(SIG_BLOCK, &heard, &before);
	if (mark)
		scratch_mark(path, (int)getpid(), mark, NULL);
	pid_t child = fork();
	if (child == 0)
		become(command, path);
	if (child > 0 && mark)
		scratch_mark(path, (int)child, mark, NULL);
	int status = child > 0 ? wait_for(child, &heard) : -1;
	sigprocmask(SIG_SETMASK, &before, NULL);
	signal(SIGQUIT, quit);
	return child > 0 && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* Does the program end? Then what the editor has written is what there is. */
static bool is_ending(void)
{
	sigset_t pending;
	sigpending(&pending);
	return sigismember(&pending, SIGHUP) || sigismember(&pending, SIGTERM);
}

static void add_heading(struct str *out, const char *heading)
{
	while (*heading) {
		size_t n = strcspn(heading, "\n");
		str_addf(out, "# %.*s\n", (int)n, heading);
		heading += n + (heading[n] == '\n');
	}
}

static bool with_file(
	const char *command, const char *content, size_t n, const char *mark, struct str *back)
{
	struct str path;
	str_init(&path);
	bool ok = scratch_write(content, n, &path, NULL) == ERR_NONE;
	terminal_leave();
	ok = ok && (run(command, path.text, mark) == 0 || is_ending());
	if (ok && back)
		ok = edited_read(path.text, back);
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

bool terminal_edit(struct app *app, const char *heading, const char *mark, struct str *text)
{
	struct str content, back;
	str_init(&content);
	str_init(&back);
	add_heading(&content, heading);
	str_addn(&content, text->text, text->len);
	bool ok = with_file(editor(), content.text, content.len, mark, &back);
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
	bool ok = with_file(!str_blank(pager) ? pager : TUI_PAGER, text, strlen(text), NULL, NULL);
	terminal_return(app);
	if (!ok)
		app_warn(app, "%s", words_plain(W_PAGER_FAILED));
}
