#include <stdlib.h>
#include <string.h>

#include "base/address.h"
#include "base/attr.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/tr.h"

#define LOCAL_MAX 64 /* RFC 5321 4.5.3.1.1 */
#define LABEL_MAX 63 /* RFC 1035 2.3.4 */

static const char letters_digits[] = "abcdefghijklmnopqrstuvwxyz"
				     "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

static bool
letter_or_digit(char c)
{
	return c != '\0' && strchr(letters_digits, c) != NULL;
}

static bool
atext(char c)
{
	return letter_or_digit(c) ||
	       (c != '\0' && strchr("!#$%&'*+-/=?^_`{|}~", c) != NULL);
}

/* err_set() for functions whose answer is a bool. */
static bool
refuse(struct err *e, const char *why)
{
	err_set(e, "%s", why);
	return false;
}

static bool
local_valid(const char *s, size_t n, struct err *e)
{
	if (n == 0)
		return refuse(e, _("there is nothing before the @"));
	if (n > LOCAL_MAX)
		return refuse(e, _("more than 64 characters before the @"));
	if (s[0] == '.' || s[n - 1] == '.')
		return refuse(
		    e, _("a dot at the edge of the part before the @"));
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '.' && s[i + 1] == '.')
			return refuse(e, _("two dots in a row"));
		if (s[i] == '"')
			return refuse(e, _("quotes are not supported"));
		if (s[i] != '.' && !atext(s[i]))
			return refuse(
			    e, "a character that an address cannot have");
	}
	return true;
}

static bool
label_valid(const char *s, size_t n, struct err *e)
{
	if (n == 0)
		return refuse(e, _("a dot too many in the domain"));
	if (n > LABEL_MAX)
		return refuse(
		    e, _("a domain label of more than 63 characters"));
	if (s[0] == '-' || s[n - 1] == '-')
		return refuse(e, _("a hyphen at the edge of a domain label"));
	for (size_t i = 0; i < n; i++)
		if (!letter_or_digit(s[i]) && s[i] != '-')
			return refuse(
			    e, "a character that a domain cannot have");
	return true;
}

static bool
domain_valid(const char *s, struct err *e)
{
	const char *label = s;
	size_t n;

	if (*s == '\0')
		return refuse(e, _("there is no domain after the @"));
	if (*s == '[')
		return refuse(e, _("a domain is needed, not a number in [ ]"));
	for (;;) {
		n = strcspn(label, ".");
		if (!label_valid(label, n, e))
			return false;
		if (label[n] == '\0')
			break;
		label += n + 1;
	}
	if (label == s)
		return refuse(e, _("the domain has no dot (like example.dk)"));
	if (strspn(label, "0123456789") == n)
		return refuse(e, _("the domain ends with a number"));
	return true;
}

bool
address_valid(const char *s, struct err *e)
{
	const char *at = strrchr(s, '@');

	if (*s == '\0')
		return refuse(e, _("it is empty"));
	for (const char *p = s; *p != '\0'; p++) {
		if ((unsigned char)*p < ' ' || *p == 0x7f)
			return refuse(e, _("a control character"));
		if ((unsigned char)*p > 0x7f)
			return refuse(e, _("a character outside ASCII"));
		if (*p == ' ')
			return refuse(e, _("a space"));
	}
	if (at == NULL)
		return refuse(e, _("there is no @"));
	if (strchr(s, '@') != at)
		return refuse(e, _("more than one @"));
	if (strlen(s) > LIMIT_ADDRESS)
		return refuse(e, _("longer than 254 characters"));
	return local_valid(s, (size_t)(at - s), e) && domain_valid(at + 1, e);
}

/* The display name as text: no quotes around, no backslashes. */
static int
name_parse(char *name, struct err *e)
{
	size_t n = strlen(name), out = 0;
	bool quoted = n >= 2 && name[0] == '"' && name[n - 1] == '"';

	if (!quoted) {
		if (strpbrk(name, "()<>@,;:\\\"[]") != NULL)
			return err_set(e,
			    _("put the name in double quotes, because it holds "
			      "one of ( ) < > @ , ; : \\ \" [ ]"));
		return 0;
	}
	for (size_t i = 1; i < n - 1; i++) {
		if (name[i] == '"')
			return err_set(e, _("a double quote within the name"));
		if (name[i] == '\\' && ++i == n - 1)
			return err_set(e, _("a backslash ends the name"));
		name[out++] = name[i];
	}
	name[out] = '\0';
	return 0;
}

static int
mailbox_check(const char *s, char *name, const char *address, struct err *e)
{
	for (const char *p = s; *p != '\0'; p++)
		if ((unsigned char)*p < ' ' || *p == 0x7f)
			return err_set(e, _("a control character"));
	if (!utf8_valid(s, strlen(s)))
		return err_set(e, _("a character that is not UTF-8"));
	if (name_parse(name, e) == -1)
		return -1;
	return address_valid(address, e) ? 0 : -1;
}

int
mailbox_parse(const char *s, char **name, char **address, struct err *e)
{
	const char *open = strrchr(s, '<');
	size_t n = strlen(s);

	if (open != NULL && s[n - 1] == '>') {
		*name = str_trim(xstrndup(s, (size_t)(open - s)));
		*address = xstrndup(open + 1, n - (size_t)(open - s) - 2);
	} else {
		*name = xstrdup("");
		*address = xstrdup(s);
	}
	if (mailbox_check(s, *name, *address, e) == 0)
		return 0;
	free(*name);
	free(*address);
	*name = *address = NULL;
	return -1;
}

/* Copies the digits of s, without spaces; -1 if there is anything else. */
static int
take_digits(const char *s, char out[PHONE_SIZE], size_t *n, struct err *e)
{
	*n = 0;
	for (; *s != '\0'; s++) {
		if (*s == ' ')
			continue;
		if (*s < '0' || *s > '9')
			return err_set(e, _("a number has only digits, spaces "
					    "and a leading +"));
		if (*n == PHONE_SIZE - 2)
			return err_set(e, _("more than 15 digits"));
		out[(*n)++] = *s;
	}
	out[*n] = '\0';
	return 0;
}

/* Countries whose numbers have one length. */
static int
country_length(const char *digits, size_t n, struct err *e)
{
	static const struct {
		const char *code;
		size_t length; /* after the code */
	} countries[] = {{"45", 8}, {"298", 6}, {"299", 6}};

	for (size_t i = 0; i < LENGTH(countries); i++) {
		size_t skip = strlen(countries[i].code);

		if (str_starts(digits, countries[i].code) &&
		    n != skip + countries[i].length)
			return err_set(e,
			    _("%zu digits after +%s; there must be %zu"),
			    n > skip ? n - skip : 0, countries[i].code,
			    countries[i].length);
	}
	return 0;
}

static int
international(const char *digits, size_t n, struct err *e)
{
	if (digits[0] == '0')
		return err_set(e, _("a country code does not begin with 0"));
	if (country_length(digits, n, e) == -1)
		return -1;
	if (n < 7)
		return err_set(
		    e, _("%zu digits after the +; there must be 7 to 15"), n);
	return 0;
}

int
phone_normalise(const char *s, char out[PHONE_SIZE], struct err *e)
{
	char digits[PHONE_SIZE];
	bool plus;
	size_t n, skip;

	s += strspn(s, " ");
	plus = *s == '+';
	if (take_digits(s + plus, digits, &n, e) == -1)
		return -1;
	if (n == 0)
		return err_set(e, _("it is empty"));
	if (plus && international(digits, n, e) == -1)
		return -1;
	if (!plus && str_starts(digits, "00") && n > 8)
		return err_set(e, _("write + for the leading 00"));
	if (!plus && n != 8)
		return err_set(e,
		    _("%zu digits; a Danish number has 8, any other begins "
		      "with + and its country code"),
		    n);
	skip = plus ? 1 : 3;
	memcpy(out, plus ? "+" : "+45", skip);
	memcpy(out + skip, digits, n + 1);
	return 0;
}
