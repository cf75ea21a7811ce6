// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/problem/problem.h"
#include "sandbox/base/result.h"

#include <QString>
#include <QStringList>

#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>

namespace grindstone::core {

/// A statement ready to show.
struct StatementDocument {
    QString html;     ///< a body without scripts and without anything remote; raw HTML of the source is escaped
    QString markdown; ///< the source, for the terminal; samples appended as code blocks
    QString language;
    QString title{};                     ///< of the problem in that language; empty: the problem's name
    QStringList languages{};             ///< all in which there is one
    std::filesystem::path pdf{};         ///< the statement in that language as a PDF file; empty: there is none
    std::filesystem::path imageFolder{}; ///< what its images' relative paths start from
};

/// Markdown of a LaTeX statement, made by something that does it better than latexToMarkdown(), whose result is `own`;
/// nothing if it cannot, or is to stop. Any thread. PandocConverter is one.
using LatexConverter = std::function<std::optional<QString>(const QString& latex, const QString& language,
                                                            const QString& own, std::stop_token)>;

/// Reads the statement that chooseStatement() chooses for the language, makes HTML of it, whatever its format, and puts
/// in the samples from the data folder: where it wants them, the others at its end. A problem without a statement gets
/// one that says so and shows the samples. Fails with "file.unreadable".
Result<StatementDocument> loadStatement(const judge::Problem& problem, const QString& language,
                                        const LatexConverter& latexConverter = {}, std::stop_token stop = {});

} // namespace grindstone::core
