// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/compare/json_comparator.h"

#include "judge/compare/block_reader.h"
#include "judge/compare/json_document.h"
#include "judge/compare/json_excerpt.h"
#include "judge/compare/json_number.h"
#include "judge/compare/json_order.h"
#include "judge/compare/text_position.h"
#include "judge/text/utf8.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace grindstone::judge {

namespace {

using Json = nlohmann::json;
using Kind = Explanation::Kind;

constexpr double UsualTolerance = 1e-9;
constexpr std::uint64_t MostTried = 5'000'000; ///< pairs of values, in looking for orders in which arrays match

enum class IntegerRule { LikeOtherNumbers, Exact };

class JsonWalk {
public:
    JsonWalk(const ComparatorSpec& spec, IntegerRule integers) : m_spec(spec), m_integers(integers) {}

    /// False with explanation() filled where they differ.
    bool equal(const Json& expected, const Json& got) {
        m_tried += m_matching ? 1 : 0;
        if (isNumber(expected) && isNumber(got)) {
            return numbersEqual(expected, got) || reject(Kind::DifferentValue, expected, got);
        }
        if (expected.type() != got.type()) {
            return reject(Kind::DifferentValue, expected, got);
        }
        if (expected.is_array()) {
            return arraysEqual(expected, got);
        }
        if (expected.is_object()) {
            return objectsEqual(expected, got);
        }
        return expected == got || reject(Kind::DifferentValue, expected, got);
    }

    Explanation explanation() {
        m_why.path = cutUtf8("$" + m_path, MostJsonShown);
        return std::move(m_why);
    }

private:
    bool numbersEqual(const Json& expected, const Json& got) {
        const bool exact = m_integers == IntegerRule::Exact && isInteger(expected);
        if (exact || !tolerates()) {
            return sameNumber(expected, got) && (!exact || isInteger(got));
        }
        const double wanted = nearestDouble(expected);
        const double value = nearestDouble(got);
        const double difference = std::abs(value - wanted);
        const double absolute = m_spec.absoluteTolerance.value_or(-1);
        const double relative = m_spec.relativeTolerance ? *m_spec.relativeTolerance * std::abs(wanted) : -1;
        if (difference <= absolute || difference <= relative) {
            return true;
        }
        m_why.difference = difference;
        m_why.tolerance = std::max(absolute, relative);
        return false;
    }

    bool tolerates() const { return m_spec.absoluteTolerance || m_spec.relativeTolerance; }

    bool arraysEqual(const Json& expected, const Json& got) {
        if (m_spec.anyOrder && tolerates() && expected.size() == got.size() && arraysMatch(expected, got)) {
            return true;
        }
        return !m_matching && elementsEqual(expected, got);
    }

    /// Takes for each element the first equal one that is left. Both are sorted, so that it is mostly the next.
    bool arraysMatch(const Json& expected, const Json& got) {
        std::vector<bool> taken(got.size());
        std::size_t first = 0;
        for (const Json& element : expected) {
            std::size_t i = first;
            while (i < got.size() && (taken[i] || !matches(element, got[i]))) {
                ++m_tried; // also what is passed over takes time
                ++i;
            }
            if (i == got.size() || m_tried > MostTried) {
                return false;
            }
            taken[i] = true;
            while (first < got.size() && taken[first]) {
                ++first;
            }
        }
        return true;
    }

    /// Like equal(), explaining nothing. False once too much was tried.
    bool matches(const Json& expected, const Json& got) {
        if (m_tried > MostTried) {
            return false;
        }
        const bool outer = m_matching;
        const std::size_t length = m_path.size();
        m_matching = true;
        const bool same = equal(expected, got);
        m_matching = outer;
        m_path.resize(length);
        m_why = {};
        return same;
    }

    bool elementsEqual(const Json& expected, const Json& got) {
        for (std::size_t i = 0; i < std::min(expected.size(), got.size()); ++i) {
            if (!within("[" + std::to_string(i) + "]", expected[i], got[i])) {
                return false;
            }
        }
        if (expected.size() == got.size()) {
            return true;
        }
        const bool missing = expected.size() > got.size();
        const std::size_t first = std::min(expected.size(), got.size());
        m_path += "[" + std::to_string(first) + "]";
        return missing ? reject(Kind::MissingValue, expected[first], {}) : reject(Kind::ExtraValue, {}, got[first]);
    }

    bool objectsEqual(const Json& expected, const Json& got) {
        for (const auto& [key, value] : expected.items()) {
            const auto other = got.find(key);
            if (other == got.end()) {
                m_path += jsonStep(key);
                return reject(Kind::MissingValue, value, {});
            }
            if (!within(jsonStep(key), value, *other)) {
                return false;
            }
        }
        for (const auto& [key, value] : got.items()) {
            if (!expected.contains(key)) {
                m_path += jsonStep(key);
                return reject(Kind::ExtraValue, {}, value);
            }
        }
        return true;
    }

    /// The path stays where a difference was found.
    bool within(const std::string& step, const Json& expected, const Json& got) {
        const std::size_t length = m_path.size();
        m_path += step;
        if (!equal(expected, got)) {
            return false;
        }
        m_path.resize(length);
        return true;
    }

    bool reject(Kind kind, const Json& expected, const Json& got) {
        if (m_matching) {
            return false;
        }
        m_why.kind = kind;
        m_why.expected = kind == Kind::ExtraValue ? std::string() : jsonExcerpt(expected);
        m_why.got = kind == Kind::MissingValue ? std::string() : jsonExcerpt(got);
        return false;
    }

    const ComparatorSpec& m_spec;
    const IntegerRule m_integers;
    bool m_matching = false;   ///< within arraysMatch()
    std::uint64_t m_tried = 0; ///< pairs of values meanwhile
    std::string m_path;
    Explanation m_why;
};

Comparison noJson(int output, const JsonFault& fault) {
    Comparison comparison;
    const TextPosition place = locate(output, fault.offset);
    comparison.explanation.kind = Kind::InvalidJson;
    comparison.explanation.line = place.line;
    comparison.explanation.column = place.column;
    comparison.explanation.message = fault.reason;
    return comparison;
}

Result<Comparison> compareDocuments(const ComparatorSpec& spec, IntegerRule integers, int answer,
                                    const std::string& answerName, int output) {
    JsonDocument expected = TRY(readJson(answer, answerName));
    if (expected.fault) {
        const TextPosition place = locate(answer, expected.fault->offset);
        return fail("comparator.bad-answer", answerName + ":" + std::to_string(place.line) + ":" +
                                                 std::to_string(place.column) + ": " + expected.fault->reason);
    }
    JsonDocument got = TRY(readJson(output, OutputName));
    if (got.fault) {
        return noJson(output, *got.fault);
    }
    if (spec.anyOrder) {
        sortArrays(expected.value);
        sortArrays(got.value);
    }
    JsonWalk walk(spec, integers);
    if (walk.equal(expected.value, got.value)) {
        return Comparison{true, {}, {}};
    }
    return Comparison{false, walk.explanation(), {}};
}

} // namespace

Result<Comparison> compareJson(const ComparatorSpec& spec, int answerDescriptor, const std::string& answerName,
                               int outputDescriptor) {
    return compareDocuments(spec, IntegerRule::LikeOtherNumbers, answerDescriptor, answerName, outputDescriptor);
}

Result<Comparison> compareValues(const ComparatorSpec& spec, int answerDescriptor, const std::string& answerName,
                                 int outputDescriptor) {
    ComparatorSpec typed = spec;
    if (!typed.absoluteTolerance && !typed.relativeTolerance) {
        typed.absoluteTolerance = typed.relativeTolerance = UsualTolerance;
    }
    return compareDocuments(typed, IntegerRule::Exact, answerDescriptor, answerName, outputDescriptor);
}

} // namespace grindstone::judge
