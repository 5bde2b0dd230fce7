#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "deliver/transport.h"

int
transport_begin(const struct transport *t, const struct message *const *v,
    size_t n, size_t way, bool *gone)
{
	if (t->begin != NULL)
		return t->begin(v, n, way, gone, t->begin_arg);
	for (size_t i = 0; i < n; i++)
		gone[i] = false;
	return 0;
}

int
transport_begin_one(
    const struct transport *t, const struct message *m, size_t way)
{
	bool gone = false;

	return transport_begin(t, &m, 1, way, &gone) == -1 ? -1 : !gone;
}

void
transport_failed(const struct transport *t, size_t way, const char *why)
{
	char *line;

	if (t->failed == NULL)
		return;
	line = str_line(why, strlen(why), LIMIT_REPLY);
	t->failed(way, line, t->begin_arg);
	free(line);
}

size_t
transport_way(const struct transport *t, size_t i)
{
	return t->order == NULL ? i : t->order[i];
}

int
transport_tell(const struct message *m, enum outcome outcome,
    const char *answer, const char *via, sent_fn *fn, void *arg)
{
	struct result *results = xcalloc(m->n_to + 1, sizeof(*results));
	struct result same = {
	    .outcome = outcome,
	    .answer = str_line(answer, strlen(answer), LIMIT_REPLY),
	    .via = xstrdup(via),
	    .remote_id = xstrdup(""),
	};
	size_t n = 0;
	int r;

	for (size_t i = 0; i < m->n_to; i++) {
		if (!m->to[i].due)
			continue;
		same.delivery = m->to[i].delivery;
		results[n++] = same;
	}
	r = fn(m, results, n, arg);
	result_clear(&same);
	free(results);
	return r;
}
