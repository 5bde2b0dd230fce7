#include <stdatomic.h>
#include <stddef.h>
#include <sys/mman.h>

#include "base/clock.h"
#include "deliver/pulse.h"

enum hold { HOLD_OPEN, HOLD_ENDED, HOLD_TAKEN };

struct pulse *
pulse_open(void)
{
	void *p = mmap(NULL, sizeof(struct pulse), PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	return p == MAP_FAILED ? NULL : p;
}

void
pulse_keep(struct pulse *p)
{
	madvise(p, sizeof(*p), MADV_DONTFORK);
}

void
pulse_close(struct pulse *p)
{
	if (p != NULL)
		munmap(p, sizeof(*p));
}

void
pulse_give(struct pulse *p)
{
	p->at = 0;
	for (int i = 0; i < PACE_STAGES; i++)
		p->longest[i] = 0;
	p->hold = HOLD_OPEN;
}

/* What is ended, or taken, once is so until the next message is given. */
static bool
decide(struct pulse *p, int hold)
{
	int was = HOLD_OPEN;

	return atomic_compare_exchange_strong(&p->hold, &was, hold) ||
	       was == hold;
}

bool
pulse_take(struct pulse *p)
{
	return decide(p, HOLD_TAKEN);
}

int64_t
pulse_at(const struct pulse *p, int64_t now)
{
	int64_t at = p->at;

	return at < now ? at : now;
}

enum pace_stage
pulse_stage_now(const struct pulse *p)
{
	return p->stage == PACE_SENDING ? PACE_SENDING : PACE_OPENING;
}

int64_t
pulse_longest(const struct pulse *p, enum pace_stage stage)
{
	return p->longest[stage];
}

void
pulse_begin(struct pulse *p)
{
	p->last = clock_read().mono_ms;
}

void
pulse_stage(struct pulse *p, enum pace_stage stage)
{
	p->stage = stage;
}

void
pulse_sign(struct pulse *p)
{
	int64_t now = clock_read().mono_ms;
	int64_t silence = now > p->last ? now - p->last : 1;
	int stage = p->stage;

	if (silence > p->longest[stage])
		p->longest[stage] = silence;
	p->last = now;
	p->at = now;
}

void
pulse_told(struct pulse *p)
{
	p->at = INT64_MAX;
}

bool
pulse_end(struct pulse *p)
{
	return decide(p, HOLD_ENDED);
}
