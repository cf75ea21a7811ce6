// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <toml++/toml.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace grindstone::judge {

enum class Presence { Required, Optional };

/// Reads one table of a TOML file key by key. Each failure is "language.invalid" with file, line and the key's full
/// name. Keys that nobody asked for are an error too: a misspelt key must not be passed over in silence.
class TableReader {
public:
    /// `prefix` is put before key names in errors: "run.". The table outlives the reader.
    TableReader(const toml::table& table, std::string file, std::string prefix);

    Result<std::string> text(std::string_view key, Presence presence);
    Result<std::vector<std::string>> texts(std::string_view key, Presence presence);
    Result<double> number(std::string_view key, double lowest, double highest, double fallback);
    Result<std::int64_t> integer(std::string_view key, std::int64_t lowest, std::int64_t highest,
                                 std::int64_t fallback);
    Result<bool> flag(std::string_view key, bool fallback);
    /// A reader of a table in this table; of an empty one where it is absent and may be.
    Result<TableReader> table(std::string_view key, Presence presence);
    bool has(std::string_view key) const { return m_table->contains(key); }
    /// Fails on the first key that no call above has asked for.
    Result<void> rejectUnknown() const;

    /// An error at this key's line; at the table's where the key is absent.
    tl::unexpected<Error> invalid(std::string_view key, std::string_view reason) const;

private:
    const toml::node* find(std::string_view key);

    const toml::table* m_table;
    std::string m_file;
    std::string m_prefix;
    std::set<std::string, std::less<>> m_known;
};

} // namespace grindstone::judge
