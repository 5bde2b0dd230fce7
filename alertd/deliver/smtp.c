#include <openssl/ssl.h>

#include <auth-client.h>
#include <errno.h>
#include <libesmtp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/address.h"
#include "base/attr.h"
#include "base/clock.h"
#include "base/limits.h"
#include "base/log.h"
#include "base/mem.h"
#include "conf/ways.h"
#include "deliver/compose.h"
#include "deliver/dial.h"
#include "deliver/hide.h"
#include "deliver/job.h"
#include "deliver/monitor.h"
#include "deliver/smtp.h"
#include "deliver/tls.h"

#define BATCH 25
#define CONNECT_MS 15000
/* Never connected to: the address and port that libesmtp is told. */
#define NOWHERE "127.0.0.1:0"

struct smtp {
	struct transport transport;
	const struct mail_conf *conf;
	char *from; /* the envelope's sender */
	char *ehlo;
};

/* One call of send(). */
struct run {
	struct smtp *smtp;
	struct job *jobs;
	size_t n;
	sent_fn *fn;
	void *arg;
	bool stop; /* fn said so */
	size_t way; /* the relay at hand */
	bool last; /* no relay comes after it */
	const struct job *job; /* the one under way with it … */
	int64_t until; /* … and when its time with it is over */
};

/* MAIL to the final dot: one message, or a part of its recipients. */
struct transaction {
	smtp_message_t message; /* NULL: none is open */
	struct job *job;
	struct item *items[LIMIT_MAIL_RCPT];
	smtp_recipient_t rcpt[LIMIT_MAIL_RCPT];
	size_t n;
	bool given; /* the text was handed to libesmtp */
	bool ended; /* its end was, over a connection that stood */
};

/* One connection to one relay. */
struct session {
	struct run *run;
	const struct relay_conf *relay;
	char *via;
	smtp_session_t handle;
	auth_context_t auth;
	struct tls tls;
	bool connected;
	struct monitor monitor;
	struct transaction t;
	size_t transactions; /* begun or about to be */
	size_t settled; /* of which the relay answered everything */
	size_t accepted; /* recipients */
	bool closing; /* the relay said 421 */
};

static int
timeout_ms(const struct smtp *smtp)
{
	return (int)smtp->conf->timeout * 1000;
}

/* The session whose connection libesmtp is about to ask for. */
static struct session *dialing;

/* libesmtp sends QUIT from here on; a new session does the rest. */
static bool
session_full(const struct session *s)
{
	return s->closing || s->run->stop ||
	       s->transactions >= LIMIT_MAIL_SESSION ||
	       s->monitor.why[0] != '\0';
}

static int
code_class(const smtp_status_t *status)
{
	return status == NULL ? 0 : status->code / 100;
}

/*
 * A relay may say back what it was sent; AUTH PLAIN sends the user and the
 * password behind a NUL each. Release with free().
 */
static char *
shown(const struct session *s, const char *said)
{
	const struct relay_conf *r = s->relay;
	size_t user = strlen(r->user), password = strlen(r->password);
	char *plain = xasprintf("-%s-%s", r->user, r->password);
	char *text = hide(xstrdup(said), r->password, password);

	plain[0] = plain[1 + user] = '\0';
	text = hide(text, plain, user + password + 2);
	explicit_bzero(plain, user + password + 2);
	free(plain);
	return text;
}

static void
set_item(const struct session *s, struct item *i, enum outcome outcome,
    int code, const char *said)
{
	char *text = shown(s, said);

	item_set(i, outcome, code, text, s->via);
	free(text);
}

static void
set_from_status(const struct session *s, struct item *i, enum outcome outcome,
    const smtp_status_t *status)
{
	const char *text = status->text == NULL ? "" : status->text;
	char *whole;

	/* libesmtp takes the code of RFC 3463 out of the text. */
	if (status->enh_class == 0) {
		set_item(s, i, outcome, status->code, text);
		return;
	}
	whole = xasprintf("%d.%d.%d %s", status->enh_class, status->enh_subject,
	    status->enh_detail, text);
	set_item(s, i, outcome, status->code, whole);
	free(whole);
}

/*
 * The relay refuses who we are, not the mail: another relay, or a mended
 * configuration, may take it.
 */
static bool
our_fault(int code)
{
	return code == 530 || code == 535 || code == 538;
}

static void
set_refused(const struct session *s, struct item *i, const smtp_status_t *why)
{
	bool final = why->code / 100 == 5 && !our_fault(why->code);

	set_from_status(s, i, final ? OUTCOME_PERMFAIL : OUTCOME_TEMPFAIL, why);
}

/* No answer to the point: what became of it depends on the final dot. */
static void
set_lost(struct session *s, struct item *i, bool rcpt_accepted)
{
	bool unknown = rcpt_accepted && s->t.ended;

	set_item(s, i, unknown ? OUTCOME_UNKNOWN : OUTCOME_TEMPFAIL, 0,
	    monitor_reason(&s->monitor));
}

static void
settle_item(struct session *s, size_t k)
{
	struct transaction *t = &s->t;
	const smtp_status_t *mail = smtp_reverse_path_status(t->message);
	const smtp_status_t *rcpt = smtp_recipient_status(t->rcpt[k]);
	const smtp_status_t *data = smtp_message_transfer_status(t->message);
	struct item *i = t->items[k];

	if (code_class(mail) == 4 || code_class(mail) == 5)
		set_refused(s, i, mail);
	else if (code_class(rcpt) == 4 || code_class(rcpt) == 5)
		set_refused(s, i, rcpt);
	else if (code_class(rcpt) == 2 && code_class(data) == 2 &&
		 smtp_recipient_check_complete(t->rcpt[k]))
		set_from_status(s, i, OUTCOME_ACCEPTED, data);
	else if (code_class(rcpt) == 2 &&
		 (code_class(data) == 4 || code_class(data) == 5))
		set_refused(s, i, data);
	else
		set_lost(s, i, code_class(rcpt) == 2);
	s->closing |= i->result.code == 421;
}

/*
 * "Too many recipients" means another transaction for the rest, at once. It
 * ends, for only one that took somebody earns another.
 */
static void
split(struct transaction *t, size_t accepted)
{
	for (size_t k = 0; k < t->n && accepted > 0; k++) {
		const smtp_status_t *rcpt = smtp_recipient_status(t->rcpt[k]);

		if (rcpt != NULL && (rcpt->code == 452 || rcpt->code == 552))
			t->items[k]->state = ITEM_TODO;
	}
}

static void
tell(struct run *run, struct job *j, const char *why)
{
	if (job_tell(j, why, run->fn, run->arg) == -1)
		run->stop = true;
}

/*
 * A message of which nothing was taken waits for the next relay; it is told
 * when a relay took part of it, or all have been asked.
 */
static void
job_advanced(struct run *run, struct job *j)
{
	if (job_count(j, ITEM_TODO) > 0)
		return;
	if (job_count(j, ITEM_TRIED) > 0 && !job_taken(j) && !run->last)
		return;
	tell(run, j, "");
}

static void
settle(struct session *s)
{
	struct transaction *t = &s->t;
	struct job *j = t->job;
	size_t accepted = 0;

	if (t->message == NULL)
		return;
	for (size_t k = 0; k < t->n; k++) {
		settle_item(s, k);
		accepted += t->items[k]->result.outcome == OUTCOME_ACCEPTED;
	}
	split(t, accepted);
	s->accepted += accepted;
	t->message = NULL;
	job_advanced(s->run, j);
}

/* The text of the transaction's mail; at its end, whether it got through. */
static const char *
give_mail(void **ctx, int *len, void *arg)
{
	struct session *s = arg;

	(void)ctx;
	errno = 0;
	if (len == NULL) {
		s->t.given = false;
		return NULL;
	}
	if (!s->t.given) {
		s->t.given = true;
		*len = (int)s->t.job->mail.len;
		return s->t.job->mail.data;
	}
	*len = 0;
	if (monitor_flow(&s->monitor) && !monitor_alive(&s->monitor))
		monitor_break(
		    &s->monitor, "the connection was lost in the message");
	s->t.ended = s->monitor.why[0] == '\0';
	if (s->t.ended)
		monitor_body_ended(&s->monitor);
	errno = 0;
	return NULL;
}

/* Composes the mail unless it is; without one, nobody can get it. */
static bool
job_compose(struct run *run, struct job *j)
{
	struct err e;

	if (j->mail.len > 0 ||
	    compose(j->m, run->smtp->conf, NULL, &j->mail, &e) == 0)
		return true;
	for (size_t i = 0; i < j->n; i++)
		item_set(&j->items[i], OUTCOME_PERMFAIL, 0, e.msg, "");
	tell(run, j, "");
	return false;
}

/* One that another worker has is nothing of ours any more. */
static bool
job_begin(struct run *run, struct job *j)
{
	int r = transport_begin_one(&run->smtp->transport, j->m, run->way);

	if (r == -1)
		run->stop = true;
	if (r == 0)
		j->told = true;
	if (r == 1 && run->job != j) {
		run->job = j;
		run->until = clock_read().mono_ms +
			     monitor_message_timeout(timeout_ms(run->smtp));
	}
	return r == 1;
}

static struct job *
next_job(struct run *run)
{
	for (size_t i = 0; i < run->n && !run->stop; i++)
		if (!run->jobs[i].told &&
		    job_count(&run->jobs[i], ITEM_TODO) > 0 &&
		    job_begin(run, &run->jobs[i]) &&
		    job_compose(run, &run->jobs[i]))
			return &run->jobs[i];
	return NULL;
}

/* Adds the next transaction to the session; without one, it says QUIT. */
static void
next_transaction(struct session *s)
{
	struct transaction *t = &s->t;
	struct job *j = session_full(s) ? NULL : next_job(s->run);
	char *from;

	if (j == NULL)
		return;
	*t = (struct transaction){.job = j};
	t->message = smtp_add_message(s->handle);
	if (t->message == NULL)
		return;
	s->transactions++;
	s->monitor.begun = false;
	s->monitor.until = s->run->until;
	from = envelope_sender(j->m, s->run->smtp->conf, s->run->smtp->from);
	smtp_set_reverse_path(t->message, from);
	free(from);
	smtp_set_messagecb(t->message, give_mail, s);
	smtp_size_set_estimate(t->message, j->mail.len);
	for (size_t i = 0; i < j->n && t->n < LIMIT_MAIL_RCPT; i++) {
		if (j->items[i].state != ITEM_TODO)
			continue;
		t->items[t->n] = &j->items[i];
		t->rcpt[t->n++] = smtp_add_recipient(
		    t->message, j->items[i].to->address);
	}
}

static void
transaction_answered(struct session *s)
{
	s->settled++;
	settle(s);
	next_transaction(s);
}

static void
on_event(smtp_session_t handle, int event, void *arg, ...)
{
	struct session *s = arg;
	const smtp_status_t *mail;

	(void)handle;
	switch (event) {
	case SMTP_EV_MAILSTATUS:
		mail = s->t.message == NULL
			   ? NULL
			   : smtp_reverse_path_status(s->t.message);
		if (mail != NULL && code_class(mail) != 2)
			transaction_answered(s);
		break;
	case SMTP_EV_MESSAGEDATA:
		monitor_flow(&s->monitor);
		break;
	case SMTP_EV_MESSAGESENT:
		transaction_answered(s);
		break;
	default:
		break;
	}
	errno = 0;
}

static int
give_secret(auth_client_request_t request, char **result, int fields, void *arg)
{
	const struct relay_conf *relay = arg;

	for (int i = 0; i < fields; i++)
		if ((request[i].flags & AUTH_USER) != 0)
			result[i] = relay->user;
		else if ((request[i].flags & AUTH_PASS) != 0)
			result[i] = relay->password;
		else
			result[i] = NULL;
	return 1;
}

/* A password goes in clear only where TLS hides it. */
static void
set_auth(struct session *s)
{
	const struct relay_conf *relay = s->relay;

	if (relay->user[0] == '\0')
		return;
	auth_client_init();
	s->auth = auth_create_context();
	auth_set_mechanism_flags(
	    s->auth, relay->tls == TLS_NONE ? 0 : AUTH_PLUGIN_PLAIN, 0);
	auth_set_interact_cb(s->auth, give_secret, (void *)(uintptr_t)relay);
	smtp_auth_set_context(s->handle, s->auth);
}

/*
 * That of the transfer stays at its default: when it ends, libesmtp leaves
 * out part of the mail and goes on. monitor_flow() breaks off long before.
 */
static void
set_timeouts(struct session *s)
{
	static const int each[] = {
	    Timeout_GREETING, Timeout_ENVELOPE, Timeout_DATA};
	int ms = timeout_ms(s->run->smtp);

	for (size_t i = 0; i < LENGTH(each); i++)
		smtp_set_timeout(
		    s->handle, each[i] | Timeout_OVERRIDE_RFC2822_MINIMUM, ms);
	smtp_set_timeout(s->handle,
	    Timeout_DATA2 | Timeout_OVERRIDE_RFC2822_MINIMUM,
	    monitor_body_timeout(ms));
}

/* A stream to the relay, encrypted when the configuration says so; or -1. */
static int
open_stream(struct session *s, struct err *e)
{
	int ms = timeout_ms(s->run->smtp);
	int net = dial(s->relay->host, s->relay->port,
	    ms < CONNECT_MS ? ms : CONNECT_MS, e);

	if (net == -1 || s->relay->tls == TLS_NONE)
		return net;
	if (tls_begin(net, s->relay, s->run->smtp->ehlo, ms, &s->tls, e) == -1)
		return -1;
	return s->tls.fd;
}

static int
connect_session(struct session *s, int fd)
{
	struct err e = {""};
	int stream = open_stream(s, &e);

	if (stream == -1) {
		monitor_break(&s->monitor, e.msg);
		errno = ECONNREFUSED;
		return -1;
	}
	dup2(stream, fd);
	close(stream);
	s->connected = true;
	monitor_start(&s->monitor, fd, timeout_ms(s->run->smtp),
	    s->relay->user[0] != '\0');
	s->monitor.until = s->run->until;
	errno = 0;
	return 0;
}

int
smtp_connect(int fd, const void *address, unsigned int length)
{
	struct session *s = dialing;

	if (s == NULL)
		return (int)syscall(SYS_connect, fd, address, length);
	dialing = NULL;
	return connect_session(s, fd);
}

static void
session_begin(struct session *s, struct run *run)
{
	const struct smtp *smtp = run->smtp;

	*s = (struct session){.run = run,
	    .relay = &smtp->conf->relays[run->way],
	    .monitor = {.fd = -1}};
	s->via = xasprintf("relay %s", smtp->transport.ways.v[run->way]);
	s->handle = smtp_create_session();
	smtp_set_server(s->handle, NOWHERE);
	smtp_set_hostname(s->handle, run->smtp->ehlo);
	smtp_starttls_enable(s->handle, Starttls_DISABLED);
	smtp_set_eventcb(s->handle, on_event, s);
	smtp_set_monitorcb(s->handle, monitor_callback, &s->monitor, 0);
	set_timeouts(s);
	set_auth(s);
	next_transaction(s);
}

static void
session_end(struct session *s)
{
	smtp_destroy_session(s->handle);
	if (s->auth != NULL)
		auth_destroy_context(s->auth);
	if (s->tls.child > 0)
		tls_end(&s->tls);
	free(s->via);
}

/*
 * One session: as many messages as it takes. Returns 1 when another with the
 * same relay may do more, 0 when the relay is of no use now, with *e.
 */
static int
run_session(struct run *run, struct err *e)
{
	struct session s;
	bool lost;
	int r;

	session_begin(&s, run);
	dialing = &s;
	if (s.t.message != NULL)
		smtp_start_session(s.handle);
	if (dialing != NULL)
		monitor_break(
		    &s.monitor, "this program does not define connect()");
	dialing = NULL;
	lost = s.t.message != NULL && s.monitor.begun;
	r = s.settled > 0 && (s.accepted > 0 || (!lost && !s.closing));
	if (r == 0) {
		char *why = shown(&s, monitor_reason(&s.monitor));

		err_set(e, "%s: %s", s.via, why);
		transport_failed(&run->smtp->transport, run->way, why);
		free(why);
	}
	if (lost)
		settle(&s);
	session_end(&s);
	return r;
}

/* Everything that can be done with one relay. */
static void
run_relay(struct run *run, struct err *failed)
{
	struct err e;

	run->job = NULL;
	for (size_t i = 0; i < run->n; i++)
		job_again(&run->jobs[i]);
	while (next_job(run) != NULL)
		if (run_session(run, &e) == 0) {
			log_warn("%s", e.msg);
			if (failed->msg[0] != '\0')
				err_prefix(failed, "%s; ", e.msg);
			else
				*failed = e;
			break;
		}
}

/*
 * What is left when all relays were asked. A message that none began stays
 * untold: the caller says why.
 */
static int
tell_rest(struct run *run, struct err *failed)
{
	int r = 0;

	for (size_t i = 0; i < run->n && !run->stop; i++) {
		if (run->jobs[i].told)
			continue;
		if (job_begun(&run->jobs[i]))
			tell(run, &run->jobs[i], failed->msg);
		else
			r = -1;
	}
	return run->stop ? 0 : r;
}

static int
smtp_send(struct transport *t, const struct messages *l, sent_fn *fn, void *arg,
    struct err *e)
{
	struct smtp *smtp = (struct smtp *)t;
	struct run run = {.smtp = smtp, .n = l->n, .fn = fn, .arg = arg};
	struct err failed = {""};
	int r;

	run.jobs = xcalloc(l->n + 1, sizeof(*run.jobs));
	for (size_t i = 0; i < l->n; i++)
		job_init(&run.jobs[i], &l->v[i]);
	for (size_t i = 0; i < smtp->conf->n_relays && !run.stop; i++) {
		run.way = transport_way(t, i);
		run.last = i + 1 == smtp->conf->n_relays;
		run_relay(&run, &failed);
	}
	r = tell_rest(&run, &failed);
	if (r == -1)
		err_set(e, "%s", failed.msg);
	for (size_t i = 0; i < l->n; i++)
		job_clear(&run.jobs[i]);
	free(run.jobs);
	return r;
}

static void
smtp_close(struct transport *t)
{
	struct smtp *smtp = (struct smtp *)t;

	strv_clear(&t->ways);
	free(smtp->from);
	free(smtp->ehlo);
	free(smtp);
}

/* The name of this machine where the configuration gives none. */
static char *
ehlo_name(const char *configured)
{
	char name[256] = "";

	if (configured[0] != '\0')
		return xstrdup(configured);
	if (gethostname(name, sizeof(name) - 1) == -1 || name[0] == '\0')
		return xstrdup("localhost");
	return xstrdup(name);
}

static int
check_conf(const struct mail_conf *conf, struct err *e)
{
	const char *extra = conf->ehlo;

	if (conf->n_relays == 0)
		return err_set(e, "mail.relays: no relay is configured");
	for (; *extra != '\0'; extra++)
		if (*extra <= ' ' || *extra >= 0x7f)
			return err_set(e, "mail.ehlo: not a host name");
	return 0;
}

struct transport *
smtp_open(const struct config *conf, struct err *e)
{
	struct smtp *smtp;
	char *name, *address;

	if (check_conf(&conf->mail, e) == -1)
		return NULL;
	if (mailbox_parse(conf->mail.from, &name, &address, e) == -1) {
		err_prefix(e, "mail.from: ");
		return NULL;
	}
	free(name);
	signal(SIGPIPE, SIG_IGN);
	smtp = xcalloc(1, sizeof(*smtp));
	smtp->transport = (struct transport){
	    .send = smtp_send, .close = smtp_close, .batch = BATCH};
	config_ways(conf, CHANNEL_MAIL, &smtp->transport.ways);
	smtp->conf = &conf->mail;
	smtp->from = address;
	smtp->ehlo = ehlo_name(conf->mail.ehlo);
	return &smtp->transport;
}
