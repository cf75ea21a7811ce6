// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/text/text.h"

#include <QCoreApplication>

#include <chrono>

namespace grindstone::core::text {

/// The phrase, marked with QT_TRANSLATE_NOOP("grindstone", …) where it stands, in the wanted wording.
inline QString say(Wording wording, const char* phrase) {
    return wording == Wording::English ? QString::fromUtf8(phrase) : QCoreApplication::translate("grindstone", phrase);
}

/// One sentence on a signal that ended a program.
QString signalSentence(int signal, Wording wording);

/// "12 ms", "1.5 s", "3 s"
QString duration(std::chrono::nanoseconds time);

/// "512 KiB", "256 MiB"
QString size(Bytes bytes);

} // namespace grindstone::core::text
