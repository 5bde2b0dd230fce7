/*
 * plain.h: the texts that need no template, for when one fails; for this
 * folder.
 */
#ifndef NOTICE_PLAIN_H
#define NOTICE_PLAIN_H

#include <jansson.h>

#include "notice/notice.h"

/*
 * Fills subject, text and sms of *out, from the facts and notice_data() of
 * them; html is left alone. Danish or English by the language of the facts.
 */
void plain_texts(
    const struct notice_facts *f, json_t *data, struct notice_texts *out);

#endif
