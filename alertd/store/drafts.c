#include <stdlib.h>

#include "base/mem.h"
#include "store/drafts.h"
#include "store/sql.h"

#define COLUMNS "id, incident, at, pid, owner, body"

void
draft_clear(struct draft *d)
{
	free(d->owner);
	free(d->body);
	*d = (struct draft){0};
}

void
drafts_clear(struct drafts *l)
{
	for (size_t i = 0; i < l->n; i++)
		draft_clear(&l->v[i]);
	free(l->v);
	*l = (struct drafts){0};
}

static struct draft
read_draft(const struct sql *q)
{
	return (struct draft){
	    .id = sql_int(q, 0),
	    .incident = sql_int(q, 1),
	    .at = sql_time(q, 2),
	    .pid = sql_int(q, 3),
	    .owner = sql_text(q, 4),
	    .body = sql_text(q, 5),
	};
}

int
store_drafts(struct store *s, const char *owner, int64_t since,
    struct drafts *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "drafts",
	    "SELECT " COLUMNS " FROM draft WHERE at > ? AND (? OR owner = ?)"
	    " ORDER BY at DESC, id DESC",
	    "ibt", since, owner == NULL, owner);
	while ((r = sql_step(&q)) == 1) {
		out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
		out->v[out->n++] = read_draft(&q);
	}
	sql_close(&q);
	return r;
}

int
store_draft_put(struct store *s, struct draft *d, struct err *e)
{
	int n;

	if (d->id != 0) {
		n = sql_run(s, e, "draft.put",
		    "UPDATE draft SET at = ?, pid = ?, body = ? WHERE id = ?",
		    "Titi", d->at, d->pid, d->body, d->id);
		return n;
	}
	n = sql_run(s, e, "draft.add",
	    "INSERT INTO draft (incident, at, pid, owner, body)"
	    " VALUES (?, ?, ?, ?, ?)",
	    "zTitt", d->incident, d->at, d->pid, d->owner, d->body);
	if (n == 1)
		d->id = sql_last_id(s);
	return n;
}

int
store_draft_remove(struct store *s, int64_t id, struct err *e)
{
	return sql_run(
	    s, e, "draft.remove", "DELETE FROM draft WHERE id = ?", "i", id);
}
