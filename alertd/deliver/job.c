#include <stdlib.h>
#include <string.h>

#include "base/address.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "deliver/job.h"

void
item_set(struct item *i, enum outcome outcome, int code, const char *answer,
    const char *via)
{
	char *said = str_line(answer, strlen(answer), LIMIT_REPLY);

	i->result.delivery = i->to->delivery;
	i->result.outcome = outcome;
	i->result.code = code;
	free(i->result.answer);
	i->result.answer = said;
	xreplace(&i->result.via, via);
	xreplace(&i->result.remote_id, "");
	i->state = outcome == OUTCOME_TEMPFAIL ? ITEM_TRIED : ITEM_DONE;
}

void
job_init(struct job *j, const struct message *m)
{
	*j = (struct job){.m = m};
	buf_init(&j->mail, LIMIT_MAIL_BYTES);
	j->items = xcalloc(m->n_to + 1, sizeof(*j->items));
	for (size_t i = 0; i < m->n_to; i++) {
		struct item *item = &j->items[j->n];
		struct err why;

		if (!m->to[i].due)
			continue;
		j->n++;
		item->to = &m->to[i];
		if (!address_valid(m->to[i].address, &why))
			item_set(item, OUTCOME_PERMFAIL, 0, why.msg, "");
	}
}

void
job_clear(struct job *j)
{
	for (size_t i = 0; i < j->n; i++) {
		free(j->items[i].result.answer);
		free(j->items[i].result.via);
		free(j->items[i].result.remote_id);
	}
	free(j->items);
	buf_clear(&j->mail);
}

size_t
job_count(const struct job *j, enum item_state state)
{
	size_t n = 0;

	for (size_t i = 0; i < j->n; i++)
		n += j->items[i].state == state;
	return n;
}

bool
job_taken(const struct job *j)
{
	for (size_t i = 0; i < j->n; i++)
		if (j->items[i].result.answer != NULL &&
		    (j->items[i].result.outcome == OUTCOME_ACCEPTED ||
			j->items[i].result.outcome == OUTCOME_UNKNOWN))
			return true;
	return false;
}

bool
job_begun(const struct job *j)
{
	for (size_t i = 0; i < j->n; i++)
		if (j->items[i].result.answer != NULL)
			return true;
	return j->n == 0;
}

bool
job_tried(const struct job *j)
{
	for (size_t i = 0; i < j->n; i++)
		if (j->items[i].result.answer != NULL &&
		    j->items[i].result.outcome == OUTCOME_TEMPFAIL)
			return true;
	return false;
}

void
job_again(struct job *j)
{
	for (size_t i = 0; i < j->n; i++)
		if (j->items[i].state == ITEM_TRIED)
			j->items[i].state = ITEM_TODO;
}

struct result *
job_results(struct job *j, const char *why)
{
	struct result *results = xcalloc(j->n + 1, sizeof(*results));

	for (size_t i = 0; i < j->n; i++) {
		if (j->items[i].result.answer == NULL)
			item_set(&j->items[i], OUTCOME_TEMPFAIL, 0, why, "");
		results[i] = j->items[i].result;
	}
	return results;
}
