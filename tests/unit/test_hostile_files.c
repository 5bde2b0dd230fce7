/*
 * Unit tests of feed/: each file of tests/data/hostile, whole, in pieces and
 * cut off anywhere. Nothing of it crashes, is too large, or is over.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <dirent.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/attr.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "feed/parse.h"
#include "feed/xmlfix.h"

#define FOLDER "tests/data/hostile/"
#define NEDE "FMK er nede"
#define PAA "FMK er nede på øen"

enum reading { WHOLE, PARTLY, REFUSED };

struct hostile {
	const char *name;
	enum reading reading;
	size_t n; /* reports */
	/* Of the report whose id has this, or of the first; NULL: any. */
	const char *title, *text;
};

static const struct hostile files[] = {
    /* Encodings: wrong, missing, in conflict with a mark. */
    {"latin1-declared.xml", WHOLE, 1, PAA, ""},
    {"latin1-undeclared.xml", PARTLY, 1, PAA, ""},
    {"latin1-says-utf8.xml", PARTLY, 1, PAA, ""},
    {"windows-1252-declared.xml", WHOLE, 1, "FMK er nede – på “øen”", ""},
    {"windows-1252-says-latin1.xml", WHOLE, 1, "FMK er nede – på øen", ""},
    {"utf8-says-latin1.xml", WHOLE, 1, PAA, ""},
    {"utf8-says-ascii.xml", WHOLE, 1, PAA, ""},
    {"utf8-says-utf16.xml", PARTLY, 1, PAA, ""},
    {"utf8-bom.xml", WHOLE, 1, PAA, ""},
    {"utf8-bom-says-latin1.xml", WHOLE, 1, PAA, ""},
    {"utf8-bom-is-latin1.xml", PARTLY, 1, PAA, ""},
    {"utf16le-bom.xml", WHOLE, 1, PAA, ""},
    {"utf16be-bom.xml", WHOLE, 1, PAA, ""},
    {"utf16le-no-bom.xml", WHOLE, 1, PAA, ""},
    {"utf16be-no-bom.xml", WHOLE, 1, PAA, ""},
    {"utf32le-bom.xml", WHOLE, 1, PAA, ""},
    {"utf32be-bom.xml", WHOLE, 1, PAA, ""},
    {"code-page-865.xml", PARTLY, 1, PAA, ""},
    {"utf16-bom-says-utf8.xml", WHOLE, 1, PAA, ""},
    {"utf16-odd.xml", PARTLY, 1, PAA, ""},
    {"unknown-encoding.xml", PARTLY, 1, PAA, ""},
    {"invalid-utf8.xml", PARTLY, 1,
	"FMK \xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"
	"\xef\xbf\xbd\xef\xbf\xbd nede på øen. Vi undersøger",
	""},
    {"half-letter.xml", PARTLY, 1, PAA " p\xef\xbf\xbd", ""},
    {"json-bom.json", WHOLE, 1, NEDE, ""},
    {"json-latin1.json", PARTLY, 1, PAA, ""},
    {"json-utf16.json", REFUSED, 0, NULL, NULL},
    /* Characters. */
    {"nul-bytes.xml", PARTLY, 1, NEDE, ""},
    {"control-characters.xml", PARTLY, 1, NEDE, ""},
    {"c1-letters.xml", WHOLE, 1, "FMK er nede – på “øen”", ""},
    {"bidi.xml", WHOLE, 1, "FMK edren er nede", ""},
    {"entities-undeclared.xml", PARTLY, 1, PAA " &nosuch; & NAS", ""},
    {"json-surrogate.json", WHOLE, 1, "FMK \xef\xbf\xbd er nede", ""},
    {"json-nul.json", WHOLE, 1, "FMK\xef\xbf\xbd er nede", ""},
    {"json-control.json", WHOLE, 1, "FMK er ’nede", ""},
    {"json-raw-control.json", PARTLY, 1, NEDE, ""},
    /* Dates. */
    {"date-9999.xml", WHOLE, 2, PAA, ""},
    {"date-9999.json", WHOLE, 1, NEDE, ""},
    {"date-0001.xml", WHOLE, 1, NEDE, ""},
    {"date-bad.xml", WHOLE, 2, PAA, ""},
    /* Identities. */
    {"guid-missing.xml", PARTLY, 3, NEDE, ""},
    {"guid-empty.xml", WHOLE, 2, NEDE, ""},
    {"guid-of-all.xml", WHOLE, 2, NEDE, ""},
    {"guid-twice.xml", PARTLY, 2, NEDE, ""},
    {"guid-twice-same.xml", WHOLE, 2, PAA, ""},
    {"guid-twice-one-title.xml", PARTLY, 2, "Driftsmeddelelse", "FMK er nede."},
    {"guid-twice-one-date.xml", PARTLY, 2, NEDE, ""},
    {"guid-twice.json", PARTLY, 2, NEDE, ""},
    {"revisions-twice.xml", PARTLY, 1, "FMK er nede igen", ""},
    /* Addresses. */
    {"links.xml", WHOLE, 5, NEDE, ""},
    /* HTML in what is not HTML. */
    {"html-in-cdata-in-html.xml", WHOLE, 1, PAA, "FMK er nede & NAS"},
    {"html-torn.xml", WHOLE, 1, PAA, "FMK er nede <!-- <b"},
    {"html-script.xml", WHOLE, 1, PAA, NEDE},
    {"deep-html.xml", WHOLE, 1, NEDE, "x"},
    /* Pages in place of a feed, all answered with 200. */
    {"login-page.html", REFUSED, 0, NULL, NULL},
    {"login-page-comment.html", REFUSED, 0, NULL, NULL},
    {"login-page-xhtml.html", REFUSED, 0, NULL, NULL},
    {"login-page-bare.html", REFUSED, 0, NULL, NULL},
    {"login.json", REFUSED, 0, NULL, NULL},
    {"plain.txt", REFUSED, 0, NULL, NULL},
    {"empty.xml", REFUSED, 0, NULL, NULL},
    {"blank.xml", REFUSED, 0, NULL, NULL},
    {"svg.xml", REFUSED, 0, NULL, NULL},
    {"opml.xml", REFUSED, 0, NULL, NULL},
    {"trailing-page.xml", PARTLY, 1, PAA, ""},
    /* Bodies that end too early, or too late. */
    {"root-only.xml", REFUSED, 0, NULL, NULL},
    {"channel-missing.xml", REFUSED, 0, NULL, NULL},
    {"two-feeds.xml", PARTLY, 1, PAA, ""},
    {"end-tags-missing.xml", PARTLY, 2, "b", ""},
    {"br-unclosed.xml", PARTLY, 2, "b", ""},
    {"json-torn.json", REFUSED, 0, NULL, NULL},
    {"json-trailing.json", REFUSED, 0, NULL, NULL},
    {"json-two.json", REFUSED, 0, NULL, NULL},
    {"json-truncated-number.json", REFUSED, 0, NULL, NULL},
    /* Entities, DTDs, and what would be fetched. */
    {"entity-bomb.xml", REFUSED, 0, NULL, NULL},
    {"entity-bomb-utf16.xml", REFUSED, 0, NULL, NULL},
    {"entity-file.xml", REFUSED, 0, NULL, NULL},
    {"entity-parameter.xml", REFUSED, 0, NULL, NULL},
    {"entity-of-our-own.xml", REFUSED, 0, NULL, NULL},
    {"dtd-attributes.xml", REFUSED, 0, NULL, NULL},
    {"dtd-external.xml", WHOLE, 1, PAA, ""},
    {"dtd-empty.xml", WHOLE, 1, PAA, ""},
    {"xinclude.xml", WHOLE, 1, NEDE, ""},
    {"stylesheet.xml", WHOLE, 1, PAA, ""},
    /* Depth and width; the large ones are in test_feed_hostile.c. */
    {"deep.xml", PARTLY, 1, NEDE, ""},
    {"json-deep.json", REFUSED, 0, NULL, NULL},
    {"namespaces.xml", REFUSED, 0, NULL, NULL},
    /* JSON that is none, or of another kind. */
    {"json-duplicate-keys.json", REFUSED, 0, NULL, NULL},
    {"json-duplicate-lists.json", REFUSED, 0, NULL, NULL},
    {"json-huge-integer.json", WHOLE, 1, NEDE, ""},
    {"json-huge-numbers.json", WHOLE, 1, NEDE, ""},
    {"json-nan.json", REFUSED, 0, NULL, NULL},
    {"json-list.json", REFUSED, 0, NULL, NULL},
    {"json-null.json", REFUSED, 0, NULL, NULL},
    {"json-null-list.json", PARTLY, 0, NULL, NULL},
    {"json-object-list.json", REFUSED, 0, NULL, NULL},
    {"json-odd-items.json", PARTLY, 1, NEDE, ""},
    {"json-odd-types.json", WHOLE, 1, "", ""},
    {"json-id-of-nothing.json", PARTLY, 1, NEDE, ""},
    {"json-single-quotes.json", REFUSED, 0, NULL, NULL},
    {"jsonp.json", REFUSED, 0, NULL, NULL},
};

/* One small good body of each kind, to be cut. */
static const char *const seeds[] = {"seed-rss2.xml", "seed-rss1.xml",
    "seed-atom.xml", "seed-atom03.xml", "seed-confluence.xml",
    "seed-statuspage.json", "seed-utf16.xml"};

static char *
read_file(const char *name, size_t *n)
{
	char *path = xasprintf(FOLDER "%s", name), *s;
	struct err e;

	if (file_read(path, LIMIT_FEED_BODY, &s, n, &e) == -1)
		fail_msg("%s", e.msg);
	free(path);
	return s;
}

static enum feed_kind
kind_of(const char *name)
{
	if (str_ends(name, ".json"))
		return FEED_STATUSPAGE;
	return strstr(name, "confluence") != NULL ||
		       strstr(name, "revisions") != NULL
		   ? FEED_CONFLUENCE
		   : FEED_RSS;
}

static void
check_report(const char *name, const struct report *r)
{
	const char *const fields[] = {r->id, r->revision, r->title, r->text,
	    r->url, r->status, r->impact};

	for (size_t i = 0; i < LENGTH(fields); i++) {
		assert_true(utf8_valid(fields[i], strlen(fields[i])));
		assert_null(strstr(fields[i], "root:"));
		assert_null(strpbrk(fields[i], "\1\2\3\4\5\6\a\b\033\177"));
		assert_null(strstr(fields[i], "\u202e"));
	}
	assert_true(strlen(r->id) > 0 && strlen(r->id) <= LIMIT_TITLE);
	assert_true(strlen(r->title) <= LIMIT_TITLE);
	assert_true(strlen(r->text) <= LIMIT_TEXT);
	assert_true(r->newest <= strlen(r->text));
	assert_true(*r->url == '\0' || str_starts(r->url, "http://"));
	assert_true(r->published == TIME_NONE ||
		    (r->published >= 0 && r->published <= TIME_MAX));
	/* The one that is over says so, and is not the one that is not. */
	if (strstr(r->title, "nede") != NULL && r->phase == PHASE_RESOLVED)
		fail_msg("%s: \"%s\" reads as over", name, r->title);
}

static void
check_file(const struct hostile *f)
{
	struct reports l = {0};
	struct err e = {""};
	size_t n;
	char *s = read_file(f->name, &n);
	int rc = feed_parse(
	    kind_of(f->name), "f", s, n, LIMIT_FEED_ITEMS, &l, &e);

	if ((rc == -1) != (f->reading == REFUSED) || l.n != f->n)
		fail_msg("%s: %d, %zu reports, %s", f->name, rc, l.n, e.msg);
	if (rc == 0)
		assert_int_equal(l.complete, f->reading == WHOLE);
	for (size_t i = 0; i < l.n; i++)
		check_report(f->name, &l.v[i]);
	if (f->title != NULL && strcmp(l.v[0].title, f->title) != 0)
		fail_msg("%s: \"%s\"", f->name, l.v[0].title);
	if (f->text != NULL && strcmp(l.v[0].text, f->text) != 0)
		fail_msg("%s: \"%s\"", f->name, l.v[0].text);
	reports_clear(&l);
	free(s);
}

static void
test_files(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH(files); i++)
		check_file(&files[i]);
}

static bool
known(const char *name)
{
	for (size_t i = 0; i < LENGTH(files); i++)
		if (strcmp(files[i].name, name) == 0)
			return true;
	for (size_t i = 0; i < LENGTH(seeds); i++)
		if (strcmp(seeds[i], name) == 0)
			return true;
	return false;
}

/* No file of the folder is forgotten above. */
static void
test_all_files(void **state)
{
	DIR *dir = opendir(FOLDER);
	struct dirent *d;

	(void)state;
	assert_non_null(dir);
	while ((d = readdir(dir)) != NULL)
		if (d->d_name[0] != '.' && !known(d->d_name))
			fail_msg("%s is tested nowhere", d->d_name);
	closedir(dir);
}

static bool
equal(const struct report *a, const struct report *b)
{
	return strcmp(a->id, b->id) == 0 && strcmp(a->title, b->title) == 0 &&
	       strcmp(a->text, b->text) == 0 &&
	       strcmp(a->status, b->status) == 0 && a->phase == b->phase &&
	       a->published == b->published && a->updated == b->updated;
}

/* What a part of a body gives is in the whole as well, word for word. */
static void
check_cut(const char *name, const char *s, size_t n, const struct reports *all)
{
	struct reports l = {0};
	struct err e;

	if (feed_parse(kind_of(name), "f", s, n, LIMIT_FEED_ITEMS, &l, &e) ==
	    -1) {
		assert_int_equal(l.n, 0);
		return;
	}
	if (l.complete)
		fail_msg("%s cut at %zu is complete", name, n);
	for (size_t i = 0; i < l.n; i++) {
		size_t k = 0;

		while (k < all->n && !equal(&l.v[i], &all->v[k]))
			k++;
		if (k == all->n)
			fail_msg("%s cut at %zu: \"%s\", \"%s\"", name, n,
			    l.v[i].title, l.v[i].text);
	}
	reports_clear(&l);
}

static void
test_cut_anywhere(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH(seeds); i++) {
		struct reports all = {0};
		struct err e;
		size_t n;
		char *s = read_file(seeds[i], &n);

		if (feed_parse(kind_of(seeds[i]), "f", s, n, LIMIT_FEED_ITEMS,
			&all, &e) == -1)
			fail_msg("%s: %s", seeds[i], e.msg);
		assert_true(all.complete && all.n > 0);
		/* The last byte is the line end behind the root. */
		for (size_t at = 0; at + 2 < n; at++)
			check_cut(seeds[i], s, at, &all);
		reports_clear(&all);
		free(s);
	}
}

/* Read so many bytes at a time, the mended body is always the same. */
static char *
mended(const char *s, size_t n, int at_a_time)
{
	struct xmlfix fix = {.p = s, .end = s + n, .mend = true, .utf8 = true};
	char piece[64];
	struct buf b;
	int got;

	buf_init(&b, SIZE_MAX / 2);
	while ((got = xmlfix_read(&fix, piece, at_a_time)) > 0)
		buf_add(&b, piece, (size_t)got);
	return buf_steal(&b);
}

static void
test_pieces(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH(files); i++) {
		size_t n;
		char *s = read_file(files[i].name, &n);
		char *whole = mended(s, n, 64);

		for (int at_a_time = 1; at_a_time < 16; at_a_time++) {
			char *other = mended(s, n, at_a_time);

			assert_string_equal(other, whole);
			free(other);
		}
		free(whole);
		free(s);
	}
}

/* A letter of several bytes at each place around the edge of a buffer. */
static void
test_edges(void **state)
{
	(void)state;
	for (size_t pad = 3900; pad < 4100; pad++) {
		struct reports l = {0};
		struct err e;
		char *s = xasprintf("<rss><channel><!--%*s--><item><title>FMK "
				    "er nede på øen – \U0001f600</title>"
				    "</item></channel></rss>",
		    (int)pad, "");

		assert_int_equal(
		    feed_parse(FEED_RSS, "f", s, strlen(s), 10, &l, &e), 0);
		assert_true(l.complete);
		assert_string_equal(
		    l.v[0].title, "FMK er nede på øen – \U0001f600");
		reports_clear(&l);
		free(s);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_files),
	    cmocka_unit_test(test_all_files),
	    cmocka_unit_test(test_cut_anywhere),
	    cmocka_unit_test(test_pieces),
	    cmocka_unit_test(test_edges),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
