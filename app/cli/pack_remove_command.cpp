// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/pack_commands.h"
#include "app/cli/standard_streams.h"
#include "app/cli/translation.h"
#include "app/core/packs/installed_packs.h"

#include <iostream>

namespace grindstone::cli {

namespace {

struct RemoveOptions {
    std::string pack;
    bool yes = false;
};

/// Asks on a terminal; elsewhere nobody could answer. Fails with "usage.wrong" or "interrupted".
Result<void> confirm(const RemoveOptions& options, const core::InstalledPack& pack) {
    if (options.yes) {
        return {};
    }
    if (!isTerminal(STDIN_FILENO) || !isTerminal(STDERR_FILENO)) {
        return fail("usage.wrong", "nobody can be asked here; give --yes to remove " + options.pack);
    }
    const QString question = Cli::tr("Remove %1 with its %n problem(s)? Submissions are kept. [y/N] ", nullptr,
                                     static_cast<int>(pack.packages.size()))
                                 .arg(pack.file.id);
    const QByteArray bytes = question.toUtf8();
    writeFully(STDERR_FILENO, {bytes.constData(), static_cast<std::size_t>(bytes.size())});
    std::string answer;
    std::getline(std::cin, answer);
    const QString yes = Cli::tr("y");
    const bool agreed = QString::fromStdString(answer).trimmed().startsWith(yes, Qt::CaseInsensitive);
    return agreed ? Result<void>() : fail("interrupted", options.pack + " stays");
}

Result<void> removeConfirmed(const RemoveOptions& options, Session& session) {
    const std::vector<std::filesystem::path> roots = session.services.paths().packRoots();
    const QString id = QString::fromStdString(options.pack);
    const core::InstalledPack pack = TRY(core::findInstalledPack(roots, id));
    if (pack.own) {
        TRY(confirm(options, pack));
    }
    return core::removePack(roots, id);
}

ExitStatus remove(const RemoveOptions& options, Session& session) {
    if (const Result<void> removed = removeConfirmed(options, session); !removed) {
        return session.console.fail(removed.error());
    }
    if (session.console.json()) {
        session.console.document({{"schema", "grindstone-removed-pack/1"}, {"id", options.pack}});
    } else {
        session.console.tell(
            Cli::tr("Removed %1. What you have submitted to it is kept.").arg(QString::fromStdString(options.pack)));
    }
    return ExitStatus::Success;
}

} // namespace

void declarePackRemove(CLI::App& pack, Action& chosen) {
    const auto options = std::make_shared<RemoveOptions>();
    CLI::App* command =
        addCommand(pack, "remove", Cli::tr("Take a pack out of the library"),
                   Cli::tr("  grind pack remove contest\n"
                           "  grind pack remove contest --yes      without being asked\n"
                           "\n"
                           "Submissions are kept, and belong to the problems again when the pack comes back."));
    command->add_option("PACK", options->pack, Cli::tr("Id of a pack").toStdString())->required();
    command->add_flag("--yes", options->yes, Cli::tr("Don't ask").toStdString());
    declareJson(*command);
    choose(*command, chosen, options, remove);
}

} // namespace grindstone::cli
