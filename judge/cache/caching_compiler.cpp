// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/cache/caching_compiler.h"

#include "judge/cache/compilation_file.h"
#include "judge/cache/compile_key.h"

namespace grindstone::judge {

namespace {

std::filesystem::path below(const std::filesystem::path& folder, const char* name) {
    return folder.empty() ? std::filesystem::path() : folder / name;
}

/// The same compiler would say the same of the same sources again.
bool isLasting(const Compilation& compilation) {
    const CompileResult& result = compilation.result;
    return !compilation.cancelled && !result.limit && !result.signal &&
           (compilation.program != nullptr || !result.diagnostics.empty());
}

} // namespace

CachingCompiler::CachingCompiler(const std::filesystem::path& cacheFolder, sandbox::BoxSource& boxes, RunGate& gate,
                                 bool boxesShowFolders, Bytes largest)
    : m_store(below(cacheFolder, "programs"), largest), m_remembers(!cacheFolder.empty()),
      m_preparations(boxesShowFolders ? below(cacheFolder, "prepared") : std::filesystem::path(), boxes, gate) {}

std::optional<Compilation> CachingCompiler::recall(const Language& language, const std::string& tool,
                                                   const std::vector<SourceFile>& sources,
                                                   const ProblemLimits& limits) const {
    if (!m_remembers || language.compile.empty()) {
        return std::nullopt;
    }
    const auto begin = std::chrono::steady_clock::now();
    const std::string key = compileKey(language, tool, sources, limits.compilationMemory);
    const std::optional<std::string> bytes = m_store.load(key);
    if (!bytes) {
        return std::nullopt;
    }
    std::optional<Compilation> compilation = compilationFrom(key, *bytes);
    if (!compilation) {
        m_store.remove(key);
        return std::nullopt;
    }
    compilation->result.cached = true;
    compilation->result.wall =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
    return compilation;
}

Result<Compilation> CachingCompiler::compile(const Language& language, const std::string& tool,
                                             const std::vector<SourceFile>& sources, const ProblemLimits& limits,
                                             BoxSlot& slot, std::stop_token stop) {
    if (std::optional<Compilation> known = recall(language, tool, sources, limits)) {
        return *std::move(known);
    }
    const std::string prepared = m_preparations.find(language, tool, sources);
    Compilation compilation = TRY(judge::compile(language, tool, sources, limits, slot, stop, prepared));
    if (!prepared.empty() && !compilation.result.ok && !compilation.cancelled &&
        m_preparations.removeDamaged(language, tool)) {
        compilation = TRY(judge::compile(language, tool, sources, limits, slot, stop));
    }
    if (m_remembers && !language.compile.empty() && isLasting(compilation)) {
        const std::string key = compileKey(language, tool, sources, limits.compilationMemory);
        if (const Result<std::string> bytes = toBytes(key, compilation)) {
            m_store.save(key, *bytes);
        }
    }
    return compilation;
}

} // namespace grindstone::judge
