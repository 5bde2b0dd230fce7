/* Hashes and tokens as text and as bytes. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/attr.h"
#include "base/hash.h"
#include "base/personal.h"

/* FIPS 180-4's example. */
#define ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

static void
test_hex(void **state)
{
	static const char *const wrong[] = {"", "0", "000", "00112", "001122 ",
	    "0011GG", "0011AA", "00112233", "-01122", "0x1122"};
	unsigned char v[HASH_BYTES];
	char hex[HASH_SIZE], again[HASH_SIZE];

	(void)state;
	assert_string_equal(sha256_hex("abc", 3, hex), ABC);
	sha256_bytes("abc", 3, v);
	hex_write(v, sizeof(v), again);
	assert_string_equal(again, ABC);
	memset(v, 0, sizeof(v));
	assert_int_equal(hex_read(ABC, v, sizeof(v)), 0);
	assert_true(v[0] == 0xba && v[1] == 0x78 && v[31] == 0xad);
	hex_write(v, 0, again);
	assert_string_equal(again, "");
	assert_int_equal(hex_read("", v, 0), 0);
	for (size_t i = 0; i < LENGTH(wrong); i++)
		assert_int_equal(hex_read(wrong[i], v, 3), -1);
}

static void
test_token(void **state)
{
	/* Of RFC 4648, with - and _ for + and /. */
	static const unsigned char bytes[TOKEN_BYTES] = {
	    0xfb, 0xff, 0xbf, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0xff};
	static const char *const wrong[] = {"", "-_-_AAECAwQFBgcICQoL_",
	    "-_-_AAECAwQFBgcICQoL_wA", "-_-_AAECAwQFBgcICQoL_x",
	    "+_-_AAECAwQFBgcICQoL_w", "-_-_AAECAwQFBgcICQoL=="};
	unsigned char v[TOKEN_BYTES];
	char token[TOKEN_SIZE], again[TOKEN_SIZE];

	(void)state;
	personal_write(bytes, token);
	assert_string_equal(token, "-_-_AAECAwQFBgcICQoL_w");
	assert_int_equal(personal_read(token, v), 0);
	assert_memory_equal(v, bytes, sizeof(v));
	for (size_t i = 0; i < LENGTH(wrong); i++)
		assert_int_equal(personal_read(wrong[i], v), -1);
	for (int i = 0; i < 1000; i++) {
		personal_new_token(token);
		assert_int_equal(personal_read(token, v), 0);
		personal_write(v, again);
		assert_string_equal(again, token);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_hex),
	    cmocka_unit_test(test_token),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
