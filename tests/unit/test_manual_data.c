/*
 * Unit tests of alertd-rules(5), alertd-templates(5) and alertd-contacts(5)
 * against what the code knows, both ways.
 */
#include "page.h"

#include <jansson.h>

#include "base/embedded.h"
#include "conf/rules.h"
#include "conf/yaml.h"
#include "contacts/contacts.h"
#include "contacts/orgfile.h"
#include "notice/notice.h"
#include "web/metrics.h"

/* --- alertd-rules(5) -------------------------------------------------------
 */

#define RULES_PAGE "alertd-rules.5"

/* Each key of the map is documented as prefix and its name. */
static void
check_rules_map(const struct ynode *map, const char *prefix, const char *text)
{
	assert_int_equal(map->kind, YNODE_MAP);
	for (size_t i = 0; i < map->n; i++) {
		char *tag = xasprintf("Cm %s%s :", prefix, map->keys[i].value);
		char *block = page_entry(text, tag);

		if (block == NULL)
			page_complain(RULES_PAGE, "no \".It %s\"", tag);
		free(block);
		free(tag);
	}
}

/* The built-in rules use every key that there is. */
static void
test_rules_keys(void **state)
{
	const struct embedded *f = embedded_find("etc/rules.yaml");
	char *text = page_read(RULES_PAGE);
	struct diags d = {0};
	struct ynode *root;
	const struct ynode *list;

	(void)state;
	assert_non_null(f);
	root = yaml_parse(f->path, f->data, f->len, &d);
	assert_non_null(root);
	check_rules_map(root, "", text);
	list = yaml_get(root, "components");
	assert_non_null(list);
	for (size_t i = 0; i < list->n; i++)
		check_rules_map(&list->items[i], "components[].", text);
	assert_non_null(yaml_get(root, "words"));
	check_rules_map(yaml_get(root, "words"), "words.", text);
	ynode_free(root);
	diags_clear(&d);
	free(text);
	assert_int_equal(complaints, 0);
}

/* Whether rules with the key alone have other mistakes, but know the key. */
static bool
rules_key_known(const char *path)
{
	struct diags d = {0};
	bool known = true;
	char *text;

	if (str_starts(path, "components[]."))
		text = xasprintf("components: [{%s: x}]", last_name(path));
	else if (str_starts(path, "feeds[]."))
		text = xasprintf("feeds: [{%s: x}]", last_name(path));
	else if (str_starts(path, "words."))
		text = xasprintf("words: {%s: []}", last_name(path));
	else
		text = xasprintf("%s: x", path);
	rules_free(rules_parse("r", text, strlen(text), &d));
	for (size_t k = 0; k < d.n; k++)
		known = known && !str_starts(d.v[k].msg, "unknown key");
	diags_clear(&d);
	free(text);
	return known;
}

static void
test_rules_no_other_keys(void **state)
{
	char *text = page_read(RULES_PAGE);
	struct strv names = {0};
	size_t n = 0;

	(void)state;
	assert_false(rules_key_known("words.tset"));
	page_tags(&names, text, "Cm");
	for (size_t i = 0; i < names.n; i++) {
		char *colon = strstr(names.v[i], " :");

		if (colon == NULL)
			continue;
		*colon = '\0';
		n++;
		if (!rules_key_known(names.v[i]))
			page_complain(
			    RULES_PAGE, "there is no key %s", names.v[i]);
	}
	assert_true(n > WORDS_COUNT);
	strv_clear(&names);
	free(text);
	assert_int_equal(complaints, 0);
}

/* --- alertd-templates(5) ---------------------------------------------------
 */

#define TEMPLATES_PAGE "alertd-templates.5"

/* What templates see of an incident of which everything is known. */
static json_t *
template_data(void)
{
	static char da[] = "da", word[] = "x";
	struct incident i;
	struct notices_conf conf = {.contact = word,
	    .signature = word,
	    .reference = word,
	    .language = da};
	struct notice_facts f = {.incident = &i,
	    .conf = &conf,
	    .number = 1,
	    .audience = ORG_MUNICIPALITY,
	    .max_segments = 3};
	json_t *data;

	incident_init(&i);
	data = notice_data(&f);
	incident_clear(&i);
	assert_non_null(data);
	/* The HTML has these as well. */
	json_object_set_new(data, "subject", json_string(""));
	json_object_set_new(data, "body", json_string(""));
	return data;
}

/* The entry of a name, which may share it with its twin for the SMS. */
static char *
name_entry(const char *text, const char *name)
{
	size_t n = strlen(name);
	char *tag = xasprintf("Va %s", name), *block = page_entry(text, tag);

	free(tag);
	if (block != NULL || !str_ends(name, "_short"))
		return block;
	tag = xasprintf(
	    "Va %.*s , %s", (int)(n - strlen("_short")), name, name);
	block = page_entry(text, tag);
	free(tag);
	return block;
}

static void
test_template_names(void **state)
{
	char *text = page_read(TEMPLATES_PAGE);
	json_t *data = template_data(), *v, *below;
	const char *name, *value;

	(void)state;
	json_object_foreach(data, name, v)
	{
		char *block = name_entry(text, name);

		if (block == NULL)
			page_complain(
			    TEMPLATES_PAGE, "%s is not documented", name);
		json_object_foreach(v, value, below)
		{
			char *cm = xasprintf(".Cm %s", value);

			if (block != NULL)
				page_expect(TEMPLATES_PAGE, name, block, cm);
			free(cm);
		}
		free(block);
	}
	json_decref(data);
	free(text);
	assert_int_equal(complaints, 0);
}

static void
test_template_no_other_names(void **state)
{
	char *text = page_read(TEMPLATES_PAGE);
	char *part = page_section(
	    TEMPLATES_PAGE, text, "WHAT TEMPLATES CAN NAME");
	json_t *data = template_data();
	struct strv lines = {0}, names = {0};

	(void)state;
	page_tags(&lines, part, "Va");
	for (size_t i = 0; i < lines.n; i++)
		strv_split(&names, lines.v[i], " ,");
	assert_true(names.n > 20);
	for (size_t i = 0; i < names.n; i++)
		if (json_object_get(data, names.v[i]) == NULL)
			page_complain(
			    TEMPLATES_PAGE, "there is no name %s", names.v[i]);
	strv_clear(&names);
	strv_clear(&lines);
	json_decref(data);
	free(part);
	free(text);
	assert_int_equal(complaints, 0);
}

/* The name of a built-in template; NULL for another file. */
static const char *
template_name(const char *path)
{
	static const char *const folders[] = {"templates/da/", "templates/en/"};

	for (size_t i = 0; i < LENGTH(folders); i++)
		if (str_starts(path, folders[i]))
			return path + strlen(folders[i]);
	return NULL;
}

static bool
template_exists(const char *name)
{
	const struct embedded *f;

	for (size_t i = 0; (f = embedded_at(i)) != NULL; i++)
		if (str_eq(template_name(f->path), name))
			return true;
	return false;
}

static void
test_template_files(void **state)
{
	char *text = page_read(TEMPLATES_PAGE);
	char *part = page_section(TEMPLATES_PAGE, text, "TEMPLATE FILES");
	struct strv lines = {0}, names = {0};
	const struct embedded *f;

	(void)state;
	page_tags(&lines, part, "Pa");
	for (size_t i = 0; i < lines.n; i++)
		strv_split(&names, lines.v[i], " ,");
	for (size_t i = 0; (f = embedded_at(i)) != NULL; i++)
		if (template_name(f->path) != NULL &&
		    !strv_has(&names, template_name(f->path)))
			page_complain(
			    TEMPLATES_PAGE, "%s is not documented", f->path);
	for (size_t i = 0; i < names.n; i++)
		if (!template_exists(names.v[i]))
			page_complain(
			    TEMPLATES_PAGE, "there is no file %s", names.v[i]);
	strv_clear(&names);
	strv_clear(&lines);
	free(part);
	free(text);
	assert_int_equal(complaints, 0);
}

/* --- alertd-contacts(5) -----------------------------------------------------
 */

#define ALERTD_PAGE "alertd.8"
#define CONTACTS_PAGE "alertd-contacts.5"

static void
read_organisations(struct orgs *out)
{
	const struct embedded *v = embedded_find("contacts/vendors.csv");
	const struct embedded *m = embedded_find("contacts/municipalities.csv");
	struct diags d = {0};

	assert_non_null(v);
	assert_non_null(m);
	assert_int_equal(vendors_read(v->path, v->data, v->len, out, &d), 0);
	assert_int_equal(
	    municipalities_read(m->path, m->data, m->len, out, &d), 0);
	diags_clear(&d);
}

/* The columns are what the reader says that they must be. */
static void
test_contacts_columns(void **state)
{
	char *text = page_read(CONTACTS_PAGE);
	char *part = page_section(CONTACTS_PAGE, text, "THE CONTACTS FILE");
	struct strv names = {0};
	struct contacts none = {0};
	struct orgs orgs = {0};
	struct diags d = {0};
	char *header;

	(void)state;
	page_tags(&names, part, "Cm");
	header = strv_join(&names, ",");
	assert_int_equal(
	    contacts_read("f", "x\n", 2, &orgs, NULL, &none, &d), -1);
	assert_int_equal(d.n, 1);
	page_expect(CONTACTS_PAGE, "the columns", d.v[0].msg, header);
	free(header);
	diags_clear(&d);
	contacts_clear(&none);
	strv_clear(&names);
	free(part);
	free(text);
	assert_int_equal(complaints, 0);
}

/* Each column of a file of organisations, in their order. */
static void
check_columns(const char *part, const char *path, const char *tag)
{
	const struct embedded *f = embedded_find(path);
	char *block = page_entry(part, tag), *header;
	const char *at = block;
	struct strv names = {0};

	assert_non_null(f);
	assert_non_null(block);
	header = xstrndup(f->data, strcspn(f->data, "\r\n"));
	strv_split(&names, header, ",");
	for (size_t i = 0; i < names.n; i++) {
		char *cm = xasprintf(".Cm %s", names.v[i]);
		const char *here = strstr(at, cm);

		if (here == NULL)
			page_complain(CONTACTS_PAGE,
			    "%s: its column %s is not documented in its place",
			    path, names.v[i]);
		else
			at = here;
		free(cm);
	}
	strv_clear(&names);
	free(header);
	free(block);
}

static void
test_contacts_organisations(void **state)
{
	char *text = page_read(CONTACTS_PAGE);
	char *part = page_section(CONTACTS_PAGE, text, "ORGANISATIONS");

	(void)state;
	check_columns(
	    part, "contacts/municipalities.csv", "Pa municipalities.csv");
	check_columns(part, "contacts/vendors.csv", "Pa vendors.csv");
	free(part);
	free(text);
	assert_int_equal(complaints, 0);
}

/* The example is a file without a mistake. */
static void
test_contacts_example(void **state)
{
	char *text = page_read(CONTACTS_PAGE);
	char *part = page_section(CONTACTS_PAGE, text, "EXAMPLES");
	const char *at = part;
	char *block = page_block(&at);
	struct contacts l = {0};
	struct orgs orgs = {0};
	struct diags d = {0};

	(void)state;
	assert_non_null(block);
	read_organisations(&orgs);
	contacts_read("e", block, strlen(block), &orgs, NULL, &l, &d);
	for (size_t i = 0; i < d.n; i++)
		page_complain(CONTACTS_PAGE, "example, line %u: %s",
		    d.v[i].line, d.v[i].msg);
	assert_true(l.n >= 4);
	diags_clear(&d);
	contacts_clear(&l);
	orgs_clear(&orgs);
	free(block);
	free(part);
	free(text);
	assert_int_equal(complaints, 0);
}

/* --- alertd(8), METRICS ----------------------------------------------------
 */

/* Each metric with its type, and no other. */
static void
test_metrics(void **state)
{
	char *text = page_read(ALERTD_PAGE);
	char *part = page_section(ALERTD_PAGE, text, "METRICS");
	struct strv names = {0};
	const char *name;
	size_t n = 0;

	(void)state;
	for (; (name = metric_name(n)) != NULL; n++) {
		char *tag = xasprintf("Li %s", name);
		char *block = page_entry(part, tag);

		if (block == NULL)
			page_complain(ALERTD_PAGE, "%s: not told", name);
		else
			page_expect(ALERTD_PAGE, name, block,
			    str_eq(metric_type(n), "counter") ? "\nCounter"
							      : "\nGauge");
		free(block);
		free(tag);
	}
	page_tags(&names, part, "Li");
	assert_int_equal(names.n, n);
	strv_clear(&names);
	free(part);
	free(text);
	assert_int_equal(complaints, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup(test_rules_keys, page_setup),
	    cmocka_unit_test_setup(test_rules_no_other_keys, page_setup),
	    cmocka_unit_test_setup(test_template_names, page_setup),
	    cmocka_unit_test_setup(test_template_no_other_names, page_setup),
	    cmocka_unit_test_setup(test_template_files, page_setup),
	    cmocka_unit_test_setup(test_contacts_columns, page_setup),
	    cmocka_unit_test_setup(test_contacts_organisations, page_setup),
	    cmocka_unit_test_setup(test_contacts_example, page_setup),
	    cmocka_unit_test_setup(test_metrics, page_setup),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
