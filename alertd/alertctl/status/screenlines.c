/* The screen of status as lines. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "alertctl/ui/countdown.h"
#include "alertctl/send/decide.h"
#include "alertctl/status/facts.h"
#include "alertctl/status/health.h"
#include "alertctl/send/keeper.h"
#include "alertctl/ui/out.h"
#include "alertctl/send/progress.h"
#include "alertctl/send/running.h"
#include "alertctl/status/screen.h"
#include "base/buf.h"
#include "base/mem.h"

/* What is told of as not well. */
struct troubles {
	struct sheet lines;
	size_t n;
};

static void trouble(struct troubles *t, const char *fmt, ...) ATTR_PRINTF(2, 3);

static void
trouble(struct troubles *t, const char *fmt, ...)
{
	char *text;
	va_list ap;

	va_start(ap, fmt);
	text = xvasprintf(fmt, ap);
	va_end(ap);
	t->n++;
	sheet_take(&t->lines, PAINT_LOUD, _("PROBLEM"), text);
}

/* --- incidents ------------------------------------------------------------ */

static const char *const states[] = {
    [INCIDENT_PENDING] = N_("PENDING"),
    [INCIDENT_OPEN] = N_("OPEN"),
    [INCIDENT_RESOLVED] = N_("resolved"),
    [INCIDENT_DISMISSED] = N_("dismissed"),
    [INCIDENT_RETRACTED] = N_("retracted"),
};

static enum paint
paint_of(const struct incident *i)
{
	if (i->state == INCIDENT_PENDING)
		return PAINT_LOUD;
	return i->planned || i->state != INCIDENT_OPEN ? PAINT_WAIT : PAINT_BAD;
}

static void
add_head(const struct ctl *c, const struct incident *i, struct sheet *out)
{
	char *reference = incident_reference(i, c->conf->notices.reference);
	const char *exercise = i->kind == KIND_EXERCISE ? _("EXERCISE, ") : "";

	if (i->service[0] != '\0')
		sheet_add(out, paint_of(i), _(states[i->state]),
		    _("%s  %s%s of %s: %s"), reference, exercise,
		    _(effect_name(i->effect)), i->service, i->title);
	else
		sheet_add(out, paint_of(i), _(states[i->state]),
		    _("%s  %s%s: %s"), reference, exercise,
		    _(effect_name(i->effect)), i->title);
	free(reference);
}

/* The countdown, and how it has been. */
static void
add_times(const struct ctl *c, const struct incident *i, int64_t now,
    struct sheet *out)
{
	int64_t next = next_notice(i, c->conf);
	char when[WHEN_SIZE], span[WHEN_SIZE], left[COUNTDOWN_SIZE];
	struct buf b;

	buf_init(&b, 1024);
	if (next != TIME_NONE && next > now)
		buf_addf(&b, _("next notice in %s, at %s; "),
		    countdown(next - now, left), out_clock(next, now, when));
	else if (next != TIME_NONE)
		buf_addf(&b, _("NEXT NOTICE DUE since %s; "),
		    countdown(now - next, left));
	if (i->since != TIME_NONE)
		buf_addf(&b, _("since %s (%s), "),
		    out_clock(i->since, now, when),
		    out_span(now - i->since, span));
	buf_addf(&b, tr_n("%d notice", "%d notices", i->notices), i->notices);
	sheet_take(out, PAINT_NONE, "", buf_steal(&b));
}

static void
add_incident(const struct ctl *c, struct screen *s, size_t k, int64_t now,
    struct sheet *out)
{
	const struct incident *i = &s->live.v[k];
	const struct call *call = open_call_of(&s->calls, i->id);
	char *hint = decide_hint(i), *how;

	add_head(c, i, out);
	if (i->state == INCIDENT_PENDING) {
		sheet_add(out, PAINT_LOUD, _("DECIDE"), "%s", hint);
		sheet_add(out, PAINT_NONE, "", "%s", i->reason);
	}
	add_times(c, i, now, out);
	if (i->notices > 0) {
		how = progress_sentence(
		    &s->newest[k], now, s->holder != LOCK_NOBODY);
		sheet_add(
		    out, PAINT_NONE, "", _("notice %d: %s"), i->notices, how);
		free(how);
	}
	if (call != NULL)
		call_add(&s->calls, call, i, out);
	free(hint);
}

/* What waits for a decision comes first. */
static void
add_incidents(
    const struct ctl *c, struct screen *s, int64_t now, struct sheet *out)
{
	for (size_t i = 0; i < s->live.n; i++)
		if (s->live.v[i].state == INCIDENT_PENDING)
			add_incident(c, s, i, now, out);
	for (size_t i = 0; i < s->live.n; i++)
		if (s->live.v[i].state != INCIDENT_PENDING)
			add_incident(c, s, i, now, out);
}

/* What somebody typed and did not send. */
static size_t
add_drafts(const struct screen *s, int64_t now, struct sheet *out)
{
	size_t n = 0;
	char when[WHEN_SIZE];

	for (size_t i = 0; i < s->drafts.n; i++) {
		const struct draft *d = &s->drafts.v[i];
		char *what;

		if (keep_in_use(d))
			continue;
		n++;
		what = keep_label(d);
		out_clock(d->at, now, when);
		if (d->incident == 0)
			sheet_add(out, PAINT_WAIT, _("DRAFT"),
			    _("%s (%s, %s) is NOT SENT: alertctl send --draft, "
			      "or alertctl drafts drop %" PRId64),
			    what, d->owner, when, d->id);
		else
			sheet_add(out, PAINT_WAIT, _("DRAFT"),
			    _("%s (%s, %s) is NOT SENT: alertctl update "
			      "%" PRId64 ", or alertctl drafts drop %" PRId64),
			    what, d->owner, when, d->incident, d->id);
		free(what);
	}
	return n;
}

/* --- what is not well ----------------------------------------------------- */

/* What alertd found when it looked at itself; nothing when it does not run. */
static void
find_check(const struct ctl *c, const struct screen *s, int64_t now,
    struct troubles *t)
{
	char when[WHEN_SIZE];

	if (!s->running || s->check.at == TIME_NONE)
		return;
	for (size_t i = 0; i < s->shut.n; i++)
		sheet_add(&t->lines, PAINT_NONE, _("sandbox"),
		    _("%s; all works without it, see SECURITY in alertd(8)"),
		    s->shut.v[i]);
	for (size_t i = 0; i < s->faults.n; i++)
		trouble(t, _("self-check: %s"), s->faults.v[i].what);
	if (!check_fresh(s->check.at, now))
		trouble(t,
		    _("alertd has not looked at itself since %s: its log says "
		      "why"),
		    out_when(s->check.at, when));
	if (s->check.ping_error[0] != '\0' && *c->conf->deadman.url != '\0')
		trouble(t,
		    _("deadman.url does not answer: %s; \"alertctl config "
		      "check --online\" says more"),
		    s->check.ping_error);
}

/* Whether a mail and an SMS of our own arrive. */
static void
find_truth(const struct ctl *c, const struct screen *s, struct troubles *t)
{
	const struct truth_conf *conf = &c->conf->truth;
	const bool on[] = {
	    [CHANNEL_MAIL] = conf->mail.n > 0, [CHANNEL_SMS] = conf->sms.n > 0};
	char when[WHEN_SIZE];

	for (enum channel ch = CHANNEL_MAIL; ch <= CHANNEL_SMS; ch++)
		if (on[ch] && s->truth[ch].late)
			trouble(t,
			    _("the test by %s, sent on %s, has not arrived"),
			    out_channel(ch), out_when(s->truth[ch].sent, when));
}

static void
find_feeds(const struct screen *s, int64_t now, struct troubles *t)
{
	for (size_t i = 0; i < s->feeds.n; i++) {
		const struct feed_state *f = &s->feeds.v[i];
		char *health;

		if (f->health.state == HEALTH_OK)
			continue;
		health = health_sentence(f, now);
		trouble(t, _("feed %s is %s: alertctl feed test %s; %s"),
		    f->feed, feed_health_name(f->health.state), f->feed,
		    health_remedy(f));
		sheet_add(&t->lines, PAINT_NONE, _("feed"), "%s: %s", f->feed,
		    health);
		free(health);
	}
}

static void
find_ways(const struct screen *s, int64_t now, struct troubles *t)
{
	for (enum channel ch = CHANNEL_MAIL; ch <= CHANNEL_SMS; ch++)
		for (size_t i = 0; i < s->ways.of[ch].n; i++) {
			const struct way *w = &s->ways.of[ch].v[i];
			char *text;

			if (w->state == WAY_WELL)
				continue;
			text = way_sentence(ch, w, now);
			trouble(t, "%s", text);
			free(text);
		}
}

static int64_t
oldest(const struct screen *s)
{
	int64_t at = TIME_NONE;

	for (size_t ch = 0; ch <= CHANNEL_SMS; ch++)
		if (s->unsent[ch].oldest != TIME_NONE &&
		    (at == TIME_NONE || s->unsent[ch].oldest < at))
			at = s->unsent[ch].oldest;
	return at;
}

static void
find_troubles(const struct ctl *c, const struct screen *s, int64_t now,
    struct troubles *t)
{
	if (!s->running) {
		char *start = daemon_start_hint(c->conf);

		trouble(t,
		    oldest(s) == TIME_NONE || s->holder == LOCK_ALERTCTL
			? _("alertd is not running, no feed is read and no "
			    "repeat is sent: %s")
			: _("alertd is not running, no feed is read and what "
			    "waits is not sent: %s, or, for what waits alone, "
			    "alertctl outbox retry"),
		    start);
		free(start);
	}
	if (c->conf->mail.disabled_reason[0] != '\0')
		trouble(t, _("no mail can be sent: %s"),
		    c->conf->mail.disabled_reason);
	if (s->failed > 0)
		trouble(t,
		    tr_n("%" PRId64 " delivery failed: alertctl outbox list "
			 "--failed, alertctl outbox retry",
			"%" PRId64 " deliveries failed: alertctl outbox list "
			"--failed, alertctl outbox retry",
			s->failed),
		    s->failed);
	if (s->full)
		trouble(t,
		    _("the disk of %s is full, nothing can be stored or sent: "
		      "make room on it"),
		    c->conf->store);
	find_ways(s, now, t);
	if (s->unknown > 0)
		trouble(t,
		    tr_n("%" PRId64 " delivery may not have arrived, nobody "
			 "knows: alertctl outbox list --failed",
			"%" PRId64 " deliveries may not have arrived, nobody "
			"knows: alertctl outbox list --failed",
			s->unknown),
		    s->unknown);
	find_feeds(s, now, t);
	find_check(c, s, now, t);
	find_truth(c, s, t);
}

/* --- the rest ------------------------------------------------------------- */

static void
add_queue(const struct screen *s, int64_t now, struct sheet *out)
{
	const struct unsent *mail = &s->unsent[CHANNEL_MAIL];
	const struct unsent *sms = &s->unsent[CHANNEL_SMS];
	char span[WHEN_SIZE];

	if (oldest(s) == TIME_NONE)
		return;
	sheet_add(out, PAINT_WAIT, _("queue"),
	    tr_n("%" PRId64 " address; mails: %" PRId64 " wait, %" PRId64
		 " are being sent; SMS: %" PRId64 " wait, %" PRId64
		 " are being sent; the oldest has waited %s",
		"%" PRId64 " addresses; mails: %" PRId64 " wait, %" PRId64
		" are being sent; SMS: %" PRId64 " wait, %" PRId64
		" are being sent; the oldest has waited %s",
		s->addresses),
	    s->addresses, mail->queued, mail->held, sms->queued, sms->held,
	    out_span(now - oldest(s), span));
	for (size_t i = 0; i < s->rates.n; i++)
		sheet_add(out, PAINT_WAIT, _("rate"), "%s", s->rates.v[i]);
}

static void
add_well_feeds(const struct screen *s, int64_t now, struct buf *b)
{
	char span[WHEN_SIZE];

	for (size_t i = 0; i < s->feeds.n; i++) {
		const struct feed_state *f = &s->feeds.v[i];

		if (f->health.since == TIME_NONE)
			buf_addf(b, _("; feed %s is not read yet"), f->feed);
		else if (f->health.state == HEALTH_OK)
			buf_addf(b,
			    s->running
				? _("; feed %s is ok, read %s ago")
				: _("; feed %s was ok when last read, %s ago"),
			    f->feed, out_span(now - f->last_ok, span));
	}
	if (s->feeds.n == 0)
		buf_adds(b, _("; no feed is configured, so only \"alertctl "
			      "send\" opens incidents"));
}

/* How soon the last of our own arrived; what is late is a problem. */
static void
add_truth(const struct screen *s, int64_t now, struct buf *b)
{
	char span[WHEN_SIZE], ago[WHEN_SIZE];

	for (enum channel ch = CHANNEL_MAIL; ch <= CHANNEL_SMS; ch++)
		if (s->truth[ch].proven != TIME_NONE && !s->truth[ch].late)
			buf_addf(b,
			    _("; the test by %s arrived after %s, %s ago"),
			    out_channel(ch), out_span(s->truth[ch].took, span),
			    out_span(now - s->truth[ch].proven, ago));
}

static void
add_well(
    const struct ctl *c, const struct screen *s, int64_t now, struct sheet *out)
{
	struct buf b;

	buf_init(&b, 8192);
	if (s->running)
		buf_addf(&b, _("alertd runs (process %" PRId64 ")"), s->pid);
	else if (s->holder == LOCK_ALERTCTL)
		buf_addf(&b,
		    _("process %" PRId64 " (alertctl) is delivering, alertd "
		      "itself does not run"),
		    s->pid);
	else
		buf_adds(&b, _("the database can be used"));
	if (oldest(s) == TIME_NONE)
		buf_adds(&b, _("; nothing waits to be sent"));
	if (c->conf->sms.off)
		buf_adds(&b, _("; SMS are off"));
	add_well_feeds(s, now, &b);
	add_truth(s, now, &b);
	sheet_take(out, PAINT_GOOD, _("well"), buf_steal(&b));
}

/* Counts of each state. */
static size_t
count(const struct screen *s, bool pending)
{
	size_t n = 0;

	for (size_t i = 0; i < s->live.n; i++)
		n += (s->live.v[i].state == INCIDENT_PENDING) == pending;
	return n;
}

static void
add_headline(const struct screen *s, size_t alarms, size_t drafts,
    size_t troubles, int64_t now, struct sheet *out)
{
	size_t pending = count(s, true), open = count(s, false);
	struct civil t = civil_local(now);
	char clock[16];
	struct buf b;

	snprintf(clock, sizeof(clock), "%02d:%02d:%02d", t.hour % 100,
	    t.minute % 100, t.second % 100);
	buf_init(&b, 1024);
	if (pending > 0)
		buf_addf(&b,
		    tr_n("%zu DECISION WAITS. ", "%zu DECISIONS WAIT. ",
			pending),
		    pending);
	if (open > 0)
		buf_addf(&b, tr_n("%zu OPEN. ", "%zu OPEN. ", open), open);
	else
		buf_adds(&b, _("Nothing is open. "));
	if (alarms > 0)
		buf_addf(&b, tr_n("%zu call. ", "%zu calls. ", alarms), alarms);
	if (drafts > 0)
		buf_addf(
		    &b, tr_n("%zu draft. ", "%zu drafts. ", drafts), drafts);
	if (troubles > 0)
		buf_addf(&b, tr_n("%zu PROBLEM.", "%zu PROBLEMS.", troubles),
		    troubles);
	else
		buf_adds(&b, _("No problem."));
	sheet_take(out,
	    pending > 0 || troubles > 0 ? PAINT_LOUD
	    : open > 0 || alarms > 0	? PAINT_BAD
					: PAINT_GOOD,
	    clock, buf_steal(&b));
}

void
screen_lines(
    const struct ctl *c, struct screen *s, int64_t now, struct sheet *out)
{
	struct sheet calls = {0}, unsent = {0};
	struct troubles t = {.n = 0};
	size_t alarms, drafts;

	s->calls.now = now;
	alarms = alarms_add(&s->calls, &calls);
	drafts = add_drafts(s, now, &unsent);
	find_troubles(c, s, now, &t);
	add_headline(s, alarms, drafts, t.n, now, out);
	add_incidents(c, s, now, out);
	sheet_move(out, &unsent);
	sheet_move(out, &calls);
	sheet_move(out, &t.lines);
	add_queue(s, now, out);
	rotas_add(&s->calls, out);
	add_well(c, s, now, out);
}
