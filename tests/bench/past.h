/*
 * past.h: a database with a past, for benches and tests.
 *
 * It is what is left of a real one: each incident with its events, call,
 * pages, receipts and records, some mails refused, most telephones reporting
 * within two minutes and some hours later; the audit trail fits.
 */
#ifndef TESTS_BENCH_PAST_H
#define TESTS_BENCH_PAST_H

#include <stdbool.h>
#include <stdint.h>

/*
 * incidents of notices each, of which each goes to messages by turns of mail
 * and SMS, of recipients each, spread evenly over years until now: incidents *
 * notices * messages * recipients deliveries, and two for each of two pages an
 * incident. contacts are there today, recipients of each organisation; there
 * are as many organisations as they, or a notice, need, and the 98 at least.
 * The last open of the incidents are open, with their next notice in two
 * hours. text bytes are in a mail, html twice. erased: retention: has been
 * everywhere, else it has all before it.
 */
struct past {
	int64_t incidents, notices, messages, recipients, contacts, years, open,
	    text;
	bool erased;
	int64_t days; /* instead of years, if not 0 */
	int64_t first; /* messages of the first incident, if not 0 */
	int64_t refused; /* every so manieth mail is, 97 if 0 */
};

/* Ten years of 50 real outages each: two million deliveries. */
#define PAST_USUAL                                              \
	{                                                       \
		500, 4, 196, 5, 490, 10, 0, 800, false, 0, 0, 0 \
	}

struct past_made {
	int64_t deliveries, messages, records;
};

/* Makes the file at path, which is not there yet; what fails ends it all. */
void
past_make(const char *path, const struct past *want, struct past_made *out);

#endif
