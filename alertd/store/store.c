#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/attr.h"
#include "base/buf.h"
#include "base/fault.h"
#include "base/file.h"
#include "base/mem.h"
#include "store/chain.h"
#include "store/look.h"
#include "store/schema.h"
#include "store/sql.h"
#include "store/wal.h"

static int
execute(struct store *s, const char *sql, struct err *e)
{
	if (sqlite3_exec(s->db, sql, NULL, NULL, NULL) != SQLITE_OK)
		return sql_failed(s, NULL, e);
	return 0;
}

enum store_fault
store_fault_of(int errnum)
{
	static const enum store_fault faults[FAULT_KINDS] = {
	    [FAULT_READONLY] = STORE_DENIED,
	    [FAULT_FULL] = STORE_FULL,
	    [FAULT_IO] = STORE_IO,
	};
	enum store_fault f = faults[fault_of(errnum)];

	return f == STORE_WELL ? STORE_OTHER : f;
}

/* SQLite would make the file with the umask's mode: it holds addresses. */
static int
make_file(const char *path, struct store_opening *how, struct err *e)
{
	int mode = how->reading || how->still ? O_RDONLY : O_RDWR, fd;

	if (strcmp(path, ":memory:") == 0)
		return 0;
	fd = open(path, mode | O_CLOEXEC | (how->create ? O_CREAT : 0), 0600);
	how->fault = STORE_MISSING;
	if (fd == -1 && errno == ENOENT && how->still)
		return err_set(e, "%s: there is no such file", path);
	if (fd == -1 && errno == ENOENT && !how->create)
		return err_set(e,
		    "%s: there is no database; alertd makes it when it "
		    "starts, \"alertctl contacts import FILE\" too",
		    path);
	how->fault = store_fault_of(errno);
	if (fd == -1 && errno == EACCES) {
		fault_note(fault_of(EACCES));
		return err_set(e,
		    "%s: Permission denied; run as the user of alertd, who "
		    "must own it and its folder",
		    path);
	}
	if (fd == -1)
		return fault_errno(e, path, errno);
	close(fd);
	return 0;
}

/*
 * Two that make a new database at once: SQLite tells one of them that it is
 * busy without asking the handler, lest they wait for each other.
 */
static int
set_wal(struct store *s, struct err *e)
{
	static const struct timespec tick = {0, 10 * 1000 * 1000};
	int64_t end = clock_read().mono_ms + STORE_PATIENCE;

	while (execute(s, "PRAGMA journal_mode = WAL", e) == -1) {
		if ((sqlite3_errcode(s->db) & 0xff) != SQLITE_BUSY ||
		    clock_read().mono_ms >= end)
			return -1;
		nanosleep(&tick, NULL);
	}
	return 0;
}

/*
 * For SQLite: how long the lock of another is waited for before the next try.
 * A commit takes some tenths of a millisecond, and SQLite's own first wait is
 * a whole one.
 */
static int
wait_busy(void *arg, int tries)
{
	static const int us[] = {100, 100, 100, 100, 100, 100, 100, 100, 100,
	    100, 500, 500, 1000, 2000, 5000, 10000, 15000, 20000, 25000, 25000,
	    25000, 50000, 50000, 100000};
	const struct store *s = arg;
	int64_t waited = 0;
	int i, most = (int)LENGTH(us) - 1;

	for (i = 0; i < tries && i < most; i++)
		waited += us[i];
	waited += (int64_t)(tries - i) * us[most];
	if (waited >= (int64_t)s->patience * 1000)
		return 0;
	usleep((useconds_t)us[i]);
	return 1;
}

void
store_patience(struct store *s, int ms)
{
	s->patience = ms;
	sqlite3_busy_handler(s->db, wait_busy, s);
}

/* What changes nothing in the file. */
static int
set_reading(struct store *s, struct err *e)
{
	store_patience(s, STORE_PATIENCE);
	sqlite3_extended_result_codes(s->db, 1);
	return execute(s, "PRAGMA trusted_schema = OFF", e);
}

/*
 * A new file can give back pages that are free, some at a time. One that is
 * there already cannot be asked to without being written anew.
 */
static int
set_vacuum(struct store *s, struct err *e)
{
	int64_t pages = 0;

	if (sql_value(s, e, &pages, "size", "PRAGMA page_count", "") == -1)
		return -1;
	return pages > 0 ? 0
			 : execute(s, "PRAGMA auto_vacuum = INCREMENTAL", e);
}

static int
set_writing(struct store *s, struct err *e)
{
	if (set_vacuum(s, e) == -1 || set_wal(s, e) == -1)
		return -1;
	/* With recursive triggers REPLACE cannot pass the ones on DELETE. */
	return execute(s,
	    "PRAGMA synchronous = FULL;"
	    "PRAGMA journal_size_limit = " WAL_BYTES_TEXT ";"
	    /* 8 MB: a notice to all municipalities is 830 pages, its results
	     * with it, and who fills the log waits for two more fsyncs. */
	    "PRAGMA wal_autocheckpoint = 2000;"
	    /* What is erased is not left behind in the file. */
	    "PRAGMA secure_delete = ON;"
	    "PRAGMA foreign_keys = ON;"
	    "PRAGMA recursive_triggers = ON;"
	    /* What is sorted is not left in a file elsewhere. */
	    "PRAGMA temp_store = MEMORY;",
	    e);
}

static int
apply(struct store *s, int64_t version, struct err *e)
{
	char *set = xasprintf(
	    "PRAGMA user_version = %lld", (long long)version + 1);
	int r = 0;

	for (const char *const *p = schema_migrations[version];
	     r == 0 && *p != NULL; p++)
		r = execute(s, *p, e);
	if (r == 0)
		r = execute(s, set, e);
	free(set);
	return r;
}

/* Whether it has this version's schema, and no newer one. */
static int
look_schema(struct store *s, const struct store_opening *how, int64_t *version,
    struct err *e)
{
	if (look_version(s, version, e) == -1)
		return -1;
	if (how->create || how->older || *version == look_newest())
		return 0;
	s->fault = STORE_OLDER;
	return err_set(e,
	    "the database has schema %lld, this version needs %lld: "
	    "start alertd to bring it up to date",
	    (long long)*version, (long long)look_newest());
}

void
store_busy(struct store *s, const char *fmt, ...)
{
	va_list ap;
	char *doing;

	if (s->busy == NULL)
		return;
	va_start(ap, fmt);
	doing = xvasprintf(fmt, ap);
	va_end(ap);
	s->busy(doing, s->busy_arg);
	free(doing);
}

static int
migrate(struct store *s, struct err *e)
{
	int64_t version = 0, newest = look_newest();

	if (look_version(s, &version, e) == -1)
		return -1;
	if (version > 0 && version < newest)
		store_busy(s, "bringing the database from schema %lld to %lld",
		    (long long)version, (long long)newest);
	for (; version < newest; version++)
		if (apply(s, version, e) == -1 || audit_seal(s, e) == -1 ||
		    audit_pack(s, e) == -1)
			return -1;
	return 0;
}

/* The version is read again under the lock: two may start at once. */
static int
bring_up(struct store *s, struct err *e)
{
	if (store_begin(s, e) == -1)
		return -1;
	if (migrate(s, e) == -1) {
		store_rollback(s);
		return -1;
	}
	return store_commit(s, e);
}

static int
prepare(struct store *s, const struct store_opening *how, struct err *e)
{
	int64_t version = 0;

	if (set_reading(s, e) == -1 || look_schema(s, how, &version, e) == -1 ||
	    (how->check && version > 0 && look_enough(s, version, e) == -1))
		return -1;
	if (how->still)
		return 0;
	if (set_writing(s, e) == -1)
		return -1;
	return how->create ? bring_up(s, e) : 0;
}

/* Somebody who was killed has left what he wrote there. */
static bool
has_log(const char *path)
{
	char *log = xasprintf("%s-wal", path);
	struct stat st;
	bool has = stat(log, &st) == 0 && st.st_size > 0;

	free(log);
	return has;
}

/*
 * Whoever closes it last writes the log into the file: not while it is not
 * known that the file is sound, and ours.
 */
static void
keep_log(struct store *s, bool keep)
{
	sqlite3_db_config(
	    s->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, (int)keep, NULL);
}

/*
 * Nobody asks SQLite how much memory it has, and one thread has a connection:
 * counting and locking is a tenth of what a statement costs. And each
 * connection would keep 48 kB for small pieces, for which malloc() is as good.
 * It is refused, and no harm, when SQLite runs already.
 */
static void
configure(void)
{
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 1200, 8); /* bytes, pieces */
}

static int
open_plain(const char *name, int flags, sqlite3 **db)
{
	configure();
	return sqlite3_open_v2(name, db, flags | SQLITE_OPEN_NOMUTEX, NULL);
}

/* For SQLite, in place of mmap(). */
static void *
map_alone(void *at, size_t n, int may, int flags, int fd, off_t from)
{
	void *p = mmap(at, n, may, flags, fd, from);

	if (p != MAP_FAILED)
		madvise(p, n, MADV_DONTFORK);
	return p;
}

void
store_keep_from_forks(void)
{
	sqlite3_vfs *vfs;

	configure(); /* to look for it is to start SQLite */
	vfs = sqlite3_vfs_find(NULL);
	if (vfs != NULL && vfs->iVersion >= 3)
		vfs->xSetSystemCall(
		    vfs, "mmap", (sqlite3_syscall_ptr)map_alone);
}

static struct store *
open_file(const char *path, struct store_opening *how, struct err *e)
{
	struct store *s = xcalloc(1, sizeof(*s));

	s->still = how->still;
	s->busy = how->busy;
	s->busy_arg = how->arg;
	if (open_plain(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
		&s->db) != SQLITE_OK) {
		sql_failed(s, NULL, e);
	} else {
		keep_log(s, has_log(path));
		if (prepare(s, how, e) == 0) {
			keep_log(s, how->still);
			how->fault = STORE_WELL;
			return s;
		}
	}
	how->fault = sql_why(s);
	store_close(s);
	return NULL;
}

enum store_fault
store_fault(const struct store *s)
{
	return s->fault;
}

const char *
store_fault_name(enum store_fault f)
{
	static const char *const names[] = {"well", "other", "missing",
	    "corrupt", "newer", "older", "locked", "full", "io", "denied"};

	return names[f];
}

/* A URI of the path, for a file that nobody can be changing. */
static char *
immutable_uri(const char *path)
{
	struct buf b;

	buf_init(&b, 4 * PATH_MAX);
	buf_adds(&b, "file:");
	for (; *path != '\0'; path++)
		buf_addf(&b, strchr("?#%", *path) != NULL ? "%%%02X" : "%c",
		    (unsigned char)*path);
	buf_adds(&b, "?immutable=1");
	return buf_steal(&b);
}

static struct store *
open_readonly(const char *name, struct store_opening *how, struct err *e)
{
	struct store *s = xcalloc(1, sizeof(*s));
	int64_t version = 0;

	s->still = how->still;
	if (open_plain(name, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, &s->db) !=
	    SQLITE_OK) {
		sql_failed(s, NULL, e);
	} else if (set_reading(s, e) == 0 &&
		   look_schema(s, how, &version, e) == 0) {
		how->fault = STORE_WELL;
		return s;
	}
	how->fault = sql_why(s);
	store_close(s);
	return NULL;
}

/*
 * Who may not make the files of the write-ahead log can read without them
 * only while there are none: then all stands in the database itself.
 */
static struct store *
open_unlogged(const char *path, struct store_opening *how, struct err *e)
{
	char *log = xasprintf("%s-wal", path), *uri = immutable_uri(path);
	struct store *s = NULL;

	if (access(log, F_OK) == -1)
		s = open_readonly(uri, how, e);
	free(log);
	free(uri);
	return s;
}

/* Whether it, and the files of its log beside it, may be written. */
static bool
may_write(const char *path)
{
	char *folder = path_folder(path);
	bool may = access(path, W_OK) == 0 && access(folder, W_OK) == 0;

	free(folder);
	return may;
}

static struct store *
open_reading(const char *path, struct store_opening *how, struct err *e)
{
	struct store *s = NULL;

	if (how->still && !has_log(path))
		s = open_unlogged(path, how, e);
	else if (how->still || may_write(path))
		s = open_file(path, how, e);
	else if ((s = open_readonly(path, how, e)) == NULL)
		s = open_unlogged(path, how, e);
	return s;
}

struct store *
store_open_as(const char *path, struct store_opening *how, struct err *e)
{
	bool reads = how->reading || how->still;
	struct store *s = NULL;

	/* Who only reads need not be allowed to write it. */
	if (make_file(path, how, e) == -1)
		return NULL;
	/* With a log the first page may be there: SQLite looks at both. */
	if (has_log(path) || look_file(path, how->still, &how->fault, e) == 0)
		s = reads ? open_reading(path, how, e)
			  : open_file(path, how, e);
	if (s == NULL)
		err_prefix(e, "%s: ", path);
	return s;
}

struct store *
store_open(const char *path, bool create, struct err *e)
{
	return store_open_as(
	    path, &(struct store_opening){.create = create}, e);
}

struct store *
store_open_reading(const char *path, struct err *e)
{
	return store_open_as(path, &(struct store_opening){.reading = true}, e);
}

void
store_close(struct store *s)
{
	if (s == NULL)
		return;
	prepared_clear(s->prepared);
	sqlite3_close(s->db);
	free(s);
}

/* The same of what stays prepared. */
static int
often(struct store *s, const char *sql, struct err *e)
{
	struct prepared *kept;
	sqlite3_stmt *st = NULL;
	int r = prepared_begin(s->prepared, s->db, sql, &st, &kept);

	if (r == SQLITE_OK)
		r = sqlite3_step(st) == SQLITE_DONE ? 0
						    : sql_failed(s, NULL, e);
	else
		r = sql_failed(s, NULL, e);
	prepared_end(st, kept);
	return r;
}

int
store_begin(struct store *s, struct err *e)
{
	if (s->doomed)
		return err_set(e, "database: the transaction was rolled back");
	if (s->depth == 0 && often(s, "BEGIN IMMEDIATE", e) == -1)
		return -1;
	if (s->depth == 0)
		s->audit_seq = 0;
	s->depth++;
	return 0;
}

int
store_commit(struct store *s, struct err *e)
{
	if (s->depth == 0)
		return err_set(e, "database: there is no transaction");
	if (s->doomed) {
		store_rollback(s);
		return err_set(e, "database: the transaction was rolled back");
	}
	if (s->depth == 1 && often(s, "COMMIT", e) == -1) {
		store_rollback(s);
		return -1;
	}
	if (s->depth == 1)
		s->fault = STORE_WELL;
	s->depth--;
	return 0;
}

void
store_rollback(struct store *s)
{
	if (s->depth == 0)
		return;
	/* SQLite may have rolled back by itself (disk full). */
	if (!sqlite3_get_autocommit(s->db))
		execute(s, "ROLLBACK", NULL);
	s->depth--;
	s->doomed = s->depth > 0;
}

void
store_rest(struct store *s)
{
	prepared_rest(s->prepared);
	sqlite3_db_release_memory(s->db);
}

/* sqlite3_exec(): the one value. */
static int
take_level(void *arg, int n, char **values, char **names)
{
	(void)n;
	(void)names;
	*(bool *)arg = values[0] != NULL && strcmp(values[0], "2") == 0;
	return 0;
}

int
store_sync_later(struct store *s, struct err *e)
{
	bool full = false;

	/* A statement that is kept would know it as it was then. */
	if (sqlite3_exec(s->db, "PRAGMA synchronous", take_level, &full,
		NULL) != SQLITE_OK)
		return sql_failed(s, "sync", e);
	if (!full)
		return 0;
	s->later = true;
	return execute(s, "PRAGMA synchronous = NORMAL", e);
}

int
store_sync_left(struct store *s, struct err *e)
{
	/* Else it is still owed, and the next call does it. */
	if (s->later && execute(s, "PRAGMA synchronous = FULL", e) == -1)
		return -1;
	s->later = false;
	return 0;
}

int
store_sync(struct store *s, struct err *e)
{
	sqlite3_file *log;

	if (!s->later)
		return 0;
	if (store_sync_left(s, e) == -1 || wal_file(s, &log, e) == -1)
		return -1;
	/* Without a log there is nothing that could be lost. */
	if (log != NULL &&
	    log->pMethods->xSync(log, SQLITE_SYNC_NORMAL) != SQLITE_OK)
		return wal_failed(s, errno, e);
	return 0;
}

int
store_settle(struct store *s, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "settle", "PRAGMA wal_checkpoint(PASSIVE)", "");
	r = sql_step(&q);
	sql_close(&q);
	return r == -1 ? -1 : 0;
}

int64_t
store_version(struct store *s)
{
	int64_t v = -1;

	sql_value(s, NULL, &v, "data_version", "PRAGMA data_version", "");
	return v;
}
