// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/browser/problem_model.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QStackedWidget;

namespace grindstone::desktop {

/// The list of problems with its search box, and what stands there when there is nothing to list.
class ProblemBrowser : public QWidget {
    Q_OBJECT
public:
    explicit ProblemBrowser(QWidget* parent = nullptr);

    ProblemModel& model() { return *m_model; }
    /// Fills the list. `failures` are sentences on packages that could not be read.
    void setLibrary(std::vector<core::ProblemEntry> entries, const QStringList& failures);
    /// Marks the problem that is open; no signal comes of it.
    void setCurrent(const QString& id);
    /// The visible neighbour of the current problem, `step` rows on; empty at the ends.
    QString neighbour(int step) const;
    void focusSearch();

Q_SIGNALS:
    void chosen(const QString& id);

private:
    void build();
    void refresh();
    void search(const QString& query);
    void choose(const QModelIndex& index);

    ProblemModel* m_model;
    QLineEdit* m_search;
    QListView* m_list;
    QStackedWidget* m_pages;
    QLabel* m_nothing;
    QPushButton* m_clear;
    QLabel* m_failures;
    QString m_current;
    bool m_loaded = false;
};

} // namespace grindstone::desktop
