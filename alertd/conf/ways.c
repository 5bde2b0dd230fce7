#include <string.h>

#include "base/mem.h"
#include "conf/ways.h"

static void
add_relays(const struct mail_conf *m, struct strv *out)
{
	for (size_t i = 0; i < m->n_relays; i++) {
		const struct relay_conf *r = &m->relays[i];
		bool bare = strchr(r->host, ':') != NULL && r->host[0] != '[';

		strv_take(out, xasprintf(bare ? "[%s]:%lld" : "%s:%lld",
				   r->host, (long long)r->port));
	}
}

bool
config_sends(const struct config *c, enum channel channel)
{
	return channel == CHANNEL_SMS ? !c->sms.off
				      : *c->mail.disabled_reason == '\0';
}

void
config_ways(const struct config *c, enum channel channel, struct strv *out)
{
	if (!config_sends(c, channel))
		return;
	if (channel == CHANNEL_MAIL && !c->mail.maildir_only)
		add_relays(&c->mail, out);
	for (size_t i = 0; channel == CHANNEL_SMS && !c->sms.file_only &&
			   i < c->sms.n_gateways;
	     i++)
		strv_add(out, c->sms.gateways[i].name);
}

struct rate
config_rate(const struct config *c, enum channel channel, size_t i)
{
	if (channel == CHANNEL_MAIL && i < c->mail.n_relays)
		return c->mail.relays[i].rate;
	if (channel == CHANNEL_SMS && i < c->sms.n_gateways)
		return c->sms.gateways[i].rate;
	return (struct rate){0};
}

int64_t
config_slow_after(const struct config *c, enum channel channel)
{
	return channel == CHANNEL_SMS ? c->sms.slow_after : c->mail.slow_after;
}
