#include <string.h>

#include "base/mem.h"
#include "shrink.h"
#include "world.h"

/* Without the n entries from at: whether it still breaks in the same way. */
static bool
holds_without(const struct schedule *s, size_t at, size_t n, int invariant,
    struct schedule *out)
{
	schedule_copy(out, s);
	memmove(
	    out->v + at, out->v + at + n, (out->n - at - n) * sizeof(*out->v));
	out->n -= n;
	world_run(out, NULL);
	if (world.broken && world.invariant == invariant)
		return true;
	schedule_clear(out);
	return false;
}

/* What comes after the failure has no part in it. */
static void
cut_end(struct schedule *s)
{
	int64_t at = world.now - s->begins;

	while (s->n > 0 && s->v[s->n - 1].at > at)
		s->n--;
}

void
shrink(const struct schedule *s, int invariant, int tries, struct schedule *out)
{
	size_t part;

	schedule_copy(out, s);
	world_run(out, NULL);
	if (!world.settling)
		cut_end(out);
	part = out->n / 2;
	while (part > 0 && tries > 0) {
		bool less = false;

		for (size_t at = 0; at + part <= out->n && tries-- > 0;) {
			struct schedule next;

			if (!holds_without(out, at, part, invariant, &next)) {
				at += part;
				continue;
			}
			schedule_clear(out);
			*out = next;
			less = true;
		}
		if (!less || part > out->n)
			part = part > out->n ? out->n / 2 : part / 2;
	}
}
