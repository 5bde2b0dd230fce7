#include "rng.h"

uint64_t
rng_next(struct rng *r)
{
	uint64_t z = r->state += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return z ^ (z >> 31);
}

uint64_t
rng_below(struct rng *r, uint64_t n)
{
	return rng_next(r) % n;
}

int64_t
rng_between(struct rng *r, int64_t from, int64_t until)
{
	return from + (int64_t)rng_below(r, (uint64_t)(until - from) + 1);
}

bool
rng_percent(struct rng *r, int percent)
{
	return rng_below(r, 100) < (uint64_t)percent;
}
