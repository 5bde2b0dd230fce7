/*
 * gateway.h: a preset of an SMS gateway (etc/gateways/NAME.yaml) as plain
 * data, so that a new gateway is a file, not code.
 */
#ifndef CONF_GATEWAY_H
#define CONF_GATEWAY_H

#include "base/diag.h"
#include "conf/config.h"

/* What a part of a gateway's answer means for the recipients it is about. */
enum gateway_word {
	GATEWAY_ACCEPTED, /* taken */
	GATEWAY_TEMPFAIL, /* not taken; again later, at this gateway */
	GATEWAY_PERMFAIL, /* never: the number is bad */
	GATEWAY_UNKNOWN, /* may have been taken */
	GATEWAY_NEXT, /* this gateway cannot: the next one is tried */
	/*
	 * Something in the call was not liked: a batch is halved until it is
	 * clear which number; one number alone is bad when the gateway took
	 * others, else the gateway is (as next).
	 */
	GATEWAY_REFUSED,
	GATEWAY_RESULTS /* of a status: the rules say, number by number */
};

/* HTTP statuses from first to last: "200" is 200 to 200, "4xx" 400 to 499. */
struct gateway_status {
	int first, last;
	enum gateway_word means;
};

struct gateway_case {
	char *value;
	enum gateway_word means;
};

/*
 * Where results stand in an answer, and what they mean. The paths are JSON
 * pointers (RFC 6901); list is from the top of the answer, the others from an
 * item of the list; "" is the thing itself, NULL is not given.
 */
struct gateway_rule {
	int first, last; /* HTTP statuses that it is for */
	/* JSON: a list of items (lists in it are opened), or one item. */
	char *list;
	char *ref; /* our own reference in an item: whom it is about */
	char *number; /* or the number; */
	bool order; /* or its place, where neither is there */
	char *id; /* the gateway's id for it */
	char *code; /* for the answer's text */
	char *text;
	char *value; /* what is looked up in cases; NULL: means it is */
	struct gateway_case *cases;
	size_t n_cases;
	enum gateway_word means; /* of a value without a case */
	char *prefix; /* plain text: how the answer begins, else NULL */
};

struct gateway_answer {
	bool plain; /* plain text, else JSON */
	struct gateway_status *statuses; /* the first that fits counts */
	size_t n_statuses;
	struct gateway_rule *rules; /* all that fit count, in this order */
	size_t n_rules;
};

/* What a report says of an SMS. */
enum callback_word { CALLBACK_DELIVERED, CALLBACK_FAILED, CALLBACK_PENDING };

struct callback_case {
	char *value;
	enum callback_word means;
};

/*
 * How a gateway's call is read. A place is a JSON pointer into an item of the
 * body, or the name of a field of the query, else of the form, or "*", what
 * stands behind the URL's last word; NULL is not given.
 */
struct gateway_callback {
	bool get, post; /* which methods it comes by */
	char *list; /* where the items stand in JSON, else all of it */
	char *id; /* the gateway's, for the SMS */
	char *ref; /* a report: our own reference */
	char *number; /* a report: whom it was to; an SMS: whom it is from */
	char *text; /* a report: words about it; an SMS: itself */
	char *code; /* a report: a number of an error */
	char *at; /* an SMS: when it was sent */
	char *state; /* a report: what is looked up in cases */
	struct callback_case *cases;
	size_t n_cases;
	enum callback_word other; /* of a state without a case */
	char *setting; /* the preset's, that gets the URL; "" = none */
	char *type; /* of the answer */
	char *body;
};

/* Who signs: the table in web/callback_sign.c. */
enum callback_scheme {
	CALLBACK_UNSIGNED,
	CALLBACK_JWT_HS256,
	CALLBACK_HMAC_SHA256,
	CALLBACK_TWILIO
};

struct gateway_callbacks {
	enum callback_scheme scheme;
	char *header; /* that has the signature */
	char *prefix; /* before it in the header */
	char *key; /* Mustache; where it is empty no signature is wanted */
	struct gateway_callback *status, *inbound; /* NULL: there is none */
};

/*
 * Reads the preset name: built in ("cpsms"), or a file when it has a slash
 * (relative to the file base). *out is initialised by the call; release with
 * gateway_clear(), also after -1. Mistakes go to *problems with their places.
 * out->settings holds every setting that the preset knows, with its default
 * or ""; the caller fills in the operator's.
 */
int gateway_preset(const char *name, const char *base, struct gateway_conf *out,
    struct diags *problems);
void gateway_clear(struct gateway_conf *g); /* wipes secrets */

/*
 * Whether the call of g names all recipients, so that batch may be over 1;
 * else it names one.
 */
bool gateway_takes_many(const struct gateway_conf *g);
/*
 * How many calls of g are under way at once: what is configured, else 8 with
 * one recipient each, and 1 with more.
 */
size_t gateway_sessions(const struct gateway_conf *g);
/*
 * Where g has a callback_secret and its preset callbacks: gives the settings
 * that are to hold a callback's URL, and that the operator left empty, the one
 * below base_url ("https://alertd.example.dk"), unless that is "".
 */
void gateway_callback_urls(struct gateway_conf *g, const char *base_url);
/*
 * What signs the calls of g, which has callbacks: the key of its preset with
 * the operator's settings; "" = none is wanted. Release with secret_free().
 */
char *gateway_callback_key(const struct gateway_conf *g);
/* The setting of that name, or NULL; borrowed. */
struct setting *gateway_setting(const struct gateway_conf *g, const char *name);

#endif
