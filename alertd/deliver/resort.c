#include <stdlib.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

#include "base/address.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/str.h"
#include "deliver/resort.h"

/* Who started us may be gone: that is no reason not to send on. */
static int
on_sent(
    const struct message *m, const struct result *results, size_t n, void *arg)
{
	size_t *accepted = arg;

	for (size_t i = 0; i < n; i++) {
		const struct result *r = &results[i];

		if (r->outcome == OUTCOME_ACCEPTED) {
			++*accepted;
			(void)file_write_all(STDOUT_FILENO, RESORT_ACCEPTED,
			    strlen(RESORT_ACCEPTED));
			continue;
		}
		log_error("last resort: %s: %s, %s", m->to[r->delivery].address,
		    outcome_name(r->outcome), r->answer);
	}
	return 0;
}

/* Unlike any id of the database; the part behind @ is that of mail.from. */
static char *
make_id(const struct config *conf, int64_t now)
{
	const char *at = strrchr(conf->mail.from, '@');
	char *host = xstrdup(at == NULL ? "localhost" : at + 1), *id;

	id = xasprintf("alertd-resort-%lld-%d@%s", (long long)now,
	    (int)getpid(), str_cut_end(host, '>'));
	free(host);
	return id;
}

/* Not of the database: its incident is 0, its deliveries are our places. */
static void
make_message(struct message *m, const struct config *conf, enum channel channel,
    const char *text)
{
	const struct strv *to = channel == CHANNEL_SMS ? &conf->alarm.sms
						       : &conf->alarm.mail;
	size_t head = channel == CHANNEL_SMS ? 0 : strcspn(text, "\n");

	*m = (struct message){.channel = channel,
	    .audience = ORG_ONCALL,
	    .created = clock_read().wall};
	m->org = xstrdup("alarm");
	m->org_name = xstrdup("alarm");
	m->subject = xstrndup(text, head);
	m->text = xstrdup(text + head + (head > 0 && text[head] != '\0'));
	m->html = xstrdup("");
	m->message_id = make_id(conf, m->created);
	m->in_reply_to = xstrdup("");
	m->to = xcalloc(to->n + 1, sizeof(*m->to));
	for (size_t i = 0; i < to->n; i++)
		m->to[m->n_to++] = (struct recipient){
		    .delivery = (int64_t)i,
		    .name = xstrdup(""),
		    .address = xstrdup(to->v[i]),
		    .due = true,
		};
}

int
resort_send(
    const struct config *conf, struct transport *t, enum channel channel)
{
	struct messages l = {0};
	struct message m;
	struct err e = {""};
	size_t accepted = 0;
	int failed = EX_TEMPFAIL;
	char *text;

	if (file_read("-", LIMIT_TEXT, &text, NULL, &e) == -1) {
		log_error("last resort: %s", e.msg);
		return EX_TEMPFAIL;
	}
	make_message(&m, conf, channel, text);
	free(text);
	l.v = &m;
	l.n = 1;
	if (m.n_to > 0 && t->send(t, &l, on_sent, &accepted, &e) == -1)
		log_error("last resort: %s", e.msg);
	if (m.n_to == 0) {
		log_error("last resort: alarm.%s is empty: nobody is told",
		    channel_name(channel));
		failed = EX_CONFIG;
	}
	message_clear(&m);
	return accepted > 0 ? EX_OK : failed;
}
