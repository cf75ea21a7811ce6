// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progress_bar.h"

#include "app/cli/standard_streams.h"
#include "app/cli/translation.h"

#include <algorithm>

namespace grindstone::cli {

namespace {

template<typename... Functions> struct Overloaded : Functions... { using Functions::operator()...; };
template<typename... Functions> Overloaded(Functions...) -> Overloaded<Functions...>;

} // namespace

QString barText(std::size_t done, std::size_t total, int width) {
    const std::size_t cells = static_cast<std::size_t>(std::max(0, width));
    const std::size_t filled = total == 0 ? 0 : std::min(done, total) * cells / total;
    return QStringLiteral("[%1%2] %3/%4")
        .arg(QString(static_cast<qsizetype>(filled), QLatin1Char('#')),
             QString(static_cast<qsizetype>(cells - filled), QLatin1Char('-')))
        .arg(done)
        .arg(total);
}

ProgressBar ProgressBar::onTerminal() {
    return ProgressBar(isTerminal(STDERR_FILENO) ? STDERR_FILENO : -1);
}

void ProgressBar::show(const judge::Progress& progress) {
    std::visit(Overloaded{[this](const judge::MakingCases& making) {
                              show(Cli::tr("Making test cases %1"), making.done, making.total);
                          },
                          [this](const judge::CompileStarted&) { draw(Cli::tr("Compiling …")); },
                          [](const judge::CompileFinished&) {},
                          [this](const judge::CasesPlanned& planned) {
                              m_finished.assign(planned.names.size(), false);
                              m_waiting.clear();
                              drawCases();
                          },
                          [](const judge::CaseStarted&) {},
                          [this](const judge::WaitingForMemory& waiting) {
                              waiting.over ? m_waiting.erase(waiting.index) : m_waiting.insert(waiting.index).second;
                              drawCases();
                          },
                          [this](const judge::CaseFinished& finished) {
                              m_finished.at(finished.index) = true;
                              drawCases();
                          }},
               progress);
}

void ProgressBar::drawCases() {
    const QString what = m_waiting.empty() ? Cli::tr("Judging %1") : Cli::tr("Judging %1, waiting for memory");
    show(what, static_cast<std::size_t>(std::ranges::count(m_finished, true)), m_finished.size());
}

void ProgressBar::show(const QString& what, std::size_t done, std::size_t total) {
    if (m_descriptor < 0) {
        return;
    }
    // What stands beside the bar: the text, and "] 300/300".
    const int beside = std::max(30, static_cast<int>(what.size()) + 16);
    draw(what.arg(barText(done, total, std::clamp(terminalWidth(m_descriptor) - beside, 0, 40))));
}

void ProgressBar::draw(const QString& text) {
    if (m_descriptor < 0) {
        return;
    }
    m_shown = true;
    const QByteArray bytes = "\r\x1b[K" + text.toUtf8();
    writeFully(m_descriptor, {bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

void ProgressBar::clear() {
    if (m_shown) {
        m_shown = false;
        writeFully(m_descriptor, "\r\x1b[K");
    }
}

} // namespace grindstone::cli
