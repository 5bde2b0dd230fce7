/*
 * What a report costs until its messages are in the outbox, and what each of
 * them costs until its results are stored.
 *
 *     queue ORGANISATIONS CONTACTS [AT_ONCE [DATABASE]]
 *
 * Makes a database of so many municipalities with so many contacts each, all
 * with an address and a number; takes in a report that FMK is down; runs the
 * turn of the core that queues its notice, and one more, while its call rings;
 * and then claims, begins and gives back every message as a worker does whose
 * server takes all at once, AT_ONCE (64) messages in a transaction. The core
 * and the worker of each channel are processes of their own. A line each:
 *
 *     PART CPU_MS STATEMENTS FSYNCS LOCK_MS PEAK_KIB MESSAGES RECIPIENTS
 *
 * LOCK_MS is the most CPU time between the beginning and the end of one
 * transaction, PEAK_KIB the most memory of the process so far. Below a worker's
 * line stand the CPU times of its three kinds of calls.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/str.h"
#include "core/core.h"
#include "outbox/outbox.h"
#include "setup.h"
#include "store/orgs.h"
#include "store/sql.h"
#include "measure.h"

#define AT_ONCE 64
#define NOW INT64_C(1774735980) /* 2026-03-28T22:13:00Z */
#define S(text) ((char[]){text})

static struct {
	double began; /* s of CPU */
	long fsyncs, statements, messages, recipients;
	double lock, longest;
} part;

static struct store *store;
static const char *path;

/* SQLite's, too: the program's own come before the library's. */
int
fsync(int fd)
{
	part.fsyncs++;
	return (int)syscall(SYS_fsync, fd);
}

int
fdatasync(int fd)
{
	part.fsyncs++;
	return (int)syscall(SYS_fdatasync, fd);
}

static int
count_statement(unsigned what, void *arg, void *st, void *text)
{
	const char *sql = text;

	(void)what;
	(void)arg;
	(void)st;
	if (sql[0] == '-')
		return 0; /* of a trigger */
	part.statements++;
	if (str_starts(sql, "BEGIN"))
		part.lock = seconds(CLOCK_PROCESS_CPUTIME_ID);
	return 0;
}

static int
on_commit(void *arg)
{
	double held = seconds(CLOCK_PROCESS_CPUTIME_ID) - part.lock;

	(void)arg;
	if (part.lock > 0 && held > part.longest)
		part.longest = held;
	part.lock = 0;
	return 0;
}

static void
open_store(void)
{
	struct err e;

	store = store_open(path, true, &e);
	if (store == NULL)
		must(-1, &e);
	sqlite3_trace_v2(store->db, SQLITE_TRACE_STMT, count_statement, NULL);
	sqlite3_commit_hook(store->db, on_commit, NULL);
}

static void
begin(void)
{
	memset(&part, 0, sizeof(part));
	part.began = seconds(CLOCK_PROCESS_CPUTIME_ID);
}

static void
print_part(const char *name, double cpu)
{
	printf("%s %.1f %ld %ld %.1f %ld %ld %ld\n", name, 1e3 * cpu,
	    part.statements, part.fsyncs, 1e3 * part.longest, peak_kb(),
	    part.messages, part.recipients);
	fflush(stdout);
}

static void
end(const char *name)
{
	print_part(name, seconds(CLOCK_PROCESS_CPUTIME_ID) - part.began);
}

/* --- the database ----------------------------------------------------------
 */

static void
add_org(long i, long contacts)
{
	char *code = xasprintf("%06ld", i), *name = xasprintf("Kommune %ld", i);
	struct org o = {.kind = ORG_MUNICIPALITY,
	    .code = code,
	    .name = name,
	    .region = S("Hovedstaden"),
	    .vendor = S("")};
	struct err e;

	must(store_org_put(store, &o, &e), &e);
	for (long k = 0; k < contacts; k++) {
		char *mail = xasprintf("vagt%ld@kommune%ld.example.dk", k, i);
		char *phone = xasprintf("+45%08ld", i * contacts + k + 1);
		struct contact c = {.org = code,
		    .name = S("Åse Prøve"),
		    .email = mail,
		    .phone = phone,
		    .enabled = true};

		must(store_contact_put(store, &c, &e), &e);
		free(mail);
		free(phone);
	}
	free(name);
	free(code);
}

static long n_orgs, n_contacts;
static size_t at_once = AT_ONCE;

static void
make(void)
{
	struct err e;

	open_store();
	must(store_begin(store, &e), &e);
	for (long i = 1; i <= n_orgs; i++)
		add_org(i, n_contacts);
	must(store_commit(store, &e), &e);
	store_close(store);
}

/* --- the core --------------------------------------------------------------
 */

static struct core
open_core(struct setup *setup)
{
	struct diags problems = {0};

	if (setup_load(setup, NULL, CONF_CHECK, &problems) == -1) {
		diags_print(&problems, stderr);
		exit(1);
	}
	strv_add(&setup->conf->alarm.mail, "vagt@example.dk");
	xreplace(&setup->conf->mail.disabled_reason, "");
	setup->conf->sms.off = false;
	return (struct core){.conf = setup->conf,
	    .store = store,
	    .filter = setup->filter,
	    .templates = setup->templates,
	    .actor = "bench"};
}

static void
tell(struct core *c, bool down, int64_t now)
{
	struct reports l = {.complete = true};
	struct err e;

	if (down) {
		struct report *r = reports_add(&l);

		xreplace(&r->feed, "nspop");
		xreplace(&r->id, "i1");
		xreplace(&r->title, "FMK er utilgængeligt i produktion");
		xreplace(&r->text, "Opslag i FMK fejler for alle anvendere.");
		r->newest = strlen(r->text);
		r->published = r->updated = now;
		r->phase = PHASE_OPEN;
	}
	must(core_reports(c, "nspop", &l, now, &e), &e);
	reports_clear(&l);
}

static void
run_core(void)
{
	struct setup setup;
	struct core c;
	int64_t next;
	struct err e;

	open_store();
	c = open_core(&setup);
	tell(&c, false, NOW - 60);
	must(core_turn(&c, NOW - 60, &next, &e), &e);
	begin();
	tell(&c, true, NOW);
	end("report");
	begin();
	must(core_turn(&c, NOW, &next, &e), &e);
	end("queue");
	begin();
	must(core_turn(&c, NOW, &next, &e), &e);
	end("turn");
	store_close(store);
	setup_clear(&setup);
}

/* --- a worker --------------------------------------------------------------
 */

/* Each part's own CPU time, of all its calls. */
static double spent[3];

static void
spend(int which, double *from)
{
	double now = seconds(CLOCK_PROCESS_CPUTIME_ID);

	spent[which] += now - *from;
	*from = now;
}

static void
give_back(const struct message *m)
{
	static const struct outbox_conf conf = {.give_up = 86400};
	struct result *v = xcalloc(m->n_to, sizeof(*v));
	char ok[] = "2.0.0 Ok: queued as 4Xy2z",
	     relay[] = "relay.example.dk:25", none[] = "";
	struct err e;

	for (size_t i = 0; i < m->n_to; i++)
		v[i] = (struct result){.delivery = m->to[i].delivery,
		    .outcome = OUTCOME_ACCEPTED,
		    .code = 250,
		    .answer = ok,
		    .via = relay,
		    .remote_id = none};
	must(outbox_result(store, m, v, m->n_to, &conf, NOW, &e), &e);
	part.messages++;
	part.recipients += (long)m->n_to;
	free(v);
}

/* As a worker: what was done and what is next are one transaction. */
static bool
step(enum channel channel, struct messages *before, double *from)
{
	struct messages l = {0};
	bool gone = false;
	struct err e;

	must(store_begin(store, &e), &e);
	for (size_t i = 0; i < before->n; i++)
		give_back(&before->v[i]);
	spend(2, from);
	messages_clear(before);
	must(outbox_claim(store, channel, NOW, getpid(), at_once, &l, &e), &e);
	spend(0, from);
	for (size_t i = 0; i < l.n; i++) {
		const struct message *m = &l.v[i];

		must(outbox_begin(
			 store, &m, 1, "relay.example.dk:25", NOW, &gone, &e),
		    &e);
	}
	spend(1, from);
	must(store_commit(store, &e), &e);
	spend(2, from);
	*before = l;
	return l.n > 0;
}

static void
run_worker(enum channel channel)
{
	static const char *const names[] = {"claim", "begin", "result"};
	struct messages l = {0};
	double from;

	open_store();
	begin();
	from = part.began;
	while (step(channel, &l, &from))
		;
	end(channel_name(channel));
	for (int i = 0; i < 3; i++) {
		printf("  %s %.1f\n", names[i], 1e3 * spent[i]);
		fflush(stdout);
	}
	store_close(store);
}

static void
run_mail(void)
{
	run_worker(CHANNEL_MAIL);
}

static void
run_sms(void)
{
	run_worker(CHANNEL_SMS);
}

/* A process of its own, so that its memory is. */
static void
in_child(void (*fn)(void))
{
	int status;
	pid_t pid = fork();

	if (pid == 0) {
		fn();
		exit(0);
	}
	if (pid == -1 || waitpid(pid, &status, 0) != pid || status != 0)
		exit(1);
}

static long
number(const char *s)
{
	int64_t n;

	if (parse_int(s, 1, 1000000, &n) == 0)
		return (long)n;
	fprintf(stderr, "queue: %s is no number\n", s);
	exit(64);
}

static void
remove_database(void)
{
	static const char *const parts[] = {"", "-wal", "-shm"};

	for (int i = 0; i < 3; i++) {
		char *name = xasprintf("%s%s", path, parts[i]);

		unlink(name);
		free(name);
	}
}

int
main(int argc, char **argv)
{
	if (argc < 3 || argc > 5) {
		fprintf(stderr, "usage: queue ORGANISATIONS CONTACTS [AT_ONCE "
				"[DATABASE]]\n");
		return 64;
	}
	n_orgs = number(argv[1]);
	n_contacts = number(argv[2]);
	if (argc > 3)
		at_once = (size_t)number(argv[3]);
	path = argc > 4 ? argv[4] : "queue.db";
	remove_database();
	in_child(make);
	in_child(run_core);
	in_child(run_mail);
	in_child(run_sms);
	remove_database();
	return 0;
}
