/*
 * Unit tests of guard.h: what others may read or change is refused; and of
 * base/lock.h, base/wake.h and base/env.h: tricks with links, datagrams of
 * strangers, and what stands in /proc/PID/environ.
 */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "mistakes.h"

#include "base/attr.h"
#include "base/env.h"
#include "base/file.h"
#include "base/lock.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/wake.h"
#include "conf/secret.h"
#include "guard.h"

static char folder[] = "/tmp/alertd-guard-XXXXXX";
static char *data, *db, *yaml;

static void
put(const char *path, const char *text, mode_t mode)
{
	struct err e;

	assert_int_equal(file_write(path, text, strlen(text), mode, &e), 0);
	assert_int_equal(chmod(path, mode), 0);
}

/* The mistakes of the house as it stands, one a line; free(). */
static char *
mistakes(void)
{
	struct diags d = {0};
	struct config *c = config_load(yaml, CONF_CORE, &d);

	if (c != NULL)
		(void)guard_check(c, &d);
	config_free(c);
	return printed(&d);
}

static void
expect(const char *part)
{
	char *got = mistakes();

	if (part == NULL)
		assert_string_equal(got, "");
	else if (strstr(got, part) == NULL)
		assert_string_equal(got, part);
	free(got);
}

static void
house(const char *more)
{
	char *text = xasprintf("store: %s\n%s", db, more);

	put(yaml, text, 0600);
	put(db, "", 0600);
	assert_int_equal(chmod(data, 0700), 0);
	free(text);
}

static void
test_modes(void **state)
{
	(void)state;
	house("");
	expect(NULL);
	assert_int_equal(chmod(db, 0640), 0);
	expect(NULL); /* a group that was let to */
	assert_int_equal(chmod(db, 0644), 0);
	expect("data/x.db: others may read or change it; run: chmod 600 ");
	assert_int_equal(chmod(db, 0660), 0);
	expect("data/x.db: others may read or change it; run: chmod 600 ");
	assert_int_equal(chmod(db, 0600), 0);
	assert_int_equal(chmod(data, 0755), 0);
	expect(NULL);
	assert_int_equal(chmod(data, 0775), 0);
	expect("data: others may put files beside the database; run: chmod "
	       "700 ");
	assert_int_equal(chmod(data, 0700), 0);
	assert_int_equal(chmod(yaml, 0602), 0);
	expect("f.yaml: everybody may change it; run: chmod o-w ");
}

static void
test_links(void **state)
{
	char *other = xasprintf("%s/other", folder);
	char *wal = xasprintf("%s-wal", db);

	(void)state;
	house("");
	put(other, "", 0600);
	assert_int_equal(symlink(other, wal), 0);
	expect("data/x.db-wal: is a symbolic link: ");
	assert_int_equal(unlink(wal), 0);
	assert_int_equal(link(db, wal), 0);
	expect("data/x.db: has another name (a hard link)");
	assert_int_equal(unlink(wal), 0);
	assert_int_equal(mkdir(wal, 0700), 0);
	expect("data/x.db-wal: is not what alertd makes there: remove it");
	assert_int_equal(rmdir(wal), 0);
	if (getuid() == 0) {
		assert_int_equal(chown(data, 65534, 65534), 0);
		expect(NULL); /* root's own, in the folder of another */
		assert_int_equal(chown(db, 1, 1), 0);
		expect("data/x.db: belongs to another user than its folder; "
		       "run: chown 65534 ");
		assert_int_equal(chown(data, 0, 0), 0);
	}
	(void)unlink(other);
	free(wal);
	free(other);
}

static void
test_secret_in_the_open(void **state)
{
	(void)state;
	house("deadman: {url: https://watch.example.dk/x}\n");
	expect(NULL);
	assert_int_equal(chmod(yaml, 0640), 0);
	expect(NULL);
	assert_int_equal(chmod(yaml, 0644), 0);
	expect("f.yaml:2:16: deadman.url: everybody may read this file, and "
	       "the secret in it; let the user of alertd own it, and run: "
	       "chmod o-rwx ");
}

/* Our process id is not written over what somebody has put there. */
static void
test_lock(void **state)
{
	char *path = xasprintf("%s/lock", folder);
	char *other = xasprintf("%s/other", folder);
	struct stat st;
	struct err e;
	int64_t holder;
	int fd;

	(void)state;
	put(other, "precious", 0600);
	assert_int_equal(symlink(other, path), 0);
	assert_int_equal(lock_take(path, LOCK_DAEMON, &fd, &holder, &e), -1);
	assert_int_equal(unlink(path), 0);
	assert_int_equal(link(other, path), 0);
	assert_int_equal(lock_take(path, LOCK_DAEMON, &fd, &holder, &e), -1);
	assert_non_null(strstr(e.msg, "not a file of its own; remove it"));
	assert_int_equal(stat(other, &st), 0);
	assert_int_equal(st.st_size, 8);
	assert_int_equal(unlink(path), 0);
	assert_int_equal(lock_take(path, LOCK_DAEMON, &fd, &holder, &e), 1);
	close(fd);
	(void)unlink(path);
	(void)unlink(other);
	free(other);
	free(path);
}

/* A datagram of the user; true when it was sent. */
static bool
sent_by(uid_t uid, const char *path)
{
	int status;
	pid_t pid = fork();

	if (pid == 0)
		_exit(setuid(uid) == 0 && wake_send(path) ? 0 : 1);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return status == 0;
}

static void
test_wake(void **state)
{
	char *path = xasprintf("%s/wake", folder);
	struct err e;
	int fd;

	(void)state;
	/* What stood there is replaced, not followed. */
	assert_int_equal(symlink(db, path), 0);
	fd = wake_listen(path, &e);
	assert_int_not_equal(fd, -1);
	assert_false(wake_drain(fd));
	assert_true(wake_send(path));
	assert_true(wake_drain(fd));
	assert_false(wake_drain(fd));
	if (getuid() == 0) {
		/* Folder and mode keep others out: were they let in, … */
		assert_int_equal(chmod(folder, 0755), 0);
		assert_int_equal(chmod(path, 0666), 0);
		assert_true(sent_by(65534, path));
		assert_false(wake_drain(fd));
		assert_true(sent_by(65534, path));
		assert_true(wake_send(path));
		assert_true(wake_drain(fd));
	}
	close(fd);
	(void)unlink(path);
	free(path);
}

/* Whether the text stands in our /proc/self/environ. */
static bool
in_environ(const char *text)
{
	char *all;
	size_t n;
	struct err e;
	bool found;

	assert_int_equal(
	    file_read("/proc/self/environ", 1 << 20, &all, &n, &e), 0);
	found = memmem(all, n, text, strlen(text)) != NULL;
	free(all);
	return found;
}

#define IN_CHILD "ALERTD_TEST_GUARD=1"

/* In a process that was started with the variables. */
static int
look_at_environ(void)
{
	if (!in_environ("mark-4711") || !in_environ("mark-4712"))
		return 1;
	env_wipe("ALERTD_ONE");
	if (in_environ("mark-4711") || !in_environ("mark-4712") ||
	    !str_eq(getenv("ALERTD_ONE"), ""))
		return 2;
	env_private();
	if (in_environ("mark-4712") ||
	    !str_eq(getenv("ALERTD_TWO"), "mark-4712"))
		return 3;
	return 0;
}

static void
test_environ(void **state)
{
	char self[] = "/proc/self/exe", a[] = IN_CHILD;
	char b[] = "ALERTD_ONE=mark-4711", c[] = "ALERTD_TWO=mark-4712";
	char *argv[] = {self, NULL}, *env[] = {a, b, c, NULL};
	int status;
	pid_t pid = fork();

	(void)state;
	if (pid == 0) {
		execve(self, argv, env);
		_exit(100);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
}

static int
make_folder(void **state)
{
	(void)state;
	if (mkdtemp(folder) == NULL)
		return -1;
	data = xasprintf("%s/data", folder);
	db = xasprintf("%s/x.db", data);
	yaml = xasprintf("%s/f.yaml", folder);
	return mkdir(data, 0700);
}

static int
remove_folder(void **state)
{
	(void)state;
	(void)unlink(db);
	(void)unlink(yaml);
	(void)rmdir(data);
	free(yaml);
	free(db);
	free(data);
	return rmdir(folder);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_modes),
	    cmocka_unit_test(test_links),
	    cmocka_unit_test(test_secret_in_the_open),
	    cmocka_unit_test(test_lock),
	    cmocka_unit_test(test_wake),
	    cmocka_unit_test(test_environ),
	};

	if (getenv("ALERTD_TEST_GUARD") != NULL)
		return look_at_environ();
	return cmocka_run_group_tests_name(
	    "guard", tests, make_folder, remove_folder);
}
