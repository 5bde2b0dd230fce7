#include <stddef.h>

#include "store/released.h"
#include "store/schema.h"

const char *const *const schema_migrations[] = {released_first, released_begun,
    released_health, released_oncall, released_checks, released_audience,
    released_erasable, released_topics, released_accepted, released_exercises,
    released_coverage, released_drafts, released_reminders, released_retention,
    released_itself, released_said_late, NULL};
