/*
 * typing.h: the text of a notice, in the operator's editor or line by line.
 * What the templates will say is shown first, so that nobody types it again.
 */
#ifndef ALERTCTL_SEND_TYPING_H
#define ALERTCTL_SEND_TYPING_H

#include "alertctl/send/dialogue.h"

/*
 * d->said->text of a notice of i, which may be left empty for a new incident.
 * 0, or -1: stopped; what there is of it is kept.
 */
int typing(struct dialogue *d, const struct incident *i);

#endif
