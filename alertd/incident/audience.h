/*
 * audience.h: which municipalities an incident is for. One line of text that
 * stands in the incident and never changes once it is opened:
 *
 *   ""                          all
 *   "region:Region Nordjylland" those of the region, by its name
 *   "vendor:kmd"                those of the vendor, by its code
 *   "org:0101,0147"             these, by their codes, sorted
 *
 * contacts/audience.h makes it of what an operator writes.
 */
#ifndef INCIDENT_AUDIENCE_H
#define INCIDENT_AUDIENCE_H

#include <stdbool.h>

enum audience_kind {
	AUDIENCE_ALL,
	AUDIENCE_REGION,
	AUDIENCE_VENDOR,
	AUDIENCE_ORGS
};

/*
 * What kind it is; *value is what stands behind the colon, "" for all. What is
 * none of them is AUDIENCE_ORGS of "": nobody.
 */
enum audience_kind audience_kind(const char *audience, const char **value);
/* Whether a municipality of that code, region and vendor is in it. */
bool audience_has(const char *audience, const char *code, const char *region,
    const char *vendor);

#endif
