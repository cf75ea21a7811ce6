// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/pack_commands.h"
#include "app/cli/quantities.h"
#include "app/cli/translation.h"
#include "app/core/packs/pack_json.h"

namespace grindstone::cli {

namespace {

struct WriteOptions {
    std::string pack;
    std::string file;
    bool force = false;
};

ExitStatus tell(const Result<core::WrittenPack>& written, const WriteOptions& options, Session& session) {
    if (!written) {
        return session.console.fail(written.error());
    }
    if (session.console.json()) {
        session.console.document(core::writtenJson(*written, options.file));
        return ExitStatus::Success;
    }
    for (const std::string& warning : written->warnings) {
        session.console.warn(QString::fromStdString(warning));
    }
    session.console.tell(
        Cli::tr("%1 written: %2 with %n problem(s), %3.", nullptr, static_cast<int>(written->problems.size()))
            .arg(QString::fromStdString(options.file), written->id, sizeText(written->size)));
    return ExitStatus::Success;
}

ExitStatus build(const WriteOptions& options, Session& session) {
    ProgressBar bar = ProgressBar::onTerminal();
    const auto sink = percentOn(bar, Cli::tr("Writing %1"));
    const auto written = core::buildPack(options.pack, options.file, options.force, sink, session.stop);
    bar.clear();
    return tell(written, options, session);
}

Result<core::WrittenPack> exportInstalled(const WriteOptions& options, Session& session) {
    const core::InstalledPack pack =
        TRY(core::findInstalledPack(session.services.paths().packRoots(), QString::fromStdString(options.pack)));
    ProgressBar bar = ProgressBar::onTerminal();
    return core::exportPack(pack, options.file, options.force, percentOn(bar, Cli::tr("Writing %1")), session.stop);
}

ExitStatus exportIt(const WriteOptions& options, Session& session) {
    return tell(exportInstalled(options, session), options, session);
}

void declareWriting(CLI::App& command, WriteOptions& options) {
    command.add_option("-o,--output", options.file, Cli::tr("The new file").toStdString())
        ->type_name("FILE")
        ->required();
    command.add_flag("--force", options.force, Cli::tr("Also replace a file that is there").toStdString());
    declareJson(command);
}

} // namespace

void declarePackBuild(CLI::App& pack, Action& chosen) {
    const auto options = std::make_shared<WriteOptions>();
    CLI::App* command = addCommand(
        pack, "build", Cli::tr("Make an archive of a pack that you have written"),
        Cli::tr("  grind pack build my-course -o my-course.grindpack\n"
                "\n"
                "Every package has to be one that can be judged. Hidden files and what compilers leave are not\n"
                "taken along. The same content makes the same file, byte for byte."));
    command->add_option("PACKAGE", options->pack, Cli::tr("Folder of a pack, or of one problem package").toStdString())
        ->required();
    declareWriting(*command, *options);
    choose(*command, chosen, options, build);
}

void declarePackExport(CLI::App& pack, Action& chosen) {
    const auto options = std::make_shared<WriteOptions>();
    CLI::App* command =
        addCommand(pack, "export", Cli::tr("Make an archive of an installed pack"),
                   Cli::tr("  grind pack export contest -o contest.grindpack\n"
                           "  grind pack export contest -o contest.tar.xz     the name tells the form"));
    command->add_option("PACK", options->pack, Cli::tr("Id of a pack").toStdString())->required();
    declareWriting(*command, *options);
    choose(*command, chosen, options, exportIt);
}

} // namespace grindstone::cli
