// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/problem_opener.h"

#include "app/desktop/background.h"

#include <QLocale>

namespace grindstone::desktop {

namespace {

std::filesystem::path imageFolderOf(const judge::Problem& problem, const QString& language) {
    for (const judge::Statement& statement : problem.statements) {
        if (QString::fromStdString(statement.language) == language) {
            return statement.path.parent_path();
        }
    }
    return problem.statements.empty() ? problem.folder : problem.statements.front().path.parent_path();
}

OpenedProblem read(const core::ProblemEntry& entry, const QString& language) {
    OpenedProblem opened{entry, core::Library::load(entry), core::StatementDocument{}, entry.folder};
    if (!opened.problem) {
        opened.statement = fail(opened.problem.error());
        return opened;
    }
    opened.statement = core::loadStatement(**opened.problem, language);
    if (opened.statement) {
        opened.imageFolder = imageFolderOf(**opened.problem, opened.statement->language);
    }
    return opened;
}

} // namespace

void ProblemOpener::open(const core::ProblemEntry& entry) {
    const quint64 ticket = ++m_ticket;
    const QString language = QLocale().name().section(u'_', 0, 0);
    m_reader = inBackground(
        this, [entry, language] { return read(entry, language); },
        [this, ticket](const OpenedProblem& problem) {
            if (ticket == m_ticket) {
                Q_EMIT opened(problem);
            }
        });
}

void ProblemOpener::cancel() {
    ++m_ticket;
}

} // namespace grindstone::desktop
