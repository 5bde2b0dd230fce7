/*
 * corpus.h: judges labelled messages, one JSON object a line (id, source,
 * title, body, components, impact, status; verdict, effect and phase are the
 * optional labels), and tells how many were judged as labelled.
 */
#ifndef FILTER_CORPUS_H
#define FILTER_CORPUS_H

#include <jansson.h>
#include <stdio.h>

#include "filter/filter.h"

/*
 * lines gets one JSON line for each message, tables the confusion tables.
 * -1 with *e when a line is bad or a rule failed: each is named there on
 * tables as file:line, after all lines were tried.
 */
int corpus_run(const struct filter *f, const char *file, const char *text,
    FILE *lines, FILE *tables, struct err *e);

/*
 * The report that a message is, without its labels: a text is read as that of
 * a feed ("Resolved - …"). Release with report_clear().
 */
void corpus_report(struct report *r, const json_t *message);

#endif
