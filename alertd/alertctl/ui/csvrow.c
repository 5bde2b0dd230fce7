#include <csv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alertctl/ui/csvrow.h"
#include "base/mem.h"

static void
print_field(const char *s)
{
	if (strpbrk(s, ",;\"\r\n") != NULL)
		csv_fwrite(stdout, s, strlen(s));
	else
		fputs(s, stdout);
}

void
csv_row(const char *const *fields, size_t n)
{
	for (size_t k = 0; k < n; k++) {
		const char *s = fields[k];
		char *guarded = NULL;

		if (*s != '\0' && strchr("=+-@\t\r\n", *s) != NULL)
			guarded = xasprintf("'%s", s);
		print_field(guarded == NULL ? s : guarded);
		free(guarded);
		fputs(k + 1 < n ? "," : "\r\n", stdout);
	}
}
