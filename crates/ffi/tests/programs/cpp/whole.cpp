// Everything of breachscan.hpp. Ends with 0 if all answers were right; a line on standard error names each that was not.
#include <breachscan.hpp>

#include <algorithm>
#include <cstdio>
#include <string>
#include <thread>
#include <vector>

using namespace std::literals;

static int wrong = 0;

#define CHECK(condition)                                                           \
    do {                                                                           \
        if (!(condition)) {                                                        \
            std::fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition);   \
            ++wrong;                                                               \
        }                                                                          \
    } while (0)

static constexpr std::string_view note = "NHS No: 999 519 2977, ring 07700 900461";

template <typename Call>
static breachscan_status status_of(Call &&call) {
    try {
        call();
        return BREACHSCAN_OK;
    } catch (const breachscan::error &error) {
        CHECK(std::string_view(error.what()).find("999 519") == std::string_view::npos);
        return error.status();
    }
}

static void findings(const breachscan::rules &rules) {
    breachscan::scanner scanner(rules);
    std::vector<std::string> ids;
    for (const breachscan::finding &found : scanner.collect(note)) {
        ids.emplace_back(found.rule_id());
    }
    CHECK((ids == std::vector<std::string>{"nhs-number", "uk-phone"}));

    const breachscan::results results = scanner.collect(note);
    const breachscan::finding nhs = results[0];
    CHECK(nhs.in(note) == "999 519 2977" && nhs.start() == 8 && nhs.end() == 20 && nhs.span().end == 20);
    CHECK(nhs.check() == breachscan::check::passed && nhs.context() == breachscan::context::label);
    CHECK(nhs.context_span() && nhs.context_span()->end == 6);
    CHECK(nhs.confidence() >= BREACHSCAN_CONFIDENCE_ALERT);
    CHECK(rules.explain(nhs).find("beside its label") != std::string::npos);
    CHECK(std::count_if(results.begin(), results.end(),
                        [](const breachscan::finding &found) { return found.rule_id() == "uk-phone"; }) == 1);
    CHECK(status_of([&] { results[2]; }) == BREACHSCAN_ERR_ARGUMENT);
    CHECK(scanner.collect("").empty() && scanner.collect(std::string_view{}).empty());
}

static void utf16(const breachscan::rules &rules) {
    breachscan::scanner scanner(rules);
    const std::u16string_view text = u"\U0001F600 NHS No: 999 519 2977";
    const breachscan::results results = scanner.collect(text);
    CHECK(results.size() == 1 && results[0].start() == 11 && results[0].in(text) == u"999 519 2977");
    int calls = 0;
    CHECK(scanner.scan(text, [&](const breachscan::finding &) { ++calls; }) && calls == 1);
}

static void callbacks(const breachscan::rules &rules) {
    breachscan::scanner scanner(rules);
    int calls = 0;
    CHECK(scanner.scan(note, [&](const breachscan::finding &) { ++calls; }) && calls == 2);
    CHECK(!scanner.scan(note, [&](const breachscan::finding &) { return false; }));
    CHECK(scanner.scan(note, [&](const breachscan::finding &) { return true; }));

    std::string caught;
    try {
        scanner.scan(note, [](const breachscan::finding &found) {
            throw std::string(found.rule_id());
        });
    } catch (const std::string &thrown) {
        caught = thrown;
    }
    CHECK(caught == "nhs-number");
    CHECK(scanner.collect(note).size() == 2);

    breachscan_status inner = BREACHSCAN_OK;
    scanner.scan(note, [&](const breachscan::finding &) { inner = status_of([&] { scanner.collect(note); }); });
    CHECK(inner == BREACHSCAN_ERR_BUSY);
}

static void streams(const breachscan::rules &rules) {
    breachscan::stream stream(rules);
    for (std::size_t size : {1u, 7u, 4096u}) {
        std::vector<std::uint64_t> starts;
        const auto keep = [&](const breachscan::finding &found) { starts.push_back(found.start()); };
        for (std::size_t at = 0; at < note.size(); at += size) {
            CHECK(stream.feed(note.substr(at, size), keep));
        }
        CHECK(stream.finish(keep));
        CHECK((starts == std::vector<std::uint64_t>{8, 27}));
    }
    const auto fail = [](const breachscan::finding &) { throw 7; };
    stream.feed(note, fail);
    int caught = 0;
    try {
        stream.finish(fail);
    } catch (int thrown) {
        caught = thrown;
    }
    CHECK(caught == 7);
    stream.feed(note, fail);
    stream.reset();
    CHECK(stream.finish(fail));
}

static void redaction(const breachscan::rules &rules) {
    breachscan::scanner scanner(rules);
    CHECK(scanner.mask(note) == "NHS No: ************, ring ************");
    CHECK(scanner.label(note) == "NHS No: [nhs-number], ring [uk-phone]");
    CHECK(scanner.label("07700 900461") == "[uk-phone]");
    const std::string token = scanner.tokenise(note, "sixteen bytes or more");
    CHECK(token.rfind("NHS No: [nhs-number:", 0) == 0 && token.size() > note.size());
    CHECK(status_of([&] { scanner.tokenise(note, "short"); }) == BREACHSCAN_ERR_ARGUMENT);
    std::string text(note);
    scanner.mask_in_place(text);
    CHECK(text == scanner.mask(note) && scanner.mask("").empty());
}

static void rule_sets(const breachscan::rules &rules) {
    std::size_t offences = 0;
    for (const breachscan::rule &rule : rules) {
        CHECK(!rule.id().empty() && !rule.name().empty() && !rule.about().empty());
        CHECK(!rule.category().empty() && !rule.kind().empty() && !rule.status().empty());
        offences += rule.is_criminal_offence();
        CHECK(rule.is_special_category() || !rule.is_special_category());
    }
    CHECK(rules.size() > 50 && offences > 0);
    CHECK(status_of([&] { rules[rules.size()]; }) == BREACHSCAN_ERR_ARGUMENT);
    try {
        breachscan::rules::compile("id = 7", "own.toml");
        CHECK(false);
    } catch (const breachscan::error &error) {
        CHECK(error.status() == BREACHSCAN_ERR_RULES);
        CHECK(std::string_view(error.what()).find("own.toml:1") != std::string_view::npos);
    }
    CHECK(status_of([] { breachscan::rules::load({1, 2, 3}); }) == BREACHSCAN_ERR_IMAGE);
    const breachscan::rules loaded = breachscan::rules::load(rules.save());
    CHECK(loaded.size() == rules.size() && breachscan::scanner(loaded).collect(note).size() == 2);
}

static void settings(const breachscan::rules &rules) {
    breachscan::options chosen;
    chosen.disabled = {"uk-phone"};
    chosen.portable = true;
    CHECK(breachscan::scanner(rules, chosen).collect(note).size() == 1);
    chosen.min_confidence = 100;
    CHECK(breachscan::scanner(rules, chosen).collect(note).empty());
    chosen.disabled = {"no-such-rule"};
    CHECK(status_of([&] { breachscan::stream(rules, chosen); }) == BREACHSCAN_ERR_ARGUMENT);
    chosen = {};
    chosen.min_confidence = 101;
    CHECK(status_of([&] { breachscan::scanner(rules, chosen); }) == BREACHSCAN_ERR_ARGUMENT);
}

static void threads(const breachscan::rules &rules) {
    std::vector<std::thread> all;
    std::vector<std::uint64_t> found(10);
    for (std::uint64_t &mine : found) {
        all.emplace_back([&] { mine = breachscan::scanner(rules).collect(note).size(); });
    }
    for (std::thread &one : all) {
        one.join();
    }
    CHECK(std::all_of(found.begin(), found.end(), [](std::uint64_t size) { return size == 2; }));
}

static void moves() {
    breachscan::rules rules = breachscan::rules::builtin();
    breachscan::scanner scanner(rules);
    breachscan::scanner moved = std::move(scanner);
    { breachscan::rules gone = std::move(rules); }
    CHECK(moved.collect(note).size() == 2);
    CHECK(status_of([&] { scanner.collect(note); }) == BREACHSCAN_ERR_NULL);
}

int main() {
    CHECK(breachscan::is_compatible() && !breachscan::version().empty());
    const breachscan::rules rules = breachscan::rules::builtin();
    findings(rules);
    utf16(rules);
    callbacks(rules);
    streams(rules);
    redaction(rules);
    rule_sets(rules);
    settings(rules);
    threads(rules);
    moves();
    return wrong != 0;
}
