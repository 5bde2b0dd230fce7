/*
 * limits.h: every limit of the program in one place. Each is named in the
 * manual page given beside it.
 */
#ifndef BASE_LIMITS_H
#define BASE_LIMITS_H

/* Feeds: alertd.yaml(5), section FEEDS. */
#define LIMIT_FEED_BODY (8 * 1024 * 1024) /* bytes after gunzip, default */
#define LIMIT_FEED_REDIRECTS 5
#define LIMIT_FEED_TIMEOUT 30 /* seconds for one whole fetch, default */
#define LIMIT_FEED_CONNECT 10 /* seconds to connect, default */
#define LIMIT_FEED_SLOW_BYTES 16 /* a second: slower is given up after … */
#define LIMIT_FEED_SLOW_SECONDS 20 /* … so many seconds */
#define LIMIT_FEED_ITEMS 2000 /* reports of one body, default */
#define LIMIT_FEEDS 32 /* feeds in one configuration */
#define LIMIT_TEXT (64 * 1024) /* bytes of text kept of one report */
#define LIMIT_TITLE 512 /* bytes of a title kept */
#define LIMIT_URL 2048 /* bytes of a report's address; longer is left out */
#define LIMIT_MARKUP_DEPTH 256 /* nested elements of HTML or XML walked */
#define LIMIT_HTML_TREE (256 * 1024) /* bytes of a post that is unwrapped */
#define LIMIT_XML_ATTRIBUTES 5000 /* attributes of one element */
#define LIMIT_XML_NODES 100000 /* twice: elements, attributes of an item */
#define LIMIT_XML_NAMES 50000 /* different names in one body */
#define LIMIT_XML_NAMESPACES 256 /* in force at one place */
#define LIMIT_XML_ERRORS 1000 /* mistakes in a body; the rest is not read */
#define LIMIT_JSON_DEPTH 64 /* nested values of a feed's JSON */
#define LIMIT_JSON_ITEM (4 * 1024 * 1024) /* bytes of one item of a list */
#define LIMIT_JSON_VALUES 100000 /* values of one item of a list */
#define LIMIT_COMPONENTS 200 /* components of one report */

/* The audit trail: alertd(8). */
#define LIMIT_RECORD_NAMED 100 /* recipients that one record names */

/* Retention: alertd.yaml(5), section RETENTION. */
#define LIMIT_RETENTION_DAYS 30 /* at least, unless for ever */

/* Feeds of kind maildir: alertd.yaml(5), section FEEDS. */
#define LIMIT_MAILDIR_FILES 50000 /* mails in one folder */
#define LIMIT_MAILDIR_DAYS 90 /* days until a mail is not read any more */
#define LIMIT_MAILDIR_LISTED 30 /* days a thread is listed after its last */
#define LIMIT_MAILDIR_STEP 32 /* mails read before other work goes on */
#define LIMIT_MAILDIR_TEXT (16 * 1024 * 1024) /* bytes kept of all mails */
#define LIMIT_MAIL_SUBJECT_DAYS 7 /* in which the same subject is one event */
#define LIMIT_MAIL_REFERENCES 100 /* mails that one mail refers to */
#define LIMIT_MAIL_REFUSED 3600 /* seconds between two pages about them */
#define LIMIT_MAIL_FILE (64 * 1024 * 1024) /* bytes of a mail taken in */
#define LIMIT_MIME_DEPTH 32 /* nested parts of one mail */
#define LIMIT_MIME_PARTS 100 /* parts of one mail */
#define LIMIT_MIME_BOUNDARIES 10000 /* lines that may part a mail */

/* Who is on call: alertd.yaml(5), section ROTAS. */
#define LIMIT_AVOID 200 /* words of notices.avoid */
#define LIMIT_ROTAS 16 /* rotas in one configuration */
#define LIMIT_ROTA_PEOPLE 100 /* people of one rota */
#define LIMIT_ROTA_SHIFTS 1000 /* shifts of one rota */
#define LIMIT_CALENDAR (1024 * 1024) /* bytes of a calendar */
#define LIMIT_CALENDAR_EVENTS 5000 /* events of a calendar */
#define LIMIT_CALENDAR_SHIFTS 5000 /* of its shifts in the time looked at */
#define LIMIT_CALENDAR_DATES 499 /* EXDATE, and RDATE, of one event */
#define LIMIT_CALENDAR_DAYS 1000000 /* days that its rules go through */
#define LIMIT_CALENDAR_ZONES 200 /* observances of its VTIMEZONEs */

/* Files an operator writes: alertd.yaml(5), alertd-contacts(5). */
#define LIMIT_CONF_FILE (256 * 1024) /* bytes of a YAML file */
#define LIMIT_CONF_DEPTH 16 /* nested collections of a YAML file */
#define LIMIT_CONF_NODES 20000 /* nodes of a YAML file */
#define LIMIT_TEMPLATE (64 * 1024) /* bytes of a template */
#define LIMIT_TEMPLATE_DEPTH 32 /* nested sections and partials */
#define LIMIT_TEMPLATE_STEPS 1000000 /* tags rendered in one text */
#define LIMIT_TEMPLATE_FILES 200 /* files of one folder */
#define LIMIT_TEMPLATE_OUT (256 * 1024) /* bytes of a rendered template */
#define LIMIT_WHOM 120 /* bytes of whom an incident is for, in words */
#define LIMIT_WHOM_SHORT 40 /* the same for an SMS */
#define LIMIT_CSV_FILE (16 * 1024 * 1024) /* bytes of a contacts file */
#define LIMIT_CSV_FIELD 1024 /* bytes of one field */
#define LIMIT_SECRET 4096 /* bytes of a secret's file */
#define LIMIT_ADDRESS                                          \
	254 /* bytes of an e-mail address (RFC 5321 4.5.3.1.3) \
	     */

/* Words: alertd-rules(5). */
#define LIMIT_PATTERN 1024 /* bytes of one pattern */
#define LIMIT_SENTENCE 2000 /* bytes; what is longer is read as several */
#define LIMIT_TERM_GAPS 3 /* " ... " of one term */
#define LIMIT_TERM_FORMS 64 /* ways to read one term with brackets */
#define LIMIT_MATCH 100000 /* PCRE2 match limit */
#define LIMIT_MATCH_HEAP 20000 /* PCRE2 heap limit, KiB */

/* Mail and SMS: alertd.yaml(5), sections MAIL and SMS. */
#define LIMIT_MAIL_BYTES (256 * 1024) /* of one composed message */
#define LIMIT_MAIL_RCPT 100 /* recipients of one transaction */
#define LIMIT_MAIL_SESSION 50 /* messages of one SMTP session */
#define LIMIT_SESSIONS 100 /* with one relay at once */
#define LIMIT_PACKED (4 * 1024 * 1024) /* bytes of a message for a session */
#define LIMIT_BOUNCE (4 * 1024 * 1024) /* bytes of a mail that came back */
#define LIMIT_BOUNCE_LOCAL 32 /* bytes of mail.bounces before its @ */
#define LIMIT_BOUNCE_RECIPIENTS 1000 /* that it may name */
#define LIMIT_SMS_SESSIONS 64 /* calls of a gateway at once */
#define LIMIT_SMS_SEGMENTS 10 /* highest max_segments */
#define LIMIT_REPLY 1024 /* bytes kept of a server's answer */
#define LIMIT_GATEWAY_BODY (8 * 1024 * 1024) /* bytes of a call, an answer */
#define LIMIT_CALLBACK_SECRET 16 /* bytes of callback_secret at least */
#define LIMIT_CALLBACK_ITEMS 1000 /* reports or SMS in one callback */
#define LIMIT_CALLBACK_FIELD 128 /* bytes of an id or a reference in it */
#define LIMIT_RETRY_AFTER 900 /* seconds that a gateway may ask us to wait */
#define LIMIT_INBOUND_DAYS 30 /* days that an inbound SMS is remembered */

/* Coverage: alertctl(1), alertd(8). Seconds. */
#define LIMIT_GAP_LOOK 3600 /* between two looks for gaps */
#define LIMIT_GAP_TOLD (7 * 86400) /* until a gap is told, and told again */

/* The page: alertd.yaml(5), section WEB. */
#define LIMIT_WEB_TOKEN 16 /* bytes of web.token at least */
#define LIMIT_HTTP_PATH 1024 /* bytes of a path with its query */
#define LIMIT_HTTP_HEADERS (16 * 1024) /* bytes of a request without body */
#define LIMIT_HTTP_BODY (64 * 1024) /* bytes of a body */
#define LIMIT_HTTP_FIELDS 100 /* fields of a header, a query or a form */
#define LIMIT_HTTP_CONNECTIONS 1000
#define LIMIT_HTTP_PER_ADDRESS 200 /* of them, when not on loopback */
#define LIMIT_HTTP_BACKLOG 4096 /* waiting to be accepted */
#define LIMIT_HTTP_IDLE 10 /* seconds until a request is there in full */
#define LIMIT_HTTP_CROWDED 1 /* the same, when half of the connections are */
#define LIMIT_HTTP_ANSWER 30 /* seconds in which an answer is taken */
#define LIMIT_HTTP_VIEWER 200 /* bytes kept of the name of who looks */
#define LIMIT_HTTP_PAGE (4 * 1024 * 1024) /* bytes of an answer */

/* On call: alertd.yaml(5), section LIMITS. */
#define LIMIT_WRONG_REPLIES 5 /* of one number in an hour; then none counts */
#define LIMIT_ANSWER_LOGGED                               \
	10 /* links of no use that are logged in a minute \
	    */

/* What operators type: alertd(8). */
#define LIMIT_DRAFT_DAYS 7 /* that a draft is kept after its last answer */

/* The self-check: alertd(8). Seconds. */
#define LIMIT_CHECK_EVERY 60 /* between two */
#define LIMIT_CHECK_LATE 300 /* that a notice may be late */
#define LIMIT_CHECK_WAIT 600 /* that what is due may wait for a worker */
#define LIMIT_CHECK_HELD 600 /* that a worker may take for a message, least */
#define LIMIT_CHECK_AGED 3600 /* that a message may outlive its give_up */
#define LIMIT_CHECK_FORGET 300 /* until a fault that comes again is new */
#define LIMIT_WRITER 15 /* that one transaction may keep the others waiting */
#define LIMIT_CHECK_FRESH 180 /* that a self-check counts for /healthz */
/* Bytes of a database that is read whole at the start, rows else. */
#define LIMIT_THROUGH_WHOLE (4 * 1024 * 1024)
#define LIMIT_THROUGH_NEWEST 500 /* rows of a table, at the start */
#define LIMIT_THROUGH_BYTES (1024 * 1024) /* that each self-check reads on */
#define LIMIT_WORKERS 16 /* of one channel */
#define LIMIT_WORKER_SILENT 60 /* that the page may leave us unanswered */
#define LIMIT_WORKER_DOWN 120 /* that a worker may not be up */
#define LIMIT_WORKER_DEATHS 5 /* of one program, within the next, are told */
#define LIMIT_WORKER_DEATHS_IN 3600
#define LIMIT_DEATHS_ALONE 2 /* of workers, until a message goes alone */
#define LIMIT_DEATHS_MOST 5 /* and until it is set aside */

/* The last resort: alertd(8). */
#define LIMIT_RESORT_AFTER 60 /* seconds that a fault lasts untold */
#define LIMIT_RESORT_EVERY 14400 /* seconds until it is told again */
#define LIMIT_RESORT_WELL 300 /* seconds of being well before that is told */
#define LIMIT_RESORT_SEND 300 /* seconds that sending it may take */
#define LIMIT_RESORT_TEXT 8192 /* bytes: what a pipe takes at once */

/* "config check --online": alertd(8). */
#define LIMIT_ONLINE_SECONDS 10 /* for each thing that is called */

/* The page, for machines: alertd(8). */
#define LIMIT_WEB_INCIDENTS 50 /* newest, of incidents.json */
#define LIMIT_WEB_UPDATES 12 /* newest notices of each of them */
#define LIMIT_WEB_ENTRIES 50 /* newest notices of feed.atom */

/* Very many municipalities, on the page and in a terminal: alertd(8). */
#define LIMIT_TILES 200 /* municipalities that are drawn; more: numbers */
#define LIMIT_NAMED 50 /* of more, not reached, that are named */
#define LIMIT_GROUPS 20 /* regions, and vendors, that they are counted by */
#define LIMIT_CTL_ROWS 200 /* of a list, unless --limit says how many */

/* The page, for people: alertd(8). */
#define LIMIT_WEB_COUNTED 2500 /* of more, looked at for one page */
#define LIMIT_WEB_LISTED 1000 /* rows of a list that goes on, on one page */
#define LIMIT_WEB_RECIPIENTS 5000 /* of a notice, counted for one page */

/* Reports and drills: alertctl(1). */
#define LIMIT_DRILL 86400 /* seconds that a drill may last */
#define LIMIT_REPORT_LINES 1000 /* of its reports, acts and failures each */

/* Restoring a backup: alertd(8), LIMITS. */
#define LIMIT_RESTORE_HOLD 1800 /* s that nothing of what is open goes out */
#define LIMIT_RESTORE_SKIP 100 /* numbers left out when it is not known */

#endif
