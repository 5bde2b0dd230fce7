/* machine.h: what the answers for other machines share. */
#ifndef WEB_MACHINE_H
#define WEB_MACHINE_H

#include "store/published.h"
#include "web/web.h"

/*
 * The address of a path of the page as others reach it; "" when
 * web.base_url is not set. Release with free().
 */
char *machine_url(const struct web *w, const char *path);
/* The host in that address, else of mail.from, else "localhost"; free(). */
char *machine_host(const struct web *w);
/*
 * Text as both JSON and XML 1.0 take it: UTF-8, no character that XML
 * forbids. Release with free().
 */
char *machine_text(const char *s);
/* Whose text of a notice is shown: the vendors', when they are told. */
enum org_kind machine_audience(const struct web *w);
/* Statuspage's word for where a notice of the type says that it is. */
const char *machine_status(enum notice_type type);

#endif
