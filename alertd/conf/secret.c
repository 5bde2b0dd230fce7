#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/env.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "conf/secret.h"

#define DENIED "Permission denied; run as the user of alertd, who must own it"

struct source {
	const struct ynode *at;
	const char *file;
	const char *key;
	enum secret_use use;
	struct diags *problems;
};

static char *
mistake(
    const struct source *s, const char *what, const char *name, const char *why)
{
	diags_add(s->problems, s->file, s->at->line, s->at->col,
	    "%s: %s%s%s%s%s", s->key, what, *name == '\0' ? "" : " ", name,
	    *why == '\0' ? "" : ": ", why);
	return NULL;
}

static char *
unread(void)
{
	return xstrdup(SECRET_UNREACHED);
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
	if (n > 0 && (s->use == SECRET_READ || s->use == SECRET_NONE))
		return text;
	secret_free(text);
	return n > 0 ? unread() : mistake(s, "the secret is empty", "", "");
}

static struct strv files;

void
secret_files(struct strv *out)
{
	for (size_t i = 0; i < files.n; i++)
		strv_add(out, files.v[i]);
}

static char *
read_file(const struct source *s, const char *path)
{
	struct err e;
	char *text, *secret;
	size_t len;

	if (!strv_has(&files, path))
		strv_add(&files, path);
	if (file_read(path, LIMIT_SECRET, &text, &len, &e) == -1)
		return mistake(s, "cannot read the secret", e.msg, "");
	secret = strlen(text) == len
		     ? checked(s, xstrdup(text))
		     : mistake(s, "the secret holds a NUL byte", "", "");
	explicit_bzero(text, len);
	free(text);
	return secret;
}

static bool
looks(const struct source *s)
{
	return s->use == SECRET_READ || s->use == SECRET_LOOK;
}

/*
 * Whether path is there, a file, and nobody else's to read. What may not be
 * seen is good for who does not need it.
 */
static bool
looks_good(const struct source *s, const char *path, mode_t others)
{
	struct stat st;
	int r = stat(path, &st);

	if (r == -1 && errno == EACCES && s->use == SECRET_LOOK)
		return true;
	if (r == 0 && s->use == SECRET_READ)
		r = faccessat(AT_FDCWD, path, R_OK, AT_EACCESS);
	if (r == -1)
		mistake(s, "cannot read the secret", path,
		    errno == EACCES ? DENIED : strerror(errno));
	else if (!S_ISREG(st.st_mode))
		mistake(s, "cannot read the secret", path, "not a file");
	else if ((st.st_mode & others) != 0)
		mistake(
		    s, "others may read the secret; run: chmod 600", path, "");
	else
		return true;
	return false;
}

/* A file that others can read is no secret. Takes ownership of path. */
static char *
at_path(const struct source *s, char *path, mode_t others)
{
	char *secret = NULL;

	if (!looks(s))
		secret = unread();
	else if (looks_good(s, path, others))
		secret = s->use == SECRET_READ ? read_file(s, path) : unread();
	free(path);
	return secret;
}

/* Secrets that stood in the environment; a reload finds them here. */
static struct {
	char *name, *value;
} * taken;
static size_t n_taken;

/* The value, which is wiped where it stands; borrowed. */
static const char *
take(const char *name, const char *value)
{
	size_t i = 0;

	while (i < n_taken && !str_eq(taken[i].name, name))
		i++;
	if (i == n_taken) {
		taken = xreallocarray(taken, ++n_taken, sizeof(*taken));
		taken[i].name = xstrdup(name);
		taken[i].value = xstrdup(value);
	} else if (*value != '\0') {
		secret_free(taken[i].value);
		taken[i].value = xstrdup(value);
	}
	env_wipe(name);
	return taken[i].value;
}

static char *
from_env(const struct source *s, const char *name)
{
	const char *value = getenv(name);

	if (s->use == SECRET_SKIP)
		return unread();
	if (value == NULL && looks(s))
		return mistake(s, "no environment variable", name, "");
	if (s->use == SECRET_READ)
		return checked(s, xstrdup(take(name, value)));
	env_wipe(name);
	return unread();
}

/* systemd keeps the folder from others itself. */
static char *
from_credential(const struct source *s, const char *name)
{
	const char *dir = getenv("CREDENTIALS_DIRECTORY");

	if (strchr(name, '/') != NULL)
		return mistake(s, "a credential's name has no slash", "", "");
	if (!looks(s))
		return unread();
	if (dir == NULL)
		return mistake(s, "no $CREDENTIALS_DIRECTORY, so no credential",
		    name, "systemd sets it where the unit has LoadCredential=");
	return at_path(s, xasprintf("%s/%s", dir, name), 0);
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
		return at_path(s, path_beside(s->file, value->value), 077);
	if (str_eq(key->value, "env"))
		return from_env(s, value->value);
	if (str_eq(key->value, "credential"))
		return from_credential(s, value->value);
	s->at = key;
	return mistake(s,
	    "a secret comes from file, env or credential, not from", key->value,
	    "");
}

/*
 * The text stands in the configuration itself. Who is not to keep it does not
 * complain: alertctl has to work.
 */
static char *
written(const struct source *s, const char *text)
{
	struct stat st;

	if (looks(s) && stat(s->file, &st) == 0 && S_ISREG(st.st_mode) &&
	    (st.st_mode & 007) != 0)
		return mistake(s,
		    "everybody may read this file, and the secret in it; let "
		    "the user of alertd own it, and run: "
		    "chmod o-rwx",
		    s->file, "");
	return checked(s, xstrdup(text));
}

char *
secret_read(const struct ynode *n, const char *file, const char *key,
    enum secret_use use, struct diags *problems)
{
	struct source s = {.at = n,
	    .file = file,
	    .key = key,
	    .use = use,
	    .problems = problems};

	if (n->kind == YNODE_SCALAR)
		return written(&s, n->value);
	if (n->kind == YNODE_MAP)
		return from_map(&s, n);
	return mistake(&s, "a secret is not a list", "", "");
}
