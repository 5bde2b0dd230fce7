#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "alertctl/contacts/phonebook.h"
#include "base/address.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/fold.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/tr.h"
#include "contacts/find.h"
#include "contacts/keep.h"

/* So many are named when several are meant. */
#define NAMED 10
/* A number of a contact has fewer digits than a telephone number. */
#define ID_DIGITS 7

int
phonebook_read(struct store *s, struct phonebook *out, struct err *e)
{
	if (store_orgs(s, &out->orgs, e) == -1 ||
	    store_contacts(s, &out->all, e) == -1)
		return -1;
	return store_addresses(s, &out->addresses, e);
}

void
phonebook_clear(struct phonebook *b)
{
	orgs_clear(&b->orgs);
	contacts_clear(&b->all);
	addresses_clear(&b->addresses);
}

int
org_unknown(const struct orgs *l, const char *word)
{
	const char *near = org_near(l, ORG_ANY, word);

	if (near != NULL)
		return ctl_fail(EX_NOINPUT,
		    _("there is no organisation \"%s\"; did you mean "
		      "\"%s\"?"),
		    word, near);
	return ctl_fail(EX_NOINPUT,
	    _("there is no organisation \"%s\": give its code (0101) or name"),
	    word);
}

int
nobody_left(const struct strv *lost)
{
	char *list = keep_list(lost);
	int status = ctl_fail(EX_DATAERR,
	    _("nobody would be left to hear of outages of FMK: %s; nothing was "
	      "changed; first give it another contact who takes the topic fmk "
	      "(\"alertctl contacts add\" or \"alertctl contacts edit\")"),
	    list);

	free(list);
	return status;
}

const struct org *
phonebook_org(const struct phonebook *b, const char *word, int *status)
{
	const struct org *o = org_find(&b->orgs, ORG_ANY, word);

	if (o == NULL)
		*status = org_unknown(&b->orgs, word);
	return o;
}

/* What of a contact a word is compared with. */
enum by { BY_ID, BY_EMAIL, BY_PHONE, BY_NAME };

struct sought {
	enum by by;
	int64_t id;
	const char *word;
	char phone[PHONE_SIZE];
};

static struct sought
seek(const char *word)
{
	struct sought s = {.by = BY_NAME, .word = word};
	struct err e;

	if (strlen(word) <= ID_DIGITS &&
	    parse_int(word, 1, INT64_MAX, &s.id) == 0)
		s.by = BY_ID;
	else if (strchr(word, '@') != NULL)
		s.by = BY_EMAIL;
	else if (phone_normalise(word, s.phone, &e) == 0)
		s.by = BY_PHONE;
	return s;
}

static bool
meant(const struct sought *s, const struct contact *k)
{
	switch (s->by) {
	case BY_ID:
		return k->id == s->id;
	case BY_EMAIL:
		return strcasecmp(k->email, s->word) == 0;
	case BY_PHONE:
		return strcmp(k->phone, s->phone) == 0;
	case BY_NAME:
		return *s->word != '\0' && fold_same(k->name, s->word);
	}
	return false;
}

char *
phonebook_line(const struct phonebook *b, const struct contact *k)
{
	const struct org *o = org_of(&b->orgs, k->org);
	struct strv parts = {0};
	char *who, *line;

	if (*k->name != '\0')
		strv_add(&parts, k->name);
	if (*k->email != '\0')
		strv_take(&parts, xasprintf("<%s>", k->email));
	if (*k->phone != '\0')
		strv_add(&parts, k->phone);
	who = strv_join(&parts, " ");
	line = xasprintf(_("%s of %s (%lld)"), who,
	    o != NULL ? o->name : k->org, (long long)k->id);
	free(who);
	strv_clear(&parts);
	return line;
}

static int
several(const struct phonebook *b, const struct sought *s)
{
	struct buf lines;
	size_t n = 0;
	int status;

	buf_init(&lines, 65536);
	for (size_t i = 0; i < b->all.n; i++) {
		char *line;

		if (!meant(s, &b->all.v[i]) || ++n > NAMED)
			continue;
		line = phonebook_line(b, &b->all.v[i]);
		buf_addf(&lines, "\n  %s", line);
		free(line);
	}
	if (n > NAMED)
		buf_adds(&lines, "\n  …");
	status = ctl_fail(EX_USAGE,
	    _("\"%s\" is more than one contact; give the number in "
	      "brackets:%s"),
	    s->word, buf_str(&lines));
	buf_clear(&lines);
	return status;
}

static int
nobody(const struct phonebook *b, const char *word)
{
	const char **names = xcalloc(2 * b->all.n + 1, sizeof(*names)), *near;
	size_t n = 0;

	for (size_t i = 0; i < b->all.n; i++) {
		if (*b->all.v[i].email != '\0')
			names[n++] = b->all.v[i].email;
		if (*b->all.v[i].name != '\0')
			names[n++] = b->all.v[i].name;
	}
	near = nearest(word, names);
	free(names);
	if (near != NULL)
		return ctl_fail(EX_NOINPUT,
		    _("there is no contact \"%s\"; did you mean \"%s\"?"), word,
		    near);
	return ctl_fail(EX_NOINPUT,
	    _("there is no contact \"%s\": give an e-mail address, a telephone "
	      "number, a name, or the number in \"alertctl contacts list\""),
	    word);
}

const struct contact *
phonebook_contact(const struct phonebook *b, const char *word, int *status)
{
	struct sought s = seek(word);
	const struct contact *found = NULL;
	size_t n = 0;

	for (size_t i = 0; i < b->all.n; i++)
		if (meant(&s, &b->all.v[i]) && n++ == 0)
			found = &b->all.v[i];
	if (n == 1)
		return found;
	*status = n == 0 ? nobody(b, word) : several(b, &s);
	return NULL;
}
