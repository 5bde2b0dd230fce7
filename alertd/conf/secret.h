/*
 * secret.h: passwords and tokens. In the file a secret is its text, or one
 * of {file: PATH}, {env: NAME}, {credential: NAME} (a file in systemd's
 * $CREDENTIALS_DIRECTORY). No message shows one.
 */
#ifndef CONF_SECRET_H
#define CONF_SECRET_H

#include <stdbool.h>

#include "base/diag.h"
#include "conf/yaml.h"

/*
 * Whether a secret that cannot be reached is a mistake (as at the start) or
 * read as UNREACHED. For programs that send nothing: alertctl is run by
 * people who may not read what only the daemon's unit has.
 */
void secret_require(bool required);
#define SECRET_UNREACHED "(not reached)"

/*
 * The secret that n gives for the key called key; a path is relative to
 * file. Line breaks at its end are cut. Release with secret_free(); NULL when
 * there is none, with a mistake added.
 */
char *secret_read(const struct ynode *n, const char *file, const char *key,
    struct diags *problems);

#endif
