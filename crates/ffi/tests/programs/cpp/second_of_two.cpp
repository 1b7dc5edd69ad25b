#include <breachscan.hpp>

std::uint64_t count(breachscan::scanner &scanner, std::string_view text) {
    std::uint64_t found = 0;
    scanner.scan(text, [&](const breachscan::finding &) { ++found; });
    return found;
}
