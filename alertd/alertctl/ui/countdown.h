/* countdown.h: how long until something, to the second. Pure. */
#ifndef ALERTCTL_UI_COUNTDOWN_H
#define ALERTCTL_UI_COUNTDOWN_H

#include <stdint.h>

#define COUNTDOWN_SIZE 96

/* "0:47:12", "26:00:00", "3d 02:00:00" of seconds, whatever their sign. */
const char *countdown(int64_t seconds, char buf[COUNTDOWN_SIZE]);

#endif
