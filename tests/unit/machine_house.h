/*
 * machine_house.h: what the page answers, asked of its handlers in a house of
 * the core.
 */
#ifndef TESTS_UNIT_MACHINE_HOUSE_H
#define TESTS_UNIT_MACHINE_HOUSE_H

#include "core_house.h"

#include "web/web.h"

static const struct statement nothing = {.since = TIME_NONE,
    .expected_end = TIME_NONE,
    .starts = TIME_NONE,
    .ends = TIME_NONE};

/* What the handler answers; the body is the caller's. */
static inline char *
ask(struct house *h, web_handler *handler, int *status)
{
	struct web w = {.conf = h->setup.conf,
	    .store = h->store,
	    .core = &h->core,
	    .now = h->now};
	struct http_request q;
	struct http_response r;
	struct err e = {""};
	char *body;

	http_request_init(&q);
	http_response_init(&r);
	must(handler(&w, &q, &r, &e), &e);
	assert_false(buf_failed(&r.body));
	if (r.shared != NULL)
		buf_add(&r.body, r.shared->data, r.shared->len);
	if (status != NULL)
		*status = r.status;
	body = buf_steal(&r.body);
	http_request_clear(&q);
	http_response_clear(&r);
	kept_clear(w.kept);
	return body;
}

static inline int64_t
send_statement(struct house *h, struct statement s)
{
	struct err e = {""};
	int64_t id = 0;

	must(core_send(&h->core, &s, h->now, &id, &e), &e);
	return id;
}

static inline int64_t
send_outage(struct house *h, const char *title)
{
	struct statement s = nothing;

	s.effect = EFFECT_OUTAGE;
	s.service = "FMK";
	s.title = title;
	s.text = "Opslag i FMK fejler.";
	return send_statement(h, s);
}

/* All that is queued has been taken by a relay. */
static inline void
all_told(struct house *h)
{
	run_sql(h, "UPDATE delivery SET state = 'accepted', told = 1");
	run_sql(h, "UPDATE message SET due = NULL, worker = NULL");
}

#endif
