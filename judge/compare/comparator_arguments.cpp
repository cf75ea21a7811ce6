// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/compare/comparator_arguments.h"

#include "judge/compare/decimal.h"

namespace grindstone::judge {

namespace {

constexpr const char* BadArguments = "comparator.bad-arguments";

class ArgumentParser {
public:
    explicit ArgumentParser(const std::vector<std::string>& arguments) : m_arguments(arguments) {}

    Result<ComparatorSpec> parse() {
        while (m_next < m_arguments.size()) {
            TRY(parseOne(m_arguments[m_next++]));
        }
        return m_spec;
    }

private:
    Result<void> parseOne(const std::string& name) {
        if (name == "case_sensitive") {
            m_spec.caseSensitive = true;
            return {};
        }
        if (name == "space_change_sensitive") {
            m_spec.spaceChangeSensitive = true;
            return {};
        }
        const bool both = name == "float_tolerance";
        if (both || name == "float_absolute_tolerance") {
            TRY(setTolerance(name, m_spec.absoluteTolerance));
        }
        if (both || name == "float_relative_tolerance") {
            TRY(setTolerance(name, m_spec.relativeTolerance));
        }
        if (!both && name != "float_absolute_tolerance" && name != "float_relative_tolerance") {
            return fail(BadArguments, "unknown output validator argument \"" + name +
                                          "\"; known are case_sensitive, space_change_sensitive, float_tolerance, "
                                          "float_absolute_tolerance and float_relative_tolerance");
        }
        m_next += 1;
        return {};
    }

    /// Sets a tolerance to the argument that follows, which stays the next one.
    Result<void> setTolerance(const std::string& name, std::optional<double>& tolerance) const {
        if (m_next == m_arguments.size()) {
            return fail(BadArguments, name + " needs a number after it, such as 1e-6");
        }
        const std::optional<double> value = parseDecimal(m_arguments[m_next]);
        if (!value || *value < 0) {
            return fail(BadArguments, name + " is followed by \"" + m_arguments[m_next] +
                                          "\"; write a number that is 0 or more, such as 1e-6");
        }
        if (tolerance) {
            return fail(BadArguments, name + " sets a tolerance that is set already; give each only once");
        }
        tolerance = value;
        return {};
    }

    const std::vector<std::string>& m_arguments;
    std::size_t m_next = 0;
    ComparatorSpec m_spec;
};

} // namespace

Result<ComparatorSpec> parseComparatorArguments(const std::vector<std::string>& arguments) {
    return ArgumentParser(arguments).parse();
}

} // namespace grindstone::judge
