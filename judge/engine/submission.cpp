// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/submission.h"

#include "judge/text/leftover.h"
#include "judge/text/utf8.h"
#include "sandbox/base/unique_fd.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace grindstone::judge {

namespace {

namespace fs = std::filesystem;

/// A box takes about 250.
constexpr std::size_t MostFiles = 200;

tl::unexpected<Error> tooLarge(const std::string& name, Bytes largest) {
    return fail("source.too-large", name + ": larger than the " + std::to_string(largest.inKib()) +
                                        " KiB that the problem allows for source code");
}

/// Reads a regular file of at most `largest` bytes; never waits for a FIFO or a device.
Result<std::string> readSource(const fs::path& path, const std::string& name, Bytes largest) {
    const UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat status {};
    if (!file || ::fstat(file.get(), &status) != 0) {
        return fail("source.unreadable", name + ": " + std::strerror(errno));
    }
    if (!S_ISREG(status.st_mode)) {
        return fail("source.unreadable", name + ": not a regular file");
    }
    std::string content;
    std::array<char, 1 << 16> buffer;
    while (content.size() <= largest.count()) {
        const ssize_t got = ::read(file.get(), buffer.data(), buffer.size());
        if (got < 0) {
            return fail("source.unreadable", name + ": " + std::strerror(errno));
        }
        if (got == 0) {
            return content;
        }
        content.append(buffer.data(), static_cast<std::size_t>(got));
    }
    return tooLarge(name, largest);
}

/// Every regular file below the folder, sorted. A link is refused: it could bring any file of the machine along.
Result<std::vector<fs::path>> listSources(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    fs::recursive_directory_iterator entry(folder, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        if (isLeftover(entry->path().filename().string())) {
            entry.disable_recursion_pending();
        } else if (entry->is_symlink(error)) {
            return fail("source.unreadable",
                        entry->path().string() + ": a symbolic link, which a submission can't hold");
        } else if (!entry->is_directory(error)) {
            files.push_back(entry->path());
        }
        if (files.size() > MostFiles) {
            return fail("source.too-large", folder.string() + ": more than 200 files");
        }
    }
    if (error) {
        return fail("source.unreadable", folder.string() + ": " + error.message());
    }
    std::ranges::sort(files);
    return files;
}

Result<std::vector<SourceFile>> loadFolder(const fs::path& folder, Bytes largest) {
    std::vector<SourceFile> sources;
    std::uint64_t left = largest.count();
    for (const fs::path& file : TRY(listSources(folder))) {
        Result<std::string> content = readSource(file, file.string(), Bytes(left));
        if (!content && content.error().code == "source.too-large") {
            return tooLarge(folder.string(), largest);
        }
        std::string text = TRY(std::move(content));
        left -= text.size();
        sources.push_back({file.lexically_relative(folder).string(), std::move(text)});
    }
    if (sources.empty()) {
        return fail("source.empty", folder.string() + ": no source file in this folder");
    }
    return sources;
}

bool isSafeName(const std::string& name) {
    const fs::path path(name);
    const bool climbs = std::ranges::any_of(path, [](const fs::path& part) { return part == ".."; });
    const bool printable = std::ranges::none_of(name, [](unsigned char byte) { return byte < 0x20 || byte == 0x7F; });
    return !name.empty() && !path.is_absolute() && path.has_filename() && !climbs && printable;
}

bool isBlank(const SourceFile& source) {
    return source.content.find_first_not_of(" \t\r\n\f\v") == std::string::npos;
}

Result<void> checkSource(const SourceFile& source) {
    if (!isSafeName(source.name)) {
        return fail("source.bad-name", "\"" + toValidUtf8(source.name) + "\" can't be the name of a source file");
    }
    if (const auto bad = findInvalidUtf8(source.content)) {
        const auto line =
            1 + std::count(source.content.begin(), source.content.begin() + static_cast<std::ptrdiff_t>(*bad), '\n');
        return fail("source.not-utf8", source.name + ":" + std::to_string(line) + ": a byte that isn't UTF-8 text");
    }
    return {};
}

} // namespace

Result<std::vector<SourceFile>> loadSources(const fs::path& path, Bytes largest) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status)) {
        return fail("source.unreadable", path.string() + ": " + (error ? error.message() : "no such file"));
    }
    std::vector<SourceFile> sources;
    if (fs::is_directory(status)) {
        sources = TRY(loadFolder(path, largest));
    } else {
        std::string content = TRY(readSource(path, path.string(), largest));
        sources.push_back({path.filename().string(), std::move(content)});
    }
    TRY(checkSources(sources, largest));
    return sources;
}

Result<void> checkSources(const std::vector<SourceFile>& sources, Bytes largest) {
    if (std::ranges::all_of(sources, isBlank)) {
        return fail("source.empty",
                    sources.size() == 1 ? sources.front().name + ": nothing in it but blanks" : "no source code");
    }
    std::uint64_t total = 0;
    for (const SourceFile& source : sources) {
        TRY(checkSource(source));
        total += source.content.size();
    }
    if (total > largest.count()) {
        return tooLarge(sources.size() == 1 ? sources.front().name : "the submission", largest);
    }
    return {};
}

} // namespace grindstone::judge
