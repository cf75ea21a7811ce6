// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>

#include <filesystem>
#include <fstream>
#include <string>

namespace grindstone::test {

/// A folder of a test's own, gone with it.
class Folder {
public:
    std::filesystem::path path() const { return m_folder.path().toStdString(); }

    std::filesystem::path write(const std::string& name, const std::string& content) const {
        const std::filesystem::path file = path() / name;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << content;
        return file;
    }

    /// A package that a library can list.
    void writePackage(const std::string& name, const std::string& title) const {
        write(name + "/problem.yaml", "problem_format_version: 2025-09\nname: " + title +
                                          "\nuuid: 00000000-0000-4000-8000-000000000000\nlimits: {time_limit: 1}\n");
        write(name + "/data/sample/1.in", "1 2\n");
        write(name + "/data/sample/1.ans", "3\n");
    }

private:
    QTemporaryDir m_folder;
};

inline std::string read(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(stream), {});
}

} // namespace grindstone::test
