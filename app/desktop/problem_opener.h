// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/library/library.h"
#include "app/core/statement/statement.h"

#include <QObject>

#include <thread>
#include <utility>

namespace grindstone::desktop {

/// A problem that was read, or why it could not be.
struct OpenedProblem {
    core::ProblemEntry entry;
    Result<std::shared_ptr<const judge::Problem>> problem;
    Result<core::StatementDocument> statement;
};

/// Reads problems in the background. Only the one asked for last is delivered.
class ProblemOpener : public QObject {
    Q_OBJECT
public:
    ProblemOpener(core::LatexConverter latexConverter, QObject* parent)
        : QObject(parent), m_latexConverter(std::move(latexConverter)) {}

    /// With the statement in that language, or what stands in for it.
    void open(const core::ProblemEntry& entry, const QString& language);
    /// Reads only the statement of a problem that is open.
    void readStatement(std::shared_ptr<const judge::Problem> problem, const QString& language);
    /// What was asked for is not wanted any more.
    void cancel();

Q_SIGNALS:
    void opened(const grindstone::desktop::OpenedProblem& problem);
    void statementRead(const grindstone::Result<grindstone::core::StatementDocument>& statement);

private:
    const core::LatexConverter m_latexConverter;
    quint64 m_ticket = 0;
    std::jthread m_reader;
};

} // namespace grindstone::desktop
