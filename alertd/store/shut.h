/* shut.h: which program is not wholly shut in (sandbox/), and why. */
#ifndef STORE_SHUT_H
#define STORE_SHUT_H

#include "base/str.h"
#include "store/store.h"

/*
 * What is missing in the sandbox of the program, which was started at now; ""
 * is nothing. The daemon, which is the first, forgets the others.
 */
int store_shut_put(struct store *s, const char *program, bool first,
    const char *missing, int64_t now, struct err *e);
/* Adds "program: why" of each that lacks something. */
int store_shut_list(struct store *s, struct strv *out, struct err *e);

#endif
