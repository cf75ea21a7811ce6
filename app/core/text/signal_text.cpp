// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/text/phrase.h"

#include <csignal>
#include <cstring>

namespace grindstone::core::text {

namespace {

/// What a signal usually means to somebody whose program it ended. `%1` is its name, where it stands.
const char* meaning(int signal) {
    switch (signal) {
    case SIGSEGV:
        return QT_TRANSLATE_NOOP("grindstone", "segmentation fault (SIGSEGV): an access outside the program's memory; "
                                               "often an index out of range");
    case SIGFPE:
        return QT_TRANSLATE_NOOP("grindstone", "arithmetic error (SIGFPE): often a division by zero");
    case SIGABRT:
        return QT_TRANSLATE_NOOP("grindstone", "aborted (SIGABRT): often a failed assertion or an uncaught exception");
    case SIGILL:
        return QT_TRANSLATE_NOOP("grindstone", "illegal instruction (SIGILL): often a function that ends without "
                                               "returning its value");
    case SIGBUS:
        return QT_TRANSLATE_NOOP("grindstone", "bus error (SIGBUS): an access to memory that isn't there");
    case SIGKILL:
        return QT_TRANSLATE_NOOP("grindstone", "killed (SIGKILL): ended by force, but by no limit of the judge");
    case SIGSYS:
        return QT_TRANSLATE_NOOP("grindstone", "forbidden system call (SIGSYS): the judge doesn't allow it");
    case SIGPIPE:
        return QT_TRANSLATE_NOOP("grindstone", "broken pipe (SIGPIPE): wrote to something that nobody reads");
    case SIGXFSZ:
        return QT_TRANSLATE_NOOP("grindstone", "file too large (SIGXFSZ): wrote a larger file than the judge allows");
    case SIGTRAP:
        return QT_TRANSLATE_NOOP("grindstone", "trap (SIGTRAP): often a check that the compiler put in");
    case SIGALRM:
    case SIGVTALRM:
    case SIGPROF:
        return QT_TRANSLATE_NOOP("grindstone", "ended by %1: a timer that the program had set ran out");
    default:
        // Nobody else is in the box that could send it.
        return QT_TRANSLATE_NOOP("grindstone", "ended by %1, a signal that the program sent itself");
    }
}

} // namespace

QString signalName(int signal) {
    if (const char* abbreviation = ::sigabbrev_np(signal)) {
        return QStringLiteral("SIG") + QString::fromLatin1(abbreviation);
    }
    if (signal >= SIGRTMIN && signal <= SIGRTMAX) {
        return signal == SIGRTMIN ? QStringLiteral("SIGRTMIN") : QStringLiteral("SIGRTMIN+%1").arg(signal - SIGRTMIN);
    }
    return QStringLiteral("signal %1").arg(signal);
}

QString signalSentence(int signal, Wording wording) {
    return say(wording, meaning(signal)).replace(QStringLiteral("%1"), signalName(signal));
}

} // namespace grindstone::core::text
