// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/prompts.h"

namespace grindstone::desktop {

/// Asks with window-modal dialogs. None of them starts an event loop of its own.
class DialogPrompts : public Prompts {
public:
    void ask(QWidget* parent, const Question& question, std::function<void(Answer)> then) override;
    void askNumber(QWidget* parent, const NumberQuestion& question,
                   std::function<void(std::optional<int>)> then) override;
    void chooseSaveFile(QWidget* parent, const QString& title, const QString& suggestedName,
                        std::function<void(std::optional<std::filesystem::path>)> then) override;
    void tell(QWidget* parent, const QString& title, const QString& text, const QString& detail,
              std::function<void()> then) override;
};

} // namespace grindstone::desktop
