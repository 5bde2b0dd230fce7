/* watch.h: "status --watch": the screen again and again, until q. */
#ifndef ALERTCTL_STATUS_WATCH_H
#define ALERTCTL_STATUS_WATCH_H

#include "alertctl/ctl.h"
#include "alertctl/status/screen.h"

/* Adds the screen with the map, as it fits; rows 0: any number. */
void status_sheet(struct ctl *c, struct screen *s, int64_t now, size_t columns,
    size_t rows, struct sheet *out);
/*
 * The clock goes on each second, the database is read each `every` seconds.
 * What cannot be read is told, and what was read before stays. Returns an
 * exit status; the terminal is then as it was.
 */
int watch(struct ctl *c, int64_t every);

#endif
