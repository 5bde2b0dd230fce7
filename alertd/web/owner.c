#include "base/mem.h"
#include "web/owner.h"

/* Nobody can take an incident yet. */
int
owner_read(struct store *s, int64_t incident, char **name, struct err *e)
{
	(void)s;
	(void)incident;
	(void)e;
	*name = xstrdup("");
	return 0;
}
