/*
 * Tests of the contacts files: reading with every mistake at its place, and
 * writing.
 */
#include "contacts_house.h"

#include "base/attr.h"
#include "base/file.h"
#include "base/limits.h"

#define DATA "tests/data/contacts/"
#define SAMPLE "contacts/sample.csv"

/* The text has exactly these mistakes. */
static void
refused_bytes(
    struct house *h, const char *text, size_t len, const char *mistakes)
{
	struct contacts l = {0};
	struct diags d = {0};
	int r = contacts_read("c.csv", text, len, &h->orgs, NULL, &l, &d);
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
	    "medcom,Vagt,vagt@example.dk,+4670000000");

	assert_int_equal(l.n, 4);
	is_contact(
	    &l.v[0], "0101", "Anna Jensen", "anna@example.dk", "+4500000001");
	is_contact(&l.v[1], "0101", "Bo \"B\" Bo, leder", "", "+4500000002");
	is_contact(&l.v[2], "kmd", "", "drift@example.dk", "");
	is_contact(&l.v[3], "medcom", "Vagt", "vagt@example.dk", "+4670000000");
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
	    "the header must be \"organisation,name,email,phone\" or "
	    "\"organisation,name,email,phone,topics,channels\"\n";
	static const struct {
		const char *text, *place;
	} cases[] = {
	    {"organisation,name,mail,phone\n0101,A,b,c\n", "c.csv:1:19: "},
	    {"organisation,name,email\n", "c.csv:1:24: "},
	    {"organisation,name,email,phone,note\n", "c.csv:1:31: "},
	    {"organisation,name,email,phone,topics\n", "c.csv:1:37: "},
	    {"organisation,name,email,phone,topics,channels,x\n",
		"c.csv:1:47: "},
	    {"# x\n\n0101,Anna,anna@example.dk,\n", "c.csv:3:1: "},
	};

	for (size_t i = 0; i < LENGTH(cases); i++) {
		char *s = xasprintf("%s%s", cases[i].place, wrong);

		refused(*state, cases[i].text, s);
		free(s);
	}
	refused(*state, "navn;kommune\n",
	    "c.csv:1:1: the header must be "
	    "\"organisation;name;email;phone\" or "
	    "\"organisation;name;email;phone;topics;channels\"\n");
	refused(*state, "# nothing\n\n",
	    "c.csv: there is no header; it must be "
	    "\"organisation,name,email,phone\" or "
	    "\"organisation,name,email,phone,topics,channels\"\n");
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
	    contacts_read("bad.csv", text, len, &h->orgs, NULL, &l, &d), -1);
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
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
