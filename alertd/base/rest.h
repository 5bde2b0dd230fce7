/*
 * rest.h: memory that a process gives back before it waits for long. Nothing is
 * lost by it: what is needed again is taken again.
 */
#ifndef BASE_REST_H
#define BASE_REST_H

/* What of the heap is free, after more than usual was done. */
void rest_heap(void);
/*
 * After the start, too, the pages of programs and libraries that only it
 * needed: what the linker reads is as much as all that runs later.
 */
void rest_started(void);

#endif
