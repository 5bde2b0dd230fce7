/*
 * ctl.h: what the commands of alertctl share: the parsed command line, and
 * the configuration, store, rules and templates, each opened when a command
 * asks for it. What fails is told on stderr in one sentence with its remedy,
 * and gives an exit status of sysexits.h; 0 is success throughout.
 */
#ifndef ALERTCTL_CTL_H
#define ALERTCTL_CTL_H

#include <stdbool.h>
#include <stdint.h>
#include <sysexits.h>

#include "alertctl/commands.h"
#include "base/attr.h"
#include "base/tr.h"
#include "conf/config.h"
#include "core/core.h"
#include "filter/filter.h"
#include "incident/incident.h"
#include "notice/notice.h"
#include "store/store.h"

#define CONFIG_DEFAULT "/etc/alertd/alertd.yaml"
/* Beside sysexits.h: what was looked for is missing (a gap). */
#define EX_GAP 1

struct ctl {
	const struct command *command;
	const char *config; /* NULL: the built-in defaults */
	bool json;
	bool no_color;
	bool help, version;
	bool done; /* it is carried out, whatever becomes of the output */
	const char *values[CTL_OPTIONS]; /* as command->options; flags "" */
	char **args;
	int n_args;
	char *actor; /* "user anna" */
	/* NULL until asked for. */
	struct config *conf;
	struct store *store;
	struct filter *filter;
	struct templates *templates;
};

/*
 * Reads the command line into *c. -1: go on with c->command->run(); else the
 * exit status with which to end (after help, or a mistake that was told).
 */
int ctl_parse(struct ctl *c, int argc, char **argv);
void ctl_clear(struct ctl *c);
/*
 * Says "alertctl: …" on stderr and returns status. A terminal gets it broken
 * between words, all else on one line.
 */
int ctl_fail(int status, const char *fmt, ...) ATTR_PRINTF(2, 3);
/* The value of an option of the command ("" for a flag), NULL if not given. */
const char *ctl_option(const struct ctl *c, const char *name);
bool ctl_flag(const struct ctl *c, const char *name);
/* The number of --limit, without one *out as it is: 0, or an exit status. */
int ctl_limit(const struct ctl *c, int64_t *out);

/*
 * Sets c->config: -c, ALERTD_CONFIG or the usual path. 0, or an exit status
 * when it does not exist: EX_CONFIG when nobody named one.
 */
int ctl_config_path(struct ctl *c);
/* needed: the built-in defaults will not do. */
int ctl_config(struct ctl *c, bool needed);
/* The configured store; create: made when it is missing. */
int ctl_store(struct ctl *c, bool create);
/* The same for who only reads: a store that may not be written will do. */
int ctl_store_reading(struct ctl *c);
int ctl_filter(struct ctl *c);
int ctl_templates(struct ctl *c);
/* Who does it, for the audit trail, see actor.h. Borrowed. */
const char *ctl_actor(struct ctl *c);
/* Configuration, store, rules and templates, for what changes something. */
int ctl_core(struct ctl *c, struct core *out);
/* The parts of c as a core over another store. */
struct core ctl_core_over(struct ctl *c, struct store *store);

/* Incident of "7" or "FMK-2026-0007"; release with incident_clear(). */
int ctl_incident(struct ctl *c, const char *arg, struct incident *out);
/* The number of such an argument, or -1. */
int64_t incident_number(const char *arg);
/* The number that a new incident would get, for its reference. */
int64_t ctl_next_incident(struct ctl *c);

/*
 * A time on the command line: RFC 3339, "2026-12-01 22:00" in local time,
 * "23:10" or "23.10" likewise (the last such time; with later the next one),
 * and with later also a duration from now ("2h"). 0 or -1.
 */
int parse_time_arg(const char *s, int64_t now, bool later, int64_t *out);

#endif
