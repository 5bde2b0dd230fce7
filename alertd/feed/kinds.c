#include <assert.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "base/attr.h"
#include "base/str.h"
#include "feed/kinds.h"

static const struct kind kinds[] = {
    [FEED_STATUSPAGE] = {.parse = statuspage_parse,
	.is = statuspage_is,
	.documents = {{"/api/v2/incidents.json", false},
	    {"/api/v2/scheduled-maintenances.json", true}}},
    [FEED_RSS] = {.parse = rss_parse},
    [FEED_CONFLUENCE] = {.parse = confluence_parse},
    [FEED_RSS_UPDATES] = {.parse = updates_parse},
    [FEED_JSONFEED] = {.parse = jsonfeed_parse, .is = jsonfeed_is},
    [FEED_INSTATUS] = {.parse = instatus_parse,
	.is = instatus_is,
	.documents = {{"/summary.json", false}},
	.only_open = true},
    [FEED_INCIDENTIO] = {.parse = incidentio_parse,
	.is = incidentio_is,
	.documents = {{"/api/v1/summary", false}},
	.only_open = true},
    /* The first page; Cachet puts the oldest first if it is not asked. */
    [FEED_CACHET] = {.parse = cachet_parse,
	.is = cachet_is,
	.documents = {{"/api/v1/incidents?sort=id&order=desc&per_page=100",
	    false}}},
    [FEED_MAILDIR] = {.parse = maildir_parse},
    [FEED_AUTO] = {.parse = NULL},
};

const struct kind *
kind_find(enum feed_kind k)
{
	assert((size_t)k < LENGTH(kinds));
	return &kinds[k];
}

static bool
is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* The path of the URL ends as that of the document does. */
static bool
names(const char *url, const char *document)
{
	size_t n = strcspn(url, "?#"), len = strcspn(document, "?");

	return n >= len && strncmp(url + n - len, document, len) == 0;
}

bool
kind_is_body(const struct kind *k, const char *url)
{
	static const char file[] = "file://";

	if (k->documents[0].path == NULL || names(url, ".json"))
		return true;
	for (size_t i = 0; k->documents[i].path != NULL; i++)
		if (names(url, k->documents[i].path))
			return true;
	return strncasecmp(url, file, strlen(file)) == 0 &&
	       !is_folder(url + strlen(file));
}
