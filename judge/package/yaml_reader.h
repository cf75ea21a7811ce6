// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/yaml_value.h"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

namespace grindstone::judge {

/// Typed access to one YAML file's values. Errors are "package.invalid" and read "FILE:LINE: KEY is …; write …", where
/// `key` is the whole path of a key ("limits.memory").
class YamlReader {
public:
    /// `file` is the path below the package's folder.
    explicit YamlReader(std::string file) : m_file(std::move(file)) {}

    /// "FILE:LINE: "
    std::string place(unsigned line) const;
    /// "FILE:LINE"
    std::string shortPlace(unsigned line) const;
    tl::unexpected<Error> invalid(const YamlValue& value, const std::string& what) const;
    tl::unexpected<Error> unsupported(const YamlValue& value, const std::string& what) const;

    Result<std::string> text(const YamlValue& value, const std::string& key) const;
    /// A list of words, or one text that is split at blanks. Null is the empty list.
    Result<std::vector<std::string>> words(const YamlValue& value, const std::string& key) const;
    Result<bool> boolean(const YamlValue& value, const std::string& key) const;
    /// More than 0 and at most `most`; `unit` and `example` go into the error.
    Result<double> positiveNumber(const YamlValue& value, const std::string& key, double most,
                                  const std::string& unit) const;
    Result<std::uint64_t> positiveInteger(const YamlValue& value, const std::string& key, std::uint64_t most,
                                          const std::string& unit) const;
    /// Any decimal number that is finite.
    Result<double> number(const YamlValue& value, const std::string& key) const;
    /// One of the words, as its place among them; an error lists them.
    Result<std::size_t> choice(const YamlValue& value, const std::string& key,
                               const std::vector<std::string_view>& words) const;
    /// Nothing for null (an empty file), fails for all else that isn't a map.
    Result<void> expectMap(const YamlValue& value, const std::string& key) const;

    /// One warning for each key of a map that isn't among the known ones.
    void warnOfUnknownKeys(const YamlValue& map, const std::string& prefix,
                           std::initializer_list<std::string_view> known, std::vector<std::string>& warnings) const;

private:
    std::string m_file;
};

/// The words of a text.
std::vector<std::string> splitAtBlanks(std::string_view text);

} // namespace grindstone::judge
