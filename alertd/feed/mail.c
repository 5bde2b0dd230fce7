#include <ctype.h>
#include <gmime/gmime.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/hash.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/mime.h"
#include "base/words.h"
#include "feed/date.h"
#include "feed/field.h"
#include "feed/mail.h"
#include "feed/mailbody.h"
#include "feed/mailtext.h"
#include "feed/state.h"

/* A mail that was so long under way tells a wrong date: seconds. */
#define UNDER_WAY (7 * 86400)
/* Paragraphs in which a Statuspage mail comes to its point. */
#define STATE_PARAGRAPHS 8

static void
mail_init(struct mail *m)
{
	*m = (struct mail){
	    .id = xstrdup(""),
	    .from = xstrdup(""),
	    .subject = xstrdup(""),
	    .at = TIME_NONE,
	    .text = xstrdup(""),
	    .quoted = xstrdup(""),
	    .status = xstrdup(""),
	    .machine = xstrdup(""),
	    .whole = true,
	};
}

void
mail_clear(struct mail *m)
{
	free(m->id);
	strv_clear(&m->links);
	free(m->from);
	free(m->subject);
	free(m->text);
	free(m->quoted);
	free(m->status);
	free(m->machine);
	strv_clear(&m->results);
	*m = (struct mail){0};
}

/* Takes ownership of value. */
static void
set(char **field, char *value)
{
	free(*field);
	*field = value;
}

/* --- the header -------------------------------------------------------------
 */

/* A header as it stands in the mail, or NULL. */
static const char *
raw_header(GMimeMessage *mail, const char *name)
{
	GMimeHeaderList *l = g_mime_object_get_header_list(GMIME_OBJECT(mail));
	GMimeHeader *h = g_mime_header_list_get_header(l, name);

	return h == NULL ? NULL : g_mime_header_get_raw_value(h);
}

/* Adds the ids in "<a@b> <c@d>", at most so many in all, none twice. */
static void
add_ids(struct strv *l, const char *s, size_t most)
{
	const char *open = s == NULL ? NULL : strchr(s, '<'), *end;

	for (; open != NULL; open = strchr(end, '<')) {
		char *id;

		end = strchr(open, '>');
		if (end == NULL || l->n >= most)
			return;
		id = field_id(open + 1, (size_t)(end - open) - 1);
		if (*id == '\0' || strv_has(l, id))
			free(id);
		else
			strv_take(l, id);
	}
}

/* The one address of the one From, in lower case; "" else. */
static char *
sender(GMimeMessage *mail)
{
	GMimeHeaderList *l = g_mime_object_get_header_list(GMIME_OBJECT(mail));
	InternetAddressList *from = g_mime_message_get_from(mail);
	InternetAddress *one;
	const char *address = NULL;
	char *s;
	int n = 0;

	for (int i = 0; i < g_mime_header_list_get_count(l); i++) {
		GMimeHeader *h = g_mime_header_list_get_header_at(l, i);

		n += strcasecmp(g_mime_header_get_name(h), "From") == 0;
	}
	if (n != 1 || internet_address_list_length(from) != 1)
		return xstrdup("");
	one = internet_address_list_get_address(from, 0);
	if (INTERNET_ADDRESS_IS_MAILBOX(one))
		address = internet_address_mailbox_get_addr(
		    INTERNET_ADDRESS_MAILBOX(one));
	if (address == NULL)
		return xstrdup("");
	s = field_line(address, strlen(address), LIMIT_ADDRESS);
	for (char *p = s; *p != '\0'; p++)
		if (*p >= 'A' && *p <= 'Z')
			*p = (char)(*p - 'A' + 'a');
	return s;
}

static int64_t
date_of(const char *s)
{
	char *copy;
	int64_t t;

	if (s == NULL)
		return TIME_NONE;
	copy = field_line(s, strcspn(s, "("), LIMIT_TITLE);
	t = feed_date(copy);
	free(copy);
	return t;
}

/* When it was written; a date that cannot be is that of its arrival. */
static int64_t
written(GMimeMessage *mail, int64_t file)
{
	const char *received = raw_header(mail, "Received");
	const char *semicolon = received == NULL ? NULL
						 : strrchr(received, ';');
	int64_t at = date_of(raw_header(mail, "Date"));
	int64_t arrived = date_of(semicolon == NULL ? NULL : semicolon + 1);

	if (arrived == TIME_NONE || (file != TIME_NONE && arrived > file))
		arrived = file;
	if (arrived == TIME_NONE)
		return at;
	if (at == TIME_NONE || at < arrived - UNDER_WAY)
		return arrived;
	return at < arrived ? at : arrived;
}

static void
take_results(GMimeMessage *mail, struct mail *m)
{
	GMimeHeaderList *l = g_mime_object_get_header_list(GMIME_OBJECT(mail));
	bool received = false;

	for (int i = 0; i < g_mime_header_list_get_count(l); i++) {
		GMimeHeader *h = g_mime_header_list_get_header_at(l, i);
		const char *name = g_mime_header_get_name(h);

		received = received || strcasecmp(name, "Received") == 0;
		if (strcasecmp(name, "Authentication-Results") != 0 ||
		    m->results.n >= LIMIT_MAIL_REFERENCES)
			continue;
		strv_add(&m->results, g_mime_header_get_raw_value(h));
		m->n_above += !received;
	}
}

/* What no person and no page wrote: it quotes others, and may quote us. */
static const char *
machine(GMimeMessage *mail)
{
	GMimeObject *top = g_mime_message_get_mime_part(mail);
	const char *by = raw_header(mail, "Auto-Submitted");

	if (top != NULL &&
	    g_mime_content_type_is_type(
		g_mime_object_get_content_type(top), "multipart", "report"))
		return "a delivery report";
	if (by != NULL && strcasestr(by, "auto-replied") != NULL)
		return "an automatic reply";
	return "";
}

static void
take_header(GMimeMessage *mail, int64_t arrived, struct mail *m)
{
	const char *subject = g_mime_message_get_subject(mail);
	struct strv own = {0};

	add_ids(&own, raw_header(mail, "Message-ID"), 1);
	if (own.n > 0)
		xreplace(&m->id, own.v[0]);
	strv_clear(&own);
	add_ids(&m->links, raw_header(mail, "References"),
	    LIMIT_MAIL_REFERENCES - 1);
	add_ids(&m->links, raw_header(mail, "In-Reply-To"), m->links.n + 1);
	set(&m->from, sender(mail));
	m->at = written(mail, arrived);
	take_results(mail, m);
	xreplace(&m->machine, machine(mail));
	if (subject != NULL)
		set(&m->subject,
		    field_line(subject, strlen(subject), LIMIT_TITLE));
}

/* --- the text ---------------------------------------------------------------
 */

/*
 * Reads text from a paragraph on as a Statuspage mail; false when it has not
 * that form. What stands before the paragraph stays in front.
 */
static bool
state_at(struct mail *m, size_t from)
{
	struct report r;
	char *older, *newest;

	report_init(&r);
	xreplace(&r.text, m->text + from);
	state_from_text(&r);
	if (strcmp(r.text, m->text + from) == 0) {
		report_clear(&r);
		return false;
	}
	newest = xasprintf(
	    "%.*s%.*s", (int)from, m->text, (int)r.newest, r.text);
	older = xasprintf("%s\n\n%s", r.text + r.newest, m->quoted);
	set(&m->text, field_text(newest, strlen(newest), LIMIT_TEXT));
	set(&m->quoted, field_text(older, strlen(older), LIMIT_TEXT));
	/* "Update" is no state. */
	xreplace(&m->status, r.phase == PHASE_UNKNOWN ? "" : r.status);
	m->update = true;
	free(newest);
	free(older);
	report_clear(&r);
	return true;
}

/* "Resolved - …", with a date above it or not: a look before the reading. */
static bool
may_be_state(const char *s)
{
	size_t n = strcspn(s, "\n");

	if (s[n] != '\0')
		n += 1 + strcspn(s + n + 1, "\n");
	return isupper((unsigned char)*s) && memmem(s, n, " -", 2) != NULL;
}

static void
take_state(struct mail *m)
{
	const char *p = m->text;

	for (int i = 0; i < STATE_PARAGRAPHS && p != NULL; i++) {
		if (may_be_state(p) && state_at(m, (size_t)(p - m->text)))
			return;
		p = strchr(p, '\n');
		if (p != NULL)
			p += strspn(p, "\n");
	}
}

static void
take_text(GMimeMessage *mail, const char *data, size_t len, struct mail *m)
{
	struct mail_body b;
	bool quoted;

	mailbody_read(mail, data, len, &b);
	free(m->text);
	free(m->quoted);
	quoted = mailtext_split(
	    b.text, mailtext_forwarded(m->subject), &m->text, &m->quoted);
	/* Where only what it quotes was cut, all that is new is there. */
	if (!b.whole || (b.cut && !quoted))
		m->whole = false;
	if (*m->subject == '\0')
		xreplace(&m->subject, b.inner_subject);
	mailbody_clear(&b);
	take_state(m);
}

/* The identity of a mail that has none: of what it says. */
static char *
made_id(const struct mail *m)
{
	char hex[HASH_SIZE];
	char *all = xasprintf("%s\n%lld\n%s\n%s\n%s", m->from, (long long)m->at,
	    m->subject, m->text, m->quoted);

	sha256_hex(all, strlen(all), hex);
	free(all);
	return xstrdup(hex);
}

/* --- all of it --------------------------------------------------------------
 */

size_t
mail_header_size(const char *data, size_t len)
{
	const char *lf = memmem(data, len, "\n\n", 2);
	const char *crlf = memmem(data, len, "\n\r\n", 3);

	if (crlf != NULL && (lf == NULL || crlf < lf))
		return (size_t)(crlf - data) + 3;
	return lf == NULL ? len : (size_t)(lf - data) + 2;
}

/* A NUL hides from GMime, and from us, what another program reads there. */
static bool
nul_in_header(const char *data, size_t len)
{
	return memchr(data, '\0', mail_header_size(data, len)) != NULL;
}

int
mail_read(const char *data, size_t size, bool cut, int64_t arrived,
    struct mail *out, struct err *e)
{
	size_t skip = mime_envelope(data, size), len;
	GMimeMessage *mail = NULL;
	GMimeHeaderList *headers;

	mail_init(out);
	data += skip;
	len = mime_sensible(data, size - skip);
	if (len < size - skip)
		cut = true;
	if (len > 0)
		mail = mime_parse(data, len);
	headers = mail == NULL
		      ? NULL
		      : g_mime_object_get_header_list(GMIME_OBJECT(mail));
	if (headers == NULL || g_mime_header_list_get_count(headers) == 0) {
		if (mail != NULL)
			g_object_unref(mail);
		return err_set(e, "no mail: it has no header");
	}
	take_header(mail, arrived, out);
	if (nul_in_header(data, len))
		xreplace(&out->from, "");
	take_text(mail, data, len, out);
	if (cut)
		out->whole = false;
	if (*out->id == '\0')
		set(&out->id, made_id(out));
	g_object_unref(mail);
	return 0;
}
