#include "base/mem.h"
#include "store/sql.h"
#include "store/walk.h"

#define ORG                                                                   \
	"SELECT id, kind, code, name, region, vendor, topics, channels FROM " \
	"org"

static void
read_org(const struct sql *q, struct org *o)
{
	*o = (struct org){
	    .id = sql_int(q, 0),
	    .code = sql_text(q, 2),
	    .name = sql_text(q, 3),
	    .region = sql_text(q, 4),
	    .vendor = sql_text(q, 5),
	    .topics = sql_text(q, 6),
	};
	org_kind_parse(sql_peek(q, 1), &o->kind);
	channel_choice_parse(sql_peek(q, 7), &o->channels);
}

int
store_orgs_after(struct store *s, enum org_kind kind, const char *after,
    size_t limit, struct orgs *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "orgs.after",
	    ORG " WHERE code > ? AND kind = ? ORDER BY code LIMIT ?", "tti",
	    after, org_kind_name(kind), (int64_t)limit);
	while ((r = sql_step(&q)) == 1) {
		out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
		read_org(&q, &out->v[out->n++]);
	}
	sql_close(&q);
	return r;
}

int
store_org_get(struct store *s, const char *code, struct org *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "org.get", ORG " WHERE code = ?", "t", code);
	if ((r = sql_step(&q)) == 1)
		read_org(&q, out);
	sql_close(&q);
	return r;
}

int
store_org_contacts(
    struct store *s, const struct org *o, struct contacts *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "org.contacts",
	    "SELECT id, name, email, phone, enabled, topics, channels"
	    " FROM contact WHERE org = ? ORDER BY name, email, phone, id",
	    "i", o->id);
	while ((r = sql_step(&q)) == 1) {
		struct contact *k;

		out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
		k = &out->v[out->n++];
		*k = (struct contact){
		    .id = sql_int(&q, 0),
		    .org = xstrdup(o->code),
		    .name = sql_text(&q, 1),
		    .email = sql_text(&q, 2),
		    .phone = sql_text(&q, 3),
		    .enabled = sql_bool(&q, 4),
		    .topics = sql_text(&q, 5),
		};
		channel_choice_parse(sql_peek(&q, 6), &k->channels);
	}
	sql_close(&q);
	return r;
}
