// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/text/store_text.h"

#include "app/core/text/phrase.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace grindstone::core::text {

namespace {

struct TableName {
    std::string_view table;
    const char* name;
};

constexpr std::array Names{
    TableName{"submissions", QT_TRANSLATE_NOOP("grindstone", "submissions")},
    TableName{"submission_files", QT_TRANSLATE_NOOP("grindstone", "files of submissions")},
    TableName{"submission_cases", QT_TRANSLATE_NOOP("grindstone", "results of cases")},
    TableName{"drafts", QT_TRANSLATE_NOOP("grindstone", "drafts")},
    TableName{"jobs", QT_TRANSLATE_NOOP("grindstone", "jobs")},
};

QString nameOf(const QString& table, Wording wording) {
    const std::string name = table.toStdString();
    const auto found = std::ranges::find(Names, std::string_view(name), &TableName::table);
    return found == Names.end() ? table : say(wording, found->name);
}

QString tableLine(const SalvagedTable& table, Wording wording) {
    const QString name = nameOf(table.table, wording);
    if (!table.lost) {
        return say(wording, QT_TRANSLATE_NOOP("grindstone", "%1: %2 kept; whether others are lost cannot be known"))
            .arg(name)
            .arg(table.kept);
    }
    if (*table.lost == 0) {
        return say(wording, QT_TRANSLATE_NOOP("grindstone", "%1: %2 kept, none lost")).arg(name).arg(table.kept);
    }
    if (table.codeOnly > 0) {
        return say(wording,
                   QT_TRANSLATE_NOOP("grindstone", "%1: %2 kept, %3 lost; of %4 of those the code is kept, under %5"))
            .arg(name)
            .arg(table.kept)
            .arg(*table.lost)
            .arg(table.codeOnly)
            .arg(QString::fromUtf8(LostProblem));
    }
    return say(wording, QT_TRANSLATE_NOOP("grindstone", "%1: %2 kept, %3 lost"))
        .arg(name)
        .arg(table.kept)
        .arg(*table.lost);
}

QString pathText(const std::filesystem::path& path) {
    return QString::fromStdString(path.string());
}

} // namespace

QString noticeMessage(const StoreNotice& notice, Wording wording) {
    if (notice.kind == StoreNotice::Kind::Repaired) {
        return say(wording, QT_TRANSLATE_NOOP("grindstone", "The database was damaged and has been repaired."));
    }
    return say(wording, QT_TRANSLATE_NOOP("grindstone", "The database was damaged so that nothing in it could be read. "
                                                        "An empty one has been begun."));
}

QStringList noticeDetails(const StoreNotice& notice, Wording wording) {
    QStringList lines;
    if (notice.kind == StoreNotice::Kind::Repaired) {
        for (const SalvagedTable& table : notice.tables) {
            lines << tableLine(table, wording);
        }
    }
    lines << say(wording, QT_TRANSLATE_NOOP("grindstone", "What was seen: %1"))
                 .arg(QString::fromStdString(notice.reason));
    lines << say(wording, QT_TRANSLATE_NOOP("grindstone", "The damaged file is kept as %1"))
                 .arg(pathText(notice.damaged));
    lines << (notice.copy.empty() ? say(wording, QT_TRANSLATE_NOOP("grindstone", "There is no copy from before."))
                                  : say(wording, QT_TRANSLATE_NOOP("grindstone", "The last copy from before is %1"))
                                        .arg(pathText(notice.copy)));
    return lines;
}

} // namespace grindstone::core::text
