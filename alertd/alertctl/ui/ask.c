#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alertctl/ui/ask.h"
#include "alertctl/ui/wrap.h"
#include "base/buf.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/tr.h"

static volatile sig_atomic_t interrupted;

static void
interrupt(int number)
{
	(void)number;
	interrupted = 1;
}

bool
ask_can(const struct ctl *c)
{
	return !c->json && isatty(STDIN_FILENO);
}

/* One byte when it comes; false: the end, or Ctrl-C. */
static bool
read_byte(const sigset_t *mask, char *c)
{
	struct pollfd p = {.fd = STDIN_FILENO, .events = POLLIN};

	while (!interrupted) {
		if (ppoll(&p, 1, NULL, mask) == -1) {
			if (errno != EINTR)
				return false;
			continue;
		}
		return read(STDIN_FILENO, c, 1) == 1;
	}
	return false;
}

/*
 * Byte by byte: what was typed ahead stays for the editor and for the next
 * question. NULL at the end of the input.
 */
static char *
read_line(const sigset_t *mask)
{
	struct buf b;
	bool some = false;
	char c;

	buf_init(&b, LIMIT_TEXT);
	while (read_byte(mask, &c)) {
		some = true;
		if (c == '\n')
			return buf_steal(&b);
		if (c != '\0')
			buf_addc(&b, c);
	}
	if (some && !interrupted)
		return buf_steal(&b);
	buf_clear(&b);
	return NULL;
}

/* Ctrl-C is held back but for the wait, so that none is missed. */
char *
ask_line(const char *prompt)
{
	struct sigaction on = {.sa_handler = interrupt}, before;
	sigset_t hold, mask;
	char *line;

	fflush(stdout);
	interrupted = 0;
	sigemptyset(&hold);
	sigaddset(&hold, SIGINT);
	sigprocmask(SIG_BLOCK, &hold, &mask);
	sigaction(SIGINT, &on, &before);
	fprintf(stderr, "%s", prompt);
	fflush(stderr);
	line = read_line(&mask);
	sigaction(SIGINT, &before, NULL);
	sigprocmask(SIG_SETMASK, &mask, NULL);
	if (line == NULL)
		fputc('\n', stderr);
	return line == NULL ? NULL : str_trim(line);
}

int
ask_until(const char *question, const char *otherwise,
    int (*take)(void *arg, const char *answer, struct err *why), void *arg)
{
	char *prompt = otherwise == NULL
			   ? xasprintf("%s ", question)
			   : xasprintf("%s [%s] ", question, otherwise);
	int r = -1;

	for (;;) {
		char *line = ask_line(prompt);
		const char *answer = line;
		struct err why;

		if (line == NULL)
			break;
		if (*line == '\0' && otherwise != NULL)
			answer = otherwise;
		if (!utf8_valid(answer, strlen(answer)))
			err_set(&why, "%s", _("that is not UTF-8"));
		else
			r = take(arg, answer, &why);
		free(line);
		if (r == 0)
			break;
		wrap_print(stderr, why.msg, 0, 0);
	}
	free(prompt);
	return r;
}

struct choosing {
	const struct choice *list;
	size_t n;
	int chosen;
};

static int
take_choice(void *arg, const char *answer, struct err *why)
{
	struct choosing *x = arg;

	x->chosen = answer_choice(answer, x->list, x->n);
	if (x->chosen == ANSWER_SEVERAL)
		return err_set(why,
		    _("\"%s\" could be several of them: type the number"),
		    answer);
	if (x->chosen == ANSWER_NONE)
		return err_set(why,
		    _("\"%s\" is none of them: type a number from 1 to %zu"),
		    answer, x->n);
	return 0;
}

int
ask_choice(
    const char *question, const struct choice *list, size_t n, int otherwise)
{
	struct choosing x = {list, n, -1};

	fprintf(stderr, "%s\n", question);
	for (size_t i = 0; i < n; i++)
		fprintf(stderr, "  %zu  %-11s %s\n", i + 1, list[i].name,
		    list[i].says == NULL ? "" : list[i].says);
	if (ask_until(_("Number or name"),
		otherwise < 0 ? NULL : list[otherwise].name, take_choice,
		&x) == -1)
		return -1;
	return x.chosen;
}

static int
take_yes(void *arg, const char *answer, struct err *why)
{
	int *yes = arg;

	*yes = answer_yes(answer);
	if (*yes < 0)
		return err_set(why, "%s", _("that is neither: type yes or no"));
	return 0;
}

int
ask_yes(const char *question, bool otherwise)
{
	int yes = -1;

	/* The language of who is asked; each is understood. */
	if (ask_until(
		question, otherwise ? _("yes") : _("no"), take_yes, &yes) == -1)
		return -1;
	return yes;
}
