#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/buf.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "filter/lexicon.h"

#define OPTIONS                                                             \
	(PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS | PCRE2_NEVER_BACKSLASH_C | \
	    PCRE2_MULTILINE)

struct lexicon {
	pcre2_code *code; /* NULL: an empty list */
	pcre2_match_context *limits;
};

static char *
map(const char *s, size_t n, int options)
{
	utf8proc_uint8_t *out = NULL;

	if (utf8proc_map((const utf8proc_uint8_t *)s, (utf8proc_ssize_t)n, &out,
		(utf8proc_option_t)options) < 0)
		return NULL;
	return (char *)out;
}

char *
lexicon_normal(const char *s, size_t n)
{
	const int how = UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
			UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;
	char *fixed = utf8_repair(s, n);
	char *out = map(fixed, strlen(fixed), how);

	if (out == NULL)
		return fixed;
	free(fixed);
	return out;
}

static void
add_word(struct buf *b, const char *p)
{
	buf_adds(b, "(?<!\\w)");
	for (; *p != '\0'; p++) {
		if (str_starts(p, " ... ")) {
			buf_adds(b, "(?:\\W+\\w+){0,6}?\\W+");
			p += 4;
		} else if (*p == ' ' || *p == '-') {
			buf_adds(b, "[\\s-]{1,3}");
		} else if (*p == '*') {
			buf_adds(b, "\\w*");
		} else if (*p == '\'') {
			buf_adds(b, "['\xe2\x80\x99]");
		} else if (strchr("\\^$.|?+()[]{}", *p) != NULL) {
			buf_addc(b, '\\');
			buf_addc(b, *p);
		} else {
			buf_addc(b, *p);
		}
	}
	buf_adds(b, "(?!\\w)");
}

static char *
to_pattern(const char *term)
{
	size_t n = strlen(term);
	struct buf b;
	char *normal;

	if (n > 2 && term[0] == '/' && term[n - 1] == '/') {
		/* Folding would turn \W into \w: composed only. */
		normal = map(
		    term + 1, n - 2, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
		return normal ? normal : xstrndup(term + 1, n - 2);
	}
	buf_init(&b, (size_t)LIMIT_PATTERN * 32);
	normal = lexicon_normal(term, n);
	add_word(&b, normal);
	free(normal);
	return buf_steal(&b);
}

static pcre2_code *
compile(const char *pattern, char msg[256])
{
	PCRE2_SIZE at;
	int code;
	pcre2_code *re = pcre2_compile((PCRE2_SPTR)pattern,
	    PCRE2_ZERO_TERMINATED, OPTIONS, &code, &at, NULL);

	if (re == NULL)
		pcre2_get_error_message(code, (PCRE2_UCHAR *)msg, 256);
	return re;
}

static void
add_term(struct buf *all, const char *file, const struct rule_term *t,
    struct diags *problems)
{
	char *pattern = to_pattern(t->text);
	char msg[256] = "";
	pcre2_code *re = compile(pattern, msg);

	if (re == NULL)
		diags_add(problems, file, t->line, t->col, "bad pattern %s: %s",
		    t->text, msg);
	else
		buf_addf(all, "%s(?:%s)", all->len ? "|" : "", pattern);
	pcre2_code_free(re);
	free(pattern);
}

struct lexicon *
lexicon_new(
    const char *file, const struct rule_terms *terms, struct diags *problems)
{
	struct lexicon *l = xcalloc(1, sizeof(*l));
	size_t before = problems->n;
	char msg[256] = "";
	struct buf all;

	buf_init(&all, (size_t)LIMIT_CONF_FILE * 8);
	for (size_t i = 0; i < terms->n; i++)
		add_term(&all, file, &terms->v[i], problems);
	if (terms->n > 0 && problems->n == before) {
		l->code = compile(buf_str(&all), msg);
		if (l->code == NULL || buf_failed(&all))
			diags_add(problems, file, terms->v[0].line,
			    terms->v[0].col, "the list: %s", msg);
		else
			pcre2_jit_compile(l->code, PCRE2_JIT_COMPLETE);
	}
	buf_clear(&all);
	l->limits = pcre2_match_context_create(NULL);
	pcre2_set_match_limit(l->limits, LIMIT_MATCH);
	pcre2_set_heap_limit(l->limits, LIMIT_MATCH_HEAP);
	if (problems->n == before)
		return l;
	lexicon_free(l);
	return NULL;
}

void
lexicon_free(struct lexicon *l)
{
	if (l == NULL)
		return;
	pcre2_code_free(l->code);
	pcre2_match_context_free(l->limits);
	free(l);
}

int
lexicon_find(
    const struct lexicon *l, struct span text, size_t from, struct span *at)
{
	pcre2_match_data *data;
	PCRE2_SIZE *v;
	int rc;

	if (l->code == NULL)
		return 0;
	data = pcre2_match_data_create(1, NULL);
	rc = pcre2_match(l->code, (PCRE2_SPTR)text.s, text.n, from,
	    PCRE2_NOTEMPTY, data, l->limits);
	if (rc >= 0) {
		v = pcre2_get_ovector_pointer(data);
		*at = (struct span){text.s + v[0], v[1] - v[0]};
	}
	pcre2_match_data_free(data);
	if (rc == PCRE2_ERROR_NOMATCH)
		return 0;
	return rc >= 0 ? 1 : -1;
}
