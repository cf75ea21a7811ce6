// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/library/library.h"
#include "app/core/statement/statement.h"

#include <QObject>

#include <thread>

namespace grindstone::desktop {

/// A problem that was read, or why it could not be.
struct OpenedProblem {
    core::ProblemEntry entry;
    Result<std::shared_ptr<const judge::Problem>> problem;
    Result<core::StatementDocument> statement;
    std::filesystem::path imageFolder; ///< where the statement's images are looked for
};

/// Reads problems in the background. Only the one asked for last is delivered.
class ProblemOpener : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    void open(const core::ProblemEntry& entry);
    /// What was asked for is not wanted any more.
    void cancel();

Q_SIGNALS:
    void opened(const grindstone::desktop::OpenedProblem& problem);

private:
    quint64 m_ticket = 0;
    std::jthread m_reader;
};

} // namespace grindstone::desktop
