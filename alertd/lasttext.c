#include <stdbool.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/sms.h"
#include "lasttext.h"
#include "notice/danish.h"

#define DANISH "da"

static const struct {
	const char *english;
	const char *what; /* after "fordi", too */
	const char *remedy; /* short enough for an SMS */
	const char *more; /* for a mail; "" = none */
} kinds[FAULT_KINDS] = {
    [FAULT_OTHER] = {"the database cannot be used", "databasen kan ikke bruges",
	"Se loggen.", "Loggen: journalctl -u alertd"},
    [FAULT_FULL] = {"the disk is full", "disken er fuld",
	"Gør plads på disken.",
	"df -h viser, hvilken disk det er. Slet ikke selv filer i alertds "
	"mappe."},
    [FAULT_IO] = {"the disk answers with errors", "disken svarer med fejl",
	"Tjek disken.", "Kernens log siger mere: journalctl -k"},
    [FAULT_READONLY] = {"the database cannot be written",
	"databasen kan ikke skrives", "Tjek disk og rettigheder.",
	"Enten er filsystemet skrivebeskyttet (findmnt viser det), eller "
	"også ejer en anden bruger end alertd filerne."},
    [FAULT_BUSY] = {"another process holds the database",
	"et andet program låser databasen", "Stop det program.",
	"fuser -v med stien til databasen viser, hvilket program det er."},
    [FAULT_DAMAGED] = {"the database is damaged", "databasen er skadet",
	"Brug alertctl restore.",
	"1. sudo systemctl stop alertd\n"
	"2. sudo -u alertd alertctl restore FIL\n"
	"   FIL er den nyeste sikkerhedskopi, normalt i /var/backups/alertd.\n"
	"3. sudo systemctl start alertd\n"
	"Den skadede fil bliver gemt. Vejledning: man alertctl, RESTORING."},
    [FAULT_MEMORY] = {"the machine has no memory left",
	"serveren mangler hukommelse", "Stop andre programmer.",
	"free -h viser, hvad der er tilbage."},
    [FAULT_FILES] = {"no more files may be open",
	"alertd må ikke åbne flere filer", "Sæt LimitNOFILE op.",
	"systemctl edit alertd, og genstart den."},
    [FAULT_MISSING] = {"the database's folder is not there",
	"databasens mappe mangler", "Er disken monteret?",
	"findmnt viser, hvad der er monteret. Mappen står i alertd.yaml ved "
	"store:."},
};

const char *
last_kind(enum fault_kind k)
{
	return kinds[k].english;
}

static void
add_incidents(struct buf *b, const struct last_facts *f)
{
	if (f->open == -1)
		buf_adds(b, "- Det vides ikke, om der er åbne sager.\n");
	else if (f->open == 0)
		buf_adds(b, "- Der var ingen åbne sager, da det begyndte.\n");
	else
		buf_addf(b, "- %lld %s. De får ingen nye beskeder.\n",
		    (long long)f->open,
		    f->open == 1 ? "sag er åben" : "sager er åbne");
}

/* Who reads it may have slept through the first. */
static void
add_harm(struct buf *b, const struct last_facts *f)
{
	buf_adds(b, "Så længe det varer:\n");
	if (f->feed != NULL)
		buf_addf(b,
		    "- FMK er meldt nede (kilde: %s), og det kan alertd ikke "
		    "fortælle. Ring selv rundt, se jeres nødplan.\n",
		    f->feed);
	buf_adds(b, "- Kommunerne får ingen beskeder om FMK, hverken mail "
		    "eller SMS.\n"
		    "- Vagten bliver ikke kaldt op.\n");
	add_incidents(b, f);
}

static const char *
subject(const struct last_facts *f)
{
	if (f->feed != NULL)
		return "FMK er meldt nede, og alertd kan ikke sende";
	return f->tell == LAST_STILL ? "alertd virker stadig ikke"
				     : "alertd virker ikke";
}

static void
add_well(struct buf *b, const struct last_facts *f, const char *since)
{
	buf_addf(b,
	    "alertd virker igen\n"
	    "alertd på %s virker igen.\n"
	    "Fejlen begyndte %s: %s.\n\n"
	    "Det, der manglede at blive sendt, bliver sendt nu. "
	    "Se efter med alertctl status.\n",
	    f->machine, since, kinds[f->kind].what);
}

/* Which process it is that holds the database. */
static bool
is_named(const struct last_facts *f)
{
	return f->kind == FAULT_BUSY && f->holder != NULL;
}

static void
add_remedy(struct buf *b, const struct last_facts *f)
{
	if (!is_named(f)) {
		buf_addf(b, "\nGør sådan: %s\n%s\n", kinds[f->kind].remedy,
		    kinds[f->kind].more);
		return;
	}
	buf_addf(b,
	    "\nGør sådan: Stop proces %s. Det er den, der låser.\n"
	    "Kan den ikke stoppes, så venter den på en disk, der ikke svarer: "
	    "genstart serveren.\n",
	    f->holder);
}

static void
add_fault(struct buf *b, const struct last_facts *f, const char *since)
{
	buf_addf(b, "%s: %s\n", subject(f), kinds[f->kind].what);
	buf_addf(b, "alertd på %s kan ikke passe sit arbejde: %s.\n",
	    f->machine, kinds[f->kind].what);
	buf_addf(b, "Det begyndte %s.\n\n", since);
	add_harm(b, f);
	add_remedy(b, f);
	buf_adds(b, "Er serveren ikke din opgave, så ring til dem, der passer "
		    "den.\n\n");
	buf_addf(b, "Fejlen i loggen: %s\n\n", f->why);
	buf_addf(b,
	    "Denne besked er sendt uden om databasen. Den kommer igen hver "
	    "%d. time, til alertd virker. Når den gør, får I besked.\n",
	    LIMIT_RESORT_EVERY / 3600);
}

char *
last_mail(const struct last_facts *f)
{
	char *since = say_when(f->since, f->now, DANISH);
	struct buf b;

	buf_init(&b, LIMIT_RESORT_TEXT);
	if (f->tell == LAST_WELL)
		add_well(&b, f, since);
	else
		add_fault(&b, f, since);
	free(since);
	return buf_steal(&b);
}

static char *
sms_fault(const struct last_facts *f, const char *since, const char *what,
    const char *remedy)
{
	char *open, *s;

	if (f->feed != NULL)
		return xasprintf("FMK er meldt nede, og alertd kan ikke "
				 "sende: ring selv rundt. Siden %s: %s. %s",
		    since, what, remedy);
	open = f->open > 0 ? xasprintf(" Åbne sager: %lld.", (long long)f->open)
			   : xstrdup("");
	s = xasprintf("alertd virker %sikke: %s. Siden %s får ingen besked "
		      "om FMK.%s %s",
	    f->tell == LAST_STILL ? "stadig " : "", what, since, open, remedy);
	free(open);
	return s;
}

static char *
sms_text(const struct last_facts *f, const char *since)
{
	const char *what = kinds[f->kind].what;
	char *named, *s;

	if (f->tell == LAST_WELL)
		return xasprintf(
		    "alertd virker igen. Fejlen begyndte %s: %s.", since, what);
	if (!is_named(f))
		return sms_fault(f, since, what, kinds[f->kind].remedy);
	named = xasprintf("proces %s låser databasen", f->holder);
	s = sms_fault(f, since, named, "Stop processen.");
	free(named);
	return s;
}

char *
last_sms(const struct last_facts *f)
{
	char *since = say_short(f->since, f->now, DANISH);
	char *text = sms_text(f, since), *fit = sms_fit(text, 1);

	free(text);
	free(since);
	return fit;
}
