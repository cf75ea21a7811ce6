// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/engine/judge.h"

#include <QString>

#include <set>

namespace grindstone::cli {

/// One line on a terminal that tells how far the judge is, or another long work. show() may be called from other
/// threads, one call at a time.
class ProgressBar {
public:
    /// Draws on `descriptor`; nowhere when it is negative.
    explicit ProgressBar(int descriptor) : m_descriptor(descriptor) {}
    /// On standard error where that is a terminal.
    static ProgressBar onTerminal();
    ~ProgressBar() { clear(); }
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    void show(const judge::Progress& progress);
    /// The same for any work: "Judging [#####-----] 5/10" for "Judging %1".
    void show(const QString& what, std::size_t done, std::size_t total);
    /// Takes the line away.
    void clear();

private:
    void draw(const QString& text);
    void drawCases();

    int m_descriptor;
    bool m_shown = false;
    std::set<std::size_t> m_waiting; ///< cases for which there is no memory yet
    std::vector<bool> m_finished;    ///< a case may be told of again, when another made it skipped
};

/// "[#####-----] 5/10", `width` cells between the brackets.
QString barText(std::size_t done, std::size_t total, int width);

} // namespace grindstone::cli
