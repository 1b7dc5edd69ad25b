/*
 * breachscan: finds UK policing identifiers, protective markings and other people's data in text.
 *
 *     breachscan_rules      a compiled rule set                      shared by all threads
 *     breachscan_scanner    rules, settings, buffers of a scan       one thread at a time
 *     breachscan_stream     a text that comes in chunks              one thread at a time
 *     breachscan_results    the findings of one scan                 shared by all threads
 *     breachscan_error      why something was refused                shared by all threads
 *
 * A program makes rules once, a scanner for each thread, and scans as many texts as it likes with each.
 *
 * Objects. Every object comes from this library through an out parameter and belongs to the caller, who frees it once
 * with the free function of its type; never with free() or delete. Objects may be freed in any order: what one needs of
 * another it keeps. Freeing NULL does nothing.
 *
 * Threads. What is passed as `const` may be used by any number of calls at once. What is not is used by one call at a
 * time; another call, from another thread or from a callback, answers BREACHSCAN_ERR_BUSY and changes nothing.
 *
 * Pointers. NULL where it is not allowed is an error and no crash. A pointer that is not NULL points to what its
 * parameter says and stays valid until the call returns; where data outlives the call, its owner is named. Data may be
 * of any bytes, with a NUL or without. Lengths and offsets count bytes, or code units of UTF-16 where the name says so;
 * the end of a span is just past it.
 *
 * Failures. A call that can fail answers a breachscan_status. On failure an object's place holds NULL, other places are
 * as they were, unless a function says otherwise. ERR_ in a list of statuses stands for BREACHSCAN_ERR_.
 *
 * Privacy. The library opens no file and no connection, and writes no log, not to standard error either. No message
 * holds a byte of the text that is scanned. The buffers of scanners and streams may hold parts of the last text until
 * they are used again or freed; freed memory is not overwritten.
 *
 * Process. There is nothing to initialise. The library starts no thread and keeps no lock between calls: after fork()
 * idle objects work in the child too. It is not for signal handlers. When memory runs out the program is aborted. A
 * fault inside the library never unwinds into the caller: it answers BREACHSCAN_ERR_INTERNAL.
 *
 * Versions. Within one BREACHSCAN_ABI_VERSION, which is the number in the shared library's name, functions, constants
 * and fields at the end of structs are only added.
 */


#ifndef BREACHSCAN_H
#define BREACHSCAN_H

#include <stddef.h>
#include <stdint.h>

/*
 * On Windows, define BREACHSCAN_DLL to use the library as a DLL.
 */
#if defined(_WIN32) && defined(BREACHSCAN_DLL)
#define BREACHSCAN_API __declspec(dllimport)
#else
#define BREACHSCAN_API
#endif

/**
 * The defaults of breachscan_options.
 */
#define BREACHSCAN_OPTIONS_INIT { sizeof(breachscan_options), 0, NULL, 0, 0, 0 }

/**
 * The defaults of breachscan_redaction.
 */
#define BREACHSCAN_REDACTION_INIT { sizeof(breachscan_redaction), NULL, 0, 0, 0 }

/**
 * The number of this interface, which is also that of the shared library's name. Within one number functions,
 * constants and fields are only added.
 */
#define BREACHSCAN_ABI_VERSION 1

/**
 * The rule has no check for this form of the value.
 */
#define BREACHSCAN_CHECK_NONE 0

/**
 * The value's check digit, letter or list agrees.
 */
#define BREACHSCAN_CHECK_PASSED 1

/**
 * It does not agree, but the value stands beside its label: probably a typing error.
 */
#define BREACHSCAN_CHECK_FAILED 2

/**
 * No word nearby speaks for the value.
 */
#define BREACHSCAN_CONTEXT_NONE 0

/**
 * A supporting word is near.
 */
#define BREACHSCAN_CONTEXT_NEAR 1

/**
 * The value stands beside its own label.
 */
#define BREACHSCAN_CONTEXT_LABEL 2

/**
 * A word directly before the value says that it is something else.
 */
#define BREACHSCAN_CONTEXT_AGAINST 3

/**
 * Offsets count bytes.
 */
#define BREACHSCAN_UNIT_BYTE 0

/**
 * Offsets count code units of UTF-16.
 */
#define BREACHSCAN_UNIT_UTF16 1

/**
 * Leave out the built-in rules.
 */
#define BREACHSCAN_COMPILE_ONLY_OWN 1

/**
 * Use no instructions that only some CPUs have. What is found is the same.
 */
#define BREACHSCAN_OPTION_PORTABLE 1

/**
 * As `min_confidence`: give every match of every shape, values whose check fails included.
 */
#define BREACHSCAN_CONFIDENCE_ALL -1

/**
 * The default of `min_confidence`.
 */
#define BREACHSCAN_CONFIDENCE_REPORT 50

/**
 * Findings of this confidence and more deserve a person's attention.
 */
#define BREACHSCAN_CONFIDENCE_ALERT 80

/**
 * As many '*' as the value has bytes: every other byte keeps its offset.
 */
#define BREACHSCAN_REDACT_MASK 0

/**
 * The rule's id, such as [nhs-number].
 */
#define BREACHSCAN_REDACT_LABEL 1

/**
 * The rule's id and a keyed hash of the value (HMAC-SHA256), such as [nhs-number:3f6c0a95d1e27b48].
 */
#define BREACHSCAN_REDACT_TOKEN 2

/**
 * Why rules, an image or options were refused. Never holds scanned text.
 *
 * Only calls with an `error` parameter make one, and only for a failure that has more to tell than its status; all
 * others leave NULL there. Who passes a place for it frees it with breachscan_error_free.
 */
typedef struct breachscan_error breachscan_error;

/**
 * The findings of one scan, in order. Nothing changes them: any number of threads may read them at once.
 */
typedef struct breachscan_results breachscan_results;

/**
 * A compiled rule set. Nothing changes it: any number of threads may use it at once, and any number of scanners and
 * streams are made from it. They keep what they need of it, so it may be freed before them.
 */
typedef struct breachscan_rules breachscan_rules;

/**
 * Rules, settings and the buffers of a scan. One call at a time may use it: make one a thread and keep it, since
 * scanning allocates nothing once its buffers have grown to what the texts need.
 */
typedef struct breachscan_scanner breachscan_scanner;

/**
 * A text that comes in chunks of any size: the findings are those of the whole. What it holds is bounded, however
 * long the text is. One call at a time may use it.
 */
typedef struct breachscan_stream breachscan_stream;

/**
 * What a call answers: one of the `BREACHSCAN_` numbers below.
 *
 * 0 is success and 1 is a scan that its callback stopped; all others are errors. Later versions may add numbers and
 * never change these: treat an unknown one as an error.
 */
typedef int32_t breachscan_status;

/**
 * UTF-8 text that belongs to the object it came from and lives as long.
 */
typedef struct breachscan_str {
  /**
   * The text, with a NUL after its last byte; never NULL.
   */
  const char *data;
  /**
   * Bytes of the text, the NUL not counted.
   */
  size_t len;
} breachscan_str;

/**
 * One rule: what it finds and what that says about a person. Belongs to the rules it came from. Later versions may
 * add fields at the end: pass pointers to it, make no arrays of it.
 */
typedef struct breachscan_rule {
  /**
   * The stable id, such as "nhs-number".
   */
  struct breachscan_str id;
  /**
   * The identifier's name in words.
   */
  struct breachscan_str name;
  /**
   * What the identifier identifies.
   */
  struct breachscan_str about;
  /**
   * "identity", "policing", "vehicle", "money", "contact", "secret" or "custom"; later versions may add some.
   */
  struct breachscan_str category;
  /**
   * "identifier", "marking" or "term".
   */
  struct breachscan_str kind;
  /**
   * "verified", "shape" or "unverified": how far an authority confirms the rule.
   */
  struct breachscan_str status;
  /**
   * Not 0 if a value is criminal-offence data (UK GDPR Article 10).
   */
  int32_t is_criminal_offence;
  /**
   * Not 0 if a value reveals a special category of personal data (UK GDPR Article 9).
   */
  int32_t is_special_category;
} breachscan_rule;

/**
 * Settings of a scanner or a stream. Zero is the default of every field: begin with BREACHSCAN_OPTIONS_INIT, set what
 * you want, and pass a pointer, or NULL for all defaults. It is read during the call only.
 *
 * Later versions may add fields at the end. A library that is older than the header refuses those it does not know
 * with BREACHSCAN_ERR_UNSUPPORTED, unless they are zero.
 */
typedef struct breachscan_options {
  /**
   * sizeof(breachscan_options), which BREACHSCAN_OPTIONS_INIT sets.
   */
  size_t struct_size;
  /**
   * 0 or BREACHSCAN_OPTION_PORTABLE. Unknown bits are refused with BREACHSCAN_ERR_UNSUPPORTED.
   */
  uint64_t flags;
  /**
   * Ids of rules that are switched off, each UTF-8 that ends with NUL; NULL for none.
   */
  const char *const *disabled;
  /**
   * How many ids `disabled` has.
   */
  size_t disabled_len;
  /**
   * Findings below this confidence are not given: 1 to 100 hundredths, 0 for the default of 50, or
   * BREACHSCAN_CONFIDENCE_ALL.
   */
  int32_t min_confidence;
  /**
   * 0.
   */
  int32_t reserved;
} breachscan_options;

/**
 * A span of the input where a rule holds, how sure that is, and what it rests on. It holds none of the input: read
 * the value from your own buffer, and mind who sees it.
 *
 * A finding may be copied. `rule_id` belongs to the scanner, stream or results it came from and to the rules they were
 * made from: it lives until the last of them is freed. Later versions may add fields at the end: pass pointers to it,
 * make no arrays that another library reads.
 */
typedef struct breachscan_finding {
  /**
   * Offset of the value's first byte, or code unit, in the input; of a stream, in all that was fed.
   */
  uint64_t start;
  /**
   * Offset just past the value.
   */
  uint64_t end;
  /**
   * Where the word stands that speaks for or against the value; both 0 if there is none.
   */
  uint64_t context_start;
  /**
   * Offset just past that word.
   */
  uint64_t context_end;
  /**
   * The rule's id, such as "nhs-number".
   */
  struct breachscan_str rule_id;
  /**
   * The rule's number, for breachscan_rules_get.
   */
  uint32_t rule;
  /**
   * The number of the context word among the rules' words, from 1; 0 for none. For breachscan_finding_explain.
   */
  uint32_t term;
  /**
   * Evidence in hundredths, 0 to 100: from 50 on it is reported unless you say otherwise, from 80 on it deserves a
   * person's attention. It orders findings and is no probability.
   */
  int32_t confidence;
  /**
   * BREACHSCAN_CHECK_NONE, _PASSED or _FAILED; later versions may add some.
   */
  int32_t check;
  /**
   * BREACHSCAN_CONTEXT_NONE, _NEAR, _LABEL or _AGAINST; later versions may add some.
   */
  int32_t context;
  /**
   * BREACHSCAN_UNIT_BYTE or BREACHSCAN_UNIT_UTF16: what the offsets count.
   */
  int32_t unit;
} breachscan_finding;

/**
 * Called with every finding, in order: by start, then the more certain, then the longer. Answer 0 to go on and any
 * other number to stop the scan, which then answers BREACHSCAN_STOPPED.
 *
 * `finding` lives until the callback returns; copy what is to stay. `user` is what was given to the scan. Other objects
 * may be used here; a call on the object that calls answers BREACHSCAN_ERR_BUSY, but for its free, which waits for the
 * end of the scan. Do not leave by longjmp. A C++ exception that leaves the callback ends the program: breachscan.hpp
 * carries exceptions round the library instead.
 */
typedef int32_t (*breachscan_finding_fn)(const struct breachscan_finding *finding, void *user);

/**
 * What stands in a value's place. Begin with BREACHSCAN_REDACTION_INIT; NULL asks for masks.
 *
 * Grows as breachscan_options does.
 */
typedef struct breachscan_redaction {
  /**
   * sizeof(breachscan_redaction), which BREACHSCAN_REDACTION_INIT sets.
   */
  size_t struct_size;
  /**
   * For tokens: at least 16 secret bytes. The same key gives the same value the same token.
   */
  const uint8_t *key;
  /**
   * How many bytes `key` has.
   */
  size_t key_len;
  /**
   * BREACHSCAN_REDACT_MASK, _LABEL or _TOKEN.
   */
  int32_t style;
  /**
   * 0.
   */
  int32_t reserved;
} breachscan_redaction;

/**
 * Done.
 */
#define BREACHSCAN_OK 0

/**
 * A callback asked for the end of the scan.
 */
#define BREACHSCAN_STOPPED 1

/**
 * A pointer that must not be NULL was NULL.
 */
#define BREACHSCAN_ERR_NULL 2

/**
 * A length without data, or greater than PTRDIFF_MAX.
 */
#define BREACHSCAN_ERR_LENGTH 3

/**
 * Text that must be UTF-8 was not.
 */
#define BREACHSCAN_ERR_TEXT 4

/**
 * A value outside of its range, or the name of a rule that does not exist.
 */
#define BREACHSCAN_ERR_ARGUMENT 5

/**
 * A flag or an option that this library does not know: it is older than the header.
 */
#define BREACHSCAN_ERR_UNSUPPORTED 6

/**
 * Rules that break the schema or do not compile; the error object says where.
 */
#define BREACHSCAN_ERR_RULES 7

/**
 * A saved image that is damaged or of another version; the error object says which.
 */
#define BREACHSCAN_ERR_IMAGE 8

/**
 * The buffer is too small; the size that is needed was written.
 */
#define BREACHSCAN_ERR_SMALL 9

/**
 * The object is in use by another call: by one on another thread, or by the one whose callback this is.
 */
#define BREACHSCAN_ERR_BUSY 10

/**
 * An earlier call on this object failed with BREACHSCAN_ERR_INTERNAL; it can only be freed.
 */
#define BREACHSCAN_ERR_POISONED 11

/**
 * A fault of this library. Nothing of it was printed; the object can only be freed.
 */
#define BREACHSCAN_ERR_INTERNAL 12

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * A status in words: static text in English, for logs. An unknown status has a text too; it is never NULL.
 *
 * Threads: any. Nothing is to be freed.
 */
BREACHSCAN_API
const char *breachscan_status_str(breachscan_status status);

/**
 * The number of the interface of the library that is loaded. A program that was compiled with another
 * BREACHSCAN_ABI_VERSION must not use it.
 *
 * Threads: any.
 */
BREACHSCAN_API
uint32_t breachscan_abi_version(void);

/**
 * The version of the library that is loaded, such as "0.1.0": static text, never NULL.
 *
 * Threads: any. Nothing is to be freed.
 */
BREACHSCAN_API const char *breachscan_version(void);

/**
 * Makes the built-in rules ready: nothing is compiled, it takes some milliseconds.
 *
 * `out` gets the rules, NULL on failure. The caller frees them with breachscan_rules_free.
 *
 * Threads: any. Statuses: BREACHSCAN_OK, ERR_NULL, ERR_INTERNAL.
 */
BREACHSCAN_API breachscan_status breachscan_rules_builtin(struct breachscan_rules **out);

/**
 * Compiles rules of the caller's own, together with the built-in ones; that takes up to a second.
 *
 * `toml` is UTF-8 text in the schema of the built-in rule files: one rule, or several under `[[rule]]`. `name`, such
 * as a path, stands for it in messages; NULL for none. `flags` is 0 or BREACHSCAN_COMPILE_ONLY_OWN. `out` gets the
 * rules, NULL on failure; the caller frees them with breachscan_rules_free. `error` may be NULL; otherwise it gets
 * NULL, or an error that says which rule is wrong and where; the caller frees it with breachscan_error_free.
 *
 * Threads: any. Statuses: BREACHSCAN_OK, ERR_NULL, ERR_LENGTH, ERR_TEXT, ERR_UNSUPPORTED for flags, ERR_RULES,
 * ERR_INTERNAL.
 */
BREACHSCAN_API
breachscan_status breachscan_rules_compile(const char *toml,
                                           size_t toml_len,
                                           const char *name,
                                           uint64_t flags,
                                           struct breachscan_rules **out,
                                           struct breachscan_error **error);

/**
 * Reads rules that breachscan_rules_save wrote, of this version of the library and on a machine of this byte order.
 *
 * `image` is checked and copied. `out` gets the rules, NULL on failure; the caller frees them with
 * breachscan_rules_free. `error` may be NULL; otherwise it gets NULL, or an error for the caller to free.
 *
 * Threads: any. Statuses: BREACHSCAN_OK, ERR_NULL, ERR_LENGTH, ERR_IMAGE, ERR_INTERNAL.
 */
BREACHSCAN_API
breachscan_status breachscan_rules_load(const uint8_t *image,
                                        size_t image_len,
                                        struct breachscan_rules **out,
                                        struct breachscan_error **error);

/**
 * Writes the compiled rules as an image for breachscan_rules_load, so that rules are compiled once and not at every
 * start.
 *
 * `needed` gets the size of the image, some megabytes. With ERR_SMALL nothing is written to `buffer`, which may then
 * be NULL with a capacity of 0: ask for the size first, then for the image.
 *
 * Threads: any, at the same time. Statuses: BREACHSCAN_OK, ERR_NULL, ERR_LENGTH, ERR_SMALL, ERR_IMAGE, ERR_INTERNAL.
 */
BREACHSCAN_API
breachscan_status breachscan_rules_save(const struct breachscan_rules *rules,
                                        uint8_t *buffer,
                                        size_t capacity,
                                        size_t *needed);

/**
 * How many rules there are; 0 for NULL.
 *
 * Threads: any, at the same time.
 */
BREACHSCAN_API uint64_t breachscan_rules_len(const struct breachscan_rules *rules);

/**
 * One rule by its number, from 0 to breachscan_rules_len - 1: the built-in ones by their ids, then the caller's own.
 *
 * `out` gets the rule, NULL on failure; it belongs to `rules` and lives as long.
 *
 * Threads: any, at the same time. Statuses: BREACHSCAN_OK, ERR_NULL, ERR_ARGUMENT for the number, ERR_INTERNAL.
 */
BREACHSCAN_API
breachscan_status breachscan_rules_get(const struct breachscan_rules *rules,
                                       uint64_t index,
                                       const struct breachscan_rule **out);

/**
 * Frees rules, whether or not scanners, streams and results made from them still live. What breachscan_rules_get gave
 * of them ends with them. NULL is fine.
 */
BREACHSCAN_API
void breachscan_rules_free(struct breachscan_rules *rules);

/**
 * Makes a scanner of these rules.
 *
 * `options` may be NULL. `out` gets the scanner, NULL on failure; the caller frees it with breachscan_scanner_free,
 * before or after `rules`. `error` may be NULL; otherwise it gets NULL, or an error for the caller to free, such as
 * one that names a disabled rule which does not exist.
 *
 * Threads: any, at the same time. Statuses: BREACHSCAN_OK, ERR_NULL, ERR_LENGTH, ERR_TEXT, ERR_ARGUMENT,
 * ERR_UNSUPPORTED, ERR_INTERNAL.
 */
BREACHSCAN_API
breachscan_status breachscan_scanner_new(const struct breachscan_rules *rules,
                                         const struct breachscan_options *options,
                                         struct breachscan_scanner **out,
                                         struct breachscan_error **error);

/**
 * Calls `on_finding` with every finding in `data`, in order, until it answers other than 0.
 *
 * `data` is any bytes, UTF-8 as a rule; NULL with a length of 0 is empty. No pointer to it is kept. Offsets are bytes
 * from `data`. `user` is passed on as it is.
 *
 * Threads: one at a time. Statuses: BREACHSCAN_OK, STOPPED, ERR_NULL, ERR_LENGTH, ERR_BUSY, ERR_POISONED,
 * ERR_INTERNAL.
 */
BREACHSCAN_API
breachscan_status breachscan_scanner_scan(struct breachscan_scanner *scanner,
                                          const uint8_t *data,
                                          size_t len,
                                          breachscan_finding_fn on_finding,
                                          void *user);

/**
 * The same for text in UTF-16, of the machine's byte order: `len` and all offsets are code units.
 *
 * Finds what the same text in UTF-8 shows. An unpaired surrogate counts as one unit that is no letter and no digit.
 * The scanner keeps a buffer of up to three bytes for each unit of the longest text.
 *
 * Threads: one at a time. Statuses: as breachscan_scanner_scan.
 */
BREACHSCAN_API
breachscan_status breachscan_scanner_scan_utf16(struct breachscan_scanner *scanner,
                                                const uint16_t *units,
                                                size_t len,
                                                breachscan_finding_fn on_finding,
                                                void *user);

/**
 * Collects every finding in `data` into an object, for languages in which a callback is a burden.
 *
 * `out` gets the results, NULL on failure; the caller frees them with breachscan_results_free, before or after the
 * scanner.
 *
 * Threads: one at a time. Statuses: BREACHSCAN_OK, ERR_NULL, ERR_LENGTH, ERR_BUSY, ERR_POISONED, ERR_INTERNAL.
 */
BREACHSCAN_API
breachscan_status breachscan_scanner_collect(struct breachscan_scanner *scanner,
                                             const uint8_t *data,
                                             size_t len,
                                             struct breachscan_results **out);

/**
 * The same for text in UTF-16: `len` and all offsets are code units.
 *
 * Threads: one at a time. Statuses: as breachscan_scanner_collect.
 */
BREACHSCAN_API
breachscan_status breachscan_scanner_collect_utf16(struct breachscan_scanner *scanner,
                                                   const uint16_t *units,
                                                   size_t len,
                                                   struct breachscan_results **out);

/**
 * Frees a scanner. While a call uses it, as in its own callback, it is freed when that call ends. NULL is fine.
 */
BREACHSCAN_API
void breachscan_scanner_free(struct breachscan_scanner *scanner);

/**
 * How many findings there are; 0 for NULL.
 *
 * Threads: any, at the same time.
 */
BREACHSCAN_API uint64_t breachscan_results_len(const struct breachscan_results *results);

/**
 * One finding by its number, from 0 to breachscan_results_len - 1.
 *
 * `out` gets the finding, NULL on failure; it belongs to `results` and lives as long.
 *
 * Threads: any, at the same time. Statuses: BREACHSCAN_OK, ERR_NULL, ERR_ARGUMENT for the number, ERR_INTERNAL.
 */
BREACHSCAN_API
breachscan_status breachscan_results_get(const struct breachscan_results *results,
                                         uint64_t index,
                                         const struct breachscan_finding **out);

/**
 * Frees results. What breachscan_results_get gave of them ends with them. NULL is fine.
 */
BREACHSCAN_API void breachscan_results_free(struct breachscan_results *results);

/**
 * Says in one line what was found, how surely, and why: rule, confidence, check and context, such as
 * "NHS number (nhs-number), confidence 0.97: shape and check, beside its label "nhs no" 2 bytes before". It holds none
 * of the input but, where there is one, the rule's own context word.
 *
 * `finding` is one that a scan with these rules gave, or a copy of it. `buffer` gets UTF-8 text with a NUL after it,
 * `needed` its size with the NUL. With ERR_SMALL nothing is written to `buffer`, which may then be NULL with a
 * capacity of 0; 512 bytes are enough for any built-in rule.
 *
 * Threads: any, at the same time. Statuses: BREACHSCAN_OK, ERR_NULL, ERR_LENGTH, ERR_SMALL, ERR_ARGUMENT for a finding
 * that is none of these rules', ERR_INTERNAL.
 */
BREACHSCAN_API
breachscan_status breachscan_finding_explain(const struct breachscan_rules *rules,
                                             const struct breachscan_finding *finding,
                                             char *buffer,
                                             size_t capacity,
                                             size_t *needed);

/**
 * Writes `data` with every finding replaced to the caller's buffer.
 *
 * Overlapping findings are replaced as one; UTF-8 stays valid. `out` and `data` must not overlap. `needed` gets the
 * size of the redacted text. With ERR_SMALL nothing is written to `out`, which may then be NULL with a capacity of 0.
 * Masked text is as long as `data`.
 *
 * Threads: one at a time. Statuses: BREACHSCAN_OK, ERR_NULL, ERR_LENGTH, ERR_ARGUMENT for the style or a short key,
 * ERR_UNSUPPORTED, ERR_SMALL, ERR_BUSY, ERR_POISONED, ERR_INTERNAL.
 */
BREACHSCAN_API
breachscan_status breachscan_scanner_redact(struct breachscan_scanner *scanner,
                                            const uint8_t *data,
                                            size_t len,
                                            const struct breachscan_redaction *redaction,
                                            uint8_t *out,
                                            size_t capacity,
                                            size_t *needed);

/**
 * Masks every finding where it stands: each of its bytes becomes '*', every other byte stays.
 *
 * Threads: one at a time. Statuses: BREACHSCAN_OK, ERR_NULL, ERR_LENGTH, ERR_BUSY, ERR_POISONED, ERR_INTERNAL.
 */
BREACHSCAN_API
breachscan_status breachscan_scanner_mask(struct breachscan_scanner *scanner,
                                          uint8_t *data,
                                          size_t len);

/**
 * Makes a stream that was fed nothing.
 *
 * Parameters and statuses are those of breachscan_scanner_new; the caller frees the stream with
 * breachscan_stream_free, before or after `rules`.
 *
 * Threads: any, at the same time.
 */
BREACHSCAN_API
breachscan_status breachscan_stream_new(const struct breachscan_rules *rules,
                                        const struct breachscan_options *options,
                                        struct breachscan_stream **out,
                                        struct breachscan_error **error);

/**
 * Takes the next bytes of the text, and calls `on_finding` with every finding that is certain now. Offsets count from
 * the first byte fed.
 *
 * When the callback stops it, this and every later call answers BREACHSCAN_STOPPED until breachscan_stream_finish or
 * breachscan_stream_reset.
 *
 * Threads: one at a time. Statuses: BREACHSCAN_OK, STOPPED, ERR_NULL, ERR_LENGTH, ERR_BUSY, ERR_POISONED,
 * ERR_INTERNAL.
 */
BREACHSCAN_API
breachscan_status breachscan_stream_feed(struct breachscan_stream *stream,
                                         const uint8_t *data,
                                         size_t len,
                                         breachscan_finding_fn on_finding,
                                         void *user);

/**
 * Tells the end of the text: calls `on_finding` with the findings that are left, and makes the stream ready for
 * another text, whatever the answer.
 *
 * Threads: one at a time. Statuses: as breachscan_stream_feed; BREACHSCAN_STOPPED too if an earlier call was stopped.
 */
BREACHSCAN_API
breachscan_status breachscan_stream_finish(struct breachscan_stream *stream,
                                           breachscan_finding_fn on_finding,
                                           void *user);

/**
 * Forgets what was fed, with findings that were not given yet, and makes the stream ready for another text.
 *
 * Threads: one at a time. Statuses: BREACHSCAN_OK, ERR_NULL, ERR_BUSY, ERR_POISONED, ERR_INTERNAL.
 */
BREACHSCAN_API
breachscan_status breachscan_stream_reset(struct breachscan_stream *stream);

/**
 * Frees a stream without a call back; findings that were not given yet are lost. While a call uses it, as in its own
 * callback, it is freed when that call ends. NULL is fine.
 */
BREACHSCAN_API
void breachscan_stream_free(struct breachscan_stream *stream);

/**
 * The status that came with the error; BREACHSCAN_OK for NULL.
 *
 * Threads: any, at the same time.
 */
BREACHSCAN_API breachscan_status breachscan_error_status(const struct breachscan_error *error);

/**
 * What is wrong, where, and what to do about it: one line of UTF-8 in English, with file, line and rule where they
 * are known. Belongs to the error. Empty for NULL; never NULL itself.
 *
 * Threads: any, at the same time.
 */
BREACHSCAN_API
const char *breachscan_error_message(const struct breachscan_error *error);

/**
 * Frees an error. NULL is fine.
 */
BREACHSCAN_API void breachscan_error_free(struct breachscan_error *error);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* BREACHSCAN_H */
