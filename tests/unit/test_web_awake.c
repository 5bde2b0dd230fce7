/*
 * Unit tests of web/awake.h: the page's store is open while somebody asks for
 * what is in it, and only then.
 */
#include "store_house.h"

#include "base/attr.h"
#include "web/awake.h"
#include "web/route.h"

#define TOKEN "AAAAAAAAAAAAAAAAAAAAAA" /* that there is not */

struct house {
	struct config *conf;
	struct templates *templates;
	struct core core;
	struct web web;
};

/* A page that sleeps, over the file of the test. */
static void
open_house(struct house *h)
{
	struct diags problems = {0};

	*h = (struct house){.conf = config_default()};
	h->conf->web.off = false;
	xreplace(&h->conf->store, t.path);
	h->templates = templates_open("", "da", &problems);
	assert_int_equal(problems.n, 0);
	h->core = (struct core){.conf = h->conf, .templates = h->templates};
	h->web = (struct web){.conf = h->conf, .core = &h->core};
}

static void
close_house(struct house *h)
{
	asleep(&h->web);
	templates_close(h->templates);
	config_free(h->conf);
}

/* The status of the answer, which says the text. */
static int
ask_with(
    struct house *h, enum http_method m, const char *path, const char *text)
{
	struct http_request q;
	struct http_response r;
	int status;

	http_request_init(&q);
	http_response_init(&r);
	q.method = m;
	http_fields_add(&q.headers, "X-Remote-User", "anna");
	http_take_target(&q, path);
	route_answer(&h->web, &q, &r);
	status = r.status;
	if (strstr(buf_str(&r.body), text) == NULL)
		fail_msg("%s: %s", path, buf_str(&r.body));
	http_request_clear(&q);
	http_response_clear(&r);
	return status;
}

static int
ask(struct house *h, const char *path)
{
	return ask_with(h, HTTP_GET, path, "");
}

static void
test_awake(void **state)
{
	struct house h;
	struct store *s;

	(void)state;
	open_house(&h);
	OK(awake(&h.web, &t.e));
	s = h.web.store;
	assert_non_null(s);
	assert_ptr_equal(h.core.store, s);
	OK(awake(&h.web, &t.e));
	assert_ptr_equal(h.web.store, s);
	asleep(&h.web);
	assert_null(h.web.store);
	assert_null(h.core.store);
	close_house(&h);
}

/* Who asks wakes it; who may not, or for what does not stand in it, does not.
 */
static void
test_woken(void **state)
{
	static const struct {
		const char *path;
		int status;
		bool wakes;
	} cases[] = {
	    {"/style.css", 200, false},
	    {"/nowhere", 404, false},
	    {"/healthz", 503, true}, /* no daemon has looked at it */
	    {"/", 200, true},
	    {"/style.css", 200, true},
	};
	struct house h;

	(void)state;
	open_house(&h);
	for (size_t i = 0; i < LENGTH(cases); i++) {
		if (ask(&h, cases[i].path) != cases[i].status)
			fail_msg("%s", cases[i].path);
		assert_int_equal(h.web.store != NULL, cases[i].wakes);
	}
	asleep(&h.web);
	assert_int_equal(ask(&h, "/historik"), 200);
	assert_ptr_equal(h.core.store, h.web.store);
	close_house(&h);
}

/* What cannot be opened is asked for again with the next request. Who looks
 * whether all is well hears what is not, and who has answered that it was for
 * nothing. */
static void
test_no_store(void **state)
{
	struct house h;

	(void)state;
	open_house(&h);
	xreplace(&h.conf->store, t.dir);
	assert_int_equal(ask(&h, "/"), 503);
	assert_null(h.web.store);
	assert_int_equal(ask(&h, "/style.css"), 200);
	assert_int_equal(ask_with(&h, HTTP_GET, "/healthz",
			     "alertd does not run\n"
			     "the database does not answer\n"),
	    503);
	assert_int_equal(ask_with(&h, HTTP_POST, "/kvittering/" TOKEN,
			     "Dit svar er ikke gemt."),
	    503);
	assert_int_equal(ask(&h, "/svar/" TOKEN), 503);
	xreplace(&h.conf->store, t.path);
	assert_int_equal(ask(&h, "/svar/" TOKEN), 404);
	assert_int_equal(ask(&h, "/"), 200);
	close_house(&h);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(test_awake),
	    TEST(test_woken),
	    TEST(test_no_store),
	};

	return cmocka_run_group_tests_name("awake", tests, NULL, NULL);
}
