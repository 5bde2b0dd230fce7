/* alertd-sms: the worker program that sends what is due by SMS. */
#include "base/err.h"
#include "deliver/worker.h"

static struct transport *
sms_open(const struct config *conf, struct err *e)
{
	if (conf->sms.off) {
		err_set(e, "%s: no SMS can be sent: sms.transport is none",
		    conf->file);
		return NULL;
	}
	return conf->sms.file_only ? smsfile_open(conf, e)
				   : gateway_open(conf, e);
}

int
main(int argc, char **argv)
{
	return worker_main(argc, argv, CHANNEL_SMS, sms_open);
}
