/* alertd-web: the program that answers the page. See alertd(8). */
#include "web/serve.h"

/*
 * Taken by libmicrohttpd instead of GnuTLS's own, which it asks to set itself
 * up whether TLS is spoken or not. It is not, and that is 0.1 MB.
 */
int gnutls_global_init(void);

int
gnutls_global_init(void)
{
	return 0;
}

int
main(int argc, char **argv)
{
	return serve_main(argc, argv);
}
