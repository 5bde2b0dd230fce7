#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/mem.h"
#include "base/str.h"
#include "core/answer.h"
#include "store/orgs.h"
#include "world.h"

#define DRILL 3600
#define COLLEAGUES 3 /* of an organisation: each message costs time */

static const struct {
	enum org_kind kind;
	const char *code, *name, *region;
} orgs[ORGS] = {
    {ORG_MUNICIPALITY, "0101", "København", "Region Hovedstaden"},
    {ORG_MUNICIPALITY, "0461", "Odense", "Region Syddanmark"},
    {ORG_MUNICIPALITY, "0751", "Aarhus", "Region Midtjylland"}, /* nobody */
    {ORG_VENDOR, "kmd", "KMD", ""},
    {ORG_ONCALL, "medcom", "MedCom", ""},
    {ORG_ONCALL, "kl", "KL", ""},
};

static const struct {
	int org;
	const char *name, *email, *phone;
} first[] = {
    {0, "Ida", "ida@kbh.example.dk", ""},
    {0, "Jan", "jan@kbh.example.dk", ""},
    {1, "Kaj", "kaj@odense.example.dk", "+4500000102"},
    {3, "Nete", "nete@kmd.example.dk", ""},
    {4, "Anna", "anna@medcom.example.dk", "+4500000111"},
    {5, "Dorte", "", "+4500000113"},
};

/* How many incidents operators may have made; each is one of these. */
static int sends, drills, seen_sends, seen_drills;
/* Pages that somebody is going to answer. */
static struct {
	int64_t at;
	int address;
} readers[16];
static size_t n_readers;
static int fresh; /* for addresses that nobody has yet */

/* --- contacts ------------------------------------------------------------- */

int
people_seed(struct store *s, struct err *e)
{
	for (size_t i = 0; i < ORGS; i++) {
		struct org o = {.kind = orgs[i].kind,
		    .code = xstrdup(orgs[i].code),
		    .name = xstrdup(orgs[i].name),
		    .region = xstrdup(orgs[i].region),
		    .vendor = xstrdup(""),
		    .topics = xstrdup("")};
		int r = store_org_put(s, &o, e);

		org_clear(&o);
		if (r == -1)
			return -1;
	}
	for (size_t i = 0; i < LENGTH(first); i++) {
		struct contact c = {.org = xstrdup(orgs[first[i].org].code),
		    .name = xstrdup(first[i].name),
		    .email = xstrdup(first[i].email),
		    .phone = xstrdup(first[i].phone),
		    .topics = xstrdup(""),
		    .enabled = true};
		int r = store_contact_put(s, &c, e);

		contact_clear(&c);
		if (r == -1)
			return -1;
	}
	return 0;
}

static int
org_of(const char *code)
{
	for (int i = 0; i < ORGS; i++)
		if (str_eq(orgs[i].code, code))
			return i;
	return 0;
}

static void
mark(const struct contact *k, const char *text, enum channel channel)
{
	int a = model_address(text);

	if (*text == '\0')
		return;
	if (a == -1)
		a = model_address_add(text, channel, org_of(k->org));
	if (a == -1) {
		world_broken(0, "too many addresses");
		return;
	}
	if (k->enabled)
		model.addresses[a].current = true;
}

/* Whoever is in the list of contacts now is who is to be told. */
void
people_read(void)
{
	bool before[ADDRESSES];
	struct contacts l = {0};
	struct err e = {""};

	if (store_contacts(world.store, &l, &e) == -1) {
		contacts_clear(&l);
		return;
	}
	for (size_t i = 0; i < ADDRESSES; i++) {
		before[i] = model.addresses[i].current;
		model.addresses[i].current = false;
	}
	for (size_t i = 0; i < l.n; i++) {
		mark(&l.v[i], l.v[i].email, CHANNEL_MAIL);
		mark(&l.v[i], l.v[i].phone, CHANNEL_SMS);
	}
	for (size_t i = 0; i < model.n_addresses; i++)
		if (model.addresses[i].current && !before[i])
			model.addresses[i].current_since = world.now;
	contacts_clear(&l);
}

void
people_reset(void)
{
	sends = drills = seen_sends = seen_drills = 0;
	fresh = 0;
	n_readers = 0;
}

static void
change_contact(struct contact *k, int64_t how)
{
	switch (how) {
	case 0:
	case 1:
		k->enabled = !k->enabled;
		break;
	case 2:
		free(k->email);
		k->email = xasprintf("ny%d@example.dk", ++fresh);
		break;
	case 3:
		free(k->phone);
		k->phone = xasprintf("+45000002%02d", ++fresh);
		break;
	default:
		k->id = 0;
		free(k->email);
		k->email = xasprintf("ny%d@example.dk", ++fresh);
		/* Some have one telephone together. */
		if (*k->phone != '\0' && org_of(k->org) < TEAMS &&
		    fresh % 2 == 0)
			break;
		free(k->phone);
		k->phone = xasprintf("+45000002%02d", fresh);
		break;
	}
}

/* What is added to one that has enough takes the place of an address. */
static int64_t
change_of(
    const struct entry *e, const struct contact *k, const struct contacts *l)
{
	size_t n = 0;

	for (size_t i = 0; i < l->n; i++)
		n += str_eq(l->v[i].org, k->org);
	return e->a == 4 && n >= COLLEAGUES ? (int64_t)(2 + e->pick % 2) : e->a;
}

/* At most so many new addresses in a world: the model has room for those. */
static void
contact(const struct entry *e)
{
	struct contacts l = {0};
	struct err err = {""};
	struct contact *k;
	int64_t how;

	if (store_contacts(world.store, &l, &err) == -1 || l.n == 0 ||
	    (e->a > 1 && fresh > 30)) {
		contacts_clear(&l);
		return;
	}
	k = &l.v[e->pick % l.n];
	how = change_of(e, k, &l);
	change_contact(k, how);
	world_say(
	    "contact %s of %s: change %lld", k->name, k->org, (long long)how);
	world.trouble = world.now;
	/* What was begun may have been done: then it is read. */
	if (store_contact_put(world.store, k, &err) == -1 && !world.crashed)
		world_broken(0, "contact: %s", err.msg);
	contacts_clear(&l);
	if (!world.crashed)
		people_read();
}

/* --- what becomes of cases ------------------------------------------------ */

void
people_new_case(struct acase *c)
{
	if (!c->by_hand)
		return;
	c->may_tell = true;
	c->acked = world.now;
	if (c->exercise)
		seen_drills++;
	else
		seen_sends++;
	if (seen_drills > drills || seen_sends > sends)
		world_broken(8, "nobody made incident %lld%s", (long long)c->id,
		    c->exercise ? ", an exercise" : "");
}

static bool
is_end(enum notice_type t)
{
	return t == NOTICE_RESOLVED || t == NOTICE_CORRECTION;
}

void
people_notice(struct acase *c)
{
	/* Whom it was for may be erased by now. */
	if (model_may_be_empty(c))
		return;
	for (size_t i = 0; i < model.n_addresses; i++) {
		const struct address *a = &model.addresses[i];
		struct told *t = &c->told[i];

		if (!a->current || a->org >= TEAMS ||
		    (a->org == VENDOR && a->channel == CHANNEL_SMS) ||
		    world.channels[a->channel].off ||
		    (is_end(c->type) && t->number == 0))
			continue;
		t->owed = c->number;
		t->owed_since = world.now;
	}
}

/* --- operators ------------------------------------------------------------ */

static struct core
operator(void)
{
	struct core c = world.core;

	c.actor = "user ole";
	return c;
}

/* One that the act fits, mostly; any, at times. */
static struct acase *
pick_case(const struct entry *e, enum incident_state state)
{
	size_t n = 0, k;

	if (model.n_cases == 0)
		return NULL;
	if (e->pick / 97 % 10 == 0)
		return model.cases[e->pick % model.n_cases];
	for (size_t i = 0; i < model.n_cases; i++)
		n += model.cases[i]->state == state;
	if (n == 0)
		return NULL;
	k = e->pick % n;
	for (size_t i = 0; i < model.n_cases; i++)
		if (model.cases[i]->state == state && k-- == 0)
			return model.cases[i];
	return NULL;
}

static void
send_by_hand(const struct entry *e)
{
	struct core core = operator();
	struct statement s = {
	    .effect = e->a == 0 ? EFFECT_DEGRADED : EFFECT_OUTAGE,
	    .title = "FMK er nede hos alle",
	    .text = e->a == 1 ? "Vi ved ikke mere endnu." : "",
	    .since = TIME_NONE,
	    .expected_end = TIME_NONE,
	    .starts = TIME_NONE,
	    .ends = TIME_NONE};
	struct err err = {""};
	int64_t id = 0;

	if (e->act == ACT_DRILL) {
		s.exercise = true;
		s.drill = e->a == 0 ? 0 : e->b + DRILL;
		drills++;
	} else {
		sends++;
	}
	world_say("operator sends%s", s.exercise ? " an exercise" : "");
	if (core_send(&core, &s, world_wall(), &id, &err) == -1 &&
	    !world.crashed)
		world_broken(0, "send: %s", err.msg);
}

/* Somebody acts: whoever rang needs ring no more. */
static void
attended(struct acase *c)
{
	c->acked = c->answered = world.now;
	c->rings_since = NEVER;
}

/* Asks the core for it; -1 with *err. */
static int
carry_out(const struct entry *e, int64_t id, struct err *err)
{
	struct core core = operator();
	struct statement s = {
	    .effect = e->a == 1 ? EFFECT_DEGRADED : EFFECT_NONE,
	    .text = "Nyt fra vagten.",
	    .since = TIME_NONE,
	    .expected_end = TIME_NONE,
	    .starts = TIME_NONE,
	    .ends = TIME_NONE};
	int64_t now = world_wall();

	if (e->act == ACT_UPDATE)
		return core_update(&core, id, &s, now, err);
	if (e->act == ACT_RESOLVE)
		return core_resolve(&core, id, &s, now, err);
	if (e->act == ACT_RETRACT)
		return core_retract(&core, id, &s, now, err);
	if (e->act == ACT_APPROVE)
		return core_approve(&core, id, now, err);
	if (e->act == ACT_DISMISS)
		return core_dismiss(&core, id, now, err);
	return core_ack(&core, id, e->a == 1, now, err);
}

static void
decide(const struct entry *e)
{
	static const enum incident_state fits[ACTS] = {
	    [ACT_UPDATE] = INCIDENT_OPEN,
	    [ACT_RESOLVE] = INCIDENT_OPEN,
	    [ACT_RETRACT] = INCIDENT_OPEN,
	    [ACT_APPROVE] = INCIDENT_PENDING,
	    [ACT_DISMISS] = INCIDENT_PENDING,
	    [ACT_ACK] = INCIDENT_OPEN};
	struct acase *c = pick_case(e, fits[e->act]);
	struct err err = {""};
	bool could_tell, could_end;
	int r;

	if (c == NULL)
		return;
	could_tell = c->may_tell;
	could_end = c->may_end;
	c->may_tell |= e->act == ACT_APPROVE;
	c->may_end |= e->act == ACT_RESOLVE || e->act == ACT_RETRACT;
	world_say("operator: %s %lld", act_name(e->act), (long long)c->id);
	r = carry_out(e, c->id, &err);
	if (r == 0) {
		attended(c);
	} else if (!world.crashed) {
		world_say("refused: %s", err.msg);
		c->may_tell = could_tell;
		c->may_end = could_end;
	} else {
		/* It may have been done. */
		attended(c);
		c->news = world.now;
	}
}

/* --- the on-call ---------------------------------------------------------- */

static bool
rings(const struct message *m)
{
	return strstr(m->text, ": OK ") != NULL ||
	       strstr(m->text, ": SEND ") != NULL ||
	       strstr(m->text, "/svar/") != NULL;
}

void
people_paged(int address, const struct message *m)
{
	struct address *a = &model.addresses[address];
	struct acase *c = model_case(m->incident);

	if (!rings(m))
		return;
	snprintf(a->page, sizeof(a->page), "%lld %s", (long long)m->incident,
	    m->text);
	if (c == NULL)
		return;
	if ((int)(m->id * 7919 % 100) < world.schedule->answering &&
	    n_readers < LENGTH(readers)) {
		readers[n_readers].at = world.now + 60 + m->id % 400;
		readers[n_readers++].address = address;
	}
	c->told[address].paged = world.now;
	c->paged = world.now;
	/* One that comes late may be of before somebody took it. */
	if (c->rings_since == NEVER && world_true(m->created) > c->answered)
		c->rings_since = world.now;
}

/* Writes the answer that the page asks for; 0, or -1 when it asks for none. */
static int
find_reply(const char *page, bool yes, char *out, size_t size)
{
	static const char *const words[] = {"OK ", "SEND ", "NEJ "};

	for (size_t i = yes ? 0 : 2; i < LENGTH(words); i++) {
		const char *s = strstr(page, words[i]);

		if (s == NULL || strspn(s + strlen(words[i]), "0123456789") < 4)
			continue;
		snprintf(out, size, "%.*s",
		    (int)(strlen(words[i]) +
			  strspn(s + strlen(words[i]), "0123456789")),
		    s);
		return 0;
	}
	return -1;
}

/* The links of a mail: the first is yes, the second no. */
static int
find_link(const char *page, bool yes, char *out, size_t size)
{
	const char *s = strstr(page, "/svar/");

	if (s != NULL && !yes)
		s = strstr(s + 1, "/svar/");
	if (s == NULL)
		return -1;
	s += strlen("/svar/");
	snprintf(out, size, "%.*s", (int)strcspn(s, " \r\n"), s);
	return 0;
}

static void
may_have_answered(struct acase *c, bool yes)
{
	if (c == NULL)
		return;
	/* Whether it counted is seen when it rings on. */
	c->rings_since = NEVER;
	c->answered = world.now;
	c->may_tell |= yes && c->state != INCIDENT_OPEN;
	c->news = world.now;
}

static void
answer_from(struct address *a, bool yes, bool wrong)
{
	struct acase *c = model_case(strtoll(a->page, NULL, 10));
	char text[128];
	struct answer result = {0};
	struct err err = {""};
	int r = 0;

	if (a->channel == CHANNEL_SMS &&
	    find_reply(a->page, yes, text, sizeof(text)) == 0) {
		if (wrong)
			snprintf(text, sizeof(text), "OK 000000");
		world_say("answer by SMS from %s: %s", a->text,
		    wrong ? "a wrong one"
		    : yes ? "yes"
			  : "no");
		may_have_answered(c, yes);
		r = core_reply(&world.core, a->text, text, world_wall(), &err);
	} else if (a->channel == CHANNEL_MAIL &&
		   find_link(a->page, yes, text, sizeof(text)) == 0) {
		world_say(
		    "answer by link from %s: %s", a->text, yes ? "yes" : "no");
		may_have_answered(c, yes);
		r = core_answer(&world.core, text, world_wall(), &result, &err);
		answer_clear(&result);
	}
	a->page[0] = '\0';
	if (r == -1 && !world.crashed)
		world_say("refused: %s", err.msg);
}

/* Somebody who was paged answers out of turn, wrongly, or late. */
static void
answer(const struct entry *e)
{
	struct address *a = NULL;

	for (size_t i = 0; i < model.n_addresses; i++) {
		struct address *b =
		    &model.addresses[(i + e->pick) % model.n_addresses];

		if (b->page[0] != '\0')
			a = b;
	}
	if (a != NULL)
		answer_from(a, e->a % 4 != 3, e->a == 7);
}

int64_t
people_next(void)
{
	int64_t t = INT64_MAX;

	for (size_t i = 0; i < n_readers; i++)
		t = readers[i].at < t ? readers[i].at : t;
	return t;
}

void
people_answer(void)
{
	for (size_t i = 0; i < n_readers && !world_dead(NULL);) {
		struct address *a = &model.addresses[readers[i].address];

		if (readers[i].at > world.now) {
			i++;
			continue;
		}
		readers[i] = readers[--n_readers];
		world.dirty = true;
		if (a->page[0] != '\0')
			answer_from(a, world.now % 5 != 0, false);
	}
}

void
people_act(const struct entry *e)
{
	static void (*const acts[ACTS])(const struct entry *) = {
	    [ACT_SEND] = send_by_hand,
	    [ACT_DRILL] = send_by_hand,
	    [ACT_ANSWER] = answer,
	    [ACT_CONTACT] = contact,
	    [ACT_UPDATE] = decide,
	    [ACT_RESOLVE] = decide,
	    [ACT_RETRACT] = decide,
	    [ACT_APPROVE] = decide,
	    [ACT_DISMISS] = decide,
	    [ACT_ACK] = decide,
	};

	acts[e->act](e);
}

/* What is still open at the end of the schedule is resolved by hand. */
void
people_end(void)
{
	struct entry e = {.act = ACT_RESOLVE, .a = 0};

	world.setup.conf->sms.off = false;
	xreplace(&world.setup.conf->mail.disabled_reason, "");
	for (size_t i = 0; i < 2; i++) {
		world.channels[i].off = false;
		world.channels[i].bad = world.now;
	}
	for (size_t i = 0; i < model.n_cases; i++) {
		struct acase *c = model.cases[i];
		struct core core = operator();
		struct statement s = {.text = "Det er slut.",
		    .since = TIME_NONE,
		    .expected_end = TIME_NONE,
		    .starts = TIME_NONE,
		    .ends = TIME_NONE};
		struct err err = {""};

		(void)e;
		if (c->state == INCIDENT_OPEN) {
			c->may_end = true;
			core_resolve(&core, c->id, &s, world_wall(), &err);
		} else if (c->state == INCIDENT_PENDING) {
			core_dismiss(&core, c->id, world_wall(), &err);
		}
		attended(c);
	}
}
