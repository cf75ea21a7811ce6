// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/quantities.h"
#include "app/cli/translation.h"
#include "app/core/library/problem_json.h"
#include "app/core/statement/pandoc.h"
#include "app/core/statement/terminal_text.h"

#include <QLocale>
#include <QRegularExpression>

namespace grindstone::cli {

namespace {

struct ShowOptions {
    std::string problem;
    std::string language;
};

QString wantedLanguage(const ShowOptions& options) {
    return options.language.empty() ? QLocale().name() : QString::fromStdString(options.language);
}

Result<core::ShownProblem> load(const ShowOptions& options, Session& session) {
    const core::ProblemEntry entry = TRY(session.services.library().find(QString::fromStdString(options.problem)));
    core::PandocConverter pandoc(
        [&session]() -> Result<sandbox::BoxSource*> { return TRY(session.services.sandbox()); },
        session.services.paths().statements());
    return core::loadShown(
        entry, wantedLanguage(options),
        [&pandoc](const QString& latex, const QString& language, const QString& own, std::stop_token stop) {
            return pandoc.convert(latex, language, own, std::move(stop));
        });
}

/// "1 s", and where it isn't the package's own, how it came about.
QString timeText(const judge::ProblemLimits& limits) {
    const QString time = durationText(limits.cpuTime);
    return limits.source == judge::LimitSource::Package
               ? time
               : time + QStringLiteral(" (") + limitSourceText(limits.source) + QLatin1Char(')');
}

void drawFacts(Canvas& canvas, const core::ShownProblem& shown) {
    const judge::ProblemLimits& limits = shown.problem->limits;
    canvas.line(shown.statement.title.isEmpty() ? shown.entry.title : shown.statement.title, Style::Bold);
    QStringList facts{shown.entry.id};
    if (!shown.entry.difficulty.isEmpty()) {
        facts.append(shown.entry.difficulty);
    }
    facts.append(shown.entry.tags);
    canvas.line(facts.join(QStringLiteral(" · ")), Style::Dim);
    canvas.line(Cli::tr("Time %1 · memory %2 · output %3 · %4 of %n case(s) shown", nullptr,
                        static_cast<int>(shown.problem->cases.size()))
                    .arg(timeText(limits), sizeText(limits.memory), sizeText(limits.output))
                    .arg(core::sampleCount(*shown.problem)),
                Style::Dim);
    if (const QStringList& languages = shown.statement.languages; languages.size() > 1) {
        canvas.line(Cli::tr("Statement in %1 of %2; --statement chooses")
                        .arg(shown.statement.language, languages.join(QStringLiteral(", "))),
                    Style::Dim);
    }
    canvas.line();
}

/// Markdown reads well as it is; only its headings are set off.
void drawStatement(Canvas& canvas, QString markdown) {
    markdown.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    // What a renderer would close up.
    static const QRegularExpression gaps(QStringLiteral("\n{3,}"));
    markdown.replace(gaps, QStringLiteral("\n\n"));
    bool fenced = false;
    for (const QString& line : markdown.trimmed().split(QLatin1Char('\n'))) {
        const bool fence = line.startsWith(QStringLiteral("```"));
        fenced = fence ? !fenced : fenced;
        const bool heading = !fenced && line.startsWith(QLatin1Char('#'));
        canvas.line(line, heading ? Style::Bold : fence ? Style::Dim : Style::Plain);
    }
}

ExitStatus show(const ShowOptions& options, Session& session) {
    const Result<core::ShownProblem> shown = load(options, session);
    if (!shown) {
        return session.console.fail(shown.error());
    }
    if (session.console.json()) {
        session.console.document(core::problemJson(*shown));
        return ExitStatus::Success;
    }
    Canvas canvas = session.console.canvas();
    drawFacts(canvas, *shown);
    drawStatement(canvas, core::markdownToRead(shown->statement.markdown));
    session.console.print(canvas);
    return ExitStatus::Success;
}

} // namespace

void declareShow(CLI::App& root, Action& chosen) {
    const auto options = std::make_shared<ShowOptions>();
    CLI::App* command = addCommand(root, "show", Cli::tr("Print a problem's statement and limits"),
                                   Cli::tr("  grind show starter/echo-sum\n"
                                           "  grind show echo-sum --statement de | less"));
    command->add_option("PROBLEM", options->problem, Cli::tr("PACK/NAME, or NAME").toStdString())->required();
    command
        ->add_option("--statement", options->language,
                     Cli::tr("Language of the statement, e.g. de; otherwise yours").toStdString())
        ->type_name("LANG");
    declareJson(*command);
    choose(*command, chosen, options, show);
}

} // namespace grindstone::cli
