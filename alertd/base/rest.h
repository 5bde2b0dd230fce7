/*
 * rest.h: memory that a process gives back before it waits for long. Nothing is
 * lost by it: what is needed again is taken again.
 */
#ifndef BASE_REST_H
#define BASE_REST_H

#include <poll.h>
#include <stdbool.h>

#define REST_LEAST_MS 1000

/*
 * What of the heap is free, what of the stack is below the caller, and the
 * pages of programs and libraries that are as their files are: most of them
 * were needed once. For a process with one thread.
 */
void rest_memory(void);
/* Whether so long a wait is worth a rest: REST_LEAST_MS, or (-1) no end. */
bool rest_pays(int ms);
/*
 * poll(), after such a rest where it pays. Less comes back for it than for a
 * rest before poll().
 */
int rest_poll(struct pollfd *fds, nfds_t n, int ms);

#endif
