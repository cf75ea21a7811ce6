// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/prompts.h"

#include <QStringList>

namespace grindstone::desktop {

/// Answers at once, and remembers what was asked. `asked` is owned by the test.
class RecordedPrompts : public Prompts {
public:
    explicit RecordedPrompts(QStringList& asked, Answer answer = Answer::Accepted) : m_asked(asked), m_answer(answer) {}

    void ask(QWidget*, const Question& question, std::function<void(Answer)> then) override {
        m_asked << question.text;
        then(m_answer);
    }
    void askNumber(QWidget*, const NumberQuestion& question, std::function<void(std::optional<int>)> then) override {
        m_asked << question.label;
        then(question.most);
    }
    void chooseSaveFile(QWidget*, const QString& title, const QString&,
                        std::function<void(std::optional<std::filesystem::path>)> then) override {
        m_asked << title;
        then(std::nullopt);
    }
    void tell(QWidget*, const QString& title, const QString& text, const QString&,
              std::function<void()> then) override {
        m_asked << title + QStringLiteral(": ") + text;
        then();
    }

private:
    QStringList& m_asked;
    Answer m_answer;
};

} // namespace grindstone::desktop
