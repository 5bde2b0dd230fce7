/* serve.h: the process of the page: its loop, and how it begins and ends. */
#ifndef WEB_SERVE_H
#define WEB_SERVE_H

/*
 * The whole main of alertd-web: options -c FILE, -w FD (wake-up socket of the
 * supervisor: a "?" is answered with a byte between two requests, a "q" or its
 * end means stop); an exit status of sysexits.h.
 */
int serve_main(int argc, char **argv);

#endif
