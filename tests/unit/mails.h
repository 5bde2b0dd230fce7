/* mails.h: mails made for tests. */
#ifndef TESTS_UNIT_MAILS_H
#define TESTS_UNIT_MAILS_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>
#include <glib.h>

#include "base/attr.h"
#include "base/buf.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "feed/mail.h"

/* What GMime complains about is a mistake of ours, and ends the test. */
static inline int
mails_strict(void **state)
{
	(void)state;
	g_log_set_always_fatal(G_LOG_LEVEL_CRITICAL);
	return 0;
}

static inline void
mail_of(const char *s, size_t n, struct mail *m)
{
	struct err e = {""};

	if (mail_read(s, n, false, TIME_NONE, m, &e) == -1)
		fail_msg("%s", e.msg);
}

static inline struct mail
mail_from(const char *s)
{
	struct mail m;

	mail_of(s, strlen(s), &m);
	return m;
}

#endif
