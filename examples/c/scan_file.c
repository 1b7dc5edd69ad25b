/*
 * Scans files and prints where something was found, how sure that is, and why; never what was found.
 *
 *     cc scan_file.c $(pkg-config --cflags --libs breachscan) -o scan_file
 *     ./scan_file notes.txt
 *
 * Ends with 0 if something was found, 1 if nothing was, 2 on trouble, as grep does.
 */
#include <breachscan.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

/* What print_finding needs. */
struct report {
    const breachscan_rules *rules;
    const char *path;
    uint64_t found;
};

static int32_t print_finding(const breachscan_finding *finding, void *user)
{
    struct report *report = user;
    char line[512];
    size_t needed;
    breachscan_status status = breachscan_finding_explain(report->rules, finding, line, sizeof line, &needed);
    report->found++;
    printf("%s:%" PRIu64 "-%" PRIu64 ": %s\n", report->path, finding->start, finding->end,
           status == BREACHSCAN_OK ? line : finding->rule_id.data);
    return 0;
}

/* Reads a whole file; NULL on failure. The caller frees it. */
static uint8_t *read_file(const char *path, size_t *len)
{
    FILE *file = fopen(path, "rb");
    uint8_t *data = NULL;
    size_t capacity = 0;
    *len = 0;
    if (file == NULL) {
        return NULL;
    }
    do {
        if (*len == capacity) {
            uint8_t *larger = realloc(data, capacity = capacity * 2 + 65536);
            if (larger == NULL) {
                break;
            }
            data = larger;
        }
        *len += fread(data + *len, 1, capacity - *len, file);
    } while (!feof(file) && !ferror(file));
    if (ferror(file) || !feof(file)) {
        free(data);
        data = NULL;
    }
    fclose(file);
    return data;
}

int main(int argc, char **argv)
{
    breachscan_rules *rules = NULL;
    breachscan_scanner *scanner = NULL;
    breachscan_status status = breachscan_rules_builtin(&rules);
    struct report report = {rules, NULL, 0};
    int trouble = 0;

    if (argc < 2) {
        fprintf(stderr, "usage: %s FILE...\n", argv[0]);
        return 2;
    }
    if (status == BREACHSCAN_OK) {
        status = breachscan_scanner_new(rules, NULL, &scanner, NULL);
    }
    for (int at = 1; status == BREACHSCAN_OK && at < argc; at++) {
        size_t len;
        uint8_t *data = read_file(argv[at], &len);
        if (data == NULL) {
            fprintf(stderr, "%s: cannot be read\n", argv[at]);
            trouble = 1;
            continue;
        }
        report.path = argv[at];
        status = breachscan_scanner_scan(scanner, data, len, print_finding, &report);
        free(data);
    }
    if (status != BREACHSCAN_OK) {
        fprintf(stderr, "breachscan: %s\n", breachscan_status_str(status));
        trouble = 1;
    }
    breachscan_scanner_free(scanner);
    breachscan_rules_free(rules);
    return trouble ? 2 : report.found == 0;
}
