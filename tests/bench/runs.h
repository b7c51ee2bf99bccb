/* SPDX-License-Identifier: MIT */
/*
 * What a process of its own costs: a program, or a function of ours that stands for the least that
 * would do.
 */
#ifndef REKINDLE_BENCH_RUNS_H
#define REKINDLE_BENCH_RUNS_H

struct run_cost {
	double clock, processor; /* milliseconds; processor: its own and the system's for it */
	double peak;             /* KiB that it had at most at a time */
};

/* Runs to its end; what it prints is not kept. Ends the program when it fails. */
struct run_cost run_program(const char *const arguments[]);
struct run_cost run_function(void (*function)(const void *context), const void *context);

#endif
