#include <gmime/gmime.h>
#include <stdlib.h>
#include <string.h>

#include "base/address.h"
#include "base/attr.h"
#include "base/clock.h"
#include "base/hash.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/mime.h"
#include "base/str.h"
#include "deliver/compose.h"
#include "outbox/sender.h"

#define VENDORS_COPY_TO "FMK-kontakter i kommunerne:;"

/* One line of valid UTF-8: nothing in it can begin another header. */
static char *
one_line(const char *s)
{
	char *line = utf8_repair(s, strlen(s));

	for (char *p = line; *p != '\0'; p++)
		if ((unsigned char)*p < ' ' || *p == 0x7f)
			*p = ' ';
	return str_trim(line);
}

/* Texts keep line feeds and tabs; every line ends with one line feed. */
static char *
body_text(const char *s)
{
	char *text = utf8_repair(s, strlen(s)), *to = text;

	for (const char *p = text; *p != '\0'; p++)
		if (*p == '\n' || *p == '\t' || (unsigned char)*p >= ' ')
			*to++ = *p;
	*to = '\0';
	return text;
}

static void
add_mailbox(InternetAddressList *list, const char *name, const char *address)
{
	InternetAddress *mailbox;
	char *shown;

	if (!address_valid(address, NULL))
		return;
	shown = one_line(name);
	mailbox = internet_address_mailbox_new(
	    shown[0] == '\0' ? NULL : shown, address);
	internet_address_set_charset(mailbox, "utf-8");
	internet_address_list_add(list, mailbox);
	g_object_unref(mailbox);
	free(shown);
}

/* At once: at each change of its list, GMime writes the whole header anew. */
static void
add_recipients(InternetAddressList *list, const struct recipient *r, size_t n)
{
	InternetAddressList *all = internet_address_list_new();

	for (size_t i = 0; i < n; i++)
		add_mailbox(all, r[i].name, r[i].address);
	/* A field of nobody is none. */
	if (internet_address_list_length(all) > 0)
		internet_address_list_append(list, all);
	g_object_unref(all);
}

static void
set_header(GMimeMessage *mail, const char *name, const char *value)
{
	g_mime_object_set_header(GMIME_OBJECT(mail), name, value, "utf-8");
}

/* As written: GMime itself puts a space before the semicolon. */
static void
set_empty_group(GMimeMessage *mail)
{
	GMimeHeaderList *headers;

	set_header(mail, "To", VENDORS_COPY_TO);
	headers = g_mime_object_get_header_list(GMIME_OBJECT(mail));
	g_mime_header_set_raw_value(
	    g_mime_header_list_get_header(headers, "To"),
	    " " VENDORS_COPY_TO "\n");
}

/*
 * Always a To: libesmtp would else make one of the whole envelope. Who gets
 * the vendors' copy stands in Cc, as in the mails to the municipalities.
 */
static void
add_to_and_cc(GMimeMessage *mail, const struct message *m)
{
	InternetAddressList *to = g_mime_message_get_to(mail);
	InternetAddressList *cc = g_mime_message_get_cc(mail);
	bool copy = m->audience == ORG_VENDOR || m->n_to == 0;

	add_recipients(copy ? cc : to, m->to, m->n_to);
	add_recipients(cc, m->cc, m->n_cc);
	if (internet_address_list_length(to) == 0)
		set_empty_group(mail);
}

static int
add_mailbox_of(InternetAddressList *list, const char *what, const char *mailbox,
    struct err *e)
{
	char *name, *address;

	if (mailbox_parse(mailbox, &name, &address, e) == -1)
		return err_prefix(e, "%s: ", what);
	add_mailbox(list, name, address);
	free(name);
	free(address);
	if (internet_address_list_length(list) == 0)
		return err_set(e, "%s: not an address", what);
	return 0;
}

static void
set_date(GMimeMessage *mail, int64_t at)
{
	struct civil c = civil_local(at);
	GTimeZone *zone = g_time_zone_new_offset(c.offset);
	GDateTime *date = g_date_time_new(
	    zone, c.year, c.month, c.day, c.hour, c.minute, c.second);

	g_mime_message_set_date(mail, date);
	g_date_time_unref(date);
	g_time_zone_unref(zone);
}

/* An id as "<id>"; NULL when it is empty or could hold anything else. */
static char *
bracketed(const char *id)
{
	if (id[0] == '\0')
		return NULL;
	for (const char *p = id; *p != '\0'; p++)
		if (*p <= ' ' || *p == 0x7f || *p == '<' || *p == '>')
			return NULL;
	return xasprintf("<%s>", id);
}

static void
set_thread(GMimeMessage *mail, const struct message *m)
{
	char *id = bracketed(m->message_id);
	char *parent = bracketed(m->in_reply_to);

	if (id != NULL)
		g_mime_message_set_message_id(mail, m->message_id);
	if (parent != NULL) {
		set_header(mail, "In-Reply-To", parent);
		set_header(mail, "References", parent);
	}
	free(id);
	free(parent);
}

static int
set_headers(GMimeMessage *mail, const struct message *m,
    const struct mail_conf *conf, struct err *e)
{
	char *subject;

	if (add_mailbox_of(g_mime_message_get_from(mail), "mail.from",
		conf->from, e) == -1)
		return -1;
	if (conf->reply_to[0] != '\0' &&
	    add_mailbox_of(g_mime_message_get_reply_to(mail), "mail.reply_to",
		conf->reply_to, e) == -1)
		return -1;
	add_to_and_cc(mail, m);
	subject = one_line(m->subject);
	g_mime_message_set_subject(mail, subject, "utf-8");
	free(subject);
	set_date(mail, m->created);
	set_thread(mail, m);
	set_header(mail, "Auto-Submitted", "auto-generated");
	return 0;
}

/* The text as quoted-printable, its lines ended by CR LF. */
static GByteArray *
encode(const char *s)
{
	char *text = body_text(s);
	GMimeStream *out = g_mime_stream_mem_new();
	GMimeStream *in = g_mime_stream_filter_new(out);
	GMimeFilter *filters[] = {
	    g_mime_filter_basic_new(
		GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE, TRUE),
	    g_mime_filter_unix2dos_new(FALSE)};
	GByteArray *bytes = g_byte_array_new();

	for (size_t i = 0; i < LENGTH(filters); i++) {
		g_mime_stream_filter_add(GMIME_STREAM_FILTER(in), filters[i]);
		g_object_unref(filters[i]);
	}
	g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(out), FALSE);
	g_mime_stream_mem_set_byte_array(GMIME_STREAM_MEM(out), bytes);
	g_mime_stream_write(in, text, strlen(text));
	g_mime_stream_flush(in);
	g_object_unref(in);
	g_object_unref(out);
	free(text);
	return bytes;
}

/*
 * The same text goes to most organisations of a notice: what became of the
 * last one is kept, of each of the two forms.
 */
static GByteArray *
encoded(const char *s, size_t form)
{
	static struct {
		char *text;
		GByteArray *bytes;
	} kept[2];

	if (kept[form].text == NULL || strcmp(kept[form].text, s) != 0) {
		if (kept[form].bytes != NULL)
			g_byte_array_unref(kept[form].bytes);
		xreplace(&kept[form].text, s);
		kept[form].bytes = encode(s);
	}
	return kept[form].bytes;
}

/* Not g_mime_text_part_set_text(): it would choose a charset of its own. */
static GMimeObject *
text_part(const char *subtype, const char *s, size_t form)
{
	GMimeTextPart *part = g_mime_text_part_new_with_subtype(subtype);
	const GByteArray *bytes = encoded(s, form);
	GMimeStream *stream = g_mime_stream_mem_new_with_buffer(
	    bytes->len == 0 ? "" : (const char *)bytes->data, bytes->len);
	GMimeDataWrapper *content = g_mime_data_wrapper_new_with_stream(
	    stream, GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);

	g_mime_text_part_set_charset(part, "utf-8");
	g_mime_part_set_content(GMIME_PART(part), content);
	g_mime_part_set_content_encoding(
	    GMIME_PART(part), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
	g_object_unref(content);
	g_object_unref(stream);
	return GMIME_OBJECT(part);
}

/* "=_" stands in no quoted-printable text, so no text can end a part. */
static char *
boundary_of(const struct message *m)
{
	char hash[HASH_SIZE];

	sha256_hex(m->message_id, strlen(m->message_id), hash);
	return xasprintf("=_%.24s", hash);
}

static void
set_body(GMimeMessage *mail, const struct message *m)
{
	GMimeObject *text = text_part("plain", m->text, 0), *html;
	GMimeMultipart *both;
	char *boundary;

	if (m->html[0] == '\0') {
		g_mime_message_set_mime_part(mail, text);
		g_object_unref(text);
		return;
	}
	html = text_part("html", m->html, 1);
	both = g_mime_multipart_new_with_subtype("alternative");
	boundary = boundary_of(m);
	g_mime_multipart_set_boundary(both, boundary);
	g_mime_multipart_add(both, text);
	g_mime_multipart_add(both, html);
	g_mime_message_set_mime_part(mail, GMIME_OBJECT(both));
	g_object_unref(text);
	g_object_unref(html);
	g_object_unref(both);
	free(boundary);
}

static int
write_mail(GMimeMessage *mail, struct buf *out, struct err *e)
{
	GMimeFormatOptions *format = g_mime_format_options_new();
	GMimeStream *stream = g_mime_stream_mem_new();
	GByteArray *bytes;
	int r = 0;

	g_mime_format_options_set_newline_format(
	    format, GMIME_NEWLINE_FORMAT_DOS);
	g_mime_object_write_to_stream(GMIME_OBJECT(mail), format, stream);
	bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream));
	if (out->len + bytes->len > LIMIT_MAIL_BYTES ||
	    buf_add(out, bytes->data, bytes->len) == -1)
		r = err_set(e, "the mail has %u bytes, more than %d",
		    bytes->len, LIMIT_MAIL_BYTES);
	g_object_unref(stream);
	g_mime_format_options_free(format);
	return r;
}

int
compose(const struct message *m, const struct mail_conf *conf,
    const char *envelope_from, struct buf *out, struct err *e)
{
	GMimeMessage *mail;
	int r;

	mime_start();
	mail = g_mime_message_new(TRUE);
	if (envelope_from != NULL)
		buf_addf(out, "Return-Path: <%s>\r\n", envelope_from);
	r = set_headers(mail, m, conf, e);
	if (r == 0) {
		set_body(mail, m);
		r = write_mail(mail, out, e);
	}
	g_object_unref(mail);
	return r;
}

/* A mail of our own words: what is in a message cannot harm who forks. */
void
compose_ready(void)
{
	static bool ready;
	char empty[] = "", text[] = "\xc3\xa6\n", name[] = "\xc3\xa6",
	     address[] = "nobody@example.dk", id[] = "ready@example.dk";
	struct recipient to = {.name = name, .address = address};
	const struct mail_conf conf = {.from = address, .reply_to = address};
	const struct message m = {.channel = CHANNEL_MAIL,
	    .org = empty,
	    .org_name = empty,
	    .subject = text,
	    .text = text,
	    .html = text,
	    .message_id = id,
	    .in_reply_to = id,
	    .to = &to,
	    .n_to = 1};
	struct buf mail;
	struct err e;

	if (ready)
		return;
	ready = true;
	buf_init(&mail, LIMIT_MAIL_BYTES);
	compose(&m, &conf, NULL, &mail, &e);
	buf_clear(&mail);
}

char *
envelope_sender(
    const struct message *m, const struct mail_conf *conf, const char *from)
{
	if (str_empty(conf->bounces) || m->check == NULL)
		return xstrdup(from);
	return sender_format(
	    conf->bounces, conf->bounces_delimiter, m->id, m->check);
}
