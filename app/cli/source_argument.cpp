// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/source_argument.h"

#include "app/core/judging/language_choice.h"
#include "sandbox/base/unique_fd.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

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
        given = TRY(core::findLanguage(languages, language));
    }
    if (source == "-") {
        if (given == nullptr) {
            return fail("usage.language",
                        "a source from standard input needs --language: " + core::knownLanguages(languages));
        }
        return readStandardInput(*given, largest, stop);
    }
    Solution solution;
    solution.sources = TRY(judge::loadSources(source, largest));
    if (given == nullptr) {
        given = TRY(core::guessLanguage(languages, source, solution.sources));
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
