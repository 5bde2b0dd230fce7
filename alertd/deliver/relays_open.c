#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <unistd.h>

#include "base/address.h"
#include "base/clock.h"
#include "base/limits.h"
#include "base/mem.h"
#include "conf/ways.h"
#include "deliver/relays_parts.h"

static int
relays_rest(struct transport *t)
{
	struct relays *r = (struct relays *)t;
	int64_t left = r->rest - clock_read().mono_ms;

	if (r->rest != 0 && left > 0)
		return (int)left;
	r->rest = 0;
	lanes_end_idle(r);
	return lanes_reap(r) ? -1 : REAP_MS;
}

static void
relays_close(struct transport *t)
{
	struct relays *r = (struct relays *)t;

	lanes_close(r);
	if (r->epoll != -1)
		close(r->epoll);
	buf_clear(&r->packed);
	strv_clear(&t->ways);
	free(t->lost);
	free(r->from);
	free(r->ehlo);
	free(r);
}

/* --- opening -------------------------------------------------------------- */

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

static struct relays *
new_relays(const struct config *conf, char *address)
{
	struct relays *r = xcalloc(1, sizeof(*r));
	char *lock = xasprintf("%s.lock", conf->store);

	r->transport = (struct transport){.send = relays_send,
	    .rest = relays_rest,
	    .ready = lanes_ready,
	    .close = relays_close};
	config_ways(conf, CHANNEL_MAIL, &r->transport.ways);
	r->conf = &conf->mail;
	r->pace = (struct pace_conf){.late_after = conf->mail.late_after * 1000,
	    .slow_after = conf->mail.slow_after * 1000};
	r->from = address;
	r->ehlo = ehlo_name(conf->mail.ehlo);
	r->smtp = (struct smtp_conf){&conf->mail, r->from, r->ehlo};
	r->lock = session_find_lock(lock);
	TAILQ_INIT(&r->busy);
	TAILQ_INIT(&r->ending);
	buf_init(&r->packed, LIMIT_PACKED);
	free(lock);
	return r;
}

struct transport *
relays_open(const struct config *conf, struct err *e)
{
	struct relays *r;
	char *name, *address;

	if (check_conf(&conf->mail, e) == -1)
		return NULL;
	if (mailbox_parse(conf->mail.from, &name, &address, e) == -1) {
		err_prefix(e, "mail.from: ");
		return NULL;
	}
	free(name);
	signal(SIGPIPE, SIG_IGN);
	r = new_relays(conf, address);
	lanes_open(r);
	r->epoll = epoll_create1(EPOLL_CLOEXEC);
	if (r->epoll == -1) {
		err_set(e, "epoll: %s", strerror(errno));
		relays_close(&r->transport);
		return NULL;
	}
	return &r->transport;
}
