// SPDX-License-Identifier: GPL-3.0-or-later
//
// A tool is known by its file: a newer version of a package brings another one, with another size or time. Asking each
// for its version would cost what the cache saves.
#include "judge/cache/compile_key.h"

#include "judge/cache/digest_parts.h"

namespace grindstone::judge {

namespace {

/// Another number whenever what is kept under a key changes its meaning.
constexpr std::uint64_t KeyGeneration = 1;

/// Words that are programs of this machine, such as the runtime in place of its placeholder, count with their files.
void addCommand(Digest& digest, const std::vector<std::string>& command) {
    digest.add(command.size());
    for (const std::string& word : command) {
        digest.add(word);
        if (word.starts_with('/') && word.size() < 4096) {
            addFile(digest, word);
        }
    }
}

/// The tool, and when a package was last installed or upgraded: that may bring other headers and libraries.
void addTools(Digest& digest, const std::string& tool) {
    addFile(digest, tool);
    addFile(digest, "/var/lib/dpkg/status");
}

} // namespace

std::string compileKey(const Language& language, const std::string& tool, const std::vector<SourceFile>& sources,
                       Bytes memory) {
    Digest digest;
    digest.add("compile").add(KeyGeneration).add(language.id).add(language.sourceName).add(language.program);
    digest.add(static_cast<std::uint64_t>(language.entryRule)).add(language.compileOnlyChecks ? 1 : 0);
    addTexts(digest, language.extensions);
    addTexts(digest, language.environment);
    addCommand(digest, language.compile);
    addTools(digest, tool);
    digest.add(memory.count()).add(sources.size());
    for (const SourceFile& source : sources) {
        digest.add(source.name).add(source.content);
    }
    return digest.hex();
}

std::string prepareKey(const Language& language, const std::string& tool) {
    Digest digest;
    digest.add("prepare").add(KeyGeneration).add(language.id).add(language.prepareProgram);
    addTexts(digest, language.environment);
    addCommand(digest, language.prepare);
    addTools(digest, tool);
    return digest.hex();
}

} // namespace grindstone::judge
