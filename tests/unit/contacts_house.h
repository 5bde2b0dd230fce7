/*
 * contacts_house.h: a store with the organisations that are built in, for each
 * test, and how the tests of contacts/ read and compare.
 */
#ifndef TESTS_UNIT_CONTACTS_HOUSE_H
#define TESTS_UNIT_CONTACTS_HOUSE_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>

#include "mistakes.h"
#include "base/mem.h"
#include "contacts/contacts.h"
#include "contacts/seed.h"

#define HEADER "organisation,name,email,phone\n"

struct house {
	struct store *store;
	struct orgs orgs;
};

static void
must(int r, const struct err *e)
{
	if (r == -1)
		fail_msg("%s", e->msg);
}

static int
build(void **state)
{
	struct house *h = xcalloc(1, sizeof(*h));
	struct err e = {""};

	h->store = store_open(":memory:", true, &e);
	assert_non_null(h->store);
	must(store_seed(h->store, &e), &e);
	must(store_orgs(h->store, &h->orgs, &e), &e);
	*state = h;
	return 0;
}

static int
raze(void **state)
{
	struct house *h = *state;

	orgs_clear(&h->orgs);
	store_close(h->store);
	free(h);
	return 0;
}

static void
read_good(struct house *h, const char *text, size_t len, struct contacts *out)
{
	struct diags d = {0};
	int r = contacts_read("c.csv", text, len, &h->orgs, NULL, out, &d);
	char *s = printed(&d);

	assert_string_equal(s, "");
	assert_int_equal(r, 0);
	free(s);
}

static struct contacts
good(struct house *h, const char *text)
{
	struct contacts l = {0};

	read_good(h, text, strlen(text), &l);
	return l;
}

static void
is_contact(const struct contact *c, const char *org, const char *name,
    const char *email, const char *phone)
{
	assert_string_equal(c->org, org);
	assert_string_equal(c->name, name);
	assert_string_equal(c->email, email);
	assert_string_equal(c->phone, phone);
	assert_true(c->enabled);
}

static inline void
assert_same(const struct contacts *a, const struct contacts *b)
{
	assert_int_equal(a->n, b->n);
	for (size_t i = 0; i < a->n; i++)
		is_contact(&a->v[i], b->v[i].org, b->v[i].name, b->v[i].email,
		    b->v[i].phone);
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, build, raze)

#endif
