/* program.h: where the project's other programs are. */
#ifndef BASE_PROGRAM_H
#define BASE_PROGRAM_H

/*
 * The path of a program that belongs to this one ("alertd-mail"): beside our
 * own executable, else in ../libexec/alertd from there; NULL when it is in
 * neither. Release with free().
 */
char *program_path(const char *name);

#endif
