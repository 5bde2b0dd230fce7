#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/dict.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "base/attr.h"
#include "base/limits.h"
#include "base/str.h"
#include "feed/field.h"
#include "feed/xmlbody.h"
#include "feed/xmlfix.h"

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
	const struct xml_reader *reader;
	bool recover;
	const char *refused; /* why nothing of it is to be used */
	size_t nodes; /* of the tree, about */
	int errors;
	bool unfinished; /* a comment or CDATA is open at the end */
	xmlEntity entity; /* the last of HTML that was asked for */
	xmlChar content[8];
};

static void
stop(xmlParserCtxt *ctxt, const char *why)
{
	struct seen *seen = ctxt->_private;

	if (seen->refused == NULL)
		seen->refused = why;
	xmlStopParser(ctxt);
}

/* Any declaration ends the parse: what it could make grow is never read. */
static void
entity_seen(void *arg, const xmlChar *name, int type, const xmlChar *public_id,
    const xmlChar *system_id, xmlChar *content)
{
	(void)name;
	(void)type;
	(void)public_id;
	(void)system_id;
	(void)content;
	stop(arg, "XML with a DTD of its own: refused");
}

/* An element, its texts, and its attributes with theirs. */
static size_t
weight(size_t attributes, size_t namespaces)
{
	return 2 + 2 * attributes + namespaces;
}

static void
start_element(void *arg, const xmlChar *name, const xmlChar *prefix,
    const xmlChar *uri, int n_ns, const xmlChar **ns, int n_attributes,
    int n_defaulted, const xmlChar **attributes)
{
	xmlParserCtxt *ctxt = arg;
	struct seen *seen = ctxt->_private;

	seen->nodes += weight((size_t)n_attributes, (size_t)n_ns);
	if (seen->nodes > LIMIT_XML_NODES)
		stop(ctxt, "XML: too many elements in one item");
	else if (xmlDictSize(ctxt->dict) > LIMIT_XML_NAMES)
		stop(ctxt, "XML: too many different names");
	else if (ctxt->nsNr / 2 > LIMIT_XML_NAMESPACES)
		stop(ctxt, "XML: too many namespaces");
	else
		xmlSAX2StartElementNs(ctxt, name, prefix, uri, n_ns, ns,
		    n_attributes, n_defaulted, attributes);
}

static size_t
weigh(const xmlNode *n)
{
	size_t attributes = 0, namespaces = 0, all = 0;

	if (n->type != XML_ELEMENT_NODE)
		return 0;
	for (const xmlAttr *a = n->properties; a != NULL; a = a->next)
		attributes++;
	for (const xmlNs *ns = n->nsDef; ns != NULL; ns = ns->next)
		namespaces++;
	for (const xmlNode *c = n->children; c != NULL; c = c->next)
		all += weigh(c);
	return all + weight(attributes, namespaces);
}

static void
drop(struct seen *seen, xmlNode *n)
{
	size_t all = weigh(n);

	seen->nodes -= all < seen->nodes ? all : seen->nodes;
	xmlUnlinkNode(n);
	xmlFreeNode(n);
}

/*
 * The parser may still hold the element itself: that goes with what stands
 * before the next one.
 */
static void
free_done(struct seen *seen, xmlNode *n)
{
	n->_private = n;
	while (n->children != NULL)
		drop(seen, n->children);
	while (n->prev != NULL &&
	       (n->prev->_private == n->prev || n->prev->type == XML_TEXT_NODE))
		drop(seen, n->prev);
}

static void
end_element(
    void *arg, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
	xmlParserCtxt *ctxt = arg;
	struct seen *seen = ctxt->_private;
	xmlNode *n = ctxt->node;

	xmlSAX2EndElementNs(ctxt, name, prefix, uri);
	if (n == NULL || seen->refused != NULL)
		return;
	if (seen->reader->ended(n, seen->recover, seen->reader->arg))
		free_done(seen, n);
}

/* A body with an error at each byte would be read for minutes. */
static void
count_error(void *arg, xmlError *error)
{
	xmlParserCtxt *ctxt = error->ctxt;
	struct seen *seen = ctxt == NULL ? NULL : ctxt->_private;

	(void)arg;
	/* A prefix that nobody declared is no mistake in the structure. */
	if (seen == NULL || error->domain == XML_FROM_NAMESPACE)
		return;
	if (error->code == XML_ERR_CDATA_NOT_FINISHED ||
	    error->code == XML_ERR_COMMENT_NOT_FINISHED ||
	    error->code == XML_ERR_PI_NOT_FINISHED)
		seen->unfinished = true;
	if (++seen->errors > LIMIT_XML_ERRORS)
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
	const struct xml_reader *reader;
	const char *encoding; /* in place of the body's own word; or NULL */
	bool recover;
	bool mend; /* what is like ASCII */
	bool utf8; /* and is UTF-8 but for some bytes */
	bool whole; /* well-formed */
	bool unfinished; /* a comment or CDATA is open at the end */
	bool refused; /* nor is it to be read in another way */
	int code; /* libxml2's last error */
};

static void
explain(struct attempt *a, const xmlError *last, struct err *e)
{
	char *text;

	if (last == NULL || last->message == NULL) {
		err_set(e, "XML cannot be read");
		return;
	}
	text = field_line(last->message, strlen(last->message), LIMIT_TITLE);
	err_set(e, "XML, line %d: %s", last->line, text);
	free(text);
	a->code = last->code;
}

static void
set_handlers(xmlParserCtxt *ctxt, struct seen *seen)
{
	xmlSAXHandler *sax = ctxt->sax;

	ctxt->_private = seen;
	sax->entityDecl = entity_seen;
	sax->getEntity = get_entity;
	sax->startElementNs = start_element;
	sax->endElementNs = end_element;
	sax->serror = count_error;
	sax->comment = NULL;
	sax->processingInstruction = NULL;
}

static xmlDoc *
parse(const char *s, size_t n, struct attempt *a, struct err *e)
{
	const int flags = XML_PARSE_NONET | XML_PARSE_NOCDATA |
			  XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
			  (a->recover ? XML_PARSE_RECOVER : 0) |
			  (a->encoding != NULL ? XML_PARSE_IGNORE_ENC : 0);
	struct xmlfix fix = {
	    .p = s, .end = s + n, .mend = a->mend, .utf8 = a->utf8};
	struct seen seen = {.reader = a->reader, .recover = a->recover};
	xmlParserCtxt *ctxt = xmlNewParserCtxt();
	xmlDoc *doc;

	if (ctxt == NULL) {
		err_set(e, "XML: out of memory");
		return NULL;
	}
	set_handlers(ctxt, &seen);
	doc = xmlCtxtReadIO(
	    ctxt, xmlfix_read, NULL, &fix, NULL, a->encoding, flags);
	if (doc != NULL && doc->intSubset != NULL &&
	    doc->intSubset->children != NULL)
		seen.refused = "XML with a DTD of its own: refused";
	a->whole = ctxt->wellFormed && seen.errors <= LIMIT_XML_ERRORS;
	a->unfinished = seen.unfinished;
	a->refused = seen.refused != NULL;
	if (a->refused) {
		xmlFreeDoc(doc);
		doc = NULL;
		err_set(e, "%s", seen.refused);
	} else if (doc == NULL) {
		explain(a, xmlCtxtGetLastError(ctxt), e);
	}
	xmlFreeParserCtxt(ctxt);
	return doc;
}

/* The encoding that the body declares, in out; "" when it does not. */
static void
declared(const char *s, size_t n, char *out, size_t size)
{
	char head[200], *end, *word;
	size_t len = 0;

	*out = '\0';
	n = n < sizeof(head) - 1 ? n : sizeof(head) - 1;
	memcpy(head, s, n);
	head[n] = '\0';
	end = strstr(head, "?>");
	if (end == NULL)
		return;
	*end = '\0';
	word = strstr(head, "encoding");
	if (word == NULL)
		return;
	word += strlen("encoding");
	word += strspn(word, " \t\r\n=\"'");
	len = strcspn(word, " \t\r\n\"'");
	if (len < size) {
		memcpy(out, word, len);
		out[len] = '\0';
	}
}

static bool
one_byte(const char *encoding)
{
	static const char *const sets[] = {"iso-8859-", "iso8859-", "iso_8859-",
	    "latin", "windows-125", "cp125", "us-ascii", "ascii"};

	for (size_t i = 0; i < LENGTH(sets); i++)
		if (strncasecmp(encoding, sets[i], strlen(sets[i])) == 0)
			return true;
	return false;
}

/* Code pages by number alone, which XML takes for no name of an encoding. */
static const char *
code_page(const char *encoding)
{
	static const char *const pages[] = {"437", "850", "852", "855", "857",
	    "860", "861", "862", "863", "865", "866"};

	for (size_t i = 0; i < LENGTH(pages); i++)
		if (strcmp(encoding, pages[i]) == 0)
			return pages[i];
	return NULL;
}

static bool
ascii(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((s[i] & 0x80) != 0)
			return false;
	return true;
}

/*
 * The encoding that the bytes themselves show, or NULL. A mark at the
 * beginning is right, whatever is declared. So are letters of UTF-8: in a set
 * of one byte each they would be two signs that nobody writes side by side.
 */
static const char *
shown_encoding(const char **s, size_t *n)
{
	char word[40];

	if (*n >= 3 && memcmp(*s, "\xef\xbb\xbf", 3) == 0) {
		*s += 3;
		*n -= 3;
		return utf8_valid(*s, *n) ? "UTF-8" : NULL;
	}
	if (*n >= 4 && (memcmp(*s, "\xff\xfe\0\0", 4) == 0 ||
			   memcmp(*s, "\0\0\xfe\xff", 4) == 0)) {
		*s += 4;
		*n -= 4;
		return (*s)[-1] == '\0' ? "UTF-32LE" : "UTF-32BE";
	}
	if (*n >= 2 && (memcmp(*s, "\xff\xfe", 2) == 0 ||
			   memcmp(*s, "\xfe\xff", 2) == 0)) {
		*s += 2;
		*n -= 2;
		return (*s)[-1] == '\xfe' ? "UTF-16LE" : "UTF-16BE";
	}
	if (*n >= 4 && (*s)[0] == '<' && (*s)[1] == '\0' && (*s)[3] == '\0')
		return (*s)[2] == '\0' ? NULL : "UTF-16LE";
	if (*n >= 4 && (*s)[0] == '\0' && (*s)[1] == '<' && (*s)[2] == '\0')
		return "UTF-16BE";
	declared(*s, *n, word, sizeof(word));
	if ((one_byte(word) || code_page(word) != NULL) && !ascii(*s, *n) &&
	    utf8_valid(*s, *n))
		return "UTF-8";
	return code_page(word);
}

/* Of two or four bytes a letter. */
static bool
is_wide(const char *s, size_t n)
{
	return memchr(s, '\0', n < 4 ? n : 4) != NULL;
}

/*
 * The encoding to try when that of the body is wrong, or NULL. Danish feeds
 * that are not what they say are windows-1252, and without this "nede på
 * øen" would lose the letters that the rules look for.
 */
static const char *
other_encoding(const char *s, size_t n, struct attempt *a)
{
	bool unknown = a->code == XML_ERR_UNSUPPORTED_ENCODING ||
		       a->code == XML_ERR_UNKNOWN_ENCODING;
	char word[40];

	declared(s, n, word, sizeof(word));
	if (is_wide(s, n) ||
	    (!unknown && *word != '\0' && strncasecmp(word, "utf-8", 5) != 0))
		return NULL;
	a->utf8 = utf8_mostly(s, n);
	/* A torn body may end within a character. */
	for (int i = 0; i < 3 && n > 0 && (s[n - 1] & 0x80) != 0; i++)
		n--;
	if (a->utf8 || utf8_valid(s, n))
		return "UTF-8";
	/* Bytes that windows-1252 leaves undefined, where iconv would stop. */
	for (size_t i = 0; i < n; i++)
		if (s[i] != '\0' &&
		    strchr("\x81\x8d\x8f\x90\x9d", s[i]) != NULL)
			return "ISO-8859-1";
	return "windows-1252";
}

static int
look_at(const char *s, size_t n, struct err *e)
{
	if (n == 0 || n > INT32_MAX)
		return err_set(e, n == 0 ? "empty body" : "body too large");
	if (body_is_html(s, n))
		return err_set(
		    e, "a web page (a login page?) in place of a feed");
	if (too_many_attributes(s, n))
		return err_set(e,
		    "XML: an element with more than %d attributes",
		    LIMIT_XML_ATTRIBUTES);
	return 0;
}

/* The last tag of the body is not that which ends its root. */
static bool
ends_early(const char *s, size_t n, const xmlDoc *doc)
{
	const xmlNode *root = xmlDocGetRootElement(doc);
	const char *name = root == NULL ? "" : (const char *)root->name, *tag;
	size_t len = strlen(name);

	while (n > 0 && strchr(" \t\r\n", s[n - 1]) != NULL)
		n--;
	if (n == 0 || s[--n] != '>')
		return true;
	while (n > 0 && strchr(" \t\r\n", s[n - 1]) != NULL)
		n--;
	if (n < len + 2)
		return true;
	tag = s + n - len;
	while (tag > s && (isalnum((unsigned char)tag[-1]) || tag[-1] == ':'))
		tag--; /* its prefix */
	return memcmp(s + n - len, name, len) != 0 || tag - s < 2 ||
	       memcmp(tag - 2, "</", 2) != 0;
}

static xmlDoc *
read_anew(const char *s, size_t n, struct attempt *a, struct err *e)
{
	xmlDoc *doc;

	a->reader->again(a->reader->arg);
	if (a->encoding == NULL)
		a->encoding = other_encoding(s, n, a);
	a->recover = true;
	a->mend = !is_wide(s, n);
	doc = parse(s, n, a, e);
	if (doc == NULL)
		a->reader->again(a->reader->arg);
	return doc;
}

xmlDoc *
xml_read(const char *s, size_t n, const struct xml_reader *r,
    enum xml_state *state, struct err *e)
{
	struct attempt a = {.reader = r};
	xmlDoc *doc;

	xmlSetExternalEntityLoader(refuse);
	xmlSetGenericErrorFunc(NULL, quiet);
	if (look_at(s, n, e) == -1)
		return NULL;
	a.encoding = shown_encoding(&s, &n);
	doc = parse(s, n, &a, e);
	*state = a.whole ? XML_WHOLE : XML_MENDED;
	if (doc != NULL || a.refused)
		return doc;
	doc = read_anew(s, n, &a, e);
	if (a.unfinished || ends_early(s, n, doc))
		*state = XML_TORN;
	return doc;
}
