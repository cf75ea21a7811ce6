// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/workspace/workspace.h"

#include "app/core/text/text.h"
#include "app/desktop/editor/code_editor.h"
#include "app/desktop/editor/find_bar.h"
#include "app/desktop/workspace/draft_journal.h"
#include "judge/language/toolchain.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace grindstone::desktop {

namespace {

/// What a person who hasn't chosen yet begins with.
constexpr const char* UsualLanguage = "cpp";

bool isAllowed(const judge::Language& language, const std::vector<std::string>& allowed) {
    return allowed.empty() || std::any_of(allowed.begin(), allowed.end(), [&](const std::string& name) {
               return name == language.id ||
                      std::find(language.icpcCodes.begin(), language.icpcCodes.end(), name) != language.icpcCodes.end();
           });
}

QString joined(const std::vector<std::string>& names) {
    QStringList list;
    for (const std::string& name : names) {
        list << QString::fromStdString(name);
    }
    return list.join(QStringLiteral(", "));
}

QLabel* createNote(QWidget* parent, const QString& name) {
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFrameShape(QFrame::StyledPanel);
    label->setMargin(6);
    label->hide();
    return label;
}

} // namespace

Workspace::Workspace(const judge::LanguageCatalogue& languages, core::DraftRepository& drafts, QWidget* parent)
    : QWidget(parent), m_languages(languages), m_drafts(drafts), m_languageBox(new QComboBox(this)),
      m_noLanguage(createNote(this, QStringLiteral("noLanguage"))),
      m_failure(createNote(this, QStringLiteral("draftFailure"))), m_editor(new CodeEditor(this)),
      m_findBar(new FindBar(*m_editor, this)), m_journal(new DraftJournal(
                                                   drafts, [this] { return code(); }, this)) {
    build();
    connect(m_editor, &QsciScintilla::textChanged, this, [this] {
        if (!m_loading) {
            m_journal->touch();
        }
    });
    connect(m_editor, &QsciScintilla::cursorPositionChanged, this,
            [this](int line, int column) { Q_EMIT cursorMoved(line + 1, column + 1); });
    connect(m_journal, &DraftJournal::saved, this, [this](const QDateTime& at) {
        m_failure->hide();
        Q_EMIT draftSaved(at);
    });
    connect(m_journal, &DraftJournal::failed, this, &Workspace::tellFailure);
    connect(m_languageBox, &QComboBox::activated, this,
            [this] { switchLanguage(m_languageBox->currentData().toString()); });
}

Workspace::~Workspace() {
    m_editor->disconnect(this);
}

void Workspace::build() {
    m_editor->setObjectName(QStringLiteral("editor"));
    m_languageBox->setObjectName(QStringLiteral("languageBox"));
    m_languageBox->setAccessibleName(tr("Programming language"));
    m_languageBox->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto* languageLabel = new QLabel(tr("&Language:"), this);
    languageLabel->setBuddy(m_languageBox);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(6, 4, 6, 4);
    top->addWidget(languageLabel);
    top->addWidget(m_languageBox);
    top->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_noLanguage);
    layout->addWidget(m_failure);
    layout->addWidget(m_editor, 1);
    layout->addWidget(m_findBar);
    m_editor->setFrameShape(QFrame::NoFrame);
    m_editor->setEnabled(false);
    m_languageBox->setEnabled(false);
}

bool Workspace::open(const QString& problemId, const std::vector<std::string>& allowed,
                     const QString& preferredLanguage) {
    if (!saveDraft()) {
        return false;
    }
    m_problemId = problemId;
    offerLanguages(allowed);
    const Result<std::optional<core::Draft>> latest = m_drafts.findLatest(problemId);
    QString languageId = latest && *latest ? (*latest)->language : preferredLanguage;
    if (m_languageBox->findData(languageId) < 0) {
        const int usual = m_languageBox->findData(QString::fromLatin1(UsualLanguage));
        languageId = m_languageBox->itemData(std::max(0, usual)).toString();
    }
    load(languageId);
    return true;
}

bool Workspace::saveDraft() {
    return m_journal->flush().has_value();
}

bool Workspace::replaceCode(const QString& language, const QString& code) {
    if (!switchLanguage(language)) {
        return false;
    }
    m_editor->beginUndoAction();
    m_editor->selectAll();
    m_editor->replaceSelectedText(code);
    m_editor->endUndoAction();
    m_editor->setFocus();
    return true;
}

const judge::Language* Workspace::language() const {
    return m_languages.find(m_languageId.toStdString());
}

QString Workspace::code() const {
    return m_editor->text();
}

std::vector<judge::SourceFile> Workspace::sources() const {
    const judge::Language* chosen = language();
    return {{chosen == nullptr ? std::string() : chosen->sourceName, code().toStdString()}};
}

void Workspace::openFindBar() {
    m_findBar->open();
}

void Workspace::openReplaceBar() {
    m_findBar->openReplace();
}

void Workspace::offerLanguages(const std::vector<std::string>& allowed) {
    const QSignalBlocker quiet(m_languageBox);
    m_languageBox->clear();
    // One can write in a language that isn't installed yet, but those that work come first.
    std::vector<const judge::Language*> missing;
    for (const judge::Language& language : m_languages.languages()) {
        if (!isAllowed(language, allowed)) {
            continue;
        }
        if (judge::findToolchain(language)) {
            m_languageBox->addItem(QString::fromStdString(language.name), QString::fromStdString(language.id));
        } else {
            missing.push_back(&language);
        }
    }
    for (const judge::Language* language : missing) {
        m_languageBox->addItem(tr("%1 (not installed)").arg(QString::fromStdString(language->name)),
                               QString::fromStdString(language->id));
    }
    const bool any = m_languageBox->count() > 0;
    m_noLanguage->setText(tr("Run and Submit are off: none of the languages that this problem allows is set up here "
                             "(%1). What you type is kept all the same.")
                              .arg(joined(allowed)));
    m_noLanguage->setVisible(!any);
    m_languageBox->setEnabled(any);
    m_editor->setEnabled(true);
}

bool Workspace::switchLanguage(const QString& id) {
    const bool kept = id == m_languageId || (saveDraft() && m_languageBox->findData(id) >= 0);
    if (kept && id != m_languageId) {
        load(id);
    }
    m_languageBox->setCurrentIndex(m_languageBox->findData(m_languageId));
    return kept;
}

void Workspace::load(const QString& languageId) {
    m_languageId = languageId;
    m_languageBox->setCurrentIndex(m_languageBox->findData(languageId));
    m_journal->setTarget(m_problemId, languageId);
    const judge::Language* chosen = language();
    const Result<std::optional<core::Draft>> draft = m_drafts.find(m_problemId, languageId);
    m_loading = true;
    if (chosen != nullptr) {
        m_editor->setLanguage(*chosen);
    }
    if (draft && *draft) {
        m_editor->load((*draft)->code);
    } else {
        m_editor->load(chosen == nullptr ? QString() : QString::fromStdString(chosen->starter));
    }
    m_loading = false;
    m_failure->hide();
    if (!draft) {
        tellFailure(draft.error());
    }
    Q_EMIT languageChanged();
}

void Workspace::tellFailure(const Error& error) {
    m_failure->setText(tr("Your draft is not saved; the text stays here. %1 %2")
                           .arg(core::text::errorMessage(error), core::text::errorHint(error))
                           .trimmed());
    m_failure->show();
}

} // namespace grindstone::desktop
