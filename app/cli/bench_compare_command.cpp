// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bench_options.h"
#include "app/cli/figure_json.h"
#include "app/cli/figure_table.h"
#include "app/cli/progress_bar.h"
#include "app/cli/translation.h"
#include "judge/bench/compare_bench.h"

namespace grindstone::cli {

namespace {

using judge::bench::BesideCmp;
using judge::bench::CompareBenchOptions;
using judge::bench::CompareFigures;
using judge::bench::CompareStage;

nlohmann::ordered_json besideJson(const BesideCmp& beside) {
    return {{"ms", summaryJson(beside.milliseconds, 2)}, {"ratio", rounded(beside.ratio, 3)}};
}

nlohmann::ordered_json toJson(const CompareFigures& figures) {
    return {{"schema", "grindstone-bench-compare/1"},
            {"size_mib", figures.mebibytes},
            {"rounds", figures.rounds},
            {"cmp_ms", summaryJson(figures.cmp, 2)},
            {"tokens_equal", besideJson(figures.tokensEqual)},
            {"exact", besideJson(figures.exact)},
            {"tokens_space", besideJson(figures.tokensSpace)},
            {"peak_memory_kib", figures.peakKibibytes},
            {"load_average", rounded(figures.loadAverage, 2)}};
}

FigureRow besideRow(const QString& what, const BesideCmp& beside) {
    return {what, millisecondsText(beside.milliseconds.median), millisecondsText(beside.milliseconds.p95),
            Cli::tr("%1 ×").arg(beside.ratio, 0, 'f', 2)};
}

void drawFigures(Canvas& canvas, const CompareFigures& figures) {
    canvas.put(Cli::tr("Comparators"), Style::Bold).put(Cli::tr(" on files of %1 MiB").arg(figures.mebibytes));
    canvas.line(Cli::tr(", %n round(s) of each in turns", nullptr, static_cast<int>(figures.rounds))).line();
    drawFigureTable(
        canvas, {Cli::tr("Two files of numbers"), Cli::tr("median"), Cli::tr("95 % below"), Cli::tr("beside cmp")},
        {{Cli::tr("cmp -s, equal files"), millisecondsText(figures.cmp.median), millisecondsText(figures.cmp.p95), {}},
         besideRow(Cli::tr("exact, equal files"), figures.exact),
         besideRow(Cli::tr("tokens, equal files"), figures.tokensEqual),
         besideRow(Cli::tr("tokens, all blanks differ"), figures.tokensSpace)});
    canvas.line(Cli::tr("At most %1 KiB of memory for a comparison.").arg(figures.peakKibibytes));
}

Result<CompareFigures> measure(const CompareBenchOptions& options, const std::stop_token& stop) {
    ProgressBar bar = ProgressBar::onTerminal();
    const auto onProgress = [&bar](CompareStage stage, std::size_t done, std::size_t total) {
        bar.show(stage == CompareStage::Preparing ? Cli::tr("Preparing %1") : Cli::tr("Comparing %1"), done, total);
    };
    return judge::bench::benchCompare(options, onProgress, stop);
}

ExitStatus benchCompare(const CompareBenchOptions& options, Session& session) {
    const Result<CompareFigures> figures = measure(options, session.stop);
    if (!figures) {
        return session.console.fail(figures.error());
    }
    return tellFigures(session.console, {figures->loadAverage, figures->cpus, [&figures] { return toJson(*figures); },
                                         [&figures](Canvas& canvas) { drawFigures(canvas, *figures); }});
}

} // namespace

void declareBenchCompare(CLI::App& bench, Action& chosen) {
    const auto options = std::make_shared<CompareBenchOptions>();
    CLI::App* command =
        addCommand(bench, "compare", Cli::tr("Measure how long comparing large outputs takes, beside cmp"),
                   Cli::tr("  grind bench compare                         files of 200 MiB, 15 rounds\n"
                           "  grind bench compare --size 20 --rounds 5    sooner, and less exact\n"
                           "  grind bench compare --json | jq .tokens_space.ratio\n"
                           "\n"
                           "Three files of that size are written to the temporary folder (TMPDIR) and removed in the\n"
                           "end. Measure on a machine that is idle."));
    addCount(*command, "--size", options->mebibytes, Cli::tr("MiB of each file; 200 unless given"));
    addCount(*command, "--rounds", options->rounds, Cli::tr("Rounds of each measurement; 15 unless given"));
    declareJson(*command);
    choose(*command, chosen, options, benchCompare);
}

} // namespace grindstone::cli
