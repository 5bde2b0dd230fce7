/*
 * role.h: which process may hold which secret: the table of what each is for.
 * SECURITY.md says the same.
 */
#ifndef CONF_ROLE_H
#define CONF_ROLE_H

#include "conf/config.h"
#include "conf/secret.h"

/* What a process of that role does with the secret of the key at path. */
enum secret_use role_use(enum conf_role role, const char *path);
/* The same of a setting of the gateway's preset, by who needs it. */
enum secret_use role_setting_use(
    enum conf_role role, const struct gateway_conf *g, const struct setting *s);
/*
 * Wipes the addresses of feeds and calendars, which may hold a secret, where
 * the role fetches none. What is left of a calendar is its calendar_id.
 */
void role_forget(enum conf_role role, struct config *c);

#endif
