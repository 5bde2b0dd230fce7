/*
 * deaths.h: which of the supervisor's programs died lately, of what, and with
 * which message in its hands: one that comes up each time and dies again is
 * found by that. Pure; times are monotonic ms.
 */
#ifndef DEATHS_H
#define DEATHS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DEATHS_KEPT 64 /* the newest; more are forgotten */
#define DEATH_HOW 32

struct death {
	int64_t at;
	const char *name; /* of the program; not owned */
	int64_t pid;
	char how[DEATH_HOW]; /* "signal 11" */
	/* It ended for no reason of its own or of the machine that is known. */
	bool odd;
	/* Who looks up what it held sets these. */
	bool looked;
	int64_t message; /* 0 = none, or not known */
};

struct deaths {
	struct death v[DEATHS_KEPT]; /* a ring */
	size_t n; /* ever added */
};

/* The place of a new one, filled with what is given. */
struct death *deaths_add(struct deaths *l, const char *name, int64_t pid,
    const char *how, bool odd, int64_t mono_ms);
/* The oldest whose message is not looked up; NULL when there is none. */
struct death *deaths_unlooked(struct deaths *l);
/*
 * How many of name there were in the ms before; *last is the newest of name
 * that is kept, or NULL. last may be NULL.
 */
size_t deaths_within(const struct deaths *l, const char *name, int64_t ms,
    int64_t mono_ms, const struct death **last);
/* Those of name so far count no more. */
void deaths_forget(struct deaths *l, const char *name);

#endif
