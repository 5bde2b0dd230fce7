/* Unit tests of deliver/maildir: what lies in the folder afterwards. */
#include <dirent.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/attr.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/mem.h"
#include "deliver/maildir.h"
#include "deliver/transport.h"

static char folder[] = "/tmp/alertd-maildir-XXXXXX";
static char *path;

static int
setup(void **state)
{
	(void)state;
	memset(folder + strlen(folder) - 6, 'X', 6);
	if (mkdtemp(folder) == NULL)
		return -1;
	path = xasprintf("%s/a/Mail", folder);
	return 0;
}

static void
remove_files(const char *dir)
{
	DIR *d = opendir(dir);
	struct dirent *entry;

	while (d != NULL && (entry = readdir(d)) != NULL) {
		char *file = xasprintf("%s/%s", dir, entry->d_name);

		if (entry->d_name[0] != '.')
			unlink(file);
		free(file);
	}
	if (d != NULL)
		closedir(d);
	rmdir(dir);
}

static int
teardown(void **state)
{
	static const char *const parts[] = {
	    "/a/Mail/tmp", "/a/Mail/new", "/a/Mail/cur", "/a/Mail", "/a", ""};

	(void)state;
	for (size_t i = 0; i < LENGTH(parts); i++) {
		char *dir = xasprintf("%s%s", folder, parts[i]);

		remove_files(dir);
		free(dir);
	}
	free(path);
	return 0;
}

/* How many files dir has; the last one's path in *file, release it. */
static int
files(const char *part, char **file)
{
	char *dir = xasprintf("%s/%s", path, part);
	DIR *d = opendir(dir);
	struct dirent *entry;
	int n = 0;

	assert_non_null(d);
	while ((entry = readdir(d)) != NULL) {
		if (entry->d_name[0] == '.')
			continue;
		n++;
		if (file != NULL) {
			free(*file);
			*file = xasprintf("%s/%s", dir, entry->d_name);
		}
	}
	closedir(d);
	free(dir);
	return n;
}

static void
test_put(void **state)
{
	static const char mail[] = "Subject: a\r\n\r\nlinje\r\n.\rb\r\n";
	struct err e = {""};
	char *file = NULL, *data;
	struct stat st;

	(void)state;
	assert_int_equal(maildir_make(path, &e), 0);
	assert_int_equal(maildir_make(path, &e), 0);
	assert_int_equal(maildir_put(path, mail, strlen(mail), &e), 0);
	assert_int_equal(files("new", &file), 1);
	assert_int_equal(files("tmp", NULL), 0);
	assert_int_equal(files("cur", NULL), 0);
	assert_int_equal(file_read(file, 1000, &data, NULL, &e), 0);
	assert_string_equal(data, "Subject: a\n\nlinje\n.\rb\n");
	assert_int_equal(stat(file, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	free(data);
	free(file);
}

static void
test_names_differ(void **state)
{
	struct err e;

	(void)state;
	assert_int_equal(maildir_make(path, &e), 0);
	for (int i = 0; i < 200; i++)
		assert_int_equal(maildir_put(path, "a\r\n", 3, &e), 0);
	assert_int_equal(files("new", NULL), 200);
}

static void
test_put_fails(void **state)
{
	struct err e = {""};

	(void)state;
	assert_int_equal(maildir_put(path, "a\r\n", 3, &e), -1);
	assert_non_null(strstr(e.msg, path));
	assert_non_null(strstr(e.msg, "No such file"));
}

static char from[] = "MedCom <fmk@medcom.example.dk>";
static char nothing[] = "";

static int
collect(
    const struct message *m, const struct result *results, size_t n, void *arg)
{
	size_t *told = arg;

	assert_int_equal(n, 2);
	assert_int_equal(results[0].delivery, 11);
	assert_int_equal(results[1].delivery, 13);
	assert_string_equal(results[1].answer, "delivered");
	assert_non_null(strstr(results[0].via, "maildir "));
	for (size_t i = 0; i < n; i++)
		assert_int_equal(results[i].outcome, OUTCOME_ACCEPTED);
	*told += (size_t)m->id;
	return *told >= 3 ? -1 : 0;
}

static char anna[] = "anna@example.dk", bo[] = "bo@example.dk",
	    carl[] = "carl@example.dk", subject[] = "FMK",
	    id[] = "a@example.dk";

/* Three messages, the last of which is not begun: fn said stop. */
static void
test_transport(void **state)
{
	struct config conf = {.mail = {.from = from, .reply_to = nothing}};
	struct recipient to[] = {{11, nothing, anna, true},
	    {12, nothing, bo, false}, {13, nothing, carl, true}};
	struct message v[3];
	struct messages l = {v, 3};
	struct transport *t;
	struct err e = {""};
	size_t told = 0;
	char *file = NULL, *data;

	(void)state;
	conf.mail.maildir = path;
	for (int i = 0; i < 3; i++)
		v[i] = (struct message){.id = i + 1,
		    .subject = subject,
		    .text = subject,
		    .html = nothing,
		    .message_id = id,
		    .in_reply_to = nothing,
		    .to = to,
		    .n_to = 3};
	t = maildir_open(&conf, &e);
	assert_non_null(t);
	assert_int_equal(t->send(t, &l, collect, &told, &e), 0);
	assert_int_equal(told, 3);
	assert_int_equal(files("new", &file), 2);
	assert_int_equal(file_read(file, 10000, &data, NULL, &e), 0);
	assert_non_null(strstr(data, "Return-Path: <fmk@medcom.example.dk>\n"));
	assert_non_null(strstr(data, "bo@example.dk"));
	free(data);
	free(file);
	t->close(t);
}

static void
test_open_refuses(void **state)
{
	struct config conf = {
	    .mail = {.from = from, .reply_to = nothing, .maildir = nothing}};
	static char bad[] = "nobody";
	struct err e = {""};

	(void)state;
	assert_null(maildir_open(&conf, &e));
	assert_non_null(strstr(e.msg, "mail.maildir"));
	conf.mail.maildir = path;
	conf.mail.from = bad;
	assert_null(maildir_open(&conf, &e));
	assert_non_null(strstr(e.msg, "mail.from"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_put, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_names_differ, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_put_fails, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_transport, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_open_refuses, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
