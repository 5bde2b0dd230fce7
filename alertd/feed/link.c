#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "feed/link.h"

struct piece {
	const char *s;
	size_t n;
};

/* scheme:, //authority, path, ?query, #fragment; each with its mark or empty */
struct link {
	struct piece scheme, host, path, query, fragment;
};

static size_t
scheme_length(const char *s)
{
	size_t n = 0;

	if (!isalpha((unsigned char)*s))
		return 0;
	while (isalnum((unsigned char)s[n]) ||
	       (s[n] != '\0' && strchr("+-.", s[n]) != NULL))
		n++;
	return s[n] == ':' ? n + 1 : 0;
}

static struct link
split(const char *s)
{
	struct link l;

	l.scheme = (struct piece){s, scheme_length(s)};
	s += l.scheme.n;
	l.host = (struct piece){s, 0};
	if (str_starts(s, "//")) {
		l.host.n = 2 + strcspn(s + 2, "/?#");
		s += l.host.n;
	}
	l.path = (struct piece){s, strcspn(s, "?#")};
	s += l.path.n;
	l.query = (struct piece){s, *s == '?' ? strcspn(s, "#") : 0};
	s += l.query.n;
	l.fragment = (struct piece){s, strlen(s)};
	return l;
}

/* Browsers read "http:///a.example.dk" with two slashes, and so do we. */
static char *
tidy(const char *s)
{
	size_t n = scheme_length(s), slashes = strspn(s + n, "/");
	bool web = n > 0 && (strncasecmp(s, "http:", 5) == 0 ||
				strncasecmp(s, "https:", 6) == 0);
	struct buf b;

	buf_init(&b, SIZE_MAX / 2);
	if (web && slashes > 2) {
		buf_add(&b, s, n + 2);
		s += n + slashes;
	}
	for (; *s != '\0'; s++) {
		if (*s == ' ')
			buf_adds(&b, "%20");
		else if (strchr("\t\r\n", *s) == NULL)
			buf_addc(&b, *s);
	}
	return buf_steal(&b);
}

/* Takes the last segment off, and keeps the slash before it. */
static void
drop_segment(struct buf *b, size_t from)
{
	while (b->len > from && b->data[b->len - 1] != '/')
		b->len--;
	if (b->data != NULL)
		b->data[b->len] = '\0';
}

/* Adds a path without its "." and ".." segments. */
static void
add_path(struct buf *b, const char *s, size_t n)
{
	const char *end = s + n;
	size_t from = b->len;

	while (s < end) {
		size_t len = 0;
		bool up, here;

		while (s + len < end && s[len] != '/')
			len++;
		here = len == 1 && s[0] == '.';
		up = len == 2 && s[0] == '.' && s[1] == '.';
		if (up && b->len > from) {
			b->len--; /* the slash */
			drop_segment(b, from);
		}
		if (!here && !up)
			buf_add(b, s, len);
		s += len;
		/* "/" stays behind a name, and at the beginning. */
		if (s < end) {
			if ((!here && !up) || b->len == from)
				buf_addc(b, '/');
			s++;
		}
	}
	if (b->len == from && n > 0 && *(end - n) == '/')
		buf_addc(b, '/');
}

static void
add(struct buf *b, struct piece p)
{
	buf_add(b, p.s, p.n);
}

/* The base's path up to its last slash, and the link's behind it. */
static void
add_merged(struct buf *b, const struct link *base, const struct link *l)
{
	struct buf path;
	size_t n = base->path.n;

	buf_init(&path, SIZE_MAX / 2);
	while (n > 0 && base->path.s[n - 1] != '/')
		n--;
	if (base->host.n > 0 && base->path.n == 0)
		buf_addc(&path, '/');
	buf_add(&path, base->path.s, n);
	add(&path, l->path);
	add_path(b, buf_str(&path), path.len);
	buf_clear(&path);
}

static void
add_joined(struct buf *b, const struct link *base, const struct link *l)
{
	if (l->scheme.n > 0) {
		add(b, l->scheme);
		add(b, l->host);
		add(b, l->path);
		add(b, l->query);
	} else if (l->host.n > 0) {
		add(b, base->scheme);
		add(b, l->host);
		add(b, l->path);
		add(b, l->query);
	} else {
		add(b, base->scheme);
		add(b, base->host);
		if (l->path.n == 0)
			add(b, base->path);
		else if (l->path.s[0] == '/')
			add_path(b, l->path.s, l->path.n);
		else
			add_merged(b, base, l);
		add(b,
		    l->path.n == 0 && l->query.n == 0 ? base->query : l->query);
	}
	add(b, l->fragment);
}

char *
link_join(const char *base, const char *link)
{
	char *from = tidy(base), *to = tidy(link);
	struct link b = split(from), l = split(to);
	struct buf out;

	buf_init(&out, SIZE_MAX / 2);
	add_joined(&out, &b, &l);
	free(from);
	free(to);
	return buf_steal(&out);
}
