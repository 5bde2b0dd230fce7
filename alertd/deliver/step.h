/*
 * step.h: one step of a worker: what was claimed is sent, and what becomes of
 * it is stored, in groups; what a transport has room for is claimed and begun
 * in the same transactions.
 */
#ifndef DELIVER_STEP_H
#define DELIVER_STEP_H

#include "deliver/route.h"
#include "deliver/worker.h"

/*
 * Sends l, which was claimed at now, by route, which may be another when it
 * returns; and more, where w->transport takes more. 0, or -1 with *e when the
 * store failed.
 */
int step_send(struct worker *w, struct route *route, const struct messages *l,
    int64_t now, struct err *e);

#endif
