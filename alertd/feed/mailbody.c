#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "feed/charset.h"
#include "feed/field.h"
#include "feed/html.h"
#include "feed/mailbody.h"
#include "feed/mailtext.h"

/* A plain text so many times shorter than the HTML beside it is a stub. */
#define STUB 4
#define STUB_WORDS 100 /* that are looked for in it */

struct walk {
	const char *data; /* the mail as it came */
	size_t len;
	struct buf text;
	char *inner_subject;
	size_t parts;
	bool other; /* a part that is no text was passed by */
	bool whole;
};

static void walk(struct walk *w, GMimeObject *o, int depth);

/* The parts, and with them the mail, are those of outer. */
static void
walk_init(struct walk *w, const struct walk *outer)
{
	*w = (struct walk){
	    .data = outer->data,
	    .len = outer->len,
	    .parts = outer->parts,
	    .whole = true,
	};
	buf_init(&w->text, LIMIT_TEXT);
	w->inner_subject = xstrdup("");
}

static void
walk_clear(struct walk *w)
{
	buf_clear(&w->text);
	free(w->inner_subject);
}

/* What fits of a paragraph; the buffer is marked failed when not all did. */
static void
add_text(struct walk *w, const char *s)
{
	size_t room;

	if (str_empty(s))
		return;
	if (w->text.len > 0)
		buf_adds(&w->text, "\n\n");
	room = w->text.max - w->text.len;
	buf_add(&w->text, s, utf8_cut(s, room));
	if (strlen(s) > room)
		w->text.failed = true;
}

/* --- one part ---------------------------------------------------------------
 */

static GByteArray *
bytes_of(GMimeStream *stream)
{
	return g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream));
}

/* base64 comes in fours: what does not was torn. */
static bool
torn_base64(GMimePart *part, GMimeDataWrapper *content)
{
	GMimeStream *raw = g_mime_data_wrapper_get_stream(content);
	GMimeStream *copy;
	size_t n = 0;

	if (g_mime_part_get_content_encoding(part) !=
	    GMIME_CONTENT_ENCODING_BASE64)
		return false;
	copy = g_mime_stream_mem_new();
	g_mime_stream_reset(raw);
	g_mime_stream_write_to_stream(raw, copy);
	for (guint i = 0; i < bytes_of(copy)->len; i++) {
		unsigned char c = bytes_of(copy)->data[i];

		n += isalnum(c) || c == '+' || c == '/' || c == '=';
	}
	g_object_unref(copy);
	return n % 4 != 0;
}

/* The decoded bytes of a part as UTF-8; release with free(). */
static char *
part_text(struct walk *w, GMimePart *part)
{
	GMimeDataWrapper *content = g_mime_part_get_content(part);
	const char *charset = g_mime_object_get_content_type_parameter(
	    GMIME_OBJECT(part), "charset");
	GMimeStream *mem;
	char *text;

	if (content == NULL)
		return xstrdup("");
	if (torn_base64(part, content))
		w->whole = false;
	mem = g_mime_stream_mem_new();
	g_mime_data_wrapper_write_to_stream(content, mem);
	text = charset_text(charset == NULL ? "" : charset,
	    bytes_of(mem)->len == 0 ? "" : (const char *)bytes_of(mem)->data,
	    bytes_of(mem)->len, &w->whole);
	g_object_unref(mem);
	return text;
}

static bool
has_parameter(GMimePart *part, const char *name, const char *value)
{
	const char *s = g_mime_object_get_content_type_parameter(
	    GMIME_OBJECT(part), name);

	return s != NULL && strcasecmp(s, value) == 0;
}

static bool
is_attachment(GMimePart *part)
{
	const char *how = g_mime_object_get_disposition(GMIME_OBJECT(part));

	return (how != NULL && strcasecmp(how, "attachment") == 0) ||
	       g_mime_part_get_filename(part) != NULL;
}

static void
walk_part(struct walk *w, GMimePart *part)
{
	GMimeContentType *type = g_mime_object_get_content_type(
	    GMIME_OBJECT(part));
	bool html = g_mime_content_type_is_type(type, "text", "html");
	char *raw, *text;

	if (is_attachment(part) ||
	    (!html && !g_mime_content_type_is_type(type, "text", "plain"))) {
		w->other = true;
		return;
	}
	raw = part_text(w, part);
	if (html) {
		text = html_text(raw, strlen(raw));
		if (strlen(text) > LIMIT_TEXT - 4)
			w->text.failed = true;
	} else if (has_parameter(part, "format", "flowed")) {
		text = mailtext_unflow(
		    raw, has_parameter(part, "delsp", "yes"));
	} else {
		text = xstrdup(raw);
	}
	add_text(w, text);
	free(text);
	free(raw);
}

/* --- several ----------------------------------------------------------------
 */

static size_t
letters(const struct buf *b)
{
	size_t n = 0;

	for (size_t i = 0; i < b->len; i++)
		n += !isspace((unsigned char)b->data[i]);
	return n;
}

static void
take_walk(struct walk *w, struct walk *from)
{
	add_text(w, buf_str(&from->text));
	w->text.failed = w->text.failed || from->text.failed;
	w->whole = w->whole && from->whole;
	if (*w->inner_subject == '\0')
		xreplace(&w->inner_subject, from->inner_subject);
}

/*
 * Whether a tells what b does: it is not shorter; or not much, and has at
 * least half of the words with which b begins. "See the HTML" does not.
 */
static bool
tells(const struct buf *a, const struct buf *b)
{
	const char *s = buf_str(b);
	size_t words = 0, found = 0;

	if (letters(b) <= letters(a))
		return true;
	if (letters(b) > STUB * letters(a))
		return false;
	while (*s != '\0' && words < STUB_WORDS) {
		size_t n = strcspn(s, " \n");

		words += n > 0;
		found += n > 0 && memmem(buf_str(a), a->len, s, n) != NULL;
		s += n + (s[n] != '\0');
	}
	return 2 * found >= words;
}

/* The plain one of the children, unless another tells what it does not. */
static void
walk_alternative(struct walk *w, GMimeMultipart *m, int depth)
{
	struct walk best, other;
	int n = g_mime_multipart_get_count(m);

	walk_init(&best, w);
	for (int i = 0; i < n; i++) {
		GMimeObject *o = g_mime_multipart_get_part(m, i);
		GMimeContentType *type = g_mime_object_get_content_type(o);
		bool plain = g_mime_content_type_is_type(type, "text", "plain");

		walk_init(&other, w);
		walk(&other, o, depth);
		w->parts = other.parts;
		w->other = w->other || other.other;
		if (letters(&best.text) == 0 ||
		    (plain ? tells(&other.text, &best.text)
			   : !tells(&best.text, &other.text))) {
			walk_clear(&best);
			best = other;
		} else {
			walk_clear(&other);
		}
	}
	take_walk(w, &best);
	walk_clear(&best);
}

/* The line that ends the last part is not there: there may have been more. */
static bool
torn(const struct walk *w, GMimeMultipart *m)
{
	const char *boundary = g_mime_multipart_get_boundary(m);
	char *end;
	bool found;

	if (boundary == NULL)
		return true;
	end = xasprintf("--%s--", boundary);
	found = memmem(w->data, w->len, end, strlen(end)) != NULL;
	free(end);
	return !found;
}

static void
walk_multipart(struct walk *w, GMimeMultipart *m, int depth)
{
	GMimeContentType *type = g_mime_object_get_content_type(
	    GMIME_OBJECT(m));
	int n = g_mime_multipart_get_count(m);

	if (n == 0 || GMIME_IS_MULTIPART_ENCRYPTED(m) || torn(w, m))
		w->whole = false;
	if (n == 0 || GMIME_IS_MULTIPART_ENCRYPTED(m))
		return;
	if (g_mime_content_type_is_type(type, "multipart", "alternative")) {
		walk_alternative(w, m, depth);
		return;
	}
	/* What is signed, or has pictures, is the first; the rest belongs
	 * to it. */
	if (g_mime_content_type_is_type(type, "multipart", "signed") ||
	    g_mime_content_type_is_type(type, "multipart", "related"))
		n = 1;
	for (int i = 0; i < n; i++)
		walk(w, g_mime_multipart_get_part(m, i), depth);
}

/* A mail in the mail: its subject and its text. */
static void
walk_message(struct walk *w, GMimeMessage *mail, int depth)
{
	const char *subject = mail == NULL ? NULL
					   : g_mime_message_get_subject(mail);

	if (mail == NULL || g_mime_message_get_mime_part(mail) == NULL) {
		w->whole = false;
		return;
	}
	if (subject != NULL) {
		char *line = field_line(subject, strlen(subject), LIMIT_TITLE);

		add_text(w, line);
		if (*w->inner_subject == '\0')
			xreplace(&w->inner_subject, line);
		free(line);
	}
	walk(w, g_mime_message_get_mime_part(mail), depth);
}

static void
walk(struct walk *w, GMimeObject *o, int depth)
{
	if (depth >= LIMIT_MIME_DEPTH || w->parts >= LIMIT_MIME_PARTS) {
		w->whole = false;
		return;
	}
	w->parts++;
	if (GMIME_IS_MULTIPART(o))
		walk_multipart(w, GMIME_MULTIPART(o), depth + 1);
	else if (GMIME_IS_MESSAGE_PART(o))
		walk_message(w,
		    g_mime_message_part_get_message(GMIME_MESSAGE_PART(o)),
		    depth + 1);
	else if (GMIME_IS_MESSAGE_PARTIAL(o))
		w->whole = false;
	else if (GMIME_IS_PART(o))
		walk_part(w, GMIME_PART(o));
}

void
mailbody_read(
    GMimeMessage *mail, const char *data, size_t len, struct mail_body *out)
{
	struct walk w;
	GMimeObject *top = g_mime_message_get_mime_part(mail);

	walk_init(&w, &(struct walk){.data = data, .len = len});
	if (top != NULL)
		walk(&w, top, 0);
	*out = (struct mail_body){
	    .cut = buf_failed(&w.text),
	    /* A picture or a document that stands alone is not understood. */
	    .whole = w.whole && !(w.other && w.text.len == 0),
	    .inner_subject = w.inner_subject,
	};
	out->text = buf_steal(&w.text);
}

void
mailbody_clear(struct mail_body *b)
{
	free(b->text);
	free(b->inner_subject);
	*b = (struct mail_body){0};
}
