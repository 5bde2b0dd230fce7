/*
 * vfs.h: the disk of the simulation, as a VFS of SQLite: files in memory that
 * know what was synced and what was only written, and processes that own
 * their open files and can die between any two operations. tests/sim is
 * beside store/ the only place that sees sqlite3.h, since a disk can be put
 * under a database in no other way.
 *
 * What a disk keeps when the power goes: all that was synced; of each write
 * since, all of it, a torn piece of it, or nothing, each by itself. Files
 * are made, emptied and removed at once, as on a journalled file system.
 */
#ifndef TESTS_SIM_VFS_H
#define TESTS_SIM_VFS_H

#include <stdbool.h>
#include <stdint.h>

#include "rng.h"

/* Who opens files. One that is dead can do nothing more to them. */
struct proc {
	const char *name;
	bool dead;
};

/* Makes it the default VFS; once. */
void vfs_install(void);
/* An empty memory disk; or, with a folder, real files below it. */
void vfs_reset(const char *folder);
/* Keeps the disk as it is now, all closed; and makes it so again. */
void vfs_keep(void);
void vfs_restore(void);

/* Whose the files are that are opened from now on. */
void vfs_become(struct proc *p);
/*
 * After n more changes of a disk by a process that is not exempt, before the
 * next one, die is called with the process that was about to make it, which
 * may be dead from then on. n 0: never.
 */
void vfs_arm(int64_t n, const struct proc *exempt,
    void (*die)(struct proc *p, void *arg), void *arg);
/* It is dead: its locks are gone, and whatever it does fails. */
void vfs_kill(struct proc *p);
/* The power goes, after all processes were killed and closed. */
void vfs_power_cut(struct rng *r);
/* Changes of the disk so far. */
int64_t vfs_changes(void);

#endif
