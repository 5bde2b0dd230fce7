#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "feed/mailauth.h"

/* White space and comments (RFC 5322 3.2.2), however they are nested. */
static const char *
skip(const char *p)
{
	size_t depth = 0;

	for (; *p != '\0'; p++) {
		if (depth > 0 && *p == '\\' && p[1] != '\0')
			p++;
		else if (*p == '(')
			depth++;
		else if (depth > 0 && *p == ')')
			depth--;
		else if (depth == 0 && !isspace((unsigned char)*p))
			break;
	}
	return p;
}

/* The word or quoted string at *p, moved past it; release with free(). */
static char *
word(const char **p, const char *ends)
{
	const char *s = skip(*p);
	struct buf b;

	buf_init(&b, LIMIT_TITLE);
	if (*s != '"') {
		size_t n = strcspn(s, ends);

		buf_add(&b, s, n);
		*p = s + n;
		return buf_steal(&b);
	}
	for (s++; *s != '\0' && *s != '"'; s++) {
		if (*s == '\\' && s[1] != '\0')
			s++;
		buf_addc(&b, *s);
	}
	*p = *s == '"' ? s + 1 : s;
	return buf_steal(&b);
}

#define KEY_ENDS "=; \t\r\n(\""
#define VALUE_ENDS "; \t\r\n(\""

/* One "method=result property=value …" of a header. */
struct result {
	char *method, *value;
	char *domain; /* for which it is said; "" when it does not tell */
};

static void
result_clear(struct result *r)
{
	free(r->method);
	free(r->value);
	free(r->domain);
}

/* The part of an address behind "@", or all of a domain. */
static const char *
domain_of(const char *s)
{
	const char *at = strrchr(s, '@');

	return at == NULL ? s : at + 1;
}

/* The property that tells for whom a method speaks. */
static bool
tells_domain(const char *method, const char *key, bool known)
{
	if (strcasecmp(method, "dkim") == 0)
		return strcasecmp(key, "header.d") == 0 ||
		       (strcasecmp(key, "header.i") == 0 && !known);
	if (strcasecmp(method, "dmarc") == 0)
		return strcasecmp(key, "header.from") == 0;
	return strcasecmp(method, "spf") == 0 &&
	       strcasecmp(key, "smtp.mailfrom") == 0;
}

/* Reads one result at *p, up to its ";". False at the end of the header. */
static bool
next_result(const char **p, struct result *r)
{
	*r = (struct result){xstrdup(""), xstrdup(""), xstrdup("")};
	*p = skip(*p);
	if (**p != ';')
		return false;
	(*p)++;
	for (size_t i = 0;; i++) {
		char *key = word(p, KEY_ENDS), *value = NULL;

		*p = skip(*p);
		if (**p == '=') {
			(*p)++;
			value = word(p, VALUE_ENDS);
		}
		if (i == 0 && value != NULL) {
			key[strcspn(key, "/")] = '\0'; /* "dkim/1" */
			xreplace(&r->method, key);
			xreplace(&r->value, value);
		} else if (value != NULL &&
			   tells_domain(r->method, key, *r->domain != '\0')) {
			xreplace(&r->domain, domain_of(value));
		}
		free(value);
		free(key);
		*p = skip(*p);
		if (**p == ';' || **p == '\0')
			return true;
	}
}

/* The same domain, or one within the other (DMARC's relaxed alignment). */
static bool
aligned(const char *a, const char *b)
{
	size_t n = strlen(a), m = strlen(b);

	if (n < m)
		return aligned(b, a);
	if (m == 0 || strchr(b, '.') == NULL)
		return false;
	return strcasecmp(a + n - m, b) == 0 && (n == m || a[n - m - 1] == '.');
}

/* A list of words has it, whatever its case. */
static bool
has(const struct strv *l, const char *s)
{
	for (size_t i = 0; i < l->n; i++)
		if (strcasecmp(l->v[i], s) == 0)
			return true;
	return false;
}

static bool
counts(const struct feed_conf *f, const struct result *r, const char *domain)
{
	if (strcasecmp(r->value, "pass") != 0 || !has(&f->auth, r->method))
		return false;
	/* DMARC speaks of the sender's domain, whether it names it or not. */
	if (*r->domain == '\0')
		return strcasecmp(r->method, "dmarc") == 0;
	return aligned(r->domain, domain);
}

/* The header says what is asked for; -1 when it is not of our server. */
static int
header_says(const struct feed_conf *f, const char *header, const char *domain)
{
	const char *p = header;
	char *id = word(&p, VALUE_ENDS), *version;
	bool own = strcasecmp(id, f->authserv_id) == 0, says = false;
	struct result r;

	free(id);
	if (!own)
		return -1;
	version = word(&p, VALUE_ENDS);
	free(version);
	while (next_result(&p, &r)) {
		says = says || counts(f, &r, domain);
		result_clear(&r);
	}
	result_clear(&r);
	return says;
}

static int
check_results(const struct feed_conf *f, const struct mail *m, struct err *e)
{
	const char *domain = domain_of(m->from);
	char *methods;
	bool own = false;

	for (size_t i = 0; i < m->results.n; i++) {
		int says;

		/* Below the first Received only the topmost of ours. */
		if (i >= m->n_above && own)
			break;
		says = header_says(f, m->results.v[i], domain);
		if (says == 1)
			return 0;
		own = own || says == 0;
	}
	if (!own)
		return err_set(
		    e, "no Authentication-Results of %s", f->authserv_id);
	methods = strv_join(&f->auth, " or ");
	err_set(e, "%s does not say %s=pass for %s", f->authserv_id, methods,
	    domain);
	free(methods);
	return -1;
}

static bool
listed(const struct feed_conf *f, const char *from)
{
	for (size_t i = 0; i < f->senders.n; i++) {
		const char *s = f->senders.v[i];

		if (strcasecmp(s, *s == '@' ? strrchr(from, '@') : from) == 0)
			return true;
	}
	return false;
}

int
mailauth_check(const struct feed_conf *f, const struct mail *m, struct err *e)
{
	if (strchr(m->from, '@') == NULL)
		return err_set(e, "no sender, or several");
	if (!listed(f, m->from))
		return err_set(e, "not one of senders");
	if (*m->machine != '\0')
		return err_set(e, "%s", m->machine);
	return strv_has(&f->auth, "none") ? 0 : check_results(f, m, e);
}
