// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/case_runner.h"
#include "judge/engine/compiler.h"
#include "judge/engine/effective_limits.h"
#include "judge/language/command.h"
#include "judge/language/toolchain.h"
#include "judge/report/capture.h"
#include "judge/text/utf8.h"
#include "sandbox/box_pool.h"
#include "sandbox/profiles.h"

namespace grindstone::judge {

namespace {

constexpr std::uint64_t LongestVersion = 200;

std::string firstLine(const std::string& text) {
    return toValidUtf8(cutUtf8(std::string_view(text).substr(0, text.find('\n')), LongestVersion));
}

Result<std::string> readVersion(const Language& language, const std::string& tool, BoxSlot& slot,
                                std::stop_token stop) {
    sandbox::LaunchSpec spec =
        sandbox::compilingSpec({std::chrono::seconds(10), std::chrono::seconds(20), ProblemLimits().compilationMemory});
    spec.arguments = expandCommand(language.version, {tool, "", {}});
    spec.environment = boxEnvironment(language);
    const sandbox::Outcome outcome =
        TRY(slot.run(spec, sandbox::BoxOptions{language.visiblePaths, {}}, std::move(stop)));
    if (wasCancelled(outcome)) {
        return fail("judge.cancelled", "the self-test was stopped");
    }
    if (outcome.ending != sandbox::Ending::Exited || outcome.exitCode != 0) {
        return fail("language.broken",
                    tool + ": its version command fails: " + firstLine(readAll(outcome.standardError)));
    }
    // Some tools tell their version on standard error.
    return firstLine(readAll(outcome.standardOutput) + readAll(outcome.standardError));
}

ProblemLimits selfTestLimits() {
    ProblemLimits limits;
    limits.cpuTime = std::chrono::seconds(5);
    return limits;
}

Result<void> runSelfTest(const Language& language, const std::string& tool, BoxSlot& slot, std::stop_token stop) {
    const std::vector<SourceFile> sources{{language.sourceName, language.selfTestSource}};
    const ProblemLimits limits = selfTestLimits();
    const Compilation compilation = TRY(compile(language, tool, sources, limits, slot, stop));
    if (!compilation.program) {
        return fail("language.broken",
                    tool + ": the self-test doesn't compile: " + firstLine(compilation.result.output));
    }
    RunGate gate;
    CaseRunner runner({&language, tool, compilation.program, effectiveLimits(limits, language)}, gate);
    PlannedCase planned;
    planned.result.name = "self-test";
    planned.result.customInput = "";
    const std::optional<CaseResult> result = runner.run(planned, slot, std::move(stop));
    if (!result) {
        return fail("judge.cancelled", "the self-test was stopped");
    }
    if (result->error) {
        return fail(*result->error);
    }
    if (result->verdict) {
        return fail("language.broken", tool + ": the self-test doesn't run (" + std::string(code(*result->verdict)) +
                                           "): " + firstLine(readCapture(result->standardError, 0, LongestVersion)));
    }
    const std::string output = readCapture(result->standardOutput, 0, language.selfTestOutput.size() + 1);
    if (output != language.selfTestOutput) {
        return fail("language.broken", tool + ": the self-test printed \"" + firstLine(output) + "\"");
    }
    return {};
}

/// The version of a toolchain that passes.
Result<std::string> check(const Language& known, const Toolchain& toolchain, BoxSlot& slot, ToolchainMemory& memory,
                          std::stop_token stop) {
    const Language language = equip(known, toolchain);
    Result<std::string> version = readVersion(language, toolchain.tool, slot, stop);
    if (version) {
        if (Result<void> passed = runSelfTest(language, toolchain.tool, slot, stop); !passed) {
            version = fail(std::move(passed).error());
        }
    }
    if (version) {
        memory.rememberVersion(known, toolchain, *version);
    }
    // A sandbox that fails says nothing of the toolchain.
    if (!stop.stop_requested() && (version || version.error().code == "language.broken")) {
        memory.remember(known, toolchain, version.has_value());
    }
    return version;
}

} // namespace

ToolchainCheck checkToolchain(const Language& language, sandbox::BoxSource& boxes, ToolchainMemory& memory,
                              std::stop_token stop) {
    const Result<std::vector<Toolchain>> toolchains = findToolchains(language);
    if (!toolchains) {
        return {false, "", toolchains.error().detail, missingPackages(language), {}};
    }
    sandbox::BoxPool pool(boxes, 1);
    BoxSlot slot(pool);
    ToolchainCheck failed{false, "", "", allPackages(language), {}};
    for (const Toolchain& toolchain : *toolchains) {
        Result<std::string> version = check(language, toolchain, slot, memory, stop);
        if (version) {
            return {true, *std::move(version), "", "", toolchain};
        }
        // The first one is the one that people know.
        failed.detail = failed.detail.empty() ? version.error().detail : failed.detail;
        if (stop.stop_requested()) {
            break;
        }
    }
    return failed;
}

std::string rememberedVersion(const Language& language, const Toolchain& toolchain, sandbox::BoxSource& boxes,
                              ToolchainMemory& memory, std::stop_token stop) {
    if (!memory.isKept()) {
        return {};
    }
    if (std::optional<std::string> known = memory.version(language, toolchain)) {
        return *std::move(known);
    }
    BoxSlot slot(boxes);
    const Result<std::string> version = readVersion(equip(language, toolchain), toolchain.tool, slot, std::move(stop));
    if (version) {
        memory.rememberVersion(language, toolchain, *version);
    }
    return version.value_or(std::string());
}

Result<Toolchain> chooseToolchain(const Language& language, sandbox::BoxSource& boxes, ToolchainMemory& memory,
                                  std::stop_token stop) {
    const std::vector<Toolchain> toolchains = TRY(findToolchains(language));
    if (toolchains.size() == 1) {
        return toolchains.front();
    }
    sandbox::BoxPool pool(boxes, 1);
    BoxSlot slot(pool);
    for (const Toolchain& toolchain : toolchains) {
        const std::optional<bool> known = memory.works(language, toolchain);
        if (known ? *known : check(language, toolchain, slot, memory, stop).has_value()) {
            return toolchain;
        }
    }
    return toolchains.front();
}

} // namespace grindstone::judge
