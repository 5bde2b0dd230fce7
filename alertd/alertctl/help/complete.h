/*
 * complete.h: what may stand for the last of the words behind "alertctl", as
 * far as it is typed. The scripts of the shells ask for it at each Tab.
 */
#ifndef ALERTCTL_HELP_COMPLETE_H
#define ALERTCTL_HELP_COMPLETE_H

#include <stdbool.h>
#include <stddef.h>

#include "alertctl/ctl.h"
#include "base/str.h"

struct candidates {
	struct strv words;
	struct strv notes; /* what each is, in a few words, or "" */
	bool files; /* and whatever file there is */
};

/*
 * n >= 1 words, the last of them typed so far, maybe "". Takes -c of them into
 * c->config. Says nothing and never fails; release with candidates_clear().
 */
void
complete(struct ctl *c, char *const *words, size_t n, struct candidates *out);
void candidates_add(struct candidates *out, const char *word, const char *note);
void candidates_clear(struct candidates *out);

/* live.c: what configuration and store have for an argument of that name. */
void live_candidates(struct ctl *c, const struct command *k, const char *option,
    const char *arg, struct candidates *out);

#endif
