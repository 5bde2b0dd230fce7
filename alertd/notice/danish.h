/*
 * danish.h: times and numbers as people read them, in Danish or English, in
 * the zone of zone_set().
 */
#ifndef NOTICE_DANISH_H
#define NOTICE_DANISH_H

#include <stdint.h>

/* language is "da" or "en". Release each with free(). */
/* "kl. 14.05"; in a repeated hour "kl. 02.30 (sommertid)". */
char *say_time(int64_t t, const char *language);
/* "torsdag den 3. marts 2022". */
char *say_date(int64_t t, const char *language);
/* "kl. 14.05" on the day of now, else "kl. 14.05 lørdag den 28. marts". */
char *say_when(int64_t t, int64_t now, const char *language);
/* "2 timer og 10 minutter", "45 minutter", "3 dage". */
char *say_duration(int64_t seconds, const char *language);
/* The same for an SMS: "2 t 10 min", "45 min", "3 d 4 t". */
char *say_duration_short(int64_t seconds, const char *language);
/* say_when() for an SMS: "28/3 kl. 23.13". */
char *say_short(int64_t t, int64_t now, const char *language);

#endif
