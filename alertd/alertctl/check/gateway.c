#include "alertctl/check/gateway.h"
#include "base/attr.h"
#include "base/tr.h"
#include "deliver/request.h"

/* What has to be escaped, and is in both alphabets. */
#define TEXT "\"FMK\" \\ {virker} & 100 % – æøå\n"

static void
check_call(
    const struct config *c, const struct gateway_conf *g, struct diags *out)
{
	char number[] = "+4500000001", other[] = "+4500000002", ref[] = "1";
	struct target t[] = {
	    {.number = number, .ref = ref}, {.number = other, .ref = ref}};
	struct request r = {0};
	struct err e;

	if (request_make(g, c->sms.sender, TEXT, t,
		g->batch > 1 ? LENGTH(t) : 1, &r, &e) == -1)
		diags_add(out, c->file, g->at.line, g->at.col,
		    _("sms.gateways[]: no call of %s can be made: %s"), g->name,
		    e.msg);
	request_clear(&r);
}

void
gateways_check(const struct config *conf, struct diags *mistakes)
{
	const struct sms_conf *s = &conf->sms;

	for (size_t i = 0; !s->off && !s->file_only && i < s->n_gateways; i++)
		check_call(conf, &s->gateways[i], mistakes);
}
