/* A calendar: its shifts of a year, and who is on call by them. */
#include <string.h>

#include "base/str.h"
#include "escalation/calendar.h"
#include "invariant.h"
#include "target.h"

#define FROM INT64_C(1798761600) /* 2027-01-01 */
#define UNTIL (FROM + 366 * 86400)

static struct calendar_team team = {.zone = "Europe/Copenhagen"};

static int
check_shifts(const struct calendar *c, struct err *e)
{
	const struct duty *v = c->shifts.v;

	for (size_t i = 0; i < c->shifts.n; i++) {
		if (v[i].from >= v[i].until || v[i].from >= UNTIL ||
		    v[i].until <= FROM)
			return err_set(e, "a shift outside the time");
		if (members_named(&team.members, v[i].who) == NULL)
			return err_set(
			    e, "\"%s\" is not of the team", v[i].who);
		if (i > 0 && v[i - 1].from > v[i].from)
			return err_set(e, "shifts out of order");
	}
	if ((c->strangers > 0) != (c->stranger != NULL))
		return err_set(e, "strangers without a name");
	if (c->stranger != NULL &&
	    !utf8_valid(c->stranger, strlen(c->stranger)))
		return err_set(e, "a stranger who is no UTF-8");
	return 0;
}

/* From end to end without a hole, each piece another than the one before. */
static int
check_spans(const struct rota *r, struct err *e)
{
	struct duties l = {0};
	int64_t at = FROM;
	int rc = 0;

	rota_spans(r, FROM, UNTIL, &l);
	for (size_t i = 0; rc == 0 && i < l.n; i++) {
		if (l.v[i].from != at || l.v[i].until <= at)
			rc = err_set(e, "a hole between spans");
		else if (!str_eq(rota_at(r, at).who, l.v[i].who))
			rc = err_set(e, "span and moment differ");
		at = l.v[i].until;
	}
	if (rc == 0 && at != UNTIL)
		rc = err_set(e, "the spans end early");
	duties_clear(&l);
	return rc;
}

int
run_ical(const struct target *t, const char *s, size_t n, struct err *e)
{
	static const struct rota_conf conf;
	struct calendar c;
	struct rota r;
	struct err said = {""};
	int rc;

	(void)t;
	if (team.members.n == 0) {
		members_add(&team.members, "Anna Holm", "anna@example.dk");
		members_add(&team.members, "Jens Lund", "jens@example.dk");
	}
	if (calendar_read(s, n, &team, FROM, UNTIL, &c, &said) == -1)
		return c.shifts.n == 0 && c.stranger == NULL
			   ? check_error(&said, e)
			   : err_set(e, "a refused one left shifts");
	rota_init(&r, &conf);
	rc = check_shifts(&c, e);
	for (size_t i = 0; i < c.shifts.n; i++)
		duties_add(&r.calendar, c.shifts.v[i].who, &c.shifts.v[i]);
	if (rc == 0)
		rc = check_spans(&r, e);
	rota_clear(&r);
	calendar_clear(&c);
	return rc;
}
