/* field.h: strings of a feed made safe to keep: valid UTF-8, no controls. */
#ifndef FEED_FIELD_H
#define FEED_FIELD_H

#include <stdbool.h>
#include <stddef.h>

/* One line: white space collapsed and trimmed, cut at max; release: free(). */
char *field_line(const char *s, size_t n, size_t max);
/* Text: lines kept, at most one empty line in a row; release with free(). */
char *field_text(const char *s, size_t n, size_t max);
/* An identity: one line, its hash when it is longer than LIMIT_TITLE. */
char *field_id(const char *s, size_t n);
/* The http(s) address, "" when it is none or too long; free(). */
char *field_url(const char *s, size_t n);
/* Lower case, spaces to "_": "In progress" is "in_progress"; free(). */
char *field_word(const char *s, size_t n);
/* Frees *field and puts value in its place; takes ownership of it. */
void field_set(char **field, char *value);
/* True when the body begins like a web page: "<!DOCTYPE html", "<html". */
bool body_is_html(const char *body, size_t n);

#endif
