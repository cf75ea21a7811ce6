// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bench_options.h"
#include "app/cli/bench_report.h"
#include "app/cli/commands.h"
#include "app/cli/progress_bar.h"
#include "app/cli/translation.h"

#include <array>

namespace grindstone::cli {

namespace {

using sandbox::bench::Peer;
using sandbox::bench::Stage;

struct BenchOptions {
    std::size_t runs = 300;
    std::string peer;
    std::string tier;
};

QString stageText(Stage stage) {
    switch (stage) {
    case Stage::Latency:
        return Cli::tr("Starting programs %1");
    case Stage::BackToBack:
        return Cli::tr("Starting programs without a pause %1");
    case Stage::CpuLimit:
        return Cli::tr("Reaching CPU limits %1");
    case Stage::Memory:
        return Cli::tr("Touching memory %1");
    case Stage::Spread:
        break;
    }
    return Cli::tr("Computing, idle and under load %1");
}

constexpr std::array Tiers{sandbox::Tier::Full, sandbox::Tier::FullCgroup1, sandbox::Tier::NoCgroup,
                           sandbox::Tier::NoNamespaces};

std::optional<sandbox::Tier> findTier(const std::string& name) {
    const auto found = std::ranges::find(Tiers, name, [](sandbox::Tier tier) { return code(tier); });
    return found == Tiers.end() ? std::nullopt : std::optional(*found);
}

sandbox::bench::SandboxBenchOptions measureOptions(const BenchOptions& options) {
    sandbox::bench::SandboxBenchOptions wanted;
    wanted.helperPath = sandbox::findHelper();
    wanted.runs = options.runs;
    wanted.peer = options.peer.empty() ? Peer::None : Peer::Bubblewrap;
    wanted.tier = findTier(options.tier);
    return wanted;
}

Result<sandbox::bench::SandboxFigures> measure(const BenchOptions& options, std::stop_token stop) {
    ProgressBar bar = ProgressBar::onTerminal();
    const auto onProgress = [&bar](Stage stage, std::size_t done, std::size_t total) {
        bar.show(stageText(stage), done, total);
    };
    return sandbox::bench::benchSandbox(measureOptions(options), onProgress, std::move(stop));
}

ExitStatus benchSandbox(const BenchOptions& options, Session& session) {
    const auto figures = measure(options, session.stop);
    if (!figures) {
        return session.console.fail(figures.error());
    }
    return tellFigures(session.console, {figures->loadAverage, figures->cpus, [&figures] { return toJson(*figures); },
                                         [&figures](Canvas& canvas) { drawFigures(canvas, *figures); }});
}

std::string checkPeer(const std::string& text) {
    return text == "bwrap" ? std::string() : text + " is not a sandbox to compare with; there is: bwrap";
}

std::string checkTier(const std::string& text) {
    return findTier(text) ? std::string() : text + " is not a tier; there are: full, full-v1, no-cgroup, no-namespaces";
}

void declareBenchSandbox(CLI::App& bench, Action& chosen) {
    const auto options = std::make_shared<BenchOptions>();
    CLI::App* command = addCommand(
        bench, "sandbox", Cli::tr("Measure what a run in the sandbox costs, and how exact its figures are"),
        Cli::tr("  grind bench sandbox                         300 runs each, in about half a minute\n"
                "  grind bench sandbox --peer bwrap            beside bubblewrap\n"
                "  grind bench sandbox --tier no-cgroup        as on a machine without cgroups\n"
                "  grind bench sandbox --json | jq .overhead_us.median\n"
                "\n"
                "A program that does nothing is started plainly and in a box, turn by turn. The overhead is\n"
                "what the box took longer in the same turn. Measure on a machine that is idle."));
    addCount(*command, "--runs", options->runs, Cli::tr("Runs of each kind; 300 unless given"));
    command->add_option("--peer", options->peer, Cli::tr("Measure another sandbox in turns with ours").toStdString())
        ->type_name("bwrap")
        ->check(CLI::Validator(checkPeer, ""));
    command
        ->add_option(
            "--tier", options->tier,
            Cli::tr("The tier to measure: full, full-v1, no-cgroup or no-namespaces; the best one unless given")
                .toStdString())
        ->type_name("TIER")
        ->check(CLI::Validator(checkTier, ""));
    declareJson(*command);
    choose(*command, chosen, options, benchSandbox);
}

} // namespace

void declareBench(CLI::App& root, Action& chosen) {
    CLI::App* bench =
        addCommand(root, "bench", Cli::tr("Measure Grindstone on this machine, each figure beside its baseline"),
                   Cli::tr("  grind bench sandbox --help"));
    bench->require_subcommand(0, 1);
    declareJson(*bench);
    declareBenchSandbox(*bench, chosen);
    declareBenchJudge(*bench, chosen);
    declareBenchCompare(*bench, chosen);
}

} // namespace grindstone::cli
