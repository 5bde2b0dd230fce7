/*
 * flat_plans.h: how SQLite would run every statement of the day of
 * flat_house.h, its triggers with it, and what of that is refused: to look
 * through a table that grows, to make an index of it, and to sort more of it
 * than belongs together. Each exception has its reason.
 */
#ifndef TESTS_UNIT_FLAT_PLANS_H
#define TESTS_UNIT_FLAT_PLANS_H

#include <ctype.h>
#include <dirent.h>

#include "flat_house.h"

#define SOURCE_MAX (1 << 20)

/*
 * What there is more of each year. Not so: tests, of which a year is kept, and
 * matters of no urgency (low), which are gone when they were told.
 */
static const char *const growing[] = {"incident", "notice", "notice_body",
    "message", "delivery", "event", "report", "audit", "call", "call_person",
    "code", "receipt", "asked", "early_report", "inbound", "wrong_reply",
    "cover"};

/*
 * Partial indexes of what is not done with: as long as today's work. To look
 * through one of these is what it is there for.
 */
static const char *const todays[] = {"incident_live", "message_due",
    "message_page", "message_held", "message_deaths", "delivery_open",
    "delivery_sending", "notice_unchecked", "call_open", "call_incident",
    "call_alarm"};

/* A statement, a part of a line of its plan, and why that may be. */
struct allowed {
	const char *name, *line, *why;
};

static inline bool
is_name(char c)
{
	return isalnum((unsigned char)c) || c == '_';
}

/* Where the word stands in s, as a word. */
static inline const char *
word_in(const char *s, const char *word)
{
	size_t n = strlen(word);

	for (const char *p = s; (p = strstr(p, word)) != NULL; p++)
		if ((p == s || !is_name(p[-1])) && !is_name(p[n]))
			return p;
	return NULL;
}

/* Whether the table is called that anywhere in the statement. */
static inline bool
is_alias(const char *sql, const char *table, const char *alias)
{
	char *as = xasprintf("%s %s", table, alias);
	bool is = word_in(sql, as) != NULL;

	free(as);
	return is || str_eq(table, alias);
}

static inline bool
grows(const char *sql, const char *alias)
{
	for (size_t i = 0; i < LENGTH(growing); i++)
		if (is_alias(sql, growing[i], alias))
			return true;
	return false;
}

static inline bool
by_todays(const char *line)
{
	for (size_t i = 0; i < LENGTH(todays); i++)
		if (word_in(line, todays[i]) != NULL)
			return true;
	return false;
}

/* A row of the plan: "SCAN m USING INDEX x", "SEARCH m USING …". */
static inline const char *
refused(const char *sql, const char *line)
{
	char alias[64] = "";

	if (sscanf(line, "%*s %63s", alias) != 1 || !grows(sql, alias))
		return NULL;
	if (strstr(line, "AUTOMATIC") != NULL)
		return "makes an index of its own";
	if (str_starts(line, "SCAN ") && !by_todays(line))
		return "looks through a table that grows";
	return NULL;
}

/*
 * From one end only, so that it may be all there is; from one id to another is
 * what follows one another, as the deliveries of a message.
 */
static inline bool
is_wide(const char *sql, const char *line)
{
	char alias[64] = "";

	return sscanf(line, "%*s %63s", alias) == 1 && grows(sql, alias) &&
	       !by_todays(line) && strstr(line, "=?") == NULL &&
	       strstr(line, "(rowid>? AND rowid<?)") == NULL &&
	       (str_starts(line, "SCAN ") || strpbrk(line, "<>") != NULL);
}

static inline bool
allowed(const struct allowed *l, const char *name, const char *line)
{
	for (; l->name != NULL; l++)
		if (str_eq(l->name, name) && strstr(line, l->line) != NULL)
			return true;
	return false;
}

static inline void
show_bad(const struct seen *s, const char *line, const char *why, size_t *bad)
{
	fprintf(stderr, "%s (%s): %s\n    %s\n    %s\n", s->name, s->part, why,
	    line, s->sql);
	++*bad;
}

static inline void
judge_plan(
    sqlite3 *db, const struct seen *s, const struct allowed *l, size_t *bad)
{
	char *text = xasprintf("EXPLAIN QUERY PLAN %s", s->sql);
	sqlite3_stmt *st;
	bool wide = false;

	if (sqlite3_prepare_v2(db, text, -1, &st, NULL) != SQLITE_OK)
		fail_msg("%s: %s", s->name, sqlite3_errmsg(db));
	while (sqlite3_step(st) == SQLITE_ROW) {
		const char *line = (const void *)sqlite3_column_text(st, 3);
		const char *why = refused(s->sql, line);

		if (getenv("FLAT_PLANS") != NULL)
			fprintf(stderr, "%s: %s\n", s->name, line);
		wide |= is_wide(s->sql, line);
		if (why == NULL && wide && strstr(line, "TEMP B-TREE") != NULL)
			why = "sorts what may be all there is";
		if (why != NULL && !allowed(l, s->name, line))
			show_bad(s, line, why, bad);
	}
	sqlite3_finalize(st);
	free(text);
}

static inline sqlite3 *
open_plain(const char *path)
{
	sqlite3 *db;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	sqlite3_db_config(db, SQLITE_DBCONFIG_TRIGGER_EQP, 1, NULL);
	return db;
}

/* Every statement, as the database is, or with statistics of it. */
static inline size_t
judge_plans(const struct world *w, bool analyze, const struct allowed *l)
{
	sqlite3 *db = open_plain(w->db);
	size_t bad = 0;

	if (analyze) {
		assert_int_equal(
		    sqlite3_exec(db, "ANALYZE", NULL, NULL, NULL), SQLITE_OK);
		sqlite3_close(db);
		db = open_plain(w->db);
	}
	for (size_t i = 0; i < watched.n; i++)
		judge_plan(db, &watched.v[i], l, &bad);
	sqlite3_close(db);
	return bad;
}

/* --- that the day has all of them ----------------------------------------- */

/* The names of the statements of one file of store/: added to *out. */
static inline void
names_of(const char *path, struct strv *out)
{
	static const char *const calls[] = {
	    "sql_open(", "sql_run(", "sql_value("};
	char *text;

	must(file_read(path, SOURCE_MAX, &text, NULL, &e), &e);
	for (size_t i = 0; i < LENGTH(calls); i++) {
		for (const char *p = text; (p = strstr(p, calls[i])) != NULL;) {
			const char *end = strstr(p, ");");
			const char *from = strchr(p, '"');
			char *name;

			p++;
			if (from == NULL || end == NULL || from > end)
				continue;
			name = xstrndup(from + 1, strcspn(from + 1, "\""));
			/* Else the name is not here, and this is a format. */
			if (strlen(name) > 2 && strchr(name, ' ') == NULL &&
			    !strv_has(out, name))
				strv_add(out, name);
			free(name);
		}
	}
	free(text);
}

static inline struct strv
names_of_all(void)
{
	DIR *d = opendir("alertd/store");
	struct strv all = {0};
	struct dirent *f;

	assert_non_null(d);
	while ((f = readdir(d)) != NULL) {
		char *path = xasprintf("alertd/store/%s", f->d_name);

		if (str_ends(path, ".c"))
			names_of(path, &all);
		free(path);
	}
	closedir(d);
	return all;
}

#endif
