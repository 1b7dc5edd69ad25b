// A prepared statement of SQLite that finalises itself.
#ifndef CASE_NOTES_STATEMENT_HPP
#define CASE_NOTES_STATEMENT_HPP

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace case_notes {

class statement {
public:
    statement(sqlite3 *database, const char *sql) {
        sqlite3_stmt *raw = nullptr;
        demand(sqlite3_prepare_v2(database, sql, -1, &raw, nullptr));
        raw_.reset(raw);
    }

    statement &bind(int at, std::string_view text) {
        const char *data = text.empty() ? "" : text.data();
        demand(sqlite3_bind_text(raw_.get(), at, data, static_cast<int>(text.size()), SQLITE_TRANSIENT));
        return *this;
    }
    statement &bind(int at, std::int64_t number) {
        demand(sqlite3_bind_int64(raw_.get(), at, number));
        return *this;
    }

    // Whether there is another row.
    bool step() {
        const int status = sqlite3_step(raw_.get());
        if (status != SQLITE_ROW && status != SQLITE_DONE) {
            demand(status);
        }
        return status == SQLITE_ROW;
    }

    std::int64_t number(int column) const { return sqlite3_column_int64(raw_.get(), column); }
    std::string text(int column) const {
        const auto *data = reinterpret_cast<const char *>(sqlite3_column_text(raw_.get(), column));
        return {data ? data : "", static_cast<std::size_t>(sqlite3_column_bytes(raw_.get(), column))};
    }

private:
    struct finaliser {
        void operator()(sqlite3_stmt *raw) const noexcept { sqlite3_finalize(raw); }
    };

    static void demand(int status) {
        if (status != SQLITE_OK) {
            throw std::runtime_error(std::string("database: ") + sqlite3_errstr(status));
        }
    }

    std::unique_ptr<sqlite3_stmt, finaliser> raw_;
};

} // namespace case_notes

#endif
