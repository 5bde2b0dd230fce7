/* Unit tests of base/address.h: what is an address, what a number. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/address.h"
#include "base/attr.h"
#include "base/mem.h"

#define L63 "abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz0"

static const struct {
	const char *in;
	const char *why; /* NULL: valid */
} addresses[] = {
    {"a@example.dk", NULL},
    {"Fornavn.Efternavn+fmk@sub-1.example.dk", NULL},
    {"o'hara_1!#$%&*-/=?^`{|}~@example.dk", NULL},
    {L63 "1@" L63 ".dk", NULL},
    {"a@xn--rdgrd-vuad.example.dk", NULL},
    {"", "it is empty"},
    {"example.dk", "there is no @"},
    {"@example.dk", "there is nothing before the @"},
    {"a@", "there is no domain after the @"},
    {"a@b@example.dk", "more than one @"},
    {"a b@example.dk", "a space"},
    {" a@example.dk", "a space"},
    {"a@example.dk\r\nBcc: b@example.dk", "a control character"},
    {"a\x7f@example.dk", "a control character"},
    {"æ@example.dk", "a character outside ASCII"},
    {".a@example.dk", "a dot at the edge of the part before the @"},
    {"a.@example.dk", "a dot at the edge of the part before the @"},
    {"a..b@example.dk", "two dots in a row"},
    {"\"a\"@example.dk", "quotes are not supported"},
    {"a,b@example.dk", "a character that an address cannot have"},
    {"<a@example.dk>", "a character that an address cannot have"},
    {L63 "12@example.dk", "more than 64 characters before the @"},
    {"a@example", "the domain has no dot (like example.dk)"},
    {"a@example.dk.", "a dot too many in the domain"},
    {"a@.example.dk", "a dot too many in the domain"},
    {"a@example..dk", "a dot too many in the domain"},
    {"a@-example.dk", "a hyphen at the edge of a domain label"},
    {"a@example-.dk", "a hyphen at the edge of a domain label"},
    {"a@exa_mple.dk", "a character that a domain cannot have"},
    {"a@" L63 "1.dk", "a domain label of more than 63 characters"},
    {"a@[192.0.2.1]", "a domain is needed, not a number in [ ]"},
    {"a@192.0.2.1", "the domain ends with a number"},
    {"a@" L63 "." L63 "." L63 "." L63, "longer than 254 characters"},
};

static void
test_address(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH(addresses); i++) {
		struct err e = {""};
		bool valid = address_valid(addresses[i].in, &e);

		assert_int_equal(valid, addresses[i].why == NULL);
		assert_int_equal(address_valid(addresses[i].in, NULL), valid);
		if (!valid)
			assert_string_equal(e.msg, addresses[i].why);
	}
}

static const struct {
	const char *in;
	const char *out;
	const char *why;
} numbers[] = {
    {"00000001", "+4500000001", NULL},
    {"00 00 00 01", "+4500000001", NULL},
    {" 0000 0001 ", "+4500000001", NULL},
    {"+45 00 00 00 01", "+4500000001", NULL},
    {"+298 123456", "+298123456", NULL},
    {"+299 12 34 56", "+299123456", NULL},
    {"+1 2345 67", "+1234567", NULL},
    {"+123456789012345", "+123456789012345", NULL},
    {"", NULL, "it is empty"},
    {" ", NULL, "it is empty"},
    {"+", NULL, "it is empty"},
    {"0000001", NULL,
	"7 digits; a Danish number has 8, any other begins with + and its "
	"country code"},
    {"4500000001", NULL,
	"10 digits; a Danish number has 8, any other begins with + and its "
	"country code"},
    {"004500000001", NULL, "write + for the leading 00"},
    {"+45 0000001", NULL, "7 digits after +45; there must be 8"},
    {"+45 000000012", NULL, "9 digits after +45; there must be 8"},
    {"+298 12345", NULL, "5 digits after +298; there must be 6"},
    {"+299 1234567", NULL, "7 digits after +299; there must be 6"},
    {"+0123456789", NULL, "a country code does not begin with 0"},
    {"+123456", NULL, "6 digits after the +; there must be 7 to 15"},
    {"+1234567890123456", NULL, "more than 15 digits"},
    {"00-00-00-01", NULL, "a number has only digits, spaces and a leading +"},
    {"++4500000001", NULL, "a number has only digits, spaces and a leading +"},
    {"0000000l", NULL, "a number has only digits, spaces and a leading +"},
    {"00000001\n", NULL, "a number has only digits, spaces and a leading +"},
};

static void
test_phone(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH(numbers); i++) {
		struct err e = {""};
		char out[PHONE_SIZE] = "untouched";
		int r = phone_normalise(numbers[i].in, out, &e);

		assert_int_equal(r, numbers[i].out == NULL ? -1 : 0);
		assert_string_equal(out, r == 0 ? numbers[i].out : "untouched");
		if (r == -1)
			assert_string_equal(e.msg, numbers[i].why);
	}
}

static const struct {
	const char *in;
	const char *name; /* NULL: refused */
	const char *address; /* or why */
} mailboxes[] = {
    {"a@example.dk", "", "a@example.dk"},
    {"<a@example.dk>", "", "a@example.dk"},
    {"FMK-drift på vagt <a@example.dk>", "FMK-drift på vagt", "a@example.dk"},
    {"\"Drift, FMK\" <a@example.dk>", "Drift, FMK", "a@example.dk"},
    {"\"a \\\"b\\\\\" <a@example.dk>", "a \"b\\", "a@example.dk"},
    {"\"a\" <a@example.dk> ", NULL, "a space"},
    {"\"a\\\" <a@example.dk>", NULL, "a backslash ends the name"},
    {"\"a\"b\" <a@example.dk>", NULL, "a double quote within the name"},
    {"A\r\nBcc: x <a@example.dk>", NULL, "a control character"},
    {"\xff <a@example.dk>", NULL, "a character that is not UTF-8"},
    {"A <a@example>", NULL, "the domain has no dot (like example.dk)"},
    {"A <>", NULL, "it is empty"},
    {"", NULL, "it is empty"},
};

static void
test_mailbox(void **state)
{
	char *name, *address;

	(void)state;
	for (size_t i = 0; i < LENGTH(mailboxes); i++) {
		struct err e = {""};
		int r = mailbox_parse(mailboxes[i].in, &name, &address, &e);

		if (mailboxes[i].name == NULL) {
			assert_int_equal(r, -1);
			assert_null(name);
			assert_string_equal(e.msg, mailboxes[i].address);
			continue;
		}
		assert_int_equal(r, 0);
		assert_string_equal(name, mailboxes[i].name);
		assert_string_equal(address, mailboxes[i].address);
		free(name);
		free(address);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_address),
	    cmocka_unit_test(test_phone),
	    cmocka_unit_test(test_mailbox),
	};

	return cmocka_run_group_tests_name("address", tests, NULL, NULL);
}
