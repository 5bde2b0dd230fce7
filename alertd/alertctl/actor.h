/*
 * actor.h: who runs alertctl, for the audit trail. The first name is one
 * that the kernel has, and no variable of the environment changes it.
 */
#ifndef ALERTCTL_ACTOR_H
#define ALERTCTL_ACTOR_H

/*
 * "user anna"; "user anna (as alertd)" when anna logged in, which the kernel
 * remembers, and is alertd now; where it does not know who logged in, "user
 * alertd (sudo anna)", which only sudo says. free().
 */
char *actor_now(void);

#endif
