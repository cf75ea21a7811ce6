// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/results/compile_view.h"

#include "app/desktop/theme/verdict_mark.h"

#include <QFontDatabase>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QVBoxLayout>

namespace grindstone::desktop {

namespace {

constexpr int LineRole = Qt::UserRole;
constexpr int ColumnRole = Qt::UserRole + 1;
constexpr std::size_t MostMessages = 200;
constexpr qsizetype LargestOutput = 256 << 10;

} // namespace

CompileView::CompileView(QWidget* parent)
    : QWidget(parent), m_messages(new QListWidget(this)), m_output(new QPlainTextEdit(this)) {
    m_messages->setObjectName(QStringLiteral("diagnosticList"));
    m_messages->setAccessibleName(tr("Compiler messages"));
    m_messages->setFrameShape(QFrame::NoFrame);
    m_messages->setWordWrap(true);
    m_messages->setIconSize(QSize(16, 16));
    m_output->setObjectName(QStringLiteral("compilerOutput"));
    m_output->setAccessibleName(tr("Compiler output"));
    m_output->setReadOnly(true);
    m_output->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_output->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_output->setTabChangesFocus(true);
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_messages);
    splitter->addWidget(m_output);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    const auto choose = [this](const QListWidgetItem* item) {
        if (const int line = item->data(LineRole).toInt(); line > 0) {
            Q_EMIT placeChosen(line, item->data(ColumnRole).toInt());
        }
    };
    connect(m_messages, &QListWidget::itemClicked, this, choose);
    connect(m_messages, &QListWidget::itemActivated, this, choose);
}

void CompileView::showResult(const judge::CompileResult& result) {
    m_messages->clear();
    for (const judge::Diagnostic& diagnostic : result.diagnostics) {
        if (static_cast<std::size_t>(m_messages->count()) >= MostMessages) {
            break;
        }
        const QString message = QString::fromStdString(diagnostic.message);
        auto* item = new QListWidgetItem(
            diagnostic.line > 0 ? tr("Line %1: %2").arg(diagnostic.line).arg(message) : message, m_messages);
        item->setData(LineRole, diagnostic.line);
        item->setData(ColumnRole, diagnostic.column);
        const bool warning = diagnostic.severity == "warning" || diagnostic.severity == "note";
        item->setIcon(verdictIcon(warning ? judge::Verdict::JudgeError : judge::Verdict::WrongAnswer, palette()));
    }
    m_messages->setVisible(m_messages->count() > 0);
    QString output = QString::fromStdString(result.output);
    if (output.size() > LargestOutput) {
        output = output.left(LargestOutput) + u'\n' + tr("(the rest is left out)");
    }
    m_output->setPlainText(output);
}

} // namespace grindstone::desktop
