#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/sms.h"
#include "deliver/transport.h"

#define BATCH 32
#define BLOCK_MAX (1024 * 1024) /* bytes of one message's block */

struct smsfile {
	struct transport base;
	int fd;
	char *path;
};

/* The text, each line indented, so that a text cannot look like a head. */
static void
add_text(struct buf *b, const char *text)
{
	const char *end;

	do {
		end = strchr(text, '\n');
		if (end == NULL)
			end = text + strlen(text);
		buf_adds(b, "    ");
		buf_add(b, text, (size_t)(end - text));
		buf_addc(b, '\n');
		text = end + 1;
	} while (*end != '\0' && *text != '\0');
	buf_addc(b, '\n');
}

static void
add_sms(struct buf *b, const struct message *m, const struct recipient *r)
{
	struct sms_size size = sms_measure(m->text);
	struct civil c = civil_local(m->created);

	buf_addf(b, "%04d-%02d-%02d %02d.%02d  %s  ", c.year, c.month, c.day,
	    c.hour, c.minute, r->address);
	if (r->name[0] != '\0')
		buf_addf(b, "%s, ", r->name);
	buf_addf(b, "%s (%s)  %zu SMS, %zu %s\n", m->org_name, m->org,
	    size.segments, size.units, size.ucs2 ? "UCS-2" : "GSM-7");
	add_text(b, m->text);
}

/* All of it in one write, so that a crash leaves no half of a message. */
static int
append(struct smsfile *f, const struct buf *b, struct err *e)
{
	ssize_t n;

	if (buf_failed(b))
		return err_set(e, "%s: the message is too long", f->path);
	do {
		n = write(f->fd, buf_str(b), b->len);
	} while (n == -1 && errno == EINTR);
	if (n == -1 || fsync(f->fd) == -1)
		return err_set(e, "%s: %s", f->path, strerror(errno));
	if ((size_t)n != b->len)
		return err_set(e, "%s: written in part", f->path);
	return 0;
}

static int
smsfile_send(struct transport *t, const struct messages *l, sent_fn *fn,
    void *arg, struct err *e)
{
	struct smsfile *f = (struct smsfile *)t;
	struct buf b;
	int ret = 0;

	buf_init(&b, BLOCK_MAX);
	for (size_t i = 0; i < l->n && ret == 0; i++) {
		const struct message *m = &l->v[i];
		int begun;

		buf_reset(&b);
		for (size_t j = 0; j < m->n_to; j++)
			if (m->to[j].due)
				add_sms(&b, m, &m->to[j]);
		begun = transport_begin_one(t, m, 0);
		if (begun == -1)
			break;
		if (begun == 0)
			continue;
		ret = append(f, &b, e);
		if (ret == 0 && transport_tell(m, OUTCOME_ACCEPTED, "written",
				    f->path, fn, arg) == -1)
			break;
	}
	buf_clear(&b);
	return ret;
}

static void
smsfile_close(struct transport *t)
{
	struct smsfile *f = (struct smsfile *)t;

	close(f->fd);
	free(f->path);
	free(f);
}

struct transport *
smsfile_open(const struct config *conf, struct err *e)
{
	struct smsfile *f;
	int fd;

	fd = open(
	    conf->sms.file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
	if (fd == -1) {
		err_set(e, "%s: %s", conf->sms.file, strerror(errno));
		return NULL;
	}
	f = xcalloc(1, sizeof(*f));
	f->base = (struct transport){
	    .send = smsfile_send, .close = smsfile_close, .batch = BATCH};
	f->fd = fd;
	f->path = xstrdup(conf->sms.file);
	return &f->base;
}
