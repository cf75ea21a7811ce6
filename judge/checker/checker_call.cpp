// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/checker/checker_call.h"

#include "judge/checker/checker_judgement.h"
#include "judge/checker/checker_sources.h"
#include "judge/package/package_folder.h"

namespace grindstone::judge {

namespace fs = std::filesystem;

Result<CheckerSpec> findChecker(const fs::path& path, std::optional<CheckerKind> kind) {
    std::error_code error;
    CheckerSpec checker(kind.value_or(CheckerKind::Icpc), shownPath(path), fs::canonical(path, error), {});
    if (error) {
        return fail("checker.unreadable", checker.name + ": " + error.message());
    }
    checker.root = fs::is_directory(checker.path, error) ? checker.path : checker.path.parent_path();
    const std::vector<SourceFile> sources = TRY(loadCheckerSources(checker));
    checker.kind = kind ? *kind : tellKind(sources);
    return checker;
}

Result<Comparison> callChecker(const CheckerCall& call, const LanguageCatalogue& languages, sandbox::BoxSource& boxes,
                               std::stop_token stop) {
    const UniqueFd input = TRY(call.input.empty() ? sandbox::sealedMemory("grindstone-input", {})
                                                  : sandbox::sealedCopyOf(call.input.string()));
    const UniqueFd output = TRY(sandbox::sealedCopyOf(call.output.string()));
    BoxSlot slot(boxes);
    RunGate gate;
    CachingCompiler compiler(call.cacheFolder, boxes, gate, false);
    std::vector<CheckerProgram> programs;
    programs.push_back(TRY(buildChecker(call.checker, languages, compiler, slot, stop)));
    const CustomChecking checking(std::move(programs), call.allowance, gate);
    ComparatorSpec comparator;
    comparator.name = CustomComparator;
    comparator.arguments = call.arguments;
    const std::string name = call.outputName.empty() ? shownPath(call.output) : shownPath(call.outputName);
    std::optional<Comparison> comparison =
        TRY(checking.judge({name, comparator, call.answer, input.get(), output.get()}, slot, std::move(stop)));
    if (!comparison) {
        return fail("judge.cancelled", "stopped while " + call.checker.name + " ran");
    }
    if (comparison->feedback.points) {
        return fail(refusedPoints(name, comparison->feedback));
    }
    return *std::move(comparison);
}

} // namespace grindstone::judge
