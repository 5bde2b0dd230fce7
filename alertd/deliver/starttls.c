#include <stdlib.h>

#include "base/buf.h"
#include "base/mem.h"
#include "deliver/dialogue.h"
#include "deliver/starttls.h"

static int
dialogue(int fd, const char *hello, int timeout_ms, struct buf *answer,
    struct err *e)
{
	if (dialogue_ask(fd, NULL, "220", timeout_ms, answer, e) == -1)
		return err_prefix(e, "greeting: ");
	if (dialogue_ask(fd, hello, "250", timeout_ms, answer, e) == -1)
		return err_prefix(e, "EHLO: ");
	if (dialogue_offer(buf_str(answer), "STARTTLS") == NULL)
		return err_set(e, "STARTTLS is not offered, and tls: starttls "
				  "is configured: nothing is sent in clear");
	if (dialogue_ask(fd, "STARTTLS\r\n", "220", timeout_ms, answer, e) ==
	    -1)
		return err_prefix(e, "STARTTLS: ");
	return 0;
}

int
starttls(int fd, const char *ehlo, int timeout_ms, struct err *e)
{
	char *hello = xasprintf("EHLO %s\r\n", ehlo);
	struct buf answer;
	int r;

	buf_init(&answer, DIALOGUE_ANSWER);
	r = dialogue(fd, hello, timeout_ms, &answer, e);
	buf_clear(&answer);
	free(hello);
	return r;
}
