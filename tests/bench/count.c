/*
 * How many instructions a report and a message cost.
 *
 *     valgrind --tool=callgrind --instr-atstart=no count
 *
 * Does each piece once to warm up, then some times, and has callgrind dump
 * what those times cost under "NAME TIMES". Prints "NAME VERSION" of the
 * compiler and of each library that the counts are made of. What goes in is
 * fixed: the bodies in tests/bench/count, the built-in rules and templates.
 */
#include <gnu/libc-version.h>
#include <libxml/xmlversion.h>
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <gmime/gmime.h>
#include <valgrind/callgrind.h>

#include "base/attr.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/str.h"
#include "conf/gateway.h"
#include "deliver/compose.h"
#include "deliver/request.h"
#include "feed/parse.h"
#include "filter/filter.h"
#include "filter/judge.h"
#include "notice/notice.h"
#include "measure.h"

#define BODY_MAX ((size_t)1 << 20)
#define TIMES 4
#define PERSONS 5 /* that a mail is for */
#define NOW INT64_C(1774735980) /* 2026-03-28T22:13:00Z */

static struct templates *templates;
static struct filter *filter;
static struct config *conf;
static struct gateway_conf gateway;
static struct incident incident;
static struct notice_texts texts;
static struct message mail;
static struct reports reports;

static void
no_problems(struct diags *problems)
{
	diags_print(problems, stderr);
	if (problems->n > 0)
		exit(1);
	diags_clear(problems);
}

/* --- what is counted; each returns how many it did --------------------- */

struct body {
	enum feed_kind kind;
	char *text;
	size_t len;
};

static struct body statuspage = {.kind = FEED_STATUSPAGE},
		   rss = {.kind = FEED_RSS};

static size_t
parse(const struct body *b)
{
	struct reports l = {0};
	struct err e;
	size_t n;

	must(feed_parse(b->kind, "nspop", b->text, b->len, 1000, &l, &e), &e);
	n = l.n;
	reports_clear(&l);
	return n;
}

static size_t
parse_statuspage(void)
{
	return parse(&statuspage);
}

static size_t
parse_rss(void)
{
	return parse(&rss);
}

/* What every program does with the rules at its start. */
static size_t
read_rules(void)
{
	struct diags d = {0};
	struct filter *f = filter_open(rules_load("", &d), &d);

	filter_close(f);
	return 1;
}

static size_t
judge(void)
{
	for (size_t i = 0; i < reports.n; i++) {
		struct finding f;
		struct err e;

		must(filter_judge(filter, &reports.v[i], &f, &e), &e);
		finding_clear(&f);
	}
	return reports.n;
}

static struct notice_facts
facts(enum notice_type type, enum org_kind audience)
{
	return (struct notice_facts){
	    .incident = &incident,
	    .conf = &conf->notices,
	    .type = type,
	    .number = 2,
	    .now = NOW,
	    .next = type == NOTICE_RESOLVED ? TIME_NONE : NOW + 7200,
	    .audience = audience,
	    .feed_silent_since = TIME_NONE,
	    .max_segments = 3,
	};
}

static void
render(const struct notice_facts *f)
{
	struct notice_texts t;
	struct err e;

	must(notice_render(templates, f, &t, &e), &e);
	notice_texts_clear(&t);
}

/* The mail as text and as HTML, and the SMS, of each usual notice. */
static size_t
render_notice(void)
{
	static const enum notice_type types[] = {
	    NOTICE_FIRST, NOTICE_UPDATE, NOTICE_REPEAT, NOTICE_RESOLVED};

	for (size_t i = 0; i < LENGTH(types); i++) {
		struct notice_facts f = facts(types[i], ORG_MUNICIPALITY);

		render(&f);
		f.audience = ORG_VENDOR;
		render(&f);
	}
	return 2 * LENGTH(types);
}

static size_t
render_page(void)
{
	struct page_facts page = {.news = PAGE_RINGS,
	    .who = "",
	    .skipped = "",
	    .change = "",
	    .lapses = TIME_NONE,
	    .call_number = 12,
	    .ack = true,
	    .decide = true,
	    .link = "https://alertd.example.dk/svar/",
	    .reply_number = "+4500000001"};
	struct notice_facts f = facts(NOTICE_PAGE, ORG_ONCALL);

	f.page = &page;
	render(&f);
	return 1;
}

static size_t
compose_mail(void)
{
	struct buf out;
	struct err e;

	buf_init(&out, BODY_MAX);
	must(compose(&mail, &conf->mail, NULL, &out, &e), &e);
	buf_clear(&out);
	return 1;
}

/* The same with another text than the mail before. */
static size_t
compose_first(void)
{
	mail.text[0] = mail.html[0] = mail.text[0] == 'x' ? 'y' : 'x';
	return compose_mail();
}

static size_t
request_sms(void)
{
	struct target t = {
	    .number = "+4500000001", .ref = "7-2-100-1774735980"};
	struct request r;
	struct err e;

	must(request_make(&gateway, "MedCom", texts.sms, &t, 1, &r, &e), &e);
	request_clear(&r);
	return 1;
}

/* One by one, as where a call has one recipient. */
static size_t
request_next(void)
{
	static struct request_form form;
	struct target t = {
	    .number = "+4500000001", .ref = "7-2-100-1774735980"};
	struct request r;
	struct err e;

	if (form.g == NULL)
		request_form_init(&form, &gateway, "MedCom", texts.sms);
	must(request_fill(&form, &t, 1, &r, &e), &e);
	request_clear(&r);
	return 1;
}

static const struct {
	const char *name;
	size_t (*work)(void);
} counted[] = {
    {"parse-statuspage", parse_statuspage},
    {"parse-rss", parse_rss},
    {"read-rules", read_rules},
    {"judge", judge},
    {"render-notice", render_notice},
    {"render-page", render_page},
    {"compose-mail", compose_mail},
    {"compose-first", compose_first},
    {"request-sms", request_sms},
    {"request-next", request_next},
};

/* --- what goes in ------------------------------------------------------ */

static void
load_body(struct body *b, const char *path)
{
	struct err e;

	must(file_read(path, BODY_MAX, &b->text, &b->len, &e), &e);
}

static void
load_config(void)
{
	struct diags problems = {0};
	struct rules_conf *rules = rules_load("", &problems);

	no_problems(&problems);
	filter = filter_open(rules, &problems);
	templates = templates_open("", "da", &problems);
	gateway_preset("gatewayapi", "", &gateway, &problems);
	no_problems(&problems);
	for (size_t i = 0; i < gateway.n_settings; i++)
		xreplace(&gateway.settings[i].value, "s3cret");
	conf = config_default();
	xreplace(&conf->mail.from, "MedCom <fmk@medcom.example.dk>");
	xreplace(&conf->notices.contact, "MedCom, tlf. +45 00 00 00 01");
	xreplace(&conf->notices.signature, "MedCom");
}

static void
make_incident(void)
{
	incident_init(&incident);
	incident.id = 7;
	incident.state = INCIDENT_OPEN;
	incident.effect = incident.told_effect = EFFECT_OUTAGE;
	incident.since = incident.opened_at = NOW - 7500;
	incident.last_notice_at = NOW - 7200;
	incident.notices = 1;
	incident.fresh = true;
	xreplace(&incident.service, "FMK");
	xreplace(&incident.feed, "nspop");
	xreplace(&incident.title, "FMK er utilgængeligt i produktion");
	xreplace(&incident.news,
	    "Vi har fundet en fejl i netværket – den rettes nu.\n\n"
	    "Opslag i FMK kan stadig fejle for anvendere af NSP.");
	xreplace(&incident.change_reason, "worse");
}

static void
make_mail(void)
{
	struct notice_facts f = facts(NOTICE_UPDATE, ORG_MUNICIPALITY);
	struct err e;

	must(notice_render(templates, &f, &texts, &e), &e);
	mail = (struct message){.id = 42,
	    .incident = 7,
	    .notice = 2,
	    .org = xstrdup("0101"),
	    .org_name = xstrdup("København"),
	    .created = NOW,
	    .subject = xstrdup(texts.subject),
	    .text = xstrdup(texts.text),
	    .html = xstrdup(texts.html),
	    .message_id = xstrdup("alertd.1.7.2.1.0101@medcom.example.dk"),
	    .in_reply_to = xstrdup("alertd.1.7.1.1.0101@medcom.example.dk"),
	    .to = xcalloc(PERSONS, sizeof(*mail.to)),
	    .n_to = PERSONS};
	for (size_t i = 0; i < PERSONS; i++)
		mail.to[i] = (struct recipient){.delivery = (int64_t)i + 1,
		    .name = xstrdup("Åse Ærø"),
		    .address = xasprintf("vagt%zu@kommune.example.dk", i),
		    .due = true};
}

/* No list is kept in another order each time. */
static void
load(void)
{
	struct err e;

	json_object_seed(1);
	must(zone_set("Europe/Copenhagen", &e), &e);
	load_config();
	load_body(&statuspage, "tests/bench/count/statuspage.json");
	load_body(&rss, "tests/bench/count/rss.xml");
	must(feed_parse(statuspage.kind, "nspop", statuspage.text,
		 statuspage.len, 1000, &reports, &e),
	    &e);
	make_incident();
	make_mail();
}

/* --- the count --------------------------------------------------------- */

static void
count(const char *name, size_t (*work)(void))
{
	size_t n = 0;
	char *what;

	work();
	CALLGRIND_START_INSTRUMENTATION;
	CALLGRIND_ZERO_STATS;
	for (int i = 0; i < TIMES; i++)
		n += work();
	CALLGRIND_STOP_INSTRUMENTATION;
	what = xasprintf("%s %zu", name, n);
	CALLGRIND_DUMP_STATS_AT(what);
	free(what);
}

static void
print_versions(void)
{
	char pcre2[64];

	pcre2_config(PCRE2_CONFIG_VERSION, pcre2);
#ifdef __clang__
	printf("compiler clang-%s\n", __clang_version__);
#else
	printf("compiler gcc-%s\n", __VERSION__);
#endif
	printf("glibc %s\nlibxml2 %s\njansson %s\npcre2 %.*s\n"
	       "gmime %u.%u.%u\n",
	    gnu_get_libc_version(), LIBXML_DOTTED_VERSION,
	    jansson_version_str(), (int)strcspn(pcre2, " "), pcre2,
	    gmime_major_version, gmime_minor_version, gmime_micro_version);
}

int
main(void)
{
	print_versions();
	fflush(stdout);
	load();
	for (size_t i = 0; i < LENGTH(counted); i++)
		count(counted[i].name, counted[i].work);
	return 0;
}
