#include <curl/curl.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "alertctl/ui/colour.h"
#include "alertctl/check/online.h"
#include "base/attr.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/tr.h"

/* A part of what libcurl, OpenSSL, the system or a server says. */
static const struct {
	const char *in, *remedy;
} remedies[] = {
    {"look up", N_("is the name right, and does DNS work on this machine?")},
    {"resolve host", N_("is the name right, and does DNS work on this "
			"machine?")},
    {"refused: certificate has expired",
	N_("renew the certificate of the server")},
    {"certificate has expired", N_("renew the certificate of the server")},
    {"not yet valid", N_("is the clock of this machine right?")},
    {"ostname mismatch", N_("give the name that the certificate is for")},
    {"IP address mismatch", N_("give the name that the certificate is for, not "
			       "its address")},
    {"no alternative certificate",
	N_("give the name that the certificate is for")},
    {"does not match target host",
	N_("give the name that the certificate is for")},
    {"self-signed", N_("give the CA's certificate as ca_file")},
    {"self signed", N_("give the CA's certificate as ca_file")},
    {"local issuer", N_("give the CA's certificate as ca_file, or have the "
			"server send the whole chain")},
    {"STARTTLS is not offered", N_("is it the right port? 587 mostly has it; "
				   "465 is tls: tls")},
    {"wrong version number", N_("is it the right port for this kind of TLS?")},
    {"packet length", N_("is it the right port for this kind of TLS?")},
    {"AUTH: ", N_("are user and password right?")},
    {"Couldn't open file", N_("is the path right, and may we read it?")},
    {"for /healthz", N_("does the proxy lead to web.listen?")},
    {"HTTP status 401", N_("is the token, or user and password, right?")},
    {"HTTP status 403", N_("is the account allowed to, from this address?")},
    {"HTTP status 404", N_("is the path of the URL right?")},
    {"onnection refused", N_("does it run, and are host and port right?")},
    {"ouldn't connect", N_("does it run, and are host and port right?")},
    {"imed out", N_("does a firewall keep us from it?")},
    {"no answer", N_("something is there that says nothing: is it the right "
		     "port?")},
    {"unreachable", N_("has this machine a way there?")},
};

const char *
online_remedy(const char *why)
{
	for (size_t i = 0; i < LENGTH(remedies); i++)
		if (strstr(why, remedies[i].in) != NULL)
			return _(remedies[i].remedy);
	return "";
}

char *
online_origin(const char *url)
{
	static const CURLUPart parts[] = {
	    CURLUPART_SCHEME, CURLUPART_HOST, CURLUPART_PORT};
	char *text[LENGTH(parts)] = {NULL}, *out;
	CURLU *u = curl_url();

	if (u == NULL || curl_url_set(u, CURLUPART_URL, url, 0) != CURLUE_OK) {
		curl_url_cleanup(u);
		return xstrdup(_("a URL"));
	}
	for (size_t i = 0; i < LENGTH(parts); i++)
		curl_url_get(u, parts[i], &text[i], 0);
	out = xasprintf("%s://%s%s%s", text[0] != NULL ? text[0] : "",
	    text[1] != NULL ? text[1] : "", text[2] != NULL ? ":" : "",
	    text[2] != NULL ? text[2] : "");
	for (size_t i = 0; i < LENGTH(parts); i++)
		curl_free(text[i]);
	curl_url_cleanup(u);
	return out;
}

/* --- what there is -------------------------------------------------------- */

/* Takes over what. */
static void
add(struct probes *l, const struct config *conf, const char *key, char *what,
    struct conf_place at, probe_fn *run, const void *target)
{
	l->v = xreallocarray(l->v, l->n + 1, sizeof(*l->v));
	l->v[l->n++] = (struct probe){.what = what,
	    .key = key,
	    .at = at,
	    .run = run,
	    .target = target,
	    .conf = conf};
}

static void
find_mail(const struct config *c, struct probes *out)
{
	for (size_t i = 0; !c->mail.maildir_only && i < c->mail.n_relays; i++) {
		const struct relay_conf *r = &c->mail.relays[i];

		add(out, c, "mail.relays[]",
		    xasprintf(_("relay %s:%lld"), r->host, (long long)r->port),
		    r->at, online_relay, r);
	}
}

static void
find_sms(const struct config *c, struct probes *out)
{
	const struct sms_conf *s = &c->sms;

	for (size_t i = 0; !s->off && !s->file_only && i < s->n_gateways; i++)
		add(out, c, "sms.gateways[]",
		    xasprintf(_("gateway %s"), s->gateways[i].name),
		    s->gateways[i].at, online_gateway, &s->gateways[i]);
}

static void
find_calendars(const struct config *c, struct probes *out)
{
	for (size_t i = 0; i < c->n_rotas; i++) {
		const struct rota_conf *r = &c->rotas[i];

		if (strstr(r->calendar, "://") != NULL)
			add(out, c, "rotas[].calendar",
			    xasprintf(_("calendar of %s"), r->name),
			    (struct conf_place){r->line, r->col},
			    online_calendar, r);
	}
}

void
probes_find(const struct config *c, struct probes *out)
{
	for (size_t i = 0; i < c->n_feeds; i++)
		add(out, c, "feeds[]",
		    xasprintf(_("feed %s"), c->feeds[i].name), c->feeds[i].at,
		    online_feed, &c->feeds[i]);
	find_mail(c, out);
	find_sms(c, out);
	find_calendars(c, out);
	if (*c->deadman.url != '\0')
		add(out, c, "deadman.url", online_origin(c->deadman.url),
		    c->deadman.at, online_deadman, &c->deadman);
	if (!c->web.off && *c->web.base_url != '\0')
		add(out, c, "web.base_url", xstrdup(c->web.base_url), c->web.at,
		    online_page, &c->web);
}

void
probes_clear(struct probes *l)
{
	for (size_t i = 0; i < l->n; i++)
		free(l->v[i].what);
	free(l->v);
	*l = (struct probes){0};
}

/* --- all at once ---------------------------------------------------------- */

/* What a probe says to us: a sign, then a sentence. */
#define GOOD '+'
#define BAD '-'

/* In the child. */
static _Noreturn void
run_one(const struct probe *p, int out)
{
	struct err said = {""};
	char sign = p->run(p, &said) == 0 ? GOOD : BAD;
	size_t n = strlen(said.msg);

	if (write(out, &sign, 1) != 1 || write(out, said.msg, n) != (ssize_t)n)
		_exit(1);
	_exit(0);
}

/* The end to read from, and *pid; -1 with why in p->said. */
static int
start(struct probe *p, pid_t *pid)
{
	int ends[2];

	if (pipe(ends) == -1)
		return err_set(&p->said, "pipe: %s", strerror(errno));
	*pid = fork();
	if (*pid == 0) {
		close(ends[0]);
		run_one(p, ends[1]);
	}
	close(ends[1]);
	if (*pid != -1)
		return ends[0];
	close(ends[0]);
	return err_set(&p->said, "fork: %s", strerror(errno));
}

/* Whether it has ended; what it has said so far is in said. */
static bool
hear(int fd, struct buf *said)
{
	char bytes[ERR_MAX];
	ssize_t n = read(fd, bytes, sizeof(bytes));

	if (n == -1 && errno == EINTR)
		return false;
	if (n > 0)
		buf_add(said, bytes, (size_t)n);
	return n <= 0;
}

static void
settle(struct probe *p, const struct buf *said, bool late)
{
	const char *s = buf_str(said);

	p->good = s[0] == GOOD;
	if (s[0] == GOOD || s[0] == BAD)
		err_set(&p->said, "%s", s + 1);
	else if (late)
		err_set(
		    &p->said, "no answer within %d s", LIMIT_ONLINE_SECONDS);
	else
		err_set(&p->said, "the check itself ended early");
}

struct running {
	struct pollfd *fds; /* fd -1: it is settled */
	pid_t *pids;
	struct buf *said;
	size_t left;
};

static void
end_one(struct probes *l, struct running *r, size_t i, bool late)
{
	if (late)
		kill(r->pids[i], SIGKILL);
	while (waitpid(r->pids[i], NULL, 0) == -1 && errno == EINTR)
		;
	close(r->fds[i].fd);
	r->fds[i].fd = -1;
	settle(&l->v[i], &r->said[i], late);
	r->left--;
}

static void
wait_all(struct probes *l, struct running *r)
{
	int64_t until = clock_read().mono_ms + LIMIT_ONLINE_SECONDS * 1000;

	while (r->left > 0) {
		int64_t ms = until - clock_read().mono_ms;
		bool late = ms <= 0;

		poll(r->fds, (nfds_t)l->n, late ? 0 : (int)ms);
		for (size_t i = 0; i < l->n; i++)
			if (r->fds[i].fd != -1 &&
			    ((r->fds[i].revents != 0 &&
				 hear(r->fds[i].fd, &r->said[i])) ||
				late))
				end_one(l, r, i, late);
	}
}

void
probes_run(struct probes *l)
{
	struct running r = {.fds = xcalloc(l->n + 1, sizeof(*r.fds)),
	    .pids = xcalloc(l->n + 1, sizeof(*r.pids)),
	    .said = xcalloc(l->n + 1, sizeof(*r.said))};

	fflush(stdout);
	fflush(stderr);
	for (size_t i = 0; i < l->n; i++) {
		buf_init(&r.said[i], ERR_MAX);
		r.fds[i] = (struct pollfd){
		    .fd = start(&l->v[i], &r.pids[i]), .events = POLLIN};
		r.left += r.fds[i].fd != -1;
	}
	wait_all(l, &r);
	for (size_t i = 0; i < l->n; i++)
		buf_clear(&r.said[i]);
	free(r.fds);
	free(r.pids);
	free(r.said);
}

/* --- what is told --------------------------------------------------------- */

size_t
probes_print(const struct config *conf, const struct probes *l)
{
	size_t bad = 0;

	for (size_t i = 0; i < l->n; i++) {
		const struct probe *p = &l->v[i];
		enum paint paint = p->good ? PAINT_GOOD : PAINT_LOUD;
		const char *help = p->good ? "" : online_remedy(p->said.msg);

		bad += !p->good;
		printf("%s%s%s%*s%s:%u:%u: %s: %s: %s%s%s\n", colour(paint),
		    p->good ? _("ok") : _("FAILED"), colour_end(paint),
		    p->good ? 7 : 3, "", conf->file, p->at.line, p->at.col,
		    p->key, p->what, p->said.msg, *help != '\0' ? "; " : "",
		    help);
	}
	if (l->n == 0)
		printf("%s\n", _("nothing outside of this machine is named"));
	return bad;
}

size_t
probes_json(const struct config *conf, const struct probes *l, json_t *list)
{
	size_t bad = 0;

	for (size_t i = 0; i < l->n; i++) {
		const struct probe *p = &l->v[i];

		bad += !p->good;
		json_array_append_new(list,
		    json_pack("{s:s, s:s, s:i, s:i, s:s, s:s, s:s, s:b, s:s}",
			"kind", "online", "file", conf->file, "line",
			(int)p->at.line, "column", (int)p->at.col, "key",
			p->key, "what", p->what, "message", p->said.msg, "ok",
			p->good, "remedy",
			p->good ? "" : online_remedy(p->said.msg)));
	}
	return bad;
}
