#include <csv.h>
#include <errno.h>
#include <string.h>

#include "contacts/contacts.h"

/* Quotes only what needs them: most files stay as a person writes them. */
static void
write_field(FILE *f, const char *s, char end)
{
	size_t len = strlen(s);

	if (strpbrk(s, ",;\"") != NULL)
		csv_fwrite(f, s, len);
	else
		fwrite(s, 1, len, f);
	putc(end, f);
}

int
contacts_write(FILE *f, const struct contacts *l, struct err *e)
{
	errno = 0;
	fputs("organisation,name,email,phone\n", f);
	for (size_t i = 0; i < l->n; i++) {
		write_field(f, l->v[i].org, ',');
		write_field(f, l->v[i].name, ',');
		write_field(f, l->v[i].email, ',');
		write_field(f, l->v[i].phone, '\n');
	}
	if (fflush(f) == EOF || ferror(f))
		return err_set(e, "the contacts cannot be written: %s",
		    errno != 0 ? strerror(errno) : "the output failed");
	return 0;
}
