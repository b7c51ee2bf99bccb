/* SPDX-License-Identifier: MIT */
/*
 * The folder of safety copies: names, what is there, what was left behind.
 */
#include "care_private.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <rekindle/date.h>

#define END ".db"
#define TEMPORARY ".rekindle-" /* file_beside() */

void shelf_place(struct str *place, const char *database)
{
	char *real = realpath(database, NULL);
	str_add(place, real ? real : database);
	free(real);
}

static size_t folder_length(const char *place)
{
	const char *slash = strrchr(place, '/');
	return slash ? (size_t)(slash + 1 - place) : 0;
}

void shelf_folder(struct str *folder, const char *database)
{
	struct str place;
	str_init(&place);
	shelf_place(&place, database);
	str_addn(folder, place.text, folder_length(place.text));
	str_add(folder, "backups");
	str_release(&place);
}

/* What its copies begin with: "NAME-" of NAME.db. Of a name that ends otherwise "NAME.-", so that
 * two databases of one folder never share copies. */
static void add_stem(struct str *stem, const char *database)
{
	struct str place;
	str_init(&place);
	shelf_place(&place, database);
	const char *name = place.text + folder_length(place.text);
	size_t n = strlen(name), end = strlen(END);
	bool usual = n > end && !strcmp(name + n - end, END);
	str_addn(stem, name, usual ? n - end : n);
	str_add(stem, usual ? "-" : ".-");
	str_release(&place);
}

void shelf_copy(struct str *path, const char *database, int day)
{
	char text[DATE_TEXT];
	shelf_folder(path, database);
	str_addc(path, '/');
	add_stem(path, database);
	str_addf(path, "%s" END, date_iso(day, text));
}

/* The day of a copy's name, DATE_NONE of any other. */
static int day_of(const char *name, const struct str *stem)
{
	char text[DATE_TEXT] = "";
	int day;
	if (strlen(name) != stem->len + DATE_TEXT - 1 + strlen(END) ||
		strncmp(name, stem->text, stem->len) ||
		strcmp(name + stem->len + DATE_TEXT - 1, END))
		return DATE_NONE;
	memcpy(text, name + stem->len, DATE_TEXT - 1);
	return date_parse(text, &day) ? day : DATE_NONE;
}

static int by_day(const void *a, const void *b)
{
	const struct shelf_copy *one = a, *two = b;
	return (one->day < two->day) - (one->day > two->day);
}

size_t shelf_list(const char *database, struct pool *pool, struct shelf_copy **copies)
{
	struct str folder, stem;
	size_t count = 0;
	*copies = NULL;
	str_init(&folder);
	str_init(&stem);
	shelf_folder(&folder, database);
	add_stem(&stem, database);
	DIR *open = opendir(folder.text);
	for (struct dirent *entry; open && (entry = readdir(open));) {
		int day = day_of(entry->d_name, &stem);
		if (day != DATE_NONE)
			*POOL_APPEND(pool, *copies, count) = (struct shelf_copy){ day,
				pool_printf(pool, "%s/%s", folder.text, entry->d_name) };
	}
	if (open)
		closedir(open);
	if (count)
		qsort(*copies, count, sizeof(**copies), by_day);
	str_release(&folder);
	str_release(&stem);
	return count;
}

#define WAIT_MS 10000
#define STEP_MS 20

/* Whoever writes one holds a lock on it until it has its name: without a lock nobody does any more.
 */
static bool is_made(int file, bool wait)
{
	const struct timespec step = { .tv_nsec = STEP_MS * 1000000L };
	bool got = flock(file, LOCK_EX | LOCK_NB) == 0;
	for (int waited = 0; wait && !got && waited < WAIT_MS; waited += STEP_MS) {
		nanosleep(&step, NULL);
		got = flock(file, LOCK_EX | LOCK_NB) == 0;
	}
	return got;
}

/* By the name that it had: where it has another one now there is nothing to remove. */
static void remove_if_left(int folder, const char *name, bool wait)
{
	int file = openat(folder, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	if (file < 0)
		return;
	if (is_made(file, wait))
		unlinkat(folder, name, 0);
	close(file);
}

static void sweep(const char *database, bool wait)
{
	struct str folder;
	str_init(&folder);
	shelf_folder(&folder, database);
	DIR *open = opendir(folder.text);
	for (struct dirent *entry; open && (entry = readdir(open));)
		if (!strncmp(entry->d_name, TEMPORARY, strlen(TEMPORARY)))
			remove_if_left(dirfd(open), entry->d_name, wait);
	if (open)
		closedir(open);
	str_release(&folder);
}

void shelf_sweep(const char *database)
{
	sweep(database, false);
}

void shelf_settle(const char *database)
{
	sweep(database, true);
}
