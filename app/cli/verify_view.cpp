// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verify_view.h"

#include "app/cli/columns.h"
#include "app/cli/quantities.h"
#include "app/cli/submission_table.h"
#include "app/cli/translation.h"

#include <algorithm>

namespace grindstone::cli {

namespace {

using judge::Finding;
using judge::VerifiedPackage;
using judge::VerifiedSubmission;

QString shown(const std::string& text) {
    return QString::fromStdString(text);
}

QString number(double value) {
    return QString::number(value, 'g', 6);
}

QString limitText(const VerifiedPackage& verified) {
    const QString limit = durationText(verified.limits->cpuTime);
    switch (verified.limits->source) {
    case judge::LimitSource::Package:
        return Cli::tr("time limit %1, as the package has it").arg(limit);
    case judge::LimitSource::Inferred:
        if (verified.inferred) {
            return Cli::tr("time limit %1, inferred: at least %2 × %3 of %4")
                .arg(limit, number(verified.inferred->multiplier), durationText(verified.inferred->slowestTime),
                     shown(verified.inferred->slowest));
        }
        return Cli::tr("time limit %1, inferred when it was imported").arg(limit);
    case judge::LimitSource::Default:
        break;
    }
    return Cli::tr("time limit %1, for lack of anything to infer it from").arg(limit);
}

void drawTitle(Canvas& canvas, const VerifiedPackage& verified) {
    canvas.put(shown(verified.path.string()), Style::Bold);
    canvas.line(QStringLiteral("  ") + shown(verified.name));
    if (verified.limits) {
        canvas.line(QStringLiteral("  %1, %2").arg(shown(verified.format), limitText(verified)), Style::Dim);
    }
}

void drawFindings(Canvas& canvas, const std::vector<Finding>& findings) {
    const QString error = Cli::tr("error");
    const QString warning = Cli::tr("warning");
    const qsizetype width = std::max(columnsOf(error), columnsOf(warning));
    for (const Finding& finding : findings) {
        const bool isError = finding.severity == judge::Severity::Error;
        const QString& word = isError ? error : warning;
        canvas.put(QStringLiteral("  ") + word + QString(width - columnsOf(word) + 2, u' '),
                   isError ? Style::Bad : Style::Limit);
        canvas.line(shown(textOf(finding)));
    }
}

QString packagesText(const std::vector<VerifiedPackage>& packages) {
    const auto right = std::ranges::count_if(packages, [](const VerifiedPackage& one) { return one.ok; });
    return Cli::tr("%1 of %n package(s) as it should be", nullptr, static_cast<int>(packages.size())).arg(right);
}

struct Counts {
    int right = 0;
    int wrong = 0;
    int skipped = 0;
};

Counts count(const std::vector<VerifiedPackage>& packages) {
    Counts counts;
    for (const VerifiedPackage& package : packages) {
        for (const VerifiedSubmission& one : package.submissions) {
            ++(one.ok ? counts.right : one.skipped ? counts.skipped : counts.wrong);
        }
    }
    return counts;
}

} // namespace

void drawVerified(Canvas& canvas, const VerifiedPackage& verified, int width) {
    drawTitle(canvas, verified);
    drawFindings(canvas, verified.problems);
    if (!verified.submissions.empty()) {
        canvas.line();
        drawSubmissionTable(canvas, verified.submissions, width);
    }
    canvas.line();
}

void drawVerifiedSum(Canvas& canvas, const std::vector<VerifiedPackage>& packages) {
    const bool ok = std::ranges::all_of(packages, [](const VerifiedPackage& one) { return one.ok; });
    const Counts counts = count(packages);
    canvas.put(packagesText(packages), ok ? Style::Good : Style::Bad);
    canvas.put(QStringLiteral("; ")).put(Cli::tr("%n submission(s) as expected", nullptr, counts.right));
    if (counts.wrong > 0) {
        canvas.put(QStringLiteral(", ")).put(Cli::tr("%n not", nullptr, counts.wrong), Style::Bad);
    }
    if (counts.skipped > 0) {
        canvas.put(QStringLiteral(", ")).put(Cli::tr("%n skipped", nullptr, counts.skipped), Style::Notice);
    }
    canvas.line();
}

} // namespace grindstone::cli
