// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/session.h"

#include <CLI/App.hpp>

#include <functional>
#include <memory>

namespace grindstone::cli {

/// The work of the command that the person chose, ready to be called once.
using Action = std::function<ExitStatus(Session&)>;

/// Each declares its command on `root`, and sets `chosen` when the command line names it.
void declareRun(CLI::App& root, Action& chosen);
void declareSubmit(CLI::App& root, Action& chosen);
void declareJudge(CLI::App& root, Action& chosen);
void declareVerify(CLI::App& root, Action& chosen);
void declareHistory(CLI::App& root, Action& chosen);
void declareExport(CLI::App& root, Action& chosen);
void declareJobs(CLI::App& root, Action& chosen);
void declarePack(CLI::App& root, Action& chosen);
void declareProblems(CLI::App& root, Action& chosen);
void declareShow(CLI::App& root, Action& chosen);
void declareCompare(CLI::App& root, Action& chosen);
void declareLanguages(CLI::App& root, Action& chosen);
void declareDoctor(CLI::App& root, Action& chosen);
void declareBench(CLI::App& root, Action& chosen);
void declareServe(CLI::App& root, Action& chosen);
void declareHelp(CLI::App& root, Action& chosen);
void declareCompletion(CLI::App& root, Action& chosen);

/// `--json`, the same for each command. Its effect comes from wantsJson(), which also knows of it when the rest of the
/// command line is wrong.
void declareJson(CLI::App& command);

/// `command` with `text` as its description and `examples` at the end of its help.
CLI::App* addCommand(CLI::App& root, const char* name, const QString& text, const QString& examples);

/// Options of a type, owned by the actions that use them.
template<typename Options, typename Function>
void choose(CLI::App& command, Action& chosen, std::shared_ptr<Options> options, Function function) {
    command.callback([&chosen, options, function] {
        chosen = [options, function](Session& session) { return function(*options, session); };
    });
}

} // namespace grindstone::cli
