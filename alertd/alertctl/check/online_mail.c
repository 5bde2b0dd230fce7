/* A relay: connect, TLS, EHLO, AUTH, QUIT. No mail is begun. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "alertctl/check/online.h"
#include "base/attr.h"
#include "base/limits.h"
#include "base/mac.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/tr.h"
#include "deliver/dial.h"
#include "deliver/dialogue.h"
#include "deliver/tls.h"

struct talk {
	const struct relay_conf *relay;
	int fd;
	int ms; /* for one answer */
	struct buf answer;
};

/* A little less than the whole has, so that it is said what did not come. */
static int
patience(const struct config *conf)
{
	int most = (LIMIT_ONLINE_SECONDS - 1) * 1000;
	int64_t ms = conf->mail.timeout * 1000;

	return ms < most ? (int)ms : most;
}

static char *
base64(const char *s, size_t n)
{
	return mac_base64((const unsigned char *)s, n);
}

/* Sends a line, which it wipes and frees. */
static int
say(struct talk *t, char *line, const char *code, struct err *e)
{
	int r = dialogue_ask(t->fd, line, code, t->ms, &t->answer, e);

	explicit_bzero(line, strlen(line));
	free(line);
	return r;
}

/* Encodes and sends; the text is wiped and freed. */
static int
say_secret(struct talk *t, const char *before, char *text, size_t n,
    const char *code, struct err *e)
{
	char *encoded = base64(text, n);
	int r = say(t, xasprintf("%s%s\r\n", before, encoded), code, e);

	explicit_bzero(encoded, strlen(encoded));
	free(encoded);
	explicit_bzero(text, n);
	free(text);
	return r;
}

static int
auth_plain(struct talk *t, struct err *e)
{
	size_t user = strlen(t->relay->user), n;
	char *text = xasprintf(
	    "%c%s%c%s", 0, t->relay->user, 0, t->relay->password);

	n = 1 + user + 1 + strlen(t->relay->password);
	return say_secret(t, "AUTH PLAIN ", text, n, "235", e);
}

static int
auth_login(struct talk *t, struct err *e)
{
	if (say(t, xstrdup("AUTH LOGIN\r\n"), "334", e) == -1 ||
	    say_secret(t, "", xstrdup(t->relay->user), strlen(t->relay->user),
		"334", e) == -1)
		return -1;
	return say_secret(t, "", xstrdup(t->relay->password),
	    strlen(t->relay->password), "235", e);
}

static const struct {
	const char *name;
	int (*run)(struct talk *, struct err *);
} mechanisms[] = {{"PLAIN", auth_plain}, {"LOGIN", auth_login}};

/* Whether the word stands in the line of an answer. */
static bool
offered(const char *line, const char *word)
{
	char *text = xstrndup(line, strcspn(line, "\r\n"));
	struct strv words = {0};
	bool found = false;

	strv_split(&words, text, " =");
	for (size_t i = 0; i < words.n; i++)
		found |= strcasecmp(words.v[i], word) == 0;
	strv_clear(&words);
	free(text);
	return found;
}

static int
authenticate(struct talk *t, struct err *e)
{
	const char *line = dialogue_offer(buf_str(&t->answer), "AUTH");
	char *offers;

	if (line == NULL)
		return err_set(
		    e, "AUTH: it is not offered, and user: is given");
	if (t->relay->tls == TLS_NONE)
		return 0;
	offers = xstrndup(line, strcspn(line, "\r\n"));
	for (size_t i = 0; i < LENGTH(mechanisms); i++)
		if (offered(offers, mechanisms[i].name)) {
			free(offers);
			return mechanisms[i].run(t, e) == 0
				   ? 0
				   : err_prefix(e, "AUTH: ");
		}
	err_set(e, "AUTH: neither PLAIN nor LOGIN is offered, but%s", offers);
	free(offers);
	return -1;
}

static int
talk(struct talk *t, const char *ehlo, struct err *e)
{
	if (dialogue_ask(t->fd, NULL, "220", t->ms, &t->answer, e) == -1)
		return err_prefix(e, "greeting: ");
	if (say(t, xasprintf("EHLO %s\r\n", ehlo), "250", e) == -1)
		return err_prefix(e, "EHLO: ");
	if (*t->relay->user != '\0' && authenticate(t, e) == -1)
		return -1;
	/* Whoever has said yes so far need not say goodbye. */
	say(t, xstrdup("QUIT\r\n"), "221", NULL);
	return 0;
}

static char *
our_name(const struct config *conf)
{
	char name[256] = "";

	if (*conf->mail.ehlo != '\0')
		return xstrdup(conf->mail.ehlo);
	if (gethostname(name, sizeof(name) - 1) == -1 || *name == '\0')
		return xstrdup("localhost");
	return xstrdup(name);
}

static void
say_good(const struct relay_conf *r, struct err *said)
{
	bool tried = *r->user != '\0' && r->tls != TLS_NONE;

	err_set(said, "%s",
	    tried ? _("TLS, its certificate is good, user and password are "
		      "accepted")
	    : r->tls != TLS_NONE ? _("TLS, its certificate is good")
	    : *r->user == '\0'	 ? _("it answers, without TLS")
				 : _("it answers, without TLS, so AUTH is not "
				       "tried"));
}

int
online_relay(const struct probe *p, struct err *said)
{
	const struct relay_conf *r = p->target;
	struct talk t = {.relay = r, .ms = patience(p->conf)};
	struct tls tls = {.fd = -1};
	char *ehlo = our_name(p->conf);
	int status = -1;

	buf_init(&t.answer, DIALOGUE_ANSWER);
	t.fd = dial(r->host, r->port, t.ms, said);
	if (t.fd != -1 && r->tls != TLS_NONE) {
		if (tls_begin(t.fd, r, ehlo, t.ms, &tls, said) == -1)
			tls.fd = -1;
		t.fd = tls.fd;
	}
	if (t.fd != -1) {
		status = talk(&t, ehlo, said);
		close(t.fd);
	}
	if (tls.fd != -1)
		tls_end(&tls);
	if (status == 0)
		say_good(r, said);
	buf_clear(&t.answer);
	free(ehlo);
	return status;
}
