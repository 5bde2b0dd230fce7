/*
 * rng.h: numbers at random from a seed, the same on every machine
 * (splitmix64). {seed} begins one.
 */
#ifndef TESTS_SIM_RNG_H
#define TESTS_SIM_RNG_H

#include <stdbool.h>
#include <stdint.h>

struct rng {
	uint64_t state;
};

uint64_t rng_next(struct rng *r);
/* 0 to n - 1; n is not 0. */
uint64_t rng_below(struct rng *r, uint64_t n);
/* from to until, both included. */
int64_t rng_between(struct rng *r, int64_t from, int64_t until);
/* True so many times of a hundred. */
bool rng_percent(struct rng *r, int percent);

#endif
