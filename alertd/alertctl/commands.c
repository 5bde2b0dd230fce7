#include <limits.h>
#include <string.h>
#include <sysexits.h>

#include "alertctl/commands.h"
#include "alertctl/ctl.h"
#include "alertctl/run.h"
#include "base/attr.h"

const struct ctl_option common_options[] = {
    {"config", 'c', "FILE", "the configuration"},
    {"json", 0, NULL, "print JSON for scripts"},
    {"no-color", 0, NULL, "no colours, as with NO_COLOR in the environment"},
    {"help", 'h', NULL, "say what the command does and end"},
    {"version", 'V', NULL, "print the version and end"}, {NULL, 0, NULL, NULL}};

#define END                         \
	{                           \
		NULL, 0, NULL, NULL \
	}
#define OPTION_YES                                      \
	{                                               \
		"yes", 'y', NULL, "send without asking" \
	}
#define OPTION_DRY                                              \
	{                                                       \
		"dry-run", 'n', NULL, "show it, change nothing" \
	}
#define OPTION_TEXT                                              \
	{                                                        \
		"text", 't', "TEXT", "what is known, for people" \
	}
#define OPTION_KIND                                            \
	{                                                      \
		"kind", 'k', "KIND", "what kind of feed it is" \
	}
#define OPTION_FEED                                          \
	{                                                    \
		"feed", 0, "NAME", "the feed that it was of" \
	}
#define OPTION_ONLINE                                \
	{                                            \
		"fmk-online", 0, "works|down",       \
		    "whether FMK-online can be used" \
	}
#define OPTION_END                                                          \
	{                                                                   \
		"expected-end", 0, "TIME", "when it is expected to be over" \
	}
#define OPTION_EFFECT                                         \
	{                                                     \
		"effect", 'e', "EFFECT",                      \
		    "outage, degraded, data_error or planned" \
	}

#define OPTION_TITLE                                                  \
	{                                                             \
		"title", 0, "TITLE", "what has happened, on one line" \
	}
#define OPTION_SERVICE                                          \
	{                                                       \
		"service", 0, "NAME",                           \
		    "the component that is hit (FMK, NAS, …)" \
	}
#define OPTION_PATH                                                      \
	{                                                                \
		"path", 0, NULL, "the way to FMK fails, FMK itself runs" \
	}
#define OPTION_STARTS                                               \
	{                                                           \
		"starts", 0, "TIME", "when the planned work starts" \
	}
#define OPTION_ENDS                                             \
	{                                                       \
		"ends", 0, "TIME", "when the planned work ends" \
	}
#define OPTION_EXERCISE                                                 \
	{                                                               \
		"exercise", 0, NULL, "a drill: every text says ØVELSE" \
	}

#define OPTION_TO                                                  \
	{                                                          \
		"to", 0, "WHOM",                                   \
		    "all, region NAME, vendor CODE or 0101,Aarhus" \
	}
#define OPTION_FORCE                                                     \
	{                                                                \
		"force", 0, NULL, "though the checks find what stops it" \
	}

static const struct ctl_option no_options[] = {END};
static const struct ctl_option status_options[] = {
    {"watch", 0, "[=SECONDS]", "draw it again, each SECONDS, until q"}, END};
static const struct ctl_option send_options[] = {OPTION_EFFECT, OPTION_TITLE,
    OPTION_TEXT, {"since", 0, "TIME", "when it began: 22:10, or RFC 3339"},
    OPTION_SERVICE, OPTION_ONLINE, OPTION_PATH, OPTION_END, OPTION_STARTS,
    OPTION_ENDS, OPTION_TO, OPTION_EXERCISE,
    {"again", 0, NULL, "though one of the same service is open"},
    {"draft", 0, NULL, "go on with what was typed and not sent"}, OPTION_FORCE,
    OPTION_YES, OPTION_DRY, END};
static const struct ctl_option update_options[] = {OPTION_EFFECT, OPTION_TITLE,
    OPTION_TEXT, OPTION_SERVICE, OPTION_ONLINE, OPTION_PATH, OPTION_END,
    OPTION_STARTS, OPTION_ENDS, OPTION_FORCE, OPTION_YES, OPTION_DRY, END};
static const struct ctl_option end_options[] = {
    OPTION_TEXT, OPTION_FORCE, OPTION_YES, OPTION_DRY, END};
static const struct ctl_option approve_options[] = {
    OPTION_FORCE, OPTION_YES, OPTION_DRY, END};
static const struct ctl_option decide_options[] = {OPTION_YES, OPTION_DRY, END};
static const struct ctl_option report_options[] = {
    {"html", 0, NULL, "one page in the language of the notices"},
    {"pdf-ready", 0, NULL, "the same page, to be printed or made a PDF"},
    {"csv", 0, NULL, "a row for each municipality and notice"},
    {"unreached", 0, NULL, "whom to telephone: who has not got the notice"},
    END};
static const struct ctl_option coverage_options[] = {
    {"csv", 0, NULL, "print CSV, a line for each municipality"}, END};
static const struct ctl_option bounce_options[] = {
    {"clear", 0, "ADDRESS", "the address is good again"}, END};
static const struct ctl_option ack_options[] = {
    {"call", 0, "CALL", "a call by its number, also about an alarm"},
    {"take-over", 0, NULL, "though somebody else has it"}, END};
static const struct ctl_option log_options[] = {
    {"limit", 0, "COUNT", "only the newest COUNT records, 0: all"}, END};
static const struct ctl_option verify_options[] = {
    {"head", 0, "HASH", "a head that was kept: it must still be there"}, END};
static const struct ctl_option preview_options[] = {OPTION_EFFECT,
    {"type", 0, "TYPE", "first, update, repeat, resolved, correction, planned"},
    {"vendors", 0, NULL, "the vendors' copy"},
    {"mail", 0, NULL, "the mail's text only"},
    {"html", 0, NULL, "the mail's HTML only"}, {"sms", 0, NULL, "the SMS only"},
    OPTION_SERVICE, OPTION_ONLINE, OPTION_PATH, OPTION_STARTS, OPTION_ENDS,
    OPTION_TO, OPTION_EXERCISE, END};
static const struct ctl_option forget_options[] = {OPTION_YES, OPTION_DRY, END};
static const struct ctl_option import_options[] = {OPTION_DRY,
    {"replace", 0, NULL, "remove the contacts that FILE does not have"},
    {"force", 0, NULL, "though municipalities lose whom to tell of FMK"}, END};
#define OPTIONS_CONTACT                                                   \
	{"name", 0, "NAME", "a person, a role or a team"},                \
	    {"email", 0, "ADDRESS", "the e-mail address, \"\" for none"}, \
	    {"phone", 0, "NUMBER", "the number for SMS, \"\" for none"},  \
	    OPTION_TOPICS, OPTION_CHANNELS
#define OPTION_TOPICS                                                   \
	{                                                               \
		"topics", 0, "LIST", "fmk,planned,…, all, or default" \
	}
#define OPTION_CHANNELS                                       \
	{                                                     \
		"channels", 0, "CHANNELS",                    \
		    "both, mail, sms, sms-outages or default" \
	}
static const struct ctl_option contact_options[] = {
    OPTIONS_CONTACT, OPTION_DRY, END};
static const struct ctl_option remove_options[] = {
    {"yes", 'y', NULL, "remove it without asking"}, OPTION_DRY, END};
static const struct ctl_option org_options[] = {
    OPTION_TOPICS, OPTION_CHANNELS, OPTION_DRY, END};
static const struct ctl_option parse_options[] = {OPTION_KIND, END};
static const struct ctl_option explain_options[] = {OPTION_KIND, OPTION_FEED,
    {"corpus", 0, "FILE", "judge labelled messages and count what is right"},
    {"report", 0, "ID", "only that report of FILE, with all that led to it"},
    END};
static const struct ctl_option replay_options[] = {OPTION_KIND, OPTION_FEED,
    {"until", 0, "TIME", "go on after the last body (RFC 3339)"},
    {"deliver", 0, NULL, "into the store, the Maildir and the SMS file"},
    {"pages", 0, NULL, "also what the on-call is told"},
    {"summary", 0, NULL, "for a person, instead of JSON lines"}, END};
static const struct ctl_option oncall_options[] = {
    {"at", 0, "TIME", "who is on call then, instead of now"},
    {"days", 0, "COUNT", "how many days are listed, 14"}, END};
static const struct ctl_option cover_options[] = {
    {"rota", 0, "NAME", "the rota, when there are several"},
    {"from", 0, "TIME", "when the cover begins, now when left out"},
    {"until", 0, "TIME", "when the cover ends"}, OPTION_YES, END};
static const struct ctl_option outbox_options[] = {
    {"failed", 0, NULL, "only what failed"},
    {"all", 0, NULL, "also what is done"}, END};

static const int exits_none[] = {0};
static const int exits_file[] = {EX_DATAERR, EX_NOINPUT, EX_CONFIG, 0};
static const int exits_deliver[] = {EX_DATAERR, EX_TEMPFAIL, 0};
static const int exits_store[] = {
    EX_NOINPUT, EX_UNAVAILABLE, EX_NOPERM, EX_CONFIG, 0};
static const int exits_coverage[] = {
    EX_GAP, EX_NOINPUT, EX_UNAVAILABLE, EX_NOPERM, EX_CONFIG, 0};
static const int exits_bounce[] = {
    EX_DATAERR, EX_NOINPUT, EX_TEMPFAIL, EX_CONFIG, 0};
static const int exits_log[] = {
    EX_DATAERR, EX_NOINPUT, EX_UNAVAILABLE, EX_NOPERM, EX_CONFIG, 0};
static const int exits_send[] = {EX_DATAERR, EX_NOINPUT, EX_UNAVAILABLE,
    EX_TEMPFAIL, EX_NOPERM, EX_CONFIG, 0};
static const int exits_export[] = {
    EX_NOINPUT, EX_UNAVAILABLE, EX_CANTCREAT, EX_NOPERM, EX_CONFIG, 0};
static const int exits_replay[] = {EX_DATAERR, EX_NOINPUT, EX_UNAVAILABLE,
    EX_CANTCREAT, EX_NOPERM, EX_CONFIG, 0};
static const int exits_check[] = {EX_NOINPUT, EX_NOPERM, EX_CONFIG, 0};

/* In the order in which --help lists them. */
const struct command commands[] = {
    {"status", "", "what is open, the next notice, feeds and outbox",
	status_options, exits_store, 0, 0, run_status},
    {"send", "", "open an incident and send its first notice", send_options,
	exits_send, 0, 0, run_send},
    {"update", "[N] [TEXT]", "send an update of incident N", update_options,
	exits_send, 0, 2, run_update},
    {"resolve", "[N] [TEXT]", "end incident N and say that it is over",
	end_options, exits_send, 0, 2, run_resolve},
    {"retract", "[N] [TEXT]", "take incident N back, to those who were told",
	end_options, exits_send, 0, 2, run_retract},
    {"approve", "[N]", "let the pending incident N go out", approve_options,
	exits_send, 0, 1, run_approve},
    {"dismiss", "[N]", "drop the pending incident N, nobody is told",
	decide_options, exits_send, 0, 1, run_dismiss},
    {"drafts list", "", "what was typed and not sent", no_options, exits_store,
	0, 0, run_drafts_list},
    {"drafts drop", "DRAFT", "forget a draft", no_options, exits_store, 1, 1,
	run_drafts_drop},
    {"ack", "[N]", "take incident N: the paging stops", ack_options, exits_send,
	0, 1, run_ack},
    {"show", "N", "an incident: reports, verdicts, notices, deliveries",
	no_options, exits_store, 1, 1, run_show},
    {"report", "N", "was the promise kept: who was told of incident N, when",
	report_options, exits_store, 1, 1, run_report},
    {"coverage", "", "which municipalities can be reached, last proven when",
	coverage_options, exits_coverage, 0, 0, run_coverage},
    {"bounce", "[ADDRESS]", "take in a mail that came back", bounce_options,
	exits_bounce, 0, 1, run_bounce},
    {"log", "[N]", "the audit trail, of incident N or all", log_options,
	exits_log, 0, 1, run_log},
    {"log verify", "", "whether the audit trail is whole, and its head",
	verify_options, exits_log, 0, 0, run_log_verify},
    {"preview", "[N]", "the texts of a notice as they would go out",
	preview_options, exits_log, 0, 1, run_preview},
    {"contacts list", "[ORGANISATION]", "who is told, at which address",
	no_options, exits_store, 0, 1, run_contacts_list},
    {"contacts show", "CONTACT", "one contact, and what it would be told",
	no_options, exits_store, 1, 1, run_contacts_show},
    {"contacts add", "ORGANISATION", "a new contact of an organisation",
	contact_options, exits_log, 1, 1, run_contacts_add},
    {"contacts edit", "CONTACT", "change a contact", contact_options, exits_log,
	1, 1, run_contacts_edit},
    {"contacts remove", "CONTACT", "remove a contact", remove_options,
	exits_log, 1, 1, run_contacts_remove},
    {"contacts org", "ORGANISATION",
	"what its contacts take part in by default", org_options, exits_log, 1,
	1, run_contacts_org},
    {"contacts import", "FILE", "take contacts from a CSV file, all or none",
	import_options, exits_send, 1, 1, run_contacts_import},
    {"contacts export", "[FILE]", "the contacts as import takes them",
	no_options, exits_export, 0, 1, run_contacts_export},
    {"contacts forget", "WHO [ORGANISATION]",
	"remove a person everywhere, not what was sent", forget_options,
	exits_log, 1, 2, run_contacts_forget},
    {"oncall", "", "who is on call now and next, covers and gaps",
	oncall_options, exits_store, 0, 0, run_oncall},
    {"oncall cover", "WHO", "have WHO take a rota for a while", cover_options,
	exits_log, 1, 1, run_oncall_cover},
    {"oncall uncover", "COVER", "take a cover back", no_options, exits_store, 1,
	1, run_oncall_uncover},
    {"feed list", "", "the feeds and how they are", no_options, exits_store, 0,
	0, run_feed_list},
    {"feed test", "[NAME]", "fetch the feeds now and judge what they say",
	no_options, exits_store, 0, 1, run_feed_test},
    {"feed parse", "FILE", "the reports of a feed's body as JSON",
	parse_options, exits_file, 1, 1, run_feed_parse},
    {"feed deliver", "NAME", "put a mail into the Maildir of a feed",
	no_options, exits_deliver, 1, 1, run_feed_deliver},
    {"explain", "FILE|ID", "why reports were broadcast, asked or ignored",
	explain_options, exits_log, 0, 1, run_explain},
    {"replay", "DIR", "recorded bodies through today's rules and schedule",
	replay_options, exits_replay, 1, 1, run_replay},
    {"outbox list", "[N]", "what is waiting or failed, of incident N or all",
	outbox_options, exits_store, 0, 1, run_outbox_list},
    {"outbox retry", "[MESSAGE]", "try what failed again, now", no_options,
	exits_send, 0, 1, run_outbox_retry},
    {"outbox cancel", "MESSAGE", "do not send what is still queued", no_options,
	exits_log, 1, 1, run_outbox_cancel},
    {"template render", "FILE DATA.json", "print a template with data",
	no_options, exits_file, 2, 2, run_template_render},
    {"config check", "[FILE]", "every mistake in the files an operator writes",
	no_options, exits_check, 0, 1, run_config_check},
    {"completion", "bash|zsh|fish",
	"what the shell needs so that Tab completes", no_options, exits_none, 1,
	1, run_completion},
    {"completion words", "WORD ...", "what may stand for the last WORD",
	no_options, exits_none, 0, INT_MAX, run_completion_words},
    {NULL, NULL, NULL, NULL, exits_none, 0, 0, NULL}};

const struct command *
command_find(const char *name)
{
	for (const struct command *c = commands; c->name != NULL; c++)
		if (strcmp(c->name, name) == 0)
			return c;
	return NULL;
}

static const struct {
	int status;
	const char *meaning;
} exits[] = {
    {EX_OK, "done"},
    {EX_GAP, "a municipality cannot be reached"},
    {EX_USAGE, "the command line is wrong, or nobody was there to confirm"},
    {EX_DATAERR, "the data is wrong, or the incident's state forbids it"},
    {EX_NOINPUT, "a file, store, incident or message does not exist"},
    {EX_UNAVAILABLE, "a feed, the store or a recipient cannot be reached"},
    {EX_SOFTWARE, "a mistake in alertctl itself"},
    {EX_OSERR, "the system refused something"},
    {EX_CANTCREAT, "the output file cannot be written"},
    {EX_IOERR, "reading or writing failed"},
    {EX_TEMPFAIL, "not yet: queued, or to be tried again"},
    {EX_NOPERM, "not permitted: another user owns the store or file"},
    {EX_CONFIG, "the configuration is missing or wrong"},
};

const char *
exit_meaning(int status)
{
	for (size_t i = 0; i < LENGTH(exits); i++)
		if (exits[i].status == status)
			return exits[i].meaning;
	return "unknown";
}
