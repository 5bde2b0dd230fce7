/*
 * Unit tests of deliver/pack.c and frame.c: what a worker and its sessions say
 * to each other, whole, torn and made up.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/attr.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "deliver/frame.h"
#include "deliver/pack.h"

#define S(text) ((char[]){text})

static struct buf bytes;
static struct err e;

static int
setup(void **state)
{
	(void)state;
	buf_init(&bytes, LIMIT_PACKED);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	buf_clear(&bytes);
	return 0;
}

static void
pack_sample(void)
{
	struct recipient to[] = {{7, S("Anna Æ"), S("a@example.dk"), true},
	    {8, S(""), S("b@example.dk"), true},
	    {9, S("C"), S("c@example.dk"), false}};
	struct recipient cc[] = {{10, S("V"), S("v@example.dk"), false}};
	static const bool due[] = {true, false, true};
	struct message m = {.id = 42,
	    .incident = 3,
	    .notice = 2,
	    .audience = ORG_VENDOR,
	    .org = S("0101"),
	    .org_name = S("København"),
	    .created = -5,
	    .subject = S("FMK"),
	    .text = S("linje\nto"),
	    .html = S(""),
	    .message_id = S("m@example.dk"),
	    .in_reply_to = S(""),
	    .to = to,
	    .n_to = LENGTH(to),
	    .cc = cc,
	    .n_cc = LENGTH(cc)};

	buf_reset(&bytes);
	pack_message(&m, due, &bytes);
	assert_false(buf_failed(&bytes));
}

static void
test_message(void **state)
{
	struct message m;

	(void)state;
	pack_sample();
	assert_int_equal(unpack_message(bytes.data, bytes.len, &m, &e), 0);
	assert_int_equal(m.id, 42);
	assert_int_equal(m.incident, 3);
	assert_int_equal(m.notice, 2);
	assert_int_equal(m.channel, CHANNEL_MAIL);
	assert_int_equal(m.audience, ORG_VENDOR);
	assert_true(m.created == -5);
	assert_string_equal(m.org_name, "København");
	assert_string_equal(m.text, "linje\nto");
	assert_string_equal(m.html, "");
	assert_null(m.check);
	assert_int_equal(m.n_to, 3);
	assert_string_equal(m.to[0].name, "Anna Æ");
	assert_string_equal(m.to[2].address, "c@example.dk");
	/* As it was said, not as the message has it. */
	assert_true(m.to[0].due);
	assert_false(m.to[1].due);
	assert_true(m.to[2].due);
	assert_int_equal(m.n_cc, 1);
	assert_string_equal(m.cc[0].address, "v@example.dk");
	assert_false(m.cc[0].due);
	message_clear(&m);
}

/* Cut anywhere, or with one byte too many, it is none; others do no harm. */
static void
test_torn_message(void **state)
{
	struct message m;

	(void)state;
	pack_sample();
	for (size_t n = 0; n < bytes.len; n++) {
		/* A copy of its own, so that a byte beyond it is seen. */
		char *part = xmalloc(n + 1);

		memcpy(part, bytes.data, n);
		part = xreallocarray(part, n > 0 ? n : 1, 1);
		assert_int_equal(unpack_message(part, n, &m, &e), -1);
		free(part);
	}
	buf_addc(&bytes, '\0');
	assert_int_equal(unpack_message(bytes.data, bytes.len, &m, &e), -1);
	pack_sample();
	for (size_t i = 0; i < bytes.len; i++) {
		char was = bytes.data[i];

		bytes.data[i] = (char)0xff;
		if (unpack_message(bytes.data, bytes.len, &m, &e) == 0)
			message_clear(&m);
		bytes.data[i] = was;
	}
}

static void
pack_said(const char *answer, int64_t outcome, int code)
{
	struct result results[] = {
	    {.outcome = OUTCOME_ACCEPTED, .code = 250, .answer = S("2.0.0 ok")},
	    {.outcome = (enum outcome)outcome,
		.code = code,
		.answer = (char *)(uintptr_t)answer}};
	struct tidings t = {.failed = true,
	    .why = S("MAIL: the connection was lost"),
	    .results = results,
	    .n = LENGTH(results)};

	buf_reset(&bytes);
	pack_tidings(&t, &bytes);
}

static int
read_said(size_t due, struct tidings *t)
{
	return unpack_tidings(bytes.data, bytes.len, due, t, &e);
}

static void
test_tidings(void **state)
{
	struct tidings t;

	(void)state;
	pack_said("450 later\r\nX: y", OUTCOME_TEMPFAIL, 450);
	assert_int_equal(read_said(2, &t), 0);
	assert_true(t.failed);
	assert_string_equal(t.why, "MAIL: the connection was lost");
	assert_int_equal(t.n, 2);
	assert_int_equal(t.results[0].outcome, OUTCOME_ACCEPTED);
	assert_int_equal(t.results[1].code, 450);
	/* It is one line, whatever was said. */
	assert_string_equal(t.results[1].answer, "450 later X: y");
	tidings_clear(&t);
	/* Not tried. */
	pack_said(NULL, OUTCOME_ACCEPTED, 0);
	assert_int_equal(read_said(2, &t), 0);
	assert_null(t.results[1].answer);
	tidings_clear(&t);
}

static void
test_made_up_tidings(void **state)
{
	struct tidings t;
	char *longest = xmalloc(2 * LIMIT_REPLY);

	(void)state;
	pack_said("x", OUTCOME_TEMPFAIL, 450);
	assert_int_equal(read_said(1, &t), -1); /* of others than were asked */
	assert_int_equal(read_said(3, &t), -1);
	pack_said("x", OUTCOME_UNKNOWN + 1, 450);
	assert_int_equal(read_said(2, &t), -1);
	pack_said("x", -1, 450);
	assert_int_equal(read_said(2, &t), -1);
	pack_said("x", OUTCOME_TEMPFAIL, 1000);
	assert_int_equal(read_said(2, &t), -1);
	memset(longest, 'x', 2 * LIMIT_REPLY - 1);
	longest[2 * LIMIT_REPLY - 1] = '\0';
	pack_said(longest, OUTCOME_TEMPFAIL, 450);
	assert_int_equal(read_said(2, &t), 0);
	assert_int_equal(strlen(t.results[1].answer), LIMIT_REPLY);
	tidings_clear(&t);
	free(longest);
	pack_said("x", OUTCOME_TEMPFAIL, 450);
	for (size_t n = 0; n < bytes.len; n++)
		assert_int_equal(unpack_tidings(bytes.data, n, 2, &t, &e), -1);
}

static void
test_frames(void **state)
{
	struct buf got;
	int pair[2];

	(void)state;
	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, pair), 0);
	buf_init(&got, 100);
	buf_adds(&bytes, "hello");
	assert_int_equal(frame_send(pair[0], &bytes), 0);
	buf_reset(&bytes);
	assert_int_equal(frame_send(pair[0], &bytes), 0);
	assert_int_equal(frame_receive(pair[1], &got), 1);
	assert_string_equal(buf_str(&got), "hello");
	assert_int_equal(frame_receive(pair[1], &got), 1);
	assert_int_equal(got.len, 0);
	/* Longer than may be, and torn. */
	for (int i = 0; i < 101; i++)
		buf_addc(&bytes, 'x');
	assert_int_equal(frame_send(pair[0], &bytes), 0);
	assert_int_equal(frame_receive(pair[1], &got), -1);
	close(pair[0]);
	close(pair[1]);
	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, pair), 0);
	assert_int_equal(write(pair[0], "\5\0\0\0hel", 7), 7);
	close(pair[0]);
	assert_int_equal(frame_receive(pair[1], &got), -1);
	close(pair[1]);
	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, pair), 0);
	close(pair[0]);
	assert_int_equal(frame_receive(pair[1], &got), 0);
	close(pair[1]);
	buf_clear(&got);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_message, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_torn_message, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_tidings, setup, teardown),
	    cmocka_unit_test_setup_teardown(
		test_made_up_tidings, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_frames, setup, teardown),
	};

	return cmocka_run_group_tests_name("pack", tests, NULL, NULL);
}
