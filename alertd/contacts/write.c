#include <errno.h>
#include <string.h>

#include "base/csv.h"
#include "contacts/contacts.h"

int
contacts_write(FILE *f, const struct contacts *l, struct err *e)
{
	errno = 0;
	fputs("organisation,name,email,phone\n", f);
	for (size_t i = 0; i < l->n; i++) {
		csv_field(f, l->v[i].org, ',');
		csv_field(f, l->v[i].name, ',');
		csv_field(f, l->v[i].email, ',');
		csv_field(f, l->v[i].phone, '\n');
	}
	if (fflush(f) == EOF || ferror(f))
		return err_set(e, "the contacts cannot be written: %s",
		    errno != 0 ? strerror(errno) : "the output failed");
	return 0;
}
