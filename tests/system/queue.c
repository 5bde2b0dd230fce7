/*
 * queue: makes and lists databases for the tests of the delivery workers.
 *
 * queue make DB [TEXT]: makes the database, reads lines "CODE ADDRESS" (the
 * contacts; a municipality for each code), and queues one notice to each by
 * mail, with the text of the file TEXT.
 * queue sms DB: the same, "CODE NUMBER" by SMS.
 * queue list DB: the deliveries as a JSON array.
 * queue recover DB: gives back what dead workers hold.
 * queue open DB: makes it, or brings it up to date.
 * queue recover-once DB: the same with sms.on_unknown: once.
 */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/str.h"
#include "outbox/outbox.h"
#include "store/audit.h"
#include "store/messages.h"
#include "store/settled.h"

#define TEXT "FMK kan ikke bruges lige nu.\n.punktum\nslut\n"

struct queue {
	struct store *store;
	enum channel channel;
	struct notice notice;
	int64_t now;
	struct err e;
};

static void
die(const struct queue *q)
{
	fprintf(stderr, "queue: %s\n", q->e.msg);
	exit(1);
}

/* The lines of standard input as organisations and contacts. */
static void
read_contacts(struct queue *q, struct orgs *orgs, struct contacts *contacts)
{
	char line[1024], code[16], address[512], nothing[] = "",
						 name[] = "Åse Prøve";

	while (fgets(line, sizeof(line), stdin) != NULL) {
		struct org o = {.kind = ORG_MUNICIPALITY,
		    .code = code,
		    .name = code,
		    .region = nothing,
		    .vendor = nothing};
		struct contact c = {.org = code, .name = name, .enabled = true};

		if (sscanf(line, "%15s %511[^\n]", code, address) != 2)
			continue;
		c.email = q->channel == CHANNEL_MAIL ? address : nothing;
		c.phone = q->channel == CHANNEL_SMS ? address : nothing;
		if (store_org_put(q->store, &o, &q->e) == -1 ||
		    store_contact_put(q->store, &c, &q->e) == -1)
			die(q);
		contacts_add(contacts, &c);
	}
	if (store_orgs(q->store, orgs, &q->e) == -1)
		die(q);
}

static void
add_incident(struct queue *q)
{
	struct incident i;

	incident_init(&i);
	i.state = INCIDENT_OPEN;
	i.effect = EFFECT_OUTAGE;
	i.opened_at = q->now;
	xreplace(&i.title, "FMK er nede");
	if (store_incident_put(q->store, &i, &q->e) == -1)
		die(q);
	q->notice.incident = i.id;
	incident_clear(&i);
}

static void
add_notice(struct queue *q, char *text)
{
	static char title[] = "FMK er nede på nu", reason[] = "test";
	char *html = xasprintf("<p>%s</p>\n", text);
	struct notice_body body = {.audience = ORG_MUNICIPALITY,
	    .subject = title,
	    .text = text,
	    .html = html,
	    .sms = text};

	q->notice.number = 1;
	q->notice.type = NOTICE_FIRST;
	q->notice.effect = EFFECT_OUTAGE;
	q->notice.at = q->now;
	q->notice.next = q->now + 7200;
	q->notice.title = title;
	q->notice.reason = reason;
	if (store_notice_add(q->store, &q->notice, &q->e) == -1 ||
	    store_notice_body_add(q->store, q->notice.id, &body, &q->e) == -1)
		die(q);
	free(html);
}

static void
add_messages(
    struct queue *q, const struct orgs *orgs, const struct contacts *contacts)
{
	struct contact *own = xcalloc(contacts->n + 1, sizeof(*own));

	for (size_t i = 0; i < orgs->n; i++) {
		const struct org *o = &orgs->v[i];
		char *id = xasprintf("test-1-1-%s@example.dk", o->code);
		size_t n = 0;

		for (size_t k = 0; k < contacts->n; k++)
			if (strcmp(contacts->v[k].org, o->code) == 0)
				own[n++] = contacts->v[k];
		if (store_message_add(q->store, &q->notice, q->channel, o, own,
			n, id, q->now, &q->e) == -1)
			die(q);
		free(id);
	}
	free(own);
}

static void
make(struct queue *q, char *text)
{
	struct orgs orgs = {0};
	struct contacts contacts = {0};

	q->now = clock_read().wall - 1;
	if (store_begin(q->store, &q->e) == -1)
		die(q);
	read_contacts(q, &orgs, &contacts);
	add_incident(q);
	add_notice(q, text);
	add_messages(q, &orgs, &contacts);
	if (store_commit(q->store, &q->e) == -1)
		die(q);
	orgs_clear(&orgs);
	contacts_clear(&contacts);
}

/* What the worker said last of a delivery ("addresses: outcome: …"). */
static char *
last_outcome(const struct audits *trail, const struct delivery *d)
{
	char *object = xasprintf("message %lld", (long long)d->message);
	const char *said = "";

	for (size_t i = 0; i < trail->n; i++) {
		struct strv names = {0};
		const char *rest = settled_names(trail->v[i].detail, &names);

		if (strcmp(trail->v[i].object, object) == 0 &&
		    strv_has(&names, d->address))
			said = rest + strlen(": ");
		strv_clear(&names);
	}
	free(object);
	return xstrndup(said, strcspn(said, ":"));
}

static json_t *
delivery_json(const struct delivery *d, const struct audits *trail)
{
	char *outcome = last_outcome(trail, d);
	json_t *j = json_pack("{sI sI ss ss ss si si ss ss ss sI sb}", "id",
	    (json_int_t)d->id, "message", (json_int_t)d->message, "org", d->org,
	    "address", d->address, "state", delivery_state_name(d->state),
	    "attempts", d->attempts, "code", d->code, "answer", d->answer,
	    "via", d->via, "outcome", outcome, "due", (json_int_t)d->due,
	    "over", d->done != TIME_NONE);

	free(outcome);
	return j;
}

static void
list(struct queue *q)
{
	struct delivery_query all = {0};
	struct deliveries l = {0};
	struct audits trail = {0};
	json_t *out = json_array();

	if (store_deliveries(q->store, &all, &l, &q->e) == -1 ||
	    store_audits(q->store, 0, 0, &trail, &q->e) == -1)
		die(q);
	for (size_t i = 0; i < l.n; i++)
		json_array_append_new(out, delivery_json(&l.v[i], &trail));
	json_dumpf(out, stdout, JSON_INDENT(1));
	json_decref(out);
	deliveries_clear(&l);
	audits_clear(&trail);
}

int
main(int argc, char **argv)
{
	struct queue q = {.channel = CHANNEL_MAIL};
	char *text = xstrdup(TEXT);
	bool made, opened;

	if (argc < 3 || argc > 4) {
		fprintf(stderr,
		    "usage: queue make|sms|list|recover[-once]|open DB "
		    "[TEXT]\n");
		return 64;
	}
	if (strcmp(argv[1], "sms") == 0)
		q.channel = CHANNEL_SMS;
	if (argc == 4) {
		free(text);
		if (file_read(argv[3], 1 << 20, &text, NULL, &q.e) == -1)
			die(&q);
	}
	opened = strcmp(argv[1], "open") == 0;
	made = !opened && strcmp(argv[1], "list") != 0 &&
	       !str_starts(argv[1], "recover");
	q.store = store_open(argv[2], made || opened, &q.e);
	if (q.store == NULL)
		die(&q);
	if (made)
		make(&q, text);
	else if (strcmp(argv[1], "list") == 0)
		list(&q);
	else if (!opened &&
		 outbox_recover(q.store,
		     strcmp(argv[1], "recover-once") == 0 ? ON_UNKNOWN_ONCE
							  : ON_UNKNOWN_AGAIN,
		     NULL, 0, &q.e) == -1)
		die(&q);
	store_close(q.store);
	free(text);
	return 0;
}
