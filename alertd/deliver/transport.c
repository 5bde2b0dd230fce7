#include <stdlib.h>

#include "base/limits.h"
#include "base/mem.h"
#include "deliver/transport.h"

int
transport_begin(
    const struct transport *t, const struct message *const *v, size_t n)
{
	return t->begin == NULL ? 0 : t->begin(v, n, t->begin_arg);
}

int
transport_tell(const struct message *m, enum outcome outcome,
    const char *answer, const char *via, sent_fn *fn, void *arg)
{
	struct result *results = xcalloc(m->n_to + 1, sizeof(*results));
	struct result same = {
	    .outcome = outcome,
	    .answer = xstrndup(answer, LIMIT_REPLY),
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
