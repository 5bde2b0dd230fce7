/*
 * mention.h: where a text names somebody: an address, a number, a name. Pure.
 * A word is found as a whole, in any case of the letters of Danish: "Bo Lund"
 * is not in "Bo Lundgren", a@example.dk not in aa@example.dk.
 */
#ifndef BASE_MENTION_H
#define BASE_MENTION_H

#include <stdbool.h>

#include "base/str.h"

/* Whether any of words stands in text. */
bool mention_in(const char *text, const struct strv *words);
/*
 * text with instead for each of words; NULL when none stands in it. Of words
 * that begin at the same place the longest counts. Release with free().
 */
char *
mention_erase(const char *text, const struct strv *words, const char *instead);
/*
 * Adds the ways in which texts write an address or number: of "+4500000001"
 * also without the plus, with 00 for it, and a Danish one without its code.
 */
void mention_add(struct strv *words, const char *address);

#endif
