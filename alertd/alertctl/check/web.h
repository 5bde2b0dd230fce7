/* web.h: whether the page and the callbacks of gateways can work. */
#ifndef ALERTCTL_CHECK_WEB_H
#define ALERTCTL_CHECK_WEB_H

#include "base/diag.h"
#include "conf/config.h"

/* What is no mistake of the file, and will not do what was meant. */
void web_check(const struct config *conf, struct diags *remarks);

#endif
