/* Unit tests of feed/html.c: HTML of any kind as plain text. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/attr.h"
#include "base/buf.h"
#include "base/limits.h"
#include "base/str.h"
#include "feed/html.h"

struct piece {
	const char *html, *text;
};

static void
check(const struct piece *cases, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		char *s = html_text(cases[i].html, strlen(cases[i].html));

		if (strcmp(s, cases[i].text) != 0) {
			print_error("\"%s\", not \"%s\", of %s\n", s,
			    cases[i].text, cases[i].html);
			fail();
		}
		free(s);
	}
}

static void
test_blocks(void **state)
{
	static const struct piece cases[] = {
	    {"<p>a b</p><p>c</p>", "a b\n\nc"},
	    {"<p>a<p>b", "a\n\nb"},
	    {"<div>a</div><div>b</div>c", "a\nb\nc"},
	    {"a<br>b<br/>c<BR >d", "a\nb\nc\nd"},
	    {"a<br><br><br><br>b", "a\n\nb"},
	    {"<h1>A</h1>b<hr>c", "A\n\nb\n\nc"},
	    {"<p>a\n b</p>", "a b"},
	    {"<pre>a\n  b</pre>c", "a\nb\n\nc"},
	    {"l1\nl2 <a href=x>l</a>", "l1\nl2 l"},
	    {"<b>A</b><i>B</i> c", "AB c"},
	    {"<blink>a</blink> <o:p>b</o:p>", "a b"},
	};

	(void)state;
	check(cases, LENGTH(cases));
}

static void
test_lists_and_tables(void **state)
{
	static const struct piece cases[] = {
	    {"<ul><li>x</li><li>y</li></ul>", "- x\n- y"},
	    {"a<ul><li>x<li>y</ul>b", "a\n\n- x\n- y\n\nb"},
	    {"<ul><li><p>x</p></li><li><div>y</div></li></ul>", "- x\n- y"},
	    {"<ol><li>x<ul><li>y</li></ul></li><li>z</li></ol>",
		"- x\n- y\n- z"},
	    {"<ul><li></li><li>y</li></ul>", "-\n- y"},
	    {"<li>loose", "- loose"},
	    {"<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>",
		"a | b\nc"},
	    {"<table><tr><th>a<td>b<tr><td>c<td>d</table>e",
		"a | b\nc | d\n\ne"},
	};

	(void)state;
	check(cases, LENGTH(cases));
}

static void
test_hidden(void **state)
{
	static const struct piece cases[] = {
	    {"<script>x</script>y<style>z</style>", "y"},
	    {"<script>if (a<b) '</p>'</SCRIPT >y<br>", "y"},
	    {"<head><title>x</title></head>y", "y"},
	    {"<head>x<header>y</header></head>z", "z"},
	    {"<!-- a > b -->c<br>", "c"},
	    {"<!DOCTYPE html><?php x ?>c<br>", "c"},
	    {"<![CDATA[<p>FMK er nede</p>]]>", "FMK er nede"},
	    {"<br>a[0]]>", "a[0"},
	    {"<img alt='x' src='data:image/png;base64,AA=='>c<br>", "c"},
	};

	(void)state;
	check(cases, LENGTH(cases));
}

/* Whatever is not closed hides no word that follows. */
static void
test_torn(void **state)
{
	static const struct piece cases[] = {
	    {"<script>FMK er nede<br>nu", "FMK er nede\nnu"},
	    {"<!-- FMK > er nede<br>", "er nede"},
	    {"<a href=\"x>FMK</a> er nede<br>", "FMK er nede"},
	    {"<a title='NAS's>FMK</a><br>", "FMK"},
	    {"<p>svartid <b", "svartid <b"},
	    {"<p>a < b > c <3 d </> e", "a < b > c <3 d e"},
	    {"</p></i>a<br></b", "a\n</b"},
	    {"<p>a <1b> <", "a <1b> <"},
	    {"<a b='>' c=\">\" d= '>'>e<br>", "e"},
	};

	(void)state;
	check(cases, LENGTH(cases));
}

static void
test_references(void **state)
{
	static const struct piece cases[] = {
	    {"svartid &lt; 5 s &oslash; &amp;", "svartid < 5 s ø &"},
	    {"p&aring; &#248;en &#xF8; &#XF8;", "på øen ø ø"},
	    {"&oslash &aring<br>&copyx &copy=2", "ø å\n&copyx &copy=2"},
	    {"&nosuch; &; &#; &#x; & a&b;", "&nosuch; &; &#; &#x; & a&b;"},
	    {"&#0;&#xD800;&#1114112;&#99999999999999999999;x",
		"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbdx"},
	    {"&#146;a&#150;b&#x85;", "’a–b…"},
	    {"&amp;lt;b&amp;gt;", "&lt;b&gt;"},
	    {"a&nbsp;b&shy;c;", "a b\u00adc;"},
	    {"&#x1d54f;", "\U0001d54f"},
	};

	(void)state;
	check(cases, LENGTH(cases));
}

/* Plain text stays as it is, white space aside. */
static void
test_plain(void **state)
{
	static const struct piece cases[] = {
	    {"plain\ntext", "plain\ntext"},
	    {"5 < 6 & 7 > 2", "5 < 6 & 7 > 2"},
	    {"a & b; c", "a & b; c"},
	    {"don\xc2\x92t", "don’t"},
	    {"", ""},
	};

	(void)state;
	check(cases, LENGTH(cases));
}

static void
test_limit(void **state)
{
	struct buf b;
	char *s;

	(void)state;
	buf_init(&b, SIZE_MAX / 2);
	for (int i = 0; i < LIMIT_TEXT; i++)
		buf_adds(&b, i % 7 == 0 ? "<b>ø" : "ø");
	s = html_text(buf_str(&b), b.len);
	assert_true(strlen(s) > LIMIT_TEXT - 4);
	assert_true(strlen(s) <= LIMIT_TEXT);
	assert_true(utf8_valid(s, strlen(s)));
	free(s);
	buf_clear(&b);
}

/* Nothing is deep or wide enough to hide what follows. */
static void
test_deep(void **state)
{
	static const char *const tags[] = {"<div>", "<b>", "<ul><li>",
	    "<table><tr><td>", "<p><blockquote>", "</i>", "<a b c d='e'>"};

	(void)state;
	for (size_t i = 0; i < LENGTH(tags); i++) {
		struct buf b;
		char *s;

		buf_init(&b, SIZE_MAX / 2);
		for (int k = 0; k < 5000; k++)
			buf_adds(&b, tags[i]);
		buf_adds(&b, "FMK er nede");
		s = html_text(buf_str(&b), b.len);
		assert_true(str_ends(s, "FMK er nede"));
		free(s);
		buf_clear(&b);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_blocks),
	    cmocka_unit_test(test_lists_and_tables),
	    cmocka_unit_test(test_hidden),
	    cmocka_unit_test(test_torn),
	    cmocka_unit_test(test_references),
	    cmocka_unit_test(test_plain),
	    cmocka_unit_test(test_limit),
	    cmocka_unit_test(test_deep),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
