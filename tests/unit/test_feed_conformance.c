/* Unit tests of feed/: what feeds write that no specification foresaw. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/attr.h"
#include "forms.h"

#define XHTML "xmlns='http://www.w3.org/1999/xhtml'"
#define ENCODED "xmlns:c='http://purl.org/rss/1.0/modules/content/'"

static void
test_entities(void **state)
{
	static const struct form forms[] = {
	    {.body = ITEM("<title>don&#146;t &#x96; &#133;</title>"),
		.title = "don’t – …"},
	    {.body = ITEM("<title>don\xc2\x92t</title>"), .title = "don’t"},
	    {.body = ITEM("<title>&#x1d54f; &empty; &Aring;</title>"),
		.title = "\U0001d54f ∅ Å"},
	    {.body = ITEM("<title>a &nosuch; b</title>"),
		.title = "a &nosuch; b",
		.incomplete = true},
	    {.body = ITEM("<title>FMK & NAS &b; c</title>"),
		.title = "FMK & NAS &b; c",
		.incomplete = true},
	    {.body = ITEM("<title>svartid < 5 s</title>"),
		.title = "svartid < 5 s",
		.incomplete = true},
	    {.body = ITEM("<title>a &#0; b &#x110000; c &#55296; d</title>"),
		.title = "a \xef\xbf\xbd b \xef\xbf\xbd c \xef\xbf\xbd d",
		.incomplete = true},
	    {.body = ITEM("<title>x\x0by\x01</title>"),
		.title = "x y",
		.incomplete = true},
	    {.body = ITEM("<link>http://a.example.dk/?a=1&b=2&copy=3</link>"),
		.url = "http://a.example.dk/?a=1&b=2&copy=3",
		.incomplete = true},
	    {.body = ATOM("<link href='http://a.example.dk/&oslash;?a&b'/>"),
		.url = "http://a.example.dk/ø?a&b",
		.incomplete = true},
	    {.body = ITEM("<title><![CDATA[a & b <i]]> &amp; & c</title>"),
		.title = "a & b <i & & c",
		.incomplete = true},
	    {.body = ITEM("<!-- a & b --><title>T & c</title>"),
		.title = "T & c",
		.incomplete = true},
	};

	(void)state;
	check_all(forms, LENGTH(forms));
}

/* A title that was escaped once too often, or not often enough. */
static void
test_escaped_titles(void **state)
{
	static const struct form forms[] = {
	    {.body = ITEM("<title>&amp;lt;b&amp;gt; &amp;amp;</title>"),
		.title = "<b> &"},
	    {.body = ITEM("<title>&amp;#8217;</title>"), .title = "’"},
	    {.body = ITEM("<title><b>A</b> &amp; <i>B</i></title>"),
		.title = "A & B"},
	    {.body = ITEM("<title><![CDATA[A &amp; <br/>B]]></title>"),
		.title = "A & B"},
	    {.body = ATOM("<title type='html'><![CDATA[&lt;title>]]></title>"),
		.title = "<title>"},
	    {.body = ATOM("<title type='text'>&amp;lt;title></title>"),
		.title = "&lt;title>"},
	    {.body = ATOM("<title type='xhtml'><div " XHTML
			  ">&lt;title> <b>B</b></div></title>"),
		.title = "<title> B"},
	    {.body = ATOM("<title type='xhtml'><x:div xmlns:x='http://www.w3."
			  "org/1999/xhtml'>A <x:b>B</x:b></x:div></title>"),
		.title = "A B"},
	};

	(void)state;
	check_all(forms, LENGTH(forms));
}

static void
test_precedence(void **state)
{
	static const struct form forms[] = {
	    {.body = ATOM("<content>short</content><summary>a much longer "
			  "summary</summary>"),
		.text = "short"},
	    {.body = ATOM("<summary>first</summary><content>C</content>"),
		.text = "C"},
	    {.body = ATOM(
		 "<content type='xhtml'><div " XHTML
		 "><b>test</b> content</div></content><c:encoded " ENCODED
		 ">should not appear</c:encoded>"),
		.text = "test content"},
	    {.body = ATOM("<content src='http://a.example.dk/c'/>"
			  "<summary>S</summary>"),
		.text = "S"},
	    {.body = ATOM("<content type='image/png'>aGVqaGVqaGVq</content>"
			  "<summary>S</summary>"),
		.text = "S"},
	    {.body = ATOM("<content type='html'>&lt;img src='http://a."
			  "example.dk/i.png'></content><summary>S</summary>"),
		.text = "S"},
	    {.body = ITEM(
		 "<description>&lt;img src='i.png' alt=''>"
		 "</description><c:encoded " ENCODED ">words</c:encoded>"),
		.text = "words"},
	    {.body = ITEM("<description>all of it</description>"
			  "<c:encoded " ENCODED "/>"),
		.text = "all of it"},
	    {.body = ITEM("<title>T</title><image><title>W</title><link>http:"
			  "//w.example.dk/</link></image>"),
		.title = "T",
		.url = ""},
	    {.body = ATOM("<source><id>no</id><title>W</title><link href='"
			  "http://w.example.dk/'/><updated>2001-01-01T00:00:00"
			  "Z</updated></source><id>yes</id><title>T</title>"),
		.id = "yes",
		.title = "T",
		.url = "",
		.updated = ""},
	    {.body = ATOM("<id>1</id><content type='application/atom+xml'>"
			  "<entry><id>2</id><title>W</title></entry>"
			  "</content>"),
		.id = "1",
		.title = ""},
	    {.body = RSS("<item xmlns:s='http://a.example.dk/own'><s:title>W"
			 "</s:title><title>T</title><s:description>W"
			 "</s:description><description>D</description>"
			 "<s:link>http://w.example.dk/</s:link><s:guid>W"
			 "</s:guid></item>"),
		.title = "T",
		.text = "D",
		.url = ""},
	};

	(void)state;
	check_all(forms, LENGTH(forms));
}

static void
test_names(void **state)
{
	static const struct form forms[] = {
	    {.body = "<RSS><CHANNEL><ITEM><TITLE>T</TITLE><LINK>http://a."
		     "example.dk/1</LINK><PUBDATE>Thu, 01 Jan 2004 19:48:21 "
		     "GMT</PUBDATE><DESCRIPTION>D</DESCRIPTION></ITEM>"
		     "</CHANNEL></RSS>",
		"http://a.example.dk/1",
		"T",
		"D",
		"http://a.example.dk/1",
		"2004-01-01T19:48:21Z",
		""},
	    {.body = "<feed><entry><id>1</id><title>T</title><link href='http:"
		     "//a.example.dk/1'/></entry></feed>",
		"1",
		"T",
		"",
		"http://a.example.dk/1"},
	    {.body = "<feed xmlns='http://www.w3.org/2005/Atom'><item><title>T"
		     "</title></item></feed>",
		.title = "T"},
	    {.body = "<rss><channel><entry><title>T</title></entry></channel>"
		     "</rss>",
		.title = "T"},
	    {.body = "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-"
		     "ns#' xmlns:s='http://purl.org/rss/1.0/' xmlns:d='http:/"
		     "/purl.org/dc/elements/1.1/'><s:channel r:about=''/>"
		     "<s:item r:about='A'><s:title>T</s:title><s:link>http://"
		     "a.example.dk/1</s:link><d:date>2026-07-03</d:date>"
		     "</s:item></r:RDF>",
		"A",
		"T",
		"",
		"http://a.example.dk/1",
		"2026-07-03T00:00:00Z"},
	    {.body = ITEM("<DC:Date>2026-07-03</DC:Date><dc:title>T"
			  "</dc:title>"),
		.title = "T",
		.published = "2026-07-03T00:00:00Z"},
	};

	(void)state;
	check_all(forms, LENGTH(forms));
}

static void
test_addresses(void **state)
{
	static const struct form forms[] = {
	    {.body = ITEM("<guid isPermaLink='TRUE'>http://a.example.dk/7"
			  "</guid>"),
		.url = "http://a.example.dk/7"},
	    {.body = ITEM("<guid isPermaLink='FALSE'>http://a.example.dk/7"
			  "</guid>"),
		.url = ""},
	    {.body = ITEM("<guid isPermaLink='true'>xorg</guid>"),
		.id = "xorg",
		.url = ""},
	    {.body = ITEM("<guid>http://a.example.dk/g</guid><link>http://a."
			  "example.dk/1</link>"),
		.id = "http://a.example.dk/g",
		.url = "http://a.example.dk/1"},
	    {.body = ATOM("<link rel='ALTERNATE' href='http://a.example.dk/1'"
			  "/>"),
		.url = "http://a.example.dk/1"},
	    {.body = ATOM("<link rel='related' href='/r'/><link rel='via' "
			  "href='/v'/>"),
		.url = ""},
	    {.body = ATOM("<link rel='alternate'>http://a.example.dk/1</link>"),
		.url = "http://a.example.dk/1"},
	    {.body = ITEM("<link>\n http://a.example.dk/\n1 2\n</link>"),
		.url = "http://a.example.dk/1%202"},
	    {.body = ITEM("<link>//b.example.dk/x</link>"),
		.url = "http://b.example.dk/x"},
	    {.body = ITEM("<link>../x/./y?z#f</link>"),
		.url = "http://a.example.dk/x/y?z#f"},
	    {.body = ITEM("<link>/ø?a=b|c</link>"),
		.url = "http://a.example.dk/ø?a=b|c"},
	    {.body = "<rss><channel><item><link>item.link</link></item>"
		     "</channel></rss>",
		.id = "item.link",
		.url = ""},
	    {.body = "<rss><channel><item><link>/1</link></item><link>http://"
		     "a.example.dk/</link></channel></rss>",
		.id = "http://a.example.dk/1",
		.url = "http://a.example.dk/1"},
	    {.body = ITEM("<link>mailto:a@example.dk</link><title>T</title>"),
		.id = "mailto:a@example.dk",
		.url = ""},
	    {.body = ITEM("<link>data:text/html,x</link>"), .url = ""},
	};

	(void)state;
	check_all(forms, LENGTH(forms));
}

#define BASED(feed, entry, link)                                         \
	"<feed xmlns='http://www.w3.org/2005/Atom' xml:base='" feed "'>" \
	"<entry xml:base='" entry "'><link " link "/></entry></feed>"

static void
test_bases(void **state)
{
	static const struct form forms[] = {
	    {.body = BASED("http://a.example.dk/b/", "", "href='x'"),
		.url = "http://a.example.dk/b/x"},
	    {.body = BASED("http://a.example.dk/b/", "c/", "href='x'"),
		.url = "http://a.example.dk/b/c/x"},
	    {.body = BASED(
		 "http://a.example.dk/b/", "/c/", "xml:base='d/' href='x'"),
		.url = "http://a.example.dk/c/d/x"},
	    {.body = BASED(
		 "http://a.example.dk/b/", "http://z.example.dk", "href='x'"),
		.url = "http://z.example.dk/x"},
	    {.body = BASED("http://a.example.dk/b/f.xml", "", "href='x'"),
		.url = "http://a.example.dk/b/x"},
	    {.body = BASED("http:///a.example.dk/b/", "", "href='x'"),
		.url = "http://a.example.dk/b/x"},
	    {.body = BASED("http://a.example.dk/", "http://a.example.dk/ø/",
		 "href='x y'"),
		.url = "http://a.example.dk/ø/x%20y"},
	    {.body = BASED("http://a.example.dk/b/", "../c/", "href='../x'"),
		.url = "http://a.example.dk/x"},
	    {.body = "<rss version='2.0' xml:base='http://a.example.dk/b/'>"
		     "<channel xml:base='c/'><item xml:base='d/'><link>x"
		     "</link><guid>rel</guid></item></channel></rss>",
		.id = "rel",
		.url = "http://a.example.dk/b/c/d/x"},
	    {.body = ATOM("<content type='xhtml' xml:base='http://w.example."
			  "dk/'><div xml:lang='da' xml:base='/v/' " XHTML
			  ">D <a href='x'>x</a></div></content><link "
			  "href='1'/>"),
		.text = "D x",
		.url = "http://a.example.dk/1"},
	};

	(void)state;
	check_all(forms, LENGTH(forms));
}

/* Not well-formed, and yet there is no doubt what the item says. */
static void
test_ill_formed(void **state)
{
	static const struct form forms[] = {
	    {.body = "<rss><channel><item><title>T</title></item></channel>"
		     "</rss",
		.title = "T",
		.incomplete = true},
	    {.body = ITEM("<title>T</titl><guid>7</guid>"),
		.id = "7",
		.title = "T",
		.incomplete = true},
	    {.body = ITEM("<title>T</title>") " junk",
		.title = "T",
		.incomplete = true},
	    {.body = "\n<?xml version='1.0'?>" ITEM("<title>T</title>"),
		.title = "T",
		.incomplete = true},
	    {.body = ITEM("<guid>1</guid><description>a<br>b</description>"),
		.id = "1",
		.text = "a\nb",
		.incomplete = true},
	};

	(void)state;
	check_all(forms, LENGTH(forms));
}

/* One item that is never closed hides none of those behind it. */
static void
test_unclosed_items(void **state)
{
	static const char s[] =
	    "<rss><channel><item><guid>1</guid><description>a<br>b"
	    "</description></item><item><guid>2</guid><title>FMK</title>"
	    "</item><item><guid>3</guid></item></channel></rss>";
	struct reports l = {0};
	struct err e;
	bool seen[4] = {false};

	(void)state;
	assert_int_equal(
	    feed_parse(FEED_RSS, "f", s, strlen(s), 10, &l, &e), 0);
	assert_false(l.complete);
	assert_int_equal(l.n, 3);
	for (size_t i = 0; i < l.n; i++)
		seen[atol(l.v[i].id) & 3] = true;
	assert_true(seen[1] && seen[2] && seen[3]);
	reports_clear(&l);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_entities),
	    cmocka_unit_test(test_escaped_titles),
	    cmocka_unit_test(test_precedence),
	    cmocka_unit_test(test_names),
	    cmocka_unit_test(test_addresses),
	    cmocka_unit_test(test_bases),
	    cmocka_unit_test(test_ill_formed),
	    cmocka_unit_test(test_unclosed_items),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
