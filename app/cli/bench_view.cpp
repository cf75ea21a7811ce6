// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bench_report.h"

#include "app/cli/figure_table.h"
#include "app/cli/translation.h"
#include "app/core/text/text.h"

#include <QStringList>

namespace grindstone::cli {

namespace {

using sandbox::bench::Latency;
using sandbox::bench::SandboxFigures;
using sandbox::bench::Spread;
using sandbox::bench::Summary;

QString microsecondsText(double value) {
    return Cli::tr("%1 µs").arg(value, 0, 'f', 0);
}

QString percentText(double value) {
    return Cli::tr("%1 %").arg(value, 0, 'f', 1);
}

/// With its sign, since it may be either way.
QString errorText(const std::optional<double>& kib) {
    if (!kib) {
        return Cli::tr("not enough memory");
    }
    return (*kib < 0 ? QString() : QStringLiteral("+")) + Cli::tr("%1 KiB").arg(*kib, 0, 'f', 0);
}

FigureRow latencyRow(const QString& what, const Summary& summary) {
    return {what, microsecondsText(summary.median), microsecondsText(summary.p95)};
}

void drawLatency(Canvas& canvas, const SandboxFigures& figures) {
    const Latency& latency = figures.latency;
    std::vector<FigureRow> rows{
        latencyRow(Cli::tr("started plainly (vfork, exec)"), latency.baseline),
        latencyRow(Cli::tr("in a box"), latency.boxRun), latencyRow(Cli::tr("overhead"), latency.overhead),
        latencyRow(Cli::tr("overhead without a pause between runs"), latency.backToBackOverhead)};
    if (latency.peerRun && latency.peerOverhead) {
        rows.push_back(latencyRow(Cli::tr("in bubblewrap"), *latency.peerRun));
        rows.push_back(latencyRow(Cli::tr("bubblewrap's overhead"), *latency.peerOverhead));
    }
    drawFigureTable(canvas, {Cli::tr("A program that does nothing"), Cli::tr("median"), Cli::tr("95 % below")}, rows);
}

void drawPeer(Canvas& canvas, const SandboxFigures& figures) {
    const Latency& latency = figures.latency;
    if (!latency.peerOverhead) {
        return;
    }
    const double ratio = latency.peerOverhead->median / latency.overhead.median;
    canvas.line(Cli::tr("Bubblewrap's overhead is %1 times this sandbox's. Its command:").arg(ratio, 0, 'f', 1));
    QStringList words;
    for (const std::string& word : figures.peerCommand) {
        words.append(QString::fromStdString(word));
    }
    canvas.line(QStringLiteral("  ") + words.join(QLatin1Char(' ')), Style::Dim).line();
}

void drawAccuracy(Canvas& canvas, const SandboxFigures& figures) {
    const Summary& over = figures.cpuLimit.overshoot;
    const Summary& late = figures.cpuLimit.limitToEnd;
    drawFigureTable(
        canvas, {Cli::tr("A program that a CPU limit ends"), Cli::tr("median"), Cli::tr("95 % below")},
        {{Cli::tr("CPU time beyond the limit"), millisecondsText(over.median), millisecondsText(over.p95)},
         {Cli::tr("from the limit to the answer"), millisecondsText(late.median), millisecondsText(late.p95)}});
    drawFigureTable(
        canvas, {Cli::tr("A program that touches 50 MiB"), Cli::tr("median"), {}},
        {{Cli::tr("its peak, less 50 MiB"), errorText(figures.memoryErrorKib), {}},
         {Cli::tr("the same, started by a process of 1 GiB"), errorText(figures.memoryErrorWithLargeParentKib), {}}});
    const auto spreadRow = [](const QString& what, const Spread& spread) {
        return FigureRow{what, percentText(spread.idle), percentText(spread.loaded)};
    };
    drawFigureTable(
        canvas, {Cli::tr("Spread of the times of one program"), Cli::tr("idle"), Cli::tr("all CPUs busy")},
        {spreadRow(Cli::tr("CPU time"), figures.spread.cpu), spreadRow(Cli::tr("wall time"), figures.spread.wall)});
}

} // namespace

void drawFigures(Canvas& canvas, const SandboxFigures& figures) {
    canvas.put(Cli::tr("Sandbox: "), Style::Bold).put(core::text::tierName(figures.capabilities.tier));
    canvas.line(Cli::tr(", %n run(s) of each kind in turns", nullptr, static_cast<int>(figures.runs))).line();
    drawLatency(canvas, figures);
    drawPeer(canvas, figures);
    drawAccuracy(canvas, figures);
    QStringList words;
    for (const std::string& word : figures.includes) {
        words.append(QString::fromStdString(word));
    }
    canvas.line(Cli::tr("A run in a box includes %1.").arg(words.join(QStringLiteral(", "))));
}

} // namespace grindstone::cli
