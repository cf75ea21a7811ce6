// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/problem/problem.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace grindstone::core {

/// The statement in the wanted language, a BCP 47 tag or a locale's name: the same one, the same but for the country,
/// English, the first. Within a language, the format that is easiest to show. Null when there is none.
const judge::Statement* chooseStatement(const std::vector<judge::Statement>& statements, const QString& wanted);

/// The languages in which a problem has statements, each once, in their order.
QStringList statementLanguages(const std::vector<judge::Statement>& statements);

} // namespace grindstone::core
