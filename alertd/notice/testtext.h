/*
 * testtext.h: the texts of messages of kind test, unmistakably no notice: they
 * begin with PRØVE. Built in, for what proves that messages arrive must not
 * depend on a template. Pure.
 */
#ifndef NOTICE_TESTTEXT_H
#define NOTICE_TESTTEXT_H

#include "notice/notice.h"

/*
 * Whether a message arrives: code stands on a line of its own, for the mailbox
 * that hands the mail back. Release with notice_texts_clear().
 */
void test_text_truth(const char *language, int64_t number, const char *code,
    int64_t at, struct notice_texts *out);
/* That all is well, for a mailbox that is watched for it. */
void test_text_well(const char *language, int64_t at, struct notice_texts *out);

/* Stands before the code. */
#define TEST_CODE "alertd-test:"
/*
 * Finds a code in a mail as it came, len bytes: 0 and *number, check as in
 * outbox/sender.h; -1 when there is none.
 */
int test_code_find(const char *mail, size_t len, int64_t *number, char *check,
    size_t check_size);

#endif
