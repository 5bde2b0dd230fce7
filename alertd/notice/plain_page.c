#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/sms.h"
#include "base/str.h"
#include "notice/plain_page.h"

struct words {
	const char *news[PAGE_NEWS]; /* "%s" is who */
	const char *decide; /* in place of the news of a ring */
	const char *told; /* beside an alarm, what alertd noted in English */
	const char *take, *send, *dont, *over, *see, *list, *reply, *either;
	const char *service, *whom, *title, *reference, *skipped, *lapses;
};

static const struct words danish = {
    .news =
	{
	    [PAGE_RINGS] = "En sag til vagten.",
	    [PAGE_LAPSED] = "Sagen skal tages igen efter %s.",
	    [PAGE_TOLD] = "Til orientering.",
	    [PAGE_TAKEN] = "Sagen er taget af %s.",
	    [PAGE_YOURS] = "Du har sagen.",
	    [PAGE_APPROVED] = "Beskeden er sendt af %s.",
	    [PAGE_DISMISSED] = "Sagen er afvist af %s.",
	    [PAGE_ENDED] = "Sagen er slut.",
	    [PAGE_GONE_OUT] = "Beskeden er allerede sendt.",
	    [PAGE_WRONG_CODE] = "Koden passer ikke. Brug den nyeste SMS.",
	    [PAGE_WRONG_WORD] = "Koden er rigtig, men ordet foran passer ikke.",
	    [PAGE_USED] = "Koden er brugt eller for gammel.",
	    [PAGE_LOCKED] = "For mange forkerte koder. Vi læser dine svar "
			    "igen om en time.",
	    [PAGE_COLLECTED] = "Noget, der ikke haster: alertctl status.",
	},
    .decide = "Tag stilling.",
    .told = "alertds egen notits, på engelsk",
    .take = "Tag sagen",
    .send = "Send",
    .dont = "Send ikke",
    .over = "Slut",
    .see = "Se",
    .list = "Telefonliste",
    .reply = "Svar til",
    .either = "eller",
    .service = "Ramt",
    .whom = "Gælder",
    .title = "Driftsmelding",
    .reference = "Sag",
    .skipped = "Der var ingen at kalde",
    .lapses = "Den ringer igen",
};

static const struct words english = {
    .news =
	{
	    [PAGE_RINGS] = "A case for the on-call.",
	    [PAGE_LAPSED] = "The case must be taken again, after %s.",
	    [PAGE_TOLD] = "For your information.",
	    [PAGE_TAKEN] = "The case is taken by %s.",
	    [PAGE_YOURS] = "You have the case.",
	    [PAGE_APPROVED] = "The notice was sent by %s.",
	    [PAGE_DISMISSED] = "The case was dismissed by %s.",
	    [PAGE_ENDED] = "The case is over.",
	    [PAGE_GONE_OUT] = "The notice has already been sent.",
	    [PAGE_WRONG_CODE] = "The code does not fit. Use the newest SMS.",
	    [PAGE_WRONG_WORD] = "The code is right, but the word before it "
				"is not.",
	    [PAGE_USED] = "The code is used or too old.",
	    [PAGE_LOCKED] = "Too many wrong codes. Your answers are read "
			    "again in an hour.",
	    [PAGE_COLLECTED] = "What does not hurry: alertctl status.",
	},
    .decide = "Decide.",
    .told = "alertd's own note",
    .take = "Take it",
    .send = "Send",
    .dont = "Do not send",
    .over = "Over",
    .see = "See",
    .list = "Telephone list",
    .reply = "Answer to",
    .either = "or",
    .service = "Hit",
    .whom = "For",
    .title = "Operator's notice",
    .reference = "Case",
    .skipped = "Nobody was there to call",
    .lapses = "It rings again",
};

static const char *
text_of(json_t *data, const char *key)
{
	const char *s = json_string_value(json_object_get(data, key));

	return s == NULL ? "" : s;
}

static bool
is(json_t *data, const char *key)
{
	return json_is_true(json_object_get(data, key));
}

/* How a line, or a sentence, begins and ends. */
struct form {
	const char *begin, *end;
};

static const struct form line = {"", "\n"}, item = {"- ", "\n"},
			 sentence = {"", ". "}, word = {"", " "};

/* "Name: value", when there is a value. */
static void
put(struct buf *b, const struct form *f, const char *name, const char *value)
{
	if (*value != '\0')
		buf_addf(b, "%s%s: %s%s", f->begin, name, value, f->end);
}

/* "Take it: alertctl ack 7". */
static void
command(struct buf *b, const struct form *f, const char *name, const char *what,
    int64_t id)
{
	buf_addf(b, "%s%s: alertctl %s %lld%s", f->begin, name, what,
	    (long long)id, f->end);
}

static void
alarm_commands(struct buf *b, const struct form *f, const struct words *w,
    const struct notice_facts *n, json_t *data)
{
	int64_t call = n->page == NULL ? 0 : n->page->call_number;

	if (is(data, "to_do") && call != 0 && n->page->news != PAGE_YOURS)
		command(b, f, w->take, "ack --call", call);
	buf_addf(b, "%s%s: alertctl status%s", f->begin, w->see, f->end);
}

static void
commands(struct buf *b, const struct form *f, const struct words *w,
    const struct notice_facts *n, json_t *data)
{
	int64_t id = n->incident->id;
	bool take = n->page == NULL ||
		    (n->page->news != PAGE_YOURS && n->page->news != PAGE_TOLD);

	if (is(data, "to_do") && n->incident->state == INCIDENT_PENDING) {
		command(b, f, w->send, "approve", id);
		command(b, f, w->dont, "dismiss", id);
	}
	if (is(data, "to_do") && n->incident->state == INCIDENT_OPEN) {
		if (take)
			command(b, f, w->take, "ack", id);
		if (!is(data, "ahead"))
			command(b, f, w->over, "resolve", id);
	}
	if (n->alarm != NULL && (n->alarm->kind == ALARM_UNREACHED ||
				    n->alarm->kind == ALARM_UNRECEIPTED))
		command(b, f, w->list, "report --unreached", id);
	command(b, f, w->see, "show", id);
}

static void
links(struct buf *b, const struct form *f, const struct words *w, json_t *data)
{
	put(b, f, w->take, text_of(data, "link_ack"));
	put(b, f, w->send, text_of(data, "link_approve"));
	put(b, f, w->dont, text_of(data, "link_dismiss"));
}

static void
replies(struct buf *b, const struct words *w, json_t *data)
{
	const char *ack = text_of(data, "reply_ack");
	const char *approve = text_of(data, "reply_approve");

	if (*ack != '\0')
		buf_addf(b, "%s %s: OK %s. ", w->reply,
		    text_of(data, "reply_number"), ack);
	if (*approve != '\0')
		buf_addf(b, "%s %s: SEND %s %s NEJ %s. ", w->reply,
		    text_of(data, "reply_number"), approve, w->either,
		    text_of(data, "reply_dismiss"));
}

/* Release with free(). */
static char *
news_of(const struct words *w, const struct notice_facts *f, json_t *data)
{
	enum page_news k = f->page == NULL ? PAGE_RINGS : f->page->news;
	bool decide = k == PAGE_RINGS && !is(data, "alarm") &&
		      f->incident->state == INCIDENT_PENDING;
	const char *s = decide ? w->decide : w->news[k];
	const char *who = strstr(s, "%s");

	if (who == NULL)
		return xstrdup(s);
	return xasprintf("%.*s%s%s", (int)(who - s), s, text_of(data, "who"),
	    who + strlen("%s"));
}

static void
about(struct buf *b, const struct form *f, const struct words *w,
    const struct notice_facts *n, json_t *data)
{
	char *note = n->alarm == NULL ? NULL : alarm_sentence(n->alarm, NULL);

	if (!is(data, "alarm")) {
		put(b, f, w->service, text_of(data, "service"));
		put(b, f, w->whom,
		    text_of(data, f == &sentence ? "whom_short" : "whom"));
		put(b, f, w->title, text_of(data, "title"));
	}
	put(b, f, w->lapses, text_of(data, "lapses"));
	put(b, f, w->skipped, text_of(data, "skipped"));
	if (note != NULL)
		put(b, f, w->told, note);
	free(note);
}

/* Its stamp stands on a line of its own. */
static char *
mail(const struct words *w, const struct notice_facts *n, json_t *data,
    const char *begin, const char *stamp)
{
	struct buf b;

	buf_init(&b, LIMIT_TEMPLATE_OUT);
	buf_addf(&b, "%s\n\n", begin);
	about(&b, &line, w, n, data);
	buf_adds(&b, "\n");
	links(&b, &item, w, data);
	if (is(data, "alarm")) {
		alarm_commands(&b, &item, w, n, data);
		buf_addf(&b, "\n%s\n%s", text_of(data, "now"),
		    str_starts(stamp, " ") ? stamp + 1 : stamp);
	} else {
		commands(&b, &item, w, n, data);
		buf_addf(&b, "\n%s %s, %s\n%s", w->reference,
		    text_of(data, "reference"), text_of(data, "now"),
		    str_starts(stamp, " ") ? stamp + 1 : stamp);
	}
	return str_trim(buf_steal(&b));
}

static char *
sms(const struct words *w, const struct notice_facts *n, json_t *data,
    const char *begin, const char *stamp)
{
	struct buf b, end;
	char *out, *text;

	buf_init(&b, LIMIT_TEMPLATE_OUT);
	buf_init(&end, LIMIT_TEMPLATE_OUT);
	buf_addf(&b, "%s ", begin);
	about(&b, &sentence, w, n, data);
	replies(&end, w, data);
	if (is(data, "sms_link"))
		links(&end, &word, w, data);
	if (is(data, "alarm")) {
		alarm_commands(&end, &sentence, w, n, data);
	} else {
		commands(&end, &sentence, w, n, data);
		buf_addf(&end, "%s, ", text_of(data, "reference"));
	}
	buf_addf(&end, "%s.%s", text_of(data, "now_short"), stamp);
	text = str_trim(buf_steal(&b));
	out = sms_fit_end(text, buf_str(&end), (size_t)n->max_segments);
	free(text);
	buf_clear(&end);
	return out;
}

void
plain_page(const struct notice_facts *f, json_t *data, const char *mark,
    const char *stamp, struct notice_texts *out)
{
	const struct words *w = str_eq(f->conf->language, "en") ? &english
								: &danish;
	char *news = news_of(w, f, data);
	char *begin = xasprintf("%s%s", mark, news);

	out->subject = is(data, "alarm")
			   ? xasprintf("%salertd: %s%s", mark, news, stamp)
			   : xasprintf("%s %s %s.%s", begin, w->reference,
				 text_of(data, "reference"), stamp);
	out->text = mail(w, f, data, begin, stamp);
	out->sms = sms(w, f, data, begin, stamp);
	free(begin);
	free(news);
}
