/* mime.h: GMime, which reads and composes mail, started once. */
#ifndef BASE_MIME_H
#define BASE_MIME_H

/* Before the first use of GMime; again is fine. */
void mime_start(void);

#endif
