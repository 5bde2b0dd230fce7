/*
 * secret.h: passwords and tokens. In the file a secret is its text, or one
 * of {file: PATH}, {env: NAME}, {credential: NAME} (a file in systemd's
 * $CREDENTIALS_DIRECTORY). No message shows one.
 */
#ifndef CONF_SECRET_H
#define CONF_SECRET_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/str.h"
#include "conf/yaml.h"

/* What the process that reads the configuration does with one; role.h. */
enum secret_use {
	SECRET_READ, /* keeps it: it must be there */
	SECRET_LOOK, /* sees that it is there, as far as it may, unread */
	SECRET_DROP, /* does not look; not even its environment keeps it */
	SECRET_SKIP, /* sees only that it is written as a secret is */
	SECRET_NONE /* it is none: its text, wherever it stands */
};
/* What stands for one that was not read; no secret that was is so. */
#define SECRET_UNREACHED "(not reached)"

/*
 * The secret that n gives for the key called key, or UNREACHED where use does
 * not read it; a path is relative to file. Line breaks at its end are cut.
 * Release with secret_free(); NULL when there is none, with a mistake added.
 */
char *secret_read(const struct ynode *n, const char *file, const char *key,
    enum secret_use use, struct diags *problems);

/*
 * Adds the files that this process has read secrets from, which a reload reads
 * again.
 */
void secret_files(struct strv *out);

#endif
