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
#define PAGE_KB 4
/* Of each of eight sizes as many as malloc keeps. */
#define SMALL 24
#define SAME 7
#define KEPT ((size_t)8 * SAME)

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

/* Only a wait that is worth it is a rest, and it ends as any other. */
static void
test_poll(void **state)
{
	unsigned char code[MAC_SIZE];
	int ends[2];
	struct pollfd p = {.events = POLLIN};

	(void)state;
	assert_int_equal(pipe(ends), 0);
	p.fd = ends[0];
	mac_make(MAC_SHA256, "key", "text", 4, code);
	assert_int_equal(rest_poll(&p, 1, 0), 0);
	assert_int_equal(write(ends[1], "x", 1), 1);
	assert_int_equal(rest_poll(&p, 1, REST_LEAST_MS - 1), 1);
	assert_true(clean(LIBRARY) >= 128);
	assert_int_equal(rest_poll(&p, 1, REST_LEAST_MS), 1);
	assert_int_equal(p.revents, POLLIN);
	assert_true(clean(LIBRARY) <= 32);
	mac_make(MAC_SHA256, "key", "text", 4, code);
	assert_int_equal(rest_poll(&p, 1, -1), 1);
	assert_true(clean(LIBRARY) <= 32);
	close(ends[0]);
	close(ends[1]);
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

/* Small pieces that malloc keeps for itself keep no page. */
static void
test_kept(void **state)
{
	static void *wide[KEPT], *small[KEPT];
	long before;

	(void)state;
	if (SANITIZED)
		skip();
	rest_memory();
	before = held("[heap]", "Private_Dirty");
	for (size_t i = 0; i < KEPT; i++) {
		wide[i] = malloc(PAGE_KB * 1024);
		small[i] = malloc(SMALL + i / SAME * 16);
		assert_true(wide[i] != NULL && small[i] != NULL);
	}
	for (size_t i = 0; i < KEPT; i++) {
		free(wide[i]);
		free(small[i]);
	}
	rest_memory();
	assert_true(held("[heap]", "Private_Dirty") - before <= 4 * PAGE_KB);
}

static void
deep(size_t n)
{
	volatile char room[1024];

	for (size_t i = 0; i < sizeof(room); i++)
		room[i] = 'x';
	if (n > 1)
		deep(n - 1);
	room[0] = 'y';
}

static void
test_stack(void **state)
{
	long before = held("[stack]", "Private_Dirty");

	(void)state;
	if (SANITIZED)
		skip(); /* its frames are larger than it looks at */
	deep(128);
	assert_true(held("[stack]", "Private_Dirty") >= before + 64);
	rest_memory();
	assert_true(held("[stack]", "Private_Dirty") <= before + 8);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_libraries),
	    cmocka_unit_test(test_poll),
	    cmocka_unit_test(test_heap),
	    cmocka_unit_test(test_kept),
	    cmocka_unit_test(test_stack),
	};

	return cmocka_run_group_tests_name("rest", tests, NULL, NULL);
}
