#include "deliver/bear.h"

void
bear_init(struct bear *b, size_t most)
{
	most = most > 0 ? most : 1;
	*b = (struct bear){.most = most, .sessions = most, .stood = most};
}

static void
refused(struct bear *b, size_t others, int64_t mono_ms)
{
	/* Those that were begun together are refused together. */
	if (mono_ms >= b->until) {
		b->pause = b->pause == 0 || mono_ms >= b->until + b->pause
			       ? BEAR_PAUSE_FIRST
			       : b->pause * 2;
		if (b->pause > BEAR_PAUSE_MOST)
			b->pause = BEAR_PAUSE_MOST;
	}
	b->until = mono_ms + b->pause;
	if (b->sessions > 1)
		b->sessions--;
	if (b->sessions > others)
		b->sessions = others > 0 ? others : 1;
}

static void
took(struct bear *b, int64_t mono_ms)
{
	if (b->sessions < b->most && mono_ms >= b->until &&
	    mono_ms >= b->grow) {
		b->sessions++;
		b->grow = mono_ms + BEAR_GROW;
	}
	b->stood = b->sessions;
}

void
bear_step(struct bear *b, enum bear_event event, size_t others, int64_t mono_ms)
{
	switch (event) {
	case BEAR_TOOK:
		took(b, mono_ms);
		break;
	case BEAR_REFUSED:
		refused(b, others, mono_ms);
		break;
	case BEAR_GONE:
		b->sessions = b->stood;
		b->pause = 0;
		b->until = mono_ms;
		break;
	}
}
