/*
 * completion: what a shell needs to complete the words behind "alertctl". The
 * scripts are in etc/completion; at each Tab they ask "completion words".
 */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alertctl/help/complete.h"
#include "alertctl/run.h"
#include "base/embedded.h"
#include "base/mem.h"

/* A person waits at the key: after a second nothing is offered. */
#define PATIENCE 1

int
run_completion(struct ctl *c)
{
	char *path = xasprintf("etc/completion/alertctl.%s", c->args[0]);
	const struct embedded *script = embedded_find(path);

	free(path);
	if (script == NULL)
		return ctl_fail(EX_USAGE,
		    _("there is no completion for \"%s\": it must be bash, zsh "
		      "or fish"),
		    c->args[0]);
	fwrite(script->data, 1, script->len, stdout);
	return EX_OK;
}

static void
give_up(int sig)
{
	(void)sig;
	_exit(EX_OK);
}

/* Whatever is wrong with configuration or store is not told at a Tab. */
static void
be_quiet(void)
{
	struct sigaction act = {.sa_handler = give_up};
	int null = open("/dev/null", O_RDWR | O_CLOEXEC);

	if (null != -1)
		dup2(null, STDERR_FILENO);
	sigaction(SIGALRM, &act, NULL);
	alarm(PATIENCE);
}

/* A note is a title from outside: nothing of it may move the cursor. */
static void
print_note(const char *note)
{
	char *line = str_line(note, strlen(note), 200);

	printf("\t%s", line);
	free(line);
}

int
run_completion_words(struct ctl *c)
{
	struct candidates found;
	struct ctl typed = {0};
	char nothing[] = "", *empty[] = {nothing};
	size_t n = (size_t)c->n_args;

	be_quiet();
	typed.config = c->config;
	complete(&typed, n > 0 ? c->args : empty, n > 0 ? n : 1, &found);
	if (found.files)
		puts(":files");
	for (size_t i = 0; i < found.words.n; i++) {
		fputs(found.words.v[i], stdout);
		if (found.notes.v[i][0] != '\0')
			print_note(found.notes.v[i]);
		putchar('\n');
	}
	candidates_clear(&found);
	ctl_clear(&typed);
	return EX_OK;
}
