#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/attr.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/mime.h"
#include "base/str.h"
#include "deliver/dsn.h"

/* The fields that are read; the rest is passed by. */
enum field { FINAL, ORIGINAL, ACTION, STATUS, DIAGNOSTIC, DISPOSITION, FIELDS };

static const char *const field_names[FIELDS] = {
    [FINAL] = "Final-Recipient",
    [ORIGINAL] = "Original-Recipient",
    [ACTION] = "Action",
    [STATUS] = "Status",
    [DIAGNOSTIC] = "Diagnostic-Code",
    [DISPOSITION] = "Disposition",
};

/* One recipient, or what is told of the mail itself. NULL: not told. */
struct group {
	char *fields[FIELDS];
};

void
dsn_clear(struct dsn *d)
{
	for (size_t i = 0; i < d->n; i++) {
		free(d->v[i].final);
		free(d->v[i].original);
		free(d->v[i].status);
		free(d->v[i].text);
	}
	free(d->v);
	free(d->to);
	*d = (struct dsn){0};
}

/* --- one recipient -------------------------------------------------------- */

static const char *
value_of(const struct group *g, enum field f)
{
	return g->fields[f] == NULL ? "" : g->fields[f];
}

/* "smtp; 550 …" without its type; the whole of what has none. */
static const char *
untyped(const char *s)
{
	size_t n = strcspn(s, "; ");

	if (s[n] != ';')
		return s;
	s += n + 1;
	return s + strspn(s, " ");
}

/* Of "rfc822; <bo@example.dk>"; release with free(). */
static char *
address_of(const char *s)
{
	char *copy = xstrdup(untyped(s));
	size_t n = strlen(copy);

	if (n > 2 && copy[0] == '<' && copy[n - 1] == '>') {
		memmove(copy, copy + 1, n - 2);
		copy[n - 2] = '\0';
	}
	return str_trim(copy);
}

/* "5.1.1" of "5.1.1 (bad mailbox)", or ""; release with free(). */
static char *
status_of(const char *s)
{
	size_t n = strspn(s, "0123456789.");

	if (n < 5 || n > 9 || strchr("245", s[0]) == NULL || s[1] != '.')
		return xstrdup("");
	return xstrndup(s, n);
}

/* The first word is the one, in any case of letters. */
static bool
is_word(const char *s, const char *word)
{
	size_t n = strlen(word);

	return strncasecmp(s, word, n) == 0 && strchr(" ;/(\t", s[n]) != NULL;
}

static enum dsn_action
action_of(const struct group *g, const char *status)
{
	static const struct {
		const char *word;
		char class; /* of the status, for who forgot the word */
		enum dsn_action action;
	} all[] = {
	    {"failed", '5', DSN_FAILED},
	    {"delayed", '4', DSN_DELAYED},
	    {"delivered", '2', DSN_DELIVERED},
	    {"relayed", 0, DSN_OTHER},
	    {"expanded", 0, DSN_OTHER},
	    /* What a reader's program did with it. */
	    {"displayed", 0, DSN_DELIVERED},
	    {"dispatched", 0, DSN_DELIVERED},
	    {"processed", 0, DSN_DELIVERED},
	};
	const char *s = value_of(g, ACTION);

	if (*s == '\0')
		s = untyped(value_of(g, DISPOSITION));
	for (size_t i = 0; i < LENGTH(all); i++)
		if (*s != '\0' ? is_word(s, all[i].word)
			       : all[i].class != 0 && *status == all[i].class)
			return all[i].action;
	return DSN_OTHER;
}

static void
take_group(struct dsn *d, const struct group *g)
{
	struct dsn_recipient *r;
	const char *text = untyped(value_of(g, DIAGNOSTIC));

	if (*value_of(g, FINAL) == '\0' && *value_of(g, ORIGINAL) == '\0')
		return;
	if (d->n >= LIMIT_BOUNCE_RECIPIENTS)
		return;
	d->v = xreallocarray(d->v, d->n + 1, sizeof(*d->v));
	r = &d->v[d->n++];
	*r = (struct dsn_recipient){
	    .final = address_of(value_of(g, FINAL)),
	    .original = address_of(value_of(g, ORIGINAL)),
	    .status = status_of(value_of(g, STATUS)),
	};
	r->action = action_of(g, r->status);
	r->text = xstrdup(*text != '\0'	       ? text
			  : *r->status != '\0' ? r->status
					       : "no reason given");
}

static void
group_end(struct dsn *d, struct group *g)
{
	take_group(d, g);
	for (size_t i = 0; i < FIELDS; i++)
		free(g->fields[i]);
	*g = (struct group){{0}};
}

/* --- all of them ---------------------------------------------------------- */

/* "Name: value", unfolded; the first of a name counts. */
static void
take_field(struct group *g, const char *s, size_t n)
{
	const char *colon = memchr(s, ':', n);
	size_t len = colon == NULL ? 0 : (size_t)(colon - s);

	for (size_t i = 0; len > 0 && i < FIELDS; i++)
		if (strlen(field_names[i]) == len && g->fields[i] == NULL &&
		    strncasecmp(s, field_names[i], len) == 0)
			g->fields[i] = str_line(
			    colon + 1, n - len - 1, LIMIT_REPLY);
}

/* The length of a field: its line, and those that go on from it. */
static size_t
field_size(const char *s, size_t n)
{
	size_t at = 0;

	do {
		const char *end = memchr(s + at, '\n', n - at);

		at = end == NULL ? n : (size_t)(end - s) + 1;
	} while (at < n && (s[at] == ' ' || s[at] == '\t'));
	return at;
}

static bool
is_blank(const char *s, size_t n)
{
	return n == 0 || s[0] == '\n' ||
	       (n > 1 && s[0] == '\r' && s[1] == '\n');
}

static void
take_fields(struct dsn *d, const char *s, size_t n)
{
	struct group g = {{0}};

	while (n > 0) {
		size_t size = field_size(s, n);

		if (is_blank(s, n)) {
			group_end(d, &g);
			size = s[0] == '\n' ? 1 : 2;
		} else {
			take_field(&g, s, size);
		}
		s += size;
		n -= size;
	}
	group_end(d, &g);
}

/* --- the mail ------------------------------------------------------------- */

static const char *const report_types[] = {"delivery-status",
    "global-delivery-status", "disposition-notification",
    "global-disposition-notification"};

static bool
is_report_part(GMimeObject *o)
{
	GMimeContentType *type = g_mime_object_get_content_type(o);

	for (size_t i = 0; i < LENGTH(report_types); i++)
		if (GMIME_IS_PART(o) && g_mime_content_type_is_type(
					    type, "message", report_types[i]))
			return true;
	return false;
}

/*
 * The part of a multipart/report that says what became of whom, or NULL. Not
 * in a mail that it passes on: that may be a report of something else.
 */
static GMimePart *
find_part(GMimeObject *o, bool in_report, int depth, size_t *parts)
{
	GMimeMultipart *m;
	GMimePart *found = NULL;
	int n;

	if (o == NULL || depth >= LIMIT_MIME_DEPTH ||
	    (*parts)++ >= LIMIT_MIME_PARTS)
		return NULL;
	if (in_report && is_report_part(o))
		return GMIME_PART(o);
	if (!GMIME_IS_MULTIPART(o))
		return NULL;
	in_report = g_mime_content_type_is_type(
	    g_mime_object_get_content_type(o), "multipart", "report");
	m = GMIME_MULTIPART(o);
	n = g_mime_multipart_get_count(m);
	for (int i = 0; found == NULL && i < n; i++)
		found = find_part(g_mime_multipart_get_part(m, i), in_report,
		    depth + 1, parts);
	return found;
}

static void
take_part(struct dsn *d, GMimePart *part)
{
	GMimeDataWrapper *content = g_mime_part_get_content(part);
	GMimeStream *mem;
	GByteArray *bytes;

	if (content == NULL)
		return;
	mem = g_mime_stream_mem_new();
	g_mime_data_wrapper_write_to_stream(content, mem);
	bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(mem));
	if (bytes->len > 0)
		take_fields(d, (const char *)bytes->data, bytes->len);
	g_object_unref(mem);
}

static char *
to_of(GMimeMessage *mail)
{
	InternetAddressList *l = g_mime_message_get_to(mail);
	InternetAddress *one;
	const char *s = NULL;

	if (l == NULL || internet_address_list_length(l) != 1)
		return xstrdup("");
	one = internet_address_list_get_address(l, 0);
	if (INTERNET_ADDRESS_IS_MAILBOX(one))
		s = internet_address_mailbox_get_addr(
		    INTERNET_ADDRESS_MAILBOX(one));
	return s == NULL ? xstrdup("") : str_line(s, strlen(s), LIMIT_ADDRESS);
}

/* Written by a program in answer to a mail (RFC 3834), and no report. */
static bool
is_automatic(GMimeMessage *mail)
{
	const char *by = g_mime_object_get_header(
	    GMIME_OBJECT(mail), "Auto-Submitted");

	return by != NULL && strcasestr(by, "auto-replied") != NULL;
}

static int
read_mail(GMimeMessage *mail, struct dsn *out, struct err *e)
{
	size_t parts = 0;
	GMimePart *part = find_part(
	    g_mime_message_get_mime_part(mail), false, 0, &parts);

	out->to = to_of(mail);
	if (part != NULL)
		take_part(out, part);
	if (out->n > 0)
		return 0;
	if (part == NULL && is_automatic(mail))
		return 1;
	return err_set(e, part == NULL
			      ? "not understood: it is no delivery status "
				"notification (RFC 3464)"
			      : "not understood: it names no recipient");
}

int
dsn_read(const char *data, size_t len, struct dsn *out, struct err *e)
{
	size_t skip = mime_envelope(data, len);
	GMimeMessage *mail = NULL;
	int r;

	*out = (struct dsn){0};
	data += skip;
	len = mime_sensible(data, len - skip);
	if (len > 0)
		mail = mime_parse(data, len);
	if (mail == NULL) {
		out->to = xstrdup("");
		return err_set(e, "not understood: it is no mail");
	}
	r = read_mail(mail, out, e);
	g_object_unref(mail);
	return r;
}
