/* facts.h: what is said of a database and of a backup of it. */
#ifndef ALERTCTL_BACKUP_FACTS_H
#define ALERTCTL_BACKUP_FACTS_H

#include <jansson.h>

#include "store/backup.h"

/* A line of what it is, then its parts, indented. */
void facts_print(const char *title, const struct backup_facts *f);
/* The same. New reference. */
json_t *facts_json(const char *file, const struct backup_facts *f);
/* The exit status of what went wrong with a database. */
int facts_status(enum store_fault fault);

#endif
