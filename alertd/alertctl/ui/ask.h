/*
 * ask.h: questions on the terminal, where there is one. Ctrl-C and Ctrl-D
 * stop at every one of them.
 */
#ifndef ALERTCTL_UI_ASK_H
#define ALERTCTL_UI_ASK_H

#include <stdbool.h>

#include "alertctl/ui/answer.h"
#include "alertctl/ctl.h"
#include "base/err.h"

/* Somebody is there to answer: a terminal, and no --json. */
bool ask_can(const struct ctl *c);
/*
 * A line after a prompt, without its end and the blanks around it; NULL when
 * somebody stops or the terminal is gone. free().
 */
char *ask_line(const char *prompt);

/*
 * Asks with the answer of an empty line in brackets (NULL: there is none)
 * until take() returns 0; each -1 is told by its *why. 0, or -1: stopped.
 */
int ask_until(const char *question, const char *otherwise,
    int (*take)(void *arg, const char *answer, struct err *why), void *arg);
/*
 * Lists the choices with their numbers and asks for one; otherwise is the one
 * of an empty line, or -1. The choice, or -1: stopped.
 */
int ask_choice(
    const char *question, const struct choice *list, size_t n, int otherwise);
/* 1, 0, or -1: stopped. */
int ask_yes(const char *question, bool otherwise);

#endif
