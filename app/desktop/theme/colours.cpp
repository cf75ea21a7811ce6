// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/theme/colours.h"

#include <QPalette>

namespace grindstone::desktop {

bool isDark(const QPalette& palette) {
    return palette.color(QPalette::Base).lightnessF() < palette.color(QPalette::Text).lightnessF();
}

QColor blend(const QColor& from, const QColor& to, double share) {
    const auto mix = [share](float a, float b) { return static_cast<float>(a + (b - a) * share); };
    return QColor::fromRgbF(mix(from.redF(), to.redF()), mix(from.greenF(), to.greenF()),
                            mix(from.blueF(), to.blueF()));
}

QColor statusColour(Tone tone, const QPalette& palette) {
    const bool dark = isDark(palette);
    switch (tone) {
    case Tone::Good:
        return dark ? QColor(0x6cc67a) : QColor(0x1b7f37);
    case Tone::Bad:
        return dark ? QColor(0xff7b72) : QColor(0xc62828);
    case Tone::Warning:
        return dark ? QColor(0xe3b341) : QColor(0x9a5b00);
    case Tone::Accent:
        return dark ? QColor(0x7fb4ff) : QColor(0x1f5fbf);
    case Tone::Neutral:
        break;
    }
    return blend(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.6);
}

Tone toneOf(std::optional<judge::Verdict> verdict) {
    if (!verdict || verdict == judge::Verdict::Skipped) {
        return Tone::Neutral;
    }
    if (verdict == judge::Verdict::Accepted) {
        return Tone::Good;
    }
    const bool limit = verdict == judge::Verdict::TimeLimit || verdict == judge::Verdict::MemoryLimit ||
                       verdict == judge::Verdict::OutputLimit || verdict == judge::Verdict::JudgeError ||
                       verdict == judge::Verdict::Partial;
    return limit ? Tone::Warning : Tone::Bad;
}

} // namespace grindstone::desktop
