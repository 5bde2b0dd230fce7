#include <assert.h>
#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/limits.h"
#include "base/log.h"
#include "base/mem.h"
#include "conf/gateway.h"
#include "conf/ways.h"
#include "deliver/httpcall.h"
#include "deliver/transport.h"

#define PARALLEL 8 /* calls at once of a gateway with one recipient each */
#define CLAIM_BATCH 100 /* messages claimed for a gateway with batches */
#define CLAIM_SINGLE 32 /* and for one without */
#define WAIT_MS 1000
#define TOO_MANY 429 /* HTTP: more calls now would only be refused */

/* What is known of one configured gateway. */
struct site {
	const struct gateway_conf *g;
	/* Of this send(): */
	bool down; /* not tried again */
	char *why; /* it is down */
	/* It asked not to be called before; clock_read().mono_ms. */
	int64_t until;
	size_t taken; /* numbers it has accepted */
};

struct gateway {
	struct transport base;
	const struct sms_conf *conf;
	CURLM *multi;
	struct site *sites;
};

/*
 * One due recipient. Two with the same number and text are sent once: the
 * later one takes over the result of the first, its root.
 */
struct job {
	const struct message *m;
	int64_t delivery;
	size_t root;
	struct target target;
	char ref[MESSAGE_REF_SIZE];
	bool done;
	bool refused; /* by this gateway; what that means is seen at its end */
	enum outcome outcome;
	int code;
	int64_t pause; /* seconds, that were asked for */
	char *via;
};

struct call {
	struct httpcall http;
	size_t *jobs;
	size_t n;
	struct call *next;
};

/* One send(). */
struct sending {
	struct gateway *gw;
	const struct messages *l;
	sent_fn *fn;
	void *arg;
	bool stop; /* begin nothing more, tell what is under way */
	struct job *jobs;
	size_t n;
	bool *told; /* per message */
	struct site *site; /* whose turn it is */
	bool again; /* what is left open is planned once more with it */
	struct call *queue; /* calls to be made, the next one first */
	struct call *active;
	size_t n_active;
};

/* At most 32 characters (CPSMS), until there are very many of everything. */
static void
make_ref(struct job *j)
{
	const struct message_ref r = {.incident = j->m->incident,
	    .notice = j->m->notice,
	    .delivery = j->delivery,
	    .created = j->m->created};

	j->target.ref = message_ref_format(&r, j->ref);
}

static size_t
find_root(const struct sending *s, size_t i)
{
	const struct job *j = &s->jobs[i];

	for (size_t k = 0; k < i; k++)
		if (s->jobs[k].root == k &&
		    strcmp(s->jobs[k].target.number, j->target.number) == 0 &&
		    strcmp(s->jobs[k].m->text, j->m->text) == 0)
			return k;
	return i;
}

static void
add_jobs(struct sending *s)
{
	size_t n = 0;

	for (size_t i = 0; i < s->l->n; i++)
		n += s->l->v[i].n_to;
	s->jobs = xcalloc(n + 1, sizeof(*s->jobs));
	for (size_t i = 0; i < s->l->n; i++) {
		const struct message *m = &s->l->v[i];

		for (size_t k = 0; k < m->n_to; k++) {
			struct job *j = &s->jobs[s->n];

			if (!m->to[k].due)
				continue;
			j->m = m;
			j->delivery = m->to[k].delivery;
			j->target.number = m->to[k].address;
			j->target.text = xstrdup("not tried");
			j->target.id = xstrdup("");
			make_ref(j);
			j->root = find_root(s, s->n);
			s->n++;
		}
	}
}

static bool
is_open(const struct sending *s, size_t i)
{
	return s->jobs[i].root == i && !s->jobs[i].done && !s->jobs[i].refused;
}

static void
finish(struct sending *s, struct job *j, enum outcome outcome)
{
	j->done = true;
	j->outcome = outcome;
	if (outcome == OUTCOME_ACCEPTED)
		s->site->taken++;
}

/* The results of a message, *n of them; NULL while one is not done. */
static struct result *
results_of(const struct sending *s, const struct message *m, size_t *n)
{
	struct result *r = xcalloc(m->n_to + 1, sizeof(*r));

	*n = 0;
	for (size_t i = 0; i < s->n; i++) {
		const struct job *root = &s->jobs[s->jobs[i].root];

		if (s->jobs[i].m != m)
			continue;
		if (!root->done) {
			free(r);
			return NULL;
		}
		r[(*n)++] = (struct result){.delivery = s->jobs[i].delivery,
		    .outcome = root->outcome,
		    .code = root->code,
		    .answer = root->target.text,
		    .via = root->via,
		    .remote_id = root->target.id,
		    .pause = root->pause};
	}
	return r;
}

/* Each message whose recipients are all done is told once, all at once. */
static void
tell(struct sending *s)
{
	struct done *done = xcalloc(s->l->n + 1, sizeof(*done));
	struct round r = {.done = done};

	for (size_t i = 0; i < s->l->n; i++) {
		const struct message *m = &s->l->v[i];
		struct done *d = &done[r.n_done];

		if (s->told[i])
			continue;
		d->m = m;
		d->results = results_of(s, m, &d->n);
		if (d->results == NULL)
			continue;
		s->told[i] = true;
		r.n_done++;
	}
	if (r.n_done > 0 &&
	    transport_round(&s->gw->base, &r, s->fn, s->arg) == -1)
		s->stop = true;
	for (size_t i = 0; i < r.n_done; i++)
		free((struct result *)(uintptr_t)done[i].results);
	free(done);
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

/* How many jobs of its message are open from i on. */
static size_t
open_of(const struct sending *s, size_t i)
{
	const struct message *m = s->jobs[i].m;
	size_t n = 0;

	for (; i < s->n && s->jobs[i].m == m; i++)
		n += is_open(s, i);
	return n;
}

/*
 * The open jobs from first on that have its text, up to the batch. A message
 * is told as a whole: it is in two calls only when one does not take it, or
 * both would be sent twice by who dies in the second.
 */
static struct call *
next_call(struct sending *s, size_t first, bool *taken)
{
	size_t max = (size_t)s->site->g->batch, n = 0;
	size_t *jobs = xreallocarray(NULL, s->n, sizeof(*jobs));

	for (size_t i = first; i < s->n && n < max; i++) {
		if (!is_open(s, i) || taken[i] ||
		    strcmp(s->jobs[i].m->text, s->jobs[first].m->text) != 0)
			continue;
		if (n > 0 && s->jobs[i].m != s->jobs[jobs[n - 1]].m &&
		    n + open_of(s, i) > max)
			break;
		taken[i] = true;
		jobs[n++] = i;
	}
	return new_call(jobs, n);
}

static void
plan_calls(struct sending *s)
{
	bool *taken = xcalloc(s->n + 1, sizeof(*taken));
	struct call **end = &s->queue;

	assert(s->queue == NULL);
	for (size_t i = 0; i < s->n; i++) {
		if (!is_open(s, i) || taken[i])
			continue;
		*end = next_call(s, i, taken);
		end = &(*end)->next;
	}
	free(taken);
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
		t[i].number = s->jobs[c->jobs[i]].target.number;
		t[i].ref = s->jobs[c->jobs[i]].target.ref;
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
settle(struct sending *s, struct job *j, const struct target *t)
{
	switch (t->means) {
	case GATEWAY_ACCEPTED:
		finish(s, j, OUTCOME_ACCEPTED);
		break;
	case GATEWAY_PERMFAIL:
		finish(s, j, OUTCOME_PERMFAIL);
		break;
	case GATEWAY_TEMPFAIL:
		finish(s, j, OUTCOME_TEMPFAIL);
		if (j->code == TOO_MANY)
			give_up_site(s, t->text);
		break;
	case GATEWAY_UNKNOWN:
		finish(s, j, OUTCOME_UNKNOWN);
		break;
	case GATEWAY_REFUSED:
		j->refused = true;
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
	bool again = refused_whole(t, c->n);

	for (size_t i = 0; i < c->n; i++) {
		struct job *j = &s->jobs[c->jobs[i]];

		free(j->target.text);
		free(j->target.id);
		j->target.text = t[i].text;
		j->target.id = t[i].id;
		j->target.means = t[i].means;
		j->code = status;
		j->pause = t[i].pause;
		j->via = s->site->g->name;
		if (!again)
			settle(s, j, &j->target);
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

	/* Who stalls once would stall the others too. */
	if (rc != CURLE_OK)
		give_up_site(s, t[0].text);
	settle_call(s, c, t, status);
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
start_call(struct sending *s, struct call *c)
{
	const struct gateway_conf *g = s->site->g;
	struct target *t = targets_of(s, c);
	const char *text = s->jobs[c->jobs[0]].m->text;
	struct request request;
	struct err e = {"curl cannot begin a call"};

	if (request_make(g, s->gw->conf->sender, text, t, c->n, &request, &e) ==
		-1 ||
	    httpcall_init(&c->http, g, &request, &e) == -1 ||
	    curl_multi_add_handle(s->gw->multi, c->http.easy) != CURLM_OK) {
		request_clear(&request);
		fail_call(s, c, e.msg);
	} else {
		c->next = s->active;
		s->active = c;
		s->n_active++;
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
	s->n_active--;
	curl_multi_remove_handle(s->gw->multi, c->http.easy);
}

static struct call *
find_active(const struct sending *s, const CURL *easy)
{
	struct call *c = s->active;

	while (c != NULL && c->http.easy != easy)
		c = c->next;
	return c;
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
		struct call *c = find_active(s, msg->easy_handle);

		if (msg->msg != CURLMSG_DONE || c == NULL)
			continue;
		detach(s, c);
		end_call(s, c, rc);
		any = true;
	}
	return any;
}

/* What waited for the result of a job that is lost gets a root of its own. */
static void
new_root(struct sending *s, size_t lost)
{
	size_t root = s->n;

	for (size_t i = lost + 1; i < s->n; i++) {
		if (s->jobs[i].root != lost || s->jobs[i].done)
			continue;
		if (root == s->n)
			root = i;
		s->jobs[i].root = root;
		s->again = true;
	}
}

/* Nothing of a message that another worker has is ours to send or to tell. */
static void
lose_message(struct sending *s, const struct message *m)
{
	s->told[m - s->l->v] = true;
	for (size_t i = 0; i < s->n; i++)
		s->jobs[i].done |= s->jobs[i].m == m;
	for (size_t i = 0; i < s->n; i++)
		if (s->jobs[i].m == m)
			new_root(s, i);
}

/* Takes what is lost out of the call; u: as its jobs were put into a round. */
static void
drop_lost(struct sending *s, struct call *c, const struct going *u)
{
	size_t n = 0;

	for (size_t i = 0; i < c->n; i++) {
		if (u[i].gone)
			lose_message(s, s->jobs[c->jobs[i]].m);
		else
			c->jobs[n++] = c->jobs[i];
	}
	c->n = n;
}

/*
 * What would be sent twice if we died now: calls under way, and what was
 * taken of messages that are not told yet.
 */
static size_t
in_doubt(const struct sending *s)
{
	size_t n = s->n_active;

	for (size_t i = 0; i < s->n; i++)
		n += s->jobs[i].root == i && s->jobs[i].done &&
		     !s->told[s->jobs[i].m - s->l->v];
	return n;
}

/*
 * How many calls may be started now. A message of more than the window goes
 * on one call after another.
 */
static size_t
may_start(const struct sending *s)
{
	size_t window = s->site->g->batch == 1 ? PARALLEL : 1;
	size_t doubt = in_doubt(s);

	if (s->queue == NULL || s->site->down || s->stop)
		return 0;
	if (s->n_active < window && doubt < window)
		return window - (doubt > s->n_active ? doubt : s->n_active);
	return s->n_active == 0;
}

/* Says that the first calls begin. False: none does. */
static bool
begin_calls(struct sending *s, size_t calls)
{
	size_t way = (size_t)(s->site - s->gw->sites), i = 0;
	struct going *going = xcalloc(s->n + 1, sizeof(*going)), *u;
	struct round r = {.going = going};
	struct call *c;

	for (c = s->queue; c != NULL && i < calls; c = c->next, i++)
		for (size_t k = 0; k < c->n; k++)
			going[r.n_going++] = (struct going){
			    .m = s->jobs[c->jobs[k]].m, .way = way};
	if (transport_round(&s->gw->base, &r, s->fn, s->arg) == -1)
		s->stop = true;
	u = going;
	for (c = s->queue, i = 0; !s->stop && c != NULL && i < calls;
	     c = c->next, i++) {
		size_t n = c->n;

		drop_lost(s, c, u);
		u += n;
	}
	free(going);
	return !s->stop;
}

static void
start_calls(struct sending *s)
{
	size_t calls;

	while ((calls = may_start(s)) > 0 && begin_calls(s, calls))
		while (calls-- > 0 && s->queue != NULL && !s->site->down) {
			struct call *c = s->queue;

			s->queue = c->next;
			if (c->n > 0)
				start_call(s, c);
			else
				free_call(c);
		}
}

static void
drop_calls(struct sending *s)
{
	struct call *c;

	while ((c = s->queue) != NULL) {
		s->queue = c->next;
		free_call(c);
	}
	while ((c = s->active) != NULL) {
		detach(s, c);
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
	for (size_t i = 0; i < s->n; i++) {
		struct job *j = &s->jobs[i];

		if (!j->refused)
			continue;
		j->refused = false;
		if (s->site->taken > 0)
			finish(s, j, OUTCOME_PERMFAIL);
	}
	tell(s);
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
	site->taken = 0;
	free(site->why);
	site->why = left == 0 ? NULL
			      : xasprintf("it wants no call for %lld s",
				    (long long)left);
}

/* One gateway's turn with what is still open. */
static void
try_site(struct sending *s, struct site *site)
{
	int running;

	s->site = site;
	s->again = false;
	plan_calls(s);
	for (;;) {
		/* It takes others: who was refused is known to be bad. */
		if (s->site->taken > 0)
			settle_refused(s);
		else
			tell(s);
		start_calls(s);
		if (s->n_active == 0)
			break;
		curl_multi_perform(s->gw->multi, &running);
		if (!collect(s))
			curl_multi_poll(s->gw->multi, NULL, 0, WAIT_MS, NULL);
	}
	drop_calls(s);
}

/* What no gateway took is tried again later, with all of them. */
static void
settle_open(struct sending *s)
{
	const struct site *last = s->site;

	for (size_t i = 0; i < s->n; i++) {
		struct job *j = &s->jobs[i];

		if (!is_open(s, i))
			continue;
		if (j->via == NULL) {
			free(j->target.text);
			j->target.text = xasprintf("not tried after: %s",
			    last->why == NULL ? "" : last->why);
			j->via = last->g->name;
			j->pause = pause_left(last);
		}
		finish(s, j, OUTCOME_TEMPFAIL);
	}
	tell(s);
}

static int
gateway_send(struct transport *t, const struct messages *l, sent_fn *fn,
    void *arg, struct err *e)
{
	struct gateway *gw = (struct gateway *)t;
	struct sending s = {.gw = gw, .l = l, .fn = fn, .arg = arg};

	(void)e;
	add_jobs(&s);
	s.told = xcalloc(l->n + 1, sizeof(*s.told));
	for (size_t i = 0; i < gw->conf->n_gateways && !s.stop; i++) {
		struct site *site = &gw->sites[transport_way(t, i)];

		begin_site(site);
		do
			try_site(&s, site);
		while (s.again && !site->down && !s.stop);
		settle_refused(&s);
	}
	if (!s.stop)
		settle_open(&s);
	for (size_t i = 0; i < s.n; i++)
		target_clear(&s.jobs[i].target);
	free(s.jobs);
	free(s.told);
	return 0;
}

static void
gateway_close(struct transport *t)
{
	struct gateway *gw = (struct gateway *)t;

	curl_multi_cleanup(gw->multi);
	curl_global_cleanup();
	for (size_t i = 0; i < gw->conf->n_gateways; i++)
		free(gw->sites[i].why);
	free(gw->sites);
	strv_clear(&t->ways);
	free(gw);
}

/* More would be counted as sent, though the call names one only. */
static int
check_batches(const struct sms_conf *conf, struct err *e)
{
	for (size_t i = 0; i < conf->n_gateways; i++) {
		const struct gateway_conf *g = &conf->gateways[i];

		if (g->batch > 1 && !gateway_takes_many(g))
			return err_set(e,
			    "gateway %s: batch must be 1, since its preset "
			    "takes one recipient a call",
			    g->name);
	}
	return 0;
}

struct transport *
gateway_open(const struct config *conf, struct err *e)
{
	struct gateway *gw;
	CURLM *multi;

	if (conf->sms.n_gateways == 0) {
		err_set(e, "%s: sms.gateways is empty", conf->file);
		return NULL;
	}
	if (check_batches(&conf->sms, e) == -1)
		return NULL;
	if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK ||
	    (multi = curl_multi_init()) == NULL) {
		err_set(e, "curl cannot begin");
		return NULL;
	}
	gw = xcalloc(1, sizeof(*gw));
	gw->conf = &conf->sms;
	gw->multi = multi;
	gw->sites = xcalloc(conf->sms.n_gateways, sizeof(*gw->sites));
	for (size_t i = 0; i < conf->sms.n_gateways; i++)
		gw->sites[i].g = &conf->sms.gateways[i];
	gw->base = (struct transport){
	    .send = gateway_send,
	    .close = gateway_close,
	    .batch = conf->sms.gateways[0].batch > 1 ? CLAIM_BATCH
						     : CLAIM_SINGLE,
	};
	config_ways(conf, CHANNEL_SMS, &gw->base.ways);
	return &gw->base;
}
