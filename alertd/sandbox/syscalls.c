#include <errno.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/attr.h"
#include "sandbox/syscalls.h"

#ifndef SYS_SECCOMP
#define SYS_SECCOMP 1 /* si_code of SIGSYS */
#endif

#define FUTURE 100 /* numbers beyond the newest that libseccomp knows */

#define ENDS SCMP_ACT_TRAP
#define FAILS(why) SCMP_ACT_ERRNO((uint32_t)(why))

/* The whole call, whatever its arguments. */
static const struct {
	unsigned group;
	const char *names; /* with spaces between */
	int fails; /* an errno; 0: the process ends */
} rules[] = {
    {GROUP_BASE, "execve execveat", 0},
    {GROUP_BASE,
	"ptrace process_vm_readv process_vm_writev process_madvise "
	"pidfd_getfd kcmp",
	0},
    {GROUP_BASE,
	"mount umount umount2 pivot_root chroot move_mount open_tree fsopen "
	"fsconfig fsmount fspick mount_setattr swapon swapoff quotactl "
	"quotactl_fd",
	0},
    {GROUP_BASE,
	"init_module finit_module delete_module kexec_load kexec_file_load "
	"reboot bpf perf_event_open iopl ioperm acct syslog lookup_dcookie "
	"vhangup nfsservctl _sysctl create_module get_kernel_syms "
	"query_module uselib",
	0},
    {GROUP_BASE,
	"settimeofday stime clock_settime clock_settime64 clock_adjtime "
	"clock_adjtime64 adjtimex",
	0},
    {GROUP_BASE, "unshare setns sethostname setdomainname", 0},
    {GROUP_BASE,
	"setuid setgid setreuid setregid setresuid setresgid setgroups "
	"setfsuid setfsgid capset",
	0},
    {GROUP_BASE, "open_by_handle_at", 0},
    {GROUP_BASE, "add_key request_key keyctl", EPERM},
    {GROUP_BASE, "personality fanotify_init name_to_handle_at", EPERM},
    {GROUP_BASE,
	"io_uring_setup io_uring_enter io_uring_register userfaultfd "
	"modify_ldt memfd_secret",
	ENOSYS},
    /* Its flags cannot be seen; the C library then takes clone. */
    {GROUP_BASE, "clone3", ENOSYS},
    {GROUP_FORK, "fork vfork", 0},
    {GROUP_LISTEN, "listen", 0},
    {GROUP_ACCEPT, "accept accept4", 0},
    {GROUP_SOCKET, "socket socketpair connect bind", 0},
    {GROUP_FILES,
	"open openat openat2 creat unlink unlinkat rename renameat renameat2 "
	"link linkat symlink symlinkat mkdir mkdirat rmdir mknod mknodat "
	"truncate chmod fchmodat chown lchown fchownat",
	EACCES},
};

static int
add(scmp_filter_ctx f, uint32_t action, const char *name)
{
	int nr = seccomp_syscall_resolve_name(name);

	return nr < 0 ? 0 : seccomp_rule_add(f, action, nr, 0);
}

static int
add_names(scmp_filter_ctx f, uint32_t action, const char *names)
{
	char name[32];
	int r = 0;

	while (r == 0 && *names != '\0') {
		size_t n = strcspn(names, " ");

		memcpy(name, names, n);
		name[n] = '\0';
		r = add(f, action, name);
		names += n + strspn(names + n, " ");
	}
	return r;
}

/* Where argument number arg, masked, is value; the kernel reads 32 bits. */
static int
add_where(scmp_filter_ctx f, uint32_t action, int nr, unsigned arg,
    uint64_t mask, uint64_t value)
{
	const struct scmp_arg_cmp c = {.arg = arg,
	    .op = SCMP_CMP_MASKED_EQ,
	    .datum_a = mask,
	    .datum_b = value};

	return seccomp_rule_add_array(f, action, nr, 1, &c);
}

/* Families: what is left are AF_UNIX, IP, and NETLINK, which resolvers use. */
static int
add_families(scmp_filter_ctx f, unsigned groups)
{
	uint32_t action = FAILS(EAFNOSUPPORT);
	const struct scmp_arg_cmp beyond = {
	    .arg = 0, .op = SCMP_CMP_GT, .datum_a = AF_NETLINK};
	const uint64_t inet[] = {AF_INET, AF_INET6, AF_NETLINK};
	int nr = SCMP_SYS(socket), r;

	if ((groups & GROUP_SOCKET) != 0)
		return 0;
	r = seccomp_rule_add_array(f, action, nr, 1, &beyond);
	for (uint64_t a = AF_UNIX + 1; r == 0 && a < AF_NETLINK; a++)
		if (a != AF_INET && a != AF_INET6)
			r = add_where(f, action, nr, 0, UINT32_MAX, a);
	for (size_t i = 0;
	     r == 0 && (groups & GROUP_INET) != 0 && i < LENGTH(inet); i++)
		r = add_where(f, ENDS, nr, 0, UINT32_MAX, inet[i]);
	return r;
}

/* A thread is made by the same call, with a flag. */
static int
add_fork(scmp_filter_ctx f)
{
	return SANITIZED
		   ? 0
		   : add_where(f, ENDS, SCMP_SYS(clone), 0, CLONE_THREAD, 0);
}

/* What depends on an argument. */
static int
add_arguments(scmp_filter_ctx f, unsigned groups)
{
	const uint64_t bits[] = {CLONE_NEWNS, CLONE_NEWUSER, CLONE_NEWPID,
	    CLONE_NEWNET, CLONE_NEWIPC, CLONE_NEWUTS, CLONE_NEWCGROUP};
	/* Writing what a terminal then reads as typed. */
	const uint64_t typing[] = {TIOCSTI, TIOCLINUX};
	int r = 0;

	for (size_t i = 0; r == 0 && i < LENGTH(bits); i++)
		r = add_where(f, ENDS, SCMP_SYS(clone), 0, bits[i], bits[i]);
	for (size_t i = 0; r == 0 && i < LENGTH(typing); i++)
		r = add_where(
		    f, FAILS(EPERM), SCMP_SYS(ioctl), 1, UINT32_MAX, typing[i]);
	return r == 0 ? add_families(f, groups) : r;
}

/* The numbers from the first that libseccomp has no name for. */
static int
add_future(scmp_filter_ctx f)
{
	int newest = seccomp_syscall_resolve_name("futex_waitv"), r = 0;

	if (newest < 0)
		return 0;
	for (int i = 1; r == 0 && i <= FUTURE; i++) {
		char *name = seccomp_syscall_resolve_num_arch(
		    SCMP_ARCH_NATIVE, newest + i);

		if (name == NULL)
			r = seccomp_rule_add(f, FAILS(ENOSYS), newest + i, 0);
		free(name);
	}
	return r;
}

static int
add_all(scmp_filter_ctx f, unsigned groups)
{
	int r = 0;

	for (size_t i = 0; r == 0 && i < LENGTH(rules); i++) {
		if ((groups & rules[i].group) == 0)
			continue;
		if (SANITIZED && strstr(rules[i].names, "ptrace") != NULL)
			continue;
		r = add_names(f,
		    rules[i].fails == 0 ? ENDS : FAILS(rules[i].fails),
		    rules[i].names);
	}
	if (r == 0 && (groups & GROUP_FORK) != 0)
		r = add_fork(f);
	if (r == 0 && (groups & GROUP_BASE) != 0)
		r = add_arguments(f, groups);
	if (r == 0 && (groups & GROUP_BASE) != 0)
		r = add_future(f);
	return r;
}

static bool journal; /* reads what we say */

/* A number as text, without what a signal handler may not call. */
static size_t
put_number(char *to, unsigned long n)
{
	char digits[24];
	size_t len = 0;

	do
		digits[len++] = (char)('0' + n % 10);
	while ((n /= 10) != 0);
	for (size_t i = 0; i < len; i++)
		to[i] = digits[len - 1 - i];
	return len;
}

/* Says what was tried, and ends; who is in our place may only be quicker. */
static void
trapped(int sig, siginfo_t *info, void *context)
{
	static const char said[] = "<3>sandbox: process ";
	static const char tried[] = " tried the forbidden system call ";
	static const char end[] = ", and is ended\n";
	char line[160];
	size_t n = sizeof(said) - 1, level = journal ? 0 : 3;

	(void)context;
	memcpy(line, said, n);
	n += put_number(line + n, (unsigned long)getpid());
	memcpy(line + n, tried, sizeof(tried) - 1);
	n += sizeof(tried) - 1;
	n += put_number(line + n,
	    info->si_code == SYS_SECCOMP ? (unsigned long)info->si_syscall : 0);
	memcpy(line + n, end, sizeof(end) - 1);
	n += sizeof(end) - 1;
	(void)!write(STDERR_FILENO, line + level, n - level);
	signal(sig, SIG_DFL);
	raise(sig);
}

int
syscalls_forbid(unsigned groups, struct err *e)
{
	struct sigaction a = {
	    .sa_sigaction = trapped, .sa_flags = SA_SIGINFO | SA_NODEFER};
	scmp_filter_ctx f = seccomp_init(SCMP_ACT_ALLOW);
	int r;

	journal = getenv("JOURNAL_STREAM") != NULL;
	if (f == NULL)
		return err_set(e, "seccomp: out of memory");
	r = add_all(f, groups);
	if (r == 0)
		r = sigaction(SIGSYS, &a, NULL) == -1 ? -errno
						      : seccomp_load(f);
	seccomp_release(f);
	return r == 0 ? 0 : err_set(e, "seccomp: %s", strerror(-r));
}
