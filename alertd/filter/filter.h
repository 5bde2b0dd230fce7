/*
 * filter.h: report × rules → finding. Pure: no clock, no database, no
 * network. The rules are alertd-rules(5).
 */
#ifndef FILTER_FILTER_H
#define FILTER_FILTER_H

#include "base/diag.h"
#include "base/err.h"
#include "conf/rules.h"
#include "feed/report.h"
#include "filter/finding.h"

struct filter;

/*
 * Compiles the rules; takes ownership of them, also on error. NULL, and every
 * bad word in *problems, when they cannot be used.
 */
struct filter *filter_open(struct rules_conf *rules, struct diags *problems);
/*
 * As that, for who judges nothing: what the rules say of components is there,
 * but no word, and filter_judge() must not be called.
 */
struct filter *filter_open_components(struct rules_conf *rules);
void filter_close(struct filter *f);
/*
 * Gives back how the words are written, a quarter of a megabyte, for who
 * explains nothing: explain_report() and filter_lint() must not be called any
 * more.
 */
void filter_forget_written(struct filter *f);
/*
 * Judges a report; *out is initialised by the call, release with
 * finding_clear(). When a pattern runs into its match limit the verdict is
 * never lower than VERDICT_ASK, and -1 with *e tells that a rule failed (the
 * finding is valid all the same); else 0.
 */
int filter_judge(const struct filter *f, const struct report *r,
    struct finding *out, struct err *e);

/* What the rules say of the component of that id; false: there is none. */
bool filter_component(
    const struct filter *f, const char *id, enum effect *effect, bool *path);
/* The topic that the rules give it, or "". Borrowed from the filter. */
const char *filter_component_topic(const struct filter *f, const char *id);
/* The id of component i, from 0, in the rules' order; NULL behind the last. */
const char *filter_component_id(const struct filter *f, size_t i);

#endif
