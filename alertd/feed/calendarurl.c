#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "feed/calendarurl.h"

/* Where the process stands, and path below it, unless that begins with "/". */
static char *
absolute(const char *path)
{
	char *cwd, *whole;

	if (*path == '/')
		return xstrdup(path);
	cwd = getcwd(NULL, 0);
	whole = xasprintf("%s/%s", cwd == NULL ? "" : cwd, path);
	free(cwd);
	return whole;
}

char *
calendar_url(const char *calendar, struct err *e)
{
	CURLU *u;
	char *path, *out = NULL, *url = NULL;

	if (strstr(calendar, "://") != NULL)
		return xstrdup(calendar);
	u = curl_url();
	path = absolute(calendar);
	if (u == NULL ||
	    curl_url_set(u, CURLUPART_SCHEME, "file", 0) != CURLUE_OK ||
	    curl_url_set(u, CURLUPART_PATH, path, CURLU_URLENCODE) !=
		CURLUE_OK ||
	    curl_url_get(u, CURLUPART_URL, &out, 0) != CURLUE_OK)
		err_set(e, "calendar %s: is no path for a URL", calendar);
	else
		url = xstrdup(out);
	curl_free(out);
	curl_url_cleanup(u);
	free(path);
	return url;
}
