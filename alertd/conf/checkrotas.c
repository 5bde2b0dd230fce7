#include "base/attr.h"
#include "base/str.h"
#include "conf/check.h"

struct check {
	const struct config *c;
	struct diags *problems;
};

static void
mistake(const struct check *k, const struct ynode *at, const char *what)
{
	diags_add(k->problems, k->c->file, at->line, at->col, "%s", what);
}

/* A key of an item, or the item itself. */
static const struct ynode *
place(const struct ynode *item, const char *key)
{
	const struct ynode *n = yaml_get(item, key);

	return n == NULL ? item : n;
}

/* The key is there and is no empty list. */
static bool
given(const struct ynode *item, const char *key)
{
	const struct ynode *n = yaml_get(item, key);

	return n != NULL && (n->kind != YNODE_LIST || n->n > 0);
}

static void
check_names(const struct check *k, const struct ynode *list)
{
	const struct config *c = k->c;

	for (size_t i = 0; i < c->n_rotas; i++) {
		const struct ynode *at = place(&list->items[i], "name");

		for (size_t j = 0; j < i; j++) {
			const char *name = c->rotas[i].name;

			if (*name == '\0' || !str_eq(name, c->rotas[j].name))
				continue;
			diags_add(k->problems, c->file, at->line, at->col,
			    "rotas[].name: \"%s\" is already the rota of line "
			    "%u",
			    name, c->rotas[j].line);
			break;
		}
	}
}

/* What is of no use without another key. */
static void
check_needs(const struct check *k, const struct ynode *item)
{
	static const struct {
		const char *key, *needs;
	} needs[] = {
	    {"start", "people"},
	    {"length", "people"},
	    {"poll", "calendar"},
	    {"ca_file", "calendar"},
	};

	for (size_t i = 0; i < LENGTH(needs); i++) {
		const struct ynode *at = yaml_get(item, needs[i].key);

		if (at != NULL && !given(item, needs[i].needs))
			diags_add(k->problems, k->c->file, at->line, at->col,
			    "rotas[].%s: of no use without %s:", needs[i].key,
			    needs[i].needs);
	}
}

/* Whether it says in any way who is on call. */
static void
check_sources(const struct check *k, const struct ynode *item)
{
	bool people = given(item, "people");

	if (!people && given(item, "handover"))
		mistake(k, item,
		    "rotas[].people: missing; handover: needs who takes turns "
		    "(example: [Anna Holm, Jens Lund])");
	else if (!people && !given(item, "shifts") && !given(item, "calendar"))
		mistake(k, item,
		    "rotas[]: nobody is ever on call; give people, shifts or "
		    "calendar");
	if (people && !given(item, "handover"))
		mistake(k, place(item, "people"),
		    "rotas[].handover: missing; people take turns at a weekday "
		    "and time (example: monday 08:00)");
	if (people && !given(item, "start"))
		mistake(k, place(item, "people"),
		    "rotas[].start: missing; a date in the week of the first "
		    "of people (example: 2027-01-04)");
}

/* A value that was a mistake is 0. */
static bool
good(const struct shift_conf *s)
{
	return s->from != 0 && s->until != 0 && s->from < s->until;
}

static void
check_overlap(const struct check *k, const struct rota_conf *r, size_t i,
    const struct ynode *at)
{
	const struct shift_conf *s = &r->shifts[i];

	for (size_t j = 0; j < i; j++) {
		const struct shift_conf *o = &r->shifts[j];

		if (!good(s) || !good(o) || s->from >= o->until ||
		    o->from >= s->until)
			continue;
		diags_add(k->problems, k->c->file, at->line, at->col,
		    "rotas[].shifts[]: overlaps the shift of line %u; one is "
		    "on call at a time",
		    o->line);
		return;
	}
}

static void
check_shifts(
    const struct check *k, const struct rota_conf *r, const struct ynode *item)
{
	const struct ynode *list = yaml_get(item, "shifts");

	for (size_t i = 0; i < r->n_shifts; i++) {
		const struct shift_conf *s = &r->shifts[i];
		const struct ynode *at = place(&list->items[i], "until");

		if (s->from != 0 && s->until != 0 && s->from >= s->until)
			mistake(k, at,
			    "rotas[].shifts[].until: not after from:; a shift "
			    "ends later than it begins");
		check_overlap(k, r, i, &list->items[i]);
	}
}

void
config_check_rotas(
    const struct config *c, const struct ynode *root, struct diags *problems)
{
	struct check k = {.c = c, .problems = problems};
	const struct ynode *list = yaml_get(root, "rotas");

	if (c->n_rotas == 0)
		return;
	check_names(&k, list);
	for (size_t i = 0; i < c->n_rotas; i++) {
		const struct ynode *item = &list->items[i];

		/* What is no map is told, and has no keys. */
		if (item->kind != YNODE_MAP)
			continue;
		check_needs(&k, item);
		check_sources(&k, item);
		check_shifts(&k, &c->rotas[i], item);
	}
}
