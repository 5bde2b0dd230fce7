/*
 * record.h: what a server of the benchmark saw, and when, told on request.
 *
 * Who measures writes lines to standard input and reads one line for each:
 *   reset     forgets what was seen; how many connections are still open
 *   until N   waits until N are counted, then as report
 *   report    what was seen, as JSON; times are CLOCK_MONOTONIC in ns
 *   times     the times of all messages, with how many were counted by each
 * When standard input ends, so does the program.
 */
#ifndef BENCH_RECORD_H
#define BENCH_RECORD_H

#include <stddef.h>
#include <stdint.h>

int64_t record_now(void);
void record_connected(void);
void record_gone(void);
/* The first command of a message came: MAIL. */
void record_begun(void);
/* A message was taken: so many are to be counted, so many were refused. */
void record_taken(size_t counted, size_t refused, size_t bytes);
/* A message was given back whole. */
void record_refused(size_t refused);
/* Reads what is asked for; ends the program at the end of standard input. */
void record_asked(void);

#endif
