// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/statement/statement_pane.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace grindstone::desktop {

StatementPane::StatementPane(Prompts& prompts, QWidget* parent)
    : QWidget(parent), m_bar(new QWidget), m_languages(new QComboBox), m_openPdf(new QPushButton(tr("Open PDF"))),
      m_view(new StatementView(prompts)) {
    m_languages->setObjectName(QStringLiteral("statementLanguage"));
    m_languages->setAccessibleName(tr("Language of the statement"));
    m_languages->setToolTip(m_languages->accessibleName());
    m_openPdf->setObjectName(QStringLiteral("openPdf"));
    m_openPdf->setToolTip(tr("Open the statement's PDF file in the program for such files"));
    auto* row = new QHBoxLayout(m_bar);
    row->setContentsMargins(16, 6, 16, 0);
    row->addStretch();
    row->addWidget(m_openPdf);
    row->addWidget(m_languages);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_view);
    m_bar->hide();
    connect(m_languages, &QComboBox::activated, this,
            [this] { Q_EMIT languageChosen(m_languages->currentData().toString()); });
    connect(m_openPdf, &QPushButton::clicked, this, [this] { Q_EMIT pdfWanted(m_pdf); });
}

void StatementPane::showStatement(StatementHeading heading, const core::StatementDocument& document,
                                  const std::filesystem::path& package) {
    showChoices(document);
    if (!document.title.isEmpty()) {
        heading.title = document.title;
    }
    m_view->showStatement(heading, document, package, document.imageFolder);
}

void StatementPane::showNote(const QString& text, const QString& detail) {
    m_bar->hide();
    m_view->showNote(text, detail);
}

void StatementPane::showChoices(const core::StatementDocument& document) {
    const QSignalBlocker quiet(m_languages);
    m_languages->clear();
    for (const QString& language : document.languages) {
        m_languages->addItem(nativeLanguageName(language), language);
    }
    m_languages->setCurrentIndex(m_languages->findData(document.language));
    m_pdf = document.pdf;
    const bool several = document.languages.size() > 1;
    m_languages->setVisible(several);
    m_openPdf->setVisible(!m_pdf.empty());
    m_bar->setVisible(several || !m_pdf.empty());
}

QString nativeLanguageName(const QString& tag) {
    if (tag == QStringLiteral("en") || tag == QStringLiteral("es")) { // these two come with a country
        return tag == QStringLiteral("en") ? QStringLiteral("English") : QStringLiteral("Español");
    }
    const QLocale locale(QString(tag).replace(u'-', u'_'));
    QString name = locale.nativeLanguageName();
    if (locale.language() == QLocale::C || name.isEmpty()) {
        return tag;
    }
    name[0] = name[0].toUpper();
    return name;
}

} // namespace grindstone::desktop
