// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/workspace/test_cases_view.h"

#include "app/core/text/text.h"
#include "app/desktop/theme/glyph_icon.h"

#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QTabBar>
#include <QToolButton>

namespace grindstone::desktop {

namespace {

QPlainTextEdit* createField(QWidget* parent, const QString& objectName, const QString& label) {
    auto* field = new QPlainTextEdit(parent);
    field->setObjectName(objectName);
    field->setAccessibleName(label);
    field->setLineWrapMode(QPlainTextEdit::NoWrap);
    field->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    field->setTabChangesFocus(true);
    return field;
}

} // namespace

TestCasesView::TestCasesView(CustomCaseFile file, QWidget* parent)
    : QWidget(parent), m_file(std::move(file)), m_useSamples(new QRadioButton(this)),
      m_useOwn(new QRadioButton(tr("Run my own cases"), this)), m_tabs(new QTabBar(this)),
      m_input(createField(this, QStringLiteral("customInput"), tr("Input of the case"))),
      m_expected(createField(this, QStringLiteral("customExpected"), tr("Expected output of the case, optional"))),
      m_failure(new QLabel(this)) {
    build();
    m_timer.setSingleShot(true);
    m_timer.setInterval(400);
    connect(&m_timer, &QTimer::timeout, this, &TestCasesView::save);
    connect(m_tabs, &QTabBar::currentChanged, this, &TestCasesView::showCase);
    connect(m_tabs, &QTabBar::tabCloseRequested, this, &TestCasesView::removeCase);
    connect(m_input, &QPlainTextEdit::textChanged, this, &TestCasesView::takeTyped);
    connect(m_expected, &QPlainTextEdit::textChanged, this, &TestCasesView::takeTyped);
}

void TestCasesView::build() {
    setObjectName(QStringLiteral("testCasesView"));
    m_useSamples->setObjectName(QStringLiteral("useSamples"));
    m_useOwn->setObjectName(QStringLiteral("useOwnCases"));
    m_tabs->setObjectName(QStringLiteral("customCaseTabs"));
    m_tabs->setTabsClosable(true);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("My own cases"));
    m_expected->setPlaceholderText(tr("Leave it empty to see the output only"));
    m_failure->setWordWrap(true);
    m_failure->setTextFormat(Qt::PlainText);
    m_failure->hide();
    auto* add = new QToolButton(this);
    add->setObjectName(QStringLiteral("addCase"));
    add->setIcon(glyphIcon(Glyph::Add));
    add->setAutoRaise(true);
    add->setToolTip(tr("Add a case"));
    add->setAccessibleName(add->toolTip());
    connect(add, &QToolButton::clicked, this, [this] { addCase({}); });

    auto* tabs = new QHBoxLayout;
    tabs->addWidget(m_tabs);
    tabs->addWidget(add);
    tabs->addStretch();
    auto* choice = new QHBoxLayout;
    choice->addWidget(m_useSamples);
    choice->addSpacing(12);
    choice->addWidget(m_useOwn);
    choice->addStretch();
    auto* inputLabel = new QLabel(tr("Input"), this);
    auto* expectedLabel = new QLabel(tr("Expected output (optional)"), this);
    inputLabel->setBuddy(m_input);
    expectedLabel->setBuddy(m_expected);
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(8, 8, 8, 4);
    layout->setVerticalSpacing(4);
    layout->addLayout(choice, 0, 0, 1, 2);
    layout->addLayout(tabs, 1, 0, 1, 2);
    layout->addWidget(inputLabel, 2, 0);
    layout->addWidget(expectedLabel, 2, 1);
    layout->addWidget(m_input, 3, 0);
    layout->addWidget(m_expected, 3, 1);
    layout->addWidget(m_failure, 4, 0, 1, 2);
    layout->setRowStretch(3, 1);
}

void TestCasesView::open(const QString& problemId, int samples) {
    m_problemId = problemId;
    m_cases = m_file.load(problemId);
    m_changed = false;
    if (m_cases.empty()) {
        m_cases.emplace_back();
    }
    m_useSamples->setText(samples > 0 ? tr("Run the %n sample(s)", nullptr, samples)
                                      : tr("This problem has no samples"));
    m_useSamples->setEnabled(samples > 0);
    (samples > 0 ? m_useSamples : m_useOwn)->setChecked(true);
    refreshTabs();
    showCase(0);
}

bool TestCasesView::save() {
    m_timer.stop();
    if (!m_changed) {
        return true;
    }
    const Result<void> saved = m_file.save(m_problemId, m_cases);
    m_changed = !saved.has_value();
    m_failure->setVisible(m_changed);
    if (!saved) {
        m_failure->setText(tr("Your test cases are not saved; the text stays here. %1")
                               .arg(QString::fromStdString(saved.error().detail)));
    }
    return saved.has_value();
}

void TestCasesView::addCase(const OwnCase& own) {
    const bool replacesEmpty = m_cases.size() == 1 && m_cases.front() == OwnCase{} && own != OwnCase{};
    replacesEmpty ? void(m_cases.front() = own) : m_cases.push_back(own);
    m_useOwn->setChecked(true);
    m_changed = true;
    m_timer.start();
    refreshTabs();
    const int last = static_cast<int>(m_cases.size()) - 1;
    m_tabs->setCurrentIndex(last);
    showCase(last);
    m_input->setFocus();
}

std::vector<judge::CustomCase> TestCasesView::customCases() const {
    std::vector<judge::CustomCase> custom;
    if (!m_useOwn->isChecked()) {
        return custom;
    }
    for (const OwnCase& own : m_cases) {
        const bool answered = !own.expected.trimmed().isEmpty();
        custom.push_back(
            {own.input.toStdString(), answered ? std::optional(own.expected.toStdString()) : std::nullopt});
    }
    return custom;
}

void TestCasesView::showCase(int index) {
    if (index < 0 || index >= static_cast<int>(m_cases.size())) {
        return;
    }
    m_showing = true;
    m_input->setPlainText(m_cases[static_cast<std::size_t>(index)].input);
    m_expected->setPlainText(m_cases[static_cast<std::size_t>(index)].expected);
    m_showing = false;
}

void TestCasesView::takeTyped() {
    const int index = m_tabs->currentIndex();
    if (m_showing || index < 0) {
        return;
    }
    m_cases[static_cast<std::size_t>(index)] = {m_input->toPlainText(), m_expected->toPlainText()};
    m_changed = true;
    m_useOwn->setChecked(true);
    if (!m_timer.isActive()) {
        m_timer.start();
    }
}

void TestCasesView::removeCase(int index) {
    m_cases.erase(m_cases.begin() + index);
    if (m_cases.empty()) {
        m_cases.emplace_back();
    }
    m_changed = true;
    m_timer.start();
    refreshTabs();
    showCase(m_tabs->currentIndex());
}

void TestCasesView::refreshTabs() {
    const QSignalBlocker quiet(m_tabs);
    while (m_tabs->count() > static_cast<int>(m_cases.size())) {
        m_tabs->removeTab(m_tabs->count() - 1);
    }
    while (m_tabs->count() < static_cast<int>(m_cases.size())) {
        m_tabs->addTab(tr("Case %1").arg(m_tabs->count() + 1));
    }
    m_tabs->setTabsClosable(m_cases.size() > 1);
}

} // namespace grindstone::desktop
