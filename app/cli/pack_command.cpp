// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/pack_commands.h"
#include "app/cli/translation.h"

namespace grindstone::cli {

judge::ExtractionSink percentOn(ProgressBar& bar, const QString& what) {
    return [&bar, what](const judge::ExtractionProgress& progress) {
        bar.show(what, static_cast<std::size_t>(progress.share * 100), 100);
    };
}

void declarePack(CLI::App& root, Action& chosen) {
    CLI::App* pack =
        addCommand(root, "pack", Cli::tr("Import packs of problems, and make your own"),
                   Cli::tr("  grind pack import contest.zip                what others have made\n"
                           "  grind pack list                              what is installed\n"
                           "  grind pack build my-course -o my-course.grindpack\n"
                           "\n"
                           "A pack is a folder of problem packages, with a pack.yaml that names it, or an archive of\n"
                           "one. Submissions belong to PACK/NAME and stay when a pack is replaced or removed."));
    pack->require_subcommand(0, 1);
    declareJson(*pack);
    declarePackImport(*pack, chosen);
    declarePackList(*pack, chosen);
    declarePackShow(*pack, chosen);
    declarePackRemove(*pack, chosen);
    declarePackBuild(*pack, chosen);
    declarePackExport(*pack, chosen);
}

} // namespace grindstone::cli
