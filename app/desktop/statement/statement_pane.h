// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/statement/statement_view.h"

#include <QWidget>

class QComboBox;
class QPushButton;

namespace grindstone::desktop {

/// A statement, and above it what there is to choose: its language where there are several, its PDF file where there is
/// one.
class StatementPane : public QWidget {
    Q_OBJECT
public:
    explicit StatementPane(Prompts& prompts, QWidget* parent = nullptr);

    StatementView& view() { return *m_view; }

    /// `package` is the problem's folder. A title of the document's own takes the heading's place.
    void showStatement(StatementHeading heading, const core::StatementDocument& document,
                       const std::filesystem::path& package);
    /// A sentence instead of a statement.
    void showNote(const QString& text, const QString& detail);

Q_SIGNALS:
    /// The person wants the statement in this language, one of the document's.
    void languageChosen(const QString& language);
    void pdfWanted(const std::filesystem::path& file);

private:
    void showChoices(const core::StatementDocument& document);

    QWidget* m_bar;
    QComboBox* m_languages;
    QPushButton* m_openPdf;
    StatementView* m_view;
    std::filesystem::path m_pdf;
};

/// A language's name in that language, such as "Deutsch"; its tag when it isn't known.
QString nativeLanguageName(const QString& tag);

} // namespace grindstone::desktop
