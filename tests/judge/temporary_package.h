// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/package.h"

#include <QTemporaryDir>

#include <filesystem>
#include <fstream>
#include <string>

namespace grindstone::judge {

/// A package that a test writes file by file, in a folder "sums" that goes when it does.
class TemporaryPackage {
public:
    TemporaryPackage() : m_path(std::filesystem::path(m_folder.path().toStdString()) / "sums") {
        std::filesystem::create_directory(m_path);
    }

    /// The smallest package that loads without a warning.
    static TemporaryPackage valid() {
        TemporaryPackage package;
        package.write("problem.yaml", "problem_format_version: 2025-09\nname: Sums\nlimits:\n  time_limit: 1\n");
        package.write("statement/problem.en.md", "Add.\n");
        package.addCase("data/sample/1");
        package.addCase("data/secret/1");
        return package;
    }

    void write(const std::string& file, const std::string& content) const {
        std::filesystem::create_directories((m_path / file).parent_path());
        std::ofstream(m_path / file, std::ios::binary) << content;
    }
    void addCase(const std::string& base) const {
        write(base + ".in", "1 2\n");
        write(base + ".ans", "3\n");
    }
    void link(const std::string& target, const std::string& file) const {
        std::filesystem::create_directories((m_path / file).parent_path());
        std::filesystem::create_symlink(target, m_path / file);
    }
    void remove(const std::string& file) const { std::filesystem::remove_all(m_path / file); }

    const std::filesystem::path& path() const { return m_path; }
    std::filesystem::path outside() const { return m_path.parent_path(); }
    Result<Problem> load() const { return loadPackage(m_path); }

private:
    QTemporaryDir m_folder;
    std::filesystem::path m_path;
};

} // namespace grindstone::judge
