#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/attr.h"
#include "base/file.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/str.h"
#include "conf/secret.h"
#include "sandbox/landlock.h"
#include "sandbox/sandbox.h"
#include "sandbox/syscalls.h"

#define BY(who) (1U << (who))
#define PORT_DNS 53 /* by TCP, where an answer is long */

/* Adds what conf says that a program is to reach. */
typedef void reach_fn(struct landlock *l, const struct config *conf);

static reach_fn of_core, of_mail, of_sms, of_web;

static const struct {
	const char *name;
	reach_fn *reach;
	unsigned groups; /* of system calls, forbidden */
	bool signals; /* ends processes that are not its children's */
} programs[SANDBOXES] = {
    [SANDBOX_CORE] = {"alertd", of_core,
	GROUP_BASE | GROUP_FORK | GROUP_LISTEN | GROUP_ACCEPT, true},
    [SANDBOX_MAIL] = {"alertd-mail", of_mail,
	GROUP_BASE | GROUP_LISTEN | GROUP_ACCEPT, false},
    [SANDBOX_SMS] = {"alertd-sms", of_sms,
	GROUP_BASE | GROUP_FORK | GROUP_LISTEN | GROUP_ACCEPT, false},
    [SANDBOX_WEB] = {"alertd-web", of_web,
	GROUP_BASE | GROUP_FORK | GROUP_LISTEN | GROUP_INET, false},
    [SANDBOX_TLS] = {"alertd-mail (TLS)", NULL,
	GROUP_FORK | GROUP_LISTEN | GROUP_ACCEPT | GROUP_SOCKET | GROUP_FILES,
	false},
};

#define CALLERS (BY(SANDBOX_CORE) | BY(SANDBOX_MAIL) | BY(SANDBOX_SMS))
#define ALL (CALLERS | BY(SANDBOX_WEB))

/* What is read wherever alertd is installed. */
static const struct {
	unsigned programs;
	const char *path;
} common[] = {
    /* Libraries, certificates, time zones, character sets. */
    {ALL, "/usr"},
    {ALL, "/lib"},
    {ALL, "/lib64"},
    {ALL, "/proc/sys/kernel/random/boot_id"},
    {ALL, "/dev/urandom"},
    {ALL, "/dev/random"},
    {ALL, "/etc/ld.so.cache"},
    {ALL, "/etc/localtime"},
    /*
     * How names are looked up. All of it, since each of these files may be
     * replaced by another while we run, which a rule for the file would miss.
     */
    {CALLERS, "/etc"},
};

const char *
sandbox_name(enum sandboxed who)
{
	return programs[who].name;
}

static void
grant(struct landlock *l, void (*how)(struct landlock *, const char *),
    char *path)
{
	char *real = realpath(path, NULL);

	how(l, real == NULL ? path : real);
	free(real);
	free(path);
}

/* The folder of a file that is read again and again, perhaps a new one. */
static void
read_beside(struct landlock *l, const char *path)
{
	if (*path != '\0')
		grant(l, landlock_read, path_folder(path));
}

/* Where /etc/resolv.conf really is, when it is a link to another folder. */
static void
read_resolver(struct landlock *l)
{
	char *real = realpath("/etc/resolv.conf", NULL), *folder;

	if (real == NULL)
		return;
	folder = path_folder(real);
	if (str_eq(folder, "/run") || str_eq(folder, "/"))
		landlock_read(l, real);
	else
		landlock_read(l, folder);
	free(folder);
	free(real);
}

/* Where OpenSSL is told to find the system's certificates. */
static void
read_certificates(struct landlock *l)
{
	const char *file = getenv("SSL_CERT_FILE");
	const char *folder = getenv("SSL_CERT_DIR");

	if (file != NULL)
		read_beside(l, file);
	if (folder != NULL && *folder != '\0')
		grant(l, landlock_read, xstrdup(folder));
}

static void
read_source(struct landlock *l, const char *s)
{
	if (str_starts(s, "file://"))
		read_beside(l, s + strlen("file://"));
	else if (strstr(s, "://") == NULL)
		read_beside(l, s);
}

static void
reach_common(struct landlock *l, enum sandboxed who)
{
	for (size_t i = 0; i < LENGTH(common); i++)
		if ((common[i].programs & BY(who)) != 0)
			landlock_read(l, common[i].path);
	if ((CALLERS & BY(who)) != 0) {
		read_resolver(l);
		read_certificates(l);
	}
	/* LeakSanitizer looks at the threads when a program ends. */
	if (SANITIZED)
		landlock_read(l, "/proc");
}

/* A feed's server may send us to any other. */
static void
of_core(struct landlock *l, const struct config *c)
{
	struct strv kept = {0};

	l->any_port = true;
	grant(l, landlock_write, path_folder(c->store));
	read_beside(l, c->file);
	read_beside(l, c->rules);
	if (*c->templates != '\0')
		grant(l, landlock_read, xstrdup(c->templates));
	read_beside(l, c->deadman.ca_file);
	for (size_t i = 0; i < c->n_feeds; i++) {
		const struct feed_conf *f = &c->feeds[i];

		read_beside(l, f->ca_file);
		if (f->kind == FEED_MAILDIR)
			grant(l, landlock_write,
			    xstrdup(f->url + strlen("file://")));
		else
			read_source(l, f->url);
	}
	for (size_t i = 0; i < c->n_rotas; i++) {
		read_beside(l, c->rotas[i].ca_file);
		read_source(l, c->rotas[i].calendar);
	}
	for (size_t i = 0; i < c->sms.n_gateways; i++)
		read_beside(l, c->sms.gateways[i].file);
	/* Of systemd, where the unit has one. */
	if (!str_empty(getenv("RUNTIME_DIRECTORY")))
		grant(l, landlock_write, xstrdup(getenv("RUNTIME_DIRECTORY")));
	secret_files(&kept);
	for (size_t i = 0; i < kept.n; i++)
		grant(l, landlock_read, xstrdup(kept.v[i]));
	strv_clear(&kept);
}

static void
of_mail(struct landlock *l, const struct config *c)
{
	grant(l, landlock_write, path_folder(c->store));
	if (c->mail.maildir_only) {
		grant(l, landlock_write, xstrdup(c->mail.maildir));
		return;
	}
	landlock_port(l, PORT_DNS);
	for (size_t i = 0; i < c->mail.n_relays; i++) {
		landlock_port(l, c->mail.relays[i].port);
		read_beside(l, c->mail.relays[i].ca_file);
	}
}

/* The port of a URL that may be a template; 0 when it is not known. */
static int64_t
url_port(const char *url)
{
	const char *host = strstr(url, "://");
	int64_t port = str_starts(url, "http://") ? 80 : 443;
	char *authority, *colon;

	if (host == NULL)
		return 0;
	host += strlen("://");
	authority = xstrndup(host, strcspn(host, "/?#"));
	colon = strrchr(authority, ':');
	if (strstr(authority, "{{") != NULL ||
	    (colon != NULL && strchr(colon, ']') == NULL &&
		parse_int(colon + 1, 1, UINT16_MAX, &port) == -1))
		port = 0;
	free(authority);
	return port;
}

/* Then calls go to a port that we do not know. */
static bool
has_proxy(void)
{
	static const char *const names[] = {"http_proxy", "https_proxy",
	    "HTTPS_PROXY", "all_proxy", "ALL_PROXY"};

	for (size_t i = 0; i < LENGTH(names); i++)
		if (!str_empty(getenv(names[i])))
			return true;
	return false;
}

static void
of_sms(struct landlock *l, const struct config *c)
{
	grant(l, landlock_write, path_folder(c->store));
	if (c->sms.file_only) {
		grant(l, landlock_write, path_folder(c->sms.file));
		return;
	}
	l->any_port = has_proxy();
	landlock_port(l, PORT_DNS);
	for (size_t i = 0; i < c->sms.n_gateways; i++) {
		int64_t port = url_port(c->sms.gateways[i].url);

		if (port == 0)
			l->any_port = true;
		else
			landlock_port(l, port);
		read_beside(l, c->sms.gateways[i].ca_file);
	}
}

static void
of_web(struct landlock *l, const struct config *c)
{
	grant(l, landlock_write, path_folder(c->store));
	if (*c->templates != '\0')
		grant(l, landlock_read, xstrdup(c->templates));
}

void
sandbox_private(void)
{
	const struct rlimit none = {0, 0};

	setrlimit(RLIMIT_CORE, &none);
	umask(077);
	if (!SANITIZED)
		prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

/* What the core was shut in with; its next configuration must fit. */
static struct landlock core;
static bool core_is_in;

static void
reach(struct landlock *l, enum sandboxed who, const struct config *conf)
{
	reach_common(l, who);
	if (programs[who].reach != NULL)
		programs[who].reach(l, conf);
}

int
sandbox_enter(enum sandboxed who, const struct config *conf, struct err *e)
{
	struct landlock l = {0};
	struct err calls;
	int r;

	reach(&l, who, conf);
	r = landlock_enter(&l, programs[who].signals, e);
	if (who == SANDBOX_CORE) {
		landlock_clear(&core);
		core = l;
		core_is_in = r == 0;
	} else {
		landlock_clear(&l);
	}
	if (syscalls_forbid(programs[who].groups, &calls) == 0)
		return r;
	return r == 0 ? err_set(e, "%s", calls.msg)
		      : err_prefix(e, "%s; ", calls.msg);
}

bool
sandbox_fits(const struct config *next, struct err *e)
{
	struct landlock l = {0};
	bool fits;

	if (!core_is_in)
		return true;
	reach(&l, SANDBOX_CORE, next);
	fits = landlock_covers(&core, &l, e);
	landlock_clear(&l);
	return fits;
}
