#include <gmime/gmime.h>
#include <stdbool.h>

#include "base/mime.h"

void
mime_start(void)
{
	static bool started;

	if (!started)
		g_mime_init();
	started = true;
}
