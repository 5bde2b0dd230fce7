/*
 * calls.h: the calls of the on-call that are not closed, for people and
 * scripts: who has each, or whom it has paged and who is next.
 */
#ifndef ALERTCTL_STATUS_CALLS_H
#define ALERTCTL_STATUS_CALLS_H

#include <jansson.h>

#include "alertctl/ctl.h"
#include "alertctl/ui/sheet.h"
#include "base/str.h"
#include "core/call.h"
#include "store/calls.h"

struct open_calls {
	struct core core; /* for rotas; without rules and templates */
	struct calls l;
	struct people *paged; /* of each */
	struct roster roster;
	int64_t now;
};

/* Release with open_calls_clear() in any case. */
int open_calls_read(
    struct ctl *c, int64_t now, struct open_calls *out, struct err *e);
void open_calls_clear(struct open_calls *o);
/* The call of the incident, or NULL. */
const struct call *open_call_of(const struct open_calls *o, int64_t incident);

/*
 * Who has c, one of o, or whom it has paged, and who is next and what takes
 * it: one or two lines. i is what it is about, NULL for an alarm.
 */
void call_lines(const struct open_calls *o, const struct call *c,
    const struct incident *i, struct strv *out);
/* The same, without labels. */
void call_add(const struct open_calls *o, const struct call *c,
    const struct incident *i, struct sheet *out);
/* Those about alarms, as status has them; returns how many. */
size_t alarms_add(const struct open_calls *o, struct sheet *out);
/* Who is on call in each rota. */
void rotas_add(struct open_calls *o, struct sheet *out);

/* New references; null for no call. */
json_t *call_json(const struct open_calls *o, const struct call *c);
json_t *alarms_json(const struct open_calls *o);
json_t *rotas_json(struct open_calls *o);

#endif
