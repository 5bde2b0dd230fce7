#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "store/addresses.h"
#include "store/sql.h"

void
addresses_clear(struct addresses *l)
{
	for (size_t i = 0; i < l->n; i++) {
		free(l->v[i].address);
		free(l->v[i].answer);
	}
	free(l->v);
	*l = (struct addresses){0};
}

#define ADDRESS                                                                \
	"SELECT address.channel, address, proven, how = 'delivered', bounced," \
	" answer, delayed FROM "
/* SQL: more than that a contact has it. */
#define SAYS_SOMETHING                               \
	"(proven IS NOT NULL OR bounced IS NOT NULL" \
	" OR delayed IS NOT NULL)"

static int
read_all(struct sql *q, struct addresses *out)
{
	int r;

	while ((r = sql_step(q)) == 1) {
		struct address *a;

		out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
		a = &out->v[out->n++];
		*a = (struct address){
		    .address = sql_text(q, 1),
		    .proven = sql_time(q, 2),
		    .delivered = sql_bool(q, 3),
		    .bounced = sql_time(q, 4),
		    .answer = sql_text(q, 5),
		    .delayed = sql_time(q, 6),
		};
		channel_parse(sql_peek(q, 0), &a->channel);
	}
	sql_close(q);
	return r;
}

struct wanted {
	enum channel channel;
	const char *address;
};

static int
compare_wanted(const void *key, const void *one)
{
	const struct wanted *w = key;
	const struct address *a = one;

	if (w->channel != a->channel)
		return w->channel < a->channel ? -1 : 1;
	return strcmp(w->address, a->address);
}

static int
compare(const void *x, const void *y)
{
	const struct address *a = x;

	return compare_wanted(&(struct wanted){a->channel, a->address}, y);
}

/*
 * Read as they lie, and put in order here: by their index each row would be
 * somewhere else in the file.
 */
int
store_addresses(struct store *s, struct addresses *out, struct err *e)
{
	struct sql q;

	sql_open(&q, s, e, "addresses",
	    ADDRESS "address NOT INDEXED WHERE " SAYS_SOMETHING, "");
	if (read_all(&q, out) == -1)
		return -1;
	if (out->n > 1)
		qsort(out->v, out->n, sizeof(*out->v), compare);
	return 0;
}

/* Of the organisations with codes from first to last. */
#define BETWEEN(of, at)                                                       \
	ADDRESS "org CROSS JOIN contact ON contact.org = org.id"              \
		" CROSS JOIN address ON channel = '" of "' AND address = " at \
		" WHERE org.code BETWEEN ?1 AND ?2 AND " SAYS_SOMETHING

int
store_addresses_between(struct store *s, const char *first, const char *last,
    struct addresses *out, struct err *e)
{
	struct sql q;

	sql_open(&q, s, e, "addresses.between",
	    BETWEEN("mail", "email") " UNION " BETWEEN(
		"sms", "phone") " ORDER BY 1, 2",
	    "tt", first, last);
	return read_all(&q, out);
}

const struct address *
addresses_find(
    const struct addresses *l, enum channel channel, const char *address)
{
	const struct wanted w = {channel, address};

	return l->n == 0
		   ? NULL
		   : bsearch(&w, l->v, l->n, sizeof(*l->v), compare_wanted);
}

int
store_address_delayed(
    struct store *s, const char *address, int64_t now, struct err *e)
{
	int n = sql_run(s, e, "address.delayed",
	    "INSERT INTO address (channel, address, delayed)"
	    " VALUES ('mail', ?, ?) ON CONFLICT (channel, address)"
	    " DO UPDATE SET delayed = excluded.delayed",
	    "ti", address, now);

	return n == -1 ? -1 : 0;
}

int
store_address_clear(struct store *s, const char *address, struct err *e)
{
	return sql_run(s, e, "address.clear",
	    "UPDATE address SET bounced = NULL, answer = ''"
	    " WHERE channel IN ('mail', 'sms') AND address = ?"
	    " AND bounced IS NOT NULL",
	    "t", address);
}

void
receipted_list_clear(struct receipted_list *l)
{
	for (size_t i = 0; i < l->n; i++)
		free(l->v[i].org);
	free(l->v);
	*l = (struct receipted_list){0};
}

int
store_receipts_last(struct store *s, struct receipted_list *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "receipts.last",
	    /* Each is the end of its part of the index receipt_org. */
	    "SELECT code, (SELECT max(at) FROM receipt WHERE org = code)"
	    " FROM org ORDER BY code",
	    "");
	while ((r = sql_step(&q)) == 1) {
		if (sql_time(&q, 1) == TIME_NONE)
			continue;
		out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
		out->v[out->n++] = (struct receipted){
		    .org = sql_text(&q, 0), .at = sql_int(&q, 1)};
	}
	sql_close(&q);
	return r;
}

static int
compare_receipted(const void *code, const void *receipted)
{
	return strcmp(code, ((const struct receipted *)receipted)->org);
}

int64_t
receipted_find(const struct receipted_list *l, const char *code)
{
	const struct receipted *r = l->n == 0
					? NULL
					: bsearch(code, l->v, l->n,
					      sizeof(*l->v), compare_receipted);

	return r == NULL ? TIME_NONE : r->at;
}
