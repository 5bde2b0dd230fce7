#include <stdio.h>
#include <stdlib.h>

#include "base/mac.h"
#include "base/mem.h"
#include "core/parts.h"
#include "core/truth.h"
#include "notice/testtext.h"
#include "store/truth.h"

#define DAY 86400
/* The clock may go back by so much without our noticing: seconds. */
#define CLOCK_SLACK 60

/* --- queueing ------------------------------------------------------------- */

static int
queue_channel(struct core *c, enum test_kind kind, const struct notice *n,
    enum channel channel, const struct strv *to, struct err *e)
{
	static char none[] = "", org[] = "test";
	struct org own = {.kind = ORG_ONCALL,
	    .code = org,
	    .name = org,
	    .region = none,
	    .vendor = none};
	struct contact *v;
	bool mail = channel == CHANNEL_MAIL;
	int r;

	if (to->n == 0 || to->v == NULL)
		return 0;
	if (store_test_add(c->store, kind, n->id, channel, n->at, e) == -1)
		return -1;
	v = xcalloc(to->n, sizeof(*v));
	for (size_t i = 0; i < to->n; i++)
		v[i] = (struct contact){.org = org,
		    .name = none,
		    .email = mail ? to->v[i] : none,
		    .phone = mail ? none : to->v[i],
		    .enabled = true};
	r = core_queue_one(c, NULL, n, channel, &own, v, to->n, e);
	free(v);
	return r == -1 ? -1 : 0;
}

static int
store_texts(
    struct core *c, enum test_kind kind, const struct notice *n, struct err *e)
{
	const char *language = c->conf->notices.language;
	char check[SENDER_CHECK];
	struct notice_texts t;
	struct notice_body b;
	int r;

	if (store_truth_check(c->store, n->id, check, e) == -1)
		return -1;
	if (kind == TEST_TRUTH)
		test_text_truth(language, n->id, check, n->at, &t);
	else
		test_text_well(language, n->at, &t);
	b = (struct notice_body){ORG_ONCALL, t.subject, t.text, t.html, t.sms};
	r = store_notice_body_add(c->store, n->id, &b, e);
	notice_texts_clear(&t);
	return r;
}

/* One notice of kind test, by both channels. In the caller's transaction. */
static int
queue_test(struct core *c, enum test_kind kind, const struct strv *mail,
    const struct strv *sms, int64_t now, struct err *e)
{
	static char title[] = "PRØVE", truth[] = "test: does it arrive",
		    well[] = "test: all is well";
	struct notice n = {.type = NOTICE_PAGE,
	    .effect = EFFECT_NONE,
	    .at = now,
	    .next = TIME_NONE,
	    .title = title,
	    .reason = kind == TEST_TRUTH ? truth : well};

	if (store_notice_add(c->store, &n, e) == -1 ||
	    store_texts(c, kind, &n, e) == -1 ||
	    queue_channel(c, kind, &n, CHANNEL_MAIL, mail, e) == -1 ||
	    queue_channel(c, kind, &n, CHANNEL_SMS, sms, e) == -1 ||
	    core_audit(c, now, "test.queued", 0, e, "%s", n.reason) == -1)
		return -1;
	c->queued++;
	return 0;
}

static int
queue_alone(struct core *c, enum test_kind kind, const struct strv *mail,
    const struct strv *sms, int64_t now, struct err *e)
{
	if (store_begin(c->store, e) == -1)
		return -1;
	return core_finish(c, queue_test(c, kind, mail, sms, now, e), e);
}

int
core_well_mail(struct core *c, int64_t now, struct err *e)
{
	static const struct strv none = {0};
	const struct deadman_conf *conf = &c->conf->deadman;
	int64_t last;

	if (conf->mail.n == 0)
		return 0;
	if (store_test_last(c->store, TEST_DEADMAN, &last, e) == -1)
		return -1;
	/* One ahead of us was made by a clock that was wrong. */
	if (last != TIME_NONE && last <= now + CLOCK_SLACK &&
	    now < last + conf->mail_every)
		return 0;
	return queue_alone(c, TEST_DEADMAN, &conf->mail, &none, now, e);
}

/* --- what became of it ---------------------------------------------------- */

static int
tell(struct core *c, enum channel channel, const struct truth *t, bool late,
    int64_t now, struct err *e)
{
	const char *name = channel == CHANNEL_SMS ? "SMS" : "mail";
	char *span = format_duration(late ? now - t->sent : t->took);
	char *detail;
	int r;

	if (!late)
		detail = xasprintf("after %s", span);
	else if (t->failed)
		detail = xasprintf("it failed: %s", t->answer);
	else
		detail = xasprintf("%s after it was queued", span);
	r = core_alarm(c,
	    &(struct alarm){
		late ? ALARM_TRUTH_LATE : ALARM_TRUTH_WELL, name, detail},
	    now, e);
	if (r == 0)
		r = store_truth_told(c->store, channel, late, now, e);
	free(detail);
	free(span);
	return r;
}

/* Told once when it is late or failed, and once when one arrives again. */
static int
look_at(struct core *c, enum channel channel, int64_t now, int64_t *next,
    struct err *e)
{
	int64_t late = c->conf->truth.late;
	struct truth t;
	int r = store_truth_get(c->store, channel, &t, e);

	if (r == -1 || t.notice == 0) {
		truth_clear(&t);
		return r;
	}
	if (t.arrived != TIME_NONE) {
		if (t.late)
			r = tell(c, channel, &t, false, now, e);
	} else if (!t.late) {
		if (t.failed || now >= t.sent + late)
			r = tell(c, channel, &t, true, now, e);
		else
			clock_sooner(next, t.sent + late);
	}
	truth_clear(&t);
	return r;
}

/* At the hour of each day when it is as seldom as that; the first at once. */
static int64_t
due_at(const struct truth_conf *conf, int64_t last, int64_t now)
{
	struct civil c;
	int64_t from, at;

	/* From a clock that was ahead. */
	if (last == TIME_NONE || last > now + CLOCK_SLACK)
		return now;
	if (conf->every < DAY)
		return last + conf->every;
	from = last + conf->every - DAY / 2;
	c = civil_local(from);
	at = local_to_utc(c.year, c.month, c.day, (int)conf->at, 0);
	if (at >= from)
		return at;
	c = civil_local(from + DAY);
	return local_to_utc(c.year, c.month, c.day, (int)conf->at, 0);
}

static int
look(struct core *c, int64_t now, int64_t *next, struct err *e)
{
	const struct truth_conf *conf = &c->conf->truth;
	int64_t last, due;

	if (store_truth_look(c->store, e) == -1 ||
	    (conf->mail.n > 0 &&
		look_at(c, CHANNEL_MAIL, now, next, e) == -1) ||
	    (conf->sms.n > 0 && look_at(c, CHANNEL_SMS, now, next, e) == -1) ||
	    store_test_last(c->store, TEST_TRUTH, &last, e) == -1)
		return -1;
	due = due_at(conf, last, now);
	if (due <= now) {
		if (queue_test(
			c, TEST_TRUTH, &conf->mail, &conf->sms, now, e) == -1)
			return -1;
		clock_sooner(next, now + conf->late);
		due = due_at(conf, now, now);
	}
	clock_sooner(next, due);
	return 0;
}

int
core_truth_turn(struct core *c, int64_t now, int64_t *next, struct err *e)
{
	if (c->conf->truth.mail.n == 0 && c->conf->truth.sms.n == 0)
		return 0;
	if (store_begin(c->store, e) == -1)
		return -1;
	return core_finish(c, look(c, now, next, e), e);
}

/* --- a mail that was handed back ------------------------------------------ */

static int
take(struct core *c, int64_t number, int64_t now, enum truth_taken *out,
    struct err *e)
{
	int n;

	if (store_begin(c->store, e) == -1)
		return -1;
	n = store_truth_arrived(c->store, number, now, e);
	if (n > 0)
		n = core_audit(c, now, "test.arrived", 0, e,
			"notice %lld, by mail", (long long)number) == -1
			? -1
			: 1;
	*out = n == 1 ? TRUTH_BOOKED : TRUTH_KNOWN;
	return core_finish(c, n == -1 ? -1 : 0, e);
}

int
core_truth_mail(struct core *c, const char *mail, size_t len, int64_t now,
    int64_t *number, enum truth_taken *out, struct err *e)
{
	char given[SENDER_CHECK], right[SENDER_CHECK];

	*out = TRUTH_NONE;
	if (test_code_find(mail, len, number, given, sizeof(given)) == -1)
		return 0;
	if (store_truth_check(c->store, *number, right, e) == -1)
		return -1;
	return mac_same(given, right) ? take(c, *number, now, out, e) : 0;
}
