// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/pack_commands.h"
#include "app/cli/pack_completion.h"
#include "app/cli/translation.h"
#include "app/core/packs/pack_json.h"
#include "app/core/text/text.h"

#include <algorithm>

namespace grindstone::cli {

namespace {

struct ImportOptions {
    std::vector<std::string> sources;
    std::string id;
    bool strict = false;
    bool force = false;
    bool noRun = false;
};

using core::ImportedPack;
using core::ImportProgress;

core::ImportOrder toOrder(const ImportOptions& options, const std::string& source, Session& session) {
    const core::Paths& paths = session.services.paths();
    core::ImportOrder order;
    order.source = source;
    order.root = paths.ownPacks();
    const std::vector<std::filesystem::path> roots = paths.packRoots();
    order.otherRoots.assign(roots.begin() + 1, roots.end());
    order.id = QString::fromStdString(options.id);
    order.strict = options.strict;
    order.force = options.force;
    if (!options.noRun) {
        order.complete = [&session](const judge::Problem& problem, std::stop_token stop) {
            return completePackage(problem, session, std::move(stop));
        };
    }
    return order;
}

void show(ProgressBar& bar, const ImportProgress& progress) {
    switch (progress.step) {
    case ImportProgress::Step::Reading:
        return bar.show(Cli::tr("Reading %1"), static_cast<std::size_t>(progress.share * 100), 100);
    case ImportProgress::Step::Checking:
        return bar.show(Cli::tr("Checking packages %1"), progress.done, progress.total);
    case ImportProgress::Step::Completing:
        return bar.show(Cli::tr("Making what is missing %1"), progress.done, progress.total);
    }
}

Result<std::vector<ImportedPack>> importOne(const ImportOptions& options, const std::string& source, Session& session) {
    ProgressBar bar = ProgressBar::onTerminal();
    return core::importPacks(
        toOrder(options, source, session), [&bar](const ImportProgress& progress) { show(bar, progress); },
        session.stop);
}

QString headline(const ImportedPack& pack) {
    const QString version = pack.version.isEmpty() ? QString() : QLatin1Char(' ') + pack.version;
    const QString name = pack.id + version;
    const int count = static_cast<int>(pack.problems.size());
    switch (pack.change) {
    case core::PackChange::New:
        return Cli::tr("Imported %1, with %n problem(s).", nullptr, count).arg(name);
    case core::PackChange::Unchanged:
        return Cli::tr("%1 is installed already, the same in all.").arg(name);
    case core::PackChange::Replaced:
        break;
    }
    return pack.versionBefore.isEmpty() || pack.versionBefore == pack.version
               ? Cli::tr("Replaced %1, with %n problem(s) now.", nullptr, count).arg(name)
               : Cli::tr("Replaced version %2 of %1, with %n problem(s) now.", nullptr, count)
                     .arg(pack.id, pack.versionBefore);
}

QStringList changed(const ImportedPack& pack, core::ProblemChange change) {
    QStringList slugs;
    for (const core::ImportedProblem& problem : pack.problems) {
        if (problem.change == change) {
            slugs << problem.slug;
        }
    }
    return slugs;
}

void drawList(Canvas& canvas, const QString& label, const QStringList& slugs) {
    if (!slugs.isEmpty()) {
        canvas.line(QStringLiteral("  ") + label.arg(slugs.join(QStringLiteral(", "))));
    }
}

void draw(Canvas& canvas, const ImportedPack& pack) {
    canvas.line(headline(pack), Style::Bold);
    if (pack.change == core::PackChange::New) {
        for (const core::ImportedProblem& problem : pack.problems) {
            canvas.line(QStringLiteral("  %1/%2  %3").arg(pack.id, problem.slug, problem.title));
        }
    } else if (pack.change == core::PackChange::Replaced) {
        drawList(canvas, Cli::tr("added: %1"), changed(pack, core::ProblemChange::Added));
        drawList(canvas, Cli::tr("changed: %1"), changed(pack, core::ProblemChange::Changed));
        drawList(canvas, Cli::tr("removed: %1"), pack.removed);
    }
}

/// On standard error, so that a list of problems stays one.
void warn(Session& session, const ImportedPack& pack) {
    for (const std::string& warning : pack.warnings) {
        session.console.warn(QString::fromStdString(warning));
    }
    for (const core::ImportedProblem& problem : pack.problems) {
        for (const std::string& warning : problem.warnings) {
            session.console.warn(problem.slug + QStringLiteral(": ") + QString::fromStdString(warning));
        }
    }
    for (const core::LeftOutPackage& package : pack.leftOut) {
        session.console.warn(
            Cli::tr("%1 was left out. %2").arg(package.name, core::text::errorMessage(package.reason)));
    }
}

void print(Session& session, const std::vector<ImportedPack>& packs) {
    Canvas canvas = session.console.canvas();
    for (const ImportedPack& pack : packs) {
        draw(canvas, pack);
    }
    session.console.print(canvas);
    for (const ImportedPack& pack : packs) {
        warn(session, pack);
    }
}

ExitStatus importAll(const ImportOptions& options, Session& session) {
    std::vector<ImportedPack> packs;
    std::vector<core::FailedImport> failed;
    ExitStatus status = ExitStatus::Success;
    for (const std::string& source : options.sources) {
        Result<std::vector<ImportedPack>> imported = importOne(options, source, session);
        if (imported) {
            std::ranges::move(*imported, std::back_inserter(packs));
            continue;
        }
        status = statusOf(imported.error());
        if (options.sources.size() == 1) {
            return session.console.fail(imported.error());
        }
        failed.push_back({source, imported.error()});
        if (session.stop.stop_requested()) {
            break;
        }
    }
    if (session.console.json()) {
        session.console.document(core::importJson(packs, failed));
        return status;
    }
    print(session, packs);
    for (const core::FailedImport& one : failed) {
        session.console.fail(one.error);
    }
    return status;
}

} // namespace

void declarePackImport(CLI::App& pack, Action& chosen) {
    const auto options = std::make_shared<ImportOptions>();
    CLI::App* command = addCommand(
        pack, "import", Cli::tr("Put packs into the library"),
        Cli::tr(
            "  grind pack import contest.grindpack                   or .zip, .tar, .tar.gz, .tar.xz, .tar.bz2, "
            ".tar.zst\n"
            "  grind pack import ~/problems/hello                    one problem package, a pack of its own\n"
            "  grind pack import course-2.0.zip                      a newer version replaces the older one\n"
            "  grind pack import contest.zip --id my-contest         under another id\n"
            "\n"
            "A pack is imported whole or not at all, also when the power fails. A package that cannot be\n"
            "judged is left out and told with its reason. In the sandbox, generators make the cases that a package\n"
            "leaves to them, and accepted submissions tell the time limit where it names none.\n"
            "With --no-run nothing of the pack is run."));
    command->add_option("PACK", options->sources, Cli::tr("Folders or archives").toStdString())->required();
    command->add_option("--id", options->id, Cli::tr("The id that the pack gets, instead of its own").toStdString())
        ->type_name("NAME");
    command->add_flag("--strict", options->strict,
                      Cli::tr("Refuse a pack of which any package cannot be judged").toStdString());
    command->add_flag("--force", options->force, Cli::tr("Also replace a newer version").toStdString());
    command->add_flag("--no-run", options->noRun,
                      Cli::tr("Run nothing of the pack: make no cases, infer no time limits").toStdString());
    declareJson(*command);
    choose(*command, chosen, options, importAll);
}

} // namespace grindstone::cli
