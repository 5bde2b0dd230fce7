#include <csv.h>
#include <errno.h>
#include <string.h>

#include "contacts/contacts.h"

static bool
has_part(const struct contact *k)
{
	return (k->topics != NULL && *k->topics != '\0') ||
	       k->channels != CHOICE_DEFAULT;
}

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

static void
write_contact(FILE *f, const struct contact *k, bool parts)
{
	write_field(f, k->org, ',');
	write_field(f, k->name, ',');
	write_field(f, k->email, ',');
	write_field(f, k->phone, parts ? ',' : '\n');
	if (!parts)
		return;
	write_field(f, k->topics == NULL ? "" : k->topics, ',');
	write_field(f, channel_choice_name(k->channels), '\n');
}

int
contacts_write(FILE *f, const struct contacts *l, struct err *e)
{
	bool parts = false;

	for (size_t i = 0; i < l->n; i++)
		parts |= has_part(&l->v[i]);
	errno = 0;
	fprintf(f, "organisation,name,email,phone%s\n",
	    parts ? ",topics,channels" : "");
	for (size_t i = 0; i < l->n; i++)
		write_contact(f, &l->v[i], parts);
	if (fflush(f) == EOF || ferror(f))
		return err_set(e, "the contacts cannot be written: %s",
		    errno != 0 ? strerror(errno) : "the output failed");
	return 0;
}
