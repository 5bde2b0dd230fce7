#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/attr.h"
#include "sandbox/landlock.h"

/* Of kernels that are newer than the header of Debian 12. */
#define FS_TRUNCATE (1ULL << 14) /* ABI 3 */
#define FS_IOCTL_DEV (1ULL << 15) /* ABI 5 */
#define NET_BIND_TCP (1ULL << 0) /* ABI 4 */
#define NET_CONNECT_TCP (1ULL << 1)
#define SCOPE_ABSTRACT (1ULL << 0) /* ABI 6 */
#define SCOPE_SIGNAL (1ULL << 1)
#define RULE_NET_PORT 2

#define ABI_MOVE 2 /* before, nothing could be moved to another folder */
#define ABI_TRUNCATE 3
#define ABI_NET 4
#define ABI_IOCTL 5
#define ABI_SCOPE 6

#define FS_READ (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)
/* Not to be had anywhere: programs, devices. */
#define FS_WRITE                                                             \
	(FS_READ | LANDLOCK_ACCESS_FS_WRITE_FILE |                           \
	    LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE | \
	    LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG |      \
	    LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_REFER |        \
	    FS_TRUNCATE)
#define FS_ALL                                                            \
	(FS_WRITE | LANDLOCK_ACCESS_FS_EXECUTE |                          \
	    LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_FIFO | \
	    LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM | \
	    FS_IOCTL_DEV)
/* What holds of a file alone. */
#define FS_OF_FILE                                                      \
	(LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE | \
	    FS_TRUNCATE)

struct ruleset_attr {
	uint64_t fs, net, scoped;
};
struct port_attr {
	uint64_t access, port;
};

void
landlock_clear(struct landlock *l)
{
	strv_clear(&l->read);
	strv_clear(&l->write);
	*l = (struct landlock){0};
}

void
landlock_read(struct landlock *l, const char *path)
{
	if (!strv_has(&l->read, path))
		strv_add(&l->read, path);
}

void
landlock_write(struct landlock *l, const char *path)
{
	if (!strv_has(&l->write, path))
		strv_add(&l->write, path);
}

void
landlock_port(struct landlock *l, int64_t port)
{
	for (size_t i = 0; i < l->n_ports; i++)
		if (l->ports[i] == port)
			return;
	if (l->n_ports == LANDLOCK_PORTS)
		l->any_port = true;
	else
		l->ports[l->n_ports++] = (uint16_t)port;
}

static bool
beneath(const struct strv *l, const char *path)
{
	for (size_t i = 0; i < l->n; i++) {
		size_t n = strlen(l->v[i]);

		if (str_starts(path, l->v[i]) &&
		    (path[n] == '\0' || path[n] == '/'))
			return true;
	}
	return false;
}

bool
landlock_covers(
    const struct landlock *l, const struct landlock *other, struct err *e)
{
	const char *path = NULL;

	for (size_t i = 0; i < other->write.n; i++)
		if (!beneath(&l->write, other->write.v[i]))
			path = other->write.v[i];
	for (size_t i = 0; i < other->read.n; i++)
		if (!beneath(&l->read, other->read.v[i]) &&
		    !beneath(&l->write, other->read.v[i]))
			path = other->read.v[i];
	if (path != NULL)
		err_set(e,
		    "%s is outside of what the running alertd may reach: stop "
		    "it and start it again",
		    path);
	return path == NULL;
}

static int
abi_now(void)
{
	return (int)syscall(SYS_landlock_create_ruleset, NULL, 0,
	    LANDLOCK_CREATE_RULESET_VERSION);
}

static uint64_t
fs_known(int abi)
{
	uint64_t all = FS_ALL;

	if (abi < ABI_TRUNCATE)
		all &= ~FS_TRUNCATE;
	if (abi < ABI_IOCTL)
		all &= ~FS_IOCTL_DEV;
	return all;
}

static int
add_path(int set, const char *path, uint64_t access, struct err *e)
{
	struct landlock_path_beneath_attr a = {.allowed_access = access};
	struct stat st;
	int r;

	a.parent_fd = open(path, O_PATH | O_CLOEXEC);
	if (a.parent_fd == -1)
		return 0; /* not on this system */
	if (fstat(a.parent_fd, &st) == 0 && !S_ISDIR(st.st_mode))
		a.allowed_access &= FS_OF_FILE;
	r = (int)syscall(
	    SYS_landlock_add_rule, set, LANDLOCK_RULE_PATH_BENEATH, &a, 0);
	if (r == -1)
		err_set(e, "Landlock, %s: %s", path, strerror(errno));
	close(a.parent_fd);
	return r;
}

static int
add_port(int set, uint16_t port, struct err *e)
{
	struct port_attr a = {NET_CONNECT_TCP, port};

	if (syscall(SYS_landlock_add_rule, set, RULE_NET_PORT, &a, 0) == 0)
		return 0;
	return err_set(
	    e, "Landlock, port %u: %s", (unsigned)port, strerror(errno));
}

static int
add_rules(
    int set, const struct landlock *l, uint64_t fs, bool net, struct err *e)
{
	/* The one device that may be written; a rule of its own. */
	if (add_path(set, "/dev/null",
		fs & (FS_READ | LANDLOCK_ACCESS_FS_WRITE_FILE), e) == -1)
		return -1;
	for (size_t i = 0; i < l->read.n; i++)
		if (add_path(set, l->read.v[i], fs & FS_READ, e) == -1)
			return -1;
	for (size_t i = 0; i < l->write.n; i++)
		if (add_path(set, l->write.v[i], fs & FS_WRITE, e) == -1)
			return -1;
	for (size_t i = 0; net && i < l->n_ports; i++)
		if (add_port(set, l->ports[i], e) == -1)
			return -1;
	return 0;
}

/* What a kernel of that ABI leaves open. */
static int
short_of(int abi, struct err *e)
{
	if (abi < ABI_NET)
		return err_set(e,
		    "this kernel's Landlock (ABI %d) does not know TCP", abi);
	if (abi < ABI_SCOPE)
		return err_set(e,
		    "this kernel's Landlock (ABI %d) does not know signals",
		    abi);
	return 0;
}

static int
enter(const struct landlock *l, int abi, bool signals, struct err *e)
{
	struct ruleset_attr a = {.fs = fs_known(abi)};
	size_t size = sizeof(a.fs);
	int set, r;

	if (abi >= ABI_NET) {
		a.net = NET_BIND_TCP | (l->any_port ? 0 : NET_CONNECT_TCP);
		size = sizeof(a.fs) + sizeof(a.net);
	}
	if (abi >= ABI_SCOPE) {
		a.scoped = signals ? 0 : SCOPE_SIGNAL | SCOPE_ABSTRACT;
		size = sizeof(a);
	}
	set = (int)syscall(SYS_landlock_create_ruleset, &a, size, 0);
	if (set == -1)
		return err_set(e, "Landlock: %s", strerror(errno));
	r = add_rules(set, l, a.fs, abi >= ABI_NET && !l->any_port, e);
	if (r == 0 && syscall(SYS_landlock_restrict_self, set, 0) == -1)
		r = err_set(e, "Landlock: %s", strerror(errno));
	close(set);
	return r;
}

int
landlock_enter(const struct landlock *l, bool signals, struct err *e)
{
	int abi = abi_now();

	if (abi < ABI_MOVE)
		return err_set(e, "this kernel has no Landlock%s",
		    abi == -1 && errno == EOPNOTSUPP ? " (it is switched off)"
		    : abi == 1			     ? " that is of use (ABI 1)"
						     : "");
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == -1)
		return err_set(e, "no_new_privs: %s", strerror(errno));
	if (enter(l, abi, signals, e) == -1)
		return -1;
	return short_of(abi, e);
}
