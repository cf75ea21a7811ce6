// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/polygon_testset.h"

#include "judge/package/package_folder.h"

#include <algorithm>
#include <charconv>

namespace grindstone::judge {

namespace {

constexpr std::size_t MostTests = 100'000;
constexpr std::size_t MostGroups = 2000;
constexpr std::uint64_t LongestMilliseconds = 86'400'000;
constexpr std::uint64_t MostMemory = std::uint64_t{1} << 40;
constexpr unsigned WidestNumber = 9;

/// Where a pattern has its number: "%d", "%2d" or "%02d".
struct NumberPlace {
    std::size_t begin = 0;
    std::size_t end = 0;
    unsigned width = 0;
};

std::optional<NumberPlace> findNumber(const std::string& pattern) {
    const std::size_t begin = pattern.find('%');
    const std::size_t end = pattern.find('d', begin == std::string::npos ? begin : begin + 1);
    if (end == std::string::npos || pattern.find('%', begin + 1) != std::string::npos) {
        return std::nullopt;
    }
    NumberPlace place{begin, end + 1, 0};
    const char* const digits = pattern.data() + begin + 1;
    const char* const last = pattern.data() + end;
    const auto [stopped, error] = std::from_chars(digits, last, place.width);
    const bool isNumber = digits == last || (error == std::errc() && stopped == last);
    return isNumber && place.width <= WidestNumber ? std::optional(place) : std::nullopt;
}

std::string padded(std::size_t number, unsigned width) {
    const std::string digits = std::to_string(number);
    return std::string(width > digits.size() ? width - digits.size() : 0, '0') + digits;
}

class TestsetReader {
public:
    TestsetReader(const XmlFile& xml, std::vector<std::string>& warnings) : m_xml(xml), m_warnings(warnings) {}

    Result<PolygonTestset> read(pugi::xml_node testset);

private:
    Result<std::string> pattern(pugi::xml_node testset, const char* name);
    Result<void> readLimits(pugi::xml_node testset);
    Result<void> readTests(pugi::xml_node testset);
    Result<PolygonTest> readTest(pugi::xml_node node);
    Result<void> countTests(pugi::xml_node testset);
    Result<void> readGroups(pugi::xml_node groups);
    Result<PolygonGroup> readGroup(pugi::xml_node node);
    Result<PolygonPoints> readPolicy(pugi::xml_node group);

    const XmlFile& m_xml;
    std::vector<std::string>& m_warnings;
    PolygonTestset m_testset;
};

Result<PolygonTestset> TestsetReader::read(pugi::xml_node testset) {
    m_testset.name = testset.attribute("name").value();
    m_testset.line = m_xml.lineOf(testset);
    TRY(readLimits(testset));
    m_testset.inputPattern = TRY(pattern(testset, "input-path-pattern"));
    m_testset.answerPattern = TRY(pattern(testset, "answer-path-pattern"));
    TRY(readTests(testset));
    TRY(readGroups(testset.child("groups")));
    return std::move(m_testset);
}

Result<std::string> TestsetReader::pattern(pugi::xml_node testset, const char* name) {
    const pugi::xml_node node = testset.child(name);
    if (!node) {
        return m_xml.invalid(m_testset.line, std::string("<testset> has no <") + name + ">; write one such as <" +
                                                 name + ">tests/%02d</" + name + ">");
    }
    const std::string text = TRY(m_xml.path(m_xml.lineOf(node), name, m_xml.textOf(testset, name)));
    if (!findNumber(text)) {
        return m_xml.invalid(m_xml.lineOf(node), std::string(name) + " is \"" + shownPath(text) +
                                                     "\"; write a path with one %d or %02d for the test's number");
    }
    return text;
}

Result<void> TestsetReader::readLimits(pugi::xml_node testset) {
    const auto time = TRY(m_xml.wholeNumber(testset, "time-limit", LongestMilliseconds, "milliseconds"));
    if (time) {
        m_testset.time = std::chrono::milliseconds(*time);
    } else {
        m_warnings.push_back(m_xml.place(m_testset.line) + "<testset> has no <time-limit>; 1 second is assumed");
    }
    m_testset.memory = TRY(m_xml.wholeNumber(testset, "memory-limit", MostMemory, "bytes"));
    return {};
}

Result<void> TestsetReader::readTests(pugi::xml_node testset) {
    const pugi::xml_node tests = testset.child("tests");
    for (const pugi::xml_node node : tests.children("test")) {
        m_testset.tests.push_back(TRY(readTest(node)));
        if (m_testset.tests.size() > MostTests) {
            return m_xml.invalid(m_xml.lineOf(node), "more than 100000 tests; remove some");
        }
    }
    return countTests(testset);
}

/// Tests that are only counted are files.
Result<void> TestsetReader::countTests(pugi::xml_node testset) {
    const std::string text = m_xml.textOf(testset, "test-count");
    const auto count = text == "0" ? std::optional<std::uint64_t>(0)
                                   : TRY(m_xml.wholeNumber(testset, "test-count", MostTests, "tests"));
    if (m_testset.tests.empty() && count) {
        m_testset.tests.assign(*count, PolygonTest{false, {}, {}, {}, {}, m_testset.line});
    }
    if (m_testset.tests.empty()) {
        return m_xml.invalid(m_testset.line, "<testset> has no tests; a package needs at least one <test> in <tests>");
    }
    if (count && *count != m_testset.tests.size()) {
        m_warnings.push_back(m_xml.place(m_xml.lineOf(testset.child("test-count"))) + "test-count is " +
                             std::to_string(*count) + ", but there are " + std::to_string(m_testset.tests.size()) +
                             " <test>, which count");
    }
    return {};
}

Result<PolygonTest> TestsetReader::readTest(pugi::xml_node node) {
    PolygonTest test;
    test.line = m_xml.lineOf(node);
    test.sample = std::string_view(node.attribute("sample").value()) == "true";
    test.group = node.attribute("group").value();
    test.points = TRY(m_xml.points(node));
    const std::string method = node.attribute("method").value();
    if (method == "generated") {
        test.command = TRY(m_xml.attribute(node, "cmd"));
        test.file = node.attribute("from-file").value();
    } else if (method != "manual" && !method.empty()) {
        return m_xml.invalid(test.line, "method is \"" + shownPath(method) + "\"; write \"manual\" or \"generated\"");
    }
    if (!test.file.empty()) {
        test.file = TRY(m_xml.path(test.line, "from-file", test.file));
    }
    return test;
}

Result<void> TestsetReader::readGroups(pugi::xml_node groups) {
    for (const pugi::xml_node node : groups.children("group")) {
        PolygonGroup group = TRY(readGroup(node));
        if (std::ranges::find(m_testset.groups, group.name, &PolygonGroup::name) != m_testset.groups.end()) {
            return m_xml.invalid(group.line, "there is a second group \"" + shownPath(group.name) + "\"; keep one");
        }
        m_testset.groups.push_back(std::move(group));
        if (m_testset.groups.size() > MostGroups) {
            return m_xml.invalid(m_xml.lineOf(node), "more than 2000 groups; remove some");
        }
    }
    return {};
}

Result<PolygonGroup> TestsetReader::readGroup(pugi::xml_node node) {
    PolygonGroup group;
    group.line = m_xml.lineOf(node);
    group.name = TRY(m_xml.attribute(node, "name"));
    group.points = TRY(m_xml.points(node));
    group.policy = TRY(readPolicy(node));
    for (const pugi::xml_node dependency : node.child("dependencies").children("dependency")) {
        group.dependencies.push_back(TRY(m_xml.attribute(dependency, "group")));
    }
    return group;
}

Result<PolygonPoints> TestsetReader::readPolicy(pugi::xml_node group) {
    const std::string policy = group.attribute("points-policy").value();
    if (policy.empty() || policy == "each-test") {
        return PolygonPoints::EachTest;
    }
    if (policy == "complete-group") {
        return PolygonPoints::CompleteGroup;
    }
    return m_xml.unsupported(m_xml.lineOf(group), "points-policy \"" + shownPath(policy) +
                                                      "\" is not known; \"complete-group\" and \"each-test\" can be "
                                                      "judged");
}

} // namespace

Result<PolygonTestset> readPolygonTestset(const XmlFile& xml, pugi::xml_node judging,
                                          std::vector<std::string>& warnings) {
    const pugi::xml_node named = judging.find_child_by_attribute("testset", "name", "tests");
    const pugi::xml_node testset = named ? named : judging.child("testset");
    if (!testset) {
        return xml.invalid(xml.lineOf(judging), "<judging> has no <testset>; get the package from Polygon again");
    }
    constexpr std::size_t MostWarnings = 20;
    for (const pugi::xml_node other : judging.children("testset")) {
        if (other != testset && warnings.size() < MostWarnings) {
            warnings.push_back(xml.place(xml.lineOf(other)) + "the testset \"" +
                               shownPath(other.attribute("name").value()) + "\" is not judged, only \"" +
                               shownPath(testset.attribute("name").value()) + "\" is");
        }
    }
    return TestsetReader(xml, warnings).read(testset);
}

std::string pathOfTest(const std::string& pattern, std::size_t number) {
    const NumberPlace place = findNumber(pattern).value_or(NumberPlace{});
    return pattern.substr(0, place.begin) + padded(number, place.width) + pattern.substr(place.end);
}

std::string numberOfTest(const std::string& pattern, std::size_t number) {
    return padded(number, findNumber(pattern).value_or(NumberPlace{}).width);
}

} // namespace grindstone::judge
