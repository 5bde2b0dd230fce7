/* frame.h: pieces of bytes with their length before them, over a socket. */
#ifndef DELIVER_FRAME_H
#define DELIVER_FRAME_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

/* What stands before a frame of len bytes, and how much of it there is. */
#define FRAME_HEAD sizeof(uint32_t)

/* Sends all of b, however long it takes. 0, or -1 with errno. */
int frame_send(int fd, const struct buf *b);
/*
 * Waits for one, into b, up to its limit. 1; 0 when the other side has ended
 * between two; -1: broken off, longer than that, or errno.
 */
int frame_receive(int fd, struct buf *b);
/* The same for one that is waited for elsewhere: both on a blocking socket. */
void frame_head(char out[FRAME_HEAD], size_t len);
size_t frame_length(const char head[FRAME_HEAD]);

#endif
