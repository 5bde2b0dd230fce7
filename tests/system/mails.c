/*
 * mails FOLDER: writes the HTML of mails that alertd sends into the folder,
 * with the built-in templates and invented facts, a file each.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/mem.h"
#include "notice/notice.h"

#define NOW INT64_C(1774735980) /* 2026-03-28T22:13:00Z */

static char da[] = "da", prefix[] = "FMK", signature[] = "MedCom",
	    contact[] = "MedCom, tlf. +45 00 00 00 01",
	    link[] = "https://alertd.example.dk/svar/0123456789abcdefghijkl";
static struct notices_conf conf = {.contact = contact,
    .signature = signature,
    .reference = prefix,
    .language = da};

static const struct mail {
	const char *name;
	enum notice_type type;
	enum effect effect;
	const char *service, *title, *news;
	enum org_kind audience;
	bool exercise, receipt;
} mails[] = {
    {"outage", NOTICE_FIRST, EFFECT_OUTAGE, "FMK", "FMK er utilgængeligt",
	"Opslag i FMK fejler for alle anvendere.\n\n- Vi undersøger fejlen.\n"
	"- Næste melding kommer kl. 23.30.",
	ORG_MUNICIPALITY, false, true},
    {"exercise", NOTICE_REPEAT, EFFECT_OUTAGE, "STS", "Øvelse i marts", "",
	ORG_MUNICIPALITY, true, false},
    {"data-error", NOTICE_UPDATE, EFFECT_DATA_ERROR, "FMK",
	"Forkert styrke på Digoxin",
	"Fejlen gælder kort, der er hentet siden kl. 20. Se "
	"https://status.example.dk/incidents/et-meget-langt-navn-uden-mellemrum"
	"-som-ikke-kan-brydes-ved-et-ord",
	ORG_MUNICIPALITY, false, false},
    {"planned", NOTICE_PLANNED, EFFECT_PLANNED, "FMK",
	"Servicevindue på FMK i produktion", "", ORG_MUNICIPALITY, false,
	false},
    {"resolved-vendors", NOTICE_RESOLVED, EFFECT_DEGRADED, "NAS",
	"Adviser fra NAS er forsinkede", "", ORG_VENDOR, false, false},
    {"correction", NOTICE_CORRECTION, EFFECT_OUTAGE, "FMK",
	"FMK er utilgængeligt", "", ORG_MUNICIPALITY, false, false},
    {"receipt", NOTICE_RECEIPT, EFFECT_OUTAGE, "FMK", "FMK er utilgængeligt",
	"", ORG_MUNICIPALITY, false, true},
    {"page", NOTICE_PAGE, EFFECT_OUTAGE, "FMK", "FMK er utilgængeligt",
	"Opslag i FMK fejler for alle anvendere.", ORG_ONCALL, false, false},
};

static const struct page_facts page = {.news = PAGE_RINGS,
    .who = "",
    .change = "",
    .lapses = TIME_NONE,
    .skipped = "",
    .ack = true,
    .decide = true,
    .link = "https://alertd.example.dk/svar/",
    .reply_number = "00 00 00 09"};

static void
fill(const struct mail *m, struct incident *i)
{
	incident_init(i);
	i->id = 7;
	i->effect = m->effect;
	i->state = m->type == NOTICE_PAGE ? INCIDENT_PENDING : INCIDENT_OPEN;
	i->kind = m->exercise ? KIND_EXERCISE : KIND_ACTUAL;
	i->since = i->opened_at = i->last_notice_at = NOW - 7200;
	i->starts = NOW + 86400;
	i->ends = NOW + 86400 + 7200;
	i->notices = m->type == NOTICE_FIRST ? 0 : 3;
	xreplace(&i->feed, "nspop");
	xreplace(&i->service, m->service);
	xreplace(&i->title, m->title);
	xreplace(&i->news, m->news);
	i->fresh = m->type == NOTICE_UPDATE;
	xreplace(&i->reason, "rule 3: FMK: it is hit: \"fmk\"");
}

static int
write_mail(const struct templates *t, const struct mail *m, const char *folder)
{
	struct incident i;
	struct notice_facts f = {.incident = &i,
	    .conf = &conf,
	    .type = m->type,
	    .number = 4,
	    .now = NOW,
	    .next = NOW + 7200,
	    .audience = m->audience,
	    .page = m->type == NOTICE_PAGE ? &page : NULL,
	    .receipt = m->receipt ? link : NULL,
	    .feed_silent_since = TIME_NONE,
	    .max_segments = 3};
	struct notice_texts x;
	struct err e;
	char *path = xasprintf("%s/%s.html", folder, m->name);
	int r;

	fill(m, &i);
	r = notice_render(t, &f, &x, &e);
	if (r == 0)
		r = file_write(path, x.html, strlen(x.html), 0644, &e);
	if (r == -1)
		fprintf(stderr, "%s: %s\n", m->name, e.msg);
	notice_texts_clear(&x);
	incident_clear(&i);
	free(path);
	return r;
}

int
main(int argc, char **argv)
{
	struct diags problems = {0};
	struct templates *t;
	int r = argc == 2 ? zone_set("Europe/Copenhagen", NULL) : -1;

	if (r == -1)
		return 1;
	t = templates_open("", "da", &problems);
	for (size_t k = 0; r == 0 && k < LENGTH(mails); k++)
		r = write_mail(t, &mails[k], argv[1]);
	templates_close(t);
	diags_clear(&problems);
	return r == 0 ? 0 : 1;
}
