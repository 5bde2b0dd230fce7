/*
 * The files that people write: templates, contacts, configuration, rules and
 * presets of gateways. Every mistake has a place and is one line; what is
 * understood once is understood again, and rules judge the same when how they
 * are written is forgotten; contacts that are written are read as the same.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/mem.h"
#include "base/mustache.h"
#include "base/str.h"
#include "conf/gateway.h"
#include "conf/rules.h"
#include "contacts/contacts.h"
#include "filter/filter.h"
#include "invariant.h"
#include "target.h"

#define FILE_NAME "fuzz.file"
#define RENDERED 65536 /* bytes: a template may write at most so many */

/* --- mistakes ------------------------------------------------------------- */

/* UTF-8 without what ends a line or moves the cursor. */
static int
check_plain(const char *s, const char *what, struct err *e)
{
	if (!utf8_valid(s, strlen(s)))
		return err_set(e, "%s: no UTF-8", what);
	for (const char *p = s; *p != '\0'; p++)
		if ((unsigned char)*p < ' ' || *p == 0x7f)
			return err_set(e, "%s: a control character", what);
	return 0;
}

static int
check_diag(const struct diag *d, struct err *e)
{
	if (*d->file == '\0' || *d->msg == '\0')
		return err_set(e, "a mistake without a file or a text");
	if (d->col > 0 && d->line == 0)
		return err_set(e, "a column without a line");
	return check_plain(d->msg, "mistake", e);
}

/* Refused is what has mistakes, and only that. */
static int
check_diags(bool refused, const struct diags *d, struct err *e)
{
	int rc = 0;

	if (refused && d->n == 0)
		rc = err_set(e, "refused without a mistake");
	for (size_t i = 0; rc == 0 && i < d->n; i++)
		rc = check_diag(&d->v[i], e);
	return rc;
}

static int
check_same_diags(const struct diags *a, const struct diags *b, struct err *e)
{
	int rc = 0;

	if (a->n != b->n)
		rc = err_set(e, "other mistakes again");
	for (size_t i = 0; rc == 0 && i < a->n; i++)
		rc = check_same_text(a->v[i].msg, b->v[i].msg, "mistake", e);
	return rc;
}

/* --- configuration and rules ---------------------------------------------- */

int
run_config(const struct target *t, const char *s, size_t n, struct err *e)
{
	struct diags a = {0}, b = {0};
	struct config *c = config_parse(FILE_NAME, s, n, &a);
	struct config *again = config_parse(FILE_NAME, s, n, &b);
	int rc = check_diags(c == NULL, &a, e);

	(void)t;
	if (rc == 0 && (c == NULL) != (again == NULL))
		rc = err_set(e, "taken once, and not again");
	if (rc == 0)
		rc = check_same_diags(&a, &b, e);
	if (rc == 0 && c != NULL &&
	    (c->notices.repeat < 300 || c->notices.repeat > 86400))
		rc = err_set(e, "repeat: %lld", (long long)c->notices.repeat);
	config_free(c);
	config_free(again);
	diags_clear(&a);
	diags_clear(&b);
	return rc;
}

/* Who forgets how the words are written finds the same by them. */
static int
check_forgotten(struct filter *f, struct err *e)
{
	static const char text[] = "Opslag i FMK fejler 2 gange, men virker.";
	struct reports l = {0};
	struct report *r = reports_add(&l);
	struct finding a, b;
	int rc;

	xreplace(&r->title, "FMK er nede i produktion");
	xreplace(&r->text, text);
	r->newest = strlen(text);
	filter_judge(f, r, &a, NULL);
	filter_forget_written(f);
	filter_judge(f, r, &b, NULL);
	rc = check_same_finding(&a, &b, e);
	finding_clear(&a);
	finding_clear(&b);
	reports_clear(&l);
	return rc;
}

int
run_rules(const struct target *t, const char *s, size_t n, struct err *e)
{
	struct diags d = {0};
	struct rules_conf *r = rules_parse(FILE_NAME, s, n, &d);
	int rc = check_diags(r == NULL, &d, e);
	struct filter *f = NULL;

	(void)t;
	diags_clear(&d);
	if (rc == 0 && r != NULL) {
		f = filter_open(r, &d);
		rc = check_diags(f == NULL, &d, e);
	} else {
		rules_free(r);
	}
	if (rc == 0 && f != NULL)
		rc = check_forgotten(f, e);
	filter_close(f);
	diags_clear(&d);
	return rc;
}

/* A preset is read from a file: one in memory. */
int
run_preset(const struct target *t, const char *s, size_t n, struct err *e)
{
	int fd = memfd_create("preset", MFD_CLOEXEC), rc;
	char *path = xasprintf("/proc/self/fd/%d", fd);
	struct gateway_conf g;
	struct diags d = {0};

	(void)t;
	if (fd == -1 || write(fd, s, n) != (ssize_t)n)
		rc = err_set(e, "no file in memory");
	else
		rc = check_diags(gateway_preset(path, "", &g, &d) == -1, &d, e);
	if (fd != -1) {
		gateway_clear(&g);
		close(fd);
	}
	diags_clear(&d);
	free(path);
	return rc;
}

/* --- contacts ------------------------------------------------------------- */

#define ORG(kind_, code_, name_)                                         \
	{                                                                \
		.kind = kind_, .code = (char[]){code_}, .name = (char[]) \
		{                                                        \
			name_                                            \
		}                                                        \
	}
static struct org known[] = {
    ORG(ORG_MUNICIPALITY, "0101", "København"),
    ORG(ORG_MUNICIPALITY, "0147", "Frederiksberg"),
    ORG(ORG_VENDOR, "kmd", "KMD"),
};
static const struct orgs orgs = {known, LENGTH(known)};

static int
check_contact(const struct contact *c, struct err *e)
{
	int rc = check_plain(c->name, "name", e);

	if (rc == 0 && *c->email == '\0' && *c->phone == '\0')
		rc = err_set(e, "a contact who cannot be reached");
	if (rc == 0 && *c->phone != '\0' && *c->phone != '+')
		rc = err_set(e, "phone: \"%s\"", c->phone);
	if (rc == 0 && strpbrk(c->email, " \r\n\t<>,") != NULL)
		rc = err_set(e, "e-mail: \"%s\"", c->email);
	return rc;
}

/* Takes ownership of text. */
static int
check_read_back(const struct contacts *l, char *text, size_t n, struct err *e)
{
	struct contacts again = {0};
	struct diags d = {0};
	struct plan plan = {0};
	int rc = contacts_read(FILE_NAME, text, n, &orgs, NULL, &again, &d);

	if (rc == -1) {
		err_set(e, "what was written is refused: %s",
		    d.n > 0 ? d.v[0].msg : "");
	} else {
		contacts_compare(l, &again, true, &plan);
		if (plan.count[CHANGE_KEEP] != l->n || plan.n != l->n)
			rc = err_set(e, "other contacts when read back");
	}
	plan_clear(&plan);
	contacts_clear(&again);
	diags_clear(&d);
	free(text);
	return rc;
}

static int
check_written(const struct contacts *l, struct err *e)
{
	char *text = NULL;
	size_t n = 0;
	FILE *f = open_memstream(&text, &n);
	int rc = f == NULL ? err_set(e, "no stream") : contacts_write(f, l, e);

	if (f != NULL)
		fclose(f);
	if (rc == 0)
		return check_read_back(l, text, n, e);
	free(text);
	return rc;
}

int
run_contacts(const struct target *t, const char *s, size_t n, struct err *e)
{
	struct contacts l = {0};
	struct diags d = {0};
	int refused = contacts_read(FILE_NAME, s, n, &orgs, NULL, &l, &d);
	int rc = check_diags(refused == -1, &d, e);

	(void)t;
	for (size_t i = 0; refused == 0 && rc == 0 && i < l.n; i++)
		rc = check_contact(&l.v[i], e);
	if (refused == 0 && rc == 0)
		rc = check_written(&l, e);
	contacts_clear(&l);
	diags_clear(&d);
	return rc;
}

/* --- templates ------------------------------------------------------------ */

#define DATA                                                                \
	"{\"title\": \"<FMK> & \\\"co\\\"\", \"yes\": true, \"no\": false," \
	" \"incident\": {\"id\": 7, \"ref\": \"FMK-7\"},"                   \
	" \"items\": [{\"name\": \"a\"}, {\"name\": \"b\"}, \"c\"]}"

/* A partial is the template itself: without a limit it has no end. */
static const char *
itself(const char *name, void *arg)
{
	return *name == 's' ? (const char *)arg : NULL;
}

static int
render(char *text, enum mustache_escape escape, struct buf *out, struct err *e)
{
	struct mustache_options o = {escape, itself, text};
	json_t *data = json_loads(DATA, 0, NULL);
	int r;

	buf_init(out, RENDERED);
	*e = (struct err){""};
	r = mustache_render(text, data, &o, out, e);
	json_decref(data);
	return r;
}

/* What is no mistake at all can fail only by its size, depth or steps. */
static int
check_rendered(char *text, enum mustache_escape escape, struct err *e)
{
	struct buf a, b;
	struct err said, again;
	int r = render(text, escape, &a, &said), rc = 0;

	if (render(text, escape, &b, &again) != r)
		rc = err_set(e, "rendered once, and not again");
	else if (r == -1)
		rc = check_error(&said, e);
	else
		rc = check_same_text(buf_str(&a), buf_str(&b), "text", e);
	if (rc == 0 && a.len > RENDERED)
		rc = err_set(e, "%zu bytes", a.len);
	buf_clear(&a);
	buf_clear(&b);
	return rc;
}

/* Each name that is used is somewhere. */
static int
check_names(const char *text, struct err *e)
{
	json_t *names = mustache_names(text), *name;
	unsigned line, col;
	size_t i;
	int rc = 0;

	json_array_foreach(names, i, name)
	{
		mustache_find(text, json_string_value(name), &line, &col);
		if (rc == 0 && (line == 0 || col == 0))
			rc = err_set(e, "\"%s\" is used nowhere",
			    json_string_value(name));
	}
	json_decref(names);
	return rc;
}

int
run_template(const struct target *t, const char *s, size_t n, struct err *e)
{
	char *text = utf8_repair(s, n);
	struct err said = {""};
	int rc = 0;

	(void)t;
	if (mustache_check(text, &said) == -1)
		rc = check_error(&said, e);
	if (rc == 0)
		rc = check_names(text, e);
	for (enum mustache_escape escape = MUSTACHE_PLAIN;
	     rc == 0 && escape <= MUSTACHE_URL; escape++)
		rc = check_rendered(text, escape, e);
	free(text);
	return rc;
}
