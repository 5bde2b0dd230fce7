/* A person is removed everywhere, and what was sent stays on record. */
#include "forget_house.h"

#include "base/mention.h"
#include "store/forget.h"

/* --- mentions ------------------------------------------------------------- */

static void
test_mention(void **state)
{
	static const struct {
		const char *text, *word, *left;
	} cases[] = {
	    {"to Bo Lund, Eva", "Bo Lund", "to X, Eva"},
	    {"Bo Lundgren", "Bo Lund", NULL},
	    {"Ebbo Lund", "Bo Lund", NULL},
	    {"bo lund", "Bo Lund", "X"},
	    {"ÅSE ØRSTED: hej", "Åse Ørsted", "X: hej"},
	    {"Åse Ørstedø", "Åse Ørsted", NULL},
	    {"<a@example.dk>: x", "a@example.dk", "<X>: x"},
	    {"A@Example.DK.", "a@example.dk", "X."},
	    {"aa@example.dk", "a@example.dk", NULL},
	    {"b.a@example.dk", "a@example.dk", NULL},
	    {"a@example.dk.evil", "a@example.dk", NULL},
	    {"a@example.dkk", "a@example.dk", NULL},
	    {"+4500000001: x", "+4500000001", "X: x"},
	    {"14500000001", "4500000001", NULL},
	    {"Bo Bo", "Bo", "X X"},
	    {"", "Bo", NULL},
	    {"Bo", "", NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct strv words = {0};
		char *left;

		strv_add(&words, cases[i].word);
		left = mention_erase(cases[i].text, &words, "X");
		assert_int_equal(
		    mention_in(cases[i].text, &words), left != NULL);
		if (left == NULL || cases[i].left == NULL)
			assert_true(left == NULL && cases[i].left == NULL);
		else
			assert_string_equal(left, cases[i].left);
		free(left);
		strv_clear(&words);
	}
}

static void
test_mention_numbers(void **state)
{
	struct strv words = {0};
	char *left;

	(void)state;
	mention_add(&words, "+4500000001");
	mention_add(&words, "+4500000001");
	assert_int_equal(words.n, 4);
	left = mention_erase(
	    "+4500000001 4500000001 004500000001 00000001 500000001", &words,
	    "X");
	assert_string_equal(left, "X X X X 500000001");
	free(left);
	strv_clear(&words);
}

/* Of the word, in an organisation or NULL; they must be one. */
static struct identity
who(const char *word, const char *org)
{
	struct contacts l = {0};
	struct identity p;

	OK(store_forget_find(t.s, word, org, &l, &t.e));
	if (l.n == 0)
		fail_msg("nobody is %s", word);
	OK(store_forget_who(t.s, &l, &p, &t.e));
	contacts_clear(&l);
	return p;
}

static struct forgotten
forget(const char *word)
{
	struct identity p = who(word, NULL);
	struct forgotten n;

	OK(store_forget(t.s, &p, "user root", T0 + 9, &n, &t.e));
	identity_clear(&p);
	return n;
}

static struct bar
bar(const char *word)
{
	struct identity p = who(word, NULL);
	struct bar b;

	OK(store_forget_bar(t.s, &p, T0, &b, &t.e));
	identity_clear(&p);
	return b;
}

static bool
file_has(const char *tail, const char *text)
{
	char path[128];
	char *data = xcalloc(1, 1 << 22);
	size_t n, len = strlen(text);
	bool found = false;
	FILE *f;

	snprintf(path, sizeof(path), "%s%s", t.path, tail);
	f = fopen(path, "rb");
	n = f == NULL ? 0 : fread(data, 1, 1 << 22, f);
	if (f != NULL)
		fclose(f);
	for (size_t i = 0; !found && i + len <= n; i++)
		found = memcmp(data + i, text, len) == 0;
	free(data);
	return found;
}

/* --- forgetting -----------------------------------------------------------
 */

static void
test_contact(void **state)
{
	struct forgotten n;
	struct audit_check k;

	(void)state;
	assert_true(cells("anna") > 5);
	n = forget("ANNA@example.dk");
	assert_int_equal(n.contacts, 1);
	assert_int_equal(n.deliveries, 2);
	assert_int_equal(n.records, 2);
	assert_int_equal(cells("anna"), 0);
	assert_int_equal(cells("holm"), 0);
	assert_int_equal(cells("00000001"), 0);
	/* The proof stays, and the others. */
	assert_int_equal(
	    number("SELECT count(*) FROM delivery d JOIN message m"
		   " ON m.id = d.message WHERE m.org = '0101'"
		   " AND d.address = 'forgotten ' || d.id AND d.name = ''"
		   " AND m.org_name = 'Byen' AND d.state = 'accepted'"
		   " AND d.told = 1 AND d.done = 9 AND d.code = 250"
		   " AND d.answer = '2.1.5 <(erased)> ok, bo as well'"),
	    2);
	assert_int_equal(number("SELECT count(*) FROM delivery"
				" WHERE address LIKE '%bo@example.dk'"
				" AND name = 'Bo Lund'"),
	    1);
	assert_int_equal(number("SELECT count(*) FROM audit"
				" WHERE detail = '(erased)'"
				" AND actor <> '(erased)'"),
	    2);
	OK(store_audit_verify(t.s, NULL, &k, &t.e));
	assert_int_equal(k.fault, AUDIT_WHOLE);
	assert_int_equal(number("SELECT count(*) FROM audit WHERE action ="
				" 'person.forgotten' AND object = 'detail 1-2'"
				" AND actor = 'user root'"),
	    1);
}

#define BOTH "anna@example.dk, bo@example.dk, eva@example.dk"
/* What record 5 said is on record once more, so. */
static void
expect_restated(const char *detail)
{
	char *sql = xasprintf("SELECT count(*) FROM audit"
			      " WHERE action = 'delivery.restated'"
			      " AND actor = 'alertd' AND incident = 1"
			      " AND object = 'record 5' AND detail = '%s'",
	    detail);
	struct audit_check k;

	assert_int_equal(number(sql), 1);
	free(sql);
	OK(store_audit_verify(t.s, NULL, &k, &t.e));
	assert_int_equal(k.fault, AUDIT_WHOLE);
}

/* Of a record that names several, what it said of the others is not lost. */
static void
test_others(void **state)
{
	(void)state;
	OK(store_audit(t.s, T0, "alertd-mail", "delivery.accepted", 1,
	    "message 1", BOTH ": accepted: 250 ok (relay)", &t.e));
	assert_int_equal(forget("anna@example.dk").records, 3);
	assert_int_equal(cells("anna"), 0);
	expect_restated(
	    "bo@example.dk, eva@example.dk: accepted: 250 ok (relay)");
	/* Once more: it still says which record it was at first. */
	forget("bo@example.dk");
	assert_int_equal(cells("bo@"), 0);
	expect_restated("eva@example.dk: accepted: 250 ok (relay)");
	/* Of the last, nothing is left to say. */
	forget("eva@example.dk");
	assert_int_equal(cells("eva"), 0);
	assert_int_equal(number("SELECT count(*) FROM audit WHERE action ="
				" 'delivery.restated'"),
	    2);
}

static void
test_oncall(void **state)
{
	struct forgotten n;
	struct audit_check k;

	(void)state;
	n = forget("+4500000003");
	assert_int_equal(n.calls, 1);
	assert_int_equal(n.codes, 1);
	assert_int_equal(cells("eva"), 0);
	assert_int_equal(cells("krog"), 0);
	assert_int_equal(cells("00000003"), 0);
	assert_int_equal(cells("medcom.3"), 0);
	assert_int_equal(number("SELECT count(*) FROM call"
				" WHERE owner = '(erased)'"),
	    1);
	assert_int_equal(number("SELECT count(*) FROM notice_body"
				" WHERE text = '(erased) har taget sagen.'"),
	    1);
	assert_int_equal(number("SELECT count(*) FROM audit"
				" WHERE detail = '(erased)'"
				" AND actor = '(erased)'"),
	    1);
	OK(store_audit_verify(t.s, NULL, &k, &t.e));
	assert_int_equal(k.fault, AUDIT_WHOLE);
}

/* Also from what SQLite keeps of rows that are gone. */
static void
test_file(void **state)
{
	(void)state;
	assert_true(file_has("", "anna@") || file_has("-wal", "anna@"));
	forget("anna@example.dk");
	OK(store_forget_settle(t.s, &t.e));
	assert_false(file_has("", "anna@") || file_has("-wal", "anna@"));
	assert_false(file_has("", "Anna Holm"));
	assert_true(file_has("", "bo@"));
}

/* He moved, and his address of then is in what was sent. */
static void
test_told_before(void **state)
{
	(void)state;
	OK(raw("UPDATE contact SET email = 'ah@example.dk' WHERE id = 1"));
	assert_int_equal(forget("ah@example.dk").deliveries, 2);
	assert_int_equal(cells("anna"), 0);
}

/* Who is no contact any more is found by what was sent. */
static void
test_no_contact(void **state)
{
	(void)state;
	OK(raw("DELETE FROM contact WHERE id = 1"));
	assert_int_equal(forget("anna@example.dk").contacts, 0);
	assert_int_equal(cells("anna"), 0);
}

/* A mailbox of two, and two of one name: what is the other's stays. */
static void
test_shared(void **state)
{
	struct identity p;
	struct forgotten n;

	(void)state;
	add_contact(
	    S("0101"), S("Ida Lund"), S("bo@example.dk"), S("+4500000005"));
	add_contact(S("medcom"), S("Bo Lund"), S("b@example.dk"), S(""));
	OK(store_audit(
	    t.s, T0, "Bo Lund", "answer.taken", 0, "", "by Bo Lund", &t.e));
	p = who("Bo Lund", "0101");
	assert_int_equal(p.shared.n, 1);
	assert_string_equal(p.shared.v[0], "bo@example.dk");
	assert_true(p.namesake);
	OK(store_forget(t.s, &p, "user root", T0, &n, &t.e));
	identity_clear(&p);
	assert_int_equal(n.deliveries, 2);
	assert_int_equal(n.records, 0);
	assert_int_equal(number("SELECT count(*) FROM delivery"
				" WHERE name = 'Bo Lund'"),
	    0);
	assert_int_equal(number("SELECT count(*) FROM audit"
				" WHERE actor = 'Bo Lund'"),
	    1);
	assert_int_equal(number("SELECT count(*) FROM contact"
				" WHERE name IN ('Ida Lund', 'Bo Lund')"),
	    2);
	assert_int_equal(number("SELECT count(*) FROM audit WHERE action ="
				" 'person.forgotten' AND object = ''"),
	    1);
}

static void
test_find(void **state)
{
	struct contacts l = {0};

	(void)state;
	add_contact(S("medcom"), S("Anna Holm"), S("anna@example.dk"), S(""));
	OK(store_forget_find(t.s, "anna holm", NULL, &l, &t.e));
	assert_int_equal(l.n, 2);
	contacts_clear(&l);
	OK(store_forget_find(t.s, "anna holm", "medcom", &l, &t.e));
	assert_int_equal(l.n, 1);
	contacts_clear(&l);
	OK(store_forget_find(t.s, "", NULL, &l, &t.e));
	assert_int_equal(l.n, 0);
	OK(store_forget_find(t.s, "anna", NULL, &l, &t.e));
	assert_int_equal(l.n, 0);
}

static void
test_bars(void **state)
{
	struct bar b;

	(void)state;
	b = bar("anna@example.dk");
	assert_int_equal(b.what, BAR_NONE);
	OK(raw("UPDATE delivery SET state = 'queued' WHERE id = 3"));
	b = bar("anna@example.dk");
	assert_int_equal(b.what, BAR_MESSAGE);
	assert_int_equal(b.id, 2);
	OK(raw("UPDATE delivery SET state = 'failed' WHERE id = 3"));
	OK(raw("UPDATE call SET closed = NULL"));
	assert_int_equal(bar("eva@example.dk").what, BAR_CALL);
	OK(raw("DELETE FROM call_person"));
	assert_int_equal(bar("eva@example.dk").what, BAR_CALL);
	OK(raw("UPDATE call SET closed = 9"));
	OK(raw("INSERT INTO cover VALUES (1, 'r', 'eva krog', 1, 1770000001,"
	       " 1, 'user root')"));
	assert_int_equal(bar("eva@example.dk").what, BAR_COVER);
	OK(raw("UPDATE cover SET ends = 1770000000"));
	assert_int_equal(bar("eva@example.dk").what, BAR_NONE);
}

/* Nothing is sent to what stands in his place. */
static void
test_never_sent(void **state)
{
	struct messages l;

	(void)state;
	OK(raw("UPDATE delivery SET state = 'failed'"));
	forget("anna@example.dk");
	assert_int_equal(store_outbox_retry(t.s, 0, T0, &t.e), 3);
	assert_int_equal(store_outbox_retry(t.s, 1, T0, &t.e), 1);
	assert_int_equal(
	    number("SELECT count(*) FROM delivery WHERE state = 'queued'"
		   " AND address LIKE 'forgotten %'"),
	    0);
	OK(raw("UPDATE delivery SET state = 'accepted' WHERE id = 1"));
	OK(raw("DELETE FROM notice_body"));
	assert_int_equal(
	    outbox_claim(t.s, CHANNEL_MAIL, T0, 7, 9, &l, &t.e), 1);
	for (size_t i = 0; i < l.n; i++)
		for (size_t k = 0; k < l.v[i].n_to; k++)
			assert_null(strstr(l.v[i].to[k].address, "forgotten"));
	messages_clear(&l);
}

/* Half of it is none of it. */
static void
test_all_or_none(void **state)
{
	struct identity p = who("anna@example.dk", NULL);
	struct forgotten n;
	int64_t before = cells("anna");

	(void)state;
	OK(raw("CREATE TRIGGER no BEFORE INSERT ON audit BEGIN"
	       " SELECT raise(ABORT, 'no'); END"));
	assert_int_equal(store_forget(t.s, &p, "user root", T0, &n, &t.e), -1);
	assert_int_equal(cells("anna"), before);
	identity_clear(&p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_mention),
	    cmocka_unit_test(test_mention_numbers),
	    HOUSE(test_contact),
	    HOUSE(test_others),
	    HOUSE(test_oncall),
	    HOUSE(test_file),
	    HOUSE(test_told_before),
	    HOUSE(test_no_contact),
	    HOUSE(test_shared),
	    HOUSE(test_find),
	    HOUSE(test_bars),
	    HOUSE(test_never_sent),
	    HOUSE(test_all_or_none),
	};

	return cmocka_run_group_tests_name("forget", tests, NULL, NULL);
}
