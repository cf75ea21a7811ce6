// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/joined_sources.h"

#include "judge/engine/source_names.h"
#include "judge/report/capture.h"
#include "sandbox/base/unique_fd.h"

#include <fcntl.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace grindstone::judge {

namespace {

constexpr std::uint64_t MostBytes = 32 << 20;

/// Those for all languages come first, so that those of the language take their place.
std::vector<const IncludeFolder*> foldersFor(const Problem& problem, const Language& language) {
    std::vector<const IncludeFolder*> folders;
    for (const IncludeFolder& folder : problem.includes) {
        const bool isOwn = folder.language == language.id ||
                           std::ranges::find(language.icpcCodes, folder.language) != language.icpcCodes.end();
        if (isOwn) {
            folders.push_back(&folder);
        } else if (folder.language == "default") {
            folders.insert(folders.begin(), &folder);
        }
    }
    return folders;
}

void put(std::vector<SourceFile>& files, SourceFile file) {
    const auto same = std::ranges::find(files, file.name, &SourceFile::name);
    if (same != files.end()) {
        *same = std::move(file);
    } else {
        files.push_back(std::move(file));
    }
}

tl::unexpected<Error> unreadable(const PackageFile& file, const std::string& reason) {
    return fail("include.unreadable", file.path.string() + ": " + reason);
}

Result<SourceFile> load(const PackageFile& file, const Constants& constants, std::uint64_t most) {
    const UniqueFd descriptor(::open(file.path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!descriptor) {
        return unreadable(file, std::strerror(errno));
    }
    const std::string content = readAt(descriptor.get(), 0, most + 1);
    std::optional<std::string> filled = withConstants(content, constants, most);
    if (!filled) {
        return unreadable(file, "more than 32 MiB of files to include, constants filled in");
    }
    return SourceFile{file.name, *std::move(filled)};
}

Result<std::vector<SourceFile>> loadIncludes(const Problem& problem, const Language& language) {
    std::vector<SourceFile> includes;
    std::uint64_t room = MostBytes;
    for (const IncludeFolder* folder : foldersFor(problem, language)) {
        for (const PackageFile& file : folder->files) {
            SourceFile loaded = TRY(load(file, problem.constants, room));
            room -= loaded.content.size();
            put(includes, std::move(loaded));
        }
    }
    return includes;
}

bool isTaken(const std::vector<SourceFile>& files, const std::string& name) {
    return std::ranges::find(files, name, &SourceFile::name) != files.end();
}

/// The name of a submission's only file beside the included ones: its own where that says the language. A language that
/// names files after what is in them decides itself.
std::string nameBeside(const std::vector<SourceFile>& includes, const Language& language, const SourceFile& source) {
    const std::string usual = nameForBox(language, {source}).front().name;
    const bool keepsOwn = language.entryRule == EntryRule::File && isSourceOf(language, source.name);
    std::string name = keepsOwn ? source.name : usual;
    const std::string extension = std::filesystem::path(name).extension().string();
    for (int i = 1; isTaken(includes, name); ++i) {
        name = "solution" + (i > 1 ? std::to_string(i) : std::string()) + extension;
    }
    return name;
}

} // namespace

Result<JoinedSources> joinIncludes(const Problem& problem, const Language& language,
                                   const std::vector<SourceFile>& sources) {
    JoinedSources joined;
    joined.sources = sources;
    joined.includes = TRY(loadIncludes(problem, language));
    if (joined.includes.empty()) {
        return joined;
    }
    if (sources.size() == 1) {
        joined.givenName = sources.front().name;
        joined.joinedName = nameBeside(joined.includes, language, sources.front());
        joined.sources.front().name = joined.joinedName;
    }
    for (const SourceFile& file : joined.includes) {
        put(joined.sources, file);
    }
    return joined;
}

void restoreName(const JoinedSources& joined, CompileResult& result) {
    for (Diagnostic& diagnostic : result.diagnostics) {
        if (!joined.givenName.empty() && diagnostic.file == joined.joinedName) {
            diagnostic.file = joined.givenName;
        }
    }
}

} // namespace grindstone::judge
