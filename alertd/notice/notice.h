/*
 * notice.h: the texts of a notice, for one audience. Pure: everything comes
 * in through struct notice_facts.
 */
#ifndef NOTICE_NOTICE_H
#define NOTICE_NOTICE_H

#include <jansson.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/err.h"
#include "base/limits.h"
#include "base/words.h"
#include "conf/config.h"
#include "incident/incident.h"
#include "notice/alarm.h"
#include "notice/page.h"

struct notice_facts {
	const struct incident *incident;
	const struct notices_conf *conf;
	enum notice_type type;
	int number; /* of this notice */
	int64_t now; /* UTC */
	int64_t next; /* next notice at the latest, or TIME_NONE */
	enum org_kind audience; /* municipality, vendor or oncall */
	/* Whom the incident is for, as contacts/whom.h says it; "" = all. */
	char whom[LIMIT_WHOM + 1], whom_short[LIMIT_WHOM_SHORT + 1];
	/* Of a page: NULL, or what it is about beside the incident. */
	const struct alarm *alarm;
	const struct page_facts *page; /* of a page; else NULL */
	const char *receipt; /* link for a receipt; NULL = none is asked for */
	/* TIME_NONE, or since when the feed brings no fresh information … */
	int64_t feed_silent_since;
	enum feed_health feed_health; /* … then why: not HEALTH_OK; */
	bool feed_partly; /* failing, but a part of it is read */
	int64_t max_segments; /* of the SMS */
};

struct notice_texts {
	char *subject;
	char *text; /* mail, text/plain, lines end in \n */
	char *html; /* mail, text/html */
	char *sms; /* at most max_segments */
	bool cut; /* the SMS is not all that its template says */
};

void notice_texts_clear(struct notice_texts *t);

/* Templates: a folder over the built-in ones. */
struct templates;
/* folder "" = built in only. NULL never; bad files are in *problems. */
struct templates *templates_open(
    const char *folder, const char *language, struct diags *problems);
void templates_close(struct templates *t);

/* What subject and SMS of an exercise begin with, and of nothing else. */
#define EXERCISE_MARK "ØVELSE"

/*
 * Renders the texts; always fills *out (release with notice_texts_clear()).
 * Returns 0, or -1 with *e when a template failed, or left the mark of an
 * exercise out, and the built-in plain text took its place: the notice goes,
 * the on-call is told.
 */
int notice_render(const struct templates *t, const struct notice_facts *f,
    struct notice_texts *out, struct err *e);

/*
 * What a notice says of FMK-online: what the operator or the feed does, else
 * what follows from the fault.
 */
enum online notice_online(const struct incident *i);

/*
 * In a line for people: what alertd has seen (f->alarm), else what the
 * incident is. When the template fails: the sentence of the log, or the title.
 * Release with free().
 */
char *notice_headline(const struct templates *t, const struct notice_facts *f);

/*
 * What the mail says that people should do, a line for each; "" when the
 * template fails. Release with free().
 */
char *notice_advice(const struct templates *t, const struct notice_facts *f);

/*
 * What other machines are told of a notice, by said.txt: the headline, since
 * when, and what the feed or the operator says; neither advice nor what a
 * letter has around it. When the template fails: the title. free().
 */
char *notice_said(const struct templates *t, const struct notice_facts *f);

/* The data that templates see, alertd-templates(5). New reference. */
json_t *notice_data(const struct notice_facts *f);

#endif
