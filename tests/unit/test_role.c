/* Unit tests of conf/role.h: which process keeps which secret. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/attr.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/str.h"
#include "conf/config.h"
#include "conf/gateway.h"
#include "conf/secret.h"

static char folder[] = "/tmp/alertd-role-XXXXXX";

static void
write_file(const char *name, const char *text, mode_t mode)
{
	char *path = xasprintf("%s/%s", folder, name);
	struct err e;

	(void)unlink(path);
	assert_int_equal(file_write(path, text, strlen(text), mode, &e), 0);
	assert_int_equal(chmod(path, mode), 0);
	free(path);
}

static void
remove_file(const char *name)
{
	char *path = xasprintf("%s/%s", folder, name);

	assert_int_equal(unlink(path), 0);
	free(path);
}

/* What a process of that role has of the text; NULL with a mistake. */
static struct config *
config_of(const char *text, enum conf_role role, struct diags *d)
{
	char *path = xasprintf("%s/f.yaml", folder);
	struct config *c;

	write_file("f.yaml", text, 0600);
	c = config_load(path, role, d);
	diags_print(d, stderr);
	free(path);
	return c;
}

/* alertctl reads on without what only the daemon's unit has. */
static void
test_secret_not_required(void **state)
{
	static const char text[] =
	    "mail: {from: a@example.dk, relays: [{host: smtp.example.dk,"
	    " user: u, password: {credential: x}}]}\n";
	struct diags problems = {0};
	struct config *c;

	(void)state;
	unsetenv("CREDENTIALS_DIRECTORY");
	assert_null(config_of(text, CONF_CHECK, &problems));
	assert_int_equal(problems.n, 1);
	diags_clear(&problems);
	c = config_of(text, CONF_CTL, &problems);
	assert_non_null(c);
	assert_string_equal(c->mail.relays[0].password, SECRET_UNREACHED);
	config_free(c);
}

#define ALL_SECRETS                                                           \
	"store: x.db\n"                                                       \
	"deadman: {url: {file: deadman}}\n"                                   \
	"feeds: [{name: f, kind: rss, url: 'https://f.example.dk/k1'}]\n"     \
	"rotas: [{name: r, team: t, calendar: 'https://f.example.dk/k2'}]\n"  \
	"mail: {from: a@example.dk, relays: [{host: smtp.example.dk,"         \
	" user: u, password: {file: mail}}]}\n"                               \
	"sms: {gateways: [{preset: gatewayapi-mobile, token: {file: sms},"    \
	" callback_hmac_secret: {file: key}, callback_secret: {file: url}}]}" \
	"\n"                                                                  \
	"web: {auth: token, token: {file: web}}\n"

/* The text that stands in the file, by its name. */
static const char *
secret_text(const char *name)
{
	return str_eq(name, "deadman") ? "https://watch.example.dk/secret-d"
	       : str_eq(name, "url")   ? "secret-url-0123456789abcdef"
	       : str_eq(name, "web")   ? "secret-web-0123456789abcdef"
				       : name;
}

static const char *
setting(const struct config *c, const char *name)
{
	return gateway_setting(&c->sms.gateways[0], name)->value;
}

/* A "*" for each that c holds as it is, in the order of the names. */
static void
kept(const struct config *c, char out[8])
{
	const struct {
		const char *name, *value;
	} all[] = {{"deadman", c->deadman.url},
	    {"mail", c->mail.relays[0].password}, {"sms", setting(c, "token")},
	    {"key", setting(c, "callback_hmac_secret")},
	    {"url", c->sms.gateways[0].callback_secret}, {"web", c->web.token}};

	for (size_t i = 0; i < LENGTH(all); i++) {
		bool has = str_eq(all[i].value, secret_text(all[i].name));

		if (!has)
			assert_string_equal(all[i].value, SECRET_UNREACHED);
		out[i] = has ? '*' : '-';
	}
	out[LENGTH(all)] = '\0';
}

/* Each process keeps its own secrets, and none fetches but the core. */
static void
test_roles(void **state)
{
	static const char *const names[] = {
	    "deadman", "mail", "sms", "key", "url", "web"};
	static const struct {
		enum conf_role role;
		const char *kept;
		bool fetches;
	} rows[] = {{CONF_CHECK, "******", true}, {CONF_CORE, "*-----", true},
	    {CONF_MAIL, "-*----", false}, {CONF_SMS, "--*-*-", false},
	    {CONF_WEB, "---***", false}, {CONF_CTL, "------", true}};

	(void)state;
	for (size_t i = 0; i < LENGTH(names); i++)
		write_file(names[i], secret_text(names[i]), 0600);
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct diags d = {0};
		struct config *c = config_of(ALL_SECRETS, rows[i].role, &d);
		char got[8];

		assert_int_equal(d.n, 0);
		kept(c, got);
		assert_string_equal(got, rows[i].kept);
		assert_int_equal(*c->feeds[0].url != '\0', rows[i].fetches);
		assert_int_equal(
		    *c->rotas[0].calendar != '\0', rows[i].fetches);
		assert_int_equal(strlen(c->rotas[0].calendar_id), 64);
		config_free(c);
	}
}

/* The core sees that a secret is there, and that only its owner reads it. */
static void
test_role_looks(void **state)
{
	static const struct {
		enum conf_role role;
		mode_t mode;
		size_t mistakes;
	} rows[] = {{CONF_CORE, 0600, 0}, {CONF_CORE, 0644, 1},
	    {CONF_CORE, 0, 1}, {CONF_MAIL, 0644, 1}, {CONF_WEB, 0644, 0},
	    {CONF_WEB, 0, 0}, {CONF_CTL, 0644, 0}, {CONF_CTL, 0, 0}};

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct diags d = {0};

		/* Mode 0 stands for a file that is not there. */
		write_file("mail", "mail", rows[i].mode | 0600);
		if (rows[i].mode == 0)
			remove_file("mail");
		config_free(config_of(ALL_SECRETS, rows[i].role, &d));
		assert_int_equal(d.n, rows[i].mistakes);
		diags_clear(&d);
	}
}

static int
make_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) == NULL ? -1 : 0;
}

static int
remove_folder(void **state)
{
	static const char *const all[] = {
	    "deadman", "mail", "sms", "key", "url", "web", "f.yaml"};

	(void)state;
	for (size_t i = 0; i < LENGTH(all); i++) {
		char *path = xasprintf("%s/%s", folder, all[i]);

		(void)unlink(path);
		free(path);
	}
	return rmdir(folder);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_secret_not_required),
	    cmocka_unit_test(test_roles),
	    cmocka_unit_test(test_role_looks),
	};

	return cmocka_run_group_tests_name(
	    "role", tests, make_folder, remove_folder);
}
