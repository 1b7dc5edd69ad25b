// Throws from a callback without breachscan.hpp: the program must end there, with nothing undefined.
#include <breachscan.h>

#include <cstdint>
#include <cstdio>
#include <stdexcept>

static std::int32_t fail(const breachscan_finding *, void *) { throw std::runtime_error("from the callback"); }

int main() {
    const unsigned char note[] = "NHS No: 999 519 2977";
    breachscan_rules *rules = nullptr;
    breachscan_scanner *scanner = nullptr;
    breachscan_rules_builtin(&rules);
    breachscan_scanner_new(rules, nullptr, &scanner, nullptr);
    try {
        breachscan_scanner_scan(scanner, note, sizeof note - 1, fail, nullptr);
    } catch (const std::exception &) {
        std::puts("caught behind the library's back");
    }
    std::puts("went on");
    return 0;
}
