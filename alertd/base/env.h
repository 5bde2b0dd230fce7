/*
 * env.h: the environment as a place of secrets. What a process was started
 * with can be read in /proc/PID/environ as long as it stands there, whatever
 * unsetenv(3) does.
 */
#ifndef BASE_ENV_H
#define BASE_ENV_H

/*
 * Wipes the value of the variable where it stands; it is "" from then on.
 * Nothing happens when there is none.
 */
void env_wipe(const char *name);
/*
 * Moves the whole environment to memory of our own, and wipes where it stood;
 * programs that are started get it all the same.
 */
void env_private(void);

#endif
