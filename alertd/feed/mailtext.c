#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/attr.h"
#include "base/buf.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "feed/field.h"
#include "feed/mailtext.h"

#define RULER 20 /* underscores that Outlook puts above a header */
#define HEADER_LINES 12
#define ATTRIBUTION_LINES 3

/* Lines without their ends, in one copy of the text. */
struct lines {
	char *copy;
	char **v;
	size_t n;
};

static void
lines_open(struct lines *l, const char *text)
{
	size_t room = 1;
	char *next;

	for (const char *p = text; *p != '\0'; p++)
		room += *p == '\n';
	l->copy = xstrdup(text);
	l->v = xcalloc(room, sizeof(*l->v));
	l->n = 0;
	for (char *p = l->copy; p != NULL; p = next) {
		size_t end = strcspn(p, "\n");

		next = p[end] == '\0' ? NULL : p + end + 1;
		p[end] = '\0';
		if (end > 0 && p[end - 1] == '\r')
			p[end - 1] = '\0';
		l->v[l->n++] = p;
	}
}

static void
lines_close(struct lines *l)
{
	free(l->v);
	free(l->copy);
}

static const char *
line_at(const struct lines *l, size_t i)
{
	return i < l->n ? l->v[i] : "";
}

/* --- what begins a quotation ------------------------------------------------
 */

static const struct {
	const char *words;
	bool forward;
} separators[] = {
    {"original message", false},
    {"original besked", false},
    {"oprindelig meddelelse", false},
    {"oprindelig besked", false},
    {"urspr\xc3\xbcngliche nachricht", false},
    {"forwarded message", true},
    {"videresendt meddelelse", true},
    {"videresendt besked", true},
    {"weitergeleitete nachricht", true},
};

/* "-----Original Message-----"; "Begin forwarded message:". */
static bool
is_separator(const char *s, bool *forward)
{
	size_t dashes;

	s += strspn(s, " \t>");
	dashes = strspn(s, "-");
	if (dashes < 2 && strncasecmp(s, "begin ", 6) != 0 &&
	    strncasecmp(s, "start p", 7) != 0)
		return false;
	for (size_t i = 0; i < LENGTH(separators); i++)
		if (strcasestr(s, separators[i].words) != NULL) {
			*forward = *forward || separators[i].forward;
			return true;
		}
	return false;
}

enum label { LABEL_NONE, LABEL_FROM, LABEL_DATE, LABEL_TO, LABEL_MORE };

static const struct {
	const char *name;
	enum label label;
} labels[] = {
    {"fra", LABEL_FROM},
    {"from", LABEL_FROM},
    {"von", LABEL_FROM},
    {"sendt", LABEL_DATE},
    {"sent", LABEL_DATE},
    {"dato", LABEL_DATE},
    {"date", LABEL_DATE},
    {"gesendet", LABEL_DATE},
    {"datum", LABEL_DATE},
    {"til", LABEL_TO},
    {"to", LABEL_TO},
    {"an", LABEL_TO},
    {"emne", LABEL_TO},
    {"subject", LABEL_TO},
    {"betreff", LABEL_TO},
    {"cc", LABEL_MORE},
    {"kopi", LABEL_MORE},
    {"bcc", LABEL_MORE},
    {"reply-to", LABEL_MORE},
    {"svar til", LABEL_MORE},
    {"prioritet", LABEL_MORE},
    {"importance", LABEL_MORE},
    {"vedh\xc3\xa6"
     "ftede filer",
	LABEL_MORE},
    {"attachments", LABEL_MORE},
};

/* What the line is of a header that was copied: "Fra: …", "*Fra:* …". */
static enum label
label_of(const char *s)
{
	s += strspn(s, " \t>*");
	for (size_t i = 0; i < LENGTH(labels); i++) {
		size_t n = strlen(labels[i].name);

		if (strncasecmp(s, labels[i].name, n) == 0 &&
		    (s[n] == ':' || strncmp(s + n, "*:", 2) == 0))
			return labels[i].label;
	}
	return LABEL_NONE;
}

/* The lines of a copied header at i, or 0; told: that one comes is known. */
static size_t
header_at(const struct lines *l, size_t i, bool told)
{
	bool seen[LABEL_MORE + 1] = {false};
	size_t n = 0;

	if (!told && label_of(line_at(l, i)) != LABEL_FROM)
		return 0;
	for (; n < HEADER_LINES && i + n < l->n; n++) {
		enum label label = label_of(l->v[i + n]);

		if (label == LABEL_NONE)
			break;
		seen[label] = true;
	}
	return told || (seen[LABEL_DATE] && seen[LABEL_TO]) ? n : 0;
}

/* "14:05" or "14.05": a line that tells when something was written. */
static bool
tells_time(const char *s)
{
	for (; *s != '\0'; s++)
		if (isdigit((unsigned char)s[0]) &&
		    (s[1] == ':' || s[1] == '.') &&
		    isdigit((unsigned char)s[2]))
			return true;
	return false;
}

/* The lines of "Den 3. marts 2026 kl. 14.05 skrev NN:" at i, or 0. */
static size_t
attribution_at(const struct lines *l, size_t i)
{
	static const char *const begins[] = {
	    "Den ", "On ", "Am ", "P\xc3\xa5 "};
	static const char *const verbs[] = {" skrev", " wrote", " schrieb"};
	const char *s = line_at(l, i) + strspn(line_at(l, i), " \t>");
	bool begun = false, time = false, verb = false;

	for (size_t k = 0; k < LENGTH(begins); k++)
		begun = begun || str_starts(s, begins[k]);
	for (size_t n = 0; begun && n < ATTRIBUTION_LINES; n++) {
		s = line_at(l, i + n);
		if (str_empty(s))
			return 0;
		time = time || tells_time(s);
		for (size_t k = 0; k < LENGTH(verbs); k++)
			verb = verb || strstr(s, verbs[k]) != NULL;
		if (s[strlen(s) - 1] == ':' || str_ends(s, ": "))
			return time && verb ? n + 1 : 0;
	}
	return 0;
}

static size_t
skip_empty(const struct lines *l, size_t i)
{
	while (i < l->n && str_empty(l->v[i]))
		i++;
	return i;
}

/*
 * The lines at i that say that what follows is quoted, or 0; *forward: that
 * it is passed on; *soft: it ends where ">" does.
 */
static size_t
quote_at(const struct lines *l, size_t i, bool *forward, bool *soft)
{
	const char *s = l->v[i];
	size_t n, next;

	*forward = false;
	*soft = *s == '>';
	n = header_at(l, i, false);
	if (n > 0)
		return n;
	n = attribution_at(l, i);
	if (n > 0) {
		next = skip_empty(l, i + n);
		*soft = *soft || line_at(l, next)[0] == '>';
		return n;
	}
	/* Not for each line: of many that are empty all would be passed by. */
	if (is_separator(s, forward)) {
		next = skip_empty(l, i + 1);
		n = header_at(l, next, true);
		return n > 0 ? next - i + n : 1;
	}
	if (strspn(s, "_") >= RULER) {
		next = skip_empty(l, i + 1);
		n = header_at(l, next, false);
		return n > 0 ? next - i + n : 0;
	}
	return 0;
}

/* --- parting ----------------------------------------------------------------
 */

struct parting {
	struct buf own, quoted;
	bool below; /* what comes is quoted, whatever it looks like */
	bool passing; /* the first quotation is what the mail passes on */
	bool signature, quoted_signature;
	bool end_quoted;
	size_t depth; /* of ">" before the last line */
};

static void
add_line(struct buf *b, const char *s)
{
	buf_adds(b, s);
	buf_addc(b, '\n');
}

static void
take_line(struct parting *p, const char *s)
{
	bool quoted = *s == '>';
	bool *signature = quoted && !p->below ? &p->quoted_signature
					      : &p->signature;

	size_t depth = 0;

	if (!quoted)
		p->quoted_signature = false;
	for (; *s == '>' || (quoted && *s == ' '); s++)
		depth += *s == '>';
	if (str_starts(s, "--") && str_empty(s + 2))
		*signature = true;
	if (*signature)
		return;
	quoted = quoted || p->below;
	if (!str_empty(s))
		p->end_quoted = quoted;
	/* One mail less or more deep is another one. */
	if (depth > 0 && depth != p->depth)
		add_line(&p->quoted, "");
	p->depth = depth;
	add_line(quoted ? &p->quoted : &p->own, s);
}

bool
mailtext_split(const char *text, bool forwarded, char **own, char **quoted)
{
	struct parting p = {.passing = forwarded};
	struct lines l;
	size_t n;

	buf_init(&p.own, 2 * LIMIT_TEXT);
	buf_init(&p.quoted, 2 * LIMIT_TEXT);
	lines_open(&l, text);
	for (size_t i = 0; i < l.n; i += n) {
		bool forward, soft;

		n = quote_at(&l, i, &forward, &soft);
		if (n == 0) {
			take_line(&p, l.v[i]);
			n = 1;
			continue;
		}
		p.signature = false;
		p.below = p.below || (!p.passing && !forward && !soft);
		add_line(p.below ? &p.quoted : &p.own, "");
		p.passing = p.passing && soft;
	}
	lines_close(&l);
	*own = field_text(buf_str(&p.own), p.own.len, LIMIT_TEXT);
	*quoted = field_text(buf_str(&p.quoted), p.quoted.len, LIMIT_TEXT);
	buf_clear(&p.own);
	buf_clear(&p.quoted);
	return p.end_quoted;
}

/* --- format=flowed ----------------------------------------------------------
 */

static size_t
depth_of(const char **s)
{
	size_t n = strspn(*s, ">");

	*s += n;
	if (**s == ' ')
		(*s)++;
	return n;
}

char *
mailtext_unflow(const char *text, bool delsp)
{
	struct lines l;
	struct buf b;
	size_t depth = 0;
	bool open = false; /* the line before goes on */

	buf_init(&b, 2 * LIMIT_TEXT);
	lines_open(&l, text);
	for (size_t i = 0; i < l.n; i++) {
		const char *s = l.v[i];
		size_t n, d = depth_of(&s);

		if (open && (d != depth || strcmp(s, "-- ") == 0)) {
			buf_addc(&b, '\n');
			open = false;
		}
		if (!open && d > 0)
			buf_adds(&b, "> ");
		n = strlen(s);
		open = n > 0 && s[n - 1] == ' ' && strcmp(s, "-- ") != 0;
		buf_add(&b, s, open && delsp ? n - 1 : n);
		if (!open)
			buf_addc(&b, '\n');
		depth = d;
	}
	lines_close(&l);
	return buf_steal(&b);
}

/* --- subjects ---------------------------------------------------------------
 */

static const struct {
	const char *name;
	bool forward;
} prefixes[] = {
    {"re", false},
    {"sv", false},
    {"svar", false},
    {"aw", false},
    {"antw", false},
    {"vs", true},
    {"fw", true},
    {"fwd", true},
    {"vb", true},
    {"wg", true},
    {"tr", true},
};

/* The length of "Re:", "SV[2]: " at s, or 0. */
static size_t
prefix_at(const char *s, bool *forward)
{
	for (size_t i = 0; i < LENGTH(prefixes); i++) {
		size_t n = strlen(prefixes[i].name);

		if (strncasecmp(s, prefixes[i].name, n) != 0)
			continue;
		if (s[n] == '[' || s[n] == '(')
			n += strspn(s + n, "[(0123456789)]");
		n += strspn(s + n, " ");
		if (s[n] != ':')
			continue;
		n++;
		*forward = prefixes[i].forward;
		return n + strspn(s + n, " ");
	}
	return 0;
}

/* The length of "[NSPOP] " at s, or 0. */
static size_t
tag_at(const char *s)
{
	size_t n = *s == '[' ? strcspn(s, "]") : 0;

	if (n == 0 || s[n] == '\0')
		return 0;
	return n + 1 + strspn(s + n + 1, " ");
}

const char *
mailtext_subject(const char *s, bool tags)
{
	bool forward;
	size_t n;

	do {
		n = prefix_at(s, &forward);
		if (n == 0 && tags)
			n = tag_at(s);
		s += n;
	} while (n > 0);
	return s;
}

bool
mailtext_forwarded(const char *s)
{
	bool forward = false;
	size_t n;

	while ((n = tag_at(s)) > 0)
		s += n;
	return prefix_at(s, &forward) > 0 && forward;
}
