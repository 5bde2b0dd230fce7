/*
 * sim: runs worlds from seeds, and says what did not hold. README.md.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <sysexits.h>
#include <unistd.h>

#include "base/attr.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/str.h"
#include "shrink.h"
#include "world.h"

#define JOBS_MOST 64

struct options {
	int64_t seeds, first, jobs, tries;
	bool one; /* with its trace */
	bool real; /* files, not memory */
};

/* What a process has done. */
struct sums {
	int64_t worlds, broken, days_s, steps, turns, notices, taken, doubled,
	    reconciled, changes;
	int64_t acts[ACTS], crashes[4], places[3], faults[16];
	int64_t rounds, partial, more, parts, lost, gone, full, spares, erased;
	int64_t by[INVARIANTS];
};

static void
add_all(int64_t *to, const int64_t *from, size_t n)
{
	for (size_t i = 0; i < n; i++)
		to[i] += from[i];
}

static void
sum_world(struct sums *s)
{
	s->worlds++;
	s->broken += world.broken;
	if (world.broken)
		s->by[world.invariant]++;
	s->days_s += world.days_s;
	s->steps += world.steps;
	s->turns += world.turns;
	s->notices += world.notices;
	s->taken += world.taken;
	s->doubled += world.doubled;
	s->reconciled += world.reconciled;
	s->rounds += world.rounds;
	s->partial += world.partial;
	s->more += world.more;
	s->spares += world.spares;
	s->erased += world.erased;
	s->parts += world.parts;
	s->lost += world.lost;
	s->gone += world.gone;
	s->full += world.full;
	s->changes += vfs_changes();
	add_all(s->acts, world.acts, LENGTH(s->acts));
	add_all(s->crashes, world.crashes, LENGTH(s->crashes));
	add_all(s->places, world.places, LENGTH(s->places));
	add_all(s->faults, world.faults, LENGTH(s->faults));
}

/* The seed, the invariant, and as little of the world as shows it. */
static void
tell(const struct schedule *s, int64_t tries)
{
	int invariant = world.invariant;
	struct schedule small;
	char *why = xstrdup(world.why);

	printf("\nseed %llu breaks invariant %d, %s:\n  %s\n",
	    (unsigned long long)s->seed, invariant, invariant_names[invariant],
	    why);
	if (tries > 0) {
		shrink(s, invariant, (int)tries, &small);
		printf("%zu of %zu entries of its schedule are enough:\n",
		    small.n, s->n);
		world_run(&small, stdout);
		schedule_clear(&small);
	}
	printf("make sim SEED=%llu repeats it.\n", (unsigned long long)s->seed);
	fflush(stdout);
	free(why);
}

static void
run_seed(uint64_t seed, const struct options *o, struct sums *sums)
{
	struct schedule s;

	schedule_make(seed, &s);
	world_run(&s, o->one ? stdout : NULL);
	sum_world(sums);
	if (world.broken)
		tell(&s, o->tries);
	schedule_clear(&s);
}

static void
run_share(const struct options *o, int64_t job, struct sums *sums)
{
	for (int64_t i = job; i < o->seeds; i += o->jobs)
		run_seed((uint64_t)(o->first + i), o, sums);
}

static void
print_sums(const struct sums *s)
{
	printf("%lld worlds, %lld incident-days, %lld steps, %lld turns of the "
	       "core, %lld changes of the disk\n",
	    (long long)s->worlds, (long long)(s->days_s / 86400),
	    (long long)s->steps, (long long)s->turns, (long long)s->changes);
	printf("%lld notices; %lld recipients reconciled, %lld messages taken, "
	       "%lld of them twice\n",
	    (long long)s->notices, (long long)s->reconciled,
	    (long long)s->taken, (long long)s->doubled);
	printf("%lld rounds, %lld of them with others under way, %lld messages "
	       "more; %lld results of parts; %lld sessions died, %lld spare "
	       "workers; %lld were gone, %lld too many; %lld rows erased\n",
	    (long long)s->rounds, (long long)s->partial, (long long)s->more,
	    (long long)s->parts, (long long)s->lost, (long long)s->spares,
	    (long long)s->gone, (long long)s->full, (long long)s->erased);
	for (int i = 0; i < ACTS; i++)
		printf("%s%s %lld", i == 0 ? "what happened: " : ", ",
		    act_name((enum act)i), (long long)s->acts[i]);
	printf("\nfaults of channels: down %lld, later %lld, stall %lld, drop "
	       "%lld, drop before %lld, limit %lld, few %lld; of addresses: "
	       "for now %lld, "
	       "for good %lld; of feeds: %lld\n",
	    (long long)s->faults[1], (long long)s->faults[2],
	    (long long)s->faults[3], (long long)s->faults[4],
	    (long long)s->faults[5], (long long)s->faults[6],
	    (long long)s->faults[7], (long long)s->faults[8],
	    (long long)s->faults[9], (long long)s->faults[10]);
	printf("crashes: of a worker %lld, of alertd %lld, of the power %lld; "
	       "at the disk %lld, begun %lld, taken %lld\n",
	    (long long)s->crashes[1], (long long)s->crashes[2],
	    (long long)s->crashes[3], (long long)s->places[0],
	    (long long)s->places[1], (long long)s->places[2]);
	printf("broken: %lld\n", (long long)s->broken);
}

/* Each process has its share of the seeds. */
static void
run_jobs(const struct options *o, struct sums *sums)
{
	int pipes[JOBS_MOST][2];

	fflush(stdout);
	for (int64_t j = 0; j < o->jobs; j++) {
		struct sums own = {0};

		if (pipe(pipes[j]) == -1)
			exit(EX_OSERR);
		if (fork() != 0)
			continue;
		run_share(o, j, &own);
		fflush(stdout);
		_exit(write(pipes[j][1], &own, sizeof(own)) !=
		      (ssize_t)sizeof(own));
	}
	for (int64_t j = 0; j < o->jobs; j++) {
		struct sums own = {0};

		close(pipes[j][1]);
		if (read(pipes[j][0], &own, sizeof(own)) !=
		    (ssize_t)sizeof(own)) {
			printf("a process of the simulation died\n");
			sums->broken++;
		}
		close(pipes[j][0]);
		add_all((int64_t *)sums, (const int64_t *)&own,
		    sizeof(own) / sizeof(int64_t));
	}
	while (wait(NULL) > 0)
		;
}

static int
read_options(int argc, char **argv, struct options *o)
{
	int c;

	while ((c = getopt(argc, argv, "n:s:f:j:t:r")) != -1) {
		int64_t *to = c == 'n'	 ? &o->seeds
			      : c == 'j' ? &o->jobs
			      : c == 't' ? &o->tries
					 : &o->first;

		if (c == 'r') {
			o->real = true;
			continue;
		}
		if (c == '?' || parse_int(optarg, 0, INT64_MAX / 2, to) == -1)
			return -1;
		o->one |= c == 's';
	}
	if (o->one)
		o->seeds = 1;
	if (o->one || o->real)
		o->jobs = 1;
	return optind == argc && o->jobs > 0 && o->jobs <= JOBS_MOST ? 0 : -1;
}

int
main(int argc, char **argv)
{
	struct options o = {.seeds = 10, .first = 1, .jobs = 1, .tries = 400};
	char folder[] = "/tmp/alertd-sim.XXXXXX";
	struct sums sums = {0};

	if (read_options(argc, argv, &o) == -1) {
		fprintf(stderr, "usage: sim [-n seeds] [-f first] [-j jobs] "
				"[-t tries] [-s seed] [-r]\n");
		return EX_USAGE;
	}
	/* What the log says is not looked at, and takes its time. */
	log_open("sim", (enum log_level)0);
	if (mkdtemp(folder) == NULL)
		return EX_CANTCREAT;
	vfs_install();
	house_build(folder, o.real);
	if (feeds_prove() == -1)
		return EX_SOFTWARE;
	if (o.jobs > 1)
		run_jobs(&o, &sums);
	else
		run_share(&o, 0, &sums);
	print_sums(&sums);
	house_raze();
	rmdir(folder);
	return sums.broken > 0;
}
