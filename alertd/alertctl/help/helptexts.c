#include "alertctl/help/helptexts.h"
#include "base/str.h"
#include "base/tr.h"

const struct help_text help_texts[] = {
    {"status", HELP_WOKEN,
	N_("Shows on one screen what is open and when the next notice goes, "
	   "what waits for a decision, who is on call, how the feeds are, and "
	   "every problem with the command that helps."),
	{{N_("What is going on:"), "status", true},
	    {N_("The same, drawn anew all the time until q is pressed:"),
		"status --watch", false},
	    {N_("For a script:"), "status --json", true}}},
    {"ack", HELP_WOKEN,
	N_("Takes the case: the paging stops, and everybody who was paged "
	   "hears who has it. Nothing goes to the municipalities."),
	{{N_("The only incident that rings:"), "ack", false},
	    {N_("A call about an alarm, by the number that status shows:"),
		"ack --call 12", false},
	    {N_("What somebody else has taken, and cannot look after:"),
		"ack 7 --take-over", false}}},
    {"show", HELP_WOKEN,
	N_("Tells of one incident: its state, what its feed said and why that "
	   "was told or not, its notices, and how many each reached. Without "
	   "a number it lists the newest incidents, also those that have "
	   "ended."),
	{{N_("What there was lately:"), "show", true},
	    {N_("Incident 7:"), "show 7", true},
	    {N_("The same by its reference:"), "show FMK-2026-0007", true}}},
    {"approve", HELP_WOKEN,
	N_("Lets an incident that waits for a decision go out: the "
	   "municipalities get its first notice. Also one that was dismissed."),
	{{N_("First only look at it:"), "approve 7 --dry-run", false},
	    {N_("The only one that waits:"), "approve", false}}},
    {"dismiss", HELP_WOKEN,
	N_("Drops an incident that waits for a decision: no municipality is "
	   "told, and the paging ends."),
	{{N_("The only one that waits:"), "dismiss", false},
	    {N_("Incident 7, from a script:"), "dismiss 7 --yes", false}}},
    {"send", HELP_TELL,
	N_("Opens an incident and sends its first notice to the municipalities "
	   "and vendors. On a terminal it asks for what is missing. It shows "
	   "the mail and the SMS, and who gets them, before anything goes."),
	{{N_("FMK is down and no feed says so; it asks for the rest:"), "send",
	     false},
	    {N_("All of it at once:"),
		"send --effect outage --title \"FMK kan ikke bruges\" --text "
		"\"SDS undersøger fejlen.\" --since 22:10 --fmk-online down",
		false},
	    {N_("Only look, send nothing:"),
		"send --effect outage --title \"FMK kan ikke bruges\" "
		"--dry-run",
		true}}},
    {"update", HELP_TELL,
	N_("Sends news of an open incident at once; the time to the next "
	   "repeat begins anew. What is not given stays as it is."),
	{{N_("What the operator of FMK says now:"),
	     "update \"SDS venter på en reservedel.\" --expected-end 06:00",
	     false},
	    {N_("FMK-online works again; of incident 7:"),
		"update 7 --fmk-online works", false},
	    {N_("Only look, send nothing:"),
		"update 7 --text \"Intet nyt.\" --dry-run", true}}},
    {"resolve", HELP_TELL,
	N_("Ends an open incident and sends one last notice to those who were "
	   "told. A feed that still lists it does not open it again."),
	{{N_("The only one that is open:"), "resolve", false},
	    {N_("With a text:"), "resolve \"FMK virker igen fra kl. 04.41.\"",
		false},
	    {N_("Only look, send nothing:"), "resolve 7 --dry-run", true}}},
    {"retract", HELP_TELL,
	N_("Takes an incident back that was wrong: a correction goes to "
	   "exactly those who were told."),
	{{N_("Only look, send nothing:"), "retract 7 --dry-run", true},
	    {N_("Incident 7:"),
		"retract 7 \"Det var testmiljøet. FMK virker.\"", false}}},
    {"drafts list", HELP_TELL,
	N_("What was typed for a notice and not sent, since the terminal died "
	   "or nobody confirmed. \"alertctl send\" offers to go on with it; "
	   "nothing is ever sent from here by itself."),
	{{N_("All of them:"), "drafts list", true},
	    {N_("For a script:"), "drafts list --json", true}}},
    {"drafts drop", HELP_TELL, N_("Forgets a draft, by its number."),
	{{N_("The numbers of drafts stand here:"), "drafts list", true},
	    {N_("Draft 3:"), "drafts drop 3", false}}},
    {"preview", HELP_TELL,
	N_("Shows the texts as they would go out now: of incident N, or of an "
	   "invented one. Sends nothing."),
	{{N_("What an outage would say:"), "preview --effect outage", true},
	    {N_("The next notice of incident 7:"), "preview 7", true},
	    {N_("Only the SMS of a drill:"),
		"preview --effect degraded --exercise --sms", true}}},
    {"report", HELP_PROOF,
	N_("The proof of an incident: whether a municipality waited longer "
	   "than promised for the next notice, who got what and when, what "
	   "failed, and who did what. Or whom to telephone. Without a number "
	   "of the only one that is open."),
	{{N_("Incident 7:"), "report 7", true},
	    {N_("Whom to telephone, since they have not got it:"),
		"report 7 --unreached", true},
	    {N_("To hand on, printed or as a PDF made by a browser:"),
		"report 7 --pdf-ready >report.html", true}}},
    {"coverage", HELP_PROOF,
	N_("Which of the municipalities can be reached by mail and by SMS, "
	   "when a notice last arrived there, and what came back; first what "
	   "is missing. With a gap the exit status is 1."),
	{{N_("What is missing:"), "coverage", false},
	    {N_("For a spreadsheet:"), "coverage --csv >coverage.csv", false}}},
    {"drill", HELP_PROOF,
	N_("An exercise to all municipalities, or to some, with texts of its "
	   "own that say that nothing is wrong. It ends by itself; then it "
	   "shows what became of each, against the drill before."),
	{{N_("What would go out:"), "drill --dry-run", true},
	    {N_("To some, for a quarter of an hour:"),
		"drill --to \"region Nordjylland\" --for 15m", false},
	    {N_("What the last one showed:"), "drill --report", false}}},
    {"bounce", HELP_PROOF,
	N_("Takes in a mail that came back, on standard input, and marks the "
	   "contact that it was sent to. For the alias of a mail server."),
	{{N_("A mail that was kept:"), "bounce <returned.eml", false},
	    {N_("The address is mended, and the mark is to go:"),
		"bounce --clear fmk@aarhus.example.dk", false}}},
    {"truth arrived", HELP_PROOF,
	N_("Takes in a test mail of truth.mail, on standard input, so that "
	   "alertd knows when it arrived. For the mailbox that gets it."),
	{{N_("A mail that was kept:"), "truth arrived <test.eml", false},
	    {N_("The same, for a script:"), "truth arrived --json <test.eml",
		false}}},
    {"log", HELP_PROOF,
	N_("The audit trail: who did what and when, and what relays and "
	   "gateways answered."),
	{{N_("Of incident 7:"), "log 7", true},
	    {N_("The newest ten records of all:"), "log --limit 10", true}}},
    {"log verify", HELP_PROOF,
	N_("Checks the whole audit trail: whether a record was changed, or is "
	   "missing or out of its place. Prints its head, which shows later, "
	   "when kept elsewhere, that nothing before it was changed."),
	{{N_("Whether anything was changed or taken out:"), "log verify", true},
	    {N_("And whether the head that was kept is still in it:"),
		"log verify --head 3f0c0d1a2b3c4d5e", false}}},
    {"outbox list", HELP_PROOF,
	N_("Every recipient who has not got a message yet, or to whom it "
	   "failed: how often it was tried, and what was answered."),
	{{N_("What is still under way:"), "outbox list", true},
	    {N_("What failed of incident 7:"), "outbox list 7 --failed", true},
	    {N_("Everything, for a script:"),
		"outbox list --all --limit 0 --json", true}}},
    {"outbox retry", HELP_PROOF,
	N_("Tries what failed again, now: one message by its number, or all."),
	{{N_("All that failed:"), "outbox retry", false},
	    {N_("One message:"), "outbox retry 42", false}}},
    {"outbox cancel", HELP_PROOF,
	N_("What of a message is still queued is not sent."),
	{{N_("The numbers of messages stand here:"), "outbox list", true},
	    {N_("Message 42:"), "outbox cancel 42", false}}},
    {"contacts list", HELP_PEOPLE,
	N_("Who is told, and at which address and number."),
	{{N_("All of them:"), "contacts list", true},
	    {N_("Those of one municipality, by code or name:"),
		"contacts list Aarhus", true}}},
    {"contacts show", HELP_PEOPLE,
	N_("What a contact takes part in, and which notices of the last year "
	   "it would have got and was sent. A contact is an address, a "
	   "telephone number, a name, or its number in contacts list."),
	{{N_("By its address:"), "contacts show sofie.lind@aarhus.example.dk",
	     true},
	    {N_("By its number:"), "contacts show 12", false}}},
    {"contacts add", HELP_PEOPLE,
	N_("Adds a contact to a municipality, a vendor or an on-call team. It "
	   "needs an address or a number."),
	{{N_("First only look:"),
	     "contacts add Aarhus --name \"Ida Holm\" --email "
	     "ida.holm@aarhus.example.dk --phone \"00 00 00 12\" --dry-run",
	     true},
	    {N_("Mail always, an SMS only of outages; FMK and planned work:"),
		"contacts add 0751 --email ida.holm@aarhus.example.dk --phone "
		"00000012 --channels sms-outages --topics fmk,planned",
		false}}},
    {"contacts edit", HELP_PEOPLE,
	N_("Changes what is given of a contact and leaves the rest. What would "
	   "leave a municipality with nobody to tell of outages of FMK is "
	   "refused."),
	{{N_("Another number:"),
	     "contacts edit sofie.lind@aarhus.example.dk --phone \"00 00 00 "
	     "13\"",
	     false},
	    {N_("Only FMK, and no SMS any more:"),
		"contacts edit sofie.lind@aarhus.example.dk --topics fmk "
		"--channels mail",
		false},
	    {N_("Again as its organisation says:"),
		"contacts edit 12 --topics default --channels default",
		false}}},
    {"contacts remove", HELP_PEOPLE,
	N_("Removes a contact, after it was shown and REMOVE was typed. What "
	   "was sent to it stays on record; contacts forget removes that, "
	   "too."),
	{{N_("First only look:"),
	     "contacts remove sofie.lind@aarhus.example.dk --dry-run", true},
	    {N_("Without being asked:"),
		"contacts remove sofie.lind@aarhus.example.dk --yes", false}}},
    {"contacts org", HELP_PEOPLE,
	N_("What those contacts of an organisation take part in that say "
	   "nothing of their own; without an option it is shown."),
	{{N_("As it is:"), "contacts org Aarhus", true},
	    {N_("No SMS but of outages:"),
		"contacts org Aarhus --channels sms-outages", false},
	    {N_("Everything again:"),
		"contacts org Aarhus --topics default --channels default",
		false}}},
    {"contacts import", HELP_PEOPLE,
	N_("Takes contacts from a CSV file: all of its rows, or none. Every "
	   "bad row is named with its line."),
	{{N_("What would change:"), "contacts import contacts.csv --dry-run",
	     true},
	    {N_("Take them:"), "contacts import contacts.csv", false},
	    {N_("The file is the whole list; who is not in it goes:"),
		"contacts import contacts.csv --replace", false}}},
    {"contacts export", HELP_PEOPLE,
	N_("Writes the contacts in the form that import takes."),
	{{N_("To the screen:"), "contacts export", true},
	    {N_("To a file:"), "contacts export contacts.csv", false}}},
    {"contacts forget", HELP_PEOPLE,
	N_("Removes a person everywhere: from the contacts, and from what was "
	   "sent and done. What was sent to the organisation stays on record, "
	   "without name and address."),
	{{N_("Only look, change nothing:"),
	     "contacts forget sofie.lind@aarhus.example.dk --dry-run", true},
	    {N_("A name that two bear, with the organisation:"),
		"contacts forget \"Sofie Lind\" 0751", false}}},
    {"oncall", HELP_PEOPLE,
	N_("Who is on call now, and who follows; where nobody is, and who "
	   "stands in for whom."),
	{{N_("Now and the next two weeks:"), "oncall", true},
	    {N_("At Christmas:"), "oncall --at \"2026-12-24 12:00\" --days 7",
		true}}},
    {"oncall cover", HELP_PEOPLE,
	N_("Has a contact of the team stand in for whoever is on call in that "
	   "time. It shows first whose hours those are."),
	{{N_("Until six tomorrow morning:"),
	     "oncall cover \"Anna Holm\" --until 06:00", false},
	    {N_("Over Christmas, in one rota of several:"),
		"oncall cover \"Jens Lund\" --rota medcom --from \"2026-12-24 "
		"08:00\" --until \"2026-12-27 08:00\"",
		false}}},
    {"oncall uncover", HELP_PEOPLE,
	N_("Takes a cover back, by the number that \"alertctl oncall\" "
	   "shows."),
	{{N_("The numbers of covers stand here:"), "oncall", true},
	    {N_("Cover 3:"), "oncall uncover 3", false}}},
    {"feed list", HELP_FEEDS,
	N_("The feeds that are polled: how each is, since when, why, and what "
	   "to do about it."),
	{{N_("All of them:"), "feed list", true},
	    {N_("For a script:"), "feed list --json", true}}},
    {"feed test", HELP_FEEDS,
	N_("Fetches the feeds now and shows what they say and how it is "
	   "judged. Changes nothing."),
	{{N_("All of them:"), "feed test", true},
	    {N_("One of them:"), "feed test nspop", true}}},
    {"feed parse", HELP_FEEDS,
	N_("Prints the reports of a recorded body of a feed as JSON."),
	{{N_("The kind is found out:"), "feed parse now.json", true},
	    {N_("A body from a server:"),
		"feed parse --kind statuspage now.json", true}}},
    {"feed deliver", HELP_FEEDS,
	N_("Puts the mail on standard input into the Maildir of a feed, whole "
	   "or not at all. For the alias of a mail server."),
	{{N_("A mail that was kept, into the feed driftmail:"),
	     "feed deliver driftmail <mail.eml", false},
	    {N_("With another configuration:"),
		"feed deliver driftmail -c try.yaml <mail.eml", false}}},
    {"explain", HELP_FEEDS,
	N_("Why reports were broadcast, asked or ignored: which words were "
	   "found, by which rule, and what would have changed it."),
	{{N_("The reports of incident 7:"), "explain 7", true},
	    {N_("A file, by today's rules:"), "explain now.json", true},
	    {N_("One report of it, with the whole chain:"),
		"explain --report i0fmk007 now.json", true}}},
    {"replay", HELP_FEEDS,
	N_("Runs recorded bodies of a feed through today's rules and schedule, "
	   "and says which notices would have gone. Sends nothing."),
	{{N_("A night, for people to read:"), "replay --summary recorded",
	     true},
	    {N_("Notices as JSON lines, six hours on:"),
		"replay --until 2026-03-29T12:00:00Z recorded", true}}},
    {"selfcheck", HELP_PROOF,
	N_("Looks at what alertd looks at each minute, and says of each thing "
	   "whether it is well, also when alertd does not run. It changes "
	   "nothing. With a fault the exit status is 1."),
	{{N_("Whether all is well:"), "selfcheck", false},
	    {N_("For another program that watches:"), "selfcheck --json",
		false}}},
    {"config check", HELP_FILES,
	N_("Reads configuration, rules, templates, gateways and rotas, and "
	   "names every mistake with its place. Changes nothing."),
	{{N_("The files that are in use:"), "config check", true},
	    {N_("A file before it is put there:"), "config check new.yaml",
		true},
	    {N_("And whether relays, gateways and feeds answer:"),
		"config check --online", false}}},
    {"backup", HELP_FILES,
	N_("Copies the database into FILE, or into a folder under a name with "
	   "the time, while alertd and others use it. The copy is read through "
	   "before it gets its name. It holds all personal data and keys."),
	{{N_("Before an upgrade:"), "backup before.db", false},
	    {N_("Every night, the last 14 are kept:"),
		"backup --keep 14 /var/backups/alertd", false},
	    {N_("Instead of the last one:"), "backup --force last.db", false}}},
    {"restore", HELP_FILES,
	N_("Puts a backup in the place of the database, while alertd is "
	   "stopped; what was there is kept beside it. What was still to be "
	   "sent in the backup is not sent, for that may have been done since, "
	   "and open incidents wait for half an hour."),
	{{N_("Whether a backup is good:"), "restore --check before.db", false},
	    {N_("What would be lost:"), "restore --dry-run before.db", false},
	    {N_("Do it:"), "restore before.db", false}}},
    {"template render", HELP_FILES,
	N_("Prints a template filled in with data."),
	{{N_("With data of your own:"),
	     "template render greeting.txt data.json", true},
	    {N_("From standard input:"),
		"template render greeting.txt - <data.json", true}}},
    {"completion", HELP_FILES,
	N_("Prints what a shell needs so that Tab completes commands, options "
	   "and their values, names of feeds and numbers of incidents. An "
	   "installed alertctl has it in place for all three."),
	{{N_("In this shell alone, bash:"),
	     "completion bash >alertctl.sh && . ./alertctl.sh", false},
	    {N_("For good, zsh:"), "completion zsh >~/.zfunc/_alertctl", false},
	    {N_("For good, fish:"),
		"completion fish >~/.config/fish/completions/alertctl.fish",
		false}}},
    {"completion words", HELP_FILES,
	N_("What the scripts of the shells ask at each Tab: what may stand for "
	   "the last of the words behind \"alertctl\", one a line, each with a "
	   "tab and what it is. Never fails, and says nothing else."),
	{{N_("Commands that begin with \"re\":"), "completion words -- re",
	     true},
	    {N_("Effects:"), "completion words -- send --effect \"\"", true}}},
    {NULL, HELP_GROUPS, NULL, {{NULL, NULL, false}}},
};

const struct help_text *
help_text_find(const char *command)
{
	for (const struct help_text *t = help_texts; t->command != NULL; t++)
		if (str_eq(t->command, command))
			return t;
	return NULL;
}

const char *
help_group_title(enum help_group group)
{
	static const char *const titles[HELP_GROUPS] = {
	    N_("When you are woken"),
	    N_("Telling the municipalities"),
	    N_("Who got it, and proof"),
	    N_("Contacts and on-call"),
	    N_("Feeds and rules"),
	    N_("Files and this program"),
	};

	return titles[group];
}
