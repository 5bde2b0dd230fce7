#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/mention.h"
#include "store/audit.h"
#include "store/forget.h"
#include "store/queue.h"
#include "store/scrub.h"

#define LOCAL_LEAST 4 /* letters of a local part that names somebody */

void
ids_add(struct ids *l, int64_t id)
{
	l->v = xreallocarray(l->v, l->n + 1, sizeof(*l->v));
	l->v[l->n++] = id;
}

static int
compare(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

void
ids_sort(struct ids *l)
{
	size_t n = 0;

	if (l->n > 0)
		qsort(l->v, l->n, sizeof(*l->v), compare);
	for (size_t i = 0; i < l->n; i++)
		if (n == 0 || l->v[n - 1] != l->v[i])
			l->v[n++] = l->v[i];
	l->n = n;
}

int
ids_read(struct ids *l, struct sql *q)
{
	int r;

	while ((r = sql_step(q)) == 1)
		ids_add(l, sql_int(q, 0));
	sql_close(q);
	return r;
}

void
scrub_words(struct strv *words, const char *name, const char *address)
{
	const char *at = strchr(address, '@');
	char *local;

	mention_add(words, address);
	if (*name != '\0')
		strv_add(words, name);
	if (at == NULL || at - address < LOCAL_LEAST)
		return;
	local = xstrndup(address, (size_t)(at - address));
	strv_add(words, local);
	free(local);
}

/* What it was answered, and what its message has; NULL: it stays as it is. */
struct answers {
	char *own, *said;
};

static int
read_answers(struct store *s, int64_t id, struct answers *out, struct err *e)
{
	struct strv words = {0};
	struct sql q;
	int r;

	sql_open(&q, s, e, "scrub.answer",
	    "SELECT d.name, d.address, coalesce(d.answer, ''), m.answer"
	    " FROM delivery d CROSS JOIN message m ON m.id = d.message"
	    " WHERE d.id = ?",
	    "i", id);
	if ((r = sql_step(&q)) == 1) {
		scrub_words(&words, sql_peek(&q, 0), sql_peek(&q, 1));
		out->own = mention_erase(sql_peek(&q, 2), &words, AUDIT_ERASED);
		out->said = mention_erase(
		    sql_peek(&q, 3), &words, AUDIT_ERASED);
	}
	sql_close(&q);
	strv_clear(&words);
	return r == -1 ? -1 : 0;
}

/* What the message has is said of all of it, whoever it names. */
static int
scrub_answers(struct store *s, int64_t delivery, struct err *e)
{
	struct answers is = {0};
	int n = read_answers(s, delivery, &is, e);

	if (n != -1 && is.own != NULL)
		n = sql_run(s, e, "scrub.answer",
		    "UPDATE delivery SET answer = ? WHERE id = ?", "ti", is.own,
		    delivery);
	if (n != -1 && is.said != NULL)
		n = sql_run(s, e, "scrub.said",
		    "UPDATE message SET answer = ? WHERE id ="
		    " (SELECT message FROM delivery WHERE id = ?)",
		    "ti", is.said, delivery);
	free(is.own);
	free(is.said);
	return n == -1 ? -1 : 0;
}

int
scrub_delivery(struct store *s, int64_t delivery, struct err *e)
{
	int n;

	if (scrub_answers(s, delivery, e) == -1 ||
	    sql_run(s, e, "scrub.delivery",
		"UPDATE delivery SET name = '', address = '" FORGOTTEN
		"' || id WHERE id = ?",
		"i", delivery) == -1 ||
	    sql_run(s, e, "scrub.early",
		"DELETE FROM early_report WHERE delivery = ?", "i",
		delivery) == -1)
		return -1;
	/* Of a page, the recipient is the organisation. */
	n = sql_run(s, e, "scrub.page",
	    "UPDATE message SET org_name = '" AUDIT_ERASED "',"
	    " message_id = replace(message_id, org, 'forgotten'),"
	    " org = 'forgotten.' || id WHERE audience = 'oncall'"
	    " AND id = (SELECT message FROM delivery WHERE id = ?)",
	    "i", delivery);
	return n == -1 ? -1 : 0;
}

/* A row whose text names somebody, and the text without him. */
struct change {
	int64_t id;
	char *text;
};

struct changes {
	struct change *v;
	size_t n;
};

static int
read_changes(struct store *s, const struct text_column *c,
    const struct strv *words, struct changes *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, c->name, c->read, "");
	while ((r = sql_step(&q)) == 1) {
		char *text = mention_erase(
		    sql_peek(&q, 1), words, AUDIT_ERASED);

		if (text == NULL)
			continue;
		out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
		out->v[out->n++] = (struct change){sql_int(&q, 0), text};
	}
	sql_close(&q);
	return r;
}

int64_t
scrub_column(struct store *s, const struct text_column *c,
    const struct strv *words, struct err *e)
{
	struct changes l = {0};
	int r = read_changes(s, c, words, &l, e);

	for (size_t i = 0; i < l.n; i++) {
		if (r != -1)
			r = sql_run(s, e, c->name, c->write, "ti", l.v[i].text,
			    l.v[i].id);
		free(l.v[i].text);
	}
	free(l.v);
	return r == -1 ? -1 : (int64_t)l.n;
}
