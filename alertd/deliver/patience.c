#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

#include "base/rest.h"
#include "deliver/patience.h"

#define STORE_TRIES 4 /* where nobody can say when to stop */
#define BACKOFF_MS 200
#define BACKOFF_MOST_MS 60000

static struct {
	int signals; /* SIGTERM and SIGINT */
	int wake; /* the supervisor */
	bool patient; /* somebody can say when to stop */
	bool ending; /* we were told to end */
	bool ready; /* we were told to get ready */
	bool open;
	sigset_t before;
} loop = {.signals = -1, .wake = -1};

static void
our_signals(sigset_t *set)
{
	sigemptyset(set);
	sigaddset(set, SIGTERM);
	sigaddset(set, SIGINT);
}

int
patience_open(int wake_fd, bool endless, struct err *e)
{
	sigset_t set;

	our_signals(&set);
	sigprocmask(SIG_BLOCK, &set, &loop.before);
	loop.open = true;
	loop.signals = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
	loop.wake = wake_fd;
	loop.patient = endless || wake_fd != -1;
	loop.ending = loop.ready = false;
	return loop.signals != -1 ? 0
				  : err_set(e, "signalfd: %s", strerror(errno));
}

void
patience_close(void)
{
	sigset_t set;

	if (!loop.open)
		return;
	if (loop.signals != -1)
		close(loop.signals);
	loop.signals = loop.wake = -1;
	loop.open = loop.patient = loop.ending = false;
	/* The signal that ended us has done its work. */
	our_signals(&set);
	while (sigtimedwait(&set, NULL, &(struct timespec){0}) > 0)
		;
	sigprocmask(SIG_SETMASK, &loop.before, NULL);
}

/* Takes what the supervisor says: true when we are to end. */
static bool
told_to_end(void)
{
	char bytes[64];
	ssize_t n = read(loop.wake, bytes, sizeof(bytes));

	if (n == -1)
		return errno != EAGAIN && errno != EINTR;
	loop.ready = n > 0 && bytes[n - 1] == 'r';
	return n == 0 || memchr(bytes, 'q', (size_t)n) != NULL;
}

bool
patience_wait(int ms)
{
	struct pollfd fds[] = {{.fd = loop.signals, .events = POLLIN},
	    {.fd = loop.wake, .events = POLLIN}};

	loop.ready = false;
	if (!loop.ending && rest_poll(fds, 2, ms) > 0)
		loop.ending = fds[0].revents != 0 ||
			      (fds[1].revents != 0 && told_to_end());
	return loop.ending;
}

bool
patience_ready(void)
{
	return loop.ready;
}

int
patience_backoff(int failures)
{
	int ms = BACKOFF_MS << (failures < 9 ? failures : 9);

	return ms < BACKOFF_MOST_MS ? ms : BACKOFF_MOST_MS;
}

bool
patience_again(int failures)
{
	if (loop.ending || (!loop.patient && failures >= STORE_TRIES))
		return false;
	/* Told to end: one last time. */
	patience_wait(patience_backoff(failures));
	return true;
}

void
patience_fds(int out[2])
{
	out[0] = loop.signals;
	out[1] = loop.wake;
}
