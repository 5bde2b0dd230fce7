/* oncall_house.h: the house of core_house.h with a configuration of rotas. */
#ifndef TESTS_UNIT_ONCALL_HOUSE_H
#define TESTS_UNIT_ONCALL_HOUSE_H

#include "core_house.h"

struct oncall {
	struct house *h;
	struct config *conf;
};

/* text becomes the configuration. */
static inline void
configure(struct oncall *o, const char *text)
{
	struct diags d = {0};

	config_free(o->conf);
	o->conf = config_parse("f", text, strlen(text), &d);
	assert_non_null(o->conf);
	o->h->core.conf = o->conf;
}

/* The setup of a test with that configuration. */
static inline struct oncall *
build_with(void **state, const char *text)
{
	struct oncall *o = xcalloc(1, sizeof(*o));

	build(state);
	o->h = *state;
	configure(o, text);
	*state = o;
	return o;
}

static inline int
raze_oncall(void **state)
{
	struct oncall *o = *state;
	void *h = o->h;

	raze(&h);
	config_free(o->conf);
	free(o);
	return 0;
}

#endif
