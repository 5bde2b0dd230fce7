/*
 * Unit tests of deliver/compose: what it makes in pieces, and keeps for the
 * next mail, is to the byte what GMime writes of a whole mail, whatever is in
 * it and in whatever order the mails come. A failure names its seed.
 */
#include <gmime/gmime.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/address.h"
#include "base/attr.h"
#include "base/clock.h"
#include "base/hash.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/mime.h"
#include "base/personal.h"
#include "base/str.h"
#include "deliver/compose.h"

#define VENDORS_COPY_TO "FMK-kontakter i kommunerne:;"
#define ROUNDS 300
#define MAILS 12 /* of a round, of which most has been there before */
#define PEOPLE 6

/* --- the mail as GMime writes it ------------------------------------------ */

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

/* Not g_mime_text_part_set_text(): it would choose a charset of its own. */
static GMimeObject *
text_part(const char *subtype, const char *s)
{
	GMimeTextPart *part = g_mime_text_part_new_with_subtype(subtype);
	GByteArray *bytes = encode(s);
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
	g_byte_array_unref(bytes);
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
	GMimeObject *text = text_part("plain", m->text), *html;
	GMimeMultipart *both;
	char *boundary;

	if (m->html[0] == '\0') {
		g_mime_message_set_mime_part(mail, text);
		g_object_unref(text);
		return;
	}
	html = text_part("html", m->html);
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

/* Release with g_free(). */
static char *
whole(const struct message *m, const struct mail_conf *conf)
{
	GMimeFormatOptions *format = g_mime_format_options_new();
	GMimeMessage *mail = g_mime_message_new(TRUE);
	struct err e;
	char *text;

	g_mime_format_options_set_newline_format(
	    format, GMIME_NEWLINE_FORMAT_DOS);
	if (set_headers(mail, m, conf, &e) == -1)
		fail_msg("%s", e.msg);
	set_body(mail, m);
	text = g_mime_object_to_string(GMIME_OBJECT(mail), format);
	g_object_unref(mail);
	g_mime_format_options_free(format);
	return text;
}

/* --- mails ---------------------------------------------------------------- */

static uint64_t seed;

static size_t
random_below(size_t n)
{
	seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407U;
	return (size_t)((seed >> 33) % n);
}

#define ONE_OF(a) ((a)[random_below(LENGTH(a))])

/* What is longer than a line. */
#define LONG_NAME \
	"en meget lang betegnelse på en vagt, som ikke kan stå på en linje"
#define LONG_ADDRESS                                            \
	"a.very.long.address.of.somebody.with.a.very.long.name" \
	"@a-very-long-name-of-a-domain.kommune.example.dk"
#define LONG_SUBJECT                                                          \
	"FMK er utilgængeligt i produktion, og det skal foldes, også hvor " \
	"der ingen_mellemrum_er_i_en_meget_lang_række_af_tegn_"              \
	"som_ikke_kan_deles_nogen_steder_overhovedet"
#define ASKING                                                            \
	"Kvittér: "                                                      \
	"https://alertd.example.dk/kvittering/@receipt-------------@ og " \
	"læs mere: https://alertd.example.dk/sag/7\n"
#define LONG_LINE                                                              \
	"en meget lang linje, som skal deles, men ikke midt i et æ, for så " \
	"er det ikke længere et æ, og det samme gælder ø og å, "          \
	"æøåæøåæøåæøåæøåæøåæøåæøå\n"
#define LONG_ID                                                             \
	"alertd.7.1.very.long.very.long.very.long.very.long.very.long.very" \
	".long.very.long@medcom.example.dk"

/* What people, feeds and configurations may hold. */
static const char *const names[] = {"", "Åse Ærø", "Drift, EOJ", "q\"uo\\te",
    " spaces ", "two\nlines", "\xff broken \xc3", "=?utf-8?q?x?=", "(so)", "x",
    LONG_NAME, "Bo Bødker"};
static const char *const addresses[] = {"bo@kommune.example.dk",
    "Aase.B@Kommune.Example.DK", "vagt+fmk@xn--kbenhavn-54a.example.dk",
    "u@a--b.example.dk", "u@ab--c.example.dk",
    "a!#$%&'*+-/=?^_`{|}~@example.dk", "no address", "", "bo@kommune",
    "æ@example.dk", LONG_ADDRESS, "0@1.x0"};
static const char *const subjects[] = {"FMK er nede – besked nr. 3", "",
    "plain", "two\r\nBcc: bo@example.dk", "\xff", LONG_SUBJECT,
    " leading and trailing "};
static const char *const texts[] = {"Hvad er ramt?\nFMK kan ikke bruges.\n", "",
    "no line feed", "\n", "\n\n\n", ".\n..\nfrom mars\nFrom mars\n",
    "trailing \n\t\nspaces   ", "a\r\nb\rc\x01\x7f\n", "=3D = == æøå\n",
    "\xff\xfe\xc3\n", ASKING, LONG_LINE};
static const char *const ids[] = {"fmk-7-3-0101@example.dk",
    "fmk-7-3-0147@example.dk", "", "no-at", "a b@example.dk", "<x@example.dk>",
    "\"q\"@example.dk", "æ@example.dk", "a(b)c@example.dk", "@", "a@b@c",
    LONG_ID};
static const char *const froms[] = {"MedCom <fmk@medcom.example.dk>",
    "fmk@medcom.example.dk", "\"Æ, Ø\" <fmk@Medcom.example.dk>"};
static const char *const replies[] = {
    "", "vagt@medcom.example.dk", "Vagt <vagt@medcom.example.dk>"};

/* One of them, with the code of its own where there is a place for one. */
static char *
some_text(void)
{
	char *text = xasprintf("%s%s", ONE_OF(texts), ONE_OF(texts));
	char code[TOKEN_SIZE];

	snprintf(code, sizeof(code), "%022zu", random_below(1000000));
	personal_fill(text, personal_token(CODE_RECEIPT), code);
	return text;
}

static void
some_people(struct recipient *r, size_t *n)
{
	*n = random_below(PEOPLE + 1);
	for (size_t i = 0; i < *n; i++) {
		xreplace(&r[i].name, ONE_OF(names));
		xreplace(&r[i].address, ONE_OF(addresses));
	}
}

/* As the mail before, but for some of it. */
static void
change(struct message *m, struct mail_conf *conf)
{
	if (random_below(8) == 0)
		xreplace(&conf->from, ONE_OF(froms));
	if (random_below(8) == 0)
		xreplace(&conf->reply_to, ONE_OF(replies));
	if (random_below(3) == 0)
		xreplace(&m->subject, ONE_OF(subjects));
	if (random_below(3) == 0) {
		free(m->text);
		m->text = some_text();
	}
	if (random_below(3) == 0) {
		free(m->html);
		m->html = some_text();
	}
	if (random_below(3) == 0)
		some_people(m->cc, &m->n_cc);
	some_people(m->to, &m->n_to);
	xreplace(&m->message_id, ONE_OF(ids));
	xreplace(&m->in_reply_to, ONE_OF(ids));
	m->created = 1774735980 + (int64_t)random_below(40000000);
	m->audience = random_below(4) == 0 ? ORG_VENDOR : ORG_MUNICIPALITY;
}

/* How many bytes are the same. */
static size_t
same_bytes(const char *a, const char *b)
{
	size_t i = 0;

	while (a[i] != '\0' && a[i] == b[i])
		i++;
	return i;
}

static void
is_whole(const struct message *m, const struct mail_conf *conf, size_t round)
{
	char *want = whole(m, conf);
	struct buf got;
	struct err e;
	size_t at;

	buf_init(&got, LIMIT_MAIL_BYTES);
	if (compose(m, conf, NULL, &got, &e) == -1)
		fail_msg("round %zu: %s", round, e.msg);
	at = same_bytes(want, buf_str(&got));
	if (want[at] != buf_str(&got)[at])
		fail_msg("round %zu, byte %zu: \"%.80s\", not \"%.80s\"", round,
		    at, buf_str(&got) + at, want + at);
	buf_clear(&got);
	g_free(want);
}

static void
one_round(size_t round)
{
	struct recipient to[PEOPLE] = {{0}}, cc[PEOPLE] = {{0}};
	struct mail_conf conf = {
	    .from = xstrdup(froms[0]), .reply_to = xstrdup("")};
	struct message m = {.subject = xstrdup(""),
	    .text = xstrdup(""),
	    .html = xstrdup(""),
	    .to = to,
	    .cc = cc};

	seed = round;
	for (size_t i = 0; i < MAILS; i++) {
		change(&m, &conf);
		is_whole(&m, &conf, round);
	}
	for (size_t i = 0; i < PEOPLE; i++) {
		free(to[i].name);
		free(to[i].address);
		free(cc[i].name);
		free(cc[i].address);
	}
	free(conf.from);
	free(conf.reply_to);
	free(m.subject);
	free(m.text);
	free(m.html);
	free(m.message_id);
	free(m.in_reply_to);
}

static void
test_whole(void **state)
{
	(void)state;
	for (size_t round = 0; round < ROUNDS; round++)
		one_round(round);
}

/* What compose() relies on: of ASCII, a domain needs no other name. */
static void
test_ascii_domains(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH(addresses); i++) {
		InternetAddress *a;

		if (!address_valid(addresses[i], NULL))
			continue;
		a = internet_address_mailbox_new(NULL, addresses[i]);
		assert_string_equal(internet_address_mailbox_get_idn_addr(
					INTERNET_ADDRESS_MAILBOX(a)),
		    addresses[i]);
		g_object_unref(a);
	}
}

static int
start(void **state)
{
	struct err e;

	(void)state;
	mime_start();
	return zone_set("Europe/Copenhagen", &e);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_whole),
	    cmocka_unit_test(test_ascii_domains),
	};

	return cmocka_run_group_tests(tests, start, NULL);
}
