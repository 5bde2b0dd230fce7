#include <stdlib.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "world.h"

#define JUMPS 86400 /* of the clock, all together */

struct model model;

void
model_reset(void)
{
	for (size_t i = 0; i < model.n_cases; i++)
		free(model.cases[i]);
	free(model.cases);
	free(model.units);
	free(model.unit_at);
	model = (struct model){0};
}

int
model_address(const char *text)
{
	for (size_t i = 0; i < model.n_addresses; i++)
		if (strcmp(model.addresses[i].text, text) == 0)
			return (int)i;
	return -1;
}

int
model_address_add(const char *text, enum channel channel, int org)
{
	struct address *a;

	if (model.n_addresses == ADDRESSES)
		return -1;
	a = &model.addresses[model.n_addresses];
	*a = (struct address){.channel = channel,
	    .org = org,
	    .refused_until = NEVER,
	    .bad = NEVER};
	snprintf(a->text, sizeof(a->text), "%s", text);
	return (int)model.n_addresses++;
}

struct acase *
model_case(int64_t id)
{
	/* Incidents are numbered from 1 without a hole, but after a crash. */
	for (size_t i = model.n_cases; i-- > 0;)
		if (model.cases[i]->id == id)
			return model.cases[i];
	return NULL;
}

struct acase *
model_case_add(int64_t id, int64_t now)
{
	struct acase *c = xcalloc(1, sizeof(*c));

	*c = (struct acase){.id = id,
	    .opened = now,
	    .told_first = NEVER,
	    .queued = NEVER,
	    .over = NEVER,
	    .reopened = NEVER,
	    .may_tell_since = NEVER,
	    .open_since = NEVER,
	    .rings_since = NEVER,
	    .paged = NEVER,
	    .acked = NEVER,
	    .answered = NEVER,
	    .news = now};
	model.cases = xreallocarray(
	    model.cases, model.n_cases + 1, sizeof(*model.cases));
	model.cases[model.n_cases++] = c;
	return c;
}

void
model_in_doubt(int64_t incident, int notice, int address, bool over)
{
	struct acase *c = model_case(incident);

	if (c == NULL || address == -1)
		return;
	c->told[address].maybe = true;
	if (over && c->told[address].refused < notice)
		c->told[address].refused = notice;
}

bool
model_may_be_empty(const struct acase *c)
{
	int64_t keep = world.schedule->keep;

	return c->emptied || (keep > 0 && c->over != NEVER &&
				 world.now - c->over > keep - JUMPS);
}

static void
make_room(int64_t message)
{
	size_t n = model.n_unit_at;

	if ((size_t)message < n)
		return;
	model.n_unit_at = (size_t)message * 2 + 256;
	model.unit_at = xreallocarray(
	    model.unit_at, model.n_unit_at, sizeof(*model.unit_at));
	memset(model.unit_at + n, 0,
	    (model.n_unit_at - n) * sizeof(*model.unit_at));
}

/* Those of one message need not lie together: each is looked for from there. */
struct unit *
model_unit(int64_t message, int address)
{
	size_t i;

	make_room(message);
	i = model.unit_at[message];
	for (size_t k = i == 0 ? model.n_units : i - 1; k < model.n_units; k++)
		if (model.units[k].message == message &&
		    model.units[k].address == address)
			return &model.units[k];
	if ((model.n_units & (model.n_units + 1)) == 0)
		model.units = xreallocarray(
		    model.units, (model.n_units + 1) * 2, sizeof(*model.units));
	model.units[model.n_units] = (struct unit){
	    .message = message, .address = address};
	if (i == 0)
		model.unit_at[message] = model.n_units + 1;
	return &model.units[model.n_units++];
}
