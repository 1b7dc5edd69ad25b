#include "store.hpp"

#include "statement.hpp"

#include <algorithm>
#include <set>

namespace case_notes {
namespace {

constexpr const char *SCHEMA[] = {
    "PRAGMA foreign_keys = ON",
    "CREATE TABLE IF NOT EXISTS note ("
    "  id INTEGER PRIMARY KEY, case_reference TEXT NOT NULL, text TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS finding ("
    "  note INTEGER NOT NULL REFERENCES note (id) ON DELETE CASCADE, rule TEXT NOT NULL,"
    "  start INTEGER NOT NULL, end INTEGER NOT NULL, confidence INTEGER NOT NULL)",
};

// Rolls back unless it was committed.
class transaction {
public:
    explicit transaction(sqlite3 *database) : database_(database) { statement(database, "BEGIN IMMEDIATE").step(); }
    ~transaction() {
        if (database_) {
            sqlite3_exec(database_, "ROLLBACK", nullptr, nullptr, nullptr);
        }
    }
    transaction(const transaction &) = delete;
    transaction &operator=(const transaction &) = delete;

    void commit() {
        statement(database_, "COMMIT").step();
        database_ = nullptr;
    }

private:
    sqlite3 *database_;
};

bool deserves_attention(const breachscan::finding &found) {
    return found.confidence() >= BREACHSCAN_CONFIDENCE_ALERT;
}

std::string reason(const std::vector<breachscan::finding> &found) {
    std::set<std::string_view> ids;
    for (const breachscan::finding &one : found) {
        if (deserves_attention(one)) {
            ids.insert(one.rule_id());
        }
    }
    std::string text = "not saved, the note holds:";
    for (std::string_view id : ids) {
        text.append(" ").append(id);
    }
    return text;
}

} // namespace

store::store(const std::string &path, const breachscan::rules &rules, policy chosen)
    : scanner_(rules), policy_(chosen) {
    sqlite3 *database = nullptr;
    const int status = sqlite3_open(path.c_str(), &database);
    database_.reset(database);
    if (status != SQLITE_OK) {
        throw std::runtime_error(std::string("database: ") + sqlite3_errstr(status));
    }
    sqlite3_busy_timeout(database, 5000);
    for (const char *sql : SCHEMA) {
        statement(database, sql).step();
    }
}

std::string store::prepare(std::string_view text, std::vector<breachscan::finding> &found) {
    scanner_.scan(text, [&](const breachscan::finding &one) { found.push_back(one); });
    if (policy_ == policy::refuse && std::any_of(found.begin(), found.end(), deserves_attention)) {
        throw refused(reason(found));
    }
    return policy_ == policy::redact ? scanner_.label(text) : std::string(text);
}

std::int64_t store::save(std::string_view case_reference, std::string_view text) {
    std::vector<breachscan::finding> found;
    const std::string written = prepare(text, found);
    transaction open(database_.get());
    statement(database_.get(), "INSERT INTO note (case_reference, text) VALUES (?1, ?2)")
        .bind(1, case_reference)
        .bind(2, written)
        .step();
    const std::int64_t note = sqlite3_last_insert_rowid(database_.get());
    for (const breachscan::finding &one : found) {
        statement(database_.get(), "INSERT INTO finding VALUES (?1, ?2, ?3, ?4, ?5)")
            .bind(1, note)
            .bind(2, one.rule_id())
            .bind(3, static_cast<std::int64_t>(one.start()))
            .bind(4, static_cast<std::int64_t>(one.end()))
            .bind(5, static_cast<std::int64_t>(one.confidence()))
            .step();
    }
    open.commit();
    return note;
}

std::string store::text(std::int64_t note) {
    statement read(database_.get(), "SELECT text FROM note WHERE id = ?1");
    if (!read.bind(1, note).step()) {
        throw std::runtime_error("no note has the number " + std::to_string(note));
    }
    return read.text(0);
}

std::vector<stored_finding> store::findings(std::int64_t note) {
    statement read(database_.get(),
                   "SELECT rule, start, end, confidence FROM finding WHERE note = ?1 ORDER BY start, confidence DESC");
    read.bind(1, note);
    std::vector<stored_finding> all;
    while (read.step()) {
        all.push_back({read.text(0), read.number(1), read.number(2), static_cast<int>(read.number(3))});
    }
    return all;
}

} // namespace case_notes
