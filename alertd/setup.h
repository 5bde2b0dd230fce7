/*
 * setup.h: what the operator's files say, loaded together: configuration,
 * rules, templates. Used by the daemon, by alertctl and by its check.
 */
#ifndef SETUP_H
#define SETUP_H

#include "base/diag.h"
#include "conf/config.h"
#include "filter/filter.h"
#include "notice/notice.h"

struct setup {
	struct config *conf;
	struct filter *filter;
	struct templates *templates;
};

/*
 * Loads path (NULL: all built in), for that role, sets the process's time zone.
 * Of the rules there is no word for the page, and how they were written for the
 * daemon neither. Every mistake of every file goes to *problems; returns 0 when
 * there was none, else -1 and *s is empty. Release with setup_clear().
 */
int setup_load(struct setup *s, const char *path, enum conf_role role,
    struct diags *problems);
void setup_clear(struct setup *s);

#endif
