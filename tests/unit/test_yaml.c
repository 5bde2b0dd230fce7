/* Unit tests of conf/yaml.h: YAML from friend and enemy. */
#include "mistakes.h"

#include "base/attr.h"
#include "base/limits.h"
#include "base/mem.h"
#include "conf/yaml.h"

static void
test_yaml_tree(void **state)
{
	static const char text[] = "\xef\xbb\xbf"
				   "a: 1\nb:\n  - x\n  - {c: \"~\", d: ~}\n";
	struct diags d = {0};
	struct ynode *root = yaml_parse("f", text, sizeof(text) - 1, &d);
	const struct ynode *b, *m;

	(void)state;
	assert_non_null(root);
	assert_int_equal(d.n, 0);
	assert_int_equal(root->kind, YNODE_MAP);
	assert_string_equal(yaml_get(root, "a")->value, "1");
	assert_int_equal(yaml_get(root, "a")->col, 4);
	assert_null(yaml_get(root, "z"));
	b = yaml_get(root, "b");
	assert_int_equal(b->kind, YNODE_LIST);
	assert_int_equal(b->n, 2);
	assert_int_equal(b->items[0].line, 3);
	assert_int_equal(b->items[0].col, 5);
	m = &b->items[1];
	assert_int_equal(m->keys[1].line, 4);
	assert_int_equal(m->keys[1].col, 14);
	assert_true(yaml_get(m, "c")->quoted);
	assert_string_equal(yaml_get(m, "c")->value, "~");
	assert_false(yaml_get(m, "d")->quoted);
	assert_string_equal(yaml_get(m, "d")->value, "");
	ynode_free(root);
}

static void
test_yaml_empty(void **state)
{
	static const char *const cases[] = {
	    "", "\n", "# nothing\n", "---\n", "--- ~\n...\n"};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct diags d = {0};
		struct ynode *root = yaml_parse(
		    "f", cases[i], strlen(cases[i]), &d);

		assert_non_null(root);
		assert_int_equal(d.n, 0);
		assert_int_equal(root->kind, YNODE_MAP);
		assert_int_equal(root->n, 0);
		ynode_free(root);
	}
}

static const struct {
	const char *text;
	size_t len;
	const char *said;
} hostile[] = {
    {BYTES("a: &x 1\nb: *x\n<<: *x\n"),
	"f:1:4: anchors (&) are not supported; repeat the text, or put it in "
	"quotes\n"
	"f:2:4: aliases (*) are not supported; repeat the text, or put it in "
	"quotes\n"
	"f:3:5: aliases (*) are not supported; repeat the text, or put it in "
	"quotes\n"},
    {BYTES("&a [*a]"),
	"f:1:1: anchors (&) are not supported; repeat the text, or put it in "
	"quotes\n"
	"f:1:5: aliases (*) are not supported; repeat the text, or put it in "
	"quotes\n"},
    {BYTES("a: !!binary aGVq\n"),
	"f:1:4: tags (!) are not supported; put the text in quotes\n"},
    {BYTES("a: 1\nb: 2\na: 3\n"),
	"f:3:1: duplicate key \"a\"; the first is in line 1\n"},
    {BYTES("? [x]\n: 3\n"), "f:1:3: a key must be a word\n"},
    {BYTES("a: 1\n---\nb: 2\n"),
	"f:2:1: a second document; a file holds only one\n"},
    {BYTES("a: 1\n...\nb: 2\n"),
	"f:3:1: not YAML: did not find expected <document start>\n"},
    {BYTES("a:\n\tb: 1\n"), "f:2:1: a tab cannot indent; use spaces\n"},
    {BYTES("a: 1\n\tb: 2\n"), "f:2:1: a tab cannot indent; use spaces\n"},
    {BYTES("a: \"x\\0y\"\n"), "f:1:4: a value cannot hold a NUL byte\n"},
    {BYTES("a: b\0c\n"),
	"f:1:5: a control character; the file must be UTF-8 text\n"},
    {BYTES("a: 1\nb: \xc3\xa6\xff\n"),
	"f:2:5: a byte that is not UTF-8; the file must be UTF-8 text\n"},
    {BYTES("a: \xc3"), "f:1:4: a cut character; the file must be UTF-8 text\n"},
    {BYTES("\xff\xfe"
	   "a\0"),
	"f:1:1: a byte that is not UTF-8; the file must be UTF-8 text\n"},
    {BYTES("a: [1, 2\nb: 3\n"),
	"f:2:2: not YAML: did not find expected ',' or ']' (while parsing a "
	"flow sequence, from line 1)\n"},
    {BYTES("a: b: c\n"),
	"f:1:5: not YAML: mapping values are not allowed in this context\n"},
    {BYTES("a: \"x"),
	"f:1:6: not YAML: found unexpected end of stream (while scanning a "
	"quoted scalar, from line 1)\n"},
};

static void
test_yaml_hostile(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH(hostile); i++) {
		struct diags d = {0};
		char *said;

		ynode_free(
		    yaml_parse("f", hostile[i].text, hostile[i].len, &d));
		said = printed(&d);
		assert_string_equal(said, hostile[i].said);
		free(said);
	}
}

/* What is said of piece, written times over. */
static char *
repeated(const char *piece, size_t times)
{
	struct diags d = {0};
	size_t n = strlen(piece);
	char *text = xcalloc(times, n);

	for (size_t i = 0; i < times; i++)
		memcpy(text + i * n, piece, n);
	ynode_free(yaml_parse("f", text, times * n, &d));
	free(text);
	return printed(&d);
}

static void
test_yaml_limits(void **state)
{
	static const struct {
		const char *piece;
		size_t times;
		const char *said;
	} cases[] = {
	    {"[", 200000, "f:1:17: nested deeper than 16 levels\n"},
	    {"[\n", 100000, "f:17:1: nested deeper than 16 levels\n"},
	    {"{a: ", 50000, "f:1:65: nested deeper than 16 levels\n"},
	    {"- ", 100000, "f:1:33: nested deeper than 16 levels\n"},
	    {"- 1\n", 20001, "f:20000:3: more than 20000 values in one file\n"},
	    {"- 1\n", 19999, ""},
	    {"# x\n", 75000, "f: larger than the limit of 262144 bytes\n"},
	    {"# x\n", 65536, ""},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		char *said = repeated(cases[i].piece, cases[i].times);

		assert_string_equal(said, cases[i].said);
		free(said);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_yaml_tree),
	    cmocka_unit_test(test_yaml_empty),
	    cmocka_unit_test(test_yaml_hostile),
	    cmocka_unit_test(test_yaml_limits),
	};

	return cmocka_run_group_tests_name("yaml", tests, NULL, NULL);
}
