/* templates.h: where the texts of templates are; for this folder, alertctl. */
#ifndef NOTICE_TEMPLATES_H
#define NOTICE_TEMPLATES_H

#include "base/buf.h"
#include "base/err.h"
#include "notice/notice.h"

/* The text of NAME or NAME.txt, the folder's before the built-in, or NULL. */
const char *templates_find(const struct templates *t, const char *name);
/* Where that text is, for messages: a path. Borrowed until close. */
const char *templates_place(const struct templates *t, const char *name);

/*
 * Renders the template file with the JSON of a file: HTML is escaped unless
 * the name ends in ".txt". A partial NAME is the file NAME, NAME.mustache or
 * NAME.txt beside it. Returns 0, or -1 with *e as "file:line:col: …".
 */
int template_render_file(
    const char *path, const char *json_path, struct buf *out, struct err *e);

#endif
