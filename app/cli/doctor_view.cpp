// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/doctor.h"
#include "app/cli/survey_view.h"
#include "app/cli/translation.h"
#include "app/core/text/text.h"

namespace grindstone::cli {

namespace {

constexpr qsizetype TextWidth = 76;

void drawError(Canvas& canvas, const Error& error) {
    canvas.put(QStringLiteral("  "));
    canvas.line(core::text::errorMessage(error), Style::Bad);
    if (const QString hint = core::text::errorHint(error); !hint.isEmpty()) {
        canvas.block(hint, 4);
    }
}

Style tierStyle(sandbox::Tier tier) {
    switch (tier) {
    case sandbox::Tier::Full:
    case sandbox::Tier::FullCgroup1:
        return Style::Good;
    case sandbox::Tier::NoCgroup:
    case sandbox::Tier::NoNamespaces:
        return Style::Limit;
    case sandbox::Tier::None:
        break;
    }
    return Style::Bad;
}

/// The text in lines that fit a terminal, broken between words; its own line feeds stay.
QString wrapped(const QString& text, qsizetype width) {
    QStringList lines;
    for (const QString& paragraph : text.split(u'\n')) {
        lines << QString();
        if (paragraph.startsWith(u' ')) { // to be taken literally
            lines.last() = paragraph;
            continue;
        }
        for (const QString& word : paragraph.split(u' ')) {
            if (!lines.last().isEmpty() && lines.last().size() + 1 + word.size() > width) {
                lines << QString();
            }
            lines.last() += (lines.last().isEmpty() ? QString() : QStringLiteral(" ")) + word;
        }
    }
    return lines.join(u'\n');
}

/// Where nothing runs, how it would be measured can wait.
bool matters(const sandbox::Obstacle& obstacle, sandbox::Tier tier) {
    return tier != sandbox::Tier::None || obstacle.missed >= sandbox::Tier::NoCgroup;
}

void drawObstacle(Canvas& canvas, const sandbox::Obstacle& obstacle) {
    const QString message = wrapped(core::text::obstacleMessage(obstacle), TextWidth);
    canvas.line(QStringLiteral("  - ") + message.section(u'\n', 0, 0));
    canvas.block(message.section(u'\n', 1), 4);
    if (!obstacle.cure.empty()) {
        canvas.line(Cli::tr("    Run this:"));
        canvas.line(QStringLiteral("      ") + QString::fromStdString(obstacle.cure), Style::Bold);
    }
    if (const QString hint = core::text::obstacleHint(obstacle); !hint.isEmpty()) {
        canvas.block(wrapped(hint, TextWidth), 4, Style::Dim);
    }
}

void drawSandbox(Canvas& canvas, const Examination& found) {
    canvas.put(Cli::tr("Sandbox: "), Style::Bold);
    canvas.line(core::text::tierName(found.sandbox.tier), tierStyle(found.sandbox.tier));
    if (found.sandboxError) { // It was not even tried, so there is nothing else to tell.
        drawError(canvas, *found.sandboxError);
        canvas.line();
        return;
    }
    for (const QString& loss : core::text::sandboxLosses(found.sandbox)) {
        canvas.block(wrapped(loss, TextWidth), 2);
    }
    for (const sandbox::Obstacle& obstacle : found.sandbox.obstacles) {
        if (matters(obstacle, found.sandbox.tier)) {
            drawObstacle(canvas, obstacle);
        }
    }
    canvas.line();
}

void drawLanguages(Canvas& canvas, const Examination& found) {
    canvas.line(Cli::tr("Languages"), Style::Bold);
    drawSurvey(canvas, found.languages);
    for (const Error& error : found.languageProblems) {
        drawError(canvas, error);
    }
    canvas.put(Cli::tr("  Your own go into ")).put(found.ownLanguages.string()).line().line();
}

void drawHistory(Canvas& canvas, const Examination& found) {
    if (found.store) {
        drawError(canvas, *found.store);
    } else {
        canvas.line(Cli::tr("  The database is intact."));
    }
    if (!found.copies.empty()) {
        canvas.put(Cli::tr("  Its last copy is ")).put(found.copies.front().string()).line();
    }
    for (const std::filesystem::path& path : found.damaged) {
        canvas.put(Cli::tr("  Kept since a repair: ")).put(path.string()).line();
    }
}

void drawFolders(Canvas& canvas, const Examination& found) {
    canvas.line(Cli::tr("Your data"), Style::Bold);
    for (const ExaminedFolder& folder : found.folders) {
        canvas.put(QStringLiteral("  ") + QString::fromStdString(folder.role).leftJustified(8), Style::Dim);
        canvas.put(folder.path.string());
        canvas.line(folder.writable ? QString() : Cli::tr("  cannot be written"), Style::Bad);
    }
    drawHistory(canvas, found);
    canvas.line(Cli::tr("  %n problem(s) installed", nullptr, static_cast<int>(found.problems)));
    for (const Error& error : found.unreadable) {
        drawError(canvas, error);
    }
    canvas.line();
}

} // namespace

void drawExamination(Canvas& canvas, const Examination& found) {
    drawSandbox(canvas, found);
    drawLanguages(canvas, found);
    drawFolders(canvas, found);
    if (canJudge(found)) {
        canvas.line(Cli::tr("Programs can be judged on this machine."), Style::Good);
    } else {
        canvas.line(Cli::tr("Programs cannot be judged on this machine yet."), Style::Bad);
    }
}

} // namespace grindstone::cli
