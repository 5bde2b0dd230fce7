/* version.h: the version of the programs. */
#ifndef BASE_VERSION_H
#define BASE_VERSION_H

#define VERSION "0.1"

#endif
