#include <stdio.h>
#include <string.h>

#include "base/attr.h"
#include "base/clock.h"
#include "bodies.h"

static const struct {
	const char *title, *text;
	bool loud;
} matters[MATTERS] = {
    [MATTER_DOWN] = {"FMK er utilgængeligt i produktion",
	"Opslag i FMK fejler for alle anvendere.", true},
    [MATTER_SLOW] = {"FMK svarer langsomt",
	"Opslag i FMK er langsomme for alle anvendere.", true},
    [MATTER_LOGIN] = {"NemLog-in fejler",
	"Login via NemLog-in fejler for alle.", false},
    [MATTER_OTHER] = {"Forsinket levering via VANS",
	"Vi oplever forsinket levering af MedCom-meddelelser via VANS. "
	"FMK er ikke berørt.",
	false},
};

static const char *const updates[] = {"Fejlsøgningen fortsætter.",
    "Vi undersøger stadig årsagen.", "Leverandøren er kontaktet.",
    "Vi arbejder på at løse fejlen.", "Der er endnu ingen løsning.",
    "Fejlen er ikke fundet endnu."};

bool
matter_is_loud(enum matter m)
{
	return matters[m].loud;
}

const char *
matter_title(enum matter m)
{
	return matters[m].title;
}

const char *
event_words(const struct made_event *e)
{
	if (e->over)
		return "Fejlen er løst. Driften er normal.";
	if (e->revision == 1)
		return matters[e->matter].text;
	return updates[(size_t)e->words % LENGTH(updates)];
}

void
event_id(int feed, const struct made_event *e, char *out, size_t size)
{
	static const char *const before[] = {
	    "i", "fmk-dk-", "blogpost-", "cm", "http://e.example.dk/"};

	snprintf(out, size, "%s%d", before[feed], 100000 + e->number);
}

/* "Tue, 05 May 2026 08:25:00 +0000" */
static void
mail_date(int64_t t, char out[40])
{
	static const char *const days[] = {
	    "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
	static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May",
	    "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
	struct civil c = civil_utc(t);

	snprintf(out, 40, "%s, %02d %s %d %02d:%02d:%02d +0000",
	    days[c.weekday], c.day, months[c.month - 1], c.year, c.hour,
	    c.minute, c.second);
}

/* Shape 1: Statuspage's JSON, edited in place. */
static void
statuspage_item(const struct made_event *e, bool first, struct buf *b)
{
	char id[40], began[RFC3339_SIZE], changed[RFC3339_SIZE];
	const char *status = e->over		? "resolved"
			     : e->revision == 1 ? "investigating"
						: "identified";

	event_id(0, e, id, sizeof(id));
	format_rfc3339(e->began, began);
	format_rfc3339(e->changed, changed);
	buf_addf(b,
	    "%s{\"id\":\"%s\",\"name\":\"%s\",\"status\":\"%s\","
	    "\"created_at\":\"%s\",\"updated_at\":\"%s\",\"impact\":\"major\","
	    "\"shortlink\":\"https://a.example.dk/%s\",\"incident_updates\":[",
	    first ? "" : ",", id, matters[e->matter].title, status, began,
	    changed, id);
	buf_addf(b,
	    "{\"id\":\"u%d\",\"status\":\"%s\",\"body\":\"%s\","
	    "\"created_at\":\"%s\",\"updated_at\":\"%s\","
	    "\"display_at\":\"%s\"}],\"components\":[]}",
	    e->revision, status, event_words(e), changed, changed, changed);
}

/* Shape 2: a new item for each update. */
static void
updates_item(const struct made_event *e, bool first, struct buf *b)
{
	char id[40], date[40];

	(void)first;
	event_id(1, e, id, sizeof(id));
	mail_date(e->changed, date);
	buf_addf(b,
	    "<item><title>%s%s</title><link>http://b.example.dk/</link>"
	    "<pubDate>%s</pubDate><guid isPermaLink=\"false\">"
	    "http://b.example.dk/#%s_%lld</guid><description>%s</description>"
	    "</item>",
	    e->over ? "Service is operating normally: [RESOLVED] "
		    : "Service disruption: ",
	    matters[e->matter].title, date, id, (long long)e->changed,
	    event_words(e));
}

/* Shape 3: the id changes with every edit. */
static void
confluence_item(const struct made_event *e, bool first, struct buf *b)
{
	char began[RFC3339_SIZE], changed[RFC3339_SIZE];

	(void)first;
	format_rfc3339(e->began, began);
	format_rfc3339(e->changed, changed);
	buf_addf(b,
	    "<entry><title>%s</title><link rel=\"alternate\" "
	    "href=\"https://c.example.dk/%d\"/>"
	    "<id>tag:c.example.dk,2009:blogpost-%d-%d</id>"
	    "<updated>%s</updated><published>%s</published>"
	    "<summary type=\"html\">&lt;p&gt;%s&lt;/p&gt;</summary></entry>",
	    matters[e->matter].title, e->number, 100000 + e->number,
	    e->revision, changed, began, event_words(e));
}

/* Shape 4: Instatus lists what is open, without a text. */
static void
instatus_item(const struct made_event *e, bool first, struct buf *b)
{
	char id[40], began[RFC3339_SIZE], changed[RFC3339_SIZE];

	event_id(3, e, id, sizeof(id));
	format_rfc3339(e->began, began);
	format_rfc3339(e->changed, changed);
	buf_addf(b,
	    "%s{\"id\":\"%s\",\"name\":\"%s\",\"started\":\"%s\","
	    "\"status\":\"%s\",\"impact\":\"MAJOROUTAGE\","
	    "\"url\":\"https://d.example.dk/%s\",\"updatedAt\":\"%s\"}",
	    first ? "" : ",", id, matters[e->matter].title, began,
	    e->revision == 1 ? "INVESTIGATING" : "IDENTIFIED", id, changed);
}

/* Shape 5: a first post, and never another. */
static void
post_item(const struct made_event *e, bool first, struct buf *b)
{
	char id[40], date[40];

	(void)first;
	event_id(4, e, id, sizeof(id));
	mail_date(e->began, date);
	buf_addf(b,
	    "<item><title>%s</title><link>%s</link><guid>%s</guid>"
	    "<pubDate>%s</pubDate><description>%s</description></item>",
	    matters[e->matter].title, id, id, date, matters[e->matter].text);
}

static const struct {
	const char *head, *tail;
	void (*item)(const struct made_event *, bool, struct buf *);
} shapes[] = {
    {"{\"page\":{\"id\":\"x\",\"name\":\"Drift\"},\"incidents\":[", "]}",
	statuspage_item},
    {"<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\">"
     "<channel><title>Drift</title><link>http://b.example.dk/</link>",
	"</channel></rss>", updates_item},
    {"<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
     "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Drift</title>"
     "<id>https://c.example.dk/</id>",
	"</feed>", confluence_item},
    {"{\"page\":{\"name\":\"Drift\",\"url\":\"https://d.example.dk\","
     "\"status\":\"HASISSUES\"},\"activeIncidents\":[",
	"]}", instatus_item},
    {"<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\">"
     "<channel><title>Drift</title><link>http://e.example.dk/</link>",
	"</channel></rss>", post_item},
};

void
body_make(int feed, const struct made_event *v, size_t n, struct buf *out)
{
	bool first = true;

	buf_adds(out, shapes[feed].head);
	for (size_t i = n; i-- > 0;) {
		if (!v[i].listed || (feed == 3 && v[i].over))
			continue;
		shapes[feed].item(&v[i], first, out);
		first = false;
	}
	buf_adds(out, shapes[feed].tail);
}
