/* check.h: what must be true of several keys of alertd.yaml together. */
#ifndef CONF_CHECK_H
#define CONF_CHECK_H

#include "base/diag.h"
#include "conf/config.h"
#include "conf/yaml.h"

/*
 * Adds a mistake for each contradiction; root gives the places. Only what was
 * read well is compared.
 */
void config_check(
    const struct config *c, const struct ynode *root, struct diags *problems);

/* Those of rotas:, which config_check() asks for. */
void config_check_rotas(
    const struct config *c, const struct ynode *root, struct diags *problems);

#endif
