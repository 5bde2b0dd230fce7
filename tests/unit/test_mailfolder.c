/* Unit tests of feed/mailfolder.c: a Maildir that is polled. */
#include "mails.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "feed/mailfolder.h"

#define NOW INT64_C(1774800000)
#define DAY 86400

static char folder[] = "/tmp/alertd-mailfolder-XXXXXX", url[64];
static char *senders[] = {(char[]){"@example.dk"}};
static char *auth[] = {(char[]){"none"}};
static struct feed_conf conf = {
    .name = (char[]){"mail"},
    .kind = FEED_MAILDIR,
    .url = url,
    .poll = 60,
    .senders = {senders, 1},
    .authserv_id = (char[]){"mx.example.dk"},
    .auth = {auth, 1},
};
static int64_t base = NOW; /* the ages of files are counted from it */
static struct mailfolder *box;
static struct poll_result result;

static char *
path_of(const char *name)
{
	return xasprintf("%s/%s", folder, name);
}

static bool
there(const char *name)
{
	char *path = path_of(name);
	bool yes = access(path, F_OK) == 0;

	free(path);
	return yes;
}

/* A file that came age seconds ago. */
static void
put_file(const char *name, const char *text, int64_t age)
{
	char *path = path_of(name);
	const struct timespec times[2] = {
	    {.tv_sec = base - age}, {.tv_sec = base - age}};
	struct err e;

	if (file_write(path, text, strlen(text), 0600, &e) == -1)
		fail_msg("%s", e.msg);
	assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
	free(path);
}

/* A mail of its own thread. */
static void
put(const char *name, const char *id, const char *text, int64_t age)
{
	char *mail = xasprintf("From: drift@example.dk\nSubject: %s\n"
			       "Message-ID: <%s>\n\n%s\n",
	    id, id, text);

	put_file(name, mail, age);
	free(mail);
}

static void
move(const char *from, const char *to)
{
	char *a = path_of(from), *b = path_of(to);

	assert_int_equal(rename(a, b), 0);
	free(a);
	free(b);
}

static int
set_up(void **state)
{
	static const char *const parts[] = {"new", "cur", "tmp"};

	(void)state;
	memset(strrchr(folder, '-') + 1, 'X', 6);
	assert_non_null(mkdtemp(folder));
	snprintf(url, sizeof(url), "file://%s", folder);
	for (size_t i = 0; i < LENGTH(parts); i++) {
		char *path = path_of(parts[i]);

		assert_int_equal(mkdir(path, 0700), 0);
		free(path);
	}
	conf.max_bytes = 100000;
	conf.max_items = 100;
	box = mailfolder_open(&conf);
	return 0;
}

static int
tear_down(void **state)
{
	char *argv = xasprintf("rm -rf '%s'", folder);
	FILE *p = popen(argv, "r");

	(void)state;
	free(argv);
	mailfolder_close(box);
	reports_clear(&result.reports);
	return p == NULL ? -1 : pclose(p);
}

/* One poll; the number of steps it took. */
static int
poll_at(int64_t now)
{
	int steps = 1;

	reports_clear(&result.reports);
	result = (struct poll_result){.feed = &conf};
	mailfolder_start(box, now);
	while (mailfolder_step(box))
		steps++;
	mailfolder_finish(box, &result);
	return steps;
}

static void
expect(enum poll_outcome outcome, size_t n, bool complete)
{
	assert_int_equal(result.outcome, outcome);
	if (outcome == POLL_FAILED)
		return;
	assert_string_equal(result.error.msg, "");
	if (outcome == POLL_UNCHANGED)
		return;
	assert_int_equal(result.reports.n, n);
	assert_int_equal(result.reports.complete, complete);
}

static void
test_poll(void **state)
{
	(void)state;
	poll_at(NOW);
	expect(POLL_REPORTS, 0, true);
	put("new/1", "a@example.dk", "nede", 60);
	put("cur/2:2,S", "b@example.dk", "oppe", 30);
	put("tmp/3", "c@example.dk", "half of it", 30);
	put("new/.4", "d@example.dk", "hidden", 30);
	poll_at(NOW);
	expect(POLL_REPORTS, 2, true);
	assert_string_equal(result.reports.v[0].id, "b@example.dk");
	assert_string_equal(result.reports.v[0].feed, "mail");
	assert_int_equal(result.reports.v[1].updated, NOW - 60);
	poll_at(NOW + 60);
	expect(POLL_UNCHANGED, 0, true);
	/* Another program may mark it as seen. */
	move("new/1", "cur/1:2,S");
	poll_at(NOW + 120);
	expect(POLL_UNCHANGED, 0, true);
	mailfolder_again(box);
	poll_at(NOW + 180);
	expect(POLL_REPORTS, 2, true);
	put("new/5", "e@example.dk", "igen", 0);
	poll_at(NOW + 240);
	expect(POLL_REPORTS, 3, true);
	move("cur/2:2,S", "tmp/2");
	poll_at(NOW + 300);
	expect(POLL_REPORTS, 2, true);
}

static void
test_no_folder(void **state)
{
	(void)state;
	put("new/1", "a@example.dk", "nede", 60);
	poll_at(NOW);
	expect(POLL_REPORTS, 1, true);
	move("cur", "elsewhere");
	poll_at(NOW);
	expect(POLL_FAILED, 0, false);
	assert_int_equal(result.cause, CAUSE_UNREACHABLE);
	assert_non_null(strstr(result.error.msg, "/cur: No such file"));
	move("elsewhere", "cur");
	poll_at(NOW);
	expect(POLL_UNCHANGED, 0, true);
}

static void
test_ages(void **state)
{
	(void)state;
	put("new/1", "a@example.dk", "1", LIMIT_MAILDIR_DAYS * DAY + 60);
	put("new/2", "b@example.dk", "2", LIMIT_MAILDIR_DAYS * DAY - 600);
	put("new/3", "c@example.dk", "3", LIMIT_MAILDIR_LISTED * DAY + 60);
	put("new/4", "d@example.dk", "4", LIMIT_MAILDIR_LISTED * DAY - 60);
	poll_at(NOW);
	expect(POLL_REPORTS, 1, true);
	assert_string_equal(result.reports.v[0].id, "d@example.dk");
	poll_at(NOW + 60);
	expect(POLL_UNCHANGED, 0, true);
	/* A thread that has become too old is let go, without a new mail. */
	poll_at(NOW + 61);
	expect(POLL_REPORTS, 0, true);
	poll_at(NOW + 62);
	expect(POLL_UNCHANGED, 0, true);
	/* An answer brings all of it back that is still read. */
	put_file("new/5",
	    "From: drift@example.dk\nMessage-ID: <e@example.dk>\n"
	    "In-Reply-To: <c@example.dk>\n\n5\n",
	    0);
	poll_at(NOW + 63);
	expect(POLL_REPORTS, 1, true);
	assert_string_equal(result.reports.v[0].id, "c@example.dk");
	assert_string_equal(result.reports.v[0].text, "5\n\n3");
}

static void
test_most(void **state)
{
	(void)state;
	conf.max_items = 2;
	for (int i = 0; i < 100; i++) {
		char *name = xasprintf("new/%03d", i);
		char *id = xasprintf("%03d@example.dk", i);

		put(name, id, "x", i);
		free(name);
		free(id);
	}
	assert_true(poll_at(NOW) == 100 / LIMIT_MAILDIR_STEP + 1);
	expect(POLL_REPORTS, 2, true);
	assert_string_equal(result.reports.v[0].id, "000@example.dk");
	assert_string_equal(result.reports.v[1].id, "001@example.dk");
	assert_int_equal(poll_at(NOW), 1);
	expect(POLL_UNCHANGED, 0, true);
	put("new/200", "200@example.dk", "y", -1);
	poll_at(NOW + 1);
	expect(POLL_REPORTS, 2, true);
	assert_string_equal(result.reports.v[0].id, "200@example.dk");
	assert_string_equal(result.reports.v[1].id, "000@example.dk");
}

static void
test_too_large(void **state)
{
	char *text = xasprintf("Resolved - Slut.\n\n%0*d", 2000, 7);

	(void)state;
	conf.max_bytes = 1000;
	put("new/1", "a@example.dk", text, 60);
	poll_at(NOW);
	expect(POLL_REPORTS, 1, true);
	assert_int_equal(result.reports.v[0].phase, PHASE_OPEN);
	free(text);
}

static void
test_refused(void **state)
{
	struct err e = {""};

	(void)state;
	put("new/1", "a@example.dk", "nede", 60);
	put_file("new/2", "From: a@evil.dk\nSubject: FMK oppe\n\nx\n", 50);
	put_file("cur/3:2,S", "FMK er nede\n", 40);
	poll_at(NOW);
	expect(POLL_REPORTS, 1, true);
	assert_string_equal(result.refused.msg,
	    "2 mails, the last from an unknown sender, \"\": no mail: it has "
	    "no header");
	/* It stays until somebody was told. */
	poll_at(NOW);
	expect(POLL_UNCHANGED, 1, true);
	assert_string_not_equal(result.refused.msg, "");
	assert_true(there("new/2"));
	assert_int_equal(mailfolder_told(box, &e), 0);
	assert_true(there(".refused/new/2"));
	assert_true(there(".refused/cur/3:2,S"));
	assert_true(there(".refused/tmp"));
	assert_true(there(".refused/maildirfolder"));
	assert_false(there("new/2"));
	assert_true(there("new/1"));
	poll_at(NOW + 1);
	expect(POLL_UNCHANGED, 0, true);
	assert_string_equal(result.refused.msg, "");
	/* Not more often than once in a while, and then all of them. */
	put_file("new/4", "From: b@evil.dk\nSubject: x\n\nx\n", 30);
	put_file("new/5", "From: c@evil.dk\nSubject: y\n\nx\n", 20);
	poll_at(NOW + LIMIT_MAIL_REFUSED - 1);
	assert_string_equal(result.refused.msg, "");
	assert_true(there("new/4"));
	poll_at(NOW + LIMIT_MAIL_REFUSED);
	assert_string_equal(result.refused.msg,
	    "2 mails, the last from c@evil.dk, \"y\": not one of senders");
	assert_int_equal(mailfolder_told(box, &e), 0);
	assert_true(there(".refused/new/4"));
	/* A clock that goes back does not silence it. */
	put_file("new/6", "From: d@evil.dk\nSubject: z\n\nx\n", 30);
	poll_at(NOW - DAY);
	assert_string_equal(
	    result.refused.msg, "from d@evil.dk, \"z\": not one of senders");
}

/* One that cannot be moved is told once, and is still there. */
static void
test_not_moved(void **state)
{
	struct err e = {""};

	(void)state;
	put_file("new/1", "From: a@evil.dk\nSubject: x\n\nnew\n", 50);
	poll_at(NOW);
	assert_string_not_equal(result.refused.msg, "");
	put_file(".refused", "a file", 0);
	assert_int_equal(mailfolder_told(box, &e), -1);
	assert_non_null(strstr(e.msg, ".refused"));
	assert_true(there("new/1"));
	poll_at(NOW + 2 * LIMIT_MAIL_REFUSED);
	assert_string_equal(result.refused.msg, "");
	/* It goes with the next ones. */
	move(".refused", "tmp/x");
	put_file("new/2", "From: b@evil.dk\nSubject: y\n\nx\n", 50);
	poll_at(NOW + 2 * LIMIT_MAIL_REFUSED);
	assert_string_equal(
	    result.refused.msg, "from b@evil.dk, \"y\": not one of senders");
	assert_int_equal(mailfolder_told(box, &e), 0);
	assert_true(there(".refused/new/1"));
	assert_true(there(".refused/new/2"));
	/* Nothing is written over. */
	put_file("new/1", "From: a@evil.dk\nSubject: x\n\nagain\n", 50);
	poll_at(NOW + 4 * LIMIT_MAIL_REFUSED);
	assert_int_equal(mailfolder_told(box, &e), -1);
	assert_true(there("new/1"));
}

static void
test_no_files(void **state)
{
	char *path = path_of("new/1"), *fifo = path_of("new/2");
	char *link = path_of("new/3"), *gone = path_of("new/4");

	(void)state;
	assert_int_equal(mkdir(path, 0700), 0);
	assert_int_equal(mkfifo(fifo, 0600), 0);
	put("tmp/x", "x@example.dk", "x", 60);
	assert_int_equal(symlink("../tmp/x", link), 0);
	poll_at(NOW);
	expect(POLL_REPORTS, 0, true);
	assert_true(str_starts(result.refused.msg, "3 mails, the last new/"));
	/* One that goes between listing and reading is looked for again. */
	put("new/4", "a@example.dk", "nede", 60);
	mailfolder_start(box, NOW);
	assert_int_equal(unlink(gone), 0);
	put("cur/4:2,S", "a@example.dk", "nede", 60);
	while (mailfolder_step(box))
		continue;
	result = (struct poll_result){.feed = &conf};
	mailfolder_finish(box, &result);
	expect(POLL_REPORTS, 0, false);
	poll_at(NOW);
	expect(POLL_REPORTS, 1, true);
	free(path);
	free(fifo);
	free(link);
	free(gone);
}

/* Not believed by its header, it is not looked into. */
static void
test_results(void **state)
{
	char *dmarc[] = {(char[]){"dmarc"}};

	(void)state;
	conf.auth = (struct strv){dmarc, 1};
	put("new/1", "a@example.dk", "nede", 60);
	put_file("new/2",
	    "Authentication-Results: mx.example.dk; dmarc=pass\n"
	    "From: drift@example.dk\n\nnede\n",
	    60);
	poll_at(NOW);
	conf.auth = (struct strv){auth, 1};
	expect(POLL_REPORTS, 1, true);
	assert_string_equal(result.refused.msg,
	    "from drift@example.dk, \"a@example.dk\": no "
	    "Authentication-Results of mx.example.dk");
}

struct seen {
	int n;
	enum poll_outcome outcome;
	bool refused;
};

static void
take(struct poll_result *r, void *arg)
{
	struct seen *s = arg;

	s->n++;
	s->outcome = r->outcome;
	s->refused = r->refused.msg[0] != '\0';
}

/* The poller, which does not wait for a large folder. */
static void
test_poller(void **state)
{
	struct poller *p;
	struct seen s = {0};
	struct err e;

	(void)state;
	base = clock_read().wall; /* which is what the poller reads */
	for (int i = 0; i < 2 * LIMIT_MAILDIR_STEP; i++) {
		char *name = xasprintf("new/%03d", i);

		put_file(name,
		    i == 0 ? "From: a@evil.dk\n\nx\n"
			   : "From: drift@example.dk\n\nx\n",
		    i);
		free(name);
	}
	p = poller_open(&conf, 1, &e);
	assert_non_null(p);
	poller_turn(p, 1000, take, &s);
	assert_int_equal(s.n, 0);
	assert_int_equal(poller_next(p), 0); /* at once */
	poller_turn(p, 1000, take, &s);
	assert_int_equal(s.n, 1);
	assert_int_equal(s.outcome, POLL_REPORTS);
	assert_true(s.refused);
	assert_true(poller_next(p) > 1000);
	assert_int_equal(poller_told(p, &conf, &e), 0);
	assert_true(there(".refused/new/000"));
	poller_turn(p, 2000, take, &s);
	assert_int_equal(s.n, 1);
	poller_look(p);
	assert_int_equal(poller_next(p), 0);
	poller_turn(p, 2000, take, &s);
	assert_int_equal(s.n, 2);
	assert_int_equal(s.outcome, POLL_UNCHANGED);
	assert_false(s.refused);
	poller_again(p, &conf);
	poller_look(p);
	poller_turn(p, 2000, take, &s);
	assert_int_equal(s.outcome, POLL_REPORTS);
	poller_close(p);
	base = NOW;
	assert_int_equal(poll_once(&conf, &result, &e), 0);
	assert_int_equal(result.outcome, POLL_REPORTS);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_poll, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_no_folder, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_ages, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_most, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_too_large, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_refused, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_not_moved, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_no_files, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_results, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_poller, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, mails_strict, NULL);
}
