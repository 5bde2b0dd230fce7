/* Unit tests of outbox/: who gets what, in which order, how often. */
#include <limits.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/str.h"
#include "outbox/outbox.h"
#include "store/audit.h"
#include "store/incidents.h"
#include "store/messages.h"

#define T0 INT64_C(1770000000)
#define ORGS 3
#define PEOPLE 3
#define COMMON 2 /* is listed by each organisation */
#define S(text) ((char[]){text})

static const struct outbox_conf conf = {.give_up = 3600};
static struct {
	struct store *s;
	struct err e;
	struct incident i;
} t;
static char empty[] = "", vendors[] = "vendors";

#define OK(call)                                            \
	do {                                                \
		if ((call) != 0)                            \
			fail_msg("%s: %s", #call, t.e.msg); \
	} while (0)

static void
new_incident(void)
{
	incident_clear(&t.i);
	incident_init(&t.i);
	t.i.state = INCIDENT_OPEN;
	OK(store_incident_put(t.s, &t.i, &t.e));
}

static int
setup(void **state)
{
	(void)state;
	t.s = store_open(":memory:", true, &t.e);
	if (t.s == NULL)
		return -1;
	incident_init(&t.i);
	new_incident();
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	store_close(t.s);
	incident_clear(&t.i);
	return 0;
}

static struct notice
add_notice(int64_t incident, int number, enum notice_type type, int64_t at)
{
	struct notice n = {.incident = incident,
	    .number = number,
	    .type = type,
	    .at = at,
	    .next = TIME_NONE,
	    .title = empty,
	    .reason = empty};

	OK(store_notice_add(t.s, &n, &t.e));
	if (number > 0)
		OK(store_supersede(t.s, incident, number, &t.e));
	return n;
}

/*
 * One organisation's mail to n people: "pP@ORG.example.dk"; the common one is
 * of organisation 0 wherever it is listed.
 */
static void
queue(
    const struct notice *n, enum org_kind kind, int org, int people, int64_t at)
{
	char code[32], mail[4][64], id[64];
	struct contact c[4];
	struct org o = {
	    0, kind, code, code, empty, empty, empty, CHOICE_DEFAULT};

	snprintf(code, sizeof(code), "%04d", org);
	if (kind == ORG_VENDOR)
		o.code = vendors;
	snprintf(id, sizeof(id), "m-%lld-%d", (long long)n->id, org);
	for (int i = 0; i < people; i++) {
		snprintf(
		    mail[i], 64, "p%d@%d.example.dk", i, i == COMMON ? 0 : org);
		c[i] = (struct contact){i, code, empty, mail[i], empty, true,
		    empty, CHOICE_DEFAULT};
	}
	assert_int_equal(store_message_add(t.s, n, CHANNEL_MAIL, &o, c,
			     (size_t)people, id, at, &t.e),
	    1);
}

static int
claim(int64_t now, int64_t worker, struct messages *l)
{
	int r = outbox_claim(t.s, CHANNEL_MAIL, now, worker, 1, l, &t.e);

	if (r == -1)
		fail_msg("claim: %s", t.e.msg);
	return r;
}

/* Begins with the first of what is claimed. */
static void
begin(const struct messages *l)
{
	const struct message *m = &l->v[0];
	bool gone;

	OK(outbox_begin(t.s, &m, 1, "", T0, &gone, &t.e));
	assert_false(gone);
}

/* A notice by SMS to n numbers of each of two organisations. */
static void
queue_sms(const struct notice *n, int people)
{
	char code[8], phone[4][16], id[16];
	struct contact c[4];
	struct org o = {0, ORG_MUNICIPALITY, code, code, empty, empty, empty,
	    CHOICE_DEFAULT};

	for (int org = 0; org < 2; org++) {
		snprintf(code, sizeof(code), "%04d", org);
		snprintf(id, sizeof(id), "s-%d", org);
		for (int i = 0; i < people; i++) {
			snprintf(phone[i], 16, "+450000%02d%02d", org, i);
			c[i] = (struct contact){i, code, empty, empty, phone[i],
			    true, empty, CHOICE_DEFAULT};
		}
		assert_int_equal(store_message_add(t.s, n, CHANNEL_SMS, &o, c,
				     (size_t)people, id, T0, &t.e),
		    1);
	}
}

/* How many of each message are claimed by recipients at most, "3 1". */
static void
claim_part(size_t recipients, struct messages *l, const char *want)
{
	const struct claim c = {.channel = CHANNEL_SMS,
	    .now = T0,
	    .worker = 7,
	    .messages = 9,
	    .recipients = recipients};
	char got[32] = "";

	assert_true(outbox_claim_by(t.s, &c, l, &t.e) >= 0);
	for (size_t i = 0; i < l->n; i++)
		snprintf(got + strlen(got), sizeof(got) - strlen(got), "%s%zu",
		    i == 0 ? "" : " ", l->v[i].n_to);
	assert_string_equal(got, want);
}

/* Tells that the k-th recipient of the i-th message was taken. */
static void
told(const struct messages *l, size_t i, size_t k, bool part)
{
	const struct outbox_conf how = {.give_up = 3600, .part = part};
	struct result r = {.delivery = l->v[i].to[k].delivery,
	    .outcome = OUTCOME_ACCEPTED,
	    .code = 200,
	    .answer = empty,
	    .via = empty,
	    .remote_id = empty};

	OK(outbox_result(t.s, &l->v[i], &r, 1, &how, T0, &t.e));
}

/*
 * Of a message with more recipients than are asked for a part is claimed, and
 * the rest when it is given back; what is told of a part leaves the message
 * with its worker.
 */
static void
test_parts(void **state)
{
	struct messages l, other;
	struct notice n;

	(void)state;
	n = add_notice(t.i.id, 1, NOTICE_FIRST, T0);
	queue_sms(&n, 4);
	claim_part(6, &l, "4 2");
	claim_part(6, &other, "");
	begin(&l);
	told(&l, 0, 0, true);
	told(&l, 0, 1, true);
	claim_part(6, &other, "");
	/* The last one told gives the others back. */
	told(&l, 0, 2, false);
	claim_part(6, &other, "1");
	assert_int_equal(other.v[0].to[0].delivery, l.v[0].to[3].delivery);
	OK(outbox_release(t.s, &l.v[1], &t.e));
	messages_clear(&l);
	claim_part(3, &l, "3");
	messages_clear(&l);
	messages_clear(&other);
}

static void
settle(const struct message *m, enum outcome o, int64_t now)
{
	struct result r[8];
	size_t n = 0;

	for (size_t i = 0; i < m->n_to + m->n_cc; i++) {
		const struct recipient *to = i < m->n_to ? &m->to[i]
							 : &m->cc[i - m->n_to];

		if (to->due)
			r[n++] = (struct result){
			    to->delivery, o, 1, empty, empty, empty, 0};
	}
	OK(outbox_result(t.s, m, r, n, &conf, now, &t.e));
}

static int
count(enum delivery_state state)
{
	struct outbox_counts c;

	OK(store_outbox_counts(t.s, 0, 0, &c, &t.e));
	return (int)c.n[CHANNEL_MAIL][state];
}

/* What is said of a recipient of another message is not believed. */
static void
test_of_another(void **state)
{
	struct messages mine, other;
	struct notice n;
	struct result r = {0, OUTCOME_ACCEPTED, 250, empty, empty, empty, 0};

	(void)state;
	n = add_notice(t.i.id, 1, NOTICE_FIRST, T0);
	queue(&n, ORG_MUNICIPALITY, 0, 1, T0);
	queue(&n, ORG_MUNICIPALITY, 1, 1, T0);
	assert_int_equal(claim(T0, 7, &mine), 1);
	assert_int_equal(claim(T0, 8, &other), 1);
	begin(&mine);
	begin(&other);
	r.delivery = other.v[0].to[0].delivery;
	OK(outbox_result(t.s, &mine.v[0], &r, 1, &conf, T0, &t.e));
	assert_int_equal(count(DELIVERY_ACCEPTED), 0);
	settle(&other.v[0], OUTCOME_PERMFAIL, T0);
	assert_int_equal(count(DELIVERY_ACCEPTED), 0);
	assert_int_equal(count(DELIVERY_FAILED), 1);
	messages_clear(&mine);
	messages_clear(&other);
}

static void
test_backoff(void **state)
{
	static const int64_t base[] = {30, 60, 120, 240, 480, 900, 900, 900};

	(void)state;
	for (int a = 1; a <= 8; a++)
		for (uint64_t seed = 0; seed < 500; seed++) {
			int64_t w = outbox_backoff(a, seed);

			assert_true(w * 10 >= base[a - 1] * 8);
			assert_true(w * 10 <= base[a - 1] * 12);
		}
	assert_true(outbox_backoff(1, 1) != outbox_backoff(1, 2) ||
		    outbox_backoff(1, 2) != outbox_backoff(1, 3));
}

static void
test_outcomes(void **state)
{
	struct notice n = add_notice(t.i.id, 1, NOTICE_FIRST, T0);
	struct messages l;
	int64_t due;

	(void)state;
	queue(&n, ORG_MUNICIPALITY, 1, 2, T0);
	assert_int_equal(claim(T0 - 1, 7, &l), 0);
	assert_int_equal(claim(T0, 7, &l), 1);
	assert_true(l.v[0].n_to == 2 && l.v[0].to[1].due);
	assert_true(l.v[0].worker == 7 && l.v[0].attempts == 0);
	settle(&l.v[0], OUTCOME_TEMPFAIL, T0);
	messages_clear(&l);
	OK(outbox_next(t.s, CHANNEL_MAIL, &due, &t.e));
	assert_in_range(due, T0 + 24, T0 + 36);
	assert_int_equal(claim(due - 1, 7, &l), 0);
	assert_int_equal(claim(due, 7, &l), 1);
	assert_int_equal(l.v[0].attempts, 1);
	settle(&l.v[0], OUTCOME_TEMPFAIL, due);
	messages_clear(&l);
	assert_int_equal(count(DELIVERY_QUEUED), 2);
	assert_int_equal(claim(T0 + 3600, 7, &l), 1);
	settle(&l.v[0], OUTCOME_TEMPFAIL, T0 + 3600);
	messages_clear(&l);
	assert_int_equal(count(DELIVERY_FAILED), 2);
	OK(outbox_next(t.s, CHANNEL_MAIL, &due, &t.e));
	assert_true(due == TIME_NONE);
}

static void
test_superseded(void **state)
{
	struct notice n = add_notice(t.i.id, 1, NOTICE_FIRST, T0);
	struct messages a, b;

	(void)state;
	queue(&n, ORG_MUNICIPALITY, 1, 1, T0);
	queue(&n, ORG_MUNICIPALITY, 2, 1, T0);
	assert_int_equal(claim(T0, 7, &a), 1);
	n = add_notice(t.i.id, 2, NOTICE_UPDATE, T0 + 1);
	queue(&n, ORG_MUNICIPALITY, 1, 1, T0 + 1);
	/* Organisation 1 waits for the worker that has its notice 1. */
	assert_int_equal(count(DELIVERY_SUPERSEDED), 1);
	assert_int_equal(claim(T0 + 2, 8, &b), 0);
	settle(&a.v[0], OUTCOME_TEMPFAIL, T0 + 2);
	assert_int_equal(count(DELIVERY_SUPERSEDED), 2);
	assert_int_equal(claim(T0 + 2, 8, &b), 1);
	assert_int_equal(b.v[0].notice, 2);
	assert_string_equal(b.v[0].in_reply_to, a.v[0].message_id);
	OK(outbox_release(t.s, &b.v[0], &t.e));
	messages_clear(&a);
	messages_clear(&b);
}

static void
test_resolved(void **state)
{
	struct notice n = add_notice(t.i.id, 1, NOTICE_FIRST, T0);
	struct result r = {0, OUTCOME_ACCEPTED, 250, empty, empty, empty, 0};
	struct messages l;

	(void)state;
	queue(&n, ORG_MUNICIPALITY, 1, 2, T0);
	assert_int_equal(claim(T0, 7, &l), 1);
	r.delivery = l.v[0].to[1].delivery;
	OK(outbox_result(t.s, &l.v[0], &r, 1, &conf, T0, &t.e));
	messages_clear(&l);
	n = add_notice(t.i.id, 2, NOTICE_RESOLVED, T0 + 1);
	queue(&n, ORG_MUNICIPALITY, 1, 2, T0 + 1);
	assert_int_equal(claim(T0 + 1, 7, &l), 1);
	assert_int_equal(l.v[0].n_to, 1);
	assert_string_equal(l.v[0].to[0].address, "p1@1.example.dk");
	messages_clear(&l);
}

static void
test_recover(void **state)
{
	struct notice n = add_notice(t.i.id, 1, NOTICE_FIRST, T0);
	int64_t alive = 7;
	struct messages l, again;
	struct audits log = {0};

	(void)state;
	queue(&n, ORG_MUNICIPALITY, 1, 1, T0);
	queue(&n, ORG_MUNICIPALITY, 2, 1, T0);
	assert_int_equal(claim(T0, 7, &l), 1);
	begin(&l);
	assert_int_equal(
	    outbox_recover(t.s, ON_UNKNOWN_AGAIN, &alive, 1, &t.e), 0);
	assert_int_equal(
	    outbox_recover(t.s, ON_UNKNOWN_AGAIN, NULL, 0, &t.e), 1);
	OK(store_audits(t.s, t.i.id, 1, &log, &t.e));
	assert_int_equal(log.n, 1);
	assert_string_equal(log.v[0].action, "message.recovered");
	audits_clear(&log);
	assert_int_equal(claim(T0, 8, &again), 1);
	assert_int_equal(again.v[0].id, l.v[0].id);
	assert_int_equal(again.v[0].attempts, 1);
	begin(&again);
	/* The second time it goes behind the other. */
	assert_int_equal(
	    outbox_recover(t.s, ON_UNKNOWN_AGAIN, NULL, 0, &t.e), 1);
	messages_clear(&again);
	assert_int_equal(claim(T0, 8, &again), 1);
	assert_true(again.v[0].id != l.v[0].id);
	/* The one thought dead tells after all: taken is taken. */
	settle(&l.v[0], OUTCOME_TEMPFAIL, T0);
	assert_int_equal(count(DELIVERY_UNKNOWN), 1);
	settle(&l.v[0], OUTCOME_ACCEPTED, T0);
	assert_int_equal(count(DELIVERY_ACCEPTED), 1);
	messages_clear(&again);
	messages_clear(&l);
}

/* Who was claimed, but not begun with, was not told. */
static void
test_recover_not_begun(void **state)
{
	struct notice n = add_notice(t.i.id, 1, NOTICE_FIRST, T0);
	struct audits log = {0};
	struct messages l;

	(void)state;
	queue(&n, ORG_MUNICIPALITY, 1, 1, T0);
	queue(&n, ORG_MUNICIPALITY, 2, 1, T0);
	assert_int_equal(
	    outbox_claim(t.s, CHANNEL_MAIL, T0, 7, 2, &l, &t.e), 1);
	assert_int_equal(l.n, 2);
	begin(&l);
	messages_clear(&l);
	assert_int_equal(
	    outbox_recover(t.s, ON_UNKNOWN_AGAIN, NULL, 0, &t.e), 2);
	OK(store_audits(t.s, t.i.id, 1, &log, &t.e));
	assert_string_equal(log.v[0].action, "message.recovered");
	assert_string_equal(log.v[0].object, "message 1");
	audits_clear(&log);
	n = add_notice(t.i.id, 2, NOTICE_RESOLVED, T0 + 1);
	queue(&n, ORG_MUNICIPALITY, 1, 1, T0 + 1);
	queue(&n, ORG_MUNICIPALITY, 2, 1, T0 + 1);
	assert_int_equal(claim(T0 + 1, 7, &l), 1);
	assert_string_equal(l.v[0].org, "0001");
	settle(&l.v[0], OUTCOME_ACCEPTED, T0 + 1);
	messages_clear(&l);
	assert_int_equal(claim(T0 + 1, 7, &l), 0);
	/* Claimed anew, it is not begun any more. */
	n = add_notice(t.i.id, 3, NOTICE_UPDATE, T0 + 2);
	queue(&n, ORG_MUNICIPALITY, 3, 1, T0 + 2);
	for (int i = 0; i < 2; i++) {
		assert_int_equal(claim(T0 + 2, 7, &l), 1);
		assert_int_equal(l.v[0].attempts, i);
		if (i == 0)
			begin(&l);
		messages_clear(&l);
		assert_int_equal(
		    outbox_recover(t.s, ON_UNKNOWN_AGAIN, NULL, 0, &t.e), 1);
	}
	assert_int_equal(claim(T0 + 2, 7, &l), 1);
	assert_int_equal(l.v[0].attempts, 1);
	messages_clear(&l);
}

/* Queued while the clock was three days ahead. */
static void
test_clock_corrected(void **state)
{
	const int64_t ahead = T0 + INT64_C(72) * 3600;
	struct notice n = add_notice(t.i.id, 1, NOTICE_FIRST, ahead);
	struct messages l;

	(void)state;
	queue(&n, ORG_MUNICIPALITY, 1, 2, ahead);
	assert_int_equal(claim(T0, 7, &l), 1);
	assert_true(l.v[0].n_to == 2 && l.v[0].to[1].due);
	settle(&l.v[0], OUTCOME_TEMPFAIL, T0);
	messages_clear(&l);
	assert_int_equal(claim(T0 + 1, 7, &l), 0);
	assert_int_equal(claim(T0 + 36, 7, &l), 1);
	messages_clear(&l);
}

/* Listed by two, one still has notice 1 in a worker's hands. */
static void
test_common(void **state)
{
	struct notice n = add_notice(t.i.id, 1, NOTICE_FIRST, T0);
	struct messages a, b;

	(void)state;
	queue(&n, ORG_MUNICIPALITY, 1, PEOPLE, T0);
	queue(&n, ORG_MUNICIPALITY, 2, PEOPLE, T0);
	assert_int_equal(claim(T0, 7, &a), 1);
	n = add_notice(t.i.id, 2, NOTICE_UPDATE, T0 + 1);
	queue(&n, ORG_MUNICIPALITY, 2, PEOPLE, T0 + 1);
	queue(&n, ORG_MUNICIPALITY, 3, COMMON, T0 + 1);
	/* Who has nobody in common waits for nobody. */
	assert_int_equal(claim(T0 + 1, 8, &b), 1);
	assert_string_equal(b.v[0].org, "0003");
	messages_clear(&b);
	assert_int_equal(claim(T0 + 1, 8, &b), 0);
	settle(&a.v[0], OUTCOME_ACCEPTED, T0 + 2);
	messages_clear(&a);
	assert_int_equal(claim(T0 + 2, 8, &b), 1);
	assert_string_equal(b.v[0].org, "0002");
	messages_clear(&b);
}

static void
test_vendors_and_pages(void **state)
{
	struct notice n = add_notice(t.i.id, 1, NOTICE_FIRST, T0), page;
	struct messages l;

	(void)state;
	queue(&n, ORG_MUNICIPALITY, 1, 2, T0);
	queue(&n, ORG_VENDOR, 9, 2, T0);
	page = add_notice(0, 0, NOTICE_PAGE, T0);
	queue(&page, ORG_ONCALL, 5, 1, T0);
	assert_int_equal(claim(T0, 7, &l), 1);
	assert_true(l.v[0].audience == ORG_ONCALL && l.v[0].incident == 0);
	messages_clear(&l);
	assert_int_equal(claim(T0, 7, &l), 1);
	assert_true(l.v[0].n_to == 2 && l.v[0].n_cc == 2);
	assert_true(l.v[0].to[0].due && !l.v[0].cc[0].due);
	messages_clear(&l);
	assert_int_equal(claim(T0, 7, &l), 1);
	assert_string_equal(l.v[0].org, "vendors");
	assert_true(l.v[0].n_to == 2 && l.v[0].n_cc == 0 && l.v[0].to[0].due);
	messages_clear(&l);
}

static void
test_speed(void **state)
{
	struct notice n = add_notice(t.i.id, 1, NOTICE_FIRST, T0);
	struct messages l;
	int64_t ms;

	(void)state;
	OK(store_begin(t.s, &t.e));
	for (int i = 0; i < 20000; i++)
		queue(&n, ORG_MUNICIPALITY, i, 1, T0);
	OK(store_commit(t.s, &t.e));
	ms = clock_read().mono_ms;
	for (int i = 0; i < 20; i++) {
		assert_int_equal(claim(T0, 7, &l), 1);
		messages_clear(&l);
	}
	print_message("20,000 queued: %.2f ms a claim\n",
	    (double)(clock_read().mono_ms - ms) / 20);
}

/* Two processes claim all of a file at once; each tells what it got. */
static void
claim_file(const char *path, int out)
{
	struct store *s = store_open(path, false, &t.e);
	struct messages l;

	while (s != NULL &&
	       outbox_claim(s, CHANNEL_MAIL, T0, getpid(), 3, &l, &t.e) == 1) {
		for (size_t i = 0; i < l.n; i++)
			if (write(out, &l.v[i].id, sizeof(l.v[i].id)) < 0)
				_exit(1);
		messages_clear(&l);
	}
	store_close(s);
	_exit(0);
}

static void
test_two_processes(void **state)
{
	char dir[] = "/tmp/alertd-outbox-XXXXXX", path[64];
	bool got[101] = {false};
	int fd[2], n_got = 0;
	struct notice n;
	int64_t id;

	(void)state;
	assert_non_null(mkdtemp(dir));
	snprintf(path, sizeof(path), "%s/a.db", dir);
	store_close(t.s);
	t.s = store_open(path, true, &t.e);
	assert_non_null(t.s);
	new_incident();
	n = add_notice(t.i.id, 1, NOTICE_FIRST, T0);
	for (int i = 0; i < 100; i++)
		queue(&n, ORG_MUNICIPALITY, i, 1, T0);
	store_close(t.s);
	t.s = NULL;
	assert_int_equal(pipe(fd), 0);
	for (int i = 0; i < 2; i++)
		if (fork() == 0)
			claim_file(path, fd[1]);
	close(fd[1]);
	while (read(fd[0], &id, sizeof(id)) == sizeof(id)) {
		assert_in_range(id, 1, 100);
		assert_false(got[id]);
		got[id] = true;
		n_got++;
	}
	close(fd[0]);
	while (wait(NULL) > 0)
		;
	assert_int_equal(n_got, 100);
	unlink(path);
	rmdir(dir);
}

/* --- random schedules -------------------------------------------------------
 */

static struct {
	uint64_t random;
	int64_t now;
	int notice; /* number of the newest */
	enum notice_type type[64];
	struct messages held[3];
	/* What each address has, or may have, got. */
	int last[ORGS][PEOPLE];
	bool told[ORGS][PEOPLE];
	/* By the organisation that sent it: each sends its own. */
	bool sure[ORGS][PEOPLE][64];
} w;

static unsigned
chance(unsigned n)
{
	w.random = w.random * UINT64_C(6364136223846793005) +
		   1442695040888963407;
	return (unsigned)(w.random >> 33) % n;
}

static void
got(const struct message *m, const struct recipient *to, bool sure)
{
	int p, o, k = m->notice, from = 0;
	int64_t org;

	if (parse_int(m->org, 0, INT_MAX, &org) == 0)
		from = (int)org;
	assert_int_equal(sscanf(to->address, "p%d@%d.", &p, &o), 2);
	if (k < w.last[o][p])
		fail_msg("%s got %d after %d", to->address, k, w.last[o][p]);
	if (w.type[k] == NOTICE_RESOLVED && !w.told[o][p])
		fail_msg("%s got resolved, never told", to->address);
	if (w.sure[from][p][k])
		fail_msg("%s got %d twice", to->address, k);
	w.last[o][p] = k;
	w.told[o][p] = true;
	w.sure[from][p][k] = sure;
}

static void
step_queue(void)
{
	struct notice n;

	if (w.notice == 63)
		return;
	w.notice++;
	w.type[w.notice] = w.notice == 1    ? NOTICE_FIRST
			   : chance(4) == 0 ? NOTICE_RESOLVED
					    : NOTICE_UPDATE;
	n = add_notice(t.i.id, w.notice, w.type[w.notice], w.now);
	for (int o = 0; o < ORGS; o++)
		if (chance(5) > 0)
			queue(&n, ORG_MUNICIPALITY, o, PEOPLE, w.now);
}

static void
step_result(struct messages *l)
{
	struct message *m = &l->v[0];
	struct result r[PEOPLE];
	size_t n = 0;

	for (size_t i = 0; i < m->n_to; i++) {
		enum outcome o = (enum outcome)chance(4);

		if (!m->to[i].due || chance(6) == 0)
			continue;
		if (o == OUTCOME_ACCEPTED || o == OUTCOME_UNKNOWN)
			got(m, &m->to[i], o == OUTCOME_ACCEPTED);
		r[n++] = (struct result){
		    m->to[i].delivery, o, 0, empty, empty, empty, 0};
	}
	OK(outbox_result(t.s, m, r, n, &conf, w.now, &t.e));
	messages_clear(l);
}

/* It dies, some already sent; whoever was being sent to may be told. */
static void
step_crash(struct messages *l, int worker)
{
	int64_t alive[3];
	size_t n = 0;

	for (int i = 0; i < 3; i++)
		if (i != worker)
			alive[n++] = i + 1;
	begin(l);
	for (size_t i = 0; i < l->v[0].n_to; i++)
		if (l->v[0].to[i].due)
			got(&l->v[0], &l->v[0].to[i], false);
	messages_clear(l);
	assert_int_equal(
	    outbox_recover(t.s, ON_UNKNOWN_AGAIN, alive, n, &t.e), 1);
}

static void
step(void)
{
	int worker = (int)chance(3);
	struct messages *l = &w.held[worker];
	unsigned what = chance(20);

	w.now += chance(60);
	if (what == 0)
		step_queue();
	else if (l->n == 0)
		claim(w.now, worker + 1, l);
	else if (what == 1)
		step_crash(l, worker);
	else if (what < 12)
		step_result(l);
}

/* Every message ends when the relay takes everything. */
static void
finish(void)
{
	struct messages l;

	for (int i = 0; i < 3; i++)
		if (w.held[i].n > 0)
			step_result(&w.held[i]);
	w.now += 7200;
	while (claim(w.now, 1, &l) == 1) {
		for (size_t i = 0; i < l.v[0].n_to; i++)
			if (l.v[0].to[i].due)
				got(&l.v[0], &l.v[0].to[i], true);
		settle(&l.v[0], OUTCOME_ACCEPTED, w.now);
		messages_clear(&l);
	}
	assert_int_equal(count(DELIVERY_QUEUED), 0);
	assert_int_equal(count(DELIVERY_SENDING), 0);
}

static void
test_schedules(void **state)
{
	const char *seed = getenv("SEED");
	uint64_t first = seed != NULL ? strtoull(seed, NULL, 10)
				      : (uint64_t)clock_read().mono_ms;

	(void)state;
	print_message("SEED=%llu\n", (unsigned long long)first);
	for (uint64_t round = 0; round < 8; round++) {
		memset(&w, 0, sizeof(w));
		w.random = first + round;
		w.now = T0;
		if (round > 0)
			new_incident();
		step_queue();
		for (int i = 0; i < 500; i++)
			step();
		finish();
	}
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(test_backoff),
	    TEST(test_outcomes),
	    TEST(test_parts),
	    TEST(test_of_another),
	    TEST(test_superseded),
	    TEST(test_resolved),
	    TEST(test_recover),
	    TEST(test_recover_not_begun),
	    TEST(test_clock_corrected),
	    TEST(test_common),
	    TEST(test_vendors_and_pages),
	    TEST(test_speed),
	    TEST(test_two_processes),
	    TEST(test_schedules),
	};

	return cmocka_run_group_tests_name("outbox", tests, NULL, NULL);
}
