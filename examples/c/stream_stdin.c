/*
 * Reads standard input in small chunks, in constant memory, and prints a line for each finding, as soon as it is
 * certain: offset, rule, confidence. Stops at the first that needs attention if asked to.
 *
 *     cc stream_stdin.c $(pkg-config --cflags --libs breachscan) -o stream_stdin
 *     ./stream_stdin < notes.txt
 *     ./stream_stdin --first < notes.txt
 *
 * Ends with 0 if something was found, 1 if nothing was, 2 on trouble, as grep does.
 */
#include <breachscan.h>

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

struct report {
    int first_only;
    uint64_t found;
};

static int32_t print_finding(const breachscan_finding *finding, void *user)
{
    struct report *report = user;
    report->found++;
    printf("%" PRIu64 " %s %d\n", finding->start, finding->rule_id.data, (int)finding->confidence);
    return report->first_only && finding->confidence >= BREACHSCAN_CONFIDENCE_ALERT;
}

int main(int argc, char **argv)
{
    struct report report = {argc > 1 && strcmp(argv[1], "--first") == 0, 0};
    breachscan_rules *rules = NULL;
    breachscan_stream *stream = NULL;
    breachscan_status status = breachscan_rules_builtin(&rules);
    uint8_t chunk[4096];
    size_t len;

    if (status == BREACHSCAN_OK) {
        status = breachscan_stream_new(rules, NULL, &stream, NULL);
    }
    /* The stream keeps what it needs of the rules. */
    breachscan_rules_free(rules);
    while (status == BREACHSCAN_OK && (len = fread(chunk, 1, sizeof chunk, stdin)) > 0) {
        status = breachscan_stream_feed(stream, chunk, len, print_finding, &report);
    }
    if (status == BREACHSCAN_OK) {
        status = breachscan_stream_finish(stream, print_finding, &report);
    }
    breachscan_stream_free(stream);
    if (status != BREACHSCAN_OK && status != BREACHSCAN_STOPPED) {
        fprintf(stderr, "breachscan: %s\n", breachscan_status_str(status));
        return 2;
    }
    if (ferror(stdin)) {
        fprintf(stderr, "standard input cannot be read\n");
        return 2;
    }
    return report.found == 0;
}
