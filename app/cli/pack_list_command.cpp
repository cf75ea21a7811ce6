// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/columns.h"
#include "app/cli/pack_commands.h"
#include "app/cli/quantities.h"
#include "app/cli/translation.h"
#include "app/core/packs/pack_json.h"

#include <QLocale>

#include <algorithm>

namespace grindstone::cli {

namespace {

using core::InstalledPack;

struct ListOptions {};

QString origin(const InstalledPack& pack) {
    if (!pack.own) {
        return Cli::tr("comes with the program");
    }
    if (!pack.record) {
        return pack.folder.string().empty() ? QString() : QString::fromStdString(pack.folder.string());
    }
    const QString day = QLocale().toString(pack.record->imported.toLocalTime().date(), QLocale::ShortFormat);
    return Cli::tr("from %1, %2").arg(pack.record->source, day);
}

void draw(Canvas& canvas, const InstalledPack& pack, qsizetype width) {
    const QString gap = QStringLiteral("  ");
    canvas.put(pack.file.id + QString(std::max<qsizetype>(0, width - columnsOf(pack.file.id)), u' ') + gap,
               Style::Bold);
    QStringList facts{pack.file.title};
    if (!pack.file.version.isEmpty()) {
        facts << Cli::tr("version %1").arg(pack.file.version);
    }
    facts << Cli::tr("%n problem(s)", nullptr, static_cast<int>(pack.packages.size())) << sizeText(core::sizeOf(pack));
    canvas.put(facts.join(QStringLiteral(" · "))).put(gap + origin(pack), Style::Dim).line();
}

ExitStatus list(const ListOptions&, Session& session) {
    const std::vector<InstalledPack> packs = core::installedPacks(session.services.paths().packRoots());
    if (session.console.json()) {
        session.console.document(core::packsJson(packs));
        return ExitStatus::Success;
    }
    qsizetype width = 0;
    for (const InstalledPack& pack : packs) {
        width = std::max(width, columnsOf(pack.file.id));
    }
    Canvas canvas = session.console.canvas();
    for (const InstalledPack& pack : packs) {
        draw(canvas, pack, width);
    }
    if (packs.empty()) {
        canvas.line(Cli::tr("No packs are installed."));
    }
    session.console.print(canvas);
    for (const InstalledPack& pack : packs) {
        if (pack.error) {
            session.console.warn(*pack.error);
        }
    }
    return ExitStatus::Success;
}

} // namespace

void declarePackList(CLI::App& pack, Action& chosen) {
    const auto options = std::make_shared<ListOptions>();
    CLI::App* command = addCommand(pack, "list", Cli::tr("List the installed packs"),
                                   Cli::tr("  grind pack list\n"
                                           "  grind pack list --json | jq -r '.packs[] | select(.own).id'"));
    declareJson(*command);
    choose(*command, chosen, options, list);
}

} // namespace grindstone::cli
