// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace grindstone::judge {

struct YamlEntry;

/// A YAML document or a part of it, as plain data: no aliases, no tags, every part with its line. An empty key (`~: a`)
/// is an empty text.
struct YamlValue {
    enum class Kind { Null, Scalar, List, Map };
    Kind kind = Kind::Null;
    unsigned line = 1;              ///< in the file, from 1
    std::string text;               ///< of a Scalar
    std::vector<YamlValue> items;   ///< of a List
    std::vector<YamlEntry> entries; ///< of a Map, in the file's order

    bool isNull() const { return kind == Kind::Null; }
    /// The value of a map's key; nothing if there is no such key, or if this is no map.
    const YamlValue* find(std::string_view key) const;
};

struct YamlEntry {
    std::string key;
    unsigned line = 1;
    YamlValue value;
};

/// Parses a document that a stranger wrote; the caller bounds its size. `name` is what errors call the file, before
/// ":LINE: ". Fails with "package.invalid": not UTF-8, not YAML, a key given twice, nested deeper than 32 levels, or
/// more than 20,000 values or 4 MiB of text once its aliases are followed.
Result<YamlValue> parseYaml(std::string_view content, const std::string& name);

} // namespace grindstone::judge
