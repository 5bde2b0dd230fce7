/*
 * Unit tests of contacts/: topics and channels in a file, in a plan and as a
 * default; what a municipality keeps; what a contact would have got.
 */
#include "contacts_house.h"

#include "base/attr.h"
#include "base/clock.h"
#include "base/topic.h"
#include "contacts/check.h"
#include "contacts/find.h"
#include "contacts/keep.h"
#include "contacts/part.h"
#include "contacts/would.h"
#include "store/audit.h"

#define WIDE "organisation,name,email,phone,topics,channels\n"

/* --- the file --------------------------------------------------------------
 */

static void
refused(struct house *h, const char *text, const char *want)
{
	struct contacts l = {0};
	struct diags d = {0};
	char *s;

	assert_int_equal(
	    contacts_read("c.csv", text, strlen(text), &h->orgs, NULL, &l, &d),
	    -1);
	s = printed(&d);
	assert_string_equal(s, want);
	free(s);
	contacts_clear(&l);
}

static void
test_read(void **state)
{
	struct contacts l = good(*state,
	    WIDE "0101,Anna,anna@example.dk,00000001,planned fmk,sms-outages\n"
		 "0101,Bo,bo@example.dk,,,\n"
		 "0147,Carl,carl@example.dk,,\"FMK,nas\",MAIL\n"
		 "0147,Dora,dora@example.dk,,all,both\n");

	assert_int_equal(l.n, 4);
	assert_string_equal(l.v[0].topics, "fmk planned");
	assert_int_equal(l.v[0].channels, CHOICE_SMS_OUTAGES);
	assert_string_equal(l.v[1].topics, "");
	assert_int_equal(l.v[1].channels, CHOICE_DEFAULT);
	assert_string_equal(l.v[2].topics, "fmk nas");
	assert_int_equal(l.v[2].channels, CHOICE_MAIL);
	assert_string_equal(l.v[3].topics, "all");
	assert_int_equal(l.v[3].channels, CHOICE_BOTH);
	contacts_clear(&l);
	/* A file that has no such columns says nothing of them. */
	l = good(*state, HEADER "0101,Anna,anna@example.dk,\n");
	assert_null(l.v[0].topics);
	contacts_clear(&l);
	l = good(*state, "organisation;name;email;phone;topics;channels\n"
			 "0101;Anna;anna@example.dk;;fmk, nas;\n");
	assert_string_equal(l.v[0].topics, "fmk nas");
	contacts_clear(&l);
}

static void
test_read_mistakes(void **state)
{
	refused(*state,
	    WIDE "0101,Anna,anna@example.dk,,fmk planed,\n"
		 "0101,Bo,bo@example.dk,,,smss\n"
		 "0101,Carl,carl@example.dk,,,sms\n"
		 "0101,Dora,,00000001,,mail\n"
		 "medcom,Eva,eva@example.dk,,fmk,\n"
		 "0101,Fie,fie@example.dk,,xyzzy,pigeon\n"
		 "0101,Gro,gro@example.dk,\n",
	    "c.csv:2:28: unknown topic \"planed\"; did you mean \"planned\"?\n"
	    "c.csv:3:25: unknown channels \"smss\"; did you mean \"sms\"?\n"
	    "c.csv:4:29: by SMS, but without a telephone number\n"
	    "c.csv:5:22: by mail, but without an e-mail address\n"
	    "c.csv:6:32: medcom is an on-call team: it is paged of everything, "
	    "and the steps of the escalation say by which channel\n"
	    "c.csv:7:26: unknown topic \"xyzzy\"; there are fmk, fmk-online, "
	    "nas, prescriptions, planned, data-error, and all\n"
	    "c.csv:7:32: unknown channels \"pigeon\": both, mail, sms, or "
	    "sms-outages (mail always, SMS only of outages)\n"
	    "c.csv:8:25: 4 columns; there must be 6: organisation,name,email,"
	    "phone,topics,channels\n");
}

/* Topics of the rules are known where they are told. */
static void
test_read_own_topic(void **state)
{
	static const char text[] = WIDE "0101,Anna,a@example.dk,,own,\n";
	struct house *h = *state;
	struct strv topics = {0};
	struct contacts l = {0};
	struct diags d = {0};

	strv_add(&topics, "own");
	assert_int_equal(contacts_read("c.csv", text, strlen(text), &h->orgs,
			     &topics, &l, &d),
	    0);
	assert_string_equal(l.v[0].topics, "own");
	contacts_clear(&l);
	strv_clear(&topics);
	refused(h, text,
	    "c.csv:2:25: unknown topic \"own\"; there are fmk, fmk-online, "
	    "nas, prescriptions, planned, data-error, and all\n");
}

static void
written_as(struct house *h, const char *text, const char *want)
{
	struct contacts l = good(h, text);
	struct err e = {""};
	char *s;
	size_t len;
	FILE *f = open_memstream(&s, &len);

	assert_non_null(f);
	must(contacts_write(f, &l, &e), &e);
	assert_int_equal(fclose(f), 0);
	assert_string_equal(s, want);
	free(s);
	contacts_clear(&l);
}

static void
test_write(void **state)
{
	static const char wide[] = WIDE
	    "0101,Anna,a@example.dk,+4500000001,fmk nas,sms\n"
	    "0101,Bo,b@example.dk,,,\n";

	written_as(*state, wide, wide);
	written_as(*state, WIDE "0101,Bo,b@example.dk,,,mail\n",
	    WIDE "0101,Bo,b@example.dk,,,mail\n");
	written_as(*state, WIDE "0101,Bo,b@example.dk,,,\n",
	    HEADER "0101,Bo,b@example.dk,\n");
}

/* --- what a file changes ---------------------------------------------------
 */

static void
planned(
    struct house *h, const char *before, const char *after, const char *want)
{
	struct contacts old = good(h, before), new = good(h, after);
	struct strv lines = {0};
	struct plan p;
	char *s;

	contacts_compare(&old, &new, false, &p);
	for (size_t i = 0; i < p.n; i++) {
		assert_true(p.v[i].kind == CHANGE_REMOVE ||
			    p.v[i].after.topics != NULL);
		strv_take(&lines, change_text(&p.v[i]));
	}
	s = strv_join(&lines, "\n");
	assert_string_equal(s, want);
	free(s);
	strv_clear(&lines);
	plan_clear(&p);
	contacts_clear(&old);
	contacts_clear(&new);
}

static void
test_compare(void **state)
{
	static const char has[] = WIDE
	    "0101,Anna,a@example.dk,00000001,fmk nas,sms-outages\n";

	/* The narrow file of before keeps what they said. */
	planned(*state, has, HEADER "0101,Anna,a@example.dk,00000001\n",
	    "keep 0101 Anna <a@example.dk> +4500000001 [fmk nas; sms-outages]");
	planned(*state, has, HEADER "0101,Anna B,a@example.dk,00000001\n",
	    "change 0101 Anna <a@example.dk> +4500000001 [fmk nas; "
	    "sms-outages] -> Anna B <a@example.dk> +4500000001 [fmk nas; "
	    "sms-outages]");
	/* The wide one says, also that it says nothing. */
	planned(*state, has, WIDE "0101,Anna,a@example.dk,00000001,,\n",
	    "change 0101 Anna <a@example.dk> +4500000001 [fmk nas; "
	    "sms-outages] -> Anna <a@example.dk> +4500000001");
	planned(*state, has, WIDE "0101,Anna,a@example.dk,00000001,fmk nas,\n",
	    "change 0101 Anna <a@example.dk> +4500000001 [fmk nas; "
	    "sms-outages] -> Anna <a@example.dk> +4500000001 [fmk nas]");
	planned(*state, has,
	    WIDE "0101,Anna,a@example.dk,00000001,nas fmk,sms-outages\n",
	    "keep 0101 Anna <a@example.dk> +4500000001 [fmk nas; sms-outages]");
	planned(*state, HEADER, WIDE "0101,Bo,b@example.dk,,planned,\n",
	    "add 0101 Bo <b@example.dk> [planned]");
}

/* --- what a municipality keeps ---------------------------------------------
 */

static int64_t
put(struct house *h, const char *org, const char *email, const char *phone,
    const char *topics, enum channel_choice channels)
{
	struct contact c = {.org = xstrdup(org),
	    .name = xstrdup("Vagt"),
	    .email = xstrdup(email),
	    .phone = xstrdup(phone),
	    .enabled = true,
	    .topics = xstrdup(topics),
	    .channels = channels};
	struct err e = {""};
	int64_t id;

	must(store_contact_put(h->store, &c, &e), &e);
	id = c.id;
	contact_clear(&c);
	return id;
}

/* One contact becomes what is said, or goes with topics NULL. */
struct step {
	int contact;
	const char *email, *phone, *topics;
	enum channel_choice channels;
	const char *lost;
};

static const struct step steps[] = {
    /* Anna alone has both; Bo has mail for fmk, Carl has only planned. */
    {0, "", "", NULL, 0, "København by SMS"},
    {0, "a@example.dk", "", "", 0, "København by SMS"},
    {0, "", "+4500000001", "", 0, ""},
    {0, "a@example.dk", "+4500000001", "planned", 0, "København by SMS"},
    {0, "a@example.dk", "+4500000001", "", CHOICE_MAIL, "København by SMS"},
    {0, "a@example.dk", "+4500000001", "fmk", CHOICE_SMS_OUTAGES, ""},
    {1, "", "", NULL, 0, ""},
    {2, "", "", NULL, 0, ""},
    {3, "", "", NULL, 0, "Frederiksberg by e-mail and SMS"},
    {3, "f@example.dk", "", "", 0, "Frederiksberg by SMS"},
    /* Nobody there ever heard of it: that is no loss. */
    {4, "", "", NULL, 0, ""},
    {5, "", "", NULL, 0, "Brøndby by e-mail"},
};

static void
test_keep(void **state)
{
	struct house *h = *state;
	int64_t ids[] = {
	    put(h, "0101", "a@example.dk", "+4500000001", "", 0),
	    put(h, "0101", "b@example.dk", "", "fmk", 0),
	    put(h, "0101", "c@example.dk", "+4500000003", "planned", 0),
	    put(h, "0147", "f@example.dk", "+4500000004", "", 0),
	    put(h, "0151", "g@example.dk", "+4500000005", "nas", 0),
	    put(h, "0153", "i@example.dk", "", "", 0),
	};
	static const char *const orgs[] = {
	    "0101", "0101", "0101", "0147", "0151", "0153"};

	for (size_t i = 0; i < LENGTH(steps); i++) {
		const struct step *s = &steps[i];
		struct contact k = {.id = ids[s->contact],
		    .org = xstrdup(orgs[s->contact]),
		    .name = xstrdup("Vagt"),
		    .email = xstrdup(s->email),
		    .phone = xstrdup(s->phone),
		    .enabled = true,
		    .topics = xstrdup_null(s->topics),
		    .channels = s->channels};
		struct reaches before = {0};
		struct strv lost = {0};
		struct err e = {""};
		char *list;

		must(store_begin(h->store, &e), &e);
		must(keep_before(h->store, &before, &e), &e);
		must(s->topics == NULL
			 ? store_contact_remove(h->store, k.id, &e)
			 : store_contact_put(h->store, &k, &e),
		    &e);
		must(keep_after(h->store, &before, &lost, NULL, &e), &e);
		store_rollback(h->store);
		list = keep_list(&lost);
		if (strcmp(list, s->lost) != 0)
			fail_msg("step %zu: %s", i, list);
		free(list);
		strv_clear(&lost);
		reaches_clear(&before);
		contact_clear(&k);
	}
}

static void
test_keep_org_default(void **state)
{
	struct house *h = *state;
	struct reaches before = {0};
	struct strv lost = {0};
	struct err e = {""};
	char *text, *list;

	put(h, "0101", "a@example.dk", "+4500000001", "", 0);
	must(store_begin(h->store, &e), &e);
	must(keep_before(h->store, &before, &e), &e);
	text = org_part_text(org_of(&h->orgs, "0101"), "nas", CHOICE_MAIL);
	assert_string_equal(text, "default 0101 København [] -> [nas; mail]");
	must(org_part_apply(h->store, org_of(&h->orgs, "0101"), "nas",
		 CHOICE_MAIL, "user test", 5, &e),
	    &e);
	must(keep_after(h->store, &before, &lost, NULL, &e), &e);
	list = keep_list(&lost);
	assert_string_equal(list, "København by e-mail and SMS");
	store_rollback(h->store);
	free(list);
	free(text);
	strv_clear(&lost);
	reaches_clear(&before);
}

static void
test_single(void **state)
{
	struct contacts l = good(*state,
	    HEADER "0101,Anna,a@example.dk,00000001\n"
		   "0147,Bo,b@example.dk,00000002\n"
		   "0101,Carl,,00000003\n"
		   "0101,Dora,d@example.dk,\n");
	struct contact k = contact_copy(&l.v[0]);
	struct err e = {""};

	l.v[0].id = 1;
	l.v[1].id = 2;
	l.v[2].id = 4;
	l.v[3].id = 5;
	k.id = 3;
	assert_int_equal(contact_single(&k, &l, &e), -1);
	xreplace(&k.email, "A@EXAMPLE.DK");
	xreplace(&k.phone, "");
	assert_int_equal(contact_single(&k, &l, &e), -1);
	xreplace(&k.email, "");
	xreplace(&k.phone, "+4500000001");
	assert_int_equal(contact_single(&k, &l, &e), -1);
	/* Of another organisation, or none: that is no other's. */
	xreplace(&k.phone, "+4500000002");
	assert_int_equal(contact_single(&k, &l, &e), 0);
	xreplace(&k.email, "new@example.dk");
	xreplace(&k.phone, "");
	assert_int_equal(contact_single(&k, &l, &e), 0);
	xreplace(&k.email, "");
	k.id = 1;
	xreplace(&k.phone, "+4500000001");
	assert_int_equal(contact_single(&k, &l, &e), 0);
	contact_clear(&k);
	contacts_clear(&l);
}

/* --- what a contact would have got -----------------------------------------
 */

#define S(text) ((char[]){text})

static struct sent
sent(int64_t incident, int number, enum notice_type type, enum effect effect,
    const char *topic, const char *audience)
{
	return (struct sent){.incident = incident,
	    .number = number,
	    .type = type,
	    .effect = effect,
	    .topic = (char *)(uintptr_t)topic,
	    .audience = (char *)(uintptr_t)audience,
	    .title = S("")};
}

/* "mail sms mail,sms -" for each notice. */
static void
would(struct house *h, const struct contact *k, const struct contacts *all,
    const struct sents *l, const char *want)
{
	struct would *w = xcalloc(l->n, sizeof(*w));
	struct strv words = {0};
	char *s;

	would_get(k, &h->orgs, all, l, w);
	for (size_t i = 0; i < l->n; i++)
		strv_add(&words, w[i].by[CHANNEL_MAIL] && w[i].by[CHANNEL_SMS]
				     ? "both"
				 : w[i].by[CHANNEL_MAIL] ? "mail"
				 : w[i].by[CHANNEL_SMS]	 ? "sms"
							 : "-");
	s = strv_join(&words, " ");
	assert_string_equal(s, want);
	free(s);
	strv_clear(&words);
	free(w);
}

static void
test_would(void **state)
{
	struct house *h = *state;
	struct sent v[] = {
	    sent(1, 1, NOTICE_FIRST, EFFECT_OUTAGE, "fmk", ""),
	    sent(1, 2, NOTICE_UPDATE, EFFECT_DEGRADED, "nas", ""),
	    sent(1, 3, NOTICE_RESOLVED, EFFECT_DEGRADED, "nas", ""),
	    sent(2, 1, NOTICE_FIRST, EFFECT_DEGRADED, "nas", ""),
	    sent(2, 2, NOTICE_RESOLVED, EFFECT_DEGRADED, "nas", ""),
	    sent(3, 1, NOTICE_PLANNED, EFFECT_PLANNED, "planned", ""),
	    sent(4, 1, NOTICE_FIRST, EFFECT_OUTAGE, "fmk", "org:0147"),
	    sent(5, 1, NOTICE_FIRST, EFFECT_DEGRADED, "nas", ""),
	    sent(5, 2, NOTICE_RESOLVED, EFFECT_DEGRADED, "fmk", ""),
	};
	struct sents l = {v, LENGTH(v)};
	struct contacts all = good(h,
	    WIDE "0101,Anna,a@example.dk,00000001,,\n"
		 "0101,Bo,b@example.dk,00000002,fmk,sms-outages\n"
		 "0101,Carl,c@example.dk,,planned,\n"
		 "0147,Dora,d@example.dk,00000003,planned,mail\n"
		 "kmd,Drift,k@example.dk,00000004,,\n"
		 "medcom,Vagt,m@example.dk,00000005,,\n");

	would(h, &all.v[0], &all, &l,
	    "both both both both both both - both both");
	would(h, &all.v[1], &all, &l, "both both both - - - - - -");
	would(h, &all.v[2], &all, &l, "- - - - - mail - - -");
	/* The only one there is told of outages of FMK all the same. */
	would(h, &all.v[3], &all, &l, "both both both - - mail both - -");
	would(h, &all.v[4], &all, &l,
	    "mail mail mail mail mail mail - mail mail");
	would(h, &all.v[5], &all, &l, "- - - - - - - - -");
	all.v[0].enabled = false;
	would(h, &all.v[0], &all, &l, "- - - - - - - - -");
	contacts_clear(&all);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    CASE(test_read),
	    CASE(test_read_mistakes),
	    CASE(test_read_own_topic),
	    CASE(test_write),
	    CASE(test_compare),
	    CASE(test_keep),
	    CASE(test_keep_org_default),
	    CASE(test_single),
	    CASE(test_would),
	};

	return cmocka_run_group_tests_name("contact parts", tests, NULL, NULL);
}
