#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alertctl/ui/out.h"
#include "alertctl/ui/wrap.h"
#include "base/attr.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/sms.h"
#include "base/str.h"
#include "base/tr.h"

void
out_json(json_t *j)
{
	json_dumpf(j, stdout, JSON_INDENT(2) | JSON_ENCODE_ANY);
	putchar('\n');
	json_decref(j);
}

void
out_list_begin(struct out_list *l, json_t *head, const char *key)
{
	char *text = head == NULL ? NULL : json_dumps(head, JSON_INDENT(2));

	*l = (struct out_list){0};
	/* Without its last line, which comes behind the list. */
	if (text != NULL) {
		l->depth = 2;
		printf("%.*s,\n  \"%s\": ", (int)strlen(text) - 2, text, key);
	}
	putchar('[');
	free(text);
	json_decref(head);
}

void
out_list_add(struct out_list *l, json_t *j)
{
	char *text = json_dumps(j, JSON_INDENT(2) | JSON_ENCODE_ANY);

	printf("%s\n%*s", l->n++ == 0 ? "" : ",", l->depth + 2, "");
	for (const char *s = text; *s != '\0'; s++) {
		putchar(*s);
		if (*s == '\n')
			printf("%*s", l->depth + 2, "");
	}
	free(text);
	json_decref(j);
}

void
out_list_end(const struct out_list *l)
{
	if (l->n > 0)
		printf("\n%*s", l->depth, "");
	puts(l->depth > 0 ? "]\n}" : "]");
}

void
out_json_line(json_t *j)
{
	json_dumpf(j, stdout, JSON_ENCODE_ANY);
	putchar('\n');
	json_decref(j);
}

json_t *
json_words(const struct strv *l)
{
	json_t *list = json_array();

	for (size_t i = 0; i < l->n; i++)
		json_array_append_new(list, json_string(l->v[i]));
	return list;
}

json_t *
json_time(int64_t t)
{
	char buf[RFC3339_SIZE];

	return t == TIME_NONE ? json_null()
			      : json_string(format_rfc3339(t, buf));
}

const char *
out_when(int64_t t, char buf[WHEN_SIZE])
{
	struct civil c;

	if (t == TIME_NONE)
		return "-";
	c = civil_local(t);
	snprintf(buf, WHEN_SIZE, "%04d-%02d-%02d %02d:%02d%s", c.year % 10000,
	    c.month % 100, c.day % 100, c.hour % 100, c.minute % 100,
	    !c.repeated ? ""
	    : c.dst	? _(" summer")
			: _(" winter"));
	return buf;
}

const char *
out_clock(int64_t t, int64_t now, char buf[WHEN_SIZE])
{
	char today[WHEN_SIZE];
	const size_t date = strlen("2026-03-28 ");

	out_when(t, buf);
	out_when(now, today);
	if (t != TIME_NONE && strncmp(buf, today, date) == 0)
		memmove(buf, buf + date, strlen(buf + date) + 1);
	return buf;
}

const char *
out_span(int64_t s, char buf[WHEN_SIZE])
{
	if (s < 0)
		s = 0;
	if (s < 60)
		snprintf(buf, WHEN_SIZE, "%" PRId64 "s", s);
	else if (s < 3600)
		snprintf(buf, WHEN_SIZE, "%" PRId64 "m", s / 60);
	else if (s < 48 * 3600)
		snprintf(buf, WHEN_SIZE, "%" PRId64 "h%02" PRId64 "m", s / 3600,
		    s % 3600 / 60);
	else
		snprintf(buf, WHEN_SIZE, "%" PRId64 "d", s / 86400);
	return buf;
}

void
out_indented(const char *text)
{
	while (*text != '\0') {
		size_t n = strcspn(text, "\n");

		printf("%s%.*s\n", n > 0 ? "  " : "", (int)n, text);
		text += n + (text[n] == '\n');
	}
}

void
out_folded(FILE *out, const char *text)
{
	while (*text != '\0') {
		size_t n = strcspn(text, "\n");
		bool item = n > 1 && (*text == '-' || *text == '>') &&
			    text[1] == ' ';
		char *line = xstrndup(text, n);

		fputs(n > 0 ? "  " : "", out);
		wrap_print(out, line, 2, item ? 4 : 2);
		free(line);
		text += n + (text[n] == '\n');
	}
}

void
out_padded(const char *s, size_t width)
{
	fputs(s, stdout);
	wrap_pad(stdout, text_width(s), width);
}

void
out_cut(const char *s, size_t width)
{
	const char *p = s;

	for (size_t n = 0; n < width && *p != '\0'; n++)
		utf8_next(&p);
	printf("%.*s", (int)(p - s), s);
}

const char *
out_channel(enum channel channel)
{
	return channel == CHANNEL_MAIL ? _("mail") : _("SMS");
}

char *
out_counts(const struct outbox_counts *n, enum channel channel)
{
	struct buf b;

	buf_init(&b, 512);
	for (size_t i = 0; i < LENGTH(n->n[0]); i++) {
		int64_t many = n->n[channel][i];

		if (many != 0)
			buf_addf(&b, "%s%" PRId64 " %s", b.len > 0 ? ", " : "",
			    many,
			    _(delivery_state_name((enum delivery_state)i)));
	}
	if (b.len == 0)
		buf_adds(&b, _("nothing"));
	return buf_steal(&b);
}

json_t *
counts_json(const struct outbox_counts *n)
{
	json_t *all = json_object();

	for (size_t c = 0; c < LENGTH(n->n); c++) {
		json_t *one = json_object();

		for (size_t i = 0; i < LENGTH(n->n[0]); i++)
			json_object_set_new(one,
			    delivery_state_name((enum delivery_state)i),
			    json_integer(n->n[c][i]));
		json_object_set_new(all, channel_name((enum channel)c), one);
	}
	return all;
}

void
out_sms(const char *sms)
{
	struct sms_size size = sms_measure(sms);

	printf(size.ucs2 ? tr_n("SMS (UCS-2, %zu characters, %zu segment):\n",
			       "SMS (UCS-2, %zu characters, %zu segments):\n",
			       size.segments)
			 : tr_n("SMS (GSM-7, %zu septets, %zu segment):\n",
			       "SMS (GSM-7, %zu septets, %zu segments):\n",
			       size.segments),
	    size.units, size.segments);
	out_folded(stdout, sms);
	if (size.ucs2) {
		char *foreign = sms_foreign(sms);

		printf(
		    _("  (UCS-2, and so shorter, because of: %s)\n"), foreign);
		free(foreign);
	}
}
