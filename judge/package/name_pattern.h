// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace grindstone::judge {

/// A glob over paths as `submissions.yaml` has them: "*" stands for any part of one name, "{a,b}" for either, also
/// within one another. A "/" at the end is left out of account.
class NamePattern {
public:
    /// Fails with "package.invalid" and what is wrong, without a place: a brace without its partner, "**", or more than
    /// 256 names that braces stand for.
    static Result<NamePattern> parse(std::string_view text);

    /// The path itself.
    bool matches(std::string_view path) const;
    /// The path, or a folder that holds it.
    bool covers(std::string_view path) const;
    /// How many globs without braces it stands for.
    std::size_t size() const { return m_globs.size(); }

private:
    std::vector<std::string> m_globs; ///< without braces
};

} // namespace grindstone::judge
