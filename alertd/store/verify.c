#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/chain.h"
#include "store/reported.h"
#include "store/watch.h"

enum { ERASED_ACTOR = 1, ERASED_DETAIL = 2 };

/* What is known while the trail is read. */
struct reading {
	struct audit_check *out;
	const char *kept;
	enum link_form form;
	char *before, *before_was; /* hashes of the record before */
	unsigned char *erased; /* of each number: not named so far */
	int64_t most; /* numbers that erased has room for */
};

static void
fault(struct reading *v, enum audit_fault what, int64_t seq)
{
	v->out->fault = what;
	v->out->bad = seq;
}

static void
strike(struct reading *v, const struct seqs *l, int mark)
{
	for (size_t i = 0; i < l->n; i++)
		for (int64_t k = l->v[i].from; k <= l->v[i].to; k++)
			v->erased[k] &= (unsigned char)~mark;
}

/* An erasure names only what is before it. */
static void
read_erasure(struct reading *v, const struct audit *a)
{
	struct audit_erased l = {0};

	if ((strcmp(a->action, AUDIT_FORGOTTEN) == 0 ||
		strcmp(a->action, AUDIT_RETAINED) == 0) &&
	    erasure_parse(a->object, a->seq - 1, &l) == 0) {
		strike(v, &l.actors, ERASED_ACTOR);
		strike(v, &l.details, ERASED_DETAIL);
	}
	audit_erased_clear(&l);
}

static void
look_for_kept(struct reading *v, const struct link *l)
{
	if (v->kept != NULL && *v->kept != '\0' &&
	    (strcmp(l->a.hash, v->kept) == 0 || strcmp(l->was, v->kept) == 0))
		v->out->kept = l->a.seq;
}

static void
take(struct reading *v, const struct link *l)
{
	int marks = (l->actor_erased ? ERASED_ACTOR : 0) |
		    (l->detail_erased ? ERASED_DETAIL : 0);

	v->out->records++;
	if (l->a.seq > v->out->records) {
		fault(v, AUDIT_MISSING, v->out->records);
		return;
	}
	if (l->a.seq < v->out->records || l->a.seq > v->most ||
	    !link_fits(l, v->before, v->before_was)) {
		fault(v, AUDIT_CHANGED, l->a.seq);
		return;
	}
	v->erased[l->a.seq] = (unsigned char)marks;
	if (*l->was == '\0')
		read_erasure(v, &l->a);
	look_for_kept(v, l);
	xreplace(&v->before, l->a.hash);
	xreplace(&v->before_was, l->was);
}

static int
read_all(struct store *s, struct reading *v, struct err *e)
{
	struct sql q;
	int r = 0;

	link_open(&q, s, v->form, INT64_MIN, e);
	while (v->out->fault == AUDIT_WHOLE && (r = sql_step(&q)) == 1) {
		struct link l;

		link_read(&q, v->form, &l);
		take(v, &l);
		link_clear(&l);
	}
	sql_close(&q);
	return v->out->fault != AUDIT_WHOLE ? 0 : r;
}

static void
find_unnamed(struct reading *v)
{
	for (int64_t k = 1; k <= v->most; k++) {
		if (v->erased[k] == 0)
			continue;
		fault(v, AUDIT_UNNAMED, k);
		return;
	}
}

/* The kept head must be the last record: else the newest were cut off. */
static int
check_head(struct store *s, struct reading *v, struct err *e)
{
	int64_t last = v->out->records;
	char head[HASH_SIZE] = "";
	struct sql q;
	int r;

	sql_open(
	    &q, s, e, "audit.head", "SELECT seq, hash FROM audit_head", "");
	r = sql_step(&q);
	if (r == 1)
		sql_hex(&q, 1, head);
	if (r == 1 && sql_int(&q, 0) > last)
		fault(v, AUDIT_MISSING, last + 1);
	else if (r == 0 ? last > 0
			: r == 1 && (sql_int(&q, 0) != last ||
					strcmp(head, v->before) != 0))
		fault(v, AUDIT_HEAD, last);
	sql_close(&q);
	return r == -1 ? -1 : 0;
}

static int
read_link(struct store *s, enum link_form form, int64_t seq, struct link *out,
    struct err *e)
{
	struct sql q;
	int r;

	*out = (struct link){0};
	link_open(&q, s, form, seq, e);
	r = sql_step(&q);
	if (r == 1)
		link_read(&q, form, out);
	sql_close(&q);
	if (r != 1 || out->a.seq == seq)
		return r;
	link_clear(out);
	return 0;
}

/*
 * Whether a record that does not fit is another one: it then fits behind the
 * hash of any other record, as the one after it. Two that changed places have
 * each other's number, so the hash before may stand on either.
 */
static int
find_moved(struct store *s, enum link_form form, struct audit_check *out,
    struct err *e)
{
	struct link l;
	struct sql q;
	int r = read_link(s, form, out->bad, &l, e);

	if (r != 1)
		return r;
	sql_open(&q, s, e, "audit.moved", "SELECT seq, hash FROM audit", "");
	while (out->fault == AUDIT_CHANGED && (r = sql_step(&q)) == 1) {
		int64_t at = sql_int(&q, 0);
		char before[HASH_SIZE];

		sql_hex(&q, 1, before);
		for (int64_t seq = at; seq <= at + 1; seq++) {
			char hash[HASH_SIZE];

			link_hash(&l, seq, before, hash);
			if (seq == out->bad || strcmp(hash, l.a.hash) != 0)
				continue;
			out->fault = AUDIT_MOVED;
			out->was = seq;
		}
	}
	sql_close(&q);
	link_clear(&l);
	return r == -1 ? -1 : 0;
}

static int
verify(struct store *s, struct reading *v, struct err *e)
{
	if (read_all(s, v, e) == -1)
		return -1;
	snprintf(v->out->head, HASH_SIZE, "%s", v->before);
	if (v->out->fault == AUDIT_WHOLE)
		find_unnamed(v);
	if (v->out->fault == AUDIT_WHOLE)
		return check_head(s, v, e);
	return v->out->fault == AUDIT_CHANGED
		   ? find_moved(s, v->form, v->out, e)
		   : 0;
}

static int
verify_all(
    struct store *s, const char *kept, struct audit_check *out, struct err *e)
{
	struct reading v = {.out = out, .kept = kept};
	int r;

	if (link_form(s, &v.form, e) == -1 ||
	    sql_value(s, e, &v.most, "audit.count",
		"SELECT count(*) FROM audit", "") == -1)
		return -1;
	v.erased = calloc((size_t)v.most + 1, 1);
	if (v.erased == NULL)
		return err_set(e, "audit: out of memory");
	v.before = xstrdup("");
	v.before_was = xstrdup("");
	r = verify(s, &v, e);
	free(v.before);
	free(v.before_was);
	free(v.erased);
	return r;
}

/* Nothing in a backup of a version that put each on record at once. */
static int
count_waiting(struct store *s, struct audit_check *out, struct err *e)
{
	int64_t there = 0;

	if (sql_value(s, e, &there, "audit.waiting",
		"SELECT 1 FROM sqlite_schema WHERE name = 'reported'",
		"") == -1)
		return -1;
	return there == 0 ? 0 : store_reported_count(s, &out->waiting, e);
}

/* Of one moment: what is appended meanwhile is not seen by half. */
int
store_audit_verify(
    struct store *s, const char *kept, struct audit_check *out, struct err *e)
{
	bool own = sqlite3_get_autocommit(s->db) != 0;
	int r;

	*out = (struct audit_check){0};
	if (own && sql_run(s, e, "audit.verify", "BEGIN", "") == -1)
		return -1;
	r = verify_all(s, kept, out, e);
	if (r == 0)
		r = count_waiting(s, out, e);
	if (own)
		sql_run(s, NULL, "audit.verify", "ROLLBACK", "");
	return r;
}

/* The records behind the one that *v begins with. */
static int
read_recent(struct store *s, struct reading *v, int64_t seq, struct err *e)
{
	struct sql q;
	int r = 0;

	link_open(&q, s, v->form, seq + 1, e);
	while (v->out->fault == AUDIT_WHOLE && (r = sql_step(&q)) == 1) {
		struct link l;

		link_read(&q, v->form, &l);
		v->out->records++;
		if (l.a.seq != ++seq)
			fault(v, AUDIT_MISSING, seq);
		else if (!link_fits(&l, v->before, v->before_was))
			fault(v, AUDIT_CHANGED, seq);
		xreplace(&v->before, l.a.hash);
		xreplace(&v->before_was, l.was);
		link_clear(&l);
	}
	sql_close(&q);
	return r == -1 ? -1 : 0;
}

int
store_audit_recent(
    struct store *s, int64_t since, struct audit_check *out, struct err *e)
{
	struct reading v = {.out = out, .form = LINK_PACKED};
	struct link first;
	int r = 0;

	*out = (struct audit_check){0};
	v.before = xstrdup("");
	v.before_was = xstrdup("");
	if (since > 0)
		r = read_link(s, v.form, since, &first, e);
	if (r == 1) {
		xreplace(&v.before, first.a.hash);
		xreplace(&v.before_was, first.was);
		link_clear(&first);
	}
	if (since > 0 && r == 0)
		fault(&v, AUDIT_MISSING, since);
	else if (r != -1)
		r = read_recent(s, &v, since, e);
	free(v.before);
	free(v.before_was);
	return r == -1 ? -1 : 0;
}

const char *
audit_fault_name(enum audit_fault f)
{
	static const char *const names[] = {
	    "whole", "changed", "missing", "moved", "unnamed", "head"};

	return names[f];
}
