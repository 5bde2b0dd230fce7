#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "deliver/transport.h"

int
transport_round(
    const struct transport *t, struct round *r, sent_fn *fn, void *arg)
{
	int all = 0;

	r->more = NULL;
	r->n_more = 0;
	for (size_t i = 0; i < r->n_going; i++)
		r->going[i].gone = r->going[i].full = false;
	if (t->round != NULL)
		return t->round(r, t->arg);
	for (size_t i = 0; i < r->n_done; i++)
		if (fn(r->done[i].m, r->done[i].results, r->done[i].n, arg) ==
		    -1)
			all = -1;
	return all;
}

int
transport_begin_one(
    const struct transport *t, const struct message *m, size_t way)
{
	struct going unit = {.m = m, .way = way};
	struct round r = {.going = &unit, .n_going = 1};

	if (transport_round(t, &r, NULL, NULL) == -1 || unit.full)
		return -1;
	return !unit.gone;
}

void
transport_failed(const struct transport *t, size_t way, const char *why)
{
	char *line;

	if (t->failed == NULL)
		return;
	line = str_line(why, strlen(why), LIMIT_REPLY);
	t->failed(way, line, t->arg);
	free(line);
}

size_t
transport_way(const struct transport *t, size_t i)
{
	return t->order == NULL ? i : t->order[i];
}

int
transport_rest(struct transport *t, int ms)
{
	int rest = t->rest == NULL ? -1 : t->rest(t);

	return rest != -1 && rest < ms ? rest : ms;
}

struct done
transport_same(const struct message *m, enum outcome outcome,
    const char *answer, const char *via)
{
	struct result *results = xcalloc(m->n_to + 1, sizeof(*results));
	struct done d = {.m = m, .results = results};

	for (size_t i = 0; i < m->n_to; i++) {
		if (!m->to[i].due)
			continue;
		results[d.n++] = (struct result){
		    .delivery = m->to[i].delivery,
		    .outcome = outcome,
		    .answer = str_line(answer, strlen(answer), LIMIT_REPLY),
		    .via = xstrdup(via),
		    .remote_id = xstrdup(""),
		};
	}
	return d;
}

void
transport_same_clear(struct done *d)
{
	struct result *results = (struct result *)(uintptr_t)d->results;

	for (size_t i = 0; i < d->n; i++)
		result_clear(&results[i]);
	free(results);
	*d = (struct done){0};
}

int
transport_tell(const struct message *m, enum outcome outcome,
    const char *answer, const char *via, sent_fn *fn, void *arg)
{
	struct done d = transport_same(m, outcome, answer, via);
	int r = fn(m, d.results, d.n, arg);

	transport_same_clear(&d);
	return r;
}
