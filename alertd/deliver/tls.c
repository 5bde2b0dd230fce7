#include <arpa/inet.h>
#include <errno.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/mem.h"
#include "deliver/dial.h"
#include "deliver/pump.h"
#include "deliver/starttls.h"
#include "deliver/tls.h"
#include "sandbox/sandbox.h"

#define GOODBYE_MS 500
#define GREETING "220 TLS started\r\n"

/* Why OpenSSL failed, in its words. */
static int
ssl_err(struct err *e, const char *what, const SSL *ssl)
{
	long verify = ssl == NULL ? X509_V_OK : SSL_get_verify_result(ssl);
	unsigned long code = ERR_peek_last_error();
	const char *why = code == 0 ? NULL : ERR_reason_error_string(code);

	ERR_clear_error();
	if (verify != X509_V_OK)
		return err_set(e, "%s: the certificate is refused: %s", what,
		    X509_verify_cert_error_string(verify));
	return err_set(
	    e, "%s: %s", what, why != NULL ? why : "the connection was lost");
}

/* The name or number that the certificate must be for. */
static int
expect_host(SSL *ssl, const char *host)
{
	X509_VERIFY_PARAM *param = SSL_get0_param(ssl);
	unsigned char number[16];
	char name[256];

	if (host[0] == '[') {
		snprintf(name, sizeof(name), "%s", host + 1);
		name[strcspn(name, "]")] = '\0';
	} else {
		snprintf(name, sizeof(name), "%s", host);
	}
	if (inet_pton(AF_INET, name, number) == 1 ||
	    inet_pton(AF_INET6, name, number) == 1)
		return X509_VERIFY_PARAM_set1_ip_asc(param, name);
	X509_VERIFY_PARAM_set_hostflags(
	    param, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
	return X509_VERIFY_PARAM_set1_host(param, name, 0) == 1 &&
	       SSL_set_tlsext_host_name(ssl, name) == 1;
}

static SSL_CTX *
make_context(const struct relay_conf *relay, struct err *e)
{
	SSL_CTX *ctx = SSL_CTX_new(TLS_client_method());
	int r;

	if (ctx == NULL) {
		ssl_err(e, "TLS", NULL);
		return NULL;
	}
	SSL_CTX_set_min_proto_version(ctx, TLS1_2_VERSION);
	SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER, NULL);
	if (relay->ca_file[0] == '\0')
		r = SSL_CTX_set_default_verify_paths(ctx);
	else
		r = SSL_CTX_load_verify_locations(ctx, relay->ca_file, NULL);
	if (r != 1) {
		ssl_err(e,
		    relay->ca_file[0] == '\0' ? "the system's certificates"
					      : relay->ca_file,
		    NULL);
		SSL_CTX_free(ctx);
		return NULL;
	}
	return ctx;
}

static int
handshake(SSL *ssl, int timeout_ms, struct err *e)
{
	int64_t until = clock_read().mono_ms + timeout_ms;
	int r;

	ERR_clear_error();
	while ((r = SSL_connect(ssl)) != 1) {
		int want = SSL_get_error(ssl, r);
		short events = want == SSL_ERROR_WANT_WRITE ? POLLOUT : POLLIN;

		if (want != SSL_ERROR_WANT_READ && want != SSL_ERROR_WANT_WRITE)
			return ssl_err(e, "TLS", ssl);
		if (wait_fd(SSL_get_fd(ssl), events, until) <= 0)
			return err_set(
			    e, "TLS: no answer within %d s", timeout_ms / 1000);
	}
	return 0;
}

/* A verified TLS connection on net, or NULL with *e. */
static SSL *
connect_tls(
    int net, const struct relay_conf *relay, int timeout_ms, struct err *e)
{
	SSL_CTX *ctx = make_context(relay, e);
	SSL *ssl = ctx == NULL ? NULL : SSL_new(ctx);

	SSL_CTX_free(ctx);
	if (ssl == NULL)
		return NULL;
	if (SSL_set_fd(ssl, net) != 1 || !expect_host(ssl, relay->host)) {
		ssl_err(e, "TLS", NULL);
		SSL_free(ssl);
		return NULL;
	}
	if (handshake(ssl, timeout_ms, e) == -1) {
		SSL_free(ssl);
		return NULL;
	}
	return ssl;
}

/* Nothing else that is open here may outlive us in the child. */
static void
close_all_but(int a, int b)
{
	unsigned low = (unsigned)(a < b ? a : b);
	unsigned high = (unsigned)(a < b ? b : a);

	if (low > 3)
		syscall(SYS_close_range, 3U, low - 1, 0U);
	if (high > low + 1)
		syscall(SYS_close_range, low + 1, high - 1, 0U);
	syscall(SYS_close_range, high + 1, ~0U, 0U);
}

/* Forks the child that moves bytes between the socket pair and ssl. */
static int
start_pump(SSL *ssl, const char *greeting, struct tls *out, struct err *e)
{
	int pair[2], queue = DIAL_QUEUE;
	pid_t parent = getpid();

	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) == -1)
		return err_set(e, "socketpair: %s", strerror(errno));
	setsockopt(pair[0], SOL_SOCKET, SO_SNDBUF, &queue, sizeof(queue));
	out->child = fork();
	if (out->child == -1) {
		close(pair[0]);
		close(pair[1]);
		return err_set(e, "fork: %s", strerror(errno));
	}
	if (out->child == 0) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		if (getppid() != parent)
			_exit(1);
		close_all_but(pair[1], SSL_get_fd(ssl));
		/* The worker has said what is missing. */
		(void)sandbox_enter(SANDBOX_TLS, NULL, NULL);
		pump(pair[1], ssl, greeting);
		_exit(0);
	}
	close(pair[1]);
	out->fd = pair[0];
	return 0;
}

int
tls_begin(int net, const struct relay_conf *relay, const char *ehlo,
    int timeout_ms, struct tls *out, struct err *e)
{
	bool upgrade = relay->tls == TLS_STARTTLS;
	SSL *ssl = NULL;
	int r = -1;

	if (upgrade && starttls(net, ehlo, timeout_ms, e) == -1)
		goto out;
	ssl = connect_tls(net, relay, timeout_ms, e);
	if (ssl != NULL)
		r = start_pump(ssl, upgrade ? GREETING : "", out, e);
out:
	SSL_free(ssl);
	close(net);
	return r;
}

void
tls_end(struct tls *t)
{
	int fd = (int)syscall(SYS_pidfd_open, t->child, 0U);

	if (fd != -1) {
		wait_fd(fd, POLLIN, clock_read().mono_ms + GOODBYE_MS);
		close(fd);
	}
	kill(t->child, SIGKILL);
	while (waitpid(t->child, NULL, 0) == -1 && errno == EINTR)
		;
}
