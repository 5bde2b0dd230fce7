/*
 * orgfile.h: the files of organisations: municipalities.csv
 * (code,name,region_code,region,vendor; vendor is a code or "unknown"),
 * vendors.csv (id,name,system) and oncall.csv (code,name), the teams in the
 * order in which they are paged.
 */
#ifndef CONTACTS_ORGFILE_H
#define CONTACTS_ORGFILE_H

#include "base/diag.h"
#include "store/orgs.h"

/*
 * Each adds to *out; mistakes go to *d. 0, or -1 when there was any.
 * Vendors first: a municipality's vendor must be in *out.
 */
int vendors_read(const char *file, const char *text, size_t len,
    struct orgs *out, struct diags *d);
int teams_read(const char *file, const char *text, size_t len, struct orgs *out,
    struct diags *d);
int municipalities_read(const char *file, const char *text, size_t len,
    struct orgs *out, struct diags *d);

#endif
