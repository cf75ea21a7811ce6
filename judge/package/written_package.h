// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <utility>

namespace grindstone::judge {

/// An ICPC package that is being written. Every failure is "pack.unwritable", naming the file.
class WrittenPackage {
public:
    struct Description {
        std::string name;                ///< any text
        std::optional<double> timeLimit; ///< seconds
        std::optional<unsigned> memoryMib;
    };

    explicit WrittenPackage(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    /// problem.yaml.
    Result<void> writeDescription(const Description& description) const;
    /// `name` is a path below the package's folder; its folders are made.
    Result<void> write(const std::string& name, const std::string& content) const;
    Result<void> copy(const std::filesystem::path& file, const std::string& name) const;

private:
    Result<std::filesystem::path> placeFor(const std::string& name) const;

    std::filesystem::path m_folder;
};

} // namespace grindstone::judge
