#include <stdlib.h>
#include <string.h>
#include <sqlite3.h>

#include "base/attr.h"
#include "base/clock.h"
#include "base/mem.h"
#include "bytes.h"
#include "vfs.h"

#define SECTOR 512
#define FILES 8
#define LOCKS SQLITE_SHM_NLOCK
#define OWNERS 16

/* What was done to a file since it was synced; data NULL: it was cut. */
struct change {
	sqlite3_int64 at, n;
	unsigned char *data;
};

struct handle;

struct file {
	char *name; /* NULL: the place is free */
	struct bytes now, synced;
	struct change *changes;
	size_t n_changes, cap_changes;
	/* Who holds what. */
	int opened, shared, mapped;
	const struct handle *reserved, *exclusive;
	void **regions;
	int n_regions;
	const struct handle *shm[LOCKS][OWNERS];
	bool alone[LOCKS]; /* its one owner holds it exclusively */
};

struct handle {
	sqlite3_file base;
	struct file *file; /* NULL: a real one */
	sqlite3_file *real;
	struct proc *proc;
	struct bytes *scratch; /* a file without a name */
	int level; /* SQLITE_LOCK_… */
	bool mapped;
	struct handle *next;
};

static struct {
	struct file files[FILES];
	struct file kept[FILES];
	struct handle *handles;
	struct proc *me;
	const char *folder;
	sqlite3_vfs *unix_vfs;
	int64_t changes, left;
	const struct proc *exempt;
	void (*die)(struct proc *, void *);
	void *arg;
	struct rng rng;
} disk;

/* --- files ---------------------------------------------------------------- */

static void
forget_changes(struct file *f)
{
	for (size_t i = 0; i < f->n_changes; i++)
		free(f->changes[i].data);
	f->n_changes = 0;
}

static void
apply(struct bytes *b, const struct change *c, sqlite3_int64 n)
{
	if (c->data == NULL)
		bytes_size(b, c->n);
	else if (n > 0)
		bytes_write(b, c->data, n, c->at);
}

static void
note(struct file *f, const void *data, sqlite3_int64 n, sqlite3_int64 at)
{
	struct change *c;

	if (f->n_changes == f->cap_changes) {
		f->cap_changes = f->cap_changes * 2 + 16;
		f->changes = xreallocarray(
		    f->changes, f->cap_changes, sizeof(*f->changes));
	}
	c = &f->changes[f->n_changes++];
	*c = (struct change){.at = at, .n = n};
	if (data != NULL) {
		c->data = xmalloc((size_t)n);
		memcpy(c->data, data, (size_t)n);
	}
}

static void
free_regions(struct file *f)
{
	for (int i = 0; i < f->n_regions; i++)
		free(f->regions[i]);
	free(f->regions);
	f->regions = NULL;
	f->n_regions = 0;
}

static void
file_clear(struct file *f)
{
	free(f->name);
	bytes_clear(&f->now);
	bytes_clear(&f->synced);
	forget_changes(f);
	free(f->changes);
	free_regions(f);
	*f = (struct file){0};
}

static struct file *
file_find(const char *name)
{
	for (size_t i = 0; i < FILES; i++)
		if (disk.files[i].name != NULL &&
		    strcmp(disk.files[i].name, name) == 0)
			return &disk.files[i];
	return NULL;
}

static struct file *
file_make(const char *name)
{
	for (size_t i = 0; i < FILES; i++)
		if (disk.files[i].name == NULL) {
			disk.files[i].name = xstrdup(name);
			return &disk.files[i];
		}
	return NULL;
}

/* --- dying ---------------------------------------------------------------- */

/* Before each change: whether the process lives to make it. */
static bool
may_change(struct handle *h)
{
	if (h->proc->dead)
		return false;
	if (h->proc == disk.exempt)
		return true;
	disk.changes++;
	if (disk.left > 0 && --disk.left == 0)
		disk.die(h->proc, disk.arg);
	return !h->proc->dead;
}

/* --- methods -------------------------------------------------------------- */

static struct handle *
of(sqlite3_file *f)
{
	return (struct handle *)f;
}

static void
release_all(struct handle *h)
{
	struct file *f = h->file;

	if (f == NULL)
		return;
	for (int i = 0; i < LOCKS; i++)
		for (int k = 0; k < OWNERS; k++)
			if (f->shm[i][k] == h) {
				f->shm[i][k] = NULL;
				f->alone[i] = false;
			}
	if (h->level >= SQLITE_LOCK_SHARED)
		f->shared--;
	if (f->reserved == h)
		f->reserved = NULL;
	if (f->exclusive == h)
		f->exclusive = NULL;
	h->level = SQLITE_LOCK_NONE;
}

static int
x_unmap(sqlite3_file *s, int delete)
{
	struct handle *h = of(s);

	if (h->real != NULL)
		return h->real->pMethods->xShmUnmap(h->real, delete);
	if (h->mapped && --h->file->mapped == 0)
		free_regions(h->file);
	h->mapped = false;
	return SQLITE_OK;
}

static int
x_close(sqlite3_file *s)
{
	struct handle *h = of(s);

	for (struct handle **p = &disk.handles; *p != NULL; p = &(*p)->next)
		if (*p == h) {
			*p = h->next;
			break;
		}
	if (h->real != NULL) {
		h->real->pMethods->xClose(h->real);
		sqlite3_free(h->real);
		return SQLITE_OK;
	}
	if (h->scratch != NULL) {
		bytes_clear(h->scratch);
		free(h->scratch);
		return SQLITE_OK;
	}
	x_unmap(s, 0);
	release_all(h);
	h->file->opened--;
	return SQLITE_OK;
}

static int
x_read(sqlite3_file *s, void *out, int n, sqlite3_int64 at)
{
	struct handle *h = of(s);

	if (h->proc->dead)
		return SQLITE_IOERR_READ;
	if (h->real != NULL)
		return h->real->pMethods->xRead(h->real, out, n, at);
	return bytes_read(
		   h->scratch != NULL ? h->scratch : &h->file->now, out, n, at)
		   ? SQLITE_OK
		   : SQLITE_IOERR_SHORT_READ;
}

static int
x_write(sqlite3_file *s, const void *data, int n, sqlite3_int64 at)
{
	struct handle *h = of(s);

	if (h->scratch != NULL) {
		bytes_write(h->scratch, data, n, at);
		return SQLITE_OK;
	}
	if (!may_change(h))
		return SQLITE_IOERR_WRITE;
	if (h->real != NULL)
		return h->real->pMethods->xWrite(h->real, data, n, at);
	bytes_write(&h->file->now, data, n, at);
	note(h->file, data, n, at);
	return SQLITE_OK;
}

static int
x_truncate(sqlite3_file *s, sqlite3_int64 n)
{
	struct handle *h = of(s);

	if (h->scratch != NULL) {
		bytes_size(h->scratch, n);
		return SQLITE_OK;
	}
	if (!may_change(h))
		return SQLITE_IOERR_TRUNCATE;
	if (h->real != NULL)
		return h->real->pMethods->xTruncate(h->real, n);
	bytes_size(&h->file->now, n);
	note(h->file, NULL, n, 0);
	return SQLITE_OK;
}

static int
x_sync(sqlite3_file *s, int flags)
{
	struct handle *h = of(s);

	if (h->scratch != NULL)
		return SQLITE_OK;
	if (!may_change(h))
		return SQLITE_IOERR_FSYNC;
	if (h->real != NULL)
		return h->real->pMethods->xSync(h->real, flags);
	for (size_t i = 0; i < h->file->n_changes; i++)
		apply(&h->file->synced, &h->file->changes[i],
		    h->file->changes[i].n);
	forget_changes(h->file);
	return SQLITE_OK;
}

static int
x_size(sqlite3_file *s, sqlite3_int64 *out)
{
	struct handle *h = of(s);

	if (h->proc->dead)
		return SQLITE_IOERR_FSTAT;
	if (h->real != NULL)
		return h->real->pMethods->xFileSize(h->real, out);
	*out = h->scratch != NULL ? h->scratch->n : h->file->now.n;
	return SQLITE_OK;
}

static int
x_lock(sqlite3_file *s, int level)
{
	struct handle *h = of(s);
	struct file *f = h->file;

	if (h->proc->dead)
		return SQLITE_IOERR_LOCK;
	if (h->real != NULL)
		return h->real->pMethods->xLock(h->real, level);
	if (f == NULL || level <= h->level)
		return SQLITE_OK;
	if (f->exclusive != NULL && f->exclusive != h)
		return SQLITE_BUSY;
	if (level >= SQLITE_LOCK_RESERVED) {
		if (f->reserved != NULL && f->reserved != h)
			return SQLITE_BUSY;
		f->reserved = h;
	}
	if (level == SQLITE_LOCK_EXCLUSIVE) {
		if (f->shared > (h->level >= SQLITE_LOCK_SHARED ? 1 : 0))
			return SQLITE_BUSY;
		f->exclusive = h;
	}
	if (h->level == SQLITE_LOCK_NONE)
		f->shared++;
	h->level = level;
	return SQLITE_OK;
}

static int
x_unlock(sqlite3_file *s, int level)
{
	struct handle *h = of(s);
	struct file *f = h->file;

	if (h->real != NULL)
		return h->real->pMethods->xUnlock(h->real, level);
	if (f == NULL || level >= h->level)
		return SQLITE_OK;
	if (f->reserved == h)
		f->reserved = NULL;
	if (f->exclusive == h)
		f->exclusive = NULL;
	if (level == SQLITE_LOCK_NONE)
		f->shared--;
	h->level = level;
	return SQLITE_OK;
}

static int
x_reserved(sqlite3_file *s, int *out)
{
	struct handle *h = of(s);

	if (h->real != NULL)
		return h->real->pMethods->xCheckReservedLock(h->real, out);
	*out = h->file != NULL && h->file->reserved != NULL;
	return SQLITE_OK;
}

static int
x_control(sqlite3_file *s, int op, void *arg)
{
	struct handle *h = of(s);

	if (h->real != NULL && !h->proc->dead)
		return h->real->pMethods->xFileControl(h->real, op, arg);
	return SQLITE_NOTFOUND;
}

static int
x_sector(sqlite3_file *s)
{
	(void)s;
	return SECTOR;
}

static int
x_device(sqlite3_file *s)
{
	(void)s;
	return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

static int
x_map(sqlite3_file *s, int region, int size, int extend, void volatile **out)
{
	struct handle *h = of(s);
	struct file *f = h->file;

	if (h->proc->dead)
		return SQLITE_IOERR_SHMMAP;
	if (h->real != NULL)
		return h->real->pMethods->xShmMap(
		    h->real, region, size, extend, out);
	if (!h->mapped)
		f->mapped++;
	h->mapped = true;
	*out = NULL;
	if (region >= f->n_regions && !extend)
		return SQLITE_OK;
	while (region >= f->n_regions) {
		f->regions = xreallocarray(
		    f->regions, (size_t)f->n_regions + 1, sizeof(*f->regions));
		f->regions[f->n_regions++] = xcalloc(1, (size_t)size);
	}
	*out = f->regions[region];
	return SQLITE_OK;
}

static int
shm_take(struct file *f, int i, const struct handle *h, bool alone)
{
	int place = -1;

	if (f->alone[i])
		return f->shm[i][0] == h ? SQLITE_OK : SQLITE_BUSY;
	for (int k = 0; k < OWNERS; k++) {
		if (f->shm[i][k] == h)
			return SQLITE_OK;
		if (f->shm[i][k] == NULL)
			place = place == -1 ? k : place;
		else if (alone)
			return SQLITE_BUSY;
	}
	if (place == -1)
		return SQLITE_BUSY;
	f->shm[i][place] = h;
	f->alone[i] = alone;
	return SQLITE_OK;
}

static void
shm_drop(struct file *f, int i, const struct handle *h)
{
	for (int k = 0; k < OWNERS; k++)
		if (f->shm[i][k] == h) {
			f->shm[i][k] = NULL;
			f->alone[i] = false;
		}
}

static int
x_shm_lock(sqlite3_file *s, int from, int n, int flags)
{
	struct handle *h = of(s);
	int r = SQLITE_OK;

	if (h->proc->dead && (flags & SQLITE_SHM_LOCK) != 0)
		return SQLITE_IOERR_SHMLOCK;
	if (h->real != NULL)
		return h->real->pMethods->xShmLock(h->real, from, n, flags);
	for (int i = from; i < from + n && r == SQLITE_OK; i++) {
		if ((flags & SQLITE_SHM_UNLOCK) != 0) {
			shm_drop(h->file, i, h);
			continue;
		}
		r = shm_take(
		    h->file, i, h, (flags & SQLITE_SHM_EXCLUSIVE) != 0);
		for (int k = from; r != SQLITE_OK && k < i; k++)
			shm_drop(h->file, k, h);
	}
	return r;
}

static void
x_barrier(sqlite3_file *s)
{
	struct handle *h = of(s);

	if (h->real != NULL)
		h->real->pMethods->xShmBarrier(h->real);
}

static const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = x_close,
    .xRead = x_read,
    .xWrite = x_write,
    .xTruncate = x_truncate,
    .xSync = x_sync,
    .xFileSize = x_size,
    .xLock = x_lock,
    .xUnlock = x_unlock,
    .xCheckReservedLock = x_reserved,
    .xFileControl = x_control,
    .xSectorSize = x_sector,
    .xDeviceCharacteristics = x_device,
    .xShmMap = x_map,
    .xShmLock = x_shm_lock,
    .xShmBarrier = x_barrier,
    .xShmUnmap = x_unmap,
};

/* --- the VFS -------------------------------------------------------------- */

static bool
is_real(const char *name)
{
	return disk.folder != NULL && name != NULL &&
	       strncmp(name, disk.folder, strlen(disk.folder)) == 0;
}

static int
open_real(struct handle *h, const char *name, int flags, int *out)
{
	sqlite3_vfs *u = disk.unix_vfs;
	int r;

	h->real = sqlite3_malloc(u->szOsFile);
	if (h->real == NULL)
		return SQLITE_NOMEM;
	memset(h->real, 0, (size_t)u->szOsFile);
	r = u->xOpen(u, name, h->real, flags, out);
	if (r != SQLITE_OK) {
		sqlite3_free(h->real);
		h->real = NULL;
	}
	return r;
}

static int
x_open(sqlite3_vfs *v, const char *name, sqlite3_file *s, int flags, int *out)
{
	struct handle *h = of(s);
	int r = SQLITE_OK;

	(void)v;
	memset(h, 0, sizeof(*h));
	h->proc = disk.me;
	if (h->proc->dead)
		return SQLITE_CANTOPEN;
	if (is_real(name)) {
		r = open_real(h, name, flags, out);
	} else if (name == NULL) {
		h->scratch = xcalloc(1, sizeof(*h->scratch));
	} else {
		h->file = file_find(name);
		if (h->file == NULL && (flags & SQLITE_OPEN_CREATE) != 0)
			h->file = file_make(name);
		if (h->file == NULL)
			return SQLITE_CANTOPEN;
		h->file->opened++;
	}
	if (r != SQLITE_OK)
		return r;
	h->base.pMethods = &methods;
	h->next = disk.handles;
	disk.handles = h;
	if (out != NULL && h->real == NULL)
		*out = flags;
	return SQLITE_OK;
}

static int
x_delete(sqlite3_vfs *v, const char *name, int sync)
{
	struct handle h = {.proc = disk.me};
	struct file *f;

	(void)v;
	if (!may_change(&h))
		return SQLITE_IOERR_DELETE;
	if (is_real(name))
		return disk.unix_vfs->xDelete(disk.unix_vfs, name, sync);
	f = file_find(name);
	if (f == NULL)
		return SQLITE_IOERR_DELETE_NOENT;
	if (f->opened == 0)
		file_clear(f);
	return SQLITE_OK;
}

static int
x_access(sqlite3_vfs *v, const char *name, int flags, int *out)
{
	(void)v;
	if (is_real(name))
		return disk.unix_vfs->xAccess(disk.unix_vfs, name, flags, out);
	*out = file_find(name) != NULL;
	return SQLITE_OK;
}

static int
x_path(sqlite3_vfs *v, const char *name, int n, char *out)
{
	(void)v;
	sqlite3_snprintf(n, out, "%s", name);
	return SQLITE_OK;
}

static int
x_random(sqlite3_vfs *v, int n, char *out)
{
	(void)v;
	for (int i = 0; i < n; i++)
		out[i] = (char)rng_next(&disk.rng);
	return n;
}

static int
x_sleep(sqlite3_vfs *v, int us)
{
	(void)v;
	return us;
}

static int
x_time(sqlite3_vfs *v, sqlite3_int64 *out)
{
	(void)v;
	*out = (clock_read().wall + INT64_C(210866760000)) * 1000;
	return SQLITE_OK;
}

static int
x_error(sqlite3_vfs *v, int n, char *out)
{
	(void)v;
	(void)n;
	(void)out;
	return 0;
}

void
vfs_install(void)
{
	static sqlite3_vfs made = {
	    .iVersion = 2,
	    .szOsFile = (int)sizeof(struct handle),
	    .mxPathname = 512,
	    .zName = "made",
	    .xOpen = x_open,
	    .xDelete = x_delete,
	    .xAccess = x_access,
	    .xFullPathname = x_path,
	    .xRandomness = x_random,
	    .xSleep = x_sleep,
	    .xGetLastError = x_error,
	    .xCurrentTimeInt64 = x_time,
	};

	/* One thread, and nobody asks how much memory it takes. */
	sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	sqlite3_initialize();
	disk.unix_vfs = sqlite3_vfs_find("unix");
	sqlite3_vfs_register(&made, 1);
}

/* --- for the world -------------------------------------------------------- */

void
vfs_reset(const char *folder)
{
	for (size_t i = 0; i < FILES; i++)
		if (disk.files[i].name != NULL)
			file_clear(&disk.files[i]);
	disk.folder = folder;
	disk.changes = disk.left = 0;
	disk.rng.state = 1;
}

static void
copy_files(struct file *to, const struct file *from)
{
	for (size_t i = 0; i < FILES; i++) {
		file_clear(&to[i]);
		if (from[i].name == NULL)
			continue;
		to[i].name = xstrdup(from[i].name);
		bytes_copy(&to[i].now, &from[i].now);
		bytes_copy(&to[i].synced, &from[i].now);
	}
}

void
vfs_keep(void)
{
	copy_files(disk.kept, disk.files);
}

void
vfs_restore(void)
{
	copy_files(disk.files, disk.kept);
	disk.changes = 0;
	disk.rng.state = 1;
}

void
vfs_become(struct proc *p)
{
	disk.me = p;
}

void
vfs_arm(int64_t n, const struct proc *exempt,
    void (*die)(struct proc *, void *), void *arg)
{
	disk.left = n;
	disk.exempt = exempt;
	disk.die = die;
	disk.arg = arg;
}

void
vfs_kill(struct proc *p)
{
	p->dead = true;
	for (struct handle *h = disk.handles; h != NULL; h = h->next)
		if (h->proc == p && h->real == NULL)
			release_all(h);
}

/* What the disk has of a change: whole, torn, or nothing of it. */
static sqlite3_int64
survives(const struct change *c, struct rng *r)
{
	sqlite3_int64 sectors = c->n / SECTOR;

	switch (rng_below(r, 3)) {
	case 0:
		return c->n;
	case 1:
		return sectors == 0
			   ? 0
			   : (sqlite3_int64)rng_below(r, (uint64_t)sectors) *
				 SECTOR;
	default:
		return 0;
	}
}

void
vfs_power_cut(struct rng *r)
{
	for (size_t i = 0; i < FILES; i++) {
		struct file *f = &disk.files[i];

		if (f->name == NULL)
			continue;
		for (size_t k = 0; k < f->n_changes; k++)
			apply(&f->synced, &f->changes[k],
			    survives(&f->changes[k], r));
		forget_changes(f);
		bytes_copy(&f->now, &f->synced);
	}
}

int64_t
vfs_changes(void)
{
	return disk.changes;
}
