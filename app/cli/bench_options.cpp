// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bench_options.h"

#include "app/cli/translation.h"
#include "sandbox/bench/sandbox_bench.h"

#include <charconv>

namespace grindstone::cli {

namespace {

constexpr std::size_t LargestCount = 1'000'000;

/// CLI11's own texts differ from version to version.
std::string checkCount(const std::string& text) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool good = error == std::errc() && end == text.data() + text.size() && value >= 1 && value <= LargestCount;
    return good ? std::string() : text + " is not a number from 1 to " + std::to_string(LargestCount);
}

void warnWhenBusy(Console& console, double loadAverage, unsigned cpus) {
    if (sandbox::bench::wasBusy(loadAverage, cpus)) {
        console.warn(Cli::tr("other programs kept the machine busy (load %1 on %n CPU(s)): don't trust the times",
                             nullptr, static_cast<int>(cpus))
                         .arg(loadAverage, 0, 'f', 1));
    }
}

} // namespace

void addCount(CLI::App& command, const char* name, std::size_t& value, const QString& text) {
    command.add_option(name, value, text.toStdString())->type_name("N")->check(CLI::Validator(checkCount, ""));
}

ExitStatus tellFigures(Console& console, const FiguresView& figures) {
    warnWhenBusy(console, figures.loadAverage, figures.cpus);
    if (console.json()) {
        console.document(figures.json());
    } else {
        Canvas canvas = console.canvas();
        figures.draw(canvas);
        console.print(canvas);
    }
    return ExitStatus::Success;
}

} // namespace grindstone::cli
