/* facts.h: incidents, reports and notices as JSON, for several commands. */
#ifndef ALERTCTL_STATUS_FACTS_H
#define ALERTCTL_STATUS_FACTS_H

#include <jansson.h>

#include "conf/config.h"
#include "feed/report.h"
#include "filter/finding.h"
#include "incident/incident.h"
#include "store/incidents.h"
#include "store/receipts.h"

/* New references all. */
json_t *incident_json(const struct incident *i, const struct config *conf);
json_t *notice_json(const struct notice *n);
/* feed, id, title, verdict, effect, phase, service, reason, … */
json_t *finding_json(const struct report *r, const struct finding *f);

/* Who was asked for a receipt: code, name, asked, reminded, receipted. */
json_t *asked_json(const struct asked_list *l);

/* When the next notice of the incident is due, or TIME_NONE. */
int64_t next_notice(const struct incident *i, const struct config *conf);

#endif
