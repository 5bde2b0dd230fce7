/*
 * rest.h: memory that a process gives back before it waits for long. Nothing is
 * lost by it: what is needed again is taken again.
 */
#ifndef BASE_REST_H
#define BASE_REST_H

/*
 * What of the heap is free, what of the stack is below the caller, and the
 * pages of programs and libraries that are as their files are: most of them
 * were needed once. For a process with one thread.
 */
void rest_memory(void);

#endif
