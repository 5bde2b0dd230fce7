#include <stdlib.h>

#include "base/mem.h"
#include "contacts/part.h"
#include "store/audit.h"

/* "[fmk nas; mail]", "[]" when it is everything. */
static char *
words(const char *topics, enum channel_choice channels)
{
	const char *by = channel_choice_name(channels);
	bool both = *topics != '\0' && *by != '\0';

	return xasprintf("[%s%s%s]", topics, both ? "; " : "", by);
}

static char *
describe(const struct org *o, const char *topics, enum channel_choice channels)
{
	char *before = words(o->topics, o->channels);
	char *after = words(topics, channels);
	char *s = xasprintf("%s %s %s -> %s", o->code, o->name, before, after);

	free(before);
	free(after);
	return s;
}

char *
org_part_text(
    const struct org *o, const char *topics, enum channel_choice channels)
{
	char *rest = describe(o, topics, channels);
	char *s = xasprintf("default %s", rest);

	free(rest);
	return s;
}

static int
store_both(struct store *s, const struct org *o, const char *topics,
    enum channel_choice channels, const char *actor, int64_t at, struct err *e)
{
	char *object = xasprintf("organisation %s", o->code);
	char *detail = describe(o, topics, channels);
	int r = store_org_part(s, o->code, topics, channels, e);

	if (r == 0)
		r = store_audit(
		    s, at, actor, "org.changed", 0, object, detail, e);
	free(object);
	free(detail);
	return r;
}

int
org_part_apply(struct store *s, const struct org *o, const char *topics,
    enum channel_choice channels, const char *actor, int64_t at, struct err *e)
{
	if (store_begin(s, e) == -1)
		return -1;
	if (store_both(s, o, topics, channels, actor, at, e) == 0)
		return store_commit(s, e);
	store_rollback(s);
	return -1;
}
