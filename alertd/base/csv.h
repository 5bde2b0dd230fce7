/* csv.h: how a line of CSV is written, by libcsv; contacts/ reads it. */
#ifndef BASE_CSV_H
#define BASE_CSV_H

#include <stdio.h>

/* A field and what ends it; quoted where it must be. */
void csv_field(FILE *f, const char *s, char end);

#endif
