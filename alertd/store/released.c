#include <stddef.h>

#include "store/released.h"
#include "store/schema.h"

/* clang-format off */
static const char organisations[] =
"CREATE TABLE org ("
" id INTEGER PRIMARY KEY,"
" kind TEXT NOT NULL CHECK (kind IN ('municipality', 'vendor', 'oncall')),"
" code TEXT NOT NULL UNIQUE CHECK (code <> ''),"
" name TEXT NOT NULL, region TEXT NOT NULL, vendor TEXT NOT NULL"
") STRICT;"
"CREATE TABLE contact ("
" id INTEGER PRIMARY KEY,"
" org INTEGER NOT NULL REFERENCES org,"
" name TEXT NOT NULL, email TEXT NOT NULL, phone TEXT NOT NULL,"
" enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),"
" CHECK (email <> '' OR phone <> '')"
") STRICT;"
"CREATE INDEX contact_org ON contact (org);";

static const char incidents[] =
"CREATE TABLE incident ("
" id INTEGER PRIMARY KEY,"
" state TEXT NOT NULL CHECK (state IN ('pending', 'open', 'resolved',"
"  'dismissed', 'retracted')),"
" kind TEXT NOT NULL CHECK (kind IN ('actual', 'exercise', 'test')),"
" effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',"
"  'data_error', 'outage')),"
" online TEXT NOT NULL CHECK (online IN ('unknown', 'works', 'down')),"
" path INTEGER NOT NULL CHECK (path IN (0, 1)),"
" service TEXT NOT NULL, title TEXT NOT NULL, news TEXT NOT NULL,"
" url TEXT NOT NULL, reason TEXT NOT NULL, feed TEXT NOT NULL,"
" since INTEGER, opened_at INTEGER, decided_at INTEGER, resolved_at INTEGER,"
" starts INTEGER, ends INTEGER, expected_end INTEGER,"
" planned INTEGER NOT NULL CHECK (planned IN (0, 1)),"
" reminded INTEGER NOT NULL CHECK (reminded IN (0, 1)),"
" notices INTEGER NOT NULL CHECK (notices >= 0),"
" last_notice_at INTEGER, last_change_at INTEGER, due_at INTEGER,"
" change INTEGER NOT NULL CHECK (change IN (0, 1)),"
" fresh INTEGER NOT NULL CHECK (fresh IN (0, 1)),"
" change_reason TEXT NOT NULL,"
" over INTEGER NOT NULL CHECK (over IN (0, 1)),"
" paged_at INTEGER, pages INTEGER NOT NULL,"
" told_effect TEXT NOT NULL CHECK (told_effect IN ('none', 'planned',"
"  'degraded', 'data_error', 'outage')),"
" told_online TEXT NOT NULL CHECK (told_online IN ('unknown', 'works',"
"  'down'))"
") STRICT;"
"CREATE INDEX incident_live ON incident (id)"
" WHERE state IN ('pending', 'open') OR over = 1;"
"CREATE TRIGGER incident_kind BEFORE UPDATE ON incident"
" WHEN NEW.kind <> OLD.kind OR NEW.id <> OLD.id BEGIN"
" SELECT raise(ABORT, 'the kind of an incident never changes'); END;"
"CREATE TRIGGER incident_stays BEFORE DELETE ON incident BEGIN"
" SELECT raise(ABORT, 'an incident is never deleted'); END;"
"CREATE TABLE notice ("
" id INTEGER PRIMARY KEY,"
" incident INTEGER REFERENCES incident,"
" number INTEGER NOT NULL CHECK (number >= 0),"
" type TEXT NOT NULL CHECK (type IN ('first', 'update', 'repeat',"
"  'resolved', 'correction', 'planned', 'page')),"
" effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',"
"  'data_error', 'outage')),"
" at INTEGER NOT NULL, next INTEGER,"
" title TEXT NOT NULL, reason TEXT NOT NULL,"
" cc_own INTEGER NOT NULL CHECK (cc_own IN (0, 1)),"
" CHECK ((number = 0) = (type = 'page')),"
" CHECK (number = 0 OR incident IS NOT NULL)"
") STRICT;"
"CREATE UNIQUE INDEX notice_number ON notice (incident, number)"
" WHERE number > 0;"
"CREATE INDEX notice_incident ON notice (incident, id);"
"CREATE TABLE notice_body ("
" notice INTEGER NOT NULL REFERENCES notice,"
" audience TEXT NOT NULL CHECK (audience IN ('municipality', 'vendor',"
"  'oncall')),"
" subject TEXT NOT NULL, text TEXT NOT NULL, html TEXT NOT NULL,"
" sms TEXT NOT NULL,"
" PRIMARY KEY (notice, audience)"
") STRICT, WITHOUT ROWID;";

/*
 * A message with a worker is in its hands; due is the earliest due of its
 * queued deliveries, NULL when there is none. told: the recipient has, or may
 * have, got the notice.
 */
static const char outbox[] =
"CREATE TABLE message ("
" id INTEGER PRIMARY KEY,"
" notice INTEGER NOT NULL REFERENCES notice,"
" incident INTEGER REFERENCES incident,"
" number INTEGER NOT NULL,"
" channel TEXT NOT NULL CHECK (channel IN ('mail', 'sms')),"
" audience TEXT NOT NULL CHECK (audience IN ('municipality', 'vendor',"
"  'oncall')),"
" org TEXT NOT NULL, org_name TEXT NOT NULL, vendor TEXT NOT NULL,"
" message_id TEXT NOT NULL,"
" created INTEGER NOT NULL, due INTEGER, worker INTEGER,"
" UNIQUE (notice, channel, org)"
") STRICT;"
"CREATE INDEX message_due ON message (channel, due, notice, audience)"
" WHERE due IS NOT NULL AND worker IS NULL;"
"CREATE INDEX message_page ON message (channel, due, notice, audience)"
" WHERE number = 0 AND due IS NOT NULL AND worker IS NULL;"
"CREATE INDEX message_held ON message (worker) WHERE worker IS NOT NULL;"
"CREATE INDEX message_incident ON message (incident, channel, org, number);"
"CREATE TABLE delivery ("
" id INTEGER PRIMARY KEY,"
" message INTEGER NOT NULL REFERENCES message,"
" incident INTEGER REFERENCES incident,"
" number INTEGER NOT NULL,"
" org TEXT NOT NULL, name TEXT NOT NULL, address TEXT NOT NULL,"
" state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'accepted',"
"  'delivered', 'failed', 'superseded', 'cancelled')),"
" attempts INTEGER NOT NULL DEFAULT 0, code INTEGER NOT NULL DEFAULT 0,"
" answer TEXT NOT NULL DEFAULT '', via TEXT NOT NULL DEFAULT '',"
" remote_id TEXT NOT NULL DEFAULT '',"
" due INTEGER NOT NULL, done INTEGER,"
" told INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1)),"
" UNIQUE (message, address)"
") STRICT;"
"CREATE INDEX delivery_open ON delivery (message)"
" WHERE state IN ('queued', 'sending');"
"CREATE INDEX delivery_failed ON delivery (message)"
" WHERE state = 'failed';"
"CREATE INDEX delivery_sending ON delivery (incident, address, number)"
" WHERE state = 'sending';"
"CREATE INDEX delivery_told ON delivery (incident, address, number)"
" WHERE told = 1;"
"CREATE INDEX delivery_incident ON delivery (incident, number);";

static const char reports[] =
"CREATE TABLE event ("
" id INTEGER PRIMARY KEY,"
" feed TEXT NOT NULL, ext TEXT NOT NULL,"
" incident INTEGER REFERENCES incident,"
" newest INTEGER," /* the report that is its last revision */
" first_seen INTEGER NOT NULL, last_seen INTEGER NOT NULL,"
" listed INTEGER NOT NULL CHECK (listed IN (0, 1)),"
" UNIQUE (feed, ext)"
") STRICT;"
"CREATE INDEX event_listed ON event (feed, last_seen) WHERE listed = 1;"
"CREATE INDEX event_incident ON event (incident)"
" WHERE incident IS NOT NULL;"
"CREATE TABLE report ("
" id INTEGER PRIMARY KEY,"
" event INTEGER NOT NULL REFERENCES event,"
" seen INTEGER NOT NULL, hash TEXT NOT NULL,"
" revision TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL,"
" newest INTEGER NOT NULL, url TEXT NOT NULL,"
" published INTEGER, updated INTEGER, starts INTEGER, ends INTEGER,"
" components TEXT NOT NULL, impact TEXT NOT NULL, status TEXT NOT NULL,"
" phase TEXT NOT NULL CHECK (phase IN ('unknown', 'info', 'planned',"
"  'open', 'resolved')),"
" verdict TEXT NOT NULL CHECK (verdict IN ('ignore', 'ask', 'broadcast')),"
" effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',"
"  'data_error', 'outage')),"
" judged TEXT NOT NULL CHECK (judged IN ('unknown', 'info', 'planned',"
"  'open', 'resolved')),"
" reason TEXT NOT NULL, service TEXT NOT NULL, hit TEXT NOT NULL,"
" online TEXT NOT NULL CHECK (online IN ('unknown', 'works', 'down')),"
" path INTEGER NOT NULL CHECK (path IN (0, 1)),"
" expected_end INTEGER"
") STRICT;"
"CREATE INDEX report_event ON report (event);"
"CREATE TABLE feed ("
" feed TEXT PRIMARY KEY,"
" first_ok INTEGER, last_ok INTEGER, last_change INTEGER,"
" failing_since INTEGER, failures INTEGER NOT NULL,"
" error TEXT NOT NULL, told INTEGER NOT NULL CHECK (told IN (0, 1)),"
" stale INTEGER NOT NULL CHECK (stale IN (0, 1))"
") STRICT, WITHOUT ROWID;";

static const char audit[] =
"CREATE TABLE audit ("
" seq INTEGER PRIMARY KEY, at INTEGER NOT NULL,"
" actor TEXT NOT NULL, action TEXT NOT NULL, incident INTEGER NOT NULL,"
" object TEXT NOT NULL, detail TEXT NOT NULL,"
" hash TEXT NOT NULL CHECK (length(hash) = 64)"
") STRICT;"
"CREATE INDEX audit_incident ON audit (incident, seq);"
"CREATE TRIGGER audit_next BEFORE INSERT ON audit"
" WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit) BEGIN"
" SELECT raise(ABORT, 'the audit trail is append-only'); END;"
"CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN"
" SELECT raise(ABORT, 'the audit trail is append-only'); END;"
"CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN"
" SELECT raise(ABORT, 'the audit trail is append-only'); END;";
/* clang-format on */

const char *const released_first[] = {
    organisations, incidents, outbox, reports, audit, NULL};

/* A message with a worker that is begun may have been sent. */
const char *const released_begun[] = {
    "ALTER TABLE message ADD COLUMN"
    " begun INTEGER NOT NULL DEFAULT 0 CHECK (begun IN (0, 1))",
    "UPDATE message SET begun = 1 WHERE worker IS NOT NULL", NULL};

/*
 * The health of a feed is a state. What it knew before it was one: failing
 * with what was told, else stale, which was told when it was seen. Why a feed
 * fails had no class, and the next poll gives it one.
 */
const char *const released_health[] = {
    "CREATE TABLE feed_health ("
    " feed TEXT PRIMARY KEY,"
    " first_ok INTEGER, last_ok INTEGER, last_change INTEGER,"
    " health TEXT NOT NULL CHECK (health IN ('ok', 'failing', 'stale',"
    "  'shrunken')),"
    " since INTEGER, polls INTEGER NOT NULL, last_poll INTEGER,"
    " body TEXT NOT NULL CHECK (body IN ('whole', 'part', 'short')),"
    " body_since INTEGER,"
    " told TEXT NOT NULL CHECK (told IN ('ok', 'failing', 'stale',"
    "  'shrunken')),"
    " cause TEXT NOT NULL CHECK (cause IN ('none', 'unreachable', 'tls',"
    "  'status', 'not-a-feed', 'too-large', 'incomplete', 'not-stored')),"
    " why TEXT NOT NULL, source TEXT NOT NULL"
    ") STRICT, WITHOUT ROWID",
    "INSERT INTO feed_health SELECT feed, first_ok, last_ok, last_change,"
    " CASE WHEN failing_since IS NOT NULL THEN 'failing'"
    "  WHEN stale = 1 THEN 'stale' ELSE 'ok' END,"
    " CASE WHEN failing_since IS NOT NULL THEN failing_since"
    "  WHEN stale = 1 THEN last_ok ELSE first_ok END,"
    " max(failures, 1), last_ok, 'whole', first_ok,"
    " CASE WHEN told = 1 THEN 'failing'"
    "  WHEN stale = 1 THEN 'stale' ELSE 'ok' END,"
    " 'none',"
    " CASE WHEN failing_since IS NULL AND stale = 1"
    "  THEN 'nothing new for longer than stale_after' ELSE error END, ''"
    " FROM feed",
    "DROP TABLE feed", "ALTER TABLE feed_health RENAME TO feed", NULL};

/*
 * A call is what the on-call must answer: about an incident, or about an
 * alarm of a kind about a thing ("feed_failing", "nspop"). steps counts those
 * of the chain that are behind it, skipped ones included; owner is who took
 * it at taken, attended when he last did something. Codes are one for each
 * person and action; a link has token, a reply by SMS has reply. asked are the
 * municipalities whose mails asked for a receipt, receipt those that gave it;
 * reminded and told are when they and the on-call heard that it is missing.
 */
const char *const released_oncall[] = {
    "CREATE TABLE call ("
    " id INTEGER PRIMARY KEY,"
    " incident INTEGER REFERENCES incident,"
    " alarm TEXT NOT NULL, about TEXT NOT NULL, detail TEXT NOT NULL,"
    " opened INTEGER NOT NULL, began INTEGER NOT NULL,"
    " steps INTEGER NOT NULL CHECK (steps >= 0), due INTEGER,"
    " paged_at INTEGER, skipped TEXT NOT NULL,"
    " owner TEXT NOT NULL, had TEXT NOT NULL, taken INTEGER,"
    " attended INTEGER, closed INTEGER,"
    " CHECK ((owner = '') = (attended IS NULL)),"
    " CHECK (incident IS NOT NULL OR alarm <> '')"
    ") STRICT",
    "CREATE INDEX call_open ON call (id) WHERE closed IS NULL",
    "CREATE UNIQUE INDEX call_incident ON call (incident)"
    " WHERE closed IS NULL AND incident IS NOT NULL",
    "CREATE UNIQUE INDEX call_alarm ON call (alarm, about)"
    " WHERE closed IS NULL AND incident IS NULL",
    "CREATE TABLE call_person ("
    " call INTEGER NOT NULL REFERENCES call,"
    " person TEXT NOT NULL, org TEXT NOT NULL, name TEXT NOT NULL,"
    " email TEXT NOT NULL, phone TEXT NOT NULL,"
    " round INTEGER NOT NULL, at INTEGER NOT NULL,"
    " PRIMARY KEY (call, person)"
    ") STRICT, WITHOUT ROWID",
    "CREATE TABLE code ("
    " id INTEGER PRIMARY KEY,"
    " action TEXT NOT NULL CHECK (action IN ('ack', 'approve', 'dismiss',"
    "  'receipt')),"
    " notice INTEGER NOT NULL REFERENCES notice,"
    " incident INTEGER REFERENCES incident,"
    " call INTEGER REFERENCES call,"
    " org TEXT NOT NULL," /* of the message that carries it */
    " name TEXT NOT NULL, phone TEXT NOT NULL,"
    " token TEXT NOT NULL UNIQUE, reply TEXT NOT NULL,"
    " made INTEGER NOT NULL, lapses INTEGER NOT NULL, used INTEGER"
    ") STRICT",
    "CREATE INDEX code_message ON code (notice, org)",
    "CREATE INDEX code_call ON code (call) WHERE used IS NULL",
    "CREATE INDEX code_receipt ON code (incident)"
    " WHERE action = 'receipt' AND used IS NULL",
    "CREATE INDEX code_reply ON code (phone, reply) WHERE reply <> ''",
    "CREATE TABLE wrong_reply ("
    " id INTEGER PRIMARY KEY, at INTEGER NOT NULL, phone TEXT NOT NULL"
    ") STRICT",
    "CREATE INDEX wrong_reply_phone ON wrong_reply (phone, at)",
    "CREATE TABLE inbound ("
    " gateway TEXT NOT NULL, ident TEXT NOT NULL, at INTEGER NOT NULL,"
    " PRIMARY KEY (gateway, ident)"
    ") STRICT, WITHOUT ROWID",
    "CREATE INDEX inbound_at ON inbound (at)",
    /* A gateway's report of a failure, until the result of the call is there.
     */
    "CREATE TABLE early_report ("
    " delivery INTEGER PRIMARY KEY REFERENCES delivery,"
    " via TEXT NOT NULL, answer TEXT NOT NULL"
    ") STRICT",
    "CREATE TABLE cover ("
    " id INTEGER PRIMARY KEY,"
    " rota TEXT NOT NULL, who TEXT NOT NULL,"
    " starts INTEGER NOT NULL, ends INTEGER NOT NULL, made INTEGER NOT NULL,"
    " by TEXT NOT NULL, CHECK (starts < ends)"
    ") STRICT",
    "CREATE TABLE calendar ("
    " rota TEXT PRIMARY KEY, source TEXT NOT NULL, body TEXT NOT NULL,"
    " fetched INTEGER, failing INTEGER, why TEXT NOT NULL,"
    " told INTEGER NOT NULL CHECK (told IN (0, 1)),"
    " CHECK ((failing IS NULL) = (why = ''))"
    ") STRICT, WITHOUT ROWID",
    "CREATE TABLE receipt ("
    " incident INTEGER NOT NULL REFERENCES incident,"
    " org TEXT NOT NULL, notice INTEGER NOT NULL REFERENCES notice,"
    " at INTEGER NOT NULL, by TEXT NOT NULL,"
    " PRIMARY KEY (incident, org)"
    ") STRICT, WITHOUT ROWID",
    "CREATE TABLE asked ("
    " incident INTEGER NOT NULL REFERENCES incident,"
    " org TEXT NOT NULL, name TEXT NOT NULL, at INTEGER NOT NULL,"
    " reminded INTEGER, told INTEGER,"
    " PRIMARY KEY (incident, org), CHECK (told IS NULL OR reminded NOT NULL)"
    ") STRICT, WITHOUT ROWID",
    "CREATE TABLE low ("
    " id INTEGER PRIMARY KEY, at INTEGER NOT NULL,"
    " alarm TEXT NOT NULL, about TEXT NOT NULL, detail TEXT NOT NULL"
    ") STRICT",
    /* What somebody had to decide rings from now on. */
    "INSERT INTO call (incident, alarm, about, detail, opened, began, steps,"
    " due, paged_at, skipped, owner, had) SELECT id, '', '', '', opened_at,"
    " opened_at, 0, NULL, paged_at, '', '', '' FROM incident"
    " WHERE state = 'pending'",
    "ALTER TABLE incident DROP COLUMN paged_at",
    "ALTER TABLE incident DROP COLUMN pages",
    /* A CHECK is changed by making the table anew, after what refers to it. */
    "PRAGMA defer_foreign_keys = ON",
    "CREATE TABLE notice_before AS SELECT * FROM notice", "DROP TABLE notice",
    "CREATE TABLE notice ("
    " id INTEGER PRIMARY KEY,"
    " incident INTEGER REFERENCES incident,"
    " number INTEGER NOT NULL CHECK (number >= 0),"
    " type TEXT NOT NULL CHECK (type IN ('first', 'update', 'repeat',"
    "  'resolved', 'correction', 'planned', 'page', 'receipt')),"
    " effect TEXT NOT NULL CHECK (effect IN ('none', 'planned', 'degraded',"
    "  'data_error', 'outage')),"
    " at INTEGER NOT NULL, next INTEGER,"
    " title TEXT NOT NULL, reason TEXT NOT NULL,"
    " cc_own INTEGER NOT NULL CHECK (cc_own IN (0, 1)),"
    " check_from INTEGER," /* until it was looked who has it */
    " CHECK ((number = 0) = (type IN ('page', 'receipt'))),"
    " CHECK (type = 'page' OR incident IS NOT NULL)"
    ") STRICT",
    "INSERT INTO notice SELECT id, incident, number, type, effect, at, next,"
    " title, reason, cc_own, NULL FROM notice_before",
    "DROP TABLE notice_before",
    "CREATE UNIQUE INDEX notice_number ON notice (incident, number)"
    " WHERE number > 0",
    "CREATE INDEX notice_incident ON notice (incident, id)",
    /* What the mails to municipalities say that have not answered yet. */
    "ALTER TABLE notice_body ADD COLUMN asks TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE notice_body ADD COLUMN asks_html TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX notice_unchecked ON notice (id)"
    " WHERE check_from IS NOT NULL",
    "CREATE INDEX delivery_remote ON delivery (via, remote_id)"
    " WHERE remote_id <> ''",
    "CREATE INDEX message_created ON message (created)",
    "CREATE INDEX incident_opened ON incident (opened_at, id)", NULL};

/* clang-format off */
/*
 * What the self-check found: the last one and its faults, each told once
 * while it goes on. held is when a worker took the message, or began it.
 * tally counts what is too much to count for each reader: "now" goes down
 * again, the others never do. Triggers keep it, in whatever transaction.
 */
#define ADD " ON CONFLICT (what, a, b) DO UPDATE SET n = n + excluded.n"
#define TALLY(what, a, b, n) \
	"INSERT INTO tally VALUES ('" what "', " a ", " b ", " n ")" ADD ";"
#define TALLY_DELIVERY(what, b, n, when) \
	"INSERT INTO tally SELECT '" what "', channel, " b ", " n \
	" FROM message WHERE id = NEW.message AND " when ADD ";"
const char *const released_checks[] = {
    "CREATE TABLE self_check ("
    " id INTEGER PRIMARY KEY CHECK (id = 1),"
    " started INTEGER NOT NULL, at INTEGER NOT NULL, passed INTEGER,"
    " pinged INTEGER, ping_error TEXT NOT NULL"
    ") STRICT",
    "CREATE TABLE fault ("
    " name TEXT PRIMARY KEY, what TEXT NOT NULL,"
    " first INTEGER NOT NULL, last INTEGER NOT NULL"
    ") STRICT, WITHOUT ROWID",
    "ALTER TABLE message ADD COLUMN held INTEGER",
    /* What machines are told: see published.h. */
    "ALTER TABLE notice ADD COLUMN said TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX incident_told ON incident (id)"
    " WHERE notices > 0 AND kind = 'actual'",
    "CREATE INDEX notice_told ON notice (id) WHERE number > 0",
    "CREATE TABLE tally ("
    " what TEXT NOT NULL, a TEXT NOT NULL, b TEXT NOT NULL,"
    " n INTEGER NOT NULL, PRIMARY KEY (what, a, b)"
    ") STRICT, WITHOUT ROWID",
    "INSERT INTO tally SELECT 'incident', kind, state, count(*) FROM incident"
    " GROUP BY kind, state",
    "INSERT INTO tally SELECT 'opened', kind, '', count(*) FROM incident"
    " GROUP BY kind",
    "INSERT INTO tally SELECT 'notice', type, '', count(*) FROM notice"
    " GROUP BY type",
    "INSERT INTO tally SELECT 'message', channel, audience, count(*)"
    " FROM message GROUP BY channel, audience",
    "INSERT INTO tally SELECT 'now', m.channel, d.state, count(*)"
    " FROM delivery d JOIN message m ON m.id = d.message"
    " GROUP BY m.channel, d.state",
    "INSERT INTO tally SELECT 'done', a, b, n FROM tally"
    " WHERE what = 'now' AND b NOT IN ('queued', 'sending')",
    "INSERT INTO tally SELECT 'tried', m.channel, '', sum(d.attempts)"
    " FROM delivery d JOIN message m ON m.id = d.message GROUP BY m.channel",
    "CREATE TRIGGER tally_incident AFTER INSERT ON incident BEGIN "
    TALLY("incident", "NEW.kind", "NEW.state", "1")
    TALLY("opened", "NEW.kind", "''", "1") "END",
    "CREATE TRIGGER tally_incident_state AFTER UPDATE OF state ON incident"
    " WHEN NEW.state <> OLD.state BEGIN "
    TALLY("incident", "NEW.kind", "NEW.state", "1")
    TALLY("incident", "OLD.kind", "OLD.state", "-1") "END",
    "CREATE TRIGGER tally_notice AFTER INSERT ON notice BEGIN "
    TALLY("notice", "NEW.type", "''", "1") "END",
    "CREATE TRIGGER tally_message AFTER INSERT ON message BEGIN "
    TALLY("message", "NEW.channel", "NEW.audience", "1") "END",
    "CREATE TRIGGER tally_delivery AFTER INSERT ON delivery BEGIN "
    TALLY_DELIVERY("now", "NEW.state", "1", "1") "END",
    "CREATE TRIGGER tally_delivery_state AFTER UPDATE OF state ON delivery"
    " WHEN NEW.state <> OLD.state BEGIN "
    TALLY_DELIVERY("now", "NEW.state", "1", "1")
    TALLY_DELIVERY("now", "OLD.state", "-1", "1")
    TALLY_DELIVERY("done", "NEW.state", "1",
	"NEW.state NOT IN ('queued', 'sending')") "END",
    "CREATE TRIGGER tally_tried AFTER UPDATE OF attempts ON delivery"
    " WHEN NEW.attempts > OLD.attempts BEGIN "
    TALLY_DELIVERY("tried", "''", "NEW.attempts - OLD.attempts", "1") "END",
    NULL};

/*
 * An audit trail that can forget, see audit.h. The records of before wait in
 * audit_before until audit_seal() has moved them. A record that is moved has
 * was, and keeps its number, whatever is missing before it.
 */
#define SAME(column) "NEW." column " = OLD." column
#define SAME_OR_ERASED(text, salt)                          \
	"((" SAME(text) " AND " SAME(salt) ")"              \
	" OR (NEW." text " = '(erased)' AND NEW." salt " = ''))"
const char *const released_erasable[] = {
    /* Who changed the trail may have dropped them: that is told, no reason
     * not to start. */
    "DROP INDEX IF EXISTS audit_incident",
    "DROP TRIGGER IF EXISTS audit_next",
    "DROP TRIGGER IF EXISTS audit_no_update",
    "DROP TRIGGER IF EXISTS audit_no_delete",
    "ALTER TABLE audit RENAME TO audit_before",
    "CREATE TABLE audit ("
    " seq INTEGER PRIMARY KEY, at INTEGER NOT NULL,"
    " actor TEXT NOT NULL, action TEXT NOT NULL, incident INTEGER NOT NULL,"
    " object TEXT NOT NULL, detail TEXT NOT NULL,"
    " hash TEXT NOT NULL CHECK (length(hash) = 64),"
    " was TEXT NOT NULL CHECK (length(was) IN (0, 64)),"
    " actor_salt TEXT NOT NULL,"
    " actor_digest TEXT NOT NULL CHECK (length(actor_digest) = 64),"
    " detail_salt TEXT NOT NULL,"
    " detail_digest TEXT NOT NULL CHECK (length(detail_digest) = 64)"
    ") STRICT",
    "CREATE INDEX audit_incident ON audit (incident, seq)",
    "CREATE TABLE audit_head ("
    " id INTEGER PRIMARY KEY CHECK (id = 1),"
    " seq INTEGER NOT NULL, hash TEXT NOT NULL"
    ") STRICT",
    "CREATE TRIGGER audit_next BEFORE INSERT ON audit"
    " WHEN NEW.seq <= coalesce((SELECT seq FROM audit_head),"
    "  (SELECT max(seq) FROM audit), 0) OR (NEW.was = '' AND"
    "  NEW.seq <> coalesce((SELECT seq FROM audit_head),"
    "   (SELECT max(seq) FROM audit), 0) + 1) BEGIN"
    " SELECT raise(ABORT, 'the audit trail is append-only'); END",
    "CREATE TRIGGER audit_kept AFTER INSERT ON audit BEGIN"
    " INSERT INTO audit_head VALUES (1, NEW.seq, NEW.hash)"
    "  ON CONFLICT (id) DO UPDATE SET seq = excluded.seq,"
    "  hash = excluded.hash; END",
    "CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit WHEN NOT (" SAME(
	"seq") " AND " SAME("at") " AND " SAME("action") " AND " SAME(
	"incident") " AND " SAME("object") " AND " SAME("hash") " AND " SAME(
	"was") " AND " SAME("actor_digest") " AND " SAME("detail_digest")
    " AND " SAME_OR_ERASED("actor", "actor_salt")
    " AND " SAME_OR_ERASED("detail", "detail_salt") ") BEGIN"
    " SELECT raise(ABORT, 'the audit trail is append-only'); END",
    "CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN"
    " SELECT raise(ABORT, 'the audit trail is append-only'); END",
    NULL};
/* clang-format on */

/* Whom an incident is for: incident/audience.h. Old ones were for all. */
const char *const released_audience[] = {
    "ALTER TABLE incident ADD COLUMN audience TEXT NOT NULL DEFAULT ''"
    " CHECK (audience = '' OR audience GLOB 'region:?*'"
    "  OR audience GLOB 'vendor:?*' OR audience GLOB 'org:?*')",
    "CREATE TRIGGER incident_audience BEFORE UPDATE OF audience ON incident"
    " WHEN NEW.audience <> OLD.audience BEGIN"
    " SELECT raise(ABORT, 'the audience of an incident never changes'); END",
    NULL};

/*
 * What a contact takes part in, else its organisation; "" is everything, as it
 * was for all. A notice keeps the topic that it went out as: the old ones get
 * that which they would have had by the built-in rules.
 */
#define CHANNELS \
	"'' CHECK (channels IN ('', 'both', 'mail', 'sms', 'sms-outages'))"
const char *const released_topics[] = {
    "ALTER TABLE org ADD COLUMN topics TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE org ADD COLUMN channels TEXT NOT NULL DEFAULT " CHANNELS,
    "ALTER TABLE contact ADD COLUMN topics TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE contact ADD COLUMN channels TEXT NOT NULL DEFAULT " CHANNELS,
    "ALTER TABLE notice ADD COLUMN topic TEXT NOT NULL DEFAULT ''",
    "UPDATE notice SET topic = CASE"
    "  WHEN type = 'planned' OR effect = 'planned' THEN 'planned'"
    "  WHEN effect = 'data_error' THEN 'data-error'"
    "  ELSE (SELECT CASE service WHEN 'FMK-online' THEN 'fmk-online'"
    "   WHEN 'NAS' THEN 'nas' WHEN 'Recept' THEN 'prescriptions'"
    "   ELSE 'fmk' END FROM incident WHERE id = notice.incident) END"
    " WHERE number > 0",
    NULL};

/*
 * When a relay or a gateway first took what was sent to a recipient: done
 * moves on when the telephone has it, or when that fails. What was accepted
 * before is on record, and after "delivered" nowhere else.
 */
const char *const released_accepted[] = {
    "ALTER TABLE delivery ADD COLUMN accepted INTEGER",
    "CREATE TABLE accepted_before AS SELECT object,"
    " substr(detail, 1, instr(detail, ': ') - 1) AS address, min(at) AS at"
    " FROM audit WHERE action = 'delivery.accepted' GROUP BY 1, 2",
    "CREATE UNIQUE INDEX accepted_before_key ON accepted_before"
    " (object, address)",
    "UPDATE delivery SET accepted = coalesce((SELECT b.at"
    "  FROM accepted_before b WHERE b.object = 'message ' || message"
    "  AND b.address = delivery.address), CASE WHEN state IN"
    "  ('accepted', 'delivered') THEN done END)",
    "DROP TABLE accepted_before",
    "CREATE TRIGGER delivery_accepted AFTER UPDATE OF state ON delivery"
    " WHEN NEW.state IN ('accepted', 'delivered') AND NEW.accepted IS NULL"
    " BEGIN UPDATE delivery SET accepted = NEW.done WHERE id = NEW.id; END",
    NULL};

/* clang-format off */
/*
 * What keeps an exercise and an actual incident apart, whoever writes: the
 * kind of an incident never changes (trigger incident_kind), and nothing that
 * belongs to one moves to another, by an update, or by a row that takes the
 * place of one that is there. No feed tells of an exercise; its texts begin
 * with the mark and no other's do; machines are told of actual ones alone.
 * drill_ends: an exercise that ends by itself, and when.
 */
#define REFUSE(why) " BEGIN SELECT raise(ABORT, '" why "'); END"
#define KIND_OF(notice) \
	"(SELECT i.kind FROM notice n JOIN incident i ON i.id = n.incident" \
	" WHERE n.id = " notice ")"
#define STAYS(table, columns, changed, why) \
	"CREATE TRIGGER " table "_stays_put BEFORE UPDATE OF id, " columns \
	" ON " table " WHEN NEW.id <> OLD.id OR " changed REFUSE(why), \
	"CREATE TRIGGER " table "_anew BEFORE INSERT ON " table \
	" WHEN EXISTS (SELECT 1 FROM " table " WHERE id = NEW.id)" REFUSE(why)
#define BEGINS(text) "substr(" text ", 1, 6) = 'ØVELSE'"
#define UNMARKED \
	KIND_OF("NEW.notice") " = 'exercise' AND NOT (" \
	BEGINS("NEW.subject") " AND (NEW.sms = '' OR " BEGINS("NEW.sms") "))"
#define WRONGLY_MARKED \
	"coalesce(" KIND_OF("NEW.notice") ", 'actual') <> 'exercise' AND (" \
	BEGINS("NEW.subject") " OR " BEGINS("NEW.sms") ")"
const char *const released_exercises[] = {
    "ALTER TABLE incident ADD COLUMN drill_ends INTEGER"
    " CHECK (drill_ends IS NULL OR kind = 'exercise')",
    "CREATE TRIGGER incident_anew BEFORE INSERT ON incident"
    " WHEN EXISTS (SELECT 1 FROM incident WHERE id = NEW.id)"
    REFUSE("an incident is never replaced"),
    "CREATE TRIGGER incident_drill BEFORE UPDATE OF drill_ends ON incident"
    " WHEN (NEW.drill_ends IS NULL) <> (OLD.drill_ends IS NULL)"
    REFUSE("a drill stays one"),
    "CREATE TRIGGER exercise_feed BEFORE INSERT ON incident"
    " WHEN NEW.kind = 'exercise' AND NEW.feed <> ''"
    REFUSE("no feed tells of an exercise"),
    "CREATE TRIGGER exercise_feed_later BEFORE UPDATE OF feed ON incident"
    " WHEN NEW.kind = 'exercise' AND NEW.feed <> ''"
    REFUSE("no feed tells of an exercise"),
    "CREATE TRIGGER exercise_event BEFORE INSERT ON event"
    " WHEN (SELECT kind FROM incident WHERE id = NEW.incident) = 'exercise'"
    REFUSE("no feed tells of an exercise"),
    "CREATE TRIGGER exercise_event_later BEFORE UPDATE OF incident ON event"
    " WHEN (SELECT kind FROM incident WHERE id = NEW.incident) = 'exercise'"
    REFUSE("no feed tells of an exercise"),
    STAYS("notice", "incident, number, type",
	"NEW.incident IS NOT OLD.incident OR NEW.number <> OLD.number"
	" OR NEW.type <> OLD.type", "a notice stays what it is"),
    STAYS("message", "notice, incident, number, audience",
	"NEW.notice <> OLD.notice OR NEW.incident IS NOT OLD.incident"
	" OR NEW.number <> OLD.number OR NEW.audience <> OLD.audience",
	"a message stays with its notice"),
    STAYS("delivery", "message, incident, number",
	"NEW.message <> OLD.message OR NEW.incident IS NOT OLD.incident"
	" OR NEW.number <> OLD.number", "a delivery stays with its message"),
    "CREATE TRIGGER message_of BEFORE INSERT ON message"
    " WHEN NEW.incident IS NOT"
    "  (SELECT incident FROM notice WHERE id = NEW.notice)"
    REFUSE("a message is of the incident of its notice"),
    "CREATE TRIGGER delivery_of BEFORE INSERT ON delivery"
    " WHEN NEW.incident IS NOT"
    "  (SELECT incident FROM message WHERE id = NEW.message)"
    REFUSE("a delivery is of the incident of its message"),
    "CREATE TRIGGER receipt_of BEFORE INSERT ON receipt"
    " WHEN NEW.incident IS NOT"
    "  (SELECT incident FROM notice WHERE id = NEW.notice)"
    REFUSE("a receipt is of the incident of its notice"),
    "CREATE TRIGGER receipt_stays_put BEFORE UPDATE OF incident, notice"
    " ON receipt" REFUSE("a receipt stays with its notice"),
    "CREATE TRIGGER body_stays_put BEFORE UPDATE OF notice ON notice_body"
    " WHEN NEW.notice <> OLD.notice" REFUSE("a text stays with its notice"),
    "CREATE TRIGGER body_unmarked BEFORE INSERT ON notice_body WHEN " UNMARKED
    REFUSE("a text of an exercise begins with ØVELSE"),
    /* What is old may be emptied, but for that it keeps its mark. */
    "CREATE TRIGGER body_unmarked_later BEFORE UPDATE OF subject, sms"
    " ON notice_body WHEN (NEW.subject <> '' OR NEW.text <> '') AND " UNMARKED
    REFUSE("a text of an exercise begins with ØVELSE"),
    "CREATE TRIGGER body_marked BEFORE INSERT ON notice_body WHEN "
    WRONGLY_MARKED REFUSE("only a text of an exercise begins with ØVELSE"),
    "CREATE TRIGGER body_marked_later BEFORE UPDATE OF subject, sms"
    " ON notice_body WHEN " WRONGLY_MARKED
    REFUSE("only a text of an exercise begins with ØVELSE"),
    "UPDATE notice SET said = '' WHERE said <> '' AND"
    " (SELECT kind FROM incident WHERE id = notice.incident) <> 'actual'",
    "CREATE TRIGGER exercise_said BEFORE INSERT ON notice"
    " WHEN NEW.said <> '' AND coalesce((SELECT kind FROM incident"
    "  WHERE id = NEW.incident), '') <> 'actual'"
    REFUSE("machines are told of what is actual alone"),
    "CREATE TRIGGER exercise_said_later BEFORE UPDATE OF said ON notice"
    " WHEN NEW.said <> '' AND coalesce((SELECT kind FROM incident"
    "  WHERE id = NEW.incident), '') <> 'actual'"
    REFUSE("machines are told of what is actual alone"),
    NULL};
/* clang-format on */

/* clang-format off */
/*
 * What is known of an address of a municipality or vendor, kept by triggers in
 * whatever transaction moves a delivery: proven is when a notice was last taken
 * or delivered there, earlier the time before, for when that one comes back.
 * bounced is when one came back, by the delivery that did; late: after the
 * relay had taken it, so that being taken again says nothing. A gap is a
 * municipality that a channel does not reach; looked is when that was last
 * looked for.
 */
#define PROOF "('accepted', 'delivered')"
#define PROVEN \
	"INSERT INTO address (channel, address, proven, how)" \
	" SELECT channel, NEW.address, NEW.done, NEW.state FROM message" \
	" WHERE id = NEW.message AND audience <> 'oncall'" \
	" ON CONFLICT (channel, address) DO UPDATE SET" \
	" earlier = CASE OLD.state WHEN 'accepted' THEN earlier" \
	"  ELSE proven END," \
	" proven = max(coalesce(proven, 0), excluded.proven)," \
	" how = CASE WHEN excluded.proven >= coalesce(proven, 0)" \
	"  THEN excluded.how ELSE how END," \
	" bounced = CASE WHEN NEW.id >= bounced_by" \
	"  AND (late = 0 OR NEW.state = 'delivered') THEN NULL" \
	"  ELSE bounced END;"
#define BOUNCED(late, when) \
	"INSERT INTO address (channel, address, bounced, bounced_by, late," \
	"  answer) SELECT channel, NEW.address, NEW.done, NEW.id, " late "," \
	"  NEW.answer FROM message WHERE id = NEW.message" \
	"  AND audience <> 'oncall' AND " when \
	" ON CONFLICT (channel, address) DO UPDATE SET" \
	" bounced = excluded.bounced, bounced_by = excluded.bounced_by," \
	" late = max(late * (bounced IS NOT NULL), excluded.late)," \
	" answer = excluded.answer;"
const char *const released_coverage[] = {
    "CREATE TABLE address ("
    " channel TEXT NOT NULL CHECK (channel IN ('mail', 'sms')),"
    " address TEXT NOT NULL,"
    " proven INTEGER, how TEXT CHECK (how IN " PROOF "),"
    " earlier INTEGER,"
    " bounced INTEGER, bounced_by INTEGER,"
    " late INTEGER NOT NULL DEFAULT 0 CHECK (late IN (0, 1)),"
    " answer TEXT NOT NULL DEFAULT '', delayed INTEGER,"
    " PRIMARY KEY (channel, address), CHECK ((proven IS NULL) = (how IS NULL))"
    ") STRICT, WITHOUT ROWID",
    "INSERT INTO address (channel, address, proven, how)"
    " SELECT m.channel, d.address, max(d.done), d.state"
    " FROM delivery d JOIN message m ON m.id = d.message"
    " WHERE d.state IN " PROOF " AND d.done IS NOT NULL"
    " AND m.audience <> 'oncall' GROUP BY m.channel, d.address",
    "CREATE TRIGGER address_proven AFTER UPDATE OF state ON delivery"
    " WHEN NEW.state IN " PROOF " AND NEW.state <> OLD.state"
    " AND NEW.done IS NOT NULL BEGIN " PROVEN " END",
    /* Back after it was taken: what that proved is no proof. */
    "CREATE TRIGGER address_bounced AFTER UPDATE OF state ON delivery"
    " WHEN NEW.state = 'failed' AND OLD.state = 'accepted' BEGIN "
    BOUNCED("1", "1")
    "UPDATE address SET proven = CASE proven WHEN OLD.done THEN earlier"
    "  ELSE proven END, earlier = CASE earlier WHEN OLD.done THEN NULL"
    "  ELSE earlier END, how = CASE WHEN proven = OLD.done"
    "  AND earlier IS NULL THEN NULL ELSE how END"
    " WHERE channel = (SELECT channel FROM message WHERE id = NEW.message)"
    " AND address = NEW.address AND how = 'accepted'; END",
    /* Refused at once, and because of the mailbox (RFC 3463). */
    "CREATE TRIGGER address_refused AFTER UPDATE OF state ON delivery"
    " WHEN NEW.state = 'failed' AND OLD.state = 'sending'"
    " AND NEW.code BETWEEN 550 AND 559"
    " AND (NEW.answer GLOB '5.1.[0-6] *' OR NEW.answer GLOB '5.1.10 *'"
    "  OR NEW.answer GLOB '5.2.[01] *') BEGIN "
    BOUNCED("0", "channel = 'mail'") " END",
    "CREATE INDEX receipt_org ON receipt (org, at)",
    "CREATE TABLE gap ("
    " org TEXT NOT NULL,"
    " channel TEXT NOT NULL CHECK (channel IN ('mail', 'sms')),"
    " since INTEGER NOT NULL, told INTEGER,"
    " PRIMARY KEY (org, channel)"
    ") STRICT, WITHOUT ROWID",
    "CREATE TABLE looked ("
    " what TEXT PRIMARY KEY, at INTEGER NOT NULL"
    ") STRICT, WITHOUT ROWID",
    /* Keys of our own; each is made when it is first asked for. */
    "CREATE TABLE secret ("
    " name TEXT PRIMARY KEY, value TEXT NOT NULL"
    ") STRICT, WITHOUT ROWID",
    NULL};
/* clang-format on */

/*
 * What operators have typed and not sent yet. An id is never used again: a
 * folder beside the database bears it.
 */
const char *const released_drafts[] = {
    "CREATE TABLE draft ("
    " id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " incident INTEGER REFERENCES incident,"
    " at INTEGER NOT NULL, pid INTEGER NOT NULL,"
    " owner TEXT NOT NULL CHECK (owner <> ''), body TEXT NOT NULL"
    ") STRICT",
    NULL};

/* What the on-call was reminded of, and when last. */
const char *const released_reminders[] = {
    "CREATE TABLE reminded ("
    " what TEXT PRIMARY KEY, at INTEGER NOT NULL"
    ") STRICT, WITHOUT ROWID",
    NULL};

/*
 * What is old forgets by itself, see retention.h. named is the next number of
 * notices whose deliveries are to lose their persons, acted whether the
 * reasons say who acted; NULL when that is done. retention has, for each kind
 * of rows, up to where it was looked, and when it is looked again.
 */
const char *const released_retention[] = {
    "ALTER TABLE incident ADD COLUMN named INTEGER DEFAULT 0",
    "ALTER TABLE incident ADD COLUMN acted INTEGER DEFAULT 1",
    "CREATE INDEX incident_named ON incident (" INCIDENT_ENDED ")"
    " WHERE named IS NOT NULL AND " INCIDENT_OVER,
    "CREATE INDEX incident_acted ON incident (" INCIDENT_ENDED ")"
    " WHERE acted IS NOT NULL AND " INCIDENT_OVER,
    "CREATE INDEX code_lapses ON code (lapses)",
    "CREATE INDEX cover_ends ON cover (ends)",
    "CREATE INDEX wrong_reply_at ON wrong_reply (at)",
    "CREATE TABLE retention ("
    " what TEXT PRIMARY KEY, pos INTEGER NOT NULL, due INTEGER NOT NULL"
    ") STRICT, WITHOUT ROWID",
    NULL};

/*
 * That FMK is hit, too, by what is told of another service: such a notice is
 * of the topic fmk. Before, all topics went to all.
 */
const char *const released_itself[] = {
    "ALTER TABLE incident ADD COLUMN"
    " itself INTEGER NOT NULL DEFAULT 0 CHECK (itself IN (0, 1))",
    NULL};

/* What an incident says after all has persons of its own to forget. */
const char *const released_said_late[] = {
    "CREATE TRIGGER incident_said_late AFTER UPDATE OF notices ON incident"
    " WHEN NEW.notices > OLD.notices"
    "  AND (NEW.named IS NULL OR NEW.acted IS NULL) BEGIN"
    " UPDATE incident SET named = 0, acted = 1 WHERE id = NEW.id; END",
    NULL};
