/*
 * embedded.h: the files of the project that are built into the programs, so
 * that they run before anything is installed: etc/rules.yaml,
 * etc/gateways/, templates/, contacts/. A file on disk that the
 * configuration names is always taken before the built-in one.
 */
#ifndef BASE_EMBEDDED_H
#define BASE_EMBEDDED_H

#include <stddef.h>

struct embedded {
	const char *path; /* "templates/da/first-outage.mail.txt" */
	const char *data; /* NUL-terminated */
	size_t len;
};

/* The file of that path, or NULL. */
const struct embedded *embedded_find(const char *path);
/* The i-th file, in order of path, or NULL past the end. */
const struct embedded *embedded_at(size_t i);

#endif
