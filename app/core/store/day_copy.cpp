// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/store/day_copy.h"

#include "app/core/store/migrations.h"
#include "app/core/store/statement_runner.h"
#include "app/core/store/store_files.h"

namespace grindstone::core {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t KeptCopies = 3;
constexpr qint64 LargestCopied = 32 << 20;

bool isWorthIt(const QSqlDatabase& database, const StoreFiles& files) {
    std::error_code error;
    // Pages that are free are not copied: there are many once large jobs have been judged.
    const Result<qint64> size = readNumber(database, QStringLiteral("SELECT (page_count - freelist_count) * page_size "
                                                                    "FROM pragma_page_count, pragma_freelist_count, "
                                                                    "pragma_page_size"));
    if (!size || *size > LargestCopied || fs::exists(files.dayCopy(QDate::currentDate()), error)) {
        return false;
    }
    return readNumber(database, QStringLiteral("SELECT EXISTS (SELECT 1 FROM submissions) OR "
                                               "EXISTS (SELECT 1 FROM drafts)"))
               .value_or(0) != 0;
}

} // namespace

void copyDaily(const QSqlDatabase& database) {
    const StoreFiles files(database.databaseName().toStdString());
    if (!isWorthIt(database, files) || !copyDatabase(database, files.dayCopy(QDate::currentDate()))) {
        return;
    }
    std::vector<fs::path> copies = files.dayCopies();
    while (copies.size() > KeptCopies) {
        std::error_code ignored;
        fs::remove(copies.back(), ignored);
        copies.pop_back();
    }
}

} // namespace grindstone::core
