/*
 * Makes a database with a past; see past.h.
 *
 *     made DATABASE [KEY=N…]
 *
 * The keys are the names of struct past, with the values of PAST_USUAL when
 * they are left out; erased is 0 or 1.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/attr.h"
#include "base/str.h"
#include "past.h"

#define MOST 100000000

static struct past want = PAST_USUAL;
static int64_t erased;

static const struct {
	const char *key;
	int64_t *value, least;
} keys[] = {
    {"incidents", &want.incidents, 0},
    {"notices", &want.notices, 1},
    {"messages", &want.messages, 1},
    {"recipients", &want.recipients, 1},
    {"contacts", &want.contacts, 0},
    {"years", &want.years, 1},
    {"days", &want.days, 0},
    {"first", &want.first, 0},
    {"refused", &want.refused, 0},
    {"open", &want.open, 0},
    {"text", &want.text, 1},
    {"erased", &erased, 0},
};

static int
take_key(const char *arg)
{
	const char *is = strchr(arg, '=');

	for (size_t i = 0; is != NULL && i < LENGTH(keys); i++)
		if (strlen(keys[i].key) == (size_t)(is - arg) &&
		    str_starts(arg, keys[i].key))
			return parse_int(
			    is + 1, keys[i].least, MOST, keys[i].value);
	return -1;
}

static int
usage(void)
{
	fputs("usage: made DATABASE [KEY=N…]; the keys:", stderr);
	for (size_t i = 0; i < LENGTH(keys); i++)
		fprintf(stderr, " %s", keys[i].key);
	fputc('\n', stderr);
	return 64;
}

int
main(int argc, char **argv)
{
	struct past_made made;

	for (int i = 2; i < argc; i++)
		if (take_key(argv[i]) == -1)
			return usage();
	if (argc < 2 || access(argv[1], F_OK) == 0)
		return usage();
	want.erased = erased != 0;
	past_make(argv[1], &want, &made);
	printf("%lld deliveries, %lld messages, %lld records\n",
	    (long long)made.deliveries, (long long)made.messages,
	    (long long)made.records);
	return 0;
}
