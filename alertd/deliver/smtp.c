#include <openssl/ssl.h>

#include <auth-client.h>
#include <errno.h>
#include <libesmtp.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sysexits.h>
#include <unistd.h>

#include "base/attr.h"
#include "base/clock.h"
#include "base/limits.h"
#include "base/mem.h"
#include "deliver/compose.h"
#include "deliver/dial.h"
#include "deliver/hide.h"
#include "deliver/frame.h"
#include "deliver/job.h"
#include "deliver/monitor.h"
#include "deliver/pack.h"
#include "deliver/smtp.h"
#include "deliver/tls.h"

#define CONNECT_MS 15000
#define IDLE_MS 3000 /* that a connection is kept for the next message */
/*
 * Of a message, between two looks: libesmtp sends as many at once. Before the
 * first look more, as the relay has taken all that was before.
 */
#define FLOW_BYTES 2048
#define FLOW_FIRST (DIAL_QUEUE / 2)
/* Never connected to: the address and port that libesmtp is told. */
#define NOWHERE "127.0.0.1:0"

/* What this process does: one message after another, with one relay. */
struct run {
	const struct smtp_conf *smtp;
	const struct relay_conf *relay;
	int fd; /* to the worker */
	struct pulse *pulse;
	struct buf buf;
	bool over; /* no more come */
	bool busy; /* one is in hand, and not told: */
	struct message message;
	struct job job;
	int64_t until; /* its time with the relay is over */
};

/* MAIL to the final dot: one message, or a part of its recipients. */
struct transaction {
	smtp_message_t message; /* NULL: none is open */
	struct item *items[LIMIT_MAIL_RCPT];
	smtp_recipient_t rcpt[LIMIT_MAIL_RCPT];
	size_t n;
	bool given; /* the text was handed to libesmtp */
	int unseen; /* bytes of it that may go before it is looked whether */
	bool ended; /* its end was, over a connection that stood */
};

/* One connection to one relay. */
struct session {
	struct run *run;
	const struct relay_conf *relay;
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
	jmp_buf out; /* of libesmtp */
};

static int
timeout_ms(const struct smtp_conf *smtp)
{
	return (int)smtp->mail->timeout * 1000;
}

/* The session whose connection libesmtp is about to ask for; that it has. */
static struct session *dialing, *speaking;

/* libesmtp sends QUIT from here on; a new session does the rest. */
static bool
session_full(const struct session *s)
{
	return s->closing || s->run->over ||
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

	item_set(i, outcome, code, text, "");
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
	else if (t->ended && code_class(rcpt) == 2 && code_class(data) == 2 &&
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

/* --- what the worker is told -----------------------------------------------
 */

/* A code that no server may send is none. */
static int
plain_code(int code)
{
	return code >= 0 && code <= 999 ? code : 0;
}

/*
 * The words of many recipients may be too much; what became of each is never:
 * it is shorter than what the session was given.
 */
static void
pack_report(struct tidings *r, struct buf *out)
{
	static char nothing[] = "";

	buf_reset(out);
	pack_tidings(r, out);
	if (!buf_failed(out))
		return;
	for (size_t i = 0; i < r->n; i++)
		if (r->results[i].answer != NULL)
			r->results[i].answer = nothing;
	buf_reset(out);
	pack_tidings(r, out);
}

/* Without the worker there is nothing to be done. */
static void
report(struct run *run, bool failed, const char *why)
{
	struct job *j = &run->job;
	struct tidings r = {.failed = failed,
	    .why = (char *)(uintptr_t)why,
	    .results = xcalloc(j->n + 1, sizeof(*r.results)),
	    .n = j->n};

	for (size_t i = 0; i < j->n; i++) {
		r.results[i] = j->items[i].result;
		r.results[i].code = plain_code(r.results[i].code);
	}
	pack_report(&r, &run->buf);
	free(r.results);
	job_clear(j);
	message_clear(&run->message);
	run->busy = false;
	/* The worker may have no time to listen now. */
	pulse_told(run->pulse);
	if (buf_failed(&run->buf) || frame_send(run->fd, &run->buf) == -1)
		_exit(EX_SOFTWARE);
}

/* Whether the session has shown that the relay is of no use now. */
static bool
has_failed(const struct session *s, bool lost)
{
	return s->settled == 0 || (s->accepted == 0 && (lost || s->closing));
}

/* Told when nothing of it is to be tried at once. */
static void
job_advanced(struct session *s, bool lost)
{
	bool failed = has_failed(s, lost);
	char *why;

	if (!s->run->busy || job_count(&s->run->job, ITEM_TODO) > 0)
		return;
	why = shown(s, failed ? monitor_reason(&s->monitor) : "");
	report(s->run, failed, why);
	free(why);
}

static void
settle(struct session *s, bool lost)
{
	struct transaction *t = &s->t;
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
	job_advanced(s, lost);
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
		s->t.unseen = FLOW_FIRST;
		monitor_gather(&s->monitor, true);
		errno = 0;
		*len = (int)s->run->job.mail.len;
		return s->run->job.mail.data;
	}
	*len = 0;
	monitor_gather(&s->monitor, false);
	if (monitor_flow(&s->monitor) && !monitor_alive(&s->monitor))
		monitor_break(
		    &s->monitor, "the connection was lost in the message");
	if (!pulse_end(s->run->pulse))
		monitor_break(&s->monitor, "another relay has it");
	s->t.ended = s->monitor.why[0] == '\0';
	if (s->t.ended)
		monitor_body_ended(&s->monitor);
	errno = 0;
	return NULL;
}

/* Composes the mail; without one, nobody can get it. */
static bool
job_compose(struct run *run)
{
	struct job *j = &run->job;
	struct err e;

	if (compose(j->m, run->smtp->mail, NULL, &j->mail, &e) == 0)
		return true;
	for (size_t i = 0; i < j->n; i++)
		item_set(&j->items[i], OUTCOME_PERMFAIL, 0, e.msg, "");
	report(run, false, "");
	return false;
}

/*
 * Waits for a message, with a connection (relay is not -1) for a while only,
 * and until the relay says anything, which can only be that it is tired.
 */
static bool
is_there(const struct run *run, int relay)
{
	struct pollfd fds[] = {
	    {.fd = run->fd, .events = POLLIN}, {.fd = relay, .events = POLLIN}};
	int r;

	do
		r = poll(fds, 2, relay == -1 ? -1 : IDLE_MS);
	while (r == -1 && errno == EINTR);
	return r > 0 && fds[1].revents == 0;
}

static bool
take_job(struct run *run)
{
	struct err e;

	if (frame_receive(run->fd, &run->buf) != 1) {
		run->over = true;
		return false;
	}
	if (unpack_message(run->buf.data, run->buf.len, &run->message, &e) ==
	    -1)
		_exit(EX_SOFTWARE);
	job_init(&run->job, &run->message);
	run->busy = true;
	pulse_begin(run->pulse);
	run->until = clock_read().mono_ms +
		     monitor_message_timeout(timeout_ms(run->smtp));
	return true;
}

/* The one in hand, or the next; NULL when there is none. */
static struct job *
next_job(struct run *run, int relay)
{
	while (
	    !run->busy && !run->over && is_there(run, relay) && take_job(run))
		job_compose(run);
	return run->busy ? &run->job : NULL;
}

/* Adds the next transaction to the session; without one, it says QUIT. */
static void
next_transaction(struct session *s)
{
	struct transaction *t = &s->t;
	struct job *j;
	char *from;

	*t = (struct transaction){0};
	j = session_full(s) ? NULL : next_job(s->run, s->monitor.fd);
	if (j == NULL)
		return;
	t->message = smtp_add_message(s->handle);
	if (t->message == NULL)
		return;
	s->transactions++;
	s->monitor.begun = false;
	s->monitor.until = s->run->until;
	from = envelope_sender(j->m, s->run->smtp->mail, s->run->smtp->from);
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
	settle(s, false);
	next_transaction(s);
}

/*
 * libesmtp is about to add a line of so many bytes to those that it sends
 * together: there is a look before each sending, not before each line.
 */
static void
line_comes(struct session *s, int len)
{
	struct transaction *t = &s->t;

	if (t->unseen < len) {
		monitor_flow(&s->monitor);
		t->unseen = FLOW_BYTES;
	}
	t->unseen -= len;
}

static void
on_event(smtp_session_t handle, int event, void *arg, ...)
{
	struct session *s = arg;
	const smtp_status_t *mail;
	va_list more;

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
		va_start(more, arg);
		(void)va_arg(more, smtp_message_t);
		line_comes(s, va_arg(more, int));
		va_end(more);
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

/*
 * What has come of the message in hand when the connection is over. What it
 * did not come to goes another way, or by a new connection.
 */
static void
session_over(struct session *s)
{
	bool lost = s->t.message != NULL && s->monitor.begun;

	if (lost)
		settle(s, true);
	if (s->run->busy && has_failed(s, lost)) {
		char *why = shown(s, monitor_reason(&s->monitor));

		report(s->run, true, why);
		free(why);
	}
}

/* Out of libesmtp, which loses its buffers of 4 kB by it. */
static void
give_up(void *arg)
{
	struct session *s = arg;

	longjmp(s->out, 1);
}

static int
connect_session(struct session *s, int fd)
{
	struct err e = {""};
	int stream;

	/* That we were busy ourselves is no silence of the relay. */
	pulse_begin(s->run->pulse);
	stream = open_stream(s, &e);
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
	s->monitor.pulse = s->run->pulse;
	s->monitor.give_up = give_up;
	s->monitor.arg = s;
	speaking = s;
	pulse_sign(s->run->pulse);
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

int
smtp_poll(struct pollfd *fds, unsigned long n, int timeout_ms)
{
	if (speaking != NULL && n > 0 && fds[0].fd == speaking->monitor.fd)
		return monitor_poll(&speaking->monitor, fds, n, timeout_ms);
	return system_poll(fds, n, timeout_ms);
}

static void
session_begin(struct session *s, struct run *run)
{
	*s = (struct session){
	    .run = run, .relay = run->relay, .monitor = {.fd = -1}};
	s->handle = smtp_create_session();
	smtp_set_server(s->handle, NOWHERE);
	smtp_set_hostname(s->handle, run->smtp->ehlo);
	smtp_starttls_enable(s->handle, Starttls_DISABLED);
	smtp_set_eventcb(s->handle, on_event, s);
	smtp_set_monitorcb(s->handle, monitor_callback, &s->monitor, 0);
	set_timeouts(s);
	set_auth(s);
	pulse_stage(run->pulse, PACE_OPENING);
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
}

static void
speak(struct session *s)
{
	dialing = s;
	if (setjmp(s->out) == 0)
		smtp_start_session(s->handle);
	else
		close(s->monitor.fd);
	if (dialing != NULL)
		monitor_break(
		    &s->monitor, "this program does not define connect()");
	dialing = speaking = NULL;
}

/* One connection: as many messages as it takes. One is in hand. */
static void
run_session(struct run *run)
{
	struct session s;

	session_begin(&s, run);
	if (s.t.message != NULL)
		speak(&s);
	session_over(&s);
	session_end(&s);
}

/*
 * A process that was just forked shares its memory, and to make a page its own
 * takes time; better while it waits for its first message than when that waits.
 */
static void
warm_up(int fd)
{
	if (wait_fd(fd, POLLIN, 0) != 0)
		return;
	compose_ready();
	smtp_destroy_session(smtp_create_session());
}

void
smtp_session(const struct smtp_conf *smtp, const struct relay_conf *relay,
    int fd, struct pulse *pulse)
{
	struct run run = {
	    .smtp = smtp, .relay = relay, .fd = fd, .pulse = pulse};

	signal(SIGPIPE, SIG_IGN);
	buf_init(&run.buf, LIMIT_PACKED);
	warm_up(fd);
	while (next_job(&run, -1) != NULL)
		run_session(&run);
	buf_clear(&run.buf);
}
