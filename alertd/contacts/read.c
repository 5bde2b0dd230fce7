#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/address.h"
#include "base/mem.h"
#include "base/tr.h"
#include "base/topic.h"
#include "contacts/check.h"
#include "contacts/contacts.h"
#include "contacts/key.h"
#include "contacts/table.h"

enum column { ORGANISATION, NAME, EMAIL, PHONE, TOPICS, CHANNELS };
#define FEW 4 /* columns that every file has */

/* A word by which a file may name an organisation. */
struct word {
	const char *text;
	const struct org *org;
};

/* All of them, in order: a file has a row for each of very many. */
struct words {
	struct word *v;
	size_t n;
};

struct reading {
	const char *file;
	const struct orgs *orgs;
	struct words words;
	const struct strv *topics;
	struct contacts *out;
	struct diags *d;
	struct keys emails, phones;
	size_t rows;
};

/* Of equal ones the organisation that stands first is meant. */
static int
by_text(const void *va, const void *vb)
{
	const struct word *a = va, *b = vb;
	int r = strcmp(a->text, b->text);

	return r != 0 ? r : (a->org > b->org) - (a->org < b->org);
}

/* A municipality by code or name, the others by code. Borrows from l. */
static struct words
words_of(const struct orgs *l)
{
	struct words w = {xcalloc(2 * l->n + 1, sizeof(*w.v)), 0};

	for (size_t i = 0; i < l->n; i++) {
		const struct org *o = &l->v[i];

		w.v[w.n++] = (struct word){o->code, o};
		if (o->kind == ORG_MUNICIPALITY)
			w.v[w.n++] = (struct word){o->name, o};
	}
	qsort(w.v, w.n, sizeof(*w.v), by_text);
	return w;
}

static const struct org *
find_org(const struct words *w, const char *text)
{
	size_t low = 0, high = w->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (strcmp(w->v[middle].text, text) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < w->n && strcmp(w->v[low].text, text) == 0 ? w->v[low].org
							       : NULL;
}

/* A code without the zero that Excel drops; other codes are no guess. */
static const char *
guess_code(const struct words *w, const char *digits)
{
	char *code = xasprintf("0%s", digits);
	const struct org *o = find_org(w, code);

	free(code);
	return o != NULL ? o->code : NULL;
}

/* What was meant by "københavn", "KMD" or "Greve Kommune"; NULL if unclear. */
static const char *
guess_name(const struct orgs *l, const char *word)
{
	static const char suffix[] = " kommune";
	size_t cut = sizeof(suffix) - 1, len = strlen(word);
	const char **names = xcalloc(2 * l->n + 1, sizeof(*names));
	const char *near = NULL;
	char *s = xstrdup(word);

	if (len > cut && strcasecmp(s + len - cut, suffix) == 0)
		s[len - cut] = '\0';
	for (size_t i = 0; i < l->n; i++) {
		const struct org *o = &l->v[i];
		bool town = o->kind == ORG_MUNICIPALITY;

		names[2 * i] = town ? o->name : o->code;
		names[2 * i + 1] = o->code;
		if (near == NULL && (strcasecmp(s, o->name) == 0 ||
					strcasecmp(s, o->code) == 0))
			near = names[2 * i];
	}
	if (near == NULL)
		near = nearest(s, names);
	free(s);
	free(names);
	return near;
}

static const char *
guess_org(const struct reading *r, const char *word)
{
	return word[strspn(word, "0123456789")] == '\0'
		   ? guess_code(&r->words, word)
		   : guess_name(r->orgs, word);
}

static const struct org *
take_org(struct reading *r, unsigned line, const struct field *f)
{
	const struct org *o = find_org(&r->words, f->text);
	const char *near;

	if (o != NULL)
		return o;
	if (*f->text == '\0') {
		diags_add(r->d, r->file, line, f->col,
		    _("the organisation is missing"));
		return NULL;
	}
	near = guess_org(r, f->text);
	if (near != NULL)
		diags_add(r->d, r->file, line, f->col,
		    _("unknown organisation \"%s\"; did you mean \"%s\"?"),
		    f->text, near);
	else
		diags_add(r->d, r->file, line, f->col,
		    _("unknown organisation \"%s\": give a municipality's code "
		      "(0101) or name, a vendor's id or an on-call "
		      "team's code"),
		    f->text);
	return NULL;
}

/* A mistake in the field, unless r is 0. */
static bool
told(struct reading *r, unsigned line, const struct field *f, int done,
    const struct err *e)
{
	if (done == -1)
		diags_add(r->d, r->file, line, f->col, "%s", e->msg);
	return done == 0;
}

/* Remembers the key, also of a bad row, to find all that are twice. */
static void
remember(struct reading *r, struct keys *l, const struct org *o,
    const char *value, unsigned line, unsigned col)
{
	if (o != NULL)
		keys_add(l, o->code, value, r->rows, line, col);
}

/* What the row says of topics and channels; without the columns nothing. */
static void
take_part(struct reading *r, unsigned line, const struct field f[TABLE_COLUMNS],
    struct contact *k)
{
	struct err e;

	if (f[TOPICS].text == NULL)
		return;
	told(r, line, &f[TOPICS],
	    topics_parse(f[TOPICS].text, r->topics, &k->topics, &e), &e);
	told(r, line, &f[CHANNELS],
	    contact_channels(f[CHANNELS].text, &k->channels, &e), &e);
}

static void
take_row(void *arg, unsigned line, const struct field f[TABLE_COLUMNS])
{
	struct reading *r = arg;
	char phone[PHONE_SIZE];
	struct contact k = {.enabled = true};
	struct err e;
	size_t before = r->d->n;
	bool none;
	const struct org *o = take_org(r, line, &f[ORGANISATION]);

	if (told(r, line, &f[EMAIL], contact_email(f[EMAIL].text, &e), &e))
		remember(r, &r->emails, o, f[EMAIL].text, line, f[EMAIL].col);
	if (told(r, line, &f[PHONE], contact_phone(f[PHONE].text, phone, &e),
		&e))
		remember(r, &r->phones, o, phone, line, f[PHONE].col);
	take_part(r, line, f, &k);
	k.name = str_line(
	    f[NAME].text, strlen(f[NAME].text), strlen(f[NAME].text));
	k.email = xstrdup(f[EMAIL].text);
	k.phone = xstrdup(r->d->n == before ? phone : f[PHONE].text);
	k.org = xstrdup(o == NULL ? "" : o->code);
	none = *k.email == '\0' && *k.phone == '\0';
	told(r, line, &f[none ? EMAIL : CHANNELS], contact_fits(&k, o, &e), &e);
	if (r->d->n == before && o != NULL)
		contacts_add(r->out, &k);
	contact_clear(&k);
	r->rows++;
}

/* Reports what is there twice and lets the keys go. */
static void
close_keys(struct reading *r, struct keys *l, const char *what)
{
	size_t first = 0;

	keys_sort(l);
	for (size_t i = 1; i < l->n; i++) {
		const struct key *k = &l->v[i];

		if (!key_equals(&l->v[first], k))
			first = i;
		else
			diags_add(r->d, r->file, k->line, k->col,
			    _("%s is a duplicate: %s has it on line %u"), what,
			    k->org, l->v[first].line);
	}
	keys_clear(l);
}

int
contacts_read(const char *file, const char *text, size_t len,
    const struct orgs *orgs, const struct strv *topics, struct contacts *out,
    struct diags *d)
{
	static const char *const columns[] = {"organisation", "name", "email",
	    "phone", "topics", "channels", NULL};
	struct strv built_in = {0};
	struct reading r = {.file = file,
	    .orgs = orgs,
	    .words = words_of(orgs),
	    .topics = topics == NULL ? &built_in : topics,
	    .out = out,
	    .d = d};
	size_t before = d->n;

	topics_built_in(&built_in);
	table_read(file, text, len, columns, FEW, take_row, &r, d);
	strv_clear(&built_in);
	free(r.words.v);
	close_keys(&r, &r.emails, _("the e-mail address"));
	close_keys(&r, &r.phones, _("the telephone number"));
	return d->n == before ? 0 : -1;
}
