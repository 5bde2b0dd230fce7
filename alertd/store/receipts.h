/*
 * receipts.h: which municipality has said that it got a notice of an
 * incident. One answer of any contact covers it.
 */
#ifndef STORE_RECEIPTS_H
#define STORE_RECEIPTS_H

#include "store/store.h"

/* 1 when it is the first of the municipality, 0 when not, -1 with *e. */
int store_receipt_add(struct store *s, int64_t incident, const char *org,
    int64_t notice, const char *by, int64_t now, struct err *e);

#endif
