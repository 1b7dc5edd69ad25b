/*
 * breachscan for C++17: objects that free themselves, views in, ranges out, exceptions for failures.
 *
 *     breachscan::rules rules = breachscan::rules::builtin();
 *     breachscan::scanner scanner(rules);
 *     for (const breachscan::finding &found : scanner.collect("NHS No: 999 519 2977"))
 *         std::cout << found.rule_id() << ' ' << found.start() << '\n';
 *
 * Everything is a thin cover of breachscan.h, whose rules hold here too: rules and results may be used by any number of
 * threads at once, a scanner or a stream by one at a time. A moved-from object may only be destroyed or assigned to.
 *
 * A failure throws breachscan::error. An exception that leaves a callback is carried round the library: the scan stops,
 * and the exception is thrown again by the call that was given the callback.
 */
#ifndef BREACHSCAN_HPP
#define BREACHSCAN_HPP

#include "breachscan.h"

#include <cstddef>
#include <cstdint>
#include <exception>
#include <iterator>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace breachscan {

/** A call that failed: its status, and in words what is wrong. Never holds scanned text. */
class error : public std::runtime_error {
public:
    error(breachscan_status status, const std::string &what) : std::runtime_error(what), status_(status) {}

    breachscan_status status() const noexcept { return status_; }

private:
    breachscan_status status_;
};

/** A span of the text, in bytes or code units; the end is just past it. */
struct span {
    std::uint64_t start;
    std::uint64_t end;
};

/** What a value's check said. */
enum class check { none = BREACHSCAN_CHECK_NONE, passed = BREACHSCAN_CHECK_PASSED, failed = BREACHSCAN_CHECK_FAILED };

/** What the words around a value say. */
enum class context {
    none = BREACHSCAN_CONTEXT_NONE,
    near = BREACHSCAN_CONTEXT_NEAR,
    label = BREACHSCAN_CONTEXT_LABEL,
    against = BREACHSCAN_CONTEXT_AGAINST
};

class rules;
class results;

namespace detail {

struct deleter {
    void operator()(breachscan_rules *object) const noexcept { breachscan_rules_free(object); }
    void operator()(breachscan_scanner *object) const noexcept { breachscan_scanner_free(object); }
    void operator()(breachscan_stream *object) const noexcept { breachscan_stream_free(object); }
    void operator()(breachscan_results *object) const noexcept { breachscan_results_free(object); }
    void operator()(breachscan_error *object) const noexcept { breachscan_error_free(object); }
};

template <typename T>
using owned = std::unique_ptr<T, deleter>;

inline std::string_view view(const breachscan_str &text) noexcept { return {text.data, text.len}; }

inline const std::uint8_t *bytes(std::string_view text) noexcept {
    return reinterpret_cast<const std::uint8_t *>(text.data());
}

/** UTF-16 as the C interface takes it. */
inline const std::uint16_t *units(std::u16string_view text) noexcept {
    static_assert(sizeof(char16_t) == sizeof(std::uint16_t), "char16_t is one code unit");
    return reinterpret_cast<const std::uint16_t *>(text.data());
}

inline void demand(breachscan_status status, breachscan_error *detail = nullptr) {
    owned<breachscan_error> kept(detail);
    if (status != BREACHSCAN_OK) {
        throw error(status, kept ? breachscan_error_message(kept.get()) : breachscan_status_str(status));
    }
}

/** Calls `fill(place, capacity, &needed)` until the text fits. */
template <typename Fill>
std::string text(std::size_t guess, Fill &&fill) {
    std::string out(guess, '\0');
    std::size_t needed = 0;
    breachscan_status status = fill(out.data(), out.size(), &needed);
    if (status == BREACHSCAN_ERR_SMALL) {
        out.resize(needed);
        status = fill(out.data(), out.size(), &needed);
    }
    demand(status);
    out.resize(needed);
    return out;
}

} // namespace detail

/**
 * One finding: where, which rule, how sure. A copy may outlive the text; rule_id() lives as long as the rules, the
 * scanner, the stream or the results it came from.
 */
class finding {
public:
    explicit finding(const breachscan_finding &raw) noexcept : raw_(raw) {}

    std::string_view rule_id() const noexcept { return detail::view(raw_.rule_id); }
    std::uint64_t start() const noexcept { return raw_.start; }
    std::uint64_t end() const noexcept { return raw_.end; }
    breachscan::span span() const noexcept { return {raw_.start, raw_.end}; }
    /** Evidence in hundredths, 0 to 100. */
    int confidence() const noexcept { return raw_.confidence; }
    breachscan::check check() const noexcept { return static_cast<breachscan::check>(raw_.check); }
    breachscan::context context() const noexcept { return static_cast<breachscan::context>(raw_.context); }
    /** Where the word stands that speaks for or against the value. */
    std::optional<breachscan::span> context_span() const noexcept {
        if (raw_.context_start == raw_.context_end) {
            return std::nullopt;
        }
        return breachscan::span{raw_.context_start, raw_.context_end};
    }
    /** The value itself, in the text that was scanned. */
    std::string_view in(std::string_view text) const {
        return text.substr(static_cast<std::size_t>(raw_.start), static_cast<std::size_t>(raw_.end - raw_.start));
    }
    std::u16string_view in(std::u16string_view text) const {
        return text.substr(static_cast<std::size_t>(raw_.start), static_cast<std::size_t>(raw_.end - raw_.start));
    }
    const breachscan_finding &raw() const noexcept { return raw_; }

private:
    breachscan_finding raw_;
};

namespace detail {

/** A callable as the C interface calls it: what it throws is kept until the library has returned. */
template <typename Callable>
class carrier {
public:
    explicit carrier(Callable &callable) : callable_(callable) {}

    static std::int32_t call(const breachscan_finding *found, void *user) noexcept {
        auto *self = static_cast<carrier *>(user);
        try {
            if constexpr (std::is_same_v<std::invoke_result_t<Callable &, const finding &>, bool>) {
                return self->callable_(finding(*found)) ? 0 : 1;
            } else {
                self->callable_(finding(*found));
                return 0;
            }
        } catch (...) {
            self->thrown_ = std::current_exception();
            return 1;
        }
    }

    /** Whether the scan came to its end; throws what the callable threw, and for a failure. */
    bool outcome(breachscan_status status) const {
        if (thrown_) {
            std::rethrow_exception(thrown_);
        }
        if (status == BREACHSCAN_STOPPED) {
            return false;
        }
        demand(status);
        return true;
    }

private:
    Callable &callable_;
    std::exception_ptr thrown_;
};

} // namespace detail

/** One rule of a set; lives as long as the rules. */
class rule {
public:
    explicit rule(const breachscan_rule *raw) noexcept : raw_(raw) {}

    std::string_view id() const noexcept { return detail::view(raw_->id); }
    std::string_view name() const noexcept { return detail::view(raw_->name); }
    std::string_view about() const noexcept { return detail::view(raw_->about); }
    std::string_view category() const noexcept { return detail::view(raw_->category); }
    std::string_view kind() const noexcept { return detail::view(raw_->kind); }
    std::string_view status() const noexcept { return detail::view(raw_->status); }
    bool is_criminal_offence() const noexcept { return raw_->is_criminal_offence != 0; }
    bool is_special_category() const noexcept { return raw_->is_special_category != 0; }

private:
    const breachscan_rule *raw_;
};

namespace detail {

/** An iterator over numbered things that `Range::operator[]` gives by value. */
template <typename Range>
class counted {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = decltype(std::declval<const Range &>()[0]);
    using difference_type = std::ptrdiff_t;
    using reference = value_type;
    using pointer = void;

    counted(const Range *range, std::uint64_t at) noexcept : range_(range), at_(at) {}

    value_type operator*() const { return (*range_)[at_]; }
    counted &operator++() noexcept {
        ++at_;
        return *this;
    }
    counted operator++(int) noexcept {
        counted before = *this;
        ++at_;
        return before;
    }
    friend bool operator==(const counted &a, const counted &b) noexcept { return a.at_ == b.at_; }
    friend bool operator!=(const counted &a, const counted &b) noexcept { return a.at_ != b.at_; }

private:
    const Range *range_;
    std::uint64_t at_;
};

} // namespace detail

/** A compiled rule set. A range of rule. */
class rules {
public:
    /** The built-in rules. */
    static rules builtin() {
        breachscan_rules *raw = nullptr;
        detail::demand(breachscan_rules_builtin(&raw));
        return rules(raw);
    }

    /** The built-in rules and those of `toml`, or the latter only; `name` stands for the text in messages. */
    static rules compile(std::string_view toml, const std::string &name = "rules", bool only_own = false) {
        breachscan_rules *raw = nullptr;
        breachscan_error *detail = nullptr;
        const std::uint64_t flags = only_own ? BREACHSCAN_COMPILE_ONLY_OWN : 0;
        const breachscan_status status =
            breachscan_rules_compile(toml.data(), toml.size(), name.c_str(), flags, &raw, &detail);
        detail::demand(status, detail);
        return rules(raw);
    }

    /** Rules that save() gave. */
    static rules load(const std::vector<std::uint8_t> &image) {
        breachscan_rules *raw = nullptr;
        breachscan_error *detail = nullptr;
        const breachscan_status status = breachscan_rules_load(image.data(), image.size(), &raw, &detail);
        detail::demand(status, detail);
        return rules(raw);
    }

    /** The compiled rules as an image for load(). */
    std::vector<std::uint8_t> save() const {
        std::size_t needed = 0;
        const breachscan_status status = breachscan_rules_save(raw_.get(), nullptr, 0, &needed);
        if (status != BREACHSCAN_ERR_SMALL) {
            detail::demand(status);
        }
        std::vector<std::uint8_t> image(needed);
        detail::demand(breachscan_rules_save(raw_.get(), image.data(), image.size(), &needed));
        return image;
    }

    std::uint64_t size() const noexcept { return breachscan_rules_len(raw_.get()); }
    rule operator[](std::uint64_t index) const {
        const breachscan_rule *one = nullptr;
        detail::demand(breachscan_rules_get(raw_.get(), index, &one));
        return rule(one);
    }
    detail::counted<rules> begin() const noexcept { return {this, 0}; }
    detail::counted<rules> end() const noexcept { return {this, size()}; }

    /** One line: rule, confidence, check and context of a finding that these rules gave. */
    std::string explain(const finding &found) const {
        std::string line = detail::text(256, [&](char *place, std::size_t capacity, std::size_t *needed) {
            return breachscan_finding_explain(raw_.get(), &found.raw(), place, capacity, needed);
        });
        line.pop_back();
        return line;
    }

    const breachscan_rules *raw() const noexcept { return raw_.get(); }

private:
    explicit rules(breachscan_rules *raw) noexcept : raw_(raw) {}

    detail::owned<breachscan_rules> raw_;
};

/** Settings of a scanner or a stream. */
struct options {
    /** Findings below are not given: 1 to 100 hundredths, or BREACHSCAN_CONFIDENCE_ALL. */
    int min_confidence = BREACHSCAN_CONFIDENCE_REPORT;
    /** Ids of rules that are switched off. */
    std::vector<std::string> disabled{};
    /** Use no instructions that only some CPUs have. */
    bool portable = false;
};

namespace detail {

/** Calls `make(options, &error)` with the settings as the C interface takes them. */
template <typename Make>
void with(const options &chosen, Make &&make) {
    std::vector<const char *> ids;
    ids.reserve(chosen.disabled.size());
    for (const std::string &id : chosen.disabled) {
        ids.push_back(id.c_str());
    }
    breachscan_options raw = BREACHSCAN_OPTIONS_INIT;
    raw.flags = chosen.portable ? BREACHSCAN_OPTION_PORTABLE : 0;
    raw.disabled = ids.data();
    raw.disabled_len = ids.size();
    raw.min_confidence = chosen.min_confidence;
    breachscan_error *detail = nullptr;
    const breachscan_status status = make(&raw, &detail);
    demand(status, detail);
}

} // namespace detail

/** The findings of one scan, in order. A range of finding. */
class results {
public:
    explicit results(breachscan_results *raw) noexcept : raw_(raw) {}

    std::uint64_t size() const noexcept { return breachscan_results_len(raw_.get()); }
    bool empty() const noexcept { return size() == 0; }
    finding operator[](std::uint64_t index) const {
        const breachscan_finding *one = nullptr;
        detail::demand(breachscan_results_get(raw_.get(), index, &one));
        return finding(*one);
    }
    detail::counted<results> begin() const noexcept { return {this, 0}; }
    detail::counted<results> end() const noexcept { return {this, size()}; }

private:
    detail::owned<breachscan_results> raw_;
};

/** Rules, settings and the buffers of a scan: one a thread. */
class scanner {
public:
    explicit scanner(const rules &of, const options &chosen = {}) {
        detail::with(chosen, [&](const breachscan_options *raw, breachscan_error **detail) {
            breachscan_scanner *made = nullptr;
            const breachscan_status status = breachscan_scanner_new(of.raw(), raw, &made, detail);
            raw_.reset(made);
            return status;
        });
    }

    /**
     * Calls `each` with every finding, until it answers false if it answers a bool. Tells whether the scan came to the
     * end of the text.
     */
    template <typename Callable>
    bool scan(std::string_view text, Callable &&each) {
        detail::carrier<std::remove_reference_t<Callable>> carrier(each);
        return carrier.outcome(
            breachscan_scanner_scan(raw_.get(), detail::bytes(text), text.size(), carrier.call, &carrier));
    }
    /** The same in UTF-16: offsets are code units. */
    template <typename Callable>
    bool scan(std::u16string_view text, Callable &&each) {
        detail::carrier<std::remove_reference_t<Callable>> carrier(each);
        return carrier.outcome(
            breachscan_scanner_scan_utf16(raw_.get(), detail::units(text), text.size(), carrier.call, &carrier));
    }

    /** Every finding. */
    results collect(std::string_view text) {
        breachscan_results *made = nullptr;
        detail::demand(breachscan_scanner_collect(raw_.get(), detail::bytes(text), text.size(), &made));
        return results(made);
    }
    /** The same in UTF-16: offsets are code units. */
    results collect(std::u16string_view text) {
        breachscan_results *made = nullptr;
        detail::demand(breachscan_scanner_collect_utf16(raw_.get(), detail::units(text), text.size(), &made));
        return results(made);
    }

    /** The text with every value replaced by as many '*' as it has bytes. */
    std::string mask(std::string_view text) { return redact(text, BREACHSCAN_REDACT_MASK, {}); }
    /** The text with every value replaced by its rule's id, such as [nhs-number]. */
    std::string label(std::string_view text) { return redact(text, BREACHSCAN_REDACT_LABEL, {}); }
    /** The text with every value replaced by its rule's id and a keyed hash; `key` has at least 16 bytes. */
    std::string tokenise(std::string_view text, std::string_view key) {
        return redact(text, BREACHSCAN_REDACT_TOKEN, key);
    }
    /** Masks every value where it stands. */
    void mask_in_place(std::string &text) {
        auto *data = reinterpret_cast<std::uint8_t *>(text.data());
        detail::demand(breachscan_scanner_mask(raw_.get(), data, text.size()));
    }

    breachscan_scanner *raw() noexcept { return raw_.get(); }

private:
    std::string redact(std::string_view text, std::int32_t style, std::string_view key) {
        breachscan_redaction how = BREACHSCAN_REDACTION_INIT;
        how.style = style;
        how.key = detail::bytes(key);
        how.key_len = key.size();
        return detail::text(text.size(), [&](char *place, std::size_t capacity, std::size_t *needed) {
            return breachscan_scanner_redact(raw_.get(), detail::bytes(text), text.size(), &how,
                                             reinterpret_cast<std::uint8_t *>(place), capacity, needed);
        });
    }

    detail::owned<breachscan_scanner> raw_;
};

/** A text that comes in chunks of any size: the findings are those of the whole. */
class stream {
public:
    explicit stream(const rules &of, const options &chosen = {}) {
        detail::with(chosen, [&](const breachscan_options *raw, breachscan_error **detail) {
            breachscan_stream *made = nullptr;
            const breachscan_status status = breachscan_stream_new(of.raw(), raw, &made, detail);
            raw_.reset(made);
            return status;
        });
    }

    /** Takes the next bytes; `each` is called as scanner::scan calls it. False once `each` stopped the stream. */
    template <typename Callable>
    bool feed(std::string_view chunk, Callable &&each) {
        detail::carrier<std::remove_reference_t<Callable>> carrier(each);
        return carrier.outcome(
            breachscan_stream_feed(raw_.get(), detail::bytes(chunk), chunk.size(), carrier.call, &carrier));
    }
    /** Tells the end of the text, and makes the stream ready for another. */
    template <typename Callable>
    bool finish(Callable &&each) {
        detail::carrier<std::remove_reference_t<Callable>> carrier(each);
        return carrier.outcome(breachscan_stream_finish(raw_.get(), carrier.call, &carrier));
    }
    /** Forgets what was fed. */
    void reset() { detail::demand(breachscan_stream_reset(raw_.get())); }

    breachscan_stream *raw() noexcept { return raw_.get(); }

private:
    detail::owned<breachscan_stream> raw_;
};

/** The number of the interface that is loaded is the one of this header. */
inline bool is_compatible() noexcept { return breachscan_abi_version() == BREACHSCAN_ABI_VERSION; }

/** The version of the library that is loaded, such as "0.1.0". */
inline std::string_view version() noexcept { return breachscan_version(); }

} // namespace breachscan

#endif // BREACHSCAN_HPP
