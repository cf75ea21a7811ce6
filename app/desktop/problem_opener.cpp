// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/problem_opener.h"

#include "app/desktop/background.h"

namespace grindstone::desktop {

namespace {

OpenedProblem read(const core::ProblemEntry& entry, const QString& language, const core::LatexConverter& converter,
                   std::stop_token stop) {
    OpenedProblem opened{entry, core::Library::load(entry), core::StatementDocument{}};
    if (!opened.problem) {
        opened.statement = fail(opened.problem.error());
        return opened;
    }
    opened.statement = core::loadStatement(**opened.problem, language, converter, std::move(stop));
    return opened;
}

} // namespace

void ProblemOpener::open(const core::ProblemEntry& entry, const QString& language) {
    const quint64 ticket = ++m_ticket;
    m_reader = inBackground(
        this,
        [this, entry, language](std::stop_token stop) {
            return read(entry, language, m_latexConverter, std::move(stop));
        },
        [this, ticket](const OpenedProblem& problem) {
            if (ticket == m_ticket) {
                Q_EMIT opened(problem);
            }
        });
}

void ProblemOpener::readStatement(std::shared_ptr<const judge::Problem> problem, const QString& language) {
    const quint64 ticket = ++m_ticket;
    m_reader = inBackground(
        this,
        [this, problem = std::move(problem), language](std::stop_token stop) {
            return core::loadStatement(*problem, language, m_latexConverter, std::move(stop));
        },
        [this, ticket](const Result<core::StatementDocument>& statement) {
            if (ticket == m_ticket) {
                Q_EMIT statementRead(statement);
            }
        });
}

void ProblemOpener::cancel() {
    ++m_ticket;
}

} // namespace grindstone::desktop
