#include <stdlib.h>
#include <string.h>
#include <stdio.h>
#include <unistd.h>

#include "base/attr.h"
#include "base/log.h"
#include "base/mem.h"
#include "contacts/seed.h"
#include "outbox/outbox.h"
#include "world.h"

static char *path; /* of the database */
static const char *real_folder; /* NULL: in memory */

static const char yaml[] =
    "store: alertd.db\n"
    "feeds:\n"
    "  - {name: shape1, kind: statuspage, url: 'http://a.example.dk/'}\n"
    "  - {name: shape2, kind: rss-updates, url: 'http://b.example.dk/'}\n"
    "  - {name: shape3, kind: confluence, url: 'http://c.example.dk/'}\n"
    "  - {name: shape4, kind: instatus, url: 'http://d.example.dk/'}\n"
    "  - {name: shape5, kind: rss, url: 'http://e.example.dk/'}\n"
    "notices: {contact: 'Vagten, tlf. 00 00 00 01', signature: FMK-drift}\n"
    "escalation:\n"
    "  teams: [{code: medcom, name: MedCom}, {code: kl, name: KL}]\n"
    "  steps: [{team: medcom, wait: 10m}, {team: kl, wait: 15m}]\n"
    "  rounds: 2\n"
    "  after: 1h\n"
    "  reply_number: '00 00 00 09'\n"
    "web: {base_url: 'https://alertd.example.dk'}\n"
    "mail: {from: fmk@example.dk, transport: maildir, maildir: none}\n"
    "sms: {sender: FMK, transport: file, file: none}\n";

static int
load(struct setup *s)
{
	struct diags problems = {0};
	int r = setup_load(s, NULL, CONF_CHECK, &problems);

	if (r == 0) {
		config_free(s->conf);
		s->conf = config_parse("sim", yaml, strlen(yaml), &problems);
	}
	diags_print(&problems, stderr);
	diags_clear(&problems);
	return r == 0 && s->conf != NULL ? 0 : -1;
}

/* The settings that a reload may change are as they were. */
void
house_reset(void)
{
	struct config *c = world.setup.conf;

	c->notices.repeat = world.schedule->repeat;
	c->escalation.ack_lapse = world.schedule->lapse;
	c->notices.min_gap = 600;
	c->notices.review = 0;
	c->sms.off = false;
	xreplace(&c->mail.disabled_reason, "");
}

static void
wire(void)
{
	world.core = (struct core){.conf = world.setup.conf,
	    .store = world.store,
	    .filter = world.setup.filter,
	    .templates = world.setup.templates,
	    .actor = "alertd",
	    .queued = world.core.queued};
}

/* A database with people in it, where there was none. */
static void
make_database(void)
{
	static struct proc builder = {.name = "builder"};
	struct err e = {""};
	struct store *s;

	vfs_become(&builder);
	s = store_open(path, true, &e);
	if (s == NULL || people_seed(s, &e) == -1 ||
	    store_seed_teams(s, &world.setup.conf->escalation, &e) == -1) {
		fprintf(stderr, "sim: %s\n", e.msg);
		exit(1);
	}
	store_close(s);
}

void
house_build(const char *folder, bool real)
{
	if (load(&world.setup) == -1)
		exit(1);
	path = xasprintf("%s/%s", folder, DB_NAME);
	if (real)
		real_folder = folder;
	else {
		make_database();
		vfs_keep();
	}
}

static void
unlink_files(void)
{
	static const char *const ends[] = {"", "-wal", "-shm"};

	for (size_t i = 0; i < LENGTH(ends); i++) {
		char *file = xasprintf("%s%s", path, ends[i]);

		unlink(file);
		free(file);
	}
}

void
house_fresh(void)
{
	if (real_folder == NULL) {
		vfs_restore();
		return;
	}
	unlink_files();
	vfs_reset(real_folder);
	make_database();
}

void
house_raze(void)
{
	unlink_files();
	setup_clear(&world.setup);
	free(path);
}

static int
open_worker(struct worker_proc *w, enum channel channel)
{
	struct err e = {""};

	*w = (struct worker_proc){
	    .proc = {.name = channel == CHANNEL_MAIL ? "alertd-mail"
						     : "alertd-sms"}};
	vfs_become(&w->proc);
	w->worker = (struct worker){.store = store_open(path, false, &e),
	    .transport = &w->transport,
	    .channel = channel,
	    .give_up = channel == CHANNEL_MAIL ? world.setup.conf->mail.give_up
					       : world.setup.conf->sms.give_up,
	    .id = ++world.pids,
	    .actor = w->proc.name};
	relay_init(w);
	vfs_become(&world.core_proc);
	if (w->worker.store == NULL && !w->proc.dead)
		world_broken(0, "%s cannot open: %s", w->proc.name, e.msg);
	return w->worker.store == NULL ? -1 : 0;
}

static enum channel
channel_of(const struct worker_proc *w)
{
	return w == &world.workers[WORKERS - 1] ? CHANNEL_SMS : CHANNEL_MAIL;
}

static int
start(struct err *e)
{
	vfs_become(&world.core_proc);
	world.store = store_open(path, true, e);
	if (world.store == NULL)
		return -1;
	wire();
	if (store_seed_teams(world.store, &world.setup.conf->escalation, e) ==
		-1 ||
	    outbox_recover(world.store, world.setup.conf->sms.on_unknown, NULL,
		0, e) == -1 ||
	    core_alarms_begin(&world.core, world_wall(), e) == -1)
		return -1;
	return 0;
}

int
house_open(void)
{
	struct err e = {""};

	world.core_proc = (struct proc){.name = "alertd"};
	world.eye_proc = (struct proc){.name = "eye"};
	world.check = (struct self_check){.started = world_wall()};
	if (start(&e) == -1) {
		if (!world.crashed)
			world_broken(0, "alertd cannot start: %s", e.msg);
		return -1;
	}
	for (size_t i = 0; i < WORKERS; i++)
		if (open_worker(
			&world.workers[i], channel_of(&world.workers[i])) == -1)
			return -1;
	vfs_become(&world.eye_proc);
	if (eye_open(path) == -1)
		return -1;
	vfs_become(&world.core_proc);
	people_read();
	world.up_since = world.now;
	world.dirty = true;
	return 0;
}

static void
close_worker(struct worker_proc *w)
{
	if (w->worker.store != NULL)
		store_close(w->worker.store);
	w->worker.store = NULL;
}

void
house_close(void)
{
	for (size_t i = 0; i < WORKERS; i++)
		close_worker(&world.workers[i]);
	if (world.store != NULL)
		store_close(world.store);
	world.store = NULL;
	eye_close();
}

/* Whoever it may have told counts as told; what it had taken may come again. */
static void
excuse_one(const struct message *m, bool taken)
{
	struct acase *c = model_case(m->incident);

	for (size_t i = 0; i < m->n_to; i++) {
		int a = m->to[i].due ? model_address(m->to[i].address) : -1;

		if (a == -1)
			continue;
		if (taken)
			model_unit(m->id, a)->excused++;
		if (c != NULL)
			c->told[a].maybe = true;
	}
}

/* The next message is begun in the transaction that ends the one before. */
static void
excuse(struct worker_proc *w)
{
	const struct messages *l = w->claimed;

	if (l == NULL)
		return;
	for (size_t i = w->at; i < l->n && i < w->at + 2; i++)
		excuse_one(&l->v[i], i == w->at && w->holds && w->taken);
	w->holds = false;
	w->claimed = NULL;
}

static void
kill_worker(struct worker_proc *w)
{
	excuse(w);
	vfs_kill(&w->proc);
	world.channels[w->worker.channel].bad = world.now;
	world.trouble = world.now;
}

void
house_kill(enum crash how, struct worker_proc *w)
{
	world.crash = CRASH_NONE;
	world.crashes[how]++;
	world.places[world.place]++;
	if (how == CRASH_WORKER) {
		world_say(
		    "crash of %s %lld", w->proc.name, (long long)w->worker.id);
		kill_worker(w);
		/* The daemon hears of it at once. */
		world.recover = world.dirty = true;
		return;
	}
	world_say("crash of %s", how == CRASH_POWER
				     ? "the machine: the power is gone"
				     : "alertd and its workers");
	for (size_t i = 0; i < WORKERS; i++)
		kill_worker(&world.workers[i]);
	vfs_kill(&world.core_proc);
	vfs_kill(&world.eye_proc);
	world.crashed = true;
	world.power = how == CRASH_POWER;
}

void
house_replace(struct worker_proc *w)
{
	close_worker(w);
	open_worker(w, channel_of(w));
}

/* The disk stops a process: which, and so how much dies, is seen then. */
static void
die(struct proc *p, void *arg)
{
	(void)arg;
	if (world.crash == CRASH_NONE)
		return;
	if (world.crash != CRASH_WORKER) {
		house_kill(world.crash, NULL);
		return;
	}
	for (size_t i = 0; i < WORKERS; i++)
		if (p == &world.workers[i].proc) {
			house_kill(CRASH_WORKER, &world.workers[i]);
			return;
		}
	/* The core was at it: a worker is waited for. */
	vfs_arm(1, &world.eye_proc, die, NULL);
}

void
house_arm(enum crash how, enum crash_place place, int64_t n)
{
	world.crash = how;
	world.place = place;
	vfs_arm(place == PLACE_DISK ? n : 0, &world.eye_proc, die, NULL);
}
