/*
 * Unit tests of what alertctl says of itself: a text and examples for each
 * command, which its command line takes; and words that are not there.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "alertctl/actor.h"
#include "alertctl/ctl.h"
#include "alertctl/help/helptexts.h"
#include "alertctl/help/values.h"
#include "base/attr.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/str.h"

static void
test_every_command_has_a_text(void **state)
{
	size_t bad = 0;

	(void)state;
	for (const struct command *c = commands; c->name != NULL; c++) {
		const struct help_text *t = help_text_find(c->name);

		if (t != NULL && t->examples[0].line != NULL &&
		    t->examples[1].line != NULL)
			continue;
		fprintf(stderr,
		    "helptexts.c: %s has no text, or not two examples\n",
		    c->name);
		bad++;
	}
	assert_int_equal(bad, 0);
}

static void
test_no_text_without_a_command(void **state)
{
	(void)state;
	for (const struct help_text *t = help_texts; t->command != NULL; t++) {
		if (command_find(t->command) == NULL)
			fail_msg("helptexts.c: no command %s", t->command);
		assert_ptr_equal(help_text_find(t->command), t);
	}
}

/* The words of a line, as a shell parts them; ends at "<", ">" and "&". */
static void
split(const char *line, struct strv *out)
{
	char word[256];

	strv_add(out, "alertctl");
	while (*line != '\0' && strchr("<>&", *line) == NULL) {
		size_t n = 0;
		bool quoted = false;

		for (; *line != '\0' && (quoted || *line != ' '); line++) {
			assert_true(n < sizeof(word) - 1);
			if (*line == '"')
				quoted = !quoted;
			else
				word[n++] = *line;
		}
		assert_false(quoted);
		word[n] = '\0';
		strv_add(out, word);
		line += strspn(line, " ");
	}
}

static void
test_examples_are_taken(void **state)
{
	(void)state;
	for (const struct help_text *t = help_texts; t->command != NULL; t++) {
		bool own = false;

		for (const struct help_example *e = t->examples;
		     e->line != NULL; e++) {
			struct strv words = {0};
			struct ctl c = {0};
			char *argv[32];

			split(e->line, &words);
			assert_true(words.n < LENGTH(argv));
			for (size_t i = 0; i < words.n; i++)
				argv[i] = words.v[i];
			argv[words.n] = NULL;
			if (ctl_parse(&c, (int)words.n, argv) != -1)
				fail_msg("%s: %s", t->command, e->line);
			own = own || str_eq(c.command->name, t->command);
			ctl_clear(&c);
			strv_clear(&words);
		}
		if (!own)
			fail_msg("%s: no example of itself", t->command);
	}
}

static void
test_values(void **state)
{
	struct strv words;

	(void)state;
	assert_true(values_of("EFFECT", &words));
	assert_true(strv_has(&words, "data_error"));
	strv_clear(&words);
	assert_true(values_of("works|down", &words));
	assert_int_equal(words.n, 2);
	assert_string_equal(words.v[1], "down");
	strv_clear(&words);
	assert_false(values_of("FILE|ID", &words));
	strv_clear(&words);
	assert_false(values_of("TEXT", &words));
	strv_clear(&words);
}

/* When an operator says a time of day, in the nights of 23 and 25 hours. */
static void
test_times_of_day(void **state)
{
	static const struct {
		const char *now, *said;
		bool later;
		const char *is;
	} cases[] = {
	    {"2026-03-28T22:24:00Z", "06:00", true, "2026-03-29T04:00:00Z"},
	    {"2026-03-28T22:24:00Z", "23:30", true, "2026-03-28T22:30:00Z"},
	    {"2026-03-29T22:30:00Z", "23:50", false, "2026-03-29T21:50:00Z"},
	    {"2026-03-29T22:30:00Z", "00.10", false, "2026-03-29T22:10:00Z"},
	    {"2026-10-24T22:30:00Z", "00:15", true, "2026-10-25T23:15:00Z"},
	    {"2026-10-25T23:30:00Z", "23:50", false, "2026-10-25T22:50:00Z"},
	    {"2026-12-31T23:30:00Z", "00:15", true, "2027-01-01T23:15:00Z"},
	};
	struct err e;

	(void)state;
	assert_int_equal(zone_set("Europe/Copenhagen", &e), 0);
	for (size_t i = 0; i < LENGTH(cases); i++) {
		char is[RFC3339_SIZE];
		int64_t now, at;

		assert_int_equal(parse_rfc3339(cases[i].now, &now), 0);
		assert_int_equal(
		    parse_time_arg(cases[i].said, now, cases[i].later, &at), 0);
		assert_string_equal(format_rfc3339(at, is), cases[i].is);
	}
}

static bool
login_known(void)
{
	char text[32] = "";
	FILE *f = fopen("/proc/self/loginuid", "r");

	if (f == NULL)
		return false;
	if (fgets(text, sizeof(text), f) == NULL)
		text[0] = '\0';
	fclose(f);
	return text[0] != '\0' && !str_eq(text, "4294967295");
}

/* What actor_now() says in a process of its own; login -1: as it is. */
static void
actor_of(uid_t uid, const char *sudo_uid, int login, char *out, size_t n)
{
	int fds[2], status;
	pid_t pid;
	ssize_t got;

	assert_int_equal(pipe(fds), 0);
	pid = fork();
	if (pid == 0) {
		FILE *f = login == -1 ? NULL
				      : fopen("/proc/self/loginuid", "w");
		char *actor;

		if (login != -1 && (f == NULL || fprintf(f, "%d", login) < 0 ||
				       fclose(f) != 0))
			_exit(1);
		setenv("SUDO_UID", sudo_uid, 1);
		if (setuid(uid) == -1)
			_exit(2);
		actor = actor_now();
		_exit(write(fds[1], actor, strlen(actor) + 1) > 0 ? 0 : 3);
	}
	close(fds[1]);
	got = read(fds[0], out, n);
	close(fds[0]);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	if (status != 0 || got <= 0)
		snprintf(out, n, "status %d", status);
}

/* Whatever the environment says, the first name is the kernel's. */
static void
test_actor(void **state)
{
	static const char *const forged[] = {
	    "USER", "LOGNAME", "SUDO_USER", "HOME", "USERNAME", "LOGIN"};
	char said[256];

	(void)state;
	if (getuid() != 0) {
		print_message("not tried: only root can be others\n");
		return;
	}
	for (size_t i = 0; i < LENGTH(forged); i++)
		setenv(forged[i], "mallory", 1);
	actor_of(0, "", 0, said, sizeof(said));
	if (str_starts(said, "status")) {
		print_message("not tried: the kernel remembers no login\n");
	} else {
		assert_string_equal(said, "user root");
		actor_of(65534, "2", 1, said, sizeof(said));
		assert_string_equal(said, "user daemon (as nobody)");
		actor_of(65534, "2", 65534, said, sizeof(said));
		assert_string_equal(said, "user nobody");
	}
	if (login_known())
		return;
	actor_of(0, "", -1, said, sizeof(said));
	assert_string_equal(said, "user root");
	actor_of(65534, "1", -1, said, sizeof(said));
	assert_string_equal(said, "user nobody (sudo daemon)");
	actor_of(65534, "mallory", -1, said, sizeof(said));
	assert_string_equal(said, "user nobody");
	actor_of(54321, "0; x", -1, said, sizeof(said));
	assert_string_equal(said, "user 54321");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_actor),
	    cmocka_unit_test(test_every_command_has_a_text),
	    cmocka_unit_test(test_no_text_without_a_command),
	    cmocka_unit_test(test_examples_are_taken),
	    cmocka_unit_test(test_values),
	    cmocka_unit_test(test_times_of_day),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
