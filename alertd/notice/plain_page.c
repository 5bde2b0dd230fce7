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
	const char *told; /* beside an alarm, what alertd noted in English */
	const char *take, *send, *dont, *over, *see, *list, *reply, *either;
	const char *service, *title, *reference, *skipped, *lapses;
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
	    [PAGE_USED] = "Koden er brugt før. Brug den nyeste SMS.",
	    [PAGE_LOCKED] = "For mange forkerte koder. Vi læser dine svar "
			    "igen om en time.",
	    [PAGE_COLLECTED] = "Noget, der ikke haster: alertctl status.",
	},
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
	    [PAGE_USED] = "The code was used before. Use the newest SMS.",
	    [PAGE_LOCKED] = "Too many wrong codes. Your answers are read "
			    "again in an hour.",
	    [PAGE_COLLECTED] = "What does not hurry: alertctl status.",
	},
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

/* "Name: value" and end, when there is a value. */
static void
put(struct buf *b, const char *name, const char *value, const char *end)
{
	if (*value != '\0')
		buf_addf(b, "%s: %s%s", name, value, end);
}

/* "Take it: alertctl ack 7" and end. */
static void
command(struct buf *b, const char *name, const char *what, int64_t id,
    const char *end)
{
	buf_addf(b, "%s: alertctl %s %lld%s", name, what, (long long)id, end);
}

static void
commands(struct buf *b, const struct words *w, const struct notice_facts *f,
    json_t *data, const char *end)
{
	int64_t call = f->page == NULL ? 0 : f->page->call_number;
	int64_t id = f->incident->id;
	bool mine = f->page != NULL && f->page->news == PAGE_YOURS;

	if (is(data, "alarm")) {
		if (is(data, "to_do") && call != 0 && !mine)
			command(b, w->take, "ack --call", call, end);
		buf_addf(b, "%s: alertctl status%s", w->see, end);
		return;
	}
	if (is(data, "to_do") && f->incident->state == INCIDENT_PENDING) {
		command(b, w->send, "approve", id, end);
		command(b, w->dont, "dismiss", id, end);
	}
	if (is(data, "to_do") && f->incident->state == INCIDENT_OPEN) {
		if (!mine)
			command(b, w->take, "ack", id, end);
		command(b, w->over, "resolve", id, end);
	}
	if (f->alarm != NULL && (f->alarm->kind == ALARM_UNREACHED ||
				    f->alarm->kind == ALARM_UNRECEIPTED))
		command(b, w->list, "report --unreached", id, end);
	command(b, w->see, "show", id, end);
}

static void
links(struct buf *b, const struct words *w, json_t *data, const char *end)
{
	put(b, w->take, text_of(data, "link_ack"), end);
	put(b, w->send, text_of(data, "link_approve"), end);
	put(b, w->dont, text_of(data, "link_dismiss"), end);
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
	const char *s = w->news[f->page == NULL ? PAGE_RINGS : f->page->news];
	const char *who = strstr(s, "%s");

	if (who == NULL)
		return xstrdup(s);
	return xasprintf("%.*s%s%s", (int)(who - s), s, text_of(data, "who"),
	    who + strlen("%s"));
}

static void
about(struct buf *b, const struct words *w, const struct notice_facts *f,
    json_t *data, const char *end)
{
	char *note = f->alarm == NULL ? NULL : alarm_sentence(f->alarm);

	if (!is(data, "alarm")) {
		put(b, w->service, text_of(data, "service"), end);
		put(b, w->title, text_of(data, "title"), end);
	}
	put(b, w->lapses, text_of(data, "lapses"), end);
	put(b, w->skipped, text_of(data, "skipped"), end);
	if (note != NULL)
		put(b, w->told, note, end);
	free(note);
}

static char *
mail(const struct words *w, const struct notice_facts *f, json_t *data,
    const char *begin, const char *stamp)
{
	struct buf b;

	buf_init(&b, LIMIT_TEMPLATE_OUT);
	buf_addf(&b, "%s\n\n", begin);
	about(&b, w, f, data, "\n");
	buf_adds(&b, "\n");
	links(&b, w, data, "\n");
	commands(&b, w, f, data, "\n");
	if (!is(data, "alarm"))
		put(&b, w->reference, text_of(data, "reference"), "");
	buf_addf(&b, "\n%s\n%s", text_of(data, "now"), stamp);
	return str_trim(buf_steal(&b));
}

static char *
sms(const struct words *w, const struct notice_facts *f, json_t *data,
    const char *begin, const char *stamp)
{
	struct buf b, end;
	char *out;

	buf_init(&b, LIMIT_TEMPLATE_OUT);
	buf_init(&end, LIMIT_TEMPLATE_OUT);
	buf_addf(&b, "%s ", begin);
	about(&b, w, f, data, ". ");
	replies(&end, w, data);
	if (is(data, "sms_link"))
		links(&end, w, data, " ");
	commands(&end, w, f, data, ". ");
	if (!is(data, "alarm"))
		buf_addf(&end, "%s, ", text_of(data, "reference"));
	buf_addf(&end, "%s.%s", text_of(data, "now_short"), stamp);
	out = sms_fit_end(
	    str_trim(buf_steal(&b)), buf_str(&end), (size_t)f->max_segments);
	buf_clear(&b);
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
