/* pump.h: moves bytes between a plain socket and TLS until one side ends. */
#ifndef DELIVER_PUMP_H
#define DELIVER_PUMP_H

#include <openssl/ssl.h>

/*
 * Returns when either side has closed or failed and all that it had said
 * before was passed on. greeting comes first out of the plain socket. The
 * sockets are left open.
 */
void pump(int plain, SSL *ssl, const char *greeting);

#endif
