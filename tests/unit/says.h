/* says.h: renders notices with the built-in templates and looks for parts. */
#ifndef TESTS_UNIT_SAYS_H
#define TESTS_UNIT_SAYS_H

#include "notices.h"

static struct templates *danish, *english;

static inline struct notice_texts
texts(const struct notice_facts *f)
{
	struct notice_texts x;
	struct err e = {""};
	bool other = f->conf == &conf_en;

	if (notice_render(other ? english : danish, f, &x, &e) == -1)
		fail_msg("%s", e.msg);
	return x;
}

/* A render that looks for parts; each list ends with NULL. */
static inline void
says(const struct notice_facts *f, const char *const *mail,
    const char *const *sms, const char *const * not )
{
	struct notice_texts x = texts(f);

	for (; *mail != NULL; mail++)
		must(x.text, *mail);
	for (; *sms != NULL; sms++)
		must(x.sms, *sms);
	for (; *not != NULL; not ++) {
		must_not(x.text, *not );
		must_not(x.sms, *not );
	}
	notice_texts_clear(&x);
}

#define LIST(...)                 \
	(const char *const[])     \
	{                         \
		__VA_ARGS__, NULL \
	}

static inline int
setup(void **state)
{
	struct diags problems = {0};

	(void)state;
	danish = templates_open("", "da", &problems);
	english = templates_open("", "en", &problems);
	diags_print(&problems, stderr);
	if (problems.n > 0)
		return -1;
	return zone_set("Europe/Copenhagen", NULL);
}

static inline int
teardown(void **state)
{
	(void)state;
	templates_close(danish);
	templates_close(english);
	return 0;
}

#endif
