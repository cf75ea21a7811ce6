// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/survey_view.h"

#include "app/cli/translation.h"

#include <algorithm>

namespace grindstone::cli {

namespace {

void drawLanguage(Canvas& canvas, const core::SurveyedLanguage& one, const QString& id, const QString& name) {
    if (!one.tried) {
        canvas.put(Cli::tr("  untried  "), Style::Limit).put(id + QStringLiteral("  "), Style::Bold).put(name).line();
        return;
    }
    canvas.put(one.check.works ? Cli::tr("  works    ") : Cli::tr("  missing  "),
               one.check.works ? Style::Good : Style::Bad);
    canvas.put(id + QStringLiteral("  "), Style::Bold).put(name + QStringLiteral("  "));
    if (one.check.works) {
        canvas.put(one.check.version, Style::Dim).line();
        return;
    }
    canvas.put(one.check.detail).line();
    if (!one.check.package.empty()) {
        canvas.line(QStringLiteral("           ") +
                    Cli::tr("install it: sudo apt install %1").arg(QString::fromStdString(one.check.package)));
    }
}

} // namespace

void drawSurvey(Canvas& canvas, const std::vector<core::SurveyedLanguage>& survey) {
    qsizetype id = 0;
    qsizetype name = 0;
    for (const core::SurveyedLanguage& one : survey) {
        id = std::max(id, QString::fromStdString(one.language.id).size());
        name = std::max(name, QString::fromStdString(one.language.name).size());
    }
    for (const core::SurveyedLanguage& one : survey) {
        drawLanguage(canvas, one, QString::fromStdString(one.language.id).leftJustified(id),
                     QString::fromStdString(one.language.name).leftJustified(name));
    }
    if (std::ranges::any_of(survey, [](const core::SurveyedLanguage& one) { return !one.tried; })) {
        canvas.line(Cli::tr("  Languages are tried in the sandbox, and there is none."));
    }
}

} // namespace grindstone::cli
