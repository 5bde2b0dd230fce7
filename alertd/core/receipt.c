#include <stdlib.h>

#include "base/log.h"
#include "base/mem.h"
#include "base/personal.h"
#include "base/str.h"
#include "core/answer.h"
#include "core/parts.h"
#include "store/receipts.h"

/* Seconds that a code is good at most, however long it lasts. */
#define LIFE (90 * 86400)

bool
core_asks(const struct core *c, const struct incident *i, enum notice_type type)
{
	return c->conf->notices.receipts == ANSWER_YES && !c->conf->web.off &&
	       *c->conf->web.base_url != '\0' && i->kind != KIND_TEST &&
	       i->effect != EFFECT_PLANNED && type != NOTICE_CORRECTION;
}

char *
core_receipt_link(const struct core *c)
{
	char *base = core_link(c, "kvittering");
	char *link = xasprintf("%s%s", base, personal_token(CODE_RECEIPT));

	free(base);
	return link;
}

int
core_receipt_code(
    struct core *c, const struct notice *n, const struct org *o, struct err *e)
{
	char none[] = "";
	struct code code = {
	    .action = CODE_RECEIPT,
	    .notice = n->id,
	    .incident = n->incident,
	    .org = o->code,
	    .name = o->name,
	    .phone = none,
	    .made = n->at,
	    .lapses = n->at + LIFE,
	};

	return store_code_add(c->store, &code, e);
}

int
core_ask(struct core *c, const struct incident *i, const struct notice *n,
    const struct org *o, struct err *e)
{
	bool has, back = str_eq(i->change_reason, "back");

	if (store_receipted(c->store, i->id, o->code, &has, e) == -1)
		return -1;
	if (has)
		return 0;
	if (core_receipt_code(c, n, o, e) == -1)
		return -1;
	return store_ask(c->store, i->id, o, back, n->at, e);
}

int
core_receipt(
    struct core *c, const struct code *code, int64_t now, struct err *e)
{
	int r = store_receipt_add(c->store, code->incident, code->org,
	    code->notice, code->name, now, e);

	if (r != 1)
		return r;
	log_info("incident %lld: receipt of %s", (long long)code->incident,
	    code->name);
	return core_audit(c, now, "receipt.taken", code->incident, e, "%s (%s)",
	    code->name, code->org);
}
