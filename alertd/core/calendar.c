#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/str.h"
#include "core/parts.h"
#include "escalation/calendar.h"

#define DAY INT64_C(86400)
/* A calendar that fails for so long is told; a rota is made weeks ahead. */
#define PATIENCE 3600
/* That it is well is kept so often: the row has the whole body. */
#define KEPT 900

/* An address may hold a key, so only its hash is kept. */
static void
source_of(const struct rota_conf *conf, char out[HASH_SIZE])
{
	memcpy(out, conf->calendar_id, HASH_SIZE);
}

/* 1 and the shifts, 0 with *e when it is refused, -1. */
static int
read_calendar(struct core *c, const struct rota_conf *conf, const char *text,
    size_t n, int64_t from, int64_t until, struct calendar *out, struct err *e)
{
	struct calendar_team team = {.zone = c->conf->time_zone};
	int r;

	if (core_members(c->store, conf->team, &team.members, e) == -1)
		return -1;
	r = calendar_read(text, n, &team, from, until, out, e) == 0;
	members_clear(&team.members);
	return r;
}

/* Moves what was found. */
static void
take(struct rota *out, struct calendar *k)
{
	duties_clear(&out->calendar);
	out->calendar = k->shifts;
	out->strangers = k->strangers;
	out->stranger = k->stranger;
	out->stranger_at = k->stranger_at;
	*k = (struct calendar){0};
}

int
core_calendar_add(struct core *c, struct rota *out, int64_t from, int64_t until,
    struct err *e)
{
	const struct rota_conf *conf = out->conf;
	struct calendar_state s;
	struct calendar k = {0};
	char source[HASH_SIZE];
	struct err why;
	int r = store_calendar_get(c->store, conf->name, &s, e);

	source_of(conf, source);
	if (r == 1 && s.fetched != TIME_NONE && str_eq(s.source, source)) {
		r = read_calendar(
		    c, conf, s.body, strlen(s.body), from, until, &k, &why);
		if (r == 1)
			take(out, &k);
		else if (r == 0)
			log_warn("rota %s: calendar: %s", conf->name, why.msg);
		else
			err_set(e, "%s", why.msg);
	}
	calendar_state_clear(&s);
	return r == -1 ? -1 : 0;
}

/* --- what a poll has brought ---------------------------------------------- */

/* The state of the calendar, in a transaction; of another address it is new. */
static int
open_state(
    struct core *c, const char *rota, struct calendar_state *s, struct err *e)
{
	const struct rota_conf *conf = config_rota(c->conf, rota);
	char source[HASH_SIZE];

	if (conf == NULL)
		return err_set(e, "there is no rota %s", rota);
	if (store_begin(c->store, e) == -1)
		return -1;
	if (store_calendar_get(c->store, rota, s, e) == -1) {
		calendar_state_clear(s);
		store_rollback(c->store);
		return -1;
	}
	source_of(conf, source);
	if (str_eq(s->source, source))
		return 0;
	xreplace(&s->source, source);
	xreplace(&s->body, "");
	xreplace(&s->why, "");
	s->fetched = s->failing = TIME_NONE;
	s->told = false;
	return 0;
}

/* Stores and releases the state. */
static int
close_state(struct core *c, struct calendar_state *s, int r, struct err *e)
{
	if (r == 0)
		r = store_calendar_put(c->store, s, e);
	calendar_state_clear(s);
	return core_finish(c, r, e);
}

static int
now_well(struct core *c, struct calendar_state *s, int64_t now, struct err *e)
{
	struct alarm a = {ALARM_CALENDAR_WELL, s->rota, NULL};

	s->fetched = now;
	if (s->failing == TIME_NONE)
		return 0;
	log_info("rota %s: the calendar is well again", s->rota);
	s->failing = TIME_NONE;
	xreplace(&s->why, "");
	if (!s->told)
		return 0;
	s->told = false;
	return core_alarm(c, &a, now, e);
}

static int
now_failing(struct core *c, struct calendar_state *s, const char *why,
    int64_t now, struct err *e)
{
	struct alarm a = {ALARM_CALENDAR_FAILING, s->rota, why};

	if (s->failing == TIME_NONE || s->failing > now)
		s->failing = now;
	if (!str_eq(s->why, why))
		log_warn("rota %s: calendar: %s", s->rota, why);
	xreplace(&s->why, why);
	if (s->told || (s->fetched != TIME_NONE && now - s->failing < PATIENCE))
		return 0;
	s->told = true;
	return core_alarm(c, &a, now, e);
}

int
core_calendar_body(struct core *c, const char *rota, const char *text, size_t n,
    int64_t now, struct err *e)
{
	struct calendar_state s;
	struct calendar k = {0};
	struct err why = {""};
	int good, r = open_state(c, rota, &s, e);

	if (r == -1)
		return -1;
	good = read_calendar(c, config_rota(c->conf, rota), text, n, now - DAY,
	    now + 366 * DAY, &k, &why);
	calendar_clear(&k);
	if (good == 1) {
		xreplace(&s.body, text);
		r = now_well(c, &s, now, e);
	} else if (good == 0) {
		r = now_failing(c, &s, why.msg, now, e);
	} else {
		r = err_set(e, "%s", why.msg);
	}
	return close_state(c, &s, r, e) == -1 ? -1 : good;
}

int
core_calendar_same(struct core *c, const char *rota, int64_t now, struct err *e)
{
	struct calendar_state s;
	bool known, fresh;

	if (open_state(c, rota, &s, e) == -1)
		return -1;
	known = s.fetched != TIME_NONE;
	fresh = known && s.failing == TIME_NONE && s.fetched <= now &&
		s.fetched + KEPT > now;
	if (known && !fresh)
		return close_state(c, &s, now_well(c, &s, now, e), e) == -1 ? -1
									    : 1;
	calendar_state_clear(&s);
	return core_finish(c, 0, e) == -1 ? -1 : known;
}

int
core_calendar_failed(struct core *c, const char *rota, const char *why,
    int64_t now, struct err *e)
{
	struct calendar_state s;
	int r = open_state(c, rota, &s, e);

	return r == -1 ? -1
		       : close_state(c, &s, now_failing(c, &s, why, now, e), e);
}
