/*
 * Tests of the contacts files: reading with every mistake at its place,
 * comparing, applying, writing, and what is built in.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/attr.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "contacts/contacts.h"
#include "contacts/orgfile.h"
#include "contacts/seed.h"
#include "store/audit.h"

#define DATA "tests/data/contacts/"
#define SAMPLE "contacts/sample.csv"
#define HEADER "organisation,name,email,phone\n"
#define NOW INT64_C(1774735980)

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

/* All mistakes as they are printed; release with free(). */
static char *
printed(struct diags *d)
{
	char *text;
	size_t len;
	FILE *f = open_memstream(&text, &len);

	assert_non_null(f);
	diags_print(d, f);
	assert_int_equal(fclose(f), 0);
	diags_clear(d);
	return text;
}

static void
read_good(struct house *h, const char *text, size_t len, struct contacts *out)
{
	struct diags d = {0};
	int r = contacts_read("c.csv", text, len, &h->orgs, out, &d);
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

/* The text has exactly these mistakes. */
static void
refused_bytes(
    struct house *h, const char *text, size_t len, const char *mistakes)
{
	struct contacts l = {0};
	struct diags d = {0};
	int r = contacts_read("c.csv", text, len, &h->orgs, &l, &d);
	char *s = printed(&d);

	assert_string_equal(s, mistakes);
	assert_int_equal(r, -1);
	free(s);
	contacts_clear(&l);
}

static void
refused(struct house *h, const char *text, const char *mistakes)
{
	refused_bytes(h, text, strlen(text), mistakes);
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

static char *
slurp(const char *path, size_t *len)
{
	struct err e = {""};
	char *text;

	must(file_read(path, LIMIT_CSV_FILE, &text, len, &e), &e);
	return text;
}

/* --- reading ------------------------------------------------------------- */

static void
test_read(void **state)
{
	struct contacts l = good(*state,
	    "# a comment, with \"quotes\n"
	    "\n" HEADER "0101,Anna Jensen,anna@example.dk,+45 00 00 00 01\n"
	    "  K\xc3\xb8"
	    "benhavn , \"Bo \"\"B\"\" Bo, leder\",,00000002\n"
	    "# 0101,Gone,gone@example.dk,\n"
	    "\"# saved, by Excel\",,,\n"
	    ",,,\n"
	    "kmd,\"  \",\" drift@example.dk \",\n"
	    "oncall,Vagt,vagt@example.dk,+4670000000");

	assert_int_equal(l.n, 4);
	is_contact(
	    &l.v[0], "0101", "Anna Jensen", "anna@example.dk", "+4500000001");
	is_contact(&l.v[1], "0101", "Bo \"B\" Bo, leder", "", "+4500000002");
	is_contact(&l.v[2], "kmd", "", "drift@example.dk", "");
	is_contact(&l.v[3], "oncall", "Vagt", "vagt@example.dk", "+4670000000");
	contacts_clear(&l);
}

/* As a Danish Excel saves: BOM, semicolon, CRLF; or with old line ends. */
static void
test_excel(void **state)
{
	static const char *const files[] = {
	    "\xef\xbb\xbf"
	    "organisation;name;email;phone\r\n"
	    "\xc3\x86r\xc3\xb8;Anna, leder;anna@example.dk;00 00 00 01\r\n"
	    "\r\n;;;\r\n"
	    "0101;\"Bo; vagt\";bo@example.dk;\r\n",
	    "\xef\xbb\xbf# a; b, c\rOrganisation;Name;Email;Phone\r"
	    "0492;Anna, leder;anna@example.dk;00000001\r"
	    "0101;\"Bo; vagt\";bo@example.dk;\r",
	};

	for (size_t i = 0; i < LENGTH(files); i++) {
		struct contacts l = good(*state, files[i]);

		assert_int_equal(l.n, 2);
		is_contact(&l.v[0], "0492", "Anna, leder", "anna@example.dk",
		    "+4500000001");
		is_contact(&l.v[1], "0101", "Bo; vagt", "bo@example.dk", "");
		contacts_clear(&l);
	}
}

static void
test_header(void **state)
{
	static const char wrong[] =
	    "the header must be \"organisation,name,email,phone\"\n";
	static const struct {
		const char *text, *place;
	} cases[] = {
	    {"organisation,name,mail,phone\n0101,A,b,c\n", "c.csv:1:19: "},
	    {"organisation,name,email\n", "c.csv:1:24: "},
	    {"organisation,name,email,phone,note\n", "c.csv:1:31: "},
	    {"# x\n\n0101,Anna,anna@example.dk,\n", "c.csv:3:1: "},
	};

	for (size_t i = 0; i < LENGTH(cases); i++) {
		char *s = xasprintf("%s%s", cases[i].place, wrong);

		refused(*state, cases[i].text, s);
		free(s);
	}
	refused(*state, "navn;kommune\n",
	    "c.csv:1:1: the header must be "
	    "\"organisation;name;email;phone\"\n");
	refused(*state, "# nothing\n\n",
	    "c.csv: there is no header; it must be "
	    "\"organisation,name,email,phone\"\n");
}

static void
test_encoding(void **state)
{
	static const char utf16[] = "\xff\xfeo\0r\0g\0",
			  nul[] = HEADER "0101,A\0B,a@example.dk,\n";

	refused_bytes(*state, utf16, sizeof(utf16) - 1,
	    "c.csv:1:1: UTF-16: save the file as UTF-8 "
	    "(Excel: \"CSV UTF-8\")\n");
	refused_bytes(*state, nul, sizeof(nul) - 1,
	    "c.csv:2:7: a control character (byte 0x00)\n");
	refused(*state, "organisation;name;email;phone\r\n\r\n0101;A;;\r\n",
	    "c.csv:3:8: neither an e-mail address nor a telephone number\n");
	/* A header that cannot be read ends it: no second complaint. */
	refused(*state, "organisation,n\xe6vn,email,phone\n0101,,,\n",
	    "c.csv:1:15: not UTF-8 (byte 0xE6): save the file as UTF-8 "
	    "(Excel: \"CSV UTF-8\")\n");
}

static void
test_too_big(void **state)
{
	size_t len = LIMIT_CSV_FILE + 1;
	char *text = xmalloc(len + 1);

	memset(text, '\n', len);
	text[len] = '\0';
	refused(*state, text, "c.csv: more than 16777216 bytes\n");
	free(text);
}

/* Limits are not one too small. */
static void
test_limits(void **state)
{
	char name[LIMIT_CSV_FIELD + 1], *text;
	struct contacts l;

	memset(name, 'x', sizeof(name) - 1);
	name[sizeof(name) - 1] = '\0';
	text = xasprintf(HEADER "0101,%s,a@example.dk,\n", name);
	l = good(*state, text);
	assert_int_equal(l.n, 1);
	assert_string_equal(l.v[0].name, name);
	contacts_clear(&l);
	free(text);
}

/* The same person may be of two organisations, not twice of one. */
static void
test_duplicates(void **state)
{
	struct contacts l = good(*state, HEADER "0101,A,a@example.dk,00000001\n"
						"0147,A,a@example.dk,00000001\n"
						"0101,B,,00000002\n"
						"0101,C,,00000003\n");

	assert_int_equal(l.n, 4);
	contacts_clear(&l);
	refused(*state,
	    HEADER "0101,A,a@example.dk,00000001\n"
		   "0101,A,a@example.dk,+45 00 00 00 01\n"
		   "K\xc3\xb8"
		   "benhavn,A,A@Example.DK,12\n",
	    "c.csv:3:8: the e-mail address is a duplicate: 0101 has it on "
	    "line 2\n"
	    "c.csv:3:21: the telephone number is a duplicate: 0101 has it on "
	    "line 2\n"
	    "c.csv:4:13: the e-mail address is a duplicate: 0101 has it on "
	    "line 2\n"
	    "c.csv:4:26: not a telephone number: 2 digits; a Danish number "
	    "has 8, any other begins with + and its country code\n");
}

static void
test_golden(void **state)
{
	struct house *h = *state;
	struct contacts l = {0};
	struct diags d = {0};
	size_t len;
	char *text = slurp(DATA "bad.csv", &len);
	char *want = slurp(DATA "bad.txt", NULL), *s;

	assert_int_equal(
	    contacts_read("bad.csv", text, len, &h->orgs, &l, &d), -1);
	s = printed(&d);
	assert_string_equal(s, want);
	free(s);
	free(want);
	free(text);
	contacts_clear(&l);
}

/* --- writing ------------------------------------------------------------- */

static char *
written(const struct contacts *l)
{
	struct err e = {""};
	char *text;
	size_t len;
	FILE *f = open_memstream(&text, &len);

	assert_non_null(f);
	must(contacts_write(f, l, &e), &e);
	assert_int_equal(fclose(f), 0);
	return text;
}

static void
assert_same(const struct contacts *a, const struct contacts *b)
{
	assert_int_equal(a->n, b->n);
	for (size_t i = 0; i < a->n; i++)
		is_contact(&a->v[i], b->v[i].org, b->v[i].name, b->v[i].email,
		    b->v[i].phone);
}

static void
round_trip(struct house *h, const char *text)
{
	struct contacts first = good(h, text), second;
	char *a = written(&first), *b;

	second = good(h, a);
	assert_same(&first, &second);
	b = written(&second);
	assert_string_equal(a, b);
	free(a);
	free(b);
	contacts_clear(&first);
	contacts_clear(&second);
}

static void
test_round_trip(void **state)
{
	char *sample = slurp(SAMPLE, NULL);

	round_trip(*state, sample);
	round_trip(*state,
	    HEADER "0101,\"A, \"\"B\"\"; C\",a@example.dk,00000001\n"
		   "0101,# no comment,b@example.dk,\n0101,\"#\",,00000002\n"
		   "0101,,c@example.dk,\n"
		   "0101,\"\"\"D\"\"\",d@example.dk,\n");
	round_trip(*state, HEADER);
	free(sample);
}

static void
test_write_form(void **state)
{
	static const char text[] = HEADER
	    "0101,Anna Jensen,anna@example.dk,+4500000001\n"
	    "kmd,\"Drift, nat\",drift@example.dk,\n";
	struct contacts l = good(*state, text);
	char *s = written(&l);

	assert_string_equal(s, text);
	free(s);
	contacts_clear(&l);
}

/* A full disk is said, whether at the end or before. */
static void
test_write_fails(void **state)
{
	static const int modes[] = {_IOFBF, _IONBF};
	struct contacts l = {0};

	(void)state;
	for (size_t i = 0; i < LENGTH(modes); i++) {
		struct err e = {""};
		FILE *f = fopen("/dev/full", "w");

		if (f == NULL)
			skip();
		setvbuf(f, NULL, modes[i], BUFSIZ);
		assert_int_equal(contacts_write(f, &l, &e), -1);
		assert_string_equal(e.msg, "the contacts cannot be written: "
					   "No space left on device");
		fclose(f);
	}
}

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
	int64_t bad;
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
	assert_int_equal(store_audit_verify(h->store, &bad, &e), 1);
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
	assert_int_equal(n[ORG_ONCALL], 1);
	is_org(h, ORG_MUNICIPALITY, "0101",
	    "K\xc3\xb8"
	    "benhavn",
	    "Region Hovedstaden", "");
	is_org(h, ORG_MUNICIPALITY, "0253", "Greve", "Region Sj\xc3\xa6lland",
	    "kmd");
	is_org(h, ORG_MUNICIPALITY, "0751", "Aarhus", "Region Midtjylland",
	    "systematic");
	is_org(h, ORG_VENDOR, "kmd", "KMD", "", "");
	is_org(h, ORG_ONCALL, "oncall", "On-call", "", "");
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
	assert_int_equal(h->orgs.n, 102);
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

#define CASE(f) cmocka_unit_test_setup_teardown(f, build, raze)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    CASE(test_read),
	    CASE(test_excel),
	    CASE(test_header),
	    CASE(test_encoding),
	    CASE(test_too_big),
	    CASE(test_limits),
	    CASE(test_duplicates),
	    CASE(test_golden),
	    CASE(test_round_trip),
	    CASE(test_write_form),
	    CASE(test_write_fails),
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
