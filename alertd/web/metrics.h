/* metrics.h: the names of /metrics, for the test that holds the manual. */
#ifndef WEB_METRICS_H
#define WEB_METRICS_H

#include <stddef.h>

/* The i-th metric and its type, NULL past the end. */
const char *metric_name(size_t i);
const char *metric_type(size_t i);

#endif
