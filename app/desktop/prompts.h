// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <filesystem>
#include <functional>
#include <optional>

class QWidget;

namespace grindstone::desktop {

struct Question {
    QString title;
    QString text;   ///< plain text
    QString detail; ///< plain text, smaller, below; may be empty
    QString accept; ///< the button that goes on
    QString reject; ///< the button that leaves everything as it is; the default one
};

struct NumberQuestion {
    QString title;
    QString label;
    int value = 1;
    int least = 1;
    int most = 1;
};

enum class Answer { Accepted, Rejected };

/// Everything that the application asks of a person. Questions return at once; the answer comes in a callback, which
/// is not called when the parent is gone by then. Tests answer with an implementation of their own.
class Prompts {
public:
    virtual ~Prompts() = default;

    virtual void ask(QWidget* parent, const Question& question, std::function<void(Answer)> then) = 0;
    /// Nothing when it was dismissed.
    virtual void askNumber(QWidget* parent, const NumberQuestion& question,
                           std::function<void(std::optional<int>)> then) = 0;
    /// A file to write, nothing when it was dismissed.
    virtual void chooseSaveFile(QWidget* parent, const QString& title, const QString& suggestedName,
                                std::function<void(std::optional<std::filesystem::path>)> then) = 0;
    /// Tells of something that went wrong; `then` is called when it was read.
    virtual void tell(QWidget* parent, const QString& title, const QString& text, const QString& detail,
                      std::function<void()> then) = 0;
};

} // namespace grindstone::desktop
