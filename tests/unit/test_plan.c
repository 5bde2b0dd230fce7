/* Tests of contacts/: comparing, applying, and what is built in. */
#include "contacts_house.h"

#include "base/str.h"
#include "contacts/orgfile.h"
#include "store/audit.h"

#define NOW INT64_C(1774735980)

/* --- comparing and applying ---------------------------------------------- */

/* The plan as lines, and the counts: add, change, keep, remove. */
static void
expect_plan(struct house *h, const char *old_text, const char *new_text,
    bool replace, const char *want)
{
	struct contacts old = good(h, old_text), new = good(h, new_text);
	struct plan p = {0};
	struct strv lines = {0};
	char *s;

	for (size_t i = 0; i < old.n; i++)
		old.v[i].id = (int64_t)i + 1;
	contacts_compare(&old, &new, replace, &p);
	for (size_t i = 0; i < p.n; i++)
		strv_take(&lines, change_text(&p.v[i]));
	strv_take(&lines, xasprintf("%zu %zu %zu %zu", p.count[CHANGE_ADD],
			      p.count[CHANGE_UPDATE], p.count[CHANGE_KEEP],
			      p.count[CHANGE_REMOVE]));
	s = strv_join(&lines, "\n");
	assert_string_equal(s, want);
	free(s);
	strv_clear(&lines);
	plan_clear(&p);
	contacts_clear(&old);
	contacts_clear(&new);
}

#define OLD                                           \
	HEADER "0101,Anna,anna@example.dk,00000001\n" \
	       "0101,Bo,,00000002\n"                  \
	       "0147,Carl,carl@example.dk,\n"

static void
test_compare(void **state)
{
	expect_plan(*state, OLD, OLD, true,
	    "keep 0101 Anna <anna@example.dk> +4500000001\n"
	    "keep 0101 Bo +4500000002\n"
	    "keep 0147 Carl <carl@example.dk>\n"
	    "0 0 3 0");
	/* By address in any case, else by number; never across two. */
	expect_plan(*state, OLD,
	    HEADER "0147,Anna,anna@example.dk,00000002\n"
		   "0101,Bo B,bo@example.dk,00000002\n"
		   "0101,Anna,ANNA@example.dk,00000003\n",
	    false,
	    "add 0147 Anna <anna@example.dk> +4500000002\n"
	    "change 0101 Bo +4500000002 -> "
	    "Bo B <bo@example.dk> +4500000002\n"
	    "change 0101 Anna <anna@example.dk> +4500000001 -> "
	    "Anna <ANNA@example.dk> +4500000003\n"
	    "1 2 0 0");
	expect_plan(*state, OLD, HEADER "0101,Bo,,00000002\n", true,
	    "keep 0101 Bo +4500000002\n"
	    "remove 0101 Anna <anna@example.dk> +4500000001\n"
	    "remove 0147 Carl <carl@example.dk>\n"
	    "0 0 1 2");
	expect_plan(*state, OLD, HEADER "0101,Bo,,00000002\n", false,
	    "keep 0101 Bo +4500000002\n"
	    "0 0 1 0");
}

/* A number is never left with two of one organisation: both would get it. */
static void
test_compare_moved(void **state)
{
	static const char old[] = HEADER "0101,Anna,anna@example.dk,00000001\n"
					 "0101,Bo,bo@example.dk,00000002\n"
					 "0101,Vagt,,00000003\n";

	expect_plan(*state, old, HEADER "0101,Anna,anna@example.dk,00000002\n",
	    false,
	    "change 0101 Anna <anna@example.dk> +4500000001 -> "
	    "Anna <anna@example.dk> +4500000002\n"
	    "change 0101 Bo <bo@example.dk> +4500000002 -> "
	    "Bo <bo@example.dk>\n"
	    "0 2 0 0");
	expect_plan(*state, old, HEADER "0101,Anna,anna@example.dk,00000003\n",
	    false,
	    "change 0101 Anna <anna@example.dk> +4500000001 -> "
	    "Anna <anna@example.dk> +4500000003\n"
	    "remove 0101 Vagt +4500000003\n"
	    "0 1 0 1");
	/* A third one does not become who has another number now. */
	expect_plan(*state, old,
	    HEADER "0101,Anna,anna@example.dk,00000002\n"
		   "0101,Carl,carl@example.dk,00000001\n",
	    false,
	    "change 0101 Anna <anna@example.dk> +4500000001 -> "
	    "Anna <anna@example.dk> +4500000002\n"
	    "add 0101 Carl <carl@example.dk> +4500000001\n"
	    "change 0101 Bo <bo@example.dk> +4500000002 -> "
	    "Bo <bo@example.dk>\n"
	    "1 2 0 0");
	/* Two who swap numbers stay who they are. */
	expect_plan(*state, old,
	    HEADER "0101,Anna,anna@example.dk,00000002\n"
		   "0101,Bo,bo@example.dk,00000001\n",
	    false,
	    "change 0101 Anna <anna@example.dk> +4500000001 -> "
	    "Anna <anna@example.dk> +4500000002\n"
	    "change 0101 Bo <bo@example.dk> +4500000002 -> "
	    "Bo <bo@example.dk> +4500000001\n"
	    "0 2 0 0");
}

/* As alertctl imports: under one lock. */
static int
import(struct house *h, const char *text, bool replace, struct err *e)
{
	struct contacts old = {0}, new = good(h, text);
	struct plan p = {0};
	int r;

	must(store_begin(h->store, e), e);
	must(store_contacts(h->store, &old, e), e);
	contacts_compare(&old, &new, replace, &p);
	r = contacts_apply(h->store, &p, "user test", NOW, e);
	if (r == 0)
		must(store_commit(h->store, e), e);
	else
		store_rollback(h->store);
	plan_clear(&p);
	contacts_clear(&old);
	contacts_clear(&new);
	return r;
}

static void
expect_store(struct house *h, const char *text)
{
	struct contacts want = good(h, text), l = {0};
	struct err e = {""};

	must(store_contacts(h->store, &l, &e), &e);
	assert_same(&l, &want);
	contacts_clear(&l);
	contacts_clear(&want);
}

static void
expect_audit(struct house *h, const char *want)
{
	struct audits l = {0};
	struct strv lines = {0};
	struct err e = {""};
	struct audit_check whole;
	char *s;

	must(store_audits(h->store, 0, 0, &l, &e), &e);
	for (size_t i = 0; i < l.n; i++) {
		assert_int_equal(l.v[i].at, NOW);
		assert_string_equal(l.v[i].actor, "user test");
		strv_take(&lines, xasprintf("%s %s: %s", l.v[i].action,
				      l.v[i].object, l.v[i].detail));
	}
	s = strv_join(&lines, "\n");
	assert_string_equal(s, want);
	must(store_audit_verify(h->store, NULL, &whole, &e), &e);
	assert_int_equal(whole.fault, AUDIT_WHOLE);
	free(s);
	strv_clear(&lines);
	audits_clear(&l);
}

static void
test_apply(void **state)
{
	static const char new[] = HEADER "0101,Anna,anna@example.dk,00000004\n"
					 "0101,Bo,,00000002\n"
					 "0151,Dora,dora@example.dk,\n";
	struct err e = {""};

	must(import(*state, OLD, false, &e), &e);
	expect_store(*state, OLD);
	must(import(*state, OLD, true, &e), &e);
	must(import(*state, new, true, &e), &e);
	expect_store(*state, new);
	expect_audit(*state,
	    "contact.added contact 1: "
	    "0101 Anna <anna@example.dk> +4500000001\n"
	    "contact.added contact 2: 0101 Bo +4500000002\n"
	    "contact.added contact 3: 0147 Carl <carl@example.dk>\n"
	    "contact.changed contact 1: "
	    "0101 Anna <anna@example.dk> +4500000001 -> "
	    "Anna <anna@example.dk> +4500000004\n"
	    "contact.removed contact 3: 0147 Carl <carl@example.dk>\n"
	    "contact.added contact 3: 0151 Dora <dora@example.dk>");
}

/* Who was disabled stays so, whatever else the file changes. */
static void
test_apply_disabled(void **state)
{
	struct house *h = *state;
	struct contacts l = {0};
	struct err e = {""};

	must(import(h, OLD, false, &e), &e);
	must(store_contacts(h->store, &l, &e), &e);
	l.v[0].enabled = false;
	must(store_contact_put(h->store, &l.v[0], &e), &e);
	contacts_clear(&l);
	must(import(h, HEADER "0101,Anna A,anna@example.dk,\n", false, &e), &e);
	must(store_contacts(h->store, &l, &e), &e);
	assert_string_equal(l.v[0].name, "Anna A");
	assert_false(l.v[0].enabled);
	assert_true(l.v[1].enabled);
	contacts_clear(&l);
}

/* One change that fails takes all back, also what was done before it. */
static void
test_apply_all_or_nothing(void **state)
{
	struct house *h = *state;
	struct contacts old = {0},
			new = good(h, HEADER "0151,Dora,dora@example.dk,\n");
	struct plan p = {0};
	struct err e = {""};

	must(import(h, OLD, false, &e), &e);
	must(store_contacts(h->store, &old, &e), &e);
	contacts_compare(&old, &new, true, &p);
	assert_int_equal(p.n, 4);
	/* The last is removed by somebody else in between. */
	must(store_contact_remove(h->store, old.v[2].id, &e), &e);
	assert_int_equal(
	    contacts_apply(h->store, &p, "user test", NOW, &e), -1);
	assert_string_equal(e.msg, "there is no contact 3");
	expect_store(h, HEADER "0101,Anna,anna@example.dk,00000001\n"
			       "0101,Bo,,00000002\n");
	expect_audit(h, "contact.added contact 1: "
			"0101 Anna <anna@example.dk> +4500000001\n"
			"contact.added contact 2: 0101 Bo +4500000002\n"
			"contact.added contact 3: 0147 Carl <carl@example.dk>");
	plan_clear(&p);
	contacts_clear(&old);
	contacts_clear(&new);
}

/* --- what is built in ---------------------------------------------------- */

static const struct org *
org_of(const struct house *h, const char *code)
{
	for (size_t i = 0; i < h->orgs.n; i++)
		if (strcmp(h->orgs.v[i].code, code) == 0)
			return &h->orgs.v[i];
	fail_msg("no organisation %s", code);
	return NULL;
}

static void
is_org(const struct house *h, enum org_kind kind, const char *code,
    const char *name, const char *region, const char *vendor)
{
	const struct org *o = org_of(h, code);

	assert_int_equal(o->kind, kind);
	assert_string_equal(o->name, name);
	assert_string_equal(o->region, region);
	assert_string_equal(o->vendor, vendor);
}

static void
test_seed(void **state)
{
	struct house *h = *state;
	size_t n[3] = {0};

	for (size_t i = 0; i < h->orgs.n; i++)
		n[h->orgs.v[i].kind]++;
	assert_int_equal(n[ORG_MUNICIPALITY], 98);
	assert_int_equal(n[ORG_VENDOR], 3);
	assert_int_equal(n[ORG_ONCALL], 2);
	is_org(h, ORG_MUNICIPALITY, "0101",
	    "K\xc3\xb8"
	    "benhavn",
	    "Region Hovedstaden", "");
	is_org(h, ORG_MUNICIPALITY, "0253", "Greve", "Region Sj\xc3\xa6lland",
	    "kmd");
	is_org(h, ORG_MUNICIPALITY, "0751", "Aarhus", "Region Midtjylland",
	    "systematic");
	is_org(h, ORG_VENDOR, "kmd", "KMD", "", "");
	is_org(h, ORG_ONCALL, "medcom", "MedCom", "", "");
}

/* A second time adds what is missing, and leaves what was edited. */
static void
test_seed_again(void **state)
{
	struct house *h = *state;
	char code[] = "0101", name[] = "Hovedstaden", none[] = "",
	     vendor[] = "systematic";
	struct err e = {""};
	struct org o = {.kind = ORG_MUNICIPALITY,
	    .code = code,
	    .name = name,
	    .region = none,
	    .vendor = vendor};
	int64_t id = org_of(h, "0101")->id;

	must(store_org_put(h->store, &o, &e), &e);
	must(store_seed(h->store, &e), &e);
	orgs_clear(&h->orgs);
	must(store_orgs(h->store, &h->orgs, &e), &e);
	assert_int_equal(h->orgs.n, 103);
	is_org(h, ORG_MUNICIPALITY, "0101", name, "", vendor);
	assert_int_equal(org_of(h, "0101")->id, id);
}

static size_t
count(const struct contacts *l, const struct org *o, bool phone)
{
	size_t n = 0;

	for (size_t i = 0; i < l->n; i++)
		if (strcmp(l->v[i].org, o->code) == 0 &&
		    *(phone ? l->v[i].phone : l->v[i].email) != '\0')
			n++;
	return n;
}

static void
test_sample(void **state)
{
	struct house *h = *state;
	struct contacts l = {0};
	struct strv numbers = {0};
	size_t people = 0;
	struct err e = {""};

	must(store_seed_sample(h->store, &e), &e);
	must(store_seed_sample(h->store, &e), &e);
	must(store_contacts(h->store, &l, &e), &e);
	for (size_t i = 0; i < h->orgs.n; i++) {
		const struct org *o = &h->orgs.v[i];

		assert_true(count(&l, o, false) >= 1);
		if (o->kind == ORG_MUNICIPALITY)
			assert_true(count(&l, o, true) >= 1);
	}
	for (size_t i = 0; i < l.n; i++) {
		people += org_of(h, l.v[i].org)->kind == ORG_MUNICIPALITY;
		if (*l.v[i].phone == '\0')
			continue;
		assert_true(str_starts(l.v[i].phone, "+450000"));
		assert_false(strv_has(&numbers, l.v[i].phone));
		strv_add(&numbers, l.v[i].phone);
	}
	assert_int_equal(people, 490);
	strv_clear(&numbers);
	contacts_clear(&l);
}

/* Nothing invented comes to a store that has contacts. */
static void
test_sample_never_added(void **state)
{
	struct house *h = *state;
	struct err e = {""};

	must(import(h, OLD, false, &e), &e);
	must(store_seed_sample(h->store, &e), &e);
	expect_store(h, OLD);
}

static void
test_org_mistakes(void **state)
{
	static const char vendors[] = "id,name,system\nkmd,KMD,Nexus\n"
				      "kmd,KMD,Nexus\n,X,Y\n";
	static const char towns[] = "code,name,region_code,region,vendor\n"
				    "0101,K,1084,Region Hovedstaden,kmd\n"
				    "0147,F,1084,Region Hovedstaden,kmx\n"
				    "0151,B,1084,Region Hovedstaden,0101\n"
				    "0153,B,1084,Region Hovedstaden,unknown\n"
				    "0101,K,1084,Region Hovedstaden\n";
	struct orgs l = {0};
	struct diags d = {0};
	char *s;

	(void)state;
	assert_int_equal(
	    vendors_read("v.csv", vendors, strlen(vendors), &l, &d), -1);
	assert_int_equal(
	    municipalities_read("m.csv", towns, strlen(towns), &l, &d), -1);
	assert_int_equal(l.n, 3);
	assert_string_equal(l.v[1].vendor, "kmd");
	assert_string_equal(l.v[2].vendor, "");
	s = printed(&d);
	assert_string_equal(s,
	    "m.csv:3:32: there is no vendor \"kmx\" (\"unknown\" if it is "
	    "not known)\n"
	    "m.csv:4:32: there is no vendor \"0101\" (\"unknown\" if it is "
	    "not known)\n"
	    "m.csv:6:31: 4 columns; there must be 5: "
	    "code,name,region_code,region,vendor\n"
	    "v.csv:3:1: there is an organisation \"kmd\" already\n"
	    "v.csv:4:1: the code is missing\n");
	free(s);
	orgs_clear(&l);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    CASE(test_compare),
	    CASE(test_compare_moved),
	    CASE(test_apply),
	    CASE(test_apply_disabled),
	    CASE(test_apply_all_or_nothing),
	    CASE(test_seed),
	    CASE(test_seed_again),
	    CASE(test_sample),
	    CASE(test_sample_never_added),
	    CASE(test_org_mistakes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
