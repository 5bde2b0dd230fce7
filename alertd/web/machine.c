#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "web/machine.h"

char *
machine_url(const struct web *w, const char *path)
{
	const char *base = w->conf->web.base_url;

	return *base == '\0' ? xstrdup("") : xasprintf("%s%s", base, path);
}

char *
machine_host(const struct web *w)
{
	const char *host = strstr(w->conf->web.base_url, "://");
	const char *from = strrchr(w->conf->mail.from, '@');
	size_t n;

	if (host != NULL) {
		host += strlen("://");
		n = *host == '[' ? strcspn(host, "]") + 1 : strcspn(host, ":/");
		return xstrndup(host, n);
	}
	n = from == NULL ? 0 : strcspn(from + 1, "> ");
	return n == 0 ? xstrdup("localhost") : xstrndup(from + 1, n);
}

/* XML 1.0, 2.2 */
static bool
allowed(uint32_t c)
{
	if (c < 0x20)
		return c == '\t' || c == '\n';
	return c != 0xfffe && c != 0xffff;
}

char *
machine_text(const char *s)
{
	char *text = utf8_repair(s, strlen(s)), *to = text;

	for (const char *p = text; *p != '\0';) {
		const char *from = p;

		if (!allowed(utf8_next(&p)))
			continue;
		memmove(to, from, (size_t)(p - from));
		to += p - from;
	}
	*to = '\0';
	return text;
}

enum org_kind
machine_audience(const struct web *w)
{
	return w->conf->mail.vendors == VENDORS_NONE ? ORG_MUNICIPALITY
						     : ORG_VENDOR;
}

const char *
machine_status(enum notice_type type)
{
	switch (type) {
	case NOTICE_PLANNED:
		return "scheduled";
	case NOTICE_RESOLVED:
	case NOTICE_CORRECTION:
		return "resolved";
	case NOTICE_FIRST:
	case NOTICE_UPDATE:
	case NOTICE_REPEAT:
	case NOTICE_PAGE:
	case NOTICE_RECEIPT:
		break;
	}
	return "investigating";
}
