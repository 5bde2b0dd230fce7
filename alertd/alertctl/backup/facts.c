#include <inttypes.h>
#include <stdio.h>

#include "alertctl/backup/facts.h"
#include "alertctl/ctl.h"
#include "alertctl/ui/out.h"
#include "base/tr.h"

int
facts_status(enum store_fault fault)
{
	switch (fault) {
	case STORE_WELL:
		return EX_OK;
	case STORE_MISSING:
		return EX_NOINPUT;
	case STORE_CORRUPT:
	case STORE_NEWER:
	case STORE_OLDER:
		return EX_DATAERR;
	case STORE_LOCKED:
		return EX_TEMPFAIL;
	case STORE_IO:
		return EX_IOERR;
	case STORE_DENIED:
		return EX_NOPERM;
	case STORE_FULL:
	case STORE_OTHER:
		break;
	}
	return EX_CANTCREAT;
}

void
facts_print(const char *title, const struct backup_facts *f)
{
	char when[WHEN_SIZE];

	printf("%s\n", title);
	printf(_("  size       %.1f MB, schema %" PRId64 "\n"),
	    (double)f->bytes / 1e6, f->schema);
	if (f->made != TIME_NONE)
		printf(_("  made       %s\n"), out_when(f->made, when));
	printf(_("  newest     %s, of %" PRId64 " records\n"),
	    out_when(f->newest, when), f->records);
	printf(_("  incidents  %" PRId64 ", %" PRId64 " pending or open\n"),
	    f->incidents, f->open);
	printf(_("  contacts   %" PRId64 "\n"), f->contacts);
	printf(_("  to send    %" PRId64 " recipients\n"), f->queued);
}

json_t *
facts_json(const char *file, const struct backup_facts *f)
{
	return json_pack("{s:s, s:I, s:I, s:o, s:o, s:I, s:I, s:I, s:I, s:I,"
			 " s:s}",
	    "file", file, "bytes", (json_int_t)f->bytes, "schema",
	    (json_int_t)f->schema, "made", json_time(f->made), "newest",
	    json_time(f->newest), "records", (json_int_t)f->records,
	    "incidents", (json_int_t)f->incidents, "open", (json_int_t)f->open,
	    "contacts", (json_int_t)f->contacts, "queued",
	    (json_int_t)f->queued, "head", f->head);
}
