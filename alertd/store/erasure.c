#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/str.h"
#include "store/chain.h"

void
audit_erased_clear(struct audit_erased *l)
{
	free(l->actors.v);
	free(l->details.v);
	*l = (struct audit_erased){0};
}

static void
add_range(struct seqs *l, int64_t from, int64_t to)
{
	l->v = xreallocarray(l->v, l->n + 1, sizeof(*l->v));
	l->v[l->n++] = (struct seq_range){from, to};
	l->count += to - from + 1;
}

/* Adds a number above all that are there. */
static void
seqs_add(struct seqs *l, int64_t seq)
{
	if (l->n > 0 && l->v[l->n - 1].to == seq - 1) {
		l->v[l->n - 1].to = seq;
		l->count++;
	} else {
		add_range(l, seq, seq);
	}
}

/* "3-5,9", or "" */
static char *
seqs_text(const struct seqs *l)
{
	struct buf b;

	buf_init(&b, SIZE_MAX / 2);
	for (size_t i = 0; i < l->n; i++) {
		const struct seq_range *k = &l->v[i];

		buf_addf(&b, "%s%" PRId64, i > 0 ? "," : "", k->from);
		if (k->to > k->from)
			buf_addf(&b, "-%" PRId64, k->to);
	}
	if (buf_failed(&b))
		must_have(NULL);
	return buf_steal(&b);
}

static bool
is_there(bool erased, const char *text)
{
	return !erased || strcmp(text, AUDIT_ERASED) != 0;
}

static int
erase(struct store *s, struct link *l, bool actor, bool detail,
    struct audit_erased *out, struct err *e)
{
	link_erase(l, actor, detail);
	if (sql_run(s, e, "audit.erase",
		"UPDATE audit SET actor = ?, detail = ?, salt = ?,"
		" actor_digest = ?, detail_digest = ? WHERE seq = ?",
		"ttxxxi", l->a.actor, l->a.detail, l->salt,
		l->actor_erased ? l->actor_digest : "",
		l->detail_erased ? l->detail_digest : "", l->a.seq) == -1)
		return -1;
	if (actor)
		seqs_add(&out->actors, l->a.seq);
	if (detail)
		seqs_add(&out->details, l->a.seq);
	return 0;
}

int
store_audit_erase(struct store *s, int64_t seq, bool actor, bool detail,
    struct audit_erased *l, struct err *e)
{
	struct link k = {0};
	struct sql q;
	int r;

	link_open(&q, s, LINK_PACKED, seq, e);
	if ((r = sql_step(&q)) == 1)
		link_read(&q, LINK_PACKED, &k);
	sql_close(&q);
	if (r == 1 && k.a.seq == seq) {
		actor = actor && is_there(k.actor_erased, k.a.actor);
		detail = detail && is_there(k.detail_erased, k.a.detail);
		if (actor || detail)
			r = erase(s, &k, actor, detail, l, e);
	}
	link_clear(&k);
	return r == -1 ? -1 : 0;
}

static char *
object_of(const struct audit_erased *l)
{
	char *actors = seqs_text(&l->actors), *details = seqs_text(&l->details);
	char *s = xasprintf("%s%s%s%s%s", l->actors.n > 0 ? "actor " : "",
	    actors, l->actors.n > 0 && l->details.n > 0 ? "; " : "",
	    l->details.n > 0 ? "detail " : "", details);

	free(actors);
	free(details);
	return s;
}

int
store_audit_erasure(struct store *s, int64_t at, const char *actor,
    const char *action, const char *detail, const struct audit_erased *l,
    struct err *e)
{
	char *object;
	int r;

	if (l->actors.n == 0 && l->details.n == 0)
		return 0;
	object = object_of(l);
	r = store_audit(s, at, actor, action, 0, object, detail, e);
	free(object);
	return r;
}

/* "3-5" or "9", within 1 to most, from a piece of an object. */
static int
parse_range(char *s, int64_t most, struct seqs *out)
{
	char *to = strchr(s, '-');
	int64_t from, last;

	if (to != NULL)
		*to++ = '\0';
	if (parse_int(s, 1, most, &from) == -1)
		return -1;
	last = from;
	if (to != NULL && parse_int(to, from, most, &last) == -1)
		return -1;
	add_range(out, from, last);
	return 0;
}

static int
parse_part(const char *s, int64_t most, struct audit_erased *out)
{
	struct strv pieces = {0};
	struct seqs *to = NULL;
	int r = 0;

	if (str_starts(s, "actor "))
		to = &out->actors;
	else if (str_starts(s, "detail "))
		to = &out->details;
	if (to == NULL)
		return -1;
	strv_split(&pieces, strchr(s, ' '), ", ");
	for (size_t i = 0; r == 0 && i < pieces.n; i++)
		r = parse_range(pieces.v[i], most, to);
	strv_clear(&pieces);
	return r;
}

int
erasure_parse(const char *object, int64_t most, struct audit_erased *out)
{
	struct strv parts = {0};
	int r = 0;

	strv_split(&parts, object, ";");
	for (size_t i = 0; r == 0 && i < parts.n; i++)
		r = parse_part(parts.v[i], most, out);
	strv_clear(&parts);
	return r;
}
