/*
 * tallied.h: where the tally of deliveries is not what counting gives, as SQL;
 * a row is a channel, a state and a number that only one of both has.
 */
#ifndef TESTS_SIM_TALLIED_H
#define TESTS_SIM_TALLIED_H

#define TALLIED_OF(state)                                             \
	" SELECT channel, '" state "', " state " FROM tally_delivery" \
	" WHERE " state " <> 0 UNION ALL"
#define TALLIED                                                       \
	TALLIED_OF("accepted")                                        \
	TALLIED_OF("delivered")                                       \
	TALLIED_OF("unknown")                                         \
	TALLIED_OF("failed")                                          \
	TALLIED_OF("superseded")                                      \
	" SELECT channel, 'cancelled', cancelled FROM tally_delivery" \
	" WHERE cancelled <> 0"
#define COUNTED                                               \
	"SELECT m.channel, d.state, count(*)"                 \
	" FROM delivery d JOIN message m ON m.id = d.message" \
	" WHERE d.state NOT IN ('queued', 'sending')"         \
	" GROUP BY m.channel, d.state"
/* What never goes back is at least what there is. */
#define TOO_FEW                                                              \
	"SELECT channel, 'too few', 0 FROM tally_delivery t"                 \
	" WHERE done_accepted < accepted OR done_delivered < delivered"      \
	" OR done_unknown < unknown OR done_failed < failed"                 \
	" OR done_superseded < superseded OR done_cancelled < cancelled"     \
	" OR tried < coalesce((SELECT sum(attempts) FROM delivery d"         \
	"  JOIN message m ON m.id = d.message WHERE m.channel = t.channel)," \
	"  0)"
#define TALLY_DIFFERS                                                    \
	"SELECT * FROM (" COUNTED ") EXCEPT SELECT * FROM (" TALLIED ")" \
	" UNION SELECT * FROM (SELECT * FROM (" TALLIED                  \
	") EXCEPT SELECT * FROM (" COUNTED ")) UNION " TOO_FEW

#endif
