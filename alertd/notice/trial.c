#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/mem.h"
#include "base/str.h"
#include "notice/trial.h"

#define DRILL "drill" /* stands for one of FMK */
#define MADE INT64_C(1774735980) /* 2026-03-28T22:13:00Z */

static void
make(struct incident *i, const char *service, enum effect effect,
    enum notice_type type)
{
	incident_init(i);
	i->id = 1;
	i->state = INCIDENT_OPEN;
	i->effect = effect;
	i->since = i->opened_at = i->last_notice_at = MADE - 7200;
	i->starts = MADE + 86400;
	i->ends = MADE + 90000;
	i->notices = type == NOTICE_FIRST ? 0 : 1;
	i->planned = effect == EFFECT_PLANNED;
	if (str_eq(service, DRILL)) {
		i->kind = KIND_EXERCISE;
		i->drill_ends = MADE + 7200;
	}
	xreplace(&i->service, str_eq(service, DRILL) ? "FMK" : service);
	xreplace(&i->title, "FMK");
}

static bool
known(const struct diags *l, const char *file, const char *why)
{
	for (size_t i = 0; i < l->n; i++)
		if (str_eq(l->v[i].file, file) && str_starts(l->v[i].msg, why))
			return true;
	return false;
}

/* "file:line:col: why" or "file: why". */
static void
tell(const struct notice_facts *f, const char *said, struct diags *problems)
{
	const char *why = strstr(said, ": ");
	size_t n = strcspn(said, ":");
	char *file = xstrndup(said, n);
	unsigned line = 0, col = 0;

	sscanf(said + n, ":%u:%u", &line, &col);
	why = why == NULL ? said : why + 2;
	/* Once for a file, though it fails in many a notice. */
	if (!known(problems, file, why))
		diags_add(problems, file, line, col,
		    "%s (in a notice of type %s, effect %s)", why,
		    notice_type_name(f->type),
		    effect_name(f->incident->effect));
	free(file);
}

static void
for_some(struct notice_facts *f)
{
	static const char whom[] = "FMK";

	memcpy(f->whom, whom, sizeof(whom));
	memcpy(f->whom_short, whom, sizeof(whom));
}

static void
try_one(const struct templates *t, const struct notice_facts *f,
    struct diags *problems)
{
	struct notice_texts x;
	struct err e;

	if (notice_render(t, f, &x, &e) == -1)
		tell(f, e.msg, problems);
	notice_texts_clear(&x);
}

/* Work that is announced has no news every two hours. */
static bool
belongs(enum notice_type type, enum effect effect)
{
	if (type == NOTICE_RESOLVED || type == NOTICE_CORRECTION ||
	    type == NOTICE_PAGE || type == NOTICE_RECEIPT)
		return true;
	return (type == NOTICE_PLANNED) == (effect == EFFECT_PLANNED);
}

static void
try_effect(const struct templates *t, const struct notices_conf *conf,
    int64_t max_segments, enum effect effect, struct diags *problems)
{
	static const char *const services[] = {
	    "FMK", "NAS", "FMK-online", DRILL};

	for (int k = 0; k < (NOTICE_RECEIPT + 1) * (int)LENGTH(services) * 4;
	     k++) {
		enum notice_type type = (enum notice_type)(k / 16);
		struct incident i;
		struct notice_facts f = {.incident = &i,
		    .conf = conf,
		    .type = type,
		    .number = 2,
		    .now = MADE,
		    .next = MADE + 7200,
		    .audience = type == NOTICE_PAGE ? ORG_ONCALL
				: k % 2		    ? ORG_VENDOR
						    : ORG_MUNICIPALITY,
		    .feed_silent_since = TIME_NONE,
		    .max_segments = max_segments};

		if (!belongs(type, effect))
			continue;
		if (k / 8 % 2)
			for_some(&f);
		make(&i, services[k / 2 % 4], effect, type);
		try_one(t, &f, problems);
		incident_clear(&i);
	}
}

void
templates_try(const struct templates *t, const struct notices_conf *conf,
    int64_t max_segments, struct diags *problems)
{
	for (int e = EFFECT_OUTAGE; e >= EFFECT_PLANNED; e--)
		try_effect(t, conf, max_segments, (enum effect)e, problems);
}
