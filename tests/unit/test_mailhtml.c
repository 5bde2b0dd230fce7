/*
 * Unit tests of the HTML mails: the words are those of the text part, and
 * nothing is in them that Outlook (which is Word) or Gmail leaves out.
 */
#include "base/attr.h"
#include "base/buf.h"
#include "says.h"

/* Gmail cuts a mail of more than 102 KB. */
#define GMAIL_CUTS 102000

/* What Word draws, on which elements: its own three levels. */
enum level { CORE = 1, MARGINS = 2, BOXES = 4 };

static const struct {
	const char *name;
	int level; /* what a style on it may have */
	const char *attributes; /* each between spaces */
} tags[] = {
    {"html", 0, " lang "},
    {"head", 0, " "},
    {"meta", 0, " charset name content "},
    {"title", 0, " "},
    /* Its margin is the browser's, which Word has none of. */
    {"body", CORE | MARGINS, " style bgcolor "},
    {"table", CORE,
	" role width cellpadding cellspacing border bgcolor style "},
    {"tr", 0, " "},
    {"td", CORE | BOXES, " align bgcolor style "},
    {"h1", CORE | MARGINS, " style "},
    {"h2", CORE | MARGINS, " style "},
    {"p", CORE | MARGINS, " style "},
    {"ul", CORE | MARGINS | BOXES, " style "},
    {"li", CORE | MARGINS, " style "},
    {"a", 0, " href "},
};

static const struct {
	const char *name;
	int level;
} properties[] = {
    {"font-family", CORE},
    {"font-size", CORE},
    {"font-weight", CORE},
    {"line-height", CORE},
    {"color", CORE},
    {"background-color", CORE},
    {"margin", MARGINS},
    {"padding", BOXES},
    {"border-left", BOXES},
    /* Left out by Word, whose table has a width from the table around it. */
    {"max-width", CORE},
    /* Left out by Word, where no window is so narrow. */
    {"word-break", CORE},
};

static const char *
before(const char *s, const char *word)
{
	const char *at = strstr(s, word);

	if (at == NULL)
		fail_msg("no \"%s\" in: %.80s", word, s);
	return at;
}

static void
check_property(const char *tag, int level, char *declaration)
{
	char *value = strchr(declaration, ':');

	if (value == NULL)
		fail_msg("%s: \"%s\"", tag, declaration);
	*value++ = '\0';
	for (size_t i = 0; i < LENGTH(properties); i++) {
		if (!str_eq(properties[i].name, declaration))
			continue;
		if (!(properties[i].level & level))
			fail_msg("%s has %s", tag, declaration);
		if (strpbrk(value, "(!") != NULL || str_ends(value, "em"))
			fail_msg("%s: %s", declaration, value);
		return;
	}
	fail_msg("%s has %s: %s", tag, declaration, value);
}

/* A background is also an attribute, for Word. */
static void
check_style(const char *tag, int level, const char *style, const char *whole)
{
	struct strv l = {0};

	strv_split(&l, style, ";");
	for (size_t i = 0; i < l.n; i++) {
		if (str_starts(l.v[i], "background-color:")) {
			char *twin = xasprintf(
			    "bgcolor=\"%s\"", strchr(l.v[i], ':') + 1);

			must(whole, twin);
			free(twin);
		}
		check_property(tag, level, l.v[i]);
	}
	strv_clear(&l);
}

/* Each attribute of the tag, name="value". */
static void
check_attributes(size_t t, const char *whole, const char *s)
{
	while (*(s += strspn(s, " ")) != '\0') {
		size_t n = strcspn(s, "=");
		char *name = xasprintf(" %.*s ", (int)n, s), *value;

		if (strstr(tags[t].attributes, name) == NULL)
			fail_msg("%s has%s", tags[t].name, name);
		assert_int_equal(s[n + 1], '"');
		s += n + 2;
		n = strcspn(s, "\"");
		value = xstrndup(s, n);
		if (str_eq(name, " style "))
			check_style(tags[t].name, tags[t].level, value, whole);
		if (str_eq(name, " href ") && !str_starts(value, "https://"))
			fail_msg("a link to %s", value);
		s += n + 1;
		free(value);
		free(name);
	}
}

static void
check_tag(const char *s, size_t n)
{
	char *whole = xstrndup(s, n);
	const char *p = whole + (*whole == '/');
	size_t len = strcspn(p, " "), t = 0;

	while (t < LENGTH(tags) && (strlen(tags[t].name) != len ||
				       strncmp(tags[t].name, p, len) != 0))
		t++;
	if (t == LENGTH(tags))
		fail_msg("<%s>", whole);
	if (*whole != '/')
		check_attributes(t, whole, p + len);
	if (str_eq(tags[t].name, "table") && *whole != '/') {
		must(whole, "role=\"presentation\"");
		must(whole, "cellpadding=\"0\" cellspacing=\"0\" border=\"0\"");
	}
	free(whole);
}

static const struct {
	const char *name;
	char c;
} entities[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}};

static void
add_text(struct buf *b, const char *s, size_t n)
{
	for (size_t i = 0; i < n;) {
		size_t k = 0;

		while (k < LENGTH(entities) &&
		       !str_starts(s + i, entities[k].name))
			k++;
		buf_addc(b, k < LENGTH(entities) ? entities[k].c : s[i]);
		i += k < LENGTH(entities) ? strlen(entities[k].name) : 1;
	}
}

/* The words of the body; every tag on the way is looked at. */
static char *
words_of(const char *html)
{
	const char *s = before(html, "<html"), *end;
	const char *body = before(html, "<body");
	struct buf b;

	buf_init(&b, 1 << 20);
	for (; *s != '\0'; s = end) {
		if (*s != '<') {
			end = s + strcspn(s, "<");
			if (s > body)
				add_text(&b, s, (size_t)(end - s));
		} else if (str_starts(s, "<!--")) {
			end = before(s, "-->") + 3;
		} else {
			end = s + strcspn(s, ">");
			check_tag(s + 1, (size_t)(end - s - 1));
			end += *end == '>';
			buf_addc(&b, ' ');
		}
	}
	return buf_steal(&b);
}

/* The text without the marks of its lines. */
static char *
words_of_text(const char *subject, const char *text)
{
	struct buf b;

	buf_init(&b, 1 << 20);
	buf_addf(&b, "%s ", subject);
	while (*text != '\0') {
		size_t n = strcspn(text, "\n");
		size_t skip = str_starts(text, "- ") || str_starts(text, "> ")
				  ? 2
				  : 0;

		buf_add(&b, text + skip, n - skip);
		buf_addc(&b, ' ');
		text += n + (text[n] == '\n');
	}
	return buf_steal(&b);
}

static void
same_words(char *a, char *b)
{
	struct strv la = {0}, lb = {0};

	strv_split(&la, a, " \n");
	strv_split(&lb, b, " \n");
	for (size_t i = 0; i < la.n && i < lb.n; i++)
		if (!str_eq(la.v[i], lb.v[i]))
			fail_msg("word %zu: \"%s\" in the HTML, \"%s\" in the "
				 "text",
			    i, la.v[i], lb.v[i]);
	assert_int_equal(la.n, lb.n);
	assert_true(la.n > 20);
	strv_clear(&la);
	strv_clear(&lb);
	free(a);
	free(b);
}

static void
check_mail(const struct notice_texts *x)
{
	static const char *const never[] = {"<img", "<style", "<link",
	    "<script", "url(", "@import", "@font-face", "class="};

	for (size_t i = 0; i < LENGTH(never); i++)
		must_not(x->html, never[i]);
	/* Word takes no maximum: a table around has the width. */
	must(
	    x->html, "<!--[if mso]><table role=\"presentation\" width=\"600\"");
	must(x->html, "max-width:600px");
	must(x->html, "<meta charset=\"utf-8\">");
	if (strlen(x->html) > GMAIL_CUTS / 3)
		fail_msg("%zu bytes", strlen(x->html));
	same_words(words_of(x->html), words_of_text(x->subject, x->text));
}

static const char link[] = "https://alertd.example.dk/svar/";

/* Every type, effect, audience and language, and what makes it long. */
static void
test_all(void **state)
{
	static const char *const services[] = {
	    "FMK", "FMK-online", "NAS", "Recept", "STS"};
	const struct page_facts page = {.news = PAGE_RINGS,
	    .who = "",
	    .change = "",
	    .lapses = TIME_NONE,
	    .skipped = "vagten",
	    .ack = true,
	    .decide = true,
	    .link = link,
	    .reply_number = "00 00 00 09"};

	(void)state;
	for (size_t k = 0; k < (size_t)5 * 4 * 8 * 2 * 2 * 2; k++) {
		struct incident i = sample(
		    services[k % 5], (enum effect)(EFFECT_PLANNED + k / 5 % 4));
		struct notice_facts f = facts(
		    &i, (enum notice_type)(k / 20 % 8), 12);
		struct notice_texts x;

		i.kind = k / 160 % 2 ? KIND_EXERCISE : KIND_ACTUAL;
		f.audience = k / 320 % 2 ? ORG_VENDOR : ORG_MUNICIPALITY;
		f.conf = k / 640 % 2 ? &conf_en : &conf;
		f.receipt = "https://alertd.example.dk/kvittering/0123456789";
		f.page = f.type == NOTICE_PAGE ? &page : NULL;
		i.starts = at("2026-03-30T18:00:00Z");
		i.fresh = true;
		for_some(&f, k % (SOME + 1));
		if (k % 3 == 0 && i.kind == KIND_EXERCISE)
			i.drill_ends = f.next;
		xreplace(&i.title, "FMK & <NAS> \"nede\"");
		xreplace(&i.news, "Linje & <b>et</b>\n- punkt\n> citat\nHvad?\n"
				  "https://status.example.dk/x");
		x = texts(&f);
		check_mail(&x);
		notice_texts_clear(&x);
		incident_clear(&i);
	}
}

/* What goes when a template fails has the same words, too. */
static void
test_plain(void **state)
{
	struct incident i = sample("FMK", EFFECT_OUTAGE);
	struct notice_facts f = facts(&i, NOTICE_FIRST, 1);
	struct diags problems = {0};
	char folder[] = "/tmp/test_mailhtml.XXXXXX", *path;
	struct notice_texts x;
	struct templates *t;
	struct err e;

	(void)state;
	assert_non_null(mkdtemp(folder));
	path = xasprintf("%s/notice.mail.html", folder);
	assert_int_equal(
	    file_write(path, "{{#call}}{{/call}}", 18, 0600, &e), 0);
	t = templates_open(folder, "da", &problems);
	assert_int_equal(notice_render(t, &f, &x, &e), -1);
	same_words(words_of(x.html), words_of_text("", x.text));
	notice_texts_clear(&x);
	templates_close(t);
	diags_clear(&problems);
	remove(path);
	remove(folder);
	free(path);
	incident_clear(&i);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_all),
	    cmocka_unit_test(test_plain),
	};

	return cmocka_run_group_tests_name("mailhtml", tests, setup, teardown);
}
