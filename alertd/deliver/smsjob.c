#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "deliver/smsjob.h"

/* Of the time that storing takes, and of the calls. */
#define GROUP_PART 4
#define GROUP_LEAST_MS 1
#define GROUP_MOST_MS 10

struct smsgroup
smsgroup_after(size_t window, int64_t stored_ms)
{
	int64_t ms = stored_ms / GROUP_PART;

	if (ms <= GROUP_LEAST_MS)
		return (struct smsgroup){
		    window - window / GROUP_PART, GROUP_LEAST_MS};
	return (struct smsgroup){
	    0, ms < GROUP_MOST_MS ? (int)ms : GROUP_MOST_MS};
}

/* At most 32 characters (CPSMS), until there are very many of everything. */
static void
make_ref(struct smsjob *j)
{
	const struct message_ref r = {.incident = j->m->incident,
	    .notice = j->m->notice,
	    .delivery = j->delivery,
	    .created = j->m->created};

	j->target.ref = message_ref_format(&r, j->ref);
}

static size_t *
places(size_t n)
{
	size_t *v = xcalloc(n + 1, sizeof(*v));

	for (size_t i = 0; i < n; i++)
		v[i] = i;
	return v;
}

static int
by_place(size_t a, size_t b)
{
	return a < b ? -1 : a > b;
}

static int
by_text(const void *a, const void *b, void *arg)
{
	const struct smsjobs *s = arg;
	size_t i = *(const size_t *)a, k = *(const size_t *)b;
	int r = strcmp(s->l->v[i].text, s->l->v[k].text);

	return r != 0 ? r : by_place(i, k);
}

/* Texts in the order in which they were claimed. */
static int
by_first(const void *a, const void *b, void *arg)
{
	const struct smsjobs *s = arg;
	size_t i = *(const size_t *)a, k = *(const size_t *)b;
	int r = by_place(s->of[i].text, s->of[k].text);

	return r != 0 ? r : by_place(i, k);
}

static void
group_texts(struct smsjobs *s)
{
	size_t n = s->l->n, first = 0;

	s->by_text = places(n);
	qsort_r(s->by_text, n, sizeof(*s->by_text), by_text, s);
	for (size_t i = 0; i < n; i++) {
		size_t at = s->by_text[i];

		if (i == 0 ||
		    strcmp(s->l->v[at].text, s->l->v[first].text) != 0)
			first = at;
		s->of[at].text = first;
	}
	qsort_r(s->by_text, n, sizeof(*s->by_text), by_first, s);
}

static int
same_sms(const struct smsjobs *s, size_t i, size_t k)
{
	int r = by_place(
	    s->of[s->v[i].message].text, s->of[s->v[k].message].text);

	return r != 0 ? r
		      : strcmp(s->v[i].target.number, s->v[k].target.number);
}

static int
by_sms(const void *a, const void *b, void *arg)
{
	size_t i = *(const size_t *)a, k = *(const size_t *)b;
	int r = same_sms(arg, i, k);

	return r != 0 ? r : by_place(i, k);
}

static void
find_roots(struct smsjobs *s)
{
	size_t *v = places(s->n);

	qsort_r(v, s->n, sizeof(*v), by_sms, s);
	for (size_t i = 0; i < s->n; i++) {
		struct smsjob *j = &s->v[v[i]];

		j->root = v[i];
		j->twin = SMSJOB_NONE;
		if (i == 0 || same_sms(s, v[i - 1], v[i]) != 0)
			continue;
		j->root = s->v[v[i - 1]].root;
		s->v[v[i - 1]].twin = v[i];
	}
	free(v);
}

static void
add_jobs(struct smsjobs *s, size_t message)
{
	const struct message *m = &s->l->v[message];
	struct smsjob_of *of = &s->of[message];

	of->first = s->n;
	for (size_t i = 0; i < m->n_to; i++) {
		struct smsjob *j = &s->v[s->n];

		if (!m->to[i].due)
			continue;
		j->m = m;
		j->message = message;
		j->delivery = m->to[i].delivery;
		j->target.number = m->to[i].address;
		j->target.text = xstrdup("not tried");
		j->target.id = xstrdup("");
		make_ref(j);
		s->n++;
	}
	of->n = of->left = s->n - of->first;
	/* With nobody to be sent to it is told at once. */
	if (of->n == 0)
		s->news[s->n_news++] = message;
}

void
smsjobs_init(struct smsjobs *s, const struct messages *l)
{
	size_t n = 0;

	for (size_t i = 0; i < l->n; i++)
		n += l->v[i].n_to;
	*s = (struct smsjobs){.l = l,
	    .v = xcalloc(n + 1, sizeof(*s->v)),
	    .of = xcalloc(l->n + 1, sizeof(*s->of)),
	    .news = xcalloc(l->n + 1, sizeof(*s->news))};
	for (size_t i = 0; i < l->n; i++)
		add_jobs(s, i);
	group_texts(s);
	find_roots(s);
}

void
smsjobs_clear(struct smsjobs *s)
{
	for (size_t i = 0; i < s->n; i++)
		target_clear(&s->v[i].target);
	free(s->v);
	free(s->of);
	free(s->by_text);
	free(s->news);
	*s = (struct smsjobs){0};
}

bool
smsjob_open(const struct smsjobs *s, size_t i)
{
	return s->v[i].root == i && !s->v[i].done && !s->v[i].refused &&
	       !s->v[i].out;
}

size_t
smsjobs_open_of(const struct smsjobs *s, size_t i)
{
	const struct smsjob_of *of = &s->of[s->v[i].message];
	size_t n = 0;

	for (; i < of->first + of->n; i++)
		n += smsjob_open(s, i);
	return n;
}

void
smsjob_finish(struct smsjobs *s, size_t i, enum outcome outcome)
{
	struct smsjob *root = &s->v[i];

	root->done = true;
	root->outcome = outcome;
	s->doubt += !s->of[root->message].lost;
	for (; i != SMSJOB_NONE; i = s->v[i].twin) {
		struct smsjob_of *of = &s->of[s->v[i].message];

		of->left--;
		if (of->news || of->lost)
			continue;
		of->news = true;
		s->news[s->n_news++] = s->v[i].message;
	}
}

bool
smsjobs_news(struct smsjobs *s, size_t *message)
{
	while (s->n_news > 0) {
		*message = s->news[--s->n_news];
		s->of[*message].news = false;
		if (!s->of[*message].lost)
			return true;
	}
	return false;
}

static void
tell(struct smsjobs *s, size_t i)
{
	struct smsjob *j = &s->v[i];

	s->doubt -= j->root == i && j->done && !j->told;
	j->told = true;
}

size_t
smsjobs_results(struct smsjobs *s, size_t message, struct result *out)
{
	const struct smsjob_of *of = &s->of[message];
	size_t n = 0;

	for (size_t i = of->first; i < of->first + of->n; i++) {
		const struct smsjob *root = &s->v[s->v[i].root];

		if (!root->done || s->v[i].told)
			continue;
		tell(s, i);
		/* Every text is the root's own, and never written through. */
		out[n++] = (struct result){.delivery = s->v[i].delivery,
		    .outcome = root->outcome,
		    .code = root->code,
		    .answer = root->target.text,
		    .via = (char *)(uintptr_t)root->via,
		    .remote_id = root->target.id,
		    .pause = root->pause};
	}
	return n;
}

/* What waited for the result of the i-th, which is lost, is on its own. */
static bool
new_root(struct smsjobs *s, size_t i)
{
	size_t root = SMSJOB_NONE, last = SMSJOB_NONE;

	for (size_t k = s->v[i].twin; k != SMSJOB_NONE; k = s->v[k].twin) {
		if (s->of[s->v[k].message].lost)
			continue;
		if (root == SMSJOB_NONE)
			root = k;
		else
			s->v[last].twin = k;
		s->v[k].root = root;
		last = k;
	}
	s->v[i].twin = SMSJOB_NONE;
	if (last != SMSJOB_NONE)
		s->v[last].twin = SMSJOB_NONE;
	return root != SMSJOB_NONE;
}

bool
smsjobs_lose(struct smsjobs *s, size_t message)
{
	struct smsjob_of *of = &s->of[message];
	bool again = false;

	if (of->lost)
		return false;
	of->lost = true;
	for (size_t i = of->first; i < of->first + of->n; i++) {
		if (s->v[i].root == i && !s->v[i].done)
			again = new_root(s, i) || again;
		tell(s, i);
		s->v[i].done = true;
	}
	return again;
}
