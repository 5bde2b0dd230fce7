/*
 * tr.h: what alertctl says to a person, in the language of the person.
 *
 * Whole sentences stand in _("…"), in English, which is what they are where
 * nobody called tr_open(): the daemon and its log. Words of a table stand in
 * N_("…") and go through _() where they are printed. po/da.po has the Danish.
 * JSON, CSV, the log and the audit trail are never translated.
 */
#ifndef BASE_TR_H
#define BASE_TR_H

#include <libintl.h>

#define TR_DOMAIN "alertd"

/* The string is constant; the result lives as long as the program. */
#define _(text) dgettext(TR_DOMAIN, text)
/* Marks a constant for translation and leaves it as it is. */
#define N_(text) text
/* The form for n things: one and many hold the same conversions. */
#define tr_n(one, many, n) dngettext(TR_DOMAIN, one, many, (unsigned long)(n))

/*
 * Takes the language of the environment: LC_ALL, LC_MESSAGES or LANG names the
 * locale, and LANGUAGE, where it is set, the languages. A locale that is not
 * installed still says its language. Numbers, times and letters are not
 * touched, and what is said is UTF-8 whatever the locale is, as the titles and
 * names in it are. The catalogues are in "locale" beside the program, or in
 * ../share/locale from it.
 */
void tr_open(void);
/* English from now on: what is read by a program is always the same. */
void tr_close(void);
/*
 * From here on in this language ("da"), whoever the person is: what is handed
 * on to others. "en" is the source.
 */
void tr_speak(const char *language);

#endif
