#include <breachscan.hpp>

#include <string_view>

// In the other file.
std::uint64_t count(breachscan::scanner &scanner, std::string_view text);

int main() {
    const breachscan::rules rules = breachscan::rules::builtin();
    breachscan::scanner scanner(rules);
    const std::string_view note = "NHS No: 999 519 2977, ring 07700 900461";
    return count(scanner, note) == 2 && scanner.collect(note).size() == 2 ? 0 : 1;
}
