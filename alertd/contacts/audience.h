/*
 * audience.h: whom an incident is for, as an operator writes it and as people
 * read it. How it is stored stands in incident/audience.h.
 */
#ifndef CONTACTS_AUDIENCE_H
#define CONTACTS_AUDIENCE_H

#include "base/err.h"
#include "incident/audience.h"
#include "store/orgs.h"

/*
 * Reads "all", "region Nordjylland" (or region:…, or a part of the name that
 * only one region has), "vendor kmd" (code or name), or municipalities with
 * commas between, by code or name: "0101, Aarhus". Case never matters.
 * 0 and *out as it is stored (release with free()), or -1 with *e, which names
 * the word that is wrong and the nearest right one; *out is then NULL.
 */
int audience_parse(
    const char *text, const struct orgs *l, char **out, struct err *e);
/*
 * Whether it is for the organisation: a municipality that is in it, or a
 * vendor of one that is; never an on-call team.
 */
bool audience_includes(
    const char *audience, const struct orgs *l, const struct org *o);
/* How many municipalities are in it. */
size_t audience_count(const char *audience, const struct orgs *l);
/*
 * In words, to stand behind "to": "all municipalities", "the municipalities of
 * Region Nordjylland", "the municipalities of KMD", "Aarhus and Greve" (many
 * are counted), in the language of the operator. free().
 */
char *audience_text(const char *audience, const struct orgs *l);

#endif
