#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "sessions.h"

#define UP_AGAIN 60 /* seconds until a relay that is down is tried again */
#define STALLS 220 /* seconds, at most */
#define HANGS 600 /* seconds that a session is given, as lane_patience() */

/*
 * How many at once, of every other worker; and recipients of one call, 0: all.
 * Who has one place at a relay claims what it cannot begin yet.
 */
static const size_t places_of[2][2][WAYS] = {
    {{3, 2}, {3, 1}}, {{1, 1}, {1, 1}}};
static const size_t call_of[2][WAYS] = {{0, 0}, {1, 2}};
static const char *const names[2][WAYS] = {
    {"a.example.dk:25", "b.example.dk:25"}, {"gate-a", "gate-b"}};

/* One send(). */
struct sending {
	struct worker_proc *w;
	sent_fn *fn;
	void *arg;
	bool stop; /* begin nothing more, tell what is under way */
	bool undone; /* something that no relay was asked for is left */
	bool down[WAYS];
	int64_t up[WAYS]; /* until then */
	size_t bears[WAYS];
};

static size_t
places(const struct worker_proc *w, size_t way)
{
	return places_of[w->worker.id % 2][w->worker.channel][way];
}

static size_t
first_place(const struct worker_proc *w, size_t way)
{
	return way == 0 ? 0 : places(w, 0);
}

static bool
dead(const struct sending *s)
{
	return world_dead(s->w);
}

/* --- the way of a message -------------------------------------------------
 */

static struct job *
job_add(struct sending *s, const struct message *m)
{
	struct job **end = &s->w->jobs, *j = xcalloc(1, sizeof(*j));

	j->m = m;
	j->id = m->id;
	j->parts = xcalloc(m->n_to + 1, sizeof(*j->parts));
	for (size_t i = 0; i < m->n_to; i++)
		if (m->to[i].due)
			j->parts[j->n++].to = &m->to[i];
	while (*end != NULL)
		end = &(*end)->next;
	*end = j;
	return j;
}

static size_t
count(const struct job *j, enum part_state state)
{
	size_t n = 0;

	for (size_t i = 0; i < j->n; i++)
		n += j->parts[i].state == state;
	return n;
}

/* The first way that may be asked for it; false: there is none. */
static bool
next_way(const struct sending *s, const struct job *j, size_t *way)
{
	for (size_t i = 0; i < WAYS; i++) {
		*way = transport_way(&s->w->transport, i);
		if ((j->asked & 1U << *way) == 0 && !s->down[*way])
			return true;
	}
	return false;
}

static bool
job_begun(const struct job *j)
{
	for (size_t i = 0; i < j->n; i++)
		if (j->parts[i].state != PART_TODO || j->parts[i].tried)
			return true;
	return false;
}

/*
 * It goes no further: what a relay said of it is over; the rest is for others
 * when we stop, and else failed for now with it, or with all.
 */
static void
job_stops(struct sending *s, struct job *j)
{
	bool begun = job_begun(j);

	j->waits = false;
	for (size_t i = 0; i < j->n; i++) {
		struct part *p = &j->parts[i];

		if (p->state != PART_TODO || (s->stop && !p->tried))
			continue;
		if (!p->tried && begun)
			p->result = relay_result(
			    p->to, OUTCOME_TEMPFAIL, "not tried", "");
		if (begun)
			p->state = PART_OVER;
		else
			s->undone = true;
	}
}

/* Where what is left of it goes from here. */
static void
job_on(struct sending *s, struct job *j)
{
	j->waits = !s->stop && count(j, PART_TODO) > 0 &&
		   next_way(s, j, &j->way);
	if (!j->waits)
		job_stops(s, j);
}

/* Nothing is told of what stands there: that is for others. */
static void
job_left(struct job *j, enum part_state state)
{
	j->waits = false;
	for (size_t i = 0; i < j->n; i++)
		if (j->parts[i].state == state)
			j->parts[i].state = PART_TOLD;
}

static void
job_free(struct job *j)
{
	for (size_t i = 0; i < j->n; i++)
		result_clear(&j->parts[i].result);
	free(j->parts);
	free(j);
}

static void
jobs_free(struct worker_proc *w)
{
	struct job *j;

	while ((j = w->jobs) != NULL) {
		w->jobs = j->next;
		job_free(j);
	}
}

/* All of it is told: who claimed the message may free it. */
static void
jobs_prune(struct worker_proc *w)
{
	struct job **at = &w->jobs, *j;

	while ((j = *at) != NULL) {
		if (count(j, PART_TOLD) < j->n) {
			at = &j->next;
			continue;
		}
		*at = j->next;
		job_free(j);
	}
}

/* --- places -----------------------------------------------------------------
 */

static size_t
room(const struct sending *s, size_t way)
{
	const struct place *p = &s->w->places[first_place(s->w, way)];
	size_t n = places(s->w, way), busy = 0;

	for (size_t i = 0; i < n; i++)
		busy += p[i].job != NULL;
	return s->down[way] || busy >= s->bears[way] ? 0 : s->bears[way] - busy;
}

/* Puts what of j is to be done, as much as goes at once, into a place. */
static struct place *
place_take(struct sending *s, struct job *j, size_t way)
{
	struct place *p = &s->w->places[first_place(s->w, way)];
	size_t most = call_of[s->w->worker.channel][way], n = 0;

	while (p->job != NULL)
		p++;
	*p = (struct place){.job = j, .way = way};
	for (size_t i = 0; i < j->n; i++) {
		struct part *part = &j->parts[i];

		if (part->state != PART_TODO || (most > 0 && n == most))
			continue;
		part->state = PART_GOING;
		part->place = p;
		n++;
	}
	p->n = n;
	return p;
}

/* It was not given to anybody. */
static void
place_leave(struct place *p)
{
	struct job *j = p->job;

	for (size_t i = 0; i < j->n; i++)
		if (j->parts[i].place == p) {
			j->parts[i].place = NULL;
			j->parts[i].state = PART_TODO;
		}
	p->job = NULL;
}

static void
way_down(struct sending *s, size_t way)
{
	struct job *j;

	world_say("%s is down", names[s->w->worker.channel][way]);
	s->down[way] = true;
	s->up[way] = world.now + UP_AGAIN;
	transport_failed(&s->w->transport, way, "connection refused");
	for (j = s->w->jobs; j != NULL; j = j->next)
		if (j->waits && j->way == way) {
			j->asked |= 1U << way;
			job_on(s, j);
		}
}

/* What is slow keeps its own message back, and no other. */
static void
place_waits(struct place *p, int64_t until)
{
	const struct job *j = p->job;

	p->ends = until;
	for (size_t i = 0; i < j->n; i++)
		if (j->parts[i].place == p)
			relay_keeps(j->parts[i].to->address, until);
}

/* What a relay takes, it takes at once or at the end; who dies, at either. */
static void
place_start(struct sending *s, struct place *p)
{
	enum channel channel = s->w->worker.channel;
	enum channel_fault fault = relay_fault(channel, p->way);
	struct job *j = p->job;
	uint64_t odds = rng_next(&world.odds);

	if (channel == CHANNEL_SMS || (j->given & 1U << p->way) == 0)
		relay_given(channel, p->way, channel == CHANNEL_SMS ? p->n : 1);
	j->given |= 1U << p->way;
	if (fault == FAULT_FEW && relay_busy(channel, p->way) > 1) {
		/* It waits for the one that stands. */
		place_leave(p);
		s->bears[p->way] = 1;
		if (room(s, p->way) == 0) {
			j->waits = true;
			j->way = p->way;
			return;
		}
		fault = FAULT_LATER;
		p = place_take(s, j, p->way);
	}
	if (fault == FAULT_DOWN) {
		place_leave(p);
		j->asked |= 1U << p->way;
		if (!s->down[p->way])
			way_down(s, p->way);
		job_on(s, j);
		return;
	}
	world_say("message %lld goes by %s, of worker %lld",
	    (long long)j->m->id, names[channel][p->way],
	    (long long)s->w->worker.id);
	p->fault = fault;
	p->ends = world.now;
	p->rest = (int)(odds % 3);
	if (fault == FAULT_STALL)
		place_waits(p, world.now + 20 + (int64_t)(odds / 3 % STALLS));
	if (channel == CHANNEL_MAIL && world.session != SESSION_LIVES) {
		p->dies = true;
		if (world.session == SESSION_HANGS)
			place_waits(p, world.now + HANGS);
		world.session = SESSION_LIVES;
	}
	if (odds >> 20 & 1)
		relay_answers(p);
}

/* What it had in its hands is in doubt: the worker ends with it. */
static void
place_dies(struct sending *s, struct place *p)
{
	struct transport *t = &s->w->transport;
	struct job *j = p->job;

	world_say("a session of %s %lld dies, with message %lld",
	    s->w->proc.name, (long long)s->w->worker.id, (long long)j->m->id);
	world.lost++;
	sessions_excuse(j);
	t->died = SIGKILL;
	t->lost = xreallocarray(
	    t->lost, t->n_lost + 1, sizeof(const struct message *));
	t->lost[t->n_lost++] = j->m;
	p->job = NULL;
	job_left(j, PART_GOING);
	s->stop = true;
}

/* Its results are there; of what was not taken the next way is asked. */
static void
place_ends(struct sending *s, struct place *p)
{
	struct job *j = p->job;
	bool took = false, refused = false;

	if (!p->answered && (!p->dies || rng_percent(&world.odds, 50)))
		relay_answers(p);
	if (p->dies) {
		place_dies(s, p);
		return;
	}
	for (size_t i = 0; i < j->n; i++)
		took |= j->parts[i].place == p &&
			(j->parts[i].result.outcome == OUTCOME_ACCEPTED ||
			    j->parts[i].result.outcome == OUTCOME_UNKNOWN);
	for (size_t i = 0; i < j->n; i++) {
		struct part *part = &j->parts[i];

		if (part->place != p)
			continue;
		part->place = NULL;
		part->tried = !took && part->result.outcome == OUTCOME_TEMPFAIL;
		refused |= part->tried;
		part->state = part->tried ? PART_TODO : PART_OVER;
	}
	p->job = NULL;
	if (refused)
		j->asked |= 1U << p->way;
	job_on(s, j);
}

/* --- rounds -----------------------------------------------------------------
 */

/* What one round says. */
struct saying {
	struct round round;
	struct done *done;
	struct job **over; /* of done */
	struct going *going;
	struct place **goes; /* of going */
	size_t room[WAYS];
};

/* Of a mail all is told at once; of an SMS what there is. */
static bool
is_news(const struct sending *s, const struct job *j)
{
	if (count(j, PART_OVER) == 0)
		return false;
	return s->w->worker.channel == CHANNEL_SMS ||
	       (count(j, PART_GOING) == 0 && !j->waits);
}

static void
say_over(const struct sending *s, struct saying *y)
{
	size_t n = 0;

	for (struct job *j = s->w->jobs; j != NULL; j = j->next)
		n++;
	y->done = xcalloc(n + 1, sizeof(*y->done));
	y->over = xcalloc(n + 1, sizeof(struct job *));
	for (struct job *j = s->w->jobs; j != NULL; j = j->next) {
		struct done *d = &y->done[y->round.n_done];
		struct result *results;

		if (!is_news(s, j))
			continue;
		results = xcalloc(j->n, sizeof(*results));
		*d = (struct done){.m = j->m, .results = results};
		for (size_t i = 0; i < j->n; i++)
			if (j->parts[i].state == PART_OVER)
				results[d->n++] = j->parts[i].result;
		d->part = count(j, PART_GOING) + count(j, PART_TODO) > 0;
		world.parts += d->part;
		y->over[y->round.n_done++] = j;
	}
	y->round.done = y->done;
}

static void
add_going(struct saying *y, struct place *p, size_t recipients)
{
	size_t n = recipients == 0 ? 1 : recipients;

	for (size_t i = 0; i < n; i++) {
		y->goes[y->round.n_going] = p;
		y->going[y->round.n_going++] = (struct going){.m = p->job->m,
		    .way = p->way,
		    .n = recipients == 0 ? 0 : 1};
	}
}

/* What waits, as much of it as there is room for. */
static void
say_going(struct sending *s, struct saying *y)
{
	bool mail = s->w->worker.channel == CHANNEL_MAIL;
	size_t most = (size_t)PLACES * ADDRESSES;

	y->going = xcalloc(most, sizeof(*y->going));
	y->goes = xcalloc(most, sizeof(struct place *));
	for (struct job *j = s->w->jobs; j != NULL; j = j->next)
		while (j->waits && room(s, j->way) > 0) {
			struct place *p = place_take(s, j, j->way);

			add_going(y, p, mail ? 0 : p->n);
			j->waits = count(j, PART_TODO) > 0;
		}
	for (size_t i = 0; i < WAYS; i++)
		y->room[i] = room(s, i);
	y->round.going = y->going;
	/* A gateway's messages are all claimed before. */
	y->round.room = mail ? y->room : NULL;
}

/* What was told is stored, so that a crash is no excuse for it any more. */
static void
is_told(const struct sending *s, struct saying *y)
{
	for (size_t k = 0; k < y->round.n_done; k++) {
		struct job *j = y->over[k];

		world_say("worker %lld has told of message %lld%s",
		    (long long)s->w->worker.id, (long long)j->id,
		    y->done[k].part ? ", of a part" : "");
		for (size_t i = 0; i < j->n; i++)
			if (j->parts[i].state == PART_OVER) {
				j->parts[i].state = PART_TOLD;
				j->parts[i].taken = false;
			}
	}
}

static void
saying_clear(struct saying *y)
{
	for (size_t i = 0; i < y->round.n_done; i++)
		free((struct result *)(uintptr_t)y->done[i].results);
	free(y->done);
	free(y->over);
	free(y->going);
	free(y->goes);
}

/* A rate has no room for it: the next, or it waits. */
static void
no_room(struct sending *s, struct job *j, size_t way)
{
	bool tried = false;

	world.full++;
	j->asked |= 1U << way;
	for (size_t i = 0; i < j->n; i++)
		tried |= j->parts[i].tried;
	if (s->w->worker.channel == CHANNEL_SMS ||
	    (!tried && !next_way(s, j, &way)))
		s->stop = true;
	job_on(s, j);
}

static void
go_one(struct sending *s, const struct going *u, struct place *p)
{
	struct job *j = p->job;

	if (j == NULL || dead(s))
		return;
	if (!u->gone && !s->stop && !u->full) {
		place_start(s, p);
		return;
	}
	place_leave(p);
	if (u->gone) {
		world.gone++;
		job_left(j, PART_TODO);
	} else if (s->stop)
		job_stops(s, j);
	else
		no_room(s, j, u->way);
}

/* Each place once; what is full of a call makes all of it so. */
static void
go(struct sending *s, const struct saying *y)
{
	size_t left[WAYS];

	memcpy(left, y->room, sizeof(left));
	for (size_t i = 0; i < y->round.n_going; i++)
		if (i == 0 || y->goes[i] != y->goes[i - 1])
			go_one(s, &y->going[i], y->goes[i]);
	world.more += (int64_t)y->round.n_more;
	for (size_t i = 0; !s->stop && i < y->round.n_more && !dead(s); i++) {
		const struct going *u = &y->round.more[i];

		if (left[u->way]-- == 0)
			world_broken(11,
			    "message %lld is begun for %s, which has no room",
			    (long long)u->m->id,
			    names[s->w->worker.channel][u->way]);
		else
			place_start(s, place_take(s, job_add(s, u->m), u->way));
	}
}

static size_t
under_way(const struct worker_proc *w)
{
	size_t n = 0;

	for (size_t i = 0; i < PLACES; i++)
		n += w->places[i].job != NULL;
	return n;
}

static bool
any_taken(const struct worker_proc *w)
{
	for (const struct job *j = w->jobs; j != NULL; j = j->next)
		for (size_t i = 0; i < j->n; i++)
			if (j->parts[i].taken)
				return true;
	return false;
}

/* Tells what is over, begins what may go, and asks for more. */
static void
run_round(struct sending *s)
{
	struct saying y = {.round = {0}};
	size_t busy = under_way(s->w);
	int r;

	for (size_t i = 0; i < WAYS; i++)
		s->down[i] = s->down[i] && world.now < s->up[i];
	say_over(s, &y);
	if (!s->stop)
		say_going(s, &y);
	world.rounds++;
	world.partial += y.round.n_done > 0 && busy > 0;
	if (any_taken(s->w))
		world_may_crash(PLACE_TAKEN, s->w);
	r = dead(s)
		? -1
		: transport_round(&s->w->transport, &y.round, s->fn, s->arg);
	if (!dead(s)) {
		s->stop = s->stop || r == -1;
		is_told(s, &y);
		if (y.round.n_going + y.round.n_more > 0)
			world_may_crash(PLACE_BEGUN, s->w);
		go(s, &y);
		jobs_prune(s->w);
	}
	saying_clear(&y);
}

/* --- send -------------------------------------------------------------------
 */

static bool
has_news(const struct sending *s)
{
	for (const struct job *j = s->w->jobs; j != NULL; j = j->next)
		if (is_news(s, j) ||
		    (!s->stop && j->waits && room(s, j->way) > 0))
			return true;
	return false;
}

/* Those whose time has come end, not all at once; true: one did. */
static bool
some_end(struct sending *s)
{
	bool any = false;

	for (size_t i = 0; i < PLACES && !dead(s); i++) {
		struct place *p = &s->w->places[i];

		if (p->job == NULL || p->ends > world.now || p->rest-- > 0)
			continue;
		place_ends(s, p);
		any = true;
	}
	return any;
}

/* Until one of the sessions has ended. Whether time has passed. */
static bool
wait_for_end(struct sending *s)
{
	int64_t next = INT64_MAX, began = world.now;

	for (size_t i = 0; i < PLACES; i++)
		if (s->w->places[i].job != NULL && s->w->places[i].ends < next)
			next = s->w->places[i].ends;
	if (next > world.now)
		world_pass(next - world.now);
	/* Too deep: nobody else can go on, so that no time passes. */
	for (size_t i = 0; i < PLACES; i++)
		if (s->w->places[i].ends == next)
			s->w->places[i].ends = began;
	while (!dead(s) && !some_end(s))
		;
	return world.now > began;
}

static void
run_all(struct sending *s)
{
	bool asked = false;

	while (!dead(s)) {
		for (struct job *j = s->w->jobs; s->stop && j != NULL;
		     j = j->next)
			if (j->waits)
				job_stops(s, j);
		if (has_news(s) || asked) {
			asked = false;
			run_round(s);
		} else if (under_way(s->w) > 0)
			asked = wait_for_end(s) && !s->stop;
		else
			break;
	}
}

static int
sessions_send(struct transport *t, const struct messages *l, sent_fn *fn,
    void *arg, struct err *e)
{
	struct worker_proc *w = (struct worker_proc *)t;
	struct sending s = {.w = w, .fn = fn, .arg = arg};

	for (size_t i = 0; i < WAYS; i++)
		s.bears[i] = places(w, i);
	for (size_t i = 0; i < l->n; i++)
		job_on(&s, job_add(&s, &l->v[i]));
	run_all(&s);
	for (size_t i = 0; i < PLACES; i++)
		w->places[i] = (struct place){0};
	jobs_free(w);
	if (!s.undone || s.stop)
		return 0;
	return err_set(e, "connection refused");
}

static void
sessions_close(struct transport *t)
{
	strv_clear(&t->ways);
	free(t->lost);
}

void
sessions_open(struct worker_proc *w)
{
	w->transport = (struct transport){.send = sessions_send,
	    .close = sessions_close,
	    .batch = 4,
	    .recipients = w->worker.channel == CHANNEL_SMS ? 3 : 0};
	for (size_t i = 0; i < WAYS; i++)
		strv_add(&w->transport.ways, names[w->worker.channel][i]);
}

/* What was taken of it, and is not stored, may come again. */
void
sessions_excuse(struct job *j)
{
	for (size_t i = 0; i < j->n; i++) {
		struct part *p = &j->parts[i];

		if (p->taken)
			model_unit(j->m->id, model_address(p->to->address))
			    ->excused++;
		p->taken = false;
	}
}

/* Its answer has come, and it is below one that waits: it cannot go on yet. */
static bool
is_late(const struct worker_proc *w)
{
	for (size_t i = 0; i < PLACES; i++)
		if (w->places[i].job != NULL && w->places[i].ends < world.now)
			return true;
	return false;
}

/* What it has not begun is no part of that: others are to take it. */
static void
begun_waits(const struct worker_proc *w)
{
	for (const struct job *j = w->jobs; j != NULL; j = j->next)
		for (size_t i = 0; i < j->n && job_begun(j); i++)
			if (j->parts[i].state != PART_TOLD)
				relay_keeps(j->parts[i].to->address, world.now);
}

/* Who is not sending takes what is due; who is late would, if he went on. */
static bool
any_idle(enum channel channel)
{
	for (size_t i = 0; i < WORKERS; i++) {
		const struct worker_proc *w = &world.workers[i];

		if (w->worker.channel == channel && !w->proc.dead && !w->busy)
			return true;
	}
	return false;
}

void
sessions_late(void)
{
	for (size_t i = 0; i < WORKERS; i++) {
		const struct worker_proc *w = &world.workers[i];

		if (w->proc.dead || !is_late(w))
			continue;
		begun_waits(w);
		if (!any_idle(w->worker.channel))
			world.channels[w->worker.channel].held = world.now;
	}
}
