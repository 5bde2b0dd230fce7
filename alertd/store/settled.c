#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/limits.h"
#include "base/mem.h"
#include "base/mention.h"
#include "store/audit.h"
#include "store/queue.h"
#include "store/scrub.h"
#include "store/settled.h"
#include "store/standing.h"

#define BETWEEN ", "

bool
settled_alike(const struct settled *a, const struct settled *b)
{
	const struct result *x = a->result, *y = b->result;

	return a->to == b->to && x->outcome == y->outcome &&
	       x->code == y->code && str_eq(x->answer, y->answer) &&
	       str_eq(x->via, y->via);
}

static int
record(struct store *s, const struct standing *at, const struct settled *like,
    const struct strv *names, int64_t now, const char *actor, struct err *e)
{
	const struct result *r = like->result;
	char *action = xasprintf(
	    "delivery.%s", delivery_state_name(life_state(like->to)));
	char *who = strv_join(names, BETWEEN);
	char *detail = xasprintf("%s: %s: %d %s (%s)%s", who,
	    outcome_name(r->outcome), r->code, r->answer, r->via,
	    like->to == LIFE_UNKNOWN_OVER ? ", not sent again" : "");
	int n = store_audit_message(
	    s, now, actor, action, at->incident, at->message, detail, e);

	free(action);
	free(who);
	free(detail);
	return n;
}

/* Those like v[i] that are not on record yet: they are then. */
static void
gather(
    const struct settled *v, size_t n, size_t i, bool *done, struct strv *names)
{
	for (size_t k = i; k < n && names->n < LIMIT_RECORD_NAMED; k++) {
		if (done[k] || v[k].to == LIFE_NONE ||
		    !settled_alike(&v[i], &v[k]))
			continue;
		strv_add(names, v[k].address);
		done[k] = true;
	}
}

int
settled_record(struct store *s, const struct standing *at,
    const struct settled *v, size_t n, int64_t now, const char *actor,
    struct err *e)
{
	bool *done = xcalloc(n, sizeof(*done));
	int r = 0;

	for (size_t i = 0; r == 0 && i < n; i++) {
		struct strv names = {0};

		if (!done[i])
			gather(v, n, i, done, &names);
		if (names.n > 0)
			r = record(s, at, &v[i], &names, now, actor, e);
		strv_clear(&names);
	}
	free(done);
	return r;
}

/* Other records begin otherwise: "3 recipients: a newer notice exists". */
static bool
is_address(const char *s)
{
	return *s == '+' || strchr(s, '@') != NULL;
}

const char *
settled_names(const char *detail, struct strv *names)
{
	const char *rest = strstr(detail, ": ");
	struct strv l = {0};
	char *who;

	if (rest == NULL)
		return NULL;
	who = xstrndup(detail, (size_t)(rest - detail));
	strv_split(&l, who, ",");
	free(who);
	for (size_t i = 0; i < l.n; i++)
		if (!is_address(l.v[i]))
			rest = NULL;
	for (size_t i = 0; rest != NULL && i < l.n; i++)
		strv_add(names, l.v[i]);
	strv_clear(&l);
	return rest;
}

static bool
is_one_of(const struct strv *words, const char *name)
{
	for (size_t i = 0; i < words->n; i++)
		if (strcasecmp(words->v[i], name) == 0)
			return true;
	return false;
}

char *
settled_without(const char *detail, const struct strv *words)
{
	struct strv all = {0}, left = {0}, quoted = {0};
	const char *rest = settled_names(detail, &all);
	char *without, *who, *text = NULL;

	for (size_t i = 0; i < words->n; i++)
		strv_add(&quoted, words->v[i]);
	for (size_t i = 0; i < all.n; i++)
		if (is_one_of(words, all.v[i]))
			scrub_words(&quoted, "", all.v[i]);
		else
			strv_add(&left, all.v[i]);
	if (rest != NULL && left.n > 0) {
		without = mention_erase(rest, &quoted, AUDIT_ERASED);
		who = strv_join(&left, BETWEEN);
		text = xasprintf("%s%s", who, without == NULL ? rest : without);
		free(who);
		free(without);
	}
	strv_clear(&all);
	strv_clear(&left);
	strv_clear(&quoted);
	return text;
}
