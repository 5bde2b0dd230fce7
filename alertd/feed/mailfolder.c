#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/attr.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "feed/field.h"
#include "feed/mail.h"
#include "feed/mailauth.h"
#include "feed/mailfolder.h"
#include "feed/mailthread.h"

#define DAY 86400
#define REFUSED ".refused" /* a subfolder, as Maildir++ names them */
#define SHOWN 80 /* bytes of a subject that the on-call is told */

enum item_state {
	ITEM_UNREAD,
	ITEM_MAIL,
	ITEM_REFUSED, /* nobody was told */
	ITEM_TOLD, /* it is to be moved */
	ITEM_OLD,
	ITEM_PASSED /* there are too many that are newer */
};

/* A file of the folder. */
struct item {
	char *name; /* what stays the same when another program moves it */
	char *file; /* "new/…" or "cur/…" */
	enum item_state state;
	int64_t arrived;
	struct mail mail;
	char *why; /* who sent it, and why it is refused */
};

struct mailfolder {
	const struct feed_conf *conf;
	struct item *v; /* by name */
	size_t n;
	size_t *queue; /* what is to be read, newest first */
	size_t n_queue, at;
	size_t accepted; /* in state ITEM_MAIL */
	int64_t now;
	int64_t told_at;
	bool torn; /* a mail went while the folder was read */
	struct err error; /* the folder cannot be read */
	char good[HASH_SIZE]; /* of the mails that were handed on; "" none */
	int64_t expires; /* when the first of their threads is too old */
};

const char *
mailfolder_path(const struct feed_conf *feed)
{
	return feed->url + strlen("file://");
}

struct mailfolder *
mailfolder_open(const struct feed_conf *feed)
{
	struct mailfolder *f = xcalloc(1, sizeof(*f));

	f->conf = feed;
	f->told_at = TIME_NONE;
	return f;
}

static void
item_clear(struct item *i)
{
	if (i->state == ITEM_MAIL)
		mail_clear(&i->mail);
	free(i->name);
	free(i->file);
	free(i->why);
	*i = (struct item){0};
}

static void
clear_items(struct item *v, size_t n)
{
	for (size_t i = 0; i < n; i++)
		item_clear(&v[i]);
	free(v);
}

void
mailfolder_close(struct mailfolder *f)
{
	if (f == NULL)
		return;
	clear_items(f->v, f->n);
	free(f->queue);
	free(f);
}

/* --- listing ----------------------------------------------------------------
 */

struct listing {
	struct item *v;
	size_t n, room;
};

static void
add_item(struct listing *l, const char *part, const char *name)
{
	if (l->n == l->room) {
		l->room = l->room == 0 ? 64 : 2 * l->room;
		l->v = xreallocarray(l->v, l->room, sizeof(*l->v));
	}
	l->v[l->n++] = (struct item){
	    .name = xstrndup(name, strcspn(name, ":")),
	    .file = xasprintf("%s/%s", part, name),
	};
}

static int
list_part(
    const char *folder, const char *part, struct listing *l, struct err *e)
{
	char *path = xasprintf("%s/%s", folder, part);
	DIR *dir = opendir(path);
	const struct dirent *entry;
	int r = 0;

	if (dir == NULL)
		r = err_set(e, "%s: %s", path, strerror(errno));
	while (dir != NULL && r == 0 && (entry = readdir(dir)) != NULL) {
		if (entry->d_name[0] == '.')
			continue;
		if (l->n >= LIMIT_MAILDIR_FILES)
			r = err_set(e, "%s: more than %d mails: move old ones",
			    folder, LIMIT_MAILDIR_FILES);
		else
			add_item(l, part, entry->d_name);
	}
	if (dir != NULL)
		closedir(dir);
	free(path);
	return r;
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(
	    ((const struct item *)a)->name, ((const struct item *)b)->name);
}

/* Takes over what is known of a file; its name says that it is the same. */
static void
recall(struct mailfolder *f, struct item *i)
{
	struct item *known = NULL;
	char *file = i->file;

	if (f->n > 0)
		known = bsearch(i, f->v, f->n, sizeof(*f->v), by_name);
	if (known == NULL || known->name == NULL)
		return;
	free(i->name);
	*i = *known;
	free(i->file);
	i->file = file;
	/* Still in its place for bsearch(), but no longer the owner. */
	*known = (struct item){.name = xstrdup(i->name), .state = ITEM_OLD};
}

/* Since new is listed before cur, a mail moved meanwhile is there twice. */
static void
take_listing(struct mailfolder *f, struct listing *l)
{
	size_t n = 0;

	if (l->n > 1)
		qsort(l->v, l->n, sizeof(*l->v), by_name);
	for (size_t i = 0; i < l->n; i++) {
		if (n > 0 && str_eq(l->v[n - 1].name, l->v[i].name)) {
			item_clear(&l->v[n - 1]);
			n--;
		}
		l->v[n++] = l->v[i];
	}
	for (size_t i = 0; i < n; i++)
		recall(f, &l->v[i]);
	clear_items(f->v, f->n);
	f->v = l->v;
	f->n = n;
}

static void
stat_item(struct mailfolder *f, struct item *i)
{
	char *path = xasprintf("%s/%s", mailfolder_path(f->conf), i->file);
	struct stat st;

	i->arrived = stat(path, &st) == -1 ? f->now : (int64_t)st.st_mtime;
	free(path);
}

static const struct item *sorting;

static int
newest_first(const void *a, const void *b)
{
	const struct item *x = &sorting[*(const size_t *)a];
	const struct item *y = &sorting[*(const size_t *)b];

	if (x->arrived != y->arrived)
		return x->arrived > y->arrived ? -1 : 1;
	return strcmp(y->name, x->name);
}

static void
make_queue(struct mailfolder *f)
{
	free(f->queue);
	f->queue = xcalloc(f->n + 1, sizeof(*f->queue));
	f->n_queue = f->at = f->accepted = 0;
	for (size_t i = 0; i < f->n; i++) {
		struct item *x = &f->v[i];

		if (x->state == ITEM_UNREAD) {
			stat_item(f, x);
			f->queue[f->n_queue++] = i;
		}
		if (x->state == ITEM_MAIL &&
		    x->arrived < f->now - LIMIT_MAILDIR_DAYS * DAY) {
			mail_clear(&x->mail);
			x->state = ITEM_OLD;
		}
		f->accepted += x->state == ITEM_MAIL;
	}
	sorting = f->v;
	if (f->n_queue > 1)
		qsort(f->queue, f->n_queue, sizeof(*f->queue), newest_first);
}

void
mailfolder_start(struct mailfolder *f, int64_t now)
{
	const char *folder = mailfolder_path(f->conf);
	struct listing l = {0};

	f->now = now;
	f->error.msg[0] = '\0';
	f->torn = false;
	f->n_queue = f->at = 0;
	if (list_part(folder, "new", &l, &f->error) == 0 &&
	    list_part(folder, "cur", &l, &f->error) == 0) {
		take_listing(f, &l);
		make_queue(f);
	} else {
		clear_items(l.v, l.n);
	}
}

/* --- reading ----------------------------------------------------------------
 */

/* The first max bytes of a file; *cut: there are more. -1 with errno. */
static int
read_start(const char *path, struct buf *b, bool *cut)
{
	/* Not O_NONBLOCK alone: what is no file is not read at all. */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
	char chunk[16384];
	struct stat st;
	ssize_t n = -1;

	if (fd == -1)
		return -1;
	if (fstat(fd, &st) == 0 && !S_ISREG(st.st_mode)) {
		errno = EINVAL;
	} else {
		while (
		    !buf_failed(b) && (n = read(fd, chunk, sizeof(chunk))) > 0)
			if (buf_add(b, chunk, (size_t)n) == -1)
				buf_add(b, chunk, b->max - b->len);
	}
	*cut = buf_failed(b);
	close(fd);
	return n == -1 ? -1 : 0;
}

static void
refuse(struct item *i, const struct mail *m, const char *why)
{
	size_t n = utf8_cut(m->subject, SHOWN);

	i->state = ITEM_REFUSED;
	free(i->why);
	i->why = xasprintf("from %s, \"%.*s%s\": %s",
	    *m->from == '\0' ? "an unknown sender" : m->from, (int)n,
	    m->subject, m->subject[n] == '\0' ? "" : "\xe2\x80\xa6", why);
}

/* By its header first: what is not believed is not looked into. */
static void
judge(struct mailfolder *f, struct item *i, const struct buf *b, bool cut)
{
	size_t head = mail_header_size(buf_str(b), b->len);
	struct mail m;
	struct err e;
	int r = mail_read(buf_str(b), head, false, i->arrived, &m, &e);

	if (r == 0)
		r = mailauth_check(f->conf, &m, &e);
	if (r == 0) {
		mail_clear(&m);
		r = mail_read(buf_str(b), b->len, cut, i->arrived, &m, &e);
	}
	if (r == -1) {
		refuse(i, &m, e.msg);
		mail_clear(&m);
		return;
	}
	i->mail = m;
	i->state = ITEM_MAIL;
	f->accepted++;
}

/* Returns how many bytes that took. */
static size_t
read_item(struct mailfolder *f, struct item *i)
{
	char *path;
	struct buf b;
	size_t n;
	int why;
	bool cut = false;

	if (i->arrived < f->now - LIMIT_MAILDIR_DAYS * DAY) {
		i->state = ITEM_OLD;
		return 0;
	}
	path = xasprintf("%s/%s", mailfolder_path(f->conf), i->file);
	buf_init(&b, (size_t)f->conf->max_bytes);
	why = read_start(path, &b, &cut) == 0 ? 0 : errno;
	if (why == 0) {
		judge(f, i, &b, cut);
	} else if (why == ENOENT) {
		f->torn = true; /* it was moved: the next poll sees where */
	} else {
		char *name = field_line(i->file, strlen(i->file), LIMIT_TITLE);

		i->state = ITEM_REFUSED;
		free(i->why);
		i->why = xasprintf("%s: %s", name, strerror(why));
		free(name);
	}
	n = b.len;
	buf_clear(&b);
	free(path);
	return n;
}

bool
mailfolder_step(struct mailfolder *f)
{
	size_t bytes = 0;

	for (int i = 0; i < LIMIT_MAILDIR_STEP && f->at < f->n_queue &&
			bytes < LIMIT_FEED_BODY;
	     i++) {
		struct item *x = &f->v[f->queue[f->at++]];

		/* Newest first: of those behind, none is wanted. */
		if (f->accepted >= 2 * (size_t)f->conf->max_items)
			x->state = ITEM_PASSED;
		else
			bytes += read_item(f, x);
	}
	return f->at < f->n_queue;
}

/* --- what it says -----------------------------------------------------------
 */

static int
by_date(const void *a, const void *b)
{
	const struct item *const *x = a, *const *y = b;

	if ((*x)->mail.at != (*y)->mail.at)
		return (*x)->mail.at > (*y)->mail.at ? -1 : 1;
	return strcmp((*y)->name, (*x)->name);
}

/* The mails, newest first; what is over a limit is let go. */
static size_t
gather(struct mailfolder *f, const struct mail **out)
{
	struct item **l = xcalloc(f->n + 1, sizeof(*l));
	size_t n = 0, kept = 0, bytes = 0;

	for (size_t i = 0; i < f->n; i++)
		if (f->v[i].state == ITEM_MAIL)
			l[n++] = &f->v[i];
	if (n > 1)
		qsort(l, n, sizeof(*l), by_date);
	for (size_t i = 0; i < n; i++) {
		bytes += strlen(l[i]->mail.text) + strlen(l[i]->mail.quoted);
		if (kept < (size_t)f->conf->max_items &&
		    bytes <= LIMIT_MAILDIR_TEXT) {
			out[kept++] = &l[i]->mail;
			continue;
		}
		mail_clear(&l[i]->mail);
		l[i]->state = ITEM_PASSED;
	}
	free(l);
	return kept;
}

static void
hash_names(const struct mailfolder *f, char out[HASH_SIZE])
{
	struct buf b;

	buf_init(&b, SIZE_MAX / 2);
	for (size_t i = 0; i < f->n; i++)
		if (f->v[i].state == ITEM_MAIL)
			buf_addf(&b, "%s\n", f->v[i].name);
	sha256_hex(buf_str(&b), b.len, out);
	buf_clear(&b);
}

/* Not more often than now and then, however much of it comes. */
static void
tell_refused(struct mailfolder *f, struct err *out)
{
	const struct item *first = NULL;
	size_t n = 0;

	if (f->told_at != TIME_NONE && f->now >= f->told_at &&
	    f->now - f->told_at < LIMIT_MAIL_REFUSED)
		return;
	for (size_t i = 0; i < f->n; i++) {
		if (f->v[i].state != ITEM_REFUSED)
			continue;
		n++;
		if (first == NULL || f->v[i].arrived > first->arrived)
			first = &f->v[i];
	}
	if (n == 1)
		err_set(out, "%s", first->why);
	else if (n > 1)
		err_set(out, "%zu mails, the last %s", n, first->why);
}

/* Hands the threads on, and remembers for how long they are the same. */
static void
tell_threads(struct mailfolder *f, const struct mail *const *mails, size_t n,
    const char *hash, struct poll_result *r)
{
	const int64_t listed = LIMIT_MAILDIR_LISTED * DAY;
	struct reports *l = &r->reports;

	mailthread_reports(f->conf->name, mails, n, f->now - listed, l);
	/* Mails that are too old or too many are not missing: a folder is no
	 * list of what goes on. */
	l->complete = !f->torn;
	r->outcome = POLL_REPORTS;
	f->expires = INT64_MAX;
	for (size_t i = 0; i < l->n; i++)
		if (l->v[i].updated + listed < f->expires)
			f->expires = l->v[i].updated + listed;
	if (f->torn)
		f->good[0] = '\0';
	else
		memcpy(f->good, hash, HASH_SIZE);
}

void
mailfolder_finish(struct mailfolder *f, struct poll_result *r)
{
	const struct mail **mails;
	char hash[HASH_SIZE];
	size_t n;

	if (f->error.msg[0] != '\0') {
		r->outcome = POLL_FAILED;
		r->cause = CAUSE_UNREACHABLE;
		r->error = f->error;
		return;
	}
	mails = xcalloc(f->n + 1, sizeof(*mails));
	n = gather(f, mails);
	hash_names(f, hash);
	tell_refused(f, &r->refused);
	if (!f->torn && str_eq(hash, f->good) && f->now <= f->expires)
		r->outcome = POLL_UNCHANGED;
	else
		tell_threads(f, mails, n, hash, r);
	free(mails);
}

void
mailfolder_again(struct mailfolder *f)
{
	f->good[0] = '\0';
}

/* --- what is refused --------------------------------------------------------
 */

static int
make_refused(const char *folder, struct err *e)
{
	static const char *const parts[] = {"tmp", "new", "cur"};
	char *mark = xasprintf("%s/" REFUSED "/maildirfolder", folder);
	int r = 0, fd;

	for (size_t i = 0; r == 0 && i < LENGTH(parts); i++) {
		char *part = xasprintf("%s/" REFUSED "/%s", folder, parts[i]);

		r = dir_make(part, e);
		free(part);
	}
	/* An empty file by which Maildir++ knows a subfolder. */
	fd = r == 0 ? open(mark, O_WRONLY | O_CREAT | O_CLOEXEC, 0600) : -1;
	if (fd != -1)
		close(fd);
	free(mark);
	return r;
}

/* Over no other: what is refused is not lost. */
static int
move(const char *folder, const struct item *i, struct err *e)
{
	char *from = xasprintf("%s/%s", folder, i->file);
	char *to = xasprintf("%s/" REFUSED "/%s", folder, i->file);
	int r = renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE);

	if (r == -1 && errno != ENOENT)
		err_set(e, "%s: not moved to " REFUSED ": %s", from,
		    strerror(errno));
	free(to);
	free(from);
	return r == -1 && errno != ENOENT ? -1 : 0;
}

int
mailfolder_told(struct mailfolder *f, struct err *e)
{
	const char *folder = mailfolder_path(f->conf);
	int r = make_refused(folder, e);

	f->told_at = f->now;
	for (size_t i = 0; i < f->n; i++) {
		struct item *x = &f->v[i];

		if (x->state != ITEM_REFUSED && x->state != ITEM_TOLD)
			continue;
		x->state = ITEM_TOLD;
		if (r == 0)
			r = move(folder, x, e);
	}
	return r;
}
