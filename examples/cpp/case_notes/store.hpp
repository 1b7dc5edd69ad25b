// A store of case notes in an SQLite file that looks at every note before it is written.
#ifndef CASE_NOTES_STORE_HPP
#define CASE_NOTES_STORE_HPP

#include <breachscan.hpp>
#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace case_notes {

// What happens to a note in which something is found.
enum class policy {
    keep,   // written as it is, with its findings beside it
    redact, // written with every value replaced by its rule's id
    refuse  // not written if any finding deserves attention
};

// A note that the policy refused. Says what kind of data it held, never which.
class refused : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

// A finding as it lies in the database: no value, only where one stood.
struct stored_finding {
    std::string rule;
    std::int64_t start;
    std::int64_t end;
    int confidence;
};

// One thread uses a store at a time; each thread has its own, of shared rules.
class store {
public:
    // Opens the database file, and makes its tables if they are not there.
    store(const std::string &path, const breachscan::rules &rules, policy chosen);

    // Writes a note and its findings in one transaction; gives the note's number. Throws `refused`.
    std::int64_t save(std::string_view case_reference, std::string_view text);

    std::string text(std::int64_t note);
    std::vector<stored_finding> findings(std::int64_t note);

private:
    struct closer {
        void operator()(sqlite3 *database) const noexcept { sqlite3_close(database); }
    };

    // What is written of a note: its text by the policy, and the findings' places in the text that was given.
    std::string prepare(std::string_view text, std::vector<breachscan::finding> &found);

    std::unique_ptr<sqlite3, closer> database_;
    breachscan::scanner scanner_;
    policy policy_;
};

} // namespace case_notes

#endif
