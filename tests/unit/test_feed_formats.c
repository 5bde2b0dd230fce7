/* Unit tests of feed/: RSS and Atom of every age, encodings, links, dates. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/attr.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "feed/date.h"
#include "feed/parse.h"
#include "forms.h"

static void
test_rss(void **state)
{
	static const struct form forms[] = {
	    {.body = "<!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD "
		     "RSS 0.91"
		     "//EN' "
		     "'http://my.netscape.com/publish/formats/rss-0.91.dtd'>"
		     "<rss version='0.91'><channel><item><title>T</title><link>"
		     "http://a.example.dk/1</link><description>D "
		     "&oslash;</description>"
		     "</item></channel></rss>",
		"http://a.example.dk/1",
		"T",
		"D ø",
		"http://a.example.dk/1",
		"",
		""},
	    {.body = "<rss "
		     "version='0.92'><channel><item><description>&lt;b&gt;D&lt;"
		     "/b"
		     "&gt; e</description></item></channel></rss>",
		NULL,
		"",
		"D e",
		"",
		"",
		""},
	    {.body = RDF("http://my.netscape.com/rdf/simple/0.9/",
		 "<item><title>T</title><link>http://a.example.dk/1</link>"
		 "</item>"),
		"http://a.example.dk/1",
		"T",
		"",
		"http://a.example.dk/1",
		"",
		""},
	    {.body = RDF("http://purl.org/rss/1.0/",
		 "<item rdf:about='http://a.example.dk/i1'><title>T</title>"
		 "<link>http://a.example.dk/1</link><description>D"
		 "</description><dc:date>2026-07-03T10:00+02:00</dc:date>"
		 "</item>"),
		"http://a.example.dk/i1",
		"T",
		"D",
		"http://a.example.dk/1",
		"2026-07-03T08:00:00Z",
		"2026-07-03T08:00:00Z"},
	    {.body = ITEM(
		 "<title>T</title><guid isPermaLink='false'>7</guid>"
		 "<link>http://a.example.dk/1</link><pubDate>Fri, 03 Jul 2026 "
		 "10:00:00 +0200</pubDate>"),
		"7",
		"T",
		"",
		"http://a.example.dk/1",
		"2026-07-03T08:00:00Z",
		""},
	};

	(void)state;
	check_all(forms, LENGTH(forms));
}

static void
test_atom_and_odd_roots(void **state)
{
	static const struct form forms[] = {
	    {.body = ATOM03(
		 "<title>T</title><id>tag:x,1</id><issued>2026-07-03T08:00Z"
		 "</issued><modified>2026-07-03T09:00Z</modified><created>"
		 "2026-07-01T00:00Z</created><link rel='alternate' "
		 "type='text/html' href='http://a.example.dk/1'/>"),
		"tag:x,1",
		"T",
		"",
		"http://a.example.dk/1",
		"2026-07-03T08:00:00Z",
		"2026-07-03T09:00:00Z"},
	    {.body = ATOM03("<id>1</id><created>2026-07-01T00:00Z</created>"),
		"1",
		NULL,
		NULL,
		NULL,
		"2026-07-01T00:00:00Z",
		""},
	    {.body = ATOM(
		 "<title>T</title><id>urn:1</id><published>2026-07-03T08:00:00"
		 "Z</published><updated>2026-07-03T09:00:00Z</updated>"
		 "<content>C</content><summary>S</summary>"),
		"urn:1",
		"T",
		"C",
		"",
		"2026-07-03T08:00:00Z",
		"2026-07-03T09:00:00Z"},
	    {.body = "<entry "
		     "xmlns='http://www.w3.org/2005/Atom'><id>1</id><title>T"
		     "</title></entry>",
		"1",
		"T",
		"",
		"",
		"",
		""},
	    {.body = "<channel><item><title>T</title></item></channel>",
		NULL,
		"T",
		"",
		"",
		"",
		""},
	    {.body = "<rss><channel/><item><title>T</title></item></rss>",
		NULL,
		"T",
		"",
		"",
		"",
		""},
	};

	(void)state;
	check_all(forms, LENGTH(forms));
}

static void
test_titles(void **state)
{
	static const struct form forms[] = {
	    {.body = ITEM("<title>A &amp; B</title>"), NULL, "A & B"},
	    {.body = ITEM("<title>A &amp;amp; B</title>"), NULL, "A & B"},
	    {.body = ITEM("<title><![CDATA[A & <b>B</b>]]></title>"),
		NULL,
		"A & B"},
	    {.body = ITEM("<title>\n a\n\t b </title>"), NULL, "a b"},
	    {.body = ITEM("<title>5 &lt; 6</title>"), NULL, "5 < 6"},
	    {.body = ITEM("<title/>"), NULL, ""},
	    {.body = ITEM("<title/><title>T</title>"), NULL, "T"},
	    {.body = ATOM("<title>tag &lt;b&gt; er</title>"),
		NULL,
		"tag <b> er"},
	    {.body = ATOM("<title type='text'>A &amp;amp; B</title>"),
		NULL,
		"A &amp; B"},
	    {.body = ATOM(
		 "<title type='html'>A &amp;amp; &lt;b>B&lt;/b></title>"),
		NULL,
		"A & B"},
	    {.body = ATOM(
		 "<title type='xhtml'><div xmlns='http://www.w3.org/1999/"
		 "xhtml'>A <b>B</b></div></title>"),
		NULL,
		"A B"},
	    {.body = ATOM03(
		 "<title mode='escaped' type='text/html'>A &amp;amp; B"
		 "</title>"),
		NULL,
		"A & B"},
	    {.body = ATOM03("<title mode='escaped'>A &lt;x&gt;</title>"),
		NULL,
		"A <x>"},
	    {.body = ATOM03(
		 "<title mode='base64' type='text/html'>RksmYW1wOyA8Yj"
		 "5OQVM8L2I+\n</title>"),
		NULL,
		"FK& NAS"},
	    {.body = ATOM03("<title mode='base64'>?</title>"), NULL, "?"},
	    {.body = ATOM03(
		 "<title mode='xml' type='application/xhtml+xml'><div "
		 "xmlns='http://www.w3.org/1999/xhtml'>A</div></title>"),
		NULL,
		"A"},
	    {.body = RSS(
		 "<item xmlns:d='http://purl.org/dc/elements/1.1/'><d:title>"
		 "DC</d:title></item>"),
		NULL,
		"DC"},
	    {.body = RSS(
		 "<item xmlns:m='http://search.yahoo.com/mrss/'><m:title>M"
		 "</m:title><title>T</title></item>"),
		NULL,
		"T"},
	    {.body = ITEM(
		 "<title>bl&aring; &oslash;l &copy; &ndash; &euro;</title>"),
		NULL,
		"blå øl © – €"},
	};

	(void)state;
	check_all(forms, LENGTH(forms));
}

static void
test_text(void **state)
{
	static const struct form forms[] = {
	    {.body = ITEM("<description>&lt;p>a&lt;/p>&lt;ul>&lt;li>x&lt;/ul>"
			  "</description>"),
		NULL,
		NULL,
		"a\n\n- x"},
	    {.body = ITEM("<description><![CDATA[<p>a</p><p>b &oslash;</p>]]>"
			  "</description>"),
		NULL,
		NULL,
		"a\n\nb ø"},
	    {.body = ITEM("<description><p>a</p><p>b</p></description>"),
		NULL,
		NULL,
		"a\n\nb"},
	    {.body = ITEM(
		 "<description>short</description><c:encoded xmlns:c='http://"
		 "purl.org/rss/1.0/modules/content/'><![CDATA[<p>longer "
		 "words</p>]]></c:encoded>"),
		NULL,
		NULL,
		"longer words"},
	    {.body = ITEM(
		 "<body xmlns='http://www.w3.org/1999/xhtml'><p>a</p></body>"),
		NULL,
		NULL,
		"a"},
	    {.body = ATOM("<summary>S</summary>"), NULL, NULL, "S"},
	    {.body = ATOM("<summary>long one</summary><content type='html'/>"),
		NULL,
		NULL,
		"long one"},
	    {.body = ATOM(
		 "<content type='text'>a &lt;p&gt;\n\n\n\nb</content>"),
		NULL,
		NULL,
		"a\n\nb"},
	    {.body = ATOM("<content>a &lt;x&gt; b</content>"),
		NULL,
		NULL,
		"a <x> b"},
	    {.body = ATOM("<content>a&lt;br/&gt;b</content>"),
		NULL,
		NULL,
		"a\nb"},
	    {.body = ATOM("<content type='application/octet-stream'>\nRk1L\n"
			  "</content>"),
		NULL,
		NULL,
		"FMK"},
	    {.body = ATOM(
		 "<h:content xmlns:h='http://www.w3.org/2005/Atom' "
		 "type='xhtml'><x:div xmlns:x='http://www.w3.org/1999/xhtml'>"
		 "<x:p>a</x:p><x:script>no</x:script><x:p>b</x:p></x:div>"
		 "</h:content>"),
		NULL,
		NULL,
		"a\n\nb"},
	};

	(void)state;
	check_all(forms, LENGTH(forms));
}

static void
test_links(void **state)
{
	static const struct form forms[] = {
	    {.body = ITEM("<guid>http://a.example.dk/7</guid>"),
		"http://a.example.dk/7",
		NULL,
		NULL,
		"http://a.example.dk/7"},
	    {.body = ITEM(
		 "<guid isPermaLink='true'>http://a.example.dk/7</guid>"),
		"http://a.example.dk/7",
		NULL,
		NULL,
		"http://a.example.dk/7"},
	    {.body = ITEM(
		 "<guid isPermaLink='false'>http://a.example.dk/7</guid>"),
		"http://a.example.dk/7",
		NULL,
		NULL,
		""},
	    {.body = ITEM("<guid>abc</guid>"), "abc", NULL, NULL, ""},
	    {.body = ITEM("<guid/><link>http://a.example.dk/1</link>"),
		"http://a.example.dk/1",
		NULL,
		NULL,
		"http://a.example.dk/1"},
	    {.body = ITEM("<link>/1?a=b&amp;c=d</link>"),
		"http://a.example.dk/1?a=b&c=d",
		NULL,
		NULL,
		"http://a.example.dk/1?a=b&c=d"},
	    {.body = ITEM("<link>javascript:alert(1)</link>"),
		NULL,
		NULL,
		NULL,
		""},
	    {.body = ITEM("<link>http://a.example.dk/\303\270?a|b</link>"),
		NULL,
		NULL,
		NULL,
		"http://a.example.dk/\303\270?a|b"},
	    {.body = ITEM(
		 "<a:link xmlns:a='http://www.w3.org/2005/Atom' href='/2'/>"),
		NULL,
		NULL,
		NULL,
		"http://a.example.dk/2"},
	    {.body = "<rss "
		     "xml:base='http://b.example.dk/x/'><channel><item><link "
		     "xml:base='y/'>1</link></item></channel></rss>",
		NULL,
		NULL,
		NULL,
		"http://b.example.dk/x/y/1"},
	    {.body = "<feed xmlns='http://www.w3.org/2005/Atom' "
		     "xml:base='/b/'><link "
		     "href='http://a.example.dk/'/><entry><link "
		     "href='1'/></entry>"
		     "</feed>",
		NULL,
		NULL,
		NULL,
		"http://a.example.dk/b/1"},
	};

	(void)state;
	check_all(forms, LENGTH(forms));
}

static void
test_best_link(void **state)
{
	static const struct form forms[] = {
	    {.body = ATOM(
		 "<link rel='alternate' type='application/json' href='/j'/>"
		 "<link rel='replies' href='/r'/><link rel='alternate' "
		 "type='text/html' href='/h'/>"),
		NULL,
		NULL,
		NULL,
		"http://a.example.dk/h"},
	    {.body = ATOM("<link rel='http://www.iana.org/assignments/relation/"
			  "alternate' href='/h'/>"),
		NULL,
		NULL,
		NULL,
		"http://a.example.dk/h"},
	    {.body = ATOM("<link rel='enclosure'>/e</link><link rel="
			  "'alternate'>/h</link>"),
		NULL,
		NULL,
		NULL,
		"http://a.example.dk/h"},
	    {.body = ITEM("<a:link xmlns:a='http://www.w3.org/2005/Atom' "
			  "href='/2'/><link>/1</link>"),
		NULL,
		NULL,
		NULL,
		"http://a.example.dk/1"},
	    {.body = ATOM("<link rel='self' href='/s'/>"),
		NULL,
		NULL,
		NULL,
		""},
	    {.body = RDF("http://purl.org/rss/1.0/",
		 "<item><dc:identifier>D7</dc:identifier></item>"),
		"D7"},
	};

	(void)state;
	check_all(forms, LENGTH(forms));
}

static void
test_item_dates(void **state)
{
	static const struct form forms[] = {
	    {.body = RSS(
		 "<item xmlns:t='http://purl.org/dc/terms/'><t:issued>2026-07-"
		 "03</t:issued><t:modified>2026-07-04</t:modified></item>"),
		NULL,
		NULL,
		NULL,
		NULL,
		"2026-07-03T00:00:00Z",
		"2026-07-04T00:00:00Z"},
	    {.body = ITEM("<dc:date>2026-07-03T08:00:00Z</dc:date>"),
		NULL,
		NULL,
		NULL,
		NULL,
		"2026-07-03T08:00:00Z",
		"2026-07-03T08:00:00Z"},
	    {.body = ITEM(
		 "<pubDate/><d:date xmlns:d='http://purl.org/dc/elements/1.0/'"
		 ">2026-07-03</d:date>"),
		NULL,
		NULL,
		NULL,
		NULL,
		"2026-07-03T00:00:00Z",
		"2026-07-03T00:00:00Z"},
	    {.body = RSS(
		 "<item xmlns:a='http://www.w3.org/2005/Atom'><a:updated>2026-"
		 "07-03T08:00:00Z</a:updated></item>"),
		NULL,
		NULL,
		NULL,
		NULL,
		"",
		"2026-07-03T08:00:00Z"},
	    {.body = ITEM("<pubDate>soon</pubDate>"),
		NULL,
		NULL,
		NULL,
		NULL,
		"",
		""},
	};
	static const struct {
		const char *in, *out;
	} dates[] = {
	    {"Sun Jan  4 16:29:06 2004", "2004-01-04T16:29:06Z"},
	    {"Sun Jan  4 16:29:06 PST 2004", "2004-01-05T00:29:06Z"},
	    {"Sun Jan  4 16:29:06 +0100 2004", "2004-01-04T15:29:06Z"},
	    {"January 4, 2004 16:29", "2004-01-04T16:29:00Z"},
	    {"Thu, 01 Jan 2004 19:48:21 ET", "2004-01-02T00:48:21Z"},
	    {"fre, 03 jul 2026 10:00:00 +0200", "2026-07-03T08:00:00Z"},
	    {"3 maj 2026 10:00", "2026-05-03T10:00:00Z"},
	    {"2004", "2004-01-01T00:00:00Z"},
	    {"2004-02", "2004-02-01T00:00:00Z"},
	    {"20040229", "2004-02-29T00:00:00Z"},
	    {"20040230", ""},
	    {"2004-02-29 10:00:00.0", "2004-02-29T10:00:00Z"},
	    {"2004-02-29T10:00:00-05:00", "2004-02-29T15:00:00Z"},
	    {"Thu, 01 Jan 2004 25:00:00 GMT", ""},
	};
	char buf[RFC3339_SIZE];

	(void)state;
	check_all(forms, LENGTH(forms));
	for (size_t i = 0; i < LENGTH(dates); i++)
		assert_string_equal(
		    format_rfc3339(feed_date(dates[i].in), buf), dates[i].out);
}

static void
test_namespaces(void **state)
{
	static const struct form forms[] = {
	    {.body = "<q:feed "
		     "xmlns:q='http://www.w3.org/2005/Atom'><q:entry><q:id>1"
		     "</q:id><q:title type='html'>A &amp;amp; "
		     "B</q:title></q:entry>"
		     "</q:feed>",
		"1",
		"A & B"},
	    {.body = "<r:rss "
		     "xmlns:r='http://backend.userland.com/rss2'><r:channel>"
		     "<r:item><r:guid>1</r:guid><r:title>T</r:title></r:item>"
		     "</r:channel></r:rss>",
		"1",
		"T"},
	    {.body = "<rss xmlns='http://purl.org/rss/1.0/'><channel><item "
		     "xmlns=''>"
		     "<guid>1</guid></item></channel></rss>",
		"1"},
	    {.body = "<rss xmlns='http://example.dk/odd'><channel><item><title "
		     "xmlns="
		     "''>T</title></item></channel></rss>",
		NULL,
		"T"},
	    {.body = "<feed "
		     "xmlns='HTTP://WWW.W3.ORG/2005/ATOM'><entry><title>tag "
		     "&lt;b&gt;</title></entry></feed>",
		NULL,
		"tag <b>"},
	};

	(void)state;
	check_all(forms, LENGTH(forms));
}

static void
check_bytes(const char *s, size_t n, const char *title)
{
	struct reports l = {0};
	struct err e = {""};

	if (feed_parse(FEED_RSS, "f", s, n, 10, &l, &e) == -1)
		fail_msg("%s", e.msg);
	assert_int_equal(l.n, 1);
	assert_true(l.complete);
	assert_string_equal(l.v[0].title, title);
	reports_clear(&l);
}

static void
check_wide(const char *s, bool big, bool mark)
{
	char *out = xmalloc(2 * strlen(s) + 4);
	size_t n = 0;

	if (mark) {
		out[n++] = big ? '\xfe' : '\xff';
		out[n++] = big ? '\xff' : '\xfe';
	}
	for (; *s != '\0'; s++) {
		out[n++] = big ? '\0' : *s;
		out[n++] = big ? *s : '\0';
	}
	check_bytes(out, n, "nede: \u00f8");
	free(out);
}

static void
test_encodings(void **state)
{
	static const char latin[] = "<?xml version='1.0' encoding='ISO-8859-1'"
				    "?>" ITEM(
					"<title>\xe6\xf8\xe5 \xc5</title>");
	static const char windows[] = "<?xml version='1.0' encoding='windows-"
				      "1252'?>" ITEM(
					  "<title>\x80 \x96 \xf8</title>");
	static const char utf8[] =
	    "\xef\xbb\xbf<?xml version='1.0' encoding='utf-8'?>" ITEM(
		"<title>\xc3\xb8</title>");
	static const char wide[] =
	    "<?xml version='1.0' encoding='UTF-16'?>" ITEM(
		"<title>nede: &oslash;</title>");
	static const char spaces[] = "\n \n" ITEM("<title>T</title>");

	(void)state;
	check_bytes(latin, sizeof(latin) - 1, "æøå Å");
	check_bytes(windows, sizeof(windows) - 1, "€ – ø");
	check_bytes(utf8, sizeof(utf8) - 1, "ø");
	check_bytes(spaces, sizeof(spaces) - 1, "T");
	check_wide(wide, false, true);
	check_wide(wide, true, true);
}

/* What the body says of its encoding is wrong. */
static void
test_wrong_encodings(void **state)
{
	static const struct {
		const char *start, *title, *want;
	} cases[] = {
	    {"", "nede p\345 \370en", "nede på øen"},
	    {"<?xml version='1.0' encoding='utf-8'?>", "nede p\345 \370en",
		"nede på øen"},
	    {"<?xml version='1.0' encoding='nosuch'?>", "på", "på"},
	    {"<?xml version='1.0' encoding='utf-16'?>", "på", "på"},
	    {"", "a\xff\xf8\x81 b", "aÿø b"},
	    {"", "n\370d </x>", "nød"},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		char *s = xasprintf("%s<rss><channel><item><title>%s</title>"
				    "</item></channel></rss>",
		    cases[i].start, cases[i].title);
		struct reports l = {0};
		struct err e;

		if (feed_parse(FEED_RSS, "f", s, strlen(s), 10, &l, &e) == -1)
			fail_msg("%s: %s", s, e.msg);
		assert_int_equal(l.n, 1);
		assert_true(utf8_valid(l.v[0].title, strlen(l.v[0].title)));
		assert_string_equal(l.v[0].title, cases[i].want);
		free(s);
		reports_clear(&l);
	}
}

/* A torn body is not read in another encoding for its last half letter. */
static void
test_torn_letter(void **state)
{
	static const char torn[] = "<rss><channel><item><title>på\x01</title>"
				   "</item><item><title>\xc3";
	struct reports l = {0};
	struct err e;

	(void)state;
	assert_int_equal(
	    feed_parse(FEED_RSS, "f", torn, sizeof(torn) - 1, 10, &l, &e), 0);
	assert_false(l.complete);
	assert_int_equal(l.n, 1);
	assert_string_equal(l.v[0].title, "på");
	reports_clear(&l);
}

#define WRAPPED                                                                \
	"<div class='feed'><p>Page <b>edited</b> by X</p><div style='border-"  \
	"top: 1px solid #ddd;'><p>FMK er nede</p></div><div><a href='v'>View " \
	"Online</a> <a href='c'>Add Comment</a></div></div>"

static void
check_confluence(const char *content, const char *text)
{
	char *s = xasprintf("<feed xmlns='http://www.w3.org/2005/Atom'><entry>"
			    "<id>tag:a.example.dk,2009:blogpost-12-7</id>%s"
			    "</entry></feed>",
	    content);
	struct reports l = {0};
	enum feed_kind kind;
	struct err e;

	assert_int_equal(
	    feed_parse(FEED_CONFLUENCE, "f", s, strlen(s), 10, &l, &e), 0);
	assert_int_equal(l.n, 1);
	assert_string_equal(l.v[0].id, "blogpost-12");
	assert_string_equal(l.v[0].revision, "7");
	assert_string_equal(l.v[0].text, text);
	assert_int_equal(l.v[0].newest, strlen(text));
	reports_clear(&l);
	assert_int_equal(feed_guess(s, strlen(s), &kind, &e), 0);
	assert_int_equal(kind, FEED_CONFLUENCE);
	free(s);
}

static void
test_confluence(void **state)
{
	(void)state;
	check_confluence("<content type='html'><![CDATA[" WRAPPED
			 "]]></content>",
	    "FMK er nede");
	check_confluence("<content type='xhtml'><div xmlns='http://www.w3.org/"
			 "1999/xhtml'>" WRAPPED "</div></content>",
	    "FMK er nede");
	check_confluence("<summary type='xhtml'><div xmlns='http://www.w3.org/"
			 "1999/xhtml'>" WRAPPED "</div></summary>",
	    "FMK er nede");
	check_confluence("<summary type='xhtml'><div xmlns='http://www.w3.org/"
			 "1999/xhtml'><p>a</p><p>b</p></div></summary>",
	    "a\n\nb");
	check_confluence("", "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_rss),
	    cmocka_unit_test(test_atom_and_odd_roots),
	    cmocka_unit_test(test_titles),
	    cmocka_unit_test(test_text),
	    cmocka_unit_test(test_links),
	    cmocka_unit_test(test_best_link),
	    cmocka_unit_test(test_item_dates),
	    cmocka_unit_test(test_namespaces),
	    cmocka_unit_test(test_encodings),
	    cmocka_unit_test(test_wrong_encodings),
	    cmocka_unit_test(test_torn_letter),
	    cmocka_unit_test(test_confluence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
