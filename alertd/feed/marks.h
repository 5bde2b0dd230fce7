/*
 * marks.h: the words by which a title says in what state its event is:
 * "[RESOLVED] …", "Service disruption: …", "… - løst". alertd.yaml(5) lists
 * them.
 */
#ifndef FEED_MARKS_H
#define FEED_MARKS_H

#include <stddef.h>

/*
 * The title without its marks; release with free(). *status is what they say
 * in the words of state.h, "" when that is no state, NULL when there is none.
 */
char *mark_off(const char *title, const char **status);
/*
 * How much a status says against another: that it is over outweighs that it
 * goes on, and both that it is planned; 0 is no state.
 */
int mark_weight(const char *status);
/* The n bytes as they are compared: folded and trimmed; free(). */
char *mark_fold(const char *s, size_t n);

#endif
