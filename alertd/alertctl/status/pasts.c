/* show without a number: the newest incidents, one line each. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alertctl/status/pasts.h"
#include "alertctl/ui/out.h"
#include "alertctl/ui/wrap.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/str.h"
#include "store/history.h"

#define LIMIT_DEFAULT 20
#define TITLE_LEAST 12 /* room for the mark of an exercise */

enum cell { NUMBER, REFERENCE, STATE, EFFECT, OPENED, LASTED, TITLE, CELLS };

struct row {
	char *cell[CELLS];
};

static char *
reference_of(const struct ctl *c, const struct past *p)
{
	struct incident i;
	char *reference;

	incident_init(&i);
	i.id = p->id;
	i.opened_at = p->opened_at;
	reference = incident_reference(&i, c->conf->notices.reference);
	incident_clear(&i);
	return reference;
}

/* What was dropped before anybody was told did not last. */
static int64_t
lasted(const struct past *p, int64_t now)
{
	if (incident_live(p->state))
		return now - p->opened_at;
	return p->resolved_at == TIME_NONE ? -1 : p->resolved_at - p->opened_at;
}

static json_t *
past_json(const struct ctl *c, const struct past *p, int64_t now)
{
	int64_t seconds = lasted(p, now);
	char *reference = reference_of(c, p);
	json_t *j = json_pack("{s:I, s:s, s:s, s:s, s:s, s:s, s:s, s:o, s:o, "
			      "s:o, s:I}",
	    "id", (json_int_t)p->id, "reference", reference, "kind",
	    incident_kind_name(p->kind), "state", incident_state_name(p->state),
	    "effect", effect_name(p->effect), "service", p->service, "title",
	    p->title, "opened", json_time(p->opened_at), "resolved",
	    json_time(p->resolved_at), "seconds",
	    seconds < 0 ? json_null() : json_integer(seconds), "notices",
	    (json_int_t)p->notices);

	free(reference);
	return j;
}

/* "03-28 23:14": the year is in the reference. */
static char *
opened(const struct past *p)
{
	const size_t year = strlen("2026-"), most = strlen("03-28 23:14");
	char when[WHEN_SIZE];

	return xstrndup(out_when(p->opened_at, when) + year, most);
}

static struct row
row_of(const struct ctl *c, const struct past *p, int64_t now)
{
	int64_t seconds = lasted(p, now);
	char span[WHEN_SIZE];

	return (struct row){{
	    [NUMBER] = xasprintf("%" PRId64, p->id),
	    [REFERENCE] = reference_of(c, p),
	    [STATE] = xstrdup(_(incident_state_name(p->state))),
	    [EFFECT] = xstrdup(_(effect_name(p->effect))),
	    [OPENED] = opened(p),
	    [LASTED] = xstrdup(seconds < 0 ? "-" : out_span(seconds, span)),
	    [TITLE] = xasprintf("%s%s",
		p->kind == KIND_EXERCISE ? _("EXERCISE, ") : "", p->title),
	}};
}

static struct row
heads(void)
{
	return (struct row){{
	    [NUMBER] = xstrdup(_("no.")),
	    [REFERENCE] = xstrdup(_("reference")),
	    [STATE] = xstrdup(_("state")),
	    [EFFECT] = xstrdup(_("effect")),
	    [OPENED] = xstrdup(_("opened")),
	    [LASTED] = xstrdup(_("lasted")),
	    [TITLE] = xstrdup(_("title")),
	}};
}

static void
print_row(struct row *r, const size_t *width, size_t room)
{
	for (int k = 0; k < TITLE; k++) {
		out_padded(r->cell[k], width[k]);
		putchar(' ');
	}
	out_cut(r->cell[TITLE], room);
	putchar('\n');
	for (int k = 0; k < CELLS; k++)
		free(r->cell[k]);
}

/* Each column as wide as what is in it; the title has the rest. */
static void
print_pasts(const struct ctl *c, const struct pasts *l, int64_t now)
{
	struct row *rows = xcalloc(l->n + 1, sizeof(*rows));
	size_t width[TITLE] = {0}, room = WRAP_COLUMNS;

	rows[0] = heads();
	for (size_t i = 0; i < l->n; i++)
		rows[i + 1] = row_of(c, &l->v[i], now);
	for (int k = 0; k < TITLE; k++) {
		for (size_t i = 0; i <= l->n; i++)
			if (text_width(rows[i].cell[k]) > width[k])
				width[k] = text_width(rows[i].cell[k]);
		room -= width[k] + 1 < room ? width[k] + 1 : room;
	}
	for (size_t i = 0; i <= l->n; i++)
		print_row(
		    &rows[i], width, room < TITLE_LEAST ? TITLE_LEAST : room);
	free(rows);
}

static void
tell(const struct ctl *c, const struct pasts *l, int64_t all)
{
	int64_t now = clock_read().wall;
	json_t *list;

	if (c->json) {
		list = json_array();
		for (size_t i = 0; i < l->n; i++)
			json_array_append_new(
			    list, past_json(c, &l->v[i], now));
		out_json(list);
	} else if (l->n == 0) {
		puts(_("There has been no incident."));
	} else {
		print_pasts(c, l, now);
	}
	if (!c->json && (size_t)all > l->n)
		fprintf(stderr,
		    _("(the newest %zu of %" PRId64 "; --limit 0 shows all)\n"),
		    l->n, all);
}

int
show_pasts(struct ctl *c)
{
	int64_t limit = LIMIT_DEFAULT, all = 0;
	struct pasts l = {0};
	struct err e;
	int status;

	if ((status = ctl_limit(c, &limit)) != 0 ||
	    (status = ctl_store_reading(c)) != 0)
		return status;
	if (store_pasts_all(c->store, &all, &e) == -1 ||
	    store_pasts(c->store, 0, INT64_MAX,
		limit == 0 ? (size_t)all : (size_t)limit, 0, &l, &e) == -1)
		status = ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	else
		tell(c, &l, all);
	pasts_clear(&l);
	return status;
}
