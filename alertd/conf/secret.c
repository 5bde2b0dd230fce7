#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "conf/secret.h"

struct source {
	const struct ynode *at;
	const char *file;
	const char *key;
	struct diags *problems;
};

static bool required = true;

void
secret_require(bool yes)
{
	required = yes;
}

static char *
mistake(
    const struct source *s, const char *what, const char *name, const char *why)
{
	diags_add(s->problems, s->file, s->at->line, s->at->col,
	    "%s: %s%s%s%s%s", s->key, what, *name == '\0' ? "" : " ", name,
	    *why == '\0' ? "" : ": ", why);
	return NULL;
}

/* Not there, or not for us: only who sends has to have it. */
static char *
unreached(
    const struct source *s, const char *what, const char *name, const char *why)
{
	return required ? mistake(s, what, name, why)
			: xstrdup(SECRET_UNREACHED);
}

/* Takes ownership of text. */
static char *
checked(const struct source *s, char *text)
{
	size_t n = strlen(text);

	while (n > 0 && (text[n - 1] == '\n' || text[n - 1] == '\r'))
		text[--n] = '\0';
	for (size_t i = 0; i < n; i++) {
		if ((unsigned char)text[i] >= ' ' && text[i] != 0x7f)
			continue;
		secret_free(text);
		return mistake(s,
		    "the secret holds a line break or control character", "",
		    "");
	}
	if (n > 0)
		return text;
	secret_free(text);
	return mistake(s, "the secret is empty", "", "");
}

static char *
read_file(const struct source *s, const char *path)
{
	struct err e;
	char *text, *secret;
	size_t len;

	if (file_read(path, LIMIT_SECRET, &text, &len, &e) == -1)
		return unreached(s, "cannot read the secret", e.msg, "");
	secret = strlen(text) == len
		     ? checked(s, xstrdup(text))
		     : mistake(s, "the secret holds a NUL byte", "", "");
	explicit_bzero(text, len);
	free(text);
	return secret;
}

/* A file that others can read is no secret. */
static char *
from_file(const struct source *s, const char *name)
{
	char *path = path_beside(s->file, name), *secret = NULL;
	struct stat st;

	if (stat(path, &st) == -1)
		secret = unreached(
		    s, "cannot read the secret", path, strerror(errno));
	else if (!S_ISREG(st.st_mode))
		mistake(s, "cannot read the secret", path, "not a file");
	else if ((st.st_mode & 077) != 0)
		mistake(
		    s, "others may read the secret; run: chmod 600", path, "");
	else
		secret = read_file(s, path);
	free(path);
	return secret;
}

static char *
from_env(const struct source *s, const char *name)
{
	const char *value = getenv(name);

	if (value == NULL)
		return unreached(s, "no environment variable", name, "");
	return checked(s, xstrdup(value));
}

/* systemd keeps the folder from others itself. */
static char *
from_credential(const struct source *s, const char *name)
{
	const char *dir = getenv("CREDENTIALS_DIRECTORY");
	char *path, *secret;

	if (strchr(name, '/') != NULL)
		return mistake(s, "a credential's name has no slash", "", "");
	if (dir == NULL)
		return unreached(s,
		    "no $CREDENTIALS_DIRECTORY, so no credential", name,
		    "systemd sets it where the unit has LoadCredential=");
	path = xasprintf("%s/%s", dir, name);
	secret = read_file(s, path);
	free(path);
	return secret;
}

static char *
from_map(struct source *s, const struct ynode *n)
{
	const struct ynode *key = n->keys, *value = n->items;

	if (n->n != 1)
		return mistake(s,
		    "a secret is its text, or exactly one of {file: PATH}, "
		    "{env: NAME}, {credential: NAME}",
		    "", "");
	s->at = value;
	if (value->kind != YNODE_SCALAR || value->value[0] == '\0')
		return mistake(
		    s, "a path or name is missing after", key->value, "");
	if (str_eq(key->value, "file"))
		return from_file(s, value->value);
	if (str_eq(key->value, "env"))
		return from_env(s, value->value);
	if (str_eq(key->value, "credential"))
		return from_credential(s, value->value);
	s->at = key;
	return mistake(s,
	    "a secret comes from file, env or credential, not from", key->value,
	    "");
}

char *
secret_read(const struct ynode *n, const char *file, const char *key,
    struct diags *problems)
{
	struct source s = {
	    .at = n, .file = file, .key = key, .problems = problems};

	if (n->kind == YNODE_SCALAR)
		return checked(&s, xstrdup(n->value));
	if (n->kind == YNODE_MAP)
		return from_map(&s, n);
	return mistake(&s, "a secret is not a list", "", "");
}
