#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sysexits.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/limits.h"
#include "base/log.h"
#include "base/rest.h"
#include "base/running.h"
#include "base/str.h"
#include "sandbox/record.h"
#include "setup.h"
#include "web/awake.h"
#include "web/http.h"
#include "web/route.h"
#include "web/serve.h"

#define PATIENCE_MS 2000 /* for answers that are under way at the end */
#define AWAKE_MS 5000 /* without a request until it sleeps */
#define FILES_ASIDE 64 /* descriptors that are no connections */

struct options {
	const char *config;
	int wake;
};

struct serving {
	struct web web;
	struct core core;
	struct http_server *server;
	int signals, wake;
};

/* http_answer: what was changed is the daemon's business at once. */
static void
on_request(void *arg, struct http_request *q, struct http_response *r)
{
	struct serving *s = arg;

	s->web.changed = q->method == HTTP_POST;
	route_answer(&s->web, q, r);
	if (s->web.changed && r->status < 400)
		daemon_wake(s->web.conf->store);
}

/* Takes what the supervisor says, and answers; true when we are to end. */
static bool
told_to_end(int fd)
{
	char bytes[64];
	ssize_t n = read(fd, bytes, sizeof(bytes));

	if (n == -1)
		return errno != EAGAIN && errno != EINTR;
	if (n > 0 && memchr(bytes, '?', (size_t)n) != NULL)
		/* A full socket holds answers enough. */
		(void)send(fd, ".", 1, MSG_DONTWAIT | MSG_NOSIGNAL);
	return n == 0 || memchr(bytes, 'q', (size_t)n) != NULL;
}

/* What a page has begun to count, a little between two requests. */
static void
count_on(struct web *w)
{
	struct err e;

	if (reached_step(w, &e) == -1)
		log_error(
		    "page: the municipalities are not counted: %s", e.msg);
}

/* Milliseconds to wait; for who sleeps already they may be many. */
static int
wait_for(const struct serving *s)
{
	int ms = reached_waits(&s->web) ? 0 : http_wait(s->server);

	return s->web.store == NULL || ms < AWAKE_MS ? ms : AWAKE_MS;
}

/* Who is awake is soon asked for more: a rest would cost as much as answers. */
static int
wait_with(const struct serving *s, struct pollfd *fds, nfds_t n, int ms)
{
	return s->web.store == NULL ? rest_poll(fds, n, ms) : poll(fds, n, ms);
}

static void
loop(struct serving *s)
{
	for (;;) {
		struct pollfd fds[] = {
		    {.fd = s->signals, .events = POLLIN},
		    {.fd = s->wake, .events = POLLIN},
		    {.fd = http_fd(s->server), .events = POLLIN},
		};
		int wait = wait_for(s);
		int n = wait_with(s, fds, LENGTH(fds), wait);

		if (n == -1 && errno != EINTR)
			log_error("poll: %s", strerror(errno));
		if (n == 0 && s->web.store != NULL && wait == AWAKE_MS)
			asleep(&s->web);
		if (fds[0].revents != 0 ||
		    (fds[1].revents != 0 && told_to_end(s->wake)))
			return;
		http_turn(s->server, clock_read().mono_ms);
		count_on(&s->web);
	}
}

/* Room for every connection, as far as we may. */
static void
raise_files(void)
{
	rlim_t want = LIMIT_HTTP_CONNECTIONS + FILES_ASIDE;
	struct rlimit l;

	if (getrlimit(RLIMIT_NOFILE, &l) == -1 || l.rlim_cur >= want)
		return;
	l.rlim_cur = want < l.rlim_max ? want : l.rlim_max;
	if (setrlimit(RLIMIT_NOFILE, &l) == -1)
		log_warn("setrlimit: %s", strerror(errno));
}

static int
open_signals(void)
{
	sigset_t set;

	signal(SIGPIPE, SIG_IGN);
	sigemptyset(&set);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGINT);
	sigprocmask(SIG_BLOCK, &set, NULL);
	return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

/* With the store open. */
static int
serve(struct serving *s, const struct web_conf *conf)
{
	struct endpoint at;
	struct err e;

	s->signals = open_signals();
	if (s->signals == -1) {
		log_error("signalfd: %s", strerror(errno));
		return EX_OSERR;
	}
	raise_files();
	if (endpoint_parse(conf->listen, &at, &e) == 0)
		s->server = http_open(&at, on_request, s, &e);
	if (s->server == NULL) {
		log_error("%s: %s", conf->listen, e.msg);
		return EX_UNAVAILABLE;
	}
	log_info("listening on %s", conf->listen);
	sandbox_on_record(SANDBOX_WEB, s->web.conf, s->web.store);
	loop(s);
	http_close(s->server, PATIENCE_MS);
	return EX_OK;
}

static int
serve_with(const struct setup *setup, const struct options *o)
{
	struct serving s = {.signals = -1, .wake = o->wake};
	struct err e;
	int status;

	s.web = (struct web){.conf = setup->conf, .core = &s.core};
	if (tiles_load(&s.web.tiles, &e) == -1) {
		log_error("%s", e.msg);
		return EX_SOFTWARE;
	}
	s.core = (struct core){
	    .conf = setup->conf,
	    .filter = setup->filter,
	    .templates = setup->templates,
	    .actor = "alertd-web",
	};
	if (awake(&s.web, &e) == -1) {
		log_error("store: %s", e.msg);
		tiles_clear(&s.web.tiles);
		return EX_TEMPFAIL;
	}
	status = serve(&s, &setup->conf->web);
	kept_clear(s.web.kept);
	reached_clear(s.web.reached);
	asleep(&s.web);
	tiles_clear(&s.web.tiles);
	if (s.signals != -1)
		close(s.signals);
	return status;
}

static int
parse_options(int argc, char **argv, struct options *o)
{
	int64_t fd;
	int c;

	while ((c = getopt(argc, argv, "c:w:")) != -1) {
		if (c == 'c')
			o->config = optarg;
		else if (c == 'w' && parse_int(optarg, 0, 1 << 20, &fd) == 0)
			o->wake = (int)fd;
		else
			return -1;
	}
	return optind == argc ? 0 : -1;
}

int
serve_main(int argc, char **argv)
{
	struct options o = {"/etc/alertd/alertd.yaml", -1};
	struct diags problems = {0};
	struct setup setup;
	int status;

	if (parse_options(argc, argv, &o) == -1) {
		fprintf(stderr, "usage: alertd-web [-c file] [-w fd]\n");
		return EX_USAGE;
	}
	sandbox_private();
	log_open("alertd-web", LOG_LEVEL_INFO);
	status = setup_load(&setup, o.config, CONF_WEB, &problems);
	diags_log(&problems);
	diags_clear(&problems);
	if (status == -1)
		return EX_CONFIG;
	if (setup.conf->web.off) {
		log_error("%s: there is no web:", o.config);
		status = EX_CONFIG;
	} else {
		status = serve_with(&setup, &o);
	}
	setup_clear(&setup);
	return status;
}
