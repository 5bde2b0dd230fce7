#include <stdlib.h>
#include <libxml/xmlwriter.h>

#include "base/limits.h"
#include "base/mem.h"
#include "web/machine.h"

#define NS_ATOM "http://www.w3.org/2005/Atom"

/* libxml2 fails for want of memory alone; ok says so at the end. */
struct out {
	xmlTextWriter *xml;
	const struct web *web;
	char *host;
	bool ok;
};

static void
begin(struct out *o, const char *name)
{
	o->ok = xmlTextWriterStartElement(o->xml, (const xmlChar *)name) >= 0 &&
		o->ok;
}

static void
end(struct out *o)
{
	o->ok = xmlTextWriterEndElement(o->xml) >= 0 && o->ok;
}

static void
attribute(struct out *o, const char *name, const char *value)
{
	o->ok = xmlTextWriterWriteAttribute(o->xml, (const xmlChar *)name,
		    (const xmlChar *)value) >= 0 &&
		o->ok;
}

static void
text(struct out *o, const char *s)
{
	char *clean = machine_text(s);

	o->ok = xmlTextWriterWriteString(o->xml, (const xmlChar *)clean) >= 0 &&
		o->ok;
	free(clean);
}

static void
element(struct out *o, const char *name, const char *s)
{
	begin(o, name);
	text(o, s);
	end(o);
}

static void
moment(struct out *o, const char *name, int64_t t)
{
	char s[RFC3339_SIZE];

	element(o, name, format_rfc3339(t, s));
}

/* Nothing without web.base_url. */
static void
link_to(struct out *o, const char *rel, const char *type, const char *path)
{
	char *url = machine_url(o->web, path);

	if (*url != '\0') {
		begin(o, "link");
		attribute(o, "rel", rel);
		attribute(o, "type", type);
		attribute(o, "href", url);
		end(o);
	}
	free(url);
}

/* RFC 4151; the day is that of the incident's first notice. */
static void
entry_id(struct out *o, const struct published *p)
{
	struct civil c = civil_utc(p->began);
	char *id = xasprintf("tag:%s,%04d-%02d-%02d:%lld/%d", o->host, c.year,
	    c.month, c.day, (long long)p->incident, p->number);

	element(o, "id", id);
	free(id);
}

static void
entry(struct out *o, const struct published *p)
{
	char *path = xasprintf("/sag/%lld", (long long)p->incident);

	begin(o, "entry");
	entry_id(o, p);
	element(o, "title", p->subject);
	moment(o, "published", p->at);
	moment(o, "updated", p->at);
	link_to(o, "alternate", "text/html", path);
	begin(o, "category");
	attribute(o, "term", machine_status(p->type));
	end(o);
	begin(o, "content");
	attribute(o, "type", "text");
	text(o, p->text);
	end(o);
	end(o);
	free(path);
}

static void
feed_id(struct out *o)
{
	char *url = machine_url(o->web, "/feed.atom");
	char *id = *url != '\0'
		       ? xstrdup(url)
		       : xasprintf("tag:%s,2026-01-01:alertd", o->host);

	element(o, "id", id);
	free(id);
	free(url);
}

static void
feed(struct out *o, const struct published_list *l)
{
	const struct config *conf = o->web->conf;

	o->ok = xmlTextWriterStartDocument(o->xml, NULL, "UTF-8", NULL) >= 0;
	begin(o, "feed");
	attribute(o, "xmlns", NS_ATOM);
	attribute(o, "xml:lang", conf->notices.language);
	feed_id(o);
	element(o, "title", conf->notices.signature);
	moment(o, "updated", l->n == 0 ? 0 : l->v[0].at);
	begin(o, "author");
	element(o, "name", conf->notices.signature);
	end(o);
	link_to(o, "self", "application/atom+xml", "/feed.atom");
	link_to(o, "alternate", "text/html", "/");
	for (size_t i = 0; i < l->n; i++)
		entry(o, &l->v[i]);
	end(o);
	o->ok = xmlTextWriterEndDocument(o->xml) >= 0 && o->ok;
}

static int
write_feed(struct web *w, const struct published_list *l, struct buf *body,
    struct err *e)
{
	xmlBuffer *b = xmlBufferCreate();
	struct out o = {.web = w, .host = machine_host(w)};

	if (b != NULL)
		o.xml = xmlNewTextWriterMemory(b, 0);
	if (o.xml != NULL) {
		feed(&o, l);
		xmlFreeTextWriter(o.xml); /* it writes what it holds */
	}
	if (o.ok)
		buf_add(body, xmlBufferContent(b), (size_t)xmlBufferLength(b));
	if (b != NULL)
		xmlBufferFree(b);
	free(o.host);
	return o.ok ? 0 : err_set(e, "out of memory");
}

/* kept_write */
static int
write_atom(struct web *w, struct buf *body, int64_t *until, struct err *e)
{
	struct published_list l = {0};
	int rc = store_published(
	    w->store, 0, machine_audience(w), LIMIT_WEB_ENTRIES, &l, e);

	(void)until;
	if (rc == 0)
		rc = write_feed(w, &l, body, e);
	published_clear(&l);
	return rc;
}

int
web_atom(struct web *w, const struct http_request *q, struct http_response *r,
    struct err *e)
{
	r->type = "application/atom+xml; charset=utf-8";
	return kept_answer(w, KEPT_ATOM, write_atom, q, r, e);
}
