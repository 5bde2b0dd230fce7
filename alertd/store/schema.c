#include <stddef.h>

#include "store/forget.h"
#include "store/queue.h"
#include "store/released.h"
#include "store/schema.h"
#include "store/settled.h"

/*
 * When a backup was put in the place of a database, and from which number on
 * incidents count since, so that none is given twice. made is when the backup
 * was made, NULL when that is not known.
 */
static const char *const restored[] = {"CREATE TABLE restored ("
				       " id INTEGER PRIMARY KEY,"
				       " at INTEGER NOT NULL, made INTEGER,"
				       " source TEXT NOT NULL,"
				       " next INTEGER NOT NULL"
				       ") STRICT",
    NULL};

/*
 * Relays and gateways that are not well; over which a message goes that was
 * begun, and whether its worker was passed over for it.
 */
static const char *const ways[] = {
    "ALTER TABLE message ADD COLUMN way TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE message ADD COLUMN"
    " passed INTEGER NOT NULL DEFAULT 0 CHECK (passed IN (0, 1))",
    "CREATE TABLE way ("
    " channel TEXT NOT NULL CHECK (channel IN ('mail', 'sms')),"
    " name TEXT NOT NULL,"
    " state TEXT NOT NULL CHECK (state IN ('aside', 'tried')),"
    " since INTEGER NOT NULL, until INTEGER NOT NULL, pause INTEGER NOT NULL,"
    " why TEXT NOT NULL, PRIMARY KEY (channel, name)"
    ") STRICT, WITHOUT ROWID",
    NULL};

/*
 * What may have been taken is a state of its own: due again while done is
 * NULL, else over. The CHECK on a column is changed in the text of the table,
 * as SQLite's ALTER TABLE says (section 7), for it forbids nothing that is
 * there: to make the table anew would mean to drop and make again all indexes,
 * triggers and references. What follows fails unless the text did change, and
 * the DROP tells other connections that there is a new schema.
 */
static const char *const unknown[] = {"PRAGMA writable_schema = ON",
    "UPDATE sqlite_schema SET sql = replace(sql,"
    " '''delivered'', ''failed'', ''superseded''',"
    " '''delivered'', ''unknown'', ''failed'', ''superseded''')"
    " WHERE type = 'table' AND name = 'delivery'",
    "PRAGMA writable_schema = RESET",
    "INSERT INTO tally SELECT NULL, '', '', 0 WHERE NOT EXISTS (SELECT 1"
    " FROM sqlite_schema WHERE type = 'table' AND name = 'delivery'"
    " AND sql LIKE '%''unknown''%')",
    "DROP INDEX delivery_open",
    "UPDATE delivery SET state = 'unknown' WHERE state = 'queued'"
    " AND " DELIVERY_DOUBTED(""),
    "CREATE INDEX delivery_open ON delivery (message)"
    " WHERE " DELIVERY_OPEN(""),
    "CREATE INDEX delivery_lost ON delivery (message)"
    " WHERE " DELIVERY_LOST(""),
    /* Back after it may have been taken: as after it was. */
    "CREATE TRIGGER address_unknown AFTER UPDATE OF state ON delivery"
    " WHEN NEW.state = 'failed' AND OLD.state = 'unknown' BEGIN"
    " INSERT INTO address (channel, address, bounced, bounced_by, late,"
    "  answer) SELECT channel, NEW.address, NEW.done, NEW.id, 1, NEW.answer"
    "  FROM message WHERE id = NEW.message AND audience <> 'oncall'"
    "  ON CONFLICT (channel, address) DO UPDATE SET"
    "  bounced = excluded.bounced, bounced_by = excluded.bounced_by,"
    "  late = max(late * (bounced IS NOT NULL), excluded.late),"
    "  answer = excluded.answer; END",
    NULL};

/* A program in whose sandbox something is missing; see shut.h. */
static const char *const shut[] = {
    "CREATE TABLE shut ("
    " program TEXT PRIMARY KEY, missing TEXT NOT NULL, at INTEGER NOT NULL"
    ") STRICT, WITHOUT ROWID",
    NULL};

/* How many workers died over a message; see blame.h. */
static const char *const deaths[] = {
    "ALTER TABLE message ADD COLUMN deaths INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX message_deaths ON message (deaths) WHERE deaths > 0", NULL};

/*
 * Notices of kind test, see truth.h: which, by which channel, and what became
 * of it. late and over are when the on-call was told. Such a notice reaches
 * nobody but the addresses of one's own.
 */
static const char *const tests[] = {
    "CREATE TABLE test ("
    " notice INTEGER NOT NULL REFERENCES notice,"
    " channel TEXT NOT NULL CHECK (channel IN ('mail', 'sms')),"
    " kind TEXT NOT NULL CHECK (kind IN ('truth', 'deadman')),"
    " sent INTEGER NOT NULL, arrived INTEGER, late INTEGER, over INTEGER,"
    " PRIMARY KEY (notice, channel)"
    ") STRICT, WITHOUT ROWID",
    "CREATE INDEX test_kind ON test (kind, channel, notice)",
    "CREATE TRIGGER test_notice BEFORE INSERT ON test"
    " WHEN (SELECT type FROM notice WHERE id = NEW.notice) <> 'page'"
    "  OR (SELECT incident FROM notice WHERE id = NEW.notice) IS NOT NULL"
    "  OR EXISTS (SELECT 1 FROM message WHERE notice = NEW.notice"
    "   AND audience <> 'oncall') BEGIN"
    " SELECT raise(ABORT, 'a test is no notice of an incident'); END",
    "CREATE TRIGGER test_message BEFORE INSERT ON message"
    " WHEN NEW.audience <> 'oncall'"
    " AND EXISTS (SELECT 1 FROM test WHERE notice = NEW.notice) BEGIN"
    " SELECT raise(ABORT, 'a test reaches nobody but oneself'); END",
    "CREATE TRIGGER test_stays BEFORE UPDATE OF notice, channel, kind ON test"
    " BEGIN SELECT raise(ABORT, 'a test stays one'); END",
    NULL};

/*
 * What is asked for by many is found without a look at what lies between: the
 * incidents that machines are told of (published.h), planned work apart; the
 * drills; the on-call teams; all calls about an incident; the notices since a
 * time.
 */
static const char *const found[] = {"DROP INDEX incident_told",
    "CREATE INDEX incident_published ON incident"
    " ((told_effect = 'planned'), id) WHERE notices > 0 AND kind = 'actual'",
    "CREATE INDEX incident_drilled ON incident (audience, opened_at)"
    " WHERE drill_ends IS NOT NULL",
    "CREATE INDEX org_oncall ON org (id) WHERE kind = 'oncall'",
    "CREATE INDEX call_about ON call (incident) WHERE incident IS NOT NULL",
    "CREATE INDEX notice_at ON notice (at) WHERE number > 0", NULL};

/*
 * Retention in small steps: of the notice that named says, up to which
 * delivery. By contact_email and contact_phone it knows whose address is in
 * use.
 */
static const char *const steps[] = {
    "ALTER TABLE incident ADD COLUMN named_to INTEGER NOT NULL DEFAULT 0",
    "DROP TRIGGER incident_said_late",
    "CREATE TRIGGER incident_said_late AFTER UPDATE OF notices ON incident"
    " WHEN NEW.notices > OLD.notices"
    "  AND (NEW.named IS NULL OR NEW.acted IS NULL) BEGIN"
    " UPDATE incident SET named = 0, named_to = 0, acted = 1"
    "  WHERE id = NEW.id; END",
    "CREATE INDEX reminded_at ON reminded (at)",
    "CREATE INDEX contact_email ON contact (email)",
    "CREATE INDEX contact_phone ON contact (phone)", NULL};

/*
 * What relays and gateways with a rate were given, see outbox/rate.h: so many,
 * by at ms after the start of the machine boot.
 */
static const char *const rates[] = {
    "CREATE TABLE rate_use ("
    " channel TEXT NOT NULL CHECK (channel IN ('mail', 'sms')),"
    " way TEXT NOT NULL, boot TEXT NOT NULL, at INTEGER NOT NULL,"
    " n INTEGER NOT NULL CHECK (n > 0),"
    " PRIMARY KEY (channel, way, boot, at)"
    ") STRICT, WITHOUT ROWID",
    NULL};

/* What was said of others in a record that was erased; see settled.h. */
static const char *const restated[] = {
    "CREATE INDEX audit_restated ON audit (object)"
    " WHERE action = '" DELIVERY_RESTATED "'",
    NULL};

/*
 * What is open of a message is found by what it is: what is in a worker's
 * hands, and what waits, by when it is due. A claim and a result cost what they
 * take, however much more of the message is open.
 */
static const char *const sooner[] = {"DROP INDEX delivery_open",
    "CREATE INDEX delivery_open ON delivery"
    " (message, (state = 'sending'), due) WHERE " DELIVERY_OPEN(""),
    NULL};

/* clang-format off */
/*
 * What became of deliveries is counted by one UPDATE of one row, in whatever
 * transaction: how many are in a state, how many ever reached it, and how
 * often was tried. What is queued or being sent is not: it is unfinished, and
 * counted by who reads (tally.c).
 */
#define COLUMN(state) \
	" " state " INTEGER NOT NULL DEFAULT 0," \
	" done_" state " INTEGER NOT NULL DEFAULT 0,"
#define WAS(what, state) \
	"coalesce((SELECT n FROM tally WHERE what = '" what "'" \
	" AND a = column1 AND b = '" state "'), 0)"
#define TAKE_OVER(state) WAS("now", state) ", " WAS("done", state) ", "
#define ENTERS(state) "(NEW.state = '" state "')"
#define MOVES(state) \
	state " = " state " + " ENTERS(state) " - (OLD.state = '" state "')," \
	" done_" state " = done_" state " + (NEW.state = '" state "'" \
	"  AND OLD.state <> '" state "'), "
#define COMES(state) \
	state " = " state " + " ENTERS(state) ","
#define EACH(of) \
	of("accepted") of("delivered") of("unknown") of("failed") \
	of("superseded") of("cancelled")
#define FINAL(state) state " NOT IN ('queued', 'sending')"
#define ITS_CHANNEL \
	" WHERE channel = (SELECT channel FROM message WHERE id = NEW.message)"
static const char *const counted[] = {
    "DROP TRIGGER tally_delivery", "DROP TRIGGER tally_delivery_state",
    "DROP TRIGGER tally_tried",
    "CREATE TABLE tally_delivery ("
    " channel TEXT PRIMARY KEY CHECK (channel IN ('mail', 'sms')),"
    EACH(COLUMN) " tried INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID",
    "INSERT INTO tally_delivery SELECT column1, " EACH(TAKE_OVER)
    WAS("tried", "") " FROM (VALUES ('mail'), ('sms'))",
    "DELETE FROM tally WHERE what IN ('now', 'done', 'tried')",
    "CREATE TRIGGER tally_delivery AFTER INSERT ON delivery"
    " WHEN " FINAL("NEW.state") " OR NEW.attempts > 0 BEGIN"
    " UPDATE tally_delivery SET " EACH(COMES) " tried = tried + NEW.attempts"
    ITS_CHANNEL "; END",
    "CREATE TRIGGER tally_delivery_state AFTER UPDATE OF state, attempts"
    " ON delivery WHEN NEW.attempts > OLD.attempts OR (NEW.state <> OLD.state"
    "  AND (" FINAL("NEW.state") " OR " FINAL("OLD.state") ")) BEGIN"
    " UPDATE tally_delivery SET " EACH(MOVES)
    " tried = tried + max(NEW.attempts - OLD.attempts, 0)" ITS_CHANNEL "; END",
    NULL};
/* clang-format on */

/* clang-format off */
/*
 * Whom a notice told is not looked for by address among all deliveries, which
 * would have each address once more: an address keeps the newest incident that
 * it was told of. What it was told before that is known stands for all.
 * What a gateway calls an SMS is looked for until that was delivered.
 */
#define PROOF "('accepted', 'delivered')"
#define TOLD_OF \
	"CASE WHEN NEW.number > 0 THEN NEW.incident ELSE 0 END"
#define IN_DOUBT \
	"INSERT INTO address (channel, address, told)" \
	" SELECT m.channel, d.address, max(d.incident) FROM delivery d" \
	" CROSS JOIN message m ON m.id = d.message WHERE d.number > 0" \
	" AND m.audience <> 'oncall' AND " KNOWN("d") " AND " \
	DELIVERY_DOUBTED("d.") " AND "
#define ANEW \
	" GROUP BY 1, 2 ON CONFLICT (channel, address) DO NOTHING"
static const char *const told[] = {
    "DROP INDEX delivery_told",
    "ALTER TABLE address ADD COLUMN told INTEGER NOT NULL DEFAULT 0",
    "UPDATE address SET told = coalesce((SELECT max(id) FROM incident), 0)",
    IN_DOUBT DELIVERY_LOST("d.") ANEW, IN_DOUBT DELIVERY_OPEN("d.") ANEW,
    "DROP TRIGGER address_proven",
    "CREATE TRIGGER address_proven AFTER UPDATE OF state ON delivery"
    " WHEN NEW.state IN " PROOF " AND NEW.state <> OLD.state"
    " AND NEW.done IS NOT NULL BEGIN"
    " INSERT INTO address (channel, address, proven, how, told)"
    "  SELECT channel, NEW.address, NEW.done, NEW.state, " TOLD_OF
    "  FROM message WHERE id = NEW.message AND audience <> 'oncall'"
    "  ON CONFLICT (channel, address) DO UPDATE SET"
    "  earlier = CASE OLD.state WHEN 'accepted' THEN earlier"
    "   ELSE proven END,"
    "  proven = max(coalesce(proven, 0), excluded.proven),"
    "  how = CASE WHEN excluded.proven >= coalesce(proven, 0)"
    "   THEN excluded.how ELSE how END,"
    "  bounced = CASE WHEN NEW.id >= bounced_by"
    "   AND (late = 0 OR NEW.state = 'delivered') THEN NULL"
    "   ELSE bounced END, told = max(told, excluded.told); END",
    /* What proves nothing, and may have told all the same. */
    "CREATE TRIGGER address_told AFTER UPDATE OF told ON delivery"
    " WHEN NEW.told = 1 AND NEW.number > 0 AND (NEW.state NOT IN " PROOF
    "  OR NEW.state = OLD.state OR NEW.done IS NULL) BEGIN"
    " INSERT INTO address (channel, address, told)"
    "  SELECT channel, NEW.address, NEW.incident FROM message"
    "  WHERE id = NEW.message AND audience <> 'oncall'"
    "  ON CONFLICT (channel, address) DO UPDATE"
    "  SET told = max(told, excluded.told); END",
    "DROP INDEX delivery_remote",
    "CREATE INDEX delivery_remote ON delivery (remote_id)"
    " WHERE remote_id <> '' AND state <> 'delivered'",
    NULL};
/* clang-format on */

/* clang-format off */
/*
 * The audit trail in LINK_PACKED, see chain.h; audit_pack() moves the records
 * and makes the guards, since what is moved is not appended. Who changed the
 * trail may have dropped them before: that is told, no reason not to start.
 */
static const char *const packed[] = {
    "DROP INDEX IF EXISTS audit_incident",
    "DROP INDEX IF EXISTS audit_restated",
    "DROP TRIGGER IF EXISTS audit_next",
    "DROP TRIGGER IF EXISTS audit_kept",
    "DROP TRIGGER IF EXISTS audit_no_update",
    "DROP TRIGGER IF EXISTS audit_no_delete",
    "ALTER TABLE audit RENAME TO audit_hex",
    "ALTER TABLE audit_head RENAME TO audit_head_hex",
    "CREATE TABLE audit ("
    " seq INTEGER PRIMARY KEY, at INTEGER NOT NULL,"
    " actor TEXT NOT NULL, action TEXT NOT NULL, incident INTEGER NOT NULL,"
    " object TEXT NOT NULL, detail TEXT NOT NULL,"
    " hash BLOB NOT NULL CHECK (length(hash) = 32),"
    " was BLOB CHECK (length(was) = 32),"
    " salt BLOB CHECK (length(salt) IN (16, 32)),"
    " actor_digest BLOB CHECK (length(actor_digest) = 32),"
    " detail_digest BLOB CHECK (length(detail_digest) = 32)"
    ") STRICT",
    "CREATE INDEX audit_incident ON audit (incident, seq)",
    "CREATE INDEX audit_restated ON audit (object)"
    " WHERE action = '" DELIVERY_RESTATED "'",
    "CREATE TABLE audit_head ("
    " id INTEGER PRIMARY KEY CHECK (id = 1),"
    " seq INTEGER NOT NULL, hash BLOB NOT NULL"
    ") STRICT",
    NULL};

/* SQL: a text stays, or goes and leaves a digest; which then stays. */
#define KEPT_OR_ERASED(text)                                             \
	"((NEW." text " = OLD." text " AND NEW." text "_digest IS OLD."  \
	text "_digest) OR (NEW." text " = '(erased)'"                    \
	" AND NEW." text "_digest IS NOT NULL AND (OLD." text            \
	"_digest IS NULL OR OLD." text "_digest = NEW." text "_digest)))"
/*
 * SQL: how many texts have no digest, before and after: what is left of two
 * salts is the other's, of a seed not the seed.
 */
#define WHOLE(row) \
	"((" row ".actor_digest IS NULL) + (" row ".detail_digest IS NULL))"
#define SALT_LEFT                                                            \
	"CASE WHEN " WHOLE("NEW") " = " WHOLE("OLD")                         \
	" THEN NEW.salt IS OLD.salt WHEN " WHOLE("NEW") " = 0"               \
	" THEN NEW.salt IS NULL WHEN length(OLD.salt) = 32"                  \
	" THEN NEW.salt = substr(OLD.salt,"                                  \
	"  CASE WHEN NEW.actor_digest IS NULL THEN 1 ELSE 17 END, 16)"       \
	" ELSE length(NEW.salt) = 16 AND NEW.salt <> OLD.salt END"
const char *const schema_audit_guards[] = {
    "CREATE TRIGGER audit_next BEFORE INSERT ON audit"
    " WHEN NEW.seq <> coalesce((SELECT seq FROM audit_head),"
    "  (SELECT max(seq) FROM audit), 0) + 1 BEGIN"
    " SELECT raise(ABORT, 'the audit trail is append-only'); END",
    "CREATE TRIGGER audit_kept AFTER INSERT ON audit BEGIN"
    " INSERT INTO audit_head VALUES (1, NEW.seq, NEW.hash)"
    "  ON CONFLICT (id) DO UPDATE SET seq = excluded.seq,"
    "  hash = excluded.hash; END",
    "CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit WHEN ("
    "NEW.seq = OLD.seq AND NEW.at = OLD.at AND NEW.action = OLD.action"
    " AND NEW.incident = OLD.incident AND NEW.object = OLD.object"
    " AND NEW.hash = OLD.hash AND NEW.was IS OLD.was"
    " AND " KEPT_OR_ERASED("actor") " AND " KEPT_OR_ERASED("detail")
    " AND " SALT_LEFT ") IS NOT TRUE BEGIN"
    " SELECT raise(ABORT, 'the audit trail is append-only'); END",
    "CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN"
    " SELECT raise(ABORT, 'the audit trail is append-only'); END",
    NULL};
/* clang-format on */

/* clang-format off */
/*
 * A CHECK that a column is one of more than two is made a table of its own by
 * SQLite each time a statement runs, and each row is looked for in that: what
 * is compared with one after the other costs a fifth less to queue, to claim
 * and to settle. It says the same, so it is changed in the text (see unknown).
 * That it was accepted is looked at where a row is done, not where it is
 * claimed; the DROP tells other connections that there is a new schema.
 */
#define ONE_OF(table, before, after) \
    "UPDATE sqlite_schema SET sql = replace(sql, '(" before ")'," \
    " '(" after ")') WHERE type = 'table' AND name = '" table "'"
#define IS(column, value) column " = ''" value "''"
static const char *const compared[] = {"PRAGMA writable_schema = ON",
    ONE_OF("delivery",
	"state IN (''queued'', ''sending'', ''accepted'',  ''delivered'',"
	" ''unknown'', ''failed'', ''superseded'', ''cancelled'')",
	IS("state", "queued") " OR " IS("state", "sending") " OR "
	IS("state", "accepted") " OR " IS("state", "delivered") " OR "
	IS("state", "unknown") " OR " IS("state", "failed") " OR "
	IS("state", "superseded") " OR " IS("state", "cancelled")),
    ONE_OF("message",
	"audience IN (''municipality'', ''vendor'',  ''oncall'')",
	IS("audience", "municipality") " OR " IS("audience", "vendor") " OR "
	IS("audience", "oncall")),
    "PRAGMA writable_schema = RESET",
    "INSERT INTO tally SELECT NULL, '', '', 0 WHERE 2 <> (SELECT count(*)"
    " FROM sqlite_schema WHERE type = 'table' AND ("
    "  (name = 'delivery' AND sql LIKE '%OR state = ''cancelled'')%')"
    "  OR (name = 'message' AND sql LIKE '%OR audience = ''oncall'')%')))",
    "DROP TRIGGER delivery_accepted",
    "CREATE TRIGGER delivery_accepted AFTER UPDATE OF done ON delivery"
    " WHEN NEW.state IN " PROOF " AND NEW.accepted IS NULL BEGIN"
    " UPDATE delivery SET accepted = NEW.done WHERE id = NEW.id; END",
    NULL};
/* clang-format on */

/* clang-format off */
/*
 * What is known of an address lies where that of its organisation lies, so that
 * the results of a message change neighbours, however many addresses there are:
 * org is whose contact it was last, or who was told first. A contact has its
 * row before anything is sent there, since a new row has its place among all
 * addresses, too. What says nothing goes with the last contact that has it.
 * A trigger costs what it could do, even where it does nothing: what is only
 * claimed, which leaves done as it is, runs none, and what is seldom is done by
 * one of its own, address_mark, which is called as if it were a table.
 */
#define PROVES \
	"earlier = CASE OLD.state WHEN 'accepted' THEN earlier ELSE proven END," \
	" proven = max(coalesce(proven, 0), excluded.proven)," \
	" how = CASE WHEN excluded.proven >= coalesce(proven, 0)" \
	"  THEN excluded.how ELSE how END," \
	" bounced = CASE WHEN NEW.id >= bounced_by" \
	"  AND (late = 0 OR NEW.state = 'delivered') THEN NULL" \
	"  ELSE bounced END, told = max(told, excluded.told)"
#define IS_PROOF \
	"NEW.state IN " PROOF " AND NEW.state <> OLD.state" \
	" AND NEW.done IS NOT NULL"
/* Refused at once because of the mailbox (RFC 3463), or after it was taken. */
#define IS_BACK(d, was) \
	"(" d ".state = 'failed' AND (" was " IN ('accepted', 'unknown')" \
	" OR (" was " = 'sending' AND " d ".code BETWEEN 550 AND 559" \
	"  AND (" d ".answer GLOB '5.1.[0-6] *' OR " d ".answer GLOB '5.1.10 *'" \
	"   OR " d ".answer GLOB '5.2.[01] *'))))"
/* Which proves nothing, and may have told all the same. */
#define IS_TOLD \
	"(NEW.told = 1 AND OLD.told = 0 AND NEW.number > 0" \
	" AND NOT (" IS_PROOF "))"
#define MARK_AS(org, columns, values, which, set) \
	" INSERT INTO address (org, channel, address, " columns ")" \
	"  SELECT " org ", m.channel, d.address, " values " FROM delivery d" \
	"  CROSS JOIN message m ON m.id = d.message" \
	"  WHERE d.id = NEW.delivery AND m.audience <> 'oncall' AND " which \
	"  ON CONFLICT (channel, address) DO UPDATE SET " set ";"
#define MARK(columns, values, which, set) \
	MARK_AS("d.org", columns, values, which, set)
/* Of the contacts that are so. */
#define HOME(channel, of, which) \
	" INSERT INTO address (org, channel, address)" \
	"  SELECT org.code, '" channel "', " of "  FROM org" which \
	"  AND org.kind <> 'oncall' AND " of " <> ''" \
	"  ON CONFLICT (org, channel, address) DO NOTHING" \
	"  ON CONFLICT (channel, address) DO UPDATE SET org = excluded.org;"
#define HOME_NEW \
	HOME("mail", "NEW.email", " WHERE org.id = NEW.org") \
	HOME("sms", "NEW.phone", " WHERE org.id = NEW.org")
#define HOME_ALL(channel, of) \
	HOME(channel, of, " CROSS JOIN contact WHERE contact.org = org.id")
#define DROP_SILENT(of_channel, of) \
	" DELETE FROM address WHERE channel = '" of_channel "'" \
	"  AND address = OLD." of " AND proven IS NULL AND bounced IS NULL" \
	"  AND delayed IS NULL AND told = 0" \
	"  AND NOT EXISTS (SELECT 1 FROM contact WHERE " of " = OLD." of ");"
#define DROP_OLD DROP_SILENT("mail", "email") DROP_SILENT("sms", "phone")
static const char *const homes[] = {
    "DROP TRIGGER address_proven", "DROP TRIGGER address_told",
    "DROP TRIGGER address_bounced", "DROP TRIGGER address_refused",
    "DROP TRIGGER address_unknown",
    "ALTER TABLE address RENAME TO address_before",
    "CREATE TABLE address ("
    " org TEXT NOT NULL DEFAULT '',"
    " channel TEXT NOT NULL CHECK (channel IN ('mail', 'sms')),"
    " address TEXT NOT NULL,"
    " proven INTEGER, how TEXT CHECK (how IN " PROOF "),"
    " earlier INTEGER,"
    " bounced INTEGER, bounced_by INTEGER,"
    " late INTEGER NOT NULL DEFAULT 0 CHECK (late IN (0, 1)),"
    " answer TEXT NOT NULL DEFAULT '', delayed INTEGER,"
    " told INTEGER NOT NULL DEFAULT 0,"
    " PRIMARY KEY (org, channel, address), UNIQUE (channel, address),"
    " CHECK ((proven IS NULL) = (how IS NULL))"
    ") STRICT, WITHOUT ROWID",
    HOME_ALL("mail", "email"), HOME_ALL("sms", "phone"),
    "INSERT INTO address (channel, address, proven, how, earlier,"
    "  bounced, bounced_by, late, answer, delayed, told)"
    " SELECT channel, address, proven, how, earlier, bounced, bounced_by,"
    "  late, answer, delayed, told FROM address_before WHERE true"
    " ON CONFLICT (channel, address) DO UPDATE SET proven = excluded.proven,"
    "  how = excluded.how, earlier = excluded.earlier,"
    "  bounced = excluded.bounced, bounced_by = excluded.bounced_by,"
    "  late = excluded.late, answer = excluded.answer,"
    "  delayed = excluded.delayed, told = excluded.told",
    "DROP TABLE address_before",
    "CREATE TRIGGER address_proven AFTER UPDATE OF done ON delivery"
    " WHEN " IS_PROOF " BEGIN"
    " INSERT INTO address (org, channel, address, proven, how, told)"
    "  SELECT NEW.org, channel, NEW.address, NEW.done, NEW.state, " TOLD_OF
    "  FROM message WHERE id = NEW.message AND audience <> 'oncall'"
    "  ON CONFLICT (org, channel, address) DO UPDATE SET " PROVES
    "  ON CONFLICT (channel, address) DO UPDATE SET " PROVES "; END",
    "CREATE VIEW address_mark AS"
    " SELECT id AS delivery, state AS was, done AS before FROM delivery",
    "CREATE TRIGGER address_marked AFTER UPDATE OF done, told ON delivery"
    " WHEN " IS_BACK("NEW", "OLD.state") " OR " IS_TOLD " BEGIN"
    " INSERT INTO address_mark VALUES (NEW.id, OLD.state, OLD.done); END",
    "CREATE TRIGGER address_mark INSTEAD OF INSERT ON address_mark BEGIN"
    MARK("bounced, bounced_by, late, answer",
	"d.done, d.id, NEW.was <> 'sending', d.answer",
	IS_BACK("d", "NEW.was")
	" AND (NEW.was <> 'sending' OR m.channel = 'mail')",
	"bounced = excluded.bounced, bounced_by = excluded.bounced_by,"
	" late = max(late * (bounced IS NOT NULL), excluded.late),"
	" answer = excluded.answer")
    /* Back after it was taken: what that proved is no proof. */
    " UPDATE address SET proven = CASE proven WHEN NEW.before THEN earlier"
    "  ELSE proven END, earlier = CASE earlier WHEN NEW.before THEN NULL"
    "  ELSE earlier END, how = CASE WHEN proven = NEW.before"
    "  AND earlier IS NULL THEN NULL ELSE how END"
    " WHERE NEW.was = 'accepted' AND how = 'accepted'"
    "  AND (channel, address) = (SELECT m.channel, d.address FROM delivery d"
    "  CROSS JOIN message m ON m.id = d.message WHERE d.id = NEW.delivery"
    "   AND d.state = 'failed');"
    MARK("told", "d.incident", "d.told = 1 AND d.number > 0",
	"told = max(told, excluded.told)") " END",
    "CREATE TRIGGER address_contact AFTER INSERT ON contact BEGIN"
    HOME_NEW " END",
    "CREATE TRIGGER address_contact_changed"
    " AFTER UPDATE OF org, email, phone ON contact"
    " WHEN NEW.org <> OLD.org OR NEW.email <> OLD.email"
    "  OR NEW.phone <> OLD.phone BEGIN" HOME_NEW DROP_OLD " END",
    "CREATE TRIGGER address_contact_gone AFTER DELETE ON contact BEGIN"
    DROP_OLD " END",
    NULL};
/* clang-format on */

/* Deliveries of which a report is not on record yet; see reported.h. */
static const char *const reported[] = {
    "CREATE TABLE reported ("
    " delivery INTEGER PRIMARY KEY REFERENCES delivery"
    ") STRICT",
    NULL};

/*
 * Deliveries are looked for by message; that of an address is found by what is
 * far shorter, and posting_add() puts in none twice. A UNIQUE of a table
 * cannot be dropped but in the text of the table (see unknown): its index gets
 * a name, and that can be.
 */
static const char *const shorter[] = {"PRAGMA writable_schema = ON",
    "UPDATE sqlite_schema SET sql = replace(sql, ', UNIQUE (message, address)',"
    " '') WHERE type = 'table' AND name = 'delivery'",
    "UPDATE sqlite_schema SET name = 'delivery_unique', sql ="
    " 'CREATE UNIQUE INDEX delivery_unique ON delivery (message, address)'"
    " WHERE type = 'index' AND name = 'sqlite_autoindex_delivery_1'",
    "PRAGMA writable_schema = RESET", "DROP INDEX delivery_unique",
    "CREATE INDEX delivery_message ON delivery"
    " (message, " DELIVERY_ENDS("address") ")",
    NULL};

/*
 * A message is stored with its deliveries, so these follow one another as the
 * messages do: those of a notice are between its first and its last, and need
 * no index by incident. See DELIVERY_BETWEEN.
 */
static const char *const neighbours[] = {"DROP INDEX delivery_incident",
    "CREATE TRIGGER delivery_follows BEFORE INSERT ON delivery"
    " WHEN NEW.message < (SELECT message FROM delivery"
    "  WHERE id = (SELECT max(id) FROM delivery)) BEGIN"
    " SELECT raise(ABORT, 'deliveries follow one another as their messages"
    " do'); END",
    NULL};

/* clang-format off */
/*
 * What is the same for all of a notice or a message is kept once, of what is
 * queued from here on; what is older stays as it is, and is read in the same
 * way: see MESSAGE_ID, DELIVERY_ANSWER, DELIVERY_ORG, DELIVERY_TAKEN. A NOT
 * NULL is taken away in the text (see unknown), which forbids nothing that is
 * there.
 * A message says which its deliveries are, so no index has each of them, but
 * of those that are to many: see DELIVERY_IN and DELIVERY_AT. Who inserts a
 * delivery says its id.
 */
static const char *const once[] = {
    "ALTER TABLE message ADD COLUMN first INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE message ADD COLUMN last INTEGER NOT NULL DEFAULT -1",
    "ALTER TABLE notice ADD COLUMN message_id TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE message ADD COLUMN answer TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE message ADD COLUMN via TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE delivery ADD COLUMN many INTEGER NOT NULL DEFAULT 0",
    "PRAGMA writable_schema = ON",
    "UPDATE sqlite_schema SET sql = replace(sql, 'message_id TEXT NOT NULL',"
    " 'message_id TEXT') WHERE type = 'table' AND name = 'message'",
    "UPDATE sqlite_schema SET sql = replace(replace(replace(sql,"
    " 'answer TEXT NOT NULL', 'answer TEXT'), 'via TEXT NOT NULL', 'via TEXT'),"
    " ' org TEXT NOT NULL', ' org TEXT')"
    " WHERE type = 'table' AND name = 'delivery'",
    "PRAGMA writable_schema = RESET",
    "INSERT INTO tally SELECT NULL, '', '', 0 WHERE 2 <> (SELECT count(*)"
    " FROM sqlite_schema WHERE type = 'table' AND ("
    "  (name = 'message' AND sql LIKE '%, message_id TEXT,%')"
    "  OR (name = 'delivery' AND sql LIKE '%, org TEXT, name TEXT%'"
    "   AND sql LIKE '%, answer TEXT DEFAULT%'"
    "   AND sql LIKE '%, via TEXT DEFAULT%')))",
    "DROP TRIGGER delivery_accepted",
    "UPDATE message SET (first, last) = (SELECT coalesce(min(d.id), 0),"
    " coalesce(max(d.id), -1) FROM delivery d INDEXED BY delivery_message"
    " WHERE d.message = message.id)",
    /* Of nobody: between those of the others all the same. */
    "UPDATE message SET last = coalesce((SELECT max(d.id) FROM delivery d"
    "  WHERE d.message = (SELECT max(e.message) FROM delivery e"
    "   WHERE e.message < message.id)), 0) WHERE last = -1",
    "UPDATE message SET first = last + 1 WHERE first = 0",
    "UPDATE delivery SET many = 1 WHERE message IN"
    " (SELECT id FROM message WHERE " DELIVERY_IS_MANY("") ")",
    "DROP INDEX delivery_message",
    "CREATE INDEX delivery_many ON delivery"
    " (message, " DELIVERY_ENDS("address") ") WHERE many = 1",
    "DROP TRIGGER delivery_follows", "DROP TRIGGER delivery_of",
    "CREATE TRIGGER delivery_of BEFORE INSERT ON delivery"
    " WHEN NOT EXISTS (SELECT 1 FROM message WHERE id = NEW.message"
    "  AND incident IS NEW.incident AND NEW.id BETWEEN first AND last) BEGIN"
    " SELECT raise(ABORT, 'a delivery is of its message, and of the incident"
    " of that'); END",
    "CREATE TRIGGER message_follows BEFORE INSERT ON message"
    " WHEN EXISTS (SELECT 1 FROM message"
    "  WHERE id = (SELECT max(id) FROM message)"
    "  AND (last >= NEW.first OR NEW.id BETWEEN 0 AND id)) BEGIN"
    " SELECT raise(ABORT, 'deliveries follow one another as their messages"
    " do'); END",
    "DROP TRIGGER address_proven",
    "CREATE TRIGGER address_proven AFTER UPDATE OF done ON delivery"
    " WHEN " IS_PROOF " BEGIN"
    " INSERT INTO address (org, channel, address, proven, how, told)"
    "  SELECT coalesce(NEW.org, org), channel, NEW.address, NEW.done,"
    "  NEW.state, " TOLD_OF
    "  FROM message WHERE id = NEW.message AND audience <> 'oncall'"
    "  ON CONFLICT (org, channel, address) DO UPDATE SET " PROVES
    "  ON CONFLICT (channel, address) DO UPDATE SET " PROVES "; END",
    "DROP TRIGGER address_mark",
    "CREATE TRIGGER address_mark INSTEAD OF INSERT ON address_mark BEGIN"
    MARK_AS(DELIVERY_ORG("d.", "m."), "bounced, bounced_by, late, answer",
	"d.done, d.id, NEW.was <> 'sending', " DELIVERY_ANSWER("d.", "m."),
	IS_BACK("d", "NEW.was")
	" AND (NEW.was <> 'sending' OR m.channel = 'mail')",
	"bounced = excluded.bounced, bounced_by = excluded.bounced_by,"
	" late = max(late * (bounced IS NOT NULL), excluded.late),"
	" answer = excluded.answer")
    /* Back after it was taken: what that proved is no proof. */
    " UPDATE address SET proven = CASE proven WHEN NEW.before THEN earlier"
    "  ELSE proven END, earlier = CASE earlier WHEN NEW.before THEN NULL"
    "  ELSE earlier END, how = CASE WHEN proven = NEW.before"
    "  AND earlier IS NULL THEN NULL ELSE how END"
    " WHERE NEW.was = 'accepted' AND how = 'accepted'"
    "  AND (channel, address) = (SELECT m.channel, d.address FROM delivery d"
    "  CROSS JOIN message m ON m.id = d.message WHERE d.id = NEW.delivery"
    "   AND d.state = 'failed');"
    MARK_AS(DELIVERY_ORG("d.", "m."), "told", "d.incident",
	"d.told = 1 AND d.number > 0", "told = max(told, excluded.told)") " END",
    "DROP TRIGGER message_stays_put",
    "CREATE TRIGGER message_stays_put BEFORE UPDATE OF id, notice, incident,"
    "  number, audience, first, last ON message"
    " WHEN NEW.id <> OLD.id OR NEW.notice <> OLD.notice"
    "  OR NEW.incident IS NOT OLD.incident OR NEW.number <> OLD.number"
    "  OR NEW.audience <> OLD.audience OR NEW.first <> OLD.first"
    "  OR NEW.last <> OLD.last BEGIN"
    " SELECT raise(ABORT, 'a message stays with its notice'); END",
    NULL};
/* clang-format on */

/*
 * What is old forgets in the order in which it became old, and waits for
 * nothing else. A call says itself whether it is to lose its persons (named)
 * and who answered (acted). Records of an incident go with that, too: named is
 * then the number behind its notices, acted 2 and more. So whatever happens to
 * an incident that has forgotten a part begins anew; and those that forgot
 * before look at their records once more.
 */
static const char *const sooner_old[] = {
    "ALTER TABLE call ADD COLUMN named INTEGER DEFAULT 1",
    "ALTER TABLE call ADD COLUMN acted INTEGER DEFAULT 1",
    "CREATE INDEX call_named ON call (closed)"
    " WHERE named IS NOT NULL AND closed IS NOT NULL",
    "CREATE INDEX call_acted ON call (closed)"
    " WHERE acted IS NOT NULL AND closed IS NOT NULL",
    "CREATE TRIGGER call_again AFTER UPDATE OF closed ON call"
    " WHEN NEW.named IS NULL OR NEW.acted IS NULL BEGIN"
    " UPDATE call SET named = 1, acted = 1 WHERE id = NEW.id; END",
    "DROP TRIGGER incident_said_late",
    "UPDATE incident SET named = notices + 1, named_to = 0"
    " WHERE named IS NULL",
    "UPDATE incident SET acted = 2 WHERE acted IS NULL",
    "CREATE TRIGGER incident_said_late AFTER UPDATE OF notices, state, over"
    " ON incident WHEN (NEW.named IS NOT 0 OR NEW.acted IS NOT 1)"
    "  AND (NEW.notices > OLD.notices OR NEW.state <> OLD.state"
    "   OR NEW.over > OLD.over) BEGIN"
    " UPDATE incident SET named = 0, named_to = 0, acted = 1"
    "  WHERE id = NEW.id; END",
    NULL};

const char *const *const schema_migrations[] = {released_first, released_begun,
    released_health, released_oncall, released_checks, released_audience,
    released_erasable, released_topics, released_accepted, released_exercises,
    released_coverage, released_drafts, released_reminders, released_retention,
    released_itself, released_said_late, restored, ways, unknown, shut, deaths,
    tests, found, steps, rates, restated, sooner, counted, told, packed,
    compared, homes, reported, shorter, neighbours, once, sooner_old, NULL};
