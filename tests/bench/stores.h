/* SPDX-License-Identifier: MIT */
/*
 * Databases to measure with, as the program itself stores them. The same shape gives the same, but
 * for the times that the program sets.
 */
#ifndef REKINDLE_BENCH_STORES_H
#define REKINDLE_BENCH_STORES_H

#include <stdbool.h>

#include <rekindle/record.h>

/* Of so many alliances somebody was heard by the program; what is said in the others is copied
 * straight from these, from table to table, where there are millions of answers. */
#define BENCH_TEMPLATES 10

struct store_shape {
	const char *name; /* of the file */
	int alliances;    /* without a life more than BENCH_TEMPLATES, or one */
	int people;       /* of each of them */
	int heard;        /* of these */
	int answers;      /* of each of those to rated questions, as many as there are at most */
	bool lived;       /* some have a second round, some a plan, all a summary */
};

/* A portfolio of 100 alliances as people have them. */
extern const struct store_shape bench_hundred;

/* The first alliance's first round, not stored. Release it. */
void bench_record(struct record *, const struct store_shape *);
/* The id of that round, as one writes it. */
const char *bench_round(char text[UUID_TEXT]);

/* The name of one of the first alliance's people, from 0. */
#define BENCH_NAME 60
const char *bench_person(int person, char name[BENCH_NAME]);

/*
 * The path of the database in the folder that BENCH_FOLDER names, where it is made unless it is
 * there, of this shape and of what BENCH_STAMP says: that it changes is what makes it anew. Ends
 * the program when it cannot be made.
 */
const char *bench_store(const struct store_shape *, char *path, size_t size);

/* BENCH_FOLDER, or where it is not set a folder that is there. */
const char *bench_folder(void);
/* The day that programs are told. The safety copy of it, which the program makes once a day
 * whatever is done, is taken to be there for the database of that name. */
#define BENCH_TODAY "2026-11-16"
void bench_leave_copy(const char *name);
/* A number from the environment, so that a quick run can do less. */
int bench_number(const char *variable, int usual);

#endif
