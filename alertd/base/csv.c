#include <csv.h>
#include <string.h>

#include "base/csv.h"

/* Quotes only what needs them: most files stay as a person writes them. */
void
csv_field(FILE *f, const char *s, char end)
{
	size_t len = strlen(s);

	if (strpbrk(s, ",;\"\n") != NULL)
		csv_fwrite(f, s, len);
	else
		fwrite(s, 1, len, f);
	putc(end, f);
}
