/*
 * shrink.h: the shortest part of a schedule that breaks the same invariant:
 * entries are left out in halves, quarters, … and one by one.
 */
#ifndef TESTS_SIM_SHRINK_H
#define TESTS_SIM_SHRINK_H

#include "schedule.h"

/* *out is a schedule of its own; runs at most tries worlds. */
void shrink(
    const struct schedule *s, int invariant, int tries, struct schedule *out);

#endif
