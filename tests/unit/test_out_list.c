/* Unit tests of lists that are printed as they are made: as if made first. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>
#include <unistd.h>

#include "alertctl/ui/out.h"
#include "base/attr.h"

static char printed[2][4096];

/* Begins to keep what is printed; returns standard output as it was. */
static int
begin(void)
{
	int was = dup(STDOUT_FILENO);
	FILE *f = tmpfile();

	assert_non_null(f);
	fflush(stdout);
	dup2(fileno(f), STDOUT_FILENO);
	fclose(f);
	return was;
}

static void
end(int was, char out[4096])
{
	ssize_t n;

	fflush(stdout);
	lseek(STDOUT_FILENO, 0, SEEK_SET);
	n = read(STDOUT_FILENO, out, 4095);
	dup2(was, STDOUT_FILENO);
	close(was);
	assert_true(n > 0);
	out[n] = '\0';
}

static json_t *
item(int i)
{
	return json_pack("{s:i, s:s, s:[i, {}], s:[]}", "n", i, "text",
	    "a \"line\"\nand æøå", "nested", i, "empty");
}

static json_t *
head(bool with)
{
	return with ? json_pack("{s:i, s:n}", "all", 2, "none") : NULL;
}

static void
whole(bool with_head, int n)
{
	json_t *list = json_array(), *all = head(with_head);
	int was = begin();

	for (int i = 0; i < n; i++)
		json_array_append_new(list, item(i));
	if (with_head)
		json_object_set_new(all, "list", list);
	out_json(with_head ? all : list);
	end(was, printed[0]);
}

static void
streamed(bool with_head, int n)
{
	int was = begin();
	struct out_list l;

	out_list_begin(&l, head(with_head), "list");
	for (int i = 0; i < n; i++)
		out_list_add(&l, item(i));
	out_list_end(&l);
	end(was, printed[1]);
}

static void
test_same(void **state)
{
	(void)state;
	for (int with = 0; with < 2; with++)
		for (int n = 0; n < 3; n++) {
			whole(with, n);
			streamed(with, n);
			assert_string_equal(printed[1], printed[0]);
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
