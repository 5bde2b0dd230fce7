#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "base/attr.h"
#include "base/limits.h"
#include "base/str.h"
#include "feed/field.h"
#include "feed/xmlbody.h"

static xmlParserInput *
refuse(const char *url, const char *id, xmlParserCtxt *ctxt)
{
	(void)url;
	(void)id;
	(void)ctxt;
	return NULL;
}

/* Some errors libxml2 would print although it was told not to. */
ATTR_PRINTF(2, 3)
static void
quiet(void *arg, const char *fmt, ...)
{
	(void)arg;
	(void)fmt;
}

/* What ctxt->_private points to while a body is parsed. */
struct seen {
	bool declaration;
	xmlEntity entity; /* the last of HTML that was asked for */
	xmlChar content[8];
};

/* Any declaration ends the parse: what it could make grow is never read. */
static void
entity_seen(void *arg, const xmlChar *name, int type, const xmlChar *public_id,
    const xmlChar *system_id, xmlChar *content)
{
	xmlParserCtxt *ctxt = arg;

	(void)name;
	(void)type;
	(void)public_id;
	(void)system_id;
	(void)content;
	((struct seen *)ctxt->_private)->declaration = true;
	xmlStopParser(ctxt);
}

static xmlEntity *
html_entity(struct seen *seen, const xmlChar *name)
{
	const htmlEntityDesc *desc = htmlEntityLookup(name);
	int n;

	if (desc == NULL)
		return NULL;
	n = xmlCopyChar(0, seen->content, (int)desc->value);
	seen->content[n] = '\0';
	seen->entity = (xmlEntity){.type = XML_ENTITY_DECL,
	    .name = name,
	    .content = seen->content,
	    .orig = seen->content,
	    .length = n,
	    .etype = XML_INTERNAL_PREDEFINED_ENTITY};
	return &seen->entity;
}

/*
 * Feeds use &oslash; without the DTD that would make it a letter. Not in
 * attributes: there libxml2 takes the first byte of it only.
 */
static xmlEntity *
get_entity(void *arg, const xmlChar *name)
{
	xmlParserCtxt *ctxt = arg;
	xmlEntity *known = xmlSAX2GetEntity(ctxt, name);

	if (known != NULL || ctxt->instate == XML_PARSER_ATTRIBUTE_VALUE)
		return known;
	return html_entity(ctxt->_private, name);
}

/* libxml2 compares each attribute of an element with all before it. */
static bool
too_many_attributes(const char *s, size_t n)
{
	size_t signs = 0;

	for (size_t i = 0; i < n; i++) {
		if (s[i] == '<' || s[i] == '>')
			signs = 0;
		else if (s[i] == '=' && i + 1 < n &&
			 strchr("\"' \t\r\n", s[i + 1]))
			signs++;
		if (signs > LIMIT_XML_ATTRIBUTES)
			return true;
	}
	return false;
}

/* One way to read a body, and what came of it. */
struct attempt {
	const char *encoding; /* in place of the body's own word; or NULL */
	int flags;
	bool dtd; /* refused for its DTD */
	int code; /* libxml2's last error */
};

static void
explain(struct attempt *a, const xmlError *last, struct err *e)
{
	char *text;

	if (a->dtd) {
		err_set(e, "XML with a DTD of its own: refused");
		return;
	}
	if (last == NULL || last->message == NULL) {
		err_set(e, "XML cannot be read");
		return;
	}
	text = field_line(last->message, strlen(last->message), LIMIT_TITLE);
	err_set(e, "XML, line %d: %s", last->line, text);
	free(text);
	a->code = last->code;
}

static xmlDoc *
parse(const char *s, size_t n, struct attempt *a, struct err *e)
{
	const int flags = XML_PARSE_NONET | XML_PARSE_NOCDATA |
			  XML_PARSE_NOERROR | XML_PARSE_NOWARNING | a->flags;
	xmlParserCtxt *ctxt = xmlNewParserCtxt();
	struct seen seen = {.declaration = false};
	xmlDoc *doc;

	if (ctxt == NULL) {
		err_set(e, "XML: out of memory");
		return NULL;
	}
	ctxt->_private = &seen;
	ctxt->sax->entityDecl = entity_seen;
	ctxt->sax->getEntity = get_entity;
	doc = xmlCtxtReadMemory(ctxt, s, (int)n, NULL, a->encoding, flags);
	a->dtd = seen.declaration || (doc != NULL && doc->intSubset != NULL &&
					 doc->intSubset->children != NULL);
	if (a->dtd) {
		xmlFreeDoc(doc);
		doc = NULL;
	}
	if (doc == NULL)
		explain(a, xmlCtxtGetLastError(ctxt), e);
	xmlFreeParserCtxt(ctxt);
	return doc;
}

/* By its declaration, or for want of one. */
static bool
claims_utf8(const char *s, size_t n)
{
	char head[128], *end, *word;

	n = n < sizeof(head) - 1 ? n : sizeof(head) - 1;
	memcpy(head, s, n);
	head[n] = '\0';
	if (strlen(head) < n) /* UTF-16 */
		return false;
	end = strstr(head, "?>");
	if (end == NULL)
		return true;
	*end = '\0';
	word = strstr(head, "encoding");
	if (word == NULL)
		return true;
	word += strlen("encoding");
	word += strspn(word, " \t\r\n=\"'");
	return strncasecmp(word, "utf-8", 5) == 0;
}

/*
 * The encoding to try when that of the body is wrong, or NULL. Danish feeds
 * that are not what they say are windows-1252, and without this "nede på
 * øen" would lose the letters that the rules look for.
 */
static const char *
other_encoding(const char *s, size_t n, int code)
{
	bool unknown = code == XML_ERR_UNSUPPORTED_ENCODING ||
		       code == XML_ERR_UNKNOWN_ENCODING;

	if (!unknown && !claims_utf8(s, n))
		return NULL;
	/* A torn body may end within a character. */
	for (int i = 0; i < 3 && n > 0 && (s[n - 1] & 0x80) != 0; i++)
		n--;
	if (utf8_valid(s, n))
		return unknown ? "UTF-8" : NULL;
	/* Bytes that windows-1252 leaves undefined, where iconv would stop. */
	for (size_t i = 0; i < n; i++)
		if (s[i] != '\0' &&
		    strchr("\x81\x8d\x8f\x90\x9d", s[i]) != NULL)
			return "ISO-8859-1";
	return "windows-1252";
}

xmlDoc *
xml_open(const char *s, size_t n, bool *complete, struct err *e)
{
	struct attempt a = {0};
	xmlDoc *doc;

	xmlSetExternalEntityLoader(refuse);
	xmlSetGenericErrorFunc(NULL, quiet);
	*complete = true;
	if (n == 0 || n > INT32_MAX) {
		err_set(e, n == 0 ? "empty body" : "body too large");
		return NULL;
	}
	if (body_is_html(s, n)) {
		err_set(e, "a web page (a login page?) in place of a feed");
		return NULL;
	}
	if (too_many_attributes(s, n)) {
		err_set(e, "XML: an element with more than %d attributes",
		    LIMIT_XML_ATTRIBUTES);
		return NULL;
	}
	doc = parse(s, n, &a, e);
	if (doc != NULL || a.dtd)
		return doc;
	*complete = false;
	a.encoding = other_encoding(s, n, a.code);
	if (a.encoding != NULL) {
		a.flags = XML_PARSE_IGNORE_ENC;
		doc = parse(s, n, &a, e);
	}
	if (doc == NULL && !a.dtd) {
		a.flags |= XML_PARSE_RECOVER;
		doc = parse(s, n, &a, e);
	}
	return doc;
}
