#include <arpa/inet.h>
#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/address.h"
#include "base/attr.h"
#include "base/clock.h"
#include "base/endpoint.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/rate.h"
#include "base/str.h"
#include "conf/schema.h"
#include "conf/secret.h"
#include "conf/weekday.h"

#define SHOWN_MAX 60 /* bytes of a wrong value that a message repeats */
#define URL_MAX 2000
#define PATH_LONGEST 1000
#define TEXT_ITEM 200

#define LOWER "abcdefghijklmnopqrstuvwxyz"
#define UPPER "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGITS "0123456789"

struct reading {
	const struct key *key;
	const struct ynode *at;
	const char *file;
	enum secret_use use;
	struct diags *problems;
};

typedef void reader_fn(const struct reading *r, const char *s, void *field);

char *
value_shown(const char *s)
{
	size_t n = utf8_cut(s, SHOWN_MAX);
	char *text = xasprintf(
	    "\"%.*s%s\"", (int)n, s, s[n] == '\0' ? "" : "\xe2\x80\xa6");

	for (char *p = text; *p != '\0'; p++)
		if ((unsigned char)*p < ' ' || *p == 0x7f)
			*p = ' ';
	return text;
}

/* "feeds[].poll: "5" is not a duration from … (example: 60s)". */
static void
wrong(const struct reading *r, const char *s, const char *why)
{
	char *shown = value_shown(s);

	diags_add(r->problems, r->file, r->at->line, r->at->col,
	    "%s: %s %s (example: %s)", r->key->path, shown, why,
	    r->key->example);
	free(shown);
}

static void
set_text(void *field, const char *s)
{
	xreplace(field, s);
}

static void
set_number(void *field, int64_t v)
{
	memcpy(field, &v, sizeof(v));
}

static bool
one_line(const struct reading *r, const char *s)
{
	for (const char *p = s; *p != '\0'; p++) {
		if ((unsigned char)*p >= ' ' && *p != 0x7f)
			continue;
		wrong(r, s, "holds a line break or control character");
		return false;
	}
	return true;
}

static void
read_text(const struct reading *r, const char *s, void *field)
{
	size_t n = strlen(s);
	char *why;

	if (!one_line(r, s))
		return;
	if ((int64_t)n >= r->key->min && (int64_t)n <= r->key->max) {
		set_text(field, s);
		return;
	}
	why = xasprintf("is %zu bytes long; there must be %lld to %lld", n,
	    (long long)r->key->min, (long long)r->key->max);
	wrong(r, s, why);
	free(why);
}

static void
read_of(const struct reading *r, const char *s, void *field, const char *set,
    const char *said)
{
	size_t n = strlen(s);
	char *why;

	if (strspn(s, set) == n && (int64_t)n >= r->key->min &&
	    (int64_t)n <= r->key->max) {
		set_text(field, s);
		return;
	}
	why = xasprintf("is not %lld to %lld of %s", (long long)r->key->min,
	    (long long)r->key->max, said);
	wrong(r, s, why);
	free(why);
}

static void
read_name(const struct reading *r, const char *s, void *field)
{
	read_of(r, s, field, LOWER DIGITS "-", "a-z 0-9 -");
}

static void
read_alnum(const struct reading *r, const char *s, void *field)
{
	read_of(r, s, field, LOWER UPPER DIGITS, "a-z A-Z 0-9");
}

/* The index of s in the key's words, or -1 with a mistake. */
static int
word_index(const struct reading *r, const char *s)
{
	const char *const *words = r->key->words;
	char *shown, *all;
	struct strv l = {0};

	for (int i = 0; words[i] != NULL; i++)
		if (strcmp(words[i], s) == 0)
			return i;
	for (size_t i = 0; words[i] != NULL; i++)
		strv_add(&l, words[i]);
	shown = value_shown(s);
	all = strv_join(&l, ", ");
	diags_add(r->problems, r->file, r->at->line, r->at->col,
	    "%s: %s is not one of %s", r->key->path, shown, all);
	free(all);
	free(shown);
	strv_clear(&l);
	return -1;
}

static void
read_choice(const struct reading *r, const char *s, void *field)
{
	if (word_index(r, s) != -1)
		set_text(field, s);
}

static void
read_word(const struct reading *r, const char *s, void *field)
{
	int i = word_index(r, s);

	/* Every enum of struct config is an unsigned int to the compiler. */
	if (i != -1)
		memcpy(field, &i, sizeof(i));
}

static void
read_number(const struct reading *r, const char *s, void *field)
{
	int64_t v;
	char *why;

	if (parse_int(s, r->key->min, r->key->max, &v) == 0) {
		set_number(field, v);
		return;
	}
	why = xasprintf("is not a whole number from %lld to %lld",
	    (long long)r->key->min, (long long)r->key->max);
	wrong(r, s, why);
	free(why);
}

/* Takes ownership of least and most. */
static void
wrong_range(const struct reading *r, const char *s, const char *kind,
    char *least, char *most)
{
	char *why = xasprintf("is not a %s from %s to %s", kind, least, most);

	wrong(r, s, why);
	free(why);
	free(most);
	free(least);
}

static void
read_duration(const struct reading *r, const char *s, void *field)
{
	int64_t v;

	if (parse_duration(s, &v) == 0 && v >= r->key->min &&
	    v <= r->key->max) {
		set_number(field, v);
		return;
	}
	wrong_range(r, s, "duration", format_duration(r->key->min),
	    format_duration(r->key->max));
}

static const struct {
	const char *name;
	int64_t bytes;
} size_units[] = {{"MiB", 1024 * 1024}, {"KiB", 1024}, {"", 1}};

static int
parse_size(const char *s, int64_t *out)
{
	size_t n = strspn(s, DIGITS);
	char *digits = xstrndup(s, n);
	int r = -1;

	for (size_t i = 0; i < LENGTH(size_units); i++) {
		if (strcmp(s + n, size_units[i].name) != 0)
			continue;
		r = parse_int(digits, 0, 1024 * 1024 * 1024, out);
		if (r == 0)
			*out *= size_units[i].bytes;
	}
	free(digits);
	return r;
}

static char *
format_size(int64_t v)
{
	size_t i = 0;

	while (v % size_units[i].bytes != 0)
		i++;
	return xasprintf(
	    "%lld%s", (long long)(v / size_units[i].bytes), size_units[i].name);
}

static void
read_size(const struct reading *r, const char *s, void *field)
{
	int64_t v;

	if (parse_size(s, &v) == 0 && v >= r->key->min && v <= r->key->max) {
		set_number(field, v);
		return;
	}
	wrong_range(
	    r, s, "size", format_size(r->key->min), format_size(r->key->max));
}

static void
read_rate(const struct reading *r, const char *s, void *field)
{
	struct rate v;
	char *why;

	if (rate_parse(s, &v) == 0) {
		memcpy(field, &v, sizeof(v));
		return;
	}
	why = xasprintf("is not a number from 1 to %d and one of /s, /min, /h, "
			"/d",
	    RATE_MOST);
	wrong(r, s, why);
	free(why);
}

/* Why the part of a URL after scheme:// is wrong, or NULL. */
static const char *
url_rest_wrong(const char *scheme, const char *rest)
{
	size_t host = strcspn(rest, "/?#");

	if (strcmp(scheme, "file") == 0)
		return rest[0] == '/' && rest[1] != '\0'
			   ? NULL
			   : "must be file:///PATH, with three slashes";
	if (memchr(rest, '@', host) != NULL)
		return "must not hold a user or password";
	if (host == 0 || rest[0] == ':')
		return "has no host";
	return NULL;
}

static const char *
url_wrong(const char *s, const char *const *schemes)
{
	if (strlen(s) > URL_MAX)
		return "is longer than 2000 bytes";
	for (const char *p = s; *p != '\0'; p++)
		if ((unsigned char)*p <= ' ' || (unsigned char)*p >= 0x7f)
			return "holds a space or a character outside ASCII";
	for (; *schemes != NULL; schemes++) {
		size_t n = strlen(*schemes);

		if (str_starts(s, *schemes) && str_starts(s + n, "://"))
			return url_rest_wrong(*schemes, s + n + 3);
	}
	return "";
}

/* A URL with a password in it is not repeated. */
static void
wrong_url(const struct reading *r, const char *s, const char *why)
{
	wrong(r, strchr(s, '@') == NULL ? s : "\xe2\x80\xa6", why);
}

static void
read_url(const struct reading *r, const char *s, void *field)
{
	const char *why = url_wrong(s, r->key->words);
	struct strv l = {0};
	char *all, *text;

	if (why == NULL) {
		set_text(field, s);
		return;
	}
	if (*why != '\0') {
		wrong_url(r, s, why);
		return;
	}
	for (size_t i = 0; r->key->words[i] != NULL; i++)
		strv_take(&l, xasprintf("%s://", r->key->words[i]));
	all = strv_join(&l, " or ");
	text = xasprintf("does not begin with %s", all);
	wrong_url(r, s, text);
	free(text);
	free(all);
	strv_clear(&l);
}

static void
read_host(const struct reading *r, const char *s, void *field)
{
	const char *colon = strchr(s, ':');
	struct in_addr v4;

	if (strspn(s, LOWER UPPER DIGITS "-.") == strlen(s) &&
	    strlen(s) <= 253 && *s != '.' && *s != '-' &&
	    strstr(s, "..") == NULL &&
	    (strspn(s, DIGITS ".") != strlen(s) || *s == '\0' ||
		inet_pton(AF_INET, s, &v4) == 1))
		set_text(field, s);
	else if (colon != NULL && colon[1] != '\0' &&
		 strspn(colon + 1, DIGITS) == strlen(colon + 1))
		wrong(r, s, "holds a port; give it its own key port:");
	else
		wrong(r, s, "is not a host name or an IPv4 address");
}

static void
read_listen(const struct reading *r, const char *s, void *field)
{
	struct endpoint p;
	struct err e;
	char *why;

	if (endpoint_parse(s, &p, &e) == 0) {
		set_text(field, s);
		return;
	}
	why = xasprintf("is not an address with a port: %s", e.msg);
	wrong(r, s, why);
	free(why);
}

static void
read_field(const struct reading *r, const char *s, void *field)
{
	read_of(r, s, field, LOWER UPPER DIGITS "-", "a-z A-Z 0-9 -");
}

static void
read_zone(const struct reading *r, const char *s, void *field)
{
	char *path = xasprintf("/usr/share/zoneinfo/%s", s);
	struct stat st;
	bool known = strspn(s, LOWER UPPER DIGITS "/_+-") == strlen(s) &&
		     *s != '/' && stat(path, &st) == 0 && S_ISREG(st.st_mode);

	if (known)
		set_text(field, s);
	else
		wrong(r, s, "is not a time zone of /usr/share/zoneinfo");
	free(path);
}

/* What is wrong with the file or folder, or NULL. */
static const char *
path_wrong(enum key_type type, const char *path)
{
	struct stat st;

	if (type == KEY_PATH || type == KEY_SOURCE)
		return NULL;
	if (stat(path, &st) == -1)
		return strerror(errno);
	if (type == KEY_FOLDER && !S_ISDIR(st.st_mode))
		return "not a folder";
	if (type == KEY_FILE && S_ISDIR(st.st_mode))
		return "a folder, not a file";
	if (access(path, type == KEY_FOLDER ? R_OK | X_OK : R_OK) == -1)
		return strerror(errno);
	return NULL;
}

static void
read_path(const struct reading *r, const char *s, void *field)
{
	char *path = *s == '\0' ? xstrdup("") : path_beside(r->file, s);
	const char *why;

	if (!one_line(r, s)) {
		free(path);
		return;
	}
	why = strlen(path) > PATH_LONGEST ? "too long"
	      : *path == '\0'		  ? NULL
					  : path_wrong(r->key->type, path);
	if (why == NULL)
		set_text(field, path);
	else
		diags_add(r->problems, r->file, r->at->line, r->at->col,
		    "%s: cannot use %.*s: %s", r->key->path, 200, path, why);
	free(path);
}

static void
read_source(const struct reading *r, const char *s, void *field)
{
	if (strstr(s, "://") != NULL)
		read_url(r, s, field);
	else
		read_path(r, s, field);
}

static void
read_handover(const struct reading *r, const char *s, void *field)
{
	const char *near;
	int64_t v;
	char *why;

	if (handover_parse(s, &v, &near) == 0) {
		set_number(field, v);
	} else if (near == NULL) {
		wrong(r, s, "is not a weekday and a time");
	} else {
		why = xasprintf(
		    "is not a weekday and a time; did you mean \"%s\"?", near);
		wrong(r, s, why);
		free(why);
	}
}

static void
read_date(const struct reading *r, const char *s, void *field)
{
	int64_t v;

	if (parse_date(s, &v) == 0)
		set_number(field, v);
	else
		wrong(r, s, "is not a date");
}

static void
read_wall(const struct reading *r, const char *s, void *field)
{
	int64_t v;

	if (parse_wall(s, &v) == 0)
		set_number(field, v);
	else
		wrong(r, s, "is not a date and a time");
}

static void
read_mailbox(const struct reading *r, const char *s, void *field)
{
	char *name, *address, *why;
	struct err e;

	if (*s == '\0') {
		set_text(field, s);
	} else if (mailbox_parse(s, &name, &address, &e) == 0) {
		free(name);
		free(address);
		set_text(field, s);
	} else {
		why = xasprintf("is not an address: %s", e.msg);
		wrong(r, s, why);
		free(why);
	}
}

static void
read_preset_name(const struct reading *r, const char *s, void *field)
{
	(void)field;
	if (*s == '\0')
		wrong(r, s, "is not the name of a preset");
}

static reader_fn *const readers[] = {
    [KEY_TEXT] = read_text,
    [KEY_NAME] = read_name,
    [KEY_ALNUM] = read_alnum,
    [KEY_CHOICE] = read_choice,
    [KEY_WORD] = read_word,
    [KEY_NUMBER] = read_number,
    [KEY_DURATION] = read_duration,
    [KEY_SIZE] = read_size,
    [KEY_RATE] = read_rate,
    [KEY_URL] = read_url,
    [KEY_HOST] = read_host,
    [KEY_LISTEN] = read_listen,
    [KEY_FIELD] = read_field,
    [KEY_ZONE] = read_zone,
    [KEY_PATH] = read_path,
    [KEY_FILE] = read_path,
    [KEY_FOLDER] = read_path,
    [KEY_MAILBOX] = read_mailbox,
    [KEY_PRESET] = read_preset_name,
    [KEY_HANDOVER] = read_handover,
    [KEY_DATE] = read_date,
    [KEY_WALL] = read_wall,
    [KEY_SOURCE] = read_source,
};

/* "@example.dk", by what an address of it would be. */
static bool
sender_domain(const char *s, struct err *e)
{
	char *address = xasprintf("x%s", s);
	bool valid = address_valid(address, e);

	free(address);
	return valid;
}

static char *
text_item(const struct reading *r, const char *s)
{
	if (!one_line(r, s))
		return NULL;
	if (*s != '\0' && strlen(s) <= TEXT_ITEM)
		return xstrdup(s);
	wrong(r, s, "is empty, or longer than 200 bytes");
	return NULL;
}

/* One item of a list of values; NULL with a mistake. */
static char *
list_value(const struct reading *r, const char *s)
{
	const char *what = "an e-mail address";
	char phone[PHONE_SIZE], *why;
	struct err e;

	if (r->key->type == KEY_WORDS)
		return word_index(r, s) == -1 ? NULL : xstrdup(s);
	if (r->key->type == KEY_TEXTS)
		return text_item(r, s);
	if (r->key->type == KEY_PHONES) {
		what = "a telephone number";
		if (phone_normalise(s, phone, &e) == 0)
			return xstrdup(phone);
	} else if (r->key->type == KEY_SENDERS && *s == '@') {
		what = "@ and a domain";
		if (sender_domain(s, &e))
			return xstrdup(s);
	} else if (address_valid(s, &e)) {
		return xstrdup(s);
	}
	why = xasprintf("is not %s: %s", what, e.msg);
	wrong(r, s, why);
	free(why);
	return NULL;
}

static void
read_list_value(struct reading *r, struct strv *l)
{
	char *s;

	if (r->at->kind != YNODE_SCALAR) {
		diags_add(r->problems, r->file, r->at->line, r->at->col,
		    "%s: expected one value (example: %s)", r->key->path,
		    r->key->example);
		return;
	}
	s = list_value(r, r->at->value);
	if (s != NULL && strv_has(l, s)) {
		wrong(r, r->at->value, "is there twice");
		free(s);
	} else if (s != NULL) {
		strv_take(l, s);
	}
}

static void
read_values(struct reading *r, const struct ynode *n, struct strv *l)
{
	if (n->kind != YNODE_LIST) {
		diags_add(r->problems, r->file, n->line, n->col,
		    "%s: expected a list (example: %s)", r->key->path,
		    r->key->example);
		return;
	}
	if ((int64_t)n->n > r->key->max) {
		diags_add(r->problems, r->file, n->line, n->col,
		    "%s: %zu in the list; there may be %lld", r->key->path,
		    n->n, (long long)r->key->max);
		return;
	}
	strv_clear(l); /* a list takes the place of the default */
	for (size_t i = 0; i < n->n; i++) {
		r->at = &n->items[i];
		read_list_value(r, l);
	}
}

static void
read_secret(const struct reading *r, void *field)
{
	char **to = field;
	char *s = secret_read(
	    r->at, r->file, r->key->path, r->use, r->problems);

	if (s == NULL)
		return;
	secret_free(*to);
	*to = s;
}

static void
read_scalar(const struct reading *r, void *field)
{
	if (r->at->kind != YNODE_SCALAR)
		diags_add(r->problems, r->file, r->at->line, r->at->col,
		    "%s: expected one value, not a %s (example: %s)",
		    r->key->path, r->at->kind == YNODE_LIST ? "list" : "map",
		    r->key->example);
	else if (r->at->value[0] == '\0' && !r->at->quoted)
		diags_add(r->problems, r->file, r->at->line, r->at->col,
		    "%s: the value is missing (example: %s)", r->key->path,
		    r->key->example);
	else
		readers[r->key->type](r, r->at->value, field);
}

/* A list of values, which is a struct strv. */
static bool
is_values(enum key_type type)
{
	return type == KEY_ADDRESSES || type == KEY_PHONES ||
	       type == KEY_SENDERS || type == KEY_WORDS || type == KEY_TEXTS;
}

void
value_read(const struct key *k, const struct ynode *n, const char *file,
    enum secret_use use, void *field, struct diags *problems)
{
	struct reading r = {
	    .key = k, .at = n, .file = file, .use = use, .problems = problems};

	if (is_values(k->type))
		read_values(&r, n, field);
	else if (k->type == KEY_SECRET)
		read_secret(&r, field);
	else
		read_scalar(&r, field);
}

static bool
is_text(enum key_type type)
{
	switch (type) {
	case KEY_TEXT:
	case KEY_NAME:
	case KEY_ALNUM:
	case KEY_CHOICE:
	case KEY_URL:
	case KEY_HOST:
	case KEY_LISTEN:
	case KEY_FIELD:
	case KEY_ZONE:
	case KEY_PATH:
	case KEY_FILE:
	case KEY_FOLDER:
	case KEY_MAILBOX:
	case KEY_SECRET:
	case KEY_SOURCE:
		return true;
	case KEY_WORD:
	case KEY_NUMBER:
	case KEY_DURATION:
	case KEY_SIZE:
	case KEY_RATE:
	case KEY_ADDRESSES:
	case KEY_PHONES:
	case KEY_SENDERS:
	case KEY_WORDS:
	case KEY_TEXTS:
	case KEY_HANDOVER:
	case KEY_DATE:
	case KEY_WALL:
	case KEY_LIST:
	case KEY_GATEWAYS:
	case KEY_PRESET:
	default:
		return false;
	}
}

void
value_default(const struct key *k, void *field)
{
	struct diags none = {0};
	char *text;
	struct ynode n;

	/* Not read_zone() and the like: a default needs no tzdata. */
	if (is_text(k->type)) {
		set_text(field, k->def == NULL ? "" : k->def);
		return;
	}
	if (k->def == NULL)
		return;
	if (is_values(k->type)) {
		strv_split(field, k->def, "[], ");
		return;
	}
	text = xstrdup(k->def);
	n = (struct ynode){.kind = YNODE_SCALAR, .value = text};
	value_read(k, &n, "", SECRET_SKIP, field, &none);
	assert(none.n == 0);
	diags_clear(&none);
	free(text);
}

void
value_clear(const struct key *k, void *field)
{
	if (is_values(k->type)) {
		strv_clear(field);
	} else if (is_text(k->type)) {
		char **s = field;

		secret_free(*s);
		*s = NULL;
	}
}
