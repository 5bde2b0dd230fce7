/* rotas.h: what the commands about rotas share. */
#ifndef ALERTCTL_ONCALL_ROTAS_H
#define ALERTCTL_ONCALL_ROTAS_H

#include "alertctl/ctl.h"
#include "base/str.h"

/*
 * A core for rotas, which needs no rules and no templates; writing: something
 * is to be changed.
 */
int rotas_open(struct ctl *c, bool writing, struct core *out);

/* "did you mean …?" or "there are …", of the names; release with free(). */
char *rotas_hint(const char *word, const struct strv *names);

#endif
