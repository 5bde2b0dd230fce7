#include <string.h>

#include "base/mem.h"
#include "contacts/orgfile.h"
#include "contacts/table.h"

struct reading {
	const char *file;
	struct orgs *out;
	struct diags *d;
};

static const struct org *
find(const struct orgs *l, const char *code)
{
	for (size_t i = 0; i < l->n; i++)
		if (strcmp(l->v[i].code, code) == 0)
			return &l->v[i];
	return NULL;
}

static void
add(struct reading *r, unsigned line, const struct field *code,
    enum org_kind kind, const char *name, const char *region,
    const char *vendor)
{
	struct orgs *l = r->out;

	if (*code->text == '\0') {
		diags_add(
		    r->d, r->file, line, code->col, "the code is missing");
		return;
	}
	if (find(l, code->text) != NULL) {
		diags_add(r->d, r->file, line, code->col,
		    "there is an organisation \"%s\" already", code->text);
		return;
	}
	l->v = xreallocarray(l->v, l->n + 1, sizeof(*l->v));
	l->v[l->n++] = (struct org){
	    .kind = kind,
	    .code = xstrdup(code->text),
	    .name = xstrdup(name),
	    .region = xstrdup(region),
	    .vendor = xstrdup(vendor),
	    .topics = xstrdup(""),
	};
}

static void
take_vendor(void *arg, unsigned line, const struct field f[TABLE_COLUMNS])
{
	add(arg, line, &f[0], ORG_VENDOR, f[1].text, "", "");
}

static void
take_team(void *arg, unsigned line, const struct field f[TABLE_COLUMNS])
{
	add(arg, line, &f[0], ORG_ONCALL, f[1].text, "", "");
}

static void
take_municipality(void *arg, unsigned line, const struct field f[TABLE_COLUMNS])
{
	struct reading *r = arg;
	const char *vendor = strcmp(f[4].text, "unknown") == 0 ? "" : f[4].text;
	const struct org *o = find(r->out, vendor);

	if (*vendor != '\0' && (o == NULL || o->kind != ORG_VENDOR)) {
		diags_add(r->d, r->file, line, f[4].col,
		    "there is no vendor \"%s\" (\"unknown\" if it is "
		    "not known)",
		    vendor);
		return;
	}
	add(r, line, &f[0], ORG_MUNICIPALITY, f[1].text, f[3].text, vendor);
}

static int
read_all(const char *file, const char *text, size_t len,
    const char *const *columns, table_row_fn *fn, struct orgs *out,
    struct diags *d)
{
	struct reading r = {file, out, d};
	size_t before = d->n, n = 0;

	while (columns[n] != NULL)
		n++;
	table_read(file, text, len, columns, n, fn, &r, d);
	return d->n == before ? 0 : -1;
}

int
vendors_read(const char *file, const char *text, size_t len, struct orgs *out,
    struct diags *d)
{
	static const char *const columns[] = {"id", "name", "system", NULL};

	return read_all(file, text, len, columns, take_vendor, out, d);
}

int
teams_read(const char *file, const char *text, size_t len, struct orgs *out,
    struct diags *d)
{
	static const char *const columns[] = {"code", "name", NULL};

	return read_all(file, text, len, columns, take_team, out, d);
}

int
municipalities_read(const char *file, const char *text, size_t len,
    struct orgs *out, struct diags *d)
{
	static const char *const columns[] = {
	    "code", "name", "region_code", "region", "vendor", NULL};

	return read_all(file, text, len, columns, take_municipality, out, d);
}
