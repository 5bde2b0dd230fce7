/* trial.h: templates are rendered before they are needed. Pure. */
#ifndef NOTICE_TRIAL_H
#define NOTICE_TRIAL_H

#include "base/diag.h"
#include "notice/notice.h"

/*
 * Renders the notices and drills of each type and effect, for municipalities
 * and vendors, pages and receipts, with made facts. A template that fails
 * (nothing is left of it, it is too large) is a mistake with its place: the
 * built-in plain text would go instead.
 */
void templates_try(const struct templates *t, const struct notices_conf *conf,
    int64_t max_segments, struct diags *problems);

#endif
