// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bench_options.h"
#include "app/cli/figure_json.h"
#include "app/cli/figure_table.h"
#include "app/cli/progress_bar.h"
#include "app/cli/translation.h"
#include "app/core/text/text.h"
#include "judge/bench/judge_bench.h"

namespace grindstone::cli {

namespace {

using judge::bench::Beside;
using judge::bench::JudgeFigures;
using judge::bench::Stage;

QString stageText(Stage stage) {
    switch (stage) {
    case Stage::Preparing:
        return Cli::tr("Preparing %1");
    case Stage::ManyCases:
        return Cli::tr("Judging many cases %1");
    case Stage::Talk:
        return Cli::tr("Judging a conversation %1");
    case Stage::Edit:
        return Cli::tr("Compiling and judging %1");
    case Stage::EditUnprepared:
        return Cli::tr("Compiling and judging without preparation %1");
    case Stage::Unchanged:
        break;
    }
    return Cli::tr("Judging the same again %1");
}

nlohmann::ordered_json besideJson(const Beside& beside) {
    return {{"judge_ms", summaryJson(beside.judge, 2)},
            {"baseline_ms", summaryJson(beside.baseline, 2)},
            {"ratio", rounded(beside.ratio, 3)}};
}

nlohmann::ordered_json toJson(const JudgeFigures& figures) {
    return {{"schema", "grindstone-bench-judge/1"},
            {"cases", figures.cases},
            {"rounds", figures.rounds},
            {"workers", figures.workers},
            {"tier", code(figures.capabilities.tier)},
            {"load_average", rounded(figures.loadAverage, 2)},
            {"many_cases", besideJson(figures.manyCases)},
            {"exchanges", figures.exchanges},
            {"talk", besideJson(figures.talk)},
            {"edit", besideJson(figures.edit)},
            {"edit_unprepared", besideJson(figures.editUnprepared)},
            {"unchanged_over_program_ms", summaryJson(figures.unchanged, 2)}};
}

FigureRow besideRow(const QString& what, const Beside& beside) {
    return {what, millisecondsText(beside.judge.median), millisecondsText(beside.baseline.median),
            Cli::tr("%1 ×").arg(beside.ratio, 0, 'f', 2)};
}

void drawFigures(Canvas& canvas, const JudgeFigures& figures) {
    canvas.put(Cli::tr("Judge: "), Style::Bold).put(core::text::tierName(figures.capabilities.tier));
    canvas.put(Cli::tr(", %n worker(s)", nullptr, static_cast<int>(figures.workers)));
    canvas.line(Cli::tr(", %n round(s) of each in turns", nullptr, static_cast<int>(figures.rounds))).line();
    const QString judged = Cli::tr("judge");
    drawFigureTable(
        canvas, {Cli::tr("A compiled C++ program"), judged, Cli::tr("bare loop"), {}},
        {besideRow(Cli::tr("%n small case(s)", nullptr, static_cast<int>(figures.cases)), figures.manyCases)});
    drawFigureTable(canvas, {Cli::tr("An interactive C++ program"), judged, Cli::tr("bare pipes"), {}},
                    {besideRow(Cli::tr("%n exchange(s)", nullptr, static_cast<int>(figures.exchanges)), figures.talk)});
    drawFigureTable(canvas, {Cli::tr("From an edit to the first verdict"), judged, Cli::tr("g++ -O2, run"), {}},
                    {besideRow(Cli::tr("as it is"), figures.edit),
                     besideRow(Cli::tr("without cache and precompiled header"), figures.editUnprepared)});
    drawFigureTable(canvas, {Cli::tr("The same code again"), judged, Cli::tr("95 % below"), {}},
                    {{Cli::tr("one case, less the program's own time"),
                      millisecondsText(figures.unchanged.median),
                      millisecondsText(figures.unchanged.p95),
                      {}}});
    canvas.line(
        Cli::tr("Medians. The bare loop runs the program and cmp for each case, as many at once as the judge."));
}

Result<JudgeFigures> measure(const judge::bench::JudgeBenchOptions& options, Session& session) {
    sandbox::Sandbox* sandbox = TRY(session.services.sandbox());
    ProgressBar bar = ProgressBar::onTerminal();
    const auto onProgress = [&bar](Stage stage, std::size_t done, std::size_t total) {
        bar.show(stageText(stage), done, total);
    };
    return judge::bench::benchJudge(*sandbox, session.services.languages(), options, onProgress, session.stop);
}

ExitStatus benchJudge(const judge::bench::JudgeBenchOptions& options, Session& session) {
    const Result<JudgeFigures> figures = measure(options, session);
    if (!figures) {
        return session.console.fail(figures.error());
    }
    return tellFigures(session.console,
                       {figures->loadAverage, figures->workers, [&figures] { return toJson(*figures); },
                        [&figures](Canvas& canvas) { drawFigures(canvas, *figures); }});
}

} // namespace

void declareBenchJudge(CLI::App& bench, Action& chosen) {
    const auto options = std::make_shared<judge::bench::JudgeBenchOptions>();
    CLI::App* command =
        addCommand(bench, "judge", Cli::tr("Measure how long a verdict takes, beside doing without a judge"),
                   Cli::tr("  grind bench judge                           100 cases, 15 rounds of each measurement\n"
                           "  grind bench judge --cases 20 --rounds 5     sooner, and less exact\n"
                           "  grind bench judge --json | jq .many_cases.ratio\n"
                           "\n"
                           "Judges a C++ program on small cases beside a loop that runs it and cmp, and a C++\n"
                           "source that is another each time beside the plain compiler and a plain run. Measure on\n"
                           "a machine that is idle."));
    addCount(*command, "--cases", options->cases, Cli::tr("Test cases of the problem; 100 unless given"));
    addCount(*command, "--exchanges", options->exchanges,
             Cli::tr("Exchanges of the interactive case; 100000 unless given"));
    addCount(*command, "--rounds", options->rounds, Cli::tr("Rounds of each measurement; 15 unless given"));
    declareJson(*command);
    choose(*command, chosen, options, benchJudge);
}

} // namespace grindstone::cli
