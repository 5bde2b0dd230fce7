#include <inttypes.h>
#include <stdlib.h>

#include "alertctl/ui/out.h"
#include "alertctl/send/progress.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/tr.h"

struct left
progress_left(const struct progress *p, int64_t now, bool sending)
{
	int64_t spent;

	if (p->waiting == 0)
		return (struct left){
		    p->later > 0 ? LEFT_LATER : LEFT_NOTHING, 0};
	if (!sending)
		return (struct left){LEFT_NOBODY, 0};
	if (p->first_done == TIME_NONE || p->last_done == TIME_NONE)
		return (struct left){LEFT_UNKNOWN, 0};
	spent = now - p->first_done;
	if (spent < PROGRESS_LEAST || p->done < PROGRESS_LEAST)
		return (struct left){LEFT_UNKNOWN, 0};
	if (now - p->last_done >= PROGRESS_STALLED)
		return (struct left){LEFT_STALLED, now - p->last_done};
	return (struct left){LEFT_SECONDS,
	    (int64_t)((double)p->waiting * (double)spent / (double)p->done) +
		1};
}

static void
add_left(struct buf *b, const struct progress *p, int64_t now, bool sending)
{
	struct left left = progress_left(p, now, sending);
	char span[WHEN_SIZE];

	switch (left.kind) {
	case LEFT_UNKNOWN:
		buf_adds(b, _(", time left not known yet"));
		break;
	case LEFT_STALLED:
		buf_addf(b, _(", NOTHING HAS GONE OUT FOR %s"),
		    out_span(left.seconds, span));
		break;
	case LEFT_NOBODY:
		buf_adds(b, _(", NOBODY SENDS THEM"));
		break;
	case LEFT_SECONDS:
		buf_addf(b, _(", about %s left"), out_span(left.seconds, span));
		break;
	case LEFT_NOTHING:
	case LEFT_LATER:
		break;
	}
}

static void
add_later(struct buf *b, const struct progress *p)
{
	char when[WHEN_SIZE];

	if (p->later > 0)
		buf_addf(b,
		    tr_n(", %" PRId64 " waits for another try at %s",
			", %" PRId64 " wait for another try, the next at %s",
			p->later),
		    p->later, out_when(p->next_try, when));
}

char *
progress_sentence(const struct progress *p, int64_t now, bool sending)
{
	struct buf b;

	buf_init(&b, 1024);
	buf_addf(&b,
	    _("%" PRId64 "/%" PRId64 " municipalities reached, %" PRId64
	      "/%" PRId64 " people"),
	    p->reached, p->municipalities, p->told, p->people);
	if (p->failed > 0)
		buf_addf(&b,
		    tr_n(", %" PRId64 " address FAILED",
			", %" PRId64 " addresses FAILED", p->failed),
		    p->failed);
	if (p->unknown > 0)
		buf_addf(&b,
		    tr_n(", %" PRId64 " address NOT KNOWN",
			", %" PRId64 " addresses NOT KNOWN", p->unknown),
		    p->unknown);
	if (p->waiting > 0)
		buf_addf(&b,
		    tr_n(", %" PRId64 " address waits",
			", %" PRId64 " addresses wait", p->waiting),
		    p->waiting);
	add_later(&b, p);
	add_left(&b, p, now, sending);
	return buf_steal(&b);
}

char *
progress_line(const struct progress *p, int64_t now)
{
	struct buf b;

	buf_init(&b, 1024);
	buf_addf(&b,
	    _("%" PRId64 "/%" PRId64 " municipalities, %" PRId64 "/%" PRId64
	      " people, %" PRId64 " FAILED, %" PRId64 " wait"),
	    p->reached, p->municipalities, p->told, p->people, p->failed,
	    p->waiting + p->later);
	if (p->unknown > 0)
		buf_addf(&b, _(", %" PRId64 " NOT KNOWN"), p->unknown);
	add_left(&b, p, now, true);
	return buf_steal(&b);
}

json_t *
progress_json(const struct progress *p, int64_t now, bool sending)
{
	struct left left = progress_left(p, now, sending);

	return json_pack("{s:I, s:I, s:I, s:I, s:I, s:I, s:I, s:I, s:I, s:o}",
	    "municipalities", (json_int_t)p->municipalities, "reached",
	    (json_int_t)p->reached, "people", (json_int_t)p->people, "told",
	    (json_int_t)p->told, "addresses", (json_int_t)p->all, "failed",
	    (json_int_t)p->failed, "unknown", (json_int_t)p->unknown, "waiting",
	    (json_int_t)p->waiting, "later", (json_int_t)p->later,
	    "seconds_left",
	    left.kind == LEFT_SECONDS	? json_integer(left.seconds)
	    : left.kind == LEFT_NOTHING ? json_integer(0)
					: json_null());
}
