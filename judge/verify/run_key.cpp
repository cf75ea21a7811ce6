// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/verify/run_key.h"

#include "judge/cache/compile_key.h"
#include "judge/cache/digest_parts.h"
#include "judge/language/toolchain.h"
#include "sandbox/base/unique_fd.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

namespace grindstone::judge {

namespace fs = std::filesystem;

namespace {

/// Another number whenever what is remembered under a key changes its meaning.
constexpr std::uint64_t RecordVersion = 1;

/// What submissions are judged by lies elsewhere. `.timelimit` and an inferred limit come in by the limit itself.
bool isBeside(const fs::path& relative) {
    constexpr std::array Folders{"submissions", "statement", "problem_statement", "solution", "attachments"};
    const std::string first = relative.begin()->string();
    return first.starts_with('.') || std::ranges::find(Folders, first) != Folders.end();
}

/// Relative paths, sorted; a link is one by itself, what it leads to is in the package anyway.
std::vector<fs::path> filesThatCount(const fs::path& package) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::recursive_directory_iterator entry(package, error), end; !error && entry != end; entry.increment(error)) {
        const fs::path relative = entry->path().lexically_relative(package);
        if (isBeside(relative)) {
            entry.disable_recursion_pending();
        } else if (!entry->is_directory(error) || entry->is_symlink(error)) {
            files.push_back(relative);
        }
    }
    std::ranges::sort(files);
    return files;
}

/// Never waits for a file that isn't a regular one.
std::string contentDigest(const fs::path& file) {
    const UniqueFd opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW));
    struct stat status {};
    if (!opened || ::fstat(opened.get(), &status) != 0 || !S_ISREG(status.st_mode)) {
        return {};
    }
    Digest digest;
    std::vector<char> buffer(1 << 18);
    ssize_t got = 0;
    while ((got = ::read(opened.get(), buffer.data(), buffer.size())) > 0) {
        digest.add(std::string_view(buffer.data(), static_cast<std::size_t>(got)));
    }
    return got == 0 ? digest.hex() : std::string();
}

void addLanguage(Digest& digest, const SubmissionTask& task, const Toolchain& toolchain) {
    const Language language = equip(*task.language, toolchain);
    digest.add(compileKey(language, toolchain.tool, task.sources, task.problem->limits.compilationMemory));
    addTexts(digest, language.run);
    for (const std::string& word : language.run) {
        if (word.starts_with('/')) {
            addFile(digest, word);
        }
    }
    digest.add(static_cast<std::uint64_t>(language.timeMultiplier * 1000)).add(language.extraMemory.count());
    digest.add(language.processes);
}

bool liesBelow(const fs::path& folder, const fs::path& file) {
    return std::mismatch(folder.begin(), folder.end(), file.begin(), file.end()).first == folder.end();
}

/// Cases that the package's programs made lie elsewhere; they may depend on a submission, which makes the answers.
void addCases(Digest& digest, const Problem& problem) {
    digest.add(problem.cases.size()).add(problem.tree.empty() ? 0 : 1);
    for (const TestCase& one : problem.cases) {
        digest.add(one.name);
        for (const fs::path& file : {one.inputPath, one.answerPath}) {
            if (!file.empty() && !liesBelow(problem.folder, file)) {
                addFile(digest, file.string());
            }
        }
    }
}

void addLimits(Digest& digest, const ProblemLimits& limits) {
    digest.add(static_cast<std::uint64_t>(limits.cpuTime.count())).add(limits.memory.count());
    digest.add(limits.output.count()).add(limits.validationPasses);
}

} // namespace

std::string packageDigest(const fs::path& package, std::stop_token stop) {
    Digest digest;
    for (const fs::path& relative : filesThatCount(package)) {
        if (stop.stop_requested()) {
            return {};
        }
        std::error_code none;
        digest.add(relative.string());
        digest.add(fs::read_symlink(package / relative, none).string()).add(contentDigest(package / relative));
    }
    return digest.hex();
}

std::string dataKey(const std::string& packageDigest, const Problem& problem, const std::string& version) {
    if (packageDigest.empty()) {
        return {};
    }
    Digest digest;
    digest.add("data").add(RecordVersion).add(version).add(packageDigest);
    addCases(digest, problem);
    addFile(digest, "/var/lib/dpkg/status"); // the tools of validators
    return digest.hex();
}

std::string runKey(const std::string& packageDigest, const SubmissionTask& task, const std::string& version) {
    const Result<std::vector<Toolchain>> toolchains = findToolchains(*task.language);
    if (!toolchains || packageDigest.empty()) {
        return {};
    }
    Digest digest;
    digest.add("verify").add(RecordVersion).add(version).add(packageDigest).add(task.allCases ? 1 : 0);
    addLimits(digest, task.problem->limits);
    addCases(digest, *task.problem);
    digest.add(task.submission.entrypoint);
    for (const Toolchain& toolchain : *toolchains) {
        addLanguage(digest, task, toolchain);
    }
    return digest.hex();
}

} // namespace grindstone::judge
