#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alertctl/feed/replay.h"
#include "base/attr.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/running.h"
#include "contacts/seed.h"
#include "store/orgs.h"

#define NEVER (INT64_C(36500) * 86400) /* seconds */

static size_t
accept_due(const struct recipient *l, size_t n, struct result *out)
{
	static char answer[] = "replayed", via[] = "replay", id[] = "";
	size_t due = 0;

	for (size_t i = 0; i < n; i++)
		if (l[i].due)
			out[due++] = (struct result){l[i].delivery,
			    OUTCOME_ACCEPTED, 250, answer, via, id, 0};
	return due;
}

/* Takes everything and sends nothing: what a replay in memory delivers to. */
static int
nobody_send(struct transport *t, const struct messages *l, sent_fn *fn,
    void *arg, struct err *e)
{
	int r = 0;

	(void)e;
	for (size_t i = 0; r == 0 && i < l->n; i++) {
		const struct message *m = &l->v[i];
		struct result *results;
		size_t n;

		/* Nothing passes over the one worker of a replay. */
		if (transport_begin_one(t, m, 0) != 1)
			break;
		results = xcalloc(m->n_to + m->n_cc + 1, sizeof(*results));
		n = accept_due(m->to, m->n_to, results);
		/* The vendors' copy has its recipients in Cc. */
		n += accept_due(m->cc, m->n_cc, results + n);
		r = fn(m, results, n, arg);
		free(results);
	}
	return 0;
}

static void
nobody_close(struct transport *t)
{
	free(t);
}

static struct transport *
nobody_open(void)
{
	struct transport *t = xcalloc(1, sizeof(*t));

	*t = (struct transport){
	    .send = nobody_send, .close = nobody_close, .batch = 1000};
	return t;
}

static void
set_worker(struct replay *r, enum channel channel, struct transport *t,
    int64_t give_up)
{
	r->workers[channel] = (struct worker){.store = r->core.store,
	    .transport = t,
	    .channel = channel,
	    .give_up = give_up,
	    .id = getpid(),
	    .actor = "replay"};
}

static int
open_transports(struct replay *r, bool deliver, struct err *e)
{
	const struct config *conf = r->core.conf;
	struct transport *mail = deliver ? maildir_open(conf, e)
					 : nobody_open();
	struct transport *sms = NULL;

	if (mail == NULL)
		return -1;
	set_worker(r, CHANNEL_MAIL, mail, conf->mail.give_up);
	if (!deliver)
		sms = nobody_open();
	else if (!conf->sms.off && (sms = smsfile_open(conf, e)) == NULL)
		return -1;
	set_worker(r, CHANNEL_SMS, sms, conf->sms.give_up);
	return 0;
}

/* Organisations and contacts of one store into another. */
static int
copy_contacts(struct store *from, struct store *to, struct err *e)
{
	struct orgs orgs = {0};
	struct contacts contacts = {0};
	int r = store_orgs(from, &orgs, e);

	if (r == 0)
		r = store_contacts(from, &contacts, e);
	for (size_t i = 0; r == 0 && i < orgs.n; i++)
		r = store_org_put(to, &orgs.v[i], e);
	for (size_t i = 0; r == 0 && i < contacts.n; i++) {
		contacts.v[i].id = 0;
		r = store_contact_put(to, &contacts.v[i], e);
	}
	contacts_clear(&contacts);
	orgs_clear(&orgs);
	return r;
}

static int
seed(struct ctl *c, struct store *to, struct err *e)
{
	struct store *from = NULL;
	int r;

	if (store_begin(to, e) == -1)
		return -1;
	if (c->config != NULL && access(c->conf->store, R_OK) == 0)
		from = store_open(c->conf->store, false, NULL);
	r = from != NULL ? copy_contacts(from, to, e)
			 : store_seed_sample(to, e);
	if (from != NULL)
		store_close(from);
	if (r == 0)
		return store_commit(to, e);
	store_rollback(to);
	return -1;
}

static int
open_memory(struct replay *r)
{
	struct err e;

	r->own = store_open(":memory:", true, &e);
	if (r->own == NULL || seed(r->c, r->own, &e) == -1)
		return ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	if (r->c->config == NULL) {
		/* The defaults send nothing; a replay shows what would go. */
		xreplace(&r->c->conf->mail.disabled_reason, "");
		r->c->conf->sms.off = false;
	}
	/* Nobody gives a receipt in a replay. */
	r->c->conf->notices.receipts = ANSWER_NO;
	r->c->conf->escalation.unreached = NEVER;
	/* Nobody is on call in a replay: no warning that nobody is paged. */
	log_open("alertctl", LOG_LEVEL_ERROR);
	return 0;
}

/* A replay must never reach anybody, nor mix with what really happened. */
static int
refuse_delivery(struct ctl *c)
{
	const struct config *conf = c->conf;
	int64_t pid;

	if (!conf->mail.maildir_only ||
	    (!conf->sms.file_only && !conf->sms.off))
		return ctl_fail(EX_CONFIG,
		    _("%s: --deliver needs mail.transport: maildir and "
		      "sms.transport: file, so that a replay reaches nobody"),
		    c->config);
	if (store_holder(conf->store, &pid) != LOCK_NOBODY)
		return ctl_fail(EX_UNAVAILABLE,
		    _("alertd is running on %s, or alertctl delivers from it: "
		      "stop it, or replay into "
		      "another "
		      "store"),
		    conf->store);
	return 0;
}

static int
open_configured(struct replay *r)
{
	struct ctl *c = r->c;
	struct incidents l = {0};
	struct err e;
	bool made = access(c->conf->store, F_OK) == -1;
	int status = refuse_delivery(c);

	if (status == 0)
		status = ctl_store(c, true);
	if (status != 0)
		return status;
	if (store_incidents(c->store, 1, &l, &e) == -1)
		return ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	if (l.n > 0)
		status = ctl_fail(EX_DATAERR,
		    _("%s has incidents already: replay into an empty store"),
		    c->conf->store);
	else if (made && store_seed_sample(c->store, &e) == -1)
		status = ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	else if (made)
		ctl_fail(EX_OK, _("%s is made, with the sample contacts"),
		    c->conf->store);
	incidents_clear(&l);
	return status;
}

int
replay_open(struct replay *r, bool deliver)
{
	struct err e;
	int status = deliver ? open_configured(r) : open_memory(r);

	r->c->conf->escalation.ack_lapse = NEVER;

	if (status != 0)
		return status;
	r->core = ctl_core_over(r->c, deliver ? r->c->store : r->own);
	r->core.actor = "replay";
	if (open_transports(r, deliver, &e) == -1)
		return ctl_fail(EX_CANTCREAT, "%s", e.msg);
	return 0;
}

void
replay_close(struct replay *r)
{
	for (size_t i = 0; i < LENGTH(r->workers); i++)
		if (r->workers[i].transport != NULL)
			r->workers[i].transport->close(r->workers[i].transport);
	if (r->own != NULL)
		store_close(r->own);
	for (size_t i = 0; i < r->n_mails; i++)
		mail_clear(&r->mails[i]);
	free(r->mails);
	free(r->feed);
	free(r->failure);
	free(r->first_failure);
}
