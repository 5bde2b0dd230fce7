#include <stdlib.h>

#include "base/mem.h"
#include "store/arrivals.h"
#include "store/queue.h"
#include "store/sql.h"

#define TAKEN DELIVERY_TAKEN("d.")
/* In the order of struct arrived. */
#define ARRIVED                                                            \
	"count(*), count(" TAKEN "), sum(d.state = 'delivered'),"          \
	" sum(d.state = 'failed'), sum(d.state IN ('queued', 'sending'))," \
	" sum(d.state = 'superseded'), sum(d.state = 'cancelled'),"        \
	" sum(d.state = 'unknown'),"                                       \
	" min(" TAKEN "), max(" TAKEN "),"                                 \
	" min(CASE WHEN m.channel = 'mail' THEN " TAKEN " END),"           \
	" min(CASE WHEN m.channel = 'sms' THEN " TAKEN " END)"

static void
read_arrived(const struct sql *q, int col, struct arrived *a)
{
	*a = (struct arrived){
	    .recipients = sql_int(q, col),
	    .reached = sql_int(q, col + 1),
	    .delivered = sql_int(q, col + 2),
	    .failed = sql_int(q, col + 3),
	    .waiting = sql_int(q, col + 4),
	    .superseded = sql_int(q, col + 5),
	    .cancelled = sql_int(q, col + 6),
	    .unknown = sql_int(q, col + 7),
	    .first = sql_time(q, col + 8),
	    .last = sql_time(q, col + 9),
	    .mail = sql_time(q, col + 10),
	    .sms = sql_time(q, col + 11),
	};
}

void
arrival_clear(struct arrival *a)
{
	free(a->org);
	free(a->name);
	free(a->answer);
	*a = (struct arrival){0};
}

int
store_arrivals(
    struct store *s, int64_t incident, arrival_fn *fn, void *arg, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "arrivals",
	    "SELECT m.org, max(m.org_name), m.number, coalesce(max(CASE"
	    " WHEN d.state IN ('failed', 'unknown') THEN " D_ANSWER
	    " END), '')," ARRIVED
	    " FROM message m CROSS JOIN delivery d ON " D_IN_M
	    " WHERE m.incident = ? AND m.number > 0"
	    " AND m.audience = 'municipality' GROUP BY m.org, m.number"
	    " ORDER BY m.org, m.number",
	    "i", incident);
	while ((r = sql_step(&q)) == 1) {
		struct arrival a = {.org = sql_text(&q, 0),
		    .name = sql_text(&q, 1),
		    .number = sql_small(&q, 2),
		    .answer = sql_text(&q, 3)};

		read_arrived(&q, 4, &a.a);
		r = fn(&a, arg);
		arrival_clear(&a);
		if (r == -1)
			break;
	}
	sql_close(&q);
	return r;
}

void
spreads_clear(struct spreads *l)
{
	free(l->v);
	*l = (struct spreads){0};
}

int
store_spreads(
    struct store *s, int64_t incident, struct spreads *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "spreads",
	    "SELECT m.number, count(DISTINCT CASE"
	    " WHEN m.audience = 'municipality' THEN m.org END),"
	    " count(DISTINCT CASE WHEN m.audience = 'municipality' AND " TAKEN
	    " IS NOT NULL THEN m.org END), " ARRIVED " FROM message m"
	    " CROSS JOIN delivery d ON " D_IN_M " WHERE m.incident = ?"
	    " AND m.number > 0 GROUP BY m.number ORDER BY m.number",
	    "i", incident);
	while ((r = sql_step(&q)) == 1) {
		struct spread *p;

		out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
		p = &out->v[out->n++];
		*p = (struct spread){.number = sql_small(&q, 0),
		    .municipalities = sql_int(&q, 1),
		    .told = sql_int(&q, 2)};
		read_arrived(&q, 3, &p->a);
	}
	sql_close(&q);
	return r;
}

int
store_heard(struct store *s, int64_t incident, int64_t *published,
    int64_t *seen, struct err *e)
{
	struct sql q;
	int r;

	*published = *seen = TIME_NONE;
	sql_open(&q, s, e, "heard",
	    "SELECT min(r.published), min(r.seen) FROM event e"
	    " JOIN report r ON r.event = e.id WHERE e.incident = ?",
	    "i", incident);
	if ((r = sql_step(&q)) == 1) {
		*published = sql_time(&q, 0);
		*seen = sql_time(&q, 1);
	}
	sql_close(&q);
	return r == -1 ? -1 : 0;
}

int
store_calls_about(
    struct store *s, int64_t incident, struct calls *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "calls.about",
	    "SELECT id FROM call WHERE incident = ? ORDER BY id", "i",
	    incident);
	while ((r = sql_step(&q)) == 1) {
		struct call c;

		if (store_call_get(s, sql_int(&q, 0), &c, e) != 1) {
			r = -1;
			break;
		}
		out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
		out->v[out->n++] = c;
	}
	sql_close(&q);
	return r;
}
