/* lix.h: how easy a text reads, after Björnsson's LIX. */
#ifndef NOTICE_LIX_H
#define NOTICE_LIX_H

/*
 * Words per sentence plus the percentage of words of more than 6 letters;
 * letters are Unicode's. Dots inside or after an abbreviation or a number
 * ("kl. 14.05", "3. marts", "bl.a.") end no sentence; a line break after a
 * bullet, a heading or a blank line ends one. Lines that begin with "> " are
 * quoted from others and do not count. 0 without words.
 */
double lix(const char *text);

#endif
