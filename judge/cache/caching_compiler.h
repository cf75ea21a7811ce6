// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/cache/file_store.h"
#include "judge/cache/preparations.h"
#include "judge/engine/compiler.h"

namespace grindstone::judge {

/// Compiles as compile() does, with the help of what was prepared, and remembers what came of it: the same sources with
/// the same tools are compiled once, whoever asks. Thread-safe. Trouble with the cache's folder only means that things
/// are compiled again.
class CachingCompiler {
public:
    static constexpr Bytes DefaultLargest = Bytes::mib(512);

    /// `cacheFolder` holds `programs/` and `prepared/`, made when needed; empty: nothing is remembered or prepared.
    /// `boxesShowFolders`: boxes can show a folder of the host, without which nothing is prepared. `largest` bounds
    /// `programs/`. `boxes` and `gate` outlive it.
    CachingCompiler(const std::filesystem::path& cacheFolder, sandbox::BoxSource& boxes, RunGate& gate,
                    bool boxesShowFolders, Bytes largest = DefaultLargest);

    /// What is known of these sources without compiling them, with `cached` set.
    std::optional<Compilation> recall(const Language& language, const std::string& tool,
                                      const std::vector<SourceFile>& sources, const ProblemLimits& limits) const;

    /// Recalls or compiles. What the person isn't answerable for (limits, a crash of the compiler, a stop) isn't
    /// remembered. Fails as judge::compile() does.
    Result<Compilation> compile(const Language& language, const std::string& tool,
                                const std::vector<SourceFile>& sources, const ProblemLimits& limits, BoxSlot& slot,
                                std::stop_token stop);

    Preparations& preparations() { return m_preparations; }

private:
    FileStore m_store;
    const bool m_remembers;
    Preparations m_preparations;
};

} // namespace grindstone::judge
