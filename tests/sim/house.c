#include <stdlib.h>
#include <string.h>
#include <stdio.h>
#include <unistd.h>

#include "base/attr.h"
#include "base/log.h"
#include "base/mem.h"
#include "contacts/seed.h"
#include "outbox/outbox.h"
#include "sessions.h"

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
    "mail:\n"
    "  from: fmk@example.dk\n"
    "  relays:\n"
    "    - {host: a.example.dk, port: 25, tls: none}\n"
    "    - {host: b.example.dk, port: 25, tls: none}\n"
    "sms:\n"
    "  sender: FMK\n"
    "  gateways:\n"
    "    - {preset: kannel, name: gate-a, url: 'https://g.example.dk/a',\n"
    "       user: fmk, password: {env: HOME}}\n"
    "    - {preset: kannel, name: gate-b, url: 'https://g.example.dk/b',\n"
    "       user: fmk, password: {env: HOME}}\n";

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
	c->sms.on_unknown = world.schedule->once ? ON_UNKNOWN_ONCE
						 : ON_UNKNOWN_AGAIN;
	xreplace(&c->mail.disabled_reason, "");
	c->retention.persons = c->retention.operators = world.schedule->keep;
	c->retention.codes = world.schedule->keep / 3;
	/* Of the first of each. */
	c->mail.relays[0].rate = c->sms.gateways[0].rate = (struct rate){
	    world.schedule->rate, 60000};
	for (size_t i = 0; i < LENGTH(world.channels); i++)
		world.channels[i].ways[0].rate = c->mail.relays[0].rate;
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
	    .on_unknown = channel == CHANNEL_MAIL
			      ? ON_UNKNOWN_AGAIN
			      : world.setup.conf->sms.on_unknown,
	    .id = ++world.pids,
	    .actor = w->proc.name};
	for (size_t i = 0; i < WAYS; i++)
		w->rates[i] = world.channels[channel].ways[i].rate;
	if (world.schedule->rate > 0)
		w->worker.rates = w->rates;
	sessions_open(w);
	vfs_become(&world.core_proc);
	if (w->worker.store == NULL && !w->proc.dead)
		world_broken(0, "%s cannot open: %s", w->proc.name, e.msg);
	return w->worker.store == NULL ? -1 : 0;
}

static enum channel
channel_of(const struct worker_proc *w)
{
	static const enum channel channels[WORKERS] = {
	    CHANNEL_MAIL, CHANNEL_MAIL, CHANNEL_SMS, CHANNEL_MAIL, CHANNEL_SMS};

	return channels[w - world.workers];
}

static int
start(struct err *e)
{
	vfs_become(&world.core_proc);
	world.store = store_open(path, true, e);
	if (world.store == NULL)
		return -1;
	vfs_become(&world.eye_proc);
	if (eye_open(path) == -1)
		return -1;
	eye_in_doubt(NULL, 0);
	vfs_become(&world.core_proc);
	wire();
	if (store_seed_teams(world.store, &world.setup.conf->escalation, e) ==
		-1 ||
	    outbox_recover(world.store, world.setup.conf->sms.on_unknown, NULL,
		0, e) == -1 ||
	    core_alarms_begin(&world.core, world_wall(), e) == -1)
		return -1;
	eye_said_unsent();
	return 0;
}

int
house_open(void)
{
	struct err e = {""};

	world.core_proc = (struct proc){.name = "alertd"};
	world.eye_proc = (struct proc){.name = "eye"};
	world.check = (struct self_check){.started = world_wall()};
	world.n_dead = 0;
	if (start(&e) == -1) {
		if (!world.crashed)
			world_broken(0, "alertd cannot start: %s", e.msg);
		return -1;
	}
	for (size_t i = 0; i < WORKERS; i++) {
		struct worker_proc *w = &world.workers[i];

		*w = (struct worker_proc){.spare = i >= STEADY};
		w->proc.dead = w->spare;
		if (!w->spare && open_worker(w, channel_of(w)) == -1)
			return -1;
	}
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
	if (w->transport.close != NULL)
		w->transport.close(&w->transport);
	w->worker.store = NULL;
	w->transport.close = NULL;
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

/* What its relays have taken, and it has not stored, may come again. */
static void
kill_worker(struct worker_proc *w)
{
	for (struct job *j = w->jobs; j != NULL; j = j->next)
		sessions_excuse(j);
	house_lose(w);
}

void
house_lose(struct worker_proc *w)
{
	if (w->proc.dead)
		return;
	vfs_kill(&w->proc);
	world.channels[w->worker.channel].bad = world.now;
	world.trouble = world.now;
	/* The daemon hears of it at once. */
	world.recover = world.dirty = true;
	if (world.n_dead < DEAD)
		world.dead[world.n_dead++] = w->worker.id;
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
	if (!w->spare)
		open_worker(w, channel_of(w));
}

void
house_spare(enum channel channel)
{
	struct worker_proc *w = &world.workers[STEADY];

	while (channel_of(w) != channel)
		w++;
	if (!w->proc.dead || w->busy)
		return;
	close_worker(w);
	world.spares++;
	world_say("one more %s", channel_name(channel));
	open_worker(w, channel);
	w->spare = true;
}

void
house_end(struct worker_proc *w)
{
	close_worker(w);
	vfs_kill(&w->proc);
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
