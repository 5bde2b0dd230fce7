/* plain_page.h: the same for a page to the on-call. Pure. */
#ifndef NOTICE_PLAIN_PAGE_H
#define NOTICE_PLAIN_PAGE_H

#include "notice/notice.h"

/*
 * Fills subject, text and sms of *out in plain words, with the codes, links
 * and commands that answer. mark and stamp: how an exercise begins and ends.
 */
void plain_page(const struct notice_facts *f, json_t *data, const char *mark,
    const char *stamp, struct notice_texts *out);

#endif
