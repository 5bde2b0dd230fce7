/*
 * whom.h: whom an incident is for, in the words of a notice. What an operator
 * reads is audience_text().
 */
#ifndef CONTACTS_WHOM_H
#define CONTACTS_WHOM_H

#include <stddef.h>

#include "store/orgs.h"

/*
 * To stand within a sentence: "kommunerne i Region Nordjylland", "kommuner med
 * system fra KMD", "Aarhus og Greve", "København, Aarhus og 3 andre kommuner";
 * "" for all. language is "da" or "en", as the notices are. At most max bytes,
 * 32 or more: names are whole, and of those that do not fit the municipalities
 * are counted. A code that is no municipality's any more is left out. free().
 */
char *whom_words(const char *audience, const struct orgs *l,
    const char *language, size_t max);

#endif
