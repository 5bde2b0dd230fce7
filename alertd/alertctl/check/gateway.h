/* gateway.h: whether a call of each SMS gateway can be made. */
#ifndef ALERTCTL_CHECK_GATEWAY_H
#define ALERTCTL_CHECK_GATEWAY_H

#include "base/diag.h"
#include "conf/config.h"

/*
 * Makes the call that an SMS would be, from the preset and the settings, and
 * does not send it. What is wrong with it goes to *mistakes.
 */
void gateways_check(const struct config *conf, struct diags *mistakes);

#endif
