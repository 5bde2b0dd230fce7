/*
 * Unit tests of base/rest.h: what of a library that is not running is still
 * there after a rest.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/attr.h"
#include "base/mac.h"
#include "base/rest.h"

#define LIBRARY "/libcrypto.so"
#define HEAP_KB 4096

/* kB of that kind in the mappings whose line has the word. */
static long
held(const char *word, const char *kind)
{
	FILE *f = fopen("/proc/self/smaps", "r");
	char line[512];
	bool ours = false;
	long kb = 0;

	if (f == NULL)
		fail_msg("no /proc/self/smaps");
	while (fgets(line, sizeof(line), f) != NULL) {
		unsigned long from, to;

		if (sscanf(line, "%lx-%lx ", &from, &to) == 2)
			ours = strstr(line, word) != NULL;
		else if (ours && strncmp(line, kind, strlen(kind)) == 0)
			kb += strtol(line + strlen(kind) + 1, NULL, 10);
	}
	fclose(f);
	return kb;
}

static long
clean(const char *word)
{
	return held(word, "Private_Clean") + held(word, "Shared_Clean");
}

/* It works all the same afterwards. */
static void
test_libraries(void **state)
{
	unsigned char code[2][MAC_SIZE];
	size_t n = mac_make(MAC_SHA256, "key", "text", 4, code[0]);
	long before = clean(LIBRARY);

	(void)state;
	assert_true(before >= 256);
	rest_memory();
	assert_true(clean(LIBRARY) <= 32);
	assert_int_equal(mac_make(MAC_SHA256, "key", "text", 4, code[1]), n);
	assert_memory_equal(code[0], code[1], n);
}

/* What is free in the middle of the heap, too. */
static void
test_heap(void **state)
{
	static char *pieces[HEAP_KB];
	long before;

	(void)state;
	if (SANITIZED)
		skip(); /* its malloc is another */
	for (size_t i = 0; i < HEAP_KB; i++) {
		pieces[i] = malloc(1000);
		assert_non_null(pieces[i]);
		memset(pieces[i], 'x', 1000);
	}
	before = held("[heap]", "Private_Dirty");
	for (size_t i = 0; i + 1 < HEAP_KB; i++)
		free(pieces[i]);
	rest_memory();
	assert_true(held("[heap]", "Private_Dirty") < before - HEAP_KB / 2);
	free(pieces[HEAP_KB - 1]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_libraries),
	    cmocka_unit_test(test_heap),
	};

	return cmocka_run_group_tests_name("rest", tests, NULL, NULL);
}
