// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/problem/problem.h"
#include "sandbox/base/result.h"

#include <QString>

namespace grindstone::core {

/// A statement ready to show.
struct StatementDocument {
    QString html;     ///< a body without scripts and without anything remote; raw HTML of the source is escaped
    QString markdown; ///< the source, for the terminal; samples appended as code blocks
    QString language;
};

/// Reads the statement in the wanted language (falling back to English, then to any), renders its Markdown with md4c,
/// and appends the samples from the data folder. A problem without a statement gets one that says so and shows the
/// samples. Fails with "file.unreadable".
Result<StatementDocument> loadStatement(const judge::Problem& problem, const QString& language);

} // namespace grindstone::core
