/* run.h: the commands. Each returns an exit status. */
#ifndef ALERTCTL_RUN_H
#define ALERTCTL_RUN_H

struct ctl;

int run_status(struct ctl *c); /* status/status.c */
int run_send(struct ctl *c); /* send/send.c */
int run_drafts_list(struct ctl *c); /* send/drafts.c */
int run_drafts_drop(struct ctl *c);
int run_update(struct ctl *c); /* send/decide.c */
int run_resolve(struct ctl *c);
int run_retract(struct ctl *c);
int run_approve(struct ctl *c);
int run_dismiss(struct ctl *c);
int run_ack(struct ctl *c); /* send/ack.c */
int run_show(struct ctl *c); /* status/show.c */
int run_report(struct ctl *c); /* report/report.c */
int run_coverage(struct ctl *c); /* contacts/coverage.c */
int run_bounce(struct ctl *c); /* contacts/bounce.c */
int run_truth_arrived(struct ctl *c); /* contacts/truth.c */
int run_drill(struct ctl *c); /* report/drill.c */
int run_log(struct ctl *c); /* status/log.c */
int run_log_verify(struct ctl *c); /* status/verify.c */
int run_preview(struct ctl *c); /* send/preview.c */
int run_template_render(struct ctl *c);
int run_contacts_list(struct ctl *c); /* contacts/list.c */
int run_contacts_show(struct ctl *c); /* contacts/show.c */
int run_contacts_add(struct ctl *c); /* contacts/edit.c */
int run_contacts_edit(struct ctl *c);
int run_contacts_remove(struct ctl *c);
int run_contacts_org(struct ctl *c);
int run_contacts_import(struct ctl *c); /* contacts/import.c */
int run_contacts_export(struct ctl *c);
int run_contacts_forget(struct ctl *c); /* contacts/forget.c */
int run_oncall(struct ctl *c); /* oncall/oncall.c */
int run_oncall_cover(struct ctl *c); /* oncall/cover.c */
int run_oncall_uncover(struct ctl *c);
int run_feed_list(struct ctl *c); /* feed/feed.c */
int run_feed_test(struct ctl *c);
int run_feed_parse(struct ctl *c);
int run_feed_deliver(struct ctl *c); /* feed/deliver.c */
int run_explain(struct ctl *c); /* feed/explain.c */
int run_replay(struct ctl *c); /* feed/replay.c */
int run_outbox_list(struct ctl *c); /* status/outbox.c */
int run_outbox_retry(struct ctl *c);
int run_outbox_cancel(struct ctl *c);
int run_backup(struct ctl *c); /* backup/backup.c */
int run_restore(struct ctl *c); /* backup/restore.c */
int run_selfcheck(struct ctl *c); /* check/selfcheck.c */
int run_config_check(struct ctl *c); /* check/check.c */
int run_completion(struct ctl *c); /* help/completion.c */
int run_completion_words(struct ctl *c);

#endif
