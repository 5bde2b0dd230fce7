#include <stddef.h>

#include "store/released.h"
#include "store/schema.h"

/*
 * When a backup was put in the place of a database, and from which number on
 * incidents count since, so that none is given twice. made is when the backup
 * was made, NULL when that is not known.
 */
static const char *const restored[] = {"CREATE TABLE restored ("
				       " id INTEGER PRIMARY KEY,"
				       " at INTEGER NOT NULL, made INTEGER,"
				       " source TEXT NOT NULL,"
				       " next INTEGER NOT NULL"
				       ") STRICT",
    NULL};

const char *const *const schema_migrations[] = {released_first, released_begun,
    released_health, released_oncall, released_checks, released_audience,
    released_erasable, released_topics, released_accepted, released_exercises,
    released_coverage, released_drafts, released_reminders, released_retention,
    released_itself, released_said_late, restored, NULL};
