#include <limits.h>
#include <locale.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/tr.h"

/* The locale of messages by the environment, "" when it names none. */
static const char *
wanted(void)
{
	static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *value = getenv(names[i]);

		if (value != NULL && value[0] != '\0')
			return value;
	}
	return "";
}

/*
 * English is in no catalogue, so gettext() would go past it to the next
 * language of LANGUAGE. What stands behind it is cut off; false when nothing
 * stands in front of it.
 */
static bool
cut_at_english(const char *language)
{
	size_t at = 0;
	char *before;

	while (language[at] != '\0') {
		size_t n = strcspn(language + at, ":");

		if (str_starts(language + at, "en") &&
		    (n == 2 || language[at + 2] == '_')) {
			before = xstrndup(language, at);
			setenv("LANGUAGE", before, 1);
			free(before);
			return at > 0;
		}
		at += n + (language[at + n] == ':');
	}
	return true;
}

/*
 * gettext() looks at LANGUAGE only when the locale is not "C", and knows a
 * locale only when it is installed. C.UTF-8 always is.
 */
static void
set_language(void)
{
	const char *locale = wanted();
	const char *language = getenv("LANGUAGE");
	bool languages = language != NULL && language[0] != '\0';
	char *name;

	if (str_eq(locale, "C") || str_eq(locale, "POSIX"))
		return;
	if (languages && !cut_at_english(language))
		return;
	if (locale[0] != '\0' && setlocale(LC_MESSAGES, "") != NULL)
		return;
	if (locale[0] == '\0' && !languages)
		return;
	if (setlocale(LC_MESSAGES, "C.UTF-8") == NULL || languages)
		return;
	name = xstrndup(locale, strcspn(locale, ".@"));
	setenv("LANGUAGE", name, 1);
	free(name);
}

/* dir/locale, or dir/../share/locale: where this program is. */
static char *
catalogues(void)
{
	char path[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", path, sizeof(path) - 1);
	char *slash, *dir;

	path[n > 0 ? n : 0] = '\0';
	if ((slash = strrchr(path, '/')) == NULL)
		return xstrdup("/usr/share/locale");
	*slash = '\0';
	dir = xasprintf("%s/locale", path);
	if (access(dir, F_OK) == 0)
		return dir;
	free(dir);
	return xasprintf("%s/../share/locale", path);
}

void
tr_open(void)
{
	char *dir = catalogues();

	set_language();
	bindtextdomain(TR_DOMAIN, dir);
	bind_textdomain_codeset(TR_DOMAIN, "UTF-8");
	free(dir);
}

void
tr_speak(const char *language)
{
	setenv("LANGUAGE", language, 1);
	/* Which also makes gettext() look anew. */
	setlocale(LC_MESSAGES, "C.UTF-8");
}

void
tr_close(void)
{
	setlocale(LC_MESSAGES, "C");
}
