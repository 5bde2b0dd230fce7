/*
 * editor.h: a text written in the operator's editor, in a folder of its own
 * that nobody else can read. What the editor has saved outlives it and us.
 */
#ifndef ALERTCTL_UI_EDITOR_H
#define ALERTCTL_UI_EDITOR_H

#include "base/err.h"

/* VISUAL, else EDITOR; NULL: none is set. */
const char *editor_name(void);
/*
 * Has the operator edit text in a file in folder, which is made; below it
 * stands help, each line behind "# ". 0 and *out, the text without such lines
 * and without blank lines at its ends; -1 with *e when the editor fails. The
 * file stays, also then. free().
 */
int editor_edit(const char *folder, const char *text, const char *help,
    char **out, struct err *e);
/* What stands in the file of the folder, as above; NULL: there is none. */
char *editor_saved(const char *folder);
/* Removes the folder with whatever is in it, if it is there. */
void editor_forget(const char *folder);
/* Text without the lines that begin with "#"; free(). Pure. */
char *editor_strip(const char *text);

#endif
