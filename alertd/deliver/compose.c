#include <gmime/gmime.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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
	static const char none[] = "\x01\x02\x03\x04\x05\x06\x07\x08\x0b\x0c\r"
				   "\x0e\x0f\x10\x11\x12\x13\x14\x15\x16"
				   "\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f";
	char *text = utf8_repair(s, strlen(s));
	char *to = text + strcspn(text, none);

	for (const char *p = to; *p != '\0'; p++)
		if (strchr(none, *p) == NULL)
			*to++ = *p;
	*to = '\0';
	return text;
}

/* --- what is kept --------------------------------------------------------- */

/*
 * Most mails of a notice have most in common: what became of the last value of
 * each of these is kept, for the next.
 */
enum kept_of {
	KEPT_FROM,
	KEPT_REPLY_TO,
	KEPT_SUBJECT,
	KEPT_CC,
	KEPT_TEXT,
	KEPT_HTML,
	KEPT_COUNT
};

static struct kept {
	char *value;
	struct buf made;
} kept[KEPT_COUNT];

/*
 * Whether it is of another value: then NULL, and *made is empty for what
 * becomes of this one.
 */
static bool
kept_other(enum kept_of of, const char *value, struct buf **made)
{
	struct kept *k = &kept[of];

	*made = &k->made;
	if (k->value != NULL && strcmp(k->value, value) == 0)
		return false;
	xreplace(&k->value, value);
	buf_clear(&k->made);
	buf_init(&k->made, SIZE_MAX / 2);
	return true;
}

static void
add_kept(struct buf *out, const struct buf *made)
{
	buf_add(out, made->data, made->len);
	out->failed |= made->failed;
}

/* --- a field -------------------------------------------------------------- */

/* Text of GMime, its lines ended by CR LF. */
static void
add_lines(struct buf *b, const char *s, size_t n)
{
	while (n > 0) {
		const char *end = memchr(s, '\n', n);
		size_t len = end == NULL ? n : (size_t)(end - s);

		buf_add(b, s, len);
		s += len;
		n -= len;
		if (n > 0) {
			buf_adds(b, "\r\n");
			s++;
			n--;
		}
	}
}

static void
add_raw(struct buf *b, const char *name, const char *raw)
{
	buf_addf(b, "%s:", name);
	add_lines(b, raw, strlen(raw));
}

static void
add_text(struct buf *b, const char *name, const char *value)
{
	GMimeHeaderList *list = g_mime_header_list_new(NULL);
	GMimeHeader *header;

	g_mime_header_list_append(list, name, value, "utf-8");
	header = g_mime_header_list_get_header_at(list, 0);
	add_raw(b, name, g_mime_header_get_raw_value(header));
	g_object_unref(list);
}

static void
add_addresses(struct buf *b, const char *name, InternetAddressList *list)
{
	GString *s = g_string_new(name);

	/* It is folded by what stands before. */
	g_string_append(s, ": ");
	internet_address_list_encode(list, NULL, s);
	add_raw(b, name, s->str + strlen(name) + 1);
	g_string_free(s, TRUE);
}

/* --- addresses ------------------------------------------------------------ */

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
	/* Of ASCII, it is the same; to find that out is dear. */
	INTERNET_ADDRESS_MAILBOX(mailbox)->idn_addr = g_strdup(address);
	internet_address_list_add(list, mailbox);
	g_object_unref(mailbox);
	free(shown);
}

static void
add_people(InternetAddressList *list, const struct recipient *r, size_t n)
{
	for (size_t i = 0; i < n; i++)
		add_mailbox(list, r[i].name, r[i].address);
}

/* What they are, to be compared. */
static void
name_people(struct buf *b, const struct recipient *r, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (address_valid(r[i].address, NULL)) {
			char *shown = one_line(r[i].name);

			buf_addf(b, "%s\n%s\n", shown, r[i].address);
			free(shown);
		}
}

static void
add_to(struct buf *out, const struct recipient *r, size_t n)
{
	InternetAddressList *list = internet_address_list_new();

	add_people(list, r, n);
	if (internet_address_list_length(list) == 0)
		buf_adds(out, "To: " VENDORS_COPY_TO "\r\n");
	else
		add_addresses(out, "To", list);
	g_object_unref(list);
}

static void
add_cc(struct buf *out, const struct recipient *r, size_t n,
    const struct recipient *more, size_t n_more)
{
	InternetAddressList *list;
	struct buf who, *made;

	buf_init(&who, SIZE_MAX / 2);
	name_people(&who, r, n);
	name_people(&who, more, n_more);
	out->failed |= who.failed;
	if (kept_other(KEPT_CC, buf_str(&who), &made)) {
		list = internet_address_list_new();
		add_people(list, r, n);
		add_people(list, more, n_more);
		if (internet_address_list_length(list) > 0)
			add_addresses(made, "Cc", list);
		g_object_unref(list);
	}
	add_kept(out, made);
	buf_clear(&who);
}

/*
 * Always a To: libesmtp would else make one of the whole envelope. Who gets
 * the vendors' copy stands in Cc, as in the mails to the municipalities.
 */
static void
add_to_and_cc(struct buf *out, const struct message *m)
{
	bool copy = m->audience == ORG_VENDOR || m->n_to == 0;

	add_to(out, m->to, copy ? 0 : m->n_to);
	add_cc(out, m->to, copy ? m->n_to : 0, m->cc, m->n_cc);
}

static int
make_mailbox(
    struct buf *made, const char *name, const char *mailbox, struct err *e)
{
	InternetAddressList *list;
	char *who, *address;

	if (mailbox_parse(mailbox, &who, &address, e) == -1)
		return -1;
	list = internet_address_list_new();
	add_mailbox(list, who, address);
	add_addresses(made, name, list);
	g_object_unref(list);
	free(who);
	free(address);
	return 0;
}

static int
add_mailbox_of(struct buf *out, enum kept_of of, const char *name,
    const char *mailbox, struct err *e)
{
	struct buf *made;

	if (kept_other(of, mailbox, &made) &&
	    make_mailbox(made, name, mailbox, e) == -1) {
		free(kept[of].value);
		kept[of].value = NULL;
		return -1;
	}
	add_kept(out, made);
	return 0;
}

/* --- the other fields ----------------------------------------------------- */

static void
add_date(struct buf *out, int64_t at)
{
	struct civil c = civil_local(at);
	GTimeZone *zone = g_time_zone_new_offset(c.offset);
	GDateTime *date = g_date_time_new(
	    zone, c.year, c.month, c.day, c.hour, c.minute, c.second);
	char *text = g_mime_utils_header_format_date(date);

	buf_addf(out, "Date: %s\r\n", text);
	g_free(text);
	g_date_time_unref(date);
	g_time_zone_unref(zone);
}

static void
add_subject(struct buf *out, const char *subject)
{
	struct buf *made;

	if (kept_other(KEPT_SUBJECT, subject, &made)) {
		char *line = one_line(subject);

		add_text(made, "Subject", line);
		free(line);
	}
	add_kept(out, made);
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
add_thread(struct buf *out, const struct message *m)
{
	char *id = bracketed(m->message_id);
	char *parent = bracketed(m->in_reply_to);

	if (id != NULL)
		add_text(out, "Message-Id", id);
	if (parent != NULL) {
		add_text(out, "In-Reply-To", parent);
		add_text(out, "References", parent);
	}
	free(id);
	free(parent);
}

/* In the order in which people read it. */
static int
add_header(struct buf *out, const struct message *m,
    const struct mail_conf *conf, struct err *e)
{
	add_date(out, m->created);
	if (add_mailbox_of(out, KEPT_FROM, "From", conf->from, e) == -1)
		return err_prefix(e, "mail.from: ");
	if (conf->reply_to[0] != '\0' &&
	    add_mailbox_of(out, KEPT_REPLY_TO, "Reply-To", conf->reply_to, e) ==
		-1)
		return err_prefix(e, "mail.reply_to: ");
	add_subject(out, m->subject);
	add_to_and_cc(out, m);
	add_thread(out, m);
	buf_adds(out, "Auto-Submitted: auto-generated\r\n"
		      "MIME-Version: 1.0\r\n");
	return 0;
}

/* --- the body ------------------------------------------------------------- */

static void
add_encoded(struct buf *b, const char *s)
{
	char *text = body_text(s), *out;
	size_t n = strlen(text);
	GMimeEncoding state;

	g_mime_encoding_init_encode(
	    &state, GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
	out = xmalloc(g_mime_encoding_outlen(&state, n));
	add_lines(b, out, g_mime_encoding_flush(&state, text, n, out));
	free(out);
	free(text);
}

/* A part of the mail, or all of it. */
static void
add_part(struct buf *out, enum kept_of of, const char *subtype, const char *s)
{
	struct buf *made;

	if (kept_other(of, s, &made)) {
		buf_addf(made,
		    "Content-Type: text/%s; charset=utf-8\r\n"
		    "Content-Transfer-Encoding: quoted-printable\r\n\r\n",
		    subtype);
		add_encoded(made, s);
	}
	add_kept(out, made);
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
add_body(struct buf *out, const struct message *m)
{
	char *boundary;

	if (m->html[0] == '\0') {
		add_part(out, KEPT_TEXT, "plain", m->text);
		if (!str_ends(buf_str(out), "\r\n"))
			buf_adds(out, "\r\n");
		return;
	}
	boundary = boundary_of(m);
	buf_addf(out,
	    "Content-Type: multipart/alternative; boundary=\"%s\"\r\n\r\n"
	    "--%s\r\n",
	    boundary, boundary);
	add_part(out, KEPT_TEXT, "plain", m->text);
	buf_addf(out, "\r\n--%s\r\n", boundary);
	add_part(out, KEPT_HTML, "html", m->html);
	buf_addf(out, "\r\n--%s--\r\n", boundary);
	free(boundary);
}

int
compose(const struct message *m, const struct mail_conf *conf,
    const char *envelope_from, struct buf *out, struct err *e)
{
	mime_start();
	if (envelope_from != NULL)
		buf_addf(out, "Return-Path: <%s>\r\n", envelope_from);
	if (add_header(out, m, conf, e) == -1)
		return -1;
	add_body(out, m);
	if (buf_failed(out) || out->len > LIMIT_MAIL_BYTES)
		return err_set(
		    e, "the mail has more than %d bytes", LIMIT_MAIL_BYTES);
	return 0;
}

/* A mail of our own words: what is in a message cannot harm who forks. */
void
compose_ready(void)
{
	static pid_t ready;
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

	if (ready == getpid())
		return;
	ready = getpid();
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
