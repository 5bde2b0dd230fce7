/* attr.h: compiler attributes behind names, so that the code is plain C11. */
#ifndef BASE_ATTR_H
#define BASE_ATTR_H

#if defined(__GNUC__)
#define ATTR_PRINTF(fmt, args) __attribute__((format(printf, fmt, args)))
#define ATTR_NORETURN __attribute__((noreturn))
#define ATTR_UNUSED __attribute__((unused))
#else
#define ATTR_PRINTF(fmt, args)
#define ATTR_NORETURN
#define ATTR_UNUSED
#endif

/* Number of elements of a real array (not of a pointer). */
#define LENGTH(a) (sizeof(a) / sizeof((a)[0]))

/* What a macro stands for, as text: of a number that SQL needs, too. */
#define TEXT_OF(macro) TEXT_AS_IS(macro)
#define TEXT_AS_IS(text) #text

/*
 * 1 when built with AddressSanitizer, whose LeakSanitizer looks through our
 * memory from a process of its own. Never in what is installed.
 */
#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

#endif
