#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/sms.h"
#include "base/str.h"
#include "notice/plain.h"
#include "notice/plain_page.h"

/* What a notice says, by type and effect. */
enum what {
	RECEIPT,
	CORRECTION,
	OVER,
	DONE,
	CANCELLED,
	DATA,
	DOWN,
	UNREACHED,
	WORK,
	PARTLY
};

struct phrases {
	const char *exercise, *test, *subject, *number, *closed, *reference;
	const char *hit, *whom, *since, *from, *to, *resolved, *online, *title;
	const char *next, *contact, *receipt;
	const char *works, *down, *unknown;
	const char *what[PARTLY + 1];
};

static const struct phrases danish = {
    .exercise = "ØVELSE. Foretag jer ikke noget i driften. ",
    .test = "TEST. ",
    .subject = "Driftsbesked om",
    .number = "Besked nr.",
    .closed = ", afsluttet",
    .reference = "sag",
    .hit = "Ramt",
    .whom = "Gælder",
    .since = "Siden",
    .from = "Fra",
    .to = "Til",
    .resolved = "Slut",
    .online = "FMK-online",
    .title = "Driftsmelding",
    .next = "Næste besked senest",
    .contact = "Kontakt",
    .receipt = "Kvittér for modtagelse",
    .works = "virker",
    .down = "er også ramt",
    .unknown = "vides ikke",
    .what =
	{
	    [RECEIPT] = "Vi har ikke set jeres kvittering for beskeden. Brug "
			"linket i mailen.",
	    [CORRECTION] = "Se bort fra vores tidligere besked. Arbejd, som I "
			   "plejer.",
	    [OVER] = "Det virker igen. Hent medicinkortet på ny.",
	    [DONE] = "Det planlagte arbejde er slut.",
	    [CANCELLED] = "Det planlagte arbejde er aflyst.",
	    [DATA] = "Der kan stå noget forkert. Tjek præparat, styrke og "
		     "dosis, før I giver medicin.",
	    [DOWN] = "FMK kan ikke bruges. Brug den sidst hentede "
		     "medicinliste, og følg jeres lokale nødprocedure.",
	    [UNREACHED] = "FMK kan ikke hentes i jeres omsorgssystem. Brug "
			  "den sidst hentede medicinliste, og følg jeres "
			  "lokale nødprocedure.",
	    [WORK] = "Der er planlagt arbejde. Følg jeres lokale nødprocedure "
		     "imens.",
	    [PARTLY] = "Det virker kun delvist. Følg jeres lokale "
		       "nødprocedure.",
	},
};

static const struct phrases english = {
    .exercise = "ØVELSE (exercise). Do nothing in production. ",
    .test = "TEST. ",
    .subject = "Service notice about",
    .number = "Notice no.",
    .closed = ", closed",
    .reference = "case",
    .hit = "Hit",
    .whom = "For",
    .since = "Since",
    .from = "From",
    .to = "To",
    .resolved = "Over",
    .online = "FMK-online",
    .title = "Operator's notice",
    .next = "Next notice at the latest",
    .contact = "Contact",
    .receipt = "Confirm that you have it",
    .works = "works",
    .down = "is hit too",
    .unknown = "not known",
    .what =
	{
	    [RECEIPT] = "We have not seen that you got the notice. Use the "
			"link in the mail.",
	    [CORRECTION] = "Disregard our earlier notice. Work as usual.",
	    [OVER] = "It works again. Fetch the medication card anew.",
	    [DONE] = "The planned work is done.",
	    [CANCELLED] = "The planned work is cancelled.",
	    [DATA] = "It may show wrong data. Check drug, strength and dose "
		     "before you give medicine.",
	    [DOWN] = "FMK cannot be used. Use the list your system fetched "
		     "last, and follow your local procedure.",
	    [UNREACHED] = "FMK cannot be fetched in your own system. Use the "
			  "list your system fetched last, and follow your "
			  "local procedure.",
	    [WORK] = "There is planned work. Follow your local procedure "
		     "meanwhile.",
	    [PARTLY] = "It works only partly. Follow your local procedure.",
	},
};

static const char *
text_of(json_t *data, const char *key)
{
	const char *s = json_string_value(json_object_get(data, key));

	return s == NULL ? "" : s;
}

static enum what
what_of(const struct notice_facts *f, json_t *data)
{
	enum effect effect = f->incident->effect;

	if (f->type == NOTICE_RECEIPT)
		return RECEIPT;
	if (f->type == NOTICE_CORRECTION)
		return CORRECTION;
	if (f->type == NOTICE_RESOLVED && effect == EFFECT_PLANNED)
		return json_is_true(json_object_get(data, "cancelled"))
			   ? CANCELLED
			   : DONE;
	if (f->type == NOTICE_RESOLVED)
		return OVER;
	if (effect == EFFECT_PLANNED)
		return WORK;
	if (effect == EFFECT_DATA_ERROR)
		return DATA;
	if (effect != EFFECT_OUTAGE)
		return PARTLY;
	return json_is_true(
		   json_object_get(json_object_get(data, "advice"), "path"))
		   ? UNREACHED
		   : DOWN;
}

/* What an exercise or a test ends with. */
static const char *
stamp(const struct notice_facts *f)
{
	if (f->incident->kind == KIND_EXERCISE)
		return " ØVELSE";
	return f->incident->kind == KIND_TEST ? " TEST" : "";
}

/* "Name: value", when there is one. */
static void
line(struct buf *b, const char *name, const char *value)
{
	if (*value != '\0')
		buf_addf(b, "%s: %s\n", name, value);
}

static void
times(struct buf *b, const struct phrases *p, const struct notice_facts *f,
    json_t *data)
{
	bool work = f->incident->effect == EFFECT_PLANNED;

	line(b, work ? p->from : p->since,
	    text_of(data, work ? "starts" : "since"));
	line(b, p->to, work ? text_of(data, "ends") : "");
	line(b, p->resolved,
	    f->type == NOTICE_RESOLVED ? text_of(data, "resolved") : "");
}

static const char *
online(const struct phrases *p, json_t *data)
{
	json_t *o = json_object_get(data, "online");

	if (json_is_true(json_object_get(o, "works")))
		return p->works;
	return json_is_true(json_object_get(o, "down")) ? p->down : p->unknown;
}

static char *
mail(const struct phrases *p, const struct notice_facts *f, json_t *data,
    const char *mark, const char *what)
{
	const char *contact = text_of(data, "contact");
	struct buf b;

	buf_init(&b, LIMIT_TEMPLATE_OUT);
	buf_addf(&b, "%s%s %d%s, %s %s\n\n", mark, p->number, f->number,
	    f->type == NOTICE_RESOLVED ? p->closed : "", p->reference,
	    text_of(data, "reference"));
	line(&b, p->hit, text_of(data, "service"));
	line(&b, p->whom, text_of(data, "whom"));
	buf_addf(&b, "%s\n", what);
	times(&b, p, f, data);
	line(&b, p->online, online(p, data));
	line(&b, p->title, text_of(data, "title"));
	line(&b, p->next, text_of(data, "next"));
	line(&b, p->receipt, text_of(data, "receipt"));
	line(&b, p->contact,
	    *contact == '\0' ? text_of(data, "signature") : contact);
	buf_addf(&b, "\n%s", stamp(f));
	return str_trim(buf_steal(&b));
}

static char *
sms(const struct phrases *p, const struct notice_facts *f, json_t *data,
    const char *mark, const char *what)
{
	const char *next = text_of(data, "next_short");
	const char *whom = text_of(data, "whom_short");
	const char *contact = text_of(data, "contact");
	struct buf b, end;
	char *out;

	buf_init(&b, LIMIT_TEMPLATE_OUT);
	buf_init(&end, LIMIT_TEMPLATE_OUT);
	buf_addf(&b, "%s%s: %s", mark, text_of(data, "service"), what);
	if (*whom != '\0')
		buf_addf(&b, " %s: %s.", p->whom, whom);
	buf_addf(&b, " %s: %s.", p->online, online(p, data));
	if (*next != '\0')
		buf_addf(&b, " %s %s.", p->next, next);
	if (*contact != '\0')
		buf_addf(&b, " %s: %s.", p->contact, contact);
	buf_addf(&end, "%s %d%s, %s, %s.%s", p->number, f->number,
	    f->type == NOTICE_RESOLVED ? p->closed : "",
	    text_of(data, "reference"), text_of(data, "now_short"), stamp(f));
	out = sms_fit_end(buf_str(&b), buf_str(&end), (size_t)f->max_segments);
	buf_clear(&b);
	buf_clear(&end);
	return out;
}

void
plain_texts(
    const struct notice_facts *f, json_t *data, struct notice_texts *out)
{
	const struct phrases *p = str_eq(f->conf->language, "en") ? &english
								  : &danish;
	const char *mark = f->incident->kind == KIND_EXERCISE ? p->exercise
			   : f->incident->kind == KIND_TEST   ? p->test
							      : "";
	const char *what = p->what[what_of(f, data)];

	if (f->type == NOTICE_PAGE) {
		plain_page(f, data, mark, stamp(f), out);
		return;
	}
	out->subject = xasprintf("%s%s %s. %s %d%s.%s", mark, p->subject,
	    text_of(data, "service"), p->number, f->number,
	    f->type == NOTICE_RESOLVED ? p->closed : "", stamp(f));
	out->text = mail(p, f, data, mark, what);
	out->sms = sms(p, f, data, mark, what);
}
