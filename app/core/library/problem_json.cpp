// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/library/problem_json.h"

#include "app/core/text/json_parts.h"
#include "judge/report/names.h"

#include <algorithm>

namespace grindstone::core {

using text::orNull;
using text::textsJson;

namespace {

using Progress = SubmissionRepository::Progress;

bool contains(const std::vector<QString>& ids, const QString& id) {
    return std::ranges::find(ids, id) != ids.end();
}

nlohmann::ordered_json entryJson(const ProblemEntry& entry, const Progress& progress) {
    nlohmann::ordered_json state;
    if (contains(progress.solved, entry.id)) {
        state = "solved";
    } else if (contains(progress.tried, entry.id)) {
        state = "tried";
    }
    return {{"id", entry.id.toStdString()},
            {"pack", entry.pack.toStdString()},
            {"pack_title", entry.packTitle.toStdString()},
            {"slug", entry.slug.toStdString()},
            {"title", entry.title.toStdString()},
            {"difficulty", orNull(entry.difficulty)},
            {"tags", textsJson(entry.tags)},
            {"state", state},
            {"folder", entry.folder.string()}};
}

nlohmann::ordered_json limitsJson(const judge::ProblemLimits& limits) {
    return {{"cpu_ms", limits.cpuTime.count()},
            {"memory_kib", limits.memory.inKib()},
            {"output_kib", limits.output.inKib()},
            {"code_kib", limits.code.inKib()},
            {"source", judge::name(limits.source)}};
}

} // namespace

nlohmann::ordered_json problemsJson(const std::vector<ProblemEntry>& entries, const Progress& progress,
                                    const std::vector<Error>& unreadable) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const ProblemEntry& entry : entries) {
        list.push_back(entryJson(entry, progress));
    }
    return {{"schema", "grindstone-problems/1"}, {"problems", list}, {"unreadable", text::errorsJson(unreadable)}};
}

Result<ShownProblem> loadShown(const ProblemEntry& entry, const QString& language,
                               const LatexConverter& latexConverter) {
    ShownProblem shown;
    shown.entry = entry;
    shown.problem = TRY(Library::load(entry));
    shown.statement = TRY(loadStatement(*shown.problem, language, latexConverter));
    return shown;
}

std::size_t sampleCount(const judge::Problem& problem) {
    return static_cast<std::size_t>(std::ranges::count_if(problem.cases, &judge::TestCase::sample));
}

nlohmann::ordered_json problemJson(const ShownProblem& shown) {
    const judge::Problem& problem = *shown.problem;
    return {{"schema", "grindstone-problem/1"},
            {"id", shown.entry.id.toStdString()},
            {"pack", shown.entry.pack.toStdString()},
            {"title", shown.entry.title.toStdString()},
            {"difficulty", orNull(shown.entry.difficulty)},
            {"tags", textsJson(shown.entry.tags)},
            {"limits", limitsJson(problem.limits)},
            {"cases", {{"samples", sampleCount(problem)}, {"total", problem.cases.size()}}},
            {"languages", problem.languages},
            {"statement",
             {{"language", shown.statement.language.toStdString()},
              {"languages", textsJson(shown.statement.languages)},
              {"title", orNull(shown.statement.title)},
              {"pdf", orNull(QString::fromStdString(shown.statement.pdf.string()))},
              {"markdown", shown.statement.markdown.toStdString()}}},
            {"folder", shown.entry.folder.string()},
            {"warnings", problem.warnings}};
}

} // namespace grindstone::core
