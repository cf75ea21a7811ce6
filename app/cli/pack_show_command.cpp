// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/pack_commands.h"
#include "app/cli/package_argument.h"
#include "app/cli/quantities.h"
#include "app/cli/translation.h"
#include "app/core/packs/pack_finding.h"
#include "app/core/packs/pack_json.h"
#include "app/core/text/text.h"
#include "judge/package/package_folder.h"

namespace grindstone::cli {

namespace {

using core::InstalledPack;
using core::ShownPackage;

struct ShowOptions {
    std::string pack;
};

/// The packs of a folder or an archive, as if they were installed.
Result<std::vector<InstalledPack>> packsIn(const PackageArgument& argument, const std::string& given) {
    const QString name = QString::fromStdString(std::filesystem::path(given).filename().string());
    std::vector<InstalledPack> packs;
    Result<std::vector<core::FoundPack>> all = core::findPacks(argument.folder(), name);
    if (!all) {
        return fail(withContext(std::move(all).error(), judge::shownPath(given)));
    }
    for (core::FoundPack& found : *all) {
        InstalledPack pack;
        pack.file = std::move(found.file);
        pack.folder = found.folder;
        pack.packages = std::move(found.packages);
        packs.push_back(std::move(pack));
    }
    return packs;
}

void drawFacts(Canvas& canvas, const InstalledPack& pack) {
    canvas.line(pack.file.title, Style::Bold);
    QStringList facts{pack.file.id};
    if (!pack.file.version.isEmpty()) {
        facts << Cli::tr("version %1").arg(pack.file.version);
    }
    if (!pack.file.licence.isEmpty()) {
        facts << pack.file.licence;
    }
    facts << Cli::tr("%n problem(s)", nullptr, static_cast<int>(pack.packages.size())) << sizeText(core::sizeOf(pack));
    canvas.line(facts.join(QStringLiteral(" · ")), Style::Dim);
    if (!pack.file.authors.isEmpty()) {
        canvas.line(pack.file.authors.join(QStringLiteral(", ")), Style::Dim);
    }
}

void drawPackage(Canvas& canvas, const ShownPackage& package) {
    canvas.put(QStringLiteral("  %1  ").arg(package.name), Style::Bold);
    if (!package.problem) {
        canvas.line(core::text::errorMessage(*package.error), Style::Bad);
        return;
    }
    const judge::Problem& problem = *package.problem;
    canvas.line(QString::fromStdString(problem.name));
    canvas.line(Cli::tr("    time %1 (%2) · memory %3 · %n case(s)", nullptr, static_cast<int>(problem.cases.size()))
                    .arg(durationText(problem.limits.cpuTime), limitSourceText(problem.limits.source),
                         sizeText(problem.limits.memory)),
                Style::Dim);
    for (const std::string& warning : problem.warnings) {
        canvas.put(QStringLiteral("    ")).line(QString::fromStdString(warning), Style::Limit);
    }
}

void draw(Canvas& canvas, const InstalledPack& pack, const std::vector<ShownPackage>& packages) {
    drawFacts(canvas, pack);
    for (const std::string& warning : pack.file.warnings) {
        canvas.line(QString::fromStdString(warning), Style::Limit);
    }
    for (const ShownPackage& package : packages) {
        drawPackage(canvas, package);
    }
    for (const core::LeftOutPackage& left : pack.record ? pack.record->leftOut : std::vector<core::LeftOutPackage>()) {
        canvas.put(QStringLiteral("  %1  ").arg(left.name), Style::Bold);
        canvas.line(Cli::tr("left out by the import. %1").arg(core::text::errorMessage(left.reason)), Style::Bad);
    }
}

/// A path wins over an id only where there is no such pack.
Result<std::vector<InstalledPack>> find(const ShowOptions& options, std::optional<PackageArgument>& argument,
                                        Session& session) {
    Result<InstalledPack> installed =
        core::findInstalledPack(session.services.paths().packRoots(), QString::fromStdString(options.pack));
    if (installed) {
        return std::vector<InstalledPack>{*std::move(installed)};
    }
    std::error_code error;
    if (!std::filesystem::exists(options.pack, error)) {
        return fail(installed.error());
    }
    argument.emplace(TRY(PackageArgument::open(options.pack, session)));
    return packsIn(*argument, options.pack);
}

/// Of one pack, or a list where an archive holds several.
nlohmann::ordered_json document(const std::vector<InstalledPack>& packs) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const InstalledPack& pack : packs) {
        list.push_back(core::packJson(pack, core::loadPackages(pack.packages)));
    }
    return list.size() == 1 ? list.front() : nlohmann::ordered_json{{"schema", "grindstone-packs/1"}, {"packs", list}};
}

ExitStatus show(const ShowOptions& options, Session& session) {
    std::optional<PackageArgument> argument;
    const Result<std::vector<InstalledPack>> packs = find(options, argument, session);
    if (!packs) {
        return session.console.fail(packs.error());
    }
    if (session.console.json()) {
        session.console.document(document(*packs));
        return ExitStatus::Success;
    }
    Canvas canvas = session.console.canvas();
    for (const InstalledPack& pack : *packs) {
        draw(canvas, pack, core::loadPackages(pack.packages));
    }
    session.console.print(canvas);
    return ExitStatus::Success;
}

} // namespace

void declarePackShow(CLI::App& pack, Action& chosen) {
    const auto options = std::make_shared<ShowOptions>();
    CLI::App* command =
        addCommand(pack, "show", Cli::tr("Show what is in a pack"),
                   Cli::tr("  grind pack show starter\n"
                           "  grind pack show contest.zip          before importing it\n"
                           "\n"
                           "Tells each problem's limits and how they came about, and what is odd about it."));
    command->add_option("PACK", options->pack, Cli::tr("Id of a pack, a folder or an archive").toStdString())
        ->required();
    declareJson(*command);
    choose(*command, chosen, options, show);
}

} // namespace grindstone::cli
