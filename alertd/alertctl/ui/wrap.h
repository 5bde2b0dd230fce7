/* wrap.h: text for people, 80 columns wide. */
#ifndef ALERTCTL_UI_WRAP_H
#define ALERTCTL_UI_WRAP_H

#include <stddef.h>
#include <stdio.h>

#define WRAP_COLUMNS 80

/* How many columns s takes in a terminal: its letters. */
size_t text_width(const char *s);
/* Bytes of s that fit in width columns, cut at a blank where there is one. */
size_t text_fits(const char *s, size_t width);
/*
 * Prints text, whose words are parted by blanks, and ends the line. It begins
 * at column at, where the line stands now, and goes on at column indent. A
 * line feed in the text begins a line there.
 */
void wrap_print(FILE *out, const char *text, size_t at, size_t indent);
/* Blanks until the line that stands at column at is column wide. */
void wrap_pad(FILE *out, size_t at, size_t column);

#endif
