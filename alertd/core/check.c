#include <stdlib.h>

#include "base/attr.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/str.h"
#include "conf/ways.h"
#include "core/check.h"
#include "core/looks.h"
#include "core/parts.h"
#include "core/slow.h"
#include "outbox/outbox.h"
#include "store/checks.h"
#include "store/reported.h"

/* Between two checks more than this is a stop, a stall or a new clock. */
#define GAP (3 * LIMIT_CHECK_EVERY)
/* A worker is given so many answers' time for a message. */
#define ANSWERS 20
/* The clock may differ by so much from one check to the next: seconds. */
#define CLOCK_SLACK 60

static int64_t
give_up(const struct config *conf, enum channel channel)
{
	return channel == CHANNEL_SMS ? conf->sms.give_up : conf->mail.give_up;
}

/* How long a worker may be about one message before it hangs. */
static int64_t
patience(const struct config *conf, enum channel channel)
{
	int64_t most = conf->mail.timeout * ANSWERS;

	if (channel == CHANNEL_SMS) {
		most = 0;
		for (size_t i = 0; i < conf->sms.n_gateways; i++)
			most += 2 * conf->sms.gateways[i].timeout;
	}
	return most < LIMIT_CHECK_HELD ? LIMIT_CHECK_HELD : most;
}

/* --- workers -------------------------------------------------------------- */

static bool
is_among(const struct workers *l, int64_t pid)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->pid[i] == pid)
			return true;
	return false;
}

static void
hangs(struct self_check *s, int64_t pid)
{
	if (s->hung.n < LENGTH(s->hung.pid) && !is_among(&s->hung, pid))
		s->hung.pid[s->hung.n++] = pid;
}

/* What h holds, when its worker is neither dead nor hangs. */
static void
check_holder(const struct core *c, struct self_check *s, const struct holder *h,
    struct faults *found, int64_t *lost, int64_t now)
{
	/* Nobody could work while the machine slept; the clock may lie, too. */
	int64_t since = h->since > s->steady ? h->since : s->steady;

	for (enum channel ch = CHANNEL_MAIL; ch <= CHANNEL_SMS; ch++) {
		char *span, name[64];

		if (!is_among(&s->alive[ch], h->worker))
			continue;
		if (now - since <= patience(c->conf, ch))
			return;
		span = format_duration(now - since);
		snprintf(
		    name, sizeof(name), "worker %lld", (long long)h->worker);
		faults_add(found, name,
		    xasprintf("worker alertd-%s[%lld] has been about one "
			      "message for %s: it is replaced",
			channel_name(ch), (long long)h->worker, span));
		free(span);
		hangs(s, h->worker);
		return;
	}
	*lost += h->n;
}

static int
recover(struct core *c, const struct self_check *s, struct err *e)
{
	int64_t alive[LENGTH(s->alive) * LENGTH(s->alive[0].pid)];
	size_t n = 0;

	for (size_t ch = 0; ch < LENGTH(s->alive); ch++)
		for (size_t i = 0; i < s->alive[ch].n; i++)
			alive[n++] = s->alive[ch].pid[i];
	return outbox_recover(c->store, c->conf->sms.on_unknown, alive, n, e) ==
		       -1
		   ? -1
		   : 0;
}

static int
check_holders(struct core *c, struct self_check *s, const struct holders *held,
    struct faults *found, int64_t now, struct err *e)
{
	int64_t lost = 0;

	for (size_t i = 0; i < held->n; i++)
		check_holder(c, s, &held->v[i], found, &lost, now);
	if (lost == 0)
		return 0;
	faults_add(found, "dead worker",
	    xasprintf("%lld messages were in the hands of a worker that is "
		      "gone: they are given back",
		(long long)lost));
	return recover(c, s, e);
}

/* What is down, as we were told. */
static int
look_down(struct core *c, struct self_check *s, struct faults *found,
    int64_t now, struct err *e)
{
	(void)c;
	(void)now;
	(void)e;
	for (size_t i = 0; i < s->down.n; i++)
		faults_add(
		    found, s->down.v[i].name, xstrdup(s->down.v[i].what));
	return 0;
}

/* --- the outbox ----------------------------------------------------------- */

static bool
holds(const struct holders *held, int64_t pid)
{
	for (size_t i = 0; i < held->n; i++)
		if (held->v[i].worker == pid)
			return true;
	return false;
}

/* Workers without a message while there are some for them, for a minute. */
static void
check_idle(struct self_check *s, enum channel channel,
    const struct holders *held, bool waits)
{
	const struct workers *w = &s->alive[channel];

	for (size_t i = 0; waits && s->waited[channel] && i < w->n; i++)
		if (!holds(held, w->pid[i]))
			hangs(s, w->pid[i]);
	s->waited[channel] = waits;
}

static int
check_waiting(struct core *c, struct self_check *s, enum channel channel,
    const struct holders *held, struct faults *found, int64_t now,
    struct err *e)
{
	bool waits = false, paced = false;

	/* What waited while nobody could take it is taken now. */
	if (now - s->steady >= LIMIT_CHECK_WAIT &&
	    store_outbox_waits(
		c->store, channel, now - LIMIT_CHECK_WAIT, &waits, e) == -1)
		return -1;
	if (waits &&
	    core_rates_wait(c->store, c->conf, channel, &paced, e) == -1)
		return -1;
	waits = waits && !paced;
	check_idle(s, channel, held, waits);
	if (waits)
		faults_add(found,
		    channel == CHANNEL_SMS ? "sms waits" : "mail waits",
		    xasprintf("%s that is due has had no worker for more than "
			      "%d minutes%s",
			channel_name(channel), LIMIT_CHECK_WAIT / 60,
			s->alive[channel].n == 0 && !s->reading ? ": none runs"
								: ""));
	return 0;
}

static int
check_aged(struct core *c, const struct self_check *s, enum channel channel,
    struct faults *found, int64_t now, struct err *e)
{
	int64_t n = 0;

	if (now - s->steady >= LIMIT_CHECK_AGED &&
	    store_outbox_aged(c->store, channel,
		now - give_up(c->conf, channel) - LIMIT_CHECK_AGED, &n,
		e) == -1)
		return -1;
	if (n > 0)
		faults_add(found,
		    channel == CHANNEL_SMS ? "sms aged" : "mail aged",
		    xasprintf("%lld messages by %s are still queued after "
			      "%s.give_up",
			(long long)n, channel_name(channel),
			channel_name(channel)));
	return 0;
}

/*
 * The channel was switched off with messages in the queue. They wait for it to
 * be on again as long as for a relay; then no worker is there to give up.
 */
static int
check_off(struct core *c, const struct self_check *s, enum channel channel,
    struct faults *found, int64_t now, struct err *e)
{
	const char *name = channel_name(channel);
	char *why;
	int n = 0;

	if (s->reading)
		return check_aged(c, s, channel, found, now, e);
	if (now - s->steady < LIMIT_CHECK_AGED)
		return 0;
	why = xasprintf(
	    "%s is off, and was for longer than %s.give_up", name, name);
	n = store_outbox_end(c->store, channel,
	    now - give_up(c->conf, channel) - LIMIT_CHECK_AGED, why, now, e);
	if (n > 0)
		faults_add(found,
		    channel == CHANNEL_SMS ? "sms off" : "mail off",
		    xasprintf("%d messages are not sent: %s", n, why));
	free(why);
	return n == -1 ? -1 : 0;
}

/*
 * Nothing of the channel gets through, and has not for a while. One that is
 * not well is told in the log: the others do its work.
 */
static int
check_ways(struct core *c, enum channel channel, struct faults *found,
    int64_t now, struct err *e)
{
	const struct way *last = NULL;
	struct ways l = {0};
	char when[RFC3339_SIZE];
	int r = core_ways(c->store, c->conf, channel, &l, e);

	for (size_t i = 0; i < l.n; i++) {
		if (l.v[i].state == WAY_WELL) {
			last = NULL;
			break;
		}
		if (last == NULL || l.v[i].since > last->since)
			last = &l.v[i];
	}
	if (r == 0 && last != NULL && now - last->since > LIMIT_CHECK_LATE)
		faults_add(found,
		    channel == CHANNEL_SMS ? "gateways" : "relays",
		    xasprintf("no %s has taken %s since %s, the last one: %s",
			channel == CHANNEL_SMS ? "gateway" : "relay",
			channel == CHANNEL_SMS ? "an SMS" : "a mail",
			format_rfc3339(last->since, when), last->why));
	ways_clear(&l);
	return r;
}

static int
check_channels(struct core *c, struct self_check *s, const struct holders *held,
    struct faults *found, int64_t now, struct err *e)
{
	int r = 0;

	for (enum channel ch = CHANNEL_MAIL; r == 0 && ch <= CHANNEL_SMS;
	     ch++) {
		if (!config_sends(c->conf, ch)) {
			r = check_off(c, s, ch, found, now, e);
			continue;
		}
		r = check_waiting(c, s, ch, held, found, now, e);
		if (r == 0)
			r = check_aged(c, s, ch, found, now, e);
		if (r == 0)
			r = check_ways(c, ch, found, now, e);
	}
	return r;
}

static int
check_lost(struct core *c, const struct self_check *s, struct faults *found,
    int64_t now, struct err *e)
{
	const char *end = s->reading ? "" : ": they are due again";
	int64_t lost = 0;
	int n = s->reading ? store_outbox_lost(c->store, &lost, e)
			   : store_outbox_mend(
				 c->store, c->conf->sms.on_unknown, now, e);

	lost = n > 0 ? n : lost;
	if (n != -1 && lost > 0)
		faults_add(found, "lost",
		    xasprintf("%lld messages had recipients whom no worker "
			      "would have found%s",
			(long long)lost, end));
	return n == -1 ? -1 : 0;
}

/* Who looks by hand does not know which workers live. */
static int
look_outbox(struct core *c, struct self_check *s, struct faults *found,
    int64_t now, struct err *e)
{
	struct holders held = {0};
	int r = store_holders(c->store, &held, e);

	s->hung.n = 0;
	if (r == 0 && !s->reading)
		r = check_holders(c, s, &held, found, now, e);
	if (r == 0)
		r = check_channels(c, s, &held, found, now, e);
	if (r == 0)
		r = check_lost(c, s, found, now, e);
	free(held.v);
	return r;
}

/* --- the result ----------------------------------------------------------- */

/* All of it, for who is paged sees what was told last. */
static int
tell(struct core *c, const struct faults *found, int64_t now, struct err *e)
{
	struct strv all = {0};
	char *text;
	int r;

	for (size_t i = 0; i < found->n; i++)
		strv_add(&all, found->v[i].what);
	text = strv_join(&all, "; ");
	r = core_alarm(
	    c, &(struct alarm){ALARM_SELF_CHECK, NULL, text}, now, e);
	free(text);
	strv_clear(&all);
	return r;
}

/* Who was told of faults hears that they are over, when all are forgotten. */
static int
keep(struct core *c, const struct self_check *s, const struct faults *found,
    int64_t now, struct err *e)
{
	bool news = false;
	int64_t known = 0;
	int gone = store_faults_forget(
	    c->store, now - LIMIT_CHECK_FORGET, now, e);
	int r = gone;

	for (size_t i = 0; r != -1 && i < found->n; i++) {
		r = store_fault_put(c->store, &found->v[i], now, e);
		news = news || r == 1;
	}
	if (r == -1 ||
	    store_check_put(c->store, s->started, now, found->n == 0, e) ==
		-1 ||
	    store_faults_known(c->store, &known, e) == -1)
		return -1;
	if (news)
		return tell(c, found, now, e);
	return gone > 0 && known == 0
		   ? core_alarm_over(c, ALARM_SELF_CHECK, "", now, e)
		   : 0;
}

/* Whether the one before found something. */
static int
failed_before(struct core *c, bool *failed, struct err *e)
{
	struct check_state before;
	int r = store_check_get(c->store, &before, e);

	*failed = r == 1 && before.at != before.passed;
	check_state_clear(&before);
	return r == -1 ? -1 : 0;
}

/* The trail comes after what looks at its newest records. */
static const struct {
	const char *name;
	look_fn *look;
} looks[] = {
    {"incidents", look_incidents},
    {"recipients", look_recipients},
    {"order", look_order},
    {"pages", look_pages},
    {"outbox", look_outbox},
    {"workers", look_down},
    {"feeds", look_feeds},
    {"turn", look_turn},
    {"trail", look_trail},
    {"past", look_past},
};

const char *
core_look_name(size_t i)
{
	return i < LENGTH(looks) ? looks[i].name : NULL;
}

int
core_look(struct core *c, struct self_check *s, size_t i, struct faults *found,
    int64_t now, struct err *e)
{
	return looks[i].look(c, s, found, now, e);
}

static int
look(struct core *c, struct self_check *s, int64_t now, struct err *e)
{
	struct faults found = {0};
	bool failed = false;
	int r = failed_before(c, &failed, e);

	for (size_t i = 0; r == 0 && i < LENGTH(looks); i++)
		r = looks[i].look(c, s, &found, now, e);
	if (r == 0)
		r = keep(c, s, &found, now, e);
	s->passed = r == 0 && found.n == 0;
	if (s->passed && failed)
		log_info("self-check: well again");
	if (found.n > 0)
		c->queued++; /* the workers look at what was put right */
	faults_clear(&found);
	return r;
}

/*
 * The clock against the one that nobody can set: how much further it went, in
 * seconds. A turn that took its time moves both.
 */
static int64_t
clock_set(const struct self_check *s, int64_t now)
{
	int64_t off;

	if (s->mono_ms == 0 || s->last_mono == 0)
		return 0;
	off = now - s->last - (s->mono_ms - s->last_mono) / 1000;
	return off > CLOCK_SLACK || off < -CLOCK_SLACK ? off : 0;
}

/* Of no fault of ours, and past: told with what wakes nobody. */
static int
tell_clock(struct core *c, int64_t off, int64_t now, struct err *e)
{
	char *span = format_duration(off < 0 ? -off : off), *about;
	const char *why = off < 0 ? "the clock was set back"
				  : "the clock was set forward, or the machine "
				    "slept";
	int r;

	about = xasprintf("%s%s", off < 0 ? "-" : "+", span);
	r = core_alarm(c, &(struct alarm){ALARM_CLOCK_SET, about, why}, now, e);
	free(about);
	free(span);
	return r;
}

/*
 * What was reported goes on record, and a part of the past is read. Not in the
 * transaction: see store_through().
 */
static int
look_back(struct core *c, struct self_check *s, int64_t now, struct err *e)
{
	enum store_fault f;

	s->damage.msg[0] = '\0';
	if (store_reported_record(c->store, now, &s->damage) == 0 &&
	    store_through(c->store, &s->past, &s->damage) == 0)
		return 0;
	f = store_fault(c->store);
	/* Where all of the disk fails, what comes next says so. */
	if (f == STORE_CORRUPT || f == STORE_IO)
		return 0;
	return err_set(e, "%s", s->damage.msg);
}

int
core_check(struct core *c, struct self_check *s, int64_t now, struct err *e)
{
	int64_t off = clock_set(s, now), seq = s->seq;
	int r;

	if (now < s->last || now - s->last > GAP || off != 0)
		s->steady = now;
	s->passed = false;
	if (look_back(c, s, now, e) == -1 || store_begin(c->store, e) == -1)
		return -1;
	r = off == 0 ? 0 : tell_clock(c, off, now, e);
	if (r == 0)
		r = core_same_store(c, now, e);
	if (r == 0)
		r = look(c, s, now, e);
	if (core_finish(c, r, e) == 0) {
		/* While none could be stored, no worker could take anything. */
		s->last = now;
		s->last_mono = s->mono_ms;
		core_same_stored(c);
		return 0;
	}
	s->passed = false;
	s->hung.n = 0;
	s->seq = seq;
	return -1;
}
