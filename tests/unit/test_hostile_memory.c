/*
 * Unit tests of feed/: a body as large as the limit takes at most four times
 * its size of memory, itself included, and no more than a few seconds.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <time.h>
#include <unistd.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <cmocka.h>

#include "base/attr.h"
#include "base/buf.h"
#include "base/limits.h"
#include "feed/parse.h"

#define SECONDS 8 /* of CPU for one body; what is bad takes minutes */
#define MARGIN (2 * 1024) /* KiB: the libraries, and what was freed before */

/* AddressSanitizer has memory of its own, and reads each string to its end. */
#if SANITIZED
#define MEASURED false
#define SIZE (256 * 1024)
#else
#define MEASURED true
#define SIZE LIMIT_FEED_BODY
#endif

/* A body: its beginning, what is repeated until it is full, and its end. */
struct large {
	enum feed_kind kind;
	const char *head, *part, *tail;
};

#define P "<p>Vi undersøger <b>fejlen</b> på FMK og NAS.</p>\n"
#define P10 P P P P P P P P P P
#define E "&lt;p&gt;Vi undersøger fejlen på FMK og NAS.&lt;/p&gt;\n"
#define E10 E E E E E E E E E E
#define RSS "<rss><channel>"
#define END "</channel></rss>"
#define TEXT RSS "<item><guid>1</guid><description>"
#define CDATA TEXT "<![CDATA["
#define CDATA_END "]]></description></item>" END
#define TEXT_END "</description></item>" END

static const struct large bodies[] = {
    /* What feeds are. */
    {FEED_RSS, RSS,
	"<item><guid>%d</guid><title>FMK er nede</title><description>" E
	"</description></item>\n",
	END},
    {FEED_RSS, RSS,
	"<item><guid>%d</guid><description>" E10 E10 E10 E10 E10
	"</description></item>\n",
	END},
    {FEED_RSS, "<feed xmlns='http://www.w3.org/2005/Atom'>",
	"<entry><id>%d</id><content type='xhtml'><div>" P10 P10 P10 P10 P10 P10
	"</div></content></entry>\n",
	"</feed>"},
    {FEED_STATUSPAGE, "{\"incidents\":[{\"id\":\"x\"}",
	",{\"id\":\"%d\",\"name\":\"FMK er nede\",\"status\":\"identified\","
	"\"incident_updates\":[{\"id\":\"u\",\"body\":\"" P10
	"\",\"created_at\":\"2026-07-03T08:00:00Z\",\"affected_components\":"
	"[{\"code\":\"c\",\"name\":\"FMK\",\"new_status\":\"major_outage\"}]}"
	"],\"components\":[{\"id\":\"c\",\"name\":\"FMK\"}]}\n",
	"]}"},
    /* What they could be. */
    {FEED_RSS, RSS, "<item/>", END},
    {FEED_RSS, RSS "<item>", "<a/>", "</item>" END},
    {FEED_RSS, RSS "<item>", "<a%d/>", "</item>" END},
    {FEED_RSS, RSS "<item>", "<a b=''/>", "</item>" END},
    {FEED_RSS, RSS "<item>", "<a:b/>", "</item>" END},
    {FEED_RSS, RSS "<item><title>T</title>", "<!-- -->", "</item>" END},
    {FEED_RSS, RSS "<item><title>T</title>", "<?a?>", "</item>" END},
    {FEED_RSS, RSS, "<item><title>", END},
    {FEED_RSS, RSS, "<item><x>y</x>", END},
    {FEED_RSS, TEXT, "x", TEXT_END},
    {FEED_RSS, TEXT, "&oslash;", TEXT_END},
    {FEED_RSS, TEXT, "& ", TEXT_END},
    {FEED_RSS, TEXT, "&x; ", TEXT_END},
    {FEED_RSS, TEXT, "<", TEXT_END},
    {FEED_RSS, TEXT, "</x>", TEXT_END},
    {FEED_RSS, TEXT, "<a b>", TEXT_END},
    {FEED_RSS, TEXT, "\xe5 ", TEXT_END},
    {FEED_RSS, TEXT, "\1", TEXT_END},
    {FEED_RSS, CDATA "<p>", "<b>", CDATA_END},
    {FEED_RSS, CDATA "<p>", "<i></i>", CDATA_END},
    {FEED_RSS, CDATA "<p>", "</i>", CDATA_END},
    {FEED_RSS, CDATA "<a ", "b%d ", ">" CDATA_END},
    {FEED_RSS, CDATA "<p>", "<a b='", CDATA_END},
    {FEED_RSS, CDATA "<p>", "<script>", CDATA_END},
    {FEED_RSS, CDATA "<p>", "<title></titlex>", CDATA_END},
    {FEED_RSS, CDATA "<p>", "<!--", CDATA_END},
    {FEED_RSS, CDATA "<p>", "<ul><li>", CDATA_END},
    {FEED_RSS, CDATA "<p>", "&amp", CDATA_END},
    {FEED_RSS, CDATA "<p>", " \n", CDATA_END},
    {FEED_STATUSPAGE, "{\"incidents\":[{}", ",{}", "]}"},
    {FEED_STATUSPAGE, "{\"incidents\":[{\"id\":\"x\"}", ",{\"id\":\"%d\"}",
	"]}"},
    {FEED_STATUSPAGE, "{\"incidents\":[{\"id\":\"x\",\"x\":[1", ",1", "]}]}"},
    {FEED_STATUSPAGE, "{\"incidents\":[{\"id\":\"x\",\"x\":[[]", ",[]", "]}]}"},
    {FEED_STATUSPAGE, "{\"incidents\":[{\"id\":\"x\",\"x\":{\"\":1",
	",\"%d\":1", "}}]}"},
    {FEED_STATUSPAGE, "{\"incidents\":[]", ",\"%d\":1", "}"},
    {FEED_STATUSPAGE, "{\"incidents\":[{\"id\":\"x\",\"name\":\"", "x",
	"\"}]}"},
    {FEED_STATUSPAGE, "{\"incidents\":[{\"id\":\"x\",\"name\":\"", "\\ud800",
	"\"}]}"},
    {FEED_STATUSPAGE, "{\"incidents\":[{\"id\":\"x\",\"name\":\"", "\xe5",
	"\"}]}"},
};

static void
make(const struct large *l, struct buf *b)
{
	const char *mark = strstr(l->part, "%d");
	size_t room = SIZE - strlen(l->tail) - strlen(l->part) - 16;

	buf_init(b, SIZE);
	buf_adds(b, l->head);
	for (int i = 0; b->len < room; i++) {
		if (mark == NULL) {
			buf_adds(b, l->part);
		} else {
			buf_add(b, l->part, (size_t)(mark - l->part));
			buf_addf(b, "%d", i);
			buf_adds(b, mark + 2);
		}
	}
	buf_adds(b, l->tail);
	assert_false(buf_failed(b));
}

static long
used(void)
{
	struct rusage r;

	getrusage(RUSAGE_SELF, &r);
	return r.ru_maxrss;
}

/* In a process of its own, whose memory is that of this body. */
static int
child(const struct large *l)
{
	struct reports reports = {0};
	struct buf b;
	struct err e;
	clock_t start;
	long before = used();

	make(l, &b);
	start = clock();
	feed_parse(
	    l->kind, "f", buf_str(&b), b.len, LIMIT_FEED_ITEMS, &reports, &e);
	if (clock() - start > (clock_t)SECONDS * CLOCKS_PER_SEC)
		return 2;
	if (MEASURED && used() - before > 4L * (SIZE / 1024) + MARGIN)
		return 3;
	reports_clear(&reports);
	buf_clear(&b);
	return 0;
}

static void
test_large(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH(bodies); i++) {
		int status;
		pid_t pid = fork();

		if (pid == 0)
			_exit(child(&bodies[i]));
		assert_int_equal(waitpid(pid, &status, 0), pid);
		if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
			fail_msg("%s%s: %s", bodies[i].head, bodies[i].part,
			    !WIFEXITED(status)	       ? "died"
			    : WEXITSTATUS(status) == 2 ? "too slow"
						       : "too large");
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_large),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
