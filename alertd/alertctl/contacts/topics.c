#include "alertctl/contacts/topics.h"
#include "base/diag.h"
#include "base/topic.h"
#include "base/tr.h"
#include "conf/rules.h"

void
topics_known(struct ctl *c, struct strv *out)
{
	struct diags problems = {0};
	struct rules_conf *rules = rules_load(c->conf->rules, &problems);

	topics_built_in(out);
	for (size_t i = 0; rules != NULL && i < rules->n_components; i++) {
		const char *topic = rules->components[i].topic;

		if (*topic != '\0' && !strv_has(out, topic))
			strv_add(out, topic);
	}
	rules_free(rules);
	diags_clear(&problems);
}

const char *
topics_words(const char *topics)
{
	if (*topics == '\0' || str_eq(topics, TOPIC_ALL))
		return _("every topic");
	return topics;
}

const char *
channels_words(enum channel_choice choice)
{
	switch (choice) {
	case CHOICE_DEFAULT:
	case CHOICE_BOTH:
		return _("e-mail and SMS");
	case CHOICE_MAIL:
		return _("e-mail alone");
	case CHOICE_SMS:
		return _("SMS alone");
	case CHOICE_SMS_OUTAGES:
		return _("e-mail, and SMS of outages");
	}
	return "";
}
