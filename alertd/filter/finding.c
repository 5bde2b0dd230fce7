#include <stdlib.h>

#include "base/mem.h"
#include "filter/finding.h"

void
finding_init(struct finding *f)
{
	*f = (struct finding){.verdict = VERDICT_IGNORE,
	    .phase = PHASE_INFO,
	    .reason = xstrdup(""),
	    .service = xstrdup(""),
	    .expected_end = TIME_NONE};
}

void
finding_clear(struct finding *f)
{
	free(f->reason);
	free(f->service);
	strv_clear(&f->hit);
	*f = (struct finding){0};
}
