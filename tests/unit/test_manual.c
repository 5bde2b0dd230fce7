/*
 * Unit tests of alertd.yaml(5), and of the limits in all pages, against the
 * tables in the code, both ways: what the code knows is documented, what is
 * documented exists.
 */
#include "page.h"

#include <unistd.h>

#include "base/embedded.h"
#include "base/limits.h"
#include "conf/config.h"
#include "conf/gateway.h"
#include "conf/schema.h"
#include "conf/yaml.h"

/* --- alertd.yaml(5) ------------------------------------------------------- */

#define YAML_PAGE "alertd.yaml.5"

/* The part of the page with the keys. */
static char *
keys_part(const char *text)
{
	const char *from = strstr(text, "\n.Sh GENERAL KEYS\n");
	const char *to = strstr(text, "\n.Sh SECRETS\n");

	assert_non_null(from);
	assert_non_null(to);
	return xstrndup(from + 1, (size_t)(to - from));
}

static char *
bytes_text(int64_t v, bool spaced)
{
	const char *space = spaced ? " " : "";

	if (v % (1024 * 1024) == 0)
		return xasprintf(
		    "%lld%sMiB", (long long)(v / 1024 / 1024), space);
	return xasprintf("%lld%sKiB", (long long)(v / 1024), space);
}

/* "from 10s to 1d", as the type is written; NULL when it has no range. */
static char *
range_text(const struct key *k)
{
	char *least, *most, *text;

	switch (k->type) {
	case KEY_DURATION:
		least = format_duration(k->min);
		most = format_duration(k->max);
		break;
	case KEY_SIZE:
		least = bytes_text(k->min, false);
		most = bytes_text(k->max, false);
		break;
	case KEY_RATE:
		return NULL;
	case KEY_NUMBER:
		least = xasprintf("%lld", (long long)k->min);
		most = xasprintf("%lld", (long long)k->max);
		break;
	case KEY_NAME:
	case KEY_ALNUM:
	case KEY_FIELD:
	case KEY_TEXT:
		return k->min == 0 ? xasprintf("t most %lld", (long long)k->max)
				   : xasprintf("%lld to %lld",
					 (long long)k->min, (long long)k->max);
	case KEY_ADDRESSES:
	case KEY_PHONES:
	case KEY_SENDERS:
	case KEY_WORDS:
	case KEY_TEXTS:
	case KEY_LIST:
	case KEY_GATEWAYS:
		return xasprintf("t most %lld", (long long)k->max);
	case KEY_CHOICE:
	case KEY_WORD:
	case KEY_URL:
	case KEY_HOST:
	case KEY_LISTEN:
	case KEY_ZONE:
	case KEY_PATH:
	case KEY_FILE:
	case KEY_FOLDER:
	case KEY_MAILBOX:
	case KEY_SECRET:
	case KEY_PRESET:
	case KEY_HANDOVER:
	case KEY_DATE:
	case KEY_WALL:
	case KEY_SOURCE:
	default:
		return NULL;
	}
	text = xasprintf("from %s to %s", least, most);
	free(least);
	free(most);
	return text;
}

static void
check_key(const struct key *k, const char *block)
{
	bool list = k->type == KEY_LIST || k->type == KEY_GATEWAYS;

	page_expect_taken(YAML_PAGE, k->path, block, range_text(k));
	if (!str_empty(k->def))
		page_expect_taken(
		    YAML_PAGE, k->path, block, xasprintf("Default %s", k->def));
	if (k->required)
		page_expect(YAML_PAGE, k->path, block, "equired");
	for (size_t i = 0; k->words != NULL && k->words[i] != NULL; i++)
		page_expect(YAML_PAGE, k->path, block, k->words[i]);
	page_expect_taken(YAML_PAGE, k->path, block,
	    list ? xstrdup(k->example)
		 : xasprintf(".Dl %s: %s\n", last_name(k->path), k->example));
}

static void
test_yaml_keys(void **state)
{
	char *text = page_read(YAML_PAGE), *part = keys_part(text);
	const struct key *k;

	(void)state;
	for (size_t i = 0; (k = schema_at(i)) != NULL; i++) {
		char *tag = xasprintf("Cm %s :", k->path);
		char *block = page_entry(part, tag);

		assert_string_equal(k->path, config_key(i));
		if (block == NULL)
			page_complain(
			    YAML_PAGE, "%s is not documented", k->path);
		else
			check_key(k, block);
		free(block);
		free(tag);
	}
	free(part);
	free(text);
	assert_int_equal(complaints, 0);
}

static void
test_yaml_no_other_keys(void **state)
{
	char *text = page_read(YAML_PAGE), *part = keys_part(text);
	struct strv names = {0};

	(void)state;
	page_tags(&names, part, "Cm");
	for (size_t i = 0; i < names.n; i++) {
		char *colon = strstr(names.v[i], " :");

		if (colon == NULL)
			continue; /* a value of the key above */
		*colon = '\0';
		if (schema_find(names.v[i]) == NULL)
			page_complain(
			    YAML_PAGE, "there is no key %s", names.v[i]);
	}
	strv_clear(&names);
	free(part);
	free(text);
	assert_int_equal(complaints, 0);
}

/* --- its presets of gateways ---------------------------------------------- */

static void
check_setting(
    const struct gateway_conf *g, const struct setting *s, const char *block)
{
	char *tag = xasprintf("Ic %s", s->name), *what, *one;

	what = xasprintf("preset %s, %s", g->name, s->name);
	one = page_entry(block, tag);
	if (one == NULL) {
		page_complain(YAML_PAGE, "%s: not documented", what);
	} else {
		if (strv_has(&g->required, s->name))
			page_expect(YAML_PAGE, what, one, "Required");
		if (s->secret)
			page_expect(YAML_PAGE, what, one, "a secret");
		if (s->value[0] != '\0')
			page_expect_taken(YAML_PAGE, what, one,
			    xasprintf("Default %s", s->value));
	}
	free(one);
	free(what);
	free(tag);
}

static void
check_preset(const struct gateway_conf *g, const char *block)
{
	struct strv names = {0};

	if (g->batch > 1)
		page_expect_taken(YAML_PAGE, g->name, block,
		    xasprintf("up to %lld recipients", (long long)g->batch));
	else
		page_expect(YAML_PAGE, g->name, block, "one recipient a call");
	for (size_t i = 0; i < g->n_settings; i++)
		check_setting(g, &g->settings[i], block);
	page_tags(&names, block, "Ic");
	for (size_t i = 0; i < names.n; i++)
		if (gateway_setting(g, names.v[i]) == NULL)
			page_complain(YAML_PAGE, "preset %s has no setting %s",
			    g->name, names.v[i]);
	strv_clear(&names);
}

static void
check_preset_of(const char *path, const char *part)
{
	const char *file = strrchr(path, '/') + 1;
	char *name = xstrndup(file, strlen(file) - strlen(".yaml"));
	char *tag = xasprintf("Cm %s", name), *block = page_entry(part, tag);
	struct gateway_conf g;
	struct diags d = {0};

	assert_int_equal(gateway_preset(name, "", &g, &d), 0);
	if (block == NULL)
		page_complain(YAML_PAGE, "preset %s: not documented", name);
	else
		check_preset(&g, block);
	gateway_clear(&g);
	diags_clear(&d);
	free(block);
	free(tag);
	free(name);
}

static void
test_yaml_presets(void **state)
{
	char *text = page_read(YAML_PAGE);
	char *part = page_section(YAML_PAGE, text, "GATEWAY PRESETS");
	const struct embedded *f;
	struct strv names = {0};
	size_t n = 0;

	(void)state;
	for (size_t i = 0; (f = embedded_at(i)) != NULL; i++) {
		if (!str_starts(f->path, "etc/gateways/"))
			continue;
		check_preset_of(f->path, part);
		n++;
	}
	page_tags(&names, part, "Cm");
	assert_int_equal(names.n, n);
	strv_clear(&names);
	free(part);
	free(text);
	assert_int_equal(complaints, 0);
}

/* Each key of the map is named behind an Ic in part. */
static void
check_preset_keys(const char *part, const char *file, const struct ynode *map)
{
	for (size_t i = 0; map != NULL && i < map->n; i++) {
		char *ic = xasprintf("Ic %s", map->keys[i].value);

		if (strstr(part, ic) == NULL)
			page_complain(YAML_PAGE, "%s: the key %s is nowhere",
			    file, map->keys[i].value);
		free(ic);
	}
}

static void
check_callback_language(
    const char *part, const char *file, const struct ynode *callbacks)
{
	check_preset_keys(part, file, callbacks);
	for (size_t i = 0; callbacks != NULL && i < callbacks->n; i++) {
		check_preset_keys(part, file, &callbacks->items[i]);
		check_preset_keys(
		    part, file, yaml_get(&callbacks->items[i], "answer"));
	}
}

static void
check_preset_language(const char *part, const struct embedded *f)
{
	struct diags d = {0};
	struct ynode *root = yaml_parse(f->path, f->data, f->len, &d);
	const struct ynode *settings, *answer, *results;

	assert_non_null(root);
	check_preset_keys(part, f->path, root);
	check_preset_keys(part, f->path, yaml_get(root, "auth"));
	settings = yaml_get(root, "settings");
	assert_non_null(settings);
	for (size_t i = 0; i < settings->n; i++)
		check_preset_keys(part, f->path, &settings->items[i]);
	answer = yaml_get(root, "answer");
	assert_non_null(answer);
	check_preset_keys(part, f->path, answer);
	results = yaml_get(answer, "results");
	assert_non_null(results);
	for (size_t i = 0; i < results->n; i++)
		check_preset_keys(part, f->path, &results->items[i]);
	check_callback_language(part, f->path, yaml_get(root, "callbacks"));
	ynode_free(root);
	diags_clear(&d);
}

/* Every key that a built-in preset uses is told in "A preset of your own". */
static void
test_yaml_preset_language(void **state)
{
	char *text = page_read(YAML_PAGE);
	char *whole = page_section(YAML_PAGE, text, "GATEWAY PRESETS");
	const char *part = strstr(whole, "\n.Ss A preset of your own\n");
	const struct embedded *f;

	(void)state;
	assert_non_null(part);
	for (size_t i = 0; (f = embedded_at(i)) != NULL; i++)
		if (str_starts(f->path, "etc/gateways/"))
			check_preset_language(part, f);
	free(whole);
	free(text);
	assert_int_equal(complaints, 0);
}

/* --- examples ---------------------------------------------------------------
 */

/* A folder with the secrets that the examples name; the folder's path. */
static char *
make_folder(void)
{
	static const char *const files[] = {
	    "smtp-password", "cpsms-key", "gatewayapi.secret", "cpsms.secret"};
	char *dir = xstrdup("/tmp/test_manual.XXXXXX");
	struct err e;

	assert_non_null(mkdtemp(dir));
	for (size_t i = 0; i < LENGTH(files); i++) {
		char *path = xasprintf("%s/%s", dir, files[i]);

		assert_int_equal(file_write(path, "x", 1, 0600, &e), 0);
		free(path);
	}
	setenv("CREDENTIALS_DIRECTORY", dir, 1);
	return dir;
}

static void
remove_folder(char *dir)
{
	static const char *const files[] = {"smtp-password", "cpsms-key",
	    "gatewayapi.secret", "cpsms.secret", ""};

	for (size_t i = 0; i < LENGTH(files); i++) {
		char *path = xasprintf("%s/%s", dir, files[i]);

		remove(path);
		free(path);
	}
	unsetenv("CREDENTIALS_DIRECTORY");
	free(dir);
}

/* Each example of the page is a configuration without a mistake. */
static void
test_yaml_examples(void **state)
{
	char *text = page_read(YAML_PAGE), *dir = make_folder();
	char *part = page_section(YAML_PAGE, text, "EXAMPLES"), *block;
	char *file = xasprintf("%s/alertd.yaml", dir);
	const char *at = part;
	size_t n = 0;

	(void)state;
	for (; (block = page_block(&at)) != NULL; n++) {
		struct diags d = {0};

		config_free(config_parse(file, block, strlen(block), &d));
		for (size_t i = 0; i < d.n; i++)
			page_complain(YAML_PAGE, "example %zu: line %u: %s",
			    n + 1, d.v[i].line, d.v[i].msg);
		diags_clear(&d);
		free(block);
	}
	assert_true(n >= 4);
	free(file);
	free(part);
	remove_folder(dir);
	free(text);
	assert_int_equal(complaints, 0);
}

/* --- limits ------------------------------------------------------------------
 */

enum unit { COUNT, BYTES, KIBIBYTES, SECONDS };

/* Every line of base/limits.h, and where it is told. */
static const struct {
	const char *macro;
	int64_t value;
	enum unit unit;
	const char *page;
	const char *label; /* first cell of the table in section LIMITS */
} limits[] = {
#define LIMIT(name, unit, page, label)                 \
	{                                              \
#name, LIMIT_##name, unit, page, label \
	}
    LIMIT(FEED_BODY, BYTES, YAML_PAGE, "body of a feed, unpacked"),
    LIMIT(FEED_REDIRECTS, COUNT, YAML_PAGE,
	"redirects that a feed may answer with"),
    LIMIT(FEED_TIMEOUT, SECONDS, YAML_PAGE, "time for one fetch"),
    LIMIT(FEED_CONNECT, SECONDS, YAML_PAGE, "time to connect to a feed"),
    LIMIT(FEED_SLOW_BYTES, BYTES, YAML_PAGE,
	"least that a feed brings in a second"),
    LIMIT(FEED_SLOW_SECONDS, SECONDS, YAML_PAGE,
	"time that a feed may bring less"),
    LIMIT(FEED_ITEMS, COUNT, YAML_PAGE, "items of one body"),
    LIMIT(FEEDS, COUNT, YAML_PAGE, "feeds in one configuration"),
    LIMIT(TEXT, BYTES, YAML_PAGE, "text kept of one report"),
    LIMIT(TITLE, BYTES, YAML_PAGE, "title kept of one report"),
    LIMIT(URL, BYTES, YAML_PAGE, "link of one report"),
    LIMIT(HTML_TREE, BYTES, YAML_PAGE, "post of a blog that is unwrapped"),
    LIMIT(XML_ATTRIBUTES, COUNT, YAML_PAGE, "attributes of one XML element"),
    LIMIT(XML_NODES, COUNT, YAML_PAGE,
	"elements and attributes of one item, twice"),
    LIMIT(XML_NAMES, COUNT, YAML_PAGE, "different names in one XML body"),
    LIMIT(XML_NAMESPACES, COUNT, YAML_PAGE, "XML namespaces in force"),
    LIMIT(XML_ERRORS, COUNT, YAML_PAGE, "mistakes in one XML body"),
    LIMIT(MARKUP_DEPTH, COUNT, YAML_PAGE, "nested elements of HTML or XML"),
    LIMIT(JSON_DEPTH, COUNT, YAML_PAGE, "nested values of a feed's JSON"),
    LIMIT(JSON_ITEM, BYTES, YAML_PAGE, "item of a list in a feed's JSON"),
    LIMIT(JSON_VALUES, COUNT, YAML_PAGE, "values of such an item"),
    LIMIT(COMPONENTS, COUNT, YAML_PAGE, "components of one report"),
    LIMIT(MAILDIR_FILES, COUNT, YAML_PAGE, "mails in one folder"),
    LIMIT(RETENTION_DAYS, COUNT, YAML_PAGE,
	"days that retention keeps, at least"),
    LIMIT(MAILDIR_DAYS, COUNT, YAML_PAGE,
	"days until a mail is not read any more"),
    LIMIT(MAILDIR_LISTED, COUNT, YAML_PAGE,
	"days that a thread is listed after its newest mail"),
    LIMIT(
	MAILDIR_STEP, COUNT, YAML_PAGE, "mails read before other work goes on"),
    LIMIT(
	MAILDIR_TEXT, BYTES, YAML_PAGE, "text kept of all mails of one folder"),
    LIMIT(MAIL_SUBJECT_DAYS, COUNT, YAML_PAGE,
	"days in which the same subject is one event"),
    LIMIT(MAIL_REFERENCES, COUNT, YAML_PAGE, "mails that one mail refers to"),
    LIMIT(MAIL_REFUSED, SECONDS, YAML_PAGE,
	"time between two pages about refused mails"),
    LIMIT(MAIL_FILE, BYTES, YAML_PAGE, "mail that feed deliver takes"),
    LIMIT(MIME_DEPTH, COUNT, YAML_PAGE, "nested parts of one mail"),
    LIMIT(MIME_PARTS, COUNT, YAML_PAGE, "parts of one mail"),
    LIMIT(MIME_BOUNDARIES, COUNT, YAML_PAGE,
	"lines of one mail that may part it"),
    LIMIT(AVOID, COUNT, YAML_PAGE, "words of notices.avoid"),
    LIMIT(ROTAS, COUNT, YAML_PAGE, "rotas in one configuration"),
    LIMIT(ROTA_PEOPLE, COUNT, YAML_PAGE, "people of one rota"),
    LIMIT(ROTA_SHIFTS, COUNT, YAML_PAGE, "shifts of one rota"),
    LIMIT(CALENDAR, BYTES, YAML_PAGE, "a calendar"),
    LIMIT(CALENDAR_EVENTS, COUNT, YAML_PAGE, "events of a calendar"),
    LIMIT(CALENDAR_SHIFTS, COUNT, YAML_PAGE, "shifts of a calendar in a year"),
    LIMIT(
	CALENDAR_DATES, COUNT, YAML_PAGE, "dates of one event, and exceptions"),
    LIMIT(CALENDAR_DAYS, COUNT, YAML_PAGE,
	"days that the rules of a calendar go through"),
    LIMIT(
	CALENDAR_ZONES, COUNT, YAML_PAGE, "changes in the zones of a calendar"),
    LIMIT(CONF_FILE, BYTES, YAML_PAGE, "a file in YAML"),
    LIMIT(CONF_DEPTH, COUNT, YAML_PAGE, "nested collections in YAML"),
    LIMIT(CONF_NODES, COUNT, YAML_PAGE, "values in one YAML file"),
    LIMIT(TEMPLATE, BYTES, "alertd-templates.5", "a template"),
    LIMIT(TEMPLATE_DEPTH, COUNT, "alertd-templates.5",
	"nested sections and partials"),
    LIMIT(TEMPLATE_STEPS, COUNT, "alertd-templates.5",
	"tags rendered for one text"),
    LIMIT(TEMPLATE_FILES, COUNT, "alertd-templates.5", "files in the folder"),
    LIMIT(TEMPLATE_OUT, BYTES, "alertd-templates.5", "a rendered text"),
    LIMIT(WHOM, BYTES, "alertd-templates.5", "whom it is for, in words"),
    LIMIT(WHOM_SHORT, BYTES, "alertd-templates.5", "the same for an SMS"),
    LIMIT(CSV_FILE, BYTES, "alertd-contacts.5", "a contacts file"),
    LIMIT(CSV_FIELD, BYTES, "alertd-contacts.5", "one field"),
    LIMIT(SECRET, BYTES, YAML_PAGE, "a secret"),
    LIMIT(ADDRESS, BYTES, YAML_PAGE, "an e-mail address"),
    LIMIT(PATTERN, BYTES, "alertd-rules.5", "one word, phrase, pattern or id"),
    LIMIT(TERM_FORMS, COUNT, "alertd-rules.5", "readings of one term"),
    LIMIT(TERM_GAPS, COUNT, "alertd-rules.5", "gaps of one term"),
    LIMIT(SENTENCE, BYTES, "alertd-rules.5", "one sentence"),
    LIMIT(MATCH, COUNT, "alertd-rules.5", "steps of one match"),
    LIMIT(MATCH_HEAP, KIBIBYTES, "alertd-rules.5", "memory of one match"),
    LIMIT(MAIL_BYTES, BYTES, YAML_PAGE, "one composed mail"),
    LIMIT(MAIL_RCPT, COUNT, YAML_PAGE, "recipients of one SMTP transaction"),
    LIMIT(MAIL_SESSION, COUNT, YAML_PAGE, "mails in one SMTP session"),
    LIMIT(SESSIONS, COUNT, YAML_PAGE, "sessions with a relay"),
    LIMIT(PACKED, BYTES, YAML_PAGE, "a message on its way to a session"),
    LIMIT(SMS_SEGMENTS, COUNT, YAML_PAGE, "segments of an SMS, at the most"),
    LIMIT(SMS_SESSIONS, COUNT, YAML_PAGE, "calls of a gateway at once"),
    LIMIT(REPLY, BYTES, YAML_PAGE, "kept of a server's answer"),
    LIMIT(
	GATEWAY_BODY, BYTES, YAML_PAGE, "a gateway's answer, or a call of it"),
    LIMIT(BOUNCE, BYTES, YAML_PAGE, "a mail that came back"),
    LIMIT(BOUNCE_LOCAL, BYTES, YAML_PAGE, "bytes before the @ of mail.bounces"),
    LIMIT(BOUNCE_RECIPIENTS, COUNT, YAML_PAGE, "recipients that it may name"),
    LIMIT(CALLBACK_SECRET, BYTES, YAML_PAGE,
	"secret of a callback, at the least"),
    LIMIT(CALLBACK_ITEMS, COUNT, YAML_PAGE, "reports or SMS in one callback"),
    LIMIT(
	CALLBACK_FIELD, BYTES, YAML_PAGE, "an id or a reference in a callback"),
    LIMIT(INBOUND_DAYS, COUNT, YAML_PAGE,
	"days that an inbound SMS is remembered"),
    LIMIT(WRONG_REPLIES, COUNT, YAML_PAGE,
	"wrong replies of a number in an hour"),
    LIMIT(ANSWER_LOGGED, COUNT, YAML_PAGE,
	"links of no use in a minute that are logged"),
    LIMIT(WEB_TOKEN, BYTES, YAML_PAGE, "token of the page, at the least"),
    LIMIT(HTTP_VIEWER, BYTES, YAML_PAGE, "name of who looks at the page"),
    LIMIT(HTTP_PATH, BYTES, YAML_PAGE, "path of a request, with its query"),
    LIMIT(HTTP_HEADERS, BYTES, YAML_PAGE, "line and headers of a request"),
    LIMIT(HTTP_BODY, BYTES, YAML_PAGE, "body of a request"),
    LIMIT(
	HTTP_FIELDS, COUNT, YAML_PAGE, "fields of a header, a query or a form"),
    LIMIT(HTTP_PAGE, BYTES, YAML_PAGE, "answer of the page"),
    LIMIT(HTTP_CONNECTIONS, COUNT, YAML_PAGE, "connections to the page"),
    LIMIT(HTTP_PER_ADDRESS, COUNT, YAML_PAGE,
	"of them from one address, not on loopback"),
    LIMIT(
	HTTP_BACKLOG, COUNT, YAML_PAGE, "connections that wait to be accepted"),
    LIMIT(
	HTTP_IDLE, SECONDS, YAML_PAGE, "time until a request is there in full"),
    LIMIT(HTTP_CROWDED, SECONDS, YAML_PAGE,
	"the same, while half of the connections are taken"),
    LIMIT(HTTP_ANSWER, SECONDS, YAML_PAGE, "time in which an answer is taken"),
    LIMIT(WORKERS, COUNT, YAML_PAGE, "workers of one channel"),
    LIMIT(CHECK_EVERY, SECONDS, "alertd.8", "between two self-checks"),
    LIMIT(CHECK_LATE, SECONDS, "alertd.8", "a notice is late after"),
    LIMIT(CHECK_WAIT, SECONDS, "alertd.8",
	"a message that is due waits for a worker"),
    LIMIT(CHECK_HELD, SECONDS, "alertd.8",
	"a worker is about one message, at least"),
    LIMIT(CHECK_AGED, SECONDS, "alertd.8",
	"a message is queued after its give_up"),
    LIMIT(CHECK_FORGET, SECONDS, "alertd.8",
	"a fault that comes back is new after"),
    LIMIT(WORKER_SILENT, SECONDS, "alertd.8",
	"the page leaves a question unanswered"),
    LIMIT(WORKER_DOWN, SECONDS, "alertd.8",
	"a process beside the daemon is not up"),
    LIMIT(WORKER_DEATHS, COUNT, "alertd.8",
	"deaths of one program that are told"),
    LIMIT(WORKER_DEATHS_IN, SECONDS, "alertd.8", "within this time"),
    LIMIT(DEATHS_ALONE, COUNT, "alertd.8",
	"deaths over a message until it goes alone"),
    LIMIT(DEATHS_MOST, COUNT, "alertd.8",
	"deaths over a message until it is set aside"),
    LIMIT(WRITER, SECONDS, "alertd.8",
	"a transaction keeps all others from writing"),
    LIMIT(CHECK_FRESH, SECONDS, "alertd.8", "a self-check counts for"),
    LIMIT(THROUGH_WHOLE, BYTES, "alertd.8",
	"a database that is read whole at the start"),
    LIMIT(THROUGH_NEWEST, COUNT, "alertd.8",
	"newest rows of a table that are read at the start"),
    LIMIT(THROUGH_BYTES, BYTES, "alertd.8", "a self-check reads of the past"),
    LIMIT(RESORT_AFTER, SECONDS, "alertd.8",
	"a fault lasts until the last resort tells it"),
    LIMIT(RESORT_EVERY, SECONDS, "alertd.8",
	"until the last resort tells it again"),
    LIMIT(RESORT_WELL, SECONDS, "alertd.8",
	"it is well until the last resort tells that"),
    LIMIT(RESORT_SEND, SECONDS, "alertd.8", "sending the last resort may take"),
    LIMIT(RECORD_NAMED, COUNT, "alertd.8",
	"recipients that one record of the audit trail names"),
    LIMIT(RESORT_TEXT, BYTES, "alertd.8", "a text of the last resort"),
    LIMIT(ONLINE_SECONDS, SECONDS, "alertd.8",
	"what config check --online calls may take"),
    LIMIT(GAP_LOOK, SECONDS, "alertd.8", "between two looks for gaps"),
    LIMIT(GAP_TOLD, SECONDS, "alertd.8",
	"a gap lasts until it is told, and told again"),
    LIMIT(RETRY_AFTER, COUNT, YAML_PAGE,
	"seconds that a gateway may ask us to wait"),
    LIMIT(RESTORE_HOLD, SECONDS, "alertd.8",
	"nothing of a restored incident goes out for"),
    LIMIT(RESTORE_SKIP, COUNT, "alertd.8",
	"numbers of incidents left out after a restore"),
    LIMIT(WEB_INCIDENTS, COUNT, "alertd.8",
	"incidents of incidents.json, and announced work"),
    LIMIT(WEB_UPDATES, COUNT, "alertd.8", "notices of each of them"),
    LIMIT(WEB_ENTRIES, COUNT, "alertd.8", "notices of feed.atom"),
    LIMIT(TILES, COUNT, "alertd.8", "municipalities that are drawn"),
    LIMIT(WEB_COUNTED, COUNT, "alertd.8",
	"of more, those looked at for one page"),
    LIMIT(
	NAMED, COUNT, "alertd.8", "of more, those not reached that are named"),
    LIMIT(GROUPS, COUNT, "alertd.8",
	"regions, and vendors, by which they are counted"),
    LIMIT(CTL_ROWS, COUNT, "alertd.8",
	"rows of a list of alertctl, unless --limit says"),
    LIMIT(WEB_LISTED, COUNT, "alertd.8",
	"municipalities, or recipients, on one page of a list"),
    LIMIT(WEB_RECIPIENTS, COUNT, "alertd.8",
	"recipients, or messages, counted for one page"),
    LIMIT(DRILL, SECONDS, "alertd.8", "time of a drill"),
    LIMIT(REPORT_LINES, COUNT, "alertd.8",
	"reports, acts and failures of one incident, each"),
    LIMIT(DRAFT_DAYS, COUNT, "alertd.8",
	"days that a draft of an operator is kept"),
#undef LIMIT
};

/* "8 MiB", "4096 bytes", "30 s", "5": as the tables of the pages have it. */
static char *
limit_text(int64_t v, enum unit unit)
{
	if (unit == SECONDS)
		return xasprintf("%lld s", (long long)v);
	if (unit == KIBIBYTES)
		return xasprintf("%lld KiB", (long long)v);
	if (unit == BYTES && v >= 64 * 1024)
		return bytes_text(v, true);
	return xasprintf("%lld%s", (long long)v, unit == BYTES ? " bytes" : "");
}

static void
test_limits(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH(limits); i++) {
		char *text = page_read(limits[i].page);
		char *part = page_section(limits[i].page, text, "LIMITS");
		char *value = limit_text(limits[i].value, limits[i].unit);
		char *tag = xasprintf("%s Ta %s", limits[i].label, value);
		char *row = page_entry(part, tag);

		if (row == NULL)
			page_complain(limits[i].page,
			    "LIMIT_%s: no row \".It %s\"", limits[i].macro,
			    tag);
		free(row);
		free(tag);
		free(value);
		free(part);
		free(text);
	}
	assert_int_equal(complaints, 0);
}

/* No line of limits.h is forgotten above. */
static void
test_limits_all(void **state)
{
	struct err e;
	char *text;
	const char *line;

	(void)state;
	assert_int_equal(
	    file_read("alertd/base/limits.h", PAGE_MAX, &text, NULL, &e), 0);
	for (line = text; *line != '\0'; line = next_line(line)) {
		static const char head[] = "#define LIMIT_";
		char *name;
		size_t i = 0;

		if (!str_starts(line, head))
			continue;
		line += strlen(head);
		name = xstrndup(line, strcspn(line, " \t\n"));
		while (i < LENGTH(limits) && !str_eq(limits[i].macro, name))
			i++;
		if (i == LENGTH(limits))
			page_complain("*", "LIMIT_%s is told nowhere", name);
		free(name);
	}
	free(text);
	assert_int_equal(complaints, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup(test_yaml_keys, page_setup),
	    cmocka_unit_test_setup(test_yaml_no_other_keys, page_setup),
	    cmocka_unit_test_setup(test_yaml_presets, page_setup),
	    cmocka_unit_test_setup(test_yaml_preset_language, page_setup),
	    cmocka_unit_test_setup(test_yaml_examples, page_setup),
	    cmocka_unit_test_setup(test_limits, page_setup),
	    cmocka_unit_test_setup(test_limits_all, page_setup),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
