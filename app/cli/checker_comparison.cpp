// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/compare_options.h"
#include "judge/checker/checker_call.h"

#include <algorithm>

namespace grindstone::cli {

namespace {

std::optional<judge::CheckerKind> kindOf(const std::string& name) {
    if (name.empty()) {
        return std::nullopt;
    }
    return name == "icpc" ? judge::CheckerKind::Icpc : judge::CheckerKind::Testlib;
}

/// Opens the file again: what came out of a pipe has no other name.
std::filesystem::path openedPath(const ComparedFile& file) {
    return "/proc/self/fd/" + std::to_string(file.fd());
}

} // namespace

bool isCheckerPath(const std::string& comparator) {
    if (comparator.find('/') != std::string::npos) {
        return true;
    }
    const std::vector<std::string> builtIn = judge::comparatorNames();
    std::error_code error;
    return std::ranges::find(builtIn, comparator) == builtIn.end() && std::filesystem::exists(comparator, error);
}

Result<judge::Comparison> compareByChecker(const CompareOptions& options, const ComparedFiles& files,
                                           Session& session) {
    judge::CheckerCall call;
    call.checker = TRY(judge::findChecker(options.comparator, kindOf(options.kind)));
    std::optional<ComparedFile> input;
    if (!options.input.empty()) {
        input = TRY(openCompared(options.input, session.stop));
        call.input = openedPath(*input);
    }
    call.answer = openedPath(files.answer);
    call.output = openedPath(files.output);
    call.outputName = files.output.name;
    call.arguments = options.arguments;
    call.cacheFolder = session.services.paths().cache;
    sandbox::Sandbox* sandbox = TRY(session.services.sandbox());
    return judge::callChecker(call, session.services.languages(), *sandbox, session.stop);
}

} // namespace grindstone::cli
