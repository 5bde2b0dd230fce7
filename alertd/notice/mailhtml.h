/*
 * mailhtml.h: the plain text of a mail as HTML that Outlook (which is Word)
 * and Gmail show as it is meant: tables and inline styles, no images, nothing
 * from elsewhere; for this folder.
 */
#ifndef NOTICE_MAILHTML_H
#define NOTICE_MAILHTML_H

/*
 * The lines of text: bullets ("- "), quotations ("> "), headings (a line that
 * ends in "?"), links and paragraphs. free().
 */
char *mailhtml_body(const char *text);
/* A whole document of such a body, for when there is no template; free(). */
char *mailhtml_plain(const char *body);

#endif
