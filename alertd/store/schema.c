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

/*
 * Relays and gateways that are not well; over which a message goes that was
 * begun, and whether its worker was passed over for it.
 */
static const char *const ways[] = {
    "ALTER TABLE message ADD COLUMN way TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE message ADD COLUMN"
    " passed INTEGER NOT NULL DEFAULT 0 CHECK (passed IN (0, 1))",
    "CREATE TABLE way ("
    " channel TEXT NOT NULL CHECK (channel IN ('mail', 'sms')),"
    " name TEXT NOT NULL,"
    " state TEXT NOT NULL CHECK (state IN ('aside', 'tried')),"
    " since INTEGER NOT NULL, until INTEGER NOT NULL, pause INTEGER NOT NULL,"
    " why TEXT NOT NULL, PRIMARY KEY (channel, name)"
    ") STRICT, WITHOUT ROWID",
    NULL};

const char *const *const schema_migrations[] = {released_first, released_begun,
    released_health, released_oncall, released_checks, released_audience,
    released_erasable, released_topics, released_accepted, released_exercises,
    released_coverage, released_drafts, released_reminders, released_retention,
    released_itself, released_said_late, restored, ways, NULL};
