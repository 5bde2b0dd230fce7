#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/topic.h"
#include "store/part.h"

/* Not set is as good as "". */
static bool
has(const char *s)
{
	return s != NULL && *s != '\0';
}

const char *
contact_topics(const struct contact *k, const struct org *o)
{
	const char *topics = has(k->topics) ? k->topics : o->topics;

	if (!has(topics) || strcmp(topics, TOPIC_ALL) == 0)
		return "";
	return topics;
}

enum channel_choice
contact_choice(const struct contact *k, const struct org *o)
{
	enum channel_choice c = k->channels != CHOICE_DEFAULT ? k->channels
							      : o->channels;

	return c != CHOICE_DEFAULT ? c : CHOICE_BOTH;
}

static bool
channel_fits(
    enum channel_choice choice, enum channel channel, enum effect effect)
{
	switch (choice) {
	case CHOICE_DEFAULT:
	case CHOICE_BOTH:
		return true;
	case CHOICE_MAIL:
		return channel == CHANNEL_MAIL;
	case CHOICE_SMS:
		return channel == CHANNEL_SMS;
	case CHOICE_SMS_OUTAGES:
		return channel == CHANNEL_MAIL || effect == EFFECT_OUTAGE;
	}
	return true;
}

static bool
has_address(const struct contact *k, enum channel channel)
{
	return has(channel == CHANNEL_MAIL ? k->email : k->phone);
}

bool
contact_gets(const struct contact *k, const struct org *o, enum channel channel,
    const char *topic, enum effect effect)
{
	enum channel_choice choice = contact_choice(k, o);
	enum channel other = channel == CHANNEL_MAIL ? CHANNEL_SMS
						     : CHANNEL_MAIL;

	if (!k->enabled || !has_address(k, channel) ||
	    !topics_have(contact_topics(k, o), topic))
		return false;
	if (k->channels == CHOICE_DEFAULT && !has_address(k, other) &&
	    (choice == CHOICE_MAIL || choice == CHOICE_SMS))
		return true;
	return channel_fits(choice, channel, effect);
}

bool
contacts_get(const struct contacts *l, const struct org *o,
    enum channel channel, const char *topic, enum effect effect)
{
	for (size_t i = 0; i < l->n; i++)
		if (strcmp(l->v[i].org, o->code) == 0 &&
		    contact_gets(&l->v[i], o, channel, topic, effect))
			return true;
	return false;
}

/* Blanks the address when the notice does not go there. */
static void
narrow(char **address, bool goes)
{
	if (!goes)
		xreplace(address, "");
}

static bool
goes(const struct contact *k, const struct org *o, enum channel channel,
    const char *topic, enum effect effect, part_who_fn *who, const void *arg)
{
	const char *address = channel == CHANNEL_MAIL ? k->email : k->phone;

	return contact_gets(k, o, channel, topic, effect) ||
	       (who != NULL && has(address) && who(arg, o->code, address));
}

void
part_narrow(struct contacts *own, const struct org *o, const char *topic,
    enum effect effect, const bool on[CHANNEL_SMS + 1], part_who_fn *who,
    const void *arg)
{
	bool any = false;
	size_t n = 0;

	for (size_t i = 0; i < own->n; i++)
		for (enum channel c = CHANNEL_MAIL; c <= CHANNEL_SMS; c++)
			any |= on[c] &&
			       goes(&own->v[i], o, c, topic, effect, who, arg);
	if (!any && strcmp(topic, TOPIC_FMK) == 0)
		return;
	for (size_t i = 0; i < own->n; i++) {
		struct contact *k = &own->v[i];
		bool mail = goes(k, o, CHANNEL_MAIL, topic, effect, who, arg);
		bool sms = goes(k, o, CHANNEL_SMS, topic, effect, who, arg);

		narrow(&k->email, mail);
		narrow(&k->phone, sms);
		if (!mail && !sms)
			contact_clear(k);
		else if (n++ != i) {
			own->v[n - 1] = *k;
			*k = (struct contact){0};
		}
	}
	own->n = n;
}
