// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/compare/comparator_arguments.h"

#include "judge/compare/decimal.h"

namespace grindstone::judge {

namespace {

constexpr const char* BadArguments = "comparator.bad-arguments";

std::string knownArguments(const ComparatorArguments& known) {
    std::vector<std::string> names;
    if (known.blanksAndCase) {
        names.insert(names.end(), {"case_sensitive", "space_change_sensitive"});
    }
    if (known.anyOrder) {
        names.emplace_back("any_order");
    }
    if (known.tolerances) {
        names.insert(names.end(), {"float_tolerance", "float_absolute_tolerance", "float_relative_tolerance"});
    }
    std::string text = names.empty() ? "this comparator takes none" : "known are ";
    for (std::size_t i = 0; i < names.size(); ++i) {
        text += (i == 0 ? "" : i + 1 < names.size() ? ", " : " and ") + names[i];
    }
    return text;
}

class ArgumentParser {
public:
    ArgumentParser(const std::vector<std::string>& arguments, const ComparatorArguments& known)
        : m_arguments(arguments), m_known(known) {}

    Result<ComparatorSpec> parse() {
        while (m_next < m_arguments.size()) {
            TRY(parseOne(m_arguments[m_next++]));
        }
        return m_spec;
    }

private:
    Result<void> parseOne(const std::string& name) {
        if (m_known.blanksAndCase && name == "case_sensitive") {
            m_spec.caseSensitive = true;
            return {};
        }
        if (m_known.blanksAndCase && name == "space_change_sensitive") {
            m_spec.spaceChangeSensitive = true;
            return {};
        }
        if (m_known.anyOrder && name == "any_order") {
            m_spec.anyOrder = true;
            return {};
        }
        return parseTolerance(name);
    }

    Result<void> parseTolerance(const std::string& name) {
        const bool both = name == "float_tolerance";
        const bool absolute = both || name == "float_absolute_tolerance";
        const bool relative = both || name == "float_relative_tolerance";
        if (!m_known.tolerances || (!absolute && !relative)) {
            return fail(BadArguments, "unknown output validator argument \"" + name + "\"; " + knownArguments(m_known));
        }
        if (absolute) {
            TRY(setTolerance(name, m_spec.absoluteTolerance));
        }
        if (relative) {
            TRY(setTolerance(name, m_spec.relativeTolerance));
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
    const ComparatorArguments m_known;
    std::size_t m_next = 0;
    ComparatorSpec m_spec;
};

} // namespace

Result<ComparatorSpec> parseComparatorArguments(const std::vector<std::string>& arguments,
                                                const ComparatorArguments& known) {
    return ArgumentParser(arguments, known).parse();
}

Result<ComparatorSpec> parseComparatorArguments(const std::vector<std::string>& arguments) {
    return parseComparatorArguments(arguments, {.tolerances = true, .blanksAndCase = true});
}

} // namespace grindstone::judge
