/*
 * topic.h: what a notice is about, so that who does not take part in it is
 * spared. A topic is a word: those built in, and more that a component of the
 * rules names.
 */
#ifndef BASE_TOPIC_H
#define BASE_TOPIC_H

#include "base/err.h"
#include "base/str.h"

/* The one that every municipality must have somebody for. */
#define TOPIC_FMK "fmk"
/* Those that the effect decides. */
#define TOPIC_PLANNED "planned"
#define TOPIC_DATA_ERROR "data-error"
/* Not a topic: stands alone in a list, for every topic there is. */
#define TOPIC_ALL "all"
#define TOPIC_LENGTH 32 /* bytes, at most */

/* Those that are built in, added to *out. */
void topics_built_in(struct strv *out);
/*
 * Why a component of the rules cannot have that topic, or NULL when it can: it
 * is lower-case letters, digits and hyphens, and neither TOPIC_ALL nor one
 * that the effect decides.
 */
const char *topic_refused(const char *topic);

/*
 * Reads a list of topics, with spaces, commas or semicolons between, of those
 * in known; upper and lower case are the same. 0 and *out as it is stored:
 * sorted, one space between; TOPIC_ALL; or "" when there is none. -1 with *e,
 * which names the nearest; *out is then NULL. Release with free().
 */
int topics_parse(
    const char *text, const struct strv *known, char **out, struct err *e);
/* Whether a stored list has the topic; "" and TOPIC_ALL have every one. */
bool topics_have(const char *topics, const char *topic);

#endif
