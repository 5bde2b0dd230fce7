#include <assert.h>
#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/limits.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/str.h"
#include "conf/gateway.h"
#include "conf/ways.h"
#include "deliver/gateway_parts.h"
#include "deliver/smsjob.h"

#define WAIT_MS 1000
#define TOO_MANY 429 /* HTTP: more calls now would only be refused */

struct call {
	struct httpcall http;
	struct site *site; /* that it is made to */
	int64_t began; /* monotonic ms */
	size_t *jobs;
	size_t n, room;
	struct call *next;
};

/* One send(). */
struct sending {
	struct gateway *gw;
	const struct messages *l;
	sent_fn *fn;
	void *arg;
	bool stop; /* begin nothing more, tell what is under way */
	struct smsjobs jobs;
	size_t *refused; /* jobs that this gateway has refused */
	size_t n_refused;
	struct site *site; /* whose turn it is */
	struct request_form form; /* of its calls with said */
	const char *said; /* NULL: there is no form */
	int64_t stored_ms; /* that the last round took */
	bool again; /* what is left open is planned once more with it */
	struct call *queue; /* calls to be made, the next one first */
	struct call *active; /* of this gateway, and of those that are lost */
	struct site *const *after; /* sites whose turn is still to come */
	size_t n_after;
};

static void
finish(struct sending *s, size_t i, enum outcome outcome)
{
	smsjob_finish(&s->jobs, i, outcome);
	if (outcome == OUTCOME_ACCEPTED)
		s->site->taken++;
}

/* What is told of a message; its results are to be freed. */
static struct done
done_of(struct sending *s, size_t message)
{
	struct result *r = xcalloc(s->jobs.of[message].n + 1, sizeof(*r));
	struct done d = {.m = &s->l->v[message], .results = r};

	d.n = smsjobs_results(&s->jobs, message, r);
	d.part = s->jobs.of[message].left > 0;
	return d;
}

static void
find_done(struct sending *s, struct round *r)
{
	struct done *v = xcalloc(s->jobs.n_news + 1, sizeof(*v));
	size_t message;

	while (smsjobs_news(&s->jobs, &message))
		v[r->n_done++] = done_of(s, message);
	r->done = v;
}

static void
round_free(struct round *r)
{
	for (size_t i = 0; i < r->n_done; i++)
		free((struct result *)(uintptr_t)r->done[i].results);
	free((struct done *)(uintptr_t)r->done);
	free(r->going);
}

/* Sets stop: nothing more is to be begun. */
static void
go_round(struct sending *s, struct round *r)
{
	int64_t began = clock_read().mono_ms;

	if (r->n_done == 0 && r->n_going == 0)
		return;
	if (transport_round(&s->gw->base, r, s->fn, s->arg) == -1)
		s->stop = true;
	s->stored_ms = clock_read().mono_ms - began;
}

static void
tell(struct sending *s)
{
	struct round r = {0};

	find_done(s, &r);
	go_round(s, &r);
	round_free(&r);
}

/* Takes over the n job indices. */
static struct call *
new_call(size_t *jobs, size_t n)
{
	struct call *c = xcalloc(1, sizeof(*c));

	c->jobs = jobs;
	c->n = n;
	return c;
}

static void
free_call(struct call *c)
{
	httpcall_clear(&c->http);
	free(c->jobs);
	free(c);
}

static struct smsjob *
job_of(const struct sending *s, const struct call *c, size_t i)
{
	return &s->jobs.v[c->jobs[i]];
}

/*
 * Whether the open job goes by the call that is being planned. A message is
 * told as a whole: it is in two calls only when one does not take it, or
 * both would be sent twice by who dies in the second.
 */
static bool
fits(const struct sending *s, const struct call *c, size_t job)
{
	const struct smsjob *last = job_of(s, c, c->n - 1);
	const struct smsjob *j = &s->jobs.v[job];
	size_t max = (size_t)s->site->g->batch;

	if (s->jobs.of[j->message].text != s->jobs.of[last->message].text)
		return false;
	return j->message == last->message
		   ? c->n < max
		   : c->n + smsjobs_open_of(&s->jobs, job) <= max;
}

static void
plan_job(struct sending *s, struct call **last, size_t job)
{
	struct call *c = *last;

	if (c == NULL || !fits(s, c, job)) {
		*last = new_call(NULL, 0);
		if (c == NULL)
			s->queue = *last;
		else
			c->next = *last;
		c = *last;
	}
	if (c->n == c->room) {
		c->room = c->room == 0 ? 1 : 2 * c->room;
		c->jobs = xreallocarray(c->jobs, c->room, sizeof(*c->jobs));
	}
	c->jobs[c->n++] = job;
}

static void
plan_calls(struct sending *s)
{
	struct call *last = NULL;

	assert(s->queue == NULL);
	for (size_t i = 0; i < s->l->n; i++) {
		const struct smsjob_of *of = &s->jobs.of[s->jobs.by_text[i]];

		for (size_t k = of->first; k < of->first + of->n; k++)
			if (smsjob_open(&s->jobs, k))
				plan_job(s, &last, k);
	}
}

/* The gateway is of no use for the rest of this send(). */
static void
give_up_site(struct sending *s, const char *why)
{
	if (s->site->down)
		return;
	log_warn("gateway %s: %s", s->site->g->name, why);
	transport_failed(&s->gw->base, (size_t)(s->site - s->gw->sites), why);
	s->site->down = true;
	xreplace(&s->site->why, why);
}

/* It is not called again before, by this process. */
static void
pause_site(struct sending *s, const struct target *t)
{
	int64_t pause = t->pause < LIMIT_RETRY_AFTER ? t->pause
						     : LIMIT_RETRY_AFTER;
	int64_t until = clock_read().mono_ms + pause * 1000;

	if (pause <= 0)
		return;
	if (until > s->site->until)
		s->site->until = until;
	give_up_site(s, t->text);
}

static struct target *
targets_of(const struct sending *s, const struct call *c)
{
	struct target *t = xcalloc(c->n, sizeof(*t));

	for (size_t i = 0; i < c->n; i++) {
		t[i].number = job_of(s, c, i)->target.number;
		t[i].ref = job_of(s, c, i)->target.ref;
	}
	return t;
}

/* Refused as a whole: the half with the bad number will show. */
static void
halve(struct sending *s, const struct call *c)
{
	size_t half = c->n / 2, sizes[2] = {half, c->n - half};
	const size_t *from = c->jobs + c->n;

	for (int i = 1; i >= 0; i--) {
		size_t *jobs = xreallocarray(NULL, sizes[i], sizeof(*jobs));
		struct call *part;

		from -= sizes[i];
		memcpy(jobs, from, sizes[i] * sizeof(*jobs));
		part = new_call(jobs, sizes[i]);
		part->next = s->queue;
		s->queue = part;
	}
}

/* What one target's answer means for its job. */
static void
settle(struct sending *s, size_t i, const struct target *t)
{
	struct smsjob *j = &s->jobs.v[i];

	switch (t->means) {
	case GATEWAY_ACCEPTED:
		finish(s, i, OUTCOME_ACCEPTED);
		break;
	case GATEWAY_PERMFAIL:
		finish(s, i, OUTCOME_PERMFAIL);
		break;
	case GATEWAY_TEMPFAIL:
		finish(s, i, OUTCOME_TEMPFAIL);
		if (j->code == TOO_MANY)
			give_up_site(s, t->text);
		break;
	case GATEWAY_UNKNOWN:
		finish(s, i, OUTCOME_UNKNOWN);
		break;
	case GATEWAY_REFUSED:
		/* One that was lost has no turn in which others would show. */
		if (s->site->lost)
			break;
		j->refused = true;
		s->refused[s->n_refused++] = i;
		break;
	case GATEWAY_NEXT:
	case GATEWAY_RESULTS:
		give_up_site(s, t->text);
		break;
	}
}

static bool
refused_whole(const struct target *t, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (t[i].means != GATEWAY_REFUSED || t[i].named)
			return false;
	return n > 1;
}

/* Gives the jobs of a call what its targets were told; takes their texts. */
static void
settle_call(struct sending *s, struct call *c, struct target *t, int status)
{
	bool again = refused_whole(t, c->n) && !c->site->lost;

	for (size_t i = 0; i < c->n; i++) {
		struct smsjob *j = job_of(s, c, i);

		j->out = false;
		free(j->target.text);
		free(j->target.id);
		j->target.text = t[i].text;
		j->target.id = t[i].id;
		j->target.means = t[i].means;
		j->code = status;
		j->pause = t[i].pause;
		j->via = s->site->g->name;
		if (!again)
			settle(s, c->jobs[i], &j->target);
	}
	if (status >= 400)
		pause_site(s, &t[0]);
	if (again)
		halve(s, c);
}

static void
end_call(struct sending *s, struct call *c, CURLcode rc)
{
	struct target *t = targets_of(s, c);
	int status = httpcall_read(&c->http, rc, t, c->n);
	struct site *turn = s->site;

	s->site = c->site;
	/* Who stalls once would stall the others too. */
	if (rc != CURLE_OK) {
		give_up_site(s, t[0].text);
	} else {
		pace_heard(&c->site->pace, PACE_SENDING,
		    clock_read().mono_ms - c->began);
		window_heard(&c->site->window, httpcall_port(&c->http));
	}
	settle_call(s, c, t, status);
	s->site = turn;
	free(t);
	free_call(c);
}

/* A call that cannot be made is as good as one that cannot connect. */
static void
fail_call(struct sending *s, struct call *c, const char *why)
{
	struct target *t = targets_of(s, c);

	answer_all(t, c->n, GATEWAY_NEXT, why);
	settle_call(s, c, t, 0);
	free(t);
	free_call(c);
}

static void
drop_form(struct sending *s)
{
	request_form_clear(&s->form);
	s->said = NULL;
}

/* Calls with one text follow each other. */
static struct request_form *
form_of(struct sending *s, const char *text)
{
	if (s->said == NULL || strcmp(s->said, text) != 0) {
		drop_form(s);
		request_form_init(
		    &s->form, s->site->g, s->gw->conf->sender, text);
		s->said = text;
	}
	return &s->form;
}

/* It is under way. */
static void
attach(struct sending *s, struct call *c)
{
	c->site = s->site;
	c->began = clock_read().mono_ms;
	if (c->site->active++ == 0)
		c->site->heard = c->began;
	for (size_t i = 0; i < c->n; i++)
		job_of(s, c, i)->out = true;
	c->next = s->active;
	s->active = c;
}

static void
start_call(struct sending *s, struct call *c)
{
	const struct gateway_conf *g = s->site->g;
	struct target *t = targets_of(s, c);
	const char *text = job_of(s, c, 0)->m->text;
	struct request request;
	struct err e = {"curl cannot begin a call"};

	if (request_fill(form_of(s, text), t, c->n, &request, &e) == -1 ||
	    httpcall_init(&c->http, g, &request, &s->site->handles, &e) == -1 ||
	    curl_multi_add_handle(s->gw->multi, c->http.easy) != CURLM_OK) {
		request_clear(&request);
		fail_call(s, c, e.msg);
	} else {
		curl_easy_setopt(c->http.easy, CURLOPT_PRIVATE, c);
		attach(s, c);
	}
	free(t);
}

/* Takes an active call off the multi handle and off the list. */
static void
detach(struct sending *s, struct call *c)
{
	struct call **p = &s->active;

	while (*p != c)
		p = &(*p)->next;
	*p = c->next;
	c->site->active--;
	c->site->heard = clock_read().mono_ms;
	curl_multi_remove_handle(s->gw->multi, c->http.easy);
}

/* Takes what has ended; returns false when nothing has. */
static bool
collect(struct sending *s)
{
	bool any = false;
	CURLMsg *msg;
	int left;

	while ((msg = curl_multi_info_read(s->gw->multi, &left)) != NULL) {
		CURLcode rc = msg->data.result;
		char *of = NULL;
		struct call *c;

		if (msg->msg != CURLMSG_DONE)
			continue;
		curl_easy_getinfo(msg->easy_handle, CURLINFO_PRIVATE, &of);
		c = (struct call *)(void *)of;
		detach(s, c);
		end_call(s, c, rc);
		any = true;
	}
	return any;
}

/* Takes what is lost out of the call; u: as its jobs were put into a round. */
static void
drop_lost(struct sending *s, struct call *c, const struct going *u)
{
	size_t n = 0;

	for (size_t i = 0; i < c->n; i++) {
		if (u[i].gone)
			s->again |= smsjobs_lose(
			    &s->jobs, job_of(s, c, i)->message);
		else
			c->jobs[n++] = c->jobs[i];
	}
	c->n = n;
}

static size_t
window_of(const struct site *site)
{
	return window_size(&site->window, gateway_sessions(site->g));
}

/*
 * How many calls may be started now. What would be sent twice if we died now
 * are, of a gateway with one recipient a call, the calls under way and those
 * that are not told yet: no more than its sessions. One that is lost has its
 * own beside them, as it would where a spare worker had to send the rest.
 */
static size_t
may_start(const struct sending *s)
{
	size_t window = window_of(s->site);
	size_t busy = s->site->active +
		      (s->site->g->batch == 1 ? s->jobs.doubt : 0);

	if (s->queue == NULL || s->site->down || s->stop)
		return 0;
	return busy < window ? window - busy : 0;
}

static void
find_going(const struct sending *s, size_t calls, struct round *r)
{
	size_t way = (size_t)(s->site - s->gw->sites), n = 0, i = 0;
	const struct call *c;

	for (c = s->queue; c != NULL && i < calls; c = c->next, i++)
		n += c->n;
	r->going = xcalloc(n + 1, sizeof(*r->going));
	for (c = s->queue, i = 0; c != NULL && i < calls; c = c->next, i++)
		for (size_t k = 0; k < c->n; k++)
			r->going[r->n_going++] = (struct going){
			    .m = job_of(s, c, k)->m, .way = way, .n = 1};
}

/* Whether the rate has no room for some of what was going. */
static bool
any_full(const struct round *r)
{
	for (size_t i = 0; i < r->n_going; i++)
		if (r->going[i].full)
			return true;
	return false;
}

/* Starts the first calls, which are begun; u: what a round said of them. */
static void
start_calls(struct sending *s, size_t calls, const struct going *u)
{
	struct call *c;

	for (; calls > 0 && !s->site->down && (c = s->queue) != NULL; calls--) {
		size_t n = c->n;

		drop_lost(s, c, u);
		u += n;
		s->queue = c->next;
		if (c->n > 0)
			start_call(s, c);
		else
			free_call(c);
	}
}

/* Tells what is done and begins what may be, which costs one transaction. */
static void
advance(struct sending *s)
{
	struct round r = {0};
	size_t calls;

	find_done(s, &r);
	calls = may_start(s);
	find_going(s, calls, &r);
	go_round(s, &r);
	s->stop = s->stop || any_full(&r);
	if (!s->stop)
		start_calls(s, calls, r.going);
	round_free(&r);
}

static void
drop_calls(struct sending *s)
{
	struct call *c;

	while ((c = s->queue) != NULL) {
		s->queue = c->next;
		free_call(c);
	}
}

/*
 * A number refused alone is bad if the gateway took others; if it never took
 * one, it is the gateway or our settings, and the next may do better.
 */
static void
settle_refused(struct sending *s)
{
	while (s->n_refused > 0) {
		size_t i = s->refused[--s->n_refused];

		s->jobs.v[i].refused = false;
		if (s->site->taken > 0)
			finish(s, i, OUTCOME_PERMFAIL);
	}
}

/* Seconds until it may be called again; 0: now. */
static int64_t
pause_left(const struct site *site)
{
	int64_t left = site->until - clock_read().mono_ms;

	return left <= 0 ? 0 : (left + 999) / 1000;
}

static void
begin_site(struct site *site)
{
	int64_t left = pause_left(site);

	site->down = left > 0;
	site->lost = false;
	site->taken = 0;
	site->window.n = 0;
	free(site->why);
	site->why = left == 0 ? NULL
			      : xasprintf("it wants no call for %lld s",
				    (long long)left);
}

/* --- waiting -------------------------------------------------------------- */

/* Whether what is not begun could go by another gateway. */
static bool
has_other(const struct sending *s)
{
	for (size_t i = 0; i < s->n_after; i++)
		if (!s->after[i]->down)
			return s->queue != NULL && !s->site->down;
	return false;
}

/*
 * When its silence has been so long that nobody waits for it but what it has
 * in its hands; TIME_NONE: there is nobody else.
 */
static int64_t
lost_at(const struct sending *s)
{
	return has_other(s) ? s->site->heard + pace_lost(&s->site->pace,
						   PACE_SENDING, &s->gw->pace)
			    : TIME_NONE;
}

/* What it was not given goes to the next; it goes on with the rest. */
static void
lose_site(struct sending *s, int64_t now)
{
	char *span = format_duration((now - s->site->heard) / 1000);
	char *why = xasprintf("no answer of it for %s", span);

	give_up_site(s, why);
	s->site->lost = true;
	pace_init(&s->site->pace);
	free(why);
	free(span);
}

static int
wait_ms(const struct sending *s, int64_t now)
{
	int64_t lost = lost_at(s);

	return lost != TIME_NONE && lost - now < WAIT_MS ? (int)(lost - now)
							 : WAIT_MS;
}

/* Until some have ended, or one has a little ago, or the gateway is lost. */
static void
wait_for_calls(struct sending *s)
{
	size_t window = window_of(s->site);
	struct smsgroup group = smsgroup_after(window, s->stored_ms);
	int64_t since = TIME_NONE;
	int running;

	for (;;) {
		int64_t now = clock_read().mono_ms, lost;

		curl_multi_perform(s->gw->multi, &running);
		if (collect(s) && since == TIME_NONE)
			since = now;
		if (since != TIME_NONE &&
		    (s->site->active <= group.few || now - since >= group.ms))
			return;
		lost = lost_at(s);
		if (since == TIME_NONE && lost != TIME_NONE && lost <= now) {
			lose_site(s, now);
			return;
		}
		curl_multi_poll(s->gw->multi, NULL, 0,
		    since == TIME_NONE ? wait_ms(s, now) : group.ms, NULL);
	}
}

/* One gateway's turn with what is still open. */
static void
try_site(struct sending *s, struct site *site)
{
	s->site = site;
	s->again = false;
	plan_calls(s);
	for (;;) {
		/* It takes others: who was refused is known to be bad. */
		if (s->site->taken > 0)
			settle_refused(s);
		advance(s);
		if (s->site->active == 0 || s->site->lost)
			break;
		wait_for_calls(s);
	}
	drop_calls(s);
	drop_form(s);
}

/* What those that were lost still have. */
static void
wait_for_lost(struct sending *s)
{
	while (s->active != NULL) {
		wait_for_calls(s);
		tell(s);
	}
}

/*
 * What no gateway took is tried again later, with all of them; and when it was
 * not to be asked of all, what one has refused.
 */
static void
settle_open(struct sending *s)
{
	const struct site *last = s->site;

	for (size_t i = 0; i < s->jobs.n; i++) {
		struct smsjob *j = &s->jobs.v[i];

		if (!smsjob_open(&s->jobs, i) ||
		    (s->stop && j->target.means != GATEWAY_REFUSED))
			continue;
		if (j->via == NULL) {
			free(j->target.text);
			j->target.text = xasprintf("not tried after: %s",
			    last->why == NULL ? "" : last->why);
			j->via = last->g->name;
			j->pause = pause_left(last);
		}
		finish(s, i, OUTCOME_TEMPFAIL);
	}
}

/* One gateway after the other; again: what those that were lost gave back. */
static void
try_all(struct sending *s, struct site **sites, size_t n, bool again)
{
	for (size_t i = 0; i < n && !s->stop; i++) {
		s->after = sites + i + 1;
		s->n_after = n - i - 1;
		if (again && sites[i]->down)
			continue;
		if (!again)
			begin_site(sites[i]);
		do
			try_site(s, sites[i]);
		while (s->again && !sites[i]->down && !s->stop);
		settle_refused(s);
	}
}

static struct site **
begin_sites(struct transport *t)
{
	struct gateway *gw = (struct gateway *)t;
	size_t n = gw->conf->n_gateways;
	struct site **sites = xcalloc(n, sizeof(*sites));

	for (size_t i = 0; i < n; i++) {
		sites[i] = &gw->sites[transport_way(t, i)];
		begin_site(sites[i]);
		pace_fade(&sites[i]->pace);
	}
	return sites;
}

int
gateway_send(struct transport *t, const struct messages *l, sent_fn *fn,
    void *arg, struct err *e)
{
	struct gateway *gw = (struct gateway *)t;
	struct sending s = {.gw = gw, .l = l, .fn = fn, .arg = arg};
	size_t n = gw->conf->n_gateways;
	struct site **sites = begin_sites(t);

	(void)e;
	smsjobs_init(&s.jobs, l);
	s.refused = xcalloc(s.jobs.n + 1, sizeof(*s.refused));
	try_all(&s, sites, n, false);
	if (s.active != NULL) {
		wait_for_lost(&s);
		try_all(&s, sites, n, true);
		wait_for_lost(&s);
	}
	settle_open(&s);
	tell(&s);
	for (size_t i = 0; i < n; i++)
		handles_clear(&sites[i]->handles);
	smsjobs_clear(&s.jobs);
	free(s.refused);
	free(sites);
	return 0;
}
