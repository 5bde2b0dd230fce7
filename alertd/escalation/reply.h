/*
 * reply.h: an answer by SMS: "OK 471123", "SEND 471123", "NEJ 471123". Pure.
 */
#ifndef ESCALATION_REPLY_H
#define ESCALATION_REPLY_H

#include <stdbool.h>

#include "base/personal.h"

/*
 * The word in any case, then six digits, with or without something between
 * them that is no letter or digit; what follows is not looked at. False: it is
 * no such answer.
 */
bool reply_parse(
    const char *text, enum code_action *action, char digits[REPLY_SIZE]);

#endif
