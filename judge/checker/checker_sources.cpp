// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/checker/checker_sources.h"

#include "judge/report/capture.h"
#include "judge/text/leftover.h"
#include "sandbox/base/unique_fd.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace grindstone::judge {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t MostFiles = 200; ///< a box takes about 250
constexpr std::uint64_t MostBytes = 16 << 20;

tl::unexpected<Error> unreadable(const PackageProgram& program, const std::string& reason) {
    return fail("checker.unreadable", program.name + ": " + reason);
}

bool isBelow(const fs::path& path, const fs::path& folder) {
    return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

/// Collects the files of one program within its bounds.
class SourceCollector {
public:
    explicit SourceCollector(const PackageProgram& program) : m_program(program) {}

    Result<std::vector<SourceFile>> collect();

private:
    Result<void> addHeadersBeside(const fs::path& file);
    Result<void> addFolder(const fs::path& folder);
    Result<void> addEntry(const fs::path& path);
    Result<void> addFile(const fs::path& path) { return addFile(path, nameOf(path)); }
    Result<void> addFile(const fs::path& path, const std::string& name);
    Result<void> addListed();
    Result<std::vector<fs::path>> entriesOf(const fs::path& folder, bool (*isWanted)(const fs::path&)) const;
    Result<fs::path> resolved(const fs::path& path) const;
    std::string nameOf(const fs::path& path) const { return path.lexically_relative(m_base).string(); }

    const PackageProgram& m_program;
    fs::path m_base;
    std::vector<SourceFile> m_files;
    std::vector<fs::path> m_open; ///< folders that are being read, links followed
    std::uint64_t m_bytes = 0;
};

Result<std::vector<SourceFile>> SourceCollector::collect() {
    std::error_code error;
    if (!m_program.files.empty()) {
        TRY(addListed());
        return std::move(m_files);
    }
    if (fs::is_directory(m_program.path, error)) {
        m_base = m_program.path;
        TRY(addFolder(m_base));
    } else {
        m_base = m_program.path.parent_path();
        TRY(addFile(m_program.path));
        TRY(addHeadersBeside(m_program.path));
    }
    if (m_files.empty()) {
        return unreadable(m_program, "there is no file in this folder");
    }
    const auto isEntry = [](const SourceFile& file) { return fs::path(file.name).stem() == "__main__"; };
    std::ranges::stable_partition(m_files, isEntry);
    return std::move(m_files);
}

Result<std::vector<fs::path>> SourceCollector::entriesOf(const fs::path& folder,
                                                         bool (*isWanted)(const fs::path&)) const {
    std::vector<fs::path> entries;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (!isLeftover(name) && isWanted(entry->path())) {
            entries.push_back(entry->path());
        }
        if (entries.size() > MostFiles) {
            return unreadable(m_program, "more than 200 files");
        }
    }
    if (error) {
        return unreadable(m_program, error.message());
    }
    std::ranges::sort(entries);
    return entries;
}

Result<void> SourceCollector::addListed() {
    m_base = m_program.root;
    for (const PackageProgram::File& file : m_program.files) {
        TRY(addFile(file.path, file.name));
    }
    return {};
}

Result<void> SourceCollector::addHeadersBeside(const fs::path& file) {
    for (const fs::path& entry : TRY(entriesOf(file.parent_path(), isHeader))) {
        std::error_code error;
        if (entry != file && fs::is_regular_file(entry, error)) {
            TRY(addFile(entry));
        }
    }
    return {};
}

Result<void> SourceCollector::addFolder(const fs::path& folder) {
    const fs::path real = TRY(resolved(folder));
    if (std::ranges::find(m_open, real) != m_open.end()) {
        return unreadable(m_program, nameOf(folder) + ": this link leads back to a folder that holds it");
    }
    m_open.push_back(real);
    for (const fs::path& entry : TRY(entriesOf(folder, [](const fs::path&) { return true; }))) {
        TRY(addEntry(entry));
    }
    m_open.pop_back();
    return {};
}

Result<void> SourceCollector::addEntry(const fs::path& path) {
    std::error_code error;
    return fs::is_directory(TRY(resolved(path)), error) ? addFolder(path) : addFile(path);
}

Result<void> SourceCollector::addFile(const fs::path& path, const std::string& name) {
    const fs::path real = TRY(resolved(path));
    const UniqueFd file(::open(real.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    struct stat status {};
    if (!file || ::fstat(file.get(), &status) != 0) {
        return unreadable(m_program, name + ": " + std::strerror(errno));
    }
    if (!S_ISREG(status.st_mode)) {
        return unreadable(m_program, name + ": not a regular file");
    }
    const std::uint64_t room = MostBytes - m_bytes;
    std::optional<std::string> content =
        withConstants(readAt(file.get(), 0, room + 1), m_program.constants, static_cast<std::size_t>(room));
    m_bytes += content ? content->size() : room + 1;
    m_files.push_back({name, std::move(content).value_or("")});
    if (m_files.size() > MostFiles || m_bytes > MostBytes) {
        return unreadable(m_program, m_bytes > MostBytes ? "larger than 16 MiB" : "more than 200 files");
    }
    return {};
}

Result<fs::path> SourceCollector::resolved(const fs::path& path) const {
    std::error_code error;
    const fs::path real = fs::canonical(path, error);
    if (error) {
        return unreadable(m_program, nameOf(path) + ": " + error.message());
    }
    const fs::path root = fs::canonical(m_program.root, error);
    if (error || !isBelow(real, root)) {
        return unreadable(m_program, nameOf(path) + ": this link leads outside of where the checker may read");
    }
    return real;
}

/// The code of one line, without a comment that ends it.
std::string_view codeOf(std::string_view line) {
    return line.substr(0, line.find("//"));
}

bool says(const SourceFile& source, std::string_view word) {
    std::string_view rest = source.content;
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        if (codeOf(line).find(word) != std::string_view::npos) {
            return true;
        }
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    }
    return false;
}

} // namespace

Result<std::vector<SourceFile>> loadCheckerSources(const PackageProgram& program) {
    return SourceCollector(program).collect();
}

bool isHeader(const fs::path& path) {
    constexpr std::array<std::string_view, 6> Extensions{".h", ".hh", ".hpp", ".hxx", ".inc", ".tcc"};
    return std::ranges::find(Extensions, path.extension().string()) != Extensions.end();
}

CheckerKind tellKind(const std::vector<SourceFile>& sources) {
    const bool testlib = std::ranges::any_of(sources, [](const SourceFile& source) {
        return !isHeader(source.name) && says(source, "testlib.h") && says(source, "registerTestlibCmd");
    });
    return testlib ? CheckerKind::Testlib : CheckerKind::Icpc;
}

} // namespace grindstone::judge
