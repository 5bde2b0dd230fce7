#include <pwd.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#include "alertctl/actor.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/str.h"

#define NUMBER_MAX 32

/* A user id in text, or -1: there is none, or it is not set. */
static int64_t
user_id(const char *text)
{
	int64_t id;

	return text != NULL && parse_int(text, 0, UINT32_MAX - 1, &id) == 0
		   ? id
		   : -1;
}

/* Who logged in here; set once, by PAM, and kept by the kernel. */
static int64_t
login_id(void)
{
	char *text;
	int64_t id;

	if (file_read("/proc/self/loginuid", NUMBER_MAX, &text, NULL, NULL) ==
	    -1)
		return -1;
	id = user_id(str_trim(text));
	free(text);
	return id;
}

static char *
name_of(int64_t id)
{
	const struct passwd *pw = getpwuid((uid_t)id);

	return pw != NULL ? xasprintf("%.64s", pw->pw_name)
			  : xasprintf("%lld", (long long)id);
}

char *
actor_now(void)
{
	int64_t self = getuid(), login = login_id();
	int64_t sudo = user_id(getenv("SUDO_UID"));
	char *name = name_of(self), *before = NULL, *actor;

	if (login != -1 && login != self) {
		before = name_of(login);
		actor = xasprintf("user %s (as %s)", before, name);
	} else if (login == -1 && sudo != -1 && sudo != self) {
		before = name_of(sudo);
		actor = xasprintf("user %s (sudo %s)", name, before);
	} else {
		actor = xasprintf("user %s", name);
	}
	free(before);
	free(name);
	return actor;
}
