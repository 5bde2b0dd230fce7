#include "deliver/pace.h"

#define FADE 8 /* an eighth of what is usual */
#define PACE_MOST INT64_C(3600000) /* no silence is longer, in ms */

static int64_t
larger(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

static int64_t
smaller(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

void
pace_init(struct pace *p)
{
	*p = (struct pace){.usual = {0}};
}

void
pace_heard(struct pace *p, enum pace_stage stage, int64_t longest)
{
	int64_t *usual = &p->usual[stage];

	p->heard[stage] = true;
	longest = smaller(larger(longest, 1), PACE_MOST);
	if (*usual == 0)
		*usual = longest;
	else if (longest > *usual)
		*usual = smaller(longest, 2 * *usual);
}

void
pace_fade(struct pace *p)
{
	for (int i = 0; i < PACE_STAGES; i++) {
		if (p->heard[i])
			p->usual[i] -= p->usual[i] / FADE;
		p->heard[i] = false;
	}
}

int64_t
pace_late(
    const struct pace *p, enum pace_stage stage, const struct pace_conf *conf)
{
	static const int64_t least[] = {[PACE_OPENING] = PACE_LATE_OPENING,
	    [PACE_SENDING] = PACE_LATE_SENDING};
	int64_t usual = p->usual[stage];
	int64_t ms = usual == 0 ? PACE_LATE_UNKNOWN
				: larger(usual * PACE_LATE_TIMES, least[stage]);

	if (conf->late_after != 0)
		ms = conf->late_after;
	return smaller(ms, conf->slow_after);
}

int64_t
pace_lost(
    const struct pace *p, enum pace_stage stage, const struct pace_conf *conf)
{
	int64_t usual = p->usual[stage];
	int64_t ms = usual == 0
			 ? conf->slow_after
			 : larger(usual * PACE_LOST_TIMES, PACE_LOST_LEAST);

	return smaller(larger(ms, conf->late_after), conf->slow_after);
}
