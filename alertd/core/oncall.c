#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/str.h"
#include "core/parts.h"
#include "store/audit.h"

static int
add_covers(struct core *c, int64_t since, struct rota *out, struct err *e)
{
	struct covers l = {0};
	int r = store_covers(c->store, out->conf->name, since, &l, e);

	for (size_t i = 0; i < l.n; i++) {
		const struct cover *k = &l.v[i];

		duties_add(&out->covers, k->who,
		    &(struct duty){.from = k->from,
			.until = k->until,
			.source = DUTY_COVER,
			.id = k->id});
	}
	covers_clear(&l);
	return r;
}

int
core_rota(struct core *c, const struct rota_conf *conf, int64_t from,
    int64_t until, struct rota *out, struct err *e)
{
	rota_init(out, conf);
	if (add_covers(c, from, out, e) == -1)
		return -1;
	return *conf->calendar_id == '\0'
		   ? 0
		   : core_calendar_add(c, out, from, until, e);
}

int
core_members(
    struct store *s, const char *team, struct members *out, struct err *e)
{
	struct contacts l = {0};
	int r = store_contacts_of(s, team, &l, e);

	for (size_t i = 0; r == 0 && i < l.n; i++) {
		const struct contact *k = &l.v[i];

		if (k->enabled && *k->name != '\0')
			members_add(out, k->name, k->email);
	}
	contacts_clear(&l);
	return r;
}

/* The name as the contact bears it, however the rota writes it. */
static int
name_of(struct core *c, const struct rota *r, int64_t now, char **who,
    struct err *e)
{
	const char *name = rota_at(r, now).who;
	struct members l = {0};
	const struct member *m;

	if (core_members(c->store, r->conf->team, &l, e) == -1)
		return -1;
	m = members_named(&l, name);
	*who = xstrdup(m == NULL ? name : m->name);
	members_clear(&l);
	return 0;
}

int
core_on_call(
    struct core *c, const char *rota, int64_t now, char **who, struct err *e)
{
	const struct rota_conf *conf = config_rota(c->conf, rota);
	struct rota r;
	int rc;

	*who = NULL;
	if (conf == NULL)
		return err_set(e, "there is no rota %s", rota);
	rc = core_rota(c, conf, now, now + 1, &r, e);
	if (rc == 0)
		rc = name_of(c, &r, now, who, e);
	rota_clear(&r);
	return rc;
}

/* "rota medcom: Anna Holm from … until …". */
static int
record(struct core *c, const char *action, const struct cover *k, int64_t now,
    struct err *e)
{
	char from[RFC3339_SIZE], until[RFC3339_SIZE], object[40];
	char *detail = xasprintf("rota %s: %s from %s until %s", k->rota,
	    k->who, format_rfc3339(k->from, from),
	    format_rfc3339(k->until, until));
	int r;

	snprintf(object, sizeof(object), "cover %lld", (long long)k->id);
	r = store_audit(c->store, now, c->actor, action, 0, object, detail, e);
	free(detail);
	return r;
}

int
core_cover(struct core *c, struct cover *cover, int64_t now, struct err *e)
{
	int r;

	if (store_begin(c->store, e) == -1)
		return -1;
	cover->made = now;
	xreplace(&cover->by, c->actor);
	r = store_cover_add(c->store, cover, e);
	if (r == 0)
		r = record(c, "cover.set", cover, now, e);
	return core_finish(c, r, e);
}

int
core_uncover(struct core *c, int64_t id, int64_t now, struct err *e)
{
	struct cover k = {0};
	int r;

	if (store_begin(c->store, e) == -1)
		return -1;
	r = store_cover_get(c->store, id, &k, e);
	if (r == 0)
		r = err_set(e, "there is no cover %lld", (long long)id);
	else if (r == 1)
		r = store_cover_remove(c->store, id, e);
	if (r == 0)
		r = record(c, "cover.removed", &k, now, e);
	cover_clear(&k);
	return core_finish(c, r, e);
}
