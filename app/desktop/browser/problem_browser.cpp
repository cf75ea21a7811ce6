// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/browser/problem_browser.h"

#include "app/desktop/browser/problem_delegate.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace grindstone::desktop {

namespace {

QLabel* createNote(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

ProblemBrowser::ProblemBrowser(QWidget* parent)
    : QWidget(parent), m_model(new ProblemModel(this)), m_search(new QLineEdit(this)), m_list(new QListView(this)),
      m_pages(new QStackedWidget(this)), m_nothing(createNote(this)), m_clear(new QPushButton(this)),
      m_failures(createNote(this)) {
    build();
    connect(m_search, &QLineEdit::textChanged, this, &ProblemBrowser::search);
    connect(m_clear, &QPushButton::clicked, m_search, &QLineEdit::clear);
    connect(m_list, &QListView::clicked, this, &ProblemBrowser::choose);
    connect(m_list, &QListView::activated, this, &ProblemBrowser::choose);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { choose(m_model->index(0)); });
    refresh();
}

void ProblemBrowser::build() {
    m_search->setObjectName(QStringLiteral("searchBox"));
    m_search->setPlaceholderText(tr("Search, e.g. tag:graph difficulty:easy"));
    m_search->setAccessibleName(tr("Search problems"));
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName(QStringLiteral("problemList"));
    m_list->setAccessibleName(tr("Problems"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ProblemDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_nothing->setObjectName(QStringLiteral("problemListNote"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_clear->setObjectName(QStringLiteral("clearSearch"));
    m_clear->setText(tr("Clear the search"));
    m_failures->setObjectName(QStringLiteral("packFailures"));
    m_failures->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_failures->hide();

    auto* empty = new QWidget(m_pages);
    auto* emptyLayout = new QVBoxLayout(empty);
    emptyLayout->addStretch();
    emptyLayout->addWidget(m_nothing);
    emptyLayout->addWidget(m_clear, 0, Qt::AlignCenter);
    emptyLayout->addStretch();
    m_pages->addWidget(m_list);
    m_pages->addWidget(empty);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 0, 0);
    layout->addWidget(m_search);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_failures);
}

void ProblemBrowser::setLibrary(std::vector<core::ProblemEntry> entries, const QStringList& failures) {
    m_loaded = true;
    m_model->setEntries(std::move(entries));
    m_failures->setText(tr("%n package(s) could not be read:", nullptr, static_cast<int>(failures.size())) + u'\n' +
                        failures.join(u'\n'));
    m_failures->setVisible(!failures.isEmpty());
    refresh();
}

void ProblemBrowser::setCurrent(const QString& id) {
    m_current = id;
    const int row = m_model->findRow(id);
    m_list->setCurrentIndex(row < 0 ? QModelIndex() : m_model->index(row));
}

QString ProblemBrowser::neighbour(int step) const {
    const int row = m_model->findRow(m_current);
    const core::ProblemEntry* entry = row < 0 ? m_model->entryAt(0) : m_model->entryAt(row + step);
    return entry == nullptr ? QString() : entry->id;
}

void ProblemBrowser::focusSearch() {
    m_search->setFocus();
    m_search->selectAll();
}

void ProblemBrowser::search(const QString& query) {
    m_model->setQuery(query.trimmed());
    refresh();
}

void ProblemBrowser::choose(const QModelIndex& index) {
    if (index.isValid()) {
        Q_EMIT chosen(index.data(ProblemModel::IdRole).toString());
    }
}

void ProblemBrowser::refresh() {
    const bool libraryEmpty = m_model->isLibraryEmpty();
    if (libraryEmpty) {
        m_nothing->setText(m_loaded ? tr("No problems yet") : tr("Reading the problems…"));
    } else {
        m_nothing->setText(tr("Nothing matches: %1").arg(m_search->text().trimmed()));
    }
    m_clear->setVisible(!libraryEmpty);
    m_pages->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
    setCurrent(m_current);
}

} // namespace grindstone::desktop
