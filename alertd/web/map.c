#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/mem.h"
#include "base/str.h"
#include "web/map.h"
#include "web/page.h"

/* In the order of the enum. The class gives sign and border. */
static const struct {
	const char *class, *word;
} states[MAP_STATES] = {
    [MAP_RECEIPTED] = {"receipted", "kvitteret"},
    [MAP_TOLD] = {"told", "fået besked"},
    [MAP_WAITING] = {"waiting", "venter"},
    [MAP_FAILED] = {"failed", "fejlet"},
    [MAP_UNKNOWN] = {"failed", "ukendt"},
    [MAP_NO_CONTACT] = {"no-contact", "ingen kontakt"},
    [MAP_READY] = {"ready", "kan nås"},
    [MAP_UNCONCERNED] = {"unconcerned", "ikke omfattet"},
};

enum map_state
map_state(const struct reach *r, bool notice)
{
	bool contact = r->has_mail || r->has_sms;

	/* A receipt is of the incident: the newest notice may be missing. */
	if (notice && r->told)
		return r->receipted ? MAP_RECEIPTED : MAP_TOLD;
	if (notice && r->unconcerned)
		return MAP_UNCONCERNED;
	if (!contact)
		return MAP_NO_CONTACT;
	if (!notice)
		return MAP_READY;
	if (r->waiting || (!r->failed && !r->unknown))
		return MAP_WAITING;
	return r->unknown ? MAP_UNKNOWN : MAP_FAILED;
}

/* Whether the state is one of the map at all. */
static bool
shown(enum map_state s, bool notice)
{
	return s == MAP_NO_CONTACT || (s == MAP_READY) != notice;
}

bool
map_missing(enum map_state s)
{
	return s == MAP_WAITING || s == MAP_FAILED || s == MAP_UNKNOWN ||
	       s == MAP_NO_CONTACT;
}

const char *
map_word(enum map_state s)
{
	return states[s].word;
}

void
map_key(struct buf *b, const size_t counts[MAP_STATES], bool notice)
{
	buf_adds(b, "<ul class=\"key\">\n");
	for (size_t s = 0; s < LENGTH(states); s++)
		if (shown((enum map_state)s, notice) &&
		    ((s != MAP_UNCONCERNED && s != MAP_UNKNOWN) ||
			counts[s] > 0))
			page_add(b,
			    "<li><span class=\"tile %s\"></span> %s: %zu</li>"
			    "\n",
			    states[s].class, states[s].word, counts[s]);
	buf_adds(b, "</ul>\n");
}

/* Longer names are broken in a tile: before their last word. */
#define NAME_FITS 11 /* bytes */
static const char *const last_words[] = {
    "berg", "borg", "fjord", "havn", "lands", "lund", "sund"};

static void
add_name(struct buf *b, const char *name)
{
	size_t n = strlen(name);
	char *head;

	buf_adds(b, "<span class=\"name\">");
	for (size_t i = 0; i < LENGTH(last_words) && n > NAME_FITS; i++) {
		size_t k = n - strlen(last_words[i]);

		if (!str_ends(name, last_words[i]))
			continue;
		head = xstrndup(name, k);
		page_add(b, "%s&shy;", head);
		free(head);
		name += k;
		break;
	}
	page_add(b, "%s</span>", name);
}

/* One without a place on the map (a new municipality) comes behind it. */
static void
add_tiles(struct buf *b, const struct tiles *t, const struct reaches *l,
    bool notice, bool placed)
{
	size_t n = 0;

	for (size_t i = 0; i < l->n; i++) {
		const struct tile *at = tiles_find(t, l->v[i].code);
		enum map_state s = map_state(&l->v[i], notice);

		if ((at != NULL) != placed)
			continue;
		if (n++ == 0)
			page_add(b, "<ul class=\"%s\">\n",
			    placed ? "map" : "map apart");
		page_add(b, "<li class=\"tile %s x%d y%d\" data-short=\"%s\">",
		    states[s].class, placed ? at->column : 0,
		    placed ? at->row : 0, placed ? at->name : l->v[i].code);
		add_name(b, l->v[i].name);
		page_add(b, "<span class=\"state\">: %s</span></li>\n",
		    states[s].word);
	}
	if (n > 0)
		buf_adds(b, "</ul>\n");
}

static void
add_missing(struct buf *b, const struct reaches *l, bool notice, size_t n)
{
	if (n == 0)
		return;
	page_add(b,
	    "<details%s>\n<summary>%s: %zu</summary>\n<ul class=\"names\">\n",
	    n <= 10 ? " open" : "",
	    notice ? "Kommuner, der ikke har fået besked"
		   : "Kommuner, der ikke kan nås",
	    n);
	for (size_t i = 0; i < l->n; i++) {
		enum map_state s = map_state(&l->v[i], notice);

		if (map_missing(s))
			page_add(b, "<li>%s: %s</li>\n", l->v[i].name,
			    states[s].word);
	}
	buf_adds(b, "</ul>\n</details>\n");
}

/* Only where somebody was asked for a receipt. */
static void
add_unanswered(struct buf *b, const struct reaches *l)
{
	size_t n = 0;

	for (size_t i = 0; i < l->n; i++)
		n += l->v[i].asked && !l->v[i].receipted;
	if (n == 0)
		return;
	page_add(b,
	    "<details%s>\n<summary>Kommuner, der ikke har kvitteret: %zu"
	    "</summary>\n<ul class=\"names\">\n",
	    n <= 10 ? " open" : "", n);
	for (size_t i = 0; i < l->n; i++)
		if (l->v[i].asked && !l->v[i].receipted)
			page_add(b, "<li>%s</li>\n", l->v[i].name);
	buf_adds(b, "</ul>\n</details>\n");
}

void
map_write(
    struct buf *b, const struct tiles *t, const struct reaches *l, bool notice)
{
	size_t counts[LENGTH(states)] = {0}, n = 0;

	for (size_t i = 0; i < l->n; i++) {
		enum map_state s = map_state(&l->v[i], notice);

		counts[s]++;
		n += map_missing(s);
	}
	map_key(b, counts, notice);
	add_tiles(b, t, l, notice, true);
	add_tiles(b, t, l, notice, false);
	add_missing(b, l, notice, n);
	if (notice)
		add_unanswered(b, l);
}
