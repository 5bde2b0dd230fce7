/*
 * forms.h: bodies of one item in every form of RSS and Atom, and what is to be
 * read in them. Include after cmocka.h.
 */
#ifndef TESTS_FORMS_H
#define TESTS_FORMS_H

#include <stdbool.h>
#include <string.h>

#include "base/clock.h"
#include "feed/parse.h"

#define RSS(item)                                      \
	"<rss version='2.0'><channel><title>C</title>" \
	"<link>http://a.example.dk/</link>" item "</channel></rss>"
#define ITEM(in) RSS("<item>" in "</item>")
#define ATOM(in)                                             \
	"<feed xmlns='http://www.w3.org/2005/Atom'>"         \
	"<link rel='self' href='http://a.example.dk/feed'/>" \
	"<link href='http://a.example.dk/'/><entry>" in "</entry></feed>"
#define ATOM03(in)                                              \
	"<feed version='0.3' xmlns='http://purl.org/atom/ns#'>" \
	"<entry>" in "</entry></feed>"
#define RDF(ns, in)                                                        \
	"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'" \
	" xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns='" ns "'>"     \
	"<channel rdf:about='http://a.example.dk/'>"                       \
	"<link>http://a.example.dk/</link></channel>" in "</rdf:RDF>"

struct form {
	const char *body;
	/* NULL: not looked at */
	const char *id, *title, *text, *url, *published, *updated;
	bool incomplete; /* read, but not all of it for sure */
};

static void
same(const struct form *f, const char *what, const char *got, const char *want)
{
	if (want == NULL || strcmp(got, want) == 0)
		return;
	print_error(
	    "%s: \"%s\", not \"%s\", of %s\n", what, got, want, f->body);
	fail();
}

static void
check(const struct form *f)
{
	struct reports l = {0};
	char buf[RFC3339_SIZE];
	const struct report *r;
	struct err e;

	if (feed_parse(FEED_RSS, "f", f->body, strlen(f->body), 2000, &l, &e) ==
	    -1)
		fail_msg("%s: %s", f->body, e.msg);
	assert_int_equal(l.n, 1);
	assert_int_equal(l.complete, !f->incomplete);
	r = &l.v[0];
	same(f, "id", r->id, f->id);
	same(f, "title", r->title, f->title);
	same(f, "text", r->text, f->text);
	same(f, "url", r->url, f->url);
	same(f, "published", format_rfc3339(r->published, buf), f->published);
	same(f, "updated", format_rfc3339(r->updated, buf), f->updated);
	reports_clear(&l);
}

static void
check_all(const struct form *forms, size_t n)
{
	for (size_t i = 0; i < n; i++)
		check(&forms[i]);
}

#endif
