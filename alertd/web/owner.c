#include "base/mem.h"
#include "store/calls.h"
#include "web/mask.h"
#include "web/owner.h"

int
owner_read(
    struct store *s, int64_t incident, bool known, char **name, struct err *e)
{
	struct call c;
	int r = store_call_of(s, incident, &c, e);

	if (r == -1)
		return -1;
	*name = r == 0	? xstrdup("")
		: known ? xstrdup(c.owner)
			: mask_addresses(c.owner);
	if (r == 1)
		call_clear(&c);
	return 0;
}
