/* program.h: where the project's other programs are, and what others are. */
#ifndef BASE_PROGRAM_H
#define BASE_PROGRAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define PROCESS_SIZE 48

/*
 * The path of a program that belongs to this one ("alertd-mail"): beside our
 * own executable, else in ../libexec/alertd from there; NULL when it is in
 * neither. Release with free().
 */
char *program_path(const char *name);

/*
 * "4711 (sqlite3)", for a log and an SMS; "4711" where the system does not say
 * what that process runs. Returns out.
 */
const char *process_named(int64_t pid, char out[PROCESS_SIZE]);
/*
 * Whether it waits for a disk, where no signal reaches it before that has
 * answered; false where the system does not say.
 */
bool process_waits(int64_t pid);

#endif
