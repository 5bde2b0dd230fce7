#include "base/flood.h"

#define MINUTE 60

bool
flood_pass(struct flood *f, int64_t most, int64_t now, int64_t *over)
{
	*over = 0;
	if (now < f->began || now - f->began >= MINUTE) {
		*over = f->n > most ? f->n - most : 0;
		*f = (struct flood){.began = now};
	}
	f->n++;
	return f->n <= most;
}
