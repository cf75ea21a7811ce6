// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/package_files.h"
#include "judge/text/leftover.h"

#include <algorithm>

namespace grindstone::judge {

namespace fs = std::filesystem;

namespace {

constexpr const char* Invalid = "package.invalid";

class FileLister {
public:
    FileLister(const PackageFolder& folder, std::string base, const FileAllowance& allowance,
               std::vector<std::string>& warnings)
        : m_folder(folder), m_base(std::move(base)), m_allowance(allowance), m_warnings(warnings) {}

    Result<std::vector<PackageFile>> list() {
        TRY(addFolder(m_base));
        std::ranges::sort(m_files, {}, &PackageFile::name);
        return std::move(m_files);
    }

private:
    Result<void> addFolder(const std::string& path);
    Result<std::vector<std::string>> namesIn(const std::string& path, const fs::path& real);
    Result<void> addEntry(const std::string& path, const std::string& name);
    Result<void> addFile(const std::string& path);
    tl::unexpected<Error> tooMuch(const std::string& most) const {
        return fail(Invalid, m_base + ": more than " + most + " for programs to open; leave out what isn't needed");
    }

    const PackageFolder& m_folder;
    const std::string m_base;
    const FileAllowance m_allowance;
    std::vector<std::string>& m_warnings;
    std::vector<PackageFile> m_files;
    std::vector<fs::path> m_open; ///< the folders that are being read, links followed
    std::size_t m_entries = 0;
    std::uint64_t m_bytes = 0;
};

Result<void> FileLister::addFolder(const std::string& path) {
    const fs::path real = TRY(m_folder.resolve(path));
    std::error_code error;
    if (!fs::is_directory(real, error)) {
        return fail(Invalid, path + ": this is a file; make it a folder that holds the case's files");
    }
    if (std::ranges::find(m_open, real) != m_open.end()) {
        return fail(Invalid, path + ": this link leads back to a folder that holds it; remove it");
    }
    m_open.push_back(real);
    for (const std::string& name : TRY(namesIn(path, real))) {
        TRY(addEntry(path, name));
    }
    m_open.pop_back();
    return {};
}

Result<std::vector<std::string>> FileLister::namesIn(const std::string& path, const fs::path& real) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator entry(real, error), end; !error && entry != end; entry.increment(error)) {
        names.push_back(entry->path().filename().string());
        // Links may lead through the same few folders again and again: what counts is how often we look.
        if (++m_entries > 10 * m_allowance.files) {
            return tooMuch(std::to_string(m_allowance.files) + " files");
        }
    }
    if (error) {
        return fail("package.unreadable", path + ": " + error.message() + "; make it readable for you (chmod -R u+rX)");
    }
    std::ranges::sort(names);
    return names;
}

Result<void> FileLister::addEntry(const std::string& path, const std::string& name) {
    if (isLeftover(name)) {
        return {};
    }
    const std::string entry = path + "/" + name;
    if (!isPermittedName(name)) {
        m_warnings.push_back(shownPath(entry) + ": ignored, since names may hold only letters, digits, \".\", \"-\" "
                                                "and \"_\", and not begin with \"-\"; rename it");
        return {};
    }
    std::error_code error;
    return fs::is_directory(TRY(m_folder.resolve(entry)), error) ? addFolder(entry) : addFile(entry);
}

Result<void> FileLister::addFile(const std::string& path) {
    PackageFile file;
    file.name = path.substr(m_base.size() + 1);
    file.path = TRY(m_folder.resolveFile(path));
    std::error_code error;
    const std::uintmax_t size = fs::file_size(file.path, error);
    m_bytes += error ? 0 : size;
    m_files.push_back(std::move(file));
    if (m_files.size() > m_allowance.files) {
        return tooMuch(std::to_string(m_allowance.files) + " files");
    }
    if (m_bytes > m_allowance.bytes) {
        return tooMuch(std::to_string(m_allowance.bytes >> 20) + " MiB of files");
    }
    return {};
}

} // namespace

bool isPermittedName(const std::string& name) {
    return name.size() <= 255 && !name.starts_with('-') && std::ranges::all_of(name, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
                      c == '-' || c == '_';
           });
}

Result<std::vector<PackageFile>> listFiles(const PackageFolder& folder, const std::string& path,
                                           const FileAllowance& allowance, std::vector<std::string>& warnings) {
    return FileLister(folder, path, allowance, warnings).list();
}

} // namespace grindstone::judge
