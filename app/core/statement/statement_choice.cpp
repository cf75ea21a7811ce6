// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/statement/statement_choice.h"

#include <algorithm>
#include <tuple>

namespace grindstone::core {

namespace {

/// How far a statement's language is from the wanted one.
int distance(const std::string& language, const QString& wanted) {
    const QString here = QString::fromStdString(language).toLower().replace(u'_', u'-');
    const QString there = wanted.toLower().replace(u'_', u'-');
    if (here == there) {
        return 0;
    }
    if (here.section(u'-', 0, 0) == there.section(u'-', 0, 0)) {
        return 1;
    }
    return here.section(u'-', 0, 0) == QStringLiteral("en") ? 2 : 3;
}

} // namespace

const judge::Statement* chooseStatement(const std::vector<judge::Statement>& statements, const QString& wanted) {
    const auto rank = [&](const judge::Statement& one) {
        return std::tuple(distance(one.language, wanted), static_cast<int>(one.format));
    };
    const auto best = std::ranges::min_element(statements, {}, rank);
    return best == statements.end() ? nullptr : &*best;
}

QStringList statementLanguages(const std::vector<judge::Statement>& statements) {
    QStringList languages;
    for (const judge::Statement& one : statements) {
        if (const QString language = QString::fromStdString(one.language); !languages.contains(language)) {
            languages.append(language);
        }
    }
    return languages;
}

} // namespace grindstone::core
