// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/cache/caching_compiler.h"
#include "judge/language/language_catalogue.h"
#include "judge/language/toolchain.h"
#include "sandbox/sandbox.h"
#include "tests/core/folder.h"

namespace grindstone::judge::tests {

/// A compiler of this machine as the judge uses it: in real boxes, with a cache of its own.
struct RealCompiler {
    std::unique_ptr<sandbox::Sandbox> sandbox;
    Language language; ///< equipped
    std::string tool;
    test::Folder folder;
    RunGate gate;
    std::unique_ptr<CachingCompiler> compiler;

    /// Fails as Sandbox::start(), and as findToolchain() where there is no compiler for the language `id`.
    static Result<std::unique_ptr<RealCompiler>> start(const std::string& id) {
        auto made = std::make_unique<RealCompiler>();
        made->sandbox = TRY(sandbox::Sandbox::start(sandbox::findHelper()));
        const auto languages = LanguageCatalogue::load({std::string(GRINDSTONE_SOURCE_DIR) + "/resources/languages"});
        const Language* known = languages.find(id);
        if (known == nullptr) {
            return fail("language.unknown", id);
        }
        const Toolchain toolchain = TRY(findToolchain(*known));
        made->language = equip(*known, toolchain);
        made->tool = toolchain.tool;
        made->compiler =
            std::make_unique<CachingCompiler>(made->folder.path() / "cache", *made->sandbox, made->gate, true);
        return made;
    }

    /// A submission's compilation as `spoken`, mostly `language` with more flags; not ok where it failed.
    Compilation compile(const Language& spoken, const std::vector<SourceFile>& sources) {
        BoxSlot slot(*sandbox);
        Result<Compilation> compiled = compiler->compile(spoken, tool, sources, {}, slot, std::stop_token());
        return compiled ? *std::move(compiled) : Compilation();
    }

    /// What serves `sources`, after all that they ask for was made; empty where nothing does.
    std::string prepare(const std::vector<SourceFile>& sources) {
        compiler->preparations().request(language, tool, sources);
        compiler->preparations().finish(std::stop_token());
        return compiler->preparations().find(language, tool, sources);
    }
};

} // namespace grindstone::judge::tests
