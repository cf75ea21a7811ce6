// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/translation.h"
#include "app/core/library/problem_json.h"

#include <algorithm>

namespace grindstone::cli {

namespace {

using core::ProblemEntry;
using Progress = core::SubmissionRepository::Progress;

struct ProblemsOptions {
    std::vector<std::string> query;
};

/// What was solved and tried so far. Nothing when there is no history yet: looking must not make one.
Progress loadProgress(Session& session) {
    std::error_code failure;
    if (!std::filesystem::exists(session.services.paths().database(), failure)) {
        return {};
    }
    const auto read = [&]() -> Result<Progress> {
        const core::Store* store = TRY(session.services.store());
        return core::SubmissionRepository(*store).progress();
    };
    const Result<Progress> progress = read();
    if (!progress) {
        session.console.warn(progress.error());
    }
    return progress.value_or(Progress{});
}

bool contains(const std::vector<QString>& ids, const QString& id) {
    return std::ranges::find(ids, id) != ids.end();
}

Style difficultyStyle(const QString& difficulty) {
    if (difficulty == QLatin1String("easy")) {
        return Style::Good;
    }
    return difficulty == QLatin1String("hard") ? Style::Bad : Style::Limit;
}

QString difficultyName(const QString& difficulty) {
    if (difficulty == QLatin1String("easy")) {
        return Cli::tr("easy");
    }
    if (difficulty == QLatin1String("medium")) {
        return Cli::tr("medium");
    }
    return difficulty == QLatin1String("hard") ? Cli::tr("hard") : difficulty;
}

struct Widths {
    qsizetype id = 0;
    qsizetype title = 0;
    qsizetype difficulty = 0;
};

Widths widthsOf(const std::vector<ProblemEntry>& entries) {
    constexpr qsizetype Most = 40;
    Widths widths;
    for (const ProblemEntry& entry : entries) {
        widths.id = std::max(widths.id, std::min(Most, entry.id.size()));
        widths.title = std::max(widths.title, std::min(Most, entry.title.size()));
        widths.difficulty = std::max(widths.difficulty, difficultyName(entry.difficulty).size());
    }
    return widths;
}

void drawEntry(Canvas& canvas, const ProblemEntry& entry, const Progress& progress, const Widths& widths) {
    if (contains(progress.solved, entry.id)) {
        canvas.put(QStringLiteral("✓ "), Style::Good);
    } else {
        canvas.put(contains(progress.tried, entry.id) ? QStringLiteral("· ") : QStringLiteral("  "), Style::Limit);
    }
    const QString gap = QStringLiteral("  ");
    canvas.put(entry.id.leftJustified(widths.id) + gap, Style::Bold).put(entry.title.leftJustified(widths.title) + gap);
    canvas.put(difficultyName(entry.difficulty).leftJustified(widths.difficulty), difficultyStyle(entry.difficulty));
    if (!entry.tags.isEmpty()) {
        canvas.put(gap + entry.tags.join(QStringLiteral(", ")), Style::Dim);
    }
    canvas.line();
}

void print(Session& session, const std::vector<ProblemEntry>& entries, const Progress& progress) {
    Canvas canvas = session.console.canvas();
    const Widths widths = widthsOf(entries);
    for (const ProblemEntry& entry : entries) {
        drawEntry(canvas, entry, progress, widths);
    }
    if (entries.empty()) {
        canvas.line(session.services.library().entries().empty() ? Cli::tr("No problems are installed.")
                                                                 : Cli::tr("No problem matches."));
    }
    session.console.print(canvas);
}

QString joined(const std::vector<std::string>& words) {
    QStringList list;
    for (const std::string& word : words) {
        list.append(QString::fromStdString(word));
    }
    return list.join(QLatin1Char(' '));
}

ExitStatus problems(const ProblemsOptions& options, Session& session) {
    const core::Library& library = session.services.library();
    const std::vector<ProblemEntry> entries = core::matching(library.entries(), joined(options.query));
    const Progress progress = loadProgress(session);
    if (session.console.json()) {
        session.console.document(core::problemsJson(entries, progress, library.problems()));
        return ExitStatus::Success;
    }
    print(session, entries, progress);
    for (const Error& error : library.problems()) {
        session.console.warn(error);
    }
    return ExitStatus::Success;
}

QString examples() {
    return Cli::tr("  grind problems                                   all of them\n"
                   "  grind problems tag:graphs difficulty:medium      by tag and difficulty\n"
                   "  grind problems pack:starter sum                  a word of the title or name\n"
                   "  grind problems -- -tag:graphs                    all but those; -- because of the leading -\n"
                   "\n"
                   "✓ marks what you have solved, · what you have tried. A package that cannot be read is told as a\n"
                   "warning and doesn't hide the others.");
}

} // namespace

void declareProblems(CLI::App& root, Action& chosen) {
    const auto options = std::make_shared<ProblemsOptions>();
    CLI::App* command = addCommand(root, "problems", Cli::tr("List the installed problems"), examples());
    command->add_option("QUERY", options->query, Cli::tr("Words, tag:…, difficulty:…, pack:…").toStdString());
    declareJson(*command);
    choose(*command, chosen, options, problems);
}

} // namespace grindstone::cli
