/* poll_driver.c: polls feeds and prints each outcome as a line of JSON. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <jansson.h>

#include "base/clock.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "feed/poller.h"

#define USAGE                                                             \
	"poll_driver KIND URL[,URL...] OUTCOMES [MAX_BYTES [TIMEOUT [CA"  \
	"_FILE]]]\nAfter each outcome it waits for a line or the end of " \
	"stdin.\n"

static struct feed_conf feeds[LIMIT_FEEDS];

static void
print(struct poll_result *r, void *arg)
{
	static const char *const names[] = {
	    [POLL_REPORTS] = "reports",
	    [POLL_BODY] = "body",
	    [POLL_UNCHANGED] = "unchanged",
	    [POLL_FAILED] = "failed",
	};
	const char *id = r->reports.n > 0 ? r->reports.v[0].id : "";
	json_t *o = json_pack("{s:i,s:s,s:I,s:I,s:b,s:s,s:s,s:s}", "feed",
	    (int)(r->feed - feeds), "outcome", names[r->outcome], "status",
	    (json_int_t)r->status, "n", (json_int_t)r->reports.n, "complete",
	    (int)r->reports.complete, "id", id, "error", r->error.msg, "cause",
	    feed_cause_name(r->cause));

	json_dumpf(o, stdout, 0);
	puts("");
	fflush(stdout);
	json_decref(o);
	++*(int64_t *)arg;
}

static void
wait_for_line(void)
{
	int c;

	do
		c = getchar();
	while (c != '\n' && c != EOF);
}

static int
run(struct poller *p, int64_t wanted, struct err *e)
{
	int64_t now = 0, done = 0;

	while (done < wanted) {
		int64_t before = done;

		poller_turn(p, now, print, &done);
		if (done > before) {
			now = poller_next(p);
			wait_for_line();
		} else if (poller_wait(p, NULL, 0, 1000, e) == -1) {
			return -1;
		}
	}
	return 0;
}

static int64_t
option(int argc, char **argv, int i, int64_t without)
{
	int64_t n = without;

	if (argc > i)
		parse_int(argv[i], 1, INT64_MAX, &n);
	return n;
}

int
main(int argc, char **argv)
{
	char name[] = "test", none[] = "";
	struct feed_conf f = {.name = name,
	    .poll = 10,
	    .max_bytes = option(argc, argv, 4, LIMIT_FEED_BODY),
	    .timeout = option(argc, argv, 5, 5),
	    .max_items = LIMIT_FEED_ITEMS,
	    .ca_file = argc > 6 ? argv[6] : none};
	struct strv urls = {0};
	struct poller *p;
	struct err e;
	int rc = -1;

	if (argc < 4 || feed_kind_parse(argv[1], &f.kind) == -1) {
		fputs(USAGE, stderr);
		return 64;
	}
	strv_split(&urls, argv[2], ",");
	for (size_t i = 0; i < urls.n && i < LIMIT_FEEDS; i++) {
		feeds[i] = f;
		feeds[i].url = urls.v[i];
	}
	p = poller_open(feeds, urls.n, &e);
	if (p != NULL)
		rc = run(p, option(argc, argv, 3, 1), &e);
	poller_close(p);
	strv_clear(&urls);
	return rc == -1;
}
