/*
 * Unit tests of sandbox/: each program, shut in as it shuts itself in, tries
 * what it must not and what it must. Each try is a process of its own.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/io_uring.h>
#include <pthread.h>
#include <sched.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/attr.h"
#include "base/file.h"
#include "base/mem.h"
#include "conf/config.h"
#include "sandbox/landlock.h"
#include "sandbox/sandbox.h"
#include "sandbox/syscalls.h"

#define ENDED (1000 + SIGSYS) /* the process, by the call */
#define FAILED 200 /* the test itself */

static char folder[] = "/tmp/alertd-sandbox-XXXXXX";
static char *inside, *outside; /* of the store; of everything */
static struct config *conf;
static int port_known, port_other;
static char missing[ERR_MAX]; /* what this kernel has not */

/* --- what is tried: 0 or an errno ------------------------------------------
 */

static int
result(long r)
{
	return r == -1 ? errno : 0;
}

static int
try_open(const char *dir, const char *name, int flags)
{
	char *path = xasprintf("%s/%s", dir, name);
	int fd = open(path, flags, 0600), r = result(fd);

	free(path);
	if (fd != -1)
		close(fd);
	return r;
}

static int
read_outside(void)
{
	return try_open(outside, "there", O_RDONLY);
}

static int
write_outside(void)
{
	return try_open(outside, "new", O_WRONLY | O_CREAT);
}

static int
read_inside(void)
{
	return try_open(inside, "there", O_RDONLY);
}

static int
write_inside(void)
{
	return try_open(inside, "new", O_WRONLY | O_CREAT | O_TRUNC);
}

static int
read_shadow(void)
{
	return try_open("/etc", "shadow", O_RDONLY);
}

static int
read_hosts(void)
{
	return try_open("/etc", "hosts", O_RDONLY);
}

static int
read_zone(void)
{
	return try_open("/usr/share/zoneinfo", "UTC", O_RDONLY);
}

static int
make_link(void)
{
	char *path = xasprintf("%s/link", inside);
	int r = result(symlink("/etc/shadow", path));

	free(path);
	return r;
}

static int
leave_by_rename(void)
{
	char *from = xasprintf("%s/there", inside);
	char *to = xasprintf("%s/moved", outside);
	int r = result(rename(from, to));

	free(from);
	free(to);
	return r == EXDEV ? EACCES : r;
}

static int
run_program(void)
{
	char name[] = "true", *argv[] = {name, NULL}, *env[] = {NULL};

	return result(execve("/bin/true", argv, env));
}

static int
trace(void)
{
	return result(ptrace(PTRACE_ATTACH, getppid(), NULL, NULL));
}

static int
read_memory(void)
{
	char byte;
	struct iovec v = {&byte, 1};

	return result(process_vm_readv(getppid(), &v, 1, &v, 1, 0));
}

static int
mount_it(void)
{
	return result(mount("none", inside, "tmpfs", 0, NULL));
}

static int
be_root(void)
{
	return result(setuid(0));
}

static int
new_user_namespace(void)
{
	return result(unshare(CLONE_NEWUSER));
}

static int
clone_namespace(void)
{
	long r = syscall(SYS_clone, CLONE_NEWNET | SIGCHLD, 0, 0, 0, 0);

	if (r == 0)
		_exit(0);
	return result(r);
}

static int
set_clock(void)
{
	return result(syscall(SYS_settimeofday, NULL, NULL));
}

static int
use_uring(void)
{
	struct io_uring_params p = {0};

	return result(syscall(SYS_io_uring_setup, 1, &p));
}

static int
use_key(void)
{
	return result(syscall(SYS_keyctl, 0, 0, 0, 0, 0));
}

/* file_setattr(2) of Linux 6.17, which libseccomp 2.5 has never heard of. */
static int
use_future(void)
{
	return result(syscall(469, -1, "x", NULL, 0, 0));
}

static int
packet_socket(void)
{
	return result(socket(AF_PACKET, SOCK_RAW, 0));
}

static int
crypto_socket(void)
{
	return result(socket(AF_ALG, SOCK_SEQPACKET, 0));
}

static int
unix_socket(void)
{
	return result(socket(AF_UNIX, SOCK_DGRAM, 0));
}

static int
call_port(int port)
{
	struct sockaddr_in a = {.sin_family = AF_INET,
	    .sin_port = htons((uint16_t)port),
	    .sin_addr = {htonl(INADDR_LOOPBACK)}};
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	if (fd == -1)
		return errno;
	return result(connect(fd, (const struct sockaddr *)&a, sizeof(a)));
}

static int
call_known(void)
{
	return call_port(port_known);
}

static int
call_other(void)
{
	return call_port(port_other);
}

static int
be_called(void)
{
	struct sockaddr_in a = {
	    .sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}};
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	if (bind(fd, (const struct sockaddr *)&a, sizeof(a)) == -1)
		return errno;
	return 0;
}

static int
listen_unix(void)
{
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	return result(listen(fd, 1));
}

static int
accept_unix(void)
{
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);
	int r = result(accept(fd, NULL, NULL));

	return r == EINVAL ? 0 : r; /* not listening: the call was made */
}

static int
fork_it(void)
{
	pid_t pid = fork();

	if (pid == 0)
		_exit(0);
	return result(pid);
}

static void *
idle(void *arg)
{
	return arg;
}

static int
start_thread(void)
{
	pthread_t t;
	int r = pthread_create(&t, NULL, idle, NULL);

	return r == 0 ? pthread_join(t, NULL) : r;
}

static int
signal_parent(void)
{
	return result(kill(getppid(), 0));
}

static int
type_for_others(void)
{
	return result(ioctl(0, TIOCSTI, "x"));
}

/* --- what becomes of it -----------------------------------------------------
 */

/* The columns are those of enum sandboxed. */
static const struct {
	const char *name;
	int (*act)(void);
	bool landlock; /* keeps it, so that it needs the kernel's */
	int core, mail, sms, web, tls;
} rows[] = {
    {"read outside", read_outside, true, EACCES, EACCES, EACCES, EACCES,
	EACCES},
    {"write outside", write_outside, true, EACCES, EACCES, EACCES, EACCES,
	EACCES},
    {"leave by rename", leave_by_rename, true, EACCES, EACCES, EACCES, EACCES,
	EACCES},
    {"read inside", read_inside, false, 0, 0, 0, 0, EACCES},
    {"write inside", write_inside, false, 0, 0, 0, 0, EACCES},
    {"make a link", make_link, true, EACCES, EACCES, EACCES, EACCES, EACCES},
    {"read /etc/shadow", read_shadow, true, -1, -1, -1, EACCES, EACCES},
    {"read /etc/hosts", read_hosts, false, 0, 0, 0, EACCES, EACCES},
    {"read a time zone", read_zone, false, 0, 0, 0, 0, EACCES},
    {"run a program", run_program, false, ENDED, ENDED, ENDED, ENDED, -1},
    {"trace", trace, false, ENDED, ENDED, ENDED, ENDED, -1},
    {"read memory", read_memory, false, ENDED, ENDED, ENDED, ENDED, -1},
    {"mount", mount_it, false, ENDED, ENDED, ENDED, ENDED, -1},
    {"be root", be_root, false, ENDED, ENDED, ENDED, ENDED, -1},
    {"new namespace", new_user_namespace, false, ENDED, ENDED, ENDED, ENDED,
	-1},
    {"namespace by clone", clone_namespace, false, ENDED, ENDED, ENDED, ENDED,
	ENDED},
    {"set the clock", set_clock, false, ENDED, ENDED, ENDED, ENDED, -1},
    {"io_uring", use_uring, false, ENOSYS, ENOSYS, ENOSYS, ENOSYS, -1},
    {"keyring", use_key, false, EPERM, EPERM, EPERM, EPERM, -1},
    {"a call of the future", use_future, false, ENOSYS, ENOSYS, ENOSYS, ENOSYS,
	-1},
    {"AF_PACKET", packet_socket, false, EAFNOSUPPORT, EAFNOSUPPORT,
	EAFNOSUPPORT, EAFNOSUPPORT, ENDED},
    {"AF_ALG", crypto_socket, false, EAFNOSUPPORT, EAFNOSUPPORT, EAFNOSUPPORT,
	EAFNOSUPPORT, ENDED},
    {"AF_UNIX", unix_socket, false, 0, 0, 0, 0, ENDED},
    {"call a known port", call_known, false, 0, 0, 0, ENDED, ENDED},
    {"call another port", call_other, true, 0, EACCES, EACCES, ENDED, ENDED},
    {"be called", be_called, true, EACCES, EACCES, EACCES, ENDED, ENDED},
    {"listen", listen_unix, false, ENDED, ENDED, ENDED, ENDED, ENDED},
    {"accept", accept_unix, false, ENDED, ENDED, ENDED, 0, ENDED},
    {"fork", fork_it, false, ENDED, 0, ENDED, ENDED, ENDED},
    {"start a thread", start_thread, false, 0, 0, 0, 0, 0},
    {"signal others", signal_parent, true, 0, EPERM, EPERM, EPERM, EPERM},
    {"type for others", type_for_others, false, EPERM, EPERM, EPERM, EPERM, -1},
};

/* The result of the act in a process that is shut in as who. */
static int
tried(enum sandboxed who, int (*act)(void))
{
	int status;
	pid_t pid = fork();

	assert_int_not_equal(pid, -1);
	if (pid == 0) {
		struct err e;
		/* What ends it is expected: the log stays quiet. */
		int null = open("/dev/null", O_WRONLY);

		dup2(null, STDERR_FILENO);
		if (sandbox_enter(who, who == SANDBOX_TLS ? NULL : conf, &e) ==
			-1 &&
		    missing[0] == '\0')
			_exit(FAILED);
		_exit(act());
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return WIFSIGNALED(status) ? 1000 + WTERMSIG(status)
				   : WEXITSTATUS(status);
}

static int
fork_is_free(int expected, const char *name)
{
	/* LeakSanitizer forks and traces. */
	return SANITIZED &&
		       strstr("fork, trace, read memory, namespace by clone",
			   name) != NULL
		   ? -1
		   : expected;
}

static void
test_programs(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		const int expected[SANDBOXES] = {rows[i].core, rows[i].mail,
		    rows[i].sms, rows[i].web, rows[i].tls};

		if (rows[i].landlock && missing[0] != '\0')
			continue;
		for (int who = 0; who < SANDBOXES; who++) {
			int want = fork_is_free(expected[who], rows[i].name);
			int got;

			if (want == -1)
				continue;
			got = tried((enum sandboxed)who, rows[i].act);
			if (got == want)
				continue;
			print_error("%s, %s: %d, not %d\n",
			    sandbox_name((enum sandboxed)who), rows[i].name,
			    got, want);
			wrong++;
		}
	}
	assert_int_equal(wrong, 0);
}

/* The log says which call it was, and the process ends by SIGSYS. */
static void
test_said(void **state)
{
	int fds[2], status;
	char text[256] = "", expected[256];
	pid_t pid;

	(void)state;
	unsetenv("JOURNAL_STREAM");
	assert_int_equal(pipe(fds), 0);
	pid = fork();
	if (pid == 0) {
		dup2(fds[1], STDERR_FILENO);
		if (syscalls_forbid(GROUP_BASE, NULL) == 0)
			(void)run_program();
		_exit(0);
	}
	close(fds[1]);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGSYS);
	assert_true(read(fds[0], text, sizeof(text) - 1) > 0);
	close(fds[0]);
	snprintf(expected, sizeof(expected),
	    "sandbox: process %d tried the forbidden system call %d, and is "
	    "ended\n",
	    (int)pid, SYS_execve);
	assert_string_equal(text, expected);
}

/* What a reload may not widen is said, with its remedy. */
static void
test_covers(void **state)
{
	struct landlock had = {0}, next = {0};
	struct err e = {""};

	(void)state;
	landlock_read(&had, "/usr");
	landlock_write(&had, "/var/lib/alertd");
	landlock_read(&next, "/usr/share");
	landlock_read(&next, "/var/lib/alertd/x");
	landlock_write(&next, "/var/lib/alertd");
	assert_true(landlock_covers(&had, &next, &e));
	landlock_read(&next, "/usrlocal");
	assert_false(landlock_covers(&had, &next, &e));
	assert_string_equal(e.msg,
	    "/usrlocal is outside of what the running alertd may reach: stop "
	    "it and start it again");
	landlock_clear(&next);
	landlock_write(&next, "/usr/share");
	assert_false(landlock_covers(&had, &next, &e));
	landlock_clear(&next);
	landlock_clear(&had);
}

/* No core file, and nobody but root looks into us. */
static void
test_private(void **state)
{
	struct rlimit l;
	int status;
	pid_t pid;

	(void)state;
	pid = fork();
	if (pid == 0) {
		sandbox_private();
		_exit(getrlimit(RLIMIT_CORE, &l) == 0 && l.rlim_max == 0 &&
			      prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == SANITIZED &&
			      umask(0) == 077
			  ? 0
			  : 1);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
}

/* --- the house
 * ---------------------------------------------------------------- */

static int
listening(int *port)
{
	struct sockaddr_in a = {
	    .sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}};
	socklen_t n = sizeof(a);
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	if (bind(fd, (const struct sockaddr *)&a, n) == -1 ||
	    listen(fd, 16) == -1 ||
	    getsockname(fd, (struct sockaddr *)&a, &n) == -1)
		return -1;
	*port = ntohs(a.sin_port);
	return 0;
}

/* Whether the kernel, or the container, has it at all. */
static void
ask_kernel(void)
{
	int fds[2];
	pid_t pid;

	if (pipe(fds) == -1 || (pid = fork()) == -1)
		return;
	if (pid == 0) {
		struct err e;

		if (sandbox_enter(SANDBOX_SMS, conf, &e) == -1)
			(void)!write(fds[1], e.msg, strlen(e.msg));
		_exit(0);
	}
	close(fds[1]);
	(void)!read(fds[0], missing, sizeof(missing) - 1);
	close(fds[0]);
	waitpid(pid, NULL, 0);
	if (missing[0] != '\0')
		print_message("not tried here: %s\n", missing);
}

static int
make_house(void **state)
{
	struct diags d = {0};
	struct err e;
	char *text, *path;

	(void)state;
	if (mkdtemp(folder) == NULL || listening(&port_known) == -1 ||
	    listening(&port_other) == -1)
		return -1;
	inside = xasprintf("%s/in", folder);
	outside = xasprintf("%s/out", folder);
	text = xasprintf(
	    "store: %s/x.db\n"
	    "mail: {from: a@example.dk, relays: [{host: localhost, port: %d,"
	    " tls: none}]}\n"
	    "sms: {gateways: [{preset: gatewayapi, token: x,"
	    " url: 'http://localhost:%d/'}]}\nweb: {}\n",
	    inside, port_known, port_known);
	path = xasprintf("%s/f.yaml", inside);
	if (dir_make(inside, &e) == -1 || dir_make(outside, &e) == -1 ||
	    file_write(path, text, strlen(text), 0600, &e) == -1)
		return -1;
	conf = config_load(path, CONF_CHECK, &d);
	diags_print(&d, stderr);
	free(path);
	free(text);
	path = xasprintf("%s/there", inside);
	(void)file_write(path, "x", 1, 0600, &e);
	free(path);
	path = xasprintf("%s/there", outside);
	(void)file_write(path, "x", 1, 0644, &e);
	free(path);
	if (conf == NULL)
		return -1;
	ask_kernel();
	return 0;
}

static int
remove_house(void **state)
{
	char *command[] = {inside, outside};
	static const char *const names[] = {
	    "there", "new", "link", "moved", "f.yaml"};

	(void)state;
	for (size_t i = 0; i < LENGTH(command); i++) {
		for (size_t k = 0; k < LENGTH(names); k++) {
			char *path = xasprintf("%s/%s", command[i], names[k]);

			(void)unlink(path);
			free(path);
		}
		(void)rmdir(command[i]);
		free(command[i]);
	}
	config_free(conf);
	return rmdir(folder);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_programs),
	    cmocka_unit_test(test_said),
	    cmocka_unit_test(test_covers),
	    cmocka_unit_test(test_private),
	};

	return cmocka_run_group_tests_name(
	    "sandbox", tests, make_house, remove_house);
}
