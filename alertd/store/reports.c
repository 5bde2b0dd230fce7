#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/buf.h"
#include "base/hash.h"
#include "base/mem.h"
#include "store/reports.h"
#include "store/sql.h"

#define COLUMNS                                                              \
	"e.id, e.incident, e.feed, e.ext, e.first_seen, e.last_seen,"        \
	" e.listed, r.hash, r.revision, r.title, r.text, r.newest, r.url,"   \
	" r.published, r.updated, r.starts, r.ends, r.components, r.impact," \
	" r.status, r.phase, r.verdict, r.effect, r.judged, r.reason,"       \
	" r.service, r.hit, r.online, r.path, r.expected_end"
#define NEWEST \
	"SELECT " COLUMNS " FROM event e JOIN report r ON r.id = e.newest"

void
stored_report_clear(struct stored_report *r)
{
	report_clear(&r->report);
	finding_clear(&r->finding);
	free(r->hash);
	*r = (struct stored_report){0};
}

void
stored_reports_clear(struct stored_reports *l)
{
	for (size_t i = 0; i < l->n; i++)
		stored_report_clear(&l->v[i]);
	free(l->v);
	*l = (struct stored_reports){0};
}

/* "name\tstatus\n" each: neither holds control characters. */
static char *
join_components(const struct report *r)
{
	struct buf b;

	buf_init(&b, SIZE_MAX / 2);
	for (size_t i = 0; i < r->n_components; i++)
		buf_addf(&b, "%s\t%s\n", r->components[i].name,
		    r->components[i].status);
	return buf_steal(&b);
}

static void
split_components(struct report *r, const char *s)
{
	while (*s != '\0') {
		size_t line = strcspn(s, "\n"), n = strcspn(s, "\t\n");
		char *name = xstrndup(s, n);
		char *status = n < line ? xstrndup(s + n + 1, line - n - 1)
					: xstrdup("");

		report_component(r, name, status);
		free(name);
		free(status);
		s += line + (s[line] == '\n');
	}
}

void
report_hash(const struct report *r, char out[65])
{
	char *components = join_components(r);
	const char *const texts[] = {r->feed, r->id, r->revision, r->title,
	    r->text, r->url, components, r->impact, r->status,
	    phase_name(r->phase)};
	struct buf b;

	buf_init(&b, SIZE_MAX / 2);
	for (size_t i = 0; i < LENGTH(texts); i++)
		buf_addf(&b, "%zu:%s", strlen(texts[i]), texts[i]);
	buf_addf(&b, "%lld,%lld,%lld,%lld,%zu", (long long)r->published,
	    (long long)r->updated, (long long)r->starts, (long long)r->ends,
	    r->newest);
	sha256_hex(buf_str(&b), b.len, out);
	buf_clear(&b);
	free(components);
}

static void
read_finding(const struct sql *q, struct finding *f)
{
	*f = (struct finding){
	    .reason = sql_text(q, 24),
	    .service = sql_text(q, 25),
	    .path = sql_bool(q, 28),
	    .expected_end = sql_time(q, 29),
	};
	verdict_parse(sql_peek(q, 21), &f->verdict);
	effect_parse(sql_peek(q, 22), &f->effect);
	phase_parse(sql_peek(q, 23), &f->phase);
	strv_split(&f->hit, sql_peek(q, 26), "\n");
	online_parse(sql_peek(q, 27), &f->online);
}

static void
read_report(const struct sql *q, struct report *r)
{
	*r = (struct report){
	    .feed = sql_text(q, 2),
	    .id = sql_text(q, 3),
	    .revision = sql_text(q, 8),
	    .title = sql_text(q, 9),
	    .text = sql_text(q, 10),
	    .newest = (size_t)sql_int(q, 11),
	    .url = sql_text(q, 12),
	    .published = sql_time(q, 13),
	    .updated = sql_time(q, 14),
	    .starts = sql_time(q, 15),
	    .ends = sql_time(q, 16),
	    .impact = sql_text(q, 18),
	    .status = sql_text(q, 19),
	};
	split_components(r, sql_peek(q, 17));
	phase_parse(sql_peek(q, 20), &r->phase);
}

static void
read_row(const struct sql *q, struct stored_report *out)
{
	*out = (struct stored_report){
	    .id = sql_int(q, 0),
	    .incident = sql_int(q, 1),
	    .first_seen = sql_int(q, 4),
	    .last_seen = sql_int(q, 5),
	    .listed = sql_bool(q, 6),
	    .hash = sql_text(q, 7),
	};
	read_report(q, &out->report);
	read_finding(q, &out->finding);
}

static int
read_one(struct sql *q, struct stored_report *out)
{
	int r = sql_step(q);

	if (r == 1)
		read_row(q, out);
	sql_close(q);
	return r;
}

static int
read_all(struct sql *q, struct stored_reports *out)
{
	int r;

	while ((r = sql_step(q)) == 1) {
		out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
		read_row(q, &out->v[out->n++]);
	}
	sql_close(q);
	return r;
}

int
store_report_find(struct store *s, const char *feed, const char *id,
    struct stored_report *out, struct err *e)
{
	struct sql q;

	sql_open(&q, s, e, "report.find",
	    NEWEST " WHERE e.feed = ? AND e.ext = ?", "tt", feed, id);
	return read_one(&q, out);
}

int
store_report_get(
    struct store *s, int64_t id, struct stored_report *out, struct err *e)
{
	struct sql q;

	sql_open(&q, s, e, "report.get", NEWEST " WHERE e.id = ?", "i", id);
	return read_one(&q, out);
}

static int
add_revision(struct store *s, const struct report *r, const struct finding *f,
    int64_t now, int64_t event, struct err *e)
{
	char *components = join_components(r);
	char *hit = strv_join(&f->hit, "\n");
	char hash[HASH_SIZE];
	int n;

	report_hash(r, hash);
	n = sql_run(s, e, "report.add",
	    "INSERT INTO report (event, seen, hash, revision, title, text,"
	    " newest, url, published, updated, starts, ends, components,"
	    " impact, status, phase, verdict, effect, judged, reason,"
	    " service, hit, online, path, expected_end) VALUES (?, ?, ?, ?,"
	    " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	    "iittttitTTTTtttttttttttbT", event, now, hash, r->revision,
	    r->title, r->text, (int64_t)r->newest, r->url, r->published,
	    r->updated, r->starts, r->ends, components, r->impact, r->status,
	    phase_name(r->phase), verdict_name(f->verdict),
	    effect_name(f->effect), phase_name(f->phase), f->reason, f->service,
	    hit, online_name(f->online), f->path, f->expected_end);
	free(components);
	free(hit);
	if (n == -1)
		return -1;
	n = sql_run(s, e, "report.newest",
	    "UPDATE event SET newest = ? WHERE id = ?", "ii", sql_last_id(s),
	    event);
	return n == -1 ? -1 : 0;
}

static int
put_event(struct store *s, const struct report *r, int64_t incident,
    int64_t now, int64_t *id, struct err *e)
{
	return sql_value(s, e, id, "event.put",
	    "INSERT INTO event (feed, ext, incident, first_seen, last_seen,"
	    " listed) VALUES (?, ?, ?, ?, ?, 1)"
	    " ON CONFLICT (feed, ext) DO UPDATE SET"
	    " incident = excluded.incident, last_seen = excluded.last_seen,"
	    " listed = 1 RETURNING id",
	    "ttzii", r->feed, r->id, incident, now, now);
}

int
store_report_put(struct store *s, const struct report *r,
    const struct finding *f, int64_t incident, int64_t now, int64_t *id,
    struct err *e)
{
	int64_t event = 0;

	if (store_begin(s, e) == -1)
		return -1;
	if (put_event(s, r, incident, now, &event, e) == -1 ||
	    add_revision(s, r, f, now, event, e) == -1) {
		store_rollback(s);
		return -1;
	}
	if (store_commit(s, e) == -1)
		return -1;
	if (id != NULL)
		*id = event;
	return 0;
}

int
store_report_seen(struct store *s, int64_t id, int64_t now, struct err *e)
{
	int n = sql_run(s, e, "report.seen",
	    "UPDATE event SET last_seen = ?, listed = 1 WHERE id = ?", "ii",
	    now, id);

	return n == -1 ? -1 : 0;
}

int
store_reports_vanished(struct store *s, const char *feed, int64_t now,
    struct stored_reports *out, struct err *e)
{
	struct sql q;

	sql_open(&q, s, e, "reports.vanished",
	    NEWEST " WHERE e.feed = ? AND e.listed = 1 AND e.last_seen < ?"
		   " ORDER BY e.id",
	    "ti", feed, now);
	return read_all(&q, out);
}

int
store_reports_listed(struct store *s, const char *feed, int64_t now,
    size_t *listed, size_t *gone, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "reports.listed",
	    "SELECT count(*), sum(last_seen < ?) FROM event"
	    " WHERE feed = ? AND listed = 1",
	    "it", now, feed);
	r = sql_step(&q);
	*listed = r == 1 ? (size_t)sql_int(&q, 0) : 0;
	*gone = r == 1 ? (size_t)sql_int(&q, 1) : 0;
	sql_close(&q);
	return r == 1 ? 0 : -1;
}

int
store_report_unlist(struct store *s, int64_t id, struct err *e)
{
	int n = sql_run(s, e, "report.unlist",
	    "UPDATE event SET listed = 0 WHERE id = ?", "i", id);

	return n == -1 ? -1 : 0;
}

int
store_reports(struct store *s, int64_t incident, size_t limit,
    struct stored_reports *out, struct err *e)
{
	int64_t most = limit == 0 ? -1 : (int64_t)limit;
	struct sql q;

	if (incident == 0)
		sql_open(&q, s, e, "reports",
		    NEWEST " ORDER BY e.newest DESC LIMIT ?", "i", most);
	else
		sql_open(&q, s, e, "reports",
		    NEWEST " WHERE e.incident = ?"
			   " ORDER BY e.newest DESC LIMIT ?",
		    "ii", incident, most);
	return read_all(&q, out);
}

int
store_report_history(struct store *s, int64_t incident,
    struct stored_reports *out, struct err *e)
{
	struct sql q;

	sql_open(&q, s, e, "report.history",
	    "SELECT " COLUMNS " FROM event e JOIN report r ON r.event = e.id"
	    " WHERE e.incident = ? ORDER BY r.id",
	    "i", incident);
	return read_all(&q, out);
}
