#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/diag.h"
#include "base/fold.h"
#include "base/mem.h"
#include "base/tr.h"
#include "contacts/check.h"

int
contact_email(const char *text, struct err *e)
{
	struct err why;

	if (*text == '\0' || address_valid(text, &why))
		return 0;
	return err_set(e, _("not an e-mail address: %s"), why.msg);
}

int
contact_phone(const char *text, char out[PHONE_SIZE], struct err *e)
{
	struct err why;

	out[0] = '\0';
	if (*text == '\0' || phone_normalise(text, out, &why) == 0)
		return 0;
	out[0] = '\0';
	return err_set(e, _("not a telephone number: %s"), why.msg);
}

int
contact_channels(const char *text, enum channel_choice *out, struct err *e)
{
	const char *names[CHOICE_SMS_OUTAGES + 1] = {NULL}, *near;
	char *word = fold(text);
	int r = channel_choice_parse(word, out);

	free(word);
	if (r == 0)
		return 0;
	for (int c = CHOICE_BOTH; c <= CHOICE_SMS_OUTAGES; c++)
		names[c - CHOICE_BOTH] = channel_choice_name(
		    (enum channel_choice)c);
	near = nearest(text, names);
	if (near != NULL)
		return err_set(e,
		    _("unknown channels \"%s\"; did you mean \"%s\"?"), text,
		    near);
	return err_set(e,
	    _("unknown channels \"%s\": both, mail, sms, or sms-outages (mail "
	      "always, SMS only of outages)"),
	    text);
}

int
contact_fits(const struct contact *k, const struct org *o, struct err *e)
{
	bool topics = k->topics != NULL && *k->topics != '\0';

	if (*k->email == '\0' && *k->phone == '\0')
		return err_set(
		    e, _("neither an e-mail address nor a telephone number"));
	if (k->channels == CHOICE_MAIL && *k->email == '\0')
		return err_set(e, _("by mail, but without an e-mail address"));
	if ((k->channels == CHOICE_SMS || k->channels == CHOICE_SMS_OUTAGES) &&
	    *k->phone == '\0')
		return err_set(e, _("by SMS, but without a telephone number"));
	if (o != NULL && o->kind == ORG_ONCALL &&
	    (topics || k->channels != CHOICE_DEFAULT))
		return err_set(e,
		    _("%s is an on-call team: it is paged of everything, and "
		      "the steps of the escalation say by which channel"),
		    o->code);
	return 0;
}

static bool
same(const char *a, const char *b)
{
	return *a != '\0' && strcasecmp(a, b) == 0;
}

int
contact_single(
    const struct contact *k, const struct contacts *all, struct err *e)
{
	for (size_t i = 0; i < all->n; i++) {
		const struct contact *other = &all->v[i];

		if (other->id == k->id || strcmp(other->org, k->org) != 0)
			continue;
		if (same(k->email, other->email))
			return err_set(e,
			    _("%s has the e-mail address %s already (contact "
			      "%lld)"),
			    k->org, k->email, (long long)other->id);
		if (same(k->phone, other->phone))
			return err_set(e,
			    _("%s has the telephone number %s already (contact "
			      "%lld)"),
			    k->org, k->phone, (long long)other->id);
	}
	return 0;
}
