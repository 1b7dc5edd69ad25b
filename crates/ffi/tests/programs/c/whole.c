/*
 * Every function of breachscan.h, used well and badly. Ends with 0 if all answers were right; a line on standard error
 * names each that was not.
 */
#define _POSIX_C_SOURCE 200809L

#include <breachscan.h>

#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

static int wrong = 0;

#define CHECK(condition) \
    do { \
        if (!(condition)) { \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition); \
            wrong++; \
        } \
    } while (0)

static const char NOTE[] = "NHS No: 999 519 2977, ring 07700 900461";
#define NOTE_DATA ((const uint8_t *)NOTE)
#define NOTE_LEN (sizeof NOTE - 1)

struct kept {
    breachscan_finding findings[16];
    size_t len;
    size_t stop_after;
};

static int32_t keep(const breachscan_finding *finding, void *user)
{
    struct kept *kept = user;
    if (kept->len < 16) {
        kept->findings[kept->len++] = *finding;
    }
    return kept->stop_after != 0 && kept->len >= kept->stop_after;
}

static void check_note(const struct kept *kept)
{
    CHECK(kept->len == 2);
    CHECK(strcmp(kept->findings[0].rule_id.data, "nhs-number") == 0);
    CHECK(kept->findings[0].rule_id.len == 10);
    CHECK(kept->findings[0].start == 8 && kept->findings[0].end == 20);
    CHECK(kept->findings[0].context_start == 0 && kept->findings[0].context_end == 6);
    CHECK(kept->findings[0].check == BREACHSCAN_CHECK_PASSED);
    CHECK(kept->findings[0].context == BREACHSCAN_CONTEXT_LABEL);
    CHECK(kept->findings[0].confidence >= BREACHSCAN_CONFIDENCE_ALERT);
    CHECK(strcmp(kept->findings[1].rule_id.data, "uk-phone") == 0);
    CHECK(kept->findings[1].start == 27 && kept->findings[1].end == 39);
}

static breachscan_rules *builtin(void)
{
    breachscan_rules *rules = NULL;
    CHECK(breachscan_rules_builtin(&rules) == BREACHSCAN_OK);
    CHECK(rules != NULL);
    return rules;
}

static breachscan_scanner *scanner_of(const breachscan_rules *rules)
{
    breachscan_scanner *scanner = NULL;
    breachscan_error *error = NULL;
    CHECK(breachscan_scanner_new(rules, NULL, &scanner, &error) == BREACHSCAN_OK);
    CHECK(scanner != NULL && error == NULL);
    return scanner;
}

static breachscan_stream *stream_of(const breachscan_rules *rules)
{
    breachscan_stream *stream = NULL;
    CHECK(breachscan_stream_new(rules, NULL, &stream, NULL) == BREACHSCAN_OK);
    CHECK(stream != NULL);
    return stream;
}

static void versions(void)
{
    CHECK(breachscan_abi_version() == BREACHSCAN_ABI_VERSION);
    CHECK(strchr(breachscan_version(), '.') != NULL);
    CHECK(strcmp(breachscan_status_str(BREACHSCAN_OK), "done") == 0);
    CHECK(strcmp(breachscan_status_str(-7), "unknown status") == 0);
}

static void rule_lists(void)
{
    breachscan_rules *rules = builtin();
    const breachscan_rule *rule = NULL;
    uint64_t len = breachscan_rules_len(rules), with_nhs = 0;
    CHECK(len > 50);
    for (uint64_t at = 0; at < len; at++) {
        CHECK(breachscan_rules_get(rules, at, &rule) == BREACHSCAN_OK);
        CHECK(strlen(rule->id.data) == rule->id.len && rule->name.len > 0 && rule->about.len > 0);
        with_nhs += strcmp(rule->id.data, "nhs-number") == 0;
    }
    CHECK(with_nhs == 1);
    CHECK(breachscan_rules_get(rules, len, &rule) == BREACHSCAN_ERR_ARGUMENT && rule == NULL);
    breachscan_rules_free(rules);
}

static const char OWN[] =
    "id = \"quay-locker\"\n"
    "name = \"Quay locker\"\n"
    "about = \"A locker of the invented Quayside property store.\"\n"
    "kind = \"identifier\"\nstatus = \"shape\"\n"
    "sources = [\"Quayside property store, register of lockers\"]\n"
    "[confidence]\nbare = 0.40\nnear = 0.70\nlabel = 0.95\n"
    "[context]\nlabels = [\"locker\"]\n"
    "[[pattern]]\nregex = 'QL-\\d{2}-\\d{3}'\n"
    "[[hit]]\ntext = \"locker QL-04-118\"\nspan = [7, 16]\nconfidence = 0.95\nwhy = \"beside its label\"\n"
    "[[miss]]\ntext = \"part QL-04-118\"\nwhy = \"no label\"\n";

static void own_rules(void)
{
    breachscan_rules *rules = NULL, *loaded = NULL;
    breachscan_error *error = NULL;
    struct kept kept = {0};
    size_t needed = 0;
    CHECK(breachscan_rules_compile(OWN, sizeof OWN - 1, "own.toml", BREACHSCAN_COMPILE_ONLY_OWN, &rules, &error) ==
          BREACHSCAN_OK);
    CHECK(error == NULL && breachscan_rules_len(rules) == 1);

    CHECK(breachscan_rules_save(rules, NULL, 0, &needed) == BREACHSCAN_ERR_SMALL && needed > 0);
    uint8_t *image = malloc(needed);
    CHECK(image != NULL);
    CHECK(breachscan_rules_save(rules, image, needed, &needed) == BREACHSCAN_OK);
    CHECK(breachscan_rules_load(image, needed, &loaded, &error) == BREACHSCAN_OK && error == NULL);
    breachscan_rules_free(rules);

    breachscan_scanner *scanner = scanner_of(loaded);
    const char *text = "locker QL-04-118";
    CHECK(breachscan_scanner_scan(scanner, (const uint8_t *)text, strlen(text), keep, &kept) == BREACHSCAN_OK);
    CHECK(kept.len == 1 && kept.findings[0].start == 7 && kept.findings[0].end == 16);
    breachscan_scanner_free(scanner);
    breachscan_rules_free(loaded);

    image[needed / 2] ^= 1;
    CHECK(breachscan_rules_load(image, needed, &loaded, &error) == BREACHSCAN_ERR_IMAGE && loaded == NULL);
    CHECK(breachscan_error_status(error) == BREACHSCAN_ERR_IMAGE && strlen(breachscan_error_message(error)) > 0);
    breachscan_error_free(error);
    free(image);

    CHECK(breachscan_rules_compile("id = 7", 6, "own.toml", 0, &rules, &error) == BREACHSCAN_ERR_RULES);
    CHECK(rules == NULL && strstr(breachscan_error_message(error), "own.toml:1") != NULL);
    breachscan_error_free(error);
    CHECK(breachscan_rules_compile("id = 7", 6, NULL, 0, &rules, NULL) == BREACHSCAN_ERR_RULES);
}

static void scans(void)
{
    breachscan_rules *rules = builtin();
    breachscan_scanner *scanner = scanner_of(rules);
    struct kept kept = {0}, first = {.stop_after = 1}, wide = {0};
    CHECK(breachscan_scanner_scan(scanner, NOTE_DATA, NOTE_LEN, keep, &kept) == BREACHSCAN_OK);
    check_note(&kept);
    CHECK(breachscan_scanner_scan(scanner, NOTE_DATA, NOTE_LEN, keep, &first) == BREACHSCAN_STOPPED);
    CHECK(first.len == 1);

    uint16_t units[NOTE_LEN + 2] = {0xD83D, 0xDE00};
    for (size_t at = 0; at < NOTE_LEN; at++) {
        units[at + 2] = (uint16_t)NOTE[at];
    }
    CHECK(breachscan_scanner_scan_utf16(scanner, units, NOTE_LEN + 2, keep, &wide) == BREACHSCAN_OK);
    CHECK(wide.len == 2 && wide.findings[0].start == 10 && wide.findings[0].unit == BREACHSCAN_UNIT_UTF16);

    char line[512];
    size_t needed = 0;
    CHECK(breachscan_finding_explain(rules, &kept.findings[0], line, sizeof line, &needed) == BREACHSCAN_OK);
    CHECK(needed == strlen(line) + 1 && strstr(line, "nhs-number") != NULL && strstr(line, "2977") == NULL);
    CHECK(breachscan_finding_explain(rules, &kept.findings[0], line, 3, &needed) == BREACHSCAN_ERR_SMALL);

    breachscan_results *results = NULL, *wider = NULL;
    const breachscan_finding *finding = NULL;
    CHECK(breachscan_scanner_collect(scanner, NOTE_DATA, NOTE_LEN, &results) == BREACHSCAN_OK);
    CHECK(breachscan_scanner_collect_utf16(scanner, units, NOTE_LEN + 2, &wider) == BREACHSCAN_OK);
    breachscan_rules_free(rules);
    breachscan_scanner_free(scanner);
    CHECK(breachscan_results_len(results) == 2 && breachscan_results_len(wider) == 2);
    CHECK(breachscan_results_get(results, 1, &finding) == BREACHSCAN_OK);
    CHECK(strcmp(finding->rule_id.data, "uk-phone") == 0);
    CHECK(breachscan_results_get(results, 2, &finding) == BREACHSCAN_ERR_ARGUMENT && finding == NULL);
    breachscan_results_free(results);
    breachscan_results_free(wider);
}

static void redactions(void)
{
    breachscan_rules *rules = builtin();
    breachscan_scanner *scanner = scanner_of(rules);
    breachscan_redaction how = BREACHSCAN_REDACTION_INIT;
    uint8_t out[128];
    size_t needed = 0;
    CHECK(breachscan_scanner_redact(scanner, NOTE_DATA, NOTE_LEN, NULL, out, sizeof out, &needed) == BREACHSCAN_OK);
    CHECK(needed == NOTE_LEN && memcmp(out, "NHS No: ************, ring ************", needed) == 0);
    how.style = BREACHSCAN_REDACT_LABEL;
    CHECK(breachscan_scanner_redact(scanner, NOTE_DATA, NOTE_LEN, &how, out, 4, &needed) == BREACHSCAN_ERR_SMALL);
    CHECK(needed == 37);
    CHECK(breachscan_scanner_redact(scanner, NOTE_DATA, NOTE_LEN, &how, out, 37, &needed) == BREACHSCAN_OK);
    CHECK(memcmp(out, "NHS No: [nhs-number], ring [uk-phone]", needed) == 0);
    how.style = BREACHSCAN_REDACT_TOKEN;
    CHECK(breachscan_scanner_redact(scanner, NOTE_DATA, NOTE_LEN, &how, out, sizeof out, &needed) ==
          BREACHSCAN_ERR_ARGUMENT);
    how.key = (const uint8_t *)"sixteen bytes or more";
    how.key_len = 21;
    CHECK(breachscan_scanner_redact(scanner, NOTE_DATA, NOTE_LEN, &how, out, sizeof out, &needed) == BREACHSCAN_OK);
    CHECK(memcmp(out, "NHS No: [nhs-number:", 20) == 0);

    char text[sizeof NOTE];
    memcpy(text, NOTE, sizeof NOTE);
    CHECK(breachscan_scanner_mask(scanner, (uint8_t *)text, NOTE_LEN) == BREACHSCAN_OK);
    CHECK(strcmp(text, "NHS No: ************, ring ************") == 0);
    breachscan_scanner_free(scanner);
    breachscan_rules_free(rules);
}

static void streams(void)
{
    breachscan_rules *rules = builtin();
    breachscan_stream *stream = stream_of(rules);
    breachscan_rules_free(rules);
    for (size_t size = 1; size <= NOTE_LEN; size += 6) {
        struct kept kept = {0};
        for (size_t at = 0; at < NOTE_LEN; at += size) {
            size_t len = NOTE_LEN - at < size ? NOTE_LEN - at : size;
            CHECK(breachscan_stream_feed(stream, NOTE_DATA + at, len, keep, &kept) == BREACHSCAN_OK);
        }
        CHECK(breachscan_stream_finish(stream, keep, &kept) == BREACHSCAN_OK);
        check_note(&kept);
    }
    struct kept first = {.stop_after = 1};
    CHECK(breachscan_stream_feed(stream, NOTE_DATA, NOTE_LEN, keep, &first) == BREACHSCAN_OK);
    CHECK(breachscan_stream_finish(stream, keep, &first) == BREACHSCAN_STOPPED && first.len == 1);
    CHECK(breachscan_stream_feed(stream, NOTE_DATA, NOTE_LEN, keep, &first) == BREACHSCAN_OK);
    CHECK(breachscan_stream_reset(stream) == BREACHSCAN_OK);
    struct kept none = {0};
    CHECK(breachscan_stream_finish(stream, keep, &none) == BREACHSCAN_OK && none.len == 0);
    CHECK(breachscan_stream_feed(stream, NOTE_DATA, NOTE_LEN, keep, &none) == BREACHSCAN_OK);
    breachscan_stream_free(stream);
}

static void bad_arguments(void)
{
    breachscan_rules *rules = builtin(), *none = NULL;
    breachscan_scanner *scanner = scanner_of(rules), *made = NULL;
    struct kept kept = {0};
    size_t needed;
    const size_t absurd = (size_t)PTRDIFF_MAX + 1;
    CHECK(breachscan_rules_builtin(NULL) == BREACHSCAN_ERR_NULL);
    CHECK(breachscan_rules_load(NULL, 0, &none, NULL) == BREACHSCAN_ERR_IMAGE);
    CHECK(breachscan_rules_load(NULL, 1, &none, NULL) == BREACHSCAN_ERR_LENGTH);
    CHECK(breachscan_scanner_new(NULL, NULL, &made, NULL) == BREACHSCAN_ERR_NULL && made == NULL);
    CHECK(breachscan_scanner_scan(NULL, NOTE_DATA, NOTE_LEN, keep, &kept) == BREACHSCAN_ERR_NULL);
    CHECK(breachscan_scanner_scan(scanner, NULL, 0, keep, &kept) == BREACHSCAN_OK);
    CHECK(breachscan_scanner_scan(scanner, NULL, 1, keep, &kept) == BREACHSCAN_ERR_LENGTH);
    CHECK(breachscan_scanner_scan(scanner, NOTE_DATA, 0, keep, &kept) == BREACHSCAN_OK);
    CHECK(breachscan_scanner_scan(scanner, NOTE_DATA, absurd, keep, &kept) == BREACHSCAN_ERR_LENGTH);
    CHECK(breachscan_scanner_scan(scanner, NOTE_DATA, SIZE_MAX, keep, &kept) == BREACHSCAN_ERR_LENGTH);
    CHECK(breachscan_scanner_scan(scanner, NOTE_DATA, NOTE_LEN, NULL, &kept) == BREACHSCAN_ERR_NULL);
    CHECK(breachscan_scanner_redact(scanner, NOTE_DATA, NOTE_LEN, NULL, NULL, 0, NULL) == BREACHSCAN_ERR_NULL);
    CHECK(breachscan_scanner_redact(scanner, NOTE_DATA, NOTE_LEN, NULL, NULL, 9, &needed) == BREACHSCAN_ERR_LENGTH);
    CHECK(kept.len == 0);
    breachscan_rules_free(NULL);
    breachscan_scanner_free(NULL);
    breachscan_stream_free(NULL);
    breachscan_results_free(NULL);
    breachscan_error_free(NULL);
    breachscan_scanner_free(scanner);
    breachscan_rules_free(rules);
}

static void option_structs(void)
{
    struct {
        breachscan_options options;
        uint64_t later;
    } newer = {BREACHSCAN_OPTIONS_INIT, 0};
    const char *ids[] = {"uk-phone"}, *unknown[] = {"no-such-rule"};
    breachscan_rules *rules = builtin();
    breachscan_scanner *scanner = NULL;
    breachscan_error *error = NULL;
    struct kept kept = {0};
    newer.options.struct_size = sizeof newer;
    newer.options.disabled = ids;
    newer.options.disabled_len = 1;
    CHECK(breachscan_scanner_new(rules, &newer.options, &scanner, &error) == BREACHSCAN_OK && error == NULL);
    CHECK(breachscan_scanner_scan(scanner, NOTE_DATA, NOTE_LEN, keep, &kept) == BREACHSCAN_OK && kept.len == 1);
    breachscan_scanner_free(scanner);
    newer.later = 1;
    CHECK(breachscan_scanner_new(rules, &newer.options, &scanner, NULL) == BREACHSCAN_ERR_UNSUPPORTED);
    CHECK(scanner == NULL);

    breachscan_options shorter = BREACHSCAN_OPTIONS_INIT;
    shorter.struct_size = offsetof(breachscan_options, disabled);
    shorter.disabled_len = 99;
    CHECK(breachscan_scanner_new(rules, &shorter, &scanner, NULL) == BREACHSCAN_OK);
    breachscan_scanner_free(scanner);
    shorter.struct_size = 0;
    CHECK(breachscan_scanner_new(rules, &shorter, &scanner, NULL) == BREACHSCAN_ERR_ARGUMENT);

    breachscan_options unfit = BREACHSCAN_OPTIONS_INIT;
    unfit.disabled = unknown;
    unfit.disabled_len = 1;
    CHECK(breachscan_scanner_new(rules, &unfit, &scanner, &error) == BREACHSCAN_ERR_ARGUMENT);
    CHECK(strstr(breachscan_error_message(error), "no-such-rule") != NULL);
    breachscan_error_free(error);
    breachscan_rules_free(rules);
}

struct nested {
    breachscan_scanner *scanner;
    breachscan_status inner;
};

static int32_t scan_again(const breachscan_finding *finding, void *user)
{
    struct nested *nested = user;
    struct kept kept = {0};
    (void)finding;
    nested->inner = breachscan_scanner_scan(nested->scanner, NOTE_DATA, NOTE_LEN, keep, &kept);
    return 0;
}

static int32_t free_it(const breachscan_finding *finding, void *user)
{
    struct nested *nested = user;
    (void)finding;
    if (nested->scanner != NULL) {
        breachscan_scanner_free(nested->scanner);
        nested->scanner = NULL;
    }
    return 0;
}

static void callbacks_that_call(void)
{
    breachscan_rules *rules = builtin();
    struct nested nested = {scanner_of(rules), BREACHSCAN_OK};
    CHECK(breachscan_scanner_scan(nested.scanner, NOTE_DATA, NOTE_LEN, scan_again, &nested) == BREACHSCAN_OK);
    CHECK(nested.inner == BREACHSCAN_ERR_BUSY);
    CHECK(breachscan_scanner_scan(nested.scanner, NOTE_DATA, NOTE_LEN, free_it, &nested) == BREACHSCAN_OK);
    breachscan_rules_free(rules);
}

static void free_orders(void)
{
    for (int order = 0; order < 24; order++) {
        breachscan_rules *rules = builtin();
        breachscan_scanner *scanner = scanner_of(rules);
        breachscan_stream *stream = stream_of(rules);
        breachscan_results *results = NULL;
        int left[4] = {0, 1, 2, 3}, rest = order;
        CHECK(breachscan_scanner_collect(scanner, NOTE_DATA, NOTE_LEN, &results) == BREACHSCAN_OK);
        for (int len = 4; len > 0; len--) {
            int at = rest % len, which = left[at];
            rest /= len;
            left[at] = left[len - 1];
            switch (which) {
            case 0: breachscan_rules_free(rules); break;
            case 1: breachscan_scanner_free(scanner); break;
            case 2: breachscan_stream_free(stream); break;
            default: breachscan_results_free(results); break;
            }
        }
    }
}

static void *scan_on_a_thread(void *user)
{
    const breachscan_rules *rules = user;
    breachscan_scanner *scanner = NULL;
    uintptr_t bad = breachscan_scanner_new(rules, NULL, &scanner, NULL) != BREACHSCAN_OK;
    for (int round = 0; round < 50; round++) {
        struct kept kept = {0};
        bad += breachscan_scanner_scan(scanner, NOTE_DATA, NOTE_LEN, keep, &kept) != BREACHSCAN_OK;
        bad += kept.len != 2;
    }
    breachscan_scanner_free(scanner);
    return (void *)bad;
}

static void ten_threads(void)
{
    pthread_t threads[10];
    breachscan_rules *rules = builtin();
    for (int at = 0; at < 10; at++) {
        CHECK(pthread_create(&threads[at], NULL, scan_on_a_thread, rules) == 0);
    }
    for (int at = 0; at < 10; at++) {
        void *bad = NULL;
        CHECK(pthread_join(threads[at], &bad) == 0 && bad == NULL);
    }
    breachscan_rules_free(rules);
}

static void fork_with_idle_objects(void)
{
    breachscan_rules *rules = builtin();
    breachscan_scanner *scanner = scanner_of(rules);
    breachscan_stream *stream = stream_of(rules);
    struct kept kept = {0};
    CHECK(breachscan_stream_feed(stream, NOTE_DATA, 10, keep, &kept) == BREACHSCAN_OK);
    pid_t child = fork();
    CHECK(child >= 0);
    struct kept scanned = {0};
    CHECK(breachscan_scanner_scan(scanner, NOTE_DATA, NOTE_LEN, keep, &scanned) == BREACHSCAN_OK);
    check_note(&scanned);
    CHECK(breachscan_stream_feed(stream, NOTE_DATA + 10, NOTE_LEN - 10, keep, &kept) == BREACHSCAN_OK);
    CHECK(breachscan_stream_finish(stream, keep, &kept) == BREACHSCAN_OK);
    check_note(&kept);
    breachscan_stream_free(stream);
    breachscan_scanner_free(scanner);
    breachscan_rules_free(rules);
    if (child == 0) {
        exit(wrong != 0);
    }
    int status = 1;
    CHECK(waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

int main(void)
{
    versions();
    rule_lists();
    own_rules();
    scans();
    redactions();
    streams();
    bad_arguments();
    option_structs();
    callbacks_that_call();
    free_orders();
    ten_threads();
    fork_with_idle_objects();
    return wrong != 0;
}
