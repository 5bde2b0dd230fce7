/* selfcheck: what alertd looks at each minute, by hand; changes nothing. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "alertctl/ctl.h"
#include "alertctl/run.h"
#include "alertctl/ui/colour.h"
#include "alertctl/ui/out.h"
#include "alertctl/ui/wrap.h"
#include "base/attr.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/running.h"
#include "base/tr.h"
#include "core/check.h"
#include "store/truth.h"

#define NAME_COLUMN 8
#define TEXT_COLUMN 20

struct checking {
	struct ctl *c;
	struct core core;
	struct self_check look;
	struct check_state last; /* the daemon's own */
	int64_t now;
	json_t *list;
	size_t wrong;
};

enum look_result { RESULT_OK, RESULT_FAULT, RESULT_OFF };

static const struct {
	const char *name, *shown;
	enum paint paint;
} results[] = {
    [RESULT_OK] = {"ok", N_("ok"), PAINT_GOOD},
    [RESULT_FAULT] = {"fault", N_("FAULT"), PAINT_BAD},
    [RESULT_OFF] = {"off", N_("off"), PAINT_DIM},
};

/* What is so when a look finds nothing, by its name. */
static const struct {
	const char *name, *fine;
} fine[] = {
    {"incidents",
	N_("each open incident has its next notice, and none is late")},
    {"recipients", N_("nobody who was told is left out of the newest notice")},
    {"order", N_("nobody got an older notice after a newer one")},
    {"pages", N_("what rings goes on to the next one in time")},
    {"outbox", N_("what is due is taken, and every message ends")},
    {"feeds", N_("each feed is asked in time")},
    {"trail", N_("the newest records of the audit trail fit")},
};

static void
say(enum look_result r, const char *name, const char *text)
{
	const char *shown = _(results[r].shown);

	printf("%s%s%s", colour(results[r].paint), shown,
	    colour_end(results[r].paint));
	wrap_pad(stdout, text_width(shown), NAME_COLUMN);
	printf("%s", name);
	wrap_pad(stdout, NAME_COLUMN + text_width(name), TEXT_COLUMN);
	wrap_print(stdout, text, TEXT_COLUMN, TEXT_COLUMN);
}

/* One thing that was looked at; text is what is fine, off or wrong. */
static void
add(struct checking *k, const char *name, enum look_result r, const char *text)
{
	k->wrong += r == RESULT_FAULT;
	if (!k->c->json)
		say(r, name, text);
	json_array_append_new(
	    k->list, json_pack("{s:s, s:s, s:s}", "name", name, "result",
			 results[r].name, "text", text));
}

/* The same of what was found: each is wrong. */
static void
add_found(struct checking *k, const char *name, const char *fine_text,
    const struct faults *found)
{
	for (size_t i = 0; i < found->n; i++)
		add(k, name, RESULT_FAULT, found->v[i].what);
	if (found->n == 0)
		add(k, name, RESULT_OK, fine_text);
}

static int
look_at_all(struct checking *k, struct err *e)
{
	const char *name;

	for (size_t i = 0; (name = core_look_name(i)) != NULL; i++)
		for (size_t n = 0; n < LENGTH(fine); n++) {
			struct faults found = {0};

			if (!str_eq(fine[n].name, name))
				continue;
			if (core_look(
				&k->core, &k->look, i, &found, k->now, e) == -1)
				return -1;
			add_found(k, name, _(fine[n].fine), &found);
			faults_clear(&found);
		}
	return 0;
}

/* What only the daemon sees, as it saw it last: its workers, and its turn. */
static int
look_at_daemon(struct checking *k, struct err *e)
{
	struct faults found = {0};
	char when[WHEN_SIZE], *text;
	int64_t pid;

	if (!daemon_running(k->c->conf->store, &pid)) {
		add(k, "daemon", RESULT_FAULT,
		    _("alertd does not run: no feed is read, and nothing is "
		      "sent; alertctl status says how to start it"));
		return 0;
	}
	if (file_disk_full(k->c->conf->store)) {
		text = xasprintf(_("the disk of %s is full, nothing can be "
				   "stored or sent: make room on it"),
		    k->c->conf->store);
		add(k, "daemon", RESULT_FAULT, text);
		free(text);
		return 0;
	}
	if (!check_fresh(k->last.at, k->now)) {
		text = xasprintf(_("alertd has not looked at itself since %s: "
				   "its log says why"),
		    out_when(k->last.at, when));
		add(k, "daemon", RESULT_FAULT, text);
		free(text);
		return 0;
	}
	if (store_faults(k->c->store, &found, e) == -1)
		return -1;
	text = xasprintf(_("alertd runs, and found nothing at %s"),
	    out_when(k->last.at, when));
	add_found(k, "daemon", text, &found);
	free(text);
	faults_clear(&found);
	return 0;
}

static void
look_at_deadman(struct checking *k)
{
	char when[WHEN_SIZE], *text;

	if (*k->c->conf->deadman.url == '\0') {
		add(k, "deadman", RESULT_OFF, _("deadman.url is not set"));
	} else if (*k->last.ping_error != '\0') {
		text = xasprintf(
		    _("deadman.url does not answer: %s"), k->last.ping_error);
		add(k, "deadman", RESULT_FAULT, text);
		free(text);
	} else if (k->last.pinged == TIME_NONE) {
		add(k, "deadman", RESULT_OFF, _("deadman.url: not asked yet"));
	} else {
		text = xasprintf(_("deadman.url answered at %s"),
		    out_when(k->last.pinged, when));
		add(k, "deadman", RESULT_OK, text);
		free(text);
	}
}

static int
look_at_truth(struct checking *k, enum channel channel, const struct strv *to,
    struct err *e)
{
	const char *name = channel == CHANNEL_SMS ? "test sms" : "test mail";
	char when[WHEN_SIZE], span[WHEN_SIZE], *text;
	struct truth t;

	if (to->n == 0) {
		text = xasprintf(
		    _("truth.%s is not set"), channel_name(channel));
		add(k, name, RESULT_OFF, text);
		free(text);
		return 0;
	}
	if (store_truth_get(k->c->store, channel, &t, e) == -1)
		return -1;
	if (t.arrived == TIME_NONE &&
	    (t.late || t.failed ||
		(t.notice != 0 && k->now >= t.sent + k->c->conf->truth.late))) {
		text = xasprintf(_("the test of %s has not arrived"),
		    out_when(t.sent, when));
		add(k, name, RESULT_FAULT, text);
	} else if (t.proven == TIME_NONE) {
		text = xstrdup(_("none has arrived yet, and none is late"));
		add(k, name, RESULT_OFF, text);
	} else {
		text = xasprintf(_("the last arrived at %s, after %s"),
		    out_when(t.proven, when), out_span(t.took, span));
		add(k, name, RESULT_OK, text);
	}
	free(text);
	truth_clear(&t);
	return 0;
}

static int
look(struct checking *k, struct err *e)
{
	const struct truth_conf *truth = &k->c->conf->truth;

	if (store_check_get(k->c->store, &k->last, e) == -1)
		return -1;
	k->look.reading = true;
	k->look.started = k->last.started;
	if (look_at_all(k, e) == -1 || look_at_daemon(k, e) == -1)
		return -1;
	look_at_deadman(k);
	if (look_at_truth(k, CHANNEL_MAIL, &truth->mail, e) == -1)
		return -1;
	return look_at_truth(k, CHANNEL_SMS, &truth->sms, e);
}

int
run_selfcheck(struct ctl *c)
{
	struct checking k = {.c = c, .now = clock_read().wall};
	int status = ctl_store_reading(c), r;
	struct err e;

	if (status != 0)
		return status;
	k.core = ctl_core_over(c, c->store);
	k.list = json_array();
	r = look(&k, &e);
	check_state_clear(&k.last);
	if (r == -1) {
		json_decref(k.list);
		return ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	}
	if (c->json)
		out_json(json_pack("{s:b, s:o, s:o}", "passed", k.wrong == 0,
		    "at", json_time(k.now), "looks", k.list));
	else
		json_decref(k.list);
	return k.wrong == 0 ? EX_OK : EX_GAP;
}
