/* checkweb.h: whether the page and the callbacks of gateways can work. */
#ifndef ALERTCTL_CHECKWEB_H
#define ALERTCTL_CHECKWEB_H

#include "base/diag.h"
#include "conf/config.h"

/* What is no mistake of the file, and will not do what was meant. */
void web_check(const struct config *conf, struct diags *remarks);

#endif
