// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/source_argument.h"

#include "sandbox/base/unique_fd.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <map>

namespace grindstone::cli {

namespace {

Error unreadable(const std::string& name, int reason) {
    return {"file.unreadable", name + ": " + std::strerror(reason)};
}

/// True when there is something to read or an end; false when a stop was asked for first.
bool waitReadable(int descriptor, const std::stop_token& stop) {
    constexpr int LookUpMs = 50;
    pollfd waiting{descriptor, POLLIN, 0};
    while (!stop.stop_requested()) {
        if (::poll(&waiting, 1, LookUpMs) > 0) {
            return true;
        }
    }
    return false;
}

Result<std::string> readDescriptor(int descriptor, const std::string& name, Bytes largest,
                                   const std::stop_token& stop) {
    std::string content;
    std::array<char, 1 << 16> buffer;
    while (true) {
        if (!waitReadable(descriptor, stop)) {
            return fail("interrupted", "stopped while " + name + " was read");
        }
        const ssize_t got = ::read(descriptor, buffer.data(), buffer.size());
        if (got < 0 && (errno == EINTR || errno == EAGAIN)) {
            continue;
        }
        if (got < 0) {
            return fail(unreadable(name, errno));
        }
        if (got == 0) {
            return content;
        }
        content.append(buffer.data(), static_cast<std::size_t>(got));
        if (content.size() > largest.count()) {
            return fail("file.too-large",
                        name + ": larger than the " + std::to_string(largest.inKib()) + " KiB that are allowed");
        }
    }
}

std::string known(const judge::LanguageCatalogue& languages) {
    std::string list;
    for (const judge::Language& language : languages.languages()) {
        list += (list.empty() ? "" : ", ") + language.id;
    }
    return list.empty() ? "none" : list;
}

/// Why a language may be missing from those known.
std::string notRead(const judge::LanguageCatalogue& languages) {
    std::string list;
    for (const Error& problem : languages.problems()) {
        list += "; not read: " + problem.detail;
    }
    return list;
}

Result<const judge::Language*> findLanguage(const judge::LanguageCatalogue& languages, const std::string& wanted) {
    if (const judge::Language* language = languages.find(wanted)) {
        return language;
    }
    if (const judge::Language* language = languages.findByIcpcCode(wanted)) {
        return language;
    }
    return fail("language.unknown", wanted + "; known are " + known(languages) + notRead(languages));
}

/// The language that most of the files are of; of equal ones, that of the first file.
Result<const judge::Language*> guessLanguage(const judge::LanguageCatalogue& languages, const std::string& source,
                                             const std::vector<judge::SourceFile>& files) {
    std::map<const judge::Language*, std::size_t> counts;
    const judge::Language* best = nullptr;
    for (const judge::SourceFile& file : files) {
        const std::string extension = std::filesystem::path(file.name).extension().string();
        if (const judge::Language* language = languages.findByExtension(extension)) {
            const std::size_t count = ++counts[language];
            best = best == nullptr || count > counts[best] ? language : best;
        }
    }
    if (best == nullptr) {
        return fail("usage.language", "the language of " + source + " cannot be told from its name; give it with " +
                                          "--language: " + known(languages) + notRead(languages));
    }
    return best;
}

Result<Solution> readStandardInput(const judge::Language& language, Bytes largest, std::stop_token stop) {
    std::string content = TRY(readWhole("-", largest, stop));
    Solution solution{{{language.sourceName, std::move(content)}}, language.id};
    TRY(judge::checkSources(solution.sources, largest));
    return solution;
}

} // namespace

Result<Solution> readSolution(const std::string& source, const std::string& language,
                              const judge::LanguageCatalogue& languages, Bytes largest, std::stop_token stop) {
    const judge::Language* given = nullptr;
    if (!language.empty()) {
        given = TRY(findLanguage(languages, language));
    }
    if (source == "-") {
        if (given == nullptr) {
            return fail("usage.language", "a source from standard input needs --language: " + known(languages));
        }
        return readStandardInput(*given, largest, stop);
    }
    Solution solution;
    solution.sources = TRY(judge::loadSources(source, largest));
    if (given == nullptr) {
        given = TRY(guessLanguage(languages, source, solution.sources));
    }
    solution.language = given->id;
    return solution;
}

Result<std::string> readWhole(const std::string& file, Bytes largest, std::stop_token stop) {
    if (file == "-") {
        return readDescriptor(STDIN_FILENO, "standard input", largest, stop);
    }
    const UniqueFd opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (!opened) {
        return fail(unreadable(file, errno));
    }
    return readDescriptor(opened.get(), file, largest, stop);
}

} // namespace grindstone::cli
