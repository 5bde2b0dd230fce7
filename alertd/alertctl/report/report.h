/*
 * report.h: the proof of an incident: what came in, what went out, who was
 * told when, and whether the promise was kept. It is read once; what would be
 * a row for each municipality and notice is read again for each use, and never
 * held.
 */
#ifndef ALERTCTL_REPORT_REPORT_H
#define ALERTCTL_REPORT_REPORT_H

#include "alertctl/ctl.h"
#include "proof/course.h"
#include "store/arrivals.h"
#include "store/audit.h"
#include "store/history.h"
#include "store/messages.h"
#include "store/receipts.h"

/* A call about it, with who was paged. */
struct told_call {
	struct call call;
	struct people people;
};

struct proof {
	struct incident i;
	char *reference;
	int64_t now; /* when it is read */
	int64_t published, seen; /* the first report; TIME_NONE: none */
	struct notices notices; /* with pages, which have number 0 */
	struct course_notice *v; /* the numbered ones alone */
	size_t n;
	struct spreads spreads; /* the same */
	struct report_lines reports;
	struct audits acts; /* what was done about it */
	struct told_call *calls;
	size_t n_calls;
	struct strv on_call; /* "vagt: Anna", at the opening */
	struct asked_list asked;
	struct deliveries failed; /* of notices to municipalities, vendors */
	struct strv unsent; /* municipalities meant for no notice */
	struct promise promise;
	char *largest_org; /* name of whom the largest gap is; "" */
	struct strv untold, over_missing, broken; /* names */
};

/* Reads it all: 0 or an exit status that was told. Release in both cases. */
int proof_read(struct ctl *c, const char *arg, struct proof *p);
void proof_clear(struct proof *p);
bool proof_open(const struct proof *p);
/* The first notice of the list of that number, or NULL. */
const struct spread *proof_spread(const struct proof *p, int number);

/* A municipality with what reached it: cells[k] is of p->v[k]. */
struct stay {
	char *org, *name;
	struct arrival *cells; /* recipients 0: nothing was queued for it */
	struct course course;
};

typedef int stay_fn(const struct proof *p, const struct stay *s, void *arg);
/* Calls fn for each municipality that was meant, by code; one is held. */
int proof_each(struct ctl *c, const struct proof *p, stay_fn *fn, void *arg,
    struct err *e);

/* The forms. Each returns 0, or -1 with *e. */
int proof_tell(
    struct ctl *c, const struct proof *p, bool html, bool print, struct err *e);
int proof_csv(struct ctl *c, const struct proof *p, struct err *e);
int proof_json(struct ctl *c, const struct proof *p, struct err *e);

/* report --unreached. */
int run_unreached(struct ctl *c, const char *arg);

#endif
