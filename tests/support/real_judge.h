// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/engine/judge.h"
#include "sandbox/sandbox.h"

#include <memory>
#include <string>

namespace grindstone::tests {

/// A judge with real boxes and the languages of this repository.
struct RealJudge {
    std::unique_ptr<sandbox::Sandbox> sandbox;
    judge::LanguageCatalogue languages;
    std::unique_ptr<judge::Judge> judge; ///< last, so that it ends before what it uses

    /// Fails as Sandbox::start() does, and with "language.invalid".
    static Result<std::unique_ptr<RealJudge>> start(judge::JudgeOptions options = {2, {}}) {
        auto made = std::make_unique<RealJudge>();
        made->sandbox = TRY(sandbox::Sandbox::start(sandbox::findHelper()));
        made->languages = judge::LanguageCatalogue::load({std::string(GRINDSTONE_SOURCE_DIR) + "/resources/languages"});
        if (!made->languages.problems().empty()) {
            return tl::unexpected(made->languages.problems().front());
        }
        made->judge = std::make_unique<judge::Judge>(*made->sandbox, made->sandbox->capabilities(), made->languages,
                                                     std::move(options));
        return made;
    }
};

} // namespace grindstone::tests
