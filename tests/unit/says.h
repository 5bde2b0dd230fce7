/* says.h: renders notices with the built-in templates and looks for parts. */
#ifndef TESTS_UNIT_SAYS_H
#define TESTS_UNIT_SAYS_H

#include "base/file.h"
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

/* The texts are those that are kept; ALERTD_GOLDEN writes them anew. */
static inline void
golden(const char *name, struct notice_facts f)
{
	char *path = xasprintf("tests/data/notice/%s.txt", name), *kept, *now;
	struct notice_texts x = texts(&f);
	struct err e;

	now = xasprintf("%s\n\n%s\n%s\n", x.subject, x.text, x.sms);
	if (getenv("ALERTD_GOLDEN") != NULL)
		assert_int_equal(
		    file_write(path, now, strlen(now), 0644, &e), 0);
	if (file_read(path, 65536, &kept, NULL, &e) == -1)
		fail_msg("%s", e.msg);
	assert_string_equal(now, kept);
	free(kept);
	free(now);
	free(path);
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
