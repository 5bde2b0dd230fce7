#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "store/posting.h"
#include "store/queue.h"
#include "store/sql.h"

#define EIGHT(row) row "," row "," row "," row "," row "," row "," row "," row
#define SIXTEEN(row) EIGHT(row) "," EIGHT(row)
#define MESSAGES 8
#define DELIVERIES 16

/* First what is the same for all; a row that is not bound is none. */
#define M_ROW "(?, ?, ?, ?, ?, ?, ?, ?, ?)"
#define M_SAME 4
#define M_EACH 9
static const char add_messages[] =
    "INSERT INTO message (notice, incident, number, created, due, id, channel,"
    " first, last, audience, org, org_name, vendor, message_id)"
    " SELECT ?1, ?2, ?3, ?4, ?4, column1, column2, column3, column4, column5,"
    " column6, column7, column8, column9 FROM (VALUES " EIGHT(
	M_ROW) ") WHERE column1 IS NOT NULL";

#define D_ROW "(?, ?, ?, ?, ?, ?)"
#define D_SAME 3
#define D_EACH 6
static const char add_deliveries[] =
    "INSERT INTO delivery (incident, number, due, state, id, message, many,"
    " org, name, address) SELECT ?1, ?2, ?3, 'queued', column1, column2,"
    " column3, column4, column5, column6 FROM (VALUES " SIXTEEN(
	D_ROW) ") WHERE column1 IS NOT NULL";

struct posting {
	const struct notice *n;
	const char *message_id; /* NULL: the notice has it */
	int64_t now;
	int64_t last; /* the id of the newest message */
	int64_t end; /* and of its last delivery */
	int64_t at; /* of the delivery that was added last */
	const char
	    *org; /* of the newest message; borrowed while it is added to */
	bool many; /* the newest message is to many */
	struct sql messages, deliveries;
	int n_messages, n_deliveries; /* that are bound, and not stored yet */
};

/* A recipient, and his place among them. */
struct reached {
	const struct contact *c;
	const char *at;
	size_t place;
};

static int
by_address(const void *a, const void *b)
{
	const struct reached *x = a, *y = b;
	int c = strcmp(x->at, y->at);

	return c != 0 ? c : (x->place > y->place) - (x->place < y->place);
}

static int
by_place(const void *a, const void *b)
{
	const struct reached *x = a, *y = b;

	return (x->place > y->place) - (x->place < y->place);
}

/* Who has an address there, in their order; of the same one the first. */
static size_t
reach(struct reached *v, const struct contact *contacts, size_t n_contacts,
    enum channel channel)
{
	size_t n = 0, left = 0;

	for (size_t i = 0; i < n_contacts; i++) {
		const struct contact *c = &contacts[i];
		const char *at = channel == CHANNEL_MAIL ? c->email : c->phone;

		if (*at != '\0')
			v[n++] = (struct reached){c, at, i};
	}
	qsort(v, n, sizeof(*v), by_address);
	for (size_t i = 0; i < n; i++)
		if (left == 0 || strcmp(v[left - 1].at, v[i].at) != 0)
			v[left++] = v[i];
	qsort(v, left, sizeof(*v), by_place);
	return left;
}

/* A notice keeps the first that is for all; who has another keeps that. */
static int
keep_id(
    struct posting *p, struct store *s, const char *message_id, struct err *e)
{
	int64_t same = 0;

	p->message_id = message_id;
	if (strchr(message_id, '*') == NULL)
		return 0;
	if (sql_value(s, e, &same, "notice.id",
		"SELECT CASE message_id WHEN ?2 THEN 2 WHEN '' THEN 1"
		" ELSE 0 END FROM notice WHERE id = ?1",
		"it", p->n->id, message_id) == -1 ||
	    (same == 1 && sql_run(s, e, "notice.id",
			      "UPDATE notice SET message_id = ? WHERE id = ?",
			      "ti", message_id, p->n->id) == -1))
		return -1;
	if (same != 0)
		p->message_id = NULL;
	return 0;
}

/* The newest message, and its last delivery. */
static int
read_last(struct posting *p, struct store *s, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "message.last",
	    "SELECT id, last FROM message"
	    " WHERE id = (SELECT max(id) FROM message)",
	    "");
	if ((r = sql_step(&q)) == 1) {
		p->last = sql_int(&q, 0);
		p->at = p->end = sql_int(&q, 1);
	}
	sql_close(&q);
	return r;
}

/* Its own, or NULL; release with free(). */
static char *
own_id(const struct posting *p, const char *org)
{
	const char *id = p->message_id;
	size_t n = id == NULL ? 0 : strcspn(id, "*");

	if (id == NULL || id[n] == '\0')
		return id == NULL ? NULL : xstrdup(id);
	return xasprintf("%.*s%s%s", (int)n, id, org, id + n + 1);
}

struct posting *
posting_open(struct store *s, const struct notice *n, const char *message_id,
    int64_t now, struct err *e)
{
	struct posting *p = xcalloc(1, sizeof(*p));

	p->n = n;
	p->now = now;
	if (keep_id(p, s, message_id, e) != -1 &&
	    sql_open(&p->messages, s, e, "message.add", add_messages, "") ==
		0 &&
	    sql_open(&p->deliveries, s, e, "delivery.add", add_deliveries,
		"") == 0 &&
	    read_last(p, s, e) != -1)
		return p;
	posting_end(p, -1);
	return NULL;
}

static int
store_messages(struct posting *p)
{
	if (p->n_messages == 0)
		return 0;
	p->n_messages = 0;
	return sql_again(&p->messages);
}

/* Their messages are before them. */
static int
store_deliveries(struct posting *p)
{
	if (store_messages(p) == -1)
		return -1;
	if (p->n_deliveries == 0)
		return 0;
	p->n_deliveries = 0;
	return sql_again(&p->deliveries);
}

static int
add_message(struct posting *p, enum channel channel, const struct org *o,
    size_t recipients)
{
	const struct notice *n = p->n;
	int r, at = 1 + M_SAME + M_EACH * p->n_messages;
	char *id;

	if (p->n_messages == 0 && sql_bind(&p->messages, 1, "izni", n->id,
				      n->incident, n->number, p->now) == -1)
		return -1;
	id = own_id(p, o->code);
	r = sql_bind(&p->messages, at, "itiittttN", p->last + 1,
	    channel_name(channel), p->end + 1, p->end + (int64_t)recipients,
	    org_kind_name(o->kind), o->code, o->name, o->vendor, id);
	free(id);
	if (r == -1)
		return -1;
	p->last++;
	p->end += (int64_t)recipients;
	p->org = o->code;
	p->many = recipients > DELIVERY_MANY;
	return ++p->n_messages < MESSAGES ? 0 : store_messages(p);
}

static int
add_delivery(struct posting *p, const struct contact *c, const char *address)
{
	const struct notice *n = p->n;
	int at = 1 + D_SAME + D_EACH * p->n_deliveries;

	if (p->n_deliveries == 0 && sql_bind(&p->deliveries, 1, "zni",
					n->incident, n->number, p->now) == -1)
		return -1;
	if (sql_bind(&p->deliveries, at, "iibNtt", ++p->at, p->last, p->many,
		str_eq(c->org, p->org) ? NULL : c->org, c->name, address) == -1)
		return -1;
	return ++p->n_deliveries < DELIVERIES ? 0 : store_deliveries(p);
}

int
posting_add(struct posting *p, enum channel channel, const struct org *o,
    const struct contact *contacts, size_t n_contacts)
{
	struct reached *v = xcalloc(n_contacts, sizeof(*v));
	size_t n = reach(v, contacts, n_contacts, channel);
	int r = n == 0 ? 0 : add_message(p, channel, o, n);

	for (size_t i = 0; r == 0 && i < n; i++)
		r = add_delivery(p, v[i].c, v[i].at);
	free(v);
	return r == -1 ? -1 : n > 0;
}

int
posting_end(struct posting *p, int r)
{
	if (r != -1 && store_deliveries(p) == -1)
		r = -1;
	sql_close(&p->messages);
	sql_close(&p->deliveries);
	free(p);
	return r;
}
