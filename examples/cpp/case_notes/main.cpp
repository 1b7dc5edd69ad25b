// Saves the text of standard input as a note of a case, by a policy, and says what was found where.
//
//     case_notes DATABASE POLICY CASE < note.txt
//
// POLICY is keep, redact or refuse. Ends with 0 if the note was saved, 1 if it was refused, 2 on trouble.

#include "store.hpp"

#include <iostream>
#include <iterator>
#include <optional>

namespace {

std::optional<case_notes::policy> policy_of(std::string_view name) {
    if (name == "keep") {
        return case_notes::policy::keep;
    }
    if (name == "redact") {
        return case_notes::policy::redact;
    }
    if (name == "refuse") {
        return case_notes::policy::refuse;
    }
    return std::nullopt;
}

int save(const char *path, case_notes::policy policy, const char *case_reference) {
    const breachscan::rules rules = breachscan::rules::builtin();
    case_notes::store store(path, rules, policy);
    const std::string text(std::istreambuf_iterator<char>(std::cin), {});
    const std::int64_t note = store.save(case_reference, text);
    std::cout << "note " << note << " saved\n";
    for (const case_notes::stored_finding &found : store.findings(note)) {
        std::cout << found.start << '-' << found.end << ' ' << found.rule << ' ' << found.confidence << '\n';
    }
    return 0;
}

} // namespace

int main(int argc, char **argv) {
    const auto policy = argc == 4 ? policy_of(argv[2]) : std::nullopt;
    if (!policy) {
        std::cerr << "usage: case_notes DATABASE keep|redact|refuse CASE < note.txt\n";
        return 2;
    }
    try {
        return save(argv[1], *policy, argv[3]);
    } catch (const case_notes::refused &reason) {
        std::cerr << reason.what() << '\n';
        return 1;
    } catch (const std::exception &trouble) {
        std::cerr << trouble.what() << '\n';
        return 2;
    }
}
