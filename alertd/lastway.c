#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/limits.h"
#include "base/log.h"
#include "deliver/resort.h"
#include "lastway.h"

static int
open_pipes(int in[2], int out[2], struct err *e)
{
	if (pipe2(in, O_CLOEXEC) == -1)
		return err_set(e, "pipe: %s", strerror(errno));
	if (pipe2(out, O_CLOEXEC) == -1) {
		err_set(e, "pipe: %s", strerror(errno));
		close(in[0]);
		close(in[1]);
		return -1;
	}
	return 0;
}

/* The text is in the pipe before there is a reader. */
static int
begin(struct lastway *w, struct starter *starter, const char *program,
    const char *text, struct err *e)
{
	int in[2], out[2];

	if (open_pipes(in, out, e) == -1)
		return -1;
	fcntl(out[0], F_SETFL, O_NONBLOCK);
	fcntl(in[1], F_SETFL, O_NONBLOCK);
	w->pid = -1;
	if (file_write_all(in[1], text, strlen(text)) == -1)
		err_set(e, "pipe: %s", strerror(errno));
	else
		w->pid = starter_resort(starter, program, in[0], out[1], e);
	close(in[0]);
	close(in[1]);
	close(out[1]);
	w->out = out[0];
	if (w->pid != -1)
		return 0;
	close(out[0]);
	return -1;
}

int
lastway_start(struct lastway *w, struct starter *starter, const char *program,
    const char *text, int64_t mono_ms, struct err *e)
{
	*w = (struct lastway){
	    .until = mono_ms + LIMIT_RESORT_SEND * INT64_C(1000)};
	if (begin(w, starter, program, text, e) == 0)
		return 0;
	*w = (struct lastway){.out = -1};
	return -1;
}

/* Counts the whole lines that say so. */
static void
take_line(struct lastway *w, char c)
{
	if (w->n_held < sizeof(w->held))
		w->held[w->n_held++] = c;
	if (c != '\n')
		return;
	w->accepted += w->n_held == strlen(RESORT_ACCEPTED) &&
		       memcmp(w->held, RESORT_ACCEPTED, w->n_held) == 0;
	w->n_held = 0;
}

/* True at the end of what it prints. */
static bool
read_on(struct lastway *w)
{
	char bytes[256];
	ssize_t n;

	while ((n = read(w->out, bytes, sizeof(bytes))) > 0)
		for (ssize_t i = 0; i < n; i++)
			take_line(w, bytes[i]);
	return n == 0 || (errno != EAGAIN && errno != EINTR);
}

int
lastway_look(struct lastway *w, int64_t mono_ms)
{
	if (w->pid == 0)
		return 0;
	if (!read_on(w)) {
		if (mono_ms < w->until)
			return 0;
		log_error("last resort: process %d takes too long and is "
			  "killed",
		    (int)w->pid);
	}
	/* Not waited for: who has SIGCHLD takes it. Only ours is killed. */
	if (waitpid(w->pid, NULL, WNOHANG) == 0)
		kill(w->pid, SIGKILL);
	close(w->out);
	w->pid = 0;
	w->out = -1;
	return 1;
}
