#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "alertctl/ctl.h"
#include "alertctl/ui/out.h"
#include "alertctl/run.h"
#include "base/tr.h"
#include "store/audit.h"

/* One sentence that names the first record that is wrong. */
static void
say_fault(const struct audit_check *k)
{
	const int64_t n = k->bad;

	switch (k->fault) {
	case AUDIT_CHANGED:
		ctl_fail(EX_OK,
		    _("the audit trail was changed: record %" PRId64
		      " does not fit the one before it"),
		    n);
		break;
	case AUDIT_MISSING:
		ctl_fail(EX_OK,
		    _("the audit trail was changed: record %" PRId64
		      " is missing"),
		    n);
		break;
	case AUDIT_MOVED:
		ctl_fail(EX_OK,
		    _("the audit trail was changed: in the place of record "
		      "%" PRId64 " is record %" PRId64),
		    n, k->was);
		break;
	case AUDIT_UNNAMED:
		ctl_fail(EX_OK,
		    _("the audit trail was changed: record %" PRId64
		      " was erased, and no later record says so"),
		    n);
		break;
	case AUDIT_HEAD:
		ctl_fail(EX_OK,
		    _("the audit trail was changed: the last record, %" PRId64
		      ", is not the one that was written last"),
		    n);
		break;
	case AUDIT_WHOLE:
		break;
	}
}

static json_t *
check_json(const struct audit_check *k, const char *kept)
{
	bool whole = k->fault == AUDIT_WHOLE && (kept == NULL || k->kept != 0);
	json_t *j = json_pack("{s:b, s:I, s:s, s:I}", "verified", whole,
	    "records", (json_int_t)k->records, "head", k->head, "waiting",
	    (json_int_t)k->waiting);

	if (k->fault != AUDIT_WHOLE) {
		json_object_set_new(
		    j, "fault", json_string(audit_fault_name(k->fault)));
		json_object_set_new(j, "broken", json_integer(k->bad));
	}
	if (k->fault == AUDIT_MOVED)
		json_object_set_new(j, "is", json_integer(k->was));
	if (kept != NULL)
		json_object_set_new(j, "kept",
		    k->kept != 0 ? json_integer(k->kept) : json_null());
	return j;
}

static void
say_whole(const struct audit_check *k)
{
	if (k->records == 0) {
		printf("%s\n", _("Nothing is on record."));
		return;
	}
	printf(_("The audit trail is whole: each of the %" PRId64
		 " records fits the one before it.\n"),
	    k->records);
	printf(_("The head is %s\n"), k->head);
	if (k->kept != 0)
		printf(_("The kept head is that of record %" PRId64
			 ": nothing up to it was changed.\n"),
		    k->kept);
}

/* They are stored, and a report is on record within a minute. */
static void
say_waiting(const struct audit_check *k)
{
	if (k->waiting > 0)
		printf(tr_n("%" PRId64
			    " report of a telephone is not on record yet.\n",
			   "%" PRId64
			   " reports of telephones are not on record yet.\n",
			   k->waiting),
		    k->waiting);
}

static bool
is_hash(const char *s)
{
	return strlen(s) == HASH_SIZE - 1 &&
	       strspn(s, "0123456789abcdef") == HASH_SIZE - 1;
}

int
run_log_verify(struct ctl *c)
{
	const char *kept = ctl_option(c, "head");
	struct audit_check k;
	struct err e;
	int status;

	if (kept != NULL && !is_hash(kept))
		return ctl_fail(EX_USAGE,
		    _("--head %s: give the 64 hex digits that \"alertctl log "
		      "verify\" printed"),
		    kept);
	if ((status = ctl_store_reading(c)) != 0)
		return status;
	if (store_audit_verify(c->store, kept, &k, &e) == -1)
		return ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	if (c->json)
		out_json(check_json(&k, kept));
	if (k.fault != AUDIT_WHOLE) {
		say_fault(&k);
		return EX_DATAERR;
	}
	if (kept != NULL && k.kept == 0)
		return ctl_fail(EX_DATAERR,
		    _("no record has the kept head: the audit trail was made "
		      "anew or cut off since, or it is that of another "
		      "database"));
	if (!c->json) {
		say_whole(&k);
		say_waiting(&k);
	}
	return EX_OK;
}
