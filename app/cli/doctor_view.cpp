// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/doctor.h"
#include "app/cli/survey_view.h"
#include "app/cli/translation.h"
#include "app/core/text/text.h"

namespace grindstone::cli {

namespace {

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

void drawSandbox(Canvas& canvas, const Examination& found) {
    canvas.put(Cli::tr("Sandbox: "), Style::Bold);
    canvas.line(core::text::tierName(found.sandbox.tier), tierStyle(found.sandbox.tier));
    if (found.sandboxError) {
        drawError(canvas, *found.sandboxError);
    }
    for (const std::string& reason : found.sandbox.reasons) {
        canvas.put(QStringLiteral("  - ")).put(reason).line();
    }
    if (!found.sandbox.cure.empty()) {
        canvas.line(Cli::tr("  This cures the first of it:"));
        canvas.put(QStringLiteral("    ")).put(found.sandbox.cure, Style::Bold).line();
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

void drawFolders(Canvas& canvas, const Examination& found) {
    canvas.line(Cli::tr("Your data"), Style::Bold);
    for (const ExaminedFolder& folder : found.folders) {
        canvas.put(QStringLiteral("  ") + QString::fromStdString(folder.role).leftJustified(8), Style::Dim);
        canvas.put(folder.path.string());
        canvas.line(folder.writable ? QString() : Cli::tr("  cannot be written"), Style::Bad);
    }
    if (found.store) {
        drawError(canvas, *found.store);
    }
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
