/* fold.h: text compared as people read it: case of any letter aside. */
#ifndef BASE_FOLD_H
#define BASE_FOLD_H

#include <stdbool.h>

/*
 * s with upper case made lower and every letter written one way (NFKC); what
 * is no UTF-8 stays as it is. Release with free().
 */
char *fold(const char *s);
/* "ÆRØ" is "Ærø". */
bool fold_same(const char *a, const char *b);

#endif
