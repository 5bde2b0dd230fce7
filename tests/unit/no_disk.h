/*
 * no_disk.h: in a test that includes it nothing waits for the disk. What is
 * stored is the same: a difference would show when the power goes.
 */
#ifndef TESTS_UNIT_NO_DISK_H
#define TESTS_UNIT_NO_DISK_H

#include <unistd.h>

int
fdatasync(int fd)
{
	(void)fd;
	return 0;
}

int
fsync(int fd)
{
	return fdatasync(fd);
}

#endif
