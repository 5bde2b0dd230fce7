/* drills.h: when drills were held, and when of one it was reminded last. */
#ifndef STORE_DRILLS_H
#define STORE_DRILLS_H

#include <stdint.h>

#include "store/store.h"

/* The drill before the one, 0 when there is none; before 0: the last. */
int
store_drill_before(struct store *s, int64_t before, int64_t *id, struct err *e);
/*
 * When the last drill to all municipalities began; when there was none, when
 * the first thing went on record; TIME_NONE: nothing has.
 */
int store_drill_last(struct store *s, int64_t *at, struct err *e);

#define REMINDED_DRILL "drill" /* that one is due */

/*
 * When the on-call was last reminded of the thing; TIME_NONE: never, or, but
 * for a drill, more than 30 days ago.
 */
int
store_reminded(struct store *s, const char *what, int64_t *at, struct err *e);
int store_remind(struct store *s, const char *what, int64_t at, struct err *e);

#endif
