#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/posting.h"
#include "store/sql.h"

#define EIGHT(row) row "," row "," row "," row "," row "," row "," row "," row
#define SIXTEEN(row) EIGHT(row) "," EIGHT(row)
#define MESSAGES 8
#define DELIVERIES 16

/* First what is the same for all; a row that is not bound is none. */
#define M_ROW "(?, ?, ?, ?, ?, ?, ?)"
#define M_SAME 4
#define M_EACH 7
static const char add_messages[] =
    "INSERT INTO message (notice, incident, number, created, due, id, channel,"
    " audience, org, org_name, vendor, message_id)"
    " SELECT ?1, ?2, ?3, ?4, ?4, column1, column2, column3, column4, column5,"
    " column6, column7 FROM (VALUES " EIGHT(
	M_ROW) ") WHERE column1 IS NOT NULL";

#define D_ROW "(?, ?, ?, ?)"
#define D_SAME 3
#define D_EACH 4
static const char add_deliveries[] =
    "INSERT INTO delivery (incident, number, due, state, message, org, name,"
    " address) SELECT ?1, ?2, ?3, 'queued', column1, column2, column3, column4"
    " FROM (VALUES " SIXTEEN(D_ROW) ") WHERE column1 IS NOT NULL";

struct posting {
	const struct notice *n;
	int64_t now;
	int64_t last; /* the id of the newest message */
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

struct posting *
posting_open(
    struct store *s, const struct notice *n, int64_t now, struct err *e)
{
	struct posting *p = xcalloc(1, sizeof(*p));

	p->n = n;
	p->now = now;
	if (sql_open(&p->messages, s, e, "message.add", add_messages, "") ==
		0 &&
	    sql_open(&p->deliveries, s, e, "delivery.add", add_deliveries,
		"") == 0 &&
	    sql_value(s, e, &p->last, "message.last",
		"SELECT coalesce(max(id), 0) FROM message", "") != -1)
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
    const char *message_id)
{
	const struct notice *n = p->n;
	int at = 1 + M_SAME + M_EACH * p->n_messages;

	if (p->n_messages == 0 && sql_bind(&p->messages, 1, "izni", n->id,
				      n->incident, n->number, p->now) == -1)
		return -1;
	if (sql_bind(&p->messages, at, "itttttt", p->last + 1,
		channel_name(channel), org_kind_name(o->kind), o->code, o->name,
		o->vendor, message_id) == -1)
		return -1;
	p->last++;
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
	if (sql_bind(&p->deliveries, at, "ittt", p->last, c->org, c->name,
		address) == -1)
		return -1;
	return ++p->n_deliveries < DELIVERIES ? 0 : store_deliveries(p);
}

int
posting_add(struct posting *p, enum channel channel, const struct org *o,
    const struct contact *contacts, size_t n_contacts, const char *message_id)
{
	struct reached *v = xcalloc(n_contacts, sizeof(*v));
	size_t n = reach(v, contacts, n_contacts, channel);
	int r = n == 0 ? 0 : add_message(p, channel, o, message_id);

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
