#include <gmime/gmime.h>
#include <stdbool.h>
#include <string.h>

#include "base/limits.h"
#include "base/mime.h"

void
mime_start(void)
{
	static bool started;

	if (!started)
		g_mime_init();
	started = true;
}

size_t
mime_envelope(const char *data, size_t len)
{
	static const char *const begins[] = {"From ", ">From "};
	const char *end = memchr(data, '\n', len);

	for (size_t i = 0; i < 2 && end != NULL; i++) {
		size_t n = strlen(begins[i]);

		if (len > n && memcmp(data, begins[i], n) == 0)
			return (size_t)(end - data) + 1;
	}
	return 0;
}

size_t
mime_sensible(const char *data, size_t len)
{
	const char *p = data, *end = data + len;

	for (size_t i = 0; i < LIMIT_MIME_BOUNDARIES; i++) {
		p = memmem(p, (size_t)(end - p), "\n--", 3);
		if (p == NULL)
			return len;
		p += 3;
	}
	return (size_t)(p - data);
}

GMimeMessage *
mime_parse(const char *data, size_t len)
{
	const char *fallback[] = {"utf-8", "windows-1252", NULL};
	GMimeParserOptions *options;
	GMimeStream *stream;
	GMimeParser *parser;
	GMimeMessage *mail;

	mime_start();
	options = g_mime_parser_options_new();
	stream = g_mime_stream_mem_new_with_buffer(data, len);
	parser = g_mime_parser_new_with_stream(stream);
	g_mime_parser_options_set_fallback_charsets(options, fallback);
	mail = g_mime_parser_construct_message(parser, options);
	g_mime_parser_options_free(options);
	g_object_unref(parser);
	g_object_unref(stream);
	return mail;
}
