/* Unit tests of notify.c: the manager that is told. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/notify.h"

/* A socket of the manager, whose name is in NOTIFY_SOCKET. */
static int
manager(struct sockaddr_un *name)
{
	int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);

	*name = (struct sockaddr_un){.sun_family = AF_UNIX};
	snprintf(name->sun_path, sizeof(name->sun_path),
	    "/tmp/alertd-notify-%d", (int)getpid());
	assert_int_equal(
	    bind(fd, (const struct sockaddr *)name, sizeof(*name)), 0);
	setenv("NOTIFY_SOCKET", name->sun_path, 1);
	return fd;
}

static void
test_told(void **state)
{
	struct sockaddr_un name;
	int fd = manager(&name);
	char text[64];
	ssize_t n;

	(void)state;
	notify("READY=%d", 1);
	n = recv(fd, text, sizeof(text), MSG_DONTWAIT);
	assert_int_equal(n, 7);
	assert_memory_equal(text, "READY=1", 7);
	close(fd);
	unlink(name.sun_path);
	notify("READY=1");
}

/* One that does not read: we are killed here if we wait for it. */
static void
test_does_not_read(void **state)
{
	struct sockaddr_un name;
	int fd = manager(&name);
	int other = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);

	(void)state;
	while (sendto(other, "x", 1, MSG_DONTWAIT,
		   (const struct sockaddr *)&name, sizeof(name)) == 1)
		;
	alarm(30);
	notify("WATCHDOG=1");
	alarm(0);
	close(other);
	close(fd);
	unlink(name.sun_path);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_told),
	    cmocka_unit_test(test_does_not_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
