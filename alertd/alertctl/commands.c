#include <limits.h>
#include <string.h>
#include <sysexits.h>

#include "alertctl/commands.h"
#include "alertctl/ctl.h"
#include "alertctl/run.h"
#include "base/attr.h"
#include "base/tr.h"

const struct ctl_option common_options[] = {
    {"config", 'c', N_("FILE"), N_("the configuration")},
    {"json", 0, NULL, N_("print JSON for scripts")},
    {"no-color", 0, NULL,
	N_("no colours, as with NO_COLOR in the environment")},
    {"help", 'h', NULL, N_("say what the command does and end")},
    {"version", 'V', NULL, N_("print the version and end")},
    {NULL, 0, NULL, NULL}};

#define END                         \
	{                           \
		NULL, 0, NULL, NULL \
	}
#define OPTION_YES                                          \
	{                                                   \
		"yes", 'y', NULL, N_("send without asking") \
	}
#define OPTION_DRY                                                  \
	{                                                           \
		"dry-run", 'n', NULL, N_("show it, change nothing") \
	}
#define OPTION_TEXT                                                      \
	{                                                                \
		"text", 't', N_("TEXT"), N_("what is known, for people") \
	}
#define OPTION_KIND                                                    \
	{                                                              \
		"kind", 'k', N_("KIND"), N_("what kind of feed it is") \
	}
#define OPTION_FEED                                                  \
	{                                                            \
		"feed", 0, N_("NAME"), N_("the feed that it was of") \
	}
#define OPTION_ONLINE                                    \
	{                                                \
		"fmk-online", 0, "works|down",           \
		    N_("whether FMK-online can be used") \
	}
#define OPTION_END                                       \
	{                                                \
		"expected-end", 0, N_("TIME"),           \
		    N_("when it is expected to be over") \
	}
#define OPTION_EFFECT                                             \
	{                                                         \
		"effect", 'e', N_("EFFECT"),                      \
		    N_("outage, degraded, data_error or planned") \
	}

#define OPTION_TITLE                                                          \
	{                                                                     \
		"title", 0, N_("TITLE"), N_("what has happened, on one line") \
	}
#define OPTION_SERVICE                                            \
	{                                                         \
		"service", 0, N_("NAME"),                         \
		    N_("the component that is hit (FMK, NAS, …)") \
	}
#define OPTION_PATH                                                          \
	{                                                                    \
		"path", 0, NULL, N_("the way to FMK fails, FMK itself runs") \
	}
#define OPTION_STARTS                                                       \
	{                                                                   \
		"starts", 0, N_("TIME"), N_("when the planned work starts") \
	}
#define OPTION_ENDS                                                     \
	{                                                               \
		"ends", 0, N_("TIME"), N_("when the planned work ends") \
	}
#define OPTION_EXERCISE                                                    \
	{                                                                  \
		"exercise", 0, NULL, N_("a drill: every text says ØVELSE") \
	}

#define OPTION_TO                                                      \
	{                                                              \
		"to", 0, N_("WHOM"),                                   \
		    N_("all, region NAME, vendor CODE or 0101,Aarhus") \
	}
#define OPTION_FORCE                                                         \
	{                                                                    \
		"force", 0, NULL, N_("though the checks find what stops it") \
	}

static const struct ctl_option no_options[] = {END};
static const struct ctl_option status_options[] = {
    {"watch", 0, N_("[=SECONDS]"), N_("draw it again, each SECONDS, until q")},
    END};
static const struct ctl_option send_options[] = {OPTION_EFFECT, OPTION_TITLE,
    OPTION_TEXT,
    {"since", 0, N_("TIME"), N_("when it began: 22:10, or RFC 3339")},
    OPTION_SERVICE, OPTION_ONLINE, OPTION_PATH, OPTION_END, OPTION_STARTS,
    OPTION_ENDS, OPTION_TO, OPTION_EXERCISE,
    {"again", 0, NULL, N_("though one of the same service is open")},
    {"draft", 0, NULL, N_("go on with what was typed and not sent")},
    OPTION_FORCE, OPTION_YES, OPTION_DRY, END};
static const struct ctl_option update_options[] = {OPTION_EFFECT, OPTION_TITLE,
    OPTION_TEXT, OPTION_SERVICE, OPTION_ONLINE, OPTION_PATH, OPTION_END,
    OPTION_STARTS, OPTION_ENDS, OPTION_FORCE, OPTION_YES, OPTION_DRY, END};
static const struct ctl_option end_options[] = {
    OPTION_TEXT, OPTION_FORCE, OPTION_YES, OPTION_DRY, END};
static const struct ctl_option approve_options[] = {
    OPTION_FORCE, OPTION_YES, OPTION_DRY, END};
static const struct ctl_option decide_options[] = {OPTION_YES, OPTION_DRY, END};
static const struct ctl_option report_options[] = {
    {"html", 0, NULL, N_("one page in the language of the notices")},
    {"pdf-ready", 0, NULL, N_("the same page, to be printed or made a PDF")},
    {"csv", 0, NULL, N_("a row for each municipality and notice")},
    {"unreached", 0, NULL, N_("whom to telephone: who has not got the notice")},
    END};
static const struct ctl_option coverage_options[] = {
    {"csv", 0, NULL, N_("print CSV, a line for each municipality")},
    {"limit", 0, N_("COUNT"), N_("only the worst COUNT, 0: all")}, END};
static const struct ctl_option bounce_options[] = {
    {"clear", 0, N_("ADDRESS"), N_("the address is good again")}, END};
static const struct ctl_option drill_options[] = {OPTION_TO,
    {"for", 0, N_("DURATION"), N_("how long it lasts, 10m")},
    {"report", 0, NULL, N_("what drill N, or the last one, showed")},
    OPTION_FORCE, OPTION_YES, OPTION_DRY, END};
static const struct ctl_option ack_options[] = {
    {"call", 0, N_("CALL"), N_("a call by its number, also about an alarm")},
    {"take-over", 0, NULL, N_("though somebody else has it")}, END};
static const struct ctl_option show_options[] = {
    {"limit", 0, N_("COUNT"), N_("only the newest COUNT incidents, 0: all")},
    END};
static const struct ctl_option log_options[] = {
    {"limit", 0, N_("COUNT"), N_("only the newest COUNT records, 0: all")},
    END};
static const struct ctl_option verify_options[] = {
    {"head", 0, N_("HASH"), N_("a head that was kept: it must still be there")},
    END};
static const struct ctl_option preview_options[] = {OPTION_EFFECT,
    {"type", 0, N_("TYPE"),
	N_("first, update, repeat, resolved, correction, planned")},
    {"vendors", 0, NULL, N_("the vendors' copy")},
    {"mail", 0, NULL, N_("the mail's text only")},
    {"html", 0, NULL, N_("the mail's HTML only")},
    {"sms", 0, NULL, N_("the SMS only")}, OPTION_SERVICE, OPTION_ONLINE,
    OPTION_PATH, OPTION_STARTS, OPTION_ENDS, OPTION_TO, OPTION_EXERCISE, END};
static const struct ctl_option forget_options[] = {OPTION_YES, OPTION_DRY, END};
static const struct ctl_option import_options[] = {OPTION_DRY,
    {"replace", 0, NULL, N_("remove the contacts that FILE does not have")},
    {"force", 0, NULL, N_("though municipalities lose whom to tell of FMK")},
    END};
#define OPTIONS_CONTACT                                            \
	{"name", 0, N_("NAME"), N_("a person, a role or a team")}, \
	    {"email", 0, N_("ADDRESS"),                            \
		N_("the e-mail address, \"\" for none")},          \
	    {"phone", 0, N_("NUMBER"),                             \
		N_("the number for SMS, \"\" for none")},          \
	    OPTION_TOPICS, OPTION_CHANNELS
#define OPTION_TOPICS                                                         \
	{                                                                     \
		"topics", 0, N_("LIST"), N_("fmk,planned,…, all, or default") \
	}
#define OPTION_CHANNELS                                           \
	{                                                         \
		"channels", 0, N_("CHANNELS"),                    \
		    N_("both, mail, sms, sms-outages or default") \
	}
static const struct ctl_option contact_options[] = {
    OPTIONS_CONTACT, OPTION_DRY, END};
static const struct ctl_option remove_options[] = {
    {"yes", 'y', NULL, N_("remove it without asking")}, OPTION_DRY, END};
static const struct ctl_option org_options[] = {
    OPTION_TOPICS, OPTION_CHANNELS, OPTION_DRY, END};
static const struct ctl_option parse_options[] = {OPTION_KIND, END};
static const struct ctl_option explain_options[] = {OPTION_KIND, OPTION_FEED,
    {"corpus", 0, N_("FILE"),
	N_("judge labelled messages and count what is right")},
    {"report", 0, N_("ID"),
	N_("only that report of FILE, with all that led to it")},
    END};
static const struct ctl_option replay_options[] = {OPTION_KIND, OPTION_FEED,
    {"until", 0, N_("TIME"), N_("go on after the last body (RFC 3339)")},
    {"deliver", 0, NULL, N_("into the store, the Maildir and the SMS file")},
    {"pages", 0, NULL, N_("also what the on-call is told")},
    {"summary", 0, NULL, N_("for a person, instead of JSON lines")}, END};
static const struct ctl_option oncall_options[] = {
    {"at", 0, N_("TIME"), N_("who is on call then, instead of now")},
    {"days", 0, N_("COUNT"), N_("how many days are listed, 14")}, END};
static const struct ctl_option cover_options[] = {
    {"rota", 0, N_("NAME"), N_("the rota, when there are several")},
    {"from", 0, N_("TIME"), N_("when the cover begins, now when left out")},
    {"until", 0, N_("TIME"), N_("when the cover ends")}, OPTION_YES, END};
static const struct ctl_option outbox_options[] = {
    {"failed", 0, NULL, N_("only what failed, or is not known at the end")},
    {"all", 0, NULL, N_("also what is done")},
    {"limit", 0, N_("COUNT"),
	N_("only COUNT that wait, and COUNT that are over, 0: all")},
    END};

static const struct ctl_option backup_options[] = {
    {"keep", 0, N_("COUNT"),
	N_("of a folder: remove older backups beyond COUNT")},
    {"force", 0, NULL, N_("replace FILE if it exists")}, END};
static const struct ctl_option restore_options[] = {
    {"check", 0, NULL, N_("only check the backup, whatever runs")},
    {"yes", 'y', NULL, N_("restore it without asking")}, OPTION_DRY, END};
static const struct ctl_option check_options[] = {
    {"online", 0, NULL, N_("also call every relay, gateway, feed and URL")},
    END};

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
static const int exits_backup[] = {EX_DATAERR, EX_NOINPUT, EX_UNAVAILABLE,
    EX_CANTCREAT, EX_TEMPFAIL, EX_NOPERM, EX_CONFIG, 0};
static const int exits_replay[] = {EX_DATAERR, EX_NOINPUT, EX_UNAVAILABLE,
    EX_CANTCREAT, EX_NOPERM, EX_CONFIG, 0};
static const int exits_check[] = {
    EX_NOINPUT, EX_UNAVAILABLE, EX_NOPERM, EX_CONFIG, 0};

/* In the order in which --help lists them. */
const struct command commands[] = {
    {"status", "", N_("what is open, the next notice, feeds and outbox"),
	status_options, exits_store, 0, 0, run_status},
    {"send", "", N_("open an incident and send its first notice"), send_options,
	exits_send, 0, 0, run_send},
    {"update", N_("[N] [TEXT]"), N_("send an update of incident N"),
	update_options, exits_send, 0, 2, run_update},
    {"resolve", N_("[N] [TEXT]"), N_("end incident N and say that it is over"),
	end_options, exits_send, 0, 2, run_resolve},
    {"retract", N_("[N] [TEXT]"),
	N_("take incident N back, to those who were told"), end_options,
	exits_send, 0, 2, run_retract},
    {"approve", N_("[N]"), N_("let the pending incident N go out"),
	approve_options, exits_send, 0, 1, run_approve},
    {"dismiss", N_("[N]"), N_("drop the pending incident N, nobody is told"),
	decide_options, exits_send, 0, 1, run_dismiss},
    {"drafts list", "", N_("what was typed and not sent"), no_options,
	exits_store, 0, 0, run_drafts_list},
    {"drafts drop", N_("DRAFT"), N_("forget a draft"), no_options, exits_store,
	1, 1, run_drafts_drop},
    {"ack", N_("[N]"), N_("take incident N: the paging stops"), ack_options,
	exits_send, 0, 1, run_ack},
    {"show", N_("[N]"), N_("the newest incidents, or all that is known of one"),
	show_options, exits_store, 0, 1, run_show},
    {"report", N_("[N]"),
	N_("was the promise kept: who was told of incident N, when"),
	report_options, exits_store, 0, 1, run_report},
    {"coverage", "",
	N_("which municipalities can be reached, last proven when"),
	coverage_options, exits_coverage, 0, 0, run_coverage},
    {"bounce", N_("[ADDRESS]"), N_("take in a mail that came back"),
	bounce_options, exits_bounce, 0, 1, run_bounce},
    {"truth arrived", "", N_("take in a test mail that has arrived"),
	no_options, exits_bounce, 0, 0, run_truth_arrived},
    {"drill", N_("[N]"),
	N_("an exercise, and what it showed of each municipality"),
	drill_options, exits_send, 0, 1, run_drill},
    {"log", N_("[N]"), N_("the audit trail, of incident N or all"), log_options,
	exits_log, 0, 1, run_log},
    {"log verify", "", N_("whether the audit trail is whole, and its head"),
	verify_options, exits_log, 0, 0, run_log_verify},
    {"preview", N_("[N]"), N_("the texts of a notice as they would go out"),
	preview_options, exits_log, 0, 1, run_preview},
    {"contacts list", N_("[ORGANISATION]"), N_("who is told, at which address"),
	no_options, exits_store, 0, 1, run_contacts_list},
    {"contacts show", N_("CONTACT"),
	N_("one contact, and what it would be told"), no_options, exits_store,
	1, 1, run_contacts_show},
    {"contacts add", N_("ORGANISATION"), N_("a new contact of an organisation"),
	contact_options, exits_log, 1, 1, run_contacts_add},
    {"contacts edit", N_("CONTACT"), N_("change a contact"), contact_options,
	exits_log, 1, 1, run_contacts_edit},
    {"contacts remove", N_("CONTACT"), N_("remove a contact"), remove_options,
	exits_log, 1, 1, run_contacts_remove},
    {"contacts org", N_("ORGANISATION"),
	N_("what its contacts take part in by default"), org_options, exits_log,
	1, 1, run_contacts_org},
    {"contacts import", N_("FILE"),
	N_("take contacts from a CSV file, all or none"), import_options,
	exits_send, 1, 1, run_contacts_import},
    {"contacts export", N_("[FILE]"), N_("the contacts as import takes them"),
	no_options, exits_export, 0, 1, run_contacts_export},
    {"contacts forget", N_("WHO [ORGANISATION]"),
	N_("remove a person everywhere, not what was sent"), forget_options,
	exits_log, 1, 2, run_contacts_forget},
    {"oncall", "", N_("who is on call now and next, covers and gaps"),
	oncall_options, exits_store, 0, 0, run_oncall},
    {"oncall cover", N_("WHO"), N_("have WHO take a rota for a while"),
	cover_options, exits_log, 1, 1, run_oncall_cover},
    {"oncall uncover", N_("COVER"), N_("take a cover back"), no_options,
	exits_store, 1, 1, run_oncall_uncover},
    {"feed list", "", N_("the feeds and how they are"), no_options, exits_store,
	0, 0, run_feed_list},
    {"feed test", N_("[NAME]"),
	N_("fetch the feeds now and judge what they say"), no_options,
	exits_store, 0, 1, run_feed_test},
    {"feed parse", N_("FILE"), N_("the reports of a feed's body as JSON"),
	parse_options, exits_file, 1, 1, run_feed_parse},
    {"feed deliver", N_("NAME"), N_("put a mail into the Maildir of a feed"),
	no_options, exits_deliver, 1, 1, run_feed_deliver},
    {"explain", N_("FILE|ID"),
	N_("why reports were broadcast, asked or ignored"), explain_options,
	exits_log, 0, 1, run_explain},
    {"replay", N_("DIR"),
	N_("recorded bodies through today's rules and schedule"),
	replay_options, exits_replay, 1, 1, run_replay},
    {"outbox list", N_("[N]"),
	N_("what is waiting or failed, of incident N or all"), outbox_options,
	exits_store, 0, 1, run_outbox_list},
    {"outbox retry", N_("[MESSAGE]"), N_("try what failed again, now"),
	no_options, exits_send, 0, 1, run_outbox_retry},
    {"outbox cancel", N_("MESSAGE"), N_("do not send what is still queued"),
	no_options, exits_log, 1, 1, run_outbox_cancel},
    {"backup", N_("FILE"),
	N_("a checked copy of the database, while it is used"), backup_options,
	exits_backup, 1, 1, run_backup},
    {"restore", N_("FILE"), N_("put a backup in the place of the database"),
	restore_options, exits_backup, 1, 1, run_restore},
    {"template render", N_("FILE DATA.json"), N_("print a template with data"),
	no_options, exits_file, 2, 2, run_template_render},
    {"selfcheck", "", N_("what alertd looks at each minute, now and by hand"),
	no_options, exits_coverage, 0, 0, run_selfcheck},
    {"config check", N_("[FILE]"),
	N_("every mistake in the files an operator writes"), check_options,
	exits_check, 0, 1, run_config_check},
    {"completion", "bash|zsh|fish",
	N_("what the shell needs so that Tab completes"), no_options,
	exits_none, 1, 1, run_completion},
    {"completion words", N_("WORD ..."), N_("what may stand for the last WORD"),
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
    {EX_OK, N_("done")},
    {EX_GAP,
	N_("a municipality cannot be reached, or a self-check found a fault")},
    {EX_USAGE, N_("the command line is wrong, or nobody was there to confirm")},
    {EX_DATAERR, N_("the data is wrong, or the incident's state forbids it")},
    {EX_NOINPUT, N_("a file, store, incident or message does not exist")},
    {EX_UNAVAILABLE, N_("a feed, the store, a recipient … cannot be reached")},
    {EX_SOFTWARE, N_("a mistake in alertctl itself")},
    {EX_OSERR, N_("the system refused something")},
    {EX_CANTCREAT, N_("the output file cannot be written")},
    {EX_IOERR, N_("reading or writing failed")},
    {EX_TEMPFAIL, N_("not yet: queued, or to be tried again")},
    {EX_NOPERM, N_("not permitted: another user owns the store or file")},
    {EX_CONFIG, N_("the configuration is missing or wrong")},
};

const char *
exit_meaning(int status)
{
	for (size_t i = 0; i < LENGTH(exits); i++)
		if (exits[i].status == status)
			return exits[i].meaning;
	return N_("unknown");
}
