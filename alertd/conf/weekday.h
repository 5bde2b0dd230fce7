/* weekday.h: a day of the week with a time, as alertd.yaml has it. */
#ifndef CONF_WEEKDAY_H
#define CONF_WEEKDAY_H

#include <stdint.h>

/*
 * "monday 08:00", the day in any case: minutes since Monday 00:00 in *out.
 * -1: it is none; *near is the weekday that was perhaps meant, or NULL.
 */
int handover_parse(const char *s, int64_t *out, const char **near);

#endif
