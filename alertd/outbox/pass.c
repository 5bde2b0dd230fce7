#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/str.h"
#include "outbox/outbox.h"
#include "outbox/pass.h"
#include "store/audit.h"
#include "store/queue.h"
#include "store/ways.h"

#define DIGITS 6 /* as many may be a telephone number */

static const char *
word_of(enum channel channel)
{
	return channel == CHANNEL_SMS ? "gateway" : "relay";
}

static bool
names_somebody(const char *word, size_t n)
{
	size_t digits = 0;

	for (size_t i = 0; i < n; i++) {
		if (word[i] == '@')
			return true;
		digits += isdigit((unsigned char)word[i]) != 0;
	}
	return digits >= DIGITS;
}

/* Words that may be an address or a number become "..."; free(). */
static char *
nameless(const char *why)
{
	char *out = xstrdup("");

	while (*why != '\0') {
		size_t gap = strspn(why, " ");
		size_t n = strcspn(why + gap, " ");
		char *next = names_somebody(why + gap, n)
				 ? xasprintf("%s%.*s...", out, (int)gap, why)
				 : xasprintf(
				       "%s%.*s", out, (int)(gap + n), why);

		free(out);
		out = next;
		why += gap + n;
	}
	return out;
}

/* --- what is learnt ------------------------------------------------------- */

static int
record(struct store *s, const struct learnt *l, const struct way *w,
    const char *detail, int64_t now, struct err *e)
{
	char *object = xasprintf("%s %s", word_of(l->channel), w->name);
	char *action = xasprintf(
	    "%s.%s", word_of(l->channel), way_state_name(w->state));
	int r = store_audit(s, now, l->actor, action, 0, object, detail, e);

	free(action);
	free(object);
	return r;
}

/* Says what has become of w, which was in the state from. */
static int
tell(struct store *s, const struct learnt *l, const struct way *w,
    enum way_state from, int64_t since, int64_t now, struct err *e)
{
	const char *word = word_of(l->channel);
	char *span = format_duration(
	    w->state == WAY_WELL ? now - since : w->pause);
	char *detail = NULL;
	int r = 0;

	if (w->state == WAY_WELL) {
		log_info("%s %s: well again after %s", word, w->name, span);
		detail = xasprintf("after %s", span);
	} else if (w->state == WAY_TRIED) {
		log_info("%s %s: one message tries it", word, w->name);
	} else if (from != WAY_ASIDE) {
		log_warn("%s %s: behind the others for %s: %s", word, w->name,
		    span, w->why);
		detail = xasprintf("for %s: %s", span, w->why);
	}
	if (detail != NULL)
		r = record(s, l, w, detail, now, e);
	free(detail);
	free(span);
	return r;
}

static int
learn(struct store *s, const struct learnt *l, struct way *w, int64_t now,
    struct err *e)
{
	enum way_state from = w->state;
	int64_t since = w->since;

	if (!way_step(w, l->event, l->began, now))
		return 0;
	if (w->state == WAY_ASIDE) {
		free(w->why);
		w->why = nameless(l->why);
	}
	if (store_way_put(s, l->channel, w, e) == -1)
		return -1;
	return tell(s, l, w, from, since, now, e);
}

int
outbox_learn(
    struct store *s, const struct learnt *l, int64_t now, struct err *e)
{
	struct way w = {0};
	int r;

	if (store_begin(s, e) == -1)
		return -1;
	r = store_way_get(s, l->channel, l->way, &w, e);
	if (r == 0)
		r = learn(s, l, &w, now, e);
	way_clear(&w);
	if (r == 0)
		return store_commit(s, e);
	store_rollback(s);
	return -1;
}

/* --- what is slow --------------------------------------------------------- */

static int
give_back(struct store *s, const struct claimed *m, int64_t worker, int64_t now,
    struct err *e)
{
	char *detail = xasprintf(
	    "worker %lld is behind a slow message", (long long)worker);
	int r = queue_release(s, m->message, worker, RELEASE_IDLE, e);

	if (r != -1)
		r = store_audit_message(s, now, "alertd", "message.released",
		    m->incident, m->message, detail, e);
	free(detail);
	return r;
}

/* Gives back what the worker has not begun; adds how many to *count. */
static int
give_back_all(
    struct store *s, int64_t worker, int64_t now, size_t *count, struct err *e)
{
	struct claimed *v = NULL;
	size_t n = 0;
	int r = store_claimed(s, worker, &v, &n, e);

	for (size_t i = 0; r != -1 && i < n; i++)
		r = give_back(s, &v[i], worker, now, e);
	*count += n;
	free(v);
	return r == -1 ? -1 : 0;
}

static int
pass(struct store *s, enum channel channel, const struct pending *p,
    struct passing *out, int64_t now, struct err *e)
{
	char *span = format_duration(now - p->since);
	char *why = xasprintf("no result of a message after %s", span);
	const struct learnt slow = {
	    channel, p->way, WAY_SLOW, why, "alertd", p->since};
	size_t count = 0;
	int r = store_pending_passed(s, p->message, e);

	if (r == 0 && p->way[0] != '\0')
		r = outbox_learn(s, &slow, now, e);
	if (r == 0)
		r = give_back_all(s, p->worker, now, &count, e);
	if (r == 0)
		log_warn("message %lld: without result for %s%s%s: worker %lld "
			 "goes on with it, %zu others go to the next",
		    (long long)p->message, span,
		    p->way[0] == '\0' ? "" : ", by ", p->way,
		    (long long)p->worker, count);
	out->passed++;
	out->released += count;
	free(why);
	free(span);
	return r;
}

static bool
is_slow(const struct pending *p, int64_t slow_after, int64_t now)
{
	return p->begun && p->since + slow_after <= now;
}

/* Without act it only looks; *slow: there is something to be done. */
static int
go_through(struct store *s, enum channel channel, int64_t slow_after, bool act,
    int64_t now, struct passing *out, bool *slow, struct err *e)
{
	struct pendings l = {0};
	int r = store_pending(s, channel, &l, e);

	*slow = false;
	for (size_t i = 0; r == 0 && i < l.n; i++) {
		const struct pending *p = &l.v[i];

		if (!is_slow(p, slow_after, now)) {
			clock_sooner(&out->next,
			    (p->begun ? p->since : now) + slow_after);
			continue;
		}
		*slow = true;
		if (act)
			r = pass(s, channel, p, out, now, e);
	}
	pendings_clear(&l);
	return r;
}

/* What is due may be begun now, and what is due later, then. */
static int
look_again(struct store *s, enum channel channel, int64_t slow_after,
    int64_t now, struct passing *out, struct err *e)
{
	int64_t due = TIME_NONE;

	if (queue_next(s, channel, &due, e) == -1)
		return -1;
	if (due != TIME_NONE)
		clock_sooner(&out->next, (due > now ? due : now) + slow_after);
	return store_passed(s, channel, now, &out->busy, &out->waits, e);
}

int
outbox_pass(struct store *s, enum channel channel, int64_t slow_after,
    int64_t now, struct passing *out, struct err *e)
{
	static const struct passing nothing = {.next = TIME_NONE};
	bool slow;

	*out = nothing;
	if (go_through(s, channel, slow_after, false, now, out, &slow, e) == -1)
		return -1;
	/* As nearly always: nobody waits for the lock to hear that. */
	if (!slow)
		return look_again(s, channel, slow_after, now, out, e);
	*out = nothing;
	if (store_begin(s, e) == -1)
		return -1;
	if (go_through(s, channel, slow_after, true, now, out, &slow, e) == 0 &&
	    look_again(s, channel, slow_after, now, out, e) == 0)
		return store_commit(s, e);
	store_rollback(s);
	return -1;
}
